//! The threads that read a file, each with its own connection.
//!
//! They are threads of our own rather than the runtime's blocking ones: a read takes some microseconds, and under load
//! the way through the blocking pool took three times as long as that through a queue.

use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use rusqlite::Connection;

use super::job::{Job, job};
use super::session::{Session, Settings};
use crate::problem::Problem;

/// The way to the threads; dropping it waits until the queue is empty and the connections are closed.
pub(super) struct Readers {
    queue: Arc<Queue>,
    threads: Vec<JoinHandle<()>>,
}

impl Readers {
    /// Starts a thread for each of `connections`.
    ///
    /// # Errors
    ///
    /// If the system has no thread left.
    pub(super) fn start(connections: Vec<Connection>, settings: &Arc<Settings>) -> io::Result<Self> {
        let mut readers = Self { queue: Arc::default(), threads: Vec::with_capacity(connections.len()) };
        for connection in connections {
            let (queue, settings) = (Arc::clone(&readers.queue), Arc::clone(settings));
            let thread = std::thread::Builder::new().name("store-reader".to_owned());
            readers.threads.push(thread.spawn(move || serve(&queue, &connection, &settings))?);
        }
        Ok(readers)
    }

    /// Does `work`, which changes nothing, on one state of the database.
    pub(super) async fn run<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&Session<'_>) -> Result<T, Problem> + Send + 'static,
    {
        let (job, answer) = job(false, work);
        self.queue.push(job);
        answer.await.map_err(|_| Problem::Internal)?
    }
}

impl Drop for Readers {
    fn drop(&mut self) {
        self.queue.close();
        for thread in self.threads.drain(..) {
            // A thread that panicked has said so.
            let _ = thread.join();
        }
    }
}

/// Jobs that wait for the first thread that is free.
#[derive(Default)]
struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    jobs: VecDeque<Box<dyn Job>>,
    closed: bool,
}

impl Queue {
    fn push(&self, job: Box<dyn Job>) {
        self.lock().jobs.push_back(job);
        self.changed.notify_one();
    }

    fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    /// The next job, once there is one; `None` if there will be none.
    fn pop(&self) -> Option<Box<dyn Job>> {
        let waits = |state: &mut State| state.jobs.is_empty() && !state.closed;
        let state = self.changed.wait_while(self.lock(), waits);
        state.unwrap_or_else(PoisonError::into_inner).jobs.pop_front()
    }

    /// Nothing panics while it holds the lock, so a poisoned one is as good as any.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs what comes until the queue is closed and empty.
fn serve(queue: &Queue, connection: &Connection, settings: &Settings) {
    let session = Session { connection, settings };
    while let Some(mut job) = queue.pop() {
        let outcome = snapshot(&session, job.as_mut());
        if !connection.is_autocommit() {
            // The next read must not start in the transaction of one that failed.
            let _ = session.run("ROLLBACK", ());
        }
        job.answer(outcome);
    }
}

/// Runs a job in a transaction, so that all its statements see the same state.
fn snapshot(session: &Session<'_>, job: &mut dyn Job) -> Result<(), Problem> {
    session.run("BEGIN", ())?;
    job.run(session);
    session.run("COMMIT", ())
}
