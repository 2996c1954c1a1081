//! What an operation asks for, before it is sent.

#![allow(dead_code, reason = "an API may have no forms, say, or no queries")]

mod json;

use std::borrow::Cow;
use std::fmt;

use reqwest::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Method, Url};

use super::client::Client;
use super::credentials::Security;
use super::encode::{self, Pairs};
use super::error::{Error, Result};
use super::options::{CallOptions, header_value};
use super::payload::Payload;
use super::send::Outgoing;

/// How much longer than its path the address of a request may become without moving, in bytes.
const ROOM: usize = 64;

/// What is the same for every call of an operation.
pub(crate) struct Operation {
    /// Its name in the API's description.
    pub(crate) id: &'static str,
    pub(crate) method: Method,
    /// With a placeholder such as `{Sid}` for each path argument, and behind a `?` what each query begins with.
    pub(crate) path: &'static str,
    /// What it asks callers to show.
    pub(crate) security: Security,
    /// Its server, if it has one of its own.
    pub(crate) server: Option<&'static str>,
}

impl Operation {
    /// An operation of the API's usual server.
    pub(crate) const fn new(id: &'static str, method: Method, path: &'static str, security: Security) -> Self {
        Self { id, method, path, security, server: None }
    }

    /// The same operation of another server.
    pub(crate) const fn at(mut self, server: &'static str) -> Self {
        self.server = Some(server);
        self
    }
}

/// One call of an operation, as far as it has been described.
#[derive(Clone)]
pub(crate) struct Request {
    client: Client,
    operation: &'static Operation,
    /// The base URL, and the path up to the first placeholder that has no argument yet.
    url: String,
    /// The rest of the operation's path.
    rest: &'static str,
    query: Pairs,
    headers: HeaderMap,
    /// As in a query; the header has them, too.
    cookies: Pairs,
    pub(super) body: Body,
    /// The type of the body, if it is not the usual one of its kind.
    media_type: Option<&'static str>,
    pub(crate) options: CallOptions,
    /// The inputs that cannot be sent, and why; reported when the call is made, so that setters need no `?`.
    invalid: Vec<(&'static str, String)>,
}

/// The body of a request. What is not written at once comes with the function that does it, so that programs which have
/// no such requests have none of it in them.
#[derive(Clone)]
pub(super) enum Body {
    /// None.
    Empty,
    /// `application/x-www-form-urlencoded`.
    Form(Pairs),
    /// `application/json`, an object that is filled member by member.
    Members(Members, fn(Members) -> Payload),
    /// `multipart/form-data`.
    Parts(Vec<Part>, fn(Vec<Part>) -> (String, Payload)),
    /// Anything else; of this type, if it is borrowed, unless something else is said.
    Whole(Cow<'static, str>, Payload),
}

/// The members of an object: their names, and their values in JSON.
pub(super) type Members = Vec<(&'static str, String)>;

/// A part of a body: a field, or one of the values of a field.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) name: &'static str,
    pub(super) file_name: Option<String>,
    pub(super) media_type: Option<String>,
    pub(super) content: Payload,
}

impl Request {
    /// A request for `operation` without arguments.
    pub(crate) fn new(client: &Client, operation: &'static Operation) -> Self {
        let settings = client.settings();
        let own = settings.own_server(operation.server).map(|server| server.trim_end_matches('/'));
        let base = own.unwrap_or(&settings.base);
        let mut url = String::with_capacity(base.len() + operation.path.len() + ROOM);
        url.push_str(base);
        let rest = take_literal(&mut url, operation.path);
        Self {
            client: client.clone(),
            operation,
            url,
            rest,
            query: Pairs::default(),
            headers: HeaderMap::new(),
            cookies: Pairs::default(),
            body: Body::Empty,
            media_type: None,
            options: CallOptions::default(),
            invalid: Vec::new(),
        }
    }

    /// Fills the next placeholder of the path.
    pub(crate) fn path(&mut self, name: &'static str, value: impl fmt::Display) {
        let start = self.url.len();
        encode::append(&mut self.url, &value);
        self.filled(name, start);
    }

    /// Goes on behind the placeholder `name`, whose value begins at `start`.
    fn filled(&mut self, name: &'static str, start: usize) {
        debug_assert!(self.rest.starts_with(&format!("{{{name}}}")), "`{name}` is not next in {}", self.rest);
        if matches!(&self.url[start..], "" | "." | "..") {
            self.refuse(name, format!("`{name}` is {:?}, which no URL can carry", &self.url[start..]));
        }
        if let Some((_, rest)) = self.rest.split_once('}') {
            self.rest = take_literal(&mut self.url, rest);
        }
    }

    /// Sets a query parameter.
    pub(crate) fn query(&mut self, name: &'static str, value: impl fmt::Display) {
        self.query.set(name, &value);
    }

    /// Sets a query parameter that is repeated for each of its values.
    pub(crate) fn query_each(&mut self, name: &'static str, values: impl IntoIterator<Item = impl fmt::Display>) {
        self.query.set_each(name, values);
    }

