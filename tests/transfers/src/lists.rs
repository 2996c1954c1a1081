//! The operations on lists.

use reqwest::Method;

use crate::models;
use crate::runtime::call::{Call, Whole};
use crate::runtime::client::Client;
use crate::runtime::error::Result;
use crate::runtime::options::CallOptions;
use crate::runtime::page::{Page, PageStream, Paged};
use crate::runtime::paging::{self, Paging};
use crate::runtime::request::{Operation, Request};

/// The operations on lists.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct Lists {
    client: Client,
}

impl Lists {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// List by url.
    ///
    /// `GET /lists/url`, operation `ListByUrl`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`File`](models::File); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let mut lists = client.lists().list_by_url().stream();
    /// while let Some(file) = lists.next().await {
    ///     let file = file?;
    ///     println!("{file:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list_by_url(&self) -> ListByUrl {
        ListByUrl {
            request: Request::new(&self.client, &LIST_BY_URL),
        }
    }

    /// List by link.
    ///
    /// `GET /lists/link`, operation `ListByLink`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`File`](models::File); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let mut lists = client.lists().list_by_link().stream();
    /// while let Some(file) = lists.next().await {
    ///     let file = file?;
    ///     println!("{file:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list_by_link(&self) -> ListByLink {
        ListByLink {
            request: Request::new(&self.client, &LIST_BY_LINK),
        }
    }

    /// List by cursor.
    ///
    /// `GET /lists/cursor`, operation `ListByCursor`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`File`](models::File); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let mut lists = client.lists().list_by_cursor().stream();
    /// while let Some(file) = lists.next().await {
    ///     let file = file?;
    ///     println!("{file:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list_by_cursor(&self) -> ListByCursor {
        ListByCursor {
            request: Request::new(&self.client, &LIST_BY_CURSOR),
        }
    }

    /// Search by cursor.
    ///
    /// `POST /lists/cursor`, operation `SearchByCursor`.
    ///
    /// # Arguments
    ///
    /// - `text`:
    ///
    ///   `text` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`File`](models::File); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let mut lists = client.lists().search_by_cursor("text").stream();
    /// while let Some(file) = lists.next().await {
    ///     let file = file?;
    ///     println!("{file:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn search_by_cursor(&self, text: impl AsRef<str>) -> SearchByCursor {
        let mut request = Request::with_members(&self.client, &SEARCH_BY_CURSOR);
        request.member("text", text.as_ref());
        SearchByCursor { request }
    }

    /// List by page.
    ///
    /// `GET /lists/page`, operation `ListByPage`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`File`](models::File); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let mut lists = client.lists().list_by_page().stream();
    /// while let Some(file) = lists.next().await {
    ///     let file = file?;
    ///     println!("{file:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list_by_page(&self) -> ListByPage {
        ListByPage {
            request: Request::new(&self.client, &LIST_BY_PAGE),
        }
    }

    /// List by offset.
    ///
    /// `GET /lists/offset`, operation `ListByOffset`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as a list of
    /// [`File`](models::File); [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let mut lists = client.lists().list_by_offset().stream();
    /// while let Some(file) = lists.next().await {
    ///     let file = file?;
    ///     println!("{file:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list_by_offset(&self) -> ListByOffset {
        ListByOffset {
            request: Request::new(&self.client, &LIST_BY_OFFSET),
        }
    }
}

pub(crate) static LIST_BY_URL: Operation = Operation {
    id: "ListByUrl",
    method: Method::GET,
    path: "/lists/url",
    paging: Some(Paging {
        items: &["data"],
        next: paging::Next::Url(&["links", "next"]),
        ends: &[],
    }),
    security: &[],
    server: None,
};

/// A call of [`Lists::list_by_url`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListByUrl {
    pub(crate) request: Request,
}

impl ListByUrl {
    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Paged<models::File>>> {
        Call::new(self.request)
    }

    /// Every item of every page, in order; the next page is fetched while one is being consumed.
    pub fn stream(self) -> PageStream<models::File> {
        PageStream::new(self.request)
    }
}

impl IntoFuture for ListByUrl {
    type Output = Result<Page<models::File>>;
    type IntoFuture = Call<Paged<models::File>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static LIST_BY_LINK: Operation = Operation {
    id: "ListByLink",
    method: Method::GET,
    path: "/lists/link",
    paging: Some(Paging {
        items: &[],
        next: paging::Next::Link,
        ends: &[],
    }),
    security: &[],
    server: None,
};

/// A call of [`Lists::list_by_link`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListByLink {
    pub(crate) request: Request,
}

