//! Calls whose operation and arguments are known only when the program runs.

#![allow(dead_code, reason = "the operations of an API may have no arguments")]

use std::fmt;

use reqwest::StatusCode;
use reqwest::header::CONTENT_TYPE;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::call::{Call, Decode, Reading, Whole};
use super::client::{Client, ClientBuilder};
use super::credentials::{Given, Kind};
use super::decode;
use super::error::{Error, Result};
use super::nullable::Nullable;
use super::options::CallOptions;
use super::request::Request;
use super::send::Incoming;
use crate::document::SCHEMES;
use crate::dynamic::RESOURCES;

/// An operation by its name: how it makes its request of arguments, and how its answer is read.
pub(crate) type Entry = (&'static str, Start, fn(StatusCode) -> Reading);

/// How an operation makes its request.
#[derive(Clone, Copy)]
pub(crate) enum Start {
    /// Of nothing.
    Bare(fn(&Client) -> Request),
    /// Of its arguments.
    Given(fn(&Client, &mut Arguments) -> Result<Request>),
}

impl Client {
    /// Calls any operation by its `operationId` in the API's description, with arguments under the names that they
    /// have there.
    ///
    /// `arguments` is an object, or null if there are none. A name that occurs in two places of an operation is given
    /// with its place, as in `path:Sid` and `form:Sid`; a body that is given as a whole is called `*body`. What is
    /// uploaded is given as text. Null is sent where JSON can hold it and the description allows it; anywhere else it
    /// is no argument. The call goes through the builder that the operation has in Rust, and yields the answer as it came: a list yields
    /// one page.
    ///
    /// An operation or argument that does not exist, and an argument that is missing or of another type than the
    /// description says, make the call fail with [`Error::Invalid`] before anything is sent.
    pub fn call(&self, operation_id: impl AsRef<str>, arguments: Value) -> DynamicCall {
        DynamicCall {
            client: self.clone(),
            operation: operation_id.as_ref().to_owned(),
            arguments,
            options: CallOptions::default(),
        }
    }
}

impl ClientBuilder {
    /// A username and password for all ways to show who calls that take a pair; without any, they are ignored.
    pub fn any_credentials(self, username: impl Into<String>, password: impl Into<String>) -> Self {
        self.give_all(true, &Given::Pair(username.into(), password.into()))
    }

    /// A token or key for all ways to show who calls that take one; without any, it is ignored.
    pub fn any_token(self, token: impl Into<String>) -> Self {
        self.give_all(false, &Given::Text(token.into()))
    }

    /// Gives the same to all schemes that take pairs, or to all others.
    fn give_all(self, are_pairs: bool, given: &Given) -> Self {
        let schemes = SCHEMES.iter().filter(|scheme| (scheme.kind == Kind::Basic) == are_pairs);
        schemes.fold(self, |builder, scheme| builder.give(scheme, given.clone()))
    }
}

/// A call of [`Client::call`], to be awaited. It returns the JSON of the answer, or null if there is none.
///
/// An answer of another type than JSON is returned as text.
#[derive(Clone)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct DynamicCall {
    client: Client,
    operation: String,
    arguments: Value,
    options: CallOptions,
}

impl DynamicCall {
    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Anything>> {
        self.call()
    }

    fn call<D>(self) -> Call<D> {
        let operation = RESOURCES.iter().copied().flatten().find(|(id, ..)| *id == self.operation);
        let reading = operation.map_or(Reading::whole as fn(StatusCode) -> Reading, |(_, _, reading)| *reading);
        Call::read_by(self.request(operation).and_then(Request::finish), reading)
    }

    fn request(self, found: Option<&Entry>) -> Result<Request> {
        let Self { client, operation, arguments, options } = self;
        let Some((_, start, _)) = found else {
            return Err(Error::invalid(format!("the API has no operation called `{operation}`")));
        };
        let mut request = Arguments::new(arguments)
            .and_then(|mut arguments| {
                let request = match start {
                    Start::Bare(start) => start(&client),
                    Start::Given(start) => start(&client, &mut arguments)?,
                };
                arguments.finish()?;
                Ok(request)
            })
            .map_err(|error| in_operation(&operation, error))?;
        request.options = options;
        Ok(request)
    }
}

impl IntoFuture for DynamicCall {
    type Output = Result<Value>;
    type IntoFuture = Call<Anything>;

    fn into_future(self) -> Self::IntoFuture {
        self.call()
    }
}

impl fmt::Debug for DynamicCall {
    /// Leaves out the arguments, which may hold what does not belong in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DynamicCall").field("operation", &self.operation).finish_non_exhaustive()
    }
}

/// What a call was given, by name; an operation takes out what it knows.
pub(crate) struct Arguments(Map<String, Value>);

impl Arguments {
    fn new(arguments: Value) -> Result<Self> {
        match arguments {
            Value::Null => Ok(Self(Map::new())),
            Value::Object(arguments) => Ok(Self(arguments)),
            _ => Err(Error::invalid("the arguments must be an object")),
        }
    }

    /// The argument `name`, which the operation cannot do without.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if it is missing, or cannot be what the operation takes.
    pub(crate) fn required<T: DeserializeOwned + Serialize>(&mut self, name: &str) -> Result<T> {
        self.optional(name)?.ok_or_else(|| Error::invalid(format!("the argument `{name}` is missing")))
    }

    /// The argument `name`, if it was given.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if it cannot be what the operation takes.
    pub(crate) fn optional<T: DeserializeOwned + Serialize>(&mut self, name: &str) -> Result<Option<T>> {
        self.0.remove(name).map(|given| read(name, &given)).transpose()
    }

