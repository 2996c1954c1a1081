//! Lists, page by page or item by item.

use std::fmt;
use std::future::poll_fn;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::marker::PhantomData;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};
use std::vec;

use futures_core::Stream;
use reqwest::Url;
use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::call::{Reading, Response};
use super::decode;
use super::envelope::{Answer, Envelope};
use super::error::{Error, Result};
use super::paging::{Arrived, Paging, Step};
use super::payload::Payload;
use super::request::Request;
use super::send::{self, Incoming, Outgoing, Sending};
use crate::document;

/// One page of a list.
#[derive(Clone)]
pub struct Page<T> {
    /// The items, in the order of the service.
    pub items: Vec<T>,
    answer: Answer,
    next: Option<Box<Cursor>>,
}

/// The way to a page.
#[derive(Clone)]
struct Cursor {
    /// The request for the page before.
    request: Outgoing,
    paging: &'static Paging,
    trail: Trail,
    step: Step,
}

impl<T> Page<T> {
    /// The members of the answer other than its items, as they came; none if the answer is a bare list.
    #[must_use]
    pub fn envelope(&self) -> &Map<String, Value> {
        self.answer.envelope()
    }

    /// Whether there is a page after this one.
    #[must_use]
    pub fn has_next(&self) -> bool {
        self.next.is_some()
    }

    /// Fetches the page after this one; `None` if this is the last.
    ///
    /// # Errors
    ///
    /// Those of the list operation; and [`Error::Invalid`] if the service gives an address on another server, to
    /// which no credentials are sent, or leads to a page that was fetched before, so that there would be no end.
    pub fn next(&self) -> NextPage<T> {
        NextPage { call: self.next.clone().map(|cursor| cursor.follow()) }
    }

    /// The items, and the page after this one.
    fn into_parts(self) -> (vec::IntoIter<T>, Upcoming<T>) {
        let upcoming = self.next.map_or(Upcoming::End, |cursor| {
            let call = cursor.clone().follow();
            Upcoming::called(call, Some(cursor))
        });
        (self.items.into_iter(), upcoming)
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<T: fmt::Debug> fmt::Debug for Page<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page").field("items", &self.items).field("envelope", self.envelope()).finish_non_exhaustive()
    }
}

impl Cursor {
    /// Calls for the page.
    fn follow<T>(mut self) -> PageCall<T> {
        let turned = self.turn();
        PageCall::new(turned.map(|()| self.request), self.paging, self.trail)
    }

    /// Makes of the request for the page before the one for this page.
    fn turn(&mut self) -> Result<()> {
        let Self { request, paging, trail, step } = self;
        let before = Trail::hash(request);
        match step {
            Step::Url(url) => {
                let (settings, operation) = (request.client.settings(), request.operation);
                let base = settings.base_of(operation.server)?;
                let mut url = resolve(url, &request.url, &base, operation.server.or(document::SERVER))?;
                settings.credentials.remove(operation.security, &mut url);
                request.url = url;
            }
            Step::Input(value) => paging.next.set(request, value.take()),
        }
        trail.leave(before, Trail::hash(request))
    }
}

/// The pages that led to one, so that a list ends even if the service goes round in circles.
#[derive(Clone, Default)]
pub(crate) struct Trail {
    /// Hashes of what the last pages were asked for by.
    recent: Vec<u64>,
    /// How many pages there were in all.
    pages: u32,
    /// How many items they had.
    items: u64,
}

impl Trail {
    /// How many pages are remembered.
    const RECENT: usize = 1000;
    /// How many pages a list has at most.
    const MOST: u32 = 100_000;

    /// Goes on from one page to the next, which have these hashes, unless that leads nowhere.
    fn leave(&mut self, page: u64, next: u64) -> Result<()> {
        if self.recent.len() == Self::RECENT {
            self.recent.remove(0);
        }
        self.recent.push(page);
        self.pages += 1;
        if self.recent.contains(&next) {
            return Err(Error::invalid("the service gives a page that was fetched before as the next one"));
        }
        if self.pages == Self::MOST {
            return Err(Error::invalid(format!("the service gives more than {} pages of a list", Self::MOST)));
        }
        Ok(())
    }

