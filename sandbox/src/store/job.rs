//! A piece of work for a thread that has a connection, and its way back to whoever waits for it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::sync::oneshot;

use super::session::Session;
use crate::problem::Problem;

/// Work to be done, then answered.
pub(super) trait Job: Send {
    /// Whether it may change something.
    fn writes(&self) -> bool;

    /// Does the work, once; says whether it worked, and what it did may stay.
    fn run(&mut self, session: &Session<'_>) -> bool;

    /// Tells whoever waits how it went: what came of it, or the problem of the transaction it was part of.
    fn answer(self: Box<Self>, transaction: Result<(), Problem>);
}

/// What [`job`] returns.
pub(super) type Answer<T> = oneshot::Receiver<Result<T, Problem>>;

/// Makes a job of `work`, and the end where its answer comes out.
pub(super) fn job<T, F>(writes: bool, work: F) -> (Box<dyn Job>, Answer<T>)
where
    T: Send + 'static,
    F: FnOnce(&Session<'_>) -> Result<T, Problem> + Send + 'static,
{
    let (sender, receiver) = oneshot::channel();
    (Box::new(Work { writes, state: State::Waiting(work), sender }), receiver)
}

struct Work<T, F> {
    writes: bool,
    state: State<T, F>,
    sender: oneshot::Sender<Result<T, Problem>>,
}

enum State<T, F> {
    Waiting(F),
    Done(Result<T, Problem>),
}

impl<T, F> Job for Work<T, F>
where
    T: Send,
    F: FnOnce(&Session<'_>) -> Result<T, Problem> + Send,
{
    fn writes(&self) -> bool {
        self.writes
    }

    fn run(&mut self, session: &Session<'_>) -> bool {
        // A panic must not take the thread along, and all later requests with it. The session is sound afterwards:
        // statements are reset as they are dropped, and what was written is undone.
        let panicked = State::Done(Err(Problem::Internal));
        if let State::Waiting(work) = std::mem::replace(&mut self.state, panicked) {
            match catch_unwind(AssertUnwindSafe(|| work(session))) {
                Ok(result) => self.state = State::Done(result),
                Err(_) => tracing::error!("a job of the store panicked"),
            }
        }
        matches!(self.state, State::Done(Ok(_)))
    }

    fn answer(self: Box<Self>, transaction: Result<(), Problem>) {
        let result = match (self.state, transaction) {
            (State::Done(Ok(value)), transaction) => transaction.map(|()| value),
            // Its own problem says more than that of the transaction.
            (State::Done(Err(problem)), _) | (State::Waiting(_), Err(problem)) => Err(problem),
            (State::Waiting(_), Ok(())) => Err(Problem::Internal),
        };
        // Nobody may be waiting any more.
        let _ = self.sender.send(result);
    }
}
