//! The page for people, filled from the store.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use jiff::Timestamp;

use crate::access::{Access, Grant};
use crate::base_url::BaseUrl;
use crate::page::{self, ConfigurationView, Entry, PluginView, ReleaseView, Totals, VersionView, View};
use crate::problem::Problem;
use crate::store::{self, ConfigurationOverview, Overview, PluginOverview, Store};

/// The routes that only people and their browsers ask for.
pub fn router(store: Store, access: Arc<Access>, base: BaseUrl) -> Router {
    let page = Router::new().route("/", get(account)).with_state((store, access, base));
    page.route("/favicon.ico", get(no_icon))
}

async fn account(State((store, access, base)): State<(Store, Arc<Access>, BaseUrl)>, headers: HeaderMap) -> Response {
    let Some(credential) = access.authorize(&headers) else { return refused(&Problem::Unauthenticated) };
    let Grant { account, restricted, sids_only: _ } = credential.grant();
    if restricted {
        return refused(&Problem::Forbidden);
    }
    match store.overview(&account).await {
        Ok(overview) => {
            let username = credential.username().to_owned();
            let visit = View { account, username, base_url: base.of(&headers), ..View::default() };
            page::response(&filled(visit, overview))
        }
        Err(problem) => refused(&problem),
    }
}

/// There is no icon; a browser asks for one all the same, and would be told of an unknown resource.
async fn no_icon() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// A refusal for the eyes of people; a browser asks for credentials where there are none.
fn refused(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, [(CONTENT_TYPE, "text/plain; charset=utf-8")], problem.message("/")).into_response();
    if *problem == Problem::Unauthenticated {
        let challenge = axum::http::HeaderValue::from_static(r#"Basic realm="flex-sandbox", charset="UTF-8""#);
        response.headers_mut().insert(WWW_AUTHENTICATE, challenge);
    }
    response
}

/// `view` with what its account has.
fn filled(view: View, overview: Overview) -> View {
    let Overview {
        plugins,
        plugins_total,
        configurations,
        configurations_total,
        releases,
        release_before,
        releases_total,
        older_configurations,
    } = overview;
    let older: Vec<ConfigurationView> = older_configurations.into_iter().map(configuration).collect();
    let configurations: Vec<ConfigurationView> = configurations.into_iter().map(configuration).collect();
    let by_sid: HashMap<&str, &ConfigurationView> =
        configurations.iter().chain(&older).map(|shown| (shown.sid.as_str(), shown)).collect();
    let releases = releases.into_iter().chain(release_before).map(|row| release(row, &by_sid)).collect();
    View {
        plugins: plugins.into_iter().map(plugin).collect(),
        releases,
        totals: Totals { plugins: plugins_total, configurations: configurations_total, releases: releases_total },
        configurations,
        ..view
    }
}

fn plugin(PluginOverview { plugin, versions, versions_total, active_version: _ }: PluginOverview) -> PluginView {
    PluginView {
        sid: plugin.sid,
        unique_name: plugin.unique_name,
        friendly_name: plugin.friendly_name,
        description: plugin.description,
        archived: plugin.archived,
        created: time(plugin.created),
        updated: time(plugin.updated),
        versions: versions.into_iter().map(version).collect(),
        version_total: versions_total,
    }
}

fn version(row: store::Version) -> VersionView {
    VersionView {
        sid: row.sid,
        version: row.version,
        plugin_url: row.plugin_url,
        changelog: row.changelog,
        private: row.private,
        archived: row.archived,
        validated: row.validated,
        created: time(row.created),
    }
}

fn configuration(ConfigurationOverview { configuration, plugins }: ConfigurationOverview) -> ConfigurationView {
    ConfigurationView {
        sid: configuration.sid,
        name: configuration.name,
        description: configuration.description,
        archived: configuration.archived,
        created: time(configuration.created),
        entries: plugins.into_iter().map(entry).collect(),
    }
}

fn entry(row: store::ConfiguredPlugin) -> Entry {
    Entry {
        plugin_sid: row.plugin,
        unique_name: row.unique_name,
        version_sid: row.version_sid,
        version: row.version,
        phase: row.phase,
        archived: row.plugin_archived || row.version_archived,
    }
}

fn release(row: store::Release, configurations: &HashMap<&str, &ConfigurationView>) -> ReleaseView {
    let configuration = configurations.get(row.configuration.as_str());
    ReleaseView {
        sid: row.sid,
        created: time(row.created),
        configuration_name: configuration.map(|shown| shown.name.clone()).unwrap_or_default(),
        entries: configuration.map(|shown| shown.entries.clone()).unwrap_or_default(),
        configuration_sid: row.configuration,
    }
}

/// A time in seconds since 1970, which every clock of ours can tell.
fn time(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or_default()
}
