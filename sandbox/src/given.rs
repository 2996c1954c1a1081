//! Credentials from everywhere they can be given: options, a file, the environment.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use flex_sandbox::{Access, AccessError, Credential, CredentialError};

/// The environment variable with credentials, separated by commas.
pub const VARIABLE: &str = "FLEX_SANDBOX_CREDENTIALS";

/// Text that holds a secret, and does not show it.
#[derive(Clone)]
pub struct Secret(String);

/// Where credentials are given.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The values of `--credentials`.
    pub pairs: Vec<Secret>,
    /// The values of `--jwe`.
    pub tokens: Vec<Secret>,
    /// The value of `--credentials-file`.
    pub file: Option<PathBuf>,
    /// The value of [`VARIABLE`].
    pub variable: Option<OsString>,
}

/// Credentials that cannot be used; the secrets are not shown.
#[derive(Debug, thiserror::Error)]
pub enum GivenError {
    /// The text of one of them is wrong.
    #[error("{at}: {source}")]
    Credential {
        /// Where it is given.
        at: String,
        /// What is wrong with it.
        source: CredentialError,
    },
    /// They contradict each other.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// The file cannot be read.
    #[error("--credentials-file: cannot read {}: {source}", path.display())]
    File {
        /// Its path.
        path: PathBuf,
        /// What the operating system says.
        source: io::Error,
    },
    /// The environment variable is not text.
    #[error("{VARIABLE} is not valid UTF-8")]
    Variable,
}

impl Given {
    /// All of them, in the order of the fields.
    pub fn credentials(&self) -> Result<Vec<Credential>, GivenError> {
        let mut all = numbered("--credentials, number", self.pairs.iter().map(Secret::as_str), str::parse)?;
        all.extend(numbered("--jwe, number", self.tokens.iter().map(Secret::as_str), Credential::jwe)?);
        if let Some(file) = &self.file {
            all.extend(from_file(file)?);
        }
        if let Some(variable) = &self.variable {
            let text = variable.to_str().ok_or(GivenError::Variable)?;
            all.extend(numbered(&format!("{VARIABLE}, number"), text.split(','), str::parse)?);
        }
        Access::new(all.clone())?;
        Ok(all)
    }
}

impl Secret {
    /// The text itself.
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

fn from_file(path: &Path) -> Result<Vec<Credential>, GivenError> {
    let text = fs::read_to_string(path).map_err(|source| GivenError::File { path: path.to_owned(), source })?;
    let lines = text.trim_start_matches('\u{feff}').lines();
    // A comment is as good as an empty line.
    let lines = lines.map(|line| if line.trim_start().starts_with('#') { "" } else { line });
    numbered(&format!("{}, line", path.display()), lines, str::parse)
}

/// Parses each text that is not blank; an error says its number, counted from 1.
fn numbered<'a>(
    place: &str,
    texts: impl Iterator<Item = &'a str>,
    parse: impl Fn(&str) -> Result<Credential, CredentialError>,
) -> Result<Vec<Credential>, GivenError> {
    let texts = (1..).zip(texts.map(str::trim)).filter(|(_, text)| !text.is_empty());
    let failed = |number, source| GivenError::Credential { at: format!("{place} {number}"), source };
    texts.map(|(number, text): (usize, _)| parse(text).map_err(|source| failed(number, source))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(digit: char) -> String {
        format!("AC{}", digit.to_string().repeat(32))
    }

    fn pair(digit: char) -> String {
        format!("{}:hunter{digit}", account(digit))
    }

    #[test]
    fn all_sources_add_up() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("credentials");
        fs::write(&file, format!("\u{feff}# a comment\n\n  {} \r\n\t# {}\n", pair('3'), pair('9'))).unwrap();
        let given = Given {
            pairs: vec![pair('1').into(), pair('1').into()],
            tokens: vec![format!("tok@{}", account('2')).into()],
            file: Some(file),
            variable: Some(format!("{} ,,{},", pair('4'), pair('5')).into()),
        };
        let accounts: Vec<_> =
            given.credentials().unwrap().iter().map(|credential| credential.account().to_owned()).collect();
        assert_eq!(accounts, ['1', '1', '2', '3', '4', '5'].map(account));
        assert!(Given::default().credentials().unwrap().is_empty());
    }

    #[test]
    fn errors_say_where_and_show_no_secret() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("credentials");
        fs::write(&file, format!("# a comment\n{}\nhunter2\n", pair('1'))).unwrap();
        let none = directory.path().join("none");
        let table = [
            (
                Given { pairs: vec![pair('1').into(), "hunter2".to_owned().into()], ..Given::default() },
                "--credentials, number 2: credentials have no `:`",
            ),
            (
                Given { tokens: vec!["hunter2".to_owned().into()], ..Given::default() },
                "--jwe, number 1: a token needs the SID",
            ),
            (
                Given { variable: Some("bob:hunter2".into()), ..Given::default() },
                "FLEX_SANDBOX_CREDENTIALS, number 1: what stands before",
            ),
            (Given { file: Some(file), ..Given::default() }, "credentials, line 3: credentials have no `:`"),
            (Given { file: Some(none), ..Given::default() }, "--credentials-file: cannot read"),
            (
                Given {
                    pairs: vec![pair('1').into()],
                    variable: Some(format!("{}:other", account('1')).into()),
                    ..Given::default()
                },
                "are given twice and differ",
            ),
        ];
        for (given, expected) in table {
            let error = given.credentials().unwrap_err();
            assert!(error.to_string().contains(expected), "{error}");
            let all = format!("{error} {error:?} {:?}", Given { variable: None, ..given });
            assert!(!all.contains("hunter"), "{all}");
        }
    }
}
