//! Page tokens: a position in one list of one account, which way to read from there, and a tag that nobody else makes.
//!
//! A token is a letter for the way, 16 hexadecimal digits for the position, and 32 for the tag. The tag is a part of
//! the SHA-256 digest of the database's seed, which never leaves it, and of all that the token is bound to; so a token
//! of another account, list or database is not taken. As it is only a part of the digest, it cannot be extended.

use sha2::{Digest, Sha256};

use super::sids::{Seed, hex};

/// Which list a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Plugins,
    /// The versions of the plugin that has this sequence number.
    Versions(i64),
    Configurations,
    /// The plugins in the configuration that has this sequence number.
    ConfiguredPlugins(i64),
    Releases,
}

/// Which way to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// What follows the position in the order of the list.
    Forward,
    /// What precedes it, nearest last.
    Backward,
}

/// Where a page starts, and which way it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    pub(super) way: Way,
    /// The item next to the page, which is not on it.
    pub(super) position: i64,
}

/// Makes and takes the tokens of one list of one account.
pub(super) struct Tokens<'a> {
    pub(super) seed: &'a Seed,
    pub(super) account: &'a str,
    pub(super) list: List,
}

impl Tokens<'_> {
    /// The token for `cursor`.
    pub(super) fn make(&self, cursor: Cursor) -> String {
        let Cursor { way, position } = cursor;
        format!("{}{position:016x}{}", way.letter(), hex(&self.tag(cursor)))
    }

    /// The cursor that `token` was made for; `None` unless it was made here, for this account and this list.
    pub(super) fn take(&self, token: &str) -> Option<Cursor> {
        let way = Way::of(token.chars().next()?)?;
        let position = u64::from_str_radix(token.get(1..17)?, 16).ok()?.cast_signed();
        let cursor = Cursor { way, position };
        // Compared as a whole, which refuses other spellings, too. The time it takes tells nothing worth hiding:
        // whoever guessed a token would see a page of their own list.
        (self.make(cursor) == token).then_some(cursor)
    }

    fn tag(&self, Cursor { way, position }: Cursor) -> [u8; 16] {
        let (kind, parent) = self.list.numbers();
        let digest = Sha256::new()
            .chain_update(self.seed)
            .chain_update(b"page")
            .chain_update([way.letter() as u8, kind])
            .chain_update(position.to_be_bytes())
            .chain_update(parent.to_be_bytes())
            .chain_update(self.account)
            .finalize();
        std::array::from_fn(|index| digest[index])
    }
}

impl Way {
    fn letter(self) -> char {
        match self {
            Self::Forward => 'n',
            Self::Backward => 'p',
        }
    }

    fn of(letter: char) -> Option<Self> {
        [Self::Forward, Self::Backward].into_iter().find(|way| way.letter() == letter)
    }
}

impl List {
    /// The kind of the list and what it belongs to, as numbers.
    fn numbers(self) -> (u8, i64) {
        match self {
            Self::Plugins => (0, 0),
            Self::Versions(plugin) => (1, plugin),
            Self::Configurations => (2, 0),
            Self::ConfiguredPlugins(configuration) => (3, configuration),
            Self::Releases => (4, 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::sids::seed_of;

    const CURSOR: Cursor = Cursor { way: Way::Forward, position: 77 };

    fn token(seed: u64, account: &str, list: List) -> String {
        Tokens { seed: &seed_of(seed), account, list }.make(CURSOR)
    }

    #[test]
    fn tokens_come_back() {
        let seed = seed_of(1);
        let tokens = Tokens { seed: &seed, account: "AC1", list: List::Versions(4) };
        for way in [Way::Forward, Way::Backward] {
            for position in [-1, 0, 1, i64::MAX, i64::MIN] {
                let cursor = Cursor { way, position };
                assert_eq!(tokens.take(&tokens.make(cursor)), Some(cursor));
            }
        }
    }

    #[test]
    fn tokens_of_others_are_refused() {
        let seed = seed_of(1);
        let tokens = Tokens { seed: &seed, account: "AC1", list: List::Versions(4) };
        assert_eq!(tokens.take(&token(1, "AC1", List::Versions(4))), Some(CURSOR));
        for other in [
            token(2, "AC1", List::Versions(4)),
            token(1, "AC2", List::Versions(4)),
            token(1, "AC1", List::Versions(5)),
            token(1, "AC1", List::ConfiguredPlugins(4)),
            token(1, "AC1", List::Plugins),
        ] {
            assert_eq!(tokens.take(&other), None);
        }
    }

    #[test]
    fn changed_tokens_are_refused() {
        let seed = seed_of(1);
        let tokens = Tokens { seed: &seed, account: "AC1", list: List::Releases };
        let token = tokens.make(CURSOR);
        assert_eq!(token.len(), 49);
        for index in 0..token.len() {
            let mut changed = token.clone().into_bytes();
            changed[index] = if changed[index] == b'0' { b'1' } else { b'0' };
            assert_eq!(tokens.take(&String::from_utf8(changed).unwrap()), None);
        }
        for text in ["", "n", "p0", "é", "né", &token.to_uppercase(), &format!("{token}0"), &token[..48]] {
            assert_eq!(tokens.take(text), None, "{text}");
        }
        assert_eq!(tokens.take(&token.replacen("n0", "n+", 1)), None);
    }
}
