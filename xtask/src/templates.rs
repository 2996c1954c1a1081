//! What is copied into every crate rather than derived from a document: the runtime, the manifest, the README.

mod modules;

use memchr::memmem;

use crate::Target;
use crate::rust::{Crate, Feature};
use crate::sync::File;

/// What a file is made from.
pub struct Template {
    /// Its path below the crate's directory.
    path: &'static str,
    text: &'static str,
    /// Whether there are crates without it.
    is_optional: bool,
}

const fn template(path: &'static str, text: &'static str) -> Template {
    Template { path, text, is_optional: false }
}

/// A module that only comes along where [`modules`] has a use for it.
const fn optional(path: &'static str, text: &'static str) -> Template {
    Template { path, text, is_optional: true }
}

/// Files that are copied as they stand, but for the names of modules within them that the crate has no use for.
const COPIED: &[Template] = &[
    template("src/runtime.rs", include_str!("../../templates/src/runtime.rs")),
    optional("src/runtime/build.rs", include_str!("../../templates/src/runtime/build.rs")),
    template("src/runtime/call.rs", include_str!("../../templates/src/runtime/call.rs")),
    optional("src/runtime/choice.rs", include_str!("../../templates/src/runtime/choice.rs")),
    template("src/runtime/client.rs", include_str!("../../templates/src/runtime/client.rs")),
    template("src/runtime/credentials.rs", include_str!("../../templates/src/runtime/credentials.rs")),
    optional("src/runtime/credentials/basic.rs", include_str!("../../templates/src/runtime/credentials/basic.rs")),
    optional("src/runtime/credentials/keys.rs", include_str!("../../templates/src/runtime/credentials/keys.rs")),
    optional("src/runtime/credentials/places.rs", include_str!("../../templates/src/runtime/credentials/places.rs")),
    template("src/runtime/decode.rs", include_str!("../../templates/src/runtime/decode.rs")),
    optional("src/runtime/download.rs", include_str!("../../templates/src/runtime/download.rs")),
    template("src/runtime/dynamic.rs", include_str!("../../templates/src/runtime/dynamic.rs")),
    template("src/runtime/encode.rs", include_str!("../../templates/src/runtime/encode.rs")),
    optional("src/runtime/envelope.rs", include_str!("../../templates/src/runtime/envelope.rs")),
    optional("src/runtime/environment.rs", include_str!("../../templates/src/runtime/environment.rs")),
    template("src/runtime/error.rs", include_str!("../../templates/src/runtime/error.rs")),
    optional("src/runtime/events.rs", include_str!("../../templates/src/runtime/events.rs")),
    template("src/runtime/fields.rs", include_str!("../../templates/src/runtime/fields.rs")),
    optional("src/runtime/file.rs", include_str!("../../templates/src/runtime/file.rs")),
    optional("src/runtime/flow.rs", include_str!("../../templates/src/runtime/flow.rs")),
    optional("src/runtime/format.rs", include_str!("../../templates/src/runtime/format.rs")),
    optional("src/runtime/header.rs", include_str!("../../templates/src/runtime/header.rs")),
    optional("src/runtime/integer.rs", include_str!("../../templates/src/runtime/integer.rs")),
    optional("src/runtime/link.rs", include_str!("../../templates/src/runtime/link.rs")),
    template("src/runtime/member.rs", include_str!("../../templates/src/runtime/member.rs")),
    optional("src/runtime/multipart.rs", include_str!("../../templates/src/runtime/multipart.rs")),
    optional("src/runtime/newtype.rs", include_str!("../../templates/src/runtime/newtype.rs")),
    optional("src/runtime/nullable.rs", include_str!("../../templates/src/runtime/nullable.rs")),
    template("src/runtime/options.rs", include_str!("../../templates/src/runtime/options.rs")),
    optional("src/runtime/page.rs", include_str!("../../templates/src/runtime/page.rs")),
    optional("src/runtime/paging.rs", include_str!("../../templates/src/runtime/paging.rs")),
    optional("src/runtime/paging/ends.rs", include_str!("../../templates/src/runtime/paging/ends.rs")),
    optional("src/runtime/paging/inputs.rs", include_str!("../../templates/src/runtime/paging/inputs.rs")),
    template("src/runtime/payload.rs", include_str!("../../templates/src/runtime/payload.rs")),
    optional("src/runtime/redirect.rs", include_str!("../../templates/src/runtime/redirect.rs")),
    template("src/runtime/request.rs", include_str!("../../templates/src/runtime/request.rs")),
    optional("src/runtime/request/form.rs", include_str!("../../templates/src/runtime/request/form.rs")),
    optional("src/runtime/request/json.rs", include_str!("../../templates/src/runtime/request/json.rs")),
    optional("src/runtime/request/styles.rs", include_str!("../../templates/src/runtime/request/styles.rs")),
    template("src/runtime/retry.rs", include_str!("../../templates/src/runtime/retry.rs")),
    template("src/runtime/send.rs", include_str!("../../templates/src/runtime/send.rs")),
    template("src/runtime/server.rs", include_str!("../../templates/src/runtime/server.rs")),
    template("src/runtime/server/brackets.rs", include_str!("../../templates/src/runtime/server/brackets.rs")),
    template("src/runtime/server/context.rs", include_str!("../../templates/src/runtime/server/context.rs")),
    template("src/runtime/server/inputs.rs", include_str!("../../templates/src/runtime/server/inputs.rs")),
    template("src/runtime/server/rejection.rs", include_str!("../../templates/src/runtime/server/rejection.rs")),
    template("src/runtime/server/reply.rs", include_str!("../../templates/src/runtime/server/reply.rs")),
    template("src/runtime/server/routes.rs", include_str!("../../templates/src/runtime/server/routes.rs")),
    template("src/runtime/server/template.rs", include_str!("../../templates/src/runtime/server/template.rs")),
    template("src/runtime/server/texts.rs", include_str!("../../templates/src/runtime/server/texts.rs")),
    template("src/runtime/server/values.rs", include_str!("../../templates/src/runtime/server/values.rs")),
    template("src/runtime/text.rs", include_str!("../../templates/src/runtime/text.rs")),
    optional("src/runtime/token.rs", include_str!("../../templates/src/runtime/token.rs")),
    template("src/runtime/trace.rs", include_str!("../../templates/src/runtime/trace.rs")),
    optional("src/runtime/union.rs", include_str!("../../templates/src/runtime/union.rs")),
    optional("src/runtime/upload.rs", include_str!("../../templates/src/runtime/upload.rs")),
];

