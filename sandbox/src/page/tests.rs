//! The page as text: what it says, what it leaves out, and that no text becomes markup.

mod sample;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use self::sample::{configuration, empty, entry, full_of, lived_in, plugin, release};
use super::{MAX_CONFIGURATIONS, MAX_PLUGINS, MAX_RELEASES, MAX_VERSIONS, View, render, response};

#[test]
fn no_text_becomes_markup() {
    let hostile =
        ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><b>", "</style><b>", "</title><b>", "-->"];
    for start in ["", "https://example.com/"] {
        let harmless = render(&full_of(&format!("{start}harmless")));
        for hostile in hostile {
            let page = render(&full_of(&format!("{start}{hostile}")));
            assert!(!page.contains(hostile), "{hostile}");
            assert_eq!(tags(&page), tags(&harmless), "{hostile}");
        }
    }
}

#[test]
fn every_text_is_shown_and_escaped() {
    let fields: [fn(&mut View) -> &mut String; 22] = [
        |view| &mut view.account,
        |view| &mut view.username,
        |view| &mut view.base_url,
        |view| &mut view.plugins[0].sid,
        |view| &mut view.plugins[0].unique_name,
        |view| &mut view.plugins[0].friendly_name,
        |view| &mut view.plugins[0].description,
        |view| &mut view.plugins[0].versions[0].sid,
        |view| &mut view.plugins[0].versions[0].version,
        |view| &mut view.plugins[0].versions[0].plugin_url,
        |view| &mut view.plugins[0].versions[0].changelog,
        |view| &mut view.plugins[1].sid,
        |view| &mut view.configurations[0].sid,
        |view| &mut view.configurations[0].name,
        |view| &mut view.configurations[0].description,
        |view| &mut view.configurations[0].entries[0].unique_name,
        |view| &mut view.configurations[0].entries[0].version,
        |view| &mut view.releases[1].sid,
        |view| &mut view.releases[1].configuration_sid,
        |view| &mut view.releases[1].configuration_name,
        |view| &mut view.releases[1].entries[0].unique_name,
        |view| &mut view.releases[1].entries[0].version,
    ];
    for (index, field) in fields.iter().enumerate() {
        let mut view = full_of("harmless");
        // Without a quote that the commands would write in another way.
        "<i>\"&".clone_into(field(&mut view));
        let page = render(&view);
        assert!(page.contains("&lt;i&gt;&quot;&amp;"), "field {index} is not on the page");
        assert!(!page.contains("<i>"), "field {index} is not escaped");
    }
}

#[test]
fn only_addresses_of_the_web_are_links() {
    let mut view = lived_in();
    view.plugins[2].versions[0].plugin_url = "javascript:alert(1)".to_owned();
    view.plugins[2].versions[1].plugin_url = "https://example.com/?a=1&b=\"2\"".to_owned();
    let page = render(&view);
    assert!(page.contains("<bdi>javascript:alert(1)</bdi>"));
    assert!(page.contains("<a href=\"https://example.com/?a=1&amp;b=&quot;2&quot;\" rel=\"noreferrer noopener\">"));
    view.base_url = "javascript:alert(1)//".to_owned();
    assert!(!render(&view).contains("href=\"javascript:"));
}

#[test]
fn the_newest_release_is_active() {
    let view = lived_in();
    let page = render(&view);
    let active = "<span class=\"tag live\">Active</span>";
    assert!(page.contains(&format!("<h2 id=\"active\"><bdi>Autumn rollout</bdi> {active}</h2>")));
    assert!(page.contains(&format!("<h3>Release 6 {active}</h3>")));
    assert!(page.contains("<h3>Release 5</h3>"));
    assert!(page.contains(&format!("<h3><bdi>Autumn rollout</bdi> {active}</h3>")));
    assert!(page.contains("<h3><bdi>Everything off</bdi></h3>"));
    assert!(page.contains(&format!("<bdi>1.2.0</bdi> {active}")));
    // The section at the top, one release, one configuration, two versions.
    assert_eq!(page.matches(active).count(), 5);
}

