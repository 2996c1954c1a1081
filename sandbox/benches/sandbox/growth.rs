//! What becomes of memory and latencies when there is much more to keep.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::load;
use crate::process::Process;
use crate::request::{self, SERVICE, Versions};
use crate::summary::Micros;
use crate::{Extent, speed};

/// Measures and prints everything.
pub async fn report(extent: &Extent, directory: &Path) -> Result<(), Box<dyn Error>> {
    let server = Process::sandbox(&directory.join("growth.db"), false)?;
    let versions = Arc::new(Versions::new(speed::plugin(&server, "growing").await?));
    let [few, many] = extent.versions;
    speed::fill(&server, &versions, few).await?;
    let small = Latencies::measure(&server, extent).await?;
    let before = server.memory();

    let start = Instant::now();
    speed::fill(&server, &versions, many).await?;
    let rate = (many - few) as f64 / start.elapsed().as_secs_f64();
    let large = Latencies::measure(&server, extent).await?;
    let memory = server.memory();

    println!();
    println!("at {few} and at {many} versions (created at {rate:.0} a second on 64 connections), 1 connection:");
    println!("                  before     after     ratio");
    for ((name, before), (_, after)) in small.named().into_iter().zip(large.named()) {
        let ratio = after.as_secs_f64() / before.as_secs_f64();
        println!("{name:<14} {:>9} {:>9} {ratio:>9.2}", Micros(before), Micros(after));
    }
    if let (Some(before), Some(memory)) = (before, memory) {
        let ratio = memory as f64 / before as f64;
        println!("memory         {:>5} MiB {:>5} MiB {ratio:>9.2}", before / 1024, memory / 1024);
    }
    Ok(())
}

/// Medians on one connection.
struct Latencies {
    fetch: Duration,
    first_page: Duration,
    deep_page: Duration,
}

impl Latencies {
    async fn measure(server: &Process, extent: &Extent) -> Result<Self, Box<dyn Error>> {
        let fetch = speed::fetches(server, "growing").await?;
        let first = load::repeat(vec![request::get("/Plugins/growing/Versions?PageSize=50")]);
        let deep = load::repeat(vec![request::get(&deep_page(server).await?)]);
        Ok(Self {
            fetch: load::measure(server, &fetch, 1, extent.time).await?.p50,
            first_page: load::measure(server, &first, 1, extent.time).await?.p50,
            deep_page: load::measure(server, &deep, 1, extent.time).await?.p50,
        })
    }

    fn named(&self) -> [(&'static str, Duration); 3] {
        [("fetch", self.fetch), ("first page", self.first_page), ("a late page", self.deep_page)]
    }
}

/// The path of a page of 50 that is about nine tenths into the list.
async fn deep_page(server: &Process) -> Result<String, Box<dyn Error>> {
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
