//! Calls by a program, and what it sends.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use serde_json::{Value, json};

use crate::vectors::Vector;
use crate::{Answer, Recorded, Server};

/// What came of a call.
#[derive(Debug, Default)]
pub(super) struct Performed {
    /// What was sent.
    pub(super) requests: Vec<Recorded>,
    /// Why the call failed, if it did.
    pub(super) error: Option<String>,
}

/// Has `program` perform the calls of `vectors`, which are answered as the file `responses` says; by the vectors' names.
///
/// # Errors
///
/// If the program or the answers cannot be used.
pub(super) async fn calls(
    program: &Path,
    vectors: &[Vector],
    responses: &Path,
) -> Result<HashMap<String, Performed>, String> {
    let responses = read(responses)?;
    let server = Server::start_with(move |request| answer(&responses, request)).await;
    let call = |vector: &Vector| {
        let Vector { name, operation, arguments, .. } = vector;
        json!({ "case": name, "operation": operation, "arguments": arguments }).to_string() + "\n"
    };
    let calls: String = vectors.iter().map(call).collect();
    let (program, url) = (program.to_owned(), server.url());
    let running = tokio::task::spawn_blocking(move || converse(&program, &url, &calls));
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
fn converse(program: &Path, url: &str, input: &str) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("{} cannot be run: {error}", program.display());
    let mut child = Command::new(program)
        .env("BASE_URL", url)
        .env("API_USERNAME", "username")
        .env("API_PASSWORD", "password")
        .env_remove("API_TOKEN")
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
