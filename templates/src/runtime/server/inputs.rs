//! A request as an operation reads it, input by input.

#![allow(dead_code, reason = "an API may have no forms, say, or no queries")]

use axum::http::header::{CONTENT_TYPE, COOKIE};
use axum::http::{HeaderMap, HeaderValue, Uri};
use bytes::Bytes;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::brackets::{self, Parts};
use super::values::{Encoded, FromValues, Values, pairs};
use super::{Place, Reason};

type Result<T, E = Reason> = std::result::Result<T, E>;

/// What an operation is asked for, as it is read from a request.
pub(crate) trait FromInputs: Sized {
    /// What the body is.
    const BODY: Body = Body::Ignored;

    /// Reads it.
    ///
    /// # Errors
    ///
    /// If an input is missing, or cannot be what it should be.
    fn read(inputs: &Inputs) -> Result<Self>;
}

/// Declares what an operation is asked for: a struct, and of each field where in a request it is found. How a value is
/// read follows from its type, unless that is said behind its place. `: Form` says what the body is.
#[allow(unused_macros, reason = "an API may have no operations")]
macro_rules! request {
    (
        $(#[$attribute:meta])*
        pub struct $request:ident $(: $body:ident)? {
            $(
                $(#[$docs:meta])*
                pub $field:ident: $ty:ty = $place:ident($($of:tt)*) $(.$how:ident($($with:tt)*))*,
            )*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $request {
            $($(#[$docs])* pub $field: $ty,)*
        }

        impl $crate::runtime::server::inputs::FromInputs for $request {
            $(const BODY: $crate::runtime::server::inputs::Body = $crate::runtime::server::inputs::Body::$body;)?

            #[allow(unused_variables, clippy::similar_names, reason = "the inputs are those of the API's description")]
            fn read(
                inputs: &$crate::runtime::server::inputs::Inputs,
            ) -> Result<Self, $crate::runtime::server::Reason> {
                // Refusals within the literal would compile several times slower: each drops all fields before it.
                $(let $field: $ty = $crate::runtime::server::inputs::Read::read(
                    inputs.$place($($of)*) $(.$how($($with)*))*
                )?;)*
                Ok(Self { $($field),* })
            }
        }
    };
}

#[allow(unused_imports, reason = "an API may have no operations")]
pub(crate) use request;

/// What stands in a request for a field of type `T`, or what is wrong with it.
pub(crate) trait Read<T> {
    /// The field.
    ///
    /// # Errors
    ///
    /// If it is missing, or cannot be what it should be.
    fn read(self) -> Result<T>;
}

impl<T: FromValues> Read<T> for Values<'_> {
    fn read(self) -> Result<T> {
        T::from_values(&self)
    }
}

impl<T> Read<T> for Result<T> {
    fn read(self) -> Result<T> {
        self
    }
}

/// What the body of a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// Nothing that the operation looks at.
    Ignored,
    /// A form.
    Form,
    /// A JSON object, to be read member by member.
    Members,
    /// Any JSON.
    Json,
    /// Anything, as it is.
    Content,
}

/// A request, taken apart as far as its operation's inputs can be found in it.
pub(crate) struct Inputs<'a> {
    path: Vec<(&'static str, String)>,
    uri: &'a Uri,
    headers: &'a HeaderMap,
    body: Vec<u8>,
    /// The members of the body, if it is an object to be read so.
    members: Map<String, Value>,
}

impl<'a> Inputs<'a> {
    /// Takes the body apart.
    ///
    /// # Errors
    ///
    /// If it is of another type than `kind`, or is not what its type says.
    pub(super) fn new(
        path: Vec<(&'static str, String)>,
        uri: &'a Uri,
        headers: &'a HeaderMap,
        body: Vec<u8>,
        kind: Body,
    ) -> Result<Self> {
        if !body.is_empty() {
            check_type(headers.get(CONTENT_TYPE), kind)?;
        }
        let members = match kind {
            Body::Members if !body.is_empty() => decode(&body)?,
            _ => Map::new(),
        };
        Ok(Self { path, uri, headers, body, members })
    }

    /// A parameter of the path.
    pub(crate) fn path(&self, name: &'static str) -> Values<'_> {
        let named = self.path.iter().filter(|(known, _)| *known == name);
        let texts = named.map(|(_, text)| Encoded::Percent(text.as_bytes())).collect();
        Values { place: Place::Path, name, texts }
    }

    /// A parameter of the query.
    pub(crate) fn query(&self, name: &'static str) -> Values<'_> {
        let query = self.uri.query().unwrap_or_default().as_bytes();
        let texts = pairs(query).filter(|(known, _)| known == name).map(|(_, text)| text).collect();
        Values { place: Place::Query, name, texts }
    }

    /// A header.
    pub(crate) fn header(&self, name: &'static str) -> Values<'_> {
        let texts = self.headers.get_all(name).iter().map(|value| Encoded::Plain(value.as_bytes())).collect();
        Values { place: Place::Header, name, texts }
    }

    /// A field of the form.
    pub(crate) fn form(&self, name: &'static str) -> Values<'_> {
        let texts = pairs(&self.body).filter(|(known, _)| known == name).map(|(_, text)| text).collect();
        Values { place: Place::Body, name, texts }
    }

    /// A cookie.
    pub(crate) fn cookie(&self, name: &'static str) -> Values<'_> {
        let cookies =
            self.headers.get_all(COOKIE).iter().flat_map(|value| value.as_bytes().split(|byte| *byte == b';'));
        let pairs =
            cookies.map(<[u8]>::trim_ascii).filter_map(|pair| pair.strip_prefix(name.as_bytes())?.strip_prefix(b"="));
        Values { place: Place::Cookie, name, texts: pairs.map(Encoded::Percent).collect() }
    }

    /// An object whose members are parameters of the query.
    pub(crate) fn query_members(&self, name: &'static str) -> Parts {
        Parts { place: Place::Query, name, tree: brackets::members(self.uri.query().unwrap_or_default().as_bytes()) }
    }

    /// A value whose parts are parameters of the query, called after the part in brackets.
    pub(crate) fn query_brackets(&self, name: &'static str) -> Parts {
        let query = self.uri.query().unwrap_or_default().as_bytes();
        Parts { place: Place::Query, name, tree: brackets::parts(query, name) }
    }

    /// A value whose parts are parameters of the query, called after the part behind a dot.
    pub(crate) fn query_dots(&self, name: &'static str) -> Parts {
        let query = self.uri.query().unwrap_or_default().as_bytes();
        Parts { place: Place::Query, name, tree: brackets::dotted(query, name) }
    }

    /// An object whose members are fields of the form.
    pub(crate) fn form_members(&self, name: &'static str) -> Parts {
        Parts { place: Place::Body, name, tree: brackets::members(&self.body) }
    }

    /// A value whose parts are fields of the form, called after the part in brackets.
    pub(crate) fn form_brackets(&self, name: &'static str) -> Parts {
        Parts { place: Place::Body, name, tree: brackets::parts(&self.body, name) }
    }

    /// A member of the body's JSON object.
    pub(crate) fn member<T: DeserializeOwned>(&self, name: &'static str) -> Result<T> {
        let missing = Reason::Missing { place: Place::Body, name };
        self.members.get(name).ok_or(missing).and_then(|value| member(name, value))
    }

    /// A member of the body's JSON object that may be absent or null.
    pub(crate) fn optional_member<T: DeserializeOwned>(&self, name: &'static str) -> Result<Option<T>> {
        self.members.get(name).filter(|value| !value.is_null()).map(|value| member(name, value)).transpose()
    }

    /// A member of the body's JSON object that may be absent or null, which its type tells apart.
    pub(crate) fn nullable_member<T: DeserializeOwned + Default>(&self, name: &'static str) -> Result<T> {
        self.members.get(name).map_or(Ok(T::default()), |value| member(name, value))
    }

    /// The whole body, as JSON.
    pub(crate) fn json<T: DeserializeOwned>(&self) -> Result<T> {
        self.optional_json()?.ok_or(Reason::Missing { place: Place::Body, name: "body" })
    }

    /// The whole body, as it is.
    #[expect(clippy::unnecessary_wraps, reason = "other bodies can be wrong")]
    pub(crate) fn bytes(&self) -> Result<Bytes> {
        Ok(Bytes::copy_from_slice(&self.body))
    }

    /// The whole body, as it is, or `None` if it is empty.
    pub(crate) fn optional_bytes(&self) -> Result<Option<Bytes>> {
        (!self.body.is_empty()).then(|| self.bytes()).transpose()
    }

    /// The whole body, as text.
    pub(crate) fn text(&self) -> Result<String> {
        let invalid = |_| Reason::Invalid { place: Place::Body, name: "body", message: "it is not UTF-8".to_owned() };
        String::from_utf8(self.body.clone()).map_err(invalid)
    }

    /// The whole body, as text, or `None` if it is empty.
    pub(crate) fn optional_text(&self) -> Result<Option<String>> {
        (!self.body.is_empty()).then(|| self.text()).transpose()
    }

    /// The whole body, as JSON, or `None` if it is empty.
    pub(crate) fn optional_json<T: DeserializeOwned>(&self) -> Result<Option<T>> {
        (!self.body.is_empty()).then(|| decode(&self.body)).transpose()
    }
}

fn member<T: DeserializeOwned>(name: &'static str, value: &Value) -> Result<T> {
    let invalid = |error: serde_json::Error| Reason::Invalid { place: Place::Body, name, message: error.to_string() };
    T::deserialize(value).map_err(invalid)
}

fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    let message = |error| format!("it is not the JSON that it should be: {error}");
    let invalid = |error| Reason::Invalid { place: Place::Body, name: "body", message: message(error) };
    serde_json::from_slice(body).map_err(invalid)
}

/// Checks that a body of type `found` can be what the operation takes. One without a type may be anything.
fn check_type(found: Option<&HeaderValue>, kind: Body) -> Result<()> {
    let Some(found) = found.map(|value| String::from_utf8_lossy(value.as_bytes())) else { return Ok(()) };
    let essence = found.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let (fits, expected) = match kind {
        Body::Ignored | Body::Content => return Ok(()),
        Body::Form => (essence == "application/x-www-form-urlencoded", "application/x-www-form-urlencoded"),
        Body::Members | Body::Json => (essence == "application/json" || essence.ends_with("+json"), "application/json"),
    };
    if fits { Ok(()) } else { Err(Reason::UnsupportedMediaType { found: found.into_owned(), expected }) }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::super::values::{any, boolean, choice, date, integer, json, number, text, time};
    use super::*;

    /// They borrow the head of a request, which a test has no use for by itself.
    fn inputs(query: &str, media_type: &'static str, body: &str, kind: Body) -> Result<Inputs<'static>> {
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(media_type))]);
        let uri: Uri = format!("/?{query}").parse().expect("a URI");
        let (headers, uri) = (Box::leak(Box::new(headers)), Box::leak(Box::new(uri)));
        Inputs::new(vec![("Sid", "a%2Fb+c%2520".to_owned())], uri, headers, body.into(), kind)
    }

    fn invalid(place: Place, name: &'static str) -> impl Fn(Reason) -> bool {
        move |reason| matches!(reason, Reason::Invalid { place: at, name: of, .. } if (at, of) == (place, name))
    }

    const FORM: &str = "application/x-www-form-urlencoded; charset=utf-8";

    #[test]
    fn paths_are_decoded_once() {
        let inputs = inputs("", "", "", Body::Ignored).expect("inputs");
        assert_eq!(inputs.path("Sid").required(text), Ok("a/b+c%20".to_owned()));
        assert_eq!(inputs.path("Other").required(text), Err(Reason::Missing { place: Place::Path, name: "Other" }));
    }

    #[test]
    fn forms_are_read_as_leniently_as_can_be() {
        let body =
            r#"Url=https://x/y.js?a=1&Name=a+b%2Bc&Name=%zz%&Json={"a":1, "b":[2]}&Json=&Json=3&Empty=&None&K%65y=ü"#;
        let inputs = inputs("", FORM, body, Body::Form).expect("inputs");
        assert_eq!(inputs.form("Url").required(text), Ok("https://x/y.js?a=1".to_owned()));
        assert_eq!(inputs.form("Name").list(text), Ok(vec!["a b+c".to_owned(), "%zz%".to_owned()]));
        assert_eq!(inputs.form("Name").required(text), Ok("%zz%".to_owned()), "the last one counts");
        let values: Vec<Value> = inputs.form("Json").without_empty().list(json).expect("JSON");
        assert_eq!(Value::from(values).to_string(), r#"[{"a":1,"b":[2]},3]"#);
        assert_eq!(inputs.form("Empty").optional(text), Ok(Some(String::new())));
        assert_eq!(inputs.form("None").optional(text), Ok(Some(String::new())));
        assert_eq!(inputs.form("Key").optional(text), Ok(Some("ü".to_owned())));
        assert_eq!(inputs.form("Other").optional(text), Ok(None));
        assert_eq!(inputs.form("Other").optional_list(text), Ok(None));
        assert!(inputs.form("Url").required(json::<Value>).is_err_and(invalid(Place::Body, "Url")));
    }

    #[test]
    fn queries_have_types() {
        let query = "n=5&inf=inf&b=TRUE&d=2020-01-10T20:00:00Z&list=1,2%2C,&one=,&a=%7B%7D&text=x&bad=%FF&big=99999999999999999999";
        let inputs = inputs(query, "", "", Body::Ignored).expect("inputs");
        assert_eq!(inputs.query("n").required(integer::<i64>), Ok(5));
        assert_eq!(inputs.query("n").required(number::<f64>), Ok(5.0));
        assert!(inputs.query("inf").required(number::<f64>).is_err_and(invalid(Place::Query, "inf")));
        assert_eq!(inputs.query("b").required(boolean), Ok(true));
        assert_eq!(inputs.query("d").required(time).map(Timestamp::as_second), Ok(1_578_686_400));
        let items = ["1", "2,", ""].map(str::to_owned).to_vec();
        assert_eq!(inputs.query("list").split(',').list(text), Ok(items), "split before it is decoded");
        assert_eq!(inputs.query("none").split(',').optional_list(text), Ok(None));
        assert_eq!(inputs.query("a").required(any).map(|value| value.is_object()), Ok(true));
        assert_eq!(inputs.query("text").required(any), Ok(Value::from("x")));
        assert_eq!(inputs.query("text").required(choice::<String>), Ok("x".to_owned()));
        for name in ["bad", "big", "text"] {
            assert!(inputs.query(name).required(integer::<i64>).is_err_and(invalid(Place::Query, name)), "{name}");
            assert!(inputs.query(name).required(date).is_err_and(invalid(Place::Query, name)), "{name}");
        }
        assert!(inputs.query("text").required(boolean).is_err_and(invalid(Place::Query, "text")));
    }

    #[test]
    fn types_say_how_they_are_read() {
        request! {
            /// What a test is asked for.
            pub struct Asked {
                /// A text.
                pub sid: String = path("Sid"),
                /// Any value, if there is one.
                pub any: Option<Value> = query("any"),
                /// Numbers.
                pub list: Vec<f32> = query("n"),
                /// Numbers, if there are any.
                pub parts: Option<Vec<i64>> = query("parts").split(','),
                /// A text as it is said to be read.
                pub choice: Option<String> = header("Content-Type").optional(choice),
                /// A type like no other.
                pub body: Option<bool> = optional_json(),
            }
        }
        let read =
            |query| inputs(query, "application/json", "true", Asked::BODY).and_then(|inputs| Asked::read(&inputs));
        let expected = Asked {
            sid: "a/b+c%20".to_owned(),
            any: Some(Value::from(1)),
            list: vec![1.5, 2.0],
            parts: Some(vec![3, 4]),
            choice: Some("application/json".to_owned()),
            body: Some(true),
        };
        assert_eq!(read("any=1&n=1.5&n=2&parts=3,4"), Ok(expected));
        assert_eq!(read(""), Err(Reason::Missing { place: Place::Query, name: "n" }));
        assert!(read("n=1&parts=3,x").is_err_and(invalid(Place::Query, "parts")));
    }

    #[test]
    fn bodies_are_what_they_should_be() {
        let members = inputs("", "application/merge-patch+json", r#"{"a":1,"b":null}"#, Body::Members).expect("inputs");
        assert_eq!(members.member::<i64>("a"), Ok(1));
        assert_eq!(members.optional_member::<i64>("b"), Ok(None));
        assert_eq!(members.nullable_member::<Option<i64>>("a"), Ok(Some(1)));
        assert_eq!(members.nullable_member::<Value>("b"), Ok(Value::Null));
        assert_eq!(members.nullable_member::<i64>("c"), Ok(0));
        assert_eq!(members.member::<i64>("c"), Err(Reason::Missing { place: Place::Body, name: "c" }));
        assert!(members.member::<bool>("a").is_err_and(invalid(Place::Body, "a")));

        let whole = inputs("", "application/json", "[1]", Body::Json).expect("inputs");
        assert_eq!(whole.json::<Vec<i64>>(), Ok(vec![1]));
        assert!(whole.json::<bool>().is_err_and(invalid(Place::Body, "body")));
        let none = inputs("", "application/json", "", Body::Json).expect("inputs");
        assert_eq!(none.optional_json::<bool>(), Ok(None));
        assert_eq!(none.json::<bool>(), Err(Reason::Missing { place: Place::Body, name: "body" }));

        let content = inputs("", "image/png", "ä", Body::Content).expect("inputs");
        assert_eq!(content.text(), Ok("ä".to_owned()));
        assert_eq!(content.optional_bytes(), Ok(Some("ä".into())));
        assert_eq!(inputs("", "", "", Body::Content).expect("inputs").optional_text(), Ok(None));

        for (media_type, body, kind) in
            [("application/json", "[]", Body::Members), ("application/json", "{", Body::Members)]
        {
            assert!(inputs("", media_type, body, kind).is_err_and(invalid(Place::Body, "body")), "{body}");
        }
        for (media_type, kind) in [("application/json", Body::Form), (FORM, Body::Json), ("text/plain", Body::Members)]
        {
            let refused = |reason| matches!(reason, Reason::UnsupportedMediaType { .. });
            assert!(inputs("", media_type, "{}", kind).is_err_and(refused), "{media_type} for {kind:?}");
            assert!(inputs("", media_type, "", kind).is_ok(), "an empty body is of no type");
        }
        assert!(inputs("", "text/plain", "{}", Body::Ignored).is_ok());
    }
}
