//! What the operations of [`plugin_versions`](crate::plugin_versions) are asked for.

use super::Api;
use crate::runtime::server::inputs::{Body, FromInputs, Inputs};
use crate::runtime::server::{Reason, Routes};
use crate::runtime::server::values::{boolean, integer, text};

/// Adds the operations to `routes`.
pub(super) fn routes<A: Api>(routes: Routes<A>) -> Routes<A> {
    routes
        .json(
            &crate::plugin_versions::LIST_PLUGIN_VERSIONS,
            200,
            |api, context, request| async move {
                api.list_plugin_versions(context, request).await
            },
        )
        .json(
            &crate::plugin_versions::CREATE_PLUGIN_VERSION,
            201,
            |api, context, request| async move {
                api.create_plugin_version(context, request).await
            },
        )
        .json(
            &crate::plugin_versions::FETCH_PLUGIN_VERSION,
            200,
            |api, context, request| async move {
                api.fetch_plugin_version(context, request).await
            },
        )
        .json(
            &crate::plugin_versions::ARCHIVE_PLUGIN_VERSION,
            200,
            |api, context, request| async move {
                api.archive_plugin_version(context, request).await
            },
        )
}

/// What [`Api::list_plugin_versions`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ListPluginVersions {
    /// The SID of the plugin that has the versions, or its unique name.
    ///
    /// Length: at least 1 character.
    pub plugin_sid: String,
    /// How many items a page has.
    ///
    /// Range: 1 to 1000. Default: `50`.
    pub page_size: Option<i64>,
    /// The number of the page, for the caller's own use.
    ///
    /// It is repeated in the answer and does not choose the page; the page token does.
    ///
    /// Range: 0 to 2147483647. Default: `0`.
    pub page: Option<i64>,
    /// Which page to return. Without it, that is the first one.
    ///
    /// The token is part of the `next_page_url` and the `previous_page_url` of a page. It has no meaning
    /// outside the list and the account that it comes from.
    pub page_token: Option<String>,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub flex_metadata: Option<String>,
}

impl FromInputs for ListPluginVersions {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            plugin_sid: inputs.path("PluginSid").required(text)?,
            page_size: inputs.query("PageSize").optional(integer)?,
            page: inputs.query("Page").optional(integer)?,
            page_token: inputs.query("PageToken").optional(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::create_plugin_version`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct CreatePluginVersion {
    /// The SID of the plugin that has the versions, or its unique name.
    ///
    /// Length: at least 1 character.
    pub plugin_sid: String,
    /// The version string, which no other version of the plugin may have, archived ones included.
    ///
    /// By convention it is a semantic version, for example `1.0.0`; this is not checked. It can stand for
    /// the version's SID in paths.
    ///
    /// Length: at least 1 character.
    pub version: String,
    /// The URL of the JavaScript bundle.
    ///
    /// It is absolute, with the scheme `http` or `https`. Twilio hosts bundles of up to 10 MB.
    ///
    /// Pattern: `^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#:@]\S*$`.
    pub plugin_url: String,
    /// What changed with this version.
    ///
    /// Twilio's command line tool allows 1000 characters; the service states no limit.
    pub changelog: Option<String>,
    /// Whether access to the bundle is protected.
    ///
    /// If it is, Flex has to authorise its request for the bundle.
    ///
    /// Default: `false`.
    pub private: Option<bool>,
    /// The version of the plugins command line tool that made the build, for example `6.3.2`.
    ///
    /// It is stored, but never returned.
    pub cli_version: Option<String>,
    /// The outcome of checking the bundle before: `success` or `failure`.
    ///
    /// With `success` the version counts as validated. With any other value, or none, it does not.
    pub validate_status: Option<String>,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub flex_metadata: Option<String>,
}

impl FromInputs for CreatePluginVersion {
    const BODY: Body = Body::Form;

    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            plugin_sid: inputs.path("PluginSid").required(text)?,
            version: inputs.form("Version").required(text)?,
            plugin_url: inputs.form("PluginUrl").required(text)?,
            changelog: inputs.form("Changelog").optional(text)?,
            private: inputs.form("Private").optional(boolean)?,
            cli_version: inputs.form("CliVersion").optional(text)?,
            validate_status: inputs.form("ValidateStatus").optional(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::fetch_plugin_version`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchPluginVersion {
    /// The SID of the plugin that has the versions, or its unique name.
    ///
    /// Length: at least 1 character.
    pub plugin_sid: String,
    /// The SID of the version, or its version string, for example `1.0.0`.
    ///
    /// Length: at least 1 character.
    pub sid: String,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub flex_metadata: Option<String>,
}

impl FromInputs for FetchPluginVersion {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            plugin_sid: inputs.path("PluginSid").required(text)?,
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}

/// What [`Api::archive_plugin_version`] is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ArchivePluginVersion {
    /// The SID of the plugin that has the versions, or its unique name.
    ///
    /// Length: at least 1 character.
    pub plugin_sid: String,
    /// The SID of the version, or its version string, for example `1.0.0`.
    ///
    /// Length: at least 1 character.
    pub sid: String,
    /// Free text about the caller.
    ///
    /// No effect of it is documented, and clients may leave it out.
    pub flex_metadata: Option<String>,
}

impl FromInputs for ArchivePluginVersion {
    fn read(inputs: &Inputs) -> Result<Self, Reason> {
        Ok(Self {
            plugin_sid: inputs.path("PluginSid").required(text)?,
            sid: inputs.path("Sid").required(text)?,
            flex_metadata: inputs.header("Flex-Metadata").optional(text)?,
        })
    }
}
