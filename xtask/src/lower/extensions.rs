//! The extensions that the generator reads: `x-environment` and `x-pagination`, both of the document as a whole.

use openapiv3::OpenAPI;
use serde_json::{Map, Value};

use super::Cx;
use crate::diagnostics::{Diagnostics, Outcome, Place, Pointer, Problem, nearest};
use crate::ir;

/// How lists are divided into pages.
pub(super) struct Paging {
    /// JSON pointers into the answer, to the URL of the next page, of which the first one counts that leads there.
    pub(super) next_urls: Vec<String>,
    /// Whether the document says so; otherwise it is only looked for.
    declared: bool,
    /// Whether any operation is paged like that.
    pub(super) used: bool,
}

impl Paging {
    /// Reports an extension that fits no operation.
    pub(super) fn report_unused(&self, diagnostics: &mut Diagnostics) {
        if self.declared && !self.used && !diagnostics.has_errors() {
            let expected = "a pointer to a string in the answer of at least one GET operation".to_owned();
            let problem = Problem::InvalidExtension { name: "x-pagination".to_owned(), expected };
            diagnostics.report::<()>(&Pointer::root().key("x-pagination"), problem);
        }
    }
}

const ENVIRONMENT: &str = "x-environment";
const PAGINATION: &str = "x-pagination";
/// Where OpenAPI 3.0 has what 3.1 calls `webhooks`.
const WEBHOOKS: &str = "x-webhooks";

/// Where Twilio's lists have the URL of the next page.
const TWILIO: [&str; 2] = ["/meta/next_page_url", "/next_page_uri"];

/// Reads `x-pagination: { next_url: /pointer }`; without it, Twilio's members are looked for.
pub(super) fn paging(document: &OpenAPI, diagnostics: &mut Diagnostics) -> Paging {
    report_misspelt(document, diagnostics);
    let Some(extension) = document.extensions.get(PAGINATION) else {
        return Paging { next_urls: TWILIO.map(str::to_owned).to_vec(), declared: false, used: false };
    };
    let at = Pointer::root().key(PAGINATION);
    report_unknown(diagnostics, &at, PAGINATION, &["next_url"], extension);
    let pointer = extension.get("next_url").and_then(Value::as_str).filter(|pointer| is_pointer(pointer));
    if pointer.is_none() {
        report(diagnostics, &at, PAGINATION, "`next_url: /pointer`, a JSON pointer into the answer");
    }
    Paging { next_urls: pointer.map(str::to_owned).into_iter().collect(), declared: true, used: false }
}

/// Notes the webhooks of the document, which are calls by the service.
pub(super) fn webhooks(cx: &mut Cx<'_>) {
    let webhooks = cx.document.extensions.get(WEBHOOKS).and_then(Value::as_object);
    let reason = || "a webhook, which is a call by the service".to_owned();
    let webhooks = webhooks.into_iter().flat_map(Map::keys);
    cx.left_out.extend(webhooks.map(|name| ir::LeftOut { name: name.clone(), reason: reason() }));
}

/// Whether `text` is a JSON pointer (RFC 6901) to something inside a document.
fn is_pointer(text: &str) -> bool {
    text.starts_with('/') && text.split('~').skip(1).all(|after| after.starts_with(['0', '1']))
}

/// Reads `x-environment: { base_url: NAME, credentials: [{ username: NAME, password: NAME }] }`.
pub(super) fn environment(cx: &mut Cx<'_>) -> ir::Environment {
    let Some(extension) = cx.document.extensions.get(ENVIRONMENT) else { return ir::Environment::default() };
    let at = Pointer::root().key(ENVIRONMENT);
    if !extension.is_object() {
        report(&mut cx.diagnostics, &at, ENVIRONMENT, "an object with `base_url` and `credentials`");
    }
    report_unknown(&mut cx.diagnostics, &at, ENVIRONMENT, &["base_url", "credentials"], extension);
    let base_url = extension.get("base_url").and_then(|value| variable(cx, &at.key("base_url"), value));
    let pairs = extension.get("credentials").map(|pairs| (at.key("credentials"), pairs));
    let credentials = pairs.map(|(at, pairs)| credentials(cx, &at, pairs)).unwrap_or_default();
    ir::Environment { base_url, credentials }
}

