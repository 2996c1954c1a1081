//! The identities of plugins.
//!
//! A plugin has names and a description, but no code: that is in its versions.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::Request;

handle! {
    /// The identities of plugins.
    ///
    /// A plugin has names and a description, but no code: that is in its versions.
    pub struct Plugins;
}

impl Plugins {
    /// Lists the plugins of the account.
    ///
    /// The newest plugin comes first. Archived plugins are part of the list.
    ///
    /// Fails with 400 if a paging argument is out of range, or the page token is not one of this list.
    ///
    /// `GET /v1/PluginService/Plugins`, operation `ListPlugins`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`Plugin`](models::Plugin); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let mut plugins = client.plugins().list().stream();
    /// while let Some(plugin) = plugins.next().await {
    ///     let plugin = plugin?;
    ///     println!("{plugin:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(&self) -> ListPlugins {
        let request = Request::new(&self.client, &LIST_PLUGINS);
        ListPlugins { request }
    }

    /// Creates a plugin.
    ///
    /// The new plugin has no code yet. Create a version of it next.
    ///
    /// Fails with
    ///
    /// - 400 if the unique name is missing or not allowed, or the description is too long;
    /// - 400 if the account has 25 plugins already that are not archived;
    /// - 409 or 400 if the unique name is taken, also by an archived plugin.
    ///
    /// `POST /v1/PluginService/Plugins`, operation `CreatePlugin`.
    ///
    /// # Arguments
    ///
    /// - `unique_name`: The name of the plugin, which no other plugin of the account may have, archived ones included.
    ///
    ///   It cannot be changed later, and it can stand for the plugin's SID in paths. It must not be empty,
    ///   nor contain `/`, `?`, `#`, `%` or white space, nor look like a SID (two letters and 32 hexadecimal
    ///   digits, in either case). Usually it is the package name of the plugin; names of letters, digits,
    ///   `-` and `_` work with all tools.
    ///
    ///   Length: at least 1 character. Pattern: `^(?![A-Za-z]{2}[0-9A-Fa-f]{32}$)[^/?#%\s]+$`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as [`Plugin`](models::Plugin);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let plugin = client
    ///     .plugins()
    ///     .create("unique-name")
    ///     .friendly_name("friendly name")
    ///     .description("description")
    ///     .await?;
    /// println!("{plugin:?}");
    /// # Ok(()) }
    /// ```
    pub fn create(&self, unique_name: impl AsRef<str>) -> CreatePlugin {
        let mut request = Request::with_form(&self.client, &CREATE_PLUGIN);
        request.form("UniqueName", unique_name.as_ref());
        CreatePlugin { request }
    }

    /// Fetches a plugin.
    ///
    /// Archived plugins are found, too.
    ///
    /// Fails with 404 if the account has no plugin of this SID or name.
    ///
    /// `GET /v1/PluginService/Plugins/{Sid}`, operation `FetchPlugin`.
    ///
    /// # Arguments
    ///
    /// - `sid`: The SID of the plugin, or its unique name.
    ///
    ///   Length: at least 1 character.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as [`Plugin`](models::Plugin);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let plugin = client.plugins().fetch("FPaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").await?;
    /// println!("{plugin:?}");
    /// # Ok(()) }
    /// ```
    pub fn fetch(&self, sid: impl AsRef<str>) -> FetchPlugin {
        let mut request = Request::new(&self.client, &FETCH_PLUGIN);
        request.path("Sid", sid.as_ref());
        FetchPlugin { request }
    }

    /// Changes the display name or the description of a plugin.
    ///
    /// What is left out stays as it is. An empty description clears it. The unique name cannot be changed.
    ///
    /// Fails with
    ///
    /// - 400 if the description is too long, or the plugin is archived;
    /// - 404 if the account has no plugin of this SID or name.
    ///
    /// `POST /v1/PluginService/Plugins/{Sid}`, operation `UpdatePlugin`.
    ///
    /// # Arguments
    ///
    /// - `sid`: The SID of the plugin, or its unique name.
    ///
    ///   Length: at least 1 character.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as [`Plugin`](models::Plugin);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let plugin = client
    ///     .plugins()
    ///     .update("FPaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    ///     .friendly_name("friendly name update")
    ///     .description("description update")
    ///     .await?;
    /// println!("{plugin:?}");
    /// # Ok(()) }
    /// ```
    pub fn update(&self, sid: impl AsRef<str>) -> UpdatePlugin {
        let mut request = Request::with_form(&self.client, &UPDATE_PLUGIN);
        request.path("Sid", sid.as_ref());
        UpdatePlugin { request }
    }

    /// Archives a plugin for good.
    ///
    /// None of its versions can be used in a new configuration or release any more. The plugin keeps its
    /// unique name and can still be fetched.
    ///
    /// Fails with
    ///
    /// - 400 if the plugin is archived already;
    /// - 400 if the active release uses it. Create a release without the plugin first;
    /// - 404 if the account has no plugin of this SID or name.
    ///
    /// `POST /v1/PluginService/Plugins/{Sid}/Archive`, operation `ArchivePlugin`.
    ///
    /// # Arguments
    ///
    /// - `sid`: The SID of the plugin, or its unique name.
    ///
    ///   Length: at least 1 character.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`ArchivedPlugin`](models::ArchivedPlugin); [`Error::Invalid`](crate::Error::Invalid) if an input cannot
    /// be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let archived_plugin = client
    ///     .plugins()
    ///     .archive("FPaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    ///     .await?;
    /// println!("{archived_plugin:?}");
    /// # Ok(()) }
    /// ```
    pub fn archive(&self, sid: impl AsRef<str>) -> ArchivePlugin {
        let mut request = Request::new(&self.client, &ARCHIVE_PLUGIN);
        request.path("Sid", sid.as_ref());
        ArchivePlugin { request }
    }
}

