//! Configurations.

use contract_tests::clients::USERNAME;
use twilio_flex_plugins::models::{ArchivedConfiguration, Configuration, ConfigurationLinks, ConfigurationPlugin};
use twilio_flex_plugins::{AccountSid, ConfigurationSid};

use super::{only_page, time};
use crate::setup::{Setup, start};

/// An empty configuration, created by the first change.
fn plain(setup: &Setup, sid: &str) -> Configuration {
    let url = setup.url(&format!("/Configurations/{sid}"));
    Configuration {
        sid: Some(ConfigurationSid::unchecked(sid)),
        account_sid: Some(AccountSid::unchecked(USERNAME)),
        name: Some("a configuration".to_owned()),
        description: Some(String::new()),
        archived: Some(false),
        date_created: time(1),
        links: Some(ConfigurationLinks { plugins: Some(format!("{url}/Plugins")) }),
        url: Some(url),
    }
}

#[tokio::test]
async fn create() {
    let setup = start().await;
    let created = setup.client.configurations().create("a configuration").await.expect("a configuration");
    let sid = created.sid().expect("a SID").as_str();
    assert!(sid.parse::<ConfigurationSid>().is_ok(), "{sid}");
    assert_eq!(created, plain(&setup, sid));

    setup.plugin("one").await;
    let version = setup.version("one", "1.0.0").await;
    let create = setup.client.configurations().create("Name of = & ü").description("The first.");
    let create = create.plugins([ConfigurationPlugin::new(&version).phase(5)]).flex_metadata("ignored");
    let full = create.with_response().await.expect("a configuration");
    assert_eq!(full.status, 201);
    let expected = Configuration {
        name: Some("Name of = & ü".to_owned()),
        description: Some("The first.".to_owned()),
        date_created: time(4),
        ..plain(&setup, full.value.sid().expect("a SID").as_str())
    };
    assert_eq!(full.value, expected);
}

#[tokio::test]
async fn fetch() {
    let setup = start().await;
    let sid = setup.configuration(&[]).await;
    let fetched = setup.client.configurations().fetch(&sid).flex_metadata("ignored").with_response().await;
    let fetched = fetched.expect("a configuration");
    assert_eq!(fetched.status, 200);
    assert_eq!(fetched.value, plain(&setup, &sid));
}

#[tokio::test]
async fn list() {
    let setup = start().await;
    let first = setup.configuration(&[]).await;
    let second = setup.configuration(&[]).await;
    setup.client.configurations().archive(&first).await.expect("an archival");
    let page = setup.client.configurations().list().flex_metadata("ignored").await.expect("a page");
    assert_eq!(page.items.len(), 2);
    assert_eq!(page.items[0], Configuration { date_created: time(2), ..plain(&setup, &second) });
    assert_eq!(page.items[1], Configuration { archived: Some(true), ..plain(&setup, &first) });
    assert_eq!(page.envelope()["meta"], only_page(&setup, "/Configurations", "configurations"));
}

#[tokio::test]
async fn archive() {
    let setup = start().await;
    let sid = setup.configuration(&[]).await;
    let archived = setup.client.configurations().archive(&sid).flex_metadata("ignored").with_response().await;
    let archived = archived.expect("an archival");
    assert_eq!(archived.status, 200);
    let expected = ArchivedConfiguration {
        sid: Some(ConfigurationSid::unchecked(sid.as_str())),
        account_sid: Some(AccountSid::unchecked(USERNAME)),
        name: Some("a configuration".to_owned()),
        description: Some(String::new()),
        archived: Some(true),
        date_created: time(1),
        url: Some(setup.url(&format!("/Configurations/{sid}/Archive"))),
    };
    assert_eq!(archived.value, expected);
    assert_eq!(setup.client.configurations().fetch(&sid).await.expect("a configuration").archived, Some(true));
}
