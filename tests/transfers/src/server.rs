//! The server's side of the API: a trait to implement, and a router that calls it.
//!
//! The router finds the operation by path and method, decodes each input once, and hands it over with its
//! type, beside a [`Context`] with the credentials, if there are any. Whether these are good, and whether
//! values are within the limits of the API's description, is for the implementation to say. What cannot be
//! read at all is refused through [`Api::reject`]: an unknown path or method, an input that is missing or of
//! the wrong type, a body that is too large. `OPTIONS` is answered with the methods of a path, and `HEAD`
//! like `GET`, without the body.
//!
//! To serve it, hand the [`Router`] to `axum::serve`. It can be nested in others, or merged with one that
//! has no fallback, and be given middleware.
//!
//! Bodies of several parts, and objects and prefixes within one text, are not read: `CreateFile` are refused
//! with [`Reason::NotServed`].

mod requests;

pub(crate) mod pages;

use axum::Router;
use axum::response::IntoResponse;

use crate::models;
use crate::runtime::server::{Routes, api};

pub use axum;

pub use crate::runtime::server::{
    Context, Credentials, Limits, Place, Reason, Rejection, Reply,
};
pub use self::requests::{
    FetchFile, FetchFileAnswer, UploadFile, UpdateFile, ShowPreview, WatchFiles,
    ShowNote, ReplaceNote, ShowState, ListByUrl, ListByLink, ListByCursor,
    SearchByCursor, ListByAnything, ListByPage, ListByOffset,
};

api! {
    /// What a server of the API can do: a method for each operation.
    ///
    /// [`router`] reads requests and writes answers; the methods are left with what the operation is about.
    pub trait Api {
        /// Fetch file.
        ///
        /// `GET /files/{id}`, operation `FetchFile`.
        fn fetch_file(FetchFile) -> FetchFileAnswer = several for files::FETCH_FILE;

        /// Upload file.
        ///
        /// `PUT /files/{id}`, operation `UploadFile`.
        fn upload_file(UploadFile) -> () = empty(204) for files::UPLOAD_FILE;

        /// Update file.
        ///
        /// `PATCH /files/{id}`, operation `UpdateFile`.
        fn update_file(UpdateFile) -> models::State = json(200) for files::UPDATE_FILE;

        /// Show preview.
        ///
        /// `GET /preview`, operation `ShowPreview`.
        fn show_preview(ShowPreview) -> axum::body::Body = content(200, "image/png") for files::SHOW_PREVIEW;

        /// Watch files.
        ///
        /// `GET /events`, operation `WatchFiles`.
        fn watch_files(WatchFiles) -> axum::body::Body = content(200, "text/event-stream") for files::WATCH_FILES;

        /// Show note.
        ///
        /// `GET /note`, operation `ShowNote`.
        fn show_note(ShowNote) -> String = content(200, "text/markdown") for files::SHOW_NOTE;

        /// Replace note.
        ///
        /// `PUT /note`, operation `ReplaceNote`.
        fn replace_note(ReplaceNote) -> () = empty(204) for files::REPLACE_NOTE;

        /// Show state.
        ///
        /// `GET /state`, operation `ShowState`.
        fn show_state(ShowState) -> () = empty(204) for files::SHOW_STATE;

        /// List by url.
        ///
        /// `GET /lists/url`, operation `ListByUrl`.
        fn list_by_url(ListByUrl) -> models::ListByUrlResponse = json(200) for lists::LIST_BY_URL;

        /// List by link.
        ///
        /// `GET /lists/link`, operation `ListByLink`.
        fn list_by_link(ListByLink) -> Vec<models::File> = json(200) for lists::LIST_BY_LINK;

        /// List by cursor.
        ///
        /// `GET /lists/cursor`, operation `ListByCursor`.
        fn list_by_cursor(ListByCursor) -> models::ListByCursorResponse = json(200) for lists::LIST_BY_CURSOR;

        /// Search by cursor.
        ///
        /// `POST /lists/cursor`, operation `SearchByCursor`.
        fn search_by_cursor(SearchByCursor) -> models::SearchByCursorResponse = json(200) for lists::SEARCH_BY_CURSOR;

        /// List by anything.
        ///
        /// `POST /lists/any`, operation `ListByAnything`.
        fn list_by_anything(ListByAnything) -> models::ListByAnythingResponse = json(200) for lists::LIST_BY_ANYTHING;

        /// List by page.
        ///
        /// `GET /lists/page`, operation `ListByPage`.
        fn list_by_page(ListByPage) -> models::ListByPageResponse = json(200) for lists::LIST_BY_PAGE;

        /// List by offset.
        ///
        /// `GET /lists/offset`, operation `ListByOffset`.
        fn list_by_offset(ListByOffset) -> models::ListByOffsetResponse = json(200) for lists::LIST_BY_OFFSET;
        unserved files::CREATE_FILE;
    }
}

/// A router that calls `api`. It takes requests within the default [`Limits`].
pub fn router<A: Api>(api: A) -> Router {
    router_with(api, Limits::default())
}

/// A router that calls `api`, and takes requests within `limits`.
pub fn router_with<A: Api>(api: A, limits: Limits) -> Router {
    let mut routes = Routes::new(
        api,
        limits,
        |api: &A, rejection| api.reject(rejection).into_response(),
    );
    add_operations(&mut routes);
    routes.into_router()
}
