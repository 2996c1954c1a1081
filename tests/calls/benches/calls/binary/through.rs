use api::Client;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let client = Client::builder().credentials("AC1", "token").build()?;
        let balance = client.balance().fetch("AC1").await?;
        println!("{:?} {:?}", balance.balance, balance.currency);
        Ok(())
    })
}
