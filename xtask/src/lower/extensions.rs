//! The extension `x-environment`, and what is to be said of extensions in general.

use openapiv3::OpenAPI;
use serde_json::{Map, Value};

use super::Cx;
use super::paging::PAGINATION;
use crate::diagnostics::{Diagnostics, Outcome, Place, Pointer, Problem, nearest};
use crate::ir;

const ENVIRONMENT: &str = "x-environment";
/// Where OpenAPI 3.0 has what 3.1 calls `webhooks`.
const WEBHOOKS: &str = "x-webhooks";

/// Notes the webhooks of the document, which are calls by the service.
pub(super) fn webhooks(cx: &mut Cx<'_>) {
    let webhooks = cx.document.extensions.get(WEBHOOKS).and_then(Value::as_object);
    let reason = || "a webhook, which is a call by the service".to_owned();
    let webhooks = webhooks.into_iter().flat_map(Map::keys);
    cx.left_out.extend(webhooks.map(|name| ir::LeftOut { name: name.clone(), reason: reason() }));
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

/// Reports variables for credentials that no operation takes, unless there are other errors, or not all operations are
/// selected.
pub(super) fn report_idle(cx: &mut Cx<'_>, environment: &ir::Environment, schemes: &[ir::Scheme]) {
    let is_taken = schemes.iter().any(|scheme| scheme.kind == ir::SchemeKind::Basic);
    let is_idle = !environment.credentials.is_empty() && !is_taken && cx.selection.is_all();
    if is_idle && !cx.diagnostics.has_errors() {
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

/// Reports an extension of ours whose value makes no sense.
pub(super) fn report(diagnostics: &mut Diagnostics, at: &Pointer, name: &str, expected: &str) {
    let problem = Problem::InvalidExtension { name: name.to_owned(), expected: expected.to_owned() };
    diagnostics.report::<()>(at, problem);
}

/// Reports members of `value`, which is or belongs to the extension `object`, that are none of `known`.
pub(super) fn report_unknown(
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
pub(super) fn report_misspelt(document: &OpenAPI, diagnostics: &mut Diagnostics) {
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
