//! What operations take and return.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::Value;

use crate::runtime::fields::answer;
#[cfg(feature = "server")]
pub use crate::server::pages::{
    ListConfiguredPluginResponse, ListConfiguredPluginResponseMeta, ListPluginResponse,
    ListPluginConfigurationResponse, ListPluginReleaseResponse, ListPluginVersionResponse,
};

answer! {
    /// What `FetchConfiguredPlugin` returns and `ListConfiguredPlugin` lists.
    pub struct FlexV1PluginConfigurationConfiguredPlugin: Default {
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
        pub configuration_sid: Option<String> = or_null "configuration_sid",
        /// Length: 34 characters. Pattern: `^FP[0-9a-fA-F]{32}$`.
        pub plugin_sid: Option<String> = or_null "plugin_sid",
        /// Length: 34 characters. Pattern: `^FV[0-9a-fA-F]{32}$`.
        pub plugin_version_sid: Option<String> = or_null "plugin_version_sid",
        /// Default: `0`.
        pub phase: Option<i64> = optional "phase",
        /// Called `plugin_url` on the wire.
        pub plugin_url: Option<String> = or_null "plugin_url",
        /// Called `unique_name` on the wire.
        pub unique_name: Option<String> = or_null "unique_name",
        /// Called `friendly_name` on the wire.
        pub friendly_name: Option<String> = or_null "friendly_name",
        /// Called `description` on the wire.
        pub description: Option<String> = or_null "description",
        /// Called `plugin_archived` on the wire.
        pub plugin_archived: Option<bool> = or_null "plugin_archived",
        /// Called `version` on the wire.
        pub version: Option<String> = or_null "version",
        /// Called `changelog` on the wire.
        pub changelog: Option<String> = or_null "changelog",
        /// Called `plugin_version_archived` on the wire.
        pub plugin_version_archived: Option<bool> = or_null "plugin_version_archived",
        /// Called `private` on the wire.
        pub private: Option<bool> = or_null "private",
        /// Called `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// Called `url` on the wire.
        pub url: Option<String> = or_null "url",
    }
}

answer! {
    /// What `CreatePlugin`, `FetchPlugin` and `UpdatePlugin` return and `ListPlugin` lists.
    pub struct FlexV1Plugin: Default {
        /// Length: 34 characters. Pattern: `^FP[0-9a-fA-F]{32}$`.
        pub sid: Option<String> = or_null "sid",
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// Called `unique_name` on the wire.
        pub unique_name: Option<String> = or_null "unique_name",
        /// Called `friendly_name` on the wire.
        pub friendly_name: Option<String> = or_null "friendly_name",
        /// Called `description` on the wire.
        pub description: Option<String> = or_null "description",
        /// Called `archived` on the wire.
        pub archived: Option<bool> = or_null "archived",
        /// Called `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// Called `date_updated` on the wire.
        pub date_updated: Option<Timestamp> = or_null "date_updated",
        /// Called `url` on the wire.
        pub url: Option<String> = or_null "url",
        /// Called `links` on the wire.
        pub links: Option<BTreeMap<String, Value>> = or_null "links",
    }
}

answer! {
    /// What `UpdatePluginArchive` returns.
    pub struct FlexV1PluginArchive: Default {
        /// Length: 34 characters. Pattern: `^FP[0-9a-fA-F]{32}$`.
        pub sid: Option<String> = or_null "sid",
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// Called `unique_name` on the wire.
        pub unique_name: Option<String> = or_null "unique_name",
        /// Called `friendly_name` on the wire.
        pub friendly_name: Option<String> = or_null "friendly_name",
        /// Called `description` on the wire.
        pub description: Option<String> = or_null "description",
        /// Called `archived` on the wire.
        pub archived: Option<bool> = or_null "archived",
        /// Called `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// Called `date_updated` on the wire.
        pub date_updated: Option<Timestamp> = or_null "date_updated",
        /// Called `url` on the wire.
        pub url: Option<String> = or_null "url",
    }
}

