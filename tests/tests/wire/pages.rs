//! Lists page by page.

use contract_tests::clients::AUTHORIZATION;
use contract_tests::{Answer, Server, client};
use serde_json::{Value, json};
use twilio_flex_plugins::models::Plugin;
use twilio_flex_plugins::{CallOptions, Error, Page, Result};

/// A page of plugins with these names; `next` is the URL of the page after it.
fn page(names: &[&str], next: impl Into<Value>) -> Answer {
    let plugins: Vec<Value> = names.iter().map(|name| json!({ "unique_name": name })).collect();
    let meta = json!({ "page": 0, "key": "plugins", "next_page_url": next.into() });
    Answer::json(json!({ "plugins": plugins, "meta": meta }).to_string())
}

/// Three pages of two, none and one item; the addresses of the further ones are complete.
async fn three() -> Server {
    Server::start_with(|request| {
        let origin = format!("http://{}", request.header("Host").expect("HTTP/1.1 requires it"));
        let next = |query: &str| format!("{origin}/v1/PluginService/Plugins?{query}");
        match request.query() {
            query if query.contains("PageToken=two") => page(&["c"], Value::Null),
            query if query.contains("PageToken=one") => page(&[], next("PageSize=2&Page=2&PageToken=two%2F")),
            _ => page(&["a", "b"], next("PageSize=2&Page=1&PageToken=one")),
        }
    })
    .await
}

fn names(page: &Page<Plugin>) -> Vec<&str> {
    page.items.iter().filter_map(|plugin| plugin.unique_name.as_deref()).collect()
}

#[tokio::test]
async fn a_page_leads_to_the_next_until_there_is_none() {
    let server = three().await;
    let first = client(&server).plugins().list().page_size(2).await.expect("the answer is fine");
    assert_eq!((names(&first), first.has_next()), (vec!["a", "b"], true));
    let second = first.next().await.expect("the answer is fine").expect("there is a second page");
    assert_eq!((names(&second), second.has_next()), (vec![], true));
    let third = second.next().await.expect("the answer is fine").expect("there is a third page");
    assert_eq!((names(&third), third.has_next()), (vec!["c"], false));
    assert_eq!(server.requests().len(), 3);
    assert!(third.next().await.expect("nothing goes wrong").is_none());

    let targets: Vec<String> = server.requests().into_iter().map(|request| request.target).collect();
    let list = "/v1/PluginService/Plugins";
    let further = ["PageSize=2&Page=1&PageToken=one", "PageSize=2&Page=2&PageToken=two%2F"];
    assert_eq!(
        targets,
        [format!("{list}?PageSize=2"), format!("{list}?{}", further[0]), format!("{list}?{}", further[1])]
    );
}

#[tokio::test]
async fn a_page_can_be_left_and_asked_for_its_next_again() {
    let server = three().await;
    let first = client(&server).plugins().list().await.expect("the answer is fine");
    let again = first.clone();
    for page in [&first, &again, &first] {
        let second = page.next().await.expect("the answer is fine").expect("there is a second page");
        assert!(second.has_next());
    }
    drop(first.next());
    assert_eq!(server.requests().len(), 4);
    assert_eq!(again.into_iter().filter_map(|plugin| plugin.unique_name).collect::<Vec<_>>(), ["a", "b"]);
}

#[tokio::test]
async fn further_pages_are_asked_for_like_the_first() {
    let server = three().await;
    let options = CallOptions::new().header("X-Trace", "7").header("User-Agent", "mine");
    let list = client(&server).plugins().list().flex_metadata("who").with(options);
    let mut page = Some(list.await.expect("the answer is fine"));
    while let Some(one) = page {
        page = one.next().await.expect("the answer is fine");
    }
    let requests = server.requests();
    assert_eq!(requests.len(), 3);
    for request in requests {
        assert_eq!(request.method, "GET");
        assert_eq!(request.header("Authorization"), Some(AUTHORIZATION));
        assert_eq!(request.header("Flex-Metadata"), Some("who"));
        assert_eq!(request.header("X-Trace"), Some("7"));
        assert_eq!(request.header("User-Agent"), Some("mine"));
        assert_eq!(request.header("Accept"), Some("application/json"));
        assert_eq!(request.header("Content-Type"), None);
        assert_eq!(request.body, b"");
    }
}

#[tokio::test]
async fn the_envelope_is_what_is_not_an_item() {
    let body = r#"{"x":[1],"plugins":[{"sid":"a"}],"meta":{"page":3,"next_page_url":null,"page_size":50},"y":null}"#;
    let server = Server::start([Answer::json(body)]).await;
    let page = client(&server).plugins().list().await.expect("the answer is fine");
    let expected = json!({ "x": [1], "meta": { "page": 3, "next_page_url": null, "page_size": 50 }, "y": null });
    assert_eq!(Value::from(page.envelope().clone()), expected);
    assert_eq!((page.items.len(), page.has_next()), (1, false));
}

