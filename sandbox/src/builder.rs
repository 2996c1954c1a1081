//! What a sandbox is made of, before it starts.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use crate::access::{AccessError, Credential};
use crate::base_url::PublicUrl;
use crate::faults::Faults;
use crate::sandbox::Sandbox;
use crate::store::{OpenError, Place, Rules};

/// The options of a sandbox that is to be started.
///
/// ```
/// # async fn example() -> Result<(), flex_sandbox::StartError> {
/// use flex_sandbox::{Fault, Faults, Sandbox};
///
/// let faults = Faults { rate: 0.2, kind: Fault::Unavailable, ..Faults::default() };
/// let sandbox = Sandbox::builder().seed(1).limit_plugins(25).faults(faults).start().await?;
/// # Ok(()) }
/// ```
#[derive(Clone, Debug)]
#[must_use = "a sandbox runs once it is started"]
pub struct Builder {
    pub(crate) listen: SocketAddr,
    pub(crate) place: Place,
    pub(crate) credentials: Vec<Credential>,
    pub(crate) public_url: Option<PublicUrl>,
    pub(crate) rules: Rules,
    pub(crate) faults: Faults,
    pub(crate) threads: usize,
}

/// Why a sandbox does not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The address cannot be listened on.
    #[error("cannot listen on {address}; is another program listening there?")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the operating system says.
        source: io::Error,
    },
    /// The credentials contradict each other.
    #[error(transparent)]
    Access(#[from] AccessError),
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The threads cannot be started.
    #[error("cannot start the threads of the sandbox")]
    Threads(#[source] io::Error),
}

impl Builder {
    /// Starts it; once this returns, requests are answered.
    ///
    /// # Errors
    ///
    /// [`StartError`] if the address is taken, the database cannot be opened, or the credentials contradict each other.
    pub async fn start(self) -> Result<Sandbox, StartError> {
        Sandbox::run(self).await
    }

    /// Listens on this address; a port of 0 stands for any that is free. 127.0.0.1 and a free port unless given.
    ///
    /// There is no encryption: do not listen on an address that others can reach unless they may read along.
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.listen = address;
        self
    }

    /// Keeps everything in this file, which is created if it does not exist; in memory unless given.
    pub fn database(mut self, file: impl Into<PathBuf>) -> Self {
        self.place = Place::File(file.into());
        self
    }

    /// Knows these credentials, too; one account is made up unless any are given.
    pub fn credential(mut self, credential: Credential) -> Self {
        self.credentials.push(credential);
        self
    }

    /// Whether any credentials are given, so that none are made up.
    pub fn has_credentials(&self) -> bool {
        !self.credentials.is_empty()
    }

    /// Begins the URLs in answers with this one; with the host that the request names unless given.
    pub fn public_url(mut self, url: PublicUrl) -> Self {
        self.public_url = Some(url);
        self
    }

    /// Makes SIDs, times, faults and made-up credentials the same each time.
    pub fn seed(mut self, seed: u64) -> Self {
        self.rules.seed = Some(seed);
        self
    }

    /// Allows an account this many plugins that are not archived; any number unless given.
    pub fn limit_plugins(mut self, limit: u64) -> Self {
        self.rules.limit_plugins = Some(limit);
        self
    }

    /// Allows an account this many versions that are not archived, of all plugins together; any number unless given.
    pub fn limit_versions(mut self, limit: u64) -> Self {
        self.rules.limit_versions = Some(limit);
        self
    }

    /// Whether versions must be semantic ones, and the status of a validation one that is known; not unless given.
    pub fn strict(mut self, strict: bool) -> Self {
        self.rules.strict = strict;
        self
    }

    /// Whether a page size over 1000 is taken for 1000 rather than refused; not unless given.
    pub fn clamp_page_size(mut self, clamp: bool) -> Self {
        self.rules.clamp_page_size = clamp;
        self
    }

    /// Lets a release be seen only this long after it was created; at once unless given.
    pub fn release_delay(mut self, delay: Duration) -> Self {
        self.rules.release_delay = delay;
        self
    }

    /// Makes requests slow or fail; none unless given.
    pub fn faults(mut self, faults: Faults) -> Self {
        self.faults = faults;
        self
    }

    /// Answers requests on this many threads; one unless given, which is enough for tests.
    pub fn threads(mut self, threads: NonZeroUsize) -> Self {
        self.threads = threads.get();
        self
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            listen: (Ipv4Addr::LOCALHOST, 0).into(),
            place: Place::Memory,
            credentials: Vec::new(),
            public_url: None,
            rules: Rules::default(),
            faults: Faults::default(),
            threads: 1,
        }
    }
}
