//! Deploys a plugin, then a second build of it, and rolls back to the first.
//!
//! Where the API is, and who asks, is in the environment: `TWILIO_FLEX_BASE_URL`, `TWILIO_ACCOUNT_SID` and
//! `TWILIO_AUTH_TOKEN`, as the sandbox prints them. Each run uses a plugin of its own.

use std::time::{SystemTime, UNIX_EPOCH};

use twilio_flex_plugins::models::{Configuration, ConfigurationPlugin, PluginVersion};
use twilio_flex_plugins::{Client, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let client = Client::from_env()?;
    let name = format!("crm-{}", SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis()));

    let plugin = client.plugins().create(&name).friendly_name("CRM").await?;
    println!("created the plugin {name}, {}", plugin.sid()?);

    let first = build(&client, &name, "1.0.0").await?;
    let good = configure(&client, "with 1.0.0", &first).await?;
    client.releases().create(good.sid()?).await?;
    report(&client).await?;

    let second = build(&client, &name, "1.1.0").await?;
    let better = configure(&client, "with 1.1.0", &second).await?;
    client.releases().create(better.sid()?).await?;
    report(&client).await?;

    println!("rolling back");
    client.releases().create(good.sid()?).await?;
    report(&client).await
}

/// Tells the API of a build; the bundle itself is hosted elsewhere.
async fn build(client: &Client, plugin: &str, version: &str) -> Result<PluginVersion> {
    let url = format!("https://cdn.example/{plugin}/{version}.js");
    client.plugin_versions().create(plugin, version, &url).changelog("What is new").await
}

async fn configure(client: &Client, name: &str, version: &PluginVersion) -> Result<Configuration> {
    client.configurations().create(name).plugins([ConfigurationPlugin::new(version.sid()?)]).await
}

/// Says what Flex loads now.
async fn report(client: &Client) -> Result<()> {
    let active = client.releases().fetch("Active").await?;
    let mut plugins = client.configured_plugins().list(active.configuration_sid()?).stream();
    while let Some(plugin) = plugins.next().await {
        let plugin = plugin?;
        println!("active: {} {}", plugin.unique_name.unwrap_or_default(), plugin.version.unwrap_or_default());
    }
    Ok(())
}
