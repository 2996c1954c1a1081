//! The operations on lists.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::models;
use crate::runtime::client::handle;
use crate::runtime::link;
use crate::runtime::page::pages;
use crate::runtime::paging::{self, Paging, ends, inputs};
use crate::runtime::request::Request;

handle! {
    /// The operations on lists.
    pub struct Lists;
}

impl Lists {
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
        let request = Request::new(&self.client, &LIST_BY_URL);
        ListByUrl { request }
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
        let request = Request::new(&self.client, &LIST_BY_LINK);
        ListByLink { request }
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
        let request = Request::new(&self.client, &LIST_BY_CURSOR);
        ListByCursor { request }
    }

    /// Search by cursor.
    ///
    /// `POST /lists/cursor`, operation `SearchByCursor`.
    ///
    /// # Arguments
    ///
    /// - `text`: Called `text` on the wire.
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

    /// List by anything.
    ///
    /// `POST /lists/any`, operation `ListByAnything`.
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
    /// let mut lists = client.lists().list_by_anything().body(Default::default()).stream();
    /// while let Some(file) = lists.next().await {
    ///     let file = file?;
    ///     println!("{file:?}");
    /// }
    /// # Ok(()) }
    /// ```
    pub fn list_by_anything(&self) -> ListByAnything {
        let request = Request::new(&self.client, &LIST_BY_ANYTHING);
        ListByAnything { request }
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
        let request = Request::new(&self.client, &LIST_BY_PAGE);
        ListByPage { request }
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
        let request = Request::new(&self.client, &LIST_BY_OFFSET);
        ListByOffset { request }
    }
}

pages! {
    static LIST_BY_URL = GET "/lists/url" as "ListByUrl" for &[];
    pages = Paging { items: &["data"], next: &paging::Url(&["links", "next"]), ends: &[] };

    /// A call of [`Lists::list_by_url`], to be given what is optional and then awaited.
    pub struct ListByUrl => models::File;
}

pages! {
    static LIST_BY_LINK = GET "/lists/link" as "ListByLink" for &[];
    pages = Paging { items: &[], next: &link::Link, ends: &[] };

    /// A call of [`Lists::list_by_link`], to be given what is optional and then awaited.
    pub struct ListByLink => models::File;

    /// Called `per_page` on the wire.
    fn per_page(value: i64) => query("per_page", value);
}

pages! {
    static LIST_BY_CURSOR = GET "/lists/cursor" as "ListByCursor" for &[];
    pages =
        Paging { items: &["files"], next: &inputs::Cursor { at: &["page", "last"], input: inputs::Input::Query("after") }, ends: &[&ends::More(&["page", "more"])] };

    /// A call of [`Lists::list_by_cursor`], to be given what is optional and then awaited.
    pub struct ListByCursor => models::File;

    /// Called `after` on the wire.
    fn after(value: impl AsRef<str>) => query("after", value.as_ref());

    /// Called `kind` on the wire.
    fn kind(value: impl AsRef<str>) => query("kind", value.as_ref());
}

pages! {
    static SEARCH_BY_CURSOR = POST "/lists/cursor" as "SearchByCursor" for &[];
    pages =
        Paging { items: &["result", "files"], next: &inputs::Cursor { at: &["next"], input: inputs::Input::Body(&["page", "after"]) }, ends: &[] };

    /// A call of [`Lists::search_by_cursor`], to be given what is optional and then awaited.
    pub struct SearchByCursor => models::File;

    /// Called `page` on the wire.
    fn page(value: models::SearchByCursorBodyPage) => member("page", value);
}

pages! {
    static LIST_BY_ANYTHING = POST "/lists/any" as "ListByAnything" for &[];
    pages =
        Paging { items: &["files"], next: &inputs::Cursor { at: &["next"], input: inputs::Input::Body(&["after"]) }, ends: &[] };

    /// A call of [`Lists::list_by_anything`], to be given what is optional and then awaited.
    pub struct ListByAnything => models::File;

    /// The body of the request.
    fn body(value: BTreeMap<String, Value>) => json(value);
}

pages! {
    static LIST_BY_PAGE = GET "/lists/page" as "ListByPage" for &[];
    pages =
        Paging { items: &["files"], next: &inputs::Page { input: inputs::Input::Query("page[number]"), first: 1 }, ends: &[&ends::Pages(&["pages"]), &ends::Total(&["total"])] };

    /// A call of [`Lists::list_by_page`], to be given what is optional and then awaited.
    pub struct ListByPage => models::File;

    /// Default: `1`.
    fn page_number(value: i64) => query("page[number]", value);
}

pages! {
    static LIST_BY_OFFSET = GET "/lists/offset" as "ListByOffset" for &[];
    pages =
        Paging { items: &["files"], next: &inputs::Offset { input: inputs::Input::Query("offset") }, ends: &[&ends::Total(&["total"]), &ends::Short { limit: inputs::Input::Query("limit"), usual: None, most: Some(2) }] };

    /// A call of [`Lists::list_by_offset`], to be given what is optional and then awaited.
    pub struct ListByOffset => models::File;

    /// Called `offset` on the wire.
    fn offset(value: i64) => query("offset", value);

    /// Range: 2 or less.
    fn limit(value: i64) => query("limit", value);
}
