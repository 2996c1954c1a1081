//! Whatever the text: no panic, no endless run, and nothing that openapiv3 refuses after the walk.

use openapiv3::OpenAPI;
use serde::Deserialize as _;
use serde_json::{Value, json};

use super::{Loaded, Source, text};
use crate::diagnostics::{Diagnostics, Problem, Severity};
use crate::{report, workers};

/// A document with every object and nearly every member of OpenAPI 3.0.
const EVERYTHING: &str = include_str!("tests/everything.yaml");

fn everything() -> Value {
    let super::parse::Parsed { value, .. } = match super::parse::text("everything.yaml", EVERYTHING).1 {
        Ok(parsed) => parsed,
        Err(failure) => panic!("{}", failure.problem),
    };
    Value::from(&value)
}

fn codes(loaded: &Loaded) -> Vec<&'static str> {
    loaded.diagnostics.iter().map(|diagnostic| diagnostic.problem.code()).collect()
}

/// Loads `document`, shows what is wrong with it, and insists that openapiv3 takes what the walk let through.
fn load(name: &str, document: &str) -> Loaded {
    let loaded = text(name, document);
    let shown = report::plain(&loaded.source, &loaded.diagnostics);
    let refused = loaded.diagnostics.iter().any(|one| matches!(one.problem, Problem::Refused { .. }));
    assert!(!refused, "{document}\n{shown}");
    assert!(loaded.document.is_some() || loaded.diagnostics.has_errors(), "{document}");
    assert_eq!(shown.is_empty(), loaded.diagnostics.is_empty());
    // As they are shown: maps are equal whatever their order.
    let (ours, theirs) = (format!("{:?}", loaded.document), format!("{:?}", read_by_openapiv3(&loaded.source)));
    assert!(ours == theirs, "{document}\n{ours}\n{theirs}");
    loaded
}

/// What openapiv3 makes of a document by itself, once it has been checked.
fn read_by_openapiv3(source: &Source) -> Option<OpenAPI> {
    let (_, parsed) = super::parse::text(&source.name, &source.text);
    let value = super::prepared(&mut source.clone(), parsed.ok()?, &mut Diagnostics::new())?;
    let read = || OpenAPI::deserialize(Value::from(&value)).expect("a document that openapiv3 takes");
    Some(workers::on_a_large_stack(read))
}

#[test]
fn everything_is_fine() {
    let loaded = load("everything.yaml", EVERYTHING);
    assert_eq!(report::plain(&loaded.source, &loaded.diagnostics), "");
    assert!(loaded.document.is_some());
}

#[test]
fn any_part_may_be_missing_or_something_else() {
    let others = [
        Value::Null,
        json!(true),
        json!(-1.5),
        json!(1.0),
        json!("x"),
        json!("true"),
        json!([]),
        json!({}),
        json!([null]),
        json!({"a": null}),
        json!({"$ref": "#/components/schemas/Pet", "nullable": true}),
        json!({"$ref": {}}),
    ];
    let document = everything();
    for pointer in pointers(&document) {
        for other in &others {
            let mut changed = document.clone();
            if let Some(value) = changed.pointer_mut(&pointer) {
                *value = other.clone();
            }
            load("changed.json", &changed.to_string());
        }
        let mut changed = document.clone();
        remove(&mut changed, &pointer);
        load("removed.json", &changed.to_string());
    }
}

/// Of these, openapiv3 makes one of eleven kinds of schemas, by what it finds beside one another.
#[test]
fn any_two_keywords_may_stand_together() {
    let keywords = [
        ("pattern", json!("a")),
        ("minLength", json!(1)),
        ("maxLength", json!(2)),
        ("multipleOf", json!(2)),
        ("exclusiveMinimum", json!(false)),
        ("exclusiveMaximum", json!(true)),
        ("minimum", json!(9_007_199_254_740_993_i64)),
        ("maximum", json!(1.5)),
        ("properties", json!({"a": {"type": "string"}})),
        ("properties", json!({})),
        ("required", json!([])),
        ("additionalProperties", json!(false)),
        ("additionalProperties", json!({"type": "boolean"})),
        ("minProperties", json!(0)),
        ("maxProperties", json!(5)),
        ("items", json!({"$ref": "#/components/schemas/B"})),
        ("minItems", json!(1)),
        ("maxItems", json!(2)),
        ("uniqueItems", json!(true)),
        ("enum", json!([])),
        ("enum", json!(["a", null])),
        ("enum", json!([1, null])),
        ("enum", json!([1.5, u64::MAX])),
        ("enum", json!([true])),
        ("format", json!("int32")),
        ("format", json!("date-time")),
        ("oneOf", json!([])),
        ("allOf", json!([{"type": "string"}])),
        ("anyOf", json!([{"$ref": "#/components/schemas/B"}])),
        ("not", json!({})),
        ("x-a", json!(null)),
        ("default", json!(null)),
        ("example", json!([1])),
        ("nullable", json!(true)),
        ("discriminator", json!({"propertyName": "a", "mapping": {"b": "B"}})),
    ];
    let types = ["string", "number", "integer", "boolean", "object", "array"];
    let mut schemas = serde_json::Map::from_iter([("B".to_owned(), json!({}))]);
    for (first, one) in &keywords {
        for (second, other) in &keywords {
            for ty in types.into_iter().map(Some).chain([None]) {
                let mut schema = json!({ *first: one, *second: other });
                if let Some(ty) = ty {
                    schema["type"] = ty.into();
                }
                schemas.insert(format!("S{}", schemas.len()), schema);
            }
        }
    }
    let document = json!({
        "openapi": "3.0.3",
        "info": {"title": "", "version": ""},
        "paths": {},
        "components": {"schemas": schemas},
    });
    assert!(load("keywords.json", &document.to_string()).document.is_some());
}

