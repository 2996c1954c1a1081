//! Words that are rather names of code: they are shown as such, as clippy's `doc_markdown` would have it.

use std::ops::Range;

/// Names that look like code and are none; clippy knows these, too.
const KNOWN: [&str; 33] = [
    "CoffeeScript",
    "DevOps",
    "DirectX",
    "ECMAScript",
    "FreeBSD",
    "GitHub",
    "GitLab",
    "GraphQL",
    "IPv4",
    "IPv6",
    "JavaScript",
    "LaTeX",
    "NaN",
    "NaNs",
    "NetBSD",
    "OAuth",
    "OpenBSD",
    "OpenDNS",
    "OpenGL",
    "OpenSSH",
    "OpenSSL",
    "OpenStreetMap",
    "OpenTelemetry",
    "PostScript",
    "PureScript",
    "TensorFlow",
    "TeX",
    "TrueType",
    "TypeScript",
    "WebAssembly",
    "WebRTC",
    "WebSocket",
    "iOS",
];

/// Where in `text`, which has no markup, names of code stand, without what is of the sentence around them.
pub(super) fn names(text: &str) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(|character: char| character.is_whitespace() || character == '\'') {
        let range = without_signs(word);
        if is_name(&word[range.clone()]) {
            names.push(at + range.start..at + range.end);
        }
        at += word.len();
    }
    names
}

/// Where the name in a word stands: without quotes, full stops and the like, and without single colons.
fn without_signs(word: &str) -> Range<usize> {
    let is_sign = |character: char| !character.is_alphanumeric() && character != ':';
    let mut end = word.trim_end_matches(is_sign).len();
    if word[end..].starts_with("()") {
        end += 2;
    }
    let mut start = end - word[..end].trim_start_matches(is_sign).len();
    if !word[start..end].starts_with("::") {
        start = end - word[start..end].trim_start_matches(':').len();
    }
    if !word[start..end].ends_with("::") {
        end = start + word[start..end].trim_end_matches(':').len();
    }
    start..end
}

/// Whether a word would be taken for code: `snake_case`, `CamelCase`, a path, a call, or an address that is not one of
/// the web.
fn is_name(word: &str) -> bool {
    // Most words have nothing of all that.
    if word.bytes().skip(1).all(|byte| byte.is_ascii_lowercase()) {
        return false;
    }
    if KNOWN.contains(&word) || word.contains('`') || !word.contains(char::is_alphanumeric) {
        return false;
    }
    if let Some((scheme, _)) = word.split_once("://") {
        return !scheme.ends_with("http") && !scheme.ends_with("https");
    }
    word.contains("::") || word.ends_with("()") || is_camel_case(word) || (word.contains('_') && !word.contains('-'))
}

/// Whether a word has the capitals of a type, with a small letter among them; `IDs` and the like do not.
fn is_camel_case(word: &str) -> bool {
    let single = word.strip_suffix('s').unwrap_or(word);
    !word.starts_with(|first: char| first.is_ascii_digit() || first.is_ascii_lowercase())
        && single.chars().all(char::is_alphanumeric)
        && single.chars().filter(|letter| letter.is_uppercase()).nth(1).is_some()
        && single.chars().any(char::is_lowercase)
}
