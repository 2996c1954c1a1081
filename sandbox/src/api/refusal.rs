//! From what is refused to an answer in the vendor's form.

use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use twilio_flex_plugins::server::{Place, Reason};

use crate::http;
use crate::problem::Problem;

/// A problem, on its way to where the path of the request is known, which some messages show.
pub(super) struct Refusal(Problem);

impl From<Problem> for Refusal {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        Self(match reason {
            Reason::UnknownPath
            | Reason::Missing { place: Place::Path, .. }
            | Reason::Invalid { place: Place::Path, .. } => Problem::NotFound,
            Reason::MethodNotAllowed { .. } => Problem::MethodNotAllowed,
            Reason::Missing { name, .. } => Problem::Missing(name),
            Reason::Invalid { name, message, .. } => Problem::invalid(name, message),
            Reason::UnsupportedMediaType { found, .. } => Problem::UnsupportedMediaType(found),
            Reason::BodyTooLarge { limit } => Problem::BodyTooLarge(limit),
            Reason::BodyBroken { message } => Problem::invalid("body", message),
            // No other reason is known; one that comes up is worth an entry above.
            other => Problem::invalid("request", other.to_string()),
        })
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = Response::default();
        response.extensions_mut().insert(self.0);
        response
    }
}

/// `router` with its refusals put into words.
pub(super) fn worded(router: Router) -> Router {
    router.layer(from_fn(async |request: Request, next: Next| {
        let path = request.uri().path().to_owned();
        let mut response = next.run(request).await;
        match response.extensions_mut().remove::<Problem>() {
            Some(problem) => {
                let mut answer = http::answer(&problem, &path);
                // Such as `Allow`.
                answer.headers_mut().extend(std::mem::take(response.headers_mut()));
                answer
            }
            None => response,
        }
    }))
}