#[test]
fn a_release_says_what_it_changed() {
    let page = render(&lived_in());
    let items: Vec<String> = page.split("<h3>Release ").skip(1).map(text).collect();
    assert_eq!(items.len(), 6);
    let expected: [&[&str]; 6] = [
        &[
            "Version agent-menu 1.1.0 → to 1.2.0",
            "Version queue-stats 1.4.2 → to 2.0.0-beta.1",
            "Phase queue-stats 3 → to 4",
            "Removed legacy-dialpad 0.0.9",
        ],
        &["Added agent-menu 1.1.0", "Added queue-stats 1.4.2", "Added legacy-dialpad 0.0.9"],
        &["Removed agent-menu 1.1.0", "Removed queue-stats 1.4.2", "Removed legacy-dialpad 0.0.9"],
        &["The same configuration again."],
        &["Version agent-menu 1.0.0 → to 1.1.0", "Added queue-stats 1.4.2"],
        &["Added agent-menu 1.0.0", "Added legacy-dialpad 0.0.9"],
    ];
    for (item, lines) in items.iter().zip(expected) {
        for line in lines {
            assert!(item.contains(line), "{line:?} is not in {item:?}");
        }
    }
}

#[test]
fn a_release_without_changes_says_why() {
    let same = [configuration("one", vec![entry("a", "1", 3)]), configuration("two", vec![entry("a", "1", 3)])];
    let releases = vec![release(0, &same[1]), release(1, &same[0])];
    assert!(render(&View { releases, ..empty() }).contains("The same plugins in another configuration."));
    let releases = vec![release(0, &configuration("none", vec![]))];
    assert!(render(&View { releases, ..empty() }).contains("The first release, without plugins."));
}

#[test]
fn a_release_whose_predecessor_is_unknown_says_nothing_of_changes() {
    let releases = vec![release(0, &configuration("one", vec![entry("a", "1", 3)]))];
    let mut view = View { releases, ..empty() };
    assert!(render(&view).contains("Added"));
    view.totals.releases = 2;
    assert!(!render(&view).contains("Added"));
}

#[test]
fn an_account_is_led_to_its_first_release() {
    let mut view = empty();
    let url = "http://127.0.0.1:8080/v1/PluginService";
    let user = "curl -u SK00000000000000000000000000000002";
    let next = |view: &View| text(render(view).split("<strong>Next: </strong>").nth(1).expect("a next step"));
    assert!(next(&view).contains(&format!("{user} \\ {url}/Plugins \\ --data-urlencode UniqueName=plugin-sample")));
    for nothing in ["There are no plugins yet.", "There are no configurations yet.", "There are no releases yet."] {
        assert!(render(&view).contains(nothing), "{nothing}");
    }

    view.plugins = vec![plugin("a", "", &[])];
    let sid = view.plugins[0].sid.clone();
    assert!(next(&view).contains(&format!("{user} \\ {url}/Plugins/{sid}/Versions \\ --data-urlencode Version=1.0.0")));

    view.plugins = vec![plugin("a", "", &["1.0.0"])];
    let sid = view.plugins[0].versions[0].sid.clone();
    let configure = format!(
        "{user} \\ {url}/Configurations \\ --data-urlencode Name=first \\ \
         --data-urlencode 'Plugins={{\"plugin_version\":\"{sid}\",\"phase\":3}}'"
    );
    assert!(next(&view).contains(&configure));

    view.configurations = vec![configuration("one", vec![entry("a", "1.0.0", 3)])];
    let sid = view.configurations[0].sid.clone();
    assert!(next(&view).contains(&format!("{user} \\ {url}/Releases \\ --data-urlencode ConfigurationId={sid}")));

    view.configurations[0].entries[0].archived = true;
    assert!(next(&view).contains(&configure));
    view.plugins[0].versions[0].archived = true;
    assert!(next(&view).contains("/Versions \\ --data-urlencode Version=1.0.0"));
    view.plugins[0].archived = true;
    assert!(next(&view).contains("UniqueName=plugin-sample"));

    view.releases = vec![release(0, &view.configurations[0])];
    assert!(!render(&view).contains("Next:"));
}