/// Reports variables for credentials that no operation takes, unless there are other errors.
pub(super) fn report_idle(cx: &mut Cx<'_>, environment: &ir::Environment, schemes: &[ir::Scheme]) {
    let is_taken = schemes.iter().any(|scheme| scheme.kind == ir::SchemeKind::Basic);
    if !environment.credentials.is_empty() && !is_taken && !cx.diagnostics.has_errors() {
        let at = Pointer::root().key(ENVIRONMENT).key("credentials");
        report(&mut cx.diagnostics, &at, ENVIRONMENT, "`credentials` only where operations ask for HTTP Basic");
    }
}

fn credentials(cx: &mut Cx<'_>, at: &Pointer, pairs: &Value) -> Vec<(String, String)> {
    let expected = "a list of pairs `{ username: NAME, password: NAME }`";
    let Value::Array(pairs) = pairs else {
        report(&mut cx.diagnostics, at, ENVIRONMENT, expected);
        return Vec::new();
    };
    let mut credentials = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        let at = at.index(index);
        report_unknown(&mut cx.diagnostics, &at, ENVIRONMENT, &["username", "password"], pair);
        match (pair.get("username"), pair.get("password")) {
            (Some(username), Some(password)) => {
                let username = variable(cx, &at.key("username"), username);
                let password = variable(cx, &at.key("password"), password);
                credentials.extend(username.zip(password));
            }
            _ => report(&mut cx.diagnostics, &at, ENVIRONMENT, expected),
        }
    }
    credentials
}

/// The name of an environment variable.
fn variable(cx: &mut Cx<'_>, at: &Pointer, value: &Value) -> Option<String> {
    let is_name = |name: &&str| !name.is_empty() && !name.contains(['=', '\0']);
    let name = value.as_str().filter(is_name);
    if name.is_none() {
        report(&mut cx.diagnostics, at, ENVIRONMENT, "the name of an environment variable");
    }
    name.map(str::to_owned)
}

fn report(diagnostics: &mut Diagnostics, at: &Pointer, name: &str, expected: &str) {
    let problem = Problem::InvalidExtension { name: name.to_owned(), expected: expected.to_owned() };
    diagnostics.report::<()>(at, problem);
}

/// Reports members of `value`, which is or belongs to the extension `object`, that are none of `known`.
fn report_unknown(
    diagnostics: &mut Diagnostics,
    at: &Pointer,
    object: &'static str,
    known: &[&'static str],
    value: &Value,
) {
    let is_known = |member: &str| known.contains(&member) || member.starts_with("x-");
    for member in value.as_object().into_iter().flat_map(Map::keys).filter(|member| !is_known(member)) {
        let lacking = known.iter().copied().filter(|known| value.get(known).is_none());
        let problem = Problem::UnknownMember {
            object,
            member: member.clone(),
            meant: nearest(member, lacking),
            outcome: Outcome::Fatal,
            hint: None,
        };
        diagnostics.report::<()>(Place::Key(at.key(member)), problem);
    }
}

/// Reports extensions of the document that are probably meant to be one of ours.
fn report_misspelt(document: &OpenAPI, diagnostics: &mut Diagnostics) {
    let ours = [ENVIRONMENT, PAGINATION];
    for member in document.extensions.keys().filter(|member| !ours.contains(&member.as_str())) {
        if let Some(meant) = nearest(member, ours) {
            let (member, at) = (member.clone(), Pointer::root().key(member));
            let problem = Problem::UnknownMember {
                object: "OpenAPI",
                member,
                meant: Some(meant),
                outcome: Outcome::Ignored,
                hint: None,
            };
            diagnostics.report::<()>(Place::Key(at), problem);
        }
    }
}
