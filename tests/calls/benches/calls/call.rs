//! Instructions and allocations of single calls.

use std::path::Path;

use anyhow::{Result, anyhow};
use calls::{Case, Way, callgrind};

use crate::table::{Table, Target};

/// CPU instructions of a call, where valgrind is installed.
pub fn instructions(table: &mut Table, url: &str) -> Result<()> {
    if !callgrind::is_here() {
        println!("valgrind is not installed: instructions are not counted");
        return Ok(());
    }
    let program = Path::new(env!("CARGO_BIN_EXE_call"));
    for case in Case::ALL {
        let count = |way| callgrind::per_call(program, case, way, url).map_err(|error| anyhow!(error));
        let (ours, other) = (count(Way::Generated)?, count(Way::Manual)?);
        // Names that come where they are not expected are looked for one by one.
        let most = if case == Case::Reversed { 1.15 } else { 1.05 };
        table.row(&case.to_string(), "instructions", ours as f64, other as f64, &Target::Times(most));
    }
    Ok(())
}

/// Allocations of a call: the difference between 100 and 200 calls.
pub fn allocations(table: &mut Table, url: &str) -> Result<()> {
    for case in Case::ALL {
        let count =
            |way| Ok::<_, anyhow::Error>((counted(case, way, 200, url)? - counted(case, way, 100, url)?) / 100.0);
        let (ours, other) = (count(Way::Generated)?, count(Way::Manual)?);
        table.row(&case.to_string(), "allocations", ours, other, &Target::More(3.0));
    }
    Ok(())
}

fn counted(case: Case, way: Way, n: usize, url: &str) -> Result<f64> {
    let runtime = calls::runtime()?;
    let mut result = Ok(());
    let info = allocation_counter::measure(|| result = runtime.block_on(calls::call(case, way, n, url)));
    result.map_err(|error| anyhow!(error))?;
    Ok(info.count_total as f64)
}
