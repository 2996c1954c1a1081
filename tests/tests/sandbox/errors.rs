//! What is refused, and how: a test for each row of the facts, E1 to E61.
//!
//! Messages are compared where the service's own are known; of the others, only what they must name.

mod configurations;
mod identifiers;
mod pages;
mod plugins;
mod releases;
mod requests;
mod versions;
