//! Lines of code, of what was generated.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// How many lines of code there are; without comments, docs and blank lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    /// Made from the document, and compiled by default.
    pub(super) derived: usize,
    /// The same for every document, and compiled by default.
    pub(super) copied: usize,
    /// Of features that are not on by default.
    pub(super) optional: usize,
}

/// Counts the lines below `src`. What is ours tells by its path what is copied or optional; of others all is derived.
///
/// # Errors
///
/// If something cannot be read.
pub(super) fn of(src: &Path, is_ours: bool) -> Result<Lines> {
    let mut lines = Lines::default();
    add(src, "", is_ours, &mut lines)?;
    Ok(lines)
}

fn add(folder: &Path, above: &str, is_ours: bool, lines: &mut Lines) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = format!("{above}/{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            add(&path, &name, is_ours, lines)?;
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            *kind(&name, is_ours, lines) += count(&text);
        }
    }
    Ok(())
}

/// Where the lines of the file `name` belong.
fn kind<'a>(name: &str, is_ours: bool, lines: &'a mut Lines) -> &'a mut usize {
    let below = name.strip_prefix("/runtime").unwrap_or(name);
    let first = below.trim_start_matches('/').split(['/', '.']).next().unwrap_or_default();
    match first {
        "server" | "dynamic" | "cli" if is_ours => &mut lines.optional,
        _ if is_ours && name.starts_with("/runtime") => &mut lines.copied,
        _ => &mut lines.derived,
    }
}

/// The lines of `text` that are neither blank nor comments nor docs.
fn count(text: &str) -> usize {
    let mut depth = 0;
    text.lines().filter(|line| is_code(line.trim(), &mut depth)).count()
}

/// Whether a line is code; `depth` is how many block comments it begins in, and then how many it ends in.
fn is_code(line: &str, depth: &mut usize) -> bool {
    if *depth == 0 && !line.starts_with("/*") {
        return !line.is_empty()
            && !line.starts_with("//")
            && !line.starts_with("#[doc")
            && !line.starts_with("#![doc");
    }
    *depth = (*depth + line.matches("/*").count()).saturating_sub(line.matches("*/").count());
    // Behind the end of a comment, there may be code.
    *depth == 0 && line.rsplit_once("*/").is_some_and(|(_, rest)| !rest.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_counts() {
        for (text, expected) in [
            ("", 0),
            ("\n  \n\t\n", 0),
            ("//! A module.\n\n/// A type.\n#[doc = \"More.\"]\npub struct A;\n// Why.\n", 1),
            ("/* a\nb\n*/ let x = 1;\nlet y = 2; // so\n", 2),
            ("/* a /* b */\nc */\nfn f() {}\n", 1),
            ("let url = \"http://a/*\";\nlet b = 1;\n", 2),
            ("#[derive(Debug)]\nstruct A {\n}\n", 3),
        ] {
            assert_eq!(count(text), expected, "{text}");
        }
    }

    #[test]
    fn paths_tell_what_is_copied_or_optional() {
        let all = Lines { derived: 1, copied: 2, optional: 3 };
        for (name, ours, others) in [
            ("/lib.rs", 1, 1),
            ("/models/server.rs", 1, 1),
            ("/server_events.rs", 1, 1),
            ("/runtime.rs", 2, 1),
            ("/runtime/send.rs", 2, 1),
            ("/runtime/server.rs", 3, 1),
            ("/runtime/dynamic/arguments.rs", 3, 1),
            ("/server/requests.rs", 3, 1),
            ("/dynamic.rs", 3, 1),
        ] {
            assert_eq!(*kind(name, true, &mut all.clone()), ours, "{name}");
            assert_eq!(*kind(name, false, &mut all.clone()), others, "{name}");
        }
    }
}
