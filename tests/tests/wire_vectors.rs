//! Clients of the vendor's own documents send what the vendor's SDK sends; `cargo xtask wire` looks at all documents.

use contract_tests::vectors::shared;
use contract_tests::{fixtures, wire};

/// With a JSON body as a whole, with lists whose names end in `<`, and with a name in two places, in this order.
const DOCUMENTS: [&str; 3] = ["twilio_flex_v1", "twilio_trunking_v1", "twilio_content_v1"];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_send_what_the_sdk_sends() {
    let Some(shared) = shared() else {
        return eprintln!("skipped: there are no vectors here (SHARED_DIR names their directory)");
    };
    let only = DOCUMENTS.map(str::to_owned);
    let jobs = wire::jobs(&shared.join("wire"), &shared.join("corpus/twilio"), &only).expect("vectors");
    assert_eq!(jobs.len(), DOCUMENTS.len(), "{jobs:#?}");
    let mut outcomes = Vec::new();
    for job in &jobs {
        outcomes.push(wire::run(job, &fixtures::root().join("target/wire")).await.expect("clients can be run"));
    }
    let table = wire::table(&outcomes);
    assert!(outcomes.iter().all(wire::Outcome::is_good), "{table}");
    assert!(outcomes.iter().all(|outcome| outcome.vectors > 0), "{table}");
    println!("{table}");
}
