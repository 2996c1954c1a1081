//! Requests that the client would not send, answers as they come, and refusals in the vendor's form.

use std::fmt::Debug;

use contract_tests::clients::AUTHORIZATION;
use serde_json::{Value, json};
use twilio_flex_plugins::Result;
use twilio_flex_plugins::reqwest::Method;
use twilio_flex_plugins::reqwest::header::HeaderMap;

use crate::setup::{SERVICE, Setup};

/// The type of all request bodies of the API.
pub const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

/// The credentials of the sandbox's first account.
pub const AUTHORIZED: (&str, &str) = ("Authorization", AUTHORIZATION);

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    /// The method, path and body that it answers, for the messages of failed tests.
    pub request: String,
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Setup {
    /// Reads what is at this path below [`SERVICE`].
    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", &format!("{SERVICE}{path}"), &[AUTHORIZED], "").await
    }

    /// Sends a form, written as it goes over the wire, to this path below [`SERVICE`].
    pub async fn post(&self, path: &str, form: &str) -> Answer {
        self.send("POST", &format!("{SERVICE}{path}"), &[AUTHORIZED, FORM], form).await
    }

    /// Sends a request for any path, with these headers and no others of note.
    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let request = format!("{method} {path} {body:.200}");
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let mut sent = self.http.request(method, format!("{}{path}", self.sandbox.url()));
        for (name, value) in headers {
            sent = sent.header(*name, *value);
        }
        let answer = sent.body(body.to_owned()).send().await.expect("an answer");
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        Answer { request, status, headers, body: answer.text().await.expect("a body of text") }
    }
}

impl Answer {
    /// The body of a success.
    #[track_caller]
    pub fn json(&self) -> Value {
        assert!(matches!(self.status, 200 | 201), "{self:?}");
        assert_eq!(self.header("content-type"), Some("application/json; charset=utf-8"), "{}", self.request);
        serde_json::from_str(&self.body).expect("JSON")
    }

    /// The value of a header, of which there is one at most.
    #[track_caller]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter().map(|value| value.to_str().expect("text"));
        let value = values.next();
        assert_eq!(values.next(), None, "{name} is there twice: {self:?}");
        value
    }

    /// Checks that this is a refusal in the vendor's form, and returns its message.
    #[track_caller]
    pub fn refused(&self, status: u16, code: i64) -> String {
        assert_eq!(self.status, status, "{self:?}");
        assert_eq!(self.header("content-type"), Some("application/json; charset=utf-8"), "{}", self.request);
        envelope(&self.request, self.body.as_bytes(), status, code)
    }

    /// Checks that this says that nothing is at the path of the request.
    #[track_caller]
    pub fn not_found(&self) {
        let path = self.request.split(' ').nth(1).expect("a path");
        let path = path.strip_prefix("/v1").unwrap_or(path);
        assert_eq!(self.refused(404, 20404), format!("The requested resource {path} was not found"));
    }
}

/// Checks that a call was refused in the vendor's form, and returns the message.
#[track_caller]
pub fn refused<T: Debug>(result: Result<T>, status: u16, code: i64) -> String {
    let error = result.expect_err("the call is refused");
    assert_eq!((error.status().map(|status| status.as_u16()), error.code()), (Some(status), Some(code)), "{error}");
    let response = error.response().expect("a refusal is an answer");
    envelope(&error.to_string(), &response.body, status, code)
}

/// Checks that a call says that nothing is at this path below `/v1`.
#[track_caller]
pub fn not_found<T: Debug>(result: Result<T>, path: &str) {
    assert_eq!(refused(result, 404, 20404), format!("The requested resource /PluginService{path} was not found"));
}

/// Checks that `body` has the four members of a refusal and no others, and returns its message.
#[track_caller]
fn envelope(request: &str, body: &[u8], status: u16, code: i64) -> String {
    let body: Value = serde_json::from_slice(body).expect("a refusal is JSON");
    let message = body["message"].as_str().unwrap_or_else(|| panic!("no message: {request} {body}")).to_owned();
    let more_info = format!("https://www.twilio.com/docs/errors/{code}");
    let expected = json!({ "code": code, "message": message, "more_info": more_info, "status": status });
    assert_eq!(body, expected, "{request}");
    assert!(!message.is_empty(), "{request}");
    message
}
