//! [`State`].

use jiff::Timestamp;
use serde_json::Value;
use serde::de::MapAccess;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::models::Level;
use crate::runtime::Nullable;
use crate::runtime::fields::{Fields, given, record};
use crate::runtime::format;

/// What `UpdateFile` returns, among others.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct State {
    /// `note` on the wire.
    pub note: Nullable<String>,
    /// `level` on the wire.
    pub level: Option<Level>,
    /// `size` on the wire.
    pub size: Option<u64>,
    /// `digest` on the wire.
    pub digest: Option<Vec<u8>>,
    /// `changed` on the wire.
    pub changed: Nullable<Timestamp>,
    /// `extra` on the wire.
    pub extra: Option<Value>,
}

impl State {
    /// A value with what it cannot do without.
    #[must_use]
    pub fn new() -> Self {
        Self {
            note: Nullable::Absent,
            level: None,
            size: None,
            digest: None,
            changed: Nullable::Absent,
            extra: None,
        }
    }

    /// `note` on the wire.
    #[must_use]
    pub fn note(mut self, note: impl AsRef<str>) -> Self {
        self.note = Nullable::Value(note.as_ref().to_owned());
        self
    }

    /// Sets `note` to null.
    #[must_use]
    pub fn note_null(mut self) -> Self {
        self.note = Nullable::Null;
        self
    }

    /// `level` on the wire.
    #[must_use]
    pub fn level(mut self, level: Level) -> Self {
        self.level = Some(level);
        self
    }

    /// `size` on the wire.
    #[must_use]
    pub fn size(mut self, size: u64) -> Self {
        self.size = Some(size);
        self
    }

    /// `digest` on the wire.
    #[must_use]
    pub fn digest(mut self, digest: Vec<u8>) -> Self {
        self.digest = Some(digest);
        self
    }

    /// `changed` on the wire.
    #[must_use]
    pub fn changed(mut self, changed: Timestamp) -> Self {
        self.changed = Nullable::Value(changed);
        self
    }

    /// Sets `changed` to null.
    #[must_use]
    pub fn changed_null(mut self) -> Self {
        self.changed = Nullable::Null;
        self
    }

    /// `extra` on the wire.
    #[must_use]
    pub fn extra(mut self, extra: Value) -> Self {
        self.extra = Some(extra);
        self
    }
}

impl Fields for State {
    const NAMES: &'static [&'static str] = &[
        "note",
        "level",
        "size",
        "digest",
        "changed",
        "extra",
    ];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.note = map.next_value()?,
            1 => self.level = map.next_value()?,
            2 => self.size = map.next_value()?,
            3 => self.digest = format::Base64::next(map)?,
            4 => self.changed = format::Rfc2822::next(map)?,
            _ => self.extra = Some(map.next_value()?),
        }
        Ok(())
    }
}

record!(State);

impl Serialize for State {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if !self.note.is_absent() {
            map.serialize_entry("note", &self.note)?;
        }
        given(&mut map, "level", self.level.as_ref())?;
        given(&mut map, "size", self.size.as_ref())?;
        if let Some(value) = &self.digest {
            map.serialize_entry("digest", &format::Base64::of(value))?;
        }
        if !self.changed.is_absent() {
            map.serialize_entry("changed", &format::Rfc2822::of(&self.changed))?;
        }
        given(&mut map, "extra", self.extra.as_ref())?;
        map.end()
    }
}
