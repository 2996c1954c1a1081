//! Bodies that are JSON.

#![allow(dead_code, reason = "an API may have objects only, or none")]

use serde::Serialize;
use serde_json::Value;

use super::super::client::Client;
use super::super::payload::Payload;
use super::{Body, Members, Operation, Request};

impl Request {
    /// A request whose body is a JSON object, empty at first.
    pub(crate) fn with_members(client: &Client, operation: &'static Operation) -> Self {
        Self { body: Body::Members(Members::new(), written), ..Self::new(client, operation) }
    }

    /// Sets a member of the JSON object.
    pub(crate) fn member(&mut self, name: &'static str, value: impl Serialize) {
        let value = self.accept(name, serde_json::to_string(&value));
        if let (Body::Members(members, _), Some(value)) = (&mut self.body, value) {
            members.retain(|(other, _)| *other != name);
            members.push((name, value));
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

/// The object that has these members.
fn written(members: Members) -> Payload {
    let mut text = String::from("{");
    for (name, value) in members {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&Value::from(name).to_string());
        text.push(':');
        text.push_str(&value);
    }
    text.push('}');
    Payload::bytes(text)
}
