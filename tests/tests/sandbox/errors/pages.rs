//! E52 to E55: pages that no list has.

use crate::setup::{OTHER_ACCOUNT, Setup, other_credential, start, start_with};
use crate::wire::refused;

/// The five lists of a sandbox, with something in each of them.
async fn lists(setup: &Setup) -> [String; 5] {
    let ids = setup.released().await;
    let configured = format!("/Configurations/{}/Plugins", ids.configuration);
    ["/Plugins".into(), "/Plugins/one/Versions".into(), "/Configurations".into(), configured, "/Releases".into()]
}

/// Checks that all lists refuse these values of `parameter`.
async fn invalid(parameter: &str, values: &[&str]) {
    let setup = start().await;
    for list in lists(&setup).await {
        for value in values {
            let message = setup.get(&format!("{list}?{parameter}={value}")).await.refused(400, 20001);
            assert!(message.contains(parameter), "{value}: {message}");
        }
    }
}

#[tokio::test]
async fn e52_page_sizes_below_one() {
    invalid("PageSize", &["0", "-1", "-9223372036854775808", "ten", "1.5", "", "1e2", "10+", "9223372036854775808"])
        .await;
}

#[tokio::test]
async fn e53_page_sizes_above_1000() {
    let setup = start().await;
    for list in lists(&setup).await {
        for size in ["1001", "1500", "9223372036854775807"] {
            setup.get(&format!("{list}?PageSize={size}")).await.refused(400, 20007);
        }
        assert_eq!(setup.get(&format!("{list}?PageSize=1000")).await.json()["meta"]["page_size"], 1000);
    }
    refused(setup.client.plugins().list().page_size(1001).await, 400, 20007);

    let clamping = start_with(|builder| builder.clamp_page_size(true)).await;
    let page = clamping.client.plugins().list().page_size(1500).await.expect("a page");
    assert_eq!(page.envelope()["meta"]["page_size"], 1000);
    assert_eq!(page.envelope()["meta"]["url"], format!("{}?PageSize=1000&Page=0", clamping.url("/Plugins")));
}

#[tokio::test]
async fn e54_pages_below_zero() {
    invalid("Page", &["-1", "2147483648", "one", "1.5", "", "-9223372036854775808"]).await;
}

#[tokio::test]
async fn e55_page_tokens_that_are_unknown() {
    invalid("PageToken", &["", "x", "0", "%C3%BC", "PT00000000000000000000000000000000", "n0000000000000001"]).await;
}

#[tokio::test]
async fn e55_page_tokens_of_other_lists_and_accounts() {
    let setup = start_with(|builder| builder.credential(other_credential())).await;
    setup.released().await;
    setup.plugin("two").await;
    for plugin in ["one", "two"] {
        setup.version(plugin, "2.0.0").await;
        setup.version(plugin, "3.0.0").await;
    }
    let other = setup.client_of(OTHER_ACCOUNT);
    other.plugins().create("one").await.expect("a plugin");
    other.plugins().create("two").await.expect("a plugin");

    let token = |page: &serde_json::Map<String, serde_json::Value>| {
        let url = page["meta"]["next_page_url"].as_str().expect("another page").to_owned();
        url.split_once("PageToken=").expect("a token").1.to_owned()
    };
    let plugins = token(setup.client.plugins().list().page_size(1).await.expect("a page").envelope());
    let versions = token(setup.client.plugin_versions().list("one").page_size(1).await.expect("a page").envelope());

    setup.client.plugins().list().page_token(&plugins).await.expect("a page");
    setup.client.plugin_versions().list("one").page_token(&versions).await.expect("a page");
    refused(setup.client.plugin_versions().list("two").page_token(&versions).await, 400, 20001);
    refused(setup.client.plugin_versions().list("one").page_token(&plugins).await, 400, 20001);
    refused(setup.client.plugins().list().page_token(&versions).await, 400, 20001);
    refused(setup.client.configurations().list().page_token(&plugins).await, 400, 20001);
    refused(setup.client.releases().list().page_token(&plugins).await, 400, 20001);
    refused(other.plugins().list().page_token(&plugins).await, 400, 20001);
    let elsewhere = start().await;
    refused(elsewhere.client.releases().list().page_token(&plugins).await, 400, 20001);
}
