//! What the operations of [`plugin_configuration_archive`](crate::plugin_configuration_archive) are asked for.

use super::Api;
use crate::runtime::server::inputs::{FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::text;

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::plugin_configuration_archive::UPDATE_PLUGIN_CONFIGURATION_ARCHIVE,
            200,
            |api, context, request| async move {
                api.update_plugin_configuration_archive(context, request).await
            },
        )
}

/// What [`Api::update_plugin_configuration_archive`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct UpdatePluginConfigurationArchive {
    /// `Sid` on the wire.
    ///
    /// Length: 34 characters. Pattern: `^FJ[0-9a-fA-F]{32}$`.
    pub sid: String,
    /// `Flex-Metadata` on the wire.
    pub flex_metadata: Option<String>,
}

impl FromInputs for UpdatePluginConfigurationArchive {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}
