//! A server in a process of its own, and what it costs.

use std::io::{self, BufRead as _, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::FLOOR;
use crate::request::CREDENTIALS;

/// A server that listens; it is killed when this is dropped.
pub struct Process {
    pub address: SocketAddr,
    child: Child,
}

impl Process {
    /// A sandbox on a file; with a line in the log for each request if `logs`.
    pub fn sandbox(database: &Path, logs: bool) -> io::Result<Self> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_flex-sandbox"));
        command.args(["--listen", "127.0.0.1:0", "--credentials", CREDENTIALS]);
        command.args(["--log", if logs { "info" } else { "warn" }]).arg("--database").arg(database);
        Self::start(command.stderr(if logs { Stdio::null() } else { Stdio::inherit() }))
    }

    /// The floor for reads, with answers of this many bytes.
    pub fn floor(size: usize) -> io::Result<Self> {
        Self::start(Command::new(std::env::current_exe()?).args([FLOOR, &size.to_string()]))
    }

    /// How much memory it has, in KiB; `None` where that is not known.
    pub fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().strip_suffix(" kB")?.parse().ok()
    }

    /// How much time it has spent on all cores; `None` where that is not known.
    pub fn busy(&self) -> Option<Duration> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        // The name, in parentheses, may have spaces; the times are the 12th and the 13th number behind it, in ticks of
        // 10 ms.
        let numbers: Vec<_> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks = numbers.get(11)?.parse::<u64>().ok()? + numbers.get(12)?.parse::<u64>().ok()?;
        Some(Duration::from_millis(10 * ticks))
    }

    /// Starts a server that says in its first line where it listens.
    fn start(command: &mut Command) -> io::Result<Self> {
        let mut child = command.stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let address = line.trim_end().rsplit_once("http://").and_then(|(_, address)| address.parse().ok());
        let address = address.ok_or_else(|| io::Error::other(format!("the server does not listen: {line:?}")))?;
        Ok(Self { address, child })
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It fails if it has ended, which is as well.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
