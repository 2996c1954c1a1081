//! Whether the clients send what the vendor's own SDK sends.

mod calls;
mod rules;

use std::collections::BTreeSet;

use contract_tests::vectors::compare::{Differences, compare};
use contract_tests::vectors::session::Session;
use contract_tests::vectors::{Vector, document, load, ours, shared};

/// The vectors whose plugins our client cannot send, since our document says what a plugin of a configuration is.
const UNTYPED: [(&str, &str); 2] = [
    ("CreatePluginConfiguration/all", "items with members of all types, but no `plugin_version`"),
    ("CreatePluginConfiguration/edge", "an item with quotes and empty members, but no `plugin_version`"),
];

#[tokio::test]
async fn our_client_sends_what_the_sdk_sends() {
    let Some(mut vectors) = vectors() else { return };
    for vector in &mut vectors {
        if UNTYPED.iter().any(|(name, _)| *name == vector.name) {
            vector.arguments.remove("Plugins");
            vector.expected.form.retain(|(name, _)| name != "Plugins");
        }
    }
    run(&Session::ours().await, &vectors).await;
}

#[tokio::test]
async fn the_client_of_the_official_document_sends_what_the_sdk_sends() {
    let Some(vectors) = vectors() else { return };
    run(&Session::official().await, &vectors).await;
}

#[test]
fn only_plugins_without_a_version_are_no_plugins_to_us() {
    let Some(vectors) = vectors() else { return };
    let refusals = vectors.iter().filter_map(|vector| {
        let refusal = ours::plugins(&mut vector.arguments.clone(), "Plugins").err()?;
        Some((vector.name.as_str(), refusal))
    });
    let expected = UNTYPED.map(|(name, _)| (name, "the argument plugin_version is missing".to_owned()));
    assert_eq!(refusals.collect::<Vec<_>>(), expected);
}

/// The vectors of all operations of the vendor's document; `None` if they are not at hand.
fn vectors() -> Option<Vec<Vector>> {
    let Some(shared) = shared() else {
        eprintln!("skipped: there are no vectors here (SHARED_DIR names their directory)");
        return None;
    };
    let operations = document::official();
    let vectors = load(&shared.join("wire/vectors/twilio_flex_v1.jsonl"), &operations);
    let described: BTreeSet<&str> = operations.iter().map(|operation| operation.id.as_str()).collect();
    let covered: BTreeSet<&str> = vectors.iter().map(|vector| vector.operation.as_str()).collect();
    assert_eq!(covered, described, "each operation has vectors");
    Some(vectors)
}

async fn run(session: &Session, vectors: &[Vector]) {
    let mut tally = Tally::default();
    for Vector { name, operation, arguments, expected } in vectors {
        let sent = session.call(operation, arguments).await;
        tally.add(name, sent.map(|sent| compare(expected, &sent)));
    }
    tally.finish();
}

/// What came of many comparisons.
#[derive(Default)]
struct Tally {
    exact: usize,
    tolerated: Vec<String>,
    failed: Vec<String>,
}

impl Tally {
    fn add(&mut self, name: &str, result: Result<Differences, String>) {
        match result {
            Err(error) => self.failed.push(format!("{name}: {error}")),
            Ok(Differences { problems, .. }) if !problems.is_empty() => {
                self.failed.push(format!("{name}: {}", problems.join("\n    ")));
            }
            Ok(Differences { tolerated, .. }) if !tolerated.is_empty() => {
                self.tolerated.push(format!("{name}: {}", tolerated.join("; ")));
            }
            Ok(_) => self.exact += 1,
        }
    }

    fn finish(self) {
        let Self { exact, tolerated, failed } = self;
        println!("{exact} exact, {} by a rule, {} failed", tolerated.len(), failed.len());
        println!("{}", tolerated.join("\n"));
        assert!(failed.is_empty(), "{} requests are not as they should be:\n{}", failed.len(), failed.join("\n"));
    }
}