/// The JSON pointers of all that is in `value`.
fn pointers(value: &Value) -> Vec<String> {
    let below = |name: &str, value: &Value| {
        let step = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
        pointers(value).into_iter().map(move |pointer| step.clone() + &pointer).collect::<Vec<_>>()
    };
    let members: Vec<String> = match value {
        Value::Object(members) => members.iter().flat_map(|(name, value)| below(name, value)).collect(),
        Value::Array(items) => items.iter().enumerate().flat_map(|(i, item)| below(&i.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    std::iter::once(String::new()).chain(members).collect()
}

fn remove(value: &mut Value, pointer: &str) {
    let Some((parent, name)) = pointer.rsplit_once('/') else {
        return;
    };
    if let Some(Value::Object(members)) = value.pointer_mut(parent) {
        members.shift_remove(&name.replace("~1", "/").replace("~0", "~"));
    }
}

#[test]
fn a_text_may_end_anywhere() {
    let json = everything().to_string();
    for (name, document) in [("prefix.yaml", EVERYTHING), ("prefix.json", &*json)] {
        for end in (0..document.len()).step_by(7).filter(|end| document.is_char_boundary(*end)) {
            load(name, &document[..end]);
        }
    }
}

#[test]
fn any_byte_may_be_wrong() {
    // xorshift64: the same bytes every time.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let bytes = b"\0\t\n\r {}[]:,-?&*!|>'\"%@`#~<=x0\x7f\xc3\xa9";
    for _ in 0..1_000 {
        let mut document = EVERYTHING.as_bytes().to_vec();
        for _ in 0..=random(3) {
            let at = random(document.len());
            match random(3) {
                0 => document[at] = bytes[random(bytes.len())],
                1 => document.insert(at, bytes[random(bytes.len())]),
                _ => _ = document.remove(at),
            }
        }
        load("mutated.yaml", &String::from_utf8_lossy(&document));
    }
}

#[test]
fn nesting_ends_somewhere() {
    for (name, open) in
        [("deep.json", "["), ("deep.json", "{\"a\":"), ("deep.yaml", "["), ("deep.yaml", "- "), ("deep.yaml", "? ")]
    {
        load(name, &open.repeat(100_000));
    }
    let schema = "{\"items\":".repeat(120) + "{}" + &"}".repeat(120);
    let document = format!(
        r#"{{"openapi": "3.0.3", "info": {{"title": "", "version": ""}}, "paths": {{}},
            "components": {{"schemas": {{"Deep": {schema}}}}}}}"#
    );
    assert!(load("deep.json", &document).document.is_some());
}

#[test]
fn aliases_do_not_multiply_for_ever() {
    let mut deep = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..30 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        deep.push_str(&format!("a{level}: &a{level} [{aliases}]\n"));
    }
    let wide = format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), "*a,".repeat(10_000));
    let recursive = "a: &a [*a]\n";
    for (document, expected) in
        [(&*deep, "too-many-aliases"), (&*wide, "too-many-aliases"), (recursive, "nested-too-deeply")]
    {
        assert_eq!(codes(&load("bomb.yaml", document)), [expected]);
    }
}

