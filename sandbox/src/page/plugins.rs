//! The plugins of the account, each with its versions.

use maud::{Markup, html};

use super::element::{address, command, fold, more, prose, sid, tag, time};
use super::view::{PluginView, VersionView, View};
use super::{MAX_PLUGINS, MAX_VERSIONS, first_step};

/// How many versions of a plugin are seen without a click.
const OPEN: usize = 5;

/// The section of all plugins.
pub(super) fn section(view: &View) -> Markup {
    let shown = &view.plugins[..view.plugins.len().min(MAX_PLUGINS)];
    html! {
        section aria-labelledby="plugins" {
            h2 #plugins { "Plugins" }
            @if shown.is_empty() {
                p.empty { "There are no plugins yet. A plugin is a name; its code comes with its versions." }
            }
            @for plugin in shown { (article(view, plugin)) }
            (more(view, "/Plugins", (shown.len(), view.counts().plugins), ["plugin", "plugins"]))
        }
    }
}

fn article(view: &View, plugin: &PluginView) -> Markup {
    let PluginView {
        sid: id,
        unique_name,
        friendly_name,
        description,
        archived,
        created,
        updated,
        versions,
        version_total,
    } = plugin;
    let title = if friendly_name.is_empty() { unique_name } else { friendly_name };
    let shown = &versions[..versions.len().min(MAX_VERSIONS)];
    let total = (*version_total).max(versions.len() as u64);
    let things = ["version", "versions"];
    html! {
        article.archived[*archived] {
            h3 { bdi { (title) } @if *archived { " " (tag("archived", "Archived")) } }
            p.meta {
                @if title != unique_name { code { bdi { (unique_name) } } br; }
                (sid(view, "/Plugins", id)) br;
                "Created " (time(*created))
                @if updated != created { ", updated " (time(*updated)) }
            }
            (prose(description))
            @if shown.is_empty() {
                (no_versions(view, plugin))
            } @else {
                (fold(shown, OPEN, things, |from, versions| table(view, plugin, from, versions)))
            }
            (more(view, &format!("/Plugins/{id}/Versions"), (shown.len(), total), things))
        }
    }
}

fn no_versions(view: &View, plugin: &PluginView) -> Markup {
    html! {
        @if plugin.archived {
            p.empty { "It has no versions." }
        } @else {
            p.empty { "It has no versions yet. To add one:" }
            (command(&first_step::add_version(view, plugin)))
        }
    }
}

/// The table of `versions`, whose first is number `from` of the plugin, counted from 0.
///
/// The roles repeat what the elements say: a phone shows the cells below each other, and some browsers then take the
/// table for no table.
fn table(view: &View, plugin: &PluginView, from: usize, versions: &[VersionView]) -> Markup {
    let age = if from == 0 { "Versions" } else { "Older versions" };
    html! {
        table.versions role="table" {
            caption.hidden { (age) " of " (plugin.unique_name) }
            thead role="rowgroup" {
                tr role="row" {
                    @for name in ["Version", "Bundle and changes", "Created"] {
                        th scope="col" role="columnheader" { (name) }
                    }
                }
            }
            tbody role="rowgroup" { @for version in versions { (row(view, plugin, version)) } }
        }
    }
}

fn row(view: &View, plugin: &PluginView, version: &VersionView) -> Markup {
    let VersionView { sid: id, version: name, plugin_url, changelog, private, archived, validated, created } = version;
    let is_active = view.active().is_some_and(|release| release.entries.iter().any(|entry| entry.version_sid == *id));
    html! {
        tr.archived[*archived] role="row" {
            th scope="row" role="rowheader" {
                bdi { (name) }
                @if is_active { " " (tag("live", "Active")) }
                @if *archived { " " (tag("archived", "Archived")) }
                @if *private { " " (tag("plain", "Private")) }
                @if *validated { " " (tag("plain", "Validated")) }
            }
            td role="cell" {
                .url { (address(plugin_url)) }
                (prose(changelog))
                .meta { (sid(view, &format!("/Plugins/{}/Versions", plugin.sid), id)) }
            }
            td role="cell" { (time(*created)) }
        }
    }
}
