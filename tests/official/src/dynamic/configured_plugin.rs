//! The operations of [`configured_plugin`](crate::configured_plugin) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("ListConfiguredPlugin", Start::Given(list_configured_plugin), Reading::whole),
    ("FetchConfiguredPlugin", Start::Given(fetch_configured_plugin), Reading::whole),
];

fn list_configured_plugin(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client
        .configured_plugin()
        .list(given.required::<String>("ConfigurationSid")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    if let Some(value) = given.optional("PageSize")? {
        call = call.page_size(value);
    }
    if let Some(value) = given.optional("Page")? {
        call = call.page(value);
    }
    if let Some(value) = given.optional::<String>("PageToken")? {
        call = call.page_token(value);
    }
    Ok(call.request)
}

fn fetch_configured_plugin(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client
        .configured_plugin()
        .fetch(
            given.required::<String>("ConfigurationSid")?,
            given.required::<String>("PluginSid")?,
        );
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}