    /// Sets a header.
    pub(crate) fn header(&mut self, name: &'static str, value: impl fmt::Display) {
        self.forgive(name);
        match (HeaderName::try_from(name), header_value(name, &value.to_string())) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            (Err(_), _) => self.refuse(name, format!("`{name}` cannot be the name of a header")),
            (_, Err(error)) => self.refuse(name, error.to_string()),
        }
    }

    /// Says that the body is of this type, rather than the usual one of its kind.
    pub(crate) fn media_type(&mut self, media_type: &'static str) {
        self.media_type = Some(media_type);
    }

    /// Asks for an answer of one of these types, rather than `application/json`.
    pub(crate) fn accept_types(&mut self, media_types: &'static str) {
        self.headers.insert(ACCEPT, HeaderValue::from_static(media_types));
    }

    /// Sets the whole body to text.
    pub(crate) fn text(&mut self, value: impl fmt::Display) {
        self.body = Body::Whole("text/plain; charset=utf-8".into(), Payload::bytes(value.to_string()));
    }

    /// The request as it is to be sent.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if an argument or an option cannot be sent, or if credentials are missing.
    pub(crate) fn finish(self) -> Result<Outgoing> {
        let Self { client, operation, mut url, rest, query, mut headers, body, media_type, options, invalid, .. } =
            self;
        debug_assert!(rest.is_empty(), "{rest} is left of the path");
        let refused = |what: &dyn fmt::Display| refused(operation, what);
        if let Some((_, message)) = invalid.first() {
            return Err(refused(message));
        }
        if !query.is_empty() {
            url.push(if operation.path.as_bytes().contains(&b'?') { '&' } else { '?' });
            url.push_str(query.as_str());
        }
        let url = Url::parse(&url).map_err(|error| refused(&error))?;
        let (content_type, body) = body.into_payload(media_type).unzip();
        // A method that usually has a body says that there is none (RFC 9110, section 8.6).
        if body.as_ref().is_none_or(Payload::is_empty)
            && !operation.method.is_safe()
            && operation.method != Method::DELETE
        {
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        if let Some(content_type) = content_type {
            let content_type = match content_type {
                Cow::Borrowed(usual) => HeaderValue::from_static(usual),
                Cow::Owned(own) => header_value("content-type", &own)?,
            };
            headers.insert(CONTENT_TYPE, content_type);
        }
        options.apply_headers(&mut headers)?;
        let settings = client.settings();
        let shown = settings
            .credentials
            .choose(operation.security, &headers, query.as_str())
            .map_err(|missing| refused(&missing))?;
        if let Some(server) = settings.own_server(operation.server) {
            settings.base_of(Some(server))?;
        }
        Ok(Outgoing { client, operation, url, headers, body, shown, options })
    }

    /// What was made of an input, unless that cannot be JSON.
    pub(super) fn accept<T>(&mut self, name: &'static str, json: serde_json::Result<T>) -> Option<T> {
        self.forgive(name);
        json.map_err(|error| self.refuse(name, format!("`{name}` cannot be JSON: {error}"))).ok()
    }

    fn refuse(&mut self, name: &'static str, message: String) {
        self.invalid.push((name, message));
    }

    /// Forgets what was wrong with an input that is set once more.
    fn forgive(&mut self, name: &str) {
        self.invalid.retain(|(refused, _)| *refused != name);
    }
}

/// The error for a call of `operation` that cannot be made.
#[cold]
fn refused(operation: &Operation, what: &dyn fmt::Display) -> Error {
    Error::invalid(format!("{}: {what}", operation.id))
}

impl Body {
    /// Its media type, which is `media_type` where that is said, and its content.
    fn into_payload(self, media_type: Option<&'static str>) -> Option<(Cow<'static, str>, Payload)> {
        let of_type =
            |usual, content| Some((media_type.map_or(Cow::Borrowed(usual), |own| Cow::Owned(own.to_owned())), content));
        match self {
            Self::Empty => None,
            Self::Form(form) => of_type("application/x-www-form-urlencoded", Payload::bytes(form.into_string())),
            Self::Members(members, write) => of_type("application/json", write(members)),
            Self::Parts(parts, write) => {
                let (own, content) = write(parts);
                Some((own.into(), content))
            }
            Self::Whole(Cow::Borrowed(usual), content) => of_type(usual, content),
            Self::Whole(own, content) => Some((own, content)),
        }
    }
}

/// Appends `path` to `url` up to its first placeholder, and returns the rest.
fn take_literal(url: &mut String, path: &'static str) -> &'static str {
    let (literal, rest) = path.split_at(path.find('{').unwrap_or(path.len()));
    url.push_str(literal);
    rest
}

impl fmt::Debug for Request {
    /// Shows the operation and its path: bodies and headers may hold what does not belong in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.operation.method, self.url, self.rest)
    }
}
