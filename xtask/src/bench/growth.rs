//! How time and memory grow with the size of a document.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use super::generator::Generator;
use super::measure::{self, Effort};
use super::synthetic;
use super::table::{Column, Row, Table};

const SIZES: [usize; 4] = [1_000, 4_000, 16_000, 64_000];
const QUICK: [usize; 2] = [1_000, 4_000];
const FULL: Effort = Effort { least: 1, most: 9, time: Duration::from_secs(5) };

/// Measures ours on documents of more and more operations, all in `folder`.
///
/// # Errors
///
/// If a document cannot be written, or the generator cannot be started.
pub(super) fn table(ours: &Generator, is_quick: bool, folder: &Path) -> Result<Table> {
    let column = |key, head, digits| Column { key, head, digits, is_compared: false };
    let mut table = Table {
        title: "Growth over synthetic documents. On a straight line, what an operation takes is always the same."
            .to_owned(),
        columns: vec![
            column("document_megabytes", "document MB", 1),
            column("seconds", "seconds", 3),
            column("megabytes", "MB", 1),
            column("microseconds_per_operation", "µs/operation", 1),
            column("kilobytes_per_operation", "kB/operation", 1),
        ],
        rows: Vec::new(),
    };
    for operations in if is_quick { &QUICK[..] } else { &SIZES } {
        anstream::eprintln!("{operations} operations");
        table.extend(vec![row(ours, *operations, if is_quick { Effort::ONCE } else { FULL }, folder)?]);
    }
    Ok(table)
}

fn row(ours: &Generator, operations: usize, effort: Effort, folder: &Path) -> Result<Row> {
    let document = folder.join(format!("synthetic_{operations}.json"));
    let size = write(&document, operations).with_context(|| format!("cannot write {}", document.display()))?;
    let (mut costs, start) = (Vec::new(), Instant::now());
    while effort.goes_on(costs.len(), start) {
        // Nothing is removed, as in the rest of this benchmark.
        let out = folder.join(format!("synthetic_{operations}_{}", costs.len()));
        let cost = measure::cost(&ours.command(&document, &out, "synthetic"), &folder.join("log.txt"))?;
        let Some(cost) = cost else { break };
        costs.push(cost);
    }
    let cost = measure::typical(&costs);
    let each = |total: f64| total / operations as f64;
    Ok(Row {
        subject: format!("{operations} operations"),
        program: ours.title(),
        figures: vec![
            Some(size as f64 / 1e6),
            cost.map(|cost| cost.seconds),
            cost.map(|cost| cost.megabytes),
            cost.map(|cost| each(cost.seconds * 1e6)),
            cost.map(|cost| each(cost.megabytes * 1e3)),
        ],
        note: if cost.is_none() { "fails".to_owned() } else { String::new() },
        is_peer: false,
    })
}

/// Writes a document, and returns its size. It is never in memory as a whole.
fn write(document: &Path, operations: usize) -> std::io::Result<u64> {
    let mut out = BufWriter::new(File::create(document)?);
    synthetic::write(&mut out, operations)?;
    out.flush()?;
    Ok(document.metadata()?.len())
}
