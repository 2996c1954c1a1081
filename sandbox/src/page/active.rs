//! What is in effect now, or how to get there.

use maud::{Markup, html};

use super::element::{command, entries, tag, time};
use super::first_step;
use super::view::{ReleaseView, View};

/// The section at the top: the active release, or the next step towards the first one.
pub(super) fn section(view: &View) -> Markup {
    html! {
        section.active.live[view.active().is_some()] aria-labelledby="active" {
            @match view.active() {
                Some(release) => { (active(release)) }
                None => { (nothing(view)) }
            }
        }
    }
}

fn active(release: &ReleaseView) -> Markup {
    html! {
        h2 #active { bdi { (release.configuration_name) } " " (tag("live", "Active")) }
        p.meta { "What Flex loads since " (time(release.created)) }
        @if release.entries.is_empty() {
            p.empty { "This configuration holds no plugins: Flex loads none." }
        } @else {
            (entries("Plugins of the active release", &release.entries))
        }
    }
}

fn nothing(view: &View) -> Markup {
    let first_step::Step { why, command: how } = first_step::next(view);
    html! {
        h2 #active { "Nothing is released yet" }
        p { "A plugin gets versions, a configuration selects versions, and a release makes a configuration active." }
        p.next { strong { "Next: " } (why) }
        (command(&how))
        p.meta { "curl asks for the password." }
    }
}
