//! SIDs: what they look like, and how a new one is made from the database's seed and a sequence number.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// What all SIDs and page tokens of a database come from.
pub(super) type Seed = [u8; 32];

/// The kinds of resources that have SIDs of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prefix {
    Plugin,
    Version,
    Configuration,
    Release,
}

impl Prefix {
    /// The two letters.
    pub(super) fn letters(self) -> &'static str {
        match self {
            Self::Plugin => "FP",
            Self::Version => "FV",
            Self::Configuration => "FJ",
            Self::Release => "FK",
        }
    }

    /// Whether `text` is these letters and 32 hexadecimal digits of either case.
    pub(super) fn fits(self, text: &str) -> bool {
        text.starts_with(self.letters()) && is_shaped(text)
    }

    /// The SID of the row that has number `sequence`.
    pub(super) fn sid(self, seed: &Seed, sequence: i64) -> String {
        let digest = Sha256::new().chain_update(seed).chain_update(b"sid").chain_update(sequence.to_be_bytes());
        format!("{}{}", self.letters(), hex(&digest.finalize()[..16]))
    }
}

/// Whether `text` is two letters and 32 hexadecimal digits, both of either case.
pub(super) fn is_shaped(text: &str) -> bool {
    let (letters, digits) = match text.split_at_checked(2) {
        Some(parts) => parts,
        None => return false,
    };
    letters.bytes().all(|byte| byte.is_ascii_alphabetic())
        && digits.len() == 32
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `bytes` in lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        write!(text, "{byte:02x}").expect("writing to a string does not fail");
    }
    text
}

/// The seed that the number `given` stands for.
pub(super) fn seed_of(given: u64) -> Seed {
    Sha256::new().chain_update(b"flex-sandbox seed").chain_update(given.to_be_bytes()).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        let digits = "0123456789abcdefABCDEF0123456789";
        for (text, shaped, plugin) in [
            (format!("FP{digits}"), true, true),
            (format!("fP{digits}"), true, false),
            (format!("FV{digits}"), true, false),
            (format!("F1{digits}"), false, false),
            (format!("FP{digits}0"), false, false),
            (format!("FP{}", &digits[1..]), false, false),
            (format!("FPg{}", &digits[1..]), false, false),
            (format!("é{digits}"), false, false),
            (format!("F\u{e9}{}", &digits[1..]), false, false),
            (String::new(), false, false),
        ] {
            assert_eq!((is_shaped(&text), Prefix::Plugin.fits(&text)), (shaped, plugin), "{text}");
        }
    }

    #[test]
    fn sids_depend_on_seed_and_sequence_alone() {
        let sid = |seed, sequence| Prefix::Release.sid(&seed_of(seed), sequence);
        assert_eq!(sid(1, 1), sid(1, 1));
        assert_ne!(sid(1, 1), sid(1, 2));
        assert_ne!(sid(1, 1), sid(2, 1));
        assert!(Prefix::Release.fits(&sid(1, 1)));
        assert_eq!(sid(1, 1)[2..], sid(1, 1)[2..].to_lowercase());
    }
}
