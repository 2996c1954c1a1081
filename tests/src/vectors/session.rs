//! Calls, one after another, and what each of them sends.

use super::arguments::Arguments;
use super::document::{self, Operation};
use super::{official, ours};
use crate::{Recorded, Server};

/// One of the two clients, and a server that records what it sends and answers as the vendor's document shows.
#[derive(Debug)]
pub struct Session {
    server: Server,
    client: Client,
}

#[derive(Debug)]
enum Client {
    Ours(twilio_flex_plugins::Client),
    Official(flex_plugins_official::Client),
}

impl Session {
    /// With our own client.
    pub async fn ours() -> Self {
        let server = serve().await;
        let builder = twilio_flex_plugins::Client::builder().base_url(server.url()).credentials("AC1", "token");
        Self { client: Client::Ours(builder.no_retry().build().expect("a client")), server }
    }

    /// With the client that the generator makes of the vendor's document.
    pub async fn official() -> Self {
        let server = serve().await;
        let builder = flex_plugins_official::Client::builder().base_url(server.url()).credentials("AC1", "token");
        Self { client: Client::Official(builder.no_retry().build().expect("a client")), server }
    }

    /// Calls `operation`, under the vendor's name, and returns what was sent.
    ///
    /// # Errors
    ///
    /// If the arguments are not those of the operation, the call fails, or it does not send one request.
    pub async fn call(&self, operation: &str, arguments: &Arguments) -> Result<Recorded, String> {
        let before = self.server.requests().len();
        let arguments = arguments.clone();
        match &self.client {
            Client::Ours(client) => ours::call(client, operation, arguments).await?,
            Client::Official(client) => official::call(client, operation, arguments).await?,
        }
        let mut sent = self.server.requests().split_off(before);
        if sent.len() == 1 { Ok(sent.remove(0)) } else { Err(format!("{} requests were sent", sent.len())) }
    }
}

async fn serve() -> Server {
    let operations: Vec<Operation> = document::official();
    Server::start_with(move |request| document::answer(&operations, request)).await
}
