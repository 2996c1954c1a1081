//! The URL that clients know the sandbox by.
//!
//! Answers hold absolute URLs, which clients follow as they are. Nothing that a proxy adds is believed, since anybody
//! can send it: behind a proxy, give the public URL.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::str::FromStr;

use axum::http::header::HOST;
use axum::http::{HeaderMap, Uri};

/// The start of every URL in an answer.
#[derive(Clone, Debug)]
pub struct BaseUrl {
    public: Option<PublicUrl>,
    listening: String,
}

/// An absolute `http` or `https` URL without query and fragment, and without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl(String);

/// Why a text is no [`PublicUrl`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PublicUrlError {
    /// It is no URL, or a relative one, or of another scheme.
    #[error("it must be an absolute URL that begins with http:// or https://, such as https://flex.example.com")]
    NotAbsolute,
    /// Its host or port is none, or it has a username.
    #[error("it must name a host, and may name a port, such as https://flex.example.com:8443")]
    Host,
    /// Its path has characters that would have to be escaped somewhere.
    #[error("its path may have letters, digits and any of `/`, `-`, `.`, `_`, `~` and `%`")]
    Path,
    /// It has a query or a fragment.
    #[error("it must not have a query or a fragment; leave out what begins with `?` or `#`")]
    Tail,
}

impl BaseUrl {
    /// The public URL, if there is one; else the host that each request names, or `listening` if it names none.
    pub fn new(public: Option<PublicUrl>, listening: SocketAddr) -> Self {
        Self { public, listening: url_of(listening) }
    }

    /// The base of the URLs in the answer to a request with these headers; it has no slash at its end.
    pub fn of(&self, headers: &HeaderMap) -> String {
        if let Some(PublicUrl(url)) = &self.public {
            return url.clone();
        }
        let mut hosts = headers.get_all(HOST).iter();
        match (hosts.next().and_then(|host| host.to_str().ok()), hosts.next()) {
            (Some(host), None) if is_authority(host) => format!("http://{host}"),
            _ => self.listening.clone(),
        }
    }

    /// The public URL, if there is one; else that of the listening address.
    pub fn preferred(&self) -> &str {
        self.public.as_ref().map_or(&self.listening, |PublicUrl(url)| url)
    }
}

impl FromStr for PublicUrl {
    type Err = PublicUrlError;

    fn from_str(text: &str) -> Result<Self, PublicUrlError> {
        if text.contains(['?', '#']) {
            return Err(PublicUrlError::Tail);
        }
        let url: Uri = text.parse().map_err(|_| PublicUrlError::NotAbsolute)?;
        if !matches!(url.scheme_str(), Some("http" | "https")) {
            return Err(PublicUrlError::NotAbsolute);
        }
        if !url.authority().is_some_and(|authority| is_authority(authority.as_str())) {
            return Err(PublicUrlError::Host);
        }
        if !url.path().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-._~%".contains(&byte)) {
            return Err(PublicUrlError::Path);
        }
        Ok(Self(text.trim_end_matches('/').to_owned()))
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The URL by which this machine reaches a socket that listens there; one that listens everywhere is on the loopback
/// address, too.
pub fn url_of(listening: SocketAddr) -> String {
    let mut address = listening;
    match address {
        SocketAddr::V4(v4) if v4.ip().is_unspecified() => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        SocketAddr::V6(v6) if v6.ip().is_unspecified() => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    format!("http://{address}")
}

/// Whether `text` is a host name or an address, with or without a port.
///
/// Narrower than RFC 3986, which has room for a username, quotes and semicolons: it goes into answers.
fn is_authority(text: &str) -> bool {
    let (host, port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((address, port)) => (address.parse::<Ipv6Addr>().is_ok(), port),
        None => {
            let end = text.find(':').unwrap_or(text.len());
            let (name, port) = text.split_at(end);
            (is_name(name), port)
        }
    };
    host && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
}

fn is_name(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    !text.is_empty() && text.len() <= 253 && text.bytes().all(allowed)
}

fn is_port(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn of(base: &BaseUrl, hosts: &[&str]) -> String {
        base.of(&hosts.iter().map(|host| (HOST, HeaderValue::from_str(host).unwrap())).collect())
    }

    #[test]
    fn the_host_of_the_request_is_believed_if_it_is_one() {
        let base = BaseUrl::new(None, ([127, 0, 0, 1], 4010).into());
        for host in ["localhost", "localhost:4010", "a-b.example.com:80", "[::1]:4010", "127.0.0.1", "my_host"] {
            assert_eq!(of(&base, &[host]), format!("http://{host}"));
        }
        let bad = [
            "", ":80", "a:", "a:b", "a:+1", "a:65536", "a@b", "a/b", "a?b", "a'b", "a b", "[::1", "[x]", "[::1]x",
            "::1", "a:1:2", "ä",
        ];
        for host in bad {
            assert_eq!(of(&base, &[host]), "http://127.0.0.1:4010", "{host}");
        }
        assert_eq!(of(&base, &[]), "http://127.0.0.1:4010");
        assert_eq!(of(&base, &["one", "two"]), "http://127.0.0.1:4010");
    }

    #[test]
    fn what_listens_everywhere_is_on_the_loopback_address() {
        assert_eq!(url_of(([0, 0, 0, 0], 80).into()), "http://127.0.0.1:80");
        assert_eq!(url_of((Ipv6Addr::UNSPECIFIED, 80).into()), "http://[::1]:80");
        assert_eq!(url_of(([10, 0, 0, 1], 80).into()), "http://10.0.0.1:80");
    }

    #[test]
    fn the_public_url_takes_precedence() {
        for (text, url) in [
            ("https://flex.example.com", "https://flex.example.com"),
            ("http://localhost:8080/", "http://localhost:8080"),
            ("https://example.com/sandbox//", "https://example.com/sandbox"),
        ] {
            let base = BaseUrl::new(Some(text.parse().unwrap()), ([127, 0, 0, 1], 4010).into());
            assert_eq!(of(&base, &["localhost"]), url);
            assert_eq!(base.preferred(), url);
        }
    }

    #[test]
    fn bad_public_urls_are_explained() {
        for (text, error) in [
            ("", PublicUrlError::NotAbsolute),
            ("/flex", PublicUrlError::NotAbsolute),
            ("example.com", PublicUrlError::NotAbsolute),
            ("ftp://example.com", PublicUrlError::NotAbsolute),
            ("http://", PublicUrlError::NotAbsolute),
            ("http://a b", PublicUrlError::NotAbsolute),
            ("http://user:secret@example.com", PublicUrlError::Host),
            ("http://example.com:99999", PublicUrlError::Host),
            ("http://example.com/it's", PublicUrlError::Path),
            ("http://example.com/?a=b", PublicUrlError::Tail),
            ("http://example.com/#a", PublicUrlError::Tail),
        ] {
            assert_eq!(text.parse::<PublicUrl>(), Err(error), "{text}");
        }
    }
}