/// Files with `{{placeholders}}`; of Rust only the example, which says by name what it is an example of.
const FILLED: &[Template] = &[
    template(".gitignore", include_str!("../../templates/gitignore.in")),
    template("Cargo.toml", include_str!("../../templates/Cargo.toml.in")),
    template("examples/call.rs", include_str!("../../templates/examples/call.rs.in")),
    template("README.md", include_str!("../../templates/README.md.in")),
    template("rustfmt.toml", include_str!("../../templates/rustfmt.toml.in")),
];

/// What only comes along where generated crates are checked.
const PROBE: &Template =
    &template("examples/probe_{{library}}/main.rs", include_str!("../../templates/examples/probe.rs.in"));

/// Files of every crate, that are the same for all.
pub fn usual() -> impl Iterator<Item = &'static Template> {
    COPIED.iter().filter(|template| template.is_usual())
}

/// How all other templates become files of a crate.
pub struct Templates<'a> {
    target: &'a Target,
    /// What stands in place of each placeholder.
    placeholders: [(&'static str, String); 9],
    /// The modules that the crate has no use for.
    unused: Vec<&'static str>,
}

impl<'a> Templates<'a> {
    /// Those of `krate`.
    pub fn of(krate: &Crate, target: &'a Target) -> Self {
        Self { target, placeholders: placeholders(krate, target), unused: modules::unused(krate) }
    }

    /// What there are files of.
    pub fn all(&self) -> impl Iterator<Item = &'static Template> {
        let is_needed = |template: &&Template| !template.is_usual() && !self.unused.contains(&template.module());
        COPIED.iter().filter(is_needed).chain(FILLED).chain(self.target.probe.then_some(PROBE))
    }

    /// The file that is made of `template`.
    pub fn file(&self, template: &Template) -> File {
        if template.is_rust() {
            let text = modules::without(template.module(), template.text(self.target), &self.unused);
            return File { path: template.path.to_owned(), text };
        }
        File { path: self.filled(template.path), text: self.filled(template.text) }
    }

    /// `text` with what stands for its placeholders.
    fn filled(&self, text: &str) -> String {
        self.placeholders.iter().fold(text.to_owned(), |text, (placeholder, value)| text.replace(placeholder, value))
    }
}

