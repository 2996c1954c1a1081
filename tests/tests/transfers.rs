//! What the Flex API has nothing of, on the wire: bodies and answers that are no JSON, null, formats of values.
//!
//! `tests/transfers` is generated from `tests/fixtures/transfers.yaml`.

use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use contract_tests::clients::at_once;
use contract_tests::{Answer, Refusing, Server};
use futures_core::Stream;
use serde_json::{Value, json};
use transfers::files::{CreateFileAnswer, FetchFileAnswer};
use transfers::headers::ShowStateHeaders;
use transfers::models::{File, Level, Problem, State};
use transfers::runtime::{Nullable, RetryPolicy, Upload};
use transfers::{CallOptions, Client, Error};
use xtask::{Target, sync};

#[test]
fn the_crate_is_fresh() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = Target { package: "transfers".to_owned(), ..Target::default() };
    let files = xtask::generate(&package.join("fixtures/transfers.yaml"), &target).files.expect("a crate");
    let changes = sync::changes(&package.join("transfers"), files).expect("the crate can be read");
    assert!(changes.is_empty(), "tests/transfers is stale: see CONTRIBUTING.md\n{}", sync::diff(&changes));
}

/// A policy that waits at most some milliseconds between tries.
fn quick() -> RetryPolicy {
    RetryPolicy::new().base(Duration::from_millis(1)).cap(Duration::from_millis(4))
}

fn client(server: &Server) -> Client {
    Client::builder().base_url(server.url()).retry(quick()).build().expect("the settings are fine")
}

/// These chunks, and how many of them have been asked for.
struct Chunks(Vec<&'static str>, Arc<AtomicUsize>);

fn chunks(chunks: &[&'static str]) -> (Chunks, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    (Chunks(chunks.to_vec(), asked.clone()), asked)
}

impl Stream for Chunks {
    type Item = Result<&'static str, &'static str>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.1.fetch_add(1, Ordering::Relaxed);
        let next = (!self.0.is_empty()).then(|| self.0.remove(0));
        Poll::Ready(next.map(|chunk| if chunk == "!" { Err("the source is dry") } else { Ok(chunk) }))
    }
}

#[tokio::test]
async fn bytes_go_out_as_they_are() {
    let server = Server::start([Answer::status(204)]).await;
    at_once(client(&server).files().upload("a/b", vec![0, 255, 10])).await.expect("it is taken");
    let request = server.request();
    assert_eq!((request.method.as_str(), request.target.as_str()), ("PUT", "/files/a%2Fb"));
    assert_eq!(request.header("Content-Type"), Some("application/octet-stream"));
    assert_eq!(request.header("Content-Length"), Some("3"));
    assert_eq!(request.body, [0, 255, 10]);
}

#[tokio::test]
async fn an_upload_says_what_it_is() {
    let server = Server::start([Answer::status(204)]).await;
    let picture = Upload::bytes("x").media_type("image/png");
    at_once(client(&server).files().upload("a", picture)).await.expect("it is taken");
    assert_eq!(server.request().header("Content-Type"), Some("image/png"));

    let wrong = Upload::bytes("x").media_type("image/png\r\nX-Other: 1");
    let error = at_once(client(&server).files().upload("a", wrong)).await.expect_err("no header can be so");
    assert!(matches!(error, Error::Invalid { .. }), "{error:?}");
}

#[tokio::test]
async fn a_file_is_sent_again_from_its_beginning() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("large.bin");
    let content: Vec<u8> = (0..200_000u32).map(|n| n.to_le_bytes()[0] ^ n.to_le_bytes()[1]).collect();
    std::fs::write(&path, &content).expect("a file");
    let server = Server::start([Answer::status(503), Answer::status(204)]).await;
    at_once(client(&server).files().upload("a", Upload::path(&path))).await.expect("it is taken");
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    for request in requests {
        assert_eq!(request.header("Content-Length"), Some("200000"));
        assert!(request.body == content, "the content is that of the file");
    }
}

