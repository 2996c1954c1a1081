//! S10 to S12: pages and the order of lists; `lists` has more.

use crate::setup::{Setup, start};

/// The names on a page, and its description of itself.
async fn page(setup: &Setup, path: &str) -> (Vec<String>, serde_json::Value) {
    let mut body = setup.get(path).await.json();
    let names = body["plugins"].as_array().expect("a list").iter();
    let names = names.map(|plugin| plugin["unique_name"].as_str().expect("a name").to_owned()).collect();
    (names, body["meta"].take())
}

/// The path and query of a URL of the sandbox, below the service.
fn path<'a>(setup: &Setup, url: &'a serde_json::Value) -> &'a str {
    url.as_str().and_then(|url| url.strip_prefix(&setup.url(""))).expect("a URL of the sandbox")
}

#[tokio::test]
async fn s10_pages_lead_to_each_other() {
    let setup = start().await;
    for number in 0..7 {
        setup.plugin(&format!("plugin-{number}")).await;
    }
    let (mut sizes, mut seen, mut metas) = (Vec::new(), Vec::new(), Vec::new());
    let mut next = "/Plugins?PageSize=3".to_owned();
    loop {
        let (names, meta) = page(&setup, &next).await;
        sizes.push(names.len());
        seen.extend(names);
        metas.push(meta.clone());
        if meta["next_page_url"].is_null() {
            break;
        }
        next = path(&setup, &meta["next_page_url"]).to_owned();
    }
    assert_eq!(sizes, [3, 3, 1]);
    assert_eq!(seen, (0..7).rev().map(|number| format!("plugin-{number}")).collect::<Vec<_>>());
    for (number, meta) in metas.iter().enumerate() {
        assert_eq!((&meta["page"], &meta["page_size"], &meta["key"]), (&number.into(), &3.into(), &"plugins".into()));
        assert_eq!(meta["first_page_url"], format!("{}?PageSize=3&Page=0", setup.url("/Plugins")));
        assert_eq!(meta["previous_page_url"].is_null(), number == 0);
        // The URL of a page is where it came from.
        let (again, _) = page(&setup, path(&setup, &meta["url"])).await;
        assert_eq!(again, seen[3 * number..(3 * number + 3).min(7)]);
    }
    assert_eq!(metas[1]["url"], metas[0]["next_page_url"]);
    let (back, _) = page(&setup, path(&setup, &metas[2]["previous_page_url"])).await;
    assert_eq!(back, seen[3..6]);
}

#[tokio::test]
async fn s10_a_full_last_page_has_no_next() {
    let setup = start().await;
    for name in ["one", "two"] {
        setup.plugin(name).await;
    }
    let (names, meta) = page(&setup, "/Plugins?PageSize=2").await;
    assert_eq!(names.len(), 2);
    assert!(meta["next_page_url"].is_null(), "{meta}");
    let list = setup.client.plugins().list().await.expect("a page");
    assert_eq!(list.envelope()["meta"]["page_size"], 50);
}

#[tokio::test]
async fn s11_the_number_of_a_page_is_only_echoed() {
    let setup = start().await;
    for name in ["one", "two", "three"] {
        setup.plugin(name).await;
    }
    let (names, meta) = page(&setup, "/Plugins?PageSize=1&Page=7").await;
    assert_eq!(names, ["three"]);
    assert_eq!(meta["page"], 7);
    assert_eq!(meta["first_page_url"], format!("{}?PageSize=1&Page=0", setup.url("/Plugins")));
    let next = path(&setup, &meta["next_page_url"]).replace("Page=8", "Page=100");
    let (names, meta) = page(&setup, &next).await;
    assert_eq!(names, ["two"]);
    assert_eq!(meta["page"], 100);
}

#[tokio::test]
async fn s11_the_largest_number_leads_on() {
    let setup = start().await;
    for name in ["one", "two", "three"] {
        setup.plugin(name).await;
    }
    let (_, meta) = page(&setup, "/Plugins?PageSize=1&Page=2147483647").await;
    let (names, meta) = page(&setup, path(&setup, &meta["next_page_url"])).await;
    assert_eq!(names, ["two"]);
    assert_eq!(meta["page"], 2_147_483_647);
}

#[tokio::test]
async fn s12_what_is_created_in_the_same_second_has_an_order() {
    // Without a seed, times are whole seconds of the clock, so that many of these have the same one.
    let setup = start().await;
    let unseeded = flex_sandbox::Sandbox::start().await.expect("the sandbox starts");
    let builder = contract_tests::builder(unseeded.url()).credentials(unseeded.username(), unseeded.password());
    for client in [setup.client, builder.build().expect("the settings are fine")] {
        for number in 0..50 {
            client.configurations().create(number.to_string()).await.expect("a configuration");
        }
        let page = client.configurations().list().await.expect("a page");
        let names: Vec<String> = page.items.into_iter().filter_map(|configuration| configuration.name).collect();
        assert_eq!(names, (0..50).rev().map(|number| number.to_string()).collect::<Vec<_>>());
    }
}
