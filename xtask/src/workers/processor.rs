//! Which processor a thread runs on. A system is free to put threads where it likes, and some put a new one on the
//! processor of the one that starts it, and leave it there for longer than a small document takes. (In a virtual machine,
//! Linux does not take a processor that is halted for one that is idle.)

#[cfg(target_os = "linux")]
pub(super) use self::linux::{are_several, current, leave};

#[cfg(target_os = "linux")]
mod linux {
    use rustix::thread::{sched_getaffinity, sched_getcpu, sched_setaffinity};

    /// Whether this thread may run on several.
    pub(in super::super) fn are_several() -> bool {
        sched_getaffinity(None).is_ok_and(|all| all.count() > 1)
    }

    /// The processor of this thread.
    pub(in super::super) fn current() -> usize {
        sched_getcpu()
    }

    /// Has this thread go on elsewhere if it runs on the processor `number`, and may run on others.
    pub(in super::super) fn leave(number: usize) {
        if sched_getcpu() != number {
            return;
        }
        let Ok(all) = sched_getaffinity(None) else { return };
        let mut others = all;
        others.unset(number);
        if others.count() > 0 && sched_setaffinity(None, &others).is_ok() {
            // It has moved; from now on it may run anywhere, as before.
            let _ = sched_setaffinity(None, &all);
        }
    }
}

/// Whether there are several.
#[cfg(not(target_os = "linux"))]
pub(super) fn are_several() -> bool {
    std::thread::available_parallelism().is_ok_and(|count| count.get() > 1)
}

/// Nothing, where it is left to the system.
#[cfg(not(target_os = "linux"))]
pub(super) fn current() {}

/// Does nothing, where it is left to the system.
#[cfg(not(target_os = "linux"))]
pub(super) fn leave(_: ()) {}
