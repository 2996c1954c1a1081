//! The operations on files.

use reqwest::StatusCode;
use jiff::Timestamp;

use crate::models;
use crate::runtime::encode::Text;
use crate::runtime::call::{Decode, Empty, Json, PlainText, Reading, call};
use crate::runtime::client::handle;
use crate::runtime::download::Download;
use crate::runtime::error::Result;
use crate::runtime::events::{Events, JsonEvents};
use crate::runtime::format;
use crate::runtime::redirect::Redirect;
use crate::runtime::request::Request;
use crate::runtime::send::Incoming;
use crate::runtime::text;
use crate::runtime::upload::Upload;

handle! {
    /// The operations on files.
    pub struct Files;
}

impl Files {
    /// Create file.
    ///
    /// `POST /files`, operation `CreateFile`.
    ///
    /// # Arguments
    ///
    /// - `name`: Called `name` on the wire.
    /// - `content`: Called `content` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it is not as described;
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let answer = client
    ///     .files()
    ///     .create("name", transfers::runtime::Upload::path("content.bin"))
    ///     .attachments([transfers::runtime::Upload::path("attachments.bin")])
    ///     .await?;
    /// println!("{answer:?}");
    /// # Ok(()) }
    /// ```
    pub fn create(
        &self,
        name: impl AsRef<str>,
        content: impl Into<Upload>,
    ) -> CreateFile {
        let mut request = Request::with_parts(&self.client, &CREATE_FILE);
        request.part("name", None, name.as_ref());
        request.file("content", None, content);
        CreateFile { request }
    }

    /// Fetch file.
    ///
    /// `GET /files/{id}`, operation `FetchFile`.
    ///
    /// # Arguments
    ///
    /// - `id`: Called `id` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it is not as described;
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// [`ErrorResponse::json`](crate::runtime::ErrorResponse::json) reads the body of a refusal as
    /// [`Problem`](crate::models::Problem) (status 404).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let answer = client.files().fetch("id").await?;
    /// println!("{answer:?}");
    /// # Ok(()) }
    /// ```
    pub fn fetch(&self, id: impl AsRef<str>) -> FetchFile {
        let mut request = Request::new(&self.client, &FETCH_FILE);
        request.accept_types("application/octet-stream");
        request.path("id", id.as_ref());
        FetchFile { request }
    }

    /// Upload file.
    ///
    /// `PUT /files/{id}`, operation `UploadFile`.
    ///
    /// # Arguments
    ///
    /// - `id`: Called `id` on the wire.
    /// - `body`: The body of the request.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// client.files().upload("id", transfers::runtime::Upload::path("body.bin")).await?;
    /// # Ok(()) }
    /// ```
    pub fn upload(&self, id: impl AsRef<str>, body: impl Into<Upload>) -> UploadFile {
        let mut request = Request::new(&self.client, &UPLOAD_FILE);
        request.path("id", id.as_ref());
        request.upload(body);
        UploadFile { request }
    }

    /// Update file.
    ///
    /// `PATCH /files/{id}`, operation `UpdateFile`.
    ///
    /// # Arguments
    ///
    /// - `id`: Called `id` on the wire.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as [`State`](models::State);
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let state = client.files().update("id").await?;
    /// println!("{state:?}");
    /// # Ok(()) }
    /// ```
    pub fn update(&self, id: impl AsRef<str>) -> UpdateFile {
        let mut request = Request::with_members(&self.client, &UPDATE_FILE);
        request.path("id", id.as_ref());
        UpdateFile { request }.kind(models::UpdateFileBodyKind::File).owner_null()
    }

    /// Show preview.
    ///
    /// `GET /preview`, operation `ShowPreview`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let content = client.files().show_preview().await?.bytes().await?;
    /// println!("{} bytes", content.len());
    /// # Ok(()) }
    /// ```
    pub fn show_preview(&self) -> ShowPreview {
        let mut request = Request::new(&self.client, &SHOW_PREVIEW);
        request.accept_types("image/png, image/jpeg");
        ShowPreview { request }
    }

