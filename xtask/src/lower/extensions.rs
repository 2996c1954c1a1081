//! The extensions that the generator reads: `x-environment` and `x-pagination`, both of the document as a whole.

use openapiv3::OpenAPI;
use serde_json::Value;

use super::Cx;
use crate::diagnostics::{Diagnostics, Pointer, Problem};
use crate::ir;

/// How lists are divided into pages.
pub(super) struct Paging {
    /// A JSON pointer into the answer, to the URL of the next page.
    pub(super) next_url: String,
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

/// Reads `x-pagination: { next_url: /pointer }`; without it, Twilio's `meta.next_page_url` is looked for.
pub(super) fn paging(document: &OpenAPI, diagnostics: &mut Diagnostics) -> Paging {
    const TWILIO: &str = "/meta/next_page_url";
    let Some(extension) = document.extensions.get("x-pagination") else {
        return Paging { next_url: TWILIO.to_owned(), declared: false, used: false };
    };
    let pointer = extension.get("next_url").and_then(Value::as_str).filter(|pointer| pointer.starts_with('/'));
    if pointer.is_none() {
        let expected = "`next_url: /pointer`, a JSON pointer into the answer".to_owned();
        let problem = Problem::InvalidExtension { name: "x-pagination".to_owned(), expected };
        diagnostics.report::<()>(&Pointer::root().key("x-pagination"), problem);
    }
    Paging { next_url: pointer.unwrap_or(TWILIO).to_owned(), declared: true, used: false }
}

/// Reads `x-environment: { base_url: NAME, credentials: [{ username: NAME, password: NAME }] }`.
pub(super) fn environment(cx: &mut Cx<'_>) -> ir::Environment {
    let Some(extension) = cx.document.extensions.get("x-environment") else { return ir::Environment::default() };
    let at = Pointer::root().key("x-environment");
    let base_url = extension.get("base_url").and_then(|value| variable(cx, &at.key("base_url"), Some(value)));
    let mut credentials = Vec::new();
    for (index, pair) in extension.get("credentials").and_then(Value::as_array).into_iter().flatten().enumerate() {
        let at = at.key("credentials").index(index);
        let username = variable(cx, &at, pair.get("username"));
        let password = variable(cx, &at, pair.get("password"));
        credentials.extend(username.zip(password));
    }
    ir::Environment { base_url, credentials }
}

/// The name of an environment variable.
fn variable(cx: &mut Cx<'_>, at: &Pointer, value: Option<&Value>) -> Option<String> {
    let is_name = |name: &&str| !name.is_empty() && !name.contains(['=', '\0']);
    match value.and_then(Value::as_str).filter(is_name) {
        Some(name) => Some(name.to_owned()),
        None => {
            let expected = "the name of an environment variable".to_owned();
            cx.diagnostics.report(at, Problem::InvalidExtension { name: "x-environment".to_owned(), expected })
        }
    }
}
