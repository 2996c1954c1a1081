//! From a crate to the tokens of its files. Nothing is decided here: it spells.

mod base_urls;
mod client;
mod credentials;
mod docs;
mod dynamic;
mod example;
mod features;
mod headers;
mod input;
mod models;
mod newtypes;
mod output;
mod permit;
mod probe;
mod requests;
mod resources;
mod root;
mod served;
mod server;
mod types;
mod unions;

use std::iter;

use proc_macro2::TokenStream;

use crate::rust;

/// A file of the crate, not emitted yet.
#[derive(Clone, Debug)]
pub struct Unit<'a> {
    /// The path below the crate's directory, with `/` between its parts.
    pub path: String,
    krate: &'a rust::Crate,
    part: Part<'a>,
}

/// What a file holds.
#[derive(Clone, Debug)]
enum Part<'a> {
    Root,
    BaseUrls,
    Client,
    Document,
    Newtypes,
    Headers,
    Models,
    ModelFile(Vec<&'a rust::Model>),
    Resource(&'a rust::Resource),
    Server,
    Requests(Vec<&'a rust::Operation>),
    Dynamic,
    Called(Vec<&'a rust::Resource>),
    Probe,
}

/// The files of `krate` that are derived rather than copied.
pub fn units(krate: &rust::Crate) -> Vec<Unit<'_>> {
    let unit = |path: String, part| Unit { path, krate, part };
    let mut units = vec![
        unit("src/lib.rs".to_owned(), Part::Root),
        unit("src/client.rs".to_owned(), Part::Client),
        unit("src/document.rs".to_owned(), Part::Document),
        unit("src/models.rs".to_owned(), Part::Models),
        unit("src/server.rs".to_owned(), Part::Server),
        unit("src/dynamic.rs".to_owned(), Part::Dynamic),
    ];
    if !krate.base_urls.is_empty() {
        units.push(unit("src/base_urls.rs".to_owned(), Part::BaseUrls));
    }
    if !krate.newtypes.is_empty() {
        units.push(unit("src/newtypes.rs".to_owned(), Part::Newtypes));
    }
    if !krate.headers.is_empty() {
        units.push(unit("src/headers.rs".to_owned(), Part::Headers));
    }
    for ((module, is_of_servers), models) in krate.model_files() {
        let folder = if is_of_servers { "server" } else { "models" };
        if let Some(module) = module {
            units.push(unit(format!("src/{folder}/{}.rs", module.as_str()), Part::ModelFile(models)));
        }
    }
    for resource in &krate.resources {
        units.push(unit(format!("src/{}.rs", resource.module.as_str()), Part::Resource(resource)));
    }
    for (module, operations) in requests::files(krate) {
        units.push(unit(format!("src/server/{}.rs", module.as_str()), Part::Requests(operations)));
    }
    for (module, resources) in krate.call_files() {
        if let Some(module) = module {
            units.push(unit(format!("src/dynamic/{}.rs", module.as_str()), Part::Called(resources)));
        }
    }
    units
}

/// The tables of the program that reads values as the types of `krate` and writes them again.
pub fn probe(krate: &rust::Crate) -> Unit<'_> {
    Unit { path: format!("examples/probe_{}/tables.rs", krate.library.as_str()), krate, part: Part::Probe }
}

impl<'a> Unit<'a> {
    /// The tokens of the file, some of its items at a time: those of a large file take more memory than all else.
    pub fn tokens(&self) -> Box<dyn Iterator<Item = TokenStream> + 'a> {
        let tokens = match self.part {
            Part::Root => root::root(self.krate),
            Part::BaseUrls => base_urls::base_urls(self.krate),
            Part::Client => client::client(self.krate),
            Part::Document => client::document(self.krate),
            Part::Headers => headers::headers(self.krate),
            Part::Newtypes => newtypes::newtypes(self.krate),
            Part::Models => return Box::new(models::models(self.krate)),
            Part::ModelFile(ref models) => return Box::new(models::file(models.clone())),
            Part::Resource(resource) => return Box::new(resources::resource(self.krate, resource)),
            Part::Server => server::server(self.krate),
            Part::Requests(ref operations) => return Box::new(requests::file(operations.clone())),
            Part::Dynamic => dynamic::dynamic(self.krate),
            Part::Called(ref resources) => dynamic::resources(resources),
            Part::Probe => probe::tables(self.krate),
        };
        Box::new(iter::once(tokens))
    }
}
