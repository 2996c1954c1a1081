//! What there is to be sent, and where that is known from.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::arguments::Arguments;
use super::compare::{pairs, segments};
use super::document::{Input, Operation, placeholder};
use crate::Recorded;

/// Names and values, in order, decoded.
pub type Pairs = Vec<(String, String)>;

/// A request that there is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Its method.
    pub method: String,
    /// The segments of its path, decoded.
    pub segments: Vec<String>,
    /// Its path as it is best sent; `None` if any encoding of the segments is as good.
    pub path: Option<String>,
    /// Its query.
    pub query: Pairs,
    /// The fields of its form; none if its body is empty.
    pub form: Pairs,
    /// Its body of JSON, if it has one.
    pub json: Option<Value>,
    /// Whether no body is as good as that of JSON, since none of it comes from arguments.
    pub may_be_empty: bool,
    /// Whether a member of the JSON that is null is as good as one that is absent.
    pub null_is_absent: bool,
    /// The headers that come from arguments; names in lower case.
    pub headers: BTreeMap<String, String>,
    /// The headers that may come from arguments, and that must not be sent otherwise; names in lower case.
    pub header_parameters: BTreeSet<String>,
    /// Its content type, without parameters.
    pub content_type: Option<String>,
    /// By name, what makes values of the query or the form equal that differ as texts.
    pub tolerance: BTreeMap<String, Tolerance>,
}

/// What makes values equal that differ as texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// Both are JSON texts of the same value.
    Json,
    /// Both are the same time, to the second.
    Instant,
    /// Both are the same number.
    Number,
}

impl Tolerance {
    /// The one of this name in a vector.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "json" => Some(Self::Json),
            "instant" => Some(Self::Instant),
            "number" => Some(Self::Number),
            _ => None,
        }
    }
}

impl Expected {
    /// What the description of `operation` says about a call with these arguments.
    ///
    /// # Panics
    ///
    /// If a path argument is missing.
    pub fn described(operation: &Operation, arguments: &Arguments) -> Self {
        let segment = |segment: &str| match placeholder(segment) {
            Some(name) => text(&arguments[name]),
            None => segment.to_owned(),
        };
        let given = |place: &'static str| {
            let inputs = operation.inputs.iter().filter(move |input| input.place == place);
            inputs.filter_map(|input| Some((input, arguments.get(&input.name)?)))
        };
        let has_form = operation.inputs.iter().any(|input| input.place == "form");
        let untyped = operation.inputs.iter().filter(|input| input.untyped);
        Self {
            method: operation.method.clone(),
            segments: operation.path.split('/').skip(1).map(segment).collect(),
            path: None,
            query: given("query").flat_map(values).collect(),
            form: given("form").flat_map(values).collect(),
            json: None,
            may_be_empty: false,
            null_is_absent: false,
            headers: given("header").map(|(input, value)| (input.name.to_lowercase(), text(value))).collect(),
            header_parameters: operation.header_parameters(),
            content_type: has_form.then(|| "application/x-www-form-urlencoded".to_owned()),
            tolerance: untyped.map(|input| (input.name.clone(), Tolerance::Json)).collect(),
        }
    }

    /// What another client has sent for a call of `operation`.
    ///
    /// # Errors
    ///
    /// If something in it is badly encoded.
    pub fn recorded(operation: &Operation, request: &Recorded) -> Result<Self, String> {
        let header = |name: String| Some((name.clone(), request.header(&name)?.to_owned()));
        let untyped = operation.inputs.iter().filter(|input| input.untyped);
        Ok(Self {
            method: request.method.clone(),
            segments: segments(request.path())?,
            path: Some(request.path().to_owned()),
            query: pairs(request.query())?,
            form: pairs(request.text())?,
            json: None,
            may_be_empty: false,
            null_is_absent: false,
            headers: operation.header_parameters().into_iter().filter_map(header).collect(),
            header_parameters: operation.header_parameters(),
            content_type: request.header("content-type").map(str::to_owned),
            tolerance: untyped.map(|input| (input.name.clone(), Tolerance::Json)).collect(),
        })
    }
}

/// The pairs of one input: one for each item of an array. What the document does not type is JSON text.
fn values((input, value): (&Input, &Value)) -> Pairs {
    let pair = |value: &Value| {
        let value = if input.untyped { value.to_string() } else { text(value) };
        (input.name.clone(), value)
    };
    match value {
        Value::Array(items) => items.iter().map(pair).collect(),
        value => vec![pair(value)],
    }
}

/// A text as it is, anything else as JSON.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
