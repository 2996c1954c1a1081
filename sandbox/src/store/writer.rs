//! The thread that writes.
//!
//! Syncing a file takes far longer than changing a few rows, so the thread commits in groups: all jobs that queued up
//! during the last commit share the next one. Each runs in a savepoint, so that one that fails leaves no trace and
//! does not disturb the others.

use std::io;
use std::sync::Arc;
use std::thread::JoinHandle;

use rusqlite::Connection;
use tokio::sync::mpsc;

use super::job::{Job, job};
use super::session::{Session, Settings};
use crate::problem::Problem;

/// How many jobs share a commit at most.
const BATCH: usize = 256;

/// How many jobs may wait; more than this wait for a place.
const QUEUE: usize = 1024;

/// The way to the thread; dropping it waits until the queue is empty and the connection is closed.
pub(super) struct Writer {
    /// `None` only while dropping.
    queue: Option<mpsc::Sender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread, which takes `connection` over.
    ///
    /// # Errors
    ///
    /// If the system has no thread left.
    pub(super) fn start(connection: Connection, settings: Arc<Settings>) -> io::Result<Self> {
        let (queue, jobs) = mpsc::channel(QUEUE);
        let thread = std::thread::Builder::new().name("store-writer".to_owned());
        let thread = thread.spawn(move || serve(jobs, &connection, &settings))?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Does `work` in a transaction; it is on the disk when this returns.
    pub(super) async fn write<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&Session<'_>) -> Result<T, Problem> + Send + 'static,
    {
        self.run(true, work).await
    }

    /// Does `work`, which changes nothing, between those that do.
    pub(super) async fn read<T, F>(&self, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&Session<'_>) -> Result<T, Problem> + Send + 'static,
    {
        self.run(false, work).await
    }

    async fn run<T, F>(&self, writes: bool, work: F) -> Result<T, Problem>
    where
        T: Send + 'static,
        F: FnOnce(&Session<'_>) -> Result<T, Problem> + Send + 'static,
    {
        let (job, answer) = job(writes, work);
        let queue = self.queue.as_ref().ok_or(Problem::Unavailable)?;
        queue.send(job).await.map_err(|_| Problem::Unavailable)?;
        answer.await.map_err(|_| Problem::Internal)?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so.
            let _ = thread.join();
        }
    }
}

/// Runs what comes until nobody can send any more.
fn serve(mut jobs: mpsc::Receiver<Box<dyn Job>>, connection: &Connection, settings: &Settings) {
    let session = Session { connection, settings };
    let mut batch = Vec::with_capacity(BATCH);
    while jobs.blocking_recv_many(&mut batch, BATCH) > 0 {
        let outcome = together(&session, &mut batch);
        if outcome.is_err() && !connection.is_autocommit() {
            // It may fail because the transaction is gone already, which is all that is wanted.
            let _ = session.run("ROLLBACK", ());
        }
        batch.drain(..).for_each(|job| job.answer(outcome.clone()));
    }
}

/// Runs all jobs, in one transaction if one of them writes; if this fails, nothing of any of them may stay.
fn together(session: &Session<'_>, batch: &mut [Box<dyn Job>]) -> Result<(), Problem> {
    let writes = batch.iter().any(|job| job.writes());
    if writes {
        session.run("BEGIN IMMEDIATE", ())?;
    }
    for job in batch {
        if job.writes() {
            alone(session, job.as_mut())?;
        } else {
            job.run(session);
        }
    }
    if writes {
        session.run("COMMIT", ())?;
    }
    Ok(())
}

/// Runs a job in a savepoint, which is undone unless it works.
fn alone(session: &Session<'_>, job: &mut dyn Job) -> Result<(), Problem> {
    session.run("SAVEPOINT job", ())?;
    if !job.run(session) {
        // After some errors, such as a full disk, SQLite undoes the whole transaction by itself.
        if session.connection.is_autocommit() {
            return Err(Problem::Unavailable);
        }
        session.run("ROLLBACK TO job", ())?;
    }
    session.run("RELEASE job", ())
}

#[cfg(test)]
mod tests {
    use std::task::Poll;

    use super::*;
    use crate::store::{Place, Rules, Store};

    fn store() -> Store {
        Store::open(Place::Memory, Rules::default()).unwrap()
    }

    fn insert(session: &Session<'_>, name: &str) -> Result<i64, Problem> {
        let stamp = session.stamp()?;
        let sql = "INSERT INTO configurations (sequence, sid, account, name, description, created) \
                   VALUES (?1, ?2, 'AC', ?2, '', 0)";
        session.connection.execute(sql, (stamp.sequence, name))?;
        Ok(stamp.sequence)
    }

    fn names(session: &Session<'_>) -> Result<Vec<String>, Problem> {
        let mut statement = session.connection.prepare("SELECT name FROM configurations ORDER BY sequence")?;
        let names = statement.query_map((), |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(names)
    }

    #[tokio::test]
    async fn a_job_that_fails_leaves_no_trace() {
        let store = store();
        let first = store.write(|db| insert(db, "first")).await.unwrap();
        let failed: Result<(), _> = store.write(|db| insert(db, "failed").and(Err(Problem::Forbidden))).await;
        assert_eq!(failed, Err(Problem::Forbidden));
        assert_eq!(store.write(|db| insert(db, "second")).await, Ok(first + 1));
        assert_eq!(store.read(names).await.unwrap(), ["first", "second"]);
    }

    #[tokio::test]
    async fn a_panic_is_an_answer() {
        let store = store();
        let failed: Result<(), _> = store
            .write(|db| {
                insert(db, "failed")?;
                panic!("on purpose")
            })
            .await;
        assert_eq!(failed, Err(Problem::Internal));
        let failed: Result<(), _> = store.read(|_| panic!("on purpose")).await;
        assert_eq!(failed, Err(Problem::Internal));
        assert!(store.read(names).await.unwrap().is_empty());
        store.write(|db| insert(db, "first")).await.unwrap();
    }

    #[tokio::test]
    async fn what_queues_up_shares_a_transaction() {
        let store = store();
        // All are queued behind one that waits until they are, so that they make one batch; it is lost in the middle.
        let ((go, wait), (started, start)) = (std::sync::mpsc::channel::<()>(), tokio::sync::oneshot::channel());
        let first = store.clone();
        let work = move |_: &Session<'_>| Ok(started.send(()).is_ok() && wait.recv().is_ok());
        let first = tokio::spawn(async move { first.write(work).await });
        start.await.unwrap();
        let before = join_all((0..100).map(|number| store.write(move |db| insert(db, &number.to_string()))));
        let lost = store.write(|db| {
            db.connection.execute_batch("ROLLBACK")?;
            Err::<(), _>(Problem::Internal)
        });
        let after = join_all((0..100).map(|number| store.write(move |db| insert(db, &number.to_string()))));
        // This is polled last, when all the others are queued, as the runtime is kept from pausing between them.
        let go = async { go.send(()) };
        let all = async { tokio::join!(biased; before, lost, after, go) };
        let (before, lost, after, gone) = tokio::task::unconstrained(all).await;
        assert_eq!((first.await.unwrap(), gone), (Ok(true), Ok(())));
        assert_eq!(before, vec![Err(Problem::Unavailable); 100]);
        assert_eq!(lost, Err(Problem::Internal));
        assert_eq!(after, vec![Err(Problem::Unavailable); 100]);
        assert!(store.read(names).await.unwrap().is_empty());
        store.write(|db| insert(db, "later")).await.unwrap();
    }

    /// Polls all futures in turn and collects what they return.
    async fn join_all<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
        let mut futures: Vec<_> = futures.map(|future| (Box::pin(future), None)).collect();
        std::future::poll_fn(|context| {
            for (future, output) in &mut futures {
                if output.is_none()
                    && let Poll::Ready(value) = future.as_mut().poll(context)
                {
                    *output = Some(value);
                }
            }
            if futures.iter().all(|(_, output)| output.is_some()) { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
        futures.into_iter().filter_map(|(_, output)| output).collect()
    }
}
