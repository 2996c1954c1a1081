//! From a path and a method to the operation that they name, and from its answer to a response.

#![allow(dead_code, reason = "an API may have no answers without a body")]

use std::collections::BTreeMap;
use std::future::ready;
use std::pin::Pin;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ALLOW, CONNECTION, CONTENT_LENGTH};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use futures_core::Stream;
use serde::Serialize;

use super::inputs::{FromInputs, Inputs};
use super::reply::IntoReply;
use super::template::Template;
use super::{Context, Reason, Rejection, Reply};
use crate::runtime::request::Operation;

/// Declares the trait with a method for each operation: what it is asked for, what it replies with, and how [`Routes`]
/// are to answer; and the function that adds all operations to these.
macro_rules! api {
    (
        $(#[$docs:meta])*
        pub trait $api:ident {
            $(
                $(#[$attribute:meta])*
                fn $method:ident($request:ty) -> $value:ty =
                    $answer:ident $(($($with:expr),*))? for $module:ident::$operation:ident;
            )*
            $(unserved $resource:ident::$unserved:ident;)*
        }
    ) => {
        $(#[$docs])*
        pub trait $api: Send + Sync + 'static {
            /// What a request is answered with that does not succeed.
            type Error: $crate::server::axum::response::IntoResponse + Send;

            $(
                $(#[$attribute])*
                fn $method(
                    &self,
                    context: $crate::server::Context,
                    request: $request,
                ) -> impl Future<Output = Result<$crate::server::Reply<$value>, Self::Error>> + Send;
            )*

            /// What a request is answered with that the router refuses, in the API's own words.
            fn reject(&self, rejection: $crate::server::Rejection) -> Self::Error;
        }

        /// Adds all operations to `routes`.
        #[allow(unused_variables, reason = "an API may have no operations")]
        fn add_operations<A: $api>(routes: &mut $crate::runtime::server::Routes<A>) {
            $(routes.$answer(&$crate::$module::$operation $($(, $with)*)?, A::$method);)*
            $(routes.unserved(&$crate::$resource::$unserved);)*
        }
    };
}

pub(crate) use api;

/// How much of a request the router takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The most bytes of a body, 1 MiB unless said otherwise; more are refused as [`Reason::BodyTooLarge`].
    pub body: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { body: 1 << 20 }
    }
}

impl Limits {
    /// Takes bodies of up to so many bytes.
    #[must_use]
    pub fn body(mut self, bytes: usize) -> Self {
        self.body = bytes;
        self
    }
}

/// The operations of an API, on the way to a router.
pub(crate) struct Routes<A> {
    server: Server<A>,
    /// The operations, by the path that axum knows them by.
    paths: BTreeMap<String, Vec<Route<A>>>,
}

/// The implementation, and what the router itself needs.
struct Server<A> {
    api: Arc<A>,
    limits: Limits,
    refusal: fn(&A, Rejection) -> Response,
}

/// An operation, and what calls it.
struct Route<A> {
    operation: &'static Operation,
    template: Template,
    /// What the query of each call has, if there is anything.
    query: &'static str,
    handler: Handler<A>,
}

type Handler<A> = Box<dyn Fn(&Server<A>, Context, Arguments, Vec<u8>) -> Handling + Send + Sync>;
type Handling = Pin<Box<dyn Future<Output = Response> + Send>>;

/// A method of the implementation: `A::list_plugins`, say. That its future can be sent is known of it as it stands, so
/// that nothing has to be found out about each operation; and it may borrow the implementation.
pub(crate) trait Serve<'a, A: 'a, I, T, E>:
    Fn(&'a A, Context, I) -> Self::Future + Copy + Send + Sync + 'static
{
    type Future: Future<Output = Result<Reply<T>, E>> + Send + 'a;
}

impl<'a, A: 'a, I, T, E, C, F> Serve<'a, A, I, T, E> for C
where
    C: Fn(&'a A, Context, I) -> F + Copy + Send + Sync + 'static,
    F: Future<Output = Result<Reply<T>, E>> + Send + 'a,
{
    type Future = F;
}

impl<A: Send + Sync + 'static> Routes<A> {
    /// No operations yet; `refusal` makes an answer of what the router refuses.
    pub(crate) fn new(api: A, limits: Limits, refusal: fn(&A, Rejection) -> Response) -> Self {
        Self { server: Server { api: Arc::new(api), limits, refusal }, paths: BTreeMap::new() }
    }

    /// Adds an operation whose answer is JSON; `status` is that of its success.
    pub(crate) fn json<I, T, E>(
        &mut self,
        operation: &'static Operation,
        status: u16,
        call: impl for<'a> Serve<'a, A, I, T, E>,
    ) where
        I: FromInputs + Send + 'static,
        T: Serialize + 'static,
        E: IntoResponse + 'static,
    {
        self.replying(operation, call, move |reply| reply.into_json(status));
    }

    /// Adds an operation whose answer has no body; `status` is that of its success.
    pub(crate) fn empty<I, E>(
        &mut self,
        operation: &'static Operation,
        status: u16,
        call: impl for<'a> Serve<'a, A, I, (), E>,
    ) where
        I: FromInputs + Send + 'static,
        E: IntoResponse + 'static,
    {
        self.replying(operation, call, move |reply| reply.into_empty(status));
    }

    /// Adds an operation whose answer is of type `media_type`; `status` is that of its success.
    pub(crate) fn content<I, T, E>(
        &mut self,
        operation: &'static Operation,
        status: u16,
        media_type: &'static str,
        call: impl for<'a> Serve<'a, A, I, T, E>,
    ) where
        I: FromInputs + Send + 'static,
        T: Into<Body> + 'static,
        E: IntoResponse + 'static,
    {
        self.replying(operation, call, move |reply| reply.into_content(status, media_type));
    }

    /// Adds an operation whose answer leads elsewhere; `status` is that of its success.
    pub(crate) fn redirect<I, E>(
        &mut self,
        operation: &'static Operation,
        status: u16,
        call: impl for<'a> Serve<'a, A, I, String, E>,
    ) where
        I: FromInputs + Send + 'static,
        E: IntoResponse + 'static,
    {
        self.replying(operation, call, move |reply| reply.into_redirect(status));
    }

    /// Adds an operation whose answer may be several things.
    pub(crate) fn several<I, T, E>(&mut self, operation: &'static Operation, call: impl for<'a> Serve<'a, A, I, T, E>)
    where
        I: FromInputs + Send + 'static,
        T: IntoReply + 'static,
        E: IntoResponse + 'static,
    {
        self.replying(operation, call, T::into_reply);
    }

    /// Adds an operation that is always refused, since nothing can be made of its body.
    pub(crate) fn unserved(&mut self, operation: &'static Operation) {
        self.push(
            operation,
            Box::new(|server, context, _, _| Box::pin(ready(server.reject(context, Reason::NotServed)))),
        );
    }

    fn replying<I, T, E>(
        &mut self,
        operation: &'static Operation,
        call: impl for<'a> Serve<'a, A, I, T, E>,
        respond: impl Fn(Reply<T>) -> Response + Copy + Send + Sync + 'static,
    ) where
        I: FromInputs + Send + 'static,
        T: 'static,
        E: IntoResponse + 'static,
    {
        self.add(operation, move |api, context, inputs| {
            Box::pin(async move { call(&api, context, inputs).await.map_or_else(IntoResponse::into_response, respond) })
        });
    }

    fn add<I: FromInputs, H>(&mut self, operation: &'static Operation, call: H)
    where
        H: Fn(Arc<A>, Context, I) -> Handling + Send + Sync + 'static,
    {
        let handler: Handler<A> = Box::new(move |server, context, arguments, body| {
            let inputs = Inputs::new(arguments, &context.uri, &context.headers, body, I::BODY);
            match inputs.and_then(|inputs| I::read(&inputs)) {
                Ok(request) => call(Arc::clone(&server.api), context, request),
                Err(reason) => Box::pin(ready(server.reject(context, reason))),
            }
        });
        self.push(operation, handler);
    }

    fn push(&mut self, operation: &'static Operation, handler: Handler<A>) {
        let (path, query) = operation.path.split_once('?').unwrap_or((operation.path, ""));
        let template = Template::parse(path);
        self.paths.entry(template.route()).or_default().push(Route { operation, template, query, handler });
    }

    /// The router.
    pub(crate) fn into_router(self) -> Router {
        let server = Arc::new(self.server);
        let unknown = Arc::clone(&server);
        let fallback = async move |request: Request| unknown.refuse(request, Reason::UnknownPath);
        let mut app = Router::new().without_v07_checks().fallback(fallback);
        for (path, mut routes) in self.paths {
            routes.sort_by_key(|route| std::cmp::Reverse((route.template.literals(), route.query.len())));
            let (server, routes) = (Arc::clone(&server), Arc::new(routes));
            let handle = move |request: Request| {
                let (server, routes) = (Arc::clone(&server), Arc::clone(&routes));
                async move { server.handle(&routes, request).await }
            };
            app = app.route(&path, any(handle));
        }
        app
    }
}

impl<A: Send + Sync + 'static> Server<A> {
    /// Answers a request whose path is that of `routes`, as far as axum can tell.
    async fn handle(&self, routes: &[Route<A>], request: Request) -> Response {
        match find(routes, request.method(), request.uri()) {
            Found::Operation(route, arguments) => self.call(route, arguments, request).await,
            Found::Methods(allowed) => self.without_operation(allowed, request),
            Found::Nothing => self.refuse(request, Reason::UnknownPath),
        }
    }

    async fn call(&self, route: &Route<A>, arguments: Arguments, request: Request) -> Response {
        let (parts, body) = request.into_parts();
        let mut context = Context::new(parts);
        context.operation = Some(route.operation.id);
        match receive(&context.headers, body, self.limits.body).await {
            Ok(body) => (route.handler)(self, context, arguments, body).await,
            Err(reason) => self.reject(context, reason),
        }
    }

    /// Answers a request whose path has operations, but not with this method.
    fn without_operation(&self, allowed: Vec<Method>, request: Request) -> Response {
        let names: Vec<&str> = allowed.iter().map(Method::as_str).collect();
        let allow = HeaderValue::from_str(&names.join(", "));
        let mut response = if request.method() == Method::OPTIONS {
            StatusCode::NO_CONTENT.into_response()
        } else {
            self.refuse(request, Reason::MethodNotAllowed { allowed })
        };
        response.headers_mut().extend(allow.map(|allow| (ALLOW, allow)));
        response
    }

    /// Refuses a request that names no operation.
    fn refuse(&self, request: Request, reason: Reason) -> Response {
        self.reject(Context::new(request.into_parts().0), reason)
    }

    fn reject(&self, context: Context, reason: Reason) -> Response {
        let closes = matches!(reason, Reason::BodyTooLarge { .. });
        let mut response = (self.refusal)(&self.api, Rejection { context, reason });
        if closes {
            // There may be more of the body, which nobody is going to read.
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        response
    }
}

/// What stands for the placeholders of a path: their names, and the text as it is written.
type Arguments = Vec<(&'static str, String)>;

/// What a path and a method lead to.
enum Found<'a, A> {
    Operation(&'a Route<A>, Arguments),
    /// These are the methods that the path has.
    Methods(Vec<Method>),
    Nothing,
}

fn find<'a, A>(routes: &'a [Route<A>], method: &Method, uri: &Uri) -> Found<'a, A> {
    let has_pair =
        |pair: &str| pair.is_empty() || uri.query().is_some_and(|query| query.split('&').any(|own| own == pair));
    let fitting = routes.iter().filter(|route| route.query.split('&').all(has_pair));
    let fitting: Vec<(&Route<A>, _)> =
        fitting.filter_map(|route| Some((route, route.template.matches(uri.path())?))).collect();
    let has = |method: &Method| fitting.iter().find(|(route, _)| route.operation.method == *method);
    // What can be asked for can be asked for its headers alone (RFC 9110, section 9.3.2).
    let found = has(method).or_else(|| has(&Method::GET).filter(|_| method == Method::HEAD));
    match found {
        Some((route, arguments)) => {
            Found::Operation(route, arguments.iter().map(|(name, text)| (*name, (*text).to_owned())).collect())
        }
        None if fitting.is_empty() => Found::Nothing,
        None => Found::Methods(allowed(fitting.iter().map(|(route, _)| &route.operation.method))),
    }
}

/// The methods of a path: those of its operations, and what follows from them.
fn allowed<'a>(operations: impl Iterator<Item = &'a Method>) -> Vec<Method> {
    let mut methods: Vec<Method> = Vec::new();
    let mut add = |method: Method| {
        if !methods.contains(&method) {
            methods.push(method);
        }
    };
    for method in operations {
        add(method.clone());
        if *method == Method::GET {
            add(Method::HEAD);
        }
    }
    add(Method::OPTIONS);
    methods
}

/// How many times as much as a body may have is read of one that is too large, so that its client gets to see the
/// answer: one that is still sending when the connection ends may miss it.
const DISCARDED: usize = 8;

/// The whole body, if it has at most `limit` bytes.
async fn receive(headers: &HeaderMap, body: Body, limit: usize) -> Result<Vec<u8>, Reason> {
    let announced = headers.get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok()).unwrap_or(0);
    let most = limit.saturating_mul(DISCARDED);
    let mut frames = body.into_data_stream();
    let (mut bytes, mut length) = (Vec::new(), 0);
    while announced <= most
        && length <= most
        && let Some(frame) = std::future::poll_fn(|context| Pin::new(&mut frames).poll_next(context)).await
    {
        let frame = frame.map_err(|error| Reason::BodyBroken { message: error.to_string() })?;
        length += frame.len();
        if length <= limit {
            bytes.extend_from_slice(&frame);
        }
    }
    if announced.max(length) > limit { Err(Reason::BodyTooLarge { limit }) } else { Ok(bytes) }
}
