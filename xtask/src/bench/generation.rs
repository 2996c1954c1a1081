//! How long generators take for documents, and how much memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::Args;

use super::documents::{self, Subject};
use super::generator::Generator;
use super::measure::{self, Cost, Effort};
use super::output::Output;
use super::table::{Column, Row, Table};
use super::{growth, workshop};

/// What `bench generation` is told.
#[derive(Args)]
pub struct Generation {
    /// Measure these documents rather than those of the corpus, and no growth.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    documents: Vec<PathBuf>,
    /// Install other generators, and measure them side by side.
    #[arg(long)]
    peers: bool,
    /// Measure everything once only; the numbers are rough then.
    #[arg(long)]
    quick: bool,
    #[command(flatten)]
    output: Output,
}

const FULL: Effort = Effort { least: 3, most: 15, time: Duration::from_secs(10) };
const LOG: &str = "log.txt";

/// Measures the generators, and prints what was found; returns the exit code for this program.
///
/// # Errors
///
/// If ours does not compile, or a result cannot be written.
pub fn run(Generation { documents, peers, quick, output }: &Generation) -> Result<u8> {
    let folder = workshop::temporary("generation")?;
    let (generators, notes) = Generator::all(*peers)?;
    let effort = if *quick { Effort::ONCE } else { FULL };
    let subjects = if documents.is_empty() { documents::usual()? } else { documents::present(documents) };
    let mut table = table();
    let mut is_quiet = true;
    for (index, subject) in subjects.iter().enumerate() {
        anstream::eprintln!("{}", subject.name);
        // Nothing is removed before all is measured: where files were removed in the last minutes, file systems without
        // a journal take up to a millisecond for a new one.
        let place = folder.join(index.to_string());
        fs::create_dir(&place).with_context(|| format!("cannot create {}", place.display()))?;
        let (rows, last) = side_by_side(subject, &generators, effort, &place)?;
        table.extend(rows);
        let (row, wrote) = unchanged(subject, &generators[0], effort, &last, &place)?;
        is_quiet &= wrote == 0;
        table.extend(vec![row]);
    }
    let mut tables = vec![table];
    if documents.is_empty() {
        tables.push(growth::table(&generators[0], *quick, &folder)?);
    }
    output.write("Generating crates from OpenAPI documents", &tables, &notes)?;
    workshop::remove(&folder)?;
    Ok(if is_quiet { 0 } else { crate::FINDINGS })
}

fn table() -> Table {
    let column = |key, head, digits| Column { key, head, digits, is_compared: true };
    Table {
        title: "Wall time and peak memory of one run into an empty folder, medians; ratios are to the best peer."
            .to_owned(),
        columns: vec![column("seconds", "seconds", 3), column("megabytes", "MB", 1)],
        rows: Vec::new(),
    }
}

/// Measures every generator, one after another in each round, so that all meet the machine in the same state; with what
/// the first of them made in the last round.
fn side_by_side(
    subject: &Subject,
    generators: &[Generator],
    effort: Effort,
    folder: &Path,
) -> Result<(Vec<Row>, PathBuf)> {
    let out = |generator: &Generator, round: usize| {
        folder.join(round.to_string()).join(generator.name().rsplit('/').next().unwrap_or_default())
    };
    let mut costs: Vec<Vec<Cost>> = vec![Vec::new(); generators.len()];
    let mut failures: Vec<String> = vec![String::new(); generators.len()];
    let (start, mut rounds) = (Instant::now(), 0);
    while effort.goes_on(rounds, start) {
        for ((generator, costs), failure) in generators.iter().zip(&mut costs).zip(&mut failures) {
            if !failure.is_empty() {
                continue;
            }
            match whole(subject, generator, &out(generator, rounds), folder)? {
                Ok(cost) => costs.push(cost),
                Err(document) => *failure = format!("fails on {}", documents::name(&document)),
            }
        }
        rounds += 1;
    }
    let row = |((generator, costs), failure): ((&Generator, Vec<Cost>), String)| {
        row(subject, generator.title(), generator.peer.is_some(), &costs, failure)
    };
    let last = out(&generators[0], rounds.saturating_sub(1));
    Ok((generators.iter().zip(costs).zip(failures).map(row).collect(), last))
}

/// What all documents of `subject` cost, each below `out`; the first that fails, if one does.
fn whole(subject: &Subject, generator: &Generator, out: &Path, folder: &Path) -> Result<Result<Cost, PathBuf>> {
    let mut sum = Cost { seconds: 0.0, megabytes: 0.0 };
    for document in &subject.documents {
        let out = out.join(documents::name(document));
        let command = generator.command(document, &out, "measured");
        let Some(Cost { seconds, megabytes }) = measure::cost(&command, &folder.join(LOG))? else {
            return Ok(Err(document.clone()));
        };
        sum = Cost { seconds: sum.seconds + seconds, megabytes: sum.megabytes.max(megabytes) };
    }
    Ok(Ok(sum))
}

/// Measures ours over what it has made already in `out`; with how many files were written.
fn unchanged(subject: &Subject, ours: &Generator, effort: Effort, out: &Path, folder: &Path) -> Result<(Row, usize)> {
    let before = workshop::files(out)?;
    let (mut costs, start) = (Vec::new(), Instant::now());
    while effort.goes_on(costs.len(), start) {
        match whole(subject, ours, out, folder)? {
            Ok(cost) => costs.push(cost),
            Err(_) => break,
        }
    }
    let after = workshop::files(out)?;
    let wrote = after.iter().filter(|file| !before.contains(file)).count();
    let note = if wrote == 0 { "writes nothing".to_owned() } else { format!("writes {wrote} files") };
    Ok((row(subject, "xtask, nothing changed".to_owned(), false, &costs, note), wrote))
}

fn row(subject: &Subject, program: String, is_peer: bool, costs: &[Cost], note: String) -> Row {
    let cost = measure::typical(costs);
    let figures = vec![cost.map(|cost| cost.seconds), cost.map(|cost| cost.megabytes)];
    Row { subject: subject.name.clone(), program, is_peer, figures, note }
}
