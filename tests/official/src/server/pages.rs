//! [`ListConfiguredPluginResponse`], [`ListConfiguredPluginResponseMeta`], [`ListPluginResponse`],
//! [`ListPluginConfigurationResponse`], [`ListPluginReleaseResponse`], [`ListPluginVersionResponse`].

use crate::models::{
    FlexV1Plugin, FlexV1PluginConfiguration, FlexV1PluginConfigurationConfiguredPlugin,
    FlexV1PluginPluginVersion, FlexV1PluginRelease,
};
use crate::runtime::fields::answer;

answer! {
    /// The answer to `ListConfiguredPlugin`.
    pub struct ListConfiguredPluginResponse: Default {
        /// Called `plugins` on the wire.
        pub plugins: Option<Vec<FlexV1PluginConfigurationConfiguredPlugin>> = optional "plugins",
        /// Called `meta` on the wire.
        pub meta: Option<ListConfiguredPluginResponseMeta> = optional "meta",
    }
}

answer! {
    /// The `meta` of the answer to `ListConfiguredPlugin`, among others.
    pub struct ListConfiguredPluginResponseMeta: Default {
        /// Called `first_page_url` on the wire.
        pub first_page_url: Option<String> = optional "first_page_url",
        /// Called `key` on the wire.
        pub key: Option<String> = optional "key",
        /// Called `next_page_url` on the wire.
        pub next_page_url: Option<String> = or_null "next_page_url",
        /// Called `page` on the wire.
        pub page: Option<i64> = optional "page",
        /// Called `page_size` on the wire.
        pub page_size: Option<i64> = optional "page_size",
        /// Called `previous_page_url` on the wire.
        pub previous_page_url: Option<String> = or_null "previous_page_url",
        /// Called `url` on the wire.
        pub url: Option<String> = optional "url",
    }
}

answer! {
    /// The answer to `ListPlugin`.
    pub struct ListPluginResponse: Default {
        /// Called `plugins` on the wire.
        pub plugins: Option<Vec<FlexV1Plugin>> = optional "plugins",
        /// Called `meta` on the wire.
        pub meta: Option<ListConfiguredPluginResponseMeta> = optional "meta",
    }
}

answer! {
    /// The answer to `ListPluginConfiguration`.
    pub struct ListPluginConfigurationResponse: Default {
        /// Called `configurations` on the wire.
        pub configurations: Option<Vec<FlexV1PluginConfiguration>> = optional "configurations",
        /// Called `meta` on the wire.
        pub meta: Option<ListConfiguredPluginResponseMeta> = optional "meta",
    }
}

answer! {
    /// The answer to `ListPluginRelease`.
    pub struct ListPluginReleaseResponse: Default {
        /// Called `releases` on the wire.
        pub releases: Option<Vec<FlexV1PluginRelease>> = optional "releases",
        /// Called `meta` on the wire.
        pub meta: Option<ListConfiguredPluginResponseMeta> = optional "meta",
    }
}

answer! {
    /// The answer to `ListPluginVersion`.
    pub struct ListPluginVersionResponse: Default {
        /// Called `plugin_versions` on the wire.
        pub plugin_versions: Option<Vec<FlexV1PluginPluginVersion>> = optional "plugin_versions",
        /// Called `meta` on the wire.
        pub meta: Option<ListConfiguredPluginResponseMeta> = optional "meta",
    }
}
