//! The log, on the standard error output.

use std::io;
use std::panic::PanicHookInfo;

use clap::ValueEnum;
use tracing::level_filters::LevelFilter;

/// How much is logged.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Level {
    /// What failed.
    Error,
    /// Also what is odd.
    Warn,
    /// Also a line for each request.
    Info,
    /// Also what clients say about themselves in `Flex-Metadata`.
    Debug,
    /// Everything.
    Trace,
}

/// How a line of the log is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// One JSON object in each line.
    Json,
}

/// Logs from now on, panics included.
pub fn start(level: Level, format: Format) {
    let log = tracing_subscriber::fmt().with_max_level(LevelFilter::from(level)).with_writer(io::stderr);
    match format {
        Format::Text => log.init(),
        Format::Json => log.json().flatten_event(true).with_span_list(false).init(),
    }
    std::panic::set_hook(Box::new(log_panic));
}

/// In a log of JSON, a panic must not be the one line that is none.
fn log_panic(panic: &PanicHookInfo<'_>) {
    let payload = panic.payload();
    let reason = payload.downcast_ref::<&str>().copied().or(payload.downcast_ref::<String>().map(String::as_str));
    tracing::error!(reason, at = panic.location().map(tracing::field::display), "panicked");
}

impl From<Level> for LevelFilter {
    fn from(level: Level) -> Self {
        match level {
            Level::Error => Self::ERROR,
            Level::Warn => Self::WARN,
            Level::Info => Self::INFO,
            Level::Debug => Self::DEBUG,
            Level::Trace => Self::TRACE,
        }
    }
}
