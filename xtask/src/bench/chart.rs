//! From tables to a picture: a bar for each figure that is compared, in groups, in SVG.

use super::table::{Column, Row, Table};

const WIDTH: usize = 960;
const MARGIN: usize = 24;
/// For the names of subjects and programs.
const NAMES: usize = 250;
const LINE: usize = 20;
/// Between two panels; the figures behind the bars are there, too.
const GAP: usize = 70;
/// Longer bars are cut off, so that the short ones can be told apart.
const LONGEST: f64 = 4.0;

const STYLE: &str = "\
  text { font: 12px system-ui, sans-serif; fill: #1f2328; }
  .title { font-size: 16px; font-weight: 600; }
  .head { font-weight: 600; }
  .dim { fill: #59636e; }
  .paper { fill: #ffffff; }
  .ours { fill: #1f6feb; }
  .peer { fill: #afb8c1; }
  .figure { stroke: #ffffff; stroke-width: 4px; paint-order: stroke; }
  .one { stroke: #59636e; stroke-dasharray: 3 3; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .dim { fill: #9198a1; }
    .paper { fill: #0d1117; }
    .ours { fill: #58a6ff; }
    .peer { fill: #57606a; }
    .figure { stroke: #0d1117; }
    .one { stroke: #9198a1; }
  }
";

/// A picture of the columns of `tables` that are compared: as ratios to the best peer where there are any, or else as
/// they are.
pub(super) fn svg(title: &str, tables: &[Table]) -> String {
    let mut body = String::new();
    let mut y = MARGIN + LINE;
    for table in tables.iter().filter(|table| table.columns.iter().any(|column| column.is_compared)) {
        y = group(table, y + LINE / 2, &mut body);
    }
    let height = y + MARGIN;
    let middle = MARGIN + 8;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
         viewBox=\"0 0 {WIDTH} {height}\" role=\"img\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n\
         <rect class=\"paper\" width=\"{WIDTH}\" height=\"{height}\" rx=\"6\"/>\n\
         <text class=\"title\" x=\"{MARGIN}\" y=\"{middle}\">{title}</text>\n{body}</svg>\n",
        title = escaped(title),
    )
}

/// Draws a table below `y`; returns where it ends.
fn group(table: &Table, mut y: usize, body: &mut String) -> usize {
    text(body, "dim", MARGIN, y + 14, &table.title);
    y += 2 * LINE;
    let panels: Vec<Panel> = Panel::of(table);
    for panel in &panels {
        text(body, "head", panel.x, y, &panel.head());
    }
    let top = y + LINE / 2;
    y = top;
    let mut bars = String::new();
    let mut before = None;
    for row in &table.rows {
        if before != Some(&row.subject) {
            y += LINE;
            text(&mut bars, "head", MARGIN, y, &row.subject);
            y += LINE / 2;
        }
        before = Some(&row.subject);
        text(&mut bars, "dim", MARGIN + 12, y + 13, &row.program);
        for panel in &panels {
            panel.bar(table, row, y, &mut bars);
        }
        y += LINE;
    }
    for panel in panels.iter().filter(|panel| panel.are_ratios) {
        let x = panel.x + panel.length(1.0);
        *body += &format!("<line class=\"one\" x1=\"{x}\" y1=\"{top}\" x2=\"{x}\" y2=\"{y}\"/>\n");
    }
    // Above the lines.
    *body += &bars;
    y
}

/// The bars of a column.
struct Panel {
    column: usize,
    head: &'static str,
    digits: usize,
    are_ratios: bool,
    x: usize,
    width: usize,
    /// The figure with the longest bar.
    longest: f64,
}

impl Panel {
    fn of(table: &Table) -> Vec<Self> {
        let compared: Vec<(usize, &Column)> =
            table.columns.iter().enumerate().filter(|(_, column)| column.is_compared).collect();
        let share = (WIDTH - MARGIN - NAMES) / compared.len().max(1);
        let panel = |(place, (index, column)): (usize, &(usize, &Column))| {
            let ratios = table.rows.iter().filter_map(|row| table.ratio(row, *index)).fold(0.0, f64::max);
            let figures = table.rows.iter().filter_map(|row| row.figures[*index]).fold(0.0, f64::max);
            let are_ratios = ratios > 0.0;
            Self {
                column: *index,
                head: column.head,
                digits: if are_ratios { 2 } else { column.digits },
                are_ratios,
                x: NAMES + place * share,
                width: share - GAP,
                longest: if are_ratios { ratios.clamp(1.0, LONGEST) } else { figures.max(f64::MIN_POSITIVE) },
            }
        };
        compared.iter().enumerate().map(panel).collect()
    }

    fn head(&self) -> String {
        if self.are_ratios { format!("{}, as a multiple of the best peer's", self.head) } else { self.head.to_owned() }
    }

    /// How long the bar of a figure is.
    fn length(&self, figure: f64) -> usize {
        ((figure.min(self.longest) / self.longest) * self.width as f64).round().max(1.0) as usize
    }

    fn bar(&self, table: &Table, row: &Row, y: usize, body: &mut String) {
        let figure = if self.are_ratios { table.ratio(row, self.column) } else { row.figures[self.column] };
        let Some(figure) = figure else {
            let absent = if row.figures[self.column].is_none() { "fails" } else { "" };
            return text(body, "dim", self.x, y + 13, absent);
        };
        let (class, length, unit) =
            (if row.is_peer { "peer" } else { "ours" }, self.length(figure), if self.are_ratios { "×" } else { "" });
        *body += &format!(
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{length}\" height=\"12\" rx=\"2\"/>\n",
            self.x,
            y + 3
        );
        let cut = if figure > self.longest { "→ " } else { "" };
        text(body, "figure", self.x + length + 6, y + 13, &format!("{cut}{figure:.*}{unit}", self.digits));
    }
}

fn text(body: &mut String, class: &str, x: usize, y: usize, text: &str) {
    if !text.is_empty() {
        *body += &format!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>\n", escaped(text));
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::table::tests::example;
    use super::*;

    #[test]
    fn bars_are_as_long_as_their_ratios() {
        insta::assert_snapshot!(svg("Speed & size", &[example()]));
    }

    #[test]
    fn without_peers_figures_are_shown_as_they_are() {
        let mut table = example();
        table.rows.retain(|row| !row.is_peer);
        insta::assert_snapshot!(svg("Speed", &[table]));
    }
}
