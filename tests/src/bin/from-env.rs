//! Makes a client of what the environment says, and shows it.
//!
//! With the argument `call`, it fetches a plugin; with `credentials`, it has credentials of its own; with a URL, it
//! does without the environment.
//!
//! For tests: the environment is that of a whole process.

use twilio_flex_plugins::{Client, ClientBuilder};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let given = |argument: &str| arguments.iter().any(|other| other == argument);
    let mut builder = match arguments.iter().find(|argument| argument.starts_with("http")) {
        Some(url) => Client::builder().base_url(url),
        None => ClientBuilder::from_env(),
    };
    if given("credentials") {
        builder = builder.credentials("AC2", "token-of-program");
    }
    let client = match builder.build() {
        Ok(client) => client,
        Err(error) => return println!("not made: {error}\n{error:?}"),
    };
    println!("made: {client:?}");
    if given("call") {
        let result = client.plugins().fetch("crm").await;
        println!("called: {result:?}");
    }
}
