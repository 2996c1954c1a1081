//! What a call through a generated client costs, next to the same call by hand, and what depending on one costs.
//!
//! `cargo xtask bench calls` runs it: instructions (where valgrind is installed), allocations, streams, transfers,
//! the binary and the dependencies. The server is in other threads, which no count includes.

mod binary;
mod call;
mod stream;
mod table;
mod transfer;

use std::path::PathBuf;

use table::Table;

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (mut json, mut quick) = (None, false);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--json" => json = arguments.next().map(PathBuf::from),
            "--quick" => quick = true,
            _ => {}
        }
    }
    let url = calls::server::start()?;
    let mut table = Table::default();
    call::instructions(&mut table, &url)?;
    call::allocations(&mut table, &url)?;
    stream::measure(&mut table, &url)?;
    transfer::measure(&mut table, &url)?;
    if !quick {
        binary::measure(&mut table)?;
    }
    match json {
        Some(file) => table.write(&file),
        None => Ok(()),
    }
}
