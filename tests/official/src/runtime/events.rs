//! Events that a service sends while an answer lasts: `text/event-stream`.

#![allow(dead_code, reason = "an API may send no events")]

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use reqwest::StatusCode;
use serde::de::DeserializeOwned;

use super::call::{Decode, Reading};
use super::decode;
use super::download::Download;
use super::error::{ErrorResponse, Result};
use super::send::Incoming;

/// What many services send as the data of a last event, which is no JSON.
const DONE: &str = "[DONE]";

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event<T> {
    /// Its id, or that of the last event that had one.
    pub id: Option<String>,
    /// What kind of event it is, if the service says so.
    pub event: Option<String>,
    /// What it tells.
    pub data: T,
}

/// The events of an answer, as they arrive. There is no limit to how long one may take.
///
/// A connection that breaks is an error, after which there are no more events; the id of the last one tells the
/// service where to go on, where it offers that. Data that cannot be read is an error, too, but others may follow it.
#[must_use = "events that nobody waits for are not fetched"]
pub struct Events<T> {
    download: Download,
    parser: Box<Parser>,
    read: fn(&Download, String) -> Option<Result<T>>,
    ended: bool,
}

impl<T> Events<T> {
    /// The next event; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<Event<T>>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T> Stream for Events<T> {
    type Item = Result<Event<T>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        while !this.ended {
            if let Some(Event { id, event, data }) = this.parser.events.pop_front() {
                match (this.read)(&this.download, data) {
                    Some(data) => return Poll::Ready(Some(data.map(|data| Event { id, event, data }))),
                    None => break,
                }
            }
            match ready!(this.download.poll_chunk(context)) {
                Some(Ok(chunk)) => this.parser.read(&chunk),
                Some(Err(error)) => {
                    this.ended = true;
                    return Poll::Ready(Some(Err(error)));
                }
                None => break,
            }
            if this.parser.length() > this.download.limit() {
                this.ended = true;
                let response = response(&this.download, "");
                return Poll::Ready(Some(Err(decode::too_large(response, this.download.limit()))));
            }
        }
        this.ended = true;
        Poll::Ready(None)
    }
}

impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events").finish_non_exhaustive()
    }
}

/// An answer of events whose data is text.
pub struct TextEvents(());

impl Decode for TextEvents {
    type Value = Events<String>;

    fn reading(status: StatusCode) -> Reading {
        Reading::streamed(status)
    }

    fn decode(incoming: Incoming) -> Result<Self::Value> {
        Ok(events(incoming, |_, data| Some(Ok(data))))
    }
}

/// An answer of events whose data is JSON.
pub struct JsonEvents<T>(PhantomData<T>);

impl<T: DeserializeOwned> Decode for JsonEvents<T> {
    type Value = Events<T>;

    fn reading(status: StatusCode) -> Reading {
        Reading::streamed(status)
    }

    fn decode(incoming: Incoming) -> Result<Self::Value> {
        Ok(events(incoming, |download, data| (data != DONE).then(|| response(download, data).json())))
    }
}

fn events<T>(incoming: Incoming, read: fn(&Download, String) -> Option<Result<T>>) -> Events<T> {
    Events { download: Download::new(incoming).patient(), parser: Box::default(), read, ended: false }
}

/// The answer as if the data of one event were all of it.
fn response(download: &Download, data: impl Into<String>) -> ErrorResponse {
    ErrorResponse { status: download.status(), headers: download.headers().clone(), body: data.into().into() }
}

/// Reads events as the HTML standard has them (section 9.2.6), however they are cut into chunks.
#[derive(Default)]
struct Parser {
    events: VecDeque<Event<String>>,
    /// The beginning of a line that has not ended yet.
    line: Vec<u8>,
    /// Whether the last character ended a line and was a carriage return, so that a line feed belongs to it.
    returned: bool,
    /// Whether a line has been read.
    begun: bool,
    id: Option<String>,
    event: Option<String>,
    data: Option<String>,
}

impl Parser {
    fn read(&mut self, chunk: &[u8]) {
        for byte in chunk {
            let follows = std::mem::replace(&mut self.returned, *byte == b'\r');
            match byte {
                b'\n' if follows => {}
                b'\r' | b'\n' => self.end_line(),
                other => self.line.push(*other),
            }
        }
    }

    /// How much is kept for an event that is not complete.
    fn length(&self) -> usize {
        self.line.len() + self.data.as_ref().map_or(0, String::len)
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = String::from_utf8_lossy(&line);
        // A mark of the byte order may stand before all else.
        let line = if self.begun { &line } else { line.strip_prefix('\u{feff}').unwrap_or(&line) };
        self.begun = true;
        if line.is_empty() {
            self.dispatch();
            return;
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "data" => match &mut self.data {
                Some(data) => {
                    data.push('\n');
                    data.push_str(value);
                }
                None => self.data = Some(value.to_owned()),
            },
            "event" => self.event = Some(value.to_owned()).filter(|value| !value.is_empty()),
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()).filter(|value| !value.is_empty()),
            // Comments, how long to wait before one connects again, and what nobody knows.
            _ => {}
        }
    }

    /// Ends an event; without data there is none.
    fn dispatch(&mut self) {
        let (event, data) = (self.event.take(), self.data.take());
        if let Some(data) = data {
            self.events.push_back(Event { id: self.id.clone(), event, data });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(chunks: &[&str]) -> Vec<(Option<String>, Option<String>, String)> {
        let mut parser = Parser::default();
        for chunk in chunks {
            parser.read(chunk.as_bytes());
        }
        parser.events.into_iter().map(|Event { id, event, data }| (id, event, data)).collect()
    }

    fn event(id: &str, event: &str, data: &str) -> (Option<String>, Option<String>, String) {
        let text = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        (text(id), text(event), data.to_owned())
    }

    #[test]
    fn events_are_those_of_the_standard() {
        for (text, expected) in [
            ("data: a\n\n", vec![event("", "", "a")]),
            ("\u{feff}data: a\n\n", vec![event("", "", "a")]),
            ("data:a\ndata: b\ndata\n\n", vec![event("", "", "a\nb\n")]),
            ("data:  a\r\n\r\ndata: b\r\r", vec![event("", "", " a"), event("", "", "b")]),
            ("id: 1\nevent: add\ndata: x\n\ndata: y\n\n", vec![event("1", "add", "x"), event("1", "", "y")]),
            ("id: 1\ndata: x\n\nid\ndata: y\n\n", vec![event("1", "", "x"), event("", "", "y")]),
            ("id: a\0b\ndata: x\n\n", vec![event("", "", "x")]),
            (": comment\n\nevent: lost\n\ndata: x\n\n", vec![event("", "", "x")]),
            ("retry: 5\nother: 1\ndata\n\n", vec![event("", "", "")]),
            ("data: cut off\n", vec![]),
            ("data: {\"a\": \"b:c\"}\n\n", vec![event("", "", "{\"a\": \"b:c\"}")]),
        ] {
            assert_eq!(parsed(&[text]), expected, "{text:?}");
            let characters: Vec<String> = text.chars().map(String::from).collect();
            let cut: Vec<&str> = characters.iter().map(String::as_str).collect();
            assert_eq!(parsed(&cut), expected, "{text:?}, character by character");
        }
    }

    #[test]
    fn characters_may_be_cut() {
        let mut parser = Parser::default();
        "data: ä€\n\n".bytes().for_each(|byte| parser.read(&[byte]));
        assert_eq!(parser.events.pop_front().map(|event| event.data).as_deref(), Some("ä€"));
    }
}
