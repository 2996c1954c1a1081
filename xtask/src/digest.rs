//! Short stand-ins for long values.

use std::hash::{DefaultHasher, Hash, Hasher as _};

/// A digest of `value`, which is the same for as long as the generator is: others may make another one of it.
pub(crate) fn digest(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
