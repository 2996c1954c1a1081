//! Short stand-ins for long values.

use std::hash::{BuildHasher as _, Hash};

use foldhash::quality::FixedState;

/// A digest of `value`, which is the same for as long as the generator is: others may make another one of it.
pub(crate) fn digest(value: &(impl Hash + ?Sized)) -> u64 {
    FixedState::default().hash_one(value)
}
