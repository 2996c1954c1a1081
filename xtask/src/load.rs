//! From a file to the document in it: parsed, checked against the structure that OpenAPI 3.0 prescribes, and typed.
//!
//! The structure is checked on the generic tree, because openapiv3 drops what it does not know and stops at the first
//! value that it cannot take, far from its place. What has passed the check, openapiv3 accepts. No positions are kept:
//! `positions` finds them in a second pass, if there is anything to show.

mod adapt;
mod at;
mod bundle;
mod correct;
mod interpret;
mod merge;
mod newer;
mod parse;
pub(crate) mod positions;
pub(crate) mod read;
pub(crate) mod references;
mod structure;
mod tables;
mod value;
mod version;
mod walk;

#[cfg(test)]
mod tests;

use std::path::Path;

use crate::diagnostics::{Diagnostics, Place, Pointer, Problem, Severity};
use crate::digest::digest;

pub(crate) use self::adapt::PREFIXED;
use self::bundle::Target;
use self::version::Version;

/// What came of reading a file: a document, if there is any, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What was read.
    pub source: Source,
    /// The document. It may be there in spite of errors, so that later stages can report theirs in the same run, but
    /// nothing may be generated from it if `diagnostics` has any.
    pub document: Option<openapiv3::OpenAPI>,
    /// Every problem of the file, its syntax and its structure.
    pub diagnostics: Diagnostics,
}

/// The text of a document, and how it is called in messages.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The path as the user wrote it.
    pub name: String,
    /// The whole text, without a byte order mark; empty if the file cannot be read, or nothing is wrong with it.
    pub text: String,
    /// A digest of `text`, which stays when the text is no longer needed.
    pub(crate) digest: u64,
    /// How `text` is to be read.
    pub format: Format,
    /// The other files that it refers to.
    others: Vec<Source>,
    /// What has another place than in its file: where it is, and where it was.
    moved: Vec<(Pointer, Target)>,
}

impl Source {
    /// A file that consists of `text`.
    fn new(name: String, text: String, format: Format) -> Self {
        let digest = digest(&text);
        Self { name, text, digest, format, ..Self::default() }
    }

    /// All files that the document consists of, itself first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.others)
    }

    /// Gives back the memory of the texts: hardly ever is there anything to show of them.
    pub(crate) fn forget_text(&mut self) {
        self.text = String::new();
        self.others.iter_mut().for_each(Self::forget_text);
    }

    /// Reads the texts that have been forgotten again. Of a file that has changed since then, nothing can be shown.
    pub(crate) fn recall_text(&mut self) {
        if self.text.is_empty() {
            let text = read::text(Path::new(&self.name), &mut Diagnostics::new());
            self.text = text.filter(|text| digest(text) == self.digest).unwrap_or_default();
        }
        self.others.iter_mut().for_each(Self::recall_text);
    }

    /// The file that has what is at `place` of the document, and where it is there.
    pub fn origin(&self, place: &Place) -> (&Source, Place) {
        let from = |pointer: &Pointer| {
            let moved = self.moved.iter().filter_map(|(to, from)| {
                let rest = pointer.within(to)?;
                // The reference that something took the place of stands where it stood.
                (rest != "/$ref" || to.section().is_some()).then_some((from, rest))
            });
            let (Target { file, pointer }, rest) = moved.min_by_key(|(_, rest)| rest.len())?;
            let source = file.checked_sub(1).map_or(self, |index| &self.others[index]);
            Some((source, pointer.join(rest)))
        };
        let moved = match place {
            Place::Key(pointer) => from(pointer).map(|(source, pointer)| (source, Place::Key(pointer))),
            Place::Value(pointer) => from(pointer).map(|(source, pointer)| (source, Place::Value(pointer))),
            Place::Text(_) | Place::File => None,
        };
        moved.unwrap_or_else(|| (self, place.clone()))
    }

    /// The other files that the document consists of.
    pub fn others(&mut self) -> &mut [Source] {
        &mut self.others
    }
}

/// The notation of a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// JSON (RFC 8259).
    Json,
    /// YAML 1.2, with merge keys.
    #[default]
    Yaml,
}

/// A file that has been read, and not been looked at.
pub struct Opened {
    name: String,
    /// `None` if it could not be read.
    text: Option<String>,
    /// Whether it can be read again.
    is_file: bool,
    diagnostics: Diagnostics,
}

