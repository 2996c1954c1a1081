//! What values look like: Schema, Discriminator, XML, and External Documentation, which is everywhere.

use super::super::structure::Shape::{Any, Bool, BoolOr, Count, List, Map, Number, OneOf, RefOr, Text};
use super::super::structure::{Field, Object, Shape};

pub(in super::super) static SCHEMA: Object = Object {
    hint: Some("write a Schema object, such as `{ type: string }`, or `{}` for any value"),
    ..Object::new(
        "Schema",
        &[
            Field::new("title", Text).words(),
            Field::new("type", OneOf(&["string", "number", "integer", "boolean", "array", "object"]))
                .hint("any value is a schema without `type`, and a file is a string of `format: binary`"),
            Field::new("format", Text),
            Field::new("enum", List(&Any)).hint("list the values, even if there is only one"),
            Field::new("nullable", Bool),
            Field::new("properties", Map(&RefOr(&SCHEMA))),
            Field::new("required", List(&Text))
                .check()
                .hint("list the names of required properties in the object that has them"),
            Field::new("additionalProperties", BoolOr(&RefOr(&SCHEMA))),
            Field::new("items", RefOr(&SCHEMA)).hint("OpenAPI 3.0 has one schema for all items"),
            Field::new("allOf", List(&RefOr(&SCHEMA))),
            Field::new("oneOf", List(&RefOr(&SCHEMA))),
            Field::new("anyOf", List(&RefOr(&SCHEMA))),
            Field::new("not", RefOr(&SCHEMA)),
            Field::new("discriminator", Shape::Object(&DISCRIMINATOR))
                .hint("write `discriminator: { propertyName: … }`"),
            Field::new("readOnly", Bool),
            Field::new("writeOnly", Bool),
            Field::new("multipleOf", Number).check(),
            Field::new("maximum", Number).check(),
            Field::new("exclusiveMaximum", Bool).check().hint("write `maximum: …` and `exclusiveMaximum: true`"),
            Field::new("minimum", Number).check(),
            Field::new("exclusiveMinimum", Bool).check().hint("write `minimum: …` and `exclusiveMinimum: true`"),
            Field::new("maxLength", Count).check(),
            Field::new("minLength", Count).check(),
            Field::new("pattern", Text).check(),
            Field::new("maxItems", Count).check(),
            Field::new("minItems", Count).check(),
            Field::new("uniqueItems", Bool).check(),
            Field::new("maxProperties", Count).check(),
            Field::new("minProperties", Count).check(),
            Field::new("default", Any),
            Field::new("deprecated", Bool).check(),
            Field::new("description", Text).words(),
            Field::new("externalDocs", Shape::Object(&EXTERNAL_DOCS)).words(),
            Field::new("example", Any).words(),
            Field::new("xml", Shape::Object(&XML)).words(),
        ],
    )
};

static DISCRIMINATOR: Object =
    Object::new("Discriminator", &[Field::new("propertyName", Text).required(), Field::new("mapping", Map(&Text))]);

static XML: Object = Object::new(
    "XML",
    &[
        Field::new("name", Text),
        Field::new("namespace", Text),
        Field::new("prefix", Text),
        Field::new("attribute", Bool),
        Field::new("wrapped", Bool),
    ],
);

pub(super) static EXTERNAL_DOCS: Object =
    Object::new("External Documentation", &[Field::new("description", Text), Field::new("url", Text).required()]);
