//! The operations by name, for [`Client::call`](crate::Client::call).

mod plugins;
mod plugin_versions;
mod configurations;
mod configured_plugins;
mod releases;

use crate::runtime::dynamic::Entry;

/// The operations of each resource.
pub(crate) const RESOURCES: &[&[Entry]] = &[
    self::plugins::OPERATIONS,
    self::plugin_versions::OPERATIONS,
    self::configurations::OPERATIONS,
    self::configured_plugins::OPERATIONS,
    self::releases::OPERATIONS,
];
