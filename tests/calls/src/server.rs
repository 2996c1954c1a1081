//! A server that computes nothing: it tells requests apart by the little that matters, and answers constants.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// The SID of the plugin that everything is about.
pub const SID: &str = "FP00000000000000000000000000000001";
/// How many items a page has.
pub const PAGE: usize = 50;
/// How many pages a long list has.
pub const PAGES: usize = 200;

/// Serves each connection in a thread of its own for as long as this program runs, and returns the base URL.
///
/// Below `/slow/N`, lists have [`PAGES`] pages that take N milliseconds each. Below `/reversed`, the members of an object
/// come in the reverse of the order in which they are described.
///
/// # Errors
///
/// If no port is free.
pub fn start() -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    let base = url.clone();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let answers = Answers::new(&base);
            // A client that goes away is no error.
            thread::spawn(move || answers.serve(stream));
        }
    });
    Ok(url)
}

/// A message with head and body.
type Message = Vec<u8>;

struct Answers {
    base: String,
    fetch: Message,
    create: Message,
    list: Message,
    reversed: Message,
}

impl Answers {
    fn new(base: &str) -> Self {
        let plugin = object(members(base));
        Self {
            base: base.to_owned(),
            fetch: message("200 OK", &plugin),
            create: message("201 Created", &plugin),
            list: message("200 OK", &page(&plugin, base, 0, 1)),
            reversed: message("200 OK", &page(&object(members(base).into_iter().rev()), base, 0, 1)),
        }
    }

    fn serve(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_nodelay(true)?;
        let mut output = stream.try_clone()?;
        let mut input = BufReader::with_capacity(256 * 1024, stream);
        while let Some((line, length)) = head(&mut input)? {
            io::copy(&mut (&mut input).take(length), &mut io::sink())?;
            self.answer(&line, &mut output)?;
        }
        Ok(())
    }

    /// Answers the request that begins with `line`.
    fn answer(&self, line: &str, output: &mut TcpStream) -> io::Result<()> {
        if let Some(rest) = line.strip_prefix("GET /slow/") {
            return self.slow_page(rest, output);
        }
        match line.split(['?', ' ']).collect::<Vec<_>>().as_slice() {
            ["GET", "/preview", ..] => download(output),
            ["PUT", path, ..] if path.starts_with("/files/") => output.write_all(b"HTTP/1.1 204 No Content\r\n\r\n"),
            ["GET", "/reversed/v1/PluginService/Plugins", ..] => output.write_all(&self.reversed),
            ["GET", "/v1/PluginService/Plugins", ..] => output.write_all(&self.list),
            ["GET", ..] => output.write_all(&self.fetch),
            _ => output.write_all(&self.create),
        }
    }

    /// Answers with a page of the long list; `rest` of the request's line begins with how long to take.
    fn slow_page(&self, rest: &str, output: &mut TcpStream) -> io::Result<()> {
        let number = |text: &str| text.split(|c: char| !c.is_ascii_digit()).next().and_then(|text| text.parse().ok());
        let delay = number(rest).unwrap_or_default();
        let n = rest.split_once("Page=").and_then(|(_, text)| number(text)).unwrap_or_default();
        let base = format!("{}/slow/{delay}", self.base);
        let page = message("200 OK", &page(&object(members(&base)), &base, n, PAGES as u64));
        thread::sleep(Duration::from_millis(delay));
        output.write_all(&page)
    }
}

/// The first line of the next request, and how long its body is; `None` if there are no more.
fn head(input: &mut impl BufRead) -> io::Result<Option<(String, u64)>> {
    let (mut first, mut length) = (None, 0);
    for line in input.lines() {
        let line = line?;
        if line.is_empty() {
            break;
        }
        match line.split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.parse().map_err(io::Error::other)?;
            }
            _ => {}
        }
        first.get_or_insert(line);
    }
    Ok(first.map(|line| (line, length)))
}

/// Answers with [`GIGABYTE`] zeros.
fn download(output: &mut TcpStream) -> io::Result<()> {
    output.write_all(format!("HTTP/1.1 200 OK\r\ncontent-length: {GIGABYTE}\r\n\r\n").as_bytes())?;
    io::copy(&mut io::repeat(0).take(GIGABYTE), output).map(drop)
}

/// How much is transferred, in bytes.
pub const GIGABYTE: u64 = 1 << 30;

fn message(status: &str, body: &str) -> Message {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n");
    (head + body).into_bytes()
}

/// The members of a plugin, in the order of the service's documentation.
fn members(base: &str) -> Vec<String> {
    let url = format!("{base}/v1/PluginService/Plugins/{SID}");
    [
        ("sid", format!("\"{SID}\"")),
        ("account_sid", "\"AC00000000000000000000000000000000\"".to_owned()),
        ("unique_name", "\"crm\"".to_owned()),
        ("friendly_name", "\"CRM & more\"".to_owned()),
        ("description", "\"Shows who is calling, and what they have bought.\"".to_owned()),
        ("archived", "false".to_owned()),
        ("date_created", "\"2026-03-01T12:00:00Z\"".to_owned()),
        ("date_updated", "\"2026-03-01T12:00:00Z\"".to_owned()),
        ("url", format!("\"{url}\"")),
        ("links", format!("{{\"plugin_versions\": \"{url}/Versions\"}}")),
    ]
    .map(|(name, value)| format!("\"{name}\": {value}"))
    .into()
}

fn object(members: impl IntoIterator<Item = String>) -> String {
    format!("{{{}}}", members.into_iter().collect::<Vec<_>>().join(", "))
}

/// Page `n` of `pages`, counted from 0, with nothing but this plugin.
fn page(plugin: &str, base: &str, n: u64, pages: u64) -> String {
    let plugins = [plugin; PAGE].join(", ");
    let url = |n| format!("\"{base}/v1/PluginService/Plugins?PageSize={PAGE}&Page={n}&PageToken=PA{n}\"");
    let other = |n: Option<u64>| n.map_or_else(|| "null".to_owned(), url);
    let (first, current, previous) = (url(0), url(n), other(n.checked_sub(1)));
    let next = other(Some(n + 1).filter(|next| *next < pages));
    format!(
        r#"{{"plugins": [{plugins}], "meta": {{"page": {n}, "page_size": {PAGE}, "first_page_url": {first},
        "previous_page_url": {previous}, "url": {current}, "next_page_url": {next}, "key": "plugins"}}}}"#
    )
}
