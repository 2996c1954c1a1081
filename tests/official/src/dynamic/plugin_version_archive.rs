//! The operations of [`plugin_version_archive`](crate::plugin_version_archive) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    (
        "UpdatePluginVersionArchive",
        Start::Given(update_plugin_version_archive),
        Reading::whole,
    ),
];

fn update_plugin_version_archive(
    client: &Client,
    given: &mut Arguments,
) -> Result<Request> {
    let mut call = client
        .plugin_version_archive()
        .update(
            given.required::<String>("PluginSid")?,
            given.required::<String>("Sid")?,
        );
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}
