//! When to try again, and when not. All of it is pure: time and chance come in as arguments.

use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, SystemTime};

use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::{Method, StatusCode};

/// How often to try a call, and how long to wait in between.
///
/// A GET, HEAD, OPTIONS, PUT or DELETE is tried again after a status of 429 or 5xx, a connection that could not be
/// made or broke, or a timeout. Any other method is tried again only where the request cannot have taken effect: after
/// 429, after 503 with a `Retry-After`, and when no connection was made.
///
/// The wait before try `n`, counted from 2, is drawn uniformly between 0 and `base` · 2ⁿ⁻², at most `cap`. What the
/// service asks for in `Retry-After`, in seconds or as a date, is waited for instead (RFC 9110, section 10.2.3).
/// No try is begun that would start after the total time of the call is over: the last error is returned at once.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct RetryPolicy {
    tries: u32,
    base: Duration,
    cap: Duration,
}

impl RetryPolicy {
    /// Up to 4 tries, with a base of 250 ms and a cap of 8 s.
    pub fn new() -> Self {
        Self { tries: 4, base: Duration::from_millis(250), cap: Duration::from_secs(8) }
    }

    /// One try, and no more.
    pub fn never() -> Self {
        Self::new().tries(1)
    }

    /// How often a call is tried at most, the first time included; 0 counts as 1.
    pub fn tries(mut self, tries: u32) -> Self {
        self.tries = tries.max(1);
        self
    }

    /// The upper bound of the wait before the second try; it doubles with each further one.
    pub fn base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// The upper bound of every wait, other than one that the service asks for.
    pub fn cap(mut self, cap: Duration) -> Self {
        self.cap = cap;
        self
    }

    /// Whether there is never a second try.
    pub(crate) fn is_never(&self) -> bool {
        self.tries == 1
    }

    /// How long to wait before try `n` (counted from 2), or `None` if there is to be none.
    ///
    /// `retry_after` is what the service asked for, `remaining` is what is left of the total time, and `chance` lies
    /// between 0 and 1.
    pub(crate) fn wait(
        &self,
        n: u32,
        retry_after: Option<Duration>,
        remaining: Duration,
        chance: f64,
    ) -> Option<Duration> {
        if n > self.tries {
            return None;
        }
        let bound = self.base.saturating_mul(2_u32.saturating_pow(n.saturating_sub(2))).min(self.cap);
        let wait = retry_after.unwrap_or_else(|| bound.mul_f64(chance));
        (wait < remaining).then_some(wait)
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

/// What came of a try that failed, as far as it matters to whether there is another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// An answer with this status, and whether it has a `Retry-After`.
    Status(StatusCode, bool),
    /// No connection was made, so that nothing was sent.
    NotConnected,
    /// The connection broke, or the time was up, after something may have been sent.
    Lost,
}

/// Whether a request may be sent again after `failure`.
pub(crate) fn is_safe(method: &Method, failure: Failure) -> bool {
    match failure {
        Failure::NotConnected
        | Failure::Status(StatusCode::TOO_MANY_REQUESTS, _)
        | Failure::Status(StatusCode::SERVICE_UNAVAILABLE, true) => true,
        Failure::Status(status, _) => status.is_server_error() && method.is_idempotent(),
        Failure::Lost => method.is_idempotent(),
    }
}

/// What a `Retry-After` header asks for: a number of seconds, or a date; `None` if it is absent or makes no sense.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        return value.parse().map(Duration::from_secs).ok();
    }
    let now = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Some(Duration::from_secs(date(value)?).saturating_sub(now))
}

/// A date in one of the three forms of HTTP (RFC 9110, section 5.6.7), in seconds since 1970; whether the weekday fits
/// does not matter. By hand, since nothing else that a call needs knows calendars.
fn date(text: &str) -> Option<u64> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut words = text.split([' ', '-', ',']).filter(|word| !word.is_empty()).skip(1);
    let (first, second, third, fourth) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let (day, month, year, time) = match words.next() {
        Some("GMT") => (first, second, third, fourth),
        None => (second, first, fourth, third),
        Some(_) => return None,
    };
    let number = |text: &str, most: u64| text.parse().ok().filter(|number| *number <= most);
    let (day, year) = (number(day, 31)?, number(year, 9999)?);
    let month = MONTHS.iter().position(|name| *name == month)? as u64;
    let (hour, rest) = time.split_once(':')?;
    let (minute, second) = rest.split_once(':')?;
    let seconds = (number(hour, 23)? * 60 + number(minute, 59)?) * 60 + number(second, 60)?;
    let year = match year {
        0..=68 => 2000 + year,
        69..=99 => 1900 + year,
        _ => year,
    };
    // Counted from March, so that a leap day is the last of its year.
    let (year, month) = if month < 2 { (year.checked_sub(1)?, month + 10) } else { (year, month - 2) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day;
    Some(days.checked_sub(719_469)? * 24 * 60 * 60 + seconds)
}

