//! How operations are drawn: what most of them need is made first, and then anything is asked for.
//!
//! Values that are refused are drawn less often than others, since they end an operation early.

use proptest::prelude::*;
use proptest::sample::select;

use super::asked::{Asked, Caller, Id, More, Operation, Token, Window};

/// What looks like the SID of a plugin, of which there is none.
const SHAPED: &str = "FPaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
/// What looks like the SID of a version, of which there is none.
const VERSION_SHAPED: &str = "FVaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

/// A sequence of up to 60 operations.
pub fn sequence() -> impl Strategy<Value = Vec<Asked>> {
    let owner = |operation| Asked { caller: Caller::Owner, operation };
    let first = (
        prop::collection::vec(new_plugin().prop_map(owner), 0..=6),
        prop::collection::vec(new_version().prop_map(owner), 0..=7),
        prop::collection::vec(new_configuration().prop_map(owner), 0..=4),
        prop::collection::vec(new_release().prop_map(owner), 0..=2),
    );
    let then = prop::collection::vec(asked(), 1..=41);
    (first, then).prop_map(|((plugins, versions, configurations, releases), then)| {
        [plugins, versions, configurations, releases, then].concat()
    })
}

fn asked() -> impl Strategy<Value = Asked> {
    let caller = prop_oneof![10 => Just(Caller::Owner), 2 => Just(Caller::Browser), 3 => Just(Caller::Other)];
    (caller, operation()).prop_map(|(caller, operation)| Asked { caller, operation })
}

fn operation() -> impl Strategy<Value = Operation> {
    use Operation::*;
    prop_oneof![
        3 => prop_oneof![new_plugin(), new_version(), new_configuration(), new_release()],
        4 => new_release(),
        4 => change(),
        2 => window().prop_map(ListPlugins),
        1 => id().prop_map(FetchPlugin),
        1 => (usual(), window()).prop_map(|(plugin, window)| ListVersions(plugin, window)),
        1 => (usual(), id()).prop_map(|(plugin, version)| FetchVersion(plugin, version)),
        2 => window().prop_map(ListConfigurations),
        1 => id().prop_map(FetchConfiguration),
        1 => (usual(), window()).prop_map(|(configuration, window)| ListConfiguredPlugins(configuration, window)),
        1 => (usual(), id()).prop_map(|(configuration, plugin)| FetchConfiguredPlugin(configuration, plugin)),
        2 => window().prop_map(ListReleases),
        1 => id().prop_map(FetchRelease),
    ]
}

fn new_plugin() -> impl Strategy<Value = Operation> {
    let names = text(&["a", "b", "c", "d", "e", "f", "A", "g&h=i", "Active", "ü+"], &["", "a b", "a/b", "50%", SHAPED]);
    (names, optional(&["", "A", "Ä & B"]), description())
        .prop_map(|(name, friendly_name, description)| Operation::CreatePlugin { name, friendly_name, description })
}

fn new_version() -> impl Strategy<Value = Operation> {
    let versions = text(&["1.0.0", "1.0.1", "2.0.0", "1.0.0 beta", "1/2?#%", "Active", VERSION_SHAPED], &[""]);
    let urls =
        text(&["https://example.com/a.js", "http://localhost:3000", "https://x/?a=1&b=2"], &["/a.js", "", "ftp://x"]);
    (usual(), versions, urls, more()).prop_map(|(plugin, version, url, more)| Operation::CreateVersion {
        plugin,
        version,
        url,
        more,
    })
}

fn new_configuration() -> impl Strategy<Value = Operation> {
    let phase = prop_oneof![12 => Just(None), 12 => (0_i64..9).prop_map(Some), 1 => Just(Some(-1))];
    let entries = prop::collection::vec((prop_oneof![30 => (0_usize..8).prop_map(Id::Sid), 1 => id()], phase), 0..4);
    (text(&["one", "other"], &[""]), optional(&["", "all of them"]), entries)
        .prop_map(|(name, description, entries)| Operation::CreateConfiguration { name, description, entries })
}

fn new_release() -> impl Strategy<Value = Operation> {
    usual().prop_map(Operation::CreateRelease)
}

fn change() -> impl Strategy<Value = Operation> {
    prop_oneof![
        3 => (id(), optional(&["", "B"]), description()).prop_map(|(plugin, friendly_name, description)| {
            Operation::UpdatePlugin { plugin, friendly_name, description }
        }),
        2 => id().prop_map(Operation::ArchivePlugin),
        6 => (usual(), usual()).prop_map(|(plugin, version)| Operation::ArchiveVersion(plugin, version)),
        3 => id().prop_map(Operation::ArchiveConfiguration),
    ]
}

/// A name for something that is usually one of few, and by its SID, so that operations meet.
fn usual() -> impl Strategy<Value = Id> {
    prop_oneof![8 => (0_usize..3).prop_map(Id::Sid), 1 => id()]
}

fn id() -> impl Strategy<Value = Id> {
    let nothing =
        ["x", "FJ0", "a/b", "50%", "ü", SHAPED, VERSION_SHAPED, "FJaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "active"];
    prop_oneof![
        16 => (0_usize..8).prop_map(Id::Sid),
        4 => (0_usize..8).prop_map(Id::Alias),
        1 => (0_usize..8).prop_map(Id::Foreign),
        1 => (0_usize..8).prop_map(Id::Misplaced),
        1 => select(nothing.to_vec()).prop_map(Id::Nothing),
    ]
}

fn window() -> impl Strategy<Value = Window> {
    let size = prop_oneof![16 => 1_i64..4, 1 => select(vec![0, -1, 50, 1000, 1001])];
    let page = prop_oneof![16 => 0_i64..4, 1 => Just(-1)];
    let token = prop_oneof![
        16 => (0_usize..8).prop_map(Token::Own),
        8 => (0_usize..8).prop_map(Token::Foreign),
        2 => (0_usize..8).prop_map(Token::Any),
        1 => select(vec!["", "x", "n0"]).prop_map(Token::MadeUp),
    ];
    (prop::option::weighted(0.9, size), prop::option::of(page), prop::option::of(token))
        .prop_map(|(size, page, token)| Window { size, page, token })
}

fn more() -> impl Strategy<Value = More> {
    let status = optional(&["success", "failure", "", "other"]);
    (optional(&["", "All new:\nü & +"]), any::<Option<bool>>(), optional(&["6.3.2"]), status).prop_map(
        |(changelog, private, cli_version, validate_status)| More { changelog, private, cli_version, validate_status },
    )
}

/// A description that is absent, empty, short, or about as long as it may be.
fn description() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        8 => Just(None),
        8 => optional(&["", "what it is for"]).prop_map(|text| text.map(str::to_owned)),
        1 => (499_usize..=502).prop_map(|length| Some("ü".repeat(length))),
    ]
}

/// One of these texts; seldom one of those that are refused.
fn text(good: &[&'static str], bad: &[&'static str]) -> impl Strategy<Value = &'static str> + use<> {
    prop_oneof![16 => select(good.to_vec()), 1 => select(bad.to_vec())]
}

fn optional(texts: &[&'static str]) -> impl Strategy<Value = Option<&'static str>> + use<> {
    prop::option::of(select(texts.to_vec()))
}
