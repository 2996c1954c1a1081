//! Bodies that are JSON.

#![allow(dead_code, reason = "an API may have objects only, or none")]

use serde::Serialize;
use serde_json::{Map, Value};

use super::super::client::Client;
use super::super::payload::Payload;
use super::{Body, Operation, Request};

impl Request {
    /// A request whose body is a JSON object, empty at first.
    pub(crate) fn with_members(client: &Client, operation: &'static Operation) -> Self {
        Self {
            body: Body::Members(Map::new(), |members| Payload::bytes(Value::Object(members).to_string())),
            ..Self::new(client, operation)
        }
    }

    /// Sets a member of the JSON object.
    pub(crate) fn member(&mut self, name: &'static str, value: impl Serialize) {
        let value = self.accept(name, serde_json::to_value(value));
        if let (Body::Members(members, _), Some(value)) = (&mut self.body, value) {
            members.insert(name.to_owned(), value);
        }
    }

    /// Sets a member of the JSON object to null.
    pub(crate) fn null(&mut self, name: &'static str) {
        self.member(name, ());
    }

    /// Sets the whole body to JSON.
    pub(crate) fn json(&mut self, value: impl Serialize) {
        if let Some(text) = self.accept("body", serde_json::to_vec(&value)) {
            self.body = Body::Whole("application/json".into(), Payload::bytes(text));
        }
    }
}
