//! One pair of credentials, and how it is written down.

use std::fmt;
use std::str::FromStr;

use subtle::{Choice, ConstantTimeEq as _};

use super::Grant;
use crate::chance::{Chance, Use};

/// The username that goes with a token.
const TOKEN: &str = "token";

/// A username, its secret, and what they give access to.
///
/// It is written as `SID:SECRET`, and may have two endings in this order: `@` and an account SID, for the account if it
/// is not the username itself, and `#restricted` for an API key without permissions.
///
/// ```
/// let credential: flex_sandbox::Credential = "AC00000000000000000000000000000000:secret".parse()?;
/// # Ok::<(), flex_sandbox::CredentialError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    username: String,
    secret: String,
    grant: Grant,
}

/// What is wrong with the text of credentials; it never shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CredentialError {
    /// There is no colon.
    #[error("credentials have no `:`; write SID:SECRET")]
    NoColon,
    /// What stands before the colon is no username.
    #[error("what stands before the `:` must be the SID of an account or an API key: AC or SK, and 32 hex digits")]
    Username,
    /// Nothing stands behind the colon.
    #[error("credentials have no secret; write SID:SECRET")]
    NoSecret,
    /// An API key comes without its account.
    #[error("an API key needs the SID of its account; write SK…:SECRET@AC…")]
    NoAccount,
    /// A token comes without its account.
    #[error("a token needs the SID of its account; write TOKEN@AC…")]
    NoTokenAccount,
    /// There is no token.
    #[error("there is no token; write TOKEN@AC…")]
    NoToken,
}

impl Credential {
    /// A token of a browser, written as `TOKEN@ACCOUNT_SID`; its username is `token`, and with it only SIDs identify
    /// things.
    ///
    /// # Errors
    ///
    /// [`CredentialError`] if the token or the account is missing.
    pub fn jwe(text: &str) -> Result<Self, CredentialError> {
        let (token, account) = split_account(text);
        let account = account.ok_or(CredentialError::NoTokenAccount)?.to_owned();
        if token.is_empty() {
            return Err(CredentialError::NoToken);
        }
        let grant = Grant { account, sids_only: true, restricted: false };
        Ok(Self { username: TOKEN.to_owned(), secret: token.to_owned(), grant })
    }

    /// A pair that nobody has given; the same for each start with the same seed.
    pub(crate) fn made_up(seed: Option<u64>) -> Self {
        let chance = Chance::new(seed, Use::Credentials);
        let username = format!("AC{}", chance.hex());
        let grant = Grant { account: username.clone(), sids_only: false, restricted: false };
        Self { username, secret: chance.hex(), grant }
    }

    /// The SID of the account or of the API key, or `token`.
    pub fn username(&self) -> &str {
        &self.username
    }

    /// The secret.
    pub fn password(&self) -> &str {
        &self.secret
    }

    /// The SID of the account.
    pub fn account(&self) -> &str {
        &self.grant.account
    }

    /// What they give access to.
    pub(crate) fn grant(&self) -> Grant {
        self.grant.clone()
    }

    pub(super) fn is_token(&self) -> bool {
        self.username == TOKEN
    }

    /// Whether the two cannot both be known unless they are the same: a SID has one secret, but there are many tokens.
    pub(super) fn collides(&self, other: &Self) -> bool {
        self.username == other.username && (!self.is_token() || self.secret == other.secret)
    }

    /// Whether this is the pair, in a time that depends on nothing but what is presented.
    pub(super) fn matches(&self, username: &str, password: &str) -> Choice {
        same(username, &self.username) & same(password, &self.secret)
    }
}

impl FromStr for Credential {
    type Err = CredentialError;

    fn from_str(text: &str) -> Result<Self, CredentialError> {
        let (username, rest) = text.split_once(':').ok_or(CredentialError::NoColon)?;
        if !is_sid(username, "AC") && !is_sid(username, "SK") {
            return Err(CredentialError::Username);
        }
        let (rest, restricted) = rest.strip_suffix("#restricted").map_or((rest, false), |rest| (rest, true));
        let (secret, account) = split_account(rest);
        if secret.is_empty() {
            return Err(CredentialError::NoSecret);
        }
        let account = match account {
            Some(account) => account,
            None if username.starts_with("AC") => username,
            None => return Err(CredentialError::NoAccount),
        };
        let grant = Grant { account: account.to_owned(), sids_only: false, restricted };
        Ok(Self { username: username.to_owned(), secret: secret.to_owned(), grant })
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { username, secret: _, grant } = self;
        f.debug_struct("Credential").field("username", username).field("grant", grant).finish_non_exhaustive()
    }
}

/// Takes the account off the end of `text`, if there is one.
fn split_account(text: &str) -> (&str, Option<&str>) {
    match text.rsplit_once('@') {
        Some((rest, account)) if is_sid(account, "AC") => (rest, Some(account)),
        _ => (text, None),
    }
}

