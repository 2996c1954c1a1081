//! What form fields may say, as far as that can be told without the database.

use super::Rules;
use super::forms::{Entry, NewConfiguration, NewPlugin, NewVersion, PluginUpdate};
use super::sids::{Prefix, is_shaped};
use crate::problem::Problem;

/// The largest phase, and the largest number of a page: the API's description says so.
pub const LARGEST: i64 = 2_147_483_647;

/// How many characters a plugin's description may have.
const DESCRIPTION: usize = 500;

pub(super) fn new_plugin(new: &NewPlugin) -> Result<(), Problem> {
    let NewPlugin { unique_name, friendly_name: _, description } = new;
    required("UniqueName", unique_name)?;
    name(unique_name)?;
    plugin_description(description.as_deref())
}

pub(super) fn plugin_update(update: &PluginUpdate) -> Result<(), Problem> {
    let PluginUpdate { friendly_name: _, description } = update;
    plugin_description(description.as_deref())
}

pub(super) fn new_version(new: &NewVersion, rules: &Rules) -> Result<(), Problem> {
    let NewVersion { version, plugin_url, changelog: _, private: _, cli_version: _, validate_status } = new;
    required("Version", version)?;
    required("PluginUrl", plugin_url)?;
    if rules.strict {
        semantic_version(version)?;
    }
    url(plugin_url)?;
    if rules.strict {
        status(validate_status.as_deref().unwrap_or_default())?;
    }
    Ok(())
}

pub(super) fn new_configuration(new: &NewConfiguration) -> Result<(), Problem> {
    let NewConfiguration { name, description: _, plugins } = new;
    required("Name", name)?;
    plugins.iter().try_for_each(entry)
}

pub(super) fn new_release(configuration: &str) -> Result<(), Problem> {
    required("ConfigurationId", configuration)?;
    let reason = "it must be the SID of a configuration, FJ and 32 hexadecimal digits";
    ensure(Prefix::Configuration.fits(configuration), "ConfigurationId", reason)
}

fn required(name: &'static str, value: &str) -> Result<(), Problem> {
    if value.is_empty() { Err(Problem::Missing(name)) } else { Ok(()) }
}

fn ensure(condition: bool, name: &'static str, reason: &str) -> Result<(), Problem> {
    if condition { Ok(()) } else { Err(Problem::invalid(name, reason)) }
}

/// A unique name must work as a segment of a path, and must not pass for a SID.
fn name(name: &str) -> Result<(), Problem> {
    let forbidden = |char| matches!(char, '/' | '?' | '#' | '%') || is_space(char);
    ensure(!name.contains(forbidden), "UniqueName", "it must not contain /, ?, #, % or whitespace")?;
    ensure(!is_shaped(name), "UniqueName", "it must not look like a SID, two letters and 32 hexadecimal digits")
}

fn plugin_description(description: Option<&str>) -> Result<(), Problem> {
    let short = description.is_none_or(|text| text.chars().count() <= DESCRIPTION);
    ensure(short, "Description", "it must not be longer than 500 characters")
}

fn semantic_version(version: &str) -> Result<(), Problem> {
    let parsed = semver::Version::parse(version);
    parsed
        .map(drop)
        .map_err(|error| Problem::invalid("Version", format!("it must be a semantic version such as 1.0.0: {error}")))
}

/// Exactly what the OpenAPI document's pattern says: `^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#:@]\S*$`.
fn url(url: &str) -> Result<(), Problem> {
    let host = url.split_once("://").and_then(|(scheme, rest)| {
        (scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")).then_some(rest)
    });
    let absolute = host.is_some_and(|host| {
        !host.is_empty() && !host.starts_with(['/', '?', '#', ':', '@']) && !host.contains(is_space)
    });
    ensure(absolute, "PluginUrl", "it must be an absolute http or https URL")
}

fn status(status: &str) -> Result<(), Problem> {
    // An empty value is how some clients write an absent one.
    ensure(matches!(status, "" | "success" | "failure"), "ValidateStatus", "it must be success or failure")
}

fn entry(entry: &Entry) -> Result<(), Problem> {
    let Entry { plugin_version, phase } = entry;
    let reason = "plugin_version must be the SID of a version, FV and 32 hexadecimal digits";
    ensure(Prefix::Version.fits(plugin_version), "Plugins", reason)?;
    let fits = phase.is_none_or(|phase| (0..=LARGEST).contains(&phase));
    ensure(fits, "Plugins", "phase must be from 0 to 2147483647")
}

/// What `\s` stands for in the patterns of OpenAPI, which are those of ECMAScript.
///
/// Unlike [`char::is_whitespace`] it has U+FEFF, and lacks U+0085.
fn is_space(char: char) -> bool {
    matches!(
        char,
        '\t'..='\r' | ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}'
            | '\u{205f}' | '\u{3000}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e15_names() {
        for good in ["a", "plugin-sample", "@scope~x", "ü", "\u{85}", "😀", ".", "a+b&c=d", "Active", "FP1"] {
            assert_eq!(name(good), Ok(()), "{good}");
        }
        let sid = "ac0123456789ABCDEF0123456789abcdef";
        for bad in ["a/b", "?", "#a", "50%", "a b", "a\t", "\u{b}", "\u{a0}", "\u{2003}", "\u{feff}", "\n", sid] {
            assert!(matches!(name(bad), Err(Problem::Invalid { name: "UniqueName", .. })), "{bad}");
        }
    }

    #[test]
    fn e16_counts_characters() {
        assert_eq!(plugin_description(Some(&"é".repeat(500))), Ok(()));
        assert!(plugin_description(Some(&"e".repeat(501))).is_err());
        assert_eq!(plugin_description(None), Ok(()));
    }

    #[test]
    fn e23_urls() {
        for good in ["http://x", "HTTPS://x.y/z?a=1#b", "hTtPs://[::1]/", "http://ü", "http://x:/@", "http://x\u{85}"]
        {
            assert_eq!(url(good), Ok(()), "{good}");
        }
        for bad in
            ["x", "//x", "ftp://x", "http:/x", "http://", "http:///x", "http://?", "https://#", "http://:1", "http://@"]
        {
            assert!(matches!(url(bad), Err(Problem::Invalid { name: "PluginUrl", .. })), "{bad}");
        }
        for bad in [" http://x", "http://x ", "http://x y", "http://\u{feff}", "http://x\n", "http", "httpss://x"] {
            assert!(url(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn e26_semantic_versions() {
        for good in ["1.0.0", "1.0.0-rc.1+build", "0.0.0"] {
            assert_eq!(semantic_version(good), Ok(()), "{good}");
        }
        for bad in ["1", "1.0", "v1.0.0", "1.0.0 ", "01.0.0"] {
            assert!(matches!(semantic_version(bad), Err(Problem::Invalid { name: "Version", .. })), "{bad}");
        }
    }

    #[test]
    fn e37_and_e39_entries() {
        let sid = "FV0123456789ABCDEF0123456789abcdef".to_owned();
        let check = |plugin_version: &str, phase| entry(&Entry { plugin_version: plugin_version.to_owned(), phase });
        assert_eq!(check(&sid, None), Ok(()));
        assert_eq!(check(&sid, Some(0)), Ok(()));
        for (version, phase) in [("", None), ("1.0.0", None), (&sid.replace('V', "P"), None), (&sid, Some(-1))] {
            assert!(matches!(check(version, phase), Err(Problem::Invalid { name: "Plugins", .. })), "{version}");
        }
    }
}
