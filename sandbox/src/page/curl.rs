//! From a request to the command that sends it from a shell.

use super::view::View;

/// A line of a command.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// What says how the word is meant, up to the space before it.
    pub option: &'static str,
    /// The word, quoted where it must be.
    pub word: String,
}

/// The command that posts `fields`, each `Name=value`, to `path` below `/v1/PluginService`.
///
/// It holds who asks but no password, which curl then asks for. It may be pasted whatever it was made from: what
/// a shell would take for more than a word is quoted.
pub(super) fn post(view: &View, path: &str, fields: &[String]) -> Vec<Line> {
    let url = format!("{}/v1/PluginService{path}", view.base_url);
    let start = [("curl -u ", &view.username), ("", &url)].into_iter();
    let fields = fields.iter().map(|field| ("--data-urlencode ", field));
    start.chain(fields).map(|(option, word)| Line { option, word: quote(word) }).collect()
}

/// `word` as a POSIX shell reads it back: as it is, or in single quotes.
fn quote(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=,@%+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_where_a_shell_would_split_or_run_them() {
        let table = [
            ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"),
            ("Name=first", "Name=first"),
            ("", "''"),
            ("a b", "'a b'"),
            ("$(reboot)", "'$(reboot)'"),
            ("it's", r"'it'\''s'"),
            (r#"Plugins={"phase":3}"#, r#"'Plugins={"phase":3}'"#),
            ("a\nb", "'a\nb'"),
        ];
        for (word, expected) in table {
            assert_eq!(quote(word), expected);
        }
    }

    #[test]
    fn a_request_becomes_a_command() {
        let view = View {
            account: "AC1".to_owned(),
            username: "SK1".to_owned(),
            base_url: "http://localhost:1".to_owned(),
            ..View::default()
        };
        let line = |option, word: &str| Line { option, word: word.to_owned() };
        assert_eq!(
            post(&view, "/Plugins", &["UniqueName=a b".to_owned()]),
            [
                line("curl -u ", "SK1"),
                line("", "http://localhost:1/v1/PluginService/Plugins"),
                line("--data-urlencode ", "'UniqueName=a b'"),
            ]
        );
    }
}
