//! The generated client against the sandbox: what the facts of the API promise, kept by both of them.
//!
//! `eNN_` and `sNN_` in the names of tests are the rows of the facts: refused inputs and the behaviour of a sandbox.

mod errors;
mod faults;
mod lists;
mod model;
mod operations;
mod rules;
mod setup;
mod wire;
mod workflow;
