//! The command line.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Duration;

use clap::Parser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use flex_sandbox::{Builder, Fault, Faults, PublicUrl, Sandbox, When};

use crate::given::{Given, GivenError, Secret};
use crate::logging::{Format, Level};

/// A sandbox of the Flex Plugins API of Twilio: it answers like the service, but keeps everything on this machine.
///
/// Without credentials, it makes up an account and prints it. Requests that are in flight when the first SIGINT or
/// SIGTERM comes are answered; a second one stops it at once.
#[derive(Debug, Parser)]
#[command(name = "flex-sandbox", version, after_long_help = ENVIRONMENT)]
pub struct Options {
    /// Listen on this address; port 0 stands for any that is free
    ///
    /// There is no encryption, so others may read along if this is not a loopback address.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:4010", value_parser = address)]
    listen: SocketAddr,

    /// Keep everything in this file, which is created if it does not exist; else in memory
    ///
    /// Give credentials or a seed, too: a made-up account is another one each time, and does not see what is there.
    #[arg(long, value_name = "FILE")]
    database: Option<PathBuf>,

    /// Know these credentials; may be given more than once
    ///
    /// SID is that of an account (AC…) or of an API key (SK…). An API key needs the account it belongs to behind an @.
    /// With #restricted at the end, the key has no permissions, and every operation is refused. Other users of the
    /// machine can see options: see --credentials-file.
    #[arg(long, value_name = "SID:SECRET[@ACCOUNT_SID][#restricted]")]
    credentials: Vec<Secret>,

    /// Know the credentials in this file, one pair per line
    ///
    /// Each line is as for --credentials; empty lines and those that begin with # are ignored.
    #[arg(long, value_name = "FILE")]
    credentials_file: Option<PathBuf>,

    /// Know this token of a browser, for which the username is `token`; may be given more than once
    ///
    /// With it, only SIDs identify things, neither names nor `Active`.
    #[arg(long, value_name = "TOKEN@ACCOUNT_SID")]
    jwe: Vec<Secret>,

    /// Begin the URLs in answers with this one, rather than with the host that the request names
    #[arg(long, value_name = "URL")]
    public_url: Option<PublicUrl>,

    /// Make SIDs, times, faults and the made-up account the same each time
    #[arg(long, value_name = "N")]
    seed: Option<u64>,

    /// Allow an account this many plugins that are not archived (the service: 25)
    #[arg(long, value_name = "N")]
    limit_plugins: Option<u64>,

    /// Allow an account this many versions that are not archived (the service: 500)
    #[arg(long, value_name = "N")]
    limit_versions: Option<u64>,

    /// Refuse versions that are not semantic ones, and unknown values of ValidateStatus
    #[arg(long)]
    strict: bool,

    /// Take a page size over 1000 for 1000 rather than refuse it
    #[arg(long)]
    clamp_page_size: bool,

    /// Let a release be seen only this many milliseconds after it was created
    #[arg(long, value_name = "MS", default_value = "0", hide_default_value = true, value_parser = milliseconds)]
    release_delay: Duration,

    /// Make this share of the requests fail, from 0 (none) to 1 (all)
    #[arg(long, value_name = "RATE", default_value = "0", value_parser = rate, help_heading = "Faults")]
    fail_rate: f64,

    /// How requests fail
    #[arg(long, value_name = "HOW", value_enum, default_value_t, help_heading = "Faults")]
    fail_with: Fault,

    /// When requests fail
    #[arg(long, value_name = "WHEN", value_enum, default_value_t, help_heading = "Faults")]
    fail_when: When,

    /// Wait this many milliseconds before each request is looked at
    #[arg(long, value_name = "MS", default_value = "0", value_parser = milliseconds, help_heading = "Faults")]
    latency: Duration,

    /// How much to log, to the standard error output
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t = Level::Info, help_heading = "Log")]
    pub log: Level,

    /// How to write a line of the log
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text, help_heading = "Log")]
    pub log_format: Format,
}

/// What cannot be an option.
const ENVIRONMENT: &str = "\
Environment:
  FLEX_SANDBOX_CREDENTIALS
          Know these credentials, too. Each is as for --credentials; they are separated by commas, so
          a secret with a comma must be given in another way";

impl Options {
    /// The options among `arguments`, of which the first is the name of the program.
    ///
    /// # Errors
    ///
    /// What is wrong, or the help if that is asked for; without what stands where no option is, which may well be
    /// credentials.
    pub fn read(arguments: impl IntoIterator<Item: Into<OsString> + Clone>) -> Result<Self, clap::Error> {
        Self::try_parse_from(arguments).map_err(|mut error| {
            let hides = |value: &ContextValue| matches!(value, ContextValue::String(text) if !text.starts_with('-'));
            if error.kind() == ErrorKind::UnknownArgument && error.get(ContextKind::InvalidArg).is_some_and(hides) {
                error.insert(ContextKind::InvalidArg, ContextValue::String("…".to_owned()));
            }
            error
        })
    }

