//! How far a command is, on the terminal of whoever is looking.

use std::io::{IsTerminal, Write};

/// The width of the bar.
const WIDTH: usize = 24;

/// A bar that grows with each step, and says what the current one is about.
pub(super) struct Progress {
    what: &'static str,
    done: usize,
    all: usize,
    is_shown: bool,
}

impl Progress {
    pub(super) fn new(what: &'static str, all: usize) -> Self {
        let progress = Self { what, done: 0, all, is_shown: std::io::stderr().is_terminal() };
        progress.show("");
        progress
    }

    /// Shows what the next step is about.
    pub(super) fn show(&self, about: &str) {
        if self.is_shown {
            let bar = "█".repeat(WIDTH * self.done / self.all.max(1));
            let (what, done, all) = (self.what, self.done, self.all);
            let mut stderr = std::io::stderr();
            // A terminal that has gone away is no reason to stop.
            let _ =
                write!(stderr, "\r\x1b[K{what:10} {bar:░<WIDTH$} {done}/{all} {about}").and_then(|()| stderr.flush());
        }
    }

    /// A step is done.
    pub(super) fn step(&mut self) {
        self.done += 1;
        self.show("");
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.is_shown {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}
