//! What depending on a generated crate costs: bytes of the program, time to build it, crates.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

use crate::table::{Table, Target};

/// A large API.
const DOCUMENT: &str = "../shared/corpus/twilio/twilio_api_v2010.json";

/// Two programs that make the same call, in a workspace of their own; and what the crates depend on.
pub fn measure(table: &mut Table) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let document = root.join(DOCUMENT);
    if !document.exists() {
        println!("There is no {DOCUMENT}: neither the binary nor the dependencies are measured.");
        return Ok(());
    }
    let workspace = workspace(&root)?;
    let mut codegen = cargo(&root);
    codegen.args(["run", "--quiet", "--package", "xtask", "--", "codegen", "--member", "--spec"]).arg(&document);
    run(codegen.arg("--out").arg(workspace.join("api")).args(["--name", "api"]))?;
    let [ours, other] = ["through", "manual"].map(|name| program(&workspace, name));
    let ((ours, ours_time), (other, other_time)) = (ours?, other?);
    table.row(
        "api_v2010, one call: stripped binary",
        "KB",
        ours as f64 / 1e3,
        other as f64 / 1e3,
        &Target::More(300.0),
    );
    table.row("api_v2010, one call: build it", "s", ours_time, other_time, &Target::More(2.0));
    let (ours, other) = (crates(&root, "twilio-flex-plugins")?, crates(&workspace, "reqwest")? + 1);
    table.row("default dependencies", "crates", ours as f64, other as f64, &Target::Times(1.1));
    Ok(())
}

/// The workspace, with what is locked here, so that both have the same versions.
fn workspace(root: &Path) -> Result<PathBuf> {
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("binary");
    fs::create_dir_all(&workspace)?;
    let manifest = "[workspace]\nmembers = [\"api\", \"manual\", \"through\"]\nresolver = \"3\"\n\n\
        [profile.release]\nstrip = true\n";
    fs::write(workspace.join("Cargo.toml"), manifest)?;
    fs::copy(root.join("Cargo.lock"), workspace.join("Cargo.lock"))?;
    for (name, source, dependencies) in [
        ("through", include_str!("binary/through.rs"), "api = { path = \"../api\" }\n"),
        (
            "manual",
            include_str!("binary/manual.rs"),
            "reqwest = { version = \"0.13\", default-features = false, features = [\"http2\", \"json\", \"rustls\"] }\n\
             serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n",
        ),
    ] {
        let package = workspace.join(name);
        fs::create_dir_all(package.join("src"))?;
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}\
             tokio = {{ version = \"1\", features = [\"rt\", \"net\", \"time\"] }}\n"
        );
        fs::write(package.join("Cargo.toml"), manifest)?;
        fs::write(package.join("src/main.rs"), source)?;
    }
    Ok(workspace)
}

/// The size of a program in bytes, and how many seconds it takes to build, all that it depends on being built.
fn program(workspace: &Path, name: &str) -> Result<(u64, f64)> {
    let build = || {
        let target = workspace.join("target");
        run(cargo(workspace).args(["build", "--quiet", "--release", "--package", name, "--target-dir"]).arg(target))
    };
    build()?;
    let mut times = Vec::new();
    for _ in 0..3 {
        let main = workspace.join(name).join("src/main.rs");
        fs::write(&main, fs::read(&main)?)?;
        let start = Instant::now();
        build()?;
        times.push(start.elapsed().as_secs_f64());
    }
    times.sort_by(f64::total_cmp);
    Ok((fs::metadata(workspace.join("target/release").join(name))?.len(), times[1]))
}

/// How many other crates `package` depends on at run time.
fn crates(workspace: &Path, package: &str) -> Result<usize> {
    let mut tree = cargo(workspace);
    tree.args(["tree", "--package", package, "--edges", "normal", "--prefix", "none", "--format", "{p}"]);
    let output = tree.output()?;
    ensure!(output.status.success(), "{tree:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout)?;
    let crates: BTreeSet<&str> = text.lines().skip(1).map(|line| line.trim_end_matches(" (*)")).collect();
    Ok(crates.len())
}

fn cargo(directory: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    command.current_dir(directory);
    command
}

fn run(command: &mut Command) -> Result<()> {
    let status =
        command.stdout(std::process::Stdio::null()).status().with_context(|| format!("cannot run {command:?}"))?;
    ensure!(status.success(), "{command:?} failed");
    Ok(())
}
