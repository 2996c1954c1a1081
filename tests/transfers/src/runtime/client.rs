//! The client and its settings.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;
use reqwest::redirect::Policy;

use super::credentials::{Credentials, Given, Scheme};
use super::error::{Error, Result, chain};
use super::retry::RetryPolicy;
use crate::document;

/// A handle to the API: cheap to clone, and to be shared rather than made again.
///
/// All clones share one pool of connections, kept alive between calls.
#[derive(Clone)]
pub struct Client(Arc<Settings>);

/// What all calls of a client share.
pub(crate) struct Settings {
    pub(crate) http: reqwest::Client,
    /// Without query, fragment and user information.
    pub(crate) base_url: Url,
    /// The base URL without a slash at its end, for a path to follow.
    pub(crate) base: String,
    /// Whether the base URL was given, and so is that of operations with a server of their own, too.
    moved: bool,
    allow_http: bool,
    pub(crate) credentials: Credentials,
    /// How long making a connection may take, unless the caller's own HTTP client sees to that.
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) try_timeout: Duration,
    pub(crate) timeout: Duration,
    pub(crate) retry: RetryPolicy,
    pub(crate) max_response_bytes: usize,
}

impl Client {
    /// A client with settings of your own.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.0
    }
}

impl Settings {
    /// The server of an operation that the description says is on `server`, unless another base URL was given.
    pub(crate) fn own_server(&self, server: Option<&'static str>) -> Option<&'static str> {
        server.filter(|_| !self.moved)
    }

    /// The base URL of an operation that the description says is on `server`.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if that is no server that anything may be sent to.
    pub(crate) fn base_of(&self, server: Option<&'static str>) -> Result<Url> {
        match self.own_server(server) {
            Some(server) => base_url(Some(server), self.allow_http),
            None => Ok(self.base_url.clone()),
        }
    }
}

impl fmt::Debug for Client {
    /// Leaves out the credentials.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("base_url", &self.0.base_url.as_str()).finish_non_exhaustive()
    }
}

