//! The builds of a plugin.
//!
//! A version points at a JavaScript bundle. It never changes; it can only be archived.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::Request;

handle! {
    /// The builds of a plugin.
    ///
    /// A version points at a JavaScript bundle. It never changes; it can only be archived.
    pub struct PluginVersions;
}

impl PluginVersions {
    /// Lists the versions of a plugin.
    ///
    /// The version created last comes first, whatever its version string. Archived versions are part of the
    /// list.
    ///
    /// Fails with
    ///
    /// - 400 if a paging argument is out of range, or the page token is not one of this list;
    /// - 404 if the account has no plugin of this SID or name.
    ///
    /// `GET /v1/PluginService/Plugins/{PluginSid}/Versions`, operation `ListPluginVersions`.
    ///
    /// # Arguments
    ///
    /// - `plugin_sid`: The SID of the plugin that has the versions, or its unique name.
    ///
    ///   Length: at least 1 character.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`PluginVersion`](models::PluginVersion); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be
    /// sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let mut plugin_versions = client
    ///     .plugin_versions()
    ///     .list("FPaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
    ///     .stream();
    /// while let Some(plugin_version) = plugin_versions.next().await {
    ///     let plugin_version = plugin_version?;
    ///     println!("{plugin_version:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(&self, plugin_sid: impl AsRef<str>) -> ListPluginVersions {
        let mut request = Request::new(&self.client, &LIST_PLUGIN_VERSIONS);
        request.path("PluginSid", plugin_sid.as_ref());
        ListPluginVersions { request }
    }

    /// Creates a version of a plugin.
    ///
    /// The bundle must be uploaded before; the service is only told where it is. A new version changes
    /// nothing in Flex until a configuration with it is released. Version strings need not grow from one to
    /// the next.
    ///
    /// Fails with
    ///
    /// - 400 if the version string or the bundle's URL is missing, or the URL is not an absolute one;
    /// - 400 if the plugin is archived, or the account has 500 versions already that are not archived;
    /// - 404 if the account has no plugin of this SID or name;
    /// - 409 or 400 if the plugin has this version already, also an archived one.
    ///
    /// `POST /v1/PluginService/Plugins/{PluginSid}/Versions`, operation `CreatePluginVersion`.
    ///
    /// # Arguments
    ///
    /// - `plugin_sid`: The SID of the plugin that has the versions, or its unique name.
    ///
    ///   Length: at least 1 character.
    /// - `version`: The version string, which no other version of the plugin may have, archived ones included.
    ///
    ///   By convention it is a semantic version, for example `1.0.0`; this is not checked. It can stand for
    ///   the version's SID in paths.
    ///
    ///   Length: at least 1 character.
    /// - `plugin_url`: The URL of the JavaScript bundle.
    ///
    ///   It is absolute, with the scheme `http` or `https`. Twilio hosts bundles of up to 10 MB.
    ///
    ///   Pattern: `^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#:@]\S*$`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`PluginVersion`](models::PluginVersion); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be
    /// sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let plugin_version = client
    ///     .plugin_versions()
    ///     .create(
    ///         "FPaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ///         "1.0.0",
    ///         "https://sample.twil.io/plugin.js",
    ///     )
    ///     .changelog("the changelog")
    ///     .private(true)
    ///     .await?;
    /// println!("{plugin_version:?}");
    /// # Ok(()) }
    /// ```
    pub fn create(
        &self,
        plugin_sid: impl AsRef<str>,
        version: impl AsRef<str>,
        plugin_url: impl AsRef<str>,
    ) -> CreatePluginVersion {
        let mut request = Request::with_form(&self.client, &CREATE_PLUGIN_VERSION);
        request.path("PluginSid", plugin_sid.as_ref());
        request.form("Version", version.as_ref());
        request.form("PluginUrl", plugin_url.as_ref());
        CreatePluginVersion { request }
    }

    /// Fetches a version of a plugin.
    ///
    /// Archived versions are found, too.
    ///
    /// Fails with 404 if the plugin does not exist or has no such version. The SID of another plugin's
    /// version is not found either.
    ///
    /// `GET /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}`, operation `FetchPluginVersion`.
    ///
    /// # Arguments
    ///
    /// - `plugin_sid`: The SID of the plugin that has the versions, or its unique name.
    ///
    ///   Length: at least 1 character.
    /// - `sid`: The SID of the version, or its version string, for example `1.0.0`.
    ///
    ///   Length: at least 1 character.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`PluginVersion`](models::PluginVersion); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be
    /// sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let plugin_version = client
    ///     .plugin_versions()
    ///     .fetch(
    ///         "FPaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ///         "FVaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ///     )
    ///     .await?;
    /// println!("{plugin_version:?}");
    /// # Ok(()) }
    /// ```
    pub fn fetch(
        &self,
        plugin_sid: impl AsRef<str>,
        sid: impl AsRef<str>,
    ) -> FetchPluginVersion {
        let mut request = Request::new(&self.client, &FETCH_PLUGIN_VERSION);
        request.path("PluginSid", plugin_sid.as_ref());
        request.path("Sid", sid.as_ref());
        FetchPluginVersion { request }
    }

    /// Archives a version of a plugin for good.
    ///
    /// Configurations that hold the version can still be read, but not released again. The version string
    /// stays taken.
    ///
    /// Fails with
    ///
    /// - 400 if the version is archived already;
    /// - 400 if the active release uses it. Create a release without this version first;
    /// - 404 if the plugin does not exist or has no such version.
    ///
    /// `POST /v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}/Archive`, operation `ArchivePluginVersion`.
    ///
    /// # Arguments
    ///
    /// - `plugin_sid`: The SID of the plugin that has the versions, or its unique name.
    ///
    ///   Length: at least 1 character.
    /// - `sid`: The SID of the version, or its version string, for example `1.0.0`.
    ///
    ///   Length: at least 1 character.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as
    /// [`ArchivedPluginVersion`](models::ArchivedPluginVersion); [`Error::Invalid`](crate::Error::Invalid) if an
    /// input cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let archived_plugin_version = client
    ///     .plugin_versions()
    ///     .archive(
    ///         "FPaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ///         "FVaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ///     )
    ///     .await?;
    /// println!("{archived_plugin_version:?}");
    /// # Ok(()) }
    /// ```
    pub fn archive(
        &self,
        plugin_sid: impl AsRef<str>,
        sid: impl AsRef<str>,
    ) -> ArchivePluginVersion {
        let mut request = Request::new(&self.client, &ARCHIVE_PLUGIN_VERSION);
        request.path("PluginSid", plugin_sid.as_ref());
        request.path("Sid", sid.as_ref());
        ArchivePluginVersion { request }
    }
}

