//! A sandbox and the rules, side by side.

use std::fmt::Debug;
use std::future::poll_fn;
use std::pin::Pin;

use contract_tests::clients::{PASSWORD, USERNAME};
use flex_sandbox::Credential;
use futures_core::Stream;
use jiff::Timestamp;
use proptest::prelude::*;
use twilio_flex_plugins::{Client, Result};

use super::asked::{Asked, Caller};
use super::expected::Form;
use super::pages::Known;
use super::rules::{Account, Issued, Naming, PLUGINS, Refusal, VERSIONS};
use crate::setup::{OTHER_ACCOUNT, Setup, other_credential, start_with};

/// What a check comes to.
pub type Checked<T = ()> = Result<T, TestCaseError>;

/// The two sides, and what is known of the service's choices.
pub struct Run {
    pub setup: Setup,
    pub accounts: [Account; 2],
    pub tokens: Vec<Known>,
    /// All SIDs that were issued.
    sids: Vec<String>,
    /// The time of the last change.
    last: Timestamp,
}

/// From where somebody asks.
#[derive(Clone, Debug)]
pub struct Seat {
    pub client: Client,
    pub account: usize,
    pub naming: Naming,
    pub form: Form,
}

impl Run {
    /// A run at whose beginning there is nothing.
    pub async fn start() -> Self {
        let token = Credential::jwe(&format!("{PASSWORD}@{USERNAME}")).expect("a token");
        let limits = (PLUGINS as u64, VERSIONS as u64);
        let setup = start_with(|builder| {
            let builder = builder.credential(token).credential(other_credential());
            builder.limit_plugins(limits.0).limit_versions(limits.1)
        })
        .await;
        Self { setup, accounts: Default::default(), tokens: Vec::new(), sids: Vec::new(), last: Timestamp::MIN }
    }

    /// Carries out an operation on both sides and compares what it comes to.
    pub async fn step(&mut self, asked: &Asked) -> Checked {
        let seat = self.seat(asked.caller);
        let checked = self.carry_out(&seat, &asked.operation).await;
        checked.map_err(|error| TestCaseError::fail(format!("{asked:?}: {error}")))
    }

    /// Compares all lists.
    pub async fn finish(mut self) -> Checked {
        for caller in [Caller::Owner, Caller::Other] {
            let Seat { client, account, form, .. } = self.seat(caller);
            let all = &mut self.accounts[account];
            let plugins: Vec<_> = all.plugins.iter().rev().map(|plugin| form.plugin(plugin)).collect();
            prop_assert_eq!(whole(client.plugins().list().stream()).await?, plugins);
            for plugin in &all.plugins {
                let sid = &plugin.created.sid;
                let versions = all.versions.iter().rev().filter(|version| version.plugin == *sid);
                let versions: Vec<_> = versions.map(|version| form.version(version)).collect();
                prop_assert_eq!(whole(client.plugin_versions().list(sid).page_size(2).stream()).await?, versions);
            }
            let configurations = all.configurations.iter().rev();
            let configurations: Vec<_> = configurations.map(|found| form.configuration(found)).collect();
            prop_assert_eq!(whole(client.configurations().list().page_size(3).stream()).await?, configurations);
            for configuration in &all.configurations {
                let entries = configuration.entries.iter().map(|entry| form.entry(all, configuration, entry));
                let stream = client.configured_plugins().list(&configuration.created.sid).page_size(1).stream();
                prop_assert_eq!(whole(stream).await?, entries.collect::<Vec<_>>());
            }
            let releases: Vec<_> = all.releases.iter().rev().map(|release| form.release(release)).collect();
            prop_assert_eq!(whole(client.releases().list().page_size(2).stream()).await?, releases);
        }
        Ok(())
    }

    fn seat(&self, caller: Caller) -> Seat {
        let (username, account, naming) = match caller {
            Caller::Owner => (USERNAME, 0, Naming::Aliases),
            Caller::Browser => ("token", 0, Naming::SidsOnly),
            Caller::Other => (OTHER_ACCOUNT, 1, Naming::Aliases),
        };
        let owner = [USERNAME, OTHER_ACCOUNT][account].to_owned();
        let form = Form { service: self.setup.url(""), account: owner };
        Seat { client: self.setup.client_of(username), account, naming, form }
    }

    /// What the service chose for something new: a SID that was never there, and a time after all others.
    pub fn issued<T>(
        &mut self,
        answer: &Result<T>,
        sid: impl Fn(&T) -> Option<String>,
        at: impl Fn(&T) -> Option<Timestamp>,
    ) -> Checked<Issued> {
        let at = self.changed(answer, at)?;
        let Ok(sid) = answer.as_ref().map(sid) else { return Ok(Issued { sid: String::new(), at }) };
        let sid = sid.ok_or_else(|| TestCaseError::fail("there is no SID"))?;
        prop_assert!(!self.sids.contains(&sid), "{sid} is not new");
        self.sids.push(sid.clone());
        Ok(Issued { sid, at })
    }

    /// What the service chose for the time of a change; any time for one that it refused.
    pub fn changed<T>(&mut self, answer: &Result<T>, at: impl Fn(&T) -> Option<Timestamp>) -> Checked<Timestamp> {
        let Ok(at) = answer.as_ref().map(at) else { return Ok(self.last) };
        let at = at.ok_or_else(|| TestCaseError::fail("there is no time"))?;
        prop_assert!(at > self.last, "{at} is not after {}", self.last);
        self.last = at;
        Ok(at)
    }
}

/// Checks that an answer is what the rules say.
pub fn same<T: Debug + PartialEq>(answer: Result<T>, expected: Result<T, Refusal>) -> Checked {
    match (answer, expected) {
        (Ok(answer), Ok(expected)) => prop_assert_eq!(answer, expected),
        (Err(answer), Err(expected)) => refused(&answer, expected)?,
        (answer, expected) => prop_assert!(false, "{answer:?} instead of {expected:?}"),
    }
    Ok(())
}

/// Checks that an answer is the refusal that the rules say.
pub fn refused(answer: &twilio_flex_plugins::Error, Refusal(status, code): Refusal) -> Checked {
    let found = (answer.status().map(|status| status.as_u16()), answer.code());
    prop_assert_eq!(found, (Some(status), Some(code)), "{}", answer);
    Ok(())
}

/// All items of a stream.
async fn whole<T>(mut stream: impl Stream<Item = Result<T>> + Unpin) -> Checked<Vec<T>> {
    let mut items = Vec::new();
    while let Some(item) = poll_fn(|context| Pin::new(&mut stream).poll_next(context)).await {
        items.push(item.map_err(|error| TestCaseError::fail(error.to_string()))?);
    }
    Ok(items)
}
