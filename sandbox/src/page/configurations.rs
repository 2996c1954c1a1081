//! The configurations of the account, each with what it holds.

use maud::{Markup, html};

use super::MAX_CONFIGURATIONS;
use super::element::{entries, fold, more, prose, sid, tag, time};
use super::view::{ConfigurationView, View};

/// How many configurations are seen without a click.
const OPEN: usize = 10;

/// The section of all configurations.
pub(super) fn section(view: &View) -> Markup {
    let shown = &view.configurations[..view.configurations.len().min(MAX_CONFIGURATIONS)];
    let things = ["configuration", "configurations"];
    html! {
        section aria-labelledby="configurations" {
            h2 #configurations { "Configurations" }
            @if shown.is_empty() {
                p.empty {
                    "There are no configurations yet. "
                    "A configuration is a set of versions, at most one of each plugin."
                }
            }
            (fold(shown, OPEN, things, |_, configurations| html! {
                @for configuration in configurations { (article(view, configuration)) }
            }))
            (more(view, "/Configurations", (shown.len(), view.counts().configurations), things))
        }
    }
}

fn article(view: &View, configuration: &ConfigurationView) -> Markup {
    let ConfigurationView { sid: id, name, description, archived, created, entries: held } = configuration;
    let is_active = view.active().is_some_and(|release| release.configuration_sid == *id);
    html! {
        article.archived[*archived] {
            h3 {
                bdi { (name) }
                @if is_active { " " (tag("live", "Active")) }
                @if *archived { " " (tag("archived", "Archived")) }
            }
            p.meta { (sid(view, "/Configurations", id)) br; "Created " (time(*created)) }
            (prose(description))
            @if held.is_empty() {
                p.empty { "It holds no plugins." }
            } @else {
                (entries(&format!("Plugins of the configuration {name}"), held))
            }
            @if !archived && !configuration.is_releasable() {
                p.note { "It cannot be released, because it holds something that is archived." }
            }
        }
    }
}