pages! {
    static LIST_PLUGIN_VERSIONS =
        GET "/v1/PluginService/Plugins/{PluginSid}/Versions" as "ListPluginVersions" for document::SECURITY;
    pages = Paging { items: &["plugin_versions"], next: &paging::Url(&["meta", "next_page_url"]), ends: &[] };

    /// A call of [`PluginVersions::list`], to be given what is optional and then awaited.
    pub struct ListPluginVersions => models::PluginVersion;

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
    static CREATE_PLUGIN_VERSION =
        POST "/v1/PluginService/Plugins/{PluginSid}/Versions" as "CreatePluginVersion" for document::SECURITY;

    /// A call of [`PluginVersions::create`], to be given what is optional and then awaited.
    pub struct CreatePluginVersion: Json<models::PluginVersion> => models::PluginVersion;

    /// What changed with this version.
    ///
    /// Twilio's command line tool allows 1000 characters; the service states no limit.
    fn changelog(value: impl AsRef<str>) => form("Changelog", value.as_ref());

    /// Whether access to the bundle is protected.
    ///
    /// If it is, Flex has to authorise its request for the bundle.
    ///
    /// Default: `false`.
    fn private(value: bool) => form("Private", value);

    /// The version of the plugins command line tool that made the build, for example `6.3.2`.
    ///
    /// It is stored, but never returned.
    fn cli_version(value: impl AsRef<str>) => form("CliVersion", value.as_ref());

    /// The outcome of checking the bundle before: `success` or `failure`.
    ///
    /// With `success` the version counts as validated. With any other value, or none, it does not.
    fn validate_status(value: impl AsRef<str>) => form("ValidateStatus", value.as_ref());

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static FETCH_PLUGIN_VERSION =
        GET "/v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}" as "FetchPluginVersion" for document::SECURITY;

    /// A call of [`PluginVersions::fetch`], to be given what is optional and then awaited.
    pub struct FetchPluginVersion: Json<models::PluginVersion> => models::PluginVersion;

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static ARCHIVE_PLUGIN_VERSION =
        POST "/v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}/Archive" as "ArchivePluginVersion" for document::SECURITY;

    /// A call of [`PluginVersions::archive`], to be given what is optional and then awaited.
    pub struct ArchivePluginVersion: Json<models::ArchivedPluginVersion> => models::ArchivedPluginVersion;

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
