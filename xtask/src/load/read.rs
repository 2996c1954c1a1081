//! From a path to the text of the file.

use std::path::Path;

use crate::diagnostics::{Diagnostics, Place, Problem};

/// What some editors write in front of UTF-8; it is no part of the text.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text of the file at `path`, without a byte order mark.
pub(crate) fn text(path: &Path, diagnostics: &mut Diagnostics) -> Option<String> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let reason = match path.to_str() {
                _ if path.is_dir() => "it is a directory".to_owned(),
                Some(url) if url.starts_with("https://") || url.starts_with("http://") => {
                    "nothing is fetched from the network, so save the document and name its file".to_owned()
                }
                _ => reason(&error),
            };
            return diagnostics.report(Place::File, Problem::Unreadable { reason });
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => Some(text.strip_prefix(BYTE_ORDER_MARK).map(str::to_owned).unwrap_or(text)),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            diagnostics.report(Place::File, Problem::NotUtf8 { offset })
        }
    }
}

/// What the operating system says, without the number of the error and the capital letter.
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}
