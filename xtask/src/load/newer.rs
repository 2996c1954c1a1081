//! From OpenAPI 3.1 to what means the same in OpenAPI 3.0, so that everything after this knows one version only.
//!
//! What 3.0 has no words for either says nothing about how values are written (`if`, `contains`), or is about what is
//! not called (`webhooks`), or widens a type to any value (`prefixItems`).

mod schema;

use crate::diagnostics::{Diagnostics, Place, Problem};

use super::structure::{Object, Shape, is_extension};
use super::tables;
use super::value::{Map, Value};

/// Rewrites `document`, which is of OpenAPI 3.1, in place.
pub(super) fn rewrite(document: &mut Value) {
    let Value::Object(members) = document else { return };
    members.insert("openapi", "3.0.3");
    members.or_insert("paths", Value::empty_object());
    remove(members, &["jsonSchemaDialect"]);
    if let Some(webhooks) = members.remove("webhooks") {
        members.or_insert("x-webhooks", webhooks);
    }
    if let Some(Value::Object(info)) = members.get_mut("info") {
        remove(info, &["summary"]);
        if let Some(Value::Object(license)) = info.get_mut("license") {
            remove(license, &["identifier"]);
        }
    }
    if let Some(Value::Object(components)) = members.get_mut("components") {
        remove(components, &["pathItems"]);
    }
    leave_out_certificates(members);
    visit(Shape::Object(&tables::OPENAPI), document);
}

/// The first word of OpenAPI 3.1 that was `found` to be wrong in a document of 3.0: its place, and what to call it.
pub(super) fn first_word(found: &Diagnostics) -> Option<(Place, String)> {
    found.iter().find_map(|diagnostic| {
        let member = diagnostic.place.pointer()?.segments().last()?;
        let word = match (&diagnostic.problem, member.as_str()) {
            (Problem::UnknownMember { object: "Schema", .. }, _) if schema::WITH_EFFECT.contains(&&*member) => {
                format!("`{member}`")
            }
            (Problem::WrongType { expected, found, .. }, "type") if expected == "a string" && found == "an array" => {
                "a list as `type`".to_owned()
            }
            (Problem::UnknownValue { value, .. }, "type") if value == "null" => "null as `type`".to_owned(),
            (Problem::WrongType { found, .. }, "exclusiveMinimum" | "exclusiveMaximum")
                if found.starts_with("the number") =>
            {
                format!("a number as `{member}`")
            }
            _ => return None,
        };
        Some((diagnostic.place.clone(), word))
    })
}

fn remove(members: &mut Map, names: &[&str]) {
    for name in names {
        members.remove(name);
    }
}

/// Removes security schemes of type `mutualTLS`, and requirements of them: a certificate belongs to the connection, which
/// is the business of the HTTP client that callers give, and not to the request.
fn leave_out_certificates(members: &mut Map) {
    let schemes = members.get_mut("components").and_then(|components| components.get_mut("securitySchemes"));
    let Some(Value::Object(schemes)) = schemes else { return };
    let is_certificate = |scheme: &Value| scheme.get("type").is_some_and(|kind| kind.as_str() == Some("mutualTLS"));
    let (certificates, others): (Map, Map) =
        std::mem::take(schemes).into_iter().partition(|(_, scheme)| is_certificate(scheme));
    *schemes = others;
    if certificates.is_empty() {
        return;
    }
    let leave_out = |security: &mut Value| {
        let alternatives = security.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut);
        alternatives.for_each(|alternative| alternative.retain(|name, _| !certificates.contains_key(name)));
    };
    members.get_mut("security").into_iter().for_each(leave_out);
    let items = members.get_mut("paths").and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut);
    let operations = items.filter_map(Value::as_object_mut).flat_map(Map::values_mut);
    operations.filter_map(|operation| operation.get_mut("security")).for_each(leave_out);
}

/// Rewrites what differs in `value`, which should be of this `shape`.
fn visit(shape: Shape, value: &mut Value) {
    match (shape, value) {
        (Shape::List(shape), Value::Array(items)) => items.iter_mut().for_each(|item| visit(*shape, item)),
        (Shape::Map(shape), Value::Object(members)) => members.values_mut().for_each(|member| visit(*shape, member)),
        (Shape::BoolOr(shape), value) if !value.is_boolean() => visit(*shape, value),
        (Shape::RefOr(object) | Shape::Object(object), value) if object.name == "Schema" => {
            schema::rewrite(value);
            if let Value::Object(members) = value {
                fields(object, members);
            }
        }
        (Shape::RefOr(_), Value::Object(members)) if members.contains_key("$ref") => {
            // What is said beside a reference is for people.
            remove(members, &["summary", "description"]);
        }
        (Shape::RefOr(object) | Shape::Object(object), Value::Object(members)) => fields(object, members),
        _ => {}
    }
}

fn fields(object: &'static Object, members: &mut Map) {
    let further = object.further(members);
    for (name, value) in members.iter_mut().filter(|(name, _)| !is_extension(name)) {
        if let Some(field) = object.field(name, further) {
            visit(field.shape, value);
        } else if let Some(pattern) = &object.pattern {
            visit(pattern.shape, value);
        }
    }
}
