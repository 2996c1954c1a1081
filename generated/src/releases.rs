//! The history of what Flex loads.
//!
//! The newest release is the active one. Releases are never edited, archived or deleted.

use crate::document;
use crate::models;
use crate::runtime::call::{Json, call};
use crate::runtime::client::handle;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::Request;

handle! {
    /// The history of what Flex loads.
    ///
    /// The newest release is the active one. Releases are never edited, archived or deleted.
    pub struct Releases;
}

impl Releases {
    /// Lists the releases of the account.
    ///
    /// The newest release comes first: the first item of the first page is the active one.
    ///
    /// Fails with 400 if a paging argument is out of range, or the page token is not one of this list.
    ///
    /// `GET /v1/PluginService/Releases`, operation `ListReleases`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`Release`](models::Release); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let mut releases = client.releases().list().stream();
    /// while let Some(release) = releases.next().await {
    ///     let release = release?;
    ///     println!("{release:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list(&self) -> ListReleases {
        let request = Request::new(&self.client, &LIST_RELEASES);
        ListReleases { request }
    }

    /// Releases a configuration.
    ///
    /// The new release replaces the active one at once; it may take about a second until it can be read back.
    /// To roll back, release an older configuration again. Releasing the active configuration once more makes
    /// another release.
    ///
    /// Fails with
    ///
    /// - 400 if the configuration's SID is missing or malformed;
    /// - 400 if the configuration is archived, or holds an archived plugin or version;
    /// - 404 or 400 if the account has no configuration of this SID.
    ///
    /// `POST /v1/PluginService/Releases`, operation `CreateRelease`.
    ///
    /// # Arguments
    ///
    /// - `configuration_id`: The SID of the configuration to release.
    ///
    ///   Configurations once had versions that could be given here. They have none today, and their names
    ///   identify nothing.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as [`Release`](models::Release);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let release = client.releases().create("FJaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").await?;
    /// println!("{release:?}");
    /// # Ok(()) }
    /// ```
    pub fn create(&self, configuration_id: impl AsRef<str>) -> CreateRelease {
        let mut request = Request::with_form(&self.client, &CREATE_RELEASE);
        request.form("ConfigurationId", configuration_id.as_ref());
        CreateRelease { request }
    }

    /// Fetches a release.
    ///
    /// The name `Active` stands for the active release.
    ///
    /// Fails with 404 if the account has no release of this SID or, for `Active`, no release at all.
    ///
    /// `GET /v1/PluginService/Releases/{Sid}`, operation `FetchRelease`.
    ///
    /// # Arguments
    ///
    /// - `sid`: The SID of the release, or `Active` for the active one.
    ///
    ///   `Active` is written with a capital letter.
    ///
    ///   Length: at least 1 character.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as [`Release`](models::Release);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`ApiError`](crate::models::ApiError).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: twilio_flex_plugins::Client) -> twilio_flex_plugins::Result<()> {
    /// let release = client.releases().fetch("FKaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").await?;
    /// println!("{release:?}");
    /// # Ok(()) }
    /// ```
    pub fn fetch(&self, sid: impl AsRef<str>) -> FetchRelease {
        let mut request = Request::new(&self.client, &FETCH_RELEASE);
        request.path("Sid", sid.as_ref());
        FetchRelease { request }
    }
}

pages! {
    static LIST_RELEASES = GET "/v1/PluginService/Releases" as "ListReleases" for document::SECURITY;
    pages = Paging { items: &["releases"], next: &paging::Url(&["meta", "next_page_url"]), ends: &[] };

    /// A call of [`Releases::list`], to be given what is optional and then awaited.
    pub struct ListReleases => models::Release;

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
    static CREATE_RELEASE = POST "/v1/PluginService/Releases" as "CreateRelease" for document::SECURITY;

    /// A call of [`Releases::create`], to be given what is optional and then awaited.
    pub struct CreateRelease: Json<models::Release> => models::Release;

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}

call! {
    static FETCH_RELEASE = GET "/v1/PluginService/Releases/{Sid}" as "FetchRelease" for document::SECURITY;

    /// A call of [`Releases::fetch`], to be given what is optional and then awaited.
    pub struct FetchRelease: Json<models::Release> => models::Release;

    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    fn flex_metadata(value: impl AsRef<str>) => header("Flex-Metadata", value.as_ref());
}
