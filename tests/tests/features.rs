//! Resources of large APIs are features, each with the models that it needs.

use std::process::Command;

use contract_tests::fixtures;
use serde_json::{Value, json};
use xtask::sync::File;
use xtask::{Target, report};

/// How many operations each resource has: more than `xtask::shape` lets a small API have, taken together.
const OPERATIONS: usize = 30;

/// What an operation on `kind` says: it takes and returns this, and all refuse with the same.
fn operation(kind: &str, number: usize) -> Value {
    let schema = |name: &str| json!({"application/json": {"schema": {"$ref": format!("#/components/schemas/{name}")}}});
    json!({
        "operationId": format!("rename{kind}{number}"),
        "requestBody": {"required": true, "content": schema(&format!("{kind}Change"))},
        "responses": {
            "200": {"description": "It.", "content": schema(kind)},
            "400": {"description": "No.", "content": schema("Problem")}
        }
    })
}

/// An API with three resources; owners are of two of them. What requests could not hold refers to one of these.
fn document() -> Value {
    let (mut paths, mut schemas) = (serde_json::Map::new(), serde_json::Map::new());
    for kind in ["Cat", "Dog", "Tracing"] {
        for number in 0..OPERATIONS {
            let path = format!("/{}/{number}", kind.to_lowercase());
            paths.insert(path, json!({"post": operation(kind, number)}));
        }
        let text = json!({"type": "string"});
        let owner = json!({"$ref": "#/components/schemas/Owner"});
        let members = if kind == "Tracing" { json!({"name": text}) } else { json!({"name": text, "owner": owner}) };
        schemas.insert(kind.to_owned(), json!({"type": "object", "properties": members}));
        let seen = json!({"readOnly": true, "allOf": [{"$ref": "#/components/schemas/Seen"}]});
        let size = json!({"type": "string", "enum": [kind, "small"]});
        let detail = json!({"type": "object", "properties": {"size": size, "seen": seen}});
        let change = json!({"type": "object", "properties": {"detail": detail}});
        schemas.insert(format!("{kind}Change"), change);
    }
    let seen = json!({"by": {"$ref": "#/components/schemas/Owner"}, "of": {"$ref": "#/components/schemas/Cat"}});
    schemas.insert("Seen".to_owned(), json!({"type": "object", "properties": seen}));
    for name in ["Owner", "Problem"] {
        let members = json!({"text": {"type": "string"}});
        schemas.insert(name.to_owned(), json!({"type": "object", "properties": members}));
    }
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Pets", "version": "1.0.0"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "components": {"schemas": schemas}
    })
}

fn generated() -> Vec<File> {
    let target = Target { package: "pets".to_owned(), standalone: true, ..Target::default() };
    let generated = xtask::generate_text("pets.json", &document().to_string(), &target);
    assert!(generated.diagnostics.is_empty(), "{}", report::plain(&generated.source, &generated.diagnostics));
    generated.files.expect("a document without errors")
}

#[test]
fn resources_are_features() {
    let files = generated();
    let text = |path: &str| files.iter().find(|file| file.path == path).expect(path).text.as_str();
    let (_, features) = text("Cargo.toml").split_once("[features]\n").expect("features");
    let (features, _) = features.split_once("\n[").expect("dependencies");
    insta::assert_snapshot!(format!("{features}\n{}", text("src/models.rs")));
    assert!(text("src/client.rs").contains("#[cfg(feature = \"cat\")]\n    fn cat()"));
    assert!(text("src/lib.rs").contains("#[cfg(feature = \"cat\")]\npub mod cat;\n"));
}

/// Whatever is left out, nothing of the rest misses it, and nothing is said about what is not used then.
#[test]
fn every_choice_of_resources_compiles() {
    let directory = tempfile::tempdir().expect("a directory");
    for File { path, text } in generated() {
        let path = directory.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        std::fs::write(path, text).expect("a file");
    }
    std::fs::copy(fixtures::root().join("Cargo.lock"), directory.path().join("Cargo.lock")).expect("a lock file");
    for features in ["", "cat", "tracing_api", "cat,dog", "resources", "server,dynamic"] {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(["check", "--offline", "--quiet", "--no-default-features", "--features", features])
            .current_dir(directory.path())
            .env("CARGO_TARGET_DIR", fixtures::root().join("target/fixtures"))
            .env("RUSTFLAGS", "--deny warnings")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .output()
            .expect("cargo");
        assert!(output.status.success(), "`{features}`:\n{}", String::from_utf8_lossy(&output.stderr));
    }
}