/// The handle of a resource.
#[allow(unused_macros, reason = "an API may have no operations")]
macro_rules! handle {
    ($(#[$meta:meta])* pub struct $name:ident;) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        #[must_use = "a handle does nothing by itself"]
        pub struct $name {
            client: $crate::Client,
        }

        impl $name {
            pub(crate) fn new(client: &$crate::Client) -> Self {
                Self { client: client.clone() }
            }
        }
    };
}

/// The methods of [`Client`] that lead to the handles.
#[allow(unused_macros, reason = "an API may have no operations")]
macro_rules! handles {
    ($($(#[$meta:meta])* fn $name:ident() -> $handle:path;)*) => {
        impl $crate::Client {
            $(
                $(#[$meta])*
                pub fn $name(&self) -> $handle {
                    <$handle>::new(self)
                }
            )*
        }
    };
}

#[allow(unused_imports, reason = "an API may have no operations")]
pub(crate) use {handle, handles};

/// The settings of a [`Client`] that is to be made.
#[derive(Clone)]
#[must_use]
pub struct ClientBuilder {
    pub(super) base_url: Option<String>,
    /// By scheme; the last one counts.
    pub(super) credentials: Vec<(&'static Scheme, Given)>,
    http: Option<reqwest::Client>,
    connect_timeout: Duration,
    try_timeout: Duration,
    timeout: Duration,
    retry: RetryPolicy,
    max_response_bytes: usize,
    allow_http: bool,
    /// If it has been read from the environment: pairs of variables that may hold credentials.
    pub(super) environment: Option<Pairs>,
}

/// Pairs of variables that hold a username and a password.
pub(super) type Pairs = &'static [(&'static str, &'static str)];

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            base_url: None,
            credentials: Vec::new(),
            http: None,
            connect_timeout: Duration::from_secs(10),
            try_timeout: Duration::from_secs(30),
            timeout: Duration::from_secs(120),
            retry: RetryPolicy::new(),
            max_response_bytes: 16 * 1024 * 1024,
            allow_http: false,
            environment: None,
        }
    }
}

impl ClientBuilder {
    /// Takes note of what was given for `scheme`, in place of what was given before.
    #[allow(dead_code, reason = "an API may ask for no credentials")]
    pub(crate) fn give(mut self, scheme: &'static Scheme, given: Given) -> Self {
        self.credentials.retain(|(other, _)| other.name != scheme.name);
        self.credentials.push((scheme, given));
        self
    }

    /// The server to call in place of the one that the API's description names, or of all that it names.
    ///
    /// Must be `https`, or `http` to this machine (see [`allow_http`](Self::allow_http)). A path is put before the
    /// paths of the API, whichever server they are on otherwise. The address of a further page that points to the
    /// described server is moved here as well.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// The HTTP client to use, with connection settings, proxies and certificates of its own.
    ///
    /// It must not follow redirects ([`Policy::none`]): headers of a call might go to another server, and the call
    /// fails with [`Error::Invalid`]. The time to connect is up to it, and so is whether it tries again by itself.
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    /// How long making a connection may take. Default: 10 seconds.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// How long one try may take, from connecting to the last byte of the answer. Default: 30 seconds.
    pub fn try_timeout(mut self, timeout: Duration) -> Self {
        self.try_timeout = timeout;
        self
    }

    /// How long a call may take in all, tries and waits included. Default: 2 minutes.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How often to try a call, and how long to wait in between. Default: [`RetryPolicy::new`].
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// Turns all retries off, those of the HTTP client below included, unless it is the caller's own.
    pub fn no_retry(self) -> Self {
        self.retry(RetryPolicy::never())
    }

    /// The largest body of an answer that is read, in bytes. Default: 16 MiB.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = bytes;
        self
    }

    /// Allows `http` to servers other than this machine, which sends the credentials in the clear.
    pub fn allow_http(mut self, allow: bool) -> Self {
        self.allow_http = allow;
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] if the base URL or the credentials are missing or cannot be used, or if the HTTP client
    /// cannot be set up, for instance because the system has no certificates to trust.
    pub fn build(self) -> Result<Client> {
        let base_url = base_url(self.base_url.as_deref().or(document::SERVER), self.allow_http)?;
        if document::CREDENTIALS_REQUIRED && self.credentials.is_empty() {
            return Err(self.no_credentials());
        }
        let credentials = Credentials::new(&self.credentials)?;
        let http = match self.http.clone() {
            Some(client) => client,
            None => self.http_client_for(&base_url)?,
        };
        let connect_timeout = self.http.is_none().then_some(self.connect_timeout);
        Ok(Client(Arc::new(Settings {
            http,
            base: base_url.as_str().trim_end_matches('/').to_owned(),
            base_url,
            moved: self.base_url.is_some(),
            allow_http: self.allow_http,
            credentials,
            connect_timeout,
            try_timeout: self.try_timeout,
            timeout: self.timeout,
            retry: self.retry,
            max_response_bytes: self.max_response_bytes,
        })))
    }

    fn http_client_for(&self, base_url: &Url) -> Result<reqwest::Client> {
        let mut builder =
            reqwest::Client::builder().redirect(Policy::none()).referer(false).connect_timeout(self.connect_timeout);
        if self.retry.is_never() {
            builder = builder.retry(reqwest::retry::never());
        }
        let others = if self.base_url.is_some() { &[] } else { document::OTHER_SERVERS };
        let tls = base_url.scheme() == "https" || others.iter().any(|server| is_https(server));
        if tls && cfg!(not(any(feature = "rustls", feature = "native-tls"))) {
            return Err(Error::invalid("https needs the feature `rustls` or `native-tls` of this crate"));
        }
        // A proxy would read what goes over plain http, and a connection to this machine needs none.
        if self.environment.is_none() || !tls {
            builder = builder.no_proxy();
        }
        // Without TLS, it does not matter whether the system has certificates, nor need they be read.
        #[cfg(any(feature = "rustls", feature = "native-tls"))]
        if !tls {
            builder = builder.tls_certs_only([]);
        }
        builder.build().map_err(|error| Error::invalid(format!("the HTTP client cannot be set up: {}", chain(&error))))
    }

    /// The error for credentials that nobody gave.
    fn no_credentials(&self) -> Error {
        let (what, ways): (&str, Vec<String>) = if let Some(pairs) = self.environment {
            let ways = pairs.iter().map(|(username, password)| format!("{username} and {password}")).collect();
            ("no credentials in the environment: set", ways)
        } else {
            let ways = document::SCHEMES.iter().map(|scheme| format!("`{}`", scheme.setter)).collect();
            ("the API requires credentials, and the client has none: build it with", ways)
        };
        let mut message = what.to_owned();
        for (n, way) in ways.iter().enumerate() {
            let or = if n == 0 { "" } else { ", or" };
            message = format!("{message}{or} {way}");
        }
        Error::invalid(message)
    }
}

impl fmt::Debug for ClientBuilder {
    /// Leaves out the credentials, and a base URL that may hold some.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("connect_timeout", &self.connect_timeout)
            .field("try_timeout", &self.try_timeout)
            .field("timeout", &self.timeout)
            .field("retry", &self.retry)
            .field("max_response_bytes", &self.max_response_bytes)
            .field("allow_http", &self.allow_http)
            .finish_non_exhaustive()
    }
}

/// The base URL, checked. Messages do not repeat it, since it may hold a password.
fn base_url(text: Option<&str>, allow_http: bool) -> Result<Url> {
    let invalid = |what: &str| Error::invalid(format!("the base URL {what}"));
    let text = text.ok_or_else(|| invalid("is missing, and the API's description names no server"))?;
    let url = Url::parse(text)
        .map_err(|error| invalid(&format!("is not an absolute URL such as `https://host`: {error}")))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(invalid("holds credentials: give them to the builder"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(invalid("has a query or a fragment"));
    }
    match url.scheme() {
        "https" => {}
        "http" if allow_http || is_loopback(&url) => {}
        "http" => return Err(invalid("is plain http to another machine: use https, or `allow_http`")),
        _ => return Err(invalid("is neither http nor https: write it as `https://host`")),
    }
    Ok(url)
}

fn is_https(server: &str) -> bool {
    Url::parse(server).is_ok_and(|url| url.scheme() == "https")
}

fn is_loopback(url: &Url) -> bool {
    let Some(host) = url.host_str() else { return false };
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback())
}
