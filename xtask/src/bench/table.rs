//! Figures of several programs on several subjects, as text and as JSON, with ratios to the best peer.

use serde_json::{Map, Value, json};

/// Figures that belong together.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// What was measured, and how.
    pub(super) title: String,
    /// What the columns are.
    pub(super) columns: Vec<Column>,
    /// In the order of the subjects; what belongs to a subject stands together.
    pub(super) rows: Vec<Row>,
}

/// A kind of figure; of each, less is better.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// The name in JSON.
    pub(super) key: &'static str,
    /// The name for people, with the unit.
    pub(super) head: &'static str,
    /// How many decimal places are shown.
    pub(super) digits: usize,
    /// Whether the ratio to the best peer is shown.
    pub(super) is_compared: bool,
}

/// What a program did with a subject.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// What it was given.
    pub(super) subject: String,
    /// The name of the program.
    pub(super) program: String,
    /// Whether others are compared with it.
    pub(super) is_peer: bool,
    /// A figure for each column; `None` where there is none.
    pub(super) figures: Vec<Option<f64>>,
    /// What else is to be said.
    pub(super) note: String,
}

impl Table {
    /// Adds `rows`, and shows them to who waits for the rest.
    pub(super) fn extend(&mut self, rows: Vec<Row>) {
        for row in rows {
            let figure = |(column, figure): (&Column, &Option<f64>)| {
                figure.map(|figure| format!(" {figure:.*} {}", column.digits, column.head))
            };
            let figures: String = self.columns.iter().zip(&row.figures).filter_map(figure).collect();
            anstream::eprintln!("  {}:{figures} {}", row.program, row.note);
            self.rows.push(row);
        }
    }

    /// The figure of `row` in a column, as a multiple of the smallest that a peer has there.
    pub(super) fn ratio(&self, row: &Row, column: usize) -> Option<f64> {
        let figure = |row: &Row| row.figures.get(column).copied().flatten();
        let peers = self.rows.iter().filter(|other| other.is_peer && other.subject == row.subject);
        let best = peers.filter_map(figure).min_by(f64::total_cmp)?;
        Some(figure(row)? / best)
    }

    /// The title, and the figures in columns.
    pub(super) fn text(&self) -> String {
        let lines: Vec<Vec<String>> =
            std::iter::once(self.heads()).chain(self.rows.iter().map(|row| self.cells(row))).collect();
        let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..lines[0].len()).map(width).collect();
        let mut text = format!("{}\n\n", self.title);
        let mut before = "";
        for (line, row) in lines.iter().zip(std::iter::once(None).chain(self.rows.iter().map(Some))) {
            let subject = row.map_or("", |row| row.subject.as_str());
            let is_same = row.is_some() && subject == before;
            before = subject;
            text += aligned(line, &widths, is_same).trim_end();
            text.push('\n');
        }
        text
    }

    fn heads(&self) -> Vec<String> {
        let mut heads = vec![String::new(), String::new()];
        for column in &self.columns {
            heads.push(column.head.to_owned());
            heads.extend(column.is_compared.then(|| "ratio".to_owned()));
        }
        heads.push(String::new());
        heads
    }

    fn cells(&self, row: &Row) -> Vec<String> {
        let mut cells = vec![row.subject.clone(), row.program.clone()];
        for (index, column) in self.columns.iter().enumerate() {
            let figure = row.figures.get(index).copied().flatten();
            cells.push(figure.map(|figure| format!("{figure:.*}", column.digits)).unwrap_or_default());
            let ratio = || self.ratio(row, index).map(|ratio| format!("{ratio:.2}×")).unwrap_or_default();
            cells.extend(column.is_compared.then(ratio));
        }
        cells.push(row.note.clone());
        cells
    }

    /// The figures and ratios of each row, under the keys of their columns.
    pub(super) fn json(&self) -> Value {
        let rows: Vec<Value> = self.rows.iter().map(|row| self.row(row)).collect();
        json!({ "title": self.title, "rows": rows })
    }

    fn row(&self, row: &Row) -> Value {
        let Row { subject, program, is_peer, figures, note } = row;
        let mut members = Map::new();
        members.insert("subject".to_owned(), json!(subject));
        members.insert("program".to_owned(), json!(program));
        members.insert("is_peer".to_owned(), json!(is_peer));
        for (index, column) in self.columns.iter().enumerate() {
            members.insert(column.key.to_owned(), json!(figures.get(index).copied().flatten()));
            if let Some(ratio) = self.ratio(row, index).filter(|_| column.is_compared) {
                members.insert(format!("{}_ratio", column.key), json!(ratio));
            }
        }
        if !note.is_empty() {
            members.insert("note".to_owned(), json!(note));
        }
        Value::Object(members)
    }
}

/// A line: subject, program and note to the left, figures to the right; without its subject if that is clear.
fn aligned(cells: &[String], widths: &[usize], is_same: bool) -> String {
    let last = cells.len() - 1;
    let cell = |(index, (cell, width)): (usize, (&String, &usize))| match index {
        0 if is_same => " ".repeat(*width),
        0 | 1 => format!("{cell:width$}"),
        _ if index == last => cell.clone(),
        _ => format!("{cell:>width$}"),
    };
    cells.iter().zip(widths).enumerate().map(cell).collect::<Vec<_>>().join("  ")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A table with a peer that is faster, one that failed, and one that had nothing to be compared with.
    pub(in crate::bench) fn example() -> Table {
        let row = |subject: &str, program: &str, is_peer, figures: [Option<f64>; 2], note: &str| Row {
            subject: subject.to_owned(),
            program: program.to_owned(),
            is_peer,
            figures: figures.to_vec(),
            note: note.to_owned(),
        };
        Table {
            title: "How long it takes".to_owned(),
            columns: vec![
                Column { key: "seconds", head: "s", digits: 3, is_compared: true },
                Column { key: "files", head: "files", digits: 0, is_compared: false },
            ],
            rows: vec![
                row("one.json", "xtask", false, [Some(0.5), Some(12.0)], ""),
                row("one.json", "ours <& others", true, [Some(1.0), Some(7.0)], ""),
                row("one.json", "slow", true, [Some(10.0), None], ""),
                row("one.json", "broken", true, [None, None], "fails: no such luck"),
                row("two.json", "xtask", false, [Some(0.25), Some(1.0)], ""),
            ],
        }
    }

    #[test]
    fn ratios_are_to_the_best_peer() {
        let table = example();
        let ratios: Vec<_> = table.rows.iter().map(|row| table.ratio(row, 0)).collect();
        assert_eq!(ratios, [Some(0.5), Some(1.0), Some(10.0), None, None]);
    }

    #[test]
    fn figures_stand_in_columns() {
        insta::assert_snapshot!(example().text());
    }

    #[test]
    fn json_has_figures_and_ratios() {
        insta::assert_snapshot!(serde_json::to_string_pretty(&example().json()).unwrap());
    }
}
