//! From the `Authorization` header of a request to what it may do.

mod credential;

use std::fmt;

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use subtle::ConditionallySelectable as _;

pub use self::credential::{Credential, CredentialError};

/// Basic credentials with or without the `=` at their end.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// All credentials that the sandbox knows.
pub struct Access(Vec<Credential>);

/// What credentials give access to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The SID of the account.
    pub account: String,
    /// Whether only SIDs identify things, neither names nor `Active`; so it is with the tokens of browsers.
    pub sids_only: bool,
    /// Whether the API key has no permission for any operation.
    pub restricted: bool,
}

/// Credentials that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccessError {
    /// A SID is given with two secrets, accounts or permissions.
    #[error("the credentials of {0} are given twice and differ; give them once")]
    Twice(String),
    /// A token is given for two accounts.
    #[error("a token is given for two accounts, {0} and {1}; give it once")]
    TokenTwice(String, String),
}

impl Access {
    /// All of `credentials`; the same ones may be there more than once.
    ///
    /// # Errors
    ///
    /// [`AccessError`] if it would not be clear what some of them give access to.
    pub fn new(credentials: Vec<Credential>) -> Result<Self, AccessError> {
        let mut known: Vec<Credential> = Vec::new();
        for credential in credentials {
            match known.iter().find(|other| other.collides(&credential)) {
                None => known.push(credential),
                Some(same) if *same == credential => {}
                Some(other) if other.is_token() => {
                    return Err(AccessError::TokenTwice(other.account().to_owned(), credential.account().to_owned()));
                }
                Some(other) => return Err(AccessError::Twice(other.username().to_owned())),
            }
        }
        Ok(Self(known))
    }

    /// The known credentials that `headers` present as Basic ones; `None` if there are none, or not exactly one pair,
    /// or if nobody knows them.
    pub fn authorize(&self, headers: &HeaderMap) -> Option<&Credential> {
        let mut values = headers.get_all(AUTHORIZATION).iter();
        let (Some(value), None) = (values.next(), values.next()) else { return None };
        let (scheme, encoded) = value.to_str().ok()?.split_once(' ')?;
        if !scheme.eq_ignore_ascii_case("basic") {
            return None;
        }
        let pair = String::from_utf8(BASE64.decode(encoded.trim()).ok()?).ok()?;
        let (username, password) = pair.split_once(':')?;
        self.find(username, password)
    }

    /// What a pair gives access to; `None` if nobody knows it.
    pub fn check(&self, username: &str, password: &str) -> Option<Grant> {
        self.find(username, password).map(Credential::grant)
    }

    /// The known pair that is the same.
    ///
    /// It is compared with all known pairs, each in constant time, so that the time tells neither which usernames exist
    /// nor how much of a secret is right.
    fn find(&self, username: &str, password: &str) -> Option<&Credential> {
        let mut found = 0;
        for (number, credential) in (1u64..).zip(&self.0) {
            found.conditional_assign(&number, credential.matches(username, password));
        }
        let index = usize::try_from(found).ok()?.checked_sub(1)?;
        self.0.get(index)
    }
}

impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.0).finish()
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    const ACCOUNT: &str = "AC00000000000000000000000000000001";
    const OTHER: &str = "AC00000000000000000000000000000002";
    const KEY: &str = "SK00000000000000000000000000000001";

    fn access(credentials: &[String]) -> Result<Access, AccessError> {
        Access::new(credentials.iter().map(|text| text.parse().unwrap()).collect())
    }

    fn headers(values: &[&str]) -> HeaderMap {
        values.iter().map(|value| (AUTHORIZATION, HeaderValue::from_str(value).unwrap())).collect()
    }

    #[test]
    fn each_pair_gives_access_to_its_account() {
        let mut all: Vec<Credential> = [format!("{ACCOUNT}:one"), format!("{KEY}:two@{OTHER}#restricted")]
            .map(|text| text.parse().unwrap())
            .into();
        all.push(Credential::jwe(&format!("a.b.c@{OTHER}")).unwrap());
        let access = Access::new(all).unwrap();
        let grant =
            |account: &str, sids_only, restricted| Some(Grant { account: account.to_owned(), sids_only, restricted });
        let table = [
            (ACCOUNT, "one", grant(ACCOUNT, false, false)),
            (KEY, "two", grant(OTHER, false, true)),
            ("token", "a.b.c", grant(OTHER, true, false)),
            (ACCOUNT, "two", None),
            (ACCOUNT, "on", None),
            (ACCOUNT, "onee", None),
            (ACCOUNT, "oneone", None),
            (ACCOUNT, "", None),
            (OTHER, "one", None),
            ("", "", None),
            ("token", "one", None),
        ];
        for (username, password, expected) in table {
            assert_eq!(access.check(username, password), expected, "{username}:{password}");
        }
    }

    #[test]
    fn headers_are_read_as_rfc_7617_has_it() {
        let access = access(&[format!("{ACCOUNT}:p:ä")]).unwrap();
        let encoded = BASE64.encode(format!("{ACCOUNT}:p:ä"));
        let bare = encoded.trim_end_matches('=');
        let good = [format!("Basic {encoded}"), format!("basic {bare}"), format!("BASIC  {encoded}")];
        for value in &good {
            assert!(access.authorize(&headers(&[value])).is_some(), "{value}");
        }
        let no_colon = format!("Basic {}", BASE64.encode(ACCOUNT));
        let bearer = format!("Bearer {encoded}");
        for value in ["", "Basic", "Basic ", "Basic !", "Basic /w==", &no_colon, &bearer] {
            assert_eq!(access.authorize(&headers(&[value])), None, "{value}");
        }
        assert_eq!(access.authorize(&headers(&[])), None);
        assert_eq!(access.authorize(&headers(&[&good[0], &good[0]])), None);
    }

    #[test]
    fn contradictions_are_refused() {
        let pair = format!("{ACCOUNT}:one");
        assert!(access(&[pair.clone(), pair.clone()]).is_ok());
        for other in ["two", "one#restricted", &format!("one@{OTHER}")] {
            let error = access(&[pair.clone(), format!("{ACCOUNT}:{other}")]).unwrap_err();
            assert_eq!(error, AccessError::Twice(ACCOUNT.to_owned()));
        }
        let token = |account: &str| Credential::jwe(&format!("tok@{account}")).unwrap();
        let error = Access::new(vec![token(ACCOUNT), token(OTHER)]).unwrap_err();
        assert_eq!(error, AccessError::TokenTwice(ACCOUNT.to_owned(), OTHER.to_owned()));
        assert!(!error.to_string().contains("tok@"));
    }

    #[test]
    fn debug_shows_no_secret() {
        let access = access(&[format!("{ACCOUNT}:hunter2")]).unwrap();
        let text = format!("{access:?}");
        assert!(text.contains(ACCOUNT) && !text.contains("hunter2"), "{text}");
    }
}
