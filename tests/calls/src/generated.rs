//! Calls through the generated client.

use twilio_flex_plugins::Client;

use crate::server::{PAGE, SID};
use crate::{Case, Error};

/// A client for the server at `url`.
///
/// # Errors
///
/// If `url` is none that a client can have.
pub fn client(url: &str) -> Result<Client, Error> {
    Ok(Client::builder().credentials("AC00000000000000000000000000000000", "token").base_url(url).build()?)
}

/// Makes `n` calls, one after the other, to the server at `url`.
///
/// # Errors
///
/// If a call fails, or does not return what the server holds.
pub async fn call(case: Case, n: usize, url: &str) -> Result<(), Error> {
    let client = client(url)?;
    for _ in 0..n {
        match case {
            Case::Fetch => assert_eq!(client.plugins().fetch(SID).await?.sid()?, SID),
            Case::Create => {
                let plugin = client.plugins().create("crm").friendly_name("CRM & more").description("").await?;
                assert_eq!(plugin.sid()?, SID);
            }
            Case::List | Case::Reversed => {
                assert_eq!(client.plugins().list().page_size(PAGE as i64).await?.items.len(), PAGE);
            }
        }
    }
    Ok(())
}
