//! The operations by name, for [`Client::call`](crate::Client::call).

mod files;

use crate::runtime::dynamic::Entry;

/// The operations of each resource.
pub(crate) const RESOURCES: &[&[Entry]] = &[self::files::OPERATIONS];
