//! How SQLite runs the statements: each on an index, in the order of the index.

use std::collections::BTreeSet;
use std::sync::Mutex;

use super::*;

/// All statements that ran so far.
static STATEMENTS: Mutex<BTreeSet<&str>> = Mutex::new(BTreeSet::new());

/// Remembers a statement.
pub(super) fn record(sql: &'static str) {
    STATEMENTS.lock().unwrap().insert(sql);
}

#[tokio::test]
async fn every_statement_runs_on_an_index() {
    let rules = Rules { limit_plugins: Some(10), limit_versions: Some(10), ..Rules::default() };
    let store = Store::open(Place::Memory, rules).unwrap();
    run_everything(&store).await.unwrap();
    let statements = STATEMENTS.lock().unwrap().clone();
    let count = statements.iter().filter(|sql| is_on_rows(sql)).count();
    assert_eq!(count, in_the_source(), "a statement did not run");
    let plans = store.read(move |db| statements.into_iter().map(|sql| Ok((sql, plan(db, sql)?))).collect());
    let plans: Vec<(&str, Vec<String>)> = plans.await.unwrap();
    for (sql, plan) in plans {
        let bad = plan.iter().any(|step| step.contains("SCAN") || step.contains("TEMP B-TREE"));
        assert!(!bad, "{sql}\n{plan:#?}");
        assert!(
            !is_on_rows(sql) || sql.starts_with("INSERT") || plan.iter().any(|step| step.starts_with("SEARCH")),
            "{sql}\n{plan:#?}"
        );
    }
}

/// Whether a statement reads or changes rows; the others are about transactions.
fn is_on_rows(sql: &str) -> bool {
    ["SELECT", "INSERT", "UPDATE"].iter().any(|verb| sql.starts_with(verb))
}

/// How many such statements the modules have.
fn in_the_source() -> usize {
    let modules = [
        include_str!("configurations.rs"),
        include_str!("configured_plugins.rs"),
        include_str!("overview.rs"),
        include_str!("plugins.rs"),
        include_str!("releases.rs"),
        include_str!("session.rs"),
        include_str!("versions.rs"),
    ];
    let verbs = ["select!(", "\"SELECT", "\"INSERT", "\"UPDATE"];
    let statement = |line: &&str| {
        let value = line.strip_prefix("const ").and_then(|line| line.split_once(": &str = "));
        value.is_some_and(|(_, value)| verbs.iter().any(|verb| value.starts_with(verb)))
    };
    modules.iter().flat_map(|module| module.lines()).filter(statement).count()
}

/// Calls each method once with what makes it go all the way.
async fn run_everything(store: &Store) -> Result<(), Problem> {
    let caller = &Caller { account: "AC1".to_owned(), sids_only: false };
    let page = |page| PageRequest { size: Some(1), page: Some(page), token: None };
    for name in ["a", "b"] {
        let new = NewPlugin { unique_name: name.to_owned(), ..NewPlugin::default() };
        store.create_plugin(caller, new).await?;
    }
    let plugin = store.update_plugin(caller, "a", PluginUpdate::default()).await?;
    store.fetch_plugin(caller, &plugin.sid).await?;
    for version in ["1", "2"] {
        let (version, plugin_url) = (version.to_owned(), "http://x".to_owned());
        let new = NewVersion { version, plugin_url, ..NewVersion::default() };
        store.create_version(caller, "a", new).await?;
    }
    let version = store.fetch_version(caller, "a", "1").await?;
    store.fetch_version(caller, "a", &version.sid).await?;
    let entry = Entry { plugin_version: version.sid, phase: None };
    let new = NewConfiguration { name: "c".to_owned(), plugins: vec![entry], ..NewConfiguration::default() };
    let configuration = store.create_configuration(caller, new.clone()).await?;
    let other = store.create_configuration(caller, new).await?;
    store.fetch_configured_plugin(caller, &configuration.sid, "a").await?;
    let release = store.create_release(caller, &configuration.sid).await?;
    store.fetch_release(caller, &release.sid).await?;
    store.fetch_release(caller, "Active").await?;
    store.list_plugins(caller, page(1)).await?;
    store.list_versions(caller, "a", page(1)).await?;
    store.list_configurations(caller, page(1)).await?;
    store.list_configured_plugins(caller, &configuration.sid, page(1)).await?;
    store.list_releases(caller, page(1)).await?;
    store.overview("AC1").await?;
    store.ready().await?;
    store.archive_configuration(caller, &other.sid).await?;
    store.archive_version(caller, "a", "2").await?;
    store.archive_plugin(caller, "b").await.map(drop)
}

/// The steps in which SQLite runs `sql`.
fn plan(db: &Session<'_>, sql: &str) -> Result<Vec<String>, Problem> {
    let mut statement = db.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let parameters = vec![rusqlite::types::Null; statement.parameter_count()];
    let steps = statement.query_map(rusqlite::params_from_iter(parameters), |row| row.get(3))?;
    Ok(steps.collect::<Result<_, _>>()?)
}
