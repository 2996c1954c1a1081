//! [`ReleaseList`].

use crate::models::{PageMeta, Release};
use crate::runtime::fields::answer;

answer! {
    /// A page of releases.
    pub struct ReleaseList: Default {
        /// The releases of this page, newest first.
        pub releases: Option<Vec<Release>> = optional "releases",
        /// Where this page stands in the list.
        pub meta: Option<PageMeta> = optional "meta",
    }
}
