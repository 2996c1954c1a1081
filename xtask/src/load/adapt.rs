//! What the tables cannot say, and what OpenAPI allows but openapiv3 has no type for.

use crate::diagnostics::{Outcome, Problem};

use super::at::At;
use super::structure::is_extension;
use super::value::{Map, Value};
use super::walk::Walk;

/// A Parameter object has either `schema` or `content`, the latter with one entry.
pub(super) fn parameter(walk: &mut Walk<'_>, at: &At<'_>, members: &mut Map) -> bool {
    let object = "Parameter";
    if !members.contains_key("schema") && !members.contains_key("content") {
        let outcome = walk.outcome();
        walk.report(at, Problem::SchemaOrContent { object, outcome });
        return false;
    }
    one_description(walk, at, object, members);
    if let Some(prefix) = prefix(members) {
        members.insert(PREFIXED, prefix);
    }
    true
}

/// Says of a parameter what its parts are prefixed with: Twilio's `format: prefixed-collapsible-map-PREFIX`, which
/// openapiv3 drops from a schema of type `object`.
pub(crate) const PREFIXED: &str = "x-prefixed-collapsible-map";

fn prefix(parameter: &Map) -> Option<String> {
    let format = parameter.get("schema")?.get("format")?.as_str()?;
    format.strip_prefix("prefixed-collapsible-map-").map(str::to_owned)
}

/// A Header object is like a parameter; without a type it can still be ignored.
pub(super) fn header(walk: &mut Walk<'_>, at: &At<'_>, members: &mut Map) -> bool {
    let object = "Header";
    if !members.contains_key("schema") && !members.contains_key("content") {
        walk.report(at, Problem::SchemaOrContent { object, outcome: Outcome::Assumed("any value") });
        members.insert("schema", Value::empty_object());
    }
    one_description(walk, at, object, members);
    true
}

fn one_description(walk: &mut Walk<'_>, at: &At<'_>, object: &'static str, members: &mut Map) {
    if members.contains_key("schema") {
        if members.remove("content").is_some() {
            walk.report_key(&at.key("content"), Problem::SchemaAndContent { object });
        }
        return;
    }
    if let Some(Value::Object(content)) = members.get_mut("content")
        && content.len() != 1
    {
        walk.report_key(&at.key("content"), Problem::ContentEntries { object, count: content.len() });
        let mut rank = 0;
        content.retain(|_, _| {
            rank += 1;
            rank == 1
        });
    }
}

/// openapiv3 cannot tell an absent `explode` or `allowReserved` from `false`. Where one of them is given, so is a style,
/// if only the usual one: a field has either a style or a content type. `explode` is true unless another style than
/// `form` is given.
pub(super) fn encoding(_: &mut Walk<'_>, _: &At<'_>, members: &mut Map) -> bool {
    if members.contains_key("explode") || members.contains_key("allowReserved") {
        members.or_insert("style", "form");
    }
    let is_form = members.get("style").is_none_or(|style| style.as_str() == Some("form"));
    members.or_insert("explode", is_form);
    true
}

/// openapiv3 knows no references to callbacks. Nothing is generated from callbacks, so they may as well go.
pub(super) fn operation(_: &mut Walk<'_>, _: &At<'_>, members: &mut Map) -> bool {
    if let Some(Value::Object(callbacks)) = members.get_mut("callbacks") {
        callbacks.retain(|_, callback| callback.get("$ref").is_none());
    }
    true
}

/// openapiv3 takes the extensions of a callback for expressions.
pub(super) fn callback(_: &mut Walk<'_>, _: &At<'_>, members: &mut Map) -> bool {
    members.retain(|name, _| !is_extension(name));
    true
}

/// A Link object has either `operationRef` or `operationId`.
pub(super) fn link(walk: &mut Walk<'_>, at: &At<'_>, members: &mut Map) -> bool {
    let leads_somewhere = members.contains_key("operationId") || members.contains_key("operationRef");
    if !leads_somewhere {
        let outcome = walk.outcome();
        walk.report(at, Problem::MissingMember { object: "Link", member: "operationId", outcome });
    }
    leads_somewhere
}
