//! From commands to how long they take and how much memory they need.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use clap::Args;
use serde::{Deserialize, Serialize};
use wait4::Wait4 as _;

/// What a command cost.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
pub(super) struct Cost {
    /// From its start to its end.
    pub(super) seconds: f64,
    /// The most memory that any one process of it had, or the one that started it: this program, which does nothing else
    /// then.
    pub(super) megabytes: f64,
}

/// A command that is measured by itself.
#[derive(Args)]
pub(super) struct Alone {
    /// Where its output goes.
    #[arg(long)]
    log: PathBuf,
    /// The program and its arguments.
    #[arg(last = true)]
    command: Vec<OsString>,
}

/// How often something is measured.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// This often, however long it takes.
    pub(super) least: usize,
    /// No more often than this.
    pub(super) most: usize,
    /// No more once this time has passed.
    pub(super) time: Duration,
}

impl Effort {
    /// Once.
    pub(super) const ONCE: Self = Self { least: 1, most: 1, time: Duration::ZERO };

    /// Whether to go on after `done` rounds since `start`.
    pub(super) fn goes_on(self, done: usize, start: Instant) -> bool {
        done < self.least || (done < self.most && start.elapsed() < self.time)
    }
}

/// Runs `command`, whose output goes to the file `log`; `None` if it fails.
///
/// A process counts as its own the memory of the one that starts it, so that this program, which has read much, leaves
/// that to [`alone`], in another process of it.
///
/// # Errors
///
/// If it cannot be started.
pub(super) fn cost(command: &Command, log: &Path) -> Result<Option<Cost>> {
    let mut measured = Command::new(std::env::current_exe()?);
    measured.args(["bench", "alone", "--log"]).arg(std::path::absolute(log)?).arg("--");
    measured.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => measured.env(name, value),
            None => measured.env_remove(name),
        };
    }
    if let Some(directory) = command.get_current_dir() {
        measured.current_dir(directory);
    }
    let output = measured.stderr(Stdio::inherit()).output().with_context(|| format!("cannot run {measured:?}"))?;
    if !output.status.success() {
        bail!("{measured:?} has failed");
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Runs one command and prints what it cost, as JSON; `null` if it fails.
///
/// # Errors
///
/// If it cannot be started.
pub(super) fn alone(Alone { log, command }: &Alone) -> Result<u8> {
    let output = File::create(log).with_context(|| format!("cannot create {}", log.display()))?;
    let (program, arguments) = command.split_first().context("no command")?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
    let start = Instant::now();
    let mut child = command.spawn().with_context(|| format!("cannot run {command:?}"))?;
    let used = child.wait4().with_context(|| format!("cannot wait for {command:?}"))?;
    let seconds = start.elapsed().as_secs_f64();
    let cost = used.status.success().then_some(Cost { seconds, megabytes: used.rusage.maxrss as f64 / 1e6 });
    crate::print(&serde_json::to_string(&cost)?)?;
    Ok(0)
}

/// The costs in the middle; `None` of none.
pub(super) fn typical(costs: &[Cost]) -> Option<Cost> {
    let of = |figure: fn(&Cost) -> f64| median(costs.iter().map(figure).collect());
    Some(Cost { seconds: of(|cost| cost.seconds)?, megabytes: of(|cost| cost.megabytes)? })
}

/// The one in the middle, or the mean of the two there; `None` of none.
fn median(mut figures: Vec<f64>) -> Option<f64> {
    figures.sort_by(f64::total_cmp);
    let upper = *figures.get(figures.len() / 2)?;
    let lower = if figures.len().is_multiple_of(2) { figures[figures.len() / 2 - 1] } else { upper };
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_stand_in_the_middle() {
        for (figures, expected) in [
            (vec![], None),
            (vec![3.0], Some(3.0)),
            (vec![4.0, 1.0], Some(2.5)),
            (vec![9.0, 1.0, 2.0], Some(2.0)),
            (vec![1.0, 100.0, 3.0, 2.0], Some(2.5)),
        ] {
            assert_eq!(median(figures.clone()), expected, "{figures:?}");
        }
    }

    #[test]
    fn each_figure_has_a_median_of_its_own() {
        let cost = |seconds, megabytes| Cost { seconds, megabytes };
        let costs = [cost(1.0, 30.0), cost(2.0, 10.0), cost(3.0, 20.0)];
        assert_eq!(typical(&costs), Some(cost(2.0, 20.0)));
        assert_eq!(typical(&[]), None);
    }

    #[test]
    fn effort_has_bounds() {
        let effort = Effort { least: 2, most: 4, time: Duration::ZERO };
        let start = Instant::now();
        assert!(effort.goes_on(1, start));
        assert!(!effort.goes_on(2, start));
        let patient = Effort { time: Duration::from_secs(3600), ..effort };
        assert!(patient.goes_on(3, start));
        assert!(!patient.goes_on(4, start));
    }
}
