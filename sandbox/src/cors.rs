//! What browsers need in order to let scripts of other sites use the API.

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS,
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS,
    ACCESS_CONTROL_REQUEST_METHOD, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, ORIGIN, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;

/// The methods that the API has somewhere.
const METHODS: HeaderValue = HeaderValue::from_static("GET, HEAD, POST, OPTIONS");

/// The request headers that scripts may set, besides those of their own that begin with `X-`.
const HEADERS: &str = "Accept, Authorization, Content-Type, Flex-Metadata";

/// The response headers that scripts may read, besides those that they always may.
const EXPOSED: HeaderValue = HeaderValue::from_static("Allow, Retry-After, Twilio-Request-Id");

/// How long a browser may remember the answer to a preflight request, in seconds.
const MAX_AGE: HeaderValue = HeaderValue::from_static("600");

/// Middleware that adds the five headers to every answer, and lets every preflight request pass.
///
/// A preflight request has neither credentials nor a body, and the browser sends the real one only if it succeeds; that
/// one is refused where there is something to refuse, in words that the script can read.
pub async fn allow(request: Request, next: Next) -> Response {
    let asked = Asked::of(&request);
    let mut response = next.run(request).await;
    if asked.preflight {
        let headers = response.headers_mut();
        headers.insert(ACCESS_CONTROL_MAX_AGE, MAX_AGE);
        if !response.status().is_success() {
            pass(&mut response);
        }
    }
    add(response.headers_mut(), asked);
    response
}

/// What a browser wants to know.
struct Asked {
    origin: Option<HeaderValue>,
    preflight: bool,
    /// Headers to allow besides [`HEADERS`].
    headers: Vec<HeaderName>,
}

impl Asked {
    fn of(request: &Request) -> Self {
        let headers = request.headers();
        let origin = headers.get(ORIGIN).cloned();
        let preflight = request.method() == Method::OPTIONS && headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD);
        let headers = if preflight { own_headers(headers) } else { Vec::new() };
        Self { origin, preflight, headers }
    }
}

/// The headers beginning with `X-` that a preflight request asks for.
fn own_headers(headers: &HeaderMap) -> Vec<HeaderName> {
    let lists = headers.get_all(ACCESS_CONTROL_REQUEST_HEADERS).iter().filter_map(|list| list.to_str().ok());
    let names = lists.flat_map(|list| list.split(',')).filter_map(|name| name.trim().parse().ok());
    names.filter(|name: &HeaderName| name.as_str().starts_with("x-")).collect()
}

/// Makes a refusal of a preflight request a success.
fn pass(response: &mut Response) {
    *response.status_mut() = StatusCode::NO_CONTENT;
    *response.body_mut() = Body::empty();
    let headers = response.headers_mut();
    headers.remove(CONTENT_TYPE);
    headers.remove(CONTENT_LENGTH);
}

fn add(headers: &mut HeaderMap, asked: Asked) {
    // Browsers refuse any origin together with credentials, so the origin that asks is named.
    let (origin, credentials) = match asked.origin {
        Some(origin) => (origin, "true"),
        None => (HeaderValue::from_static("*"), "false"),
    };
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static(credentials));
    headers.insert(ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, allowed(&asked.headers));
    headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    // Without an origin, too: a cache must not give that answer to a browser.
    headers.append(VARY, HeaderValue::from_static("Origin"));
}

fn allowed(asked: &[HeaderName]) -> HeaderValue {
    let list = asked.iter().fold(HEADERS.to_owned(), |list, name| list + ", " + name.as_str());
    HeaderValue::from_str(&list).unwrap_or(HeaderValue::from_static(HEADERS))
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::*;

    async fn ask(method: &str, path: &str, headers: &[(&str, &str)]) -> Response {
        let app = Router::new().route("/", get(|| async { "fine" })).layer(from_fn(allow));
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn s25_the_five_headers_are_on_every_answer() {
        for path in ["/", "/unknown"] {
            let response = ask("GET", path, &[]).await;
            let headers = response.headers();
            assert_eq!(headers[ACCESS_CONTROL_ALLOW_ORIGIN], "*");
            assert_eq!(headers[ACCESS_CONTROL_ALLOW_CREDENTIALS], "false");
            assert_eq!(headers[ACCESS_CONTROL_ALLOW_METHODS], "GET, HEAD, POST, OPTIONS");
            assert_eq!(headers[ACCESS_CONTROL_ALLOW_HEADERS], HEADERS);
            assert_eq!(headers[ACCESS_CONTROL_EXPOSE_HEADERS], "Allow, Retry-After, Twilio-Request-Id");
            assert_eq!(headers[VARY], "Origin");
        }
    }

    #[tokio::test]
    async fn the_origin_is_named_back() {
        let response = ask("GET", "/", &[("origin", "https://flex.example.com")]).await;
        assert_eq!(response.headers()[ACCESS_CONTROL_ALLOW_ORIGIN], "https://flex.example.com");
        assert_eq!(response.headers()[ACCESS_CONTROL_ALLOW_CREDENTIALS], "true");
        assert!(!response.headers().contains_key(ACCESS_CONTROL_MAX_AGE));
    }

    #[tokio::test]
    async fn a_preflight_request_passes_everywhere() {
        let asks = [
            ("origin", "https://a.example"),
            ("access-control-request-method", "POST"),
            ("access-control-request-headers", "authorization,x-one, X-Two,cache-control,not a name"),
        ];
        for path in ["/", "/unknown"] {
            let response = ask("OPTIONS", path, &asks).await;
            assert_eq!(response.status(), 204);
            assert_eq!(response.headers()[ACCESS_CONTROL_MAX_AGE], "600");
            assert_eq!(response.headers()[ACCESS_CONTROL_ALLOW_HEADERS], format!("{HEADERS}, x-one, x-two"));
            assert!(axum::body::to_bytes(response.into_body(), 1).await.unwrap().is_empty());
        }
        assert_eq!(ask("OPTIONS", "/unknown", &asks[..1]).await.status(), 404);
    }
}