    /// What tells the page that `request` asks for from others.
    fn hash(request: &Outgoing) -> u64 {
        let mut hasher = DefaultHasher::new();
        request.url.hash(&mut hasher);
        request.body.as_ref().and_then(Payload::as_bytes).hash(&mut hasher);
        hasher.finish()
    }
}

/// The address `next`, which stands in the answer from `current`, on the server of `base`.
///
/// An address on `server`, the one of the API's description, is moved to `base`. So is a path alone that is not below
/// that of `base`: where that is a gateway, the service behind it does not know.
fn resolve(next: &str, current: &Url, base: &Url, server: Option<&str>) -> Result<Url> {
    let mut url = current
        .join(next)
        .map_err(|error| Error::invalid(format!("the address of the next page, {next:?}, is no URL: {error}")))?;
    let server = server.and_then(|server| Url::parse(server).ok());
    if url.origin() != base.origin() || url.scheme() != base.scheme() {
        return server.and_then(|server| moved(&url, &server, base)).ok_or_else(|| {
            let origin = url.origin().ascii_serialization();
            Error::invalid(format!("the next page is on another server, {origin}: it is not fetched"))
        });
    }
    if next.starts_with('/')
        && below(url.path(), base).is_none()
        && let Some(moved) = server.and_then(|server| moved(&server.join(next).ok()?, &server, base))
    {
        return Ok(moved);
    }
    url.set_fragment(None);
    // No credentials but the client's own. Neither call can fail on a URL that has a host.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    Ok(url)
}

/// An address on `server`, moved to `base`; `None` if it is not on that server.
fn moved(url: &Url, server: &Url, base: &Url) -> Option<Url> {
    let path = below(url.path(), server).filter(|_| url.origin() == server.origin())?;
    let mut moved = base.clone();
    moved.set_path(&format!("{}{path}", base.path().trim_end_matches('/')));
    moved.set_query(url.query());
    Some(moved)
}

/// What is left of `path` below that of `base`.
fn below<'a>(path: &'a str, base: &Url) -> Option<&'a str> {
    let rest = path.strip_prefix(base.path().trim_end_matches('/'))?;
    (rest.is_empty() || rest.starts_with('/')).then_some(rest)
}

/// The page after another, once it has arrived; `None` if there is none.
#[must_use = "a page is not fetched unless it is awaited"]
pub struct NextPage<T> {
    call: Option<PageCall<T>>,
}

impl<T: DeserializeOwned> Future for NextPage<T> {
    type Output = Result<Option<Page<T>>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.call {
            None => Poll::Ready(Ok(None)),
            Some(call) => Pin::new(call).poll(context).map_ok(Some),
        }
    }
}

impl<T> fmt::Debug for NextPage<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NextPage").finish_non_exhaustive()
    }
}

/// Every item of every page of a list, in order.
///
/// The page that follows is asked for as soon as one has arrived, so that it comes while the items of that one are
/// being consumed; there is never more than one page in advance. After an error the stream ends.
#[must_use = "a stream does nothing unless it is polled"]
pub struct PageStream<T> {
    items: vec::IntoIter<T>,
    upcoming: Upcoming<T>,
    /// When the last item was handed out, unless somebody has asked for another one since.
    left: Option<Instant>,
}

/// The page after the one whose items are being consumed.
enum Upcoming<T> {
    Called {
        call: PageCall<T>,
        /// For a call made in advance, what it takes to make it once more.
        again: Option<Box<Cursor>>,
        begun: Instant,
        /// How long nobody has been waiting for it.
        away: Duration,
    },
    /// To be called for, since a call made in advance had come to nothing while nobody was waiting for it.
    Expired(Box<Cursor>),
    Arrived(Result<Page<T>>),
    End,
}

impl<T> PageStream<T> {
    pub(crate) fn new(call: PageCall<T>) -> Self {
        Self { items: Vec::new().into_iter(), upcoming: Upcoming::called(call, None), left: None }
    }
}

impl<T> Upcoming<T> {
    fn called(call: PageCall<T>, again: Option<Box<Cursor>>) -> Self {
        Self::Called { call, again, begun: Instant::now(), away: Duration::ZERO }
    }
}