#[tokio::test]
async fn there_is_no_next_page_without_an_address() {
    for meta in ["null", "{}", "[]", "7", r#"{"next_page_url":null}"#, r#"{"next_page_url":""}"#] {
        let server = Server::start([Answer::json(format!(r#"{{"plugins":[{{}}],"meta":{meta}}}"#))]).await;
        let page = client(&server).plugins().list().await.unwrap_or_else(|error| panic!("{meta}: {error}"));
        assert_eq!((page.items.len(), page.has_next()), (1, false), "{meta}");
        assert!(page.next().await.expect("nothing goes wrong").is_none(), "{meta}");
    }
}

#[tokio::test]
async fn items_may_be_missing_null_or_given_twice() {
    let cases = [
        ("{}", vec![]),
        (r#"{"plugins":null}"#, vec![]),
        (r#"{"plugins":[]}"#, vec![]),
        (r#"{"plugins":[{"unique_name":"a"}],"plugins":[{"unique_name":"b"}]}"#, vec!["b"]),
        (r#"{"meta":{"next_page_url":null},"\u0070lugins":[{"unique_name":"a"}]}"#, vec!["a"]),
    ];
    for (body, expected) in cases {
        let server = Server::start([Answer::json(body)]).await;
        let page = client(&server).plugins().list().await.unwrap_or_else(|error| panic!("{body}: {error}"));
        assert_eq!(names(&page), expected, "{body}");
    }
}

#[tokio::test]
async fn every_list_finds_its_items_and_its_next_page() {
    async fn check<T>(key: &str, path: &str, pages: impl AsyncFnOnce(&Server) -> Result<(Page<T>, Option<Page<T>>)>) {
        let body = json!({ key: [{}, {}], "meta": { "next_page_url": format!("{path}?Page=1") } });
        let last = json!({ key: [{}] });
        let server = Server::start([body, last].map(|body| Answer::json(body.to_string()))).await;
        let (first, second) = pages(&server).await.unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!((first.items.len(), second.map(|page| page.items.len())), (2, Some(1)), "{path}");
        let targets: Vec<String> = server.requests().into_iter().map(|request| request.target).collect();
        assert_eq!(targets, [path.to_owned(), format!("{path}?Page=1")]);
    }
    macro_rules! both {
        ($($list:tt)*) => {
            async |server: &Server| {
                let first = client(server).$($list)*.await?;
                let second = first.next().await?;
                Ok((first, second))
            }
        };
    }
    let service = "/v1/PluginService";
    check("plugins", &format!("{service}/Plugins"), both!(plugins().list())).await;
    check("plugin_versions", &format!("{service}/Plugins/crm/Versions"), both!(plugin_versions().list("crm"))).await;
    check("configurations", &format!("{service}/Configurations"), both!(configurations().list())).await;
    check("plugins", &format!("{service}/Configurations/FJ1/Plugins"), both!(configured_plugins().list("FJ1"))).await;
    check("releases", &format!("{service}/Releases"), both!(releases().list())).await;
}

#[tokio::test]
async fn a_further_page_is_tried_again_like_any_call() {
    let server =
        Server::start([page(&["a"], "?Page=1"), Answer::status(500), Answer::close(), page(&["b"], Value::Null)]).await;
    let first = client(&server).plugins().list().await.expect("the answer is fine");
    let second = first.next().await.expect("the third try succeeds").expect("there is a second page");
    assert_eq!(names(&second), ["b"]);
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test]
async fn a_page_that_fails_says_why() {
    let server = Server::start([
        page(&["a"], "?Page=1"),
        Answer::error(400, 20001, "invalid page token"),
        Answer::json(r#"{"plugins":[{},{"sid":1}]}"#),
    ])
    .await;
    let first = client(&server).plugins().list().await.expect("the answer is fine");
    let error = first.next().await.expect_err("the token is invalid");
    assert_eq!(error.code(), Some(20001));
    let error = first.next().await.expect_err("a SID is no number");
    assert!(matches!(&error, Error::Decode { path, .. } if path == "plugins[1].sid"), "{error:?}");
}

#[tokio::test]
async fn a_page_comes_with_status_and_headers() {
    let server = Server::start([page(&["a"], "?Page=1").header("Twilio-Request-Id", "RQ1"), page(&["b"], "")]).await;
    let response = client(&server).plugins().list().with_response().await.expect("the answer is fine");
    assert_eq!(response.status.as_u16(), 200);
    assert_eq!(response.headers["twilio-request-id"], "RQ1");
    let second = response.value.next().await.expect("the answer is fine").expect("there is a second page");
    assert_eq!(names(&second), ["b"]);
}
