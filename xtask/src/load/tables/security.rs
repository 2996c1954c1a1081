//! Who may call: Security Requirement, Security Scheme, OAuth Flows.

use super::super::structure::Shape::{List, Map, OneOf, Text};
use super::super::structure::{Cases, Field, Object, Shape};

/// An array of Security Requirement objects.
pub(super) const REQUIREMENTS: Shape = List(&Map(&List(&Text)));

pub(super) static SECURITY_SCHEME: Object = Object {
    cases: Some(Cases {
        field: "type",
        cases: &[
            (
                "apiKey",
                &[
                    Field::new("name", Text).required(),
                    Field::new("in", OneOf(&["query", "header", "cookie"])).required(),
                ],
            ),
            ("http", &[Field::new("scheme", Text).required(), Field::new("bearerFormat", Text).words()]),
            ("oauth2", &[Field::new("flows", Shape::Object(&OAUTH_FLOWS)).required()]),
            ("openIdConnect", &[Field::new("openIdConnectUrl", Text).required()]),
        ],
    }),
    ..Object::new(
        "Security Scheme",
        &[
            Field::new("type", OneOf(&["apiKey", "http", "oauth2", "openIdConnect"]))
                .required()
                .hint("what OpenAPI 2.0 called `basic` is `type: http` with `scheme: basic`"),
            Field::new("description", Text).words(),
        ],
    )
};

static OAUTH_FLOWS: Object = Object::new(
    "OAuth Flows",
    &[
        Field::new("implicit", Shape::Object(&IMPLICIT)),
        Field::new("password", Shape::Object(&PASSWORD)),
        Field::new("clientCredentials", Shape::Object(&PASSWORD)),
        Field::new("authorizationCode", Shape::Object(&AUTHORIZATION_CODE)),
    ],
);

static IMPLICIT: Object = Object::new(
    "OAuth Flow",
    &[
        Field::new("authorizationUrl", Text).required(),
        Field::new("refreshUrl", Text),
        Field::new("scopes", Map(&Text)).required(),
    ],
);

/// Of the flows `password` and `clientCredentials`.
static PASSWORD: Object = Object::new(
    "OAuth Flow",
    &[
        Field::new("tokenUrl", Text).required(),
        Field::new("refreshUrl", Text),
        Field::new("scopes", Map(&Text)).required(),
    ],
);

static AUTHORIZATION_CODE: Object = Object::new(
    "OAuth Flow",
    &[
        Field::new("authorizationUrl", Text).required(),
        Field::new("tokenUrl", Text).required(),
        Field::new("refreshUrl", Text),
        Field::new("scopes", Map(&Text)).required(),
    ],
);
