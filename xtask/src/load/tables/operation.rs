//! What can be called: Path Item, Operation, Parameter, Request Body, Response, and what they are made of.

use super::super::adapt;
use super::super::structure::Shape::{Any, Bool, List, Map, OneOf, RefOr, Text};
use super::super::structure::{Cases, Field, Names, Object, Pattern, Shape};
use super::super::value::Value;
use super::document::{SERVER, SERVERS};
use super::schema::{EXTERNAL_DOCS, SCHEMA};
use super::security::REQUIREMENTS;

pub(super) static PATH_ITEM: Object = Object::new(
    "Path Item",
    &[
        Field::new("summary", Text).words(),
        Field::new("description", Text).words(),
        Field::new("get", Shape::Object(&OPERATION)),
        Field::new("put", Shape::Object(&OPERATION)),
        Field::new("post", Shape::Object(&OPERATION)),
        Field::new("delete", Shape::Object(&OPERATION)),
        Field::new("options", Shape::Object(&OPERATION)),
        Field::new("head", Shape::Object(&OPERATION)),
        Field::new("patch", Shape::Object(&OPERATION)),
        Field::new("trace", Shape::Object(&OPERATION)),
        Field::new("servers", SERVERS),
        Field::new("parameters", List(&RefOr(&PARAMETER))),
    ],
);

static OPERATION: Object = Object {
    check: Some(adapt::operation),
    ..Object::new(
        "Operation",
        &[
            Field::new("tags", List(&Text)),
            Field::new("summary", Text).words(),
            Field::new("description", Text).words(),
            Field::new("externalDocs", Shape::Object(&EXTERNAL_DOCS)).words(),
            Field::new("operationId", Text),
            Field::new("parameters", List(&RefOr(&PARAMETER))),
            Field::new("requestBody", RefOr(&REQUEST_BODY)),
            Field::new("responses", Shape::Object(&RESPONSES)).assumed("an empty object", Value::empty_object),
            Field::new("callbacks", Map(&RefOr(&CALLBACK))),
            Field::new("deprecated", Bool).check(),
            Field::new("security", REQUIREMENTS),
            Field::new("servers", SERVERS),
        ],
    )
};

pub(super) static PARAMETER: Object = Object {
    cases: Some(Cases {
        field: "in",
        cases: &[
            ("path", &[Field::new("style", OneOf(&["simple", "label", "matrix"]))]),
            ("query", &[Field::new("style", OneOf(QUERY_STYLES))]),
            ("header", &[Field::new("style", OneOf(&["simple"]))]),
            ("cookie", &[Field::new("style", OneOf(&["form"]))]),
        ],
    }),
    check: Some(adapt::parameter),
    ..Object::new(
        "Parameter",
        &[
            Field::new("name", Text).required(),
            Field::new("in", OneOf(&["path", "query", "header", "cookie"]))
                .required()
                .hint("what OpenAPI 2.0 called `body` and `formData` is the `requestBody` of the operation"),
            Field::new("description", Text).words(),
            Field::new("required", Bool),
            Field::new("deprecated", Bool).check(),
            Field::new("allowEmptyValue", Bool),
            Field::new("explode", Bool),
            Field::new("allowReserved", Bool),
            Field::new("schema", RefOr(&SCHEMA)),
            Field::new("content", Map(&Shape::Object(&MEDIA_TYPE))),
            Field::new("example", Any).words(),
            Field::new("examples", EXAMPLES).words(),
        ],
    )
};

const QUERY_STYLES: &[&str] = &["form", "spaceDelimited", "pipeDelimited", "deepObject"];

/// A Parameter object without `name` and `in`, and with one style.
pub(super) static HEADER: Object = Object {
    check: Some(adapt::header),
    ..Object::new(
        "Header",
        &[
            Field::new("description", Text).words(),
            Field::new("required", Bool).check(),
            Field::new("deprecated", Bool).check(),
            Field::new("allowEmptyValue", Bool).check(),
            Field::new("style", OneOf(&["simple"])).check(),
            Field::new("explode", Bool),
            Field::new("allowReserved", Bool).check(),
            Field::new("schema", RefOr(&SCHEMA)),
            Field::new("content", Map(&Shape::Object(&MEDIA_TYPE))),
            Field::new("example", Any).words(),
            Field::new("examples", EXAMPLES).words(),
        ],
    )
};

pub(super) static REQUEST_BODY: Object = Object::new(
    "Request Body",
    &[
        Field::new("description", Text).words(),
        Field::new("content", Map(&Shape::Object(&MEDIA_TYPE))).required(),
        Field::new("required", Bool),
    ],
);

static MEDIA_TYPE: Object = Object::new(
    "Media Type",
    &[
        Field::new("schema", RefOr(&SCHEMA)),
        Field::new("example", Any).words(),
        Field::new("examples", EXAMPLES).words(),
        Field::new("encoding", Map(&Shape::Object(&ENCODING))),
    ],
);

static ENCODING: Object = Object {
    check: Some(adapt::encoding),
    ..Object::new(
        "Encoding",
        &[
            Field::new("contentType", Text),
            Field::new("headers", Map(&RefOr(&HEADER))),
            Field::new("style", OneOf(QUERY_STYLES)),
            Field::new("explode", Bool),
            Field::new("allowReserved", Bool),
        ],
    )
};

static RESPONSES: Object = Object {
    pattern: Some(Pattern { names: Names::Statuses, shape: RefOr(&RESPONSE) }),
    ..Object::new("Responses", &[Field::new("default", RefOr(&RESPONSE))])
};

pub(super) static RESPONSE: Object = Object::new(
    "Response",
    &[
        Field::new("description", Text).words().assumed("an empty one", || Value::from("")),
        Field::new("headers", Map(&RefOr(&HEADER))),
        Field::new("content", Map(&Shape::Object(&MEDIA_TYPE))),
        Field::new("links", Map(&RefOr(&LINK))).words(),
    ],
);

pub(super) static CALLBACK: Object = Object {
    pattern: Some(Pattern { names: Names::Expressions, shape: RefOr(&PATH_ITEM) }),
    check: Some(adapt::callback),
    ..Object::new("Callback", &[])
};

const EXAMPLES: Shape = Map(&RefOr(&EXAMPLE));

pub(super) static EXAMPLE: Object = Object::new(
    "Example",
    &[
        Field::new("summary", Text),
        Field::new("description", Text),
        Field::new("value", Any),
        Field::new("externalValue", Text),
    ],
);

pub(super) static LINK: Object = Object {
    check: Some(adapt::link),
    ..Object::new(
        "Link",
        &[
            Field::new("operationRef", Text),
            Field::new("operationId", Text),
            Field::new("parameters", Map(&Any)),
            Field::new("requestBody", Any),
            Field::new("description", Text),
            Field::new("server", Shape::Object(&SERVER)),
        ],
    )
};
