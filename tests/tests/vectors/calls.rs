//! Whether both clients send the same, and what the vendor's document says, for calls that need no recording.

use std::collections::BTreeSet;

use contract_tests::vectors::arguments::Arguments;
use contract_tests::vectors::compare::compare;
use contract_tests::vectors::document::{self, Operation};
use contract_tests::vectors::expected::Expected;
use contract_tests::vectors::session::Session;
use serde_json::{Value, json};

use crate::Tally;

const PLUGIN: &str = "FP0123456789abcdef0123456789ABCDEF";
const VERSION: &str = "FV0123456789abcdef0123456789ABCDEF";
const CONFIGURATION: &str = "FJ0123456789abcdef0123456789ABCDEF";

/// Characters that mean something in a path, in a query, in a form or in a header.
const PATH: &str = "../a/b?c=d&e#f;g%2Fh i\\j+k";
const TEXT: &str = "a=b&c+d e%20f%2Bg\"h'<i>\\\r\n\t[]{}|^`~*!$(),;:@/?#";
const UNICODE: &str = " é漢😀\u{202e}\u{fffd} ";
const HEADER: &str = "7.1.0 (linux; x64), a=\"b\" %20+ü";

/// Each operation with all its inputs.
fn complete() -> Vec<(&'static str, Value)> {
    let list = |token: &str| json!({ "PageSize": 1000, "Page": 0, "PageToken": token, "Flex-Metadata": HEADER });
    let list_of = |name: &str, of: &str| {
        let mut arguments = list(TEXT);
        arguments[name] = Value::from(of);
        arguments
    };
    vec![
        ("ListPlugin", list(UNICODE)),
        (
            "CreatePlugin",
            json!({ "UniqueName": TEXT, "FriendlyName": UNICODE, "Description": PATH, "Flex-Metadata": "x" }),
        ),
        ("FetchPlugin", json!({ "Sid": PLUGIN, "Flex-Metadata": HEADER })),
        ("UpdatePlugin", json!({ "Sid": PATH, "FriendlyName": TEXT, "Description": UNICODE, "Flex-Metadata": HEADER })),
        ("UpdatePluginArchive", json!({ "Sid": UNICODE, "Flex-Metadata": "=" })),
        ("ListPluginVersion", list_of("PluginSid", PATH)),
        (
            "CreatePluginVersion",
            json!({
                "PluginSid": UNICODE,
                "Version": "1.0.0-rc.1+build.5",
                "PluginUrl": "https://example.com/a%20b/c.js?d=e+f&g=%26#h",
                "Changelog": TEXT,
                "Private": true,
                "CliVersion": UNICODE,
                "ValidateStatus": "success",
                "Flex-Metadata": HEADER,
            }),
        ),
        ("FetchPluginVersion", json!({ "PluginSid": "crm", "Sid": "1.0.0-rc.1+build.5", "Flex-Metadata": HEADER })),
        ("UpdatePluginVersionArchive", json!({ "PluginSid": PLUGIN, "Sid": PATH, "Flex-Metadata": HEADER })),
        ("ListPluginConfiguration", list("")),
        (
            "CreatePluginConfiguration",
            json!({
                "Name": TEXT,
                "Plugins": [
                    { "plugin_version": VERSION, "phase": 3 },
                    { "plugin_version": TEXT, "phase": 0 },
                    { "plugin_version": UNICODE },
                ],
                "Description": UNICODE,
                "Flex-Metadata": HEADER,
            }),
        ),
        ("FetchPluginConfiguration", json!({ "Sid": CONFIGURATION, "Flex-Metadata": HEADER })),
        ("UpdatePluginConfigurationArchive", json!({ "Sid": TEXT, "Flex-Metadata": HEADER })),
        ("ListConfiguredPlugin", list_of("ConfigurationSid", CONFIGURATION)),
        ("FetchConfiguredPlugin", json!({ "ConfigurationSid": TEXT, "PluginSid": PATH, "Flex-Metadata": HEADER })),
        ("ListPluginRelease", list(PATH)),
        ("CreatePluginRelease", json!({ "ConfigurationId": UNICODE, "Flex-Metadata": HEADER })),
        ("FetchPluginRelease", json!({ "Sid": "...", "Flex-Metadata": HEADER })),
    ]
}

/// What is easily left out, or sent where it is not wanted.
fn odd() -> Vec<(&'static str, Value)> {
    vec![
        ("ListPlugin", json!({ "PageSize": i64::MIN, "Page": i64::MAX })),
        ("CreatePlugin", json!({ "UniqueName": "", "FriendlyName": "", "Description": "" })),
        ("UpdatePlugin", json!({ "Sid": "%", "Description": "" })),
        ("CreatePluginVersion", json!({ "PluginSid": "~", "Version": "", "PluginUrl": "", "Private": false })),
        ("CreatePluginConfiguration", json!({ "Name": "no plugins", "Plugins": [] })),
        ("FetchPluginRelease", json!({ "Sid": "Active", "Flex-Metadata": "" })),
    ]
}

#[test]
fn the_table_is_complete() {
    let inputs = |operation: &Operation| operation.inputs.iter().map(|input| input.name.clone()).collect();
    let described: BTreeSet<(String, BTreeSet<String>)> =
        document::official().iter().map(|operation| (operation.id.clone(), inputs(operation))).collect();
    let listed = complete().into_iter().map(|(operation, given)| (operation.to_owned(), arguments(&given)));
    let listed = listed.map(|(operation, given)| (operation, given.keys().cloned().collect())).collect();
    let differences: Vec<_> = described.symmetric_difference(&listed).collect();
    assert!(differences.is_empty(), "in the document or in the table, and not in both: {differences:#?}");
}

#[tokio::test]
async fn both_clients_send_the_same_and_what_is_described() {
    let (ours, official) = (Session::ours().await, Session::official().await);
    let mut tally = Tally::default();
    for (operation, case, given) in calls() {
        let id = operation.id.as_str();
        let (ours, official) = (ours.call(id, &given).await, official.call(id, &given).await);
        let (ours, official) = match (ours, official) {
            (Ok(ours), Ok(official)) => (ours, official),
            (ours, official) => {
                tally.add(&format!("{id}/{case}, ours"), ours.map(|_| Default::default()));
                tally.add(&format!("{id}/{case}, official"), official.map(|_| Default::default()));
                continue;
            }
        };
        let described = Expected::described(&operation, &given);
        tally.add(&format!("{id}/{case}, ours against the document"), Ok(compare(&described, &ours)));
        tally.add(&format!("{id}/{case}, official against the document"), Ok(compare(&described, &official)));
        let same = Expected::recorded(&operation, &official).map(|official| compare(&official, &ours));
        tally.add(&format!("{id}/{case}, ours against official"), same);
    }
    tally.finish();
}

/// The calls of the tables, and each of the complete ones with nothing but what is required.
fn calls() -> impl Iterator<Item = (Operation, &'static str, Arguments)> {
    let operations = document::official();
    let complete = complete().into_iter().flat_map(|(id, given)| {
        let all = arguments(&given);
        [(id, "required", all.clone()), (id, "all", all)]
    });
    let odd = odd().into_iter().map(|(id, given)| (id, "odd", arguments(&given)));
    complete.chain(odd).map(move |(id, case, mut given)| {
        let operation = operations.iter().find(|operation| operation.id == id).expect("the table lists operations");
        if case == "required" {
            given.retain(|name, _| operation.inputs.iter().any(|input| input.required && input.name == *name));
        }
        (operation.clone(), case, given)
    })
}

fn arguments(given: &Value) -> Arguments {
    given.as_object().expect("the table gives objects").clone()
}
