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
/// If `work` panics.
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
        let (start, started) = mpsc::channel::<()>();
        let start_another = |_| {
            let start = start.clone();
            spawn(scope, move || {
                drop(start);
                share()
            })
        };
        let others: Vec<_> = (1..workers).map(start_another).collect();
        // A system that puts a new thread on the processor of this one has it wait, unless this one does.
        drop(start);
        let _ = started.recv();
        let mut done = share();
        done.extend(others.into_iter().flat_map(join));
        done
    });
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, done)| done).collect()
}

fn spawn<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> T + Send + 'scope,
) -> ScopedJoinHandle<'scope, T> {
    thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).expect("room for a thread")
}

fn join<T>(worker: ScopedJoinHandle<'_, T>) -> T {
    worker.join().unwrap_or_else(|panic| resume_unwind(panic))
}
