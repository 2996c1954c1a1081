//! The operations on lists.

use reqwest::Method;

use crate::models;
use crate::runtime::client::Client;
use crate::runtime::page::pages;
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

pub(crate) static LIST_BY_URL: Operation = Operation::paged(
    "ListByUrl",
    Method::GET,
    "/lists/url",
    &[],
    Paging {
        items: &["data"],
        next: paging::Next::Url(&["links", "next"]),
        ends: &[],
    },
);

/// A call of [`Lists::list_by_url`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListByUrl {
    pub(crate) request: Request,
}

pages!(ListByUrl => models::File);

pub(crate) static LIST_BY_LINK: Operation = Operation::paged(
    "ListByLink",
    Method::GET,
    "/lists/link",
    &[],
    Paging {
        items: &[],
        next: paging::Next::Link,
        ends: &[],
    },
);

/// A call of [`Lists::list_by_link`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListByLink {
    pub(crate) request: Request,
}

pages!(ListByLink => models::File);

impl ListByLink {
    /// `per_page` on the wire.
    pub fn per_page(mut self, value: i64) -> Self {
        self.request.query("per_page", value);
        self
    }
}

pub(crate) static LIST_BY_CURSOR: Operation = Operation::paged(
    "ListByCursor",
    Method::GET,
    "/lists/cursor",
    &[],
    Paging {
        items: &["files"],
        next: paging::Next::Cursor {
            at: &["page", "last"],
            input: paging::Input::Query("after"),
        },
        ends: &[paging::End::More(&["page", "more"])],
    },
);

/// A call of [`Lists::list_by_cursor`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListByCursor {
    pub(crate) request: Request,
}

pages!(ListByCursor => models::File);

impl ListByCursor {
    /// `after` on the wire.
    pub fn after(mut self, value: impl AsRef<str>) -> Self {
        self.request.query("after", value.as_ref());
        self
    }

    /// `kind` on the wire.
    pub fn kind(mut self, value: impl AsRef<str>) -> Self {
        self.request.query("kind", value.as_ref());
        self
    }
}

pub(crate) static SEARCH_BY_CURSOR: Operation = Operation::paged(
    "SearchByCursor",
    Method::POST,
    "/lists/cursor",
    &[],
    Paging {
        items: &["result", "files"],
        next: paging::Next::Cursor {
            at: &["next"],
            input: paging::Input::Body(&["page", "after"]),
        },
        ends: &[],
    },
);

/// A call of [`Lists::search_by_cursor`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct SearchByCursor {
    pub(crate) request: Request,
}

pages!(SearchByCursor => models::File);

impl SearchByCursor {
    /// `page` on the wire.
    pub fn page(mut self, value: models::SearchByCursorBodyPage) -> Self {
        self.request.member("page", value);
        self
    }
}

pub(crate) static LIST_BY_PAGE: Operation = Operation::paged(
    "ListByPage",
    Method::GET,
    "/lists/page",
    &[],
    Paging {
        items: &["files"],
        next: paging::Next::Page {
            input: paging::Input::Query("page[number]"),
            first: 1,
        },
        ends: &[paging::End::Pages(&["pages"]), paging::End::Total(&["total"])],
    },
);

/// A call of [`Lists::list_by_page`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListByPage {
    pub(crate) request: Request,
}

pages!(ListByPage => models::File);

impl ListByPage {
    /// `page[number]` on the wire.
    ///
    /// Default: `1`.
    pub fn page_number(mut self, value: i64) -> Self {
        self.request.query("page[number]", value);
        self
    }
}

pub(crate) static LIST_BY_OFFSET: Operation = Operation::paged(
    "ListByOffset",
    Method::GET,
    "/lists/offset",
    &[],
    Paging {
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
    },
);

/// A call of [`Lists::list_by_offset`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ListByOffset {
    pub(crate) request: Request,
}

pages!(ListByOffset => models::File);

impl ListByOffset {
    /// `offset` on the wire.
    pub fn offset(mut self, value: i64) -> Self {
        self.request.query("offset", value);
        self
    }

    /// `limit` on the wire.
    ///
    /// Range: 2 or less.
    pub fn limit(mut self, value: i64) -> Self {
        self.request.query("limit", value);
        self
    }
}
