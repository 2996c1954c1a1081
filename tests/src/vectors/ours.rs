//! Calls of our own client, under the vendor's names.

use serde_json::Value;
use twilio_flex_plugins::Client;
use twilio_flex_plugins::models::ConfigurationPlugin;

use super::arguments::{Arguments, boolean, integer, items, none_left, required, send, text};

/// Calls `operation` with these arguments, through its typed builder.
///
/// # Errors
///
/// If there is no such operation, the arguments are not its inputs, or the call fails.
pub async fn call(client: &Client, operation: &str, mut arguments: Arguments) -> Result<(), String> {
    let mut argument = |name| required(&mut arguments, name);
    match operation {
        "ListPlugin" => send!(
            arguments,
            client.plugins().list(),
            page_size: integer("PageSize"),
            page: integer("Page"),
            page_token: text("PageToken"),
            flex_metadata: text("Flex-Metadata")
        ),
        "CreatePlugin" => send!(
            arguments,
            client.plugins().create(argument("UniqueName")?),
            friendly_name: text("FriendlyName"),
            description: text("Description"),
            flex_metadata: text("Flex-Metadata")
        ),
        "FetchPlugin" => send!(
            arguments,
            client.plugins().fetch(argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "UpdatePlugin" => send!(
            arguments,
            client.plugins().update(argument("Sid")?),
            friendly_name: text("FriendlyName"),
            description: text("Description"),
            flex_metadata: text("Flex-Metadata")
        ),
        "UpdatePluginArchive" => send!(
            arguments,
            client.plugins().archive(argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "ListPluginVersion" => send!(
            arguments,
            client.plugin_versions().list(argument("PluginSid")?),
            page_size: integer("PageSize"),
            page: integer("Page"),
            page_token: text("PageToken"),
            flex_metadata: text("Flex-Metadata")
        ),
        "CreatePluginVersion" => send!(
            arguments,
            client.plugin_versions().create(argument("PluginSid")?, argument("Version")?, argument("PluginUrl")?),
            changelog: text("Changelog"),
            private: boolean("Private"),
            cli_version: text("CliVersion"),
            validate_status: text("ValidateStatus"),
            flex_metadata: text("Flex-Metadata")
        ),
        "FetchPluginVersion" => send!(
            arguments,
            client.plugin_versions().fetch(argument("PluginSid")?, argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "UpdatePluginVersionArchive" => send!(
            arguments,
            client.plugin_versions().archive(argument("PluginSid")?, argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "ListPluginConfiguration" => send!(
            arguments,
            client.configurations().list(),
            page_size: integer("PageSize"),
            page: integer("Page"),
            page_token: text("PageToken"),
            flex_metadata: text("Flex-Metadata")
        ),
        "CreatePluginConfiguration" => send!(
            arguments,
            client.configurations().create(argument("Name")?),
            plugins: plugins("Plugins"),
            description: text("Description"),
            flex_metadata: text("Flex-Metadata")
        ),
        "FetchPluginConfiguration" => send!(
            arguments,
            client.configurations().fetch(argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "UpdatePluginConfigurationArchive" => send!(
            arguments,
            client.configurations().archive(argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "ListConfiguredPlugin" => send!(
            arguments,
            client.configured_plugins().list(argument("ConfigurationSid")?),
            page_size: integer("PageSize"),
            page: integer("Page"),
            page_token: text("PageToken"),
            flex_metadata: text("Flex-Metadata")
        ),
        "FetchConfiguredPlugin" => send!(
            arguments,
            client.configured_plugins().fetch(argument("ConfigurationSid")?, argument("PluginSid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "ListPluginRelease" => send!(
            arguments,
            client.releases().list(),
            page_size: integer("PageSize"),
            page: integer("Page"),
            page_token: text("PageToken"),
            flex_metadata: text("Flex-Metadata")
        ),
        "CreatePluginRelease" => send!(
            arguments,
            client.releases().create(argument("ConfigurationId")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "FetchPluginRelease" => send!(
            arguments,
            client.releases().fetch(argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        _ => Err(format!("no operation {operation}")),
    }
}

/// The plugins of a configuration, as far as [`ConfigurationPlugin`] can hold them: our document says what they are,
/// the vendor's does not.
///
/// # Errors
///
/// If an item is anything but a version and perhaps a phase.
pub fn plugins(arguments: &mut Arguments, name: &str) -> Result<Option<Vec<ConfigurationPlugin>>, String> {
    items(arguments, name)?.map(|items| items.iter().map(plugin).collect()).transpose()
}

fn plugin(item: &Value) -> Result<ConfigurationPlugin, String> {
    let mut members = item.as_object().cloned().ok_or_else(|| format!("no ConfigurationPlugin: {item}"))?;
    let version = required(&mut members, "plugin_version")?;
    let mut plugin = ConfigurationPlugin::new(version);
    if let Some(phase) = integer(&mut members, "phase")? {
        plugin = plugin.phase(phase);
    }
    none_left(&members)?;
    Ok(plugin)
}
