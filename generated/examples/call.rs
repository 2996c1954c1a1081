//! Performs the calls that standard input lists, one after the other, each once, and prints what came of them.
//!
//! A line of the input is `{"case": …, "operation": "…", "arguments": {…}}`; what is printed for it is
//! `{"case": …, "ok": …}`, or `{"case": …, "error": {"kind": …, "status": …, "code": …, "message": …}}`. The case is
//! sent in the header `X-Case`. `BASE_URL` is the server to call; credentials are in `API_USERNAME` and `API_PASSWORD`,
//! a token or key is in `API_TOKEN`.

use std::env;
use std::error::Error as StdError;
use std::io::{self, BufRead, Write};

use serde_json::{Value, json};

use twilio_flex_plugins::{CallOptions, Client, Error};

fn main() -> Result<(), Box<dyn StdError>> {
    let client = client()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut output = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line = line?;
        if !line.trim().is_empty() {
            writeln!(output, "{}", runtime.block_on(perform(&client, &line)))?;
            output.flush()?;
        }
    }
    Ok(())
}

/// A client for the server and the credentials of the environment, which tries nothing twice.
fn client() -> Result<Client, Error> {
    let mut builder = Client::builder().no_retry();
    if let Ok(url) = env::var("BASE_URL") {
        builder = builder.base_url(url);
    }
    if let (Ok(username), Ok(password)) = (env::var("API_USERNAME"), env::var("API_PASSWORD")) {
        builder = builder.any_credentials(username, password);
    }
    if let Ok(token) = env::var("API_TOKEN") {
        builder = builder.any_token(token);
    }
    builder.build()
}

/// Performs the call that `line` describes, and says what came of it.
async fn perform(client: &Client, line: &str) -> Value {
    let mut call: Value = match serde_json::from_str(line) {
        Ok(call) => call,
        Err(error) => {
            let message = format!("the line is not JSON: {error}");
            return json!({ "case": null, "error": { "kind": "invalid", "status": null, "code": null, "message": message } });
        }
    };
    let case = call["case"].take();
    let mut options = CallOptions::new();
    if let Some(case) = case.as_str() {
        options = options.header("X-Case", case);
    }
    let operation = call["operation"].as_str().unwrap_or_default().to_owned();
    match client.call(operation, call["arguments"].take()).with(options).await {
        Ok(answer) => json!({ "case": case, "ok": answer }),
        Err(error) => json!({ "case": case, "error": describe(&error) }),
    }
}

fn describe(error: &Error) -> Value {
    let kind = match error {
        Error::Api { .. } => "api",
        Error::Transport { .. } => "transport",
        Error::Timeout { .. } => "timeout",
        Error::Decode { .. } => "decode",
        Error::Invalid { .. } => "invalid",
        _ => "other",
    };
    let status = error.status().map(|status| status.as_u16());
    json!({ "kind": kind, "status": status, "code": error.code(), "message": error.to_string() })
}