impl Opened {
    /// The file at `path`.
    pub fn file(path: &Path) -> Self {
        let mut diagnostics = Diagnostics::new();
        let text = read::text(path, &mut diagnostics);
        Self { name: path.display().to_string(), text, is_file: true, diagnostics }
    }

    /// A file that is called `name` and consists of `text`.
    pub fn text(name: &str, text: &str) -> Self {
        let text = text.strip_prefix(read::BYTE_ORDER_MARK).unwrap_or(text);
        Self { name: name.to_owned(), text: Some(text.to_owned()), is_file: false, diagnostics: Diagnostics::new() }
    }

    /// Whether there is anything to look at.
    pub fn is_readable(&self) -> bool {
        self.text.is_some()
    }

    /// The document in it, YAML or JSON.
    pub fn load(self) -> Loaded {
        let Self { name, text, is_file, diagnostics } = self;
        let Some(text) = text else {
            return Loaded { source: Source { name, ..Source::default() }, document: None, diagnostics };
        };
        let mut loaded = checked(name, text, diagnostics);
        if is_file && loaded.diagnostics.is_empty() {
            // The stages that follow need the memory.
            loaded.source.forget_text();
        }
        loaded
    }
}

/// Reads the document at `path`, YAML or JSON.
pub fn document(path: &Path) -> Loaded {
    Opened::file(path).load()
}

/// The generic tree of the document at `path` as its author wrote it, with merge keys applied; `None` if there is none.
pub fn tree(path: &Path) -> Option<serde_json::Value> {
    let mut ignored = Diagnostics::new();
    let text = read::text(path, &mut ignored)?;
    let (_, parsed) = parse::text(&path.display().to_string(), &text);
    let parse::Parsed { mut value, merges, .. } = parsed.ok()?;
    if merges {
        merge::apply(&mut value, &mut ignored);
    }
    Some((&value).into())
}

/// Reads the document in `text`, YAML or JSON, as if it came from a file `name`.
pub fn text(name: &str, text: &str) -> Loaded {
    Opened::text(name, text).load()
}

fn checked(name: String, text: String, mut diagnostics: Diagnostics) -> Loaded {
    let (format, parsed) = parse::text(&name, &text);
    let mut source = Source::new(name, text, format);
    let document = match parsed {
        Ok(parsed) => interpreted(&mut source, parsed, &mut diagnostics),
        Err(failure) => diagnostics.report(failure.place, failure.problem),
    };
    Loaded { source, document, diagnostics }
}

fn interpreted(
    source: &mut Source,
    parsed: parse::Parsed,
    diagnostics: &mut Diagnostics,
) -> Option<openapiv3::OpenAPI> {
    let value = prepared(source, parsed, diagnostics)?;
    interpret::document(value, diagnostics)
}

/// The tree of the document as openapiv3 accepts it. One that is older than its words is read as what has these words.
fn prepared(source: &mut Source, parsed: parse::Parsed, diagnostics: &mut Diagnostics) -> Option<value::Value> {
    let mut found = Diagnostics::new();
    let mut value = prepared_as(None, source, parsed, &mut found);
    if let Some((place, word)) = newer::first_word(&found)
        && let (_, Ok(parsed)) = parse::text(&source.name, &source.text)
    {
        let mut again = Source { others: Vec::new(), moved: Vec::new(), ..source.clone() };
        let mut left = Diagnostics::new();
        let rewritten = prepared_as(Some(Version::V3_1), &mut again, parsed, &mut left);
        let weight = |found: &Diagnostics| (found.count(Severity::Error), found.count(Severity::Warning));
        if weight(&left) < weight(&found) {
            left.report::<()>(place, Problem::NewerWord { word });
            (*source, value, found) = (again, rewritten, left);
        }
    }
    diagnostics.append(found);
    value
}

/// The same for a document of this `version`, or the one that it says it is of.
fn prepared_as(
    version: Option<Version>,
    source: &mut Source,
    parsed: parse::Parsed,
    diagnostics: &mut Diagnostics,
) -> Option<value::Value> {
    let parse::Parsed { mut value, repeats, merges } = parsed;
    let said = version::check(&value, diagnostics)?;
    if repeats {
        positions::repeated_members(source, diagnostics);
    }
    if merges && source.format == Format::Yaml {
        merge::apply(&mut value, diagnostics);
    }
    bundle::apply(source, &mut value, diagnostics);
    if version.unwrap_or(said) == Version::V3_1 {
        newer::rewrite(&mut value);
    }
    references::check(&value, diagnostics);
    walk::document(&mut value, diagnostics)?;
    Some(value)
}
