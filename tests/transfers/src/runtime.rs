//! What all operations share: how a call is made, tried again and answered, pages, errors.
//!
//! Nothing here knows the API; the modules of the resources describe their requests in these terms.

pub(crate) mod build;
pub(crate) mod call;
pub(crate) mod choice;
pub(crate) mod client;
pub(crate) mod credentials;
mod decode;
pub(crate) mod download;
#[cfg(feature = "dynamic")]
pub(crate) mod dynamic;
pub(crate) mod encode;
mod envelope;
pub(crate) mod error;
pub(crate) mod events;
pub(crate) mod fields;
mod file;
mod flow;
pub(crate) mod format;
pub(crate) mod header;
pub(crate) mod integer;
pub(crate) mod link;
pub(crate) mod member;
mod multipart;
mod nullable;
pub(crate) mod options;
pub(crate) mod page;
pub(crate) mod paging;
mod payload;
pub(crate) mod redirect;
pub(crate) mod request;
mod retry;
pub(crate) mod send;
#[cfg(feature = "server")]
pub mod server;
pub(crate) mod text;
#[cfg(feature = "tracing")]
mod trace;
pub(crate) mod upload;

pub use self::call::{Call, Decode, Empty, Json, PlainText, Reading, Response, Whole};
pub use self::client::{Client, ClientBuilder};
pub use self::download::Download;
#[cfg(feature = "dynamic")]
pub use self::dynamic::{Anything, DynamicCall};
pub use self::error::{Error, ErrorResponse, Result};
pub use self::events::{Event, Events, JsonEvents, TextEvents};
pub use self::nullable::Nullable;
pub use self::options::CallOptions;
pub use self::page::{NextPage, Page, PageCall, PageStream, WholePageCall};
pub use self::redirect::Redirect;
pub use self::retry::RetryPolicy;
pub use self::upload::Upload;
