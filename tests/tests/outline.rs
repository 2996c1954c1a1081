//! What the crate offers to callers, so that a reviewer of a change to the spec sees what it does to them.

use contract_tests::{fixtures, outline};

#[test]
fn public_api() {
    let files = fixtures::generate(&fixtures::root().join("spec/flex-plugins.yaml"));
    let (runtime, api): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.path.starts_with("src/runtime/"));
    let root = api.iter().find(|file| file.path == "src/runtime.rs").cloned();
    insta::assert_snapshot!("api", outline::of(&api));
    insta::assert_snapshot!("runtime", outline::of(&root.into_iter().chain(runtime).collect::<Vec<_>>()));
}
