//! Work on threads, which have a large stack: documents nest, and so do the functions that look at them.

use std::panic::resume_unwind;
use std::sync::{LazyLock, Mutex, PoisonError, mpsc};
use std::thread::{self, Scope, ScopedJoinHandle};

/// How much stack a document gets.
const STACK: usize = 256 * 1024 * 1024;

/// So many items are done sooner than another thread is there to help.
const FEW: usize = 24;

/// How many threads do work at once; to ask the system takes as long as a few files.
static PROCESSORS: LazyLock<usize> = LazyLock::new(|| thread::available_parallelism().map_or(1, usize::from));

/// Does `work` on this thread, whose memory the allocator grows in larger steps than that of others.
///
/// # Panics
///
/// If the system has no room for the stack, or `work` panics.
pub(crate) fn on_a_large_stack<T>(work: impl FnOnce() -> T) -> T {
    stacker::grow(STACK, work)
}

/// What `work` makes of each of `items`, in their order, on all processors: each takes the next one when it is done with
/// one.
///
/// # Panics
///
/// If the system has no room for another thread, or `work` panics.
pub(crate) fn map<I, T, Items>(items: Items, work: impl Fn(I) -> T + Sync) -> Vec<T>
where
    T: Send,
    Items: IntoIterator<Item = I, IntoIter: ExactSizeIterator + Send>,
{
    let items = items.into_iter();
    let workers = items.len().div_ceil(FEW).min(*PROCESSORS);
    let items = Mutex::new(items.enumerate());
    let next = || items.lock().unwrap_or_else(PoisonError::into_inner).next();
    let share = || {
        let mut done = Vec::new();
        while let Some((index, item)) = next() {
            done.push((index, work(item)));
        }
        done
    };
    let mut done = thread::scope(|scope| {
        let others = start(scope, workers.saturating_sub(1), share);
        let mut done = share();
        done.extend(others.into_iter().flat_map(join));
        done
    });
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, done)| done).collect()
}

/// Starts `count` threads that do `work`, and waits until all of them run: a system may put a new one on the processor of
/// this one, and only moves one of them once the other waits.
fn start<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    count: usize,
    work: impl Fn() -> T + Copy + Send + 'scope,
) -> Vec<ScopedJoinHandle<'scope, T>> {
    let (late, nobody_is) = mpsc::channel::<()>();
    let another = |_| {
        let late = late.clone();
        let run = move || {
            drop(late);
            work()
        };
        thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run).expect("room for a thread")
    };
    let threads = (0..count).map(another).collect();
    drop(late);
    // Nothing is ever sent: this ends when no thread holds the other end any more.
    let _ = nobody_is.recv();
    threads
}

fn join<T>(worker: ScopedJoinHandle<'_, T>) -> T {
    worker.join().unwrap_or_else(|panic| resume_unwind(panic))
}