pages! {
    static LIST_PLUGINS = GET "/v1/PluginService/Plugins" as "ListPlugins" for document::SECURITY;
    pages = Paging { items: &["plugins"], next: &paging::Url(&["meta", "next_page_url"]), ends: &[] };

    /// A call of [`Plugins::list`], to be given what is optional and then awaited.
    pub struct ListPlugins => models::Plugin;

    /// How many items a page has.
    ///
    /// Range: 1 to 1000. Default: `50`.
    fn page_size(value: i64) => query("PageSize", value);

    /// The number of the page, for the caller's own use.
    ///
    /// It is repeated in the answer and does not choose the page; the page token does.
    ///
    /// Range: 0 to 2147483647. Default: `0`.
    fn page(value: i64) => query("Page", value);

    /// Which page to return. Without it, that is the first one.
    ///
    /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
    /// outside the list and the account that it comes from.
    fn page_token(value: impl AsRef<str>) => query("PageToken", value.as_ref());

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static CREATE_PLUGIN = POST "/v1/PluginService/Plugins" as "CreatePlugin" for document::SECURITY;

    /// A call of [`Plugins::create`], to be given what is optional and then awaited.
    pub struct CreatePlugin: Json<models::Plugin> => models::Plugin;

    /// The name to display. The default is the unique name.
    fn friendly_name(value: impl AsRef<str>) => form("FriendlyName", value.as_ref());

    /// What the plugin is for. It may be empty.
    ///
    /// Length: at most 500 characters.
    fn description(value: impl AsRef<str>) => form("Description", value.as_ref());

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static FETCH_PLUGIN = GET "/v1/PluginService/Plugins/{Sid}" as "FetchPlugin" for document::SECURITY;

    /// A call of [`Plugins::fetch`], to be given what is optional and then awaited.
    pub struct FetchPlugin: Json<models::Plugin> => models::Plugin;

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static UPDATE_PLUGIN = POST "/v1/PluginService/Plugins/{Sid}" as "UpdatePlugin" for document::SECURITY;

    /// A call of [`Plugins::update`], to be given what is optional and then awaited.
    pub struct UpdatePlugin: Json<models::Plugin> => models::Plugin;

    /// The name to display from now on.
    fn friendly_name(value: impl AsRef<str>) => form("FriendlyName", value.as_ref());

    /// What the plugin is for. If empty, the description is cleared.
    ///
    /// Length: at most 500 characters.
    fn description(value: impl AsRef<str>) => form("Description", value.as_ref());

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static ARCHIVE_PLUGIN = POST "/v1/PluginService/Plugins/{Sid}/Archive" as "ArchivePlugin" for document::SECURITY;

    /// A call of [`Plugins::archive`], to be given what is optional and then awaited.
    pub struct ArchivePlugin: Json<models::ArchivedPlugin> => models::ArchivedPlugin;

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
