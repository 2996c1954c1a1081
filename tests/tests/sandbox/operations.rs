//! Each of the 18 operations: what it takes, and every field of what it answers.
//!
//! Times count in seconds from 2020-01-10T20:00:00Z, one for each change of the sandbox.

mod configurations;
mod configured_plugins;
mod plugin_versions;
mod plugins;
mod releases;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::setup::Setup;

/// The time of the change with this number.
fn time(change: i64) -> Option<Timestamp> {
    Timestamp::from_second(1_578_686_400 + change).ok()
}

/// What the only page of a list says about itself.
fn only_page(setup: &Setup, path: &str, key: &str) -> Value {
    let url = format!("{}?PageSize=50&Page=0", setup.url(path));
    json!({
        "page": 0,
        "page_size": 50,
        "first_page_url": url,
        "previous_page_url": null,
        "url": url,
        "next_page_url": null,
        "key": key,
    })
}
