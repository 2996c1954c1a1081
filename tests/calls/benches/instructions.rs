//! Instructions of fixed cases next to those that were counted when they were last looked at.
//!
//! `tests/instructions` runs it: counts, unlike times, are the same whatever else the machine does.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use calls::{Case, Way, callgrind};

/// How much more than the baseline a case may take.
const TOLERANCE: f64 = 1.05;

type Counts = BTreeMap<String, u64>;

fn main() -> Result<()> {
    // Cargo says `--bench`, too.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let (update, files): (Vec<_>, Vec<_>) = arguments.into_iter().partition(|argument| argument == "--update");
    let [generator, document, baseline] = files.as_slice() else {
        bail!("usage: instructions GENERATOR DOCUMENT BASELINE [--update]");
    };
    // Cargo runs benchmarks in the directory of their package.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let baseline = root.join(baseline);
    let counts = counts(&root.join(generator), &root.join(document))?;
    if update.is_empty() { compare(&read(&baseline)?, &counts) } else { write(&baseline, &counts) }
}

/// The cases: the generator on a document, and calls through what it generates.
fn counts(generator: &Path, document: &Path) -> Result<Counts> {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("instructions");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    let [document, out] = [document, &out].map(|path| path.display().to_string());
    let arguments = ["codegen", "--spec", &document, "--out", &out, "--name", "twilio-flex-plugins"];
    let generation = callgrind::of(generator, &arguments.map(str::to_owned)).map_err(|error| anyhow!(error))?;
    let url = calls::server::start()?;
    let program = Path::new(env!("CARGO_BIN_EXE_call"));
    let mut counts = Counts::from([("generate flex-plugins.yaml".to_owned(), generation)]);
    for case in Case::ALL {
        let count = callgrind::per_call(program, case, Way::Generated, &url).map_err(|error| anyhow!(error))?;
        counts.insert(format!("call: {case}"), count);
    }
    Ok(counts)
}

/// Shows both, and fails if a case takes too many.
fn compare(baseline: &Counts, counts: &Counts) -> Result<()> {
    let mut slower = Vec::new();
    for (name, count) in counts {
        let before = baseline.get(name).with_context(|| format!("the baseline has no `{name}`: run with --update"))?;
        let ratio = *count as f64 / *before as f64;
        println!("{name:<28} {count:>12} instructions, {before:>12} before: {:+.2} %", (ratio - 1.0) * 100.0);
        if ratio > TOLERANCE {
            slower.push(name.as_str());
        }
    }
    if slower.is_empty() {
        return Ok(());
    }
    bail!(
        "over 5 % more instructions than before: {}. Find out why with callgrind_annotate; if it has to be, or if it \
         comes from another compiler, run `tests/instructions --update` and say so in the commit",
        slower.join(", ")
    )
}

/// The baseline: a line for each case, with its count first.
fn read(file: &Path) -> Result<Counts> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let line = |line: &str| {
        let (count, name) = line.split_once(' ').with_context(|| format!("`{line}` is no count and name"))?;
        Ok((name.to_owned(), count.parse()?))
    };
    text.lines().map(line).collect()
}

fn write(file: &Path, counts: &Counts) -> Result<()> {
    let lines: String = counts.iter().map(|(name, count)| format!("{count} {name}\n")).collect();
    fs::write(file, lines).with_context(|| format!("cannot write {}", file.display()))
}
