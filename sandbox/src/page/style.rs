//! The style of the page, and the policy that lets a browser apply it and nothing else.

/// The style sheet, inline in the page.
pub(super) const STYLE: &str = include_str!("style.css");

/// The Content-Security-Policy. The hash is the one of [`STYLE`], to the byte; a test tells the new one.
pub(super) const POLICY: &str = "default-src 'none'; style-src 'sha256-3dkxf1Ij27o1+gzDEesYs/uTEcz1K2XxU1OTo8Uxqig='; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