fn is_sid(text: &str, prefix: &str) -> bool {
    text.strip_prefix(prefix).is_some_and(|hex| hex.len() == 32 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Compares in a time that depends on the length of `presented` alone; `known` is not empty.
fn same(presented: &str, known: &str) -> Choice {
    let pairs = presented.bytes().zip(known.bytes().cycle());
    let length = (presented.len() as u64).ct_eq(&(known.len() as u64));
    pairs.fold(length, |so_far, (presented, known)| so_far & presented.ct_eq(&known))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCOUNT: &str = "AC0123456789abcdef0123456789abcdef";
    const OTHER: &str = "ACffffffffffffffffffffffffffffffff";
    const KEY: &str = "SK0123456789abcdef0123456789abcdef";

    #[test]
    fn credentials_are_taken_apart() {
        let table = [
            (format!("{ACCOUNT}:s"), ACCOUNT, "s", ACCOUNT, false),
            (format!("{ACCOUNT}:s@{OTHER}"), ACCOUNT, "s", OTHER, false),
            (format!("{KEY}:s@{OTHER}"), KEY, "s", OTHER, false),
            (format!("{KEY}:s@{OTHER}#restricted"), KEY, "s", OTHER, true),
            (format!("{ACCOUNT}:s#restricted"), ACCOUNT, "s", ACCOUNT, true),
            (format!("{ACCOUNT}:a:b@c#d"), ACCOUNT, "a:b@c#d", ACCOUNT, false),
            (format!("{KEY}:s@{ACCOUNT}@{OTHER}"), KEY, &format!("s@{ACCOUNT}"), OTHER, false),
            (format!("{ACCOUNT}:#restricted#restricted"), ACCOUNT, "#restricted", ACCOUNT, true),
            (format!("{ACCOUNT}:s#restricted@{OTHER}"), ACCOUNT, "s#restricted", OTHER, false),
        ];
        for (text, username, secret, account, restricted) in table {
            let credential: Credential = text.parse().unwrap();
            assert_eq!((credential.username(), credential.password()), (username, secret), "{text}");
            let grant = Grant { account: account.to_owned(), sids_only: false, restricted };
            assert_eq!(credential.grant(), grant, "{text}");
        }
    }

    #[test]
    fn bad_credentials_are_explained_without_the_secret() {
        let table = [
            ("hunter2".to_owned(), CredentialError::NoColon),
            ("admin:hunter2".to_owned(), CredentialError::Username),
            (":hunter2".to_owned(), CredentialError::Username),
            ("token:hunter2".to_owned(), CredentialError::Username),
            (format!("{}:hunter2", &ACCOUNT[1..]), CredentialError::Username),
            (format!("{ACCOUNT}:"), CredentialError::NoSecret),
            (format!("{ACCOUNT}:@{OTHER}"), CredentialError::NoSecret),
            (format!("{ACCOUNT}:#restricted"), CredentialError::NoSecret),
            (format!("{KEY}:hunter2"), CredentialError::NoAccount),
            (format!("{KEY}:hunter2@AC12"), CredentialError::NoAccount),
        ];
        for (text, expected) in table {
            let error = text.parse::<Credential>().unwrap_err();
            assert_eq!(error, expected, "{text}");
            assert!(!format!("{error} {error:?}").contains("hunter2"));
        }
    }

    #[test]
    fn tokens_are_taken_apart() {
        let token = Credential::jwe(&format!("a.b@c.d@{ACCOUNT}")).unwrap();
        assert_eq!((token.username(), token.password(), token.account()), ("token", "a.b@c.d", ACCOUNT));
        assert!(token.grant().sids_only);
        assert_eq!(Credential::jwe("a.b.c"), Err(CredentialError::NoTokenAccount));
        assert_eq!(Credential::jwe(&format!("@{ACCOUNT}")), Err(CredentialError::NoToken));
    }

    #[test]
    fn a_seed_makes_the_same_pair_up_again() {
        assert_eq!(Credential::made_up(Some(1)), Credential::made_up(Some(1)));
        assert_ne!(Credential::made_up(Some(1)), Credential::made_up(Some(2)));
        assert_ne!(Credential::made_up(None), Credential::made_up(None));
        let made_up = Credential::made_up(None);
        let text = format!("{}:{}", made_up.username(), made_up.password());
        assert_eq!(text.parse::<Credential>().unwrap(), made_up);
    }

    #[test]
    fn equality_does_not_depend_on_the_cycle() {
        for (presented, known, expected) in
            [("ab", "ab", true), ("abab", "ab", false), ("a", "ab", false), ("", "ab", false), ("ac", "ab", false)]
        {
            assert_eq!(bool::from(same(presented, known)), expected, "{presented} {known}");
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        let credential: Credential = format!("{ACCOUNT}:hunter2").parse().unwrap();
        let text = format!("{credential:?} {credential:#?}");
        assert!(text.contains(ACCOUNT) && !text.contains("hunter2"), "{text}");
    }
}
