//! The operations on files.

use reqwest::{Method, StatusCode};
use jiff::Timestamp;

use crate::models;
use crate::runtime::encode::Text;
use crate::runtime::call::{Decode, Empty, Json, PlainText, Reading, Redirect, call};
use crate::runtime::client::Client;
use crate::runtime::download::Download;
use crate::runtime::error::Result;
use crate::runtime::events::{Events, JsonEvents};
use crate::runtime::format;
use crate::runtime::request::{Operation, Request};
use crate::runtime::send::Incoming;
use crate::runtime::upload::Upload;

/// The operations on files.
#[derive(Clone, Debug)]
#[must_use = "a handle does nothing by itself"]
pub struct Files {
    client: Client,
}

impl Files {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Create file.
    ///
    /// `POST /files`, operation `CreateFile`.
    ///
    /// # Arguments
    ///
    /// - `name`:
    ///
    ///   `name` on the wire.
    /// - `content`:
    ///
    ///   `content` on the wire.
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
    /// - `id`:
    ///
    ///   `id` on the wire.
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
    /// - `id`:
    ///
    ///   `id` on the wire.
    /// - `body`:
    ///
    ///   `body` on the wire.
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
    /// - `id`:
    ///
    ///   `id` on the wire.
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
    ///     println!("{:?}", event ? .data);
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
    /// - `body`:
    ///
    ///   `body` on the wire.
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
        ShowState {
            request: Request::new(&self.client, &SHOW_STATE),
        }
    }
}

pub(crate) static CREATE_FILE: Operation = Operation::new(
    "CreateFile",
    Method::POST,
    "/files",
    &[],
);

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

/// A call of [`Files::create`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct CreateFile {
    pub(crate) request: Request,
}

call!(CreateFile: CreateFileAnswer => CreateFileAnswer);

impl CreateFile {
    /// `labels` on the wire.
    pub fn labels(mut self, values: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        self.request.part_each("labels", None, values.into_iter().map(Text));
        self
    }

    /// `owner` on the wire.
    pub fn owner(mut self, value: models::File) -> Self {
        self.request.part_json("owner", None, value);
        self
    }

    /// `attachments` on the wire.
    pub fn attachments(
        mut self,
        values: impl IntoIterator<Item = impl Into<Upload>>,
    ) -> Self {
        self.request.file_each("attachments", Some("image/png"), values);
        self
    }
}

pub(crate) static FETCH_FILE: Operation = Operation::new(
    "FetchFile",
    Method::GET,
    "/files/{id}",
    &[],
);

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

/// A call of [`Files::fetch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct FetchFile {
    pub(crate) request: Request,
}

call!(FetchFile: FetchFileAnswer => FetchFileAnswer);

impl FetchFile {
    /// `digest` on the wire.
    pub fn digest(mut self, value: Vec<u8>) -> Self {
        self.request.query("digest", format::Base64::text(value));
        self
    }

    /// `since` on the wire.
    pub fn since(mut self, value: Timestamp) -> Self {
        self.request.query("since", format::Rfc2822::text(value));
        self
    }

    /// `levels` on the wire.
    pub fn levels(mut self, values: impl IntoIterator<Item = models::Level>) -> Self {
        self.request.query_each("levels", values);
        self
    }
}

pub(crate) static UPLOAD_FILE: Operation = Operation::new(
    "UploadFile",
    Method::PUT,
    "/files/{id}",
    &[],
);

/// A call of [`Files::upload`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct UploadFile {
    pub(crate) request: Request,
}

call!(UploadFile: Empty => ());

pub(crate) static UPDATE_FILE: Operation = Operation::new(
    "UpdateFile",
    Method::PATCH,
    "/files/{id}",
    &[],
);

/// A call of [`Files::update`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct UpdateFile {
    pub(crate) request: Request,
}

call!(UpdateFile: Json<models::State> => models::State);

impl UpdateFile {
    /// `kind` on the wire.
    ///
    /// [`UpdateFileBodyKind::File`](models::UpdateFileBodyKind::File) unless given.
    pub fn kind(mut self, value: models::UpdateFileBodyKind) -> Self {
        self.request.member("kind", value);
        self
    }

    /// `name` on the wire.
    pub fn name(mut self, value: impl AsRef<str>) -> Self {
        self.request.member("name", value.as_ref());
        self
    }

    /// Sends null as `name`.
    pub fn name_null(mut self) -> Self {
        self.request.null("name");
        self
    }

    /// `owner` on the wire.
    pub fn owner(mut self, value: impl AsRef<str>) -> Self {
        self.request.member("owner", value.as_ref());
        self
    }

    /// Sends null as `owner`.
    ///
    /// So it is unless something else is given.
    pub fn owner_null(mut self) -> Self {
        self.request.null("owner");
        self
    }

    /// `tags` on the wire.
    pub fn tags(mut self, values: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        self.request
            .member(
                "tags",
                values
                    .into_iter()
                    .map(|text| text.as_ref().to_owned())
                    .collect::<Vec<_>>(),
            );
        self
    }

    /// Sends null as `tags`.
    pub fn tags_null(mut self) -> Self {
        self.request.null("tags");
        self
    }

    /// `digest` on the wire.
    pub fn digest(mut self, value: Vec<u8>) -> Self {
        self.request.member("digest", format::Base64::owned(value));
        self
    }

    /// Sends null as `digest`.
    pub fn digest_null(mut self) -> Self {
        self.request.null("digest");
        self
    }

    /// `state` on the wire.
    pub fn state(mut self, value: models::State) -> Self {
        self.request.member("state", value);
        self
    }
}

pub(crate) static SHOW_PREVIEW: Operation = Operation::new(
    "ShowPreview",
    Method::GET,
    "/preview",
    &[],
);

/// A call of [`Files::show_preview`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ShowPreview {
    pub(crate) request: Request,
}

call!(ShowPreview: Download => Download);

pub(crate) static WATCH_FILES: Operation = Operation::new(
    "WatchFiles",
    Method::GET,
    "/events",
    &[],
);

/// A call of [`Files::watch`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct WatchFiles {
    pub(crate) request: Request,
}

call!(WatchFiles: JsonEvents<models::File> => Events<models::File>);

pub(crate) static SHOW_NOTE: Operation = Operation::new(
    "ShowNote",
    Method::GET,
    "/note",
    &[],
);

/// A call of [`Files::show_note`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ShowNote {
    pub(crate) request: Request,
}

call!(ShowNote: PlainText => String);

pub(crate) static REPLACE_NOTE: Operation = Operation::new(
    "ReplaceNote",
    Method::PUT,
    "/note",
    &[],
);

/// A call of [`Files::replace_note`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ReplaceNote {
    pub(crate) request: Request,
}

call!(ReplaceNote: Empty => ());

pub(crate) static SHOW_STATE: Operation = Operation::new(
    "ShowState",
    Method::GET,
    "/state",
    &[],
);

/// A call of [`Files::show_state`], to be given what is optional and then awaited.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct ShowState {
    pub(crate) request: Request,
}

call!(ShowState: Empty => ());
