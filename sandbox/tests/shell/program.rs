//! The program `flex-sandbox`: what it prints, logs and refuses.

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::SocketAddr;
use std::process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::client::{FOREVER, ask, basic};
use crate::{ACCOUNT, PLUGINS, SECRET};

/// A program that listens; it is killed when this is dropped.
pub struct Program {
    pub address: SocketAddr,
    child: Child,
    output: BufReader<ChildStdout>,
    log: Receiver<String>,
}

impl Program {
    /// Starts it on a free port, and waits until it listens.
    pub fn start(arguments: &[&str]) -> Self {
        let mut command = command(arguments);
        command.args(["--listen", "127.0.0.1:0"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let errors = BufReader::new(child.stderr.take().unwrap());
        let (sender, log) = channel();
        thread::spawn(move || errors.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let mut ready = String::new();
        output.read_line(&mut ready).unwrap();
        let address = ready.strip_prefix("flex-sandbox listening on http://").unwrap_or_else(|| panic!("{ready:?}"));
        Self { address: address.strip_suffix('\n').unwrap().parse().unwrap(), child, output, log }
    }

    /// Waits for a line of the log that contains `text`.
    pub fn wait_for(&self, text: &str) -> String {
        loop {
            let line = self.log.recv_timeout(FOREVER).unwrap_or_else(|_| panic!("`{text}` is not logged"));
            if line.contains(text) {
                return line;
            }
        }
    }

    #[cfg(unix)]
    pub fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Waits for its end; returns its status, the rest of its output, and the rest of its log.
    pub fn end(mut self) -> (ExitStatus, String, String) {
        let status = self.wait();
        let mut output = String::new();
        self.output.read_to_string(&mut output).unwrap();
        (status, output, self.log.iter().collect::<Vec<_>>().join("\n"))
    }

    fn wait(&mut self) -> ExitStatus {
        let start = Instant::now();
        while start.elapsed() < FOREVER {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            thread::sleep(Duration::from_millis(5));
        }
        panic!("the program does not end");
    }

    /// Kills it; returns the rest of its output, and the rest of its log.
    fn kill(mut self) -> (String, String) {
        self.child.kill().unwrap();
        let (_, output, log) = self.end();
        (output, log)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It fails if it has ended, which is as well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_flex-sandbox"));
    command.env_remove("FLEX_SANDBOX_CREDENTIALS").args(arguments);
    command
}

/// Runs a program that does not get as far as listening.
fn fail(command: &mut Command) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    assert_eq!(String::from_utf8(stdout).unwrap(), "");
    (status.code(), String::from_utf8(stderr).unwrap())
}

fn given() -> String {
    format!("{ACCOUNT}:{SECRET}")
}

#[test]
fn a_made_up_account_is_printed_ready_to_use() {
    let mut program = Program::start(&["--seed", "1"]);
    let address = program.address;
    let mut line = String::new();
    program.output.read_line(&mut line).unwrap();
    let pair = line.strip_prefix("credentials: ").unwrap().trim_end().to_owned();
    let (username, password) = pair.split_once(':').unwrap();
    let response = ask(address, "GET", PLUGINS, &[("authorization", &basic(username, password))]);
    assert_eq!(response.status, 200);
    let (hints, log) = program.kill();
    let hints: Vec<_> = hints.lines().map(str::trim).collect();
    for hint in [
        format!("curl --user {pair} http://{address}{PLUGINS}"),
        format!("export TWILIO_FLEX_BASE_URL=http://{address}"),
        format!("export TWILIO_ACCOUNT_SID={username}"),
        format!("export TWILIO_AUTH_TOKEN={password}"),
    ] {
        assert!(hints.contains(&hint.as_str()), "{hint} in {hints:?}");
    }
    assert!(!log.contains(password), "{log}");
}

#[test]
fn given_credentials_are_not_printed() {
    let program = Program::start(&["--credentials", &given()]);
    assert_eq!(ask(program.address, "GET", PLUGINS, &[("authorization", &basic(ACCOUNT, SECRET))]).status, 200);
    let (output, _) = program.kill();
    assert_eq!(output, "");
}

#[test]
fn credentials_from_everywhere_work() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("credentials");
    let account = |number: u32| format!("AC{number:032}");
    std::fs::write(&file, format!("# from a file\n\n{}:file\n", account(2))).unwrap();
    let jwe = format!("tok@{}", account(3));
    let arguments = ["--credentials", &given(), "--credentials-file", file.to_str().unwrap(), "--jwe", &jwe];
    let program = Program::start(&arguments);
    for (username, password, status) in
        [(ACCOUNT, SECRET, 200), (&account(2), "file", 200), ("token", "tok", 200), (ACCOUNT, "file", 401)]
    {
        let response = ask(program.address, "GET", PLUGINS, &[("authorization", &basic(username, password))]);
        assert_eq!(response.status, status, "{username}:{password}");
    }
}

#[test]
fn the_log_has_a_line_for_each_request_and_no_secrets() {
    let pair = given();
    let program = Program::start(&[
        "--credentials",
        &pair,
        "--jwe",
        &format!("tok.en@{ACCOUNT}"),
        "--log",
        "trace",
        "--log-format",
        "json",
    ]);
    let authorization = basic(ACCOUNT, SECRET);
    let headers = [("authorization", authorization.as_str()), ("flex-metadata", "my \"client\"")];
    let response = ask(program.address, "GET", &format!("{PLUGINS}?Unknown=confidential"), &headers);
    let id = response.header("twilio-request-id").unwrap();
    ask(program.address, "POST", PLUGINS, &[("authorization", "Basic !hunter2")]);
    let received = program.wait_for("flex_metadata");
    let answered = program.wait_for("answered");
    let line: serde_json::Value = serde_json::from_str(&answered).unwrap();
    assert_eq!(line["request_id"], id);
    assert_eq!(line["method"], "GET");
    assert_eq!(line["path"], PLUGINS);
    assert_eq!(line["status"], 200);
    assert!(line["duration_ms"].as_f64().unwrap() > 0.0);
    assert!(received.contains("my ") && received.contains(id));
    program.wait_for("POST");
    let (_, rest) = program.kill();
    let log = [received, answered, rest].join("\n");
    for secret in [SECRET, "confidential", "tok.en", &authorization] {
        assert!(!log.contains(secret), "{log}");
    }
}

#[test]
fn bad_credentials_end_it_with_2_and_without_showing_them() {
    let other = format!("{ACCOUNT}:hunter3");
    let table = [
        (command(&["--credentials", "admin:hunter2"]), "must be the SID of an account"),
        (command(&["--credentials", &given(), "--credentials", &other]), "are given twice and differ"),
        (command(&["--jwe", "hunter2"]), "a token needs the SID"),
        (command(&["--credentials-file", "/nonexistent"]), "cannot read /nonexistent"),
        (command(&[&given()]), "unexpected argument"),
        (command(&["--fail-rate", "2"]), "it must be a number from 0 to 1"),
    ];
    for (mut command, expected) in table {
        let (code, message) = fail(&mut command);
        assert_eq!(code, Some(2), "{message}");
        assert!(message.contains(expected), "{message}");
        assert!(!message.contains("hunter"), "{message}");
    }
    let (code, message) = fail(command(&[]).env("FLEX_SANDBOX_CREDENTIALS", "hunter2"));
    assert_eq!(code, Some(2), "{message}");
    assert!(message.contains("FLEX_SANDBOX_CREDENTIALS, number 1") && !message.contains("hunter"), "{message}");
}

#[test]
fn the_help_does_not_show_what_is_in_the_environment() {
    let output = command(&["--help"]).env("FLEX_SANDBOX_CREDENTIALS", given()).output().unwrap();
    let help = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && help.contains("FLEX_SANDBOX_CREDENTIALS"));
    assert!(!help.contains(SECRET));
}

#[test]
fn an_address_that_is_taken_ends_it_with_1() {
    let program = Program::start(&[]);
    let (code, message) = fail(&mut command(&["--listen", &program.address.to_string()]));
    assert_eq!(code, Some(1), "{message}");
    assert!(message.contains(&format!("cannot listen on {}", program.address)), "{message}");
}
