//! Clients for a server of the tests.

use std::error::Error;
use std::time::Duration;

use twilio_flex_plugins::runtime::RetryPolicy;
use twilio_flex_plugins::{Client, ClientBuilder};

use crate::server::Server;

/// The username of the clients.
pub const USERNAME: &str = "AC00000000000000000000000000000001";
/// The password of the clients.
pub const PASSWORD: &str = "correct-horse-battery-staple";
/// The header `Authorization` that follows from the two.
pub const AUTHORIZATION: &str =
    "Basic QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMTpjb3JyZWN0LWhvcnNlLWJhdHRlcnktc3RhcGxl";

/// A client of `server` that waits at most some milliseconds between tries.
pub fn client(server: &Server) -> Client {
    builder(&server.url()).build().expect("the settings are fine")
}

/// The settings of [`client`], for any base URL.
pub fn builder(base_url: &str) -> ClientBuilder {
    Client::builder().base_url(base_url).credentials(USERNAME, PASSWORD).retry(quick())
}

/// The usual number of tries, 4, with waits of a few milliseconds.
pub fn quick() -> RetryPolicy {
    RetryPolicy::new().base(Duration::from_millis(1)).cap(Duration::from_millis(4))
}

/// A policy with waits so long that only a `Retry-After` makes a second try possible within the time of a test.
pub fn patient() -> RetryPolicy {
    let years = Duration::from_secs(1_000_000_000);
    RetryPolicy::new().base(years).cap(years)
}

/// What `call` comes to, which must not take longer than a machine can be slow.
///
/// # Panics
///
/// If it does.
pub async fn at_once<T>(call: impl IntoFuture<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(20), call).await.expect("it does not wait")
}

/// What an error says, with everything it was caused by.
pub fn chain(error: &(dyn Error + 'static)) -> Vec<String> {
    let mut next = Some(error);
    std::iter::from_fn(|| {
        let error = next?;
        next = error.source();
        Some(error.to_string())
    })
    .collect()
}
