//! Work on threads, which have a large stack: documents nest, and so do the functions that look at them.

mod processor;

use std::collections::VecDeque;
use std::iter;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, LazyLock, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Scope, ScopedJoinHandle};
use std::time::{Duration, Instant};

/// How much stack a document gets.
const STACK: usize = 256 * 1024 * 1024;

/// So many items are done sooner than another thread is there to help.
const FEW: usize = 24;

/// How long a thread that has nothing to do stays awake: one that is woken up may find itself on the processor of the one
/// that has something to do, whatever other one is idle.
const AWAKE: Duration = Duration::from_millis(5);

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
    let workers = workers(items.len());
    let items = Mutex::new(items.enumerate());
    let next = || items.lock().unwrap_or_else(PoisonError::into_inner).next();
    let share = || {
        let mut done = Vec::new();
        while let Some((index, item)) = next() {
            done.push((index, work(item)));
        }
        done
    };
    let done = thread::scope(|scope| {
        let others = Threads::start(scope, workers.saturating_sub(1), share);
        others.wait_until_they_run();
        let mut done = share();
        done.extend(others.join());
        done
    });
    in_order(done)
}

/// What `work` makes of some items, with the first of which another thread begins while this one finds out what others
/// there are; in their order. `begin` finds out what the first ones are, and how to find out the rest. All of it has a
/// large stack.
///
/// # Panics
///
/// If the system has no room for another thread, or `begin`, the rest or `work` panics.
pub(crate) fn map_ahead<I: Send, T: Send, Rest: FnOnce() -> Vec<I>>(
    begin: impl FnOnce() -> (Vec<I>, Rest),
    work: impl Fn(I) -> T + Sync,
) -> Vec<T> {
    let queue = Queue::new();
    let share = || iter::from_fn(|| queue.next()).map(|(index, item)| (index, work(item))).collect::<Vec<_>>();
    let done = thread::scope(|scope| {
        let end = End(&queue);
        let ahead = Threads::start(scope, usize::from(processor::are_several()), share);
        on_a_large_stack(|| {
            let (first, rest) = begin();
            queue.add(first);
            ahead.wait_until_they_run();
            let waiting = queue.add(rest());
            drop(end);
            let others = Threads::start(scope, workers(waiting).saturating_sub(1 + ahead.count()), share);
            others.wait_until_they_run();
            let mut done = share();
            done.extend(ahead.join().chain(others.join()));
            done
        })
    });
    in_order(done)
}

/// How many threads so many items are worth; the system is asked only if there may be several.
fn workers(items: usize) -> usize {
    if items > FEW { items.div_ceil(FEW).min(*PROCESSORS) } else { 1 }
}

/// What there is to do, of which more may come.
struct Queue<I> {
    items: Mutex<Items<I>>,
    changed: Condvar,
}

struct Items<I> {
    /// Those that nobody has taken, with their numbers.
    waiting: VecDeque<(usize, I)>,
    /// How many have come.
    count: usize,
    /// Whether no more will come.
    are_all: bool,
}

impl<I> Queue<I> {
    fn new() -> Self {
        let items = Items { waiting: VecDeque::new(), count: 0, are_all: false };
        Self { items: Mutex::new(items), changed: Condvar::new() }
    }

    fn items(&self) -> MutexGuard<'_, Items<I>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next item; waits for one as long as more may come.
    fn next(&self) -> Option<(usize, I)> {
        let is_early = |items: &mut Items<I>| items.waiting.is_empty() && !items.are_all;
        let idle = Instant::now();
        while is_early(&mut self.items()) && idle.elapsed() < AWAKE {
            thread::yield_now();
        }
        let items = self.changed.wait_while(self.items(), is_early);
        items.unwrap_or_else(PoisonError::into_inner).waiting.pop_front()
    }

    /// Adds items, which are taken before those that are there; how many there are then.
    fn add(&self, more: Vec<I>) -> usize {
        let mut items = self.items();
        let before = items.count;
        items.count += more.len();
        for (index, item) in more.into_iter().enumerate().rev() {
            items.waiting.push_front((before + index, item));
        }
        self.changed.notify_all();
        items.waiting.len()
    }
}

/// Says in the end that no more will come, even if that is because of a panic.
struct End<'a, I>(&'a Queue<I>);

impl<I> Drop for End<'_, I> {
    fn drop(&mut self) {
        self.0.items().are_all = true;
        self.0.changed.notify_all();
    }
}

/// Threads that do the same work.
struct Threads<'scope, T> {
    threads: Vec<ScopedJoinHandle<'scope, Vec<T>>>,
    /// How many of them run.
    running: Arc<AtomicUsize>,
}

impl<'scope, T: Send + 'scope> Threads<'scope, T> {
    /// Starts `count` threads that do `work`, each on another processor than this one.
    fn start(scope: &'scope Scope<'scope, '_>, count: usize, work: impl Fn() -> Vec<T> + Copy + Send + 'scope) -> Self {
        let (here, running) = (processor::current(), Arc::new(AtomicUsize::new(0)));
        let another = |_| {
            let running = Arc::clone(&running);
            let run = move || {
                processor::leave(here);
                running.fetch_add(1, Ordering::Relaxed);
                work()
            };
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run).expect("room for a thread")
        };
        Self { threads: (0..count).map(another).collect(), running }
    }

    fn count(&self) -> usize {
        self.threads.len()
    }

    /// A system may put a new thread on the processor of the one that starts it, where it does not run as long as that
    /// one has work to do.
    fn wait_until_they_run(&self) {
        while self.running.load(Ordering::Relaxed) < self.count() {
            thread::yield_now();
        }
    }

    /// What they have done.
    fn join(self) -> impl Iterator<Item = T> {
        self.threads.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
    }
}

/// What was done, by the numbers of the items.
fn in_order<T>(mut done: Vec<(usize, T)>) -> Vec<T> {
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, done)| done).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_items_are_done_whoever_does_them() {
        for (first, rest) in [(0, 0), (3, 0), (0, 3), (40, 100)] {
            let begin = || ((0..first).collect(), move || (first..first + rest).collect());
            let done = map_ahead(begin, |item| item * 2);
            assert_eq!(done, (0..first + rest).map(|item| item * 2).collect::<Vec<_>>());
        }
        assert_eq!(map(0..100, |item| item * 2), (0..100).map(|item| item * 2).collect::<Vec<_>>());
    }

    #[test]
    fn a_panic_is_passed_on() {
        let whole = |begin: fn() -> Vec<u8>, rest: fn() -> Vec<u8>, work: fn(u8) -> u8| {
            std::panic::catch_unwind(move || map_ahead(|| (begin(), rest), work)).is_err()
        };
        assert!(whole(|| panic!("nothing"), Vec::new, |item| item));
        assert!(whole(|| vec![1, 2], || panic!("no more"), |item| item));
        assert!(whole(|| vec![1, 2], Vec::new, |_| panic!("no work")));
        assert!(!whole(|| vec![1, 2], Vec::new, |item| item));
    }
}
