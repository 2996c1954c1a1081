//! Answers that every part gives in the same way: refusals, and what becomes of a panic.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use serde_json::json;

use crate::problem::Problem;

/// The type of everything that the API answers.
pub const JSON: HeaderValue = HeaderValue::from_static("application/json; charset=utf-8");

/// The answer to a request for `path` that is refused, in the vendor's form.
pub fn answer(problem: &Problem, path: &str) -> Response {
    let (status, code) = (problem.status(), problem.code());
    let body = json!({
        "code": code,
        "message": problem.message(path),
        "more_info": format!("https://www.twilio.com/docs/errors/{code}"),
        "status": status,
    });
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, JSON);
    if *problem == Problem::Unauthenticated {
        headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static(r#"Basic realm="Twilio API""#));
    }
    response
}

/// Middleware that answers for a handler that panics, so that the client learns more than that the connection ended.
pub async fn catch_panics(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut handler = pin!(next.run(request));
    // What the handler leaves behind is its own: it is never polled again.
    let outcome = std::future::poll_fn(|cx| match catch_unwind(AssertUnwindSafe(|| handler.as_mut().poll(cx))) {
        Ok(poll) => poll.map(Some),
        Err(_) => Poll::Ready(None),
    });
    outcome.await.unwrap_or_else(|| {
        tracing::error!("the handler of a request panicked");
        answer(&Problem::Internal, &path)
    })
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::middleware::from_fn;
    use axum::routing::get;
    use tower::ServiceExt as _;

    use super::*;

    async fn text(response: Response) -> String {
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.unwrap();
        String::from_utf8(body.into()).unwrap()
    }

    #[tokio::test]
    async fn a_refusal_has_the_vendors_form() {
        let response = answer(&Problem::NotFound, "/v1/PluginService/Plugins/x\"y");
        assert_eq!(response.status(), 404);
        assert_eq!(response.headers()[CONTENT_TYPE], "application/json; charset=utf-8");
        assert!(!response.headers().contains_key(WWW_AUTHENTICATE));
        let expected = r#"{"code":20404,"message":"The requested resource /PluginService/Plugins/x\"y was not found","more_info":"https://www.twilio.com/docs/errors/20404","status":404}"#;
        assert_eq!(text(response).await, expected);
    }

    #[test]
    fn e1_asks_for_credentials() {
        let response = answer(&Problem::Unauthenticated, "/");
        assert_eq!(response.status(), 401);
        assert_eq!(response.headers()[WWW_AUTHENTICATE], r#"Basic realm="Twilio API""#);
    }

    async fn fails_at_once() {
        panic!("at once")
    }

    async fn fails_later() {
        tokio::task::yield_now().await;
        panic!("after a while")
    }

    #[tokio::test]
    async fn e61_panics_are_answered() {
        let app = Router::new()
            .route("/now", get(fails_at_once))
            .route("/later", get(fails_later))
            .route("/never", get(|| async { "fine" }))
            .layer(from_fn(catch_panics));
        for path in ["/now", "/later"] {
            let request = Request::get(path).body(Body::empty()).unwrap();
            let response = app.clone().oneshot(request).await.unwrap();
            assert_eq!(response.status(), 500);
            let body = text(response).await;
            assert!(body.starts_with(r#"{"code":20500,"#) && !body.contains("at once"), "{body}");
        }
        let response = app.oneshot(Request::get("/never").body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(text(response).await, "fine");
    }
}
