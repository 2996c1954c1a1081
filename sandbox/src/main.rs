//! The program: from the command line to a sandbox that runs until a signal comes.

mod announce;
mod given;
mod logging;
mod options;
mod signals;

use std::pin::pin;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap::error::ErrorKind;
use flex_sandbox::Builder;

use crate::options::Options;
use crate::signals::Signals;

fn main() -> ExitCode {
    let options = Options::read(std::env::args_os()).unwrap_or_else(|error| error.exit());
    let builder = options
        .builder(std::env::var_os(given::VARIABLE))
        .unwrap_or_else(|error| Options::command().error(ErrorKind::ValueValidation, error).exit());
    logging::start(options.log, options.log_format);
    options.warn(&builder);
    match run(builder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a sandbox until the first signal, and what it has in flight until the second.
#[tokio::main(flavor = "current_thread")]
async fn run(builder: Builder) -> anyhow::Result<()> {
    // Before anybody can know that the sandbox runs, so that no signal kills it halfway.
    let mut signals = Signals::new().context("cannot listen for signals")?;
    let sandbox = builder.start().await?;
    announce::print(&sandbox).context("cannot write to the standard output")?;
    signals.next().await;
    tracing::info!("stopping once the requests in flight are answered; a second signal stops at once");
    let mut stop = pin!(sandbox.stop());
    tokio::select! {
        () = &mut stop => Ok(()),
        code = signals.next() => std::process::exit(code),
    }
}
