//! All routes together, and what goes around them.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Uri};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;

use crate::access::Access;
use crate::base_url::BaseUrl;
use crate::chance::{Chance, Use};
use crate::faults::{Faults, Injector};
use crate::problem::Problem;
use crate::store::Store;
use crate::{api, cors, http, request_log};

/// The description of the API, which names the public service as its server.
const DOCUMENT: &str = include_str!("../../spec/flex-plugins.yaml");

/// The server in [`DOCUMENT`].
const SERVER: &str = "url: 'https://flex-api.twilio.com'";

/// What the routes work with.
pub struct Parts {
    /// Where everything is kept.
    pub store: Store,
    /// Who may see it.
    pub access: Arc<Access>,
    /// How URLs begin.
    pub base: BaseUrl,
    /// What fails on purpose.
    pub faults: Faults,
    /// Makes chance repeat itself.
    pub seed: Option<u64>,
    /// Further routes, which have neither faults nor a fallback, and are for no other origin.
    pub more: Router,
}

/// The whole application.
pub fn app(parts: Parts) -> Router {
    let Parts { store, access, base, faults, seed, more } = parts;
    let injector = Arc::new(Injector::new(faults, seed));
    let ids = Arc::new(Chance::new(seed, Use::RequestIds));
    api::router(store.clone(), access, base.clone())
        .layer(from_fn_with_state(injector, Injector::inject))
        .merge(service(store, base))
        .layer(from_fn(http::catch_panics))
        .layer(from_fn(cors::allow))
        .merge(more.layer(from_fn(http::catch_panics)))
        .layer(from_fn_with_state(ids, request_log::record))
}

/// The routes about the sandbox itself.
fn service(store: Store, base: BaseUrl) -> Router {
    let health = Router::new().route("/healthz", get(health)).with_state(store);
    let document = Router::new().route("/openapi.yaml", get(document)).with_state(base);
    health.merge(document).method_not_allowed_fallback(wrong_method)
}

async fn health(State(store): State<Store>, uri: Uri) -> Response {
    match store.ready().await {
        Ok(()) => "ok".into_response(),
        Err(problem) => http::answer(&problem, uri.path()),
    }
}

/// The description of the API with the sandbox as its server, so that tools which read it talk to the sandbox.
async fn document(State(base): State<BaseUrl>, headers: HeaderMap) -> Response {
    // A base URL has no quote in it.
    let server = format!("url: '{}'", base.of(&headers));
    ([(CONTENT_TYPE, "application/yaml")], DOCUMENT.replacen(SERVER, &server, 1)).into_response()
}

async fn wrong_method(uri: Uri) -> Response {
    http::answer(&Problem::MethodNotAllowed, uri.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_names_its_server_once() {
        assert_eq!(DOCUMENT.matches(SERVER).count(), 1);
        let (before, _) = DOCUMENT.split_once(SERVER).unwrap();
        assert!(before.ends_with("\nservers:\n  - "));
    }
}
