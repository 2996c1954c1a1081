//! What the operations of [`plugin_archive`](crate::plugin_archive) are asked for.

use super::Api;
use crate::runtime::server::inputs::{FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::text;

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::plugin_archive::UPDATE_PLUGIN_ARCHIVE,
            200,
            |api, context, request| async move {
                api.update_plugin_archive(context, request).await
            },
        )
}

/// What [`Api::update_plugin_archive`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdatePluginArchive {
    /// `Sid` on the wire.
    pub sid: String,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for UpdatePluginArchive {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}
