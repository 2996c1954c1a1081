//! What `contract_tests::soundness` asks of the generator, of texts that libFuzzer thinks of.
//!
//! Most are changed as trees, like those of `tests/tests/mutants.rs`: of texts that are changed byte by byte, hardly any is a
//! document.

#![no_main]

use std::path::Path;
use std::sync::LazyLock;
use std::{fs, str};

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::Value;

#[path = "../../tests/src/mutation.rs"]
#[allow(dead_code)]
mod mutation;
#[path = "../../tests/src/soundness.rs"]
#[allow(dead_code)]
mod soundness;

/// What parts are taken of.
static DONORS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/codegen");
    let entries = fs::read_dir(fixtures).expect("a folder");
    let texts = entries.filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok());
    texts.filter_map(|text| document(&text)).collect()
});

fn document(text: &str) -> Option<Value> {
    serde_json::from_str(text).or_else(|_| serde_yaml::from_str(text)).ok()
}

fuzz_target!(|data: &[u8]| {
    if let Ok(text) = str::from_utf8(data)
        && let Err(reason) = soundness::check(text)
    {
        panic!("{reason}");
    }
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let tree = (seed % 8 != 0).then(|| document(str::from_utf8(&data[..size]).ok()?)).flatten();
    if let Some(mut tree) = tree {
        mutation::Mutator::new(seed.into(), &DONORS).mutate(&mut tree);
        let text = tree.to_string();
        if text.len() <= max_size {
            data[..text.len()].copy_from_slice(text.as_bytes());
            return text.len();
        }
    }
    fuzzer_mutate(data, size, max_size)
});
