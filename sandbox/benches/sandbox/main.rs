//! How fast the sandbox is, next to how fast anything could be on the same machine at the same time.
//!
//! `cargo xtask bench sandbox` runs it, and `cargo xtask bench sandbox --quick` in a few seconds. The sandbox and the
//! floor it is compared with run as processes of their own; one thread of this process makes the load and shares the
//! machine with them. Floors: for reads, a server that answers the same number of bytes without doing anything; for
//! creates, a thread that appends the same bytes to a file and syncs it each time.

mod floor;
mod growth;
mod load;
mod process;
mod request;
mod speed;
mod summary;

use std::path::Path;
use std::time::Duration;

/// Makes this program the floor for reads; the size of its answers follows.
const FLOOR: &str = "--serve-floor";

/// How much is measured.
pub struct Extent {
    /// How long each number is measured.
    time: Duration,
    /// How many versions there are before and after the sandbox has grown.
    versions: [usize; 2],
}

const FULL: Extent = Extent { time: Duration::from_secs(3), versions: [1_000, 100_000] };
const QUICK: Extent = Extent { time: Duration::from_millis(200), versions: [1_000, 5_000] };

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    if let [flag, size] = arguments.as_slice()
        && flag == FLOOR
    {
        return Ok(floor::serve(size.parse()?)?);
    }
    let extent = if arguments.iter().any(|argument| argument == "--quick") { QUICK } else { FULL };
    // The directory for temporary files may be in memory, where a sync costs nothing; that of the build is not.
    let directory = tempfile::tempdir_in(Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        speed::report(&extent, directory.path()).await?;
        growth::report(&extent, directory.path()).await
    })
}
