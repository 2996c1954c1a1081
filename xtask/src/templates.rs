//! What is copied into every crate rather than derived from a document: the runtime, the manifest, the README.

mod modules;

use crate::rust::Crate;
use crate::sync::File;

/// Files that are copied as they stand, unless the crate has no use for them.
const COPIED: &[(&str, &str)] = &[
    ("src/runtime.rs", include_str!("../../templates/src/runtime.rs")),
    ("src/runtime/call.rs", include_str!("../../templates/src/runtime/call.rs")),
    ("src/runtime/client.rs", include_str!("../../templates/src/runtime/client.rs")),
    ("src/runtime/credentials.rs", include_str!("../../templates/src/runtime/credentials.rs")),
    ("src/runtime/decode.rs", include_str!("../../templates/src/runtime/decode.rs")),
    ("src/runtime/download.rs", include_str!("../../templates/src/runtime/download.rs")),
    ("src/runtime/dynamic.rs", include_str!("../../templates/src/runtime/dynamic.rs")),
    ("src/runtime/encode.rs", include_str!("../../templates/src/runtime/encode.rs")),
    ("src/runtime/envelope.rs", include_str!("../../templates/src/runtime/envelope.rs")),
    ("src/runtime/error.rs", include_str!("../../templates/src/runtime/error.rs")),
    ("src/runtime/events.rs", include_str!("../../templates/src/runtime/events.rs")),
    ("src/runtime/fields.rs", include_str!("../../templates/src/runtime/fields.rs")),
    ("src/runtime/file.rs", include_str!("../../templates/src/runtime/file.rs")),
    ("src/runtime/format.rs", include_str!("../../templates/src/runtime/format.rs")),
    ("src/runtime/header.rs", include_str!("../../templates/src/runtime/header.rs")),
    ("src/runtime/link.rs", include_str!("../../templates/src/runtime/link.rs")),
    ("src/runtime/member.rs", include_str!("../../templates/src/runtime/member.rs")),
    ("src/runtime/multipart.rs", include_str!("../../templates/src/runtime/multipart.rs")),
    ("src/runtime/nullable.rs", include_str!("../../templates/src/runtime/nullable.rs")),
    ("src/runtime/options.rs", include_str!("../../templates/src/runtime/options.rs")),
    ("src/runtime/page.rs", include_str!("../../templates/src/runtime/page.rs")),
    ("src/runtime/paging.rs", include_str!("../../templates/src/runtime/paging.rs")),
    ("src/runtime/payload.rs", include_str!("../../templates/src/runtime/payload.rs")),
    ("src/runtime/request.rs", include_str!("../../templates/src/runtime/request.rs")),
    ("src/runtime/request/styles.rs", include_str!("../../templates/src/runtime/request/styles.rs")),
    ("src/runtime/retry.rs", include_str!("../../templates/src/runtime/retry.rs")),
    ("src/runtime/send.rs", include_str!("../../templates/src/runtime/send.rs")),
    ("src/runtime/server.rs", include_str!("../../templates/src/runtime/server.rs")),
    ("src/runtime/server/brackets.rs", include_str!("../../templates/src/runtime/server/brackets.rs")),
    ("src/runtime/server/context.rs", include_str!("../../templates/src/runtime/server/context.rs")),
    ("src/runtime/server/inputs.rs", include_str!("../../templates/src/runtime/server/inputs.rs")),
    ("src/runtime/server/rejection.rs", include_str!("../../templates/src/runtime/server/rejection.rs")),
    ("src/runtime/server/reply.rs", include_str!("../../templates/src/runtime/server/reply.rs")),
    ("src/runtime/server/routes.rs", include_str!("../../templates/src/runtime/server/routes.rs")),
    ("src/runtime/server/template.rs", include_str!("../../templates/src/runtime/server/template.rs")),
    ("src/runtime/server/values.rs", include_str!("../../templates/src/runtime/server/values.rs")),
    ("src/runtime/text.rs", include_str!("../../templates/src/runtime/text.rs")),
    ("src/runtime/token.rs", include_str!("../../templates/src/runtime/token.rs")),
    ("src/runtime/trace.rs", include_str!("../../templates/src/runtime/trace.rs")),
    ("src/runtime/union.rs", include_str!("../../templates/src/runtime/union.rs")),
    ("src/runtime/upload.rs", include_str!("../../templates/src/runtime/upload.rs")),
];