impl<T: DeserializeOwned> PageStream<T> {
    /// The next item; `None` after the last one, and after an error.
    pub async fn next(&mut self) -> Option<Result<T>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

// Nothing in it is ever pinned.
impl<T> Unpin for PageStream<T> {}

impl<T: DeserializeOwned> Stream for PageStream<T> {
    type Item = Result<T>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = self.get_mut();
        if let (Some(left), Upcoming::Called { away, .. }) = (this.left.take(), &mut this.upcoming) {
            *away += left.elapsed();
        }
        loop {
            // Polled even where an item is at hand, so that the next page makes progress meanwhile.
            if let Upcoming::Called { call, again, begun, away } = &mut this.upcoming
                && let Poll::Ready(page) = Pin::new(call).poll(context)
            {
                // Its time ran, and its tries were due, while it could not make use of them.
                let is_alone = *away * 2 > begun.elapsed();
                this.upcoming = match (page, again.take()) {
                    (Err(error), Some(cursor)) if is_alone && error.is_retryable() => Upcoming::Expired(cursor),
                    (page, _) => Upcoming::Arrived(page),
                };
            }
            if let Some(item) = this.items.next() {
                this.left = Some(Instant::now());
                return Poll::Ready(Some(Ok(item)));
            }
            match mem::replace(&mut this.upcoming, Upcoming::End) {
                called @ Upcoming::Called { .. } => {
                    this.upcoming = called;
                    return Poll::Pending;
                }
                Upcoming::Expired(cursor) => {
                    this.upcoming = Upcoming::called(cursor.follow(), None);
                }
                Upcoming::Arrived(Ok(page)) => (this.items, this.upcoming) = page.into_parts(),
                Upcoming::Arrived(Err(error)) => return Poll::Ready(Some(Err(error))),
                Upcoming::End => return Poll::Ready(None),
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.items.len(), None)
    }
}

impl<T> fmt::Debug for PageStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageStream").field("items_at_hand", &self.items.len()).finish_non_exhaustive()
    }
}

/// A call for a page of a list. Nothing is sent before it is awaited.
#[must_use = "a call does nothing unless it is awaited"]
pub struct PageCall<T> {
    sending: Sending,
    paging: &'static Paging,
    trail: Trail,
    items: PhantomData<fn() -> T>,
}

impl<T> PageCall<T> {
    /// A call for the first page.
    pub(crate) fn first(request: Request, paging: &'static Paging) -> Self {
        Self::new(request.finish(), paging, Trail::default())
    }

    /// A call for the page that `trail` led to.
    fn new(request: Result<Outgoing>, paging: &'static Paging, trail: Trail) -> Self {
        Self { sending: send::send(request, Reading::whole), paging, trail, items: PhantomData }
    }
}

impl<T: DeserializeOwned> PageCall<T> {
    #[inline]
    fn poll_whole(&mut self, context: &mut Context<'_>) -> Poll<Result<Response<Page<T>>>> {
        let incoming = ready!(self.sending.as_mut().poll(context))?;
        let (items, leading) = decode::json_seed(&incoming, Envelope::new(self.paging))?;
        let Incoming { status, headers, body, request, .. } = incoming;
        let answer = Answer::new(self.paging, body);
        let next = next(self.paging, mem::take(&mut self.trail), &leading, items.len(), &headers, request);
        Poll::Ready(Ok(Response { value: Page { items, answer, next }, status, headers }))
    }
}

impl<T: DeserializeOwned> Future for PageCall<T> {
    type Output = Result<Page<T>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.poll_whole(context).map_ok(|response| response.value)
    }
}

impl<T> fmt::Debug for PageCall<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageCall").finish_non_exhaustive()
    }
}

/// A call for a page of a list, with the status and headers of the answer.
#[derive(Debug)]
#[must_use = "a call does nothing unless it is awaited"]
pub struct WholePageCall<T>(pub(crate) PageCall<T>);

impl<T: DeserializeOwned> Future for WholePageCall<T> {
    type Output = Result<Response<Page<T>>>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.poll_whole(context)
    }
}

/// The way to the page after the one that came in, if there is one.
fn next(
    paging: &'static Paging,
    mut trail: Trail,
    leading: &Map<String, Value>,
    items: usize,
    headers: &HeaderMap,
    request: Outgoing,
) -> Option<Box<Cursor>> {
    let (items, earlier) = (items as u64, trail.items);
    let step = paging.next(&Arrived { request: &request, headers, envelope: leading, items, earlier })?;
    trail.items += items;
    Some(Box::new(Cursor { request, paging, trail, step }))
}

