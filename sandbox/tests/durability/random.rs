//! Random numbers that a seed repeats.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

/// A sequence of random numbers (SplitMix64).
pub struct Random(u64);

impl Random {
    /// The sequence for the seed in the environment variable `SEED`, or for another one each time.
    ///
    /// The seed is printed, which shows if the test fails. It repeats what is done and when the program is killed, as
    /// far as the test decides that; the order among the connections is up to the machine.
    pub fn from_environment() -> Self {
        let given = std::env::var("SEED").ok().map(|seed| seed.parse().expect("SEED is a number"));
        let seed = given.unwrap_or_else(|| RandomState::new().build_hasher().finish());
        println!("SEED={seed} repeats the choices of this test");
        Self(seed)
    }

    /// A sequence of its own for somebody else.
    pub fn split(&mut self) -> Self {
        Self(self.number())
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap();
        usize::try_from(self.number() % limit).unwrap()
    }

    fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
