//! What operations take and return.

mod file;
mod level;
mod problem;
mod update_file_body_kind;
mod state;
#[cfg(feature = "server")]
mod list_by_url_response;
#[cfg(feature = "server")]
mod list_by_url_response_links;
#[cfg(feature = "server")]
mod list_by_cursor_response;
#[cfg(feature = "server")]
mod list_by_cursor_response_page;
mod search_by_cursor_body_page;
#[cfg(feature = "server")]
mod search_by_cursor_response;
#[cfg(feature = "server")]
mod search_by_cursor_response_result;
#[cfg(feature = "server")]
mod list_by_page_response;
mod show_state_x_kind;
#[cfg(feature = "server")]
mod list_by_offset_response;

pub use self::file::File;
pub use self::level::Level;
pub use self::problem::Problem;
pub use self::update_file_body_kind::UpdateFileBodyKind;
pub use self::state::State;
#[cfg(feature = "server")]
pub use self::list_by_url_response::ListByUrlResponse;
#[cfg(feature = "server")]
pub use self::list_by_url_response_links::ListByUrlResponseLinks;
#[cfg(feature = "server")]
pub use self::list_by_cursor_response::ListByCursorResponse;
#[cfg(feature = "server")]
pub use self::list_by_cursor_response_page::ListByCursorResponsePage;
pub use self::search_by_cursor_body_page::SearchByCursorBodyPage;
#[cfg(feature = "server")]
pub use self::search_by_cursor_response::SearchByCursorResponse;
#[cfg(feature = "server")]
pub use self::search_by_cursor_response_result::SearchByCursorResponseResult;
#[cfg(feature = "server")]
pub use self::list_by_page_response::ListByPageResponse;
pub use self::show_state_x_kind::ShowStateXKind;
#[cfg(feature = "server")]
pub use self::list_by_offset_response::ListByOffsetResponse;
