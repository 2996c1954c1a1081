//! [`PluginList`], [`PageMeta`], [`PluginVersionList`], [`ConfigurationList`], [`ConfiguredPluginList`],
//! [`ReleaseList`].

use crate::models::{Configuration, ConfiguredPlugin, Plugin, PluginVersion, Release};
use crate::runtime::fields::answer;

answer! {
    /// A page of plugins.
    pub struct PluginList: Default {
        /// The plugins of this page, newest first.
        pub plugins: Option<Vec<Plugin>> = optional "plugins",
        /// Where this page stands in the list.
        pub meta: Option<PageMeta> = optional "meta",
    }
}

answer! {
    /// Where a page stands in its list, and where to go from here.
    pub struct PageMeta: Default {
        /// The number of this page. The first one is 0.
        pub page: Option<i64> = optional "page",
        /// How many items a page has at most. 50 unless asked otherwise.
        pub page_size: Option<i64> = optional "page_size",
        /// The absolute URL of the first page.
        pub first_page_url: Option<String> = optional "first_page_url",
        /// The absolute URL of the page before this one. Null if there is none.
        pub previous_page_url: Option<String> = or_null "previous_page_url",
        /// The absolute URL of this page.
        pub url: Option<String> = optional "url",
        /// The absolute URL of the page after this one. Null if there is none.
        pub next_page_url: Option<String> = or_null "next_page_url",
        /// The name of the member beside `meta` that has the items.
        pub key: Option<String> = optional "key",
    }
}

answer! {
    /// A page of the versions of a plugin.
    pub struct PluginVersionList: Default {
        /// The versions of this page, newest first.
        pub plugin_versions: Option<Vec<PluginVersion>> = optional "plugin_versions",
        /// Where this page stands in the list.
        pub meta: Option<PageMeta> = optional "meta",
    }
}

answer! {
    /// A page of configurations.
    pub struct ConfigurationList: Default {
        /// The configurations of this page, newest first.
        pub configurations: Option<Vec<Configuration>> = optional "configurations",
        /// Where this page stands in the list.
        pub meta: Option<PageMeta> = optional "meta",
    }
}

answer! {
    /// A page of the plugins of a configuration.
    pub struct ConfiguredPluginList: Default {
        /// The configured plugins of this page, in the order of the configuration.
        pub plugins: Option<Vec<ConfiguredPlugin>> = optional "plugins",
        /// Where this page stands in the list.
        pub meta: Option<PageMeta> = optional "meta",
    }
}

answer! {
    /// A page of releases.
    pub struct ReleaseList: Default {
        /// The releases of this page, newest first.
        pub releases: Option<Vec<Release>> = optional "releases",
        /// Where this page stands in the list.
        pub meta: Option<PageMeta> = optional "meta",
    }
}
