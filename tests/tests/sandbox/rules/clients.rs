//! S2 and S27: who may ask, and how many at a time.

use contract_tests::clients::{AUTHORIZATION, PASSWORD, USERNAME};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::setup::{OTHER_ACCOUNT, SERVICE, credential, other_credential, start, start_with};

#[tokio::test]
async fn s02_accounts_and_keys_see_their_account_alone() {
    const KEY: &str = "SK00000000000000000000000000000001";
    let key = format!("{KEY}:{PASSWORD}@{OTHER_ACCOUNT}");
    let setup = start_with(|builder| builder.credential(other_credential()).credential(credential(&key))).await;
    setup.released().await;
    let (other, key) = (setup.client_of(OTHER_ACCOUNT), setup.client_of(KEY));
    // The same name is free there.
    let plugin = other.plugins().create("one").await.expect("a plugin");
    assert_eq!(plugin.account_sid().expect("a SID"), OTHER_ACCOUNT);
    assert_eq!(key.plugins().fetch("one").await.expect("a plugin"), plugin);
    for client in [other, key] {
        assert_eq!(client.plugins().list().await.expect("a page").items, std::slice::from_ref(&plugin));
        assert!(client.plugin_versions().list("one").await.expect("a page").items.is_empty());
        assert!(client.configurations().list().await.expect("a page").items.is_empty());
        assert!(client.releases().list().await.expect("a page").items.is_empty());
    }
    let page = setup.client.plugins().list().await.expect("a page");
    assert!(page.items.len() == 1 && *page.items[0].account_sid().expect("a SID") == *USERNAME);
}

#[tokio::test]
async fn s27_a_connection_is_kept_for_more_requests() {
    let setup = start().await;
    let mut stream = TcpStream::connect(setup.sandbox.address()).await.expect("a connection");
    // Both at once; the second one says that it is the last.
    let request = |end: &str| {
        format!("GET {SERVICE}/Plugins HTTP/1.1\r\nHost: localhost\r\nAuthorization: {AUTHORIZATION}\r\n{end}\r\n")
    };
    let requests = request("") + &request("") + &request("Connection: close\r\n");
    stream.write_all(requests.as_bytes()).await.expect("the requests are sent");
    let mut answers = String::new();
    stream.read_to_string(&mut answers).await.expect("answers");
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 3, "{answers}");
}

#[tokio::test]
async fn s27_requests_at_once() {
    let setup = start().await;
    let mut tasks = JoinSet::new();
    for number in 0..100 {
        let plugins = setup.client.plugins();
        tasks.spawn(async move { plugins.create(format!("plugin-{}", number % 50)).await });
    }
    // Of each two that want the same name, one gets it.
    let results = tasks.join_all().await;
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 50);
    assert!(results.iter().flat_map(|result| result.as_ref().err()).all(|error| error.code() == Some(20409)));
    assert_eq!(setup.client.plugins().list().await.expect("a page").items.len(), 50);
}
