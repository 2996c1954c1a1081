//! The timeline of releases, each with what it changed.

use maud::{Markup, Render, html};

use super::MAX_RELEASES;
use super::diff::{Change, changes};
use super::element::{fold, more, sid, tag, time};
use super::view::{Entry, ReleaseView, View};

/// How many releases are seen without a click.
const OPEN: usize = 10;
/// The phase that goes without saying: the one of an entry that names none.
const USUAL_PHASE: i64 = 3;

/// The section of all releases.
pub(super) fn section(view: &View) -> Markup {
    let shown = &view.releases[..view.releases.len().min(MAX_RELEASES)];
    let things = ["release", "releases"];
    html! {
        section.releases aria-labelledby="releases" {
            h2 #releases { "Releases" }
            @if shown.is_empty() {
                p.empty {
                    "There are no releases yet. "
                    "The newest release is the active one; to go back, release an older configuration again."
                }
            }
            (fold(shown, OPEN, things, |from, releases| list(view, from, releases.len())))
            (more(view, "/Releases", (shown.len(), view.counts().releases), things))
        }
    }
}

/// `count` releases from number `from` of the newest, counted from 0.
fn list(view: &View, from: usize, count: usize) -> Markup {
    html! {
        // Without the role, Safari takes a list without bullets for no list.
        ol.timeline role="list" {
            @for index in from..from + count { li.live[index == 0] { (item(view, index)) } }
        }
    }
}

fn item(view: &View, index: usize) -> Markup {
    let ReleaseView { sid: id, created, configuration_sid, configuration_name, entries: _ } = &view.releases[index];
    html! {
        h3 {
            "Release " (view.counts().releases - index as u64)
            @if index == 0 { " " (tag("live", "Active")) }
        }
        p.meta { (time(*created)) }
        p { bdi { (configuration_name) } }
        (difference(view, index))
        p.meta { (sid(view, "/Releases", id)) br; (sid(view, "/Configurations", configuration_sid)) }
    }
}

/// What the release changed; nothing can be said if the one before it is not in the view.
fn difference(view: &View, index: usize) -> Markup {
    let release = &view.releases[index];
    let is_first = index as u64 + 1 == view.counts().releases;
    let (before, before_sid) = match view.releases.get(index + 1) {
        Some(before) => (before.entries.as_slice(), before.configuration_sid.as_str()),
        None if is_first => (&[][..], ""),
        None => return html! {},
    };
    let changes = changes(before, &release.entries);
    html! {
        @if !changes.is_empty() {
            ul.changes role="list" aria-label="Changes" { @for change in &changes { li { (line(change)) } } }
        } @else if is_first {
            p.empty { "The first release, without plugins." }
        } @else if before_sid == release.configuration_sid {
            p.empty { "The same configuration again." }
        } @else {
            p.empty { "The same plugins in another configuration." }
        }
    }
}

fn line(change: &Change<'_>) -> Markup {
    let (class, kind, name, value) = match change {
        Change::Added(entry) => ("kind added", "Added", &entry.unique_name, added(entry)),
        Change::Removed(entry) => {
            ("kind removed", "Removed", &entry.unique_name, html! { b { bdi { (entry.version) } } })
        }
        Change::Version { before, after } => {
            ("kind", "Version", &after.unique_name, step(&before.version, &after.version))
        }
        Change::Phase { before, after } => ("kind", "Phase", &after.unique_name, step(before.phase, after.phase)),
    };
    html! { span class=(class) { (kind) } " " span { bdi { (name) } " " (value) } }
}

/// The version of a new plugin, and its phase if it is not the usual one.
fn added(entry: &Entry) -> Markup {
    html! { b { bdi { (entry.version) } } @if entry.phase != USUAL_PHASE { " in phase " (entry.phase) } }
}

/// An arrow for the eye, a word for the ear.
fn step(before: impl Render, after: impl Render) -> Markup {
    html! { b { bdi { (before) } span aria-hidden="true" { " → " } span.hidden { " to " } bdi { (after) } } }
}
