//! The operations of [`releases`](crate::releases) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("ListReleases", Start::Given(list_releases), Reading::whole),
    ("CreateRelease", Start::Given(create_release), Reading::whole),
    ("FetchRelease", Start::Given(fetch_release), Reading::whole),
];

fn list_releases(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.releases().list();
    if let Some(value) = given.optional("PageSize")? {
        call = call.page_size(value);
    }
    if let Some(value) = given.optional("Page")? {
        call = call.page(value);
    }
    if let Some(value) = given.optional::<String>("PageToken")? {
        call = call.page_token(value);
    }
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn create_release(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client
        .releases()
        .create(given.required::<String>("ConfigurationId")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn fetch_release(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.releases().fetch(given.required::<String>("Sid")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}
