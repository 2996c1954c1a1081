//! The small parts that the page is made of: times, links, marks, notes.

use jiff::Timestamp;
use maud::{Markup, html};

use super::curl::Line;
use super::view::{Entry, View};

/// A time, in UTC to the second.
pub(super) fn time(at: Timestamp) -> Markup {
    html! {
        time datetime=(at.strftime("%Y-%m-%dT%H:%M:%SZ")) {
            // The line may only break between the day and the hour.
            span { (at.strftime("%Y-%m-%d")) } " " span { (at.strftime("%H:%M:%S UTC")) }
        }
    }
}

/// An address, as a link if it is one of the web and as text if it is anything else.
pub(super) fn address(url: &str) -> Markup {
    link(url, html! { bdi { (url) } })
}

/// A SID that leads to what the API says about it, at `path` below `/v1/PluginService`.
pub(super) fn sid(view: &View, path: &str, sid: &str) -> Markup {
    api(view, &format!("{path}/{sid}"), html! { code.sid { (sid) } })
}

/// A link to what the API says at `path` below `/v1/PluginService`.
pub(super) fn api(view: &View, path: &str, text: Markup) -> Markup {
    link(&format!("{}/v1/PluginService{path}", view.base_url), text)
}

/// A mark of the kind `class`, which the style gives a colour to.
pub(super) fn tag(class: &str, text: &str) -> Markup {
    html! { span class={ "tag " (class) } { (text) } }
}

/// A command for a shell. Its words are kept apart, so that none of them can turn around what stands next to it.
pub(super) fn command(lines: &[Line]) -> Markup {
    html! {
        pre {
            code {
                @for (index, Line { option, word }) in lines.iter().enumerate() {
                    @if index > 0 { " \\\n" }
                    (option) bdi dir="ltr" { (word) }
                }
            }
        }
    }
}

/// A free text; nothing if it is empty.
pub(super) fn prose(text: &str) -> Markup {
    html! { @if !text.is_empty() { p.prose dir="auto" { (text) } } }
}

/// How many `things` are not shown; nothing if all are.
pub(super) fn more(view: &View, path: &str, (shown, total): (usize, u64), things: [&str; 2]) -> Markup {
    let hidden = total.saturating_sub(shown as u64);
    let thing = things[usize::from(hidden != 1)];
    let verb = if hidden == 1 { "is" } else { "are" };
    html! {
        @if hidden > 0 {
            p.more {
                (hidden) " older " (thing) " " (verb) " not shown. "
                (api(view, path, html! { "List all (JSON)" }))
            }
        }
    }
}

/// The first `open` items as they are, and the others behind a line to click. `show` gets the number of items before
/// those it shows; it is not asked to show none.
pub(super) fn fold<T>(items: &[T], open: usize, things: [&str; 2], show: impl Fn(usize, &[T]) -> Markup) -> Markup {
    let (first, rest) = items.split_at(open.min(items.len()));
    html! {
        @if !first.is_empty() { (show(0, first)) }
        @if !rest.is_empty() {
            details {
                summary { (rest.len()) " older " (things[usize::from(rest.len() != 1)]) }
                (show(first.len(), rest))
            }
        }
    }
}

/// What a configuration holds, under a caption for those who do not see what is around it.
pub(super) fn entries(caption: &str, entries: &[Entry]) -> Markup {
    html! {
        table.entries {
            caption.hidden { (caption) }
            thead { tr { th scope="col" { "Plugin" } th scope="col" { "Version" } th scope="col" { "Phase" } } }
            tbody {
                @for Entry { plugin_sid: _, unique_name, version_sid: _, version, phase, archived } in entries {
                    tr {
                        th scope="row" { bdi { (unique_name) } @if *archived { " " (tag("archived", "Archived")) } }
                        td { bdi { (version) } }
                        td { (phase) }
                    }
                }
            }
        }
    }
}

/// Only what starts as an address of the web is one to a browser, too: it reads a scheme with a tab in it, or after a
/// space, in its own way, and `javascript:` in all of them.
fn link(url: &str, text: Markup) -> Markup {
    let is_web = ["http://", "https://"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && url.len() > scheme.len()
    });
    html! {
        @if is_web { a href=(url) rel="noreferrer noopener" { (text) } } @else { (text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        let links = ["http://a", "https://a/b?c=d&e", "HTTPS://A", "https://user@a"];
        let text = [
            "",
            "http://",
            "http:a",
            "//a",
            "/a",
            "a",
            "ftp://a",
            "javascript:alert(1)",
            "JavaScript://%0aalert(1)",
            "data:text/html,<b>",
            "java\tscript:a",
            " https://a",
            "ht\ttp://a",
            "\u{1}http://a",
            "é",
            "httpé://a",
        ];
        for url in links {
            assert!(address(url).into_string().starts_with("<a href=\""), "{url:?}");
        }
        for url in text {
            assert!(address(url).into_string().starts_with("<bdi>"), "{url:?}");
        }
    }

    #[test]
    fn a_command_keeps_its_words_apart() {
        let lines = ["a", "b"].map(|word| Line { option: "-u ", word: word.to_owned() });
        let expected = "<pre><code>-u <bdi dir=\"ltr\">a</bdi> \\\n-u <bdi dir=\"ltr\">b</bdi></code></pre>";
        assert_eq!(command(&lines).into_string(), expected);
    }

    #[test]
    fn a_time_is_in_utc() {
        let at = "2020-01-10T21:00:00.9+01:00".parse().expect("a time");
        assert_eq!(
            time(at).into_string(),
            r#"<time datetime="2020-01-10T20:00:00Z"><span>2020-01-10</span> <span>20:00:00 UTC</span></time>"#
        );
    }
}
