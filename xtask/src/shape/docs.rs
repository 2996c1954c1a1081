//! From the prose of a document to rustdoc.

mod breaks;
mod check;
mod code;
mod edits;
mod html;
mod leaf;
mod links;
mod markdown;
mod place;
mod plain;
mod prose;
mod stop;
mod tags;
#[cfg(test)]
mod tests;
mod words;

pub(super) use self::place::{place, sentence};
pub(super) use self::prose::prose;
use crate::ir;
use crate::rust::Docs;

/// The docs of a schema, a field or an input, with what the document says about its values.
pub(super) fn of(docs: &ir::Docs, fallback: impl FnOnce() -> String, limits: Option<&ir::Limits>) -> Docs {
    let said = docs.summary.iter().chain(&docs.description).map(|text| told(text));
    let limits = limits.map(|limits| sentences(limits).join(" "));
    let mut parts: Vec<String> = said.chain(limits).filter(|part| !part.is_empty()).collect();
    // Many descriptions only repeat the summary.
    parts.dedup();
    Docs(if parts.is_empty() { fallback() } else { parts.join("\n\n") })
}

/// The docs of a schema; `fallback` says what it is for, unless the document does.
pub(super) fn of_schema(schema: &ir::Schema, fallback: impl FnOnce() -> String) -> Docs {
    // A word is but another name, and so is a title that is made of the name.
    let letters = |text: &str| -> String {
        text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let name = schema.name.last().map(ir::Step::word).unwrap_or_default();
    let is_said = |title: &String| title.trim().contains(char::is_whitespace) && letters(title) != letters(name);
    let title = schema.title.clone().filter(is_said);
    let description = schema.docs.description.clone().or(title);
    of(&ir::Docs { description, ..schema.docs.clone() }, fallback, None)
}

/// `text` as [`prose`] that begins with a sentence.
pub(super) fn told(text: &str) -> String {
    stop::stopped(prose(text))
}

/// `text` as inline code.
pub(super) fn code(text: &str) -> String {
    Docs::code(text)
}

/// What `limits` say, a sentence each.
fn sentences(limits: &ir::Limits) -> Vec<String> {
    let ir::Limits { min_length, max_length, pattern, minimum, maximum, values, default } = limits;
    let mut sentences = Vec::new();
    match (min_length, max_length) {
        (Some(least), Some(most)) if least == most => sentences.push(format!("Length: {}.", characters(*least))),
        (Some(0) | None, Some(most)) => sentences.push(format!("Length: at most {}.", characters(*most))),
        (Some(least), Some(most)) => sentences.push(format!("Length: {least} to {}.", characters(*most))),
        (Some(least @ 1..), None) => sentences.push(format!("Length: at least {}.", characters(*least))),
        (Some(0) | None, None) => {}
    }
    match (minimum.map(number), maximum.map(number)) {
        (Some(least), Some(most)) => sentences.push(format!("Range: {least} to {most}.")),
        (Some(least), None) => sentences.push(format!("Range: {least} or more.")),
        (None, Some(most)) => sentences.push(format!("Range: {most} or less.")),
        (None, None) => {}
    }
    if let Some(pattern) = pattern {
        sentences.push(format!("Pattern: {}.", code(pattern)));
    }
    if !values.is_empty() {
        sentences.push(format!("Values: {}.", values.iter().map(|value| code(value)).collect::<Vec<_>>().join(", ")));
    }
    if let Some(default) = default {
        sentences.push(format!("Default: {}.", code(&default.to_string())));
    }
    sentences
}

fn characters(count: usize) -> String {
    if count == 1 { "1 character".to_owned() } else { format!("{count} characters") }
}

/// A bound as it is written. Beyond 2⁵³ it may not be the one of the document, since it has been an `f64`.
fn number(bound: f64) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if bound.abs() > EXACT { format!("about {bound:e}") } else { bound.to_string() }
}
