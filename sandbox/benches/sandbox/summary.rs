//! Many latencies in a few numbers.

use std::fmt;
use std::time::Duration;

/// What is told of a measurement.
#[derive(Clone, Copy, Debug)]
pub struct Summary {
    /// Requests in a second.
    pub rate: f64,
    /// The latency that half of the requests kept to.
    pub p50: Duration,
    /// The latency that 99 of 100 requests kept to.
    pub p99: Duration,
    /// How long the server computed for a request, on all cores together; `None` where that is not known.
    pub busy: Option<Duration>,
}

impl Summary {
    /// Of `latencies`, measured in `time`, in which the server was `busy`.
    pub fn new(mut latencies: Vec<Duration>, time: Duration, busy: Option<Duration>) -> Self {
        latencies.sort_unstable();
        let count = latencies.len();
        let at = |share: usize| latencies.get(count * share / 100).copied().unwrap_or_default();
        let requests = u32::try_from(count.max(1)).unwrap_or(u32::MAX);
        let rate = count as f64 / time.as_secs_f64();
        Self { rate, p50: at(50), p99: at(99), busy: busy.map(|busy| busy / requests) }
    }
}

/// A duration in microseconds.
pub struct Micros(pub Duration);

impl fmt::Display for Micros {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:.0} µs", self.0.as_secs_f64() * 1e6))
    }
}
