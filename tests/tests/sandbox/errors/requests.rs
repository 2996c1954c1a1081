//! E1 to E5 and E56 to E61: requests that are refused whatever they are for.

use contract_tests::clients::PASSWORD;
use flex_sandbox::{Fault, Faults};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::setup::{OPERATIONS, SERVICE, credential, start, start_with};
use crate::wire::{AUTHORIZED, FORM, refused};

#[tokio::test]
async fn e01_no_or_wrong_credentials() {
    let setup = start().await;
    let basic = |pair: &'static str| ("Authorization", pair);
    let headers = [
        FORM,
        basic(""),
        basic("Basic"),
        basic("Basic !"),
        // Those of the sandbox, but as another scheme; and with a password that is too short.
        basic("Bearer QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMTpjb3JyZWN0LWhvcnNlLWJhdHRlcnktc3RhcGxl"),
        basic("Basic QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMTpjb3JyZWN0LWhvcnNlLWJhdHRlcnktc3RhcGw="),
    ];
    for (method, path) in OPERATIONS {
        for header in headers {
            let answer = setup.send(method, &format!("{SERVICE}{path}"), &[header], "").await;
            assert_eq!(answer.refused(401, 20003), "Authenticate", "{header:?}");
            assert!(answer.header("www-authenticate").is_some_and(|value| value.starts_with("Basic")), "{answer:?}");
        }
    }
    for username in ["AC00000000000000000000000000000009", "SK00000000000000000000000000000001", "token"] {
        let result = setup.client_of(username).plugins().list().await;
        assert_eq!(refused(result, 401, 20003), "Authenticate", "{username}");
    }
}

#[tokio::test]
async fn e02_a_key_without_permission() {
    const KEY: &str = "SK00000000000000000000000000000001";
    const PAIR: &str = "Basic U0swMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMTpjb3JyZWN0LWhvcnNlLWJhdHRlcnktc3RhcGxl";
    let restricted = format!("{KEY}:{PASSWORD}@AC00000000000000000000000000000001#restricted");
    let setup = start_with(|builder| builder.credential(credential(&restricted))).await;
    for (method, path) in OPERATIONS {
        let answer = setup.send(method, &format!("{SERVICE}{path}"), &[("Authorization", PAIR), FORM], "").await;
        answer.refused(403, 70051);
    }
    refused(setup.client_of(KEY).plugins().create("one").await, 403, 70051);
    assert!(setup.client.plugins().list().await.expect("a page").items.is_empty());
}

#[tokio::test]
async fn e03_unknown_paths() {
    let setup = start().await;
    for path in [
        "/v1/PluginService/Unknown",
        "/v1/PluginService",
        "/v1/PluginService/Plugins/",
        "/v1/PluginService/Plugins/one/Unknown",
        "/v1/PluginService/Plugins/one/Versions/1.0.0/Archive/more",
        "/v1/PluginService/Releases/Active/Archive",
        "/v1/PluginService//Plugins",
        "/v2/PluginService/Plugins",
        "/unknown",
    ] {
        for method in ["GET", "POST", "DELETE"] {
            setup.send(method, path, &[AUTHORIZED], "").await.not_found();
        }
    }
}

#[tokio::test]
async fn e04_wrong_case_in_the_path() {
    let setup = start().await;
    setup.released().await;
    for path in [
        "/v1/PluginService/plugins",
        "/v1/pluginservice/Plugins",
        "/V1/PluginService/Plugins",
        "/v1/PluginService/Plugins/one/versions",
        "/v1/PluginService/Plugins/One",
        "/v1/PluginService/releases/Active",
    ] {
        setup.send("GET", path, &[AUTHORIZED], "").await.not_found();
    }
}

#[tokio::test]
async fn e05_wrong_methods() {
    let setup = start().await;
    let ids = setup.released().await;
    let (collection, read, write) = ("GET, HEAD, POST, OPTIONS", "GET, HEAD, OPTIONS", "POST, OPTIONS");
    let configuration = format!("/Configurations/{}", ids.configuration);
    let table = [
        ("/Plugins", collection, &["PUT", "DELETE", "PATCH", "TRACE", "BREW"][..]),
        ("/Plugins/one", collection, &["PUT", "DELETE", "PATCH"]),
        ("/Plugins/one/Archive", write, &["GET", "HEAD", "PUT", "DELETE"]),
        ("/Plugins/one/Versions", collection, &["PUT", "DELETE"]),
        ("/Plugins/one/Versions/1.0.0", read, &["POST", "PUT", "DELETE", "PATCH"]),
        ("/Plugins/one/Versions/1.0.0/Archive", write, &["GET", "DELETE"]),
        ("/Configurations", collection, &["PUT", "DELETE"]),
        (&configuration, read, &["POST", "PUT", "DELETE", "PATCH"]),
        (&format!("{configuration}/Archive"), write, &["GET", "DELETE"]),
        (&format!("{configuration}/Plugins"), read, &["POST", "PUT", "DELETE"]),
        (&format!("{configuration}/Plugins/one"), read, &["POST", "PUT", "DELETE", "PATCH"]),
        ("/Releases", collection, &["PUT", "DELETE"]),
        ("/Releases/Active", read, &["POST", "PUT", "DELETE", "PATCH"]),
    ];
    for (path, allowed, methods) in table {
        for method in methods {
            let answer = setup.send(method, &format!("{SERVICE}{path}"), &[AUTHORIZED], "").await;
            assert_eq!(answer.header("allow"), Some(allowed), "{}", answer.request);
            // What is asked with HEAD is answered without a body.
            match *method {
                "HEAD" => assert_eq!(answer.status, 405, "{}", answer.request),
                _ => drop(answer.refused(405, 20004)),
            }
        }
    }
}

