//! A sandbox that runs.
//!
//! It has threads and a runtime of its own, so that it answers whatever the test does meanwhile: a test that blocks, or
//! one on another runtime, gets its answers, too.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;

use axum::Router;
use tokio::net::TcpListener;
use tokio::runtime::{self, Runtime};
use tokio::sync::oneshot;

use crate::access::{Access, Credential};
use crate::app::{self, Parts};
use crate::base_url::BaseUrl;
use crate::builder::{Builder, StartError};
use crate::people;
use crate::serve::{self, PATIENCE};
use crate::stop::{self, Stopper, Stopping};
use crate::store::Store;

/// A sandbox that answers requests until it is stopped or dropped.
///
/// Dropping it ends its connections, whatever they are doing; [`Sandbox::stop`] lets them finish.
#[derive(Debug)]
pub struct Sandbox {
    address: SocketAddr,
    base: BaseUrl,
    /// Those that are known; never empty.
    credentials: Vec<Credential>,
    made_up: bool,
    stopper: Stopper,
    /// Resolves when the thread has nothing left to do.
    ended: Option<oneshot::Receiver<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Sandbox {
    /// Starts a sandbox on a free port of 127.0.0.1 that keeps everything in memory, with one made-up account.
    ///
    /// # Errors
    ///
    /// [`StartError`] if the machine has no port or no thread left.
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Starts a sandbox with other options.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Its URL, without a slash at the end: the public one if one is given, else that of the address it listens on.
    pub fn url(&self) -> &str {
        self.base.preferred()
    }

    /// The address that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The username of the first of its credentials.
    pub fn username(&self) -> &str {
        self.first().username()
    }

    /// The password of the first of its credentials.
    pub fn password(&self) -> &str {
        self.first().password()
    }

    /// The SID of the account of the first of its credentials.
    pub fn account(&self) -> &str {
        self.first().account()
    }

    /// The credentials that were made up because none were given.
    pub fn made_up(&self) -> &[Credential] {
        if self.made_up { &self.credentials } else { &[] }
    }

    /// Takes no more connections, answers the requests in flight, and stops.
    ///
    /// A client that is slow with the rest of a request is waited for 10 seconds. Dropping the future ends everything
    /// at once.
    pub async fn stop(mut self) {
        self.stopper.drain();
        if let Some(ended) = self.ended.take() {
            // An error means the same: the thread is gone.
            let _ = ended.await;
        }
    }

    /// Starts a sandbox as `builder` has it.
    pub(crate) async fn run(mut builder: Builder) -> Result<Self, StartError> {
        let made_up = builder.credentials.is_empty();
        if made_up {
            builder.credentials.push(Credential::made_up(builder.rules.seed));
        }
        let credentials = builder.credentials.clone();
        let (stopper, stopping) = stop::channel();
        let (started, start) = oneshot::channel();
        let (end, ended) = oneshot::channel();
        let thread = std::thread::Builder::new().name("flex-sandbox".to_owned());
        let thread = thread.spawn(move || live(builder, stopping, started, end)).map_err(StartError::Threads)?;
        let (address, base) = start.await.unwrap_or_else(|_| {
            let error = io::Error::other("the thread ended before it had started");
            Err(StartError::Threads(error))
        })?;
        Ok(Self { address, base, credentials, made_up, stopper, ended: Some(ended), thread: Some(thread) })
    }

    fn first(&self) -> &Credential {
        self.credentials.first().expect("one is made up if none is given")
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.stopper.cut();
        // Once this returns, the port is free and the database is closed.
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What a sandbox tells once it runs.
type Started = oneshot::Sender<Result<(SocketAddr, BaseUrl), StartError>>;

/// The life of a sandbox, on a thread of its own.
fn live(builder: Builder, stopping: Stopping, started: Started, ended: oneshot::Sender<()>) {
    let runtime = match runtime(builder.threads) {
        Ok(runtime) => runtime,
        // Nobody listens if the starting was given up.
        Err(error) => return drop(started.send(Err(StartError::Threads(error)))),
    };
    runtime.block_on(async {
        match prepare(builder).await {
            Err(error) => drop(started.send(Err(error))),
            Ok((listener, address, base, app)) => {
                if started.send(Ok((address, base))).is_ok() {
                    serve::serve(listener, app, stopping, PATIENCE).await;
                }
            }
        }
    });
    drop(runtime);
    let _ = ended.send(());
}

fn runtime(threads: usize) -> io::Result<Runtime> {
    let mut runtime = match threads {
        0 | 1 => runtime::Builder::new_current_thread(),
        _ => runtime::Builder::new_multi_thread(),
    };
    runtime.worker_threads(threads.max(1)).thread_name("flex-sandbox").enable_all().build()
}

/// Opens everything that a sandbox needs; the socket comes last, so that nobody connects to one that does not start.
async fn prepare(builder: Builder) -> Result<(TcpListener, SocketAddr, BaseUrl, Router), StartError> {
    let Builder { listen, place, credentials, public_url, rules, faults, threads: _ } = builder;
    let access = Arc::new(Access::new(credentials)?);
    let seed = rules.seed;
    let store = Store::open(place, rules)?;
    let failed = |source| StartError::Listen { address: listen, source };
    let listener = TcpListener::bind(listen).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let base = BaseUrl::new(public_url, address);
    let more = people::router(store.clone(), Arc::clone(&access), base.clone());
    let app = app::app(Parts { store, access, base: base.clone(), faults, seed, more });
    Ok((listener, address, base, app))
}
