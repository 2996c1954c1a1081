//! What is wrong with a document, in data: found by `load`, `lower` and `shape`, shown by `report`.
//!
//! All messages are in `problem`, lower case and without a full stop, so that they read alike.

mod problem;
mod similar;

use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

use memchr::memchr2;

pub use problem::{Outcome, Problem, Severity};
pub use similar::nearest;

/// A place in a document: a JSON pointer (RFC 6901), shown as `#/paths/~1Plugins/get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The document as a whole.
    pub fn root() -> Self {
        Self::default()
    }

    /// The place that a local reference such as `#/components/schemas/Plugin` names.
    ///
    /// `None` if `reference` is not a fragment of this document. A fragment of a URI is percent-encoded (RFC 6901,
    /// section 6); what is no such code stands for itself.
    pub fn of_reference(reference: &str) -> Option<Self> {
        let pointer = reference.strip_prefix('#')?;
        (pointer.is_empty() || pointer.starts_with('/')).then(|| Self(percent_decoded(pointer)))
    }

    /// The place that `text` says as RFC 6901 writes it: `/paths/~1Plugins/get`; `None` if it is no such pointer.
    pub fn parse(text: &str) -> Option<Self> {
        let is_escaped = text.split('~').skip(1).all(|after| after.starts_with(['0', '1']));
        (is_escaped && (text.is_empty() || text.starts_with('/'))).then(|| Self(text.to_owned()))
    }

    /// The member `name` of the object at this place.
    pub fn key(&self, name: &str) -> Self {
        let mut pointer = String::with_capacity(self.0.len() + 1 + name.len());
        pointer.push_str(&self.0);
        pointer.push('/');
        let mut rest = name;
        while let Some(end) = memchr2(b'~', b'/', rest.as_bytes()) {
            pointer.push_str(&rest[..end]);
            pointer.push_str(if rest[end..].starts_with('~') { "~0" } else { "~1" });
            rest = &rest[end + 1..];
        }
        pointer.push_str(rest);
        Self(pointer)
    }

    /// The item `index`, counted from 0, of the array at this place.
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// The place as RFC 6901 writes it: `/paths/~1Plugins/get`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the component of `section` that is here, if one is.
    pub fn component(&self, section: &str) -> Option<String> {
        self.section().filter(|given| given == section).and_then(|_| self.segments().last())
    }

    /// The section of `components` that has what is here, if that is a component.
    pub fn section(&self) -> Option<String> {
        let mut segments = self.segments();
        let (first, section) = (segments.next()?, segments.next()?);
        (first == "components" && segments.count() == 1).then_some(section)
    }

    /// What leads to this place from `around`, as RFC 6901 writes it, if it is there or further in.
    pub fn within(&self, around: &Self) -> Option<&str> {
        let inner = self.0.strip_prefix(&around.0)?;
        (inner.is_empty() || inner.starts_with('/')).then_some(inner)
    }

    /// The place that `inner`, as [`Self::within`] gives it, leads to from here.
    pub fn join(&self, inner: &str) -> Self {
        Self(format!("{}{inner}", self.0))
    }

    /// All places around this one, and what leads here from each.
    pub fn ancestors(&self) -> impl Iterator<Item = (Self, Self)> {
        let steps = self.0.match_indices('/').map(|(index, _)| index);
        steps.map(|index| (Self(self.0[..index].to_owned()), Self(self.0[index..].to_owned())))
    }

    /// The names and indices on the way from the root, unescaped.
    pub fn segments(&self) -> impl Iterator<Item = String> {
        self.0.split('/').skip(1).map(|segment| segment.replace("~1", "/").replace("~0", "~"))
    }
}

impl<T: AsRef<str>> FromIterator<T> for Pointer {
    /// The place that these names lead to from the root.
    fn from_iter<I: IntoIterator<Item = T>>(names: I) -> Self {
        names.into_iter().fold(Self::root(), |pointer, name| pointer.key(name.as_ref()))
    }
}

/// `text` with its percent codes decoded; `text` itself if that gives no UTF-8.
pub(crate) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        let code = code.filter(|code| !code.starts_with('+')).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(first));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// What a diagnostic underlines.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The name of a member: what is wrong is that it stands there, or how it is spelt.
    Key(Pointer),
    /// A value; the name of the member in its place if the value takes more than a line.
    Value(Pointer),
    /// A range of bytes of the text, for what is no value: syntax errors and members given twice.
    Text(Range<usize>),
    /// The file as a whole; nothing of it is shown.
    File,
}

