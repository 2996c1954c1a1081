//! The operations by name, for [`Client::call`](crate::Client::call).

mod plugins;
mod plugin_versions;
mod configurations;
mod configured_plugins;
mod releases;

use crate::runtime::dynamic::Prepare;

/// The operations of each resource, each with what makes its request.
pub(crate) const RESOURCES: &[&[(&str, Prepare)]] = &[
    self::plugins::OPERATIONS,
    self::plugin_versions::OPERATIONS,
    self::configurations::OPERATIONS,
    self::configured_plugins::OPERATIONS,
    self::releases::OPERATIONS,
];
