//! What becomes of memory and latencies when there is much more to keep.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::load::{self, Source};
use crate::process::Process;
use crate::request::{self, SERVICE, Versions};
use crate::summary::Micros;
use crate::{Extent, speed};

/// Measures and prints everything.
///
/// The small and the large database are measured in turns, so that other work of the machine disturbs both.
pub async fn report(extent: &Extent, directory: &Path) -> Result<(), Box<dyn Error>> {
    let [few, many] = extent.versions;
    let small = grown(&directory.join("small.db"), few).await?;
    let start = Instant::now();
    let large = grown(&directory.join("large.db"), many).await?;
    let rate = many as f64 / start.elapsed().as_secs_f64();

    println!();
    println!("with {few} and with {many} versions (created at {rate:.0} a second on 64 connections), 1 connection:");
    println!("                   small     large     ratio");
    let sources = sources(&small).await?.into_iter().zip(sources(&large).await?);
    for (name, (few, many)) in ["fetch", "first page", "a late page"].into_iter().zip(sources) {
        let (few, many) = in_turns((&small, &few), (&large, &many), extent.time).await?;
        let ratio = many.as_secs_f64() / few.as_secs_f64();
        println!("{name:<14} {:>9} {:>9} {ratio:>9.2}", Micros(few), Micros(many));
    }
    if let (Some(few), Some(many)) = (small.memory(), large.memory()) {
        let ratio = many as f64 / few as f64;
        println!("memory         {:>5} MiB {:>5} MiB {ratio:>9.2}", few / 1024, many / 1024);
    }
    Ok(())
}

/// The latencies of two servers, each the least of the medians of ten short measurements.
///
/// On an idle machine, a latency is that of waking threads, which differs by far more than what is looked for here,
/// according to the cores that the system chooses.
async fn in_turns(
    one: (&Process, &Source),
    other: (&Process, &Source),
    time: Duration,
) -> Result<(Duration, Duration), Box<dyn Error>> {
    let mut least = (Duration::MAX, Duration::MAX);
    for _ in 0..10 {
        least.0 = least.0.min(load::measure(one.0, one.1, 1, time / 5).await?.p50);
        least.1 = least.1.min(load::measure(other.0, other.1, 1, time / 5).await?.p50);
    }
    Ok(least)
}

/// A sandbox with a plugin of so many versions.
async fn grown(database: &Path, count: usize) -> Result<Process, Box<dyn Error>> {
    let server = Process::sandbox(database, false)?;
    let versions = Arc::new(Versions::new(speed::plugin(&server, "growing").await?));
    speed::fill(&server, &versions, count).await?;
    Ok(server)
}

/// What is measured.
async fn sources(server: &Process) -> Result<[Source; 3], Box<dyn Error>> {
    let first = load::repeat(vec![request::get("/Plugins/growing/Versions?PageSize=50")]);
    let late = load::repeat(vec![request::get(&late_page(server).await?)]);
    Ok([speed::fetches(server, "growing").await?, first, late])
}

/// The path of a page of 50 that is about nine tenths into the list.
async fn late_page(server: &Process) -> Result<String, Box<dyn Error>> {
    let mut paths = Vec::new();
    let mut next = Some("/Plugins/growing/Versions?PageSize=100".to_owned());
    while let Some(path) = next {
        let page: Value = serde_json::from_slice(&load::ask(server.address, &request::get(&path)).await?)?;
        let url = page["meta"]["next_page_url"].as_str();
        next = url.and_then(|url| url.split_once(SERVICE)).map(|(_, path)| path.to_owned());
        paths.push(path);
    }
    let path = paths.get(paths.len() * 9 / 10).ok_or("there is no page")?;
    Ok(path.replace("PageSize=100", "PageSize=50"))
}
