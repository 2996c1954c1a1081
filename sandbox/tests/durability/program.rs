//! The program on a file, and the ways in which it ends.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use crate::{CREDENTIALS, FOREVER};

/// A program that was started; it is killed when this is dropped.
pub struct Program {
    child: Child,
    output: BufReader<ChildStdout>,
    log: Receiver<String>,
}

impl Program {
    /// Starts it on `database` and a free port, and waits for nothing.
    pub fn spawn(database: &Path) -> Self {
        Self::spawn_with(database, "error", &[])
    }

    /// Starts it with another level of the log, and with more in its environment.
    pub fn spawn_with(database: &Path, log: &str, environment: &[(&str, &OsStr)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_flex-sandbox"));
        command.env_remove("FLEX_SANDBOX_CREDENTIALS").envs(environment.iter().copied());
        command.args(["--listen", "127.0.0.1:0", "--credentials", CREDENTIALS, "--log", log]);
        command.arg("--database").arg(database);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let errors = BufReader::new(child.stderr.take().unwrap());
        let (sender, log) = channel();
        thread::spawn(move || errors.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, output, log }
    }

    /// Waits until it listens; to be called once.
    pub fn address(&mut self) -> SocketAddr {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        match line.trim_end().strip_prefix("flex-sandbox listening on http://") {
            Some(address) => address.parse().unwrap(),
            None => panic!("it does not listen: {:?}", self.log.iter().collect::<Vec<_>>()),
        }
    }

    /// Waits for a line of the log that contains `text`.
    pub fn wait_for(&self, text: &str) {
        while !self.log.recv_timeout(FOREVER).unwrap_or_else(|_| panic!("`{text}` is not logged")).contains(text) {}
    }

    /// Ends it on the spot, and waits until it is gone; returns the errors in the rest of its log.
    pub fn kill(mut self) -> Vec<String> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.errors()
    }

    /// Asks it to end, and waits until it has; returns the errors in the rest of its log, too.
    pub fn terminate(mut self) -> (ExitStatus, Vec<String>) {
        let kill = format!("kill -TERM {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        let status = self.child.wait().unwrap();
        (status, self.errors())
    }

    fn errors(&self) -> Vec<String> {
        self.log.iter().filter(|line| line.contains("ERROR")).collect()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It fails if it has ended, which is as well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
