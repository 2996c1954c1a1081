//! What operations are asked for.

use crate::models;
use crate::runtime::server::inputs::request;
use crate::runtime::server::values;

request! {
    /// What [`list_plugins`](super::Api::list_plugins) is asked for.
    pub struct ListPlugins {
        /// How many items a page has.
        ///
        /// Range: 1 to 1000. Default: `50`.
        pub page_size: Option<i64> = query("PageSize"),
        /// The number of the page, for the caller's own use.
        ///
        /// It is repeated in the answer and does not choose the page; the page token does.
        ///
        /// Range: 0 to 2147483647. Default: `0`.
        pub page: Option<i64> = query("Page"),
        /// Which page to return. Without it, that is the first one.
        ///
        /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
        /// outside the list and the account that it comes from.
        pub page_token: Option<String> = query("PageToken"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`create_plugin`](super::Api::create_plugin) is asked for.
    pub struct CreatePlugin: Form {
        /// The name of the plugin, which no other plugin of the account may have, archived ones included.
        ///
        /// It cannot be changed later, and it can stand for the plugin's SID in paths. It must not be empty,
        /// nor contain `/`, `?`, `#`, `%` or white space, nor look like a SID (two letters and 32 hexadecimal
        /// digits, in either case). Usually it is the package name of the plugin; names of letters, digits,
        /// `-` and `_` work with all tools.
        ///
        /// Length: at least 1 character. Pattern: `^(?![A-Za-z]{2}[0-9A-Fa-f]{32}$)[^/?#%\s]+$`.
        pub unique_name: String = form("UniqueName"),
        /// The name to display. The default is the unique name.
        pub friendly_name: Option<String> = form("FriendlyName"),
        /// What the plugin is for. It may be empty.
        ///
        /// Length: at most 500 characters.
        pub description: Option<String> = form("Description"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`fetch_plugin`](super::Api::fetch_plugin) is asked for.
    pub struct FetchPlugin {
        /// The SID of the plugin, or its unique name.
        ///
        /// Length: at least 1 character.
        pub sid: String = path("Sid"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`update_plugin`](super::Api::update_plugin) is asked for.
    pub struct UpdatePlugin: Form {
        /// The SID of the plugin, or its unique name.
        ///
        /// Length: at least 1 character.
        pub sid: String = path("Sid"),
        /// The name to display from now on.
        pub friendly_name: Option<String> = form("FriendlyName"),
        /// What the plugin is for. If empty, the description is cleared.
        ///
        /// Length: at most 500 characters.
        pub description: Option<String> = form("Description"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`archive_plugin`](super::Api::archive_plugin) is asked for.
    pub struct ArchivePlugin {
        /// The SID of the plugin, or its unique name.
        ///
        /// Length: at least 1 character.
        pub sid: String = path("Sid"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`list_plugin_versions`](super::Api::list_plugin_versions) is asked for.
    pub struct ListPluginVersions {
        /// The SID of the plugin that has the versions, or its unique name.
        ///
        /// Length: at least 1 character.
        pub plugin_sid: String = path("PluginSid"),
        /// How many items a page has.
        ///
        /// Range: 1 to 1000. Default: `50`.
        pub page_size: Option<i64> = query("PageSize"),
        /// The number of the page, for the caller's own use.
        ///
        /// It is repeated in the answer and does not choose the page; the page token does.
        ///
        /// Range: 0 to 2147483647. Default: `0`.
        pub page: Option<i64> = query("Page"),
        /// Which page to return. Without it, that is the first one.
        ///
        /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
        /// outside the list and the account that it comes from.
        pub page_token: Option<String> = query("PageToken"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`create_plugin_version`](super::Api::create_plugin_version) is asked for.
    pub struct CreatePluginVersion: Form {
        /// The SID of the plugin that has the versions, or its unique name.
        ///
        /// Length: at least 1 character.
        pub plugin_sid: String = path("PluginSid"),
        /// The version string, which no other version of the plugin may have, archived ones included.
        ///
        /// By convention it is a semantic version, for example `1.0.0`; this is not checked. It can stand for
        /// the version's SID in paths.
        ///
        /// Length: at least 1 character.
        pub version: String = form("Version"),
        /// The URL of the JavaScript bundle.
        ///
        /// It is absolute, with the scheme `http` or `https`. Twilio hosts bundles of up to 10 MB.
        ///
        /// Pattern: `^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#:@]\S*$`.
        pub plugin_url: String = form("PluginUrl"),
        /// What changed with this version.
        ///
        /// Twilio's command line tool allows 1000 characters; the service states no limit.
        pub changelog: Option<String> = form("Changelog"),
        /// Whether access to the bundle is protected.
        ///
        /// If it is, Flex has to authorise its request for the bundle.
        ///
        /// Default: `false`.
        pub private: Option<bool> = form("Private"),
        /// The version of the plugins command line tool that made the build, for example `6.3.2`.
        ///
        /// It is stored, but never returned.
        pub cli_version: Option<String> = form("CliVersion"),
        /// The outcome of checking the bundle before: `success` or `failure`.
        ///
        /// With `success` the version counts as validated. With any other value, or none, it does not.
        pub validate_status: Option<String> = form("ValidateStatus"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`fetch_plugin_version`](super::Api::fetch_plugin_version) is asked for.
    pub struct FetchPluginVersion {
        /// The SID of the plugin that has the versions, or its unique name.
        ///
        /// Length: at least 1 character.
        pub plugin_sid: String = path("PluginSid"),
        /// The SID of the version, or its version string, for example `1.0.0`.
        ///
        /// Length: at least 1 character.
        pub sid: String = path("Sid"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`archive_plugin_version`](super::Api::archive_plugin_version) is asked for.
    pub struct ArchivePluginVersion {
        /// The SID of the plugin that has the versions, or its unique name.
        ///
        /// Length: at least 1 character.
        pub plugin_sid: String = path("PluginSid"),
        /// The SID of the version, or its version string, for example `1.0.0`.
        ///
        /// Length: at least 1 character.
        pub sid: String = path("Sid"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`list_configurations`](super::Api::list_configurations) is asked for.
    pub struct ListConfigurations {
        /// How many items a page has.
        ///
        /// Range: 1 to 1000. Default: `50`.
        pub page_size: Option<i64> = query("PageSize"),
        /// The number of the page, for the caller's own use.
        ///
        /// It is repeated in the answer and does not choose the page; the page token does.
        ///
        /// Range: 0 to 2147483647. Default: `0`.
        pub page: Option<i64> = query("Page"),
        /// Which page to return. Without it, that is the first one.
        ///
        /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
        /// outside the list and the account that it comes from.
        pub page_token: Option<String> = query("PageToken"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`create_configuration`](super::Api::create_configuration) is asked for.
    pub struct CreateConfiguration: Form {
        /// The name of the configuration. Others may have the same one.
        ///
        /// Twilio's command line tool allows 100 characters; the service states no limit.
        ///
        /// Length: at least 1 character.
        pub name: String = form("Name"),
        /// The plugin versions of the configuration, at most one of each plugin.
        ///
        /// Without any, the configuration is empty; releasing it turns all plugins off.
        pub plugins: Option<Vec<models::ConfigurationPlugin>> =
            form("Plugins").without_empty().optional_list(values::json),
        /// What the configuration is for. It may be empty.
        ///
        /// Twilio's command line tool allows 500 characters; the service states no limit.
        pub description: Option<String> = form("Description"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`fetch_configuration`](super::Api::fetch_configuration) is asked for.
    pub struct FetchConfiguration {
        /// The SID of the configuration. Its name does not identify it.
        pub sid: String = path("Sid"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`archive_configuration`](super::Api::archive_configuration) is asked for.
    pub struct ArchiveConfiguration {
        /// The SID of the configuration. Its name does not identify it.
        pub sid: String = path("Sid"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`list_configured_plugins`](super::Api::list_configured_plugins) is asked for.
    pub struct ListConfiguredPlugins {
        /// The SID of the configuration that holds the plugins. Its name does not identify it.
        pub configuration_sid: String = path("ConfigurationSid"),
        /// How many items a page has.
        ///
        /// Range: 1 to 1000. Default: `50`.
        pub page_size: Option<i64> = query("PageSize"),
        /// The number of the page, for the caller's own use.
        ///
        /// It is repeated in the answer and does not choose the page; the page token does.
        ///
        /// Range: 0 to 2147483647. Default: `0`.
        pub page: Option<i64> = query("Page"),
        /// Which page to return. Without it, that is the first one.
        ///
        /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
        /// outside the list and the account that it comes from.
        pub page_token: Option<String> = query("PageToken"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`fetch_configured_plugin`](super::Api::fetch_configured_plugin) is asked for.
    pub struct FetchConfiguredPlugin {
        /// The SID of the configuration that holds the plugins. Its name does not identify it.
        pub configuration_sid: String = path("ConfigurationSid"),
        /// The SID of the plugin, or its unique name. The SID of its version is not found.
        ///
        /// Length: at least 1 character.
        pub plugin_sid: String = path("PluginSid"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`list_releases`](super::Api::list_releases) is asked for.
    pub struct ListReleases {
        /// How many items a page has.
        ///
        /// Range: 1 to 1000. Default: `50`.
        pub page_size: Option<i64> = query("PageSize"),
        /// The number of the page, for the caller's own use.
        ///
        /// It is repeated in the answer and does not choose the page; the page token does.
        ///
        /// Range: 0 to 2147483647. Default: `0`.
        pub page: Option<i64> = query("Page"),
        /// Which page to return. Without it, that is the first one.
        ///
        /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
        /// outside the list and the account that it comes from.
        pub page_token: Option<String> = query("PageToken"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`create_release`](super::Api::create_release) is asked for.
    pub struct CreateRelease: Form {
        /// The SID of the configuration to release.
        ///
        /// Configurations once had versions that could be given here. They have none today, and their names
        /// identify nothing.
        pub configuration_id: String = form("ConfigurationId"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}

request! {
    /// What [`fetch_release`](super::Api::fetch_release) is asked for.
    pub struct FetchRelease {
        /// The SID of the release, or `Active` for the active one.
        ///
        /// `Active` is written with a capital letter.
        ///
        /// Length: at least 1 character.
        pub sid: String = path("Sid"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
