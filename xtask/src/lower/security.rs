//! What callers prove who they are with.

use openapiv3::{Operation, SecurityRequirement, SecurityScheme};

use super::Cx;
use super::references::follow;
use crate::diagnostics::{Pointer, Problem};

/// What operations say of a username and password (HTTP Basic).
pub(super) struct Credentials {
    /// Whether any takes them.
    pub(super) taken: bool,
    /// Whether none does without.
    pub(super) always: bool,
}

impl Default for Credentials {
    fn default() -> Self {
        Self { taken: false, always: true }
    }
}

/// Takes note of what `operation`, which stands at `at`, requires; reports what cannot be met.
pub(super) fn note(cx: &mut Cx<'_>, at: &Pointer, operation: &Operation) {
    let document = cx.document;
    let (at, alternatives) = match (&operation.security, &document.security) {
        (Some(alternatives), _) => (at.key("security"), alternatives.as_slice()),
        (None, Some(alternatives)) => (Pointer::root().key("security"), alternatives.as_slice()),
        (None, None) => (at.clone(), &[][..]),
    };
    let met: Vec<_> = alternatives.iter().filter(|alternative| is_met(cx, alternative)).collect();
    cx.credentials.taken |= met.iter().any(|alternative| !alternative.is_empty());
    cx.credentials.always &= !alternatives.is_empty() && alternatives.iter().all(|alternative| !alternative.is_empty());
    if met.is_empty() {
        for (index, alternative) in alternatives.iter().enumerate() {
            let at = at.index(index);
            for name in alternative.keys() {
                explain(cx, &at, name);
            }
        }
    }
}

/// Whether a client can meet all that `alternative` asks for.
fn is_met(cx: &mut Cx<'_>, alternative: &SecurityRequirement) -> bool {
    alternative.keys().all(|name| scheme(cx, name).is_some_and(is_basic))
}

/// Reports why the scheme `name`, which is required at `at`, cannot be met, if it cannot.
fn explain(cx: &mut Cx<'_>, at: &Pointer, name: &str) {
    let kind = match scheme(cx, name) {
        None => {
            let reference = format!("#/components/securitySchemes/{name}");
            cx.diagnostics.report::<()>(&at.key(name), Problem::DanglingReference { reference });
            return;
        }
        Some(scheme) if is_basic(scheme) => return,
        Some(SecurityScheme::HTTP { scheme, .. }) => format!("http, {scheme}"),
        Some(SecurityScheme::APIKey { .. }) => "apiKey".to_owned(),
        Some(SecurityScheme::OAuth2 { .. }) => "oauth2".to_owned(),
        Some(SecurityScheme::OpenIDConnect { .. }) => "openIdConnect".to_owned(),
    };
    cx.unsupported::<()>(&at.key(name), format!("the security scheme `{name}` ({kind})"));
}

fn is_basic(scheme: &SecurityScheme) -> bool {
    matches!(scheme, SecurityScheme::HTTP { scheme, .. } if scheme.eq_ignore_ascii_case("basic"))
}

/// The security scheme called `name`.
fn scheme<'a>(cx: &mut Cx<'a>, name: &str) -> Option<&'a SecurityScheme> {
    let scheme = cx.document.components.as_ref()?.security_schemes.get(name)?;
    let place = Pointer::root().key("components").key("securitySchemes").key(name);
    follow(cx, &place, scheme).map(|(_, scheme)| scheme)
}
