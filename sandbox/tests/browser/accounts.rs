//! Accounts to look at, filled through the client as anybody fills theirs.

use flex_sandbox::Sandbox;
use twilio_flex_plugins::Client;
use twilio_flex_plugins::models::ConfigurationPlugin;

/// A sandbox with one account, and a client of it.
pub struct Account {
    sandbox: Sandbox,
    client: Client,
}

impl Account {
    /// An account that has nothing.
    pub async fn empty() -> Self {
        let sandbox = Sandbox::start().await.expect("a sandbox starts");
        let client = Client::builder().base_url(sandbox.url()).credentials(sandbox.username(), sandbox.password());
        Self { client: client.build().expect("a client of this machine"), sandbox }
    }

    /// An account with all but a release.
    pub async fn unreleased() -> Self {
        let account = Self::empty().await;
        let plugin = account.plugin("agent-menu", "Agent menu", "").await;
        let version = account.version(&plugin, "1.0.0", "https://example.com/menu.js", "").await;
        account.configuration("Pilot", "For one team.", &[(&version, 3)]).await;
        account.plugin("crm-sidebar", "", "").await;
        account
    }

    /// An account with a history: plugins in all states, and releases with each kind of change.
    pub async fn lived_in() -> Self {
        let account = Self::empty().await;
        let dialpad = account.plugin("legacy-dialpad", "", "").await;
        let dialpad_1 = account.version(&dialpad, "0.0.9", "https://example.com/dialpad.js", "").await;
        let menu = account.plugin("agent-menu", "Agent menu", "").await;
        let mut menus = Vec::new();
        for minor in 0..24 {
            let url = format!("https://example.com/1.{minor}/menu.js");
            menus.push(account.version(&menu, &format!("1.{minor}.0"), &url, "").await);
        }
        let [.., menu_1, menu_2, menu_3] = menus.as_slice() else { unreachable!("there are 24") };
        let queue = account.plugin("queue-stats", "Queue statistics", "Shows how long callers wait.").await;
        let queue_1 = account.version(&queue, "1.4.2", "https://example.com/queue.js", "").await;
        let changes = "Reads the numbers from the live stream.\nThe old endpoint is gone.";
        let queue_2 = account.version(&queue, "2.0.0-beta.1", "https://example.com/queue-2.js", changes).await;
        account.plugin("crm-sidebar", "", "").await;

        let pilot = account.configuration("Pilot", "", &[(menu_1, 3), (&dialpad_1, 3)]).await;
        let all = account.configuration("Statistics for all", "", &[(menu_2, 3), (&queue_1, 3), (&dialpad_1, 3)]).await;
        let off = account.configuration("Everything off", "", &[]).await;
        let autumn = account.configuration("Autumn rollout", "", &[(menu_3, 3), (&queue_2, 4)]).await;
        for configuration in [&pilot, &all, &all, &off, &all, &off, &all, &off, &all, &off, &all, &autumn] {
            account.release(configuration).await;
        }

        account.client.plugins().archive(&dialpad).await.expect("it can be archived");
        account.client.plugin_versions().archive(&queue, &queue_1).await.expect("it can be archived");
        account.client.configurations().archive(&pilot).await.expect("it can be archived");
        account
    }

    /// An account with `text` wherever the API takes one, as far as it takes it there.
    pub async fn full_of(text: &str) -> Self {
        let account = Self::empty().await;
        let name = text.replace(|c: char| c.is_whitespace() || "/?#%".contains(c), "-");
        let url = format!("https://{}", text.replace(char::is_whitespace, "-").trim_start_matches("https://"));
        let plugin = account.plugin(&name, text, text).await;
        let first = account.version(&plugin, text, &url, text).await;
        let second = account.version(&plugin, &format!("{text}2"), &url, text).await;
        let bare = account.plugin(&format!("{name}-bare"), "", text).await;
        let third = account.version(&bare, text, &url, text).await;
        account.plugin(&format!("{name}-without-versions"), "", text).await;

        for held in [&[(first.as_str(), 3)][..], &[(&second, 4), (&third, 3)], &[(&first, 3)], &[]] {
            let configuration = account.configuration(text, text, held).await;
            account.release(&configuration).await;
        }
        account.client.plugins().archive(&bare).await.expect("it can be archived");
        account.client.plugin_versions().archive(&plugin, &first).await.expect("it can be archived");
        account
    }

    /// Where a browser finds the page of the account; without credentials.
    pub fn bare_url(&self) -> String {
        format!("{}/", self.sandbox.url())
    }

    /// Where a browser finds the page of the account, with credentials.
    pub fn url(&self) -> String {
        let Self { sandbox, .. } = self;
        format!("http://{}:{}@{}/", sandbox.username(), sandbox.password(), sandbox.address())
    }

    /// Creates a plugin, and returns its SID.
    pub async fn plugin(&self, name: &str, friendly_name: &str, description: &str) -> String {
        let plugin = self.client.plugins().create(name).friendly_name(friendly_name).description(description);
        plugin.await.expect("a new plugin").sid.expect("its SID").to_string()
    }

    async fn version(&self, plugin: &str, version: &str, url: &str, changelog: &str) -> String {
        let version = self.client.plugin_versions().create(plugin, version, url).changelog(changelog);
        let version = version.private(true).validate_status("success").await.expect("a new version");
        version.sid.expect("its SID").to_string()
    }

    /// Creates a configuration of versions in phases, and returns its SID.
    async fn configuration(&self, name: &str, description: &str, held: &[(&str, i64)]) -> String {
        let held = held.iter().map(|(version, phase)| ConfigurationPlugin::new(version).phase(*phase));
        let configuration = self.client.configurations().create(name).description(description).plugins(held);
        configuration.await.expect("a new configuration").sid.expect("its SID").to_string()
    }

    async fn release(&self, configuration: &str) {
        self.client.releases().create(configuration).await.expect("a new release");
    }
}
