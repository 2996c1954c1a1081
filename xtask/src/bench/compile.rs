//! How long the compiler takes for what generators make, and how much memory.

mod krate;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Args;

use self::krate::{Crate, WAYS, Way};
use super::documents::{self, Subject};
use super::generator::Generator;
use super::measure::{self, Cost, Effort};
use super::output::Output;
use super::table::{Column, Row, Table};
use super::{lines, workshop};

/// What `bench compile` is told.
#[derive(Args)]
pub struct Compile {
    /// Measure the crates of these documents rather than those of the corpus.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    documents: Vec<PathBuf>,
    /// Install other generators, and measure their crates side by side.
    #[arg(long)]
    peers: bool,
    /// Measure everything once only; the numbers are rough then.
    #[arg(long)]
    quick: bool,
    #[command(flatten)]
    output: Output,
}

const FULL: Effort = Effort { least: 1, most: 5, time: Duration::from_secs(40) };

/// Measures the compiler on generated crates, and prints what was found; returns the exit code for this program.
///
/// # Errors
///
/// If our generator does not compile, or a result cannot be written.
pub fn run(Compile { documents, peers, quick, output }: &Compile) -> Result<u8> {
    let folder = workshop::folder("compile")?;
    let (generators, notes) = Generator::all(*peers)?;
    let effort = if *quick { Effort::ONCE } else { FULL };
    let subjects = if documents.is_empty() { documents::single() } else { documents::present(documents) };
    let (mut times, mut sizes, mut is_fine) = (times(), sizes(), true);
    for Subject { name, documents } in &subjects {
        for document in documents {
            let mut crates = generators
                .iter()
                .map(|generator| Crate::generate(generator, document, &folder))
                .collect::<Result<Vec<_>>>()?;
            for way in WAYS {
                anstream::eprintln!("{name}: cargo {}", way.name);
                times.extend(side_by_side(name, way, &mut crates, effort, &folder)?);
            }
            let scratch = folder.join("counted");
            let operations = documents::operations(&generators[0].program, document, &scratch)?;
            sizes.rows.extend(crates.iter().map(|krate| size(name, krate, operations)).collect::<Result<Vec<_>>>()?);
            is_fine &= crates.iter().all(|krate| krate.is_peer || krate.problem.is_empty());
        }
    }
    output.write("Compiling generated crates", &[times, sizes], &notes)?;
    Ok(if is_fine { 0 } else { crate::FINDINGS })
}

fn times() -> Table {
    let column = |key, head, digits| Column { key, head, digits, is_compared: true };
    Table {
        title: "Wall time of cargo for the crate alone, its dependencies built, and the compiler's peak memory, \
                medians; ratios are to the best peer."
            .to_owned(),
        columns: vec![column("seconds", "seconds", 2), column("megabytes", "MB", 0)],
        rows: Vec::new(),
    }
}

fn sizes() -> Table {
    let column = |key, head, digits, is_compared| Column { key, head, digits, is_compared };
    Table {
        title: "Lines of code by default, made from the document or the same for all documents, and behind other \
                features; size of the library in debug mode. Comments, docs and blank lines do not count."
            .to_owned(),
        columns: vec![
            column("lines_per_operation", "lines/operation", 1, true),
            column("lines_derived", "derived", 0, false),
            column("lines_copied", "copied", 0, false),
            column("lines_optional", "optional", 0, false),
            column("library_megabytes", "rlib MB", 1, true),
        ],
        rows: Vec::new(),
    }
}

/// Measures every crate in one way, one after another in each round, so that all meet the machine in the same state.
fn side_by_side(subject: &str, way: &Way, crates: &mut [Crate], effort: Effort, folder: &Path) -> Result<Vec<Row>> {
    let mut costs: Vec<Vec<Cost>> = vec![Vec::new(); crates.len()];
    for krate in &mut *crates {
        krate.prepare(way)?;
    }
    let (start, mut rounds) = (Instant::now(), 0);
    while effort.goes_on(rounds, start) {
        for (krate, costs) in crates.iter().zip(&mut costs).filter(|(krate, _)| krate.problem.is_empty()) {
            costs.extend(measure::cost(&krate.again(way)?, &folder.join("log.txt"))?);
        }
        rounds += 1;
    }
    let row = |(krate, costs): (&Crate, Vec<Cost>)| {
        let cost = measure::typical(&costs);
        Row {
            subject: format!("{subject}, cargo {}", way.name),
            program: krate.program.clone(),
            is_peer: krate.is_peer,
            figures: vec![cost.map(|cost| cost.seconds), cost.map(|cost| cost.megabytes)],
            note: krate.problem.clone(),
        }
    };
    Ok(crates.iter().zip(costs).map(row).collect())
}

/// How much there is of a crate; nothing of one that does not compile.
fn size(subject: &str, krate: &Crate, operations: f64) -> Result<Row> {
    let row = Row {
        subject: subject.to_owned(),
        program: krate.program.clone(),
        is_peer: krate.is_peer,
        figures: vec![None; 5],
        note: krate.problem.clone(),
    };
    if !krate.problem.is_empty() {
        return Ok(row);
    }
    let lines = lines::of(&krate.folder.join("src"), !krate.is_peer)?;
    let lines::Lines { derived, copied, optional } = lines;
    let library = krate.library.as_deref().and_then(|file| file.metadata().ok()).map(|about| about.len() as f64 / 1e6);
    let figures = vec![
        Some((derived + copied) as f64 / operations),
        Some(derived as f64),
        Some(copied as f64),
        Some(optional as f64),
        library,
    ];
    Ok(Row { figures, ..row })
}