/// Files with `{{placeholders}}`; of Rust only the example, which says by name what it is an example of.
const FILLED: &[(&str, &str)] = &[
    (".gitignore", include_str!("../../templates/gitignore.in")),
    ("Cargo.toml", include_str!("../../templates/Cargo.toml.in")),
    ("examples/call.rs", include_str!("../../templates/examples/call.rs.in")),
    ("README.md", include_str!("../../templates/README.md.in")),
    ("rustfmt.toml", include_str!("../../templates/rustfmt.toml.in")),
];

/// What only comes along where generated crates are checked.
const PROBE: &str = include_str!("../../templates/examples/probe.rs.in");

/// The files of `krate` that come from templates; with a workspace of its own if it is `standalone`.
pub fn files(krate: &Crate, standalone: bool) -> impl Iterator<Item = File> {
    let placeholders = [
        ("{{package}}", krate.package.clone()),
        ("{{library}}", krate.library.as_str().to_owned()),
        ("{{version}}", krate.version.clone()),
        ("{{title}}", krate.title.clone()),
        ("{{title as TOML}}", toml(&krate.title)),
        ("{{workspace}}", if standalone { "\n\n[workspace]".to_owned() } else { String::new() }),
    ];
    let fill = move |text: &str| {
        placeholders.iter().fold(text.to_owned(), |text, (placeholder, value)| text.replace(placeholder, value))
    };
    let unused = modules::unused(krate);
    let copied = COPIED.iter().filter_map(move |(path, text)| {
        let module = path.strip_suffix(".rs").and_then(|path| path.strip_prefix("src/")).unwrap_or(path);
        if unused.contains(&module) {
            return None;
        }
        // Members of this workspace run the runtime's tests; to others they would be a third of it, for nothing.
        let text = if standalone { without_tests(text) } else { text };
        Some(File { path: (*path).to_owned(), text: modules::without(module, text, &unused) })
    });
    let filled = FILLED.iter().map(move |(path, text)| File { path: (*path).to_owned(), text: fill(text) });
    copied.chain(filled)
}

/// A module without its tests, which stand at its end.
fn without_tests(module: &'static str) -> &'static str {
    module.split_once("\n#[cfg(test)]\nmod tests {").map_or(module, |(module, _)| module)
}

/// The program around the tables of [`emit::probe`](crate::emit::probe).
pub fn probe(krate: &Crate) -> File {
    let library = krate.library.as_str();
    let text = PROBE.replace("{{library}}", library);
    File { path: format!("examples/probe_{library}/main.rs"), text }
}

/// `text` as a basic string of TOML.
fn toml(text: &str) -> String {
    // JSON escapes what TOML wants escaped, in the same way.
    serde_json::Value::from(text.replace('\u{7f}', " ")).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_stand_at_the_end() {
        for (path, text) in COPIED {
            let rest = without_tests(text);
            assert!(!rest.contains("#[test]") && !rest.contains("cfg(test)"), "{path}");
            // Nothing but the tests is left out: the first brace in the first column is theirs, and the last line.
            let tests = &text[rest.len()..];
            assert!(tests.is_empty() || tests.find("\n}\n") == Some(tests.len() - 3), "{path}");
        }
    }

    #[test]
    fn every_template_is_used() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates");
        let mut directories = vec![root.clone()];
        let mut count = 0;
        while let Some(directory) = directories.pop() {
            for entry in std::fs::read_dir(directory).expect("a directory") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    directories.push(path);
                } else if path.file_name() != Some("README.md".as_ref()) {
                    count += 1;
                }
            }
        }
        assert_eq!(count, COPIED.len() + FILLED.len() + 1);
    }
}
