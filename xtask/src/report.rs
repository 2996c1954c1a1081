//! From diagnostics to what a person reads: one after the other as rustc shows them, and a line that sums up.

mod excerpt;

use std::cmp::Reverse;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer};

use crate::diagnostics::{Diagnostic, Diagnostics, Place, Severity};
use crate::load::{Source, positions};
use excerpt::{Excerpt, Mark};

/// How many diagnostics are shown; the rest is counted.
const SHOWN: usize = 50;

/// The columns that the renderer cuts lines of the document to.
const WIDTH: usize = 120;

/// The diagnostics by position, and a summary, without colours; empty if there are none.
pub fn plain(source: &Source, diagnostics: &Diagnostics) -> String {
    render(&Renderer::plain().term_width(WIDTH), source, diagnostics)
}

/// The same with colours, to be printed through `anstream`, which removes them where they cannot be shown.
pub fn styled(source: &Source, diagnostics: &Diagnostics) -> String {
    render(&Renderer::styled().term_width(WIDTH), source, diagnostics)
}

fn render(renderer: &Renderer, source: &Source, diagnostics: &Diagnostics) -> String {
    if diagnostics.is_empty() {
        return String::new();
    }
    let located = located(source, diagnostics);
    let mut text = String::new();
    for located in shown(&located) {
        text.push_str(&diagnostic(renderer, located));
        text.push_str("\n\n");
    }
    if let Some(more) = located.len().checked_sub(SHOWN + 1) {
        text.push_str(&format!("… and {} more\n\n", more + 1));
    }
    text.push_str(&summary(source, diagnostics));
    text
}

/// A diagnostic, and the ranges of the text that it shows.
struct Located<'a> {
    diagnostic: &'a Diagnostic,
    /// The file that it is in, and where it is there.
    source: &'a Source,
    place: Place,
    primary: Option<Range<usize>>,
    related: Option<(Range<usize>, &'static str)>,
}

/// The diagnostics in the order of their positions; first what concerns the document as a whole, last other files.
fn located<'a>(document: &'a Source, diagnostics: &'a Diagnostics) -> Vec<Located<'a>> {
    let mut located: Vec<_> = diagnostics.iter().map(|diagnostic| Located::new(document, diagnostic)).collect();
    let related: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.problem.related()).collect();
    let mut sources: Vec<&Source> = located.iter().map(|located| located.source).collect();
    sources.sort_by_key(|source| (!std::ptr::eq(*source, document), &source.name));
    sources.dedup_by(|one, other| std::ptr::eq(*one, *other));
    for source in &sources {
        let is_here = |other: &Source| std::ptr::eq(*source, other);
        let here = || located.iter().enumerate().filter(|(_, located)| is_here(located.source)).map(|(index, _)| index);
        let mut places: Vec<Place> = here().map(|index| located[index].place.clone()).collect();
        let seconds = here().filter_map(|index| {
            let (place, label) = related[index].as_ref()?;
            let (source, place) = document.origin(place);
            is_here(source).then_some((index, place, *label))
        });
        let seconds: Vec<_> = seconds.collect();
        places.extend(seconds.iter().map(|(_, place, _)| place.clone()));
        let mut ranges = positions::locate(source, &places).into_iter();
        for index in here().collect::<Vec<_>>() {
            located[index].primary = ranges.next().flatten();
        }
        for ((index, _, label), range) in seconds.into_iter().zip(ranges) {
            located[index].related = range.map(|range| (range, label));
        }
    }
    let file = |source: &Source| sources.iter().position(|known| std::ptr::eq(*known, source));
    located.sort_by_key(|located| (file(located.source), located.primary.as_ref().map(|range| range.start)));
    located
}

impl<'a> Located<'a> {
    fn new(document: &'a Source, diagnostic: &'a Diagnostic) -> Self {
        let (source, place) = document.origin(&diagnostic.place);
        Self { diagnostic, source, place, primary: None, related: None }
    }
}

/// Those that are shown, in their order; where there are too many, errors go before warnings.
fn shown<'a, 'b>(located: &'b [Located<'a>]) -> impl Iterator<Item = &'b Located<'a>> {
    let mut shown: Vec<_> = located.iter().enumerate().collect();
    shown.sort_by_key(|(_, located)| Reverse(located.diagnostic.problem.severity()));
    shown.truncate(SHOWN);
    shown.sort_by_key(|(position, _)| *position);
    shown.into_iter().map(|(_, located)| located)
}