#[test]
fn odd_texts_are_explained() {
    for (name, document, expected) in [
        ("empty.yaml", "", &["empty-document"][..]),
        ("empty.json", " \n", &["empty-document"]),
        ("comment.yaml", "# nothing\n", &["empty-document"]),
        ("null.json", "null", &["empty-document"]),
        ("text.yaml", "openapi", &["wrong-type"]),
        ("nul.yaml", "openapi: \0", &["invalid-syntax"]),
        ("nul.json", "{\"openapi\": \"\0\"}", &["invalid-syntax"]),
        ("two.yaml", "a: 1\n---\na: 2\n", &["invalid-syntax"]),
        ("tag.yaml", "openapi: !include other.yaml\n", &["invalid-syntax"]),
        ("merge.yaml", "openapi: 3.0.3\ninfo: {title: t, version: v}\npaths: {<<: 1}\n", &["invalid-merge-key"]),
        ("2.yaml", "swagger: '2.0'\nbogus: 1\n", &["unsupported-version"]),
        ("3.3.yaml", "openapi: 3.3.0\nbogus: 1\n", &["unsupported-version"]),
        ("3.yaml", "openapi: 3\nbogus: 1\n", &["unknown-version"]),
        ("none.yaml", "bogus: 1\n", &["not-openapi"]),
        ("unquoted.yaml", "openapi: 3.0\ninfo: {title: t, version: v}\npaths: {}\n", &["misquoted-value"]),
    ] {
        assert_eq!(codes(&load(name, document)), expected, "{name}");
    }
}

#[test]
fn notations_agree() {
    let yaml = "\u{feff}openapi: 3.0.3\r\ninfo: &info {title: t, version: v}\r\npaths:\r\n  /a:\r\n    get:\r\n      \
        responses:\r\n        200: {description: ok, x-a: *info, x-b: {<<: *info, title: u}}\r\n";
    let json = json!({
        "openapi": "3.0.3",
        "info": {"title": "t", "version": "v"},
        "paths": {"/a": {"get": {"responses": {"200": {
            "description": "ok",
            "x-a": {"title": "t", "version": "v"},
            "x-b": {"title": "u", "version": "v"},
        }}}}},
    });
    let json = text("a.json", &json.to_string()).document;
    assert!(json.is_some());
    assert_eq!(load("a.yaml", yaml).document, json);
}

#[test]
fn what_has_an_impossible_name_is_not_looked_at() {
    for status in ["0XX", "9XX", "099", "ok"] {
        for response in [json!(null), json!({}), json!(5), json!({"description": "A."})] {
            let document = json!({
                "openapi": "3.0.3",
                "info": {"title": "", "version": ""},
                "paths": {"/a": {"get": {"responses": {status: response}}}, "b": response},
            });
            let loaded = load("a.json", &document.to_string());
            assert_eq!(codes(&loaded), ["invalid-status", "path-without-slash"], "{document}");
        }
    }
}

#[test]
fn what_does_no_harm_is_a_warning() {
    for (object, code) in [
        (json!({"type": "integer", "exclusiveMinimum": 1}), "newer-word"),
        (json!({"type": "string", "required": true}), "wrong-type"),
        (json!({"type": "string", "minLength": -1}), "wrong-type"),
        (json!({"type": "string", "minLength": 1.5}), "wrong-type"),
        (json!({"type": "number", "maximum": "1.5"}), "misquoted-value"),
        (json!({"type": "string", "nullable": "true"}), "misquoted-value"),
        (json!({"type": "string", "format": null}), "null-member"),
        (json!({"type": "string", "const": "a"}), "newer-word"),
        (json!({"type": ["string", "null"]}), "newer-word"),
        (json!({"anyOf": [{"type": "null"}, {"const": 1}]}), "newer-word"),
        (json!({"type": "string", "descripton": "a"}), "unknown-member"),
        (json!({"externalDocs": {}}), "missing-member"),
        (json!({"$ref": "#/components/schemas/B", "nullable": true}), "ignored-sibling"),
    ] {
        let loaded = load("a.json", &with_schema(&object).to_string());
        assert_eq!(codes(&loaded), [code], "{object}");
        assert_eq!(loaded.diagnostics.count(Severity::Warning), 1, "{object}");
        assert!(loaded.document.is_some());
    }
}

#[test]
fn what_changes_the_meaning_is_an_error() {
    for (object, codes_expected) in [
        (json!({"type": "strng"}), &["unknown-value"][..]),
        (json!({"tpye": "strng"}), &["unknown-member", "unknown-value"]),
        (json!({"items": [{}]}), &["wrong-type"]),
        (json!({"enum": "a"}), &["wrong-type"]),
        (json!({"properties": {"a": null}}), &["wrong-type"]),
        (json!({"properties": {"$ref": "#/a"}}), &["misplaced-reference"]),
        (json!({"readonly": true}), &["unknown-member"]),
        (json!({"discriminator": {}}), &["missing-member"]),
        (json!(true), &["wrong-type"]),
    ] {
        let loaded = load("a.json", &with_schema(&object).to_string());
        assert_eq!(codes(&loaded), codes_expected, "{object}");
        assert!(loaded.diagnostics.has_errors(), "{object}");
    }
}

fn with_schema(schema: &Value) -> Value {
    json!({
        "openapi": "3.0.3",
        "info": {"title": "", "version": ""},
        "paths": {},
        "components": {"schemas": {"A": schema, "B": {}}},
    })
}
