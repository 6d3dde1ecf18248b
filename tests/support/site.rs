//! The built page on a server of this machine, which remembers what it was asked for.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use flate2::{Compression, write::GzEncoder};

/// The page must work below any path, so it is never tested at the root.
const BELOW: &str = "/some/where/crosscheck/";

/// The built page, served below a path of a local address.
pub(crate) struct Site {
    /// The page's full address.
    pub(crate) address: String,
    at: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    dist: PathBuf,
    /// Files with this ending are not there.
    lacks: Option<&'static str>,
    requests: Mutex<Vec<String>>,
    gone: AtomicBool,
}

impl Site {
    pub(crate) fn start() -> Self {
        Self::without(None)
    }

    /// One that does not have the files with this ending.
    pub(crate) fn without(lacks: Option<&'static str>) -> Self {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        assert!(dist.join("index.html").is_file(), "there is no built page in dist/: run `cargo xtask build`");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on this machine");
        let at = listener.local_addr().expect("it listens");
        let shared = Arc::new(Shared { dist, lacks, requests: Mutex::default(), gone: AtomicBool::new(false) });
        let served = Arc::clone(&shared);
        // A thread for each connection, and one answer on each: none ever waits for another.
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if served.gone.load(Ordering::Relaxed) {
                    return;
                }
                let served = Arc::clone(&served);
                // The browser may go meanwhile.
                thread::spawn(move || drop(served.answer(&stream)));
            }
        });
        Self { address: format!("http://{at}{BELOW}"), at, shared }
    }

    /// The paths that were asked for so far, as they came in.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.shared.requests.lock().expect("no thread panics with it").clone()
    }

    /// Whether an address belongs to the page.
    pub(crate) fn owns(&self, address: &str) -> bool {
        address.starts_with(&self.address)
    }

    /// Whether a path that was asked for is a file of the page.
    pub(crate) fn has(&self, path: &str) -> bool {
        read(&self.shared.dist, path).is_some()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.shared.gone.store(true, Ordering::Relaxed);
        // So that the listener wakes up and sees it.
        let _ = TcpStream::connect(self.at);
    }
}

impl Shared {
    fn answer(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        let mut head = BufReader::new(stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty());
        let Some(first) = head.next() else { return Ok(()) };
        let zipped =
            head.filter(|line| line.to_lowercase().starts_with("accept-encoding:") && line.contains("gzip")).count()
                > 0;
        let path = first.split(' ').nth(1).unwrap_or_default();
        self.requests.lock().expect("no thread panics with it").push(path.to_owned());
        let file = read(&self.dist, path).filter(|_| self.lacks.is_none_or(|ending| !path.ends_with(ending)));
        let (status, kind, body) = match file {
            Some((body, kind)) => ("200 OK", kind, body),
            None => ("404 Not Found", "text/plain", b"not found".to_vec()),
        };
        let mut head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nConnection: close\r\n");
        let body = if zipped {
            head += "Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n";
            let mut packer = GzEncoder::new(Vec::new(), Compression::default());
            packer.write_all(&body)?;
            packer.finish()?
        } else {
            body
        };
        stream.write_all(format!("{head}Content-Length: {}\r\n\r\n", body.len()).as_bytes())?;
        stream.write_all(&body)
    }
}

/// The file for a path, and what kind of file it is. None outside the page's folder, and for kinds that the page has no use for.
fn read(dist: &Path, path: &str) -> Option<(Vec<u8>, &'static str)> {
    let path = path.split(['?', '#']).next()?.strip_prefix(BELOW)?;
    if path.split('/').any(|part| part == "..") {
        return None;
    }
    let file = dist.join(path);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    let kind = match file.extension()?.to_str()? {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "bin" => "application/octet-stream",
        "css" => "text/css",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => return None,
    };
    Some((fs::read(file).ok()?, kind))
}
