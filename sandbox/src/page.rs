//! From what the sandbox keeps for one account to the page for people at `/`.
//!
//! The page is one document: no script, no image, nothing to fetch, its style inline and known to the
//! Content-Security-Policy by its hash. All text is escaped by construction, and an address becomes a link only if it
//! is of the web.

mod active;
mod configurations;
mod curl;
mod diff;
mod element;
mod first_step;
mod frame;
mod plugins;
mod releases;
mod response;
mod style;
#[cfg(test)]
mod tests;
mod view;

use maud::{DOCTYPE, html};

pub use response::response;
pub use view::{ConfigurationView, Entry, PluginView, ReleaseView, Totals, VersionView, View};

/// How many plugins are shown at most, the newest ones.
const MAX_PLUGINS: usize = 100;
/// How many versions of a plugin are shown at most, the newest ones.
const MAX_VERSIONS: usize = 20;
/// How many configurations are shown at most, the newest ones.
const MAX_CONFIGURATIONS: usize = 100;
/// How many releases are shown at most, the newest ones. One more is needed in [`View::releases`] to tell what the
/// last of them changed.
const MAX_RELEASES: usize = 100;

/// The page as an HTML document.
///
/// It shows no more than the `MAX_…` of this module, whatever `view` holds, and says how many more there are.
fn render(view: &View) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            (frame::head(view))
            body {
                a.skip href="#content" { "Skip to the content" }
                (frame::header(view))
                main #content tabindex="-1" {
                    (active::section(view))
                    .columns {
                        div {
                            (plugins::section(view))
                            (configurations::section(view))
                        }
                        (releases::section(view))
                    }
                }
                (frame::footer())
            }
        }
    };
    page.into_string()
}
