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
use super::credentials::Given;
use super::decode;
use super::error::{Error, Result};
use super::options::CallOptions;
use super::request::Request;
use super::send::Incoming;
use crate::document::SCHEMES;
use crate::dynamic::TABLES;

/// An operation by its name.
pub(crate) struct Entry {
    id: &'static str,
    start: Start,
    pub(super) reading: fn(StatusCode) -> Reading,
}

/// How an operation makes its request of its arguments.
type Start = fn(&Client, &mut Arguments) -> Result<Request>;

impl Entry {
    pub(crate) const fn new(id: &'static str, start: Start) -> Self {
        Self { id, start, reading: Reading::whole }
    }
}

/// Declares the operations of resources: what each cannot do without, and behind that what else it takes, each with
/// what it is read as and its name among the arguments.
#[allow(unused_macros, reason = "an API may have no operations")]
macro_rules! calls {
    ($($resource:ident { $(
        $id:literal $(: $reading:ident)? => $method:ident $needed:tt {
            $($setter:ident $(or $null:ident)?: $kind:ident $name:literal $(in $format:ident)?,)*
        }
    )* })*) => {
        pub(super) const OPERATIONS: &[$crate::runtime::dynamic::Entry] = &[$($({
            #[allow(
                deprecated,
                unused_mut,
                unused_variables,
                clippy::unnecessary_wraps,
                reason = "the operations are those of the API's description, and which are called is the caller's choice"
            )]
            fn start(
                client: &$crate::Client,
                given: &mut $crate::runtime::dynamic::Arguments,
            ) -> $crate::Result<$crate::runtime::request::Request> {
                let mut call = $crate::runtime::dynamic::start!(client, given, $resource, $method, $needed);
                $(
                    $(if given.null($name) { call = call.$null(); } else)?
                    if let Some(value) = given.$kind($name)
                        $(.written($crate::runtime::format::$format::value))?
                        .optional()
                    {
                        call = call.$setter(value);
                    }
                )*
                Ok(call.request)
            }
            $crate::runtime::dynamic::Entry::new($id, start) $(.$reading())?
        },)*)*];
    };
}

/// Starts a call with what it cannot do without, which are arguments, or members of a struct if there are too many.
#[allow(unused_macros, reason = "an API may have no operations")]
macro_rules! start {
    (
        $client:ident, $given:ident, $resource:ident, $method:ident,
        ($($kind:ident $name:literal $(in $format:ident)?),*)
    ) => {
        $client.$resource().$method($(
            $given.$kind($name)
                $(.written($crate::runtime::format::$format::value))?
                .required()?
        ),*)
    };
    (
        $client:ident, $given:ident, $resource:ident, $method:ident,
        ($inputs:ident { $($field:ident: $kind:ident $name:literal $(in $format:ident)?,)* })
    ) => {
        $client.$resource().$method($crate::$resource::$inputs {
            $($field: $given.$kind($name)
                $(.written($crate::runtime::format::$format::value))?
                .required()?),*
        })
    };
}

#[allow(unused_imports, reason = "an API may have no operations")]
pub(crate) use {calls, start};

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
        let schemes = SCHEMES.iter().filter(|scheme| scheme.kind.takes_pair() == are_pairs);
        schemes.fold(self, |builder, scheme| builder.give(scheme, given.clone()))
    }
}

/// A call of [`Client::call`], to be awaited. It returns the JSON of the answer, or null if there is none.
///
/// An answer of another type than JSON is returned as text, unless it can be read as JSON.
#[derive(Clone)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct DynamicCall {
    client: Client,
    operation: String,
    arguments: Value,
    options: CallOptions,
}

