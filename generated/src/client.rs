//! The ways into the API.

use crate::document;
use crate::runtime::client::handles;
use crate::runtime::credentials::Given;
use crate::runtime::{Client, ClientBuilder, Result};

impl Client {
    /// A client with what the environment says.
    ///
    /// Credentials are in `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN`, or in `TWILIO_API_KEY` and
    /// `TWILIO_API_SECRET`. `TWILIO_FLEX_BASE_URL` holds a base URL, if another server is to be called.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`](crate::Error::Invalid) if credentials are missing, or if what the variables hold
    /// cannot be used.
    pub fn from_env() -> Result<Self> {
        ClientBuilder::from_env().build()
    }
}

handles! {
    /// The identities of plugins.
    ///
    /// A plugin has names and a description, but no code: that is in its versions.
    fn plugins() -> crate::plugins::Plugins;

    /// The builds of a plugin.
    ///
    /// A version points at a JavaScript bundle. It never changes; it can only be archived.
    fn plugin_versions() -> crate::plugin_versions::PluginVersions;

    /// Fixed sets of plugin versions.
    ///
    /// A configuration says which build of which plugin runs. It never changes; to add or remove a plugin,
    /// create another configuration.
    fn configurations() -> crate::configurations::Configurations;

    /// The entries of a configuration.
    ///
    /// They are made together with the configuration and can only be read.
    fn configured_plugins() -> crate::configured_plugins::ConfiguredPlugins;

    /// The history of what Flex loads.
    ///
    /// The newest release is the active one. Releases are never edited, archived or deleted.
    fn releases() -> crate::releases::Releases;
}

impl ClientBuilder {
    /// The username and password of HTTP Basic authentication.
    ///
    /// User name and password are an account SID and its auth token, an API key SID and its secret, or the
    /// word `token` and a Flex token. With a Flex token, plugins, versions and releases are found by SID
    /// only, not by name, version string or `Active`.
    pub fn credentials(
        self,
        username: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        self.give(
            &document::ACCOUNT_SID_AUTH_TOKEN,
            Given::Pair(username.into(), password.into()),
        )
    }

    /// Settings with what the environment says, to be changed before the client is made.
    ///
    /// Credentials are in `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN`, or in `TWILIO_API_KEY` and
    /// `TWILIO_API_SECRET`. `TWILIO_FLEX_BASE_URL` holds a base URL, if another server is to be called.
    ///
    /// Proxies are used as the environment says, too, except for plain `http`.
    pub fn from_env() -> Self {
        document::ENVIRONMENT.read()
    }
}
