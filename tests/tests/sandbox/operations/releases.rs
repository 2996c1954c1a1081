//! Releases.

use contract_tests::clients::USERNAME;
use twilio_flex_plugins::models::Release;
use twilio_flex_plugins::{AccountSid, ConfigurationSid, ReleaseSid};

use super::{only_page, time};
use crate::setup::{Setup, start};

/// A release that was created by the change with this number.
fn release(setup: &Setup, configuration: &str, sid: &str, change: i64) -> Release {
    Release {
        sid: Some(ReleaseSid::unchecked(sid)),
        account_sid: Some(AccountSid::unchecked(USERNAME)),
        configuration_sid: Some(ConfigurationSid::unchecked(configuration)),
        date_created: time(change),
        url: Some(setup.url(&format!("/Releases/{sid}"))),
    }
}

#[tokio::test]
async fn create() {
    let setup = start().await;
    let configuration = setup.configuration(&[]).await;
    let created = setup.client.releases().create(&configuration).flex_metadata("ignored").with_response().await;
    let created = created.expect("a release");
    assert_eq!(created.status, 201);
    let sid = created.value.sid().expect("a SID").as_str();
    assert!(sid.parse::<ReleaseSid>().is_ok(), "{sid}");
    assert_eq!(created.value, release(&setup, &configuration, sid, 2));
}

#[tokio::test]
async fn fetch_by_sid_and_as_active() {
    let setup = start().await;
    let configuration = setup.configuration(&[]).await;
    let first = setup.release(&configuration).await;
    let second = setup.release(&configuration).await;
    for (id, sid, change) in [(first.as_str(), &first, 2), (&second, &second, 3), ("Active", &second, 3)] {
        let fetched = setup.client.releases().fetch(id).flex_metadata("ignored").with_response().await;
        let fetched = fetched.expect("a release");
        assert_eq!(fetched.status, 200);
        assert_eq!(fetched.value, release(&setup, &configuration, sid, change), "{id}");
    }
}

#[tokio::test]
async fn list() {
    let setup = start().await;
    let configuration = setup.configuration(&[]).await;
    let first = setup.release(&configuration).await;
    let second = setup.release(&configuration).await;
    let page = setup.client.releases().list().flex_metadata("ignored").await.expect("a page");
    let expected = [release(&setup, &configuration, &second, 3), release(&setup, &configuration, &first, 2)];
    assert_eq!(page.items, expected);
    assert_eq!(page.envelope()["meta"], only_page(&setup, "/Releases", "releases"));
}