#[test]
fn what_is_not_shown_is_counted() {
    let mut view = empty();
    let versions: Vec<String> = (0..=MAX_VERSIONS).map(|index| format!("version-{index}-")).collect();
    let versions: Vec<&str> = versions.iter().map(String::as_str).collect();
    view.plugins = (0..=MAX_PLUGINS).map(|index| plugin(&format!("plugin-{index}-"), "", &[])).collect();
    view.plugins[0] = plugin("plugin-0-", "", &versions);
    view.configurations =
        (0..=MAX_CONFIGURATIONS).map(|index| configuration(&format!("set-{index}-"), vec![])).collect();
    let held = |index: usize| configuration("c", vec![entry("a", &format!("released-{index}-"), 3)]);
    view.releases = (0..=MAX_RELEASES).map(|index| release(index, &held(index))).collect();
    let page = render(&view);
    for (shown, hidden) in [("plugin-99-", "plugin-100-"), ("version-19-", "version-20-"), ("set-99-", "set-100-")] {
        assert!(page.contains(shown) && !page.contains(hidden), "{shown} {hidden}");
    }
    // The last release that is shown is compared with the first that is not.
    assert!(page.contains("<bdi>released-100-</bdi><span aria-hidden=\"true\"> → </span>"));
    assert!(!page.contains("<h3>Release 1</h3>") && page.contains("<h3>Release 2</h3>"));
    for line in ["1 older plugin is", "1 older version is", "1 older configuration is", "1 older release is"] {
        assert!(
            page.contains(&format!("{line} not shown. <a href=\"http://127.0.0.1:8080/v1/PluginService/")),
            "{line}"
        );
    }

    view.totals.plugins = 107;
    view.plugins[0].version_total = 300;
    let page = render(&view);
    assert!(page.contains("7 older plugins are not shown.") && page.contains("280 older versions are not shown."));
    assert!(!render(&lived_in()).contains("not shown"));
}

#[test]
fn archived_things_are_marked() {
    let page = render(&lived_in());
    let mark = "<span class=\"tag archived\">Archived</span>";
    // A plugin, a version, a configuration, and an entry in two configurations.
    assert_eq!(page.matches(mark).count(), 5);
    assert_eq!(page.matches("It cannot be released").count(), 1);
}

#[test]
fn the_response_keeps_the_page_to_itself() {
    let response = response(&lived_in());
    let header = |name: &str| response.headers()[name].to_str().expect("a text");
    assert_eq!(response.status(), 200);
    assert_eq!(header("content-type"), "text/html; charset=utf-8");
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("referrer-policy"), "no-referrer");
    assert_eq!(header("cross-origin-resource-policy"), "same-origin");
    let page = render(&lived_in());
    let (_, style) = page.split_once("<style>").expect("a style");
    let (style, _) = style.split_once("</style>").expect("its end");
    let hash = STANDARD.encode(Sha256::digest(style));
    assert_eq!(
        header("content-security-policy"),
        format!(
            "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        "the hash in src/page/style.rs is not the one of src/page/style.css"
    );
}

/// The names of the tags in `page`, in order.
fn tags(page: &str) -> Vec<&str> {
    let name = |tag: &str| tag.find(|c: char| !c.is_ascii_alphanumeric() && c != '/').unwrap_or(tag.len());
    page.split('<').skip(1).map(|tag| &tag[..name(tag)]).collect()
}

/// The text of `html`, with single spaces and without entities.
fn text(html: &str) -> String {
    let text: String =
        html.split('<').map(|part| format!("{} ", part.split_once('>').map_or(part, |(_, text)| text))).collect();
    let text = text.replace("&quot;", "\"").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
