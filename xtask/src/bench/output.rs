//! What comes of measuring: text for people, JSON for programs, a picture for the documentation.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::Args;
use serde_json::{Value, json};

use super::chart;
use super::table::Table;

/// Where results go beside standard output.
#[derive(Args)]
pub(super) struct Output {
    /// Write the tables to this file as JSON, too.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Draw what is compared as bars, in this file.
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
}

impl Output {
    /// Prints `tables` and `notes`, and writes what was asked for.
    ///
    /// # Errors
    ///
    /// If something cannot be written.
    pub(super) fn write(&self, title: &str, tables: &[Table], notes: &[String]) -> Result<()> {
        let texts: Vec<String> =
            tables.iter().map(Table::text).chain(notes.iter().map(|note| note.clone() + "\n")).collect();
        crate::print(&texts.join("\n"))?;
        if let Some(file) = &self.json {
            let tables: Vec<Value> = tables.iter().map(Table::json).collect();
            let all = json!({ "title": title, "tables": tables, "notes": notes });
            write(file, &(serde_json::to_string_pretty(&all)? + "\n"))?;
        }
        self.svg.as_deref().map_or(Ok(()), |file| write(file, &chart::svg(title, tables)))
    }
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}
