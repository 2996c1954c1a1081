//! [`Level`].

use crate::runtime::text::integers;

/// An item of `levels` of `FetchFile`, among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Level {
    /// `1`.
    Low,
    /// `2`.
    High,
    /// Any other integer, as it is.
    Unknown(i64),
}

impl Level {
    /// The integer on the wire.
    #[must_use]
    pub fn as_i64(self) -> i64 {
        match self {
            Self::Low => 1,
            Self::High => 2,
            Self::Unknown(integer) => integer,
        }
    }
}

impl From<i64> for Level {
    fn from(integer: i64) -> Self {
        match integer {
            1 => Self::Low,
            2 => Self::High,
            other => Self::Unknown(other),
        }
    }
}

integers!(Level);
