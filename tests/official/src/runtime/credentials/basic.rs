//! Usernames and passwords.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use reqwest::header::HeaderValue;

use super::{Given, Kind, secret};

/// A username and password: `Authorization: Basic` (RFC 7617).
pub(crate) struct Basic;

impl Kind for Basic {
    fn takes_pair(&self) -> bool {
        true
    }

    fn written(&self, given: &Given) -> Result<HeaderValue, &'static str> {
        let Given::Pair(username, password) = given else { return Err("is no username and password") };
        if username.is_empty() || username.as_bytes().contains(&b':') {
            return Err("has a username that is empty or has a colon");
        }
        if username.contains(char::is_control) || password.contains(char::is_control) {
            return Err("has a line break or control character");
        }
        secret(&format!("Basic {}", BASE64_STANDARD.encode(format!("{username}:{password}"))))
    }
}
