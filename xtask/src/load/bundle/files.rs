//! The files that a document consists of, as they are read.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::value::Value;
use super::super::{Source, merge, parse, positions, read};
use super::Target;
use crate::diagnostics::{Diagnostic, Diagnostics, Pointer, Problem, percent_decoded};

/// How many references may lead to one another.
const HOPS: usize = 100;

/// The files, which are read when something refers to them.
pub(super) struct Files {
    files: Vec<File>,
    /// Their numbers by path, or why they cannot be used.
    known: HashMap<PathBuf, Result<usize, String>>,
}

struct File {
    source: Source,
    value: Value,
    /// The places of schemas by `$anchor`, once that is asked for.
    anchors: OnceCell<HashMap<String, Pointer>>,
}

impl File {
    fn new(source: Source, value: Value) -> Self {
        Self { source, value, anchors: OnceCell::new() }
    }

    fn anchors(&self) -> &HashMap<String, Pointer> {
        self.anchors.get_or_init(|| {
            let mut anchors = HashMap::new();
            find_anchors(&self.value, &Pointer::root(), &mut anchors);
            anchors
        })
    }
}

impl Files {
    /// The document itself, and nothing else yet.
    pub(super) fn new(source: Source, value: Value) -> Self {
        let known = HashMap::from([(identity(Path::new(&source.name)), Ok(0))]);
        Self { files: vec![File::new(source, value)], known }
    }

    /// The sources of all files but the document itself.
    pub(super) fn into_others(self) -> Vec<Source> {
        self.files.into_iter().skip(1).map(|file| file.source).collect()
    }

    /// How `file` is called.
    pub(super) fn name(&self, file: usize) -> &Path {
        Path::new(&self.files[file].source.name)
    }

    /// What is at `target`.
    pub(super) fn value(&self, target: &Target) -> Option<&Value> {
        self.files[target.file].value.at(&target.pointer)
    }

    /// Whether `file` has such a component.
    pub(super) fn has_component(&self, file: usize, section: &str, name: &str) -> bool {
        let components = self.files[file].value.get("components");
        components.and_then(|components| components.get(section)?.get(name)).is_some()
    }

    /// Where `reference`, which is written in `file`, leads to. References on the way are followed, except for the last.
    pub(super) fn resolve(&mut self, file: usize, reference: &str) -> Result<Target, Problem> {
        self.follow(file, reference, HOPS)
    }

    fn follow(&mut self, file: usize, reference: &str, hops: usize) -> Result<Target, Problem> {
        let dangling = || Problem::DanglingReference { reference: reference.to_owned(), meant: None };
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let file = if path.is_empty() { file } else { self.file(file, path, reference)? };
        let pointer = match Pointer::of_reference(&format!("#{fragment}")) {
            Some(pointer) => pointer,
            None => self.files[file].anchors().get(fragment).cloned().ok_or_else(dangling)?,
        };
        let mut target = Target { file, pointer: Pointer::root() };
        for segment in pointer.segments() {
            if let Some(next) = self.reference_before(&target, &segment) {
                let hops = hops.checked_sub(1).ok_or_else(dangling)?;
                target = self.follow(target.file, &next, hops)?;
            }
            target.pointer = target.pointer.key(&segment);
        }
        self.value(&target).is_some().then_some(target).ok_or_else(dangling)
    }

    /// The reference at `target`, if there is one instead of a member `name`.
    fn reference_before(&self, target: &Target, name: &str) -> Option<String> {
        let value = self.value(target)?.as_object()?;
        let reference = value.get("$ref")?.as_str()?;
        (!value.contains_key(name)).then(|| reference.to_owned())
    }

    /// The number of the file that `path`, a part of `reference` in the file `base`, names.
    fn file(&mut self, base: usize, path: &str, reference: &str) -> Result<usize, Problem> {
        if path.contains("://") {
            return Err(Problem::ForeignReference { reference: reference.to_owned() });
        }
        let path = percent_decoded(path);
        let path = simplified(&self.name(base).parent().unwrap_or(Path::new("")).join(path));
        let identity = identity(&path);
        if !self.known.contains_key(&identity) {
            let read = read(&path).map(|file| {
                self.files.push(file);
                self.files.len() - 1
            });
            self.known.insert(identity.clone(), read);
        }
        self.known[&identity].clone().map_err(|reason| {
            let path = path.display().to_string();
            Problem::UnusableFile { path, reason }
        })
    }
}

/// A path that is the same however the file is called, as far as the file exists.
fn identity(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// `path` without steps back to where it came from.
fn simplified(path: &Path) -> PathBuf {
    use std::path::Component::{CurDir, Normal, ParentDir};
    let mut simplified = PathBuf::new();
    for component in path.components() {
        match component {
            CurDir => {}
            ParentDir if matches!(simplified.components().next_back(), Some(Normal(_))) => drop(simplified.pop()),
            other => simplified.push(other),
        }
    }
    simplified
}

/// The file at `path`, or what is wrong with it.
fn read(path: &Path) -> Result<File, String> {
    // Devices and pipes may never end.
    if path.exists() && !path.is_file() {
        return Err("it is no file".to_owned());
    }
    let mut diagnostics = Diagnostics::new();
    let name = path.display().to_string();
    let Some(text) = read::text(path, &mut diagnostics) else {
        return Err(described(&Source { name, ..Source::default() }, &diagnostics));
    };
    let (format, parsed) = parse::text(&name, &text);
    let source = Source::new(name, text, format);
    let parsed = parsed.map_err(|failure| diagnostics.report::<()>(failure.place, failure.problem));
    let Ok(parse::Parsed { mut value, repeats, merges }) = parsed else {
        return Err(described(&source, &diagnostics));
    };
    if repeats {
        positions::repeated_members(&source, &mut diagnostics);
    }
    if merges {
        merge::apply(&mut value, &mut diagnostics);
    }
    if diagnostics.is_empty() { Ok(File::new(source, value)) } else { Err(described(&source, &diagnostics)) }
}

/// The first of `diagnostics`, with its line and column.
fn described(source: &Source, diagnostics: &Diagnostics) -> String {
    let Some(Diagnostic { place, problem }) = diagnostics.iter().next() else { return String::new() };
    match positions::locate(source, std::slice::from_ref(place)).into_iter().next().flatten() {
        Some(range) => {
            let before = &source.text[..range.start];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            format!("line {line}, column {column}: {problem}")
        }
        None => problem.to_string(),
    }
}

/// Adds the places of all that has an `$anchor` in `value`, which is at `at`; of those that have the same, the first.
fn find_anchors(value: &Value, at: &Pointer, found: &mut HashMap<String, Pointer>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| find_anchors(item, &at.index(index), found));
        }
        Value::Object(members) => {
            if let Some(Value::String(name)) = members.get("$anchor") {
                found.entry(name.to_string()).or_insert_with(|| at.clone());
            }
            members.iter().for_each(|(name, value)| find_anchors(value, &at.key(name), found));
        }
        _ => {}
    }
}
