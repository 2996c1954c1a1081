//! Plugins.

use contract_tests::clients::USERNAME;
use twilio_flex_plugins::models::{ArchivedPlugin, Plugin, PluginLinks};
use twilio_flex_plugins::{AccountSid, PluginSid};

use super::{only_page, time};
use crate::setup::{Setup, start};

/// A plugin `one` as it is when only its name was given, created by the change with this number.
fn plain(setup: &Setup, sid: &str, change: i64) -> Plugin {
    let url = setup.url(&format!("/Plugins/{sid}"));
    Plugin {
        sid: Some(PluginSid::unchecked(sid)),
        account_sid: Some(AccountSid::unchecked(USERNAME)),
        unique_name: Some("one".to_owned()),
        friendly_name: Some("one".to_owned()),
        description: Some(String::new()),
        archived: Some(false),
        date_created: time(change),
        date_updated: time(change),
        links: Some(PluginLinks { plugin_versions: Some(format!("{url}/Versions")) }),
        url: Some(url),
    }
}

#[tokio::test]
async fn create() {
    let setup = start().await;
    let plain_one = setup.client.plugins().create("one").await.expect("a plugin");
    let sid = plain_one.sid().expect("a SID").clone();
    assert!(sid.as_str().parse::<PluginSid>().is_ok() && !sid.as_str()[2..].contains(char::is_uppercase), "{sid}");
    assert_eq!(plain_one, plain(&setup, sid.as_str(), 1));

    let create = setup.client.plugins().create("one&two=ü+").friendly_name("One & two").description("Both\nof them.");
    let full = create.flex_metadata("ignored").with_response().await.expect("a plugin");
    assert_eq!(full.status, 201);
    let full_sid = full.value.sid().expect("a SID").as_str();
    let expected = Plugin {
        unique_name: Some("one&two=ü+".to_owned()),
        friendly_name: Some("One & two".to_owned()),
        description: Some("Both\nof them.".to_owned()),
        ..plain(&setup, full_sid, 2)
    };
    assert_eq!(full.value, expected);
}

#[tokio::test]
async fn fetch_by_sid_and_by_name() {
    let setup = start().await;
    let sid = setup.plugin("one").await;
    for id in [sid.as_str(), "one"] {
        let plugin = setup.client.plugins().fetch(id).flex_metadata("ignored").with_response().await.expect("a plugin");
        assert_eq!(plugin.status, 200);
        assert_eq!(plugin.value, plain(&setup, &sid, 1), "{id}");
    }
}

#[tokio::test]
async fn list() {
    let setup = start().await;
    let empty = setup.client.plugins().list().await.expect("a page");
    assert!(empty.items.is_empty() && !empty.has_next());
    assert_eq!(empty.envelope()["meta"], only_page(&setup, "/Plugins", "plugins"));

    let first = setup.plugin("one").await;
    let second = setup.plugin("two").await;
    setup.client.plugins().archive(&first).await.expect("an archival");
    let page = setup.client.plugins().list().flex_metadata("ignored").await.expect("a page");
    let sids: Vec<&str> = page.items.iter().map(|plugin| plugin.sid().expect("a SID").as_str()).collect();
    assert_eq!(sids, [second.as_str(), first.as_str()]);
    let archived = Plugin { archived: Some(true), date_updated: time(3), ..plain(&setup, &first, 1) };
    assert_eq!(page.items[1], archived);
    assert_eq!(page.envelope()["meta"], only_page(&setup, "/Plugins", "plugins"));
}

#[tokio::test]
async fn update() {
    let setup = start().await;
    let sid = setup.plugin("one").await;
    let plugins = setup.client.plugins();

    let update = plugins.update("one").friendly_name("Eins").description("The first.").flex_metadata("ignored");
    let updated = update.with_response().await.expect("a plugin");
    assert_eq!(updated.status, 200);
    let expected = Plugin {
        friendly_name: Some("Eins".to_owned()),
        description: Some("The first.".to_owned()),
        date_updated: time(2),
        ..plain(&setup, &sid, 1)
    };
    assert_eq!(updated.value, expected);

    // What is left out stays; an empty description clears it.
    let untouched = plugins.update(&sid).await.expect("a plugin");
    assert_eq!(untouched, Plugin { date_updated: time(3), ..expected.clone() });
    let cleared = plugins.update(&sid).description("").await.expect("a plugin");
    assert_eq!(cleared, Plugin { description: Some(String::new()), date_updated: time(4), ..expected });
    assert_eq!(plugins.fetch(&sid).await.expect("a plugin"), cleared);
}

#[tokio::test]
async fn archive_by_sid_and_by_name() {
    let setup = start().await;
    for (change, by_name) in [(1, false), (3, true)] {
        let name = format!("plugin-{change}");
        let sid = setup.plugin(&name).await;
        let archive = setup.client.plugins().archive(if by_name { &name } else { &sid }).flex_metadata("ignored");
        let archived = archive.with_response().await.expect("an archival");
        assert_eq!(archived.status, 200);
        let expected = ArchivedPlugin {
            sid: Some(PluginSid::unchecked(sid.as_str())),
            account_sid: Some(AccountSid::unchecked(USERNAME)),
            unique_name: Some(name.clone()),
            friendly_name: Some(name),
            description: Some(String::new()),
            archived: Some(true),
            date_created: time(change),
            date_updated: time(change + 1),
            url: Some(setup.url(&format!("/Plugins/{sid}/Archive"))),
        };
        assert_eq!(archived.value, expected);
        assert_eq!(setup.client.plugins().fetch(&sid).await.expect("a plugin").archived, Some(true));
    }
}
