//! What the operations of [`configured_plugins`](crate::configured_plugins) are asked for.

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    configured_plugins;
    LIST_CONFIGURED_PLUGINS: json(200) => list_configured_plugins;
    FETCH_CONFIGURED_PLUGIN: json(200) => fetch_configured_plugin;
}

request! {
    /// What [`Api::list_configured_plugins`] is asked for.
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
    /// What [`Api::fetch_configured_plugin`] is asked for.
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
