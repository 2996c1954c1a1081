//! Who calls: what operations ask for, and what a client has to show.

#![allow(dead_code, reason = "an API may ask for nothing, or for some of it only")]


use std::pin::Pin;
use std::sync::Arc;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::{Request, Url};

use super::error::{Error, Result};

/// A way to show who calls, as the API's description declares it.
pub(crate) struct Scheme {
    /// Its name in the description.
    pub(crate) name: &'static str,
    /// The method of `ClientBuilder` that sets what it takes.
    pub(crate) setter: &'static str,
    pub(crate) kind: &'static dyn Kind,
}

/// What a scheme takes, and where in a request that goes: the header `Authorization`, unless it says otherwise.
pub(crate) trait Kind: Sync {
    /// Whether it takes a username and a password, rather than one text.
    fn takes_pair(&self) -> bool {
        false
    }

    /// How what was given is written there; what is wrong with it, if it cannot be, in words that do not repeat it.
    fn written(&self, given: &Given) -> Result<HeaderValue, &'static str>;

    /// Whether there is something already.
    fn is_taken(&self, headers: &HeaderMap, _query: &str) -> bool {
        headers.contains_key(AUTHORIZATION)
    }

    /// Adds what is written there.
    fn add(&self, request: &mut Request, written: &HeaderValue) {
        request.headers_mut().insert(AUTHORIZATION, written.clone());
    }

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

impl Given {
    /// The text, which cannot be empty; or what is wrong with it.
    fn text(&self) -> Result<&str, &'static str> {
        match self {
            Self::Text(text) if text.is_empty() => Err("is empty"),
            Self::Text(text) => Ok(text),
            Self::Pair(..) | Self::Source(_) => Err("is no text"),
        }
    }
}

/// What a client has to show, by the name of the scheme. It has no `Debug`, since all of it is secret.
#[derive(Default)]
pub(crate) struct Credentials(Vec<(&'static str, Credential)>);

/// What is shown for one scheme.
enum Credential {
    /// Always the same, as it is written in requests.
    Written(HeaderValue),
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
            let refused = |what| Error::invalid(format!("what `{}` was given {what}", scheme.setter));
            let credential = match given {
                Given::Source(source) => Credential::Source(source.clone()),
                given => Credential::Written(scheme.kind.written(given).map_err(refused)?),
            };
            all.push((scheme.name, credential));
        }
        Ok(Self(all))
    }

    /// The first alternative of `security` that can be met; what `headers` and `query` have already needs nothing.
    ///
    /// # Errors
    ///
    /// What is missing, in words, if there is none.
    pub(crate) fn choose(&self, security: Security, headers: &HeaderMap, query: &str) -> Result<Alternative, String> {
        let is_met = |scheme: &&Scheme| self.get(scheme).is_some() || scheme.kind.is_taken(headers, query);
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
            Credential::Written(_) => None,
        })
    }

    /// Adds what `alternative` asks for to `request`, unless it is there already.
    pub(crate) fn add(&self, alternative: Alternative, request: &mut Request) {
        for scheme in alternative {
            if let Some(Credential::Written(written)) = self.get(scheme)
                && !scheme.kind.is_taken(request.headers(), request.url().query().unwrap_or_default())
            {
                scheme.kind.add(request, written);
            }
        }
    }

    /// Removes from `url`, which the service gave, the keys that calls add to it.
    pub(crate) fn remove(&self, security: Security, url: &mut Url) {
        for scheme in security.iter().copied().flatten() {
            if self.get(scheme).is_some() {
                scheme.kind.remove(url);
            }
        }
    }

    fn get(&self, scheme: &Scheme) -> Option<&Credential> {
        self.0.iter().find(|(name, _)| *name == scheme.name).map(|(_, credential)| credential)
    }
}

/// `text` as the value of a header that nothing shows; what is wrong with it, if it cannot be one.
fn secret(text: &str) -> Result<HeaderValue, &'static str> {
    let mut value = HeaderValue::from_str(text).map_err(|_| "cannot be sent in a header")?;
    value.set_sensitive(true);
    Ok(value)
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
