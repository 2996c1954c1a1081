//! The operations by name, for [`Client::call`](crate::Client::call).

mod configured_plugin;
mod plugin;
mod plugin_archive;
mod plugin_configuration;
mod plugin_configuration_archive;
mod plugin_release;
mod plugin_version_archive;
mod plugin_versions;

use crate::runtime::dynamic::Entry;

/// The operations of each resource.
pub(crate) const RESOURCES: &[&[Entry]] = &[
    self::configured_plugin::OPERATIONS,
    self::plugin::OPERATIONS,
    self::plugin_archive::OPERATIONS,
    self::plugin_configuration::OPERATIONS,
    self::plugin_configuration_archive::OPERATIONS,
    self::plugin_release::OPERATIONS,
    self::plugin_version_archive::OPERATIONS,
    self::plugin_versions::OPERATIONS,
];
