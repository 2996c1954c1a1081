//! What operations take and return.

mod file;
mod level;
mod problem;
mod update_file_body_kind;
mod state;

pub use self::file::File;
pub use self::level::Level;
pub use self::problem::Problem;
pub use self::update_file_body_kind::UpdateFileBodyKind;
pub use self::state::State;
