//! The operations of [`plugin_archive`](crate::plugin_archive) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("UpdatePluginArchive", Start::Given(update_plugin_archive), Reading::whole),
];

fn update_plugin_archive(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugin_archive().update(given.required::<String>("Sid")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}
