//! What operations take and return.

mod file;
mod problem;

pub use self::file::File;
pub use self::problem::Problem;
