//! What nothing can be faster than.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::serve::ListenerExt as _;
use tokio::net::TcpListener;

use crate::summary::Summary;

/// Answers every request with the same `size` bytes, on as many threads as the sandbox has.
pub fn serve(size: usize) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        println!("floor listening on http://{}", listener.local_addr()?);
        let body = Bytes::from(vec![b' '; size]);
        let answer = move || std::future::ready(([(CONTENT_TYPE, "application/json")], body.clone()));
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        axum::serve(listener, Router::new().fallback(answer)).await
    })
}

/// Appends `record` to a file and syncs it, again and again for `time`.
pub fn append(directory: &Path, record: &[u8], time: Duration) -> io::Result<Summary> {
    let mut file = File::create(directory.join("floor"))?;
    let mut latencies = Vec::new();
    let start = Instant::now();
    while start.elapsed() < time {
        let sent = Instant::now();
        file.write_all(record)?;
        file.sync_data()?;
        latencies.push(sent.elapsed());
    }
    Ok(Summary::new(latencies, start.elapsed(), None))
}