    /// The argument `name`, which may be null, too.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if it cannot be what the operation takes.
    pub(crate) fn nullable<T: DeserializeOwned + Serialize>(&mut self, name: &str) -> Result<Nullable<T>> {
        match self.0.remove(name) {
            None => Ok(Nullable::Absent),
            Some(Value::Null) => Ok(Nullable::Null),
            Some(given) => read(name, &given).map(Nullable::Value),
        }
    }

    /// Says what is left over.
    fn finish(self) -> Result<()> {
        match self.0.keys().next() {
            None => Ok(()),
            Some(name) => Err(Error::invalid(format!("the operation has no argument called `{name}`"))),
        }
    }
}

/// The argument `name` as a `T`.
fn read<T: DeserializeOwned + Serialize>(name: &str, given: &Value) -> Result<T> {
    let value = T::deserialize(given).map_err(|error| unreadable(name, &error))?;
    // What is not in the value would not be sent either.
    if (given.is_object() || given.is_array())
        && let Ok(kept) = serde_json::to_value(&value)
        && let Some(member) = lost(given, &kept)
    {
        return Err(Error::invalid(format!("the argument `{name}` cannot have `{member}`")));
    }
    Ok(value)
}

#[cold]
fn unreadable(name: &str, error: &serde_json::Error) -> Error {
    Error::invalid(format!("the argument `{name}` is not what the operation takes: {error}"))
}

#[cold]
fn in_operation(operation: &str, error: Error) -> Error {
    match error {
        Error::Invalid { message } => Error::invalid(format!("{operation}: {message}")),
        other => other,
    }
}

/// The path of the first member of `given` that is not in `kept`, such as `[1].label`. Null is as good as absent.
fn lost(given: &Value, kept: &Value) -> Option<String> {
    match (given, kept) {
        (Value::Object(given), Value::Object(kept)) => given.iter().find_map(|(name, value)| match kept.get(name) {
            None if value.is_null() => None,
            None => Some(name.clone()),
            Some(kept) => lost(value, kept).map(|rest| join(name, &rest)),
        }),
        (Value::Array(given), Value::Array(kept)) => given
            .iter()
            .zip(kept)
            .enumerate()
            .find_map(|(index, (given, kept))| lost(given, kept).map(|rest| join(&format!("[{index}]"), &rest))),
        _ => None,
    }
}

fn join(start: &str, rest: &str) -> String {
    if rest.starts_with('[') { format!("{start}{rest}") } else { format!("{start}.{rest}") }
}

/// An answer of any kind, as JSON.
pub struct Anything(());

impl Decode for Anything {
    type Value = Value;

    fn decode(incoming: Incoming) -> Result<Value> {
        if incoming.body.is_empty() {
            return Ok(Value::Null);
        }
        let media_type = incoming.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        match std::str::from_utf8(&incoming.body) {
            Ok(text) if !media_type.is_some_and(is_json) => {
                Ok(serde_json::from_str(text).unwrap_or_else(|_| Value::from(text)))
            }
            _ => decode::json(&incoming),
        }
    }
}

/// Whether `media_type` says that a body is JSON.
fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || essence.ends_with("+json")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn message<T: fmt::Debug>(result: Result<T>) -> String {
        result.expect_err("an error").to_string()
    }

    #[test]
    fn arguments_are_taken_out_by_type() {
        let mut given =
            Arguments::new(json!({"Name": "n", "Count": 3, "Tags": ["a"], "Any": null})).expect("an object");
        assert_eq!(given.required::<String>("Name").expect("a text"), "n");
        assert_eq!(given.optional::<i64>("Count").expect("a number"), Some(3));
        assert_eq!(given.optional::<Vec<String>>("Tags").expect("texts"), Some(vec!["a".to_owned()]));
        assert_eq!(given.optional::<Value>("Any").expect("any value"), Some(Value::Null));
        assert_eq!(given.optional::<bool>("Other").expect("nothing"), None);
        assert_eq!(given.nullable::<bool>("Other").expect("nothing"), Nullable::Absent);
        given.finish().expect("nothing is left");
    }

    #[test]
    fn what_is_wrong_is_named() {
        let given = || Arguments::new(json!({"Name": 5, "Nothing": null})).expect("an object");
        assert!(message(given().required::<String>("Name")).contains("`Name` is not what the operation takes"));
        assert!(message(given().optional::<String>("Nothing")).contains("`Nothing`"));
        assert!(message(given().required::<String>("Other")).ends_with("the argument `Other` is missing"));
        assert!(message(given().finish()).ends_with("no argument called `Name`"));
        assert!(message(Arguments::new(json!([])).map(drop)).ends_with("must be an object"));
    }

    #[test]
    fn members_that_would_be_lost_are_found() {
        for (given, kept, expected) in [
            (json!({"a": 1}), json!({"a": 1, "b": null}), None),
            (json!({"a": null}), json!({}), None),
            (json!({"a": 1}), json!({}), Some("a")),
            (json!([{}, {"a": [{"b": 1}]}]), json!([{}, {"a": [{}]}]), Some("[1].a[0].b")),
            (json!({"a": {"b": 1}}), json!({"a": {}}), Some("a.b")),
            (json!({"at": "2020-01-01T00:00:00+01:00"}), json!({"at": "2019-12-31T23:00:00Z"}), None),
        ] {
            assert_eq!(lost(&given, &kept).as_deref(), expected, "{given}");
        }
    }

    #[test]
    fn media_types_say_what_is_json() {
        for media_type in ["application/json", "Application/JSON; charset=utf-8", "application/problem+json"] {
            assert!(is_json(media_type), "{media_type}");
        }
        assert!(!is_json("text/plain"));
    }
}
