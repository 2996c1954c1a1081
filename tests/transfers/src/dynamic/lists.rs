//! The operations of [`lists`](crate::lists) by name.

use crate::runtime::call::Reading;
use crate::runtime::client::Client;
use crate::runtime::dynamic::{Arguments, Entry, Start};
use crate::runtime::error::Result;
use crate::runtime::request::Request;

pub(super) const OPERATIONS: &[Entry] = &[
    ("ListByUrl", Start::Bare(list_by_url), Reading::whole),
    ("ListByLink", Start::Given(list_by_link), Reading::whole),
    ("ListByCursor", Start::Given(list_by_cursor), Reading::whole),
    ("SearchByCursor", Start::Given(search_by_cursor), Reading::whole),
    ("ListByPage", Start::Given(list_by_page), Reading::whole),
    ("ListByOffset", Start::Given(list_by_offset), Reading::whole),
];

fn list_by_url(client: &Client) -> Request {
    client.lists().list_by_url().request
}

fn list_by_link(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.lists().list_by_link();
    if let Some(value) = given.optional("per_page")? {
        call = call.per_page(value);
    }
    Ok(call.request)
}

fn list_by_cursor(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.lists().list_by_cursor();
    if let Some(value) = given.optional::<String>("after")? {
        call = call.after(value);
    }
    if let Some(value) = given.optional::<String>("kind")? {
        call = call.kind(value);
    }
    Ok(call.request)
}

fn search_by_cursor(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.lists().search_by_cursor(given.required::<String>("text")?);
    if let Some(value) = given.optional("page")? {
        call = call.page(value);
    }
    Ok(call.request)
}

fn list_by_page(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.lists().list_by_page();
    if let Some(value) = given.optional("page[number]")? {
        call = call.page_number(value);
    }
    Ok(call.request)
}

fn list_by_offset(client: &Client, given: &mut Arguments) -> Result<Request> {
    let mut call = client.lists().list_by_offset();
    if let Some(value) = given.optional("offset")? {
        call = call.offset(value);
    }
    if let Some(value) = given.optional("limit")? {
        call = call.limit(value);
    }
    Ok(call.request)
}
