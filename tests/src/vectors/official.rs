//! Calls of the client that the generator makes of the vendor's document.

use flex_plugins_official::Client;

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
            client.plugin().list(),
            page_size: integer("PageSize"),
            page: integer("Page"),
            page_token: text("PageToken"),
            flex_metadata: text("Flex-Metadata")
        ),
        "CreatePlugin" => send!(
            arguments,
            client.plugin().create(argument("UniqueName")?),
            friendly_name: text("FriendlyName"),
            description: text("Description"),
            flex_metadata: text("Flex-Metadata")
        ),
        "FetchPlugin" => send!(
            arguments,
            client.plugin().fetch(argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "UpdatePlugin" => send!(
            arguments,
            client.plugin().update(argument("Sid")?),
            friendly_name: text("FriendlyName"),
            description: text("Description"),
            flex_metadata: text("Flex-Metadata")
        ),
        "UpdatePluginArchive" => send!(
            arguments,
            client.plugin_archive().update(argument("Sid")?),
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
            client.plugin_version_archive().update(argument("PluginSid")?, argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "ListPluginConfiguration" => send!(
            arguments,
            client.plugin_configuration().list(),
            page_size: integer("PageSize"),
            page: integer("Page"),
            page_token: text("PageToken"),
            flex_metadata: text("Flex-Metadata")
        ),
        "CreatePluginConfiguration" => send!(
            arguments,
            client.plugin_configuration().create(argument("Name")?),
            plugins: items("Plugins"),
            description: text("Description"),
            flex_metadata: text("Flex-Metadata")
        ),
        "FetchPluginConfiguration" => send!(
            arguments,
            client.plugin_configuration().fetch(argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "UpdatePluginConfigurationArchive" => send!(
            arguments,
            client.plugin_configuration_archive().update(argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "ListConfiguredPlugin" => send!(
            arguments,
            client.configured_plugin().list(argument("ConfigurationSid")?),
            page_size: integer("PageSize"),
            page: integer("Page"),
            page_token: text("PageToken"),
            flex_metadata: text("Flex-Metadata")
        ),
        "FetchConfiguredPlugin" => send!(
            arguments,
            client.configured_plugin().fetch(argument("ConfigurationSid")?, argument("PluginSid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "ListPluginRelease" => send!(
            arguments,
            client.plugin_release().list(),
            page_size: integer("PageSize"),
            page: integer("Page"),
            page_token: text("PageToken"),
            flex_metadata: text("Flex-Metadata")
        ),
        "CreatePluginRelease" => send!(
            arguments,
            client.plugin_release().create(argument("ConfigurationId")?),
            flex_metadata: text("Flex-Metadata")
        ),
        "FetchPluginRelease" => send!(
            arguments,
            client.plugin_release().fetch(argument("Sid")?),
            flex_metadata: text("Flex-Metadata")
        ),
        _ => Err(format!("no operation {operation}")),
    }
}
