//! From a request to the command that sends it from a shell.

use super::view::View;

/// The command that posts `fields`, each `Name=value`, to `path` below `/v1/PluginService`.
///
/// It holds the account but no password, which curl then asks for. It may be pasted whatever it was made from: what
/// a shell would take for more than a word is quoted.
pub(super) fn post(view: &View, path: &str, fields: &[String]) -> String {
    let url = format!("{}/v1/PluginService{path}", view.base_url);
    let mut lines = vec![format!("curl -u {}", quote(&view.account)), quote(&url)];
    lines.extend(fields.iter().map(|field| format!("--data-urlencode {}", quote(field))));
    lines.join(" \\\n")
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
    fn a_request_becomes_a_line() {
        let view = View { account: "AC1".to_owned(), base_url: "http://localhost:1".to_owned(), ..View::default() };
        assert_eq!(
            post(&view, "/Plugins", &["UniqueName=a".to_owned()]),
            "curl -u AC1 \\\nhttp://localhost:1/v1/PluginService/Plugins \\\n--data-urlencode UniqueName=a"
        );
    }
}
