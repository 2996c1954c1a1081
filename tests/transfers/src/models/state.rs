//! [`State`].

use jiff::Timestamp;
use serde_json::Value;

use crate::models::Level;
use crate::runtime::Nullable;
use crate::runtime::build::build;
use crate::runtime::fields::record;

record! {
    /// What `UpdateFile` returns, among others.
    #[non_exhaustive]
    pub struct State: Default {
        /// Called `note` on the wire.
        pub note: Nullable<String> = nullable "note",
        /// Called `level` on the wire.
        pub level: Option<Level> = optional "level",
        /// Called `size` on the wire.
        pub size: Option<u64> = optional "size",
        /// Called `digest` on the wire.
        pub digest: Option<Vec<u8>> = optional "digest" in Base64,
        /// Called `changed` on the wire.
        pub changed: Nullable<Timestamp> = nullable "changed" in Rfc2822,
        /// Called `extra` on the wire.
        pub extra: Option<Value> = any "extra",
    }
}

build! {
    impl State;
    new {}

    /// Called `note` on the wire.
    fn note(note: impl AsRef<str>) => note = Nullable::Value(note.as_ref().to_owned());

    /// Sets `note` to null.
    fn note_null() => note = Nullable::Null;

    /// Called `level` on the wire.
    fn level(level: Level) => level = Some(level);

    /// Called `size` on the wire.
    fn size(size: u64) => size = Some(size);

    /// Called `digest` on the wire.
    fn digest(digest: Vec<u8>) => digest = Some(digest);

    /// Called `changed` on the wire.
    fn changed(changed: Timestamp) => changed = Nullable::Value(changed);

    /// Sets `changed` to null.
    fn changed_null() => changed = Nullable::Null;

    /// Called `extra` on the wire.
    fn extra(extra: Value) => extra = Some(extra);
}
