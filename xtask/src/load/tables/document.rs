//! The document itself, and what describes it: OpenAPI, Info, Server, Components, Tag.

use super::super::structure::Shape::{List, Map, RefOr, Text};
use super::super::structure::{Field, Names, Object, Pattern, Shape};
use super::operation::{CALLBACK, EXAMPLE, HEADER, LINK, PARAMETER, PATH_ITEM, REQUEST_BODY, RESPONSE};
use super::schema::{EXTERNAL_DOCS, SCHEMA};
use super::security::{REQUIREMENTS, SECURITY_SCHEME};

pub(in super::super) static OPENAPI: Object = Object::new(
    "OpenAPI",
    &[
        Field::new("openapi", Text).required(),
        Field::new("info", Shape::Object(&INFO)).required(),
        Field::new("servers", SERVERS),
        Field::new("paths", Shape::Object(&PATHS)).required(),
        Field::new("components", Shape::Object(&COMPONENTS)),
        Field::new("security", REQUIREMENTS),
        Field::new("tags", List(&Shape::Object(&TAG))).words(),
        Field::new("externalDocs", Shape::Object(&EXTERNAL_DOCS)).words(),
    ],
);

static INFO: Object = Object::new(
    "Info",
    &[
        Field::new("title", Text).required(),
        Field::new("description", Text).words(),
        Field::new("termsOfService", Text).words(),
        Field::new("contact", Shape::Object(&CONTACT)).words(),
        Field::new("license", Shape::Object(&LICENSE)).words(),
        Field::new("version", Text).required(),
    ],
);

static CONTACT: Object =
    Object::new("Contact", &[Field::new("name", Text), Field::new("url", Text), Field::new("email", Text)]);

static LICENSE: Object = Object::new("License", &[Field::new("name", Text).required(), Field::new("url", Text)]);

pub(super) const SERVERS: Shape = List(&Shape::Object(&SERVER));

pub(super) static SERVER: Object = Object::new(
    "Server",
    &[
        Field::new("url", Text).required(),
        Field::new("description", Text).words(),
        Field::new("variables", Map(&Shape::Object(&SERVER_VARIABLE))),
    ],
);

static SERVER_VARIABLE: Object = Object::new(
    "Server Variable",
    &[Field::new("enum", List(&Text)), Field::new("default", Text).required(), Field::new("description", Text).words()],
);

static PATHS: Object =
    Object { pattern: Some(Pattern { names: Names::Paths, shape: RefOr(&PATH_ITEM) }), ..Object::new("Paths", &[]) };

static COMPONENTS: Object = Object::new(
    "Components",
    &[
        Field::new("schemas", Map(&RefOr(&SCHEMA))),
        Field::new("responses", Map(&RefOr(&RESPONSE))),
        Field::new("parameters", Map(&RefOr(&PARAMETER))),
        Field::new("examples", Map(&RefOr(&EXAMPLE))).words(),
        Field::new("requestBodies", Map(&RefOr(&REQUEST_BODY))),
        Field::new("headers", Map(&RefOr(&HEADER))),
        Field::new("securitySchemes", Map(&RefOr(&SECURITY_SCHEME))),
        Field::new("links", Map(&RefOr(&LINK))).words(),
        Field::new("callbacks", Map(&RefOr(&CALLBACK))),
    ],
);

static TAG: Object = Object::new(
    "Tag",
    &[
        Field::new("name", Text).required(),
        Field::new("description", Text),
        Field::new("externalDocs", Shape::Object(&EXTERNAL_DOCS)),
    ],
);
