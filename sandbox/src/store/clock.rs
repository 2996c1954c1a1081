//! What time it is for the rows of a database.

use std::time::{SystemTime, UNIX_EPOCH};

/// 2020-01-10T20:00:00Z, from which times count that are to be the same in each run.
const START: i64 = 1_578_686_400;

/// Where times come from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Clock {
    /// The clock of the system.
    System,
    /// A second passes with each change.
    Sequence,
}

impl Clock {
    /// The time of the change that has number `sequence`, in unix seconds.
    pub(super) fn time(self, sequence: i64) -> i64 {
        match self {
            Self::System => milliseconds() / 1000,
            Self::Sequence => START.saturating_add(sequence),
        }
    }
}

/// The time of the system in unix milliseconds; 0 for a clock that is set to before 1970.
pub(super) fn milliseconds() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequence_counts_seconds() {
        assert_eq!(Clock::Sequence.time(0), 1_578_686_400);
        assert_eq!(Clock::Sequence.time(61), 1_578_686_461);
    }
}
