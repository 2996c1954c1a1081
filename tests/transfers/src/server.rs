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

use axum::Router;
use axum::response::IntoResponse;

use crate::models;
use crate::runtime::server::Routes;

pub use axum;

pub use crate::runtime::server::{
    Context, Credentials, Limits, Place, Reason, Rejection, Reply,
};

/// What a server of the API can do: a method for each operation.
///
/// [`router`] reads requests and writes answers; the methods are left with what the operation is about.
pub trait Api: Send + Sync + 'static {
    /// What a request is answered with that does not succeed.
    type Error: IntoResponse + Send;

    /// Fetch file.
    ///
    /// `GET /files/{id}`, operation `FetchFile`.
    fn fetch_file(
        &self,
        context: Context,
        request: self::files::FetchFile,
    ) -> impl Future<
        Output = Result<Reply<self::files::FetchFileAnswer>, Self::Error>,
    > + Send;

    /// Upload file.
    ///
    /// `PUT /files/{id}`, operation `UploadFile`.
    fn upload_file(
        &self,
        context: Context,
        request: self::files::UploadFile,
    ) -> impl Future<Output = Result<Reply<()>, Self::Error>> + Send;

    /// Update file.
    ///
    /// `PATCH /files/{id}`, operation `UpdateFile`.
    fn update_file(
        &self,
        context: Context,
        request: self::files::UpdateFile,
    ) -> impl Future<Output = Result<Reply<models::State>, Self::Error>> + Send;

    /// Show preview.
    ///
    /// `GET /preview`, operation `ShowPreview`.
    fn show_preview(
        &self,
        context: Context,
        request: self::files::ShowPreview,
    ) -> impl Future<Output = Result<Reply<axum::body::Body>, Self::Error>> + Send;

    /// Watch files.
    ///
    /// `GET /events`, operation `WatchFiles`.
    fn watch_files(
        &self,
        context: Context,
        request: self::files::WatchFiles,
    ) -> impl Future<Output = Result<Reply<axum::body::Body>, Self::Error>> + Send;

    /// Show note.
    ///
    /// `GET /note`, operation `ShowNote`.
    fn show_note(
        &self,
        context: Context,
        request: self::files::ShowNote,
    ) -> impl Future<Output = Result<Reply<String>, Self::Error>> + Send;

    /// Replace note.
    ///
    /// `PUT /note`, operation `ReplaceNote`.
    fn replace_note(
        &self,
        context: Context,
        request: self::files::ReplaceNote,
    ) -> impl Future<Output = Result<Reply<()>, Self::Error>> + Send;

    /// Show state.
    ///
    /// `GET /state`, operation `ShowState`.
    fn show_state(
        &self,
        context: Context,
        request: self::files::ShowState,
    ) -> impl Future<Output = Result<Reply<()>, Self::Error>> + Send;

    /// List by url.
    ///
    /// `GET /lists/url`, operation `ListByUrl`.
    fn list_by_url(
        &self,
        context: Context,
        request: self::lists::ListByUrl,
    ) -> impl Future<
        Output = Result<Reply<models::ListByUrlResponse>, Self::Error>,
    > + Send;

    /// List by link.
    ///
    /// `GET /lists/link`, operation `ListByLink`.
    fn list_by_link(
        &self,
        context: Context,
        request: self::lists::ListByLink,
    ) -> impl Future<Output = Result<Reply<Vec<models::File>>, Self::Error>> + Send;

    /// List by cursor.
    ///
    /// `GET /lists/cursor`, operation `ListByCursor`.
    fn list_by_cursor(
        &self,
        context: Context,
        request: self::lists::ListByCursor,
    ) -> impl Future<
        Output = Result<Reply<models::ListByCursorResponse>, Self::Error>,
    > + Send;

    /// Search by cursor.
    ///
    /// `POST /lists/cursor`, operation `SearchByCursor`.
    fn search_by_cursor(
        &self,
        context: Context,
        request: self::lists::SearchByCursor,
    ) -> impl Future<
        Output = Result<Reply<models::SearchByCursorResponse>, Self::Error>,
    > + Send;

    /// List by page.
    ///
    /// `GET /lists/page`, operation `ListByPage`.
    fn list_by_page(
        &self,
        context: Context,
        request: self::lists::ListByPage,
    ) -> impl Future<
        Output = Result<Reply<models::ListByPageResponse>, Self::Error>,
    > + Send;

    /// List by offset.
    ///
    /// `GET /lists/offset`, operation `ListByOffset`.
    fn list_by_offset(
        &self,
        context: Context,
        request: self::lists::ListByOffset,
    ) -> impl Future<
        Output = Result<Reply<models::ListByOffsetResponse>, Self::Error>,
    > + Send;

    /// What a request is answered with that the router refuses, in the API's own words.
    fn reject(&self, rejection: Rejection) -> Self::Error;
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
