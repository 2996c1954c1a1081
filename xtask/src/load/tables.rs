//! The objects of OpenAPI 3.0 (<https://spec.openapis.org/oas/v3.0.3>, section 4.7), as data.

mod document;
mod operation;
mod schema;
mod security;

pub(super) use document::OPENAPI;
pub(super) use schema::SCHEMA;

use super::structure::Object;

/// Where a member that is none of `object` comes from, if it is well known, and what stands for it in OpenAPI 3.0.
pub(super) fn hint_on_unknown_member(object: &Object, member: &str) -> Option<&'static str> {
    let has_schema = object.field("schema", None).is_some();
    if has_schema && SCHEMA.field(member, None).is_some() {
        return Some("it belongs in `schema`");
    }
    match (object.name, member) {
        ("Schema", "examples") => Some("OpenAPI 3.0 has one `example` in a schema"),
        ("Schema", "definitions" | "$defs") => Some("schemas that are referred to stand in `components/schemas`"),
        ("OpenAPI", "definitions") => Some("OpenAPI 3.0 has schemas in `components/schemas`"),
        ("OpenAPI", "host" | "basePath" | "schemes") => Some("OpenAPI 3.0 has a list `servers` with a `url` each"),
        ("OpenAPI", "securityDefinitions") => Some("OpenAPI 3.0 has `components/securitySchemes`"),
        ("OpenAPI" | "Operation", "consumes" | "produces") => {
            Some("OpenAPI 3.0 names media types in the `content` of bodies and responses")
        }
        ("Response", "schema") => Some("OpenAPI 3.0 has a schema for each media type in `content`"),
        ("Parameter", "collectionFormat") => Some("OpenAPI 3.0 has `style` and `explode`"),
        ("OpenAPI", "webhooks" | "jsonSchemaDialect") | ("Components", "pathItems") => {
            Some("it is part of OpenAPI 3.1")
        }
        _ => None,
    }
}
