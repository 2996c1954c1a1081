//! The operations of [`plugin_release`](crate::plugin_release) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("ListPluginRelease", Start::Given(list_plugin_release), Reading::whole),
    ("CreatePluginRelease", Start::Given(create_plugin_release), Reading::whole),
    ("FetchPluginRelease", Start::Given(fetch_plugin_release), Reading::whole),
];

fn list_plugin_release(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugin_release().list();
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

fn create_plugin_release(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client
        .plugin_release()
        .create(given.required::<String>("ConfigurationId")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn fetch_plugin_release(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugin_release().fetch(given.required::<String>("Sid")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}
