//! What comes out of the fixtures compiles, and so does its documentation, without a warning; of clippy's, pedantic ones
//! included.

use std::fs;
use std::path::Path;
use std::process::Command;

use contract_tests::fixtures;
use xtask::sync::File;

/// All fixtures as members of one workspace, so that what they depend on is compiled once; without TLS, which takes
/// longest and is the same for all.
#[test]
fn fixtures_compile_without_warnings() {
    let directory = tempfile::tempdir().expect("a directory");
    let root = directory.path();
    let mut members = Vec::new();
    for document in fixtures::files("codegen") {
        let name = document.file_stem().expect("a name").to_string_lossy().into_owned();
        for File { path, text } in fixtures::generate(&document) {
            // A member cannot have a workspace of its own.
            write(&root.join(&name).join(path), &text.replace("\n[workspace]\n", ""));
        }
        members.push(name);
    }
    write(&root.join("Cargo.toml"), &format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n"));
    fs::copy(fixtures::root().join("Cargo.lock"), root.join("Cargo.lock")).expect("a lock file");
    cargo(root, "clippy", &["--lib", "--examples", "--", "--warn", "clippy::pedantic"]);
    cargo(root, "doc", &["--no-deps"]);
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
    fs::write(path, text).expect("a file");
}

fn cargo(root: &Path, command: &str, arguments: &[&str]) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            command,
            "--offline",
            "--quiet",
            "--workspace",
            "--no-default-features",
            "--features",
            "server,dynamic,tracing",
        ])
        .args(arguments)
        .current_dir(root)
        .env("CARGO_TARGET_DIR", fixtures::root().join("target/fixtures"))
        .env("RUSTFLAGS", "--deny warnings")
        .env("RUSTDOCFLAGS", "--deny warnings")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .expect("cargo");
    assert!(output.status.success(), "cargo {command}:\n{}", String::from_utf8_lossy(&output.stderr));
}
