//! Who calls: what operations ask for, and what a client has to show.

#![allow(dead_code, reason = "an API may ask for nothing, or for some of it only")]

use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use percent_encoding::percent_decode_str;
use reqwest::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Request, Url};

use super::encode::{self, Pairs};
use super::error::{Error, Result};
use super::token::Source;

/// A way to show who calls, as the API's description declares it.
pub(crate) struct Scheme {
    /// Its name in the description.
    pub(crate) name: &'static str,
    /// The method of `ClientBuilder` that sets what it takes.
    pub(crate) setter: &'static str,
    pub(crate) kind: Kind,
}

/// What a scheme takes, and where in a request that goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A username and password: `Authorization: Basic`.
    Basic,
    /// A token: `Authorization: Bearer`.
    Bearer,
    /// The whole value of the header `Authorization`.
    Authorization,
    /// A key, in the header of this name.
    Header(&'static str),
    /// A key, in the query parameter of this name.
    Query(&'static str),
    /// A key, in the cookie of this name.
    Cookie(&'static str),
}

/// Schemes that a call shows all of.
pub(crate) type Alternative = &'static [&'static Scheme];

/// What an operation asks for: one of these, or nothing if there are none.
pub(crate) type Security = &'static [Alternative];

/// What a caller gave for a scheme, not checked yet.
#[derive(Clone)]
pub(crate) enum Given {
    /// A username and password.
    Pair(String, String),
    /// A token, a key or the value of a header.
    Text(String),
    /// Where tokens come from.
    Source(Arc<dyn Source>),
}

/// What a client has to show, by the name of the scheme. It has no `Debug`, since all of it is secret.
#[derive(Default)]
pub(crate) struct Credentials(Vec<(&'static str, Credential)>);

/// What is shown for one scheme.
enum Credential {
    Header(HeaderName, HeaderValue),
    /// A pair of a query, percent-encoded.
    Query(String),
    /// A pair of the header `Cookie`.
    Cookie(String),
    Source(Arc<dyn Source>),
}

impl Credentials {
    /// What was given, checked.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if some of it cannot be sent; the message does not repeat it.
    pub(crate) fn new(given: &[(&'static Scheme, Given)]) -> Result<Self> {
        let mut all = Vec::with_capacity(given.len());
        for (scheme, given) in given {
            all.push((scheme.name, credential(scheme, given)?));
        }
        Ok(Self(all))
    }

    /// The first alternative of `security` that can be met; what `headers` and `query` have already needs nothing.
    ///
    /// # Errors
    ///
    /// What is missing, in words, if there is none.
    pub(crate) fn choose(&self, security: Security, headers: &HeaderMap, query: &str) -> Result<Alternative, String> {
        let is_met = |scheme: &&Scheme| self.get(scheme).is_some() || is_there(scheme, headers, query);
        let met = security.iter().find(|alternative| alternative.iter().all(is_met));
        match met {
            Some(alternative) => Ok(alternative),
            None if security.is_empty() => Ok(&[]),
            None => Err(missing(security)),
        }
    }

    /// Where the token for `alternative` comes from, if it is not a fixed one nor in `headers` already.
    pub(crate) fn source(&self, alternative: Alternative, headers: &HeaderMap) -> Option<(&'static str, &dyn Source)> {
        if headers.contains_key(AUTHORIZATION) {
            return None;
        }
        alternative.iter().find_map(|scheme| match self.get(scheme)? {
            Credential::Source(source) => Some((scheme.setter, &**source)),
            _ => None,
        })
    }

    /// Adds what `alternative` asks for to `request`, unless it is there already.
    pub(crate) fn add(&self, alternative: Alternative, request: &mut Request) {
        for scheme in alternative {
            if is_there(scheme, request.headers(), request.url().query().unwrap_or_default()) {
                continue;
            }
            match self.get(scheme) {
                Some(Credential::Header(name, value)) => drop(request.headers_mut().insert(name, value.clone())),
                Some(Credential::Query(pair)) => add_pair(request.url_mut(), pair),
                Some(Credential::Cookie(pair)) => add_cookie(request.headers_mut(), pair),
                Some(Credential::Source(_)) | None => {}
            }
        }
    }

    /// Removes from `url`, which the service gave, the keys that calls add to it.
    pub(crate) fn remove(&self, security: Security, url: &mut Url) {
        for scheme in security.iter().copied().flatten() {
            if let (Kind::Query(name), Some(_)) = (scheme.kind, self.get(scheme)) {
                remove_pairs(url, name);
            }
        }
    }

    fn get(&self, scheme: &Scheme) -> Option<&Credential> {
        self.0.iter().find(|(name, _)| *name == scheme.name).map(|(_, credential)| credential)
    }
}

/// What is shown for `scheme`, made of what was given.
fn credential(scheme: &Scheme, given: &Given) -> Result<Credential> {
    let text = match given {
        Given::Pair(username, password) => return basic(username, password),
        Given::Source(source) => return Ok(Credential::Source(source.clone())),
        Given::Text(text) => text,
    };
    let refused = |what: &str| Error::invalid(format!("what `{}` was given {what}", scheme.setter));
    if text.is_empty() {
        return Err(refused("is empty"));
    }
    let header =
        |name| Ok(Credential::Header(name, secret(text).ok_or_else(|| refused("cannot be sent in a header"))?));
    match scheme.kind {
        Kind::Basic | Kind::Bearer => {
            let value = bearer(text).map_err(refused)?;
            Ok(Credential::Header(AUTHORIZATION, value))
        }
        Kind::Authorization => header(AUTHORIZATION),
        Kind::Header(name) => header(HeaderName::try_from(name).map_err(|_| refused("has no header to go to"))?),
        Kind::Query(name) => Ok(Credential::Query(format!("{}={}", encoded(name), encoded(text)))),
        Kind::Cookie(name) if text.bytes().all(is_of_cookies) => Ok(Credential::Cookie(format!("{name}={text}"))),
        Kind::Cookie(_) => Err(refused("cannot be sent in a cookie")),
    }
}

/// HTTP Basic authentication (RFC 7617).
fn basic(username: &str, password: &str) -> Result<Credential> {
    if username.is_empty() || username.contains(':') {
        return Err(Error::invalid("the username of the credentials is empty or has a colon"));
    }
    let value = format!("Basic {}", BASE64_STANDARD.encode(format!("{username}:{password}")));
    let value = secret(&value).ok_or_else(|| Error::invalid("the credentials cannot be sent in a header"))?;
    Ok(Credential::Header(AUTHORIZATION, value))
}

/// The header `Authorization` of a bearer token (RFC 6750); or what is wrong with the token, in words.
pub(crate) fn bearer(token: &str) -> Result<HeaderValue, &'static str> {
    if token.is_empty() {
        return Err("is empty");
    }
    if token.contains(char::is_whitespace) {
        return Err("has a space: a token goes without the word `Bearer`");
    }
    secret(&format!("Bearer {token}")).ok_or("cannot be sent in a header")
}

/// `text` as the value of a header that nothing shows.
fn secret(text: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::from_str(text).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// Whether the value of a cookie may have this character (RFC 6265, section 4.1.1).
fn is_of_cookies(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b',' | b';' | b'\\')
}

fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    encode::append(&mut encoded, &text);
    encoded
}

/// Whether a request with these headers and this query has what `scheme` is about.
fn is_there(scheme: &Scheme, headers: &HeaderMap, query: &str) -> bool {
    match scheme.kind {
        Kind::Basic | Kind::Bearer | Kind::Authorization => headers.contains_key(AUTHORIZATION),
        Kind::Header(name) => headers.contains_key(name),
        Kind::Query(name) => query.split('&').any(|pair| is_named(pair, name)),
        Kind::Cookie(name) => headers
            .get_all(COOKIE)
            .iter()
            .flat_map(|value| value.as_bytes().split(|byte| *byte == b';'))
            .any(|pair| pair.trim_ascii().split(|byte| *byte == b'=').next() == Some(name.as_bytes())),
    }
}

fn add_pair(url: &mut Url, pair: &str) {
    let query = match url.query() {
        Some(query) if !query.is_empty() => format!("{query}&{pair}"),
        _ => pair.to_owned(),
    };
    url.set_query(Some(&query));
}

fn remove_pairs(url: &mut Url, name: &str) {
    let Some(query) = url.query() else { return };
    let mut pairs = Pairs::from(query);
    pairs.retain(&|pair| !is_named(pair, name));
    url.set_query(Some(pairs.as_str()).filter(|query| !query.is_empty()));
}

/// Whether a pair of a query has this name, however that is encoded.
fn is_named(pair: &str, name: &str) -> bool {
    let encoded = pair.split('=').next().unwrap_or_default().replace('+', " ");
    percent_decode_str(&encoded).eq(name.bytes())
}

/// Adds a cookie to those that are there: there is one such header at most (RFC 6265, section 5.4).
fn add_cookie(headers: &mut HeaderMap, pair: &str) {
    let mut cookies = headers.get(COOKIE).map_or_else(Vec::new, |value| [value.as_bytes(), b"; "].concat());
    cookies.extend_from_slice(pair.as_bytes());
    if let Ok(mut value) = HeaderValue::from_bytes(&cookies) {
        value.set_sensitive(true);
        headers.insert(COOKIE, value);
    }
}

/// What a client lacks that can meet none of the alternatives of `security`.
fn missing(security: Security) -> String {
    let mut text = "the client has no credentials for this call: build it".to_owned();
    for (n, alternative) in security.iter().enumerate() {
        text.push_str(if n == 0 { "" } else { ", or" });
        for scheme in *alternative {
            text = format!("{text} with `{}`", scheme.setter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use reqwest::Method;

    use super::*;

    static LOGIN: Scheme = Scheme { name: "login", setter: "credentials", kind: Kind::Basic };
    static TOKEN: Scheme = Scheme { name: "token", setter: "bearer_token", kind: Kind::Bearer };
    static DIGEST: Scheme = Scheme { name: "digest", setter: "authorization", kind: Kind::Authorization };
    static HEADER: Scheme = Scheme { name: "header", setter: "header_key", kind: Kind::Header("X-Key") };
    static QUERY: Scheme = Scheme { name: "query", setter: "query_key", kind: Kind::Query("api key") };
    static COOKIES: Scheme = Scheme { name: "cookie", setter: "cookie_key", kind: Kind::Cookie("session") };

    fn text(text: &str) -> Given {
        Given::Text(text.to_owned())
    }

    fn credentials(given: &[(&'static Scheme, &str)]) -> Credentials {
        let given: Vec<_> = given.iter().map(|(scheme, secret)| (*scheme, text(secret))).collect();
        Credentials::new(&given).expect("they can be sent")
    }

    fn request(url: &str) -> Request {
        Request::new(Method::GET, Url::parse(url).expect("a URL"))
    }

    fn header(request: &Request, name: &str) -> Option<String> {
        let mut values = request.headers().get_all(name).iter();
        let value = values.next().map(|value| value.to_str().expect("text").to_owned());
        assert!(values.next().is_none(), "more than one {name}");
        value
    }

    #[test]
    fn the_first_alternative_that_can_be_met_counts() {
        let security: Security = const { &[&[&HEADER, &QUERY], &[&TOKEN], &[&COOKIES]] };
        let choose = |credentials: &Credentials| {
            let chosen = credentials.choose(security, &HeaderMap::new(), "");
            chosen.map(|chosen| chosen.iter().map(|scheme| scheme.name).collect::<Vec<_>>())
        };
        assert_eq!(choose(&credentials(&[(&TOKEN, "t"), (&HEADER, "h")])), Ok(vec!["token"]));
        assert_eq!(choose(&credentials(&[(&COOKIES, "c"), (&TOKEN, "t")])), Ok(vec!["token"]));
        assert_eq!(choose(&credentials(&[(&TOKEN, "t"), (&QUERY, "q"), (&HEADER, "h")])), Ok(vec!["header", "query"]));
        let missing = choose(&credentials(&[(&HEADER, "h"), (&LOGIN, "x")])).expect_err("half of it is missing");
        assert!(missing.ends_with("with `header_key` with `query_key`, or with `bearer_token`, or with `cookie_key`"));
        let given = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_static("Bearer of-the-caller"))]);
        let chosen = Credentials::default().choose(security, &given, "").expect("the caller has set the header");
        assert_eq!(chosen[0].name, "token");
    }

    #[test]
    fn an_operation_may_ask_for_nothing() {
        let (none, all) = (Credentials::default(), credentials(&[(&TOKEN, "t")]));
        for credentials in [&none, &all] {
            assert!(credentials.choose(&[], &HeaderMap::new(), "").is_ok_and(<[_]>::is_empty));
        }
        let optional: Security = const { &[&[&TOKEN], &[]] };
        assert!(none.choose(optional, &HeaderMap::new(), "").is_ok_and(<[_]>::is_empty));
        assert!(all.choose(optional, &HeaderMap::new(), "").is_ok_and(|chosen| chosen.len() == 1));
    }

    #[test]
    fn each_goes_where_it_belongs() {
        let all = credentials(&[(&TOKEN, "t"), (&HEADER, "h"), (&QUERY, "a&b"), (&COOKIES, "c"), (&DIGEST, "D x")]);
        let mut message = request("https://example.com/pets?limit=1");
        all.add(const { &[&TOKEN, &HEADER, &QUERY, &COOKIES] }, &mut message);
        assert_eq!(message.url().as_str(), "https://example.com/pets?limit=1&api%20key=a%26b");
        assert_eq!(header(&message, "authorization").as_deref(), Some("Bearer t"));
        assert_eq!(header(&message, "x-key").as_deref(), Some("h"));
        assert_eq!(header(&message, "cookie").as_deref(), Some("session=c"));
        assert!(message.headers().values().all(HeaderValue::is_sensitive), "{message:?}");

        let mut message = request("https://example.com/pets");
        all.add(const { &[&DIGEST] }, &mut message);
        assert_eq!(message.url().as_str(), "https://example.com/pets");
        assert_eq!(header(&message, "authorization").as_deref(), Some("D x"));
        assert_eq!(message.headers().len(), 1);

        let pair = Given::Pair("AC1".to_owned(), "secret".to_owned());
        let mut message = request("https://example.com/");
        Credentials::new(&[(&LOGIN, pair)]).expect("it can be sent").add(const { &[&LOGIN] }, &mut message);
        assert_eq!(header(&message, "authorization").as_deref(), Some("Basic QUMxOnNlY3JldA=="));
    }

    #[test]
    fn what_the_caller_set_stays() {
        let all = credentials(&[(&TOKEN, "t"), (&HEADER, "h"), (&QUERY, "q"), (&COOKIES, "c")]);
        let mut message = request("https://example.com/?api%20key=mine");
        for (name, value) in [("authorization", "Mine"), ("x-key", "mine"), ("cookie", "a=b; session=mine")] {
            message.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        let before = format!("{message:?}");
        all.add(const { &[&TOKEN, &HEADER, &QUERY, &COOKIES] }, &mut message);
        assert_eq!(format!("{message:?}"), before);

        let mut message = request("https://example.com/?api%20keys=1&x=api%20key=");
        message.headers_mut().insert(COOKIE, HeaderValue::from_static("sessions=1; a=session=1"));
        all.add(const { &[&QUERY, &COOKIES] }, &mut message);
        assert_eq!(message.url().query(), Some("api%20keys=1&x=api%20key=&api%20key=q"));
        assert_eq!(header(&message, "cookie").as_deref(), Some("sessions=1; a=session=1; session=c"));
    }

    #[test]
    fn keys_are_taken_out_of_addresses() {
        let key = credentials(&[(&QUERY, "q")]);
        for (given, expected) in [
            ("https://example.com/?api%20key=q&page=2", "https://example.com/?page=2"),
            ("https://example.com/?page=2&api%20key=q&x", "https://example.com/?page=2&x"),
            ("https://example.com/?api%20key=q", "https://example.com/"),
            ("https://example.com/?api+key=q&%61pi%20key", "https://example.com/"),
            ("https://example.com/?page=2", "https://example.com/?page=2"),
            ("https://example.com/", "https://example.com/"),
        ] {
            let mut url = Url::parse(given).expect("a URL");
            key.remove(const { &[&[&HEADER], &[&QUERY]] }, &mut url);
            assert_eq!(url.as_str(), expected, "{given}");
            let mut url = Url::parse(given).expect("a URL");
            Credentials::default().remove(const { &[&[&QUERY]] }, &mut url);
            assert_eq!(url.as_str(), given, "nothing was added, so nothing is taken out");
        }
    }

    #[test]
    fn what_cannot_be_sent_is_refused_without_being_shown() {
        for (scheme, secret) in [
            (&TOKEN, ""),
            (&TOKEN, "Bearer hunter2"),
            (&TOKEN, "hunter2\n"),
            (&DIGEST, "hunter2\r\n"),
            (&HEADER, ""),
            (&HEADER, "hunter2\0"),
            (&QUERY, ""),
            (&COOKIES, "hunter2;"),
            (&COOKIES, "hunter 2"),
            (&COOKIES, "hunter2é"),
        ] {
            let error = Credentials::new(&[(scheme, text(secret))]).err().expect("it cannot be sent").to_string();
            assert!(error.contains(&format!("`{}`", scheme.setter)) && !error.contains("hunter"), "{error}");
        }
    }
}
