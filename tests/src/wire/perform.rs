//! Calls by a program, and what it sends.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use serde_json::{Value, json};

use crate::vectors::arguments::Arguments;
use crate::{Answer, Recorded, Server};

/// A call to be made.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// What it is called here.
    pub(crate) name: String,
    /// The operation.
    pub(crate) operation: String,
    /// What it is given.
    pub(crate) arguments: Arguments,
}

/// What came of a call.
#[derive(Debug, Default)]
pub(crate) struct Performed {
    /// What was sent.
    pub(crate) requests: Vec<Recorded>,
    /// Why the call failed, if it did.
    pub(crate) error: Option<String>,
}

/// Has `program` perform `calls`, which are answered as `script` says; by their names. `token` is for operations that
/// ask for one.
///
/// # Errors
///
/// If the program cannot be used.
pub(crate) async fn calls(
    program: &Path,
    calls: &[Call],
    token: Option<&'static str>,
    script: impl Fn(&Recorded) -> Answer + Send + Sync + 'static,
) -> Result<HashMap<String, Performed>, String> {
    let server = Server::start_with(script).await;
    let call = |Call { name, operation, arguments }: &Call| {
        json!({ "case": name, "operation": operation, "arguments": arguments }).to_string() + "\n"
    };
    let calls: String = calls.iter().map(call).collect();
    let (program, url) = (program.to_owned(), server.url());
    let running = tokio::task::spawn_blocking(move || converse(&program, &url, token, &calls));
    let said = running.await.map_err(|error| error.to_string())??;

    let mut performed: HashMap<String, Performed> = HashMap::new();
    for request in server.requests() {
        let case = request.header("x-case").unwrap_or_default().to_owned();
        performed.entry(case).or_default().requests.push(request);
    }
    for line in said.lines() {
        let line: Value = serde_json::from_str(line).map_err(|error| format!("{error} in {line}"))?;
        let case = line["case"].as_str().unwrap_or_default().to_owned();
        let error = &line["error"];
        let message = || format!("{}: {}", error["kind"], error["message"]);
        performed.entry(case).or_default().error = (!error.is_null()).then(message);
    }
    Ok(performed)
}

/// What `program` prints, given `input`.
fn converse(program: &Path, url: &str, token: Option<&str>, input: &str) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("{} cannot be run: {error}", program.display());
    let mut command = Command::new(program);
    command.env_remove("API_TOKEN").envs(token.map(|token| ("API_TOKEN", token)));
    let mut child = command
        .env("BASE_URL", url)
        .env("API_USERNAME", "username")
        .env("API_PASSWORD", "password")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    let stdin = child.stdin.take();
    let output = thread::scope(|scope| {
        // Both at once, since the program stops reading while nobody reads what it prints. If it stops for good, its
        // status says so.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input.as_bytes())));
        child.wait_with_output()
    });
    let output = output.map_err(failed)?;
    if !output.status.success() {
        return Err(format!("{} has failed: {}", program.display(), output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

/// The answers of the file `responses`, by operation.
///
/// # Errors
///
/// If they cannot be read.
pub(super) fn script(responses: &Path) -> Result<impl Fn(&Recorded) -> Answer + use<>, String> {
    let responses = read(responses)?;
    Ok(move |request: &Recorded| answer(&responses, request))
}

/// The answers by operation; none if there is no such file.
fn read(path: &Path) -> Result<Value, String> {
    let Ok(text) = fs::read_to_string(path) else { return Ok(Value::Null) };
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// The operation of a case.
fn operation(case: &str) -> &str {
    case.split('/').next().unwrap_or_default()
}

/// What `responses` says about the operation that a request belongs to; or else an empty object.
fn answer(responses: &Value, request: &Recorded) -> Answer {
    let response = &responses[operation(request.header("x-case").unwrap_or_default())];
    let status = response["status"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or(200);
    match response.get("body") {
        Some(body) => Answer::json(body.to_string()).with_status(status),
        None if response.is_null() => Answer::json("{}"),
        None => Answer::status(status),
    }
}
