use std::time::Duration;

use reqwest::Client;

#[derive(serde::Deserialize)]
struct Balance {
    balance: Option<String>,
    currency: Option<String>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let client = Client::builder().timeout(Duration::from_secs(30)).build()?;
        let url = "https://api.twilio.com/2010-04-01/Accounts/AC1/Balance.json";
        let response = client.get(url).basic_auth("AC1", Some("token")).send().await?.error_for_status()?;
        let balance: Balance = serde_json::from_slice(&response.bytes().await?)?;
        println!("{:?} {:?}", balance.balance, balance.currency);
        Ok(())
    })
}
