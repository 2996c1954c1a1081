//! What the operations of [`plugins`](crate::plugins) are asked for.

use super::Api;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;

routes! {
    plugins;
    LIST_PLUGINS: json(200) => list_plugins;
    CREATE_PLUGIN: json(201) => create_plugin;
    FETCH_PLUGIN: json(200) => fetch_plugin;
    UPDATE_PLUGIN: json(200) => update_plugin;
    ARCHIVE_PLUGIN: json(200) => archive_plugin;
}

request! {
    /// What [`Api::list_plugins`] is asked for.
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
    /// What [`Api::create_plugin`] is asked for.
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
    /// What [`Api::fetch_plugin`] is asked for.
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
    /// What [`Api::update_plugin`] is asked for.
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
    /// What [`Api::archive_plugin`] is asked for.
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
