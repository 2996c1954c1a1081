//! Numbers by chance: from the operating system, or the same ones each time for a seed.

use std::sync::atomic::{AtomicU64, Ordering};

/// Where random numbers come from.
#[derive(Debug)]
pub enum Chance {
    /// The operating system.
    System,
    /// A seed, so that they come again in the same order.
    Seeded {
        /// What they are made from.
        seed: u64,
        /// How many were drawn.
        drawn: AtomicU64,
    },
}

/// What numbers are drawn for; each use has its own sequence, even with the same seed.
#[derive(Clone, Copy, Debug)]
pub enum Use {
    /// The credentials that are made up.
    Credentials,
    /// Which requests fail.
    Faults,
    /// The IDs of requests.
    RequestIds,
}

/// The step of SplitMix64: 2⁶⁴ divided by the golden ratio, made odd (Steele, Lea and Flood, 2014).
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Chance {
    /// Numbers for one use: from `seed` if there is one, else from the operating system.
    pub fn new(seed: Option<u64>, purpose: Use) -> Self {
        match seed {
            None => Self::System,
            Some(seed) => Self::Seeded { seed: mix(seed ^ mix(purpose as u64 + 1)), drawn: AtomicU64::new(0) },
        }
    }

    /// Any number, each as likely as the others.
    pub fn number(&self) -> u64 {
        match self {
            Self::System => getrandom::u64().expect("the operating system has random numbers"),
            Self::Seeded { seed, drawn } => {
                let drawn = drawn.fetch_add(1, Ordering::Relaxed);
                mix(seed.wrapping_add(STEP.wrapping_mul(drawn.wrapping_add(1))))
            }
        }
    }

    /// True with this probability: always for 1, never for 0.
    pub fn hits(&self, probability: f64) -> bool {
        // The 53 bits that a float holds exactly, as a number from 0 to just below 1.
        let drawn = (self.number() >> 11) as f64 / (1u64 << 53) as f64;
        drawn < probability
    }

    /// 32 lower-case hex digits.
    pub fn hex(&self) -> String {
        let bits = match self {
            // One call to the operating system, rather than two.
            Self::System => {
                let mut bytes = [0; 16];
                getrandom::fill(&mut bytes).expect("the operating system has random numbers");
                u128::from_be_bytes(bytes)
            }
            Self::Seeded { .. } => u128::from(self.number()) << 64 | u128::from(self.number()),
        };
        format!("{bits:032x}")
    }
}

/// Spreads the bits of a number, as SplitMix64 does.
fn mix(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_numbers_again() {
        let draw = |seed, purpose| {
            let chance = Chance::new(Some(seed), purpose);
            [chance.number(), chance.number()]
        };
        let first = draw(1, Use::Faults);
        assert_eq!(first, draw(1, Use::Faults));
        assert_ne!(first[0], first[1]);
        assert_ne!(first, draw(2, Use::Faults));
        assert_ne!(first, draw(1, Use::RequestIds));
    }

    #[test]
    fn the_system_does_not_repeat_itself() {
        let chance = Chance::new(None, Use::RequestIds);
        let hex = chance.hex();
        assert_eq!(hex.len(), 32);
        assert!(hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')), "{hex}");
        assert_ne!(hex, chance.hex());
    }

    #[test]
    fn hits_are_as_likely_as_asked() {
        let hits = |probability| {
            let chance = Chance::new(Some(7), Use::Faults);
            (0..10_000).filter(|_| chance.hits(probability)).count()
        };
        assert_eq!(hits(0.0), 0);
        assert_eq!(hits(1.0), 10_000);
        assert!((2_300..2_700).contains(&hits(0.25)), "{}", hits(0.25));
    }
}
