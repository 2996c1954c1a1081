//! Tokens that expire, and where to get others.

use std::error::Error as StdError;

use reqwest::header::HeaderValue;

use super::credentials::keys::bearer;
use super::credentials::{Asking, Source, Tokens};
use super::error::{Error, Result, chain};

/// Where a client gets its tokens: for tokens that expire.
///
/// An `async` function or closure without arguments that returns a token, or an error, is one:
///
/// ```
/// # use std::io;
/// async fn token() -> Result<String, io::Error> {
///     Ok("read from somewhere".to_owned())
/// }
/// ```
///
/// The client asks for each try of each call and keeps nothing, so a provider remembers its token for as long as it
/// is good. What a provider does counts as part of the try, and has no longer than that.
pub trait TokenProvider: Send + Sync + 'static {
    /// The token to send.
    ///
    /// # Errors
    ///
    /// Whatever keeps it from being there. The call is not made and fails with [`Error::Invalid`], whose message
    /// repeats that of the error.
    fn token(&self) -> impl Future<Output = Result<String, Box<dyn StdError + Send + Sync>>> + Send;

    /// The token to send in place of `refused`, which the service has answered with status 401; `None` if there is
    /// no other.
    ///
    /// The call is then made once more with it, even where retries are turned off: a request that was refused for
    /// its token has had no effect. Calls that run at the same time may all be refused for the same token, so that a
    /// provider had best compare `refused` with the token that it has. Unless overridden, this asks for
    /// [`token`](Self::token) once more, and there is no other token if that is the same.
    ///
    /// # Errors
    ///
    /// Whatever keeps it from being there. The call fails with the service's refusal.
    fn refresh(
        &self,
        refused: &str,
    ) -> impl Future<Output = Result<Option<String>, Box<dyn StdError + Send + Sync>>> + Send {
        async move { self.token().await.map(|token| Some(token).filter(|token| token != refused)) }
    }
}

impl<F, T, E> TokenProvider for F
where
    F: Fn() -> T + Send + Sync + 'static,
    T: Future<Output = Result<String, E>> + Send,
    E: Into<Box<dyn StdError + Send + Sync>>,
{
    async fn token(&self) -> Result<String, Box<dyn StdError + Send + Sync>> {
        self().await.map_err(Into::into)
    }
}

impl<P: TokenProvider> Source for P {
    fn tokens<'a>(&'a self, name: &'static str) -> Box<dyn Tokens + 'a> {
        Box::new(Provided { provider: self, name, sent: None, other: None, refused: false })
    }
}

/// The tokens that a provider has for one call.
struct Provided<'a, P> {
    provider: &'a P,
    /// What to call it.
    name: &'static str,
    /// The token that was sent last.
    sent: Option<String>,
    /// The token to be sent next, in place of one that was refused.
    other: Option<String>,
    /// Whether a token has been refused.
    refused: bool,
}

impl<P: TokenProvider> Tokens for Provided<'_, P> {
    fn next(&mut self) -> Asking<'_, Result<HeaderValue>> {
        Box::pin(async {
            let name = self.name;
            let token = match self.other.take() {
                Some(token) => token,
                None => self.provider.token().await.map_err(|error| failed(name, &*error))?,
            };
            let value = bearer(&token).map_err(|what| Error::invalid(format!("the token of `{name}` {what}")))?;
            self.sent = Some(token);
            Ok(value)
        })
    }

    /// It is asked for once in a call.
    fn replace(&mut self) -> Asking<'_, bool> {
        Box::pin(async {
            let (Some(sent), false) = (&self.sent, self.refused) else { return false };
            self.refused = true;
            // The service's refusal says more to the caller than why there is no other token.
            self.other = self.provider.refresh(sent).await.ok().flatten();
            self.other.is_some()
        })
    }
}

/// The error for a provider that has no token.
fn failed(name: &str, error: &(dyn StdError + 'static)) -> Error {
    Error::invalid(format!("`{name}` has no token: {}", chain(error)))
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::{Context, Poll, Waker};

    use super::*;

    /// What `future` comes to, which never waits.
    fn now<T>(future: impl Future<Output = T>) -> T {
        match Box::pin(future).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("it waits"),
        }
    }

    fn next(tokens: &mut dyn Tokens) -> String {
        let value = now(tokens.next()).expect("there is a token");
        assert!(value.is_sensitive());
        value.to_str().expect("text").to_owned()
    }

    /// Has a token that a refresh replaces, and remembers what it was asked.
    #[derive(Default)]
    struct Numbered(Mutex<(u32, Vec<String>)>);

    impl TokenProvider for Numbered {
        async fn token(&self) -> Result<String, Box<dyn StdError + Send + Sync>> {
            let mut state = self.0.lock().map_err(|error| error.to_string())?;
            state.1.push("token".to_owned());
            Ok(format!("t{}", state.0))
        }

        async fn refresh(&self, refused: &str) -> Result<Option<String>, Box<dyn StdError + Send + Sync>> {
            let mut state = self.0.lock().map_err(|error| error.to_string())?;
            state.1.push(format!("refresh {refused}"));
            state.0 += 1;
            Ok(Some(format!("t{}", state.0)))
        }
    }

    #[test]
    fn a_provider_is_asked_for_each_try_and_once_after_a_refusal() {
        let provider = Numbered::default();
        let mut tokens = provider.tokens("token_provider");
        assert_eq!(next(&mut *tokens), "Bearer t0");
        assert_eq!(next(&mut *tokens), "Bearer t0");
        assert!(now(tokens.replace()));
        assert_eq!(next(&mut *tokens), "Bearer t1");
        assert!(!now(tokens.replace()), "once in a call");
        assert_eq!(next(&mut *tokens), "Bearer t1");
        assert_eq!(provider.0.lock().expect("no panic").1, ["token", "token", "refresh t0", "token"]);
    }

    #[test]
    fn a_function_is_a_provider() {
        let count = AtomicUsize::new(0);
        let each_another = move || {
            let n = count.fetch_add(1, Ordering::Relaxed);
            async move { Ok::<_, io::Error>(format!("t{n}")) }
        };
        let mut tokens = each_another.tokens("token_provider");
        assert_eq!(next(&mut *tokens), "Bearer t0");
        assert!(now(tokens.replace()));
        assert_eq!(next(&mut *tokens), "Bearer t1");

        let same = || async { Ok::<_, io::Error>("t".to_owned()) };
        let mut tokens = same.tokens("token_provider");
        assert_eq!(next(&mut *tokens), "Bearer t");
        assert!(!now(tokens.replace()), "the token that was refused");
    }

    #[test]
    fn a_provider_may_fail() {
        let fails = || async { Err::<String, _>(io::Error::other("the vault is closed")) };
        let mut tokens = fails.tokens("token_provider");
        assert!(!now(tokens.replace()), "nothing was sent");
        let error = now(tokens.next()).expect_err("there is no token").to_string();
        assert!(error.contains("`token_provider` has no token: the vault is closed"), "{error}");

        let unusable = || async { Ok::<_, io::Error>("hunter2\n".to_owned()) };
        let error = now(unusable.tokens("token_provider").next()).expect_err("a line break").to_string();
        assert!(error.contains("`token_provider`") && !error.contains("hunter"), "{error}");
    }
}