/// What stands in place of each placeholder.
fn placeholders(krate: &Crate, target: &Target) -> [(&'static str, String); 9] {
    let all = if krate.is_divided() { format!("\"{}\"", Feature::ALL) } else { String::new() };
    [
        ("{{package}}", krate.package.clone()),
        ("{{library}}", krate.library.as_str().to_owned()),
        ("{{version}}", krate.version.clone()),
        ("{{title}}", krate.title.clone()),
        ("{{title as TOML}}", toml(&krate.title)),
        ("{{all, }}", if all.is_empty() { String::new() } else { format!("{all}, ") }),
        ("{{all}}", all),
        ("{{features of resources}}", if krate.is_divided() { features(krate) } else { String::new() }),
        ("{{workspace}}", if target.standalone { "\n\n[workspace]" } else { "" }.to_owned()),
    ]
}

impl Template {
    /// The path of the module that it is.
    fn module(&self) -> &'static str {
        self.path.strip_suffix(".rs").and_then(|path| path.strip_prefix("src/")).unwrap_or(self.path)
    }

    /// Whether it is the same for all crates: neither it nor a module within it is optional.
    fn is_usual(&self) -> bool {
        let within = |path: &str| path.strip_prefix(self.module()).is_some_and(|rest| rest.starts_with('/'));
        !self.is_optional && !COPIED.iter().any(|template| template.is_optional && within(template.module()))
    }

    /// Whether it is a module of the crate, and so has no placeholders.
    fn is_rust(&self) -> bool {
        self.path.starts_with("src/")
    }

    /// The file that is made of it, if it is the same for all crates.
    pub fn file(&self, target: &Target) -> File {
        File { path: self.path.to_owned(), text: self.text(target).to_owned() }
    }

    /// Its text. Members of this workspace run the runtime's tests; to others they would be a third of it, for nothing.
    fn text(&self, target: &Target) -> &'static str {
        if target.standalone && self.is_rust() { without_tests(self.text) } else { self.text }
    }
}

/// A module without its tests, which stand at its end. All that is copied is searched for them in every run.
fn without_tests(module: &'static str) -> &'static str {
    let tests = memmem::find(module.as_bytes(), b"\n#[cfg(test)]\nmod tests {");
    tests.map_or(module, |tests| &module[..tests])
}

/// The features that resources are.
fn features(krate: &Crate) -> String {
    let (all, shared) = (Feature::ALL, Feature::SHARED);
    let names: String = krate.features().map(|feature| format!("    \"{}\",\n", feature.name)).collect();
    let mut text = format!("\n# All resources.\n{all} = [\n{names}]\n");
    if krate.features().any(|feature| feature.shares) {
        text.push_str(&format!("# Models that several resources need.\n{shared} = []\n"));
    }
    text.push_str("# Each resource, with the models that it needs.");
    for Feature { name, shares } in krate.features() {
        let needed = if *shares { format!("\"{shared}\"") } else { String::new() };
        text.push_str(&format!("\n{name} = [{needed}]"));
    }
    text
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
        for Template { path, text, .. } in COPIED {
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