/// What every builder of calls has that return a list.
macro_rules! pages {
    (
        static $operation:ident = $method:ident $path:literal as $id:literal $(on $server:literal)? for $security:expr;
        pages = $paging:expr;
        $(#[$meta:meta])*
        pub struct $builder:ident => $item:ty;
        $($setters:tt)*
    ) => {
        $crate::runtime::call::builder! {
            static $operation = $method $path as $id $(on $server)? for $security;
            $(#[$meta])*
            pub struct $builder;
            $($setters)*
        }

        impl $builder {
            const PAGING: &$crate::runtime::paging::Paging = &$paging;

            /// Every item of every page, in order; the next page is fetched while one is being consumed.
            #[inline]
            pub fn stream(self) -> $crate::runtime::PageStream<$item> {
                $crate::runtime::PageStream::new(self.into_future())
            }

            /// Makes the call return the status and headers of the answer, too.
            #[inline]
            pub fn with_response(self) -> $crate::runtime::WholePageCall<$item> {
                $crate::runtime::WholePageCall(self.into_future())
            }
        }

        impl IntoFuture for $builder {
            type Output = $crate::Result<$crate::runtime::Page<$item>>;
            type IntoFuture = $crate::runtime::PageCall<$item>;

            #[inline]
            fn into_future(self) -> Self::IntoFuture {
                $crate::runtime::PageCall::first(self.request, Self::PAGING)
            }
        }
    };
}

pub(crate) use pages;

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("a URL")
    }

    #[test]
    fn the_next_page_is_on_the_configured_server() {
        let described = Some("https://api.example.com/v2");
        for (next, base, expected) in [
            ("/v2/b?Page=1", "http://127.0.0.1:1", Some("http://127.0.0.1:1/v2/b?Page=1")),
            ("/v2/b?Page=1", "http://127.0.0.1:1/p/", Some("http://127.0.0.1:1/p/b?Page=1")),
            ("/p/b?Page=1", "http://127.0.0.1:1/p/", Some("http://127.0.0.1:1/p/b?Page=1")),
            ("/v2beta/b", "http://127.0.0.1:1/p", Some("http://127.0.0.1:1/v2beta/b")),
            ("/\\evil.example/v2/b", "http://127.0.0.1:1", None),
            ("https://api.example.com/v2beta/b", "http://127.0.0.1:1", None),
            ("?Page=1", "http://127.0.0.1:1", Some("http://127.0.0.1:1/a?Page=1")),
            ("http://u:p@127.0.0.1:1/b#x", "http://127.0.0.1:1", Some("http://127.0.0.1:1/b")),
            ("https://api.example.com/v2/b?Page=1", "http://127.0.0.1:1", Some("http://127.0.0.1:1/b?Page=1")),
            ("https://u:p@API.example.com:443/v2/b", "http://127.0.0.1:1/p/", Some("http://127.0.0.1:1/p/b")),
            ("https://api.example.com/v2/b", "https://api.example.com/v2", Some("https://api.example.com/v2/b")),
            ("https://api.example.com/other", "http://127.0.0.1:1", None),
            ("http://api.example.com/v2/b", "http://127.0.0.1:1", None),
            ("//evil.example/b", "http://127.0.0.1:1", None),
            ("http://127.0.0.1:2/b", "http://127.0.0.1:1", None),
            ("https://127.0.0.1:1/b", "http://127.0.0.1:1", None),
            ("blob:http://127.0.0.1:1/b", "http://127.0.0.1:1", None),
            ("http://[", "http://127.0.0.1:1", None),
        ] {
            let base = url(base);
            let current = base.join("/a").expect("a URL");
            let resolved = resolve(next, &current, &base, described).ok();
            assert_eq!(resolved.as_ref().map(Url::as_str), expected, "{next} from {base}");
        }
    }

    #[test]
    fn a_list_does_not_go_round_in_circles_nor_on_for_ever() {
        let mut trail = Trail::default();
        trail.leave(0, 1).expect("a new page");
        trail.leave(1, 2).expect("a new page");
        trail.clone().leave(2, 2).expect_err("the same page");
        trail.clone().leave(2, 0).expect_err("the first page");

        let mut trail = Trail { pages: Trail::MOST - 2, ..Trail::default() };
        trail.leave(0, 1).expect("a new page");
        trail.leave(1, 2).expect_err("one page too many");
    }
}
