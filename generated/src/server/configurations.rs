//! What the operations of [`configurations`](crate::configurations) are asked for.

use super::Api;
use crate::models;
use crate::runtime::server::inputs::request;
use crate::runtime::server::routes;
use crate::runtime::server::values;

routes! {
    configurations;
    LIST_CONFIGURATIONS: json(200) => list_configurations;
    CREATE_CONFIGURATION: json(201) => create_configuration;
    FETCH_CONFIGURATION: json(200) => fetch_configuration;
    ARCHIVE_CONFIGURATION: json(200) => archive_configuration;
}

request! {
    /// What [`Api::list_configurations`] is asked for.
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
    /// What [`Api::create_configuration`] is asked for.
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
    /// What [`Api::fetch_configuration`] is asked for.
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
    /// What [`Api::archive_configuration`] is asked for.
    pub struct ArchiveConfiguration {
        /// The SID of the configuration. Its name does not identify it.
        pub sid: String = path("Sid"),
        /// Free text about the caller.
        ///
        /// No effect of it is documented, and clients may leave it out.
        pub flex_metadata: Option<String> = header("Flex-Metadata"),
    }
}
