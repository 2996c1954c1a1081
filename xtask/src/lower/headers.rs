//! Headers of answers.

use openapiv3::{Header, ParameterSchemaOrContent, Response};

use super::Cx;
use super::references::follow;
use super::schema;
use crate::diagnostics::Pointer;
use crate::ir::{self, Step};

/// Adds the headers of `response`, which stands at `at`, to `headers`; `context` names the operation.
pub(super) fn lower<'a>(
    cx: &mut Cx<'a>,
    at: &Pointer,
    response: &'a Response,
    context: &[Step],
    headers: &mut Vec<ir::Value>,
) -> Option<()> {
    for (name, header) in &response.headers {
        let is_known = headers.iter().any(|known| known.name.eq_ignore_ascii_case(name));
        if !is_known && !is_of_others(name) {
            let (at, data) = follow(cx, &at.key("headers").key(name), header)?;
            headers.push(self::header(cx, &at, name, data, context)?);
        }
    }
    Some(())
}

/// Whether a header is about something else: OpenAPI has other means for the type of the content, and what begins like
/// this is for browsers (CORS).
fn is_of_others(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name == "content-type" || name.starts_with("access-control-")
}

fn header<'a>(cx: &mut Cx<'a>, at: &Pointer, name: &str, data: &'a Header, context: &[Step]) -> Option<ir::Value> {
    let Header {
        description,
        style: _,    // There is only one.
        required: _, // It may be missing all the same, and the answer is none the worse for it.
        deprecated,
        format,
        example,
        examples: _,
        extensions: _,
    } = data;
    let text = ir::Value {
        name: name.to_owned(),
        ty: ir::Type::Text,
        required: false,
        nullable: false,
        docs: ir::Docs::default(),
        limits: ir::Limits::default(),
        example: example.clone(),
        at: at.clone(),
    };
    let value = match format {
        ParameterSchemaOrContent::Schema(data) if schema::is_simple(cx, &at.key("schema"), data.into()) => {
            schema::value(cx, &at.key("schema"), name, data.into(), false, context)?
        }
        // What has members, or is a document of its own, is left as it came.
        ParameterSchemaOrContent::Schema(_) | ParameterSchemaOrContent::Content(_) => text,
    };
    let docs = ir::Docs {
        summary: None,
        description: description.clone().filter(|text| !text.trim().is_empty()).or(value.docs.description),
        deprecated: deprecated.unwrap_or_default() || value.docs.deprecated,
    };
    Some(ir::Value { docs, at: at.clone(), ..value })
}
