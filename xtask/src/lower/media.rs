//! Media types, and what can be made of content of one.

use openapiv3::MediaType;

use super::Cx;
use super::schema;
use crate::diagnostics::Pointer;

/// What can be made of content. The first that content comes in is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// `application/json` itself.
    PlainJson,
    Json,
    Form,
    Multipart,
    Text,
    Events,
    Binary,
}

/// What can be made of content of type `media_type`, described at `at`.
pub(super) fn kind<'a>(cx: &mut Cx<'a>, at: &Pointer, media_type: &str, data: &'a MediaType) -> Kind {
    let essence = essence(media_type);
    let schema = data.schema.as_ref().map(|schema| (at.key("schema"), schema.into()));
    let is = |cx: &mut Cx<'a>, is: fn(&mut Cx<'a>, &Pointer, schema::SchemaRef<'a>) -> bool| {
        schema.as_ref().is_some_and(|(at, schema)| is(cx, at, *schema))
    };
    match essence.as_str() {
        "application/json" if is_plain_json(media_type) => Kind::PlainJson,
        _ if is_json(media_type) => Kind::Json,
        "application/x-www-form-urlencoded" => Kind::Form,
        "multipart/form-data" => Kind::Multipart,
        "text/event-stream" => Kind::Events,
        // A range says nothing about the content, so that its schema has to.
        _ if essence.starts_with('*') || essence == "application/*" => match () {
            () if schema.is_none() || is(cx, schema::is_binary) => Kind::Binary,
            () if is(cx, schema::is_text) => Kind::Text,
            () => Kind::Json,
        },
        _ if is_textual(&essence) && !is(cx, schema::is_binary) => Kind::Text,
        _ => Kind::Binary,
    }
}

/// Whether a media type is JSON: `application/json`, `application/problem+json`, with or without parameters.
pub(super) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence == "application/json" || essence.ends_with("+json")
}

/// Whether a media type is text that people read.
pub(super) fn is_text(media_type: &str) -> bool {
    is_textual(&essence(media_type))
}

/// Whether a media type is XML.
pub(super) fn is_xml(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("/xml") || essence.ends_with("+xml")
}

/// Whether a media type stands for several: `image/*`.
pub(super) fn is_range(media_type: &str) -> bool {
    media_type.contains('*')
}

/// Whether a media type is `application/json`, in an encoding that JSON always has.
fn is_plain_json(media_type: &str) -> bool {
    let (essence, parameters) = media_type.split_once(';').unwrap_or((media_type, ""));
    let is_default = matches!(parameters.trim().to_ascii_lowercase().as_str(), "" | "charset=utf-8");
    essence.trim().eq_ignore_ascii_case("application/json") && is_default
}

fn is_textual(essence: &str) -> bool {
    const OTHERS: [&str; 5] =
        ["application/xml", "application/yaml", "application/x-yaml", "application/javascript", "application/graphql"];
    essence.starts_with("text/") || essence.ends_with("+xml") || essence.ends_with("+yaml") || OTHERS.contains(&essence)
}

/// A media type without its parameters, in small letters.
fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
