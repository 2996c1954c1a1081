//! Whether the comparison sees what is wrong, and lets pass what is not.

use contract_tests::Recorded;
use contract_tests::vectors::arguments::Arguments;
use contract_tests::vectors::compare::{Differences, compare};
use contract_tests::vectors::document;
use contract_tests::vectors::expected::{Expected, Tolerance};
use serde_json::json;

const SEGMENT: &str = "a b/c";

/// A request with all parts that a request can have, and what is expected of it.
fn sample() -> (Expected, Recorded) {
    let got = Recorded {
        method: "POST".to_owned(),
        target: "/v1/Plugins/a%20b%2Fc/Versions?PageSize=3&Tag=x&Tag=y%20z&At=2026-01-02T03:04:05Z".to_owned(),
        headers: [("Flex-Metadata", "a; b"), ("content-type", "application/x-www-form-urlencoded"), ("accept", "*/*")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .to_vec(),
        body: br#"Name=n&Plugins=%7B%22a%22%3A1%2C%22b%22%3A%5B%5D%7D&Plugins=%7B%7D&Empty="#.to_vec(),
        connection: 0,
    };
    let pairs = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>()
    };
    let want = Expected {
        method: "POST".to_owned(),
        segments: ["v1", "Plugins", SEGMENT, "Versions"].map(str::to_owned).to_vec(),
        path: Some("/v1/Plugins/a%20b%2Fc/Versions".to_owned()),
        query: pairs(&[("PageSize", "3"), ("Tag", "x"), ("Tag", "y z"), ("At", "2026-01-02T03:04:05Z")]),
        form: pairs(&[("Name", "n"), ("Plugins", r#"{"a":1,"b":[]}"#), ("Plugins", "{}"), ("Empty", "")]),
        json: None,
        may_be_empty: false,
        null_is_absent: false,
        headers: [("flex-metadata".to_owned(), "a; b".to_owned())].into(),
        header_parameters: ["flex-metadata".to_owned(), "if-match".to_owned()].into(),
        content_type: Some("application/x-www-form-urlencoded".to_owned()),
        tolerance: [
            ("PageSize".to_owned(), Tolerance::Number),
            ("At".to_owned(), Tolerance::Instant),
            ("Plugins".to_owned(), Tolerance::Json),
        ]
        .into(),
    };
    (want, got)
}

/// The sample with `before` replaced by `after` in one of its parts, and how it then differs.
fn changed(part: &str, before: &str, after: &str) -> Differences {
    let (want, mut got) = sample();
    let head: Vec<String> = got.headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    let text = match part {
        "method" => got.method.clone(),
        "target" => got.target.clone(),
        "headers" => head.join("\n"),
        "body" => got.text().to_owned(),
        _ => unreachable!("a request has no {part}"),
    };
    assert!(text.contains(before), "no {before:?} in {text:?}");
    let text = text.replacen(before, after, 1);
    match part {
        "method" => got.method = text,
        "target" => got.target = text,
        "headers" => {
            let headers = text.lines().map(|line| line.split_once(": ").expect("a header"));
            got.headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        }
        _ => got.body = text.into_bytes(),
    }
    compare(&want, &got)
}

#[test]
fn the_sample_is_as_it_should_be() {
    let (want, got) = sample();
    assert_eq!(compare(&want, &got), Differences::default());
}

#[test]
fn what_is_wrong_is_reported() {
    let cases = [
        ("method", "POST", "GET", "method: want POST, got GET"),
        ("method", "POST", "post", "method: "),
        ("target", "%2Fc", "%252Fc", "path: want segments"),
        ("target", "%2Fc", "/c", "path: want segments"),
        ("target", "%20b", "+b", "path: want segments"),
        ("target", "Versions?", "Versions/?", "path: want segments"),
        ("target", "/v1", "//v1", "path: want segments"),
        ("target", "/v1", "/V1", "path: want segments"),
        ("target", "%20b", " é", "path: not percent-encoded"),
        ("target", "%20b", "%2", "path: not percent-encoded"),
        ("target", "%20b", "%+2", "path: not percent-encoded"),
        ("target", "%20b", "%FF", "path: no UTF-8"),
        ("target", "PageSize=3&", "", "query PageSize: want [\"3\"], got []"),
        ("target", "PageSize=3", "PageSize=4", "query PageSize: "),
        ("target", "PageSize=3", "PageSize=3&PageSize=3", "query PageSize: "),
        ("target", "PageSize=3", "page_size=3", "query PageSize: "),
        ("target", "Tag=x&Tag=y%20z", "Tag=y%20z&Tag=x", "query Tag: want [\"x\", \"y z\"], got [\"y z\", \"x\"]"),
        ("target", "Tag=x&Tag=y%20z", "Tag=x,y%20z", "query Tag: "),
        ("target", "Tag=x&Tag=y%20z", "Tag[]=x&Tag[]=y%20z", "query Tag: "),
        ("target", "y%20z", "y%2520z", "query Tag: "),
        ("target", "y%20z", "y%zz", "query: not percent-encoded"),
        ("target", "Tag=x", "Tag=x&Page=0", "query Page: want [], got [\"0\"]"),
        ("target", "Tag=x", "Tag=x&", "query : want [], got [\"\"]"),
        ("target", "03:04:05Z", "03:04:06Z", "query At: "),
        ("target", "03:04:05Z", "03:04:05%2B01:00", "query At: "),
        ("headers", "Flex-Metadata: a; b\n", "", "header flex-metadata: want [\"a; b\"], got []"),
        ("headers", "a; b", "a;b", "header flex-metadata: "),
        ("headers", "a; b", "a; b\nflex-metadata: a; b", "header flex-metadata: "),
        ("headers", "accept", "If-Match", "header if-match: want [], got [\"*/*\"]"),
        ("headers", "application/x-www-form-urlencoded", "application/json", "content-type: "),
        ("headers", "content-type", "content", "content-type: "),
        ("body", "Name=n&", "", "form Name: want [\"n\"], got []"),
        ("body", "&Empty=", "", "form Empty: want [\"\"], got []"),
        ("body", "Empty=", "Empty=null", "form Empty: "),
        ("body", "Name=n", "Name=n&Extra=", "form Extra: "),
        ("body", "Plugins=%7B%7D", "Plugins[]=%7B%7D", "form Plugins: "),
        ("body", "&Plugins=%7B%7D", "", "form Plugins: "),
        ("body", "Plugins=%7B%7D", "Plugins=%22%7B%7D%22", "form Plugins: "),
        ("body", "%3A1", "%3A2", "form Plugins: "),
        ("body", "%3A1", "%3Atrue", "form Plugins: "),
        ("body", "%3A1", "%3A%221%22", "form Plugins: "),
        ("body", "%7B%22a", "%7B%22c%22%3Anull%2C%22a", "form Plugins: "),
        ("body", "%5B%5D%7D", "%5B%5D", "form Plugins: "),
        ("body", "Name=n", "{\"Name\":\"n\"}", "form Name: "),
    ];
    for (part, before, after, problem) in cases {
        let Differences { problems, .. } = changed(part, before, after);
        let is_reported = problems.iter().any(|reported| reported.starts_with(problem));
        assert!(is_reported, "{part}: {before:?} became {after:?}: want {problem:?} in {problems:#?}");
    }
}

#[test]
fn what_a_rule_allows_passes() {
    // Whether it is counted as a difference at all.
    let cases = [
        ("target", "%2F", "%2f", true),
        ("target", "Versions", "%56ersions", true),
        ("target", "y%20z", "y+z", false),
        ("target", "PageSize=3", "PageSize=3.0", true),
        ("target", "03:04:05Z", "03:04:05.678Z", true),
        ("target", "03:04:05Z", "04:04:05%2B01:00", true),
        ("target", "PageSize=3&Tag=x&Tag=y%20z", "Tag=x&Tag=y%20z&PageSize=3", true),
        ("target", "PageSize=3&Tag=x", "Tag=x&PageSize=3", true),
        ("headers", "a; b", " a; b ", false),
        ("headers", "Flex-Metadata", "FLEX-metadata", false),
        ("headers", "urlencoded", "urlencoded; charset=utf-8", false),
        ("headers", "*/*", "application/json", false),
        ("body", "%22a%22%3A1%2C%22b%22%3A%5B%5D", "%22b%22%3A+%5B%5D,%22a%22:1", true),
        ("body", "%3A1", "%3A1.0", true),
    ];
    for (part, before, after, is_counted) in cases {
        let Differences { problems, tolerated } = changed(part, before, after);
        assert_eq!(problems, [""; 0], "{part}: {before:?} became {after:?}");
        assert_eq!(!tolerated.is_empty(), is_counted, "{part}: {before:?} became {after:?}: {tolerated:?}");
    }
}

#[test]
fn an_empty_form_may_have_any_content_type() {
    let operations = document::official();
    let archive = operations.iter().find(|operation| operation.id == "UpdatePluginArchive").expect("it is described");
    let arguments: Arguments = [("Sid".to_owned(), json!("FP1"))].into_iter().collect();
    let mut want = Expected::described(archive, &arguments);
    want.content_type = Some("application/x-www-form-urlencoded".to_owned());
    let (_, mut got) = sample();
    got.target = "/v1/PluginService/Plugins/FP1/Archive".to_owned();
    got.headers.clear();
    got.body.clear();
    assert_eq!(compare(&want, &got).problems, [""; 0]);
    got.body = b"{}".to_vec();
    assert_eq!(compare(&want, &got).problems, ["form {}: want [], got [\"\"]"]);
}

/// A request with JSON and what is expected of it; `body` is what is sent.
fn with_json(body: &str) -> (Expected, Recorded) {
    let (mut want, mut got) = sample();
    want.form.clear();
    want.json = Some(json!({"a": 1, "at": "2026-01-02T03:04:05Z", "list": [{"b": null}, true]}));
    want.content_type = Some("application/json".to_owned());
    got.headers = vec![
        ("flex-metadata".to_owned(), "a; b".to_owned()),
        ("Content-Type".to_owned(), "application/json; charset=utf-8".to_owned()),
    ];
    got.body = body.into();
    (want, got)
}

#[test]
fn json_is_compared_by_value() {
    // What is sent, and what comes of it: the number of problems, and whether a rule is needed.
    let cases = [
        (r#"{"list":[{"b":null},true],"at":"2026-01-02T03:04:05Z","a":1}"#, 0, false),
        (r#"{"a":1.0,"at":"2026-01-02T04:04:05.5+01:00","list":[{"b":null},true]}"#, 0, true),
        (r#"{"a":1,"at":"2026-01-02T03:04:05Z","list":[{},true]}"#, 1, false),
        (r#"{"a":1,"at":"2026-01-02T03:04:05Z","list":[{"b":null},1]}"#, 1, false),
        (r#"{"a":1,"at":"2026-01-02T03:04:05Z","list":[{"b":null},true],"c":null}"#, 1, false),
        (r#"{"a":"1","at":"2026-01-02T03:04:05Z","list":[{"b":null},true]}"#, 1, false),
        ("{}", 1, false),
        ("a=1", 1, false),
        ("", 1, false),
    ];
    for (body, problems, by_rule) in cases {
        let (want, got) = with_json(body);
        let found = compare(&want, &got);
        assert_eq!(found.problems.len(), problems, "{body}: {found:?}");
        assert_eq!(!found.tolerated.is_empty(), by_rule, "{body}: {found:?}");
    }
}

#[test]
fn rules_about_json_hold_only_where_a_vector_says_so() {
    let (mut want, got) = with_json(r#"{"a":1,"at":"2026-01-02T03:04:05Z","list":[{},true],"c":null}"#);
    want.null_is_absent = true;
    assert_eq!(compare(&want, &got).problems, [""; 0]);

    let (mut want, mut got) = with_json("");
    want.json = Some(json!({}));
    assert_eq!(compare(&want, &got).problems.len(), 1, "no body is no object");
    want.may_be_empty = true;
    got.headers.pop();
    assert_eq!(compare(&want, &got).problems, [""; 0]);
    let (_, got) = with_json(r#"{"a":1}"#);
    assert_eq!(compare(&want, &got).problems.len(), 1, "something is sent");

    let (want, mut got) = with_json(r#"{"a":1,"at":"2026-01-02T03:04:05Z","list":[{"b":null},true]}"#);
    got.headers.pop();
    assert_eq!(compare(&want, &got).problems.len(), 1, "JSON has a content type");
}
