//! What operations take and return.

mod file;
mod level;
mod problem;
mod update;
mod state;
mod search;
mod show;

pub use self::file::File;
pub use self::level::Level;
pub use self::problem::Problem;
pub use self::update::UpdateFileBodyKind;
pub use self::state::State;
#[cfg(feature = "server")]
pub use crate::server::pages::{
    ListByUrlResponse, ListByUrlResponseLinks, ListByCursorResponse,
    ListByCursorResponsePage, SearchByCursorResponse, SearchByCursorResponseResult,
    ListByAnythingResponse, ListByPageResponse, ListByOffsetResponse,
};
pub use self::search::SearchByCursorBodyPage;
pub use self::show::ShowStateXKind;