fn diagnostic(renderer: &Renderer, located: &Located<'_>) -> String {
    let Located { diagnostic: Diagnostic { place: _, problem }, source, place, primary, related } = located;
    let excerpts = primary.as_ref().map(|primary| excerpts(source, primary, related.as_ref())).unwrap_or_default();
    let title = level(problem.severity()).primary_title(problem.to_string()).id(problem.code());
    let mut group = Group::with_title(title);
    if excerpts.is_empty() {
        group = group.element(Origin::path(&*source.name));
    }
    for excerpt in &excerpts {
        group = group.element(excerpt.snippet(&source.name));
    }
    if let Some(pointer) = place.pointer() {
        group = group.element(Level::NOTE.message(format!("at {pointer}")));
    }
    if let Some(help) = problem.help() {
        group = group.element(Level::HELP.message(help));
    }
    let text = renderer.render(&[group]);
    excerpts.iter().fold(text, |text, excerpt| excerpt.with_columns_corrected(&source.name, text))
}

fn excerpts<'a>(
    source: &'a Source,
    primary: &Range<usize>,
    related: Option<&(Range<usize>, &'static str)>,
) -> Vec<Excerpt<'a>> {
    let primary = Mark { kind: AnnotationKind::Primary, range: primary.clone(), label: None };
    let related =
        related.map(|(range, label)| Mark { kind: AnnotationKind::Context, range: range.clone(), label: Some(label) });
    Excerpt::of(&source.text, primary, related)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    }
}

fn summary(source: &Source, diagnostics: &Diagnostics) -> String {
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning")].map(|(severity, name)| match diagnostics
        .count(severity)
    {
        0 => None,
        1 => Some(format!("1 {name}")),
        count => Some(format!("{count} {name}s")),
    });
    let counts: Vec<_> = counts.into_iter().flatten().collect();
    format!("{} in {}\n", counts.join(", "), source.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;

    fn shown(document: &str) -> String {
        let loaded = load::text("pets.yaml", document);
        plain(&loaded.source, &loaded.diagnostics)
    }

    const HEAD: &str = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths: {}\n";

    #[test]
    fn more_than_fifty_diagnostics_are_counted() {
        let schemas: String = (0..60).map(|number| format!("    S{number}: {{ typo: string }}\n")).collect();
        let shown = shown(&format!("{HEAD}components:\n  schemas:\n{schemas}"));
        assert_eq!(shown.matches("error[unknown-member]").count(), 50);
        assert!(shown.ends_with("… and 10 more\n\n60 errors in pets.yaml\n"), "{shown}");
    }

    #[test]
    fn errors_are_shown_before_warnings() {
        let schemas: String = (0..60).map(|number| format!("    S{number}: {{ title: null }}\n")).collect();
        let shown = shown(&format!("{HEAD}components:\n  schemas:\n{schemas}    Last: {{ typo: string }}\n"));
        assert_eq!(shown.matches("warning[null-member]").count(), 49);
        assert!(shown.contains("error[unknown-member]: unknown member `typo`"), "{shown}");
        assert!(shown.ends_with("… and 11 more\n\n1 error, 60 warnings in pets.yaml\n"), "{shown}");
    }

    #[test]
    fn a_place_in_a_long_line_has_its_own_column() {
        let (before, after) = ("ä".repeat(100_000), "é".repeat(100_000));
        let line = format!("x-before: {before}, typo: string, x-after: {after}");
        let shown = shown(&format!("{HEAD}components: {{ schemas: {{ Pet: {{ {line} }} }} }}\n"));
        assert!(shown.contains(" --> pets.yaml:4:100045\n"), "{shown}");
        assert!(shown.len() < 1_000, "{shown}");
    }

    #[test]
    fn the_document_is_shown_in_its_order() {
        let shown = shown("openapi: 3.0.3\ninfo: { version: '1', titel: Pets }\nservers: [{}]\nunknown: 1\n");
        let positions: Vec<_> = shown.lines().filter_map(|line| line.trim_start().strip_prefix("--> ")).collect();
        assert_eq!(positions, ["pets.yaml", "pets.yaml:2:23", "pets.yaml:3:11", "pets.yaml:4:1"], "{shown}");
    }

    #[test]
    fn colours_change_nothing_but_the_look() {
        let loaded = load::text("pets.yaml", "openapi: 3.0.3\ninfo: {}\n");
        let styled = styled(&loaded.source, &loaded.diagnostics);
        assert!(styled.contains("\u{1b}["));
        let stripped = anstream::adapter::strip_str(&styled).to_string();
        assert_eq!(stripped, plain(&loaded.source, &loaded.diagnostics));
    }
}
