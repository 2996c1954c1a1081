//! The same calls in two ways: through the generated client, and by hand with reqwest and serde_json.
//!
//! Both do the same things for the caller: paths are encoded, the whole call has a time limit, refusals are told from
//! successes with their status and body, and answers become types of the same fields. They talk to a server whose
//! answers are constants, which is in another process or thread.

pub mod callgrind;
pub mod generated;
pub mod manual;
pub mod server;

use std::fmt;
use std::str::FromStr;

use tokio::runtime::{Builder, Runtime};

/// What both ways are measured with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// One object.
    Fetch,
    /// A form that makes one.
    Create,
    /// A page of 50.
    List,
    /// The same, but members do not come in the order in which they are described.
    Reversed,
}

impl Case {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Fetch, Self::Create, Self::List, Self::Reversed];
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Fetch => "fetch",
            Self::Create => "create",
            Self::List => "list",
            Self::Reversed => "reversed",
        })
    }
}

impl FromStr for Case {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|case| case.to_string() == name).ok_or_else(|| format!("there is no case `{name}`"))
    }
}

/// How a call is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Through the generated client.
    Generated,
    /// By hand.
    Manual,
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Generated => "generated",
            Self::Manual => "manual",
        })
    }
}

impl FromStr for Way {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let mut ways = [Self::Generated, Self::Manual].into_iter();
        ways.find(|way| way.to_string() == name).ok_or_else(|| format!("there is no way `{name}`"))
    }
}

/// An error of any kind.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// A runtime that does everything in the thread that waits for it, so that counts are those of the calls.
///
/// # Errors
///
/// If the system gives it no events.
pub fn runtime() -> std::io::Result<Runtime> {
    Builder::new_current_thread().enable_all().build()
}

/// Makes `n` calls, one after the other, to the server at `url`.
///
/// # Errors
///
/// If a call fails, or does not return what the server holds.
pub async fn call(case: Case, way: Way, n: usize, url: &str) -> Result<(), Error> {
    let url = if case == Case::Reversed { &format!("{url}/reversed") } else { url };
    match way {
        Way::Generated => generated::call(case, n, url).await,
        Way::Manual => manual::call(case, n, url).await,
    }
}