impl Place {
    /// The place as a JSON pointer, if it is one.
    pub fn pointer(&self) -> Option<&Pointer> {
        match self {
            Self::Key(pointer) | Self::Value(pointer) => Some(pointer),
            Self::Text(_) | Self::File => None,
        }
    }
}

impl From<Pointer> for Place {
    fn from(pointer: Pointer) -> Self {
        Self::Value(pointer)
    }
}

impl From<&Pointer> for Place {
    fn from(pointer: &Pointer) -> Self {
        Self::Value(pointer.clone())
    }
}

/// One problem and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What to underline.
    pub place: Place,
    /// What is wrong there.
    pub problem: Problem,
}

/// Everything that was found in a document, in the order of discovery; `report` sorts it by position.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds `problem` and returns `None`, for a caller that goes on without the value:
    /// `return diagnostics.report(at, Problem::…)`.
    pub fn report<T>(&mut self, at: impl Into<Place>, problem: Problem) -> Option<T> {
        self.0.push(Diagnostic { place: at.into(), problem });
        None
    }

    /// Adds what another stage found.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Adds what was found with each of `values`, in their order, and returns these.
    pub(crate) fn collect<T>(&mut self, values: Vec<(T, Self)>) -> Vec<T> {
        let value = |(value, found)| {
            self.append(found);
            value
        };
        values.into_iter().map(value).collect()
    }

    /// Removes what has been reported before: several operations may stumble over the same mistake.
    ///
    /// A reference that is wrong in several ways is reported once, in the first of them.
    pub fn dedup(&mut self) {
        let (mut seen, mut references) = (HashSet::new(), HashSet::new());
        let is_reference = |place: &Place| place.pointer().is_some_and(|pointer| pointer.0.ends_with("/$ref"));
        self.0.retain(|Diagnostic { place, problem }| {
            let leads_nowhere = problem.is_about_a_reference() && is_reference(place);
            let first = !leads_nowhere || references.insert(place.clone());
            first && seen.insert((place.clone(), problem.to_string()))
        });
    }

    /// Whether the file could not even be read.
    pub fn is_unreadable(&self) -> bool {
        self.0.iter().any(|diagnostic| matches!(diagnostic.problem, Problem::Unreadable { .. }))
    }

    /// Whether what was asked for is not in the document.
    pub fn is_unknown_selection(&self) -> bool {
        self.0.iter().any(|diagnostic| matches!(diagnostic.problem, Problem::UnknownSelection { .. }))
    }

    /// Whether there is anything that nothing can be generated from.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.problem.severity() == Severity::Error)
    }

    /// Whether nothing was found, not even a warning.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many problems of `severity` were found.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|diagnostic| diagnostic.problem.severity() == severity).count()
    }

    /// The diagnostics in the order of discovery.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_escaped_and_read_back() {
        for (names, shown) in [
            (&[][..], "#"),
            (&["paths", "/Plugins", "get"], "#/paths/~1Plugins/get"),
            (&["a~b/c"], "#/a~0b~1c"),
            (&["~1"], "#/~01"),
            (&["", "0", "ä b"], "#//0/ä b"),
        ] {
            let pointer: Pointer = names.iter().collect();
            assert_eq!(pointer.to_string(), shown);
            assert_eq!(pointer.segments().collect::<Vec<_>>(), names);
            assert_eq!(Pointer::parse(pointer.as_str()).as_ref(), Some(&pointer));
            assert_eq!(Pointer::of_reference(shown), Some(pointer));
        }
    }

    #[test]
    fn references_are_percent_decoded() {
        for (reference, names) in [
            ("#/a%20b", ["a b"]),
            ("#/A%2EB", ["A.B"]),
            ("#/%7e1%C3%A4", ["/ä"]),
            ("#/100%", ["100%"]),
            ("#/%+1%zz%é", ["%+1%zz%é"]),
            ("#/%ff", ["%ff"]),
        ] {
            let pointer = Pointer::of_reference(reference).expect(reference);
            assert_eq!(pointer.segments().collect::<Vec<_>>(), names, "{reference}");
        }
    }

    #[test]
    fn not_every_text_is_a_pointer() {
        for text in ["a", "a/b", "/a~", "/~2", "#/a"] {
            assert_eq!(Pointer::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_index_is_a_name() {
        assert_eq!(Pointer::root().key("tags").index(2), Pointer::root().key("tags").key("2"));
    }

    #[test]
    fn only_fragments_are_local() {
        for foreign in ["other.yaml#/a", "Plugin", "#Plugin", ""] {
            assert_eq!(Pointer::of_reference(foreign), None, "{foreign}");
        }
    }
}
