//! E6 to E12: paths that name what is not there.

use flex_sandbox::Credential;

use crate::setup::{OTHER_ACCOUNT, Released, Setup, other_credential, start, start_with};
use crate::wire::{not_found, refused};

/// Each way to name something: an operation by its method, and a path that names it with `{…}`.
const PLUGIN: [(&str, &str); 5] = [
    ("GET", "/Plugins/{}"),
    ("POST", "/Plugins/{}"),
    ("POST", "/Plugins/{}/Archive"),
    ("GET", "/Plugins/{}/Versions"),
    ("GET", "/Plugins/{}/Versions/1.0.0"),
];
const VERSION: [(&str, &str); 2] = [("GET", "/Plugins/one/Versions/{}"), ("POST", "/Plugins/one/Versions/{}/Archive")];
const CONFIGURATION: [(&str, &str); 4] = [
    ("GET", "/Configurations/{}"),
    ("POST", "/Configurations/{}/Archive"),
    ("GET", "/Configurations/{}/Plugins"),
    ("GET", "/Configurations/{}/Plugins/one"),
];
const RELEASE: [(&str, &str); 1] = [("GET", "/Releases/{}")];

/// Checks that none of `routes` finds `id`.
async fn nowhere(setup: &Setup, routes: &[(&str, &str)], id: &str) {
    for (method, path) in routes {
        let path = path.replace("{}", id);
        let answer = match *method {
            "GET" => setup.get(&path).await,
            _ => setup.post(&path, "").await,
        };
        answer.not_found();
    }
}

#[tokio::test]
async fn e06_unknown_plugin_version_configuration_or_release() {
    let setup = start().await;
    let ids = setup.released().await;
    for id in ["FP00000000000000000000000000000000", "unknown", "On%65", "a%2Fb", "%C3%BC", "%00", "'"] {
        nowhere(&setup, &PLUGIN, id).await;
        let path = format!("/Configurations/{}/Plugins/{id}", ids.configuration);
        setup.get(&path).await.not_found();
    }
    for id in ["FV00000000000000000000000000000000", "1.0.1", "1.0", "latest"] {
        nowhere(&setup, &VERSION, id).await;
    }
    nowhere(&setup, &CONFIGURATION, "FJ00000000000000000000000000000000").await;
    nowhere(&setup, &RELEASE, "FK00000000000000000000000000000000").await;

    // The client tells them apart from other errors, too.
    let error = setup.client.plugins().fetch("does-not-exist").await;
    assert!(error.as_ref().is_err_and(twilio_flex_plugins::Error::is_not_found));
    not_found(error, "/Plugins/does-not-exist");
    // A plugin that exists, but not in this configuration.
    setup.plugin("two").await;
    let error = setup.client.configured_plugins().fetch(&ids.configuration, "two").await;
    not_found(error, &format!("/Configurations/{}/Plugins/two", ids.configuration));
}

#[tokio::test]
async fn e06_what_another_account_has() {
    let setup = start_with(|builder| builder.credential(other_credential())).await;
    let Released { plugin, version, configuration, release } = setup.released().await;
    let other = setup.client_of(OTHER_ACCOUNT);
    not_found(other.plugins().fetch(&plugin).await, &format!("/Plugins/{plugin}"));
    not_found(other.plugins().fetch("one").await, "/Plugins/one");
    not_found(other.plugins().update(&plugin).await, &format!("/Plugins/{plugin}"));
    not_found(other.plugins().archive(&plugin).await, &format!("/Plugins/{plugin}/Archive"));
    not_found(other.plugin_versions().list(&plugin).await, &format!("/Plugins/{plugin}/Versions"));
    let path = format!("/Plugins/{plugin}/Versions/{version}");
    not_found(other.plugin_versions().fetch(&plugin, &version).await, &path);
    not_found(other.plugin_versions().archive(&plugin, &version).await, &format!("{path}/Archive"));
    let path = format!("/Configurations/{configuration}");
    not_found(other.configurations().fetch(&configuration).await, &path);
    not_found(other.configurations().archive(&configuration).await, &format!("{path}/Archive"));
    not_found(other.configured_plugins().list(&configuration).await, &format!("{path}/Plugins"));
    not_found(other.configured_plugins().fetch(&configuration, &plugin).await, &format!("{path}/Plugins/{plugin}"));
    not_found(other.releases().fetch(&release).await, &format!("/Releases/{release}"));
    not_found(other.releases().fetch("Active").await, "/Releases/Active");
    refused(other.releases().create(&configuration).await, 404, 20404);
}

