//! Who calls: what operations ask for, and what a client has to show.

#![allow(dead_code, reason = "an API may ask for nothing, or for some of it only")]

pub(crate) mod places;

use std::pin::Pin;
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Request, Url};

use super::error::{Error, Result};

/// A way to show who calls, as the API's description declares it.
pub(crate) struct Scheme {
    /// Its name in the description.
    pub(crate) name: &'static str,
    /// The method of `ClientBuilder` that sets what it takes.
    pub(crate) setter: &'static str,
    pub(crate) kind: Kind,
}

/// What a scheme takes, and where in a request that goes.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// A username and password: `Authorization: Basic`.
    Basic,
    /// A token: `Authorization: Bearer`.
    Bearer,
    /// The whole value of the header `Authorization`.
    Authorization,
    /// A key, in the header of this name.
    Header(&'static str),
    /// A key, in a place of another kind.
    Elsewhere(&'static dyn Place),
}

/// A place for a key that is no header of its own.
pub(crate) trait Place: Sync {
    /// How `key` is written there; what is wrong with it, if it cannot be.
    fn written(&self, key: &str) -> Result<String, &'static str>;

    /// Whether there is something already.
    fn is_taken(&self, headers: &HeaderMap, query: &str) -> bool;

    /// Adds a key as it is written there.
    fn add(&self, request: &mut Request, written: &str);

    /// Takes out of an address what is there.
    fn remove(&self, _: &mut Url) {}
}

/// Where tokens come from that a call has to wait for.
pub(crate) trait Source: Send + Sync {
    /// What one call gets from it, which messages call `name`.
    fn tokens<'a>(&'a self, name: &'static str) -> Box<dyn Tokens + 'a>;
}

/// The tokens of one call.
pub(crate) trait Tokens: Send {
    /// The header `Authorization` of the next try.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if there is no token, or one that cannot be sent.
    fn next(&mut self) -> Asking<'_, Result<HeaderValue>>;

    /// Whether there is another token, after the last one was refused.
    fn replace(&mut self) -> Asking<'_, bool>;
}

/// What is asked for, once it is there.
pub(crate) type Asking<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

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
    /// As it is written there.
    Elsewhere(&'static dyn Place, String),
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

    /// The tokens of a call that shows `alternative`, if they are not fixed nor in `headers` already.
    pub(crate) fn tokens(&self, alternative: Alternative, headers: &HeaderMap) -> Option<Box<dyn Tokens + '_>> {
        if headers.contains_key(AUTHORIZATION) {
            return None;
        }
        alternative.iter().find_map(|scheme| match self.get(scheme)? {
            Credential::Source(source) => Some(source.tokens(scheme.setter)),
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
                Some(Credential::Header(name, value)) => {
                    request.headers_mut().insert(name.clone(), value.clone());
                }
                Some(Credential::Elsewhere(place, written)) => place.add(request, written),
                Some(Credential::Source(_)) | None => {}
            }
        }
    }

    /// Removes from `url`, which the service gave, the keys that calls add to it.
    pub(crate) fn remove(&self, security: Security, url: &mut Url) {
        for scheme in security.iter().copied().flatten() {
            if let Some(Credential::Elsewhere(place, _)) = self.get(scheme) {
                place.remove(url);
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
        Kind::Elsewhere(place) => Ok(Credential::Elsewhere(place, place.written(text).map_err(refused)?)),
    }
}

/// HTTP Basic authentication (RFC 7617).
fn basic(username: &str, password: &str) -> Result<Credential> {
    if username.is_empty() || username.as_bytes().contains(&b':') {
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

/// Whether a request with these headers and this query has what `scheme` is about.
fn is_there(scheme: &Scheme, headers: &HeaderMap, query: &str) -> bool {
    match scheme.kind {
        Kind::Basic | Kind::Bearer | Kind::Authorization => headers.contains_key(AUTHORIZATION),
        Kind::Header(name) => headers.contains_key(name),
        Kind::Elsewhere(place) => place.is_taken(headers, query),
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
