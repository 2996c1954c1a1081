//! What a crate reports through `tracing`, kept for a look.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Map, Value};
use tokio::sync::watch;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::DefaultGuard;
use tracing::{Event, Metadata, Subscriber};

use crate::server::reach;

/// Every span and event of the current thread, of every level and crate, for as long as the guard lives.
#[derive(Clone, Debug)]
pub struct Spans(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    spans: Mutex<Vec<Span>>,
    events: Mutex<Vec<Map<String, Value>>>,
    count: watch::Sender<usize>,
}

/// One span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its name, in the sense of `tracing`.
    pub name: &'static str,
    /// The module that it comes from.
    pub target: &'static str,
    /// Its fields as they were in the end: numbers as numbers, everything else as text.
    pub fields: Map<String, Value>,
}

impl Spans {
    /// Begins to record.
    pub fn record() -> (Self, DefaultGuard) {
        let (spans, events) = (Mutex::default(), Mutex::default());
        let spans = Self(Arc::new(Shared { spans, events, count: watch::Sender::new(0) }));
        let guard = tracing::subscriber::set_default(spans.clone());
        (spans, guard)
    }

    /// The spans of the client so far: one a try.
    pub fn of_client(&self) -> Vec<Span> {
        self.all().into_iter().filter(|span| is_client(span.target)).collect()
    }

    /// Waits until the client has begun so many tries.
    ///
    /// # Panics
    ///
    /// If that takes too long to be still going to happen.
    pub async fn wait_for(&self, tries: usize) {
        reach(&self.0.count, tries).await;
    }

    /// Everything that was recorded, as text to search in.
    pub fn dump(&self) -> String {
        format!("{:?} {:?}", self.all(), lock(&self.0.events))
    }

    fn all(&self) -> Vec<Span> {
        lock(&self.0.spans).clone()
    }
}

impl Span {
    /// A field; null if it has no value.
    pub fn get(&self, field: &str) -> &Value {
        self.fields.get(field).unwrap_or(&Value::Null)
    }
}

impl Subscriber for Spans {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let metadata = attributes.metadata();
        let mut span = Span { name: metadata.name(), target: metadata.target(), fields: Map::new() };
        attributes.record(&mut Fields(&mut span.fields));
        let mut spans = lock(&self.0.spans);
        spans.push(span);
        let id = Id::from_u64(spans.len() as u64);
        drop(spans);
        if is_client(metadata.target()) {
            self.0.count.send_modify(|count| *count += 1);
        }
        id
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        let mut spans = lock(&self.0.spans);
        let index = usize::try_from(id.into_u64()).expect("there are not that many spans") - 1;
        values.record(&mut Fields(&mut spans[index].fields));
    }

    fn event(&self, event: &Event<'_>) {
        let mut fields = Map::new();
        event.record(&mut Fields(&mut fields));
        lock(&self.0.events).push(fields);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

fn is_client(target: &str) -> bool {
    target.split("::").next() == Some("twilio_flex_plugins")
}

/// Puts fields into a map.
struct Fields<'a>(&'a mut Map<String, Value>);

impl Fields<'_> {
    fn set(&mut self, field: &Field, value: impl Into<Value>) {
        self.0.insert(field.name().to_owned(), value.into());
    }
}

impl Visit for Fields<'_> {
    fn record_i64(&mut self, field: &Field, value: i64) {
        self.set(field, value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.set(field, value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.set(field, value);
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.set(field, value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.set(field, format!("{value:?}"));
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
