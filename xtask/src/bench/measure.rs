//! From commands to how long they take and how much memory they need.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};
use wait4::Wait4 as _;

/// What a command cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cost {
    /// From its start to its end.
    pub(super) seconds: f64,
    /// The most memory that any one process of it had. A process inherits what the one that starts it has had, so that
    /// this program must stay small: it reads no documents.
    pub(super) megabytes: f64,
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
/// # Errors
///
/// If it cannot be started.
pub(super) fn cost(command: &mut Command, log: &Path) -> Result<Option<Cost>> {
    let output = File::create(log).with_context(|| format!("cannot create {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
    let start = Instant::now();
    let mut child = command.spawn().with_context(|| format!("cannot run {command:?}"))?;
    let used = child.wait4().with_context(|| format!("cannot wait for {command:?}"))?;
    let seconds = start.elapsed().as_secs_f64();
    Ok(used.status.success().then_some(Cost { seconds, megabytes: used.rusage.maxrss as f64 / 1e6 }))
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
