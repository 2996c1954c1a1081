//! Bodies that are forms: `application/x-www-form-urlencoded`.

#![allow(dead_code, reason = "the fields of an API's forms may all be alike")]

use std::fmt;

use serde::Serialize;

use super::super::client::Client;
use super::super::encode::Pairs;
use super::super::error::Result;
use super::{Body, Operation, Request};

impl Request {
    /// A request whose body is a form, empty at first.
    pub(crate) fn with_form(client: &Client, operation: &'static Operation) -> Self {
        Self { body: Body::Form(Pairs::default()), ..Self::new(client, operation) }
    }

    /// Sets a field of the form.
    pub(crate) fn form(&mut self, name: &'static str, value: impl fmt::Display) {
        if let Body::Form(form) = &mut self.body {
            form.set(name, &value);
        }
    }

    /// Sets a field of the form that is repeated for each of its values.
    pub(crate) fn form_each(&mut self, name: &'static str, values: impl IntoIterator<Item = impl fmt::Display>) {
        if let Body::Form(form) = &mut self.body {
            form.set_each(name, values);
        }
    }

    /// Sets a field of the form to JSON text.
    pub(crate) fn form_json(&mut self, name: &'static str, value: impl Serialize) {
        if let Some(text) = self.accept(name, serde_json::to_string(&value)) {
            self.form(name, text);
        }
    }

    /// Sets a field of the form that is repeated for each of its values, each of them JSON text.
    pub(crate) fn form_json_each(&mut self, name: &'static str, values: impl IntoIterator<Item = impl Serialize>) {
        let texts: Result<Vec<String>, _> = values.into_iter().map(|value| serde_json::to_string(&value)).collect();
        if let Some(texts) = self.accept(name, texts) {
            self.form_each(name, texts);
        }
    }
}
