//! The built page on a server of this machine, which remembers what it was asked for.

use std::collections::VecDeque;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use flate2::{Compression, write::GzEncoder};
use socket2::SockRef;

/// The page must work below any path, so it is never tested at the root.
const BELOW: &str = "/some/where/crosscheck/";

/// The built page, served below a path of a local address.
pub(crate) struct Site {
    /// The page's full address.
    pub(crate) address: String,
    at: SocketAddr,
    shared: Arc<Shared>,
}

/// What goes wrong with a file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    /// It is not there.
    Missing,
    /// The connection ends half way.
    Cut,
    /// The connection is reset half way.
    Reset,
    /// The connection is reset before an answer.
    Unreachable,
    /// It is said to be of this kind.
    Kind(&'static str),
}

struct Shared {
    /// What is served; where there are several, each request for a page goes on to the next.
    folders: Mutex<VecDeque<PathBuf>>,
    /// What goes wrong with the files whose path ends so.
    faults: Mutex<Vec<(&'static str, Fault)>>,
    requests: Mutex<Vec<String>>,
    gone: AtomicBool,
}

impl Site {
    /// The page as it was built.
    pub(crate) fn start() -> Self {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        assert!(dist.join("index.html").is_file(), "there is no built page in dist/: run `cargo xtask build`");
        Self::of(dist)
    }

    /// A site that lies in this folder.
    pub(crate) fn of(folder: PathBuf) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on this machine");
        let at = listener.local_addr().expect("it listens");
        let shared = Arc::new(Shared {
            folders: Mutex::new(VecDeque::from([folder])),
            faults: Mutex::default(),
            requests: Mutex::default(),
            gone: AtomicBool::new(false),
        });
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

    /// From now on this goes wrong with the files whose path ends so, and nothing else.
    pub(crate) fn faults<const N: usize>(&self, faults: [(&'static str, Fault); N]) {
        *self.shared.faults.lock().expect("no thread panics with it") = faults.into();
    }

    /// From now on nothing can be reached.
    pub(crate) fn cut_off(&self) {
        self.faults([("", Fault::Unreachable)]);
    }

    /// From now on these are served; where there are several, each request for a page goes on to the next.
    pub(crate) fn publish<const N: usize>(&self, folders: [PathBuf; N]) {
        *self.shared.folders.lock().expect("no thread panics with it") = folders.into();
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
        read(&self.shared.folder(false), path).is_some()
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
        let fault = self.fault(path);
        if matches!(fault, Some(Fault::Unreachable)) {
            return reset(stream);
        }
        let page = path.ends_with('/');
        let folder = self.folder(page);
        let file = read(&folder, path).filter(|_| !matches!(fault, Some(Fault::Missing)));
        let (status, kind, body) = match file {
            Some((body, kind)) => ("200 OK", kind, body),
            // As GitHub Pages answers.
            None => {
                ("404 Not Found", "text/html; charset=utf-8", fs::read(folder.join("404.html")).unwrap_or_default())
            }
        };
        let kind = if let Some(Fault::Kind(other)) = fault { other } else { kind };
        // Browsers keep a page for a while, and ask for its files again: some of these have gone out of their memory.
        let keep = if page { "max-age=600" } else { "no-store" };
        let mut head =
            format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nCache-Control: {keep}\r\nConnection: close\r\n");
        let body = if zipped {
            head += "Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n";
            let mut packer = GzEncoder::new(Vec::new(), Compression::default());
            packer.write_all(&body)?;
            packer.finish()?
        } else {
            body
        };
        let sent = if matches!(fault, Some(Fault::Cut | Fault::Reset)) { body.len() / 2 } else { body.len() };
        stream.write_all(format!("{head}Content-Length: {}\r\n\r\n", body.len()).as_bytes())?;
        stream.write_all(&body[..sent])?;
        if matches!(fault, Some(Fault::Reset)) { reset(stream) } else { Ok(()) }
    }

    fn fault(&self, path: &str) -> Option<Fault> {
        let faults = self.faults.lock().expect("no thread panics with it");
        faults.iter().find(|(ending, _)| path.ends_with(ending)).map(|(_, fault)| *fault)
    }

    /// What is served now; `on` goes on to the next.
    fn folder(&self, on: bool) -> PathBuf {
        let mut folders = self.folders.lock().expect("no thread panics with it");
        let now = folders[0].clone();
        if on {
            folders.rotate_left(1);
        }
        now
    }
}

/// A connection that waits for nothing when it is closed is reset.
fn reset(stream: &TcpStream) -> std::io::Result<()> {
    SockRef::from(stream).set_linger(Some(Duration::ZERO))
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