#[tokio::test]
async fn a_file_that_is_not_there_is_no_request() {
    let server = Server::start([Answer::status(204)]).await;
    for path in ["/no/such/file", "/"] {
        let error = at_once(client(&server).files().upload("a", Upload::path(path))).await.expect_err("it cannot be");
        assert!(matches!(&error, Error::Invalid { message, .. } if message.contains(path)), "{error:?}");
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_stream_is_sent_once() {
    let server = Server::start([Answer::status(503), Answer::status(204)]).await;
    let (source, _) = chunks(&["one ", "", "two"]);
    let upload = Upload::stream(source);
    let call = client(&server).files().upload("a", upload.clone());
    let error = at_once(call).await.expect_err("there is nothing left to try with");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(503), "{error:?}");
    let request = server.request();
    assert_eq!(request.text(), "one two");
    assert_eq!(request.header("Transfer-Encoding"), Some("chunked"));

    let error = at_once(client(&server).files().upload("a", upload)).await.expect_err("it is spent");
    assert!(matches!(&error, Error::Invalid { message, .. } if message.contains("once")), "{error:?}");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_stream_may_be_tried_again_while_nothing_was_read() {
    let refusing = Refusing::start();
    let (source, asked) = chunks(&["one"]);
    let client = Client::builder().base_url(refusing.url()).retry(quick()).build().expect("the settings are fine");
    let upload = Upload::sized_stream(source, 3);
    let error = at_once(client.files().upload("a", upload.clone())).await.expect_err("nobody is there");
    assert!(matches!(error, Error::Transport { .. }), "{error:?}");
    assert_eq!(asked.load(Ordering::Relaxed), 0, "nothing was asked of the stream");

    let server = Server::start([Answer::status(204)]).await;
    at_once(self::client(&server).files().upload("a", upload)).await.expect("it is taken");
    assert_eq!(server.request().header("Content-Length"), Some("3"));
    assert_eq!(server.request().text(), "one");
}

#[tokio::test]
async fn more_than_was_announced_is_an_error() {
    let server = Server::start([Answer::status(204)]).await;
    let (source, _) = chunks(&["one ", "two"]);
    let upload = Upload::sized_stream(source, 5);
    let error = at_once(client(&server).files().upload("a", upload)).await.expect_err("there is more");
    let causes = contract_tests::clients::chain(&error).join(": ");
    assert!(causes.contains("more content than was announced"), "{causes}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_pipe_is_sent_to_its_end() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("the system has pipes");
    assert!(made.success());
    let writer = path.clone();
    let writing = tokio::task::spawn_blocking(move || std::fs::write(writer, "through a pipe"));
    let server = Server::start([Answer::status(204)]).await;
    at_once(client(&server).files().upload("a", Upload::path(&path))).await.expect("it is taken");
    writing.await.expect("no panic").expect("all is written");
    let request = server.request();
    assert_eq!(request.header("Transfer-Encoding"), Some("chunked"));
    assert_eq!(request.text(), "through a pipe");
}

#[tokio::test]
async fn an_error_of_a_stream_ends_the_call() {
    let server = Server::start([Answer::status(204)]).await;
    let (source, _) = chunks(&["one", "!"]);
    let error = at_once(client(&server).files().upload("a", Upload::stream(source))).await.expect_err("it broke");
    let causes = contract_tests::clients::chain(&error).join(": ");
    assert!(matches!(error, Error::Transport { .. }) && causes.contains("the source is dry"), "{causes}");
}

#[tokio::test]
async fn parts_are_text_json_and_files() {
    let server = Server::start([Answer::json(r#"{"name":"a"}"#)]).await;
    let (source, _) = chunks(&["from ", "a stream"]);
    let call = client(&server)
        .files()
        .create("na\"me", Upload::bytes("content").file_name("a \"b\".txt").media_type("text/plain"))
        .labels(["x", "y"])
        .owner(File::new("ann"))
        .attachments([Upload::bytes("gone")])
        .attachments([Upload::bytes("first"), Upload::sized_stream(source, 13).file_name("second.png")]);
    let answer = at_once(call).await.expect("it is taken");
    assert!(matches!(answer, CreateFileAnswer::Ok(file) if file.name == "a"));
    let request = server.request();
    let content_type = request.header("Content-Type").expect("a type");
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").expect("a boundary");
    let part =
        |head: &str, body: &str| format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n");
    let expected = [
        part("name=\"name\"", "na\"me"),
        part("name=\"content\"; filename=\"a %22b%22.txt\"\r\nContent-Type: text/plain", "content"),
        part("name=\"labels\"", "x"),
        part("name=\"labels\"", "y"),
        part("name=\"owner\"\r\nContent-Type: application/json", "{\"name\":\"ann\"}"),
        part("name=\"attachments\"; filename=\"attachments\"\r\nContent-Type: image/png", "first"),
        part("name=\"attachments\"; filename=\"second.png\"\r\nContent-Type: image/png", "from a stream"),
        format!("--{boundary}--\r\n"),
    ];
    assert_eq!(request.text(), expected.concat());
    assert_eq!(request.header("Content-Length"), Some(request.body.len().to_string().as_str()));
}

#[tokio::test]
async fn the_status_tells_which_success_it_is() {
    for (answer, expected) in [
        (Answer::json(r#"{"name":"a"}"#), "Ok"),
        (Answer::json(r#"{"name":"a"}"#).with_status(201), "Ok"),
        (Answer::status(202), "Accepted"),
    ] {
        let server = Server::start([answer]).await;
        let answer = at_once(client(&server).files().create("a", "b")).await.expect("a success");
        assert!(format!("{answer:?}").starts_with(expected), "{answer:?}");
    }
}

#[tokio::test]
async fn content_comes_as_it_arrives() {
    let server = Server::start([Answer::status(200).body(vec![7; 100_000])]).await;
    let answer = at_once(client(&server).files().fetch("a")).await.expect("a success");
    let FetchFileAnswer::Ok(mut download) = answer else { panic!("{answer:?}") };
    assert_eq!(download.length(), Some(100_000));
    let mut length = 0;
    while let Some(chunk) = at_once(download.chunk()).await.expect("a chunk") {
        assert!(!chunk.is_empty() && chunk.iter().all(|byte| *byte == 7));
        length += chunk.len();
    }
    assert_eq!(length, 100_000);
    assert_eq!(at_once(download.chunk()).await.expect("the end"), None);
}

#[tokio::test]
async fn all_content_at_once_has_a_limit() {
    let server = Server::start([Answer::status(200).body("12345")]).await;
    let client = |most| Client::builder().base_url(server.url()).max_response_bytes(most).build().expect("settings");
    let download = at_once(client(5).files().show_preview()).await.expect("a success");
    assert_eq!(at_once(download.bytes()).await.expect("all of it"), Bytes::from_static(b"12345"));
    let download = at_once(client(4).files().show_preview()).await.expect("a success");
    let error = at_once(download.bytes()).await.expect_err("it is too large");
    assert!(matches!(&error, Error::Decode { response, .. } if response.body == "1234"), "{error:?}");
    assert_eq!(server.requests()[0].header("Accept"), Some("image/png, image/jpeg"));
}

#[tokio::test]
async fn content_that_is_cut_off_is_an_error() {
    let server = Server::start([Answer::status(200).body("12345").cut_after(3)]).await;
    let download = at_once(client(&server).files().show_preview()).await.expect("a success");
    let error = at_once(download.bytes()).await.expect_err("it is cut off");
    assert!(matches!(error, Error::Transport { .. }), "{error:?}");
}

#[tokio::test]
async fn content_that_does_not_come_is_an_error() {
    let server = Server::start([Answer::status(200).body("12345").stall_after(3)]).await;
    let options = CallOptions::new().try_timeout(Duration::from_secs(2)).retry(RetryPolicy::never());
    let mut download = at_once(client(&server).files().show_preview().with(options)).await.expect("a success");
    assert_eq!(at_once(download.chunk()).await.expect("what came").as_deref(), Some(&b"123"[..]));
    let error = at_once(download.chunk()).await.expect_err("nothing more comes");
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    assert_eq!(at_once(download.chunk()).await.expect("the end"), None);
}

#[tokio::test]
async fn a_redirection_is_handed_over() {
    let server = Server::start([Answer::status(302).header("Location", "/elsewhere")]).await;
    let answer = at_once(client(&server).files().fetch("a")).await.expect("a success");
    let FetchFileAnswer::Found(redirect) = answer else { panic!("{answer:?}") };
    assert_eq!(redirect.location.as_deref(), Some("/elsewhere"));

    let server = Server::start([Answer::status(304)]).await;
    let error = at_once(client(&server).files().fetch("a")).await.expect_err("nobody asked whether it has changed");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(304));
}

#[tokio::test]
async fn a_refusal_can_be_read() {
    let server = Server::start([Answer::json(r#"{"title":"gone"}"#).with_status(404)]).await;
    let error = at_once(client(&server).files().fetch("a")).await.expect_err("a refusal");
    let response = error.response().expect("an answer");
    assert_eq!(response.json::<Problem>().expect("a problem").title, "gone");
    let other = response.json::<File>().expect_err("it is no file");
    assert!(matches!(&other, Error::Decode { .. }), "{other:?}");
}

#[tokio::test]
async fn text_goes_out_and_comes_in() {
    let server =
        Server::start([Answer::status(204), Answer::status(200).body("# Ä"), Answer::status(200).body(vec![255])])
            .await;
    let client = client(&server);
    at_once(client.files().replace_note("# Ö")).await.expect("it is taken");
    assert_eq!(at_once(client.files().show_note()).await.expect("a text"), "# Ä");
    let error = at_once(client.files().show_note()).await.expect_err("it is no text");
    assert!(matches!(error, Error::Decode { .. }), "{error:?}");
    let requests = server.requests();
    assert_eq!(requests[0].text(), "# Ö");
    assert_eq!(requests[0].header("Content-Type"), Some("text/markdown"));
    assert_eq!(requests[1].header("Accept"), Some("text/markdown"));
}

#[tokio::test]
async fn events_come_one_by_one() {
    let body = "id: 1\nevent: add\ndata: {\"name\":\ndata: \"a\"}\n\ndata: {\"name\":1}\n\n: nothing\n\ndata: {\"name\":\"b\"}\n\ndata: [DONE]\n\ndata: 5\n\n";
    let server = Server::start([Answer::status(200).body(body).chunked(5)]).await;
    let mut events = at_once(client(&server).files().watch()).await.expect("events");
    let first = at_once(events.next()).await.expect("an event").expect("a good one");
    assert_eq!((first.id.as_deref(), first.event.as_deref(), first.data.name.as_str()), (Some("1"), Some("add"), "a"));
    let second = at_once(events.next()).await.expect("an event").expect_err("a bad one");
    assert!(matches!(&second, Error::Decode { path, .. } if path == "name"), "{second:?}");
    let third = at_once(events.next()).await.expect("an event").expect("a good one");
    assert_eq!((third.id.as_deref(), third.event, third.data.name.as_str()), (Some("1"), None, "b"));
    assert!(at_once(events.next()).await.is_none(), "that was all");
    assert!(at_once(events.next()).await.is_none(), "and it stays so");
    assert_eq!(server.request().header("Accept"), Some("text/event-stream"));
}

#[tokio::test]
async fn headers_have_types() {
    let answer = Answer::status(204)
        .header("etag", "\"v1\"")
        .header("Allow", "GET, PUT")
        .header("allow", "HEAD")
        .header("Retry-After", "120")
        .header("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT")
        .header("X-Day", "1994-11-06")
        .header("X-Cached", "true")
        .header("X-Load", "0.5")
        .header("X-Kind", "lukewarm")
        .header("X-Limits", "1,2")
        .header("X-Object", "a,1");
    let server =
        Server::start([answer, Answer::status(204).header("Retry-After", "soon").header("X-Limits", "1,x")]).await;
    let response = at_once(client(&server).files().show_state().with_response()).await.expect("it is fine");
    let headers = ShowStateHeaders::from(&response.headers);
    assert_eq!(headers.etag.as_deref(), Some("\"v1\""));
    assert_eq!(headers.allow, Some(vec!["GET".to_owned(), "PUT".to_owned(), "HEAD".to_owned()]));
    assert_eq!((headers.retry_after, headers.cached, headers.load), (Some(120), Some(true), Some(0.5)));
    assert_eq!(headers.last_modified.map(|time| time.to_string()).as_deref(), Some("1994-11-06T08:49:37Z"));
    assert_eq!(headers.day.map(|day| day.to_string()).as_deref(), Some("1994-11-06"));
    // A value that is not known is kept, as everywhere.
    assert_eq!(headers.kind.map(|kind| kind.to_string()).as_deref(), Some("lukewarm"));
    assert_eq!((headers.limits, headers.object.as_deref()), (Some(vec![1, 2]), Some("a,1")));

    // The call has succeeded, whatever its headers are.
    let response = at_once(client(&server).files().show_state().with_response()).await.expect("it is fine");
    assert_eq!(ShowStateHeaders::from(&response.headers), ShowStateHeaders::default());
    assert_eq!(response.headers["Retry-After"], "soon");
}

/// The JSON of the body of the only request.
fn sent(server: &Server) -> Value {
    serde_json::from_str(server.request().text()).expect("JSON")
}

#[tokio::test]
async fn null_is_sent_and_what_is_absent_is_not() {
    let update = |client: Client| client.files().update("a");
    // What has to be there is there: the only kind, and no owner.
    let server = Server::start([Answer::json("{}")]).await;
    at_once(update(client(&server))).await.map(drop).expect("a state");
    assert_eq!(sent(&server), json!({"kind": "file", "owner": null}));

    let server = Server::start([Answer::json("{}")]).await;
    let state = State::default().note_null().extra(Value::Null);
    let call = update(client(&server)).name_null().tags_null().owner("ann").digest(vec![0xfb, 0xff]).state(state);
    at_once(call).await.map(drop).expect("a state");
    let expected = json!({
        "kind": "file", "name": null, "tags": null, "owner": "ann", "digest": "+/8=",
        "state": {"note": null, "extra": null},
    });
    assert_eq!(sent(&server), expected);

    // The last one counts.
    let server = Server::start([Answer::json("{}")]).await;
    at_once(update(client(&server)).name_null().name("x").tags(["a"]).tags_null()).await.map(drop).expect("a state");
    assert_eq!(sent(&server), json!({"kind": "file", "owner": null, "name": "x", "tags": null}));
}

#[tokio::test]
async fn null_is_passed_on_by_name() {
    let server = Server::start([Answer::json("{}")]).await;
    let arguments = json!({
        "id": "a", "name": null, "digest": null, "tags": ["b"],
        "state": {"note": null, "digest": "YQ", "changed": "2020-01-10T20:00:00Z"},
    });
    at_once(client(&server).call("UpdateFile", arguments)).await.map(drop).expect("a state");
    let expected = json!({
        "kind": "file", "owner": null, "name": null, "digest": null, "tags": ["b"],
        "state": {"note": null, "digest": "YQ==", "changed": "Fri, 10 Jan 2020 20:00:00 +0000"},
    });
    assert_eq!(sent(&server), expected);
}

#[tokio::test]
async fn answers_keep_null_and_formats() {
    let text = r#"{"note":null,"level":7,"size":18446744073709551615,"digest":"-_8","changed":"Fri, 10 Jan 2020 20:00:00 GMT","extra":null}"#;
    let server = Server::start([Answer::json(text), Answer::json("{}"), Answer::json(r#"{"changed":"soon"}"#)]).await;
    let update = || at_once(client(&server).files().update("a").into_future());
    let state = update().await.expect("a state");
    assert_eq!((&state.note, state.level), (&Nullable::Null, Some(Level::Unknown(7))));
    assert_eq!((state.size, state.digest.as_deref()), (Some(u64::MAX), Some(&[0xfb, 0xff][..])));
    assert_eq!(state.changed.value().map(|at| at.as_second()), Some(1_578_686_400));
    assert_eq!(state.extra, Some(Value::Null));
    assert_eq!(update().await.expect("a state"), State::default());
    let error = update().await.expect_err("no time");
    assert!(matches!(&error, Error::Decode { path, .. } if path == "changed"), "{error:?}");
}

#[tokio::test]
async fn formats_are_those_of_queries_too() {
    let server = Server::start([Answer::status(200)]).await;
    let since = "2020-01-10T20:00:00Z".parse().expect("a time");
    let call = client(&server).files().fetch("a").digest(b"a".to_vec()).since(since).levels([Level::High, 5.into()]);
    at_once(call).await.expect("a file");
    let expected = "digest=YQ%3D%3D&since=Fri%2C%2010%20Jan%202020%2020%3A00%3A00%20%2B0000&levels=2&levels=5";
    assert!(server.request().target.ends_with(expected), "{:?}", server.request());
}