    /// Watch files.
    ///
    /// `GET /events`, operation `WatchFiles`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let mut events = client.files().watch().await?;
    /// while let Some(event) = events.next().await {
    ///     let event = event?;
    ///     println!("{:?}", event.data);
    /// }
    /// # Ok(()) }
    /// ```
    pub fn watch(&self) -> WatchFiles {
        let mut request = Request::new(&self.client, &WATCH_FILES);
        request.accept_types("text/event-stream");
        WatchFiles { request }
    }

    /// Show note.
    ///
    /// `GET /note`, operation `ShowNote`.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Decode`](crate::Error::Decode) if it cannot be read as text;
    /// [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// let text = client.files().show_note().await?;
    /// println!("{text}");
    /// # Ok(()) }
    /// ```
    pub fn show_note(&self) -> ShowNote {
        let mut request = Request::new(&self.client, &SHOW_NOTE);
        request.accept_types("text/markdown");
        ShowNote { request }
    }

    /// Replace note.
    ///
    /// `PUT /note`, operation `ReplaceNote`.
    ///
    /// # Arguments
    ///
    /// - `body`: The body of the request.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// client.files().replace_note("body").await?;
    /// # Ok(()) }
    /// ```
    pub fn replace_note(&self, body: impl AsRef<str>) -> ReplaceNote {
        let mut request = Request::new(&self.client, &REPLACE_NOTE);
        request.media_type("text/markdown");
        request.text(body.as_ref());
        ReplaceNote { request }
    }

    /// Show state.
    ///
    /// `GET /state`, operation `ShowState`.
    ///
    /// [`ShowStateHeaders`](crate::headers::ShowStateHeaders) reads the headers of the answer, which
    /// [`with_response`](ShowState::with_response) returns, too.
    ///
    /// # Errors
    ///
    /// [`Error::Api`](crate::Error::Api) if the service refuses the request;
    /// [`Error::Transport`](crate::Error::Transport) or [`Error::Timeout`](crate::Error::Timeout) if no answer
    /// comes back; [`Error::Invalid`](crate::Error::Invalid) if an input cannot be sent.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(client: transfers::Client) -> transfers::Result<()> {
    /// client.files().show_state().await?;
    /// # Ok(()) }
    /// ```
    pub fn show_state(&self) -> ShowState {
        let request = Request::new(&self.client, &SHOW_STATE);
        ShowState { request }
    }
}

/// What [`CreateFile`] returns, which depends on the status of the answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CreateFileAnswer {
    /// Status 200, or any other that tells of success.
    Ok(Box<models::File>),
    /// Status 202.
    Accepted,
}

impl Decode for CreateFileAnswer {
    type Value = Self;

    fn decode(incoming: Incoming) -> Result<Self> {
        match incoming.status.as_u16() {
            202 => Ok(Self::Accepted),
            _ => Json::decode(incoming).map(Self::Ok),
        }
    }
}

call! {
    static CREATE_FILE = POST "/files" as "CreateFile" for &[];

    /// A call of [`Files::create`], to be given what is optional and then awaited.
    pub struct CreateFile: CreateFileAnswer => CreateFileAnswer;

    /// Called `labels` on the wire.
    fn labels(values: impl IntoIterator<Item = impl AsRef<str>>) =>
        part_each("labels", None, values.into_iter().map(Text));

    /// Called `owner` on the wire.
    fn owner(value: models::File) => part_json("owner", None, value);

    /// Called `attachments` on the wire.
    fn attachments(values: impl IntoIterator<Item = impl Into<Upload>>) =>
        file_each("attachments", Some("image/png"), values);
}

/// What [`FetchFile`] returns, which depends on the status of the answer.
#[derive(Debug)]
#[non_exhaustive]
pub enum FetchFileAnswer {
    /// Status 200, or any other that tells of success.
    Ok(Download),
    /// Status 302.
    Found(Redirect),
}

