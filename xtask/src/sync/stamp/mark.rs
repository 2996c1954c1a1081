//! How to see whether a file is still the same, mostly without reading it.

use std::fmt;
use std::fs::Metadata;
use std::time::UNIX_EPOCH;

use crate::digest::digest;

/// What the system says of a file: as with git's index, it is hardly ever the same for two versions of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(in super::super) struct Mark {
    bytes: u64,
    /// When the file was modified, in nanoseconds.
    modified: u128,
    /// Where the system tells: the number of the file, and when anything about it was changed, which nobody can set.
    system: (u64, i64, i64),
    /// The digest of its text.
    text: u64,
}

impl Mark {
    /// The mark of a file with this `text`.
    pub(in super::super) fn new(text: &str, metadata: &Metadata) -> Self {
        Self { text: digest(text), ..Self::of(metadata) }
    }

    /// The mark of a file of which the text does not matter.
    pub(in super::super) fn of(metadata: &Metadata) -> Self {
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let modified = modified.unwrap_or_default().as_nanos();
        Self { bytes: metadata.len(), modified, system: system(metadata), text: 0 }
    }

    /// The mark at the beginning of `line`, and what follows it.
    pub(in super::super) fn parse(line: &str) -> Option<(Self, &str)> {
        let mut words = line.splitn(7, ' ');
        let mark = Self {
            bytes: words.next()?.parse().ok()?,
            modified: words.next()?.parse().ok()?,
            system: (words.next()?.parse().ok()?, words.next()?.parse().ok()?, words.next()?.parse().ok()?),
            text: words.next()?.parse().ok()?,
        };
        Some((mark, words.next()?))
    }

    /// The mark of the same file after it has been moved, which is a change to some systems.
    pub(in super::super) fn moved(&self, metadata: &Metadata) -> Self {
        let moved = Self { text: self.text, ..Self::of(metadata) };
        let is_same = (moved.bytes, moved.modified, moved.system.0) == (self.bytes, self.modified, self.system.0);
        // If it is another file already, it must not pass for this one.
        if is_same { moved } else { self.clone() }
    }

    /// Whether the system says the same of the file of `metadata`.
    pub(in super::super) fn is_of(&self, metadata: &Metadata) -> bool {
        *self == Self { text: self.text, ..Self::of(metadata) }
    }

    /// Whether the file has this text.
    pub(in super::super) fn is_of_text(&self, text: &str) -> bool {
        self.text == digest(text)
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { bytes, modified, system: (number, seconds, nanoseconds), text } = self;
        write!(f, "{bytes} {modified} {number} {seconds} {nanoseconds} {text}")
    }
}

#[cfg(unix)]
fn system(metadata: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn system(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}
