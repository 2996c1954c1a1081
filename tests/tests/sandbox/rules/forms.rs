//! S4 to S6, and empty values of `Plugins`: forms as the official clients write them, which is not always well.

use crate::setup::{SERVICE, start};
use crate::wire::{AUTHORIZED, FORM};

#[tokio::test]
async fn s04_forms_are_read_leniently() {
    let setup = start().await;
    for (number, (written, read)) in [
        ("a+b", "a b"),
        ("a%2Bb", "a+b"),
        ("raw ü and spaces", "raw ü and spaces"),
        ("100%", "100%"),
        ("%zz%4", "%zz%4"),
        ("{\"a\":[1, 2]}", "{\"a\":[1, 2]}"),
        ("%7B%22", "{\""),
        ("a;b", "a;b"),
        ("'<>\\^`|", "'<>\\^`|"),
        ("line%0D%0Aline", "line\r\nline"),
    ]
    .into_iter()
    .enumerate()
    {
        let created = setup.post("/Plugins", &format!("&UniqueName=plugin-{number}&&Description={written}&")).await;
        assert_eq!(created.json()["description"], read, "{written}");
    }
}

#[tokio::test]
async fn s04_entries_may_be_written_raw_or_encoded() {
    let setup = start().await;
    let mut versions = Vec::new();
    for plugin in ["one", "two", "three"] {
        setup.plugin(plugin).await;
        versions.push(setup.version(plugin, "1.0.0").await);
    }
    let form = format!(
        "Name=some+name&Plugins={{\"plugin_version\":\"{}\",\"phase\":3}}\
         &Plugins=%7B%22plugin_version%22%3A+%22{}%22%2C+%22phase%22%3A+4%7D&Plugins={{ \"plugin_version\" : \"{}\" }}",
        versions[0], versions[1], versions[2]
    );
    let created = setup.post("/Configurations", &form).await.json();
    let sid = created["sid"].as_str().expect("a SID");
    let plugins = setup.client.configured_plugins().list(sid).await.expect("a page").items;
    let plugins: Vec<_> = plugins.iter().map(|plugin| (plugin.unique_name.as_deref(), plugin.phase)).collect();
    assert_eq!(plugins, [(Some("one"), Some(3)), (Some("two"), Some(4)), (Some("three"), Some(3))]);
}

#[tokio::test]
async fn s05_only_the_first_equals_sign_separates() {
    let setup = start().await;
    setup.plugin("one").await;
    let form = "Version=1.0.0&PluginUrl=https://example.com/x.js?a=1=2&Changelog==";
    let created = setup.post("/Plugins/one/Versions", form).await.json();
    assert_eq!(created["plugin_url"], "https://example.com/x.js?a=1=2");
    assert_eq!(created["changelog"], "=");
}

#[tokio::test]
async fn s06_empty_bodies_and_types_without_a_body() {
    let setup = start().await;
    setup.plugin("one").await;
    let json = ("Content-Type", "application/json");
    for headers in [&[AUTHORIZED][..], &[AUTHORIZED, FORM], &[AUTHORIZED, json]] {
        assert_eq!(setup.send("GET", &format!("{SERVICE}/Plugins/one"), headers, "").await.status, 200, "{headers:?}");
    }
    assert_eq!(setup.post("/Plugins/one", "").await.status, 200);
    assert_eq!(setup.send("POST", &format!("{SERVICE}/Plugins/one"), &[AUTHORIZED], "").await.status, 200);
    // The body of an archival is ignored, whatever it is.
    let archive = format!("{SERVICE}/Plugins/one/Archive");
    assert_eq!(setup.send("POST", &archive, &[AUTHORIZED, json], "{").await.status, 200);
    setup.plugin("two").await;
    assert_eq!(setup.post("/Plugins/two/Archive", "").await.status, 200);
    setup.plugin("three").await;
    assert_eq!(setup.send("POST", &format!("{SERVICE}/Plugins/three/Archive"), &[AUTHORIZED], "").await.status, 200);
}

#[tokio::test]
async fn empty_plugins_are_as_if_absent() {
    let setup = start().await;
    setup.plugin("one").await;
    let version = setup.version("one", "1.0.0").await;
    let entry = format!("Plugins={{\"plugin_version\":\"{version}\"}}");
    for (form, count) in [("Plugins=", 0), ("Plugins", 0), ("Plugins=&Plugins=", 0), (&format!("Plugins=&{entry}"), 1)]
    {
        let created = setup.post("/Configurations", &format!("Name=one&{form}")).await.json();
        let sid = created["sid"].as_str().expect("a SID");
        assert_eq!(setup.client.configured_plugins().list(sid).await.expect("a page").items.len(), count, "{form}");
    }
}
