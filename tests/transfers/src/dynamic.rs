//! The operations by name, for [`Client::call`](crate::Client::call).

mod files;
mod lists;

use crate::runtime::dynamic::Entry;

/// The operations of each resource.
pub(crate) const RESOURCES: &[&[Entry]] = &[
    self::files::OPERATIONS,
    self::lists::OPERATIONS,
];
