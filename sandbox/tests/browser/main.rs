//! The page for people in a real browser: its layout, its contrast, its structure, and that it asks for credentials.
//!
//! Skipped where no browser of the Chromium family is in the `PATH`. With `PAGE_SCREENSHOTS` set to a folder, pictures
//! of the page are written to it.

// The pipes to the browser are made by a shell.
#![cfg(unix)]

mod accounts;
mod devtools;

use std::path::PathBuf;
use std::{env, fs};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use self::accounts::Account;
use self::devtools::Browser;

/// Markup in a text, with a character that turns around what comes after it, and one that no page may have.
const HOSTILE: &str = "\"><script>console.error('run')</script><img src=x>\u{202e}evil\u{0}";

#[tokio::test]
async fn a_browser_shows_the_page() {
    let Some(path) = devtools::find() else {
        println!("skipped: neither chromium, chromium-browser nor google-chrome is in the PATH");
        return;
    };
    let mut browser = Browser::start(&path);
    asks_for_credentials(&mut browser).await;
    shows_live_data(&mut browser).await;
    for (name, account) in accounts().await {
        for scheme in ["light", "dark"] {
            for width in [360, 768, 1280] {
                let at = format!("{name}-{scheme}-{width}");
                println!("{at}");
                is_well_set(&mut browser, &account.url(), (scheme, width));
                screenshot(&mut browser, &at);
            }
        }
    }
    can_be_used_without_a_mouse(&mut browser).await;
}

async fn accounts() -> [(&'static str, Account); 5] {
    let long = format!("https://example.com/{}", "a-name-without-any-place-to-break-it".repeat(5));
    [
        ("lived-in", Account::lived_in().await),
        ("unreleased", Account::unreleased().await),
        ("empty", Account::empty().await),
        ("hostile", Account::full_of(HOSTILE).await),
        ("long", Account::full_of(&long).await),
    ]
}

async fn asks_for_credentials(browser: &mut Browser) {
    let account = Account::empty().await;
    assert_eq!(browser.open(&account.bare_url()), 401);
    assert_eq!(browser.evaluate("document.querySelector('h1')"), Value::Null);
    assert_eq!(browser.open(&account.url()), 200);
    assert_eq!(browser.evaluate("document.querySelector('h1').textContent"), "Flex Plugins sandbox");
    // The refusal itself is one.
    browser.complaints();
}

async fn shows_live_data(browser: &mut Browser) {
    let account = Account::empty().await;
    let titles = "[...document.querySelectorAll('section[aria-labelledby=plugins] h3')].map((h) => h.textContent)";
    assert_eq!(browser.open(&account.url()), 200);
    assert_eq!(browser.evaluate(titles), json!([]));
    account.plugin("agent-menu", "Agent menu", "").await;
    assert_eq!(browser.open(&account.url()), 200);
    assert_eq!(browser.evaluate(titles), json!(["Agent menu"]));
}

fn is_well_set(browser: &mut Browser, url: &str, (scheme, width): (&str, u64)) {
    let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 768 });
    browser.call("Emulation.setDeviceMetricsOverride", metrics);
    let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    browser.call("Emulation.setEmulatedMedia", features);
    assert_eq!(browser.open(url), 200);
    let ground = browser.evaluate("getComputedStyle(document.body).backgroundColor");
    assert_eq!(ground, if scheme == "light" { "rgb(246, 245, 242)" } else { "rgb(19, 22, 25)" }, "no style");

    browser.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true })");
    let overflow = browser.evaluate(include_str!("overflow.js"));
    assert_eq!(overflow, json!({ "width": width, "out": [] }));
    let contrast = browser.evaluate(include_str!("contrast.js"));
    assert_eq!(contrast["faint"], json!([]));
    assert!(contrast["seen"].as_u64() > Some(20), "{contrast}");
    assert_eq!(browser.evaluate(include_str!("structure.js")), json!([]));
    are_heard_as_tables(browser);
    assert_eq!(browser.complaints(), Vec::<Value>::new());
}
/// Whether the tables are still tables to a screen reader, even where the cells stand below each other.
fn are_heard_as_tables(browser: &mut Browser) {
    browser.call("Accessibility.enable", json!({}));
    let tree = browser.call("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("nodes");
    for (role, selector) in
        [("table", "table"), ("columnheader", "thead th"), ("rowheader", "tbody th"), ("cell", "td")]
    {
        let heard = nodes.iter().filter(|node| node["ignored"] == false && node["role"]["value"] == role).count();
        assert_eq!(browser.evaluate(&format!("document.querySelectorAll('{selector}').length")), heard, "{role}");
    }
}

async fn can_be_used_without_a_mouse(browser: &mut Browser) {
    let account = Account::unreleased().await;
    assert_eq!(browser.open(&account.url()), 200);
    let focused = "document.activeElement.textContent.trim()";
    press(browser, "Tab", 9);
    assert_eq!(browser.evaluate(focused), "Skip to the content");
    let is_seen = "document.activeElement.getBoundingClientRect().top >= 0";
    assert_eq!(browser.evaluate(is_seen), true);
    press(browser, "Enter", 13);
    assert_eq!(browser.evaluate("document.activeElement.id"), "content");
    press(browser, "Tab", 9);
    assert_eq!(browser.evaluate("document.querySelector('main').contains(document.activeElement)"), true);
    assert_ne!(browser.evaluate("getComputedStyle(document.activeElement).outlineStyle"), "none");
}

fn press(browser: &mut Browser, key: &str, code: u64) {
    let text = if key == "Enter" { "\r" } else { "" };
    for kind in ["keyDown", "keyUp"] {
        let params = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
        browser.call("Input.dispatchKeyEvent", params);
    }
}

fn screenshot(browser: &mut Browser, name: &str) {
    let Some(folder) = env::var_os("PAGE_SCREENSHOTS").map(PathBuf::from) else { return };
    browser.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = false })");
    let picture = browser.call("Page.captureScreenshot", json!({ "captureBeyondViewport": true }));
    let picture = BASE64_STANDARD.decode(picture["data"].as_str().expect("a picture")).expect("Base64");
    fs::write(folder.join(format!("{name}.png")), picture).expect("a folder to write to");
}
