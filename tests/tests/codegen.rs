//! What the generator makes of small documents, one construct each.

use contract_tests::fixtures;
use xtask::sync::File;

/// A fixture's first line names the files to look at. Documentation is left out of all but the fixtures about it.
#[test]
fn constructs_become_code() {
    insta::glob!("../fixtures/codegen", "*.yaml", |path| {
        let fixture = std::fs::read_to_string(path).expect("a fixture");
        let shown: Vec<&str> = fixture
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("# shows: "))
            .expect("a first line")
            .split(' ')
            .collect();
        let files = fixtures::generate(path);
        let with_docs = ["prose", "left_out"].iter().any(|name| path.file_stem() == Some(name.as_ref()));
        let text: String = files
            .iter()
            .filter(|file| shown.contains(&file.path.as_str()))
            .map(|file| {
                format!("// {}\n{}\n", file.path, if with_docs { file.text.clone() } else { without_docs(&file.text) })
            })
            .collect();
        insta::assert_snapshot!(text.trim_end());
    });
}

fn without_docs(text: &str) -> String {
    let is_code = |line: &&str| !line.trim_start().starts_with("///") && !line.starts_with("//!");
    text.lines().filter(is_code).map(|line| format!("{line}\n")).collect::<String>().trim_start().to_owned()
}

#[test]
fn output_is_the_same_every_time() {
    let path = fixtures::root().join("spec/flex-plugins.yaml");
    let differing = different(&fixtures::generate(&path), &fixtures::generate(&path));
    assert!(differing.is_empty(), "{differing:?}");
}

/// The paths of files that are not the same in both.
fn different(one: &[File], other: &[File]) -> Vec<String> {
    let not_in = |files: &[File], file: &File| !files.contains(file);
    let differing = one.iter().filter(|file| not_in(other, file)).chain(other.iter().filter(|file| not_in(one, file)));
    differing.map(|file| file.path.clone()).collect()
}

/// The crate in `generated/` is what the generator makes today.
#[test]
fn generated_crate_is_fresh() {
    let target = xtask::Target { package: "twilio-flex-plugins".to_owned(), ..xtask::Target::default() };
    let generated = xtask::generate(&fixtures::root().join("spec/flex-plugins.yaml"), &target);
    let files = generated.files.expect("a spec without errors");
    assert!(generated.diagnostics.is_empty(), "{}", xtask::report::plain(&generated.source, &generated.diagnostics));
    let changes = xtask::sync::changes(&fixtures::root().join("generated"), files).expect("a readable directory");
    assert!(changes.is_empty(), "run `cargo xtask codegen`:\n{}", xtask::sync::diff(&changes));
}

/// JSON is read like YAML: the same document gives the same crate.
#[test]
fn json_gives_the_same_crate() {
    let path = fixtures::root().join("spec/flex-plugins.yaml");
    let text = std::fs::read_to_string(&path).expect("the spec");
    let document: serde_json::Value = serde_yaml::from_str(&text).expect("YAML");
    let directory = tempfile::tempdir().expect("a directory");
    let json = directory.path().join("flex-plugins.json");
    std::fs::write(&json, document.to_string()).expect("a file");
    let differing = different(&fixtures::generate(&json), &fixtures::generate(&path));
    assert!(differing.is_empty(), "{differing:?}");
}
