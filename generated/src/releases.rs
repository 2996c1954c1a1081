//! The history of what Flex loads.
//!
//! The newest release is the active one. Releases are never edited, archived or deleted.

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

/// The history of what Flex loads.
///
/// The newest release is the active one. Releases are never edited, archived or deleted.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct Releases {
    client: Client,
}

impl Releases {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

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
        ListReleases {
            request: Request::new(&self.client, &LIST_RELEASES),
        }
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

pub(crate) static LIST_RELEASES: Operation = Operation {
    id: "ListReleases",
    method: Method::GET,
    path: "/v1/PluginService/Releases",
    paging: Some(Paging {
        items: &["releases"],
        next: paging::Next::Url(&["meta", "next_page_url"]),
        ends: &[],
    }),
    security: document::SECURITY,
    server: None,
};

/// A call of [`Releases::list`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListReleases {
    pub(crate) request: Request,
}

impl ListReleases {
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
    pub fn with_response(self) -> Call<Whole<Paged<models::Release>>> {
        Call::new(self.request)
    }

    /// Every item of every page, in order; the next page is fetched while one is being consumed.
    pub fn stream(self) -> PageStream<models::Release> {
        PageStream::new(self.request)
    }
}

impl IntoFuture for ListReleases {
    type Output = Result<Page<models::Release>>;
    type IntoFuture = Call<Paged<models::Release>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static CREATE_RELEASE: Operation = Operation {
    id: "CreateRelease",
    method: Method::POST,
    path: "/v1/PluginService/Releases",
    paging: None,
    security: document::SECURITY,
    server: None,
};

/// A call of [`Releases::create`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct CreateRelease {
    pub(crate) request: Request,
}

impl CreateRelease {
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
    pub fn with_response(self) -> Call<Whole<Json<models::Release>>> {
        Call::new(self.request)
    }
}

impl IntoFuture for CreateRelease {
    type Output = Result<models::Release>;
    type IntoFuture = Call<Json<models::Release>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static FETCH_RELEASE: Operation = Operation {
    id: "FetchRelease",
    method: Method::GET,
    path: "/v1/PluginService/Releases/{Sid}",
    paging: None,
    security: document::SECURITY,
    server: None,
};

/// A call of [`Releases::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchRelease {
    pub(crate) request: Request,
}

impl FetchRelease {
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
    pub fn with_response(self) -> Call<Whole<Json<models::Release>>> {
        Call::new(self.request)
    }
}

impl IntoFuture for FetchRelease {
    type Output = Result<models::Release>;
    type IntoFuture = Call<Json<models::Release>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}
