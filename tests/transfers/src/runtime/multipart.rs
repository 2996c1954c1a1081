//! Bodies of several parts: `multipart/form-data` (RFC 7578).

#![allow(dead_code, reason = "an API may have no such bodies")]

use std::fmt;
use std::hash::{BuildHasher, RandomState};

use bytes::Bytes;

use super::payload::Payload;
use super::upload::{Source, Upload};

/// The parts of a body, in the order in which they were set.
#[derive(Clone, Default)]
pub(crate) struct Multipart(Vec<Part>);

/// A part: a field, or one of the values of a field.
#[derive(Clone)]
pub(crate) struct Part {
    name: &'static str,
    file_name: Option<String>,
    media_type: Option<String>,
    source: Source,
}

impl Part {
    /// A text; `media_type` is said only where the API's description says something.
    pub(crate) fn text(name: &'static str, media_type: Option<&'static str>, value: &dyn fmt::Display) -> Self {
        let (media_type, source) = (media_type.map(str::to_owned), Source::Bytes(value.to_string().into()));
        Self { name, file_name: None, media_type, source }
    }

    /// A file, of type `media_type` unless it says itself what it is. Without a name it is called like its field, since
    /// many services take a part without a file name for a text.
    pub(crate) fn file(name: &'static str, media_type: Option<&'static str>, upload: Upload) -> Self {
        let Upload { source, file_name, media_type: own } = upload;
        let media_type = own.unwrap_or_else(|| media_type.unwrap_or("application/octet-stream").to_owned());
        Self {
            name,
            file_name: Some(file_name.unwrap_or_else(|| name.to_owned())),
            media_type: Some(media_type),
            source,
        }
    }

    /// What stands before the content.
    fn head(&self, boundary: &str) -> String {
        let name = quoted(self.name);
        let file_name = self.file_name.as_ref().map(|name| format!("; filename=\"{}\"", quoted(name)));
        let media_type =
            self.media_type.as_ref().map(|ty| format!("\r\nContent-Type: {}", ty.replace(['\r', '\n'], " ")));
        let (file_name, media_type) = (file_name.unwrap_or_default(), media_type.unwrap_or_default());
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{file_name}{media_type}\r\n\r\n")
    }
}

impl Multipart {
    /// Sets the parts of a field, in place of those that it has.
    pub(crate) fn set(&mut self, name: &'static str, parts: impl IntoIterator<Item = Part>) {
        self.0.retain(|part| part.name != name);
        self.0.extend(parts);
    }

    /// The body, its parts divided by `boundary`.
    pub(crate) fn into_payload(self, boundary: &str) -> Payload {
        let mut pieces = Vec::new();
        for part in self.0 {
            pieces.push(Source::Bytes(part.head(boundary).into()));
            pieces.push(part.source);
            pieces.push(Source::Bytes(Bytes::from_static(b"\r\n")));
        }
        pieces.push(Source::Bytes(format!("--{boundary}--\r\n").into()));
        Payload::new(pieces)
    }
}

/// A line that stands in no content: 128 bits of it are chance.
pub(crate) fn boundary() -> String {
    let random = || RandomState::new().hash_one(());
    format!("{:016x}{:016x}", random(), random())
}

/// A name as it stands between quotes, in the way of browsers.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_within_their_quotes() {
        let part =
            Part::file("a\"b", None, Upload::bytes("x").file_name("c\r\n\"d\".png").media_type("image/png\r\nX: y"));
        assert_eq!(
            part.head("B"),
            "--B\r\nContent-Disposition: form-data; name=\"a%22b\"; filename=\"c%0D%0A%22d%22.png\"\r\n\
             Content-Type: image/png  X: y\r\n\r\n"
        );
    }

    #[test]
    fn a_field_that_is_set_twice_counts_once() {
        let mut parts = Multipart::default();
        parts.set("a", [Part::text("a", None, &1)]);
        parts.set("b", [Part::text("b", Some("application/json"), &2), Part::text("b", None, &3)]);
        parts.set("a", []);
        let names: Vec<&str> = parts.0.iter().map(|part| part.name).collect();
        assert_eq!(names, ["b", "b"]);
    }

    #[test]
    fn boundaries_differ() {
        assert_ne!(boundary(), boundary());
        assert_eq!(boundary().len(), 32);
    }
}
