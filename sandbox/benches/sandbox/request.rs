//! Requests, ready to be sent.

use std::sync::atomic::{AtomicUsize, Ordering};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

/// What the sandbox knows and all requests use.
pub const CREDENTIALS: &str = "AC00000000000000000000000000000001:hunter2";

/// What all paths begin with.
pub const SERVICE: &str = "/v1/PluginService";

/// A request for what is at `path`.
pub fn get(path: &str) -> Vec<u8> {
    format!("GET {SERVICE}{path} HTTP/1.1\r\n{}\r\n", headers()).into_bytes()
}

/// A request that posts `form` to `path`.
pub fn post(path: &str, form: &str) -> Vec<u8> {
    let (headers, length) = (headers(), form.len());
    format!(
        "POST {SERVICE}{path} HTTP/1.1\r\n{headers}content-type: application/x-www-form-urlencoded\r\n\
         content-length: {length}\r\n\r\n{form}"
    )
    .into_bytes()
}

/// Creates versions of one plugin, each with a number of its own.
pub struct Versions {
    plugin: String,
    count: AtomicUsize,
}

impl Versions {
    pub fn new(plugin: String) -> Self {
        Self { plugin, count: AtomicUsize::new(0) }
    }

    /// How many were made.
    pub fn count(&self) -> usize {
        self.count.load(Ordering::Relaxed)
    }

    /// The request for the next one.
    pub fn next(&self) -> Vec<u8> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        post(&format!("/Plugins/{}/Versions", self.plugin), &Self::form(number))
    }

    /// The form of the version that has this number.
    pub fn form(number: usize) -> String {
        format!(
            "Version=1.0.{number}&PluginUrl=https%3A%2F%2Fexample.com%2Fplugins%2F{number}%2Fbundle.js\
             &Changelog=What+is+new+in+number+{number}+is+that+it+is+measured.&Private=true"
        )
    }
}

fn headers() -> String {
    format!("host: sandbox\r\nauthorization: Basic {}\r\n", BASE64_STANDARD.encode(CREDENTIALS))
}
