//! The builds of a plugin.
//!
//! A version points at a JavaScript bundle. It never changes; it can only be archived.

use reqwest::Method;

use crate::document;
use crate::models;
use crate::runtime::call::{Call, Json, Whole};
use crate::runtime::client::Client;
use crate::runtime::error::Result;
use crate::runtime::options::CallOptions;
use crate::runtime::page::{Page, PageStream, Paged};
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::{Operation, Request};

/// The builds of a plugin.
///
/// A version points at a JavaScript bundle. It never changes; it can only be archived.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct PluginVersions {
    client: Client,
}

impl PluginVersions {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

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

pub(crate) static LIST_PLUGIN_VERSIONS: Operation = Operation {
    id: "ListPluginVersions",
    method: Method::GET,
    path: "/v1/PluginService/Plugins/{PluginSid}/Versions",
    paging: Some(Paging {
        items: &["plugin_versions"],
        next: paging::Next::Url(&["meta", "next_page_url"]),
        ends: &[],
    }),
    security: document::SECURITY,
    server: None,
};

/// A call of [`PluginVersions::list`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListPluginVersions {
    pub(crate) request: Request,
}

impl ListPluginVersions {
    /// How many items a page has.
    ///
    /// Range: 1 to 1000. Default: `50`.
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.request.query("PageSize", page_size);
        self
    }

    /// The number of the page, for the caller's own use.
    ///
    /// It is repeated in the answer and does not choose the page; the page token does.
    ///
    /// Range: 0 to 2147483647. Default: `0`.
    pub fn page(mut self, page: i64) -> Self {
        self.request.query("Page", page);
        self
    }

    /// Which page to return. Without it, that is the first one.
    ///
    /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
    /// outside the list and the account that it comes from.
    pub fn page_token(mut self, page_token: impl AsRef<str>) -> Self {
        self.request.query("PageToken", page_token.as_ref());
        self
    }

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub fn flex_metadata(mut self, flex_metadata: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", flex_metadata.as_ref());
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Paged<models::PluginVersion>>> {
        Call::new(self.request)
    }

    /// Every item of every page, in order; the next page is fetched while one is being consumed.
    pub fn stream(self) -> PageStream<models::PluginVersion> {
        PageStream::new(self.request)
    }
}

impl IntoFuture for ListPluginVersions {
    type Output = Result<Page<models::PluginVersion>>;
    type IntoFuture = Call<Paged<models::PluginVersion>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static CREATE_PLUGIN_VERSION: Operation = Operation {
    id: "CreatePluginVersion",
    method: Method::POST,
    path: "/v1/PluginService/Plugins/{PluginSid}/Versions",
    paging: None,
    security: document::SECURITY,
    server: None,
};

/// A call of [`PluginVersions::create`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct CreatePluginVersion {
    pub(crate) request: Request,
}

impl CreatePluginVersion {
    /// What changed with this version.
    ///
    /// Twilio's command line tool allows 1000 characters; the service states no limit.
    pub fn changelog(mut self, changelog: impl AsRef<str>) -> Self {
        self.request.form("Changelog", changelog.as_ref());
        self
    }

    /// Whether access to the bundle is protected.
    ///
    /// If it is, Flex has to authorise its request for the bundle.
    ///
    /// Default: `false`.
    pub fn private(mut self, private: bool) -> Self {
        self.request.form("Private", private);
        self
    }

    /// The version of the plugins command line tool that made the build, for example `6.3.2`.
    ///
    /// It is stored, but never returned.
    pub fn cli_version(mut self, cli_version: impl AsRef<str>) -> Self {
        self.request.form("CliVersion", cli_version.as_ref());
        self
    }

    /// The outcome of checking the bundle before: `success` or `failure`.
    ///
    /// With `success` the version counts as validated. With any other value, or none, it does not.
    pub fn validate_status(mut self, validate_status: impl AsRef<str>) -> Self {
        self.request.form("ValidateStatus", validate_status.as_ref());
        self
    }

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub fn flex_metadata(mut self, flex_metadata: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", flex_metadata.as_ref());
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Json<models::PluginVersion>>> {
        Call::new(self.request)
    }
}

impl IntoFuture for CreatePluginVersion {
    type Output = Result<models::PluginVersion>;
    type IntoFuture = Call<Json<models::PluginVersion>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static FETCH_PLUGIN_VERSION: Operation = Operation {
    id: "FetchPluginVersion",
    method: Method::GET,
    path: "/v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}",
    paging: None,
    security: document::SECURITY,
    server: None,
};

/// A call of [`PluginVersions::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchPluginVersion {
    pub(crate) request: Request,
}

impl FetchPluginVersion {
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub fn flex_metadata(mut self, flex_metadata: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", flex_metadata.as_ref());
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Json<models::PluginVersion>>> {
        Call::new(self.request)
    }
}

impl IntoFuture for FetchPluginVersion {
    type Output = Result<models::PluginVersion>;
    type IntoFuture = Call<Json<models::PluginVersion>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static ARCHIVE_PLUGIN_VERSION: Operation = Operation {
    id: "ArchivePluginVersion",
    method: Method::POST,
    path: "/v1/PluginService/Plugins/{PluginSid}/Versions/{Sid}/Archive",
    paging: None,
    security: document::SECURITY,
    server: None,
};

/// A call of [`PluginVersions::archive`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ArchivePluginVersion {
    pub(crate) request: Request,
}

impl ArchivePluginVersion {
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub fn flex_metadata(mut self, flex_metadata: impl AsRef<str>) -> Self {
        self.request.header("Flex-Metadata", flex_metadata.as_ref());
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Json<models::ArchivedPluginVersion>>> {
        Call::new(self.request)
    }
}

impl IntoFuture for ArchivePluginVersion {
    type Output = Result<models::ArchivedPluginVersion>;
    type IntoFuture = Call<Json<models::ArchivedPluginVersion>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}
