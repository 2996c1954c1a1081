//! The operations of [`plugin_versions`](crate::plugin_versions) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("ListPluginVersions", Start::Given(list_plugin_versions), Reading::whole),
    ("CreatePluginVersion", Start::Given(create_plugin_version), Reading::whole),
    ("FetchPluginVersion", Start::Given(fetch_plugin_version), Reading::whole),
    ("ArchivePluginVersion", Start::Given(archive_plugin_version), Reading::whole),
];

fn list_plugin_versions(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.plugin_versions().list(given.required::<String>("PluginSid")?);
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

fn create_plugin_version(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client
        .plugin_versions()
        .create(
            given.required::<String>("PluginSid")?,
            given.required::<String>("Version")?,
            given.required::<String>("PluginUrl")?,
        );
    if let Some(value) = given.optional::<String>("Changelog")? {
        call = call.changelog(value);
    }
    if let Some(value) = given.optional("Private")? {
        call = call.private(value);
    }
    if let Some(value) = given.optional::<String>("CliVersion")? {
        call = call.cli_version(value);
    }
    if let Some(value) = given.optional::<String>("ValidateStatus")? {
        call = call.validate_status(value);
    }
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn fetch_plugin_version(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client
        .plugin_versions()
        .fetch(given.required::<String>("PluginSid")?, given.required::<String>("Sid")?);
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}

fn archive_plugin_version(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client
        .plugin_versions()
        .archive(
            given.required::<String>("PluginSid")?,
            given.required::<String>("Sid")?,
        );
    if let Some(value) = given.optional::<String>("Flex-Metadata")? {
        call = call.flex_metadata(value);
    }
    Ok(call.request)
}
