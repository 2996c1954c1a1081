//! [`ConfigurationList`].

use crate::models::{Configuration, PageMeta};
use crate::runtime::fields::answer;

answer! {
    /// A page of configurations.
    pub struct ConfigurationList: Default {
        /// The configurations of this page, newest first.
        pub configurations: Option<Vec<Configuration>> = optional "configurations",
        /// Where this page stands in the list.
        pub meta: Option<PageMeta> = optional "meta",
    }
}