#[tokio::test]
async fn e56_bodies_of_other_types() {
    let setup = start().await;
    setup.released().await;
    let json = ("Content-Type", "application/json");
    let multipart = ("Content-Type", "multipart/form-data; boundary=x");
    let part = "--x\r\nContent-Disposition: form-data; name=\"UniqueName\"\r\n\r\nnew\r\n--x--\r\n";
    for path in ["/Plugins", "/Plugins/one/Versions", "/Configurations", "/Releases", "/Plugins/one"] {
        for (header, body) in [(json, r#"{"UniqueName":"new","Name":"new"}"#), (multipart, part)] {
            let answer = setup.send("POST", &format!("{SERVICE}{path}"), &[AUTHORIZED, header], body).await;
            answer.refused(400, 20001);
        }
    }
    assert_eq!(setup.client.plugins().list().await.expect("a page").items.len(), 1);
}

#[tokio::test]
async fn e57_unknown_fields_and_parameters_are_ignored() {
    let setup = start().await;
    let created =
        setup.post("/Plugins?Flex-Metadata=x&UniqueName=query", "Unknown=1&UniqueName=one&uniquename=two").await;
    assert_eq!(created.json()["unique_name"], "one");
    let list = setup.get("/Plugins?Flex-Metadata=x&pagesize=0&PageSize=7&Unknown").await;
    assert_eq!(list.json()["meta"]["page_size"], 7);
    let fetched = setup.get("/Plugins/one?PageSize=0").await;
    assert_eq!(fetched.json()["unique_name"], "one");
}

#[tokio::test]
async fn e58_of_a_repeated_field_the_last_one_counts() {
    let setup = start().await;
    let created = setup.post("/Plugins", "UniqueName=one&Description=a&UniqueName=two&Description=b").await.json();
    assert_eq!((&created["unique_name"], &created["description"]), (&"two".into(), &"b".into()));
    assert_eq!(setup.get("/Plugins?PageSize=0&PageSize=3").await.json()["meta"]["page_size"], 3);
    setup.get("/Plugins?PageSize=3&PageSize=0").await.refused(400, 20001);
}

#[tokio::test]
async fn e59_a_body_that_is_too_large() {
    let setup = start().await;
    // Nothing of the body is sent: what is announced is enough, and there is no race with the answer.
    let mut stream = TcpStream::connect(setup.sandbox.address()).await.expect("a connection");
    let ((authorization, pair), (content, form)) = (AUTHORIZED, FORM);
    let head = format!(
        "POST {SERVICE}/Plugins HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{authorization}: {pair}\r\n\
         {content}: {form}\r\nContent-Length: 104857600\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.expect("the request is sent");
    let mut text = String::new();
    stream.read_to_string(&mut text).await.expect("an answer");
    let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
    assert!(head.starts_with("HTTP/1.1 413 "), "{head}");
    let body: serde_json::Value = serde_json::from_str(body).expect("JSON");
    assert_eq!((&body["code"], &body["status"]), (&20413.into(), &413.into()));
    assert_eq!(body["more_info"], "https://www.twilio.com/docs/errors/20413");
    assert_eq!(body.as_object().map(serde_json::Map::len), Some(4), "{body}");

    let long = "x".repeat(100_000);
    let created = setup.post("/Configurations", &format!("Name=one&Description={long}")).await;
    assert_eq!(created.json()["description"], long);
}

#[tokio::test]
async fn e60_too_many_requests() {
    let faults = Faults { rate: 1.0, kind: Fault::TooManyRequests, ..Faults::default() };
    let setup = start_with(|builder| builder.faults(faults)).await;
    for (method, path) in OPERATIONS {
        let answer = setup.send(method, &format!("{SERVICE}{path}"), &[AUTHORIZED, FORM], "").await;
        answer.refused(429, 20429);
        assert!(answer.header("retry-after").is_some_and(|value| value.parse::<u32>().is_ok()), "{answer:?}");
    }
}

#[tokio::test]
async fn e61_unexpected_failures() {
    for (kind, status, code) in [(Fault::Internal, 500, 20500), (Fault::Unavailable, 503, 20503)] {
        let faults = Faults { rate: 1.0, kind, ..Faults::default() };
        let setup = start_with(|builder| builder.faults(faults)).await;
        for (method, path) in OPERATIONS {
            let answer = setup.send(method, &format!("{SERVICE}{path}"), &[AUTHORIZED, FORM], "").await;
            answer.refused(status, code);
        }
    }
}
