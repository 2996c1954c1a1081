//! All items of a long list, one after the other.

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};
use calls::manual::Manual;
use calls::server::{PAGE, PAGES};
use calls::{Error, generated};
use tokio::time::sleep;

use crate::table::{Table, Target};

/// How long the server takes for a page.
const DELAY: Duration = Duration::from_millis(10);

/// Streams next to a loop that fetches a page, consumes it, and fetches the next one.
pub fn measure(table: &mut Table, url: &str) -> Result<()> {
    let url = format!("{url}/slow/{}", DELAY.as_millis());
    let mut peak = (0, 0);
    for (name, pause, target) in [("busy", DELAY, 0.7), ("idle", Duration::ZERO, 1.05)] {
        let (ours, most) = timed(stream(&url, pause))?;
        let (other, least) = timed(pages(&url, pause))?;
        let name = format!("10,000 items, consumer {name}");
        table.row(&name, "s", ours.as_secs_f64(), other.as_secs_f64(), &Target::Times(target));
        peak = (most, least);
    }
    // A second page may be at hand, with its text.
    table.row("10,000 items, peak heap", "KB", peak.0 as f64 / 1e3, peak.1 as f64 / 1e3, &Target::More(200.0));
    Ok(())
}

/// How long `work` takes, and how many bytes it has allocated at most.
fn timed(work: impl Future<Output = Result<usize, Error>>) -> Result<(Duration, u64)> {
    let runtime = calls::runtime()?;
    let (mut items, start) = (Ok(0), Instant::now());
    let info = allocation_counter::measure(|| items = runtime.block_on(work));
    let items = items.map_err(|error| anyhow!(error))?;
    assert_eq!(items, PAGE * PAGES, "a list has ended too early");
    Ok((start.elapsed(), info.bytes_max))
}

async fn stream(url: &str, pause: Duration) -> Result<usize, Error> {
    let client = generated::client(url)?;
    let (mut stream, mut items) = (client.plugins().list().page_size(PAGE as i64).stream(), 0);
    while let Some(item) = stream.next().await {
        item?;
        items += 1;
        consume(items, pause).await;
    }
    Ok(items)
}

async fn pages(url: &str, pause: Duration) -> Result<usize, Error> {
    let client = Manual::new(url)?;
    let (mut next, mut items) = (Some(client.list(PAGE).await?), 0);
    while let Some(page) = next.take() {
        for _ in page.plugins {
            items += 1;
            consume(items, pause).await;
        }
        if let Some(url) = page.meta.next_page_url {
            next = Some(client.page(&url).await?);
        }
    }
    Ok(items)
}

/// Takes `pause` in all for each page, in five parts.
async fn consume(items: usize, pause: Duration) {
    if items.is_multiple_of(PAGE / 5) && !pause.is_zero() {
        sleep(pause / 5).await;
    }
}
