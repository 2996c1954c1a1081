//! E46 to E51: configurations that cannot be released, and one that can.

use crate::setup::start;
use crate::wire::refused;

#[tokio::test]
async fn e46_no_configuration() {
    let setup = start().await;
    let expected = "Missing required parameter ConfigurationId in the post body";
    for form in ["", "ConfigurationId=", "ConfigurationSid=FJ00000000000000000000000000000000"] {
        assert_eq!(setup.post("/Releases", form).await.refused(400, 20001), expected, "{form}");
    }
    assert_eq!(refused(setup.client.releases().create("").await, 400, 20001), expected);
}

#[tokio::test]
async fn e47_what_is_not_the_sid_of_a_configuration() {
    let setup = start().await;
    let ids = setup.released().await;
    for id in ["a configuration", "Active", "1", "FJ0", ids.plugin.as_str(), &ids.version, &ids.release] {
        let message = refused(setup.client.releases().create(id).await, 400, 20001);
        assert!(message.contains("ConfigurationId"), "{id}: {message}");
    }
}

#[tokio::test]
async fn e48_an_unknown_configuration() {
    let setup = start().await;
    setup.released().await;
    let unknown = "FJ00000000000000000000000000000000";
    let message = refused(setup.client.releases().create(unknown).await, 404, 20404);
    assert!(message.contains(unknown), "{message}");
    assert_eq!(setup.client.releases().list().await.expect("a page").items.len(), 1);
}

#[tokio::test]
async fn e49_an_archived_configuration() {
    let setup = start().await;
    let configuration = setup.configuration(&[]).await;
    setup.client.configurations().archive(&configuration).await.expect("an archival");
    let message = refused(setup.client.releases().create(&configuration).await, 400, 20400);
    assert!(message.contains("archived"), "{message}");
}

#[tokio::test]
async fn e50_a_configuration_with_something_archived() {
    let setup = start().await;
    setup.plugin("one").await;
    setup.plugin("two").await;
    let version = setup.version("one", "1.0.0").await;
    let of_plugin = setup.version("two", "1.0.0").await;
    let with_version = setup.configuration(&[&version]).await;
    let with_plugin = setup.configuration(&[&of_plugin]).await;
    setup.client.plugin_versions().archive("one", "1.0.0").await.expect("an archival");
    setup.client.plugins().archive("two").await.expect("an archival");
    for configuration in [with_version, with_plugin] {
        let message = refused(setup.client.releases().create(&configuration).await, 400, 20400);
        assert!(message.contains("archived"), "{message}");
    }
    assert!(setup.client.releases().list().await.expect("a page").items.is_empty());
}

#[tokio::test]
async fn e51_the_configuration_that_is_active() {
    let setup = start().await;
    let ids = setup.released().await;
    let again = setup.release(&ids.configuration).await;
    assert_ne!(again, ids.release);
    let active = setup.client.releases().fetch("Active").await.expect("a release");
    assert_eq!(active.sid().expect("a SID").as_str(), again);
    assert_eq!(setup.client.releases().list().await.expect("a page").items.len(), 2);
}
