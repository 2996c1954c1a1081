//! [`ConfiguredPlugin`].

use jiff::Timestamp;
use serde::de::MapAccess;

use crate::runtime::fields::{Fields, record};
use crate::{AccountSid, ConfigurationSid, PluginSid, PluginVersionSid};

/// One plugin of a configuration, together with what its plugin and its version say.
///
/// It has no SID of its own: the configuration and the plugin identify it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(not(feature = "server"), non_exhaustive)]
pub struct ConfiguredPlugin {
    /// The account that owns the configuration.
    pub account_sid: Option<AccountSid>,
    /// The configuration that holds the plugin.
    pub configuration_sid: Option<ConfigurationSid>,
    /// The plugin.
    pub plugin_sid: Option<PluginSid>,
    /// The version of the plugin that this configuration installs.
    pub plugin_version_sid: Option<PluginVersionSid>,
    /// The phase of the start of Flex in which the plugin is started.
    ///
    /// Plugins of customers use phase 3. Lower phases are for those of Flex itself.
    pub phase: Option<i64>,
    /// The URL of the JavaScript bundle of the version.
    pub plugin_url: Option<String>,
    /// The unique name of the plugin.
    pub unique_name: Option<String>,
    /// The display name of the plugin.
    pub friendly_name: Option<String>,
    /// The description of the plugin, not that of the configuration.
    pub description: Option<String>,
    /// Whether the plugin is archived by now.
    pub plugin_archived: Option<bool>,
    /// The version string of the installed version.
    pub version: Option<String>,
    /// What changed with the installed version.
    pub changelog: Option<String>,
    /// Whether the installed version is archived by now.
    pub plugin_version_archived: Option<bool>,
    /// Whether access to the bundle is protected.
    ///
    /// If so, Flex has to authorise its request for it.
    pub private: Option<bool>,
    /// When the configuration was created and the plugin thus installed, in UTC.
    pub date_created: Option<Timestamp>,
    /// The absolute URL of the configured plugin, with the SIDs of configuration and plugin.
    pub url: Option<String>,
}

impl ConfiguredPlugin {
    /// The account that owns the configuration.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ConfiguredPlugin.account_sid`
    /// is.
    pub fn account_sid(&self) -> crate::Result<&AccountSid> {
        self.account_sid
            .as_ref()
            .ok_or(crate::Error::missing("ConfiguredPlugin.account_sid"))
    }

    /// The configuration that holds the plugin.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what
    /// `ConfiguredPlugin.configuration_sid` is.
    pub fn configuration_sid(&self) -> crate::Result<&ConfigurationSid> {
        self.configuration_sid
            .as_ref()
            .ok_or(crate::Error::missing("ConfiguredPlugin.configuration_sid"))
    }

    /// The plugin.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what `ConfiguredPlugin.plugin_sid`
    /// is.
    pub fn plugin_sid(&self) -> crate::Result<&PluginSid> {
        self.plugin_sid
            .as_ref()
            .ok_or(crate::Error::missing("ConfiguredPlugin.plugin_sid"))
    }

    /// The version of the plugin that this configuration installs.
    ///
    /// # Errors
    ///
    /// [`Error::Missing`](crate::Error::Missing) if the service did not say what
    /// `ConfiguredPlugin.plugin_version_sid` is.
    pub fn plugin_version_sid(&self) -> crate::Result<&PluginVersionSid> {
        self.plugin_version_sid
            .as_ref()
            .ok_or(crate::Error::missing("ConfiguredPlugin.plugin_version_sid"))
    }
}

impl Fields for ConfiguredPlugin {
    const NAMES: &'static [&'static str] = &[
        "account_sid",
        "configuration_sid",
        "plugin_sid",
        "plugin_version_sid",
        "phase",
        "plugin_url",
        "unique_name",
        "friendly_name",
        "description",
        "plugin_archived",
        "version",
        "changelog",
        "plugin_version_archived",
        "private",
        "date_created",
        "url",
    ];

    fn empty() -> Self {
        Self::default()
    }

    fn set<'de, A: MapAccess<'de>>(
        &mut self,
        field: usize,
        map: &mut A,
    ) -> Result<(), A::Error> {
        match field {
            0 => self.account_sid = map.next_value()?,
            1 => self.configuration_sid = map.next_value()?,
            2 => self.plugin_sid = map.next_value()?,
            3 => self.plugin_version_sid = map.next_value()?,
            4 => self.phase = map.next_value()?,
            5 => self.plugin_url = map.next_value()?,
            6 => self.unique_name = map.next_value()?,
            7 => self.friendly_name = map.next_value()?,
            8 => self.description = map.next_value()?,
            9 => self.plugin_archived = map.next_value()?,
            10 => self.version = map.next_value()?,
            11 => self.changelog = map.next_value()?,
            12 => self.plugin_version_archived = map.next_value()?,
            13 => self.private = map.next_value()?,
            14 => self.date_created = map.next_value()?,
            _ => self.url = map.next_value()?,
        }
        Ok(())
    }
}

record!(ConfiguredPlugin);

#[cfg(feature = "serialize")]
impl serde::Serialize for ConfiguredPlugin {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;

        use crate::runtime::fields::given;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("account_sid", &self.account_sid)?;
        map.serialize_entry("configuration_sid", &self.configuration_sid)?;
        map.serialize_entry("plugin_sid", &self.plugin_sid)?;
        map.serialize_entry("plugin_version_sid", &self.plugin_version_sid)?;
        given(&mut map, "phase", self.phase.as_ref())?;
        map.serialize_entry("plugin_url", &self.plugin_url)?;
        map.serialize_entry("unique_name", &self.unique_name)?;
        map.serialize_entry("friendly_name", &self.friendly_name)?;
        map.serialize_entry("description", &self.description)?;
        map.serialize_entry("plugin_archived", &self.plugin_archived)?;
        map.serialize_entry("version", &self.version)?;
        map.serialize_entry("changelog", &self.changelog)?;
        map.serialize_entry("plugin_version_archived", &self.plugin_version_archived)?;
        map.serialize_entry("private", &self.private)?;
        map.serialize_entry("date_created", &self.date_created)?;
        map.serialize_entry("url", &self.url)?;
        map.end()
    }
}
