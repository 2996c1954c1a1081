//! What the program says on its standard output, once it listens.
//!
//! Scripts read the first line, and the lines that begin with `credentials:`.

use std::io::{self, ErrorKind, Write as _};

use flex_sandbox::{Credential, Sandbox};

/// Prints it all at once; a reader that has gone after the first line is no error.
pub fn print(sandbox: &Sandbox) -> io::Result<()> {
    let text = text(sandbox);
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn text(sandbox: &Sandbox) -> String {
    let mut text = format!("flex-sandbox listening on http://{}\n", sandbox.address());
    for credential in sandbox.made_up() {
        text += &format!("credentials: {}:{}\n", credential.username(), credential.password());
    }
    if let Some(credential) = sandbox.made_up().first() {
        text += &hints(sandbox.url(), credential);
    }
    text
}

/// How to go on, ready to paste.
fn hints(url: &str, credential: &Credential) -> String {
    let (username, password) = (credential.username(), credential.password());
    format!(
        "\n\
         Try it:\n\
         \n  curl --user {username}:{password} {url}/v1/PluginService/Plugins\n\
         \n\
         Or tell a client where it is, and who you are:\n\
         \n  export TWILIO_FLEX_BASE_URL={url}\
         \n  export TWILIO_ACCOUNT_SID={username}\
         \n  export TWILIO_AUTH_TOKEN={password}\n"
    )
}