#[tokio::test]
async fn e07_sids_of_other_kinds() {
    let setup = start().await;
    let Released { plugin, version, configuration, release } = setup.released().await;
    for id in [&version, &configuration, &release] {
        nowhere(&setup, &PLUGIN, id).await;
    }
    for id in [&plugin, &configuration, &release] {
        nowhere(&setup, &VERSION, id).await;
    }
    for id in [&plugin, &version, &release] {
        nowhere(&setup, &CONFIGURATION, id).await;
    }
    for id in [&plugin, &version, &configuration] {
        nowhere(&setup, &RELEASE, id).await;
    }
}

#[tokio::test]
async fn e08_a_version_of_another_plugin() {
    let setup = start().await;
    setup.released().await;
    setup.plugin("two").await;
    let other = setup.version("two", "2.0.0").await;
    nowhere(&setup, &VERSION, &other).await;
    nowhere(&setup, &VERSION, "2.0.0").await;
}

#[tokio::test]
async fn e09_a_configuration_by_name_or_active() {
    let setup = start().await;
    setup.released().await;
    for id in ["a%20configuration", "Active", "active", "latest"] {
        nowhere(&setup, &CONFIGURATION, id).await;
    }
}

#[tokio::test]
async fn e10_active_without_a_release() {
    let setup = start().await;
    setup.configuration(&[]).await;
    not_found(setup.client.releases().fetch("Active").await, "/Releases/Active");
}

#[tokio::test]
async fn e11_active_in_another_case() {
    let setup = start().await;
    setup.released().await;
    for id in ["active", "ACTIVE", "Active%20", "latest"] {
        nowhere(&setup, &RELEASE, id).await;
    }
}

#[tokio::test]
async fn e12_names_with_a_browsers_token() {
    let token = Credential::jwe("correct-horse-battery-staple@AC00000000000000000000000000000001").expect("a token");
    let setup = start_with(|builder| builder.credential(token)).await;
    let Released { plugin, version, configuration, release } = setup.released().await;
    let browser = setup.client_of("token");

    not_found(browser.plugins().fetch("one").await, "/Plugins/one");
    not_found(browser.plugins().update("one").await, "/Plugins/one");
    not_found(browser.plugins().archive("one").await, "/Plugins/one/Archive");
    not_found(browser.plugin_versions().list("one").await, "/Plugins/one/Versions");
    let create = browser.plugin_versions().create("one", "2.0.0", "https://example.com");
    not_found(create.await, "/Plugins/one/Versions");
    let path = format!("/Plugins/{plugin}/Versions/1.0.0");
    not_found(browser.plugin_versions().fetch(&plugin, "1.0.0").await, &path);
    not_found(browser.plugin_versions().archive(&plugin, "1.0.0").await, &format!("{path}/Archive"));
    let path = format!("/Configurations/{configuration}/Plugins/one");
    not_found(browser.configured_plugins().fetch(&configuration, "one").await, &path);
    not_found(browser.releases().fetch("Active").await, "/Releases/Active");

    // By SID, all of it is there.
    browser.plugins().fetch(&plugin).await.expect("a plugin");
    browser.plugin_versions().fetch(&plugin, &version).await.expect("a version");
    browser.configured_plugins().fetch(&configuration, &plugin).await.expect("a plugin");
    browser.releases().fetch(&release).await.expect("a release");
    assert_eq!(browser.plugins().list().await.expect("a page").items.len(), 1);
}
