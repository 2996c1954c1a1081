//! The server's side of the API: a trait to implement, and a router that calls it.
//!
//! The router finds the operation by path and method, decodes each input once, and hands it over with its
//! type, beside a [`Context`] with the credentials, if there are any. Whether these are good, and whether
//! values are within the limits of the API's description, is for the implementation to say. What cannot be
//! read at all is refused through [`Api::reject`]: an unknown path or method, an input that is missing or of
//! the wrong type, a body that is too large. `OPTIONS` is answered with the methods of a path, and `HEAD`
//! like `GET`, without the body.
//!
//! To serve it, hand the [`Router`] to `axum::serve`. It can be merged with others, and be given middleware.
//!
//! Bodies of several parts, and objects and prefixes within one text, are not read: `CreateFile` are refused
//! with [`Reason::NotServed`].

pub mod files;
pub mod lists;

pub(crate) mod pages;

use axum::Router;
use axum::response::IntoResponse;

use crate::models;
use crate::runtime::server::{Routes, api};

pub use axum;

pub use crate::runtime::server::{
    Context, Credentials, Limits, Place, Reason, Rejection, Reply,
};

api! {
    /// What a server of the API can do: a method for each operation.
    ///
    /// [`router`] reads requests and writes answers; the methods are left with what the operation is about.
    pub trait Api {
        /// Fetch file.
        ///
        /// `GET /files/{id}`, operation `FetchFile`.
        fn fetch_file(files::FetchFile) -> files::FetchFileAnswer;

        /// Upload file.
        ///
        /// `PUT /files/{id}`, operation `UploadFile`.
        fn upload_file(files::UploadFile) -> ();

        /// Update file.
        ///
        /// `PATCH /files/{id}`, operation `UpdateFile`.
        fn update_file(files::UpdateFile) -> models::State;

        /// Show preview.
        ///
        /// `GET /preview`, operation `ShowPreview`.
        fn show_preview(files::ShowPreview) -> axum::body::Body;

        /// Watch files.
        ///
        /// `GET /events`, operation `WatchFiles`.
        fn watch_files(files::WatchFiles) -> axum::body::Body;

        /// Show note.
        ///
        /// `GET /note`, operation `ShowNote`.
        fn show_note(files::ShowNote) -> String;

        /// Replace note.
        ///
        /// `PUT /note`, operation `ReplaceNote`.
        fn replace_note(files::ReplaceNote) -> ();

        /// Show state.
        ///
        /// `GET /state`, operation `ShowState`.
        fn show_state(files::ShowState) -> ();

        /// List by url.
        ///
        /// `GET /lists/url`, operation `ListByUrl`.
        fn list_by_url(lists::ListByUrl) -> models::ListByUrlResponse;

        /// List by link.
        ///
        /// `GET /lists/link`, operation `ListByLink`.
        fn list_by_link(lists::ListByLink) -> Vec<models::File>;

        /// List by cursor.
        ///
        /// `GET /lists/cursor`, operation `ListByCursor`.
        fn list_by_cursor(lists::ListByCursor) -> models::ListByCursorResponse;

        /// Search by cursor.
        ///
        /// `POST /lists/cursor`, operation `SearchByCursor`.
        fn search_by_cursor(lists::SearchByCursor) -> models::SearchByCursorResponse;

        /// List by page.
        ///
        /// `GET /lists/page`, operation `ListByPage`.
        fn list_by_page(lists::ListByPage) -> models::ListByPageResponse;

        /// List by offset.
        ///
        /// `GET /lists/offset`, operation `ListByOffset`.
        fn list_by_offset(lists::ListByOffset) -> models::ListByOffsetResponse;
    }
}

/// A router that calls `api`. It takes requests within the default [`Limits`].
pub fn router<A: Api>(api: A) -> Router {
    router_with(api, Limits::default())
}

/// A router that calls `api`, and takes requests within `limits`.
pub fn router_with<A: Api>(api: A, limits: Limits) -> Router {
    let routes = Routes::new(
        api,
        limits,
        |api: &A, rejection| api.reject(rejection).into_response(),
    );
    let routes = self::files::routes(routes);
    let routes = self::lists::routes(routes);
    routes.into_router()
}
