//! Requests per second and latencies, next to the floors.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;

use serde_json::Value;

use crate::load::{self, Source};
use crate::process::Process;
use crate::request::{self, Versions};
use crate::summary::{Micros, Summary};
use crate::{Extent, floor};

/// How many connections there are at a time.
const CONNECTIONS: [usize; 3] = [1, 16, 64];

/// How many versions there are to be read.
const VERSIONS: usize = 1_000;

/// Measures and prints everything.
pub async fn report(extent: &Extent, directory: &Path) -> Result<(), Box<dyn Error>> {
    let server = Process::sandbox(&directory.join("speed.db"), false)?;
    let versions = Arc::new(Versions::new(plugin(&server, "measured").await?));
    fill(&server, &versions, VERSIONS).await?;
    let fetch = fetches(&server, "measured").await?;
    let list = load::repeat(vec![request::get("/Plugins/measured/Versions?PageSize=50")]);

    println!("              conns      req/s       p50       p99  CPU/req  floor req/s      ratio");
    reads("fetch", &server, &fetch, extent).await?;
    reads("list of 50", &server, &list, extent).await?;
    creates(&server, &versions, directory, extent).await?;
    drop(server);

    let server = Process::sandbox(&directory.join("speed.db"), true)?;
    row("fetch, logged", 64, load::measure(&server, &fetch, 64, extent.time).await?, None);
    Ok(())
}

/// Creates a plugin and returns its SID.
pub async fn plugin(server: &Process, name: &str) -> Result<String, Box<dyn Error>> {
    let body = load::ask(server.address, &request::post("/Plugins", &format!("UniqueName={name}"))).await?;
    let plugin: Value = serde_json::from_slice(&body)?;
    Ok(plugin["sid"].as_str().ok_or("the plugin has no SID")?.to_owned())
}

/// Creates versions until there are `count`.
pub async fn fill(server: &Process, versions: &Arc<Versions>, count: usize) -> Result<(), Box<dyn Error>> {
    let source = Arc::clone(versions);
    // A few more than wanted may come of the race between the connections, which does not matter.
    let source: Source = Arc::new(move || (source.count() < count).then(|| source.next()));
    Ok(load::exhaust(server.address, &source, 64).await?)
}

/// Requests for each of the newest 1000 versions of a plugin, by SID.
pub async fn fetches(server: &Process, plugin: &str) -> Result<Source, Box<dyn Error>> {
    let path = format!("/Plugins/{plugin}/Versions");
    let page = load::ask(server.address, &request::get(&format!("{path}?PageSize=1000"))).await?;
    let page: Value = serde_json::from_slice(&page)?;
    let versions = page["plugin_versions"].as_array().ok_or("the page has no versions")?;
    let sids = versions.iter().filter_map(|version| version["sid"].as_str());
    Ok(load::repeat(sids.map(|sid| request::get(&format!("{path}/{sid}"))).collect()))
}

/// Measures the sandbox and a floor that answers as much.
async fn reads(name: &str, server: &Process, source: &Source, extent: &Extent) -> Result<(), Box<dyn Error>> {
    let request = source().ok_or("there is no request")?;
    let floor = Process::floor(load::ask(server.address, &request).await?.len())?;
    for connections in CONNECTIONS {
        let lowest = load::measure(&floor, source, connections, extent.time).await?;
        let measured = load::measure(server, source, connections, extent.time).await?;
        row(name, connections, measured, Some(lowest));
    }
    Ok(())
}

/// Measures creates and a thread that appends as much.
async fn creates(
    server: &Process,
    versions: &Arc<Versions>,
    directory: &Path,
    extent: &Extent,
) -> Result<(), Box<dyn Error>> {
    let source = Arc::clone(versions);
    let source: Source = Arc::new(move || Some(source.next()));
    for connections in CONNECTIONS {
        // Anew each time, since disks are moody.
        let lowest = floor::append(directory, Versions::form(0).as_bytes(), extent.time)?;
        let measured = load::measure(server, &source, connections, extent.time).await?;
        row("create", connections, measured, Some(lowest));
    }
    Ok(())
}

fn row(name: &str, connections: usize, measured: Summary, floor: Option<Summary>) {
    let Summary { rate, p50, p99, busy } = measured;
    let (p50, p99) = (Micros(p50), Micros(p99));
    let busy = busy.map_or_else(String::new, |busy| Micros(busy).to_string());
    let floor = floor.map_or_else(String::new, |floor| {
        let (floor, ratio) = (floor.rate, rate / floor.rate);
        format!(" {floor:>12.0} {ratio:>10.2}")
    });
    println!("{name:<14} {connections:>4} {rate:>10.0} {p50:>9} {p99:>9} {busy:>8}{floor}");
}
