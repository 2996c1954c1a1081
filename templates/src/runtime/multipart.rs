//! Bodies of several parts: `multipart/form-data` (RFC 7578).

#![allow(dead_code, reason = "an API may have no such bodies")]

use std::collections::VecDeque;
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use http_body::Body as _;
use serde::Serialize;

use super::client::Client;
use super::error::Result;
use super::flow::{self, Chunk};
use super::payload::{Content, Opening, Payload};
use super::request::{Body, Operation, Part, Request};
use super::upload::Upload;

impl Request {
    /// A request whose body has parts, none at first.
    pub(crate) fn with_parts(client: &Client, operation: &'static Operation) -> Self {
        let mut request = Self::new(client, operation);
        request.body = Body::Parts(Vec::new(), write);
        request
    }

    /// Sets a part to text, of type `media_type` if the API's description says so.
    pub(crate) fn part(&mut self, name: &'static str, media_type: Option<&'static str>, value: impl fmt::Display) {
        self.parts(name, [Part::text(name, media_type, &value)]);
    }

    /// Sets a part for each of the values.
    pub(crate) fn part_each(
        &mut self,
        name: &'static str,
        media_type: Option<&'static str>,
        values: impl IntoIterator<Item = impl fmt::Display>,
    ) {
        self.parts(name, values.into_iter().map(|value| Part::text(name, media_type, &value)));
    }

    /// Sets a part to JSON.
    pub(crate) fn part_json(&mut self, name: &'static str, media_type: Option<&'static str>, value: impl Serialize) {
        if let Some(text) = self.accept(name, serde_json::to_string(&value)) {
            self.part(name, media_type.or(Some("application/json")), text);
        }
    }

    /// Sets a part for each of the values, each of them JSON.
    pub(crate) fn part_json_each(
        &mut self,
        name: &'static str,
        media_type: Option<&'static str>,
        values: impl IntoIterator<Item = impl Serialize>,
    ) {
        let texts: Result<Vec<String>, _> = values.into_iter().map(|value| serde_json::to_string(&value)).collect();
        if let Some(texts) = self.accept(name, texts) {
            self.part_each(name, media_type.or(Some("application/json")), texts);
        }
    }

    /// Sets a part to a file, of type `media_type` if the API's description says so and the file does not.
    pub(crate) fn file(&mut self, name: &'static str, media_type: Option<&'static str>, upload: impl Into<Upload>) {
        self.parts(name, [Part::file(name, media_type, upload.into())]);
    }

    /// Sets a part for each of the files.
    pub(crate) fn file_each(
        &mut self,
        name: &'static str,
        media_type: Option<&'static str>,
        uploads: impl IntoIterator<Item = impl Into<Upload>>,
    ) {
        self.parts(name, uploads.into_iter().map(|upload| Part::file(name, media_type, upload.into())));
    }

    fn parts(&mut self, name: &'static str, parts: impl IntoIterator<Item = Part>) {
        if let Body::Parts(others, _) = &mut self.body {
            set(others, name, parts);
        }
    }
}

impl Part {
    /// A text; `media_type` is said only where the API's description says something.
    fn text(name: &'static str, media_type: Option<&'static str>, value: &dyn fmt::Display) -> Self {
        let (media_type, content) = (media_type.map(str::to_owned), Payload::bytes(value.to_string()));
        Self { name, file_name: None, media_type, content }
    }

    /// A file, of type `media_type` unless it says itself what it is. Without a name it is called like its field, since
    /// many services take a part without a file name for a text.
    fn file(name: &'static str, media_type: Option<&'static str>, upload: Upload) -> Self {
        let Upload { content, file_name, media_type: own } = upload;
        let media_type = own.unwrap_or_else(|| media_type.unwrap_or("application/octet-stream").to_owned());
        Self {
            name,
            file_name: Some(file_name.unwrap_or_else(|| name.to_owned())),
            media_type: Some(media_type),
            content,
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

/// Sets the parts of a field, in place of those that it has.
fn set(all: &mut Vec<Part>, name: &'static str, parts: impl IntoIterator<Item = Part>) {
    all.retain(|part| part.name != name);
    all.extend(parts);
}

/// The type of the body, and the body.
fn write(parts: Vec<Part>) -> (String, Payload) {
    let boundary = boundary();
    let mut pieces = Vec::new();
    for part in parts {
        pieces.push(Payload::bytes(part.head(&boundary)));
        pieces.push(part.content);
        pieces.push(Payload::bytes("\r\n"));
    }
    pieces.push(Payload::bytes(format!("--{boundary}--\r\n")));
    (format!("multipart/form-data; boundary={boundary}"), Payload::Content(Arc::new(Pieces(pieces))))
}

/// A line that stands in no content: 128 bits of it are chance.
fn boundary() -> String {
    let random = || RandomState::new().hash_one(());
    format!("{:016x}{:016x}", random(), random())
}

/// A name as it stands between quotes, in the way of browsers.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// Content of several pieces.
struct Pieces(Vec<Payload>);

impl Content for Pieces {
    fn is_spent(&self) -> bool {
        self.0.iter().any(Payload::is_spent)
    }

    fn open(&self) -> Opening<'_> {
        Box::pin(async {
            let (mut bodies, mut length) = (VecDeque::new(), Some(0));
            for piece in &self.0 {
                let body = piece.body().await?;
                length = length.zip(body.size_hint().exact()).map(|(length, size)| length + size);
                bodies.push_back(body);
            }
            Ok(flow::body(Sequence(bodies), length))
        })
    }
}

/// The pieces that are still to be sent.
struct Sequence(VecDeque<reqwest::Body>);

impl Stream for Sequence {
    type Item = Chunk;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Chunk>> {
        while let Some(body) = self.0.front_mut() {
            match ready!(Pin::new(body).poll_frame(context)) {
                // Bodies of pieces have no trailers.
                Some(frame) => {
                    let chunk = frame.map(|frame| frame.into_data().unwrap_or_default());
                    return Poll::Ready(Some(chunk.map_err(Into::into)));
                }
                None => drop(self.0.pop_front()),
            }
        }
        Poll::Ready(None)
    }
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
        let mut parts = Vec::new();
        set(&mut parts, "a", [Part::text("a", None, &1)]);
        set(&mut parts, "b", [Part::text("b", Some("application/json"), &2), Part::text("b", None, &3)]);
        set(&mut parts, "a", []);
        let names: Vec<&str> = parts.iter().map(|part| part.name).collect();
        assert_eq!(names, ["b", "b"]);
    }

    #[test]
    fn boundaries_differ() {
        assert_ne!(boundary(), boundary());
        assert_eq!(boundary().len(), 32);
    }
}