impl DynamicCall {
    /// Makes the call with settings of its own, in place of those of an earlier `with`.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Anything>> {
        self.call()
    }

    fn call<D>(self) -> Call<D> {
        let operation = TABLES.iter().copied().flatten().find(|entry| entry.id == self.operation);
        let reading = operation.map_or(Reading::whole as fn(StatusCode) -> Reading, |entry| entry.reading);
        Call::read_by(self.request(operation).and_then(Request::finish), reading)
    }

    fn request(self, found: Option<&Entry>) -> Result<Request> {
        let Self { client, operation, arguments, options } = self;
        let Some(entry) = found else {
            return Err(Error::invalid(format!("the API has no operation called `{operation}`")));
        };
        let mut request = Arguments::new(arguments)
            .and_then(|mut arguments| {
                let request = (entry.start)(&client, &mut arguments)?;
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
pub(crate) struct Arguments {
    given: Map<String, Value>,
    /// What is wrong with the first that cannot be what the operation takes, kept until the end: to leave early at any of
    /// dozens of inputs makes operations slow to compile.
    error: Option<Error>,
}

impl Arguments {
    fn new(arguments: Value) -> Result<Self> {
        let given = match arguments {
            Value::Null => Map::new(),
            Value::Object(arguments) => arguments,
            _ => return Err(Error::invalid("the arguments must be an object")),
        };
        Ok(Self { given, error: None })
    }

    /// The argument `name`, which is a text.
    pub(crate) fn text(&mut self, name: &'static str) -> Argument<'_, String> {
        self.take(name, |text| text)
    }

    /// The argument `name`, which is a list of texts.
    pub(crate) fn texts(&mut self, name: &'static str) -> Argument<'_, Vec<String>> {
        self.take(name, |texts| texts)
    }

    /// The argument `name`, of the type that the operation takes.
    pub(crate) fn value<T>(&mut self, name: &'static str) -> Argument<'_, T> {
        self.take(name, |value| value)
    }

    /// The argument `name`, which is a list of what the operation takes.
    pub(crate) fn values<T>(&mut self, name: &'static str) -> Argument<'_, Vec<T>> {
        self.take(name, |values| values)
    }

    /// The argument `name`, which is to be uploaded.
    pub(crate) fn upload<U: From<String>>(&mut self, name: &'static str) -> Argument<'_, U, String> {
        self.take(name, U::from)
    }

    /// The argument `name`, whose items are to be uploaded.
    pub(crate) fn uploads<U: From<String>>(&mut self, name: &'static str) -> Argument<'_, Vec<U>, Vec<String>> {
        self.take(name, |texts| texts.into_iter().map(U::from).collect())
    }

    fn take<T, R>(&mut self, name: &'static str, made: fn(R) -> T) -> Argument<'_, T, R> {
        Argument { arguments: self, name, made }
    }

    /// Whether the argument `name` is null, which is taken out then.
    pub(crate) fn null(&mut self, name: &'static str) -> bool {
        let is_null = self.given.get(name).is_some_and(Value::is_null);
        if is_null {
            self.given.remove(name);
        }
        is_null
    }

    /// Says what is wrong, or left over.
    fn finish(self) -> Result<()> {
        match (self.error, self.given.keys().next()) {
            (Some(error), _) => Err(error),
            (None, Some(name)) => Err(Error::invalid(format!("the operation has no argument called `{name}`"))),
            (None, None) => Ok(()),
        }
    }
}

/// An argument that may have been given. It is read as `R`, of which a `T` is made.
pub(crate) struct Argument<'a, T, R = T> {
    arguments: &'a mut Arguments,
    name: &'static str,
    made: fn(R) -> T,
}

impl<'a, T> Argument<'a, T> {
    /// The same, written in a format of its own, out of which `value` takes it.
    pub(crate) fn written<R>(self, value: fn(R) -> T) -> Argument<'a, T, R> {
        let Self { arguments, name, .. } = self;
        Argument { arguments, name, made: value }
    }
}

impl<T, R: DeserializeOwned + Serialize> Argument<'_, T, R> {
    /// The argument, which the operation cannot do without.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if it is missing, or cannot be what the operation takes.
    pub(crate) fn required(self) -> Result<T> {
        let Self { arguments, name, made } = self;
        let given = arguments.given.remove(name);
        let given = given.ok_or_else(|| Error::invalid(format!("the argument `{name}` is missing")))?;
        read(name, &given).map(made)
    }

    /// The argument, if it was given, and can be what the operation takes.
    pub(crate) fn optional(self) -> Option<T> {
        let Self { arguments, name, made } = self;
        match read(name, &arguments.given.remove(name)?) {
            Ok(value) => Some(made(value)),
            Err(error) => {
                arguments.error.get_or_insert(error);
                None
            }
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
        let given = json!({"Name": "n", "Count": 3, "Tags": ["a"], "Any": null, "None": null, "Letter": "a"});
        let mut given = Arguments::new(given).expect("an object");
        assert_eq!(given.text("Name").required().expect("a text"), "n");
        assert_eq!(given.value("Count").optional(), Some(3));
        assert_eq!(given.texts("Tags").optional(), Some(vec!["a".to_owned()]));
        assert_eq!(given.value("Any").optional(), Some(Value::Null));
        assert_eq!(given.value::<bool>("Other").optional(), None);
        assert!(given.null("None") && !given.null("Other"));
        let code: u32 = given.value("Letter").written(|letter: char| u32::from(letter)).required().expect("a letter");
        assert_eq!(code, 97);
        given.finish().expect("nothing is left");
    }

    #[test]
    fn what_is_wrong_is_named() {
        let given = || Arguments::new(json!({"Name": 5, "Nothing": null})).expect("an object");
        assert!(message(given().text("Name").required()).contains("`Name` is not what the operation takes"));
        let mut wrong = given();
        assert_eq!(wrong.text("Nothing").optional(), None);
        assert_eq!(wrong.text("Name").optional(), None);
        assert!(message(wrong.finish()).contains("`Nothing`"), "the first one");
        assert!(message(given().text("Other").required()).ends_with("the argument `Other` is missing"));
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