/// A number between 0 and 1, different each time.
pub(crate) fn chance() -> f64 {
    // The standard library's random keys are all the randomness that a wait needs.
    let [a, b, c, d, ..] = RandomState::new().hash_one(()).to_ne_bytes();
    f64::from(u32::from_ne_bytes([a, b, c, d])) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);
    const MINUTE: Duration = Duration::from_secs(60);

    #[test]
    fn waits_double_up_to_the_cap() {
        let policy = RetryPolicy::new().tries(10).base(SECOND).cap(5 * SECOND);
        for (n, chance, expected) in
            [(2, 1.0, 1.0), (3, 1.0, 2.0), (4, 1.0, 4.0), (5, 1.0, 5.0), (10, 1.0, 5.0), (2, 0.0, 0.0), (4, 0.5, 2.0)]
        {
            let wait = policy.wait(n, None, MINUTE, chance);
            assert_eq!(wait, Some(Duration::from_secs_f64(expected)), "try {n}, chance {chance}");
        }
        let many = RetryPolicy::new().tries(u32::MAX);
        assert_eq!(many.wait(u32::MAX, None, MINUTE, 1.0), Some(8 * SECOND));
    }

    #[test]
    fn tries_and_total_time_end() {
        let policy = RetryPolicy::new().tries(3).base(SECOND);
        assert_eq!(policy.wait(3, None, MINUTE, 1.0), Some(2 * SECOND));
        assert_eq!(policy.wait(4, None, MINUTE, 1.0), None);
        assert_eq!(policy.wait(2, None, SECOND, 1.0), None);
        assert_eq!(policy.wait(2, Some(MINUTE), 30 * SECOND, 0.0), None);
        assert_eq!(RetryPolicy::never().wait(2, None, MINUTE, 0.0), None);
        assert_eq!(RetryPolicy::new().tries(0), RetryPolicy::never());
    }

    #[test]
    fn the_service_decides_the_wait() {
        let policy = RetryPolicy::new();
        assert_eq!(policy.wait(2, Some(20 * SECOND), MINUTE, 0.3), Some(20 * SECOND));
        assert_eq!(policy.wait(2, Some(Duration::ZERO), MINUTE, 1.0), Some(Duration::ZERO));
    }

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        // 2026-03-01T12:00:00Z
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_772_366_400);
        for (value, expected) in [
            ("0", Some(0)),
            ("120", Some(120)),
            (" 7 ", Some(7)),
            ("Sun, 01 Mar 2026 12:01:30 GMT", Some(90)),
            ("Sun, 01 Mar 2026 11:00:00 GMT", Some(0)),
            ("Mon, 01 Mar 2026 12:01:30 GMT", Some(90)),
            ("Sunday, 01-Mar-26 12:01:30 GMT", Some(90)),
            ("Sun Mar  1 12:01:30 2026", Some(90)),
            ("Thu, 01 Mar 1973 12:00:00 GMT", Some(0)),
            ("Tue, 29 Feb 2028 12:00:00 GMT", Some(730 * 24 * 60 * 60)),
            ("Fri, 01 Jan 2100 00:00:00 GMT", Some(2_330_078_400)),
            ("Sun, 01 Mar 2026 12:01:30 CET", None),
            ("Sun, 01 Mar 2026 12:01 GMT", None),
            ("Sun, 32 Mar 2026 12:01:30 GMT", None),
            ("soon", None),
            ("-3", None),
            ("+3", None),
            ("99999999999999999999", None),
            ("1.5", None),
            ("", None),
        ] {
            let headers = HeaderMap::from_iter([(RETRY_AFTER, value.parse().expect("a header"))]);
            assert_eq!(retry_after(&headers, now), expected.map(Duration::from_secs), "{value:?}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }

    #[test]
    fn only_what_cannot_do_harm_is_sent_again() {
        let cases = [
            (Failure::NotConnected, true, true),
            (Failure::Lost, true, false),
            (Failure::Status(StatusCode::TOO_MANY_REQUESTS, false), true, true),
            (Failure::Status(StatusCode::SERVICE_UNAVAILABLE, true), true, true),
            (Failure::Status(StatusCode::SERVICE_UNAVAILABLE, false), true, false),
            (Failure::Status(StatusCode::INTERNAL_SERVER_ERROR, true), true, false),
            (Failure::Status(StatusCode::NOT_FOUND, true), false, false),
            (Failure::Status(StatusCode::FOUND, false), false, false),
        ];
        for (failure, idempotent, other) in cases {
            for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::PUT, Method::DELETE] {
                assert_eq!(is_safe(&method, failure), idempotent, "{method} after {failure:?}");
            }
            for method in [Method::POST, Method::PATCH] {
                assert_eq!(is_safe(&method, failure), other, "{method} after {failure:?}");
            }
        }
    }

    #[test]
    fn chance_is_spread_over_the_unit_interval() {
        let draws: Vec<f64> = (0..200).map(|_| chance()).collect();
        assert!(draws.iter().all(|draw| (0.0..=1.0).contains(draw)));
        assert!(draws.iter().any(|draw| *draw < 0.25) && draws.iter().any(|draw| *draw > 0.75));
    }
}
