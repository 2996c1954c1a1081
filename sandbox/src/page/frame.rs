//! What is around the content: the head, the header with its navigation, the footer.

use maud::{Markup, PreEscaped, html};

use super::style::STYLE;
use super::view::{Totals, View};

/// The head of the document.
pub(super) fn head(view: &View) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            title { "Flex Plugins sandbox: " (view.account) }
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="robots" content="noindex";
            style { (PreEscaped(STYLE)) }
        }
    }
}

/// Whose page it is, and ways into it.
pub(super) fn header(view: &View) -> Markup {
    let View { account, base_url, .. } = view;
    let Totals { plugins, configurations, releases } = view.counts();
    html! {
        header {
            h1 { "Flex Plugins sandbox" }
            dl {
                div { dt { "Account" } dd { code { bdi { (account) } } } }
                div { dt { "API" } dd { code { bdi { (base_url) } "/v1/PluginService" } } }
            }
            nav aria-label="Sections" {
                ul role="list" {
                    (entry("plugins", "Plugins", plugins))
                    (entry("configurations", "Configurations", configurations))
                    (entry("releases", "Releases", releases))
                }
            }
        }
    }
}

/// What to know about the page as such.
pub(super) fn footer() -> Markup {
    html! {
        footer {
            p {
                "A stand-in for the Flex Plugins API of Twilio. "
                "Times are in UTC; load the page again to see what has changed."
            }
        }
    }
}

fn entry(id: &str, name: &str, count: u64) -> Markup {
    html! { li { a href={ "#" (id) } { (name) " " span.count { (count) } } } }
}
