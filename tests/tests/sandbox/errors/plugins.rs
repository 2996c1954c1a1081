//! E13 to E21: plugins that cannot be created, changed or archived.

use crate::setup::{start, start_with};
use crate::wire::refused;

#[tokio::test]
async fn e13_no_unique_name() {
    let setup = start().await;
    let expected = "Missing required parameter UniqueName in the post body";
    for form in ["", "FriendlyName=One", "UniqueName=", "UniqueName", "uniquename=one", "UniqueName=one&UniqueName="] {
        let answer = setup.post("/Plugins", form).await;
        assert_eq!(answer.refused(400, 20001), expected, "{form}");
    }
    assert_eq!(refused(setup.client.plugins().create("").await, 400, 20001), expected);
}

#[tokio::test]
async fn e14_a_unique_name_that_is_taken() {
    let setup = start().await;
    setup.plugin("one").await;
    assert!(refused(setup.client.plugins().create("one").await, 409, 20409).contains("one"));
    setup.client.plugins().archive("one").await.expect("an archival");
    refused(setup.client.plugins().create("one").description("Again.").await, 409, 20409);
    // Names are taken as they are written.
    setup.plugin("One").await;
}

#[tokio::test]
async fn e15_unique_names_that_are_not_allowed() {
    let setup = start().await;
    let sids = ["FP00000000000000000000000000000000", "acABCDEFabcdef00000000000000000000"];
    for name in
        ["a/b", "a?", "#a", "50%", "a b", "a\tb", " a", "a\n", "\u{a0}", "\u{2003}", "\u{feff}", sids[0], sids[1]]
    {
        let message = refused(setup.client.plugins().create(name).await, 400, 20001);
        assert!(message.contains("UniqueName"), "{name:?}: {message}");
    }
    assert!(setup.client.plugins().list().await.expect("a page").items.is_empty());
    for name in ["@scope+name", "plugin_sample-1.0", "ü", "Active", "FP1", "a&b=c", "'\"<>\\"] {
        let plugin = setup.client.plugins().create(name).await.expect(name);
        assert_eq!(plugin.unique_name.as_deref(), Some(name));
        assert_eq!(setup.client.plugins().fetch(name).await.expect(name), plugin);
    }
}

#[tokio::test]
async fn e16_a_description_that_is_too_long() {
    let setup = start().await;
    setup.plugin("one").await;
    let (allowed, long) = ("ü".repeat(500), "ü".repeat(501));
    let plugins = setup.client.plugins();
    for result in [plugins.create("two").description(&long).await, plugins.update("one").description(&long).await] {
        assert!(refused(result, 400, 20001).contains("Description"));
    }
    plugins.create("two").description(&allowed).await.expect("a plugin");
    let updated = plugins.update("one").description(&allowed).await.expect("a plugin");
    assert_eq!(updated.description, Some(allowed));
}

#[tokio::test]
async fn e17_the_unique_name_of_an_update_is_ignored() {
    let setup = start().await;
    setup.plugin("one").await;
    let updated = setup.post("/Plugins/one", "UniqueName=two&FriendlyName=One").await;
    assert_eq!(updated.status, 200);
    let updated = updated.json();
    assert_eq!((&updated["unique_name"], &updated["friendly_name"]), (&"one".into(), &"One".into()));
    setup.get("/Plugins/two").await.not_found();
}

#[tokio::test]
async fn e18_an_update_of_an_archived_plugin() {
    let setup = start().await;
    let sid = setup.plugin("one").await;
    setup.client.plugins().archive(&sid).await.expect("an archival");
    let before = setup.client.plugins().fetch(&sid).await.expect("a plugin");
    for id in [sid.as_str(), "one"] {
        refused(setup.client.plugins().update(id).friendly_name("other").await, 400, 20400);
        refused(setup.client.plugins().update(id).await, 400, 20400);
    }
    assert_eq!(setup.client.plugins().fetch(&sid).await.expect("a plugin"), before);
}

#[tokio::test]
async fn e19_one_plugin_more_than_the_limit() {
    let setup = start_with(|builder| builder.limit_plugins(25)).await;
    for number in 0..25 {
        setup.plugin(&format!("plugin-{number}")).await;
    }
    let message = refused(setup.client.plugins().create("one-more").await, 400, 20400);
    assert!(message.contains("25"), "{message}");
    setup.client.plugins().archive("plugin-7").await.expect("an archival");
    setup.plugin("one-more").await;
    refused(setup.client.plugins().create("another").await, 400, 20400);
}

#[tokio::test]
async fn e20_a_plugin_that_is_archived() {
    let setup = start().await;
    let sid = setup.plugin("one").await;
    setup.client.plugins().archive(&sid).await.expect("an archival");
    for id in [sid.as_str(), "one"] {
        let message = refused(setup.client.plugins().archive(id).await, 400, 20400);
        assert_eq!(message, "Plugin is already archived.");
    }
}

#[tokio::test]
async fn e21_a_plugin_in_the_active_release() {
    let setup = start().await;
    let ids = setup.released().await;
    // Another version of it than the released one makes no difference.
    setup.version("one", "2.0.0").await;
    for id in [ids.plugin.as_str(), "one"] {
        let message = refused(setup.client.plugins().archive(id).await, 400, 20400);
        assert_eq!(message, "Plugin is part of an active release");
    }
    let empty = setup.configuration(&[]).await;
    setup.release(&empty).await;
    setup.client.plugins().archive("one").await.expect("an archival");
}
