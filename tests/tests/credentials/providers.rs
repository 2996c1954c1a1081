//! Tokens from a provider.

use std::error::Error as StdError;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use contract_tests::clients::at_once;
use contract_tests::{Answer, Server};

use crate::document::{HEADER, TOKEN};
use crate::runtime::token::TokenProvider;
use crate::*;

type Asked<T> = Result<T, Box<dyn StdError + Send + Sync>>;

/// Has token `t0`, then `t1` and so on with each refresh; says no more than that if `stuck`.
#[derive(Clone, Default)]
struct Vault {
    number: Arc<AtomicU32>,
    asked: Arc<Mutex<Vec<String>>>,
    stuck: bool,
}

impl Vault {
    fn note(&self, what: String) -> Asked<()> {
        self.asked.lock().map_err(|error| error.to_string())?.push(what);
        Ok(())
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no panic").clone()
    }
}

impl TokenProvider for Vault {
    async fn token(&self) -> Asked<String> {
        self.note("token".to_owned())?;
        Ok(format!("t{}", self.number.load(Ordering::Relaxed)))
    }

    async fn refresh(&self, refused: &str) -> Asked<Option<String>> {
        self.note(format!("refresh {refused}"))?;
        if self.stuck {
            return Err("the vault is closed".into());
        }
        let number = self.number.fetch_add(1, Ordering::Relaxed) + 1;
        Ok(Some(format!("t{number}")))
    }
}

fn source(provider: impl TokenProvider) -> Given {
    Given::Source(Arc::new(provider))
}

fn tokens(server: &Server) -> Vec<String> {
    let requests = server.requests();
    requests.iter().map(|request| request.header("Authorization").expect("there is a token").to_owned()).collect()
}

#[tokio::test]
async fn a_provider_is_asked_for_each_try() {
    let vault = Vault::default();
    let server = Server::start([Answer::status(429).header("Retry-After", "0"), Answer::status(204)]).await;
    let client = builder([(&TOKEN, source(vault.clone()))]).retry(RetryPolicy::new()).base_url(server.url());
    let client = client.build().expect("the settings are fine");
    for _ in 0..2 {
        call(&client, operation(const { &[&[&TOKEN]] })).await.expect("the answer is fine");
    }
    assert_eq!(vault.asked(), ["token", "token", "token"]);
    assert_eq!(tokens(&server), ["Bearer t0"; 3]);
}

#[tokio::test]
async fn a_token_that_is_refused_is_replaced_once() {
    let vault = Vault::default();
    // A POST, with retries turned off: what was refused has had no effect.
    let server = Server::start([Answer::status(401), Answer::status(204)]).await;
    let client = client(&server, [(&TOKEN, source(vault.clone()))]);
    call(&client, operation(const { &[&[&TOKEN]] })).await.expect("the second token is fine");
    assert_eq!(vault.asked(), ["token", "refresh t0"]);
    assert_eq!(tokens(&server), ["Bearer t0", "Bearer t1"]);

    let always = Server::start([Answer::status(401)]).await;
    let client = crate::client(&always, [(&TOKEN, source(Vault::default()))]);
    let error = call(&client, operation(const { &[&[&TOKEN]] })).await.expect_err("no token is fine");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
    assert_eq!(tokens(&always), ["Bearer t0", "Bearer t1"]);
}

#[tokio::test]
async fn a_replacement_takes_no_try_of_the_policy() {
    let answers = [Answer::status(401), Answer::status(429), Answer::status(204)];
    let server = Server::start(answers).await;
    let policy = RetryPolicy::new().tries(2).base(Duration::ZERO);
    let client = builder([(&TOKEN, source(Vault::default()))]).retry(policy).base_url(server.url());
    call(&client.build().expect("the settings are fine"), operation(const { &[&[&TOKEN]] }))
        .await
        .expect("the third is fine");
    assert_eq!(tokens(&server), ["Bearer t0", "Bearer t1", "Bearer t1"]);
}

#[tokio::test]
async fn a_provider_that_cannot_refresh_leaves_the_refusal() {
    let server = Server::start([Answer::status(401)]).await;
    let stuck = Vault { stuck: true, ..Vault::default() };
    let fixed = || async { Ok::<_, std::io::Error>("fixed".to_owned()) };
    for given in [source(stuck), source(fixed), text("t0k3n")] {
        let before = server.requests().len();
        let client = client(&server, [(&TOKEN, given)]);
        let error = call(&client, operation(const { &[&[&TOKEN]] })).await.expect_err("it is refused");
        assert_eq!(error.status().map(|status| status.as_u16()), Some(401), "{error:?}");
        assert_eq!(server.requests().len(), before + 1);
    }
}

#[tokio::test]
async fn a_provider_without_a_token_keeps_the_call_from_being_made() {
    let server = Server::start([Answer::status(204)]).await;
    let fails = || async { Err::<String, _>(std::io::Error::other("the vault is closed")) };
    let error = call(&client(&server, [(&TOKEN, source(fails))]), operation(const { &[&[&TOKEN]] }))
        .await
        .expect_err("no token");
    assert!(matches!(error, Error::Invalid { .. }), "{error:?}");
    assert!(error.to_string().contains("`bearer_token` has no token: the vault is closed"), "{error}");
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn a_provider_has_no_longer_than_a_try() {
    let server = Server::start([Answer::status(204)]).await;
    let never = || std::future::pending::<std::io::Result<String>>();
    let client = builder([(&TOKEN, source(never))]).try_timeout(Duration::from_millis(50)).base_url(server.url());
    let client = client.build().expect("the settings are fine");
    let error = at_once(call(&client, operation(const { &[&[&TOKEN]] }))).await.expect_err("there is no token");
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn a_provider_is_left_alone_where_no_token_is_needed() {
    let vault = Vault::default();
    let server = Server::start([Answer::status(401)]).await;
    let client = client(&server, [(&TOKEN, source(vault.clone())), (&HEADER, text("k3y"))]);
    for security in const { [&[] as Security, &[&[&HEADER]], &[&[&HEADER], &[&TOKEN]]] } {
        call(&client, operation(security)).await.expect_err("it is refused");
    }
    let mut request = Request::new(&client, operation(const { &[&[&TOKEN]] }));
    request.options = CallOptions::new().header("Authorization", "Bearer mine");
    Call::<Empty>::new(request).await.expect_err("it is refused");
    assert_eq!(vault.asked(), [""; 0]);
    assert_eq!(server.requests().len(), 4);
}