impl ListByLink {
    /// `per_page` on the wire.
    pub fn per_page(mut self, per_page: i64) -> Self {
        self.request.query("per_page", per_page);
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Paged<models::File>>> {
        Call::new(self.request)
    }

    /// Every item of every page, in order; the next page is fetched while one is being consumed.
    pub fn stream(self) -> PageStream<models::File> {
        PageStream::new(self.request)
    }
}

impl IntoFuture for ListByLink {
    type Output = Result<Page<models::File>>;
    type IntoFuture = Call<Paged<models::File>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static LIST_BY_CURSOR: Operation = Operation {
    id: "ListByCursor",
    method: Method::GET,
    path: "/lists/cursor",
    paging: Some(Paging {
        items: &["files"],
        next: paging::Next::Cursor {
            at: &["page", "last"],
            input: paging::Input::Query("after"),
        },
        ends: &[paging::End::More(&["page", "more"])],
    }),
    security: &[],
    server: None,
};

/// A call of [`Lists::list_by_cursor`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListByCursor {
    pub(crate) request: Request,
}

impl ListByCursor {
    /// `after` on the wire.
    pub fn after(mut self, after: impl AsRef<str>) -> Self {
        self.request.query("after", after.as_ref());
        self
    }

    /// `kind` on the wire.
    pub fn kind(mut self, kind: impl AsRef<str>) -> Self {
        self.request.query("kind", kind.as_ref());
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Paged<models::File>>> {
        Call::new(self.request)
    }

    /// Every item of every page, in order; the next page is fetched while one is being consumed.
    pub fn stream(self) -> PageStream<models::File> {
        PageStream::new(self.request)
    }
}

impl IntoFuture for ListByCursor {
    type Output = Result<Page<models::File>>;
    type IntoFuture = Call<Paged<models::File>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static SEARCH_BY_CURSOR: Operation = Operation {
    id: "SearchByCursor",
    method: Method::POST,
    path: "/lists/cursor",
    paging: Some(Paging {
        items: &["result", "files"],
        next: paging::Next::Cursor {
            at: &["next"],
            input: paging::Input::Body(&["page", "after"]),
        },
        ends: &[],
    }),
    security: &[],
    server: None,
};

/// A call of [`Lists::search_by_cursor`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct SearchByCursor {
    pub(crate) request: Request,
}

impl SearchByCursor {
    /// `page` on the wire.
    pub fn page(mut self, page: models::SearchByCursorBodyPage) -> Self {
        self.request.member("page", page);
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Paged<models::File>>> {
        Call::new(self.request)
    }

    /// Every item of every page, in order; the next page is fetched while one is being consumed.
    pub fn stream(self) -> PageStream<models::File> {
        PageStream::new(self.request)
    }
}

impl IntoFuture for SearchByCursor {
    type Output = Result<Page<models::File>>;
    type IntoFuture = Call<Paged<models::File>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static LIST_BY_PAGE: Operation = Operation {
    id: "ListByPage",
    method: Method::GET,
    path: "/lists/page",
    paging: Some(Paging {
        items: &["files"],
        next: paging::Next::Page {
            input: paging::Input::Query("page[number]"),
            first: 1,
        },
        ends: &[paging::End::Pages(&["pages"]), paging::End::Total(&["total"])],
    }),
    security: &[],
    server: None,
};

/// A call of [`Lists::list_by_page`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListByPage {
    pub(crate) request: Request,
}

impl ListByPage {
    /// `page[number]` on the wire.
    ///
    /// Default: `1`.
    pub fn page_number(mut self, page_number: i64) -> Self {
        self.request.query("page[number]", page_number);
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Paged<models::File>>> {
        Call::new(self.request)
    }

    /// Every item of every page, in order; the next page is fetched while one is being consumed.
    pub fn stream(self) -> PageStream<models::File> {
        PageStream::new(self.request)
    }
}

impl IntoFuture for ListByPage {
    type Output = Result<Page<models::File>>;
    type IntoFuture = Call<Paged<models::File>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}

pub(crate) static LIST_BY_OFFSET: Operation = Operation {
    id: "ListByOffset",
    method: Method::GET,
    path: "/lists/offset",
    paging: Some(Paging {
        items: &["files"],
        next: paging::Next::Offset {
            input: paging::Input::Query("offset"),
        },
        ends: &[
            paging::End::Total(&["total"]),
            paging::End::Short {
                limit: paging::Input::Query("limit"),
                usual: None,
                most: Some(2),
            },
        ],
    }),
    security: &[],
    server: None,
};

/// A call of [`Lists::list_by_offset`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListByOffset {
    pub(crate) request: Request,
}

impl ListByOffset {
    /// `offset` on the wire.
    pub fn offset(mut self, offset: i64) -> Self {
        self.request.query("offset", offset);
        self
    }

    /// `limit` on the wire.
    ///
    /// Range: 2 or less.
    pub fn limit(mut self, limit: i64) -> Self {
        self.request.query("limit", limit);
        self
    }

    /// Makes the call with settings of its own.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.request.options = options;
        self
    }

    /// Makes the call return the status and headers of the answer, too.
    pub fn with_response(self) -> Call<Whole<Paged<models::File>>> {
        Call::new(self.request)
    }

    /// Every item of every page, in order; the next page is fetched while one is being consumed.
    pub fn stream(self) -> PageStream<models::File> {
        PageStream::new(self.request)
    }
}

impl IntoFuture for ListByOffset {
    type Output = Result<Page<models::File>>;
    type IntoFuture = Call<Paged<models::File>>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        Call::new(self.request)
    }
}
