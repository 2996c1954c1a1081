//! Makes a client of what the environment says, shows it, and fetches a plugin with it.
//!
//! For tests: the environment is that of a whole process.

use twilio_flex_plugins::Client;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let client = match Client::from_env() {
        Ok(client) => client,
        Err(error) => return println!("not made: {error}\n{error:?}"),
    };
    println!("made: {client:?}");
    if std::env::args().any(|argument| argument == "call") {
        let result = client.plugins().fetch("crm").await;
        println!("called: {result:?}");
    }
}
