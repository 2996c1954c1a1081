//! The operations of [`plugin_configuration`](crate::plugin_configuration) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("ListPluginConfiguration", Start::Given(list_plugin_configuration), Reading::whole),
    (
        "CreatePluginConfiguration",
        Start::Given(create_plugin_configuration),
        Reading::whole,
    ),
    (
        "FetchPluginConfiguration",
        Start::Given(fetch_plugin_configuration),
        Reading::whole,
    ),
];

fn list_plugin_configuration(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugin_configuration().list();
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

fn create_plugin_configuration(
    client: &Client,
    given: &mut Arguments,
) -> Result<Request> {
    let mut call = client
        .plugin_configuration()
        .create(given.required::<String>("Name")?);
    if let Some(value) = given.optional::<Vec<_>>("Plugins")? {
        call = call.plugins(value);
    }
    if let Some(value) = given.optional::<String>("Description")? {
        call = call.description(value);
    }
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn fetch_plugin_configuration(
    client: &Client,
    given: &mut Arguments,
) -> Result<Request> {
    let mut call = client.plugin_configuration().fetch(given.required::<String>("Sid")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}
