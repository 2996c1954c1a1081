//! What credentials make of a request, whether somebody answers it or not.

use reqwest::header::{AUTHORIZATION, COOKIE, HeaderMap, HeaderValue};
use reqwest::{Method, Request, Url};

use crate::runtime::credentials::{Credentials, Given, Scheme, Security, basic, keys, places};

static LOGIN: Scheme = Scheme { name: "login", setter: "credentials", kind: &basic::Basic };
static TOKEN: Scheme = Scheme { name: "token", setter: "bearer_token", kind: &keys::Bearer };
static DIGEST: Scheme = Scheme { name: "digest", setter: "authorization", kind: &keys::Authorization };
static HEADER: Scheme = Scheme { name: "header", setter: "header_key", kind: &keys::Header("X-Key") };
static QUERY: Scheme = Scheme { name: "query", setter: "query_key", kind: &places::Query("api key") };
static COOKIES: Scheme = Scheme { name: "cookie", setter: "cookie_key", kind: &places::Cookie("session") };

fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

fn credentials(given: &[(&'static Scheme, &str)]) -> Credentials {
    let given = given.iter().map(|(scheme, secret)| match scheme.kind.takes_pair() {
        true => (*scheme, Given::Pair("user".to_owned(), (*secret).to_owned())),
        false => (*scheme, text(secret)),
    });
    let given: Vec<_> = given.collect();
    Credentials::new(&given).expect("they can be sent")
}

fn request(url: &str) -> Request {
    Request::new(Method::GET, Url::parse(url).expect("a URL"))
}

fn header(request: &Request, name: &str) -> Option<String> {
    let mut values = request.headers().get_all(name).iter();
    let value = values.next().map(|value| value.to_str().expect("text").to_owned());
    assert!(values.next().is_none(), "more than one {name}");
    value
}

#[test]
fn the_first_alternative_that_can_be_met_counts() {
    let security: Security = const { &[&[&HEADER, &QUERY], &[&TOKEN], &[&COOKIES]] };
    let choose = |credentials: &Credentials| {
        let chosen = credentials.choose(security, &HeaderMap::new(), "");
        chosen.map(|chosen| chosen.iter().map(|scheme| scheme.name).collect::<Vec<_>>())
    };
    assert_eq!(choose(&credentials(&[(&TOKEN, "t"), (&HEADER, "h")])), Ok(vec!["token"]));
    assert_eq!(choose(&credentials(&[(&COOKIES, "c"), (&TOKEN, "t")])), Ok(vec!["token"]));
    assert_eq!(choose(&credentials(&[(&TOKEN, "t"), (&QUERY, "q"), (&HEADER, "h")])), Ok(vec!["header", "query"]));
    let missing = choose(&credentials(&[(&HEADER, "h"), (&LOGIN, "x")])).expect_err("half of it is missing");
    assert!(missing.ends_with("with `header_key` with `query_key`, or with `bearer_token`, or with `cookie_key`"));
    let given = HeaderMap::from_iter([(AUTHORIZATION, HeaderValue::from_static("Bearer of-the-caller"))]);
    let chosen = Credentials::default().choose(security, &given, "").expect("the caller has set the header");
    assert_eq!(chosen[0].name, "token");
}

#[test]
fn an_operation_may_ask_for_nothing() {
    let (none, all) = (Credentials::default(), credentials(&[(&TOKEN, "t")]));
    for credentials in [&none, &all] {
        assert!(credentials.choose(&[], &HeaderMap::new(), "").is_ok_and(<[_]>::is_empty));
    }
    let optional: Security = const { &[&[&TOKEN], &[]] };
    assert!(none.choose(optional, &HeaderMap::new(), "").is_ok_and(<[_]>::is_empty));
    assert!(all.choose(optional, &HeaderMap::new(), "").is_ok_and(|chosen| chosen.len() == 1));
}

#[test]
fn each_goes_where_it_belongs() {
    let all = credentials(&[(&TOKEN, "t"), (&HEADER, "h"), (&QUERY, "a&b"), (&COOKIES, "c"), (&DIGEST, "D x")]);
    let mut message = request("https://example.com/pets?limit=1");
    all.add(const { &[&TOKEN, &HEADER, &QUERY, &COOKIES] }, &mut message);
    assert_eq!(message.url().as_str(), "https://example.com/pets?limit=1&api%20key=a%26b");
    assert_eq!(header(&message, "authorization").as_deref(), Some("Bearer t"));
    assert_eq!(header(&message, "x-key").as_deref(), Some("h"));
    assert_eq!(header(&message, "cookie").as_deref(), Some("session=c"));
    assert!(message.headers().values().all(HeaderValue::is_sensitive), "{message:?}");

    let mut message = request("https://example.com/pets");
    all.add(const { &[&DIGEST] }, &mut message);
    assert_eq!(message.url().as_str(), "https://example.com/pets");
    assert_eq!(header(&message, "authorization").as_deref(), Some("D x"));
    assert_eq!(message.headers().len(), 1);

    let pair = Given::Pair("AC1".to_owned(), "secret".to_owned());
    let mut message = request("https://example.com/");
    Credentials::new(&[(&LOGIN, pair)]).expect("it can be sent").add(const { &[&LOGIN] }, &mut message);
    assert_eq!(header(&message, "authorization").as_deref(), Some("Basic QUMxOnNlY3JldA=="));
}

#[test]
fn what_the_caller_set_stays() {
    let all = credentials(&[(&TOKEN, "t"), (&HEADER, "h"), (&QUERY, "q"), (&COOKIES, "c")]);
    let mut message = request("https://example.com/?api%20key=mine");
    for (name, value) in [("authorization", "Mine"), ("x-key", "mine"), ("cookie", "a=b; session=mine")] {
        message.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    let before = format!("{message:?}");
    all.add(const { &[&TOKEN, &HEADER, &QUERY, &COOKIES] }, &mut message);
    assert_eq!(format!("{message:?}"), before);

    let mut message = request("https://example.com/?api%20keys=1&x=api%20key=");
    message.headers_mut().insert(COOKIE, HeaderValue::from_static("sessions=1; a=session=1"));
    all.add(const { &[&QUERY, &COOKIES] }, &mut message);
    assert_eq!(message.url().query(), Some("api%20keys=1&x=api%20key=&api%20key=q"));
    assert_eq!(header(&message, "cookie").as_deref(), Some("sessions=1; a=session=1; session=c"));
}

#[test]
fn keys_are_taken_out_of_addresses() {
    let key = credentials(&[(&QUERY, "q")]);
    for (given, expected) in [
        ("https://example.com/?api%20key=q&page=2", "https://example.com/?page=2"),
        ("https://example.com/?page=2&api%20key=q&x", "https://example.com/?page=2&x"),
        ("https://example.com/?api%20key=q", "https://example.com/"),
        ("https://example.com/?api+key=q&%61pi%20key", "https://example.com/"),
        ("https://example.com/?page=2", "https://example.com/?page=2"),
        ("https://example.com/", "https://example.com/"),
    ] {
        let mut url = Url::parse(given).expect("a URL");
        key.remove(const { &[&[&HEADER], &[&QUERY]] }, &mut url);
        assert_eq!(url.as_str(), expected, "{given}");
        let mut url = Url::parse(given).expect("a URL");
        Credentials::default().remove(const { &[&[&QUERY]] }, &mut url);
        assert_eq!(url.as_str(), given, "nothing was added, so nothing is taken out");
    }
}

#[test]
fn what_cannot_be_sent_is_refused_without_being_shown() {
    for (scheme, secret) in [
        (&TOKEN, ""),
        (&TOKEN, "Bearer hunter2"),
        (&TOKEN, "hunter2\n"),
        (&DIGEST, "hunter2\r\n"),
        (&HEADER, ""),
        (&HEADER, "hunter2\0"),
        (&QUERY, ""),
        (&COOKIES, "hunter2;"),
        (&COOKIES, "hunter 2"),
        (&COOKIES, "hunter2é"),
    ] {
        let error = Credentials::new(&[(scheme, text(secret))]).err().expect("it cannot be sent").to_string();
        assert!(error.contains(&format!("`{}`", scheme.setter)) && !error.contains("hunter"), "{error}");
    }
}
