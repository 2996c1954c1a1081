//! The examples of the API's description, which are those of its makers.

use std::sync::LazyLock;

use serde_json::Value;

/// The description, as the crate was generated from it.
static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/flex-plugins.yaml");
    let text = std::fs::read_to_string(path).expect("the description can be read");
    serde_yaml::from_str(&text).expect("the description is YAML")
});

/// The value of this example in `components/examples`.
///
/// # Panics
///
/// If there is none.
pub fn example(name: &str) -> Value {
    let value = &DOCUMENT["components"]["examples"][name]["value"];
    assert!(!value.is_null(), "no example {name}");
    value.clone()
}

/// The paths with their operations.
pub fn paths() -> &'static serde_json::Map<String, Value> {
    DOCUMENT["paths"].as_object().expect("the description has paths")
}
