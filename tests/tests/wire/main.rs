//! What the client sends, and what it makes of what comes back, against a server on this machine.

mod by_name;
mod connections;
mod decoding;
mod environment;
mod errors_api;
mod errors_decode;
mod errors_invalid;
mod examples;
mod limits;
mod options;
mod page_addresses;
mod pages;
mod paths;
mod requests;
mod retries;
mod retry_after;
mod secrets;
mod streams;
mod timeouts;
mod traces;
