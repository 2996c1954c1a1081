//! What the operations of [`plugin_versions`](crate::plugin_versions) are asked for.

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    plugin_versions;
    LIST_PLUGIN_VERSIONS: json(200) => list_plugin_versions;
    CREATE_PLUGIN_VERSION: json(201) => create_plugin_version;
    FETCH_PLUGIN_VERSION: json(200) => fetch_plugin_version;
    ARCHIVE_PLUGIN_VERSION: json(200) => archive_plugin_version;
}

request! {
    /// What [`Api::list_plugin_versions`] is asked for.
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
    /// What [`Api::create_plugin_version`] is asked for.
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
    /// What [`Api::fetch_plugin_version`] is asked for.
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
    /// What [`Api::archive_plugin_version`] is asked for.
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
