//! How a sandbox behaves: the rows S1 to S32 of the facts, and what running the official clients has shown.
//!
//! Some rows are shown elsewhere:
//!
//! - S3, tokens of browsers: `e12_…`.
//! - S13, names, version strings and `Active` in paths: the `…_by_…` of `operations`, with `e06_…` to `e12_…`.
//! - S14, what is not found: `e03_…` to `e11_…`, of which each checks code, status, `more_info` and message.
//! - S15, the form of errors: every test of `errors`.
//! - S16, what is unique: `e14_…` and `e24_…`.
//! - S18, what cannot be archived: `e20_…`, `e21_…`, `e32_…`, `e33_…`, `e44_…` and `e45_…`.
//! - S19, the active release: `workflow` and `e10_…`.
//! - S20, what a configuration can hold: `e34_…` to `e43_…`.
//! - S31, plain HTTP on this machine: every test here.
//! - S32, unknown paths and methods: `e03_…` and `e05_…`.

mod answers;
mod browsers;
mod clients;
mod forms;
mod paging;
mod state;
