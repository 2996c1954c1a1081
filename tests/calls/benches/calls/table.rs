//! What was measured, as lines and as JSON.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

/// Prints each row as soon as it is known.
#[derive(Default)]
pub struct Table(Vec<Value>);

/// The most that something may be.
pub enum Target {
    /// This many times the other.
    Times(f64),
    /// So much more than the other.
    More(f64),
}

impl Table {
    /// Adds what `name`, in `unit`, is with us, and what it is next to that.
    pub fn row(&mut self, name: &str, unit: &str, ours: f64, other: f64, target: &Target) {
        let (figure, most, is_met) = match target {
            Target::Times(most) => (format!("{:.3}×", ours / other), format!("{most:.2}×"), ours <= other * most),
            Target::More(most) => (format!("{:+.1}", ours - other), format!("{most:+.1}"), ours <= other + most),
        };
        let verdict = if is_met { "met" } else { "MISSED" };
        println!("{name:<44} {unit:<13} {ours:>12.1} {other:>12.1} {figure:>9}  at most {most:<8} {verdict}");
        self.0.push(json!({
            "name": name, "unit": unit, "ours": ours, "other": other, "figure": figure, "target": most, "met": is_met,
        }));
    }

    /// Writes all rows to `file`.
    pub fn write(&self, file: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(&self.0)? + "\n";
        fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
    }
}
