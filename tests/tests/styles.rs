//! Generated clients send what the OpenAPI Specification says, in every style; `cargo xtask wire --generated` looks at
//! other documents.

use contract_tests::{fixtures, styles};

/// For each operation: what is required, everything, and some of it in many ways.
const CALLS: u64 = 40;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_send_what_the_specification_says() {
    let document = fixtures::root().join("tests/fixtures/codegen/styles.yaml");
    let workshop = fixtures::root().join("target/wire");
    let outcome = styles::run(&document, &workshop, CALLS).await.expect("a client can be run");
    let table = styles::table(std::slice::from_ref(&outcome));
    assert!(outcome.is_good() && outcome.skipped.is_empty(), "{table}");
}
