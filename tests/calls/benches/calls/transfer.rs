//! A gigabyte on its way out and in.

use std::fs::File;
use std::path::Path;
use std::time::Duration;

use anyhow::{Result, anyhow, ensure};
use calls::server::GIGABYTE;
use transfers::runtime::Upload;
use transfers::{CallOptions, Client};

use crate::table::{Table, Target};

/// The most that may be kept in memory, in MB.
const MOST: f64 = 16.0;

/// Peak heap of an upload and of a download.
pub fn measure(table: &mut Table, url: &str) -> Result<()> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gigabyte");
    // It has a size, and takes no room.
    File::create(&file)?.set_len(GIGABYTE)?;
    let hour = Duration::from_secs(3600);
    let client = Client::builder().base_url(url).timeout(hour).try_timeout(hour).build()?;
    let upload = peak(async {
        client.files().upload("1", Upload::path(&file)).with(CallOptions::new()).await?;
        Ok(())
    })?;
    table.row("1 GB, upload: peak heap", "MB", upload, 0.0, &Target::More(MOST));
    let download = peak(async {
        let mut content = client.files().show_preview().await?;
        let mut length = 0;
        while let Some(chunk) = content.chunk().await? {
            length += chunk.len() as u64;
        }
        ensure!(length == GIGABYTE, "{length} bytes have arrived");
        Ok(())
    })?;
    table.row("1 GB, download: peak heap", "MB", download, 0.0, &Target::More(MOST));
    std::fs::remove_file(file)?;
    Ok(())
}

/// How many MB `work` has allocated at most.
fn peak(work: impl Future<Output = Result<()>>) -> Result<f64> {
    let runtime = calls::runtime()?;
    let mut result = Err(anyhow!("nothing was done"));
    let info = allocation_counter::measure(|| result = runtime.block_on(work));
    result.map(|()| info.bytes_max as f64 / 1e6)
}
