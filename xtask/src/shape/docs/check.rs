//! Whether rustdoc takes a text for what it is.

use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use super::links;
use super::markdown::OPTIONS;

/// Whether `text` holds no test, no HTML and no link to an item, and a section may follow it.
pub(super) fn is_safe(text: &str) -> bool {
    let text = format!("{text}\n\n# Errors\n\nend");
    // As rustdoc does, which looks for an item of any name in brackets.
    let item = |_: BrokenLink<'_>| Some((CowStr::Borrowed("item"), CowStr::Borrowed("")));
    let parser = Parser::new_with_broken_link_callback(&text, OPTIONS, Some(item));
    if parser.reference_definitions().iter().next().is_some() {
        return false;
    }
    let mut links = 0;
    let mut events = Vec::new();
    for event in parser {
        match &event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => links += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => links -= 1,
            _ => {}
        }
        if !is_safe_event(&event, links == 0) {
            return false;
        }
        events.push(event);
    }
    ends_with_section(&events)
}

fn is_safe_event(event: &Event<'_>, outside: bool) -> bool {
    match event {
        Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => false,
        Event::Start(Tag::HtmlBlock | Tag::FootnoteDefinition(_)) => false,
        Event::Start(Tag::CodeBlock(kind)) => *kind == CodeBlockKind::Fenced(CowStr::Borrowed("text")),
        Event::Start(Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. }) => match link_type
        {
            LinkType::Email => true,
            LinkType::Inline | LinkType::Autolink => links::is_absolute(dest_url),
            _ => false,
        },
        Event::Text(text) if outside => !has_address(text),
        _ => true,
    }
}

/// Whether rustdoc would complain of a bare address.
fn has_address(text: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        text.split(scheme).skip(1).any(|host| host.starts_with(|character: char| character.is_ascii_alphanumeric()))
    })
}

/// Whether the heading and the paragraph that were put at the end are there; outside of any other block, or that
/// would come to an end after them.
fn ends_with_section(events: &[Event<'_>]) -> bool {
    let [.., Event::Start(Tag::Heading { .. }), Event::Text(heading), _, Event::Start(Tag::Paragraph), _, _] = events
    else {
        return false;
    };
    **heading == *"Errors"
}