    /// A sandbox as the command line has it; `variable` is the value of the environment variable with credentials.
    ///
    /// # Errors
    ///
    /// [`GivenError`] if credentials cannot be read, or contradict each other.
    pub fn builder(&self, variable: Option<OsString>) -> Result<Builder, GivenError> {
        let given = Given {
            pairs: self.credentials.clone(),
            tokens: self.jwe.clone(),
            file: self.credentials_file.clone(),
            variable,
        };
        let builder = given.credentials()?.into_iter().fold(self.plain(), Builder::credential);
        let builder = set(builder, Builder::database, self.database.clone());
        let builder = set(builder, Builder::public_url, self.public_url.clone());
        let builder = set(builder, Builder::seed, self.seed);
        let builder = set(builder, Builder::limit_plugins, self.limit_plugins);
        Ok(set(builder, Builder::limit_versions, self.limit_versions))
    }

    /// Warns of what is allowed, but seldom meant.
    pub fn warn(&self, builder: &Builder) {
        if !self.listen.ip().is_loopback() {
            tracing::warn!(address = %self.listen, "others can reach this address, and nothing is encrypted");
        }
        if self.database.is_some() && self.seed.is_none() && !builder.has_credentials() {
            tracing::warn!("the made-up account cannot see what is in the database; give --credentials or --seed");
        }
    }

    /// A sandbox with all options that have a default.
    fn plain(&self) -> Builder {
        let faults = Faults { rate: self.fail_rate, kind: self.fail_with, when: self.fail_when, latency: self.latency };
        Sandbox::builder()
            .listen(self.listen)
            .strict(self.strict)
            .clamp_page_size(self.clamp_page_size)
            .release_delay(self.release_delay)
            .faults(faults)
            .threads(available_parallelism().unwrap_or(NonZeroUsize::MIN))
    }
}

/// Calls a setter if there is a value for it.
fn set<T>(builder: Builder, setter: impl FnOnce(Builder, T) -> Builder, value: Option<T>) -> Builder {
    match value {
        Some(value) => setter(builder, value),
        None => builder,
    }
}

fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "it must be an IP address and a port, such as 127.0.0.1:4010 or [::1]:4010".to_owned())
}

fn milliseconds(text: &str) -> Result<Duration, String> {
    let number = text.parse().map_err(|_| "it must be a whole number of milliseconds".to_owned())?;
    Ok(Duration::from_millis(number))
}

fn rate(text: &str) -> Result<f64, String> {
    let rate = text.parse().ok().filter(|rate| (0.0..=1.0).contains(rate));
    rate.ok_or_else(|| "it must be a number from 0 to 1, such as 0.25".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    fn parse(arguments: &[&str]) -> Result<Options, clap::Error> {
        Options::read(["flex-sandbox"].iter().chain(arguments))
    }

    #[test]
    fn the_command_line_makes_sense() {
        Options::command().debug_assert();
        assert!(ENVIRONMENT.contains(crate::given::VARIABLE));
    }

    #[test]
    fn every_option_is_in_the_help() {
        let help = Options::command().render_long_help().to_string();
        for argument in Options::command().get_arguments() {
            let option = argument.get_long().unwrap();
            assert!(help.contains(&format!("--{option}")), "{option}");
            assert!(argument.get_help().is_some(), "{option}");
        }
    }

    #[test]
    fn bad_values_are_explained_and_exit_with_2() {
        let table: [(&[&str], &str); 13] = [
            (&["--listen", "localhost"], "it must be an IP address and a port"),
            (&["--listen", "127.0.0.1:70000"], "it must be an IP address and a port"),
            (&["--fail-rate", "1.5"], "it must be a number from 0 to 1"),
            (&["--fail-rate", "NaN"], "it must be a number from 0 to 1"),
            (&["--fail-rate=-1"], "it must be a number from 0 to 1"),
            (&["--fail-with", "418"], "[possible values: 429, 500, 503, reset, stall]"),
            (&["--fail-when", "during"], "[possible values: before, after]"),
            (&["--latency", "1s"], "it must be a whole number of milliseconds"),
            (&["--release-delay", "0.5"], "it must be a whole number of milliseconds"),
            (&["--public-url", "example.com"], "it must be an absolute URL"),
            (&["--seed", "x"], "invalid digit"),
            (&["--limit-plugins=-1"], "invalid digit"),
            (&["--log", "loud"], "[possible values: error, warn, info, debug, trace]"),
        ];
        for (arguments, expected) in table {
            let error = parse(arguments).unwrap_err();
            assert!(error.to_string().contains(expected), "{error}");
            assert_eq!(error.exit_code(), 2);
        }
    }

    #[test]
    fn secrets_are_not_shown() {
        let pair = "AC00000000000000000000000000000000:hunter2";
        let options = parse(&["--credentials", pair, "--jwe", "hunter2"]).unwrap();
        assert!(!format!("{options:?}").contains("hunter2"));
        let error = options.builder(None).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("hunter2"));
        let builder = parse(&["--credentials", pair]).unwrap().builder(None).unwrap();
        assert!(!format!("{builder:?}").contains("hunter2"));
        for slip in
            [&["--credentials", pair, "--credential=hunter2"][..], &["hunter2"], &["--credentials", pair, "hunter2"]]
        {
            let error = parse(slip).unwrap_err();
            assert!(error.to_string().contains("unexpected argument"), "{error}");
            assert!(!format!("{error}").contains("hunter2"), "{error}");
        }
    }
}
