//! A sandbox of its own for each test, and what is there before the test begins.

use contract_tests::clients::{PASSWORD, USERNAME};
use flex_sandbox::{Builder, Credential, Sandbox};
use twilio_flex_plugins::models::ConfigurationPlugin;
use twilio_flex_plugins::{Client, Result, reqwest};

/// Where all paths of the API begin.
pub const SERVICE: &str = "/v1/PluginService";

/// The account of another client of the sandbox.
pub const OTHER_ACCOUNT: &str = "AC00000000000000000000000000000002";

/// The 18 operations: the method, and a path that has nothing behind it.
pub const OPERATIONS: [(&str, &str); 18] = [
    ("GET", "/Plugins"),
    ("POST", "/Plugins"),
    ("GET", "/Plugins/one"),
    ("POST", "/Plugins/one"),
    ("POST", "/Plugins/one/Archive"),
    ("GET", "/Plugins/one/Versions"),
    ("POST", "/Plugins/one/Versions"),
    ("GET", "/Plugins/one/Versions/1.0.0"),
    ("POST", "/Plugins/one/Versions/1.0.0/Archive"),
    ("GET", "/Configurations"),
    ("POST", "/Configurations"),
    ("GET", "/Configurations/FJ00000000000000000000000000000000"),
    ("POST", "/Configurations/FJ00000000000000000000000000000000/Archive"),
    ("GET", "/Configurations/FJ00000000000000000000000000000000/Plugins"),
    ("GET", "/Configurations/FJ00000000000000000000000000000000/Plugins/one"),
    ("GET", "/Releases"),
    ("POST", "/Releases"),
    ("GET", "/Releases/Active"),
];

/// A sandbox, and a client of its first account.
pub struct Setup {
    pub sandbox: Sandbox,
    pub client: Client,
    /// For requests that the client would not send.
    pub http: reqwest::Client,
}

/// A sandbox in which nothing is, whose times are the same in each run.
pub async fn start() -> Setup {
    start_with(|builder| builder).await
}

/// A sandbox in which nothing is, with other options.
pub async fn start_with(options: impl FnOnce(Builder) -> Builder) -> Setup {
    let builder = Sandbox::builder().seed(1).credential(credential(&format!("{USERNAME}:{PASSWORD}")));
    let sandbox = options(builder).start().await.expect("the sandbox starts");
    let client = contract_tests::builder(sandbox.url()).build().expect("the settings are fine");
    // Reading the certificates of the system would take far longer than a request.
    let http = reqwest::Client::builder().no_proxy().tls_certs_only([]).build().expect("an HTTP client");
    Setup { sandbox, client, http }
}

/// Credentials that are well written.
pub fn credential(text: &str) -> Credential {
    text.parse().expect("credentials")
}

/// The credentials of [`OTHER_ACCOUNT`], whose password is the usual one.
pub fn other_credential() -> Credential {
    credential(&format!("{OTHER_ACCOUNT}:{PASSWORD}"))
}

impl Setup {
    /// Another client of the sandbox, with the usual password.
    pub fn client_of(&self, username: &str) -> Client {
        let builder = contract_tests::builder(self.sandbox.url()).credentials(username, PASSWORD);
        builder.build().expect("the settings are fine")
    }

    /// The URL of what is at this path below [`SERVICE`].
    pub fn url(&self, path: &str) -> String {
        format!("{}{SERVICE}{path}", self.sandbox.url())
    }

    /// The SID of a new plugin.
    pub async fn plugin(&self, name: &str) -> String {
        let plugin = self.client.plugins().create(name).await.expect("a new plugin");
        sid(plugin.sid())
    }

    /// The SID of a new version.
    pub async fn version(&self, plugin: &str, version: &str) -> String {
        let versions = self.client.plugin_versions();
        let version = versions.create(plugin, version, "https://example.com/plugin.js").await.expect("a new version");
        sid(version.sid())
    }

    /// The SID of a new configuration of these versions.
    pub async fn configuration(&self, versions: &[&str]) -> String {
        let create = self.client.configurations().create("a configuration");
        let configuration = create.plugins(versions.iter().map(ConfigurationPlugin::new)).await;
        sid(configuration.expect("a new configuration").sid())
    }

    /// The SID of a new release of this configuration.
    pub async fn release(&self, configuration: &str) -> String {
        let release = self.client.releases().create(configuration).await.expect("a new release");
        sid(release.sid())
    }

    /// A plugin `one` with a version `1.0.0` in a configuration that is released.
    pub async fn released(&self) -> Released {
        let plugin = self.plugin("one").await;
        let version = self.version(&plugin, "1.0.0").await;
        let configuration = self.configuration(&[&version]).await;
        let release = self.release(&configuration).await;
        Released { plugin, version, configuration, release }
    }
}

/// The SIDs of what [`Setup::released`] makes.
pub struct Released {
    pub plugin: String,
    pub version: String,
    pub configuration: String,
    pub release: String,
}

/// The text of a SID that an answer has.
pub fn sid<T: AsRef<str>>(sid: Result<&T>) -> String {
    sid.expect("answers have SIDs").as_ref().to_owned()
}