impl Decode for FetchFileAnswer {
    type Value = Self;

    fn reading(status: StatusCode) -> Reading {
        match status.as_u16() {
            302 => Reading::redirect(status),
            _ => Reading::streamed(status),
        }
    }

    fn decode(incoming: Incoming) -> Result<Self> {
        match incoming.status.as_u16() {
            302 => Redirect::decode(incoming).map(Self::Found),
            _ => Download::decode(incoming).map(Self::Ok),
        }
    }
}

call! {
    static FETCH_FILE = GET "/files/{id}" as "FetchFile" for &[];

    /// A call of [`Files::fetch`], to be given what is optional and then awaited.
    pub struct FetchFile: FetchFileAnswer => FetchFileAnswer;

    /// Called `digest` on the wire.
    fn digest(value: Vec<u8>) => query("digest", format::Base64::text(value));

    /// Called `since` on the wire.
    fn since(value: Timestamp) => query("since", format::Rfc2822::text(value));

    /// Called `levels` on the wire.
    fn levels(values: impl IntoIterator<Item = models::Level>) => query_each("levels", values);
}

call! {
    static UPLOAD_FILE = PUT "/files/{id}" as "UploadFile" for &[];

    /// A call of [`Files::upload`], to be given what is optional and then awaited.
    pub struct UploadFile: Empty => ();
}

call! {
    static UPDATE_FILE = PATCH "/files/{id}" as "UpdateFile" for &[];

    /// A call of [`Files::update`], to be given what is optional and then awaited.
    pub struct UpdateFile: Json<models::State> => models::State;

    /// Called `kind` on the wire.
    ///
    /// [`UpdateFileBodyKind::File`](models::UpdateFileBodyKind::File) unless given.
    fn kind(value: models::UpdateFileBodyKind) => member("kind", value);

    /// Called `name` on the wire.
    fn name(value: impl AsRef<str>) => member("name", value.as_ref());

    /// Sends null as `name`.
    fn name_null() => null("name");

    /// Called `owner` on the wire.
    fn owner(value: impl AsRef<str>) => member("owner", value.as_ref());

    /// Sends null as `owner`.
    ///
    /// So it is unless something else is given.
    fn owner_null() => null("owner");

    /// Called `tags` on the wire.
    fn tags(values: impl IntoIterator<Item = impl AsRef<str>>) => member("tags", text::owned(values));

    /// Sends null as `tags`.
    fn tags_null() => null("tags");

    /// Called `digest` on the wire.
    fn digest(value: Vec<u8>) => member("digest", format::Base64::owned(value));

    /// Sends null as `digest`.
    fn digest_null() => null("digest");

    /// Called `state` on the wire.
    fn state(value: models::State) => member("state", value);
}

call! {
    static SHOW_PREVIEW = GET "/preview" as "ShowPreview" for &[];

    /// A call of [`Files::show_preview`], to be given what is optional and then awaited.
    pub struct ShowPreview: Download => Download;
}

call! {
    static WATCH_FILES = GET "/events" as "WatchFiles" for &[];

    /// A call of [`Files::watch`], to be given what is optional and then awaited.
    pub struct WatchFiles: JsonEvents<models::File> => Events<models::File>;
}

call! {
    static SHOW_NOTE = GET "/note" as "ShowNote" for &[];

    /// A call of [`Files::show_note`], to be given what is optional and then awaited.
    pub struct ShowNote: PlainText => String;
}

call! {
    static REPLACE_NOTE = PUT "/note" as "ReplaceNote" for &[];

    /// A call of [`Files::replace_note`], to be given what is optional and then awaited.
    pub struct ReplaceNote: Empty => ();
}

call! {
    static SHOW_STATE = GET "/state" as "ShowState" for &[];

    /// A call of [`Files::show_state`], to be given what is optional and then awaited.
    pub struct ShowState: Empty => ();
}
