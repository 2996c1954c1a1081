//! Outcomes, for people.

use super::Outcome;

/// The table of `outcomes`, their sum, and below it what is wrong.
pub fn table(outcomes: &[Outcome]) -> String {
    let width = outcomes.iter().map(|outcome| outcome.name.len()).max().unwrap_or(0).max("document".len());
    let mut text = format!("{:width$}  vectors  equal  by rule  failed\n", "document");
    let mut line = |name: &str, numbers: [String; 4]| {
        let [vectors, equal, by_rule, failed] = numbers;
        text += &format!("{name:width$}  {vectors:>7}  {equal:>5}  {by_rule:>7}  {failed:>6}\n");
    };
    let mut sum = [0; 4];
    for outcome in outcomes {
        let counts = counts(outcome);
        sum = std::array::from_fn(|column| sum[column] + counts[column]);
        line(&outcome.name, counts.map(|count| count.to_string()));
    }
    line("all", sum.map(|count| count.to_string()));
    for outcome in outcomes {
        text += &problems(outcome);
    }
    text
}

/// Vectors in all, equal, equal by a rule, and others.
fn counts(outcome: &Outcome) -> [usize; 4] {
    let Outcome { vectors, equal, by_rule, .. } = outcome;
    [*vectors, *equal, *by_rule, vectors - equal - by_rule]
}

fn problems(Outcome { name, no_client, failed, .. }: &Outcome) -> String {
    let indent = |text: &str| text.lines().map(|line| format!("    {line}\n")).collect::<String>();
    let no_client = no_client.iter().map(|reason| format!("\n{name}: there is no client\n{}", indent(reason)));
    let failed = failed.iter().map(|(vector, problems)| format!("\n{name}/{vector}\n{}", indent(&problems.join("\n"))));
    no_client.chain(failed).collect()
}
