//! What the Flex API has nothing of.
//!
//! # Quick start
//!
//! ```no_run
//! # async fn example() -> transfers::Result<()> {
//! use transfers::Client;
//!
//! let client = Client::builder().build()?;
//! let state = client.files().update("id").await?;
//! println!("{state:?}");
//! let mut lists = client.lists().list_by_url().stream();
//! while let Some(file) = lists.next().await {
//!     let file = file?;
//!     println!("{file:?}");
//! }
//! # Ok(()) }
//! ```
//!
//! # Operations
//!
//! | Resource | Operations |
//! |---|---|
//! | [`files()`](Client::files) | [`create`](files::Files::create) [`fetch`](files::Files::fetch) [`upload`](files::Files::upload) [`update`](files::Files::update) [`show_preview`](files::Files::show_preview) [`watch`](files::Files::watch) [`show_note`](files::Files::show_note) [`replace_note`](files::Files::replace_note) [`show_state`](files::Files::show_state) |
//! | [`lists()`](Client::lists) | [`list_by_url`](lists::Lists::list_by_url) [`list_by_link`](lists::Lists::list_by_link) [`list_by_cursor`](lists::Lists::list_by_cursor) [`search_by_cursor`](lists::Lists::search_by_cursor) [`list_by_anything`](lists::Lists::list_by_anything) [`list_by_page`](lists::Lists::list_by_page) [`list_by_offset`](lists::Lists::list_by_offset) |
//!
//! Each operation is a method that takes what is required and returns a builder. Its setters take what is
//! optional, and `.await` makes the call. Lists that are paged return one [`Page`], or with `stream()` every
//! item of every page.
//!
//! # Settings
//!
//! [`Client::builder`] takes credentials, another base URL, timeouts, a retry policy and an HTTP client of
//! your own; [`CallOptions`] change timeouts, retries and headers of a single call.
//!
//! # Errors
//!
//! Every call returns [`Result`]: [`Error`] says whether the service refused the request, no answer came,
//! the answer was not understood, or nothing was sent. Calls that can be repeated without harm are tried
//! again by themselves, see [`runtime::RetryPolicy`].
//!
//! # Features
//!
//! - `rustls` (default): TLS by rustls.
//! - `native-tls`: TLS by the operating system's library.
//! - `tracing`: a span for each try, with OpenTelemetry's names and attributes for HTTP clients.
//! - `dynamic`: `Client::call`, which calls any operation by its name, with arguments in JSON.
//! - `serialize`: `Serialize` for what is otherwise only decoded.
//! - `server`: the module `server`, with a trait to implement and an axum router that calls it.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod client;
mod document;
#[cfg(feature = "dynamic")]
mod dynamic;
pub mod headers;
pub mod models;
pub mod runtime;
#[cfg(feature = "server")]
pub mod server;
pub mod files;
pub mod lists;

pub use crate::runtime::{CallOptions, Client, ClientBuilder, Error, Page, Result};

pub use reqwest;