answer! {
    /// What `CreatePluginConfiguration` and `FetchPluginConfiguration` return and `ListPluginConfiguration` lists.
    pub struct FlexV1PluginConfiguration: Default {
        /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
        pub sid: Option<String> = or_null "sid",
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// Called `name` on the wire.
        pub name: Option<String> = or_null "name",
        /// Called `description` on the wire.
        pub description: Option<String> = or_null "description",
        /// Called `archived` on the wire.
        pub archived: Option<bool> = or_null "archived",
        /// Called `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// Called `url` on the wire.
        pub url: Option<String> = or_null "url",
        /// Called `links` on the wire.
        pub links: Option<BTreeMap<String, Value>> = or_null "links",
    }
}

answer! {
    /// What `UpdatePluginConfigurationArchive` returns.
    pub struct FlexV1PluginConfigurationArchive: Default {
        /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
        pub sid: Option<String> = or_null "sid",
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// Called `name` on the wire.
        pub name: Option<String> = or_null "name",
        /// Called `description` on the wire.
        pub description: Option<String> = or_null "description",
        /// Called `archived` on the wire.
        pub archived: Option<bool> = or_null "archived",
        /// Called `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// Called `url` on the wire.
        pub url: Option<String> = or_null "url",
    }
}

answer! {
    /// What `CreatePluginRelease` and `FetchPluginRelease` return and `ListPluginRelease` lists.
    pub struct FlexV1PluginRelease: Default {
        /// Length: 34 characters. Pattern: `^FK[0-9a-fA-F]{32}$`.
        pub sid: Option<String> = or_null "sid",
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
        pub configuration_sid: Option<String> = or_null "configuration_sid",
        /// Called `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// Called `url` on the wire.
        pub url: Option<String> = or_null "url",
    }
}

answer! {
    /// What `CreatePluginVersion` and `FetchPluginVersion` return and `ListPluginVersion` lists.
    pub struct FlexV1PluginPluginVersion: Default {
        /// Length: 34 characters. Pattern: `^FV[0-9a-fA-F]{32}$`.
        pub sid: Option<String> = or_null "sid",
        /// Length: 34 characters. Pattern: `^FP[0-9a-fA-F]{32}$`.
        pub plugin_sid: Option<String> = or_null "plugin_sid",
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// Called `version` on the wire.
        pub version: Option<String> = or_null "version",
        /// Called `plugin_url` on the wire.
        pub plugin_url: Option<String> = or_null "plugin_url",
        /// Called `changelog` on the wire.
        pub changelog: Option<String> = or_null "changelog",
        /// Called `private` on the wire.
        pub private: Option<bool> = or_null "private",
        /// Called `archived` on the wire.
        pub archived: Option<bool> = or_null "archived",
        /// Called `validated` on the wire.
        pub validated: Option<bool> = or_null "validated",
        /// Called `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// Called `url` on the wire.
        pub url: Option<String> = or_null "url",
    }
}

answer! {
    /// What `UpdatePluginVersionArchive` returns.
    pub struct FlexV1PluginVersionArchive: Default {
        /// Length: 34 characters. Pattern: `^FV[0-9a-fA-F]{32}$`.
        pub sid: Option<String> = or_null "sid",
        /// Length: 34 characters. Pattern: `^FP[0-9a-fA-F]{32}$`.
        pub plugin_sid: Option<String> = or_null "plugin_sid",
        /// Length: 34 characters. Pattern: `^AC[0-9a-fA-F]{32}$`.
        pub account_sid: Option<String> = or_null "account_sid",
        /// Called `version` on the wire.
        pub version: Option<String> = or_null "version",
        /// Called `plugin_url` on the wire.
        pub plugin_url: Option<String> = or_null "plugin_url",
        /// Called `changelog` on the wire.
        pub changelog: Option<String> = or_null "changelog",
        /// Called `private` on the wire.
        pub private: Option<bool> = or_null "private",
        /// Called `archived` on the wire.
        pub archived: Option<bool> = or_null "archived",
        /// Called `date_created` on the wire.
        pub date_created: Option<Timestamp> = or_null "date_created",
        /// Called `url` on the wire.
        pub url: Option<String> = or_null "url",
    }
}
