//! Manages the plugins of a Twilio Flex account: what they are, their builds, and which builds Flex loads.
//!
//! There are five kinds of resources:
//!
//! - A **plugin** is an identity: a unique name, a display name and a description. It holds no code.
//! - A **plugin version** is one build of a plugin: a version string and the URL of a JavaScript bundle,
//!   which is hosted elsewhere.
//! - A **configuration** is a fixed set of plugin versions, at most one of each plugin.
//! - A **configured plugin** is one entry of a configuration, shown together with its plugin and its version.
//! - A **release** makes one configuration the active one. Flex loads the newest release of the account.
//!
//! They are used in this order: create a plugin once, create a version for each build, create a configuration
//! from the versions that belong together, and release it.
//!
//! # Rules
//!
//! - A plugin can change its display name and its description. Everything else is fixed once created.
//! - To roll back, create a new release of an older configuration. A release cannot be taken back or edited.
//! - To turn all plugins off, release a configuration without plugins.
//! - Nothing can be deleted. Plugins, versions and configurations can be archived, which is permanent; they
//!   can still be listed and fetched afterwards.
//! - What the active release uses cannot be archived. A configuration that is archived itself, or that holds
//!   an archived plugin or version, cannot be released.
//! - An account has room for 25 plugins, and for 500 versions of all its plugins together. Archived ones do
//!   not count.
//!
//! # Conventions
//!
//! - Requests carry HTTP Basic credentials; the account follows from them and is not part of any path.
//! - Request bodies are forms, answers are JSON.
//! - Times are in UTC and whole seconds, for example `2020-01-10T20:00:00Z`.
//! - Lists are paged and start with the newest item; only the plugins of a configuration keep its order.
//! - There is no idempotency key. After a time-out, look whether the item exists before creating it again.
//!
//! # Quick start
//!
//! ```no_run
//! # async fn example() -> twilio_flex_plugins::Result<()> {
//! use twilio_flex_plugins::Client;
//!
//! let client = Client::from_env()?;
//! let plugin = client
//!     .plugins()
//!     .create("unique-name")
//!     .friendly_name("friendly name")
//!     .description("description")
//!     .await?;
//! println!("{plugin:?}");
//! let mut plugins = client.plugins().list().stream();
//! while let Some(plugin) = plugins.next().await {
//!     let plugin = plugin?;
//!     println!("{plugin:?}");
//! }
//! # Ok(()) }
//! ```
//!
//! # Operations
//!
//! | Resource | Operations |
//! |---|---|
//! | [`plugins()`](Client::plugins) | [`list`](plugins::Plugins::list) [`create`](plugins::Plugins::create) [`fetch`](plugins::Plugins::fetch) [`update`](plugins::Plugins::update) [`archive`](plugins::Plugins::archive) |
//! | [`plugin_versions()`](Client::plugin_versions) | [`list`](plugin_versions::PluginVersions::list) [`create`](plugin_versions::PluginVersions::create) [`fetch`](plugin_versions::PluginVersions::fetch) [`archive`](plugin_versions::PluginVersions::archive) |
//! | [`configurations()`](Client::configurations) | [`list`](configurations::Configurations::list) [`create`](configurations::Configurations::create) [`fetch`](configurations::Configurations::fetch) [`archive`](configurations::Configurations::archive) |
//! | [`configured_plugins()`](Client::configured_plugins) | [`list`](configured_plugins::ConfiguredPlugins::list) [`fetch`](configured_plugins::ConfiguredPlugins::fetch) |
//! | [`releases()`](Client::releases) | [`list`](releases::Releases::list) [`create`](releases::Releases::create) [`fetch`](releases::Releases::fetch) |
//!
//! Each operation is a method that takes what is required and returns a builder. Its setters take what is
//! optional, and `.await` makes the call. Lists that are paged return one [`Page`], or with `stream()` every
//! item of every page.
//!
//! # Settings
//!
//! `Client::from_env` reads the environment. Credentials are in `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN`, or in `TWILIO_API_KEY` and `TWILIO_API_SECRET`. `TWILIO_FLEX_BASE_URL` holds a base URL, if another server is to be called.
//!
//! [`Client::builder`] takes credentials, another base URL, timeouts, a retry policy and an HTTP client of your own; [`CallOptions`] change timeouts, retries and headers of a single call.
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
mod newtypes;
pub mod runtime;
#[cfg(feature = "server")]
pub mod server;
pub mod plugins;
pub mod plugin_versions;
pub mod configurations;
pub mod configured_plugins;
pub mod releases;

pub use crate::newtypes::{
    PluginSid, AccountSid, PluginVersionSid, ConfigurationSid, ReleaseSid,
};
pub use crate::runtime::{CallOptions, Client, ClientBuilder, Error, Page, Result};

pub use reqwest;
