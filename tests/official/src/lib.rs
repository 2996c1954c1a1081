//! A client of the API `Twilio - Flex`.
//!
//! # Quick start
//!
//! ```no_run
//! # async fn example() -> flex_plugins_official::Result<()> {
//! use flex_plugins_official::Client;
//!
//! let client = Client::builder().credentials("username", "password").build()?;
//! let flex_v1_plugin = client
//!     .plugin()
//!     .create("unique-name")
//!     .friendly_name("friendly name")
//!     .description("description")
//!     .await?;
//! println!("{flex_v1_plugin:?}");
//! let mut plugin = client.plugin().list().stream();
//! while let Some(flex_v1_plugin) = plugin.next().await {
//!     let flex_v1_plugin = flex_v1_plugin?;
//!     println!("{flex_v1_plugin:?}");
//! }
//! # Ok(()) }
//! ```
//!
//! # Operations
//!
//! | Resource | Operations |
//! |---|---|
//! | [`configured_plugin()`](Client::configured_plugin) | [`list`](configured_plugin::ConfiguredPlugin::list) [`fetch`](configured_plugin::ConfiguredPlugin::fetch) |
//! | [`plugin()`](Client::plugin) | [`list`](plugin::Plugin::list) [`create`](plugin::Plugin::create) [`fetch`](plugin::Plugin::fetch) [`update`](plugin::Plugin::update) |
//! | [`plugin_archive()`](Client::plugin_archive) | [`update`](plugin_archive::PluginArchive::update) |
//! | [`plugin_configuration()`](Client::plugin_configuration) | [`list`](plugin_configuration::PluginConfiguration::list) [`create`](plugin_configuration::PluginConfiguration::create) [`fetch`](plugin_configuration::PluginConfiguration::fetch) |
//! | [`plugin_configuration_archive()`](Client::plugin_configuration_archive) | [`update`](plugin_configuration_archive::PluginConfigurationArchive::update) |
//! | [`plugin_release()`](Client::plugin_release) | [`list`](plugin_release::PluginRelease::list) [`create`](plugin_release::PluginRelease::create) [`fetch`](plugin_release::PluginRelease::fetch) |
//! | [`plugin_version_archive()`](Client::plugin_version_archive) | [`update`](plugin_version_archive::PluginVersionArchive::update) |
//! | [`plugin_versions()`](Client::plugin_versions) | [`list`](plugin_versions::PluginVersions::list) [`create`](plugin_versions::PluginVersions::create) [`fetch`](plugin_versions::PluginVersions::fetch) |
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
pub mod models;
pub mod runtime;
#[cfg(feature = "server")]
pub mod server;
pub mod configured_plugin;
pub mod plugin;
pub mod plugin_archive;
pub mod plugin_configuration;
pub mod plugin_configuration_archive;
pub mod plugin_release;
pub mod plugin_version_archive;
pub mod plugin_versions;

pub use crate::runtime::{CallOptions, Client, ClientBuilder, Error, Page, Result};

pub use reqwest;
