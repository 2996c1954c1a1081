//! A browser without a window, driven over the pipe of its DevTools protocol.

use std::env;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;

/// How long an answer may take before the browser counts as hung: far longer than any takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser with one page.
pub struct Browser {
    process: Child,
    requests: ChildStdin,
    messages: Receiver<Value>,
    session: Option<String>,
    last_id: u64,
    /// The events of the page so far, but for those that [`open`](Self::open) waited for.
    events: Vec<Value>,
    _profile: TempDir,
}

/// Where a browser of the Chromium family is installed.
pub fn find() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let directories: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    names.iter().flat_map(|name| directories.iter().map(move |in_| in_.join(name))).find(|path| path.is_file())
}

impl Browser {
    /// Starts the program at `path`, with an empty profile.
    pub fn start(path: &Path) -> Self {
        let profile = TempDir::new().expect("a folder for the profile");
        let mut process = Command::new("sh")
            // The browser reads requests from descriptor 3 and writes messages to 4; only a shell can put pipes there.
            .args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#])
            .arg(path)
            .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"])
            .args(["--disable-background-networking", "--no-proxy-server", "--hide-scrollbars"])
            .arg("--remote-debugging-pipe")
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a shell");
        let requests = process.stdin.take().expect("a pipe");
        let messages = read(process.stdout.take().expect("a pipe"));
        let mut browser =
            Self { process, requests, messages, session: None, last_id: 0, events: vec![], _profile: profile };
        browser.attach();
        browser
    }

    /// Calls a method of the protocol and returns its result.
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        let id = self.send(method, params);
        loop {
            let mut message = self.receive();
            if message["id"] == id {
                assert_eq!(message["error"], Value::Null, "{method}");
                return message["result"].take();
            }
            self.events.push(message);
        }
    }

    /// Goes to `url` and waits until it is loaded; returns the status of the response.
    pub fn open(&mut self, url: &str) -> u64 {
        self.call("Page.navigate", json!({ "url": url }));
        self.wait(|event| event["method"] == "Page.loadEventFired");
        let is_document =
            |event: &Value| event["method"] == "Network.responseReceived" && event["params"]["type"] == "Document";
        let response = self.wait(is_document);
        response["params"]["response"]["status"].as_u64().expect("a status")
    }

    /// The value of a JavaScript expression in the page.
    pub fn evaluate(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut result = self.call("Runtime.evaluate", params);
        assert_eq!(result["exceptionDetails"], Value::Null, "{expression}");
        result["result"]["value"].take()
    }

    /// What the browser complained about since it was asked last.
    pub fn complaints(&mut self) -> Vec<Value> {
        let is_complaint = |event: &Value| {
            let method = event["method"].as_str().unwrap_or_default();
            ["Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Audits.issueAdded"]
                .contains(&method)
        };
        let events = std::mem::take(&mut self.events);
        events.into_iter().filter(is_complaint).collect()
    }

    /// Opens a page and asks for its events.
    fn attach(&mut self) {
        let target = self.call("Target.createTarget", json!({ "url": "about:blank" }));
        let params = json!({ "targetId": target["targetId"], "flatten": true });
        let session = self.call("Target.attachToTarget", params);
        self.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Network", "Runtime", "Log", "Audits"] {
            self.call(&format!("{domain}.enable"), json!({}));
        }
    }

    fn send(&mut self, method: &str, params: Value) -> u64 {
        self.last_id += 1;
        let mut request = json!({ "id": self.last_id, "method": method, "params": params });
        if let Some(session) = &self.session {
            request["sessionId"] = json!(session);
        }
        write!(self.requests, "{request}\0").expect("a browser that listens");
        self.last_id
    }

    /// Takes the first event that `is_it` accepts out of those there are and those to come.
    fn wait(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        if let Some(index) = self.events.iter().position(&is_it) {
            return self.events.remove(index);
        }
        loop {
            let message = self.receive();
            if is_it(&message) {
                return message;
            }
            self.events.push(message);
        }
    }

    fn receive(&self) -> Value {
        self.messages.recv_timeout(PATIENCE).expect("the browser must answer")
    }
}

impl Drop for Browser {
    /// Asks the browser to leave, so that its own processes leave with it, and waits for that.
    fn drop(&mut self) {
        let _ = write!(self.requests, "{}\0", json!({ "id": 0, "method": "Browser.close" }));
        while self.messages.recv_timeout(PATIENCE).is_ok() {}
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The messages from the pipe, each of which ends with a NUL; the channel closes with the pipe.
fn read(pipe: ChildStdout) -> Receiver<Value> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for message in BufReader::new(pipe).split(0).map_while(Result::ok) {
            let Ok(message) = serde_json::from_slice(&message) else { return };
            if sender.send(message).is_err() {
                return;
            }
        }
    });
    receiver
}
