//! From the entries of two configurations to what is different between them.

use super::view::Entry;

/// What a release changed about one plugin. A plugin with a new version and a new phase has two changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change<'a> {
    /// The plugin is new.
    Added(&'a Entry),
    /// The plugin is gone.
    Removed(&'a Entry),
    /// The plugin has another version.
    Version {
        /// The entry with the old version.
        before: &'a Entry,
        /// The entry with the new version.
        after: &'a Entry,
    },
    /// The plugin starts in another phase.
    Phase {
        /// The entry with the old phase.
        before: &'a Entry,
        /// The entry with the new phase.
        after: &'a Entry,
    },
}

/// The way from `before` to `after`: first what `after` holds, in its order, then what was removed, in the order of
/// `before`.
///
/// Plugins and versions are told apart by their SIDs; a plugin in another place is no change.
pub(super) fn changes<'a>(before: &'a [Entry], after: &'a [Entry]) -> Vec<Change<'a>> {
    let kept = after.iter().flat_map(|entry| changes_to(find(before, entry), entry));
    let removed = before.iter().filter(|entry| find(after, entry).is_none()).map(Change::Removed);
    kept.chain(removed).collect()
}

/// The entry of the plugin of `entry` in `entries`.
fn find<'a>(entries: &'a [Entry], entry: &Entry) -> Option<&'a Entry> {
    entries.iter().find(|other| other.plugin_sid == entry.plugin_sid)
}

/// What became of one plugin that `after` holds.
fn changes_to<'a>(before: Option<&'a Entry>, after: &'a Entry) -> impl Iterator<Item = Change<'a>> {
    let Some(before) = before else { return [Some(Change::Added(after)), None].into_iter().flatten() };
    let version = (before.version_sid != after.version_sid).then_some(Change::Version { before, after });
    let phase = (before.phase != after.phase).then_some(Change::Phase { before, after });
    [version, phase].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Both sides and the changes, as text: entries `plugin@version/phase`, changes as [`shown`] writes them.
    const TABLE: &[(&str, &str, &str)] = &[
        ("", "", ""),
        ("", "a@1/3", "+a@1"),
        ("a@1/3", "", "-a@1"),
        ("a@1/3", "a@1/3", ""),
        ("a@1/3", "a@2/3", "a 1>2"),
        ("a@2/3", "a@1/3", "a 2>1"),
        ("a@1/3", "a@1/4", "a phase 3>4"),
        ("a@1/3", "a@2/1", "a 1>2, a phase 3>1"),
        ("a@1/3 b@1/3", "b@1/3 a@1/3", ""),
        ("a@1/3 b@1/3", "c@1/3 b@2/3", "+c@1, b 1>2, -a@1"),
        ("a@1/3 b@1/3 c@1/3", "b@1/3", "-a@1, -c@1"),
        ("b@1/3", "a@1/3 b@1/3 c@1/3", "+a@1, +c@1"),
        ("a@1/3", "b@1/3", "+b@1, -a@1"),
    ];

    #[test]
    fn changes_are_found() {
        for (before, after, expected) in TABLE {
            let (before, after) = (entries(before), entries(after));
            let changes: Vec<String> = changes(&before, &after).iter().map(shown).collect();
            assert_eq!(changes.join(", "), *expected, "{before:?} → {after:?}");
        }
    }

    #[test]
    fn only_sids_tell_apart() {
        let before = entries("a@1/3");
        let mut after = before.clone();
        after[0].unique_name = "renamed".to_owned();
        after[0].version = "relabelled".to_owned();
        after[0].archived = true;
        assert_eq!(changes(&before, &after), []);

        after[0].plugin_sid = "FPother".to_owned();
        assert_eq!(changes(&before, &after), [Change::Added(&after[0]), Change::Removed(&before[0])]);
    }

    fn entries(text: &str) -> Vec<Entry> {
        text.split_whitespace().map(entry).collect()
    }

    fn entry(text: &str) -> Entry {
        let (plugin, rest) = text.split_once('@').expect("plugin@version");
        let (version, phase) = rest.split_once('/').expect("version/phase");
        Entry {
            plugin_sid: format!("FP{plugin}"),
            unique_name: plugin.to_owned(),
            version_sid: format!("FV{plugin}{version}"),
            version: version.to_owned(),
            phase: phase.parse().expect("a number"),
            archived: false,
        }
    }

    fn shown(change: &Change<'_>) -> String {
        match change {
            Change::Added(entry) => format!("+{}@{}", entry.unique_name, entry.version),
            Change::Removed(entry) => format!("-{}@{}", entry.unique_name, entry.version),
            Change::Version { before, after } => {
                format!("{} {}>{}", after.unique_name, before.version, after.version)
            }
            Change::Phase { before, after } => {
                format!("{} phase {}>{}", after.unique_name, before.phase, after.phase)
            }
        }
    }
}
