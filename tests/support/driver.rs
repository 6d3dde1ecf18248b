//! Browsers, and the programs that drive them. They go with the test, however that ends.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use thirtyfour::prelude::*;

use super::PATIENCE;

/// What a browser is built on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chrome, Edge and most others.
    Chromium,
    /// Firefox.
    Gecko,
    /// Safari.
    WebKit,
}

/// What a browser lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lack {
    Nothing,
    /// There is no room to keep anything.
    Room,
    /// The reader has forbidden to keep anything.
    Storage,
    /// The reader has turned scripts off.
    Scripts,
    /// It is too old for it, or hardened.
    WebAssembly,
}

impl Engine {
    /// The program that drives it, or the variable that names another.
    fn driver(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("CROSSCHECK_CHROMEDRIVER", "chromedriver"),
            Self::Gecko => ("CROSSCHECK_GECKODRIVER", "geckodriver"),
            Self::WebKit => ("CROSSCHECK_WEBKITDRIVER", "WebKitWebDriver"),
        }
    }

    /// What the browser is started with.
    fn capabilities(self, lack: Lack) -> Map<String, Value> {
        let (options, program, mut wanted) = match self {
            Self::Chromium => ("goog:chromeOptions", "CROSSCHECK_CHROME", chromium(lack)),
            Self::Gecko => ("moz:firefoxOptions", "CROSSCHECK_FIREFOX", gecko(lack)),
            Self::WebKit => return Map::new(),
        };
        if let Some(program) = std::env::var_os(program) {
            wanted["binary"] = program.to_string_lossy().into();
        }
        let mut all = Map::from_iter([(options.to_owned(), wanted)]);
        if self == Self::Chromium {
            all.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "ALL", "performance": "ALL" }));
        }
        all
    }
}

fn chromium(lack: Lack) -> Value {
    let mut arguments = vec![
        "--headless=new",
        // Chromium does not sandbox for root, and containers are root.
        "--no-sandbox",
        "--disable-gpu",
        // Containers have little of it.
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        "--hide-scrollbars",
    ];
    let mut preferences = json!({});
    match lack {
        // Room is a matter of a site: `Page` sees to it.
        Lack::Nothing | Lack::Room => (),
        Lack::Storage => preferences["profile.default_content_setting_values.cookies"] = 2.into(),
        Lack::Scripts => preferences["profile.default_content_setting_values.javascript"] = 2.into(),
        Lack::WebAssembly => arguments.push("--js-flags=--jitless"),
    }
    json!({ "args": arguments, "prefs": preferences })
}

fn gecko(lack: Lack) -> Value {
    let mut preferences = json!({ "devtools.console.stdout.content": true });
    match lack {
        Lack::Nothing => (),
        // In kilobytes.
        Lack::Room => preferences["dom.quotaManager.temporaryStorage.fixedLimit"] = 1.into(),
        Lack::Storage => preferences["network.cookie.cookieBehavior"] = 2.into(),
        Lack::Scripts => preferences["javascript.enabled"] = false.into(),
        Lack::WebAssembly => preferences["javascript.options.wasm"] = false.into(),
    }
    json!({ "args": ["-headless"], "prefs": preferences })
}

/// A driver of its own, with its browser.
pub(crate) struct Driver {
    process: Child,
    /// What a browser without a window draws on, where it knows no other way.
    screen: Option<Child>,
    address: String,
    /// What it said so far.
    said: Arc<Mutex<Vec<String>>>,
    /// What browsers leave behind, megabytes each time.
    leftovers: PathBuf,
}

/// Tells the drivers of one run apart.
static NEXT: AtomicUsize = AtomicUsize::new(0);

impl Driver {
    /// Another program may take the port meanwhile: then the driver ends at once.
    pub(crate) fn start(engine: Engine) -> Self {
        (0..5).find_map(|_| Self::try_start(engine)).expect("the driver answers")
    }

    fn try_start(engine: Engine) -> Option<Self> {
        let (variable, name) = engine.driver();
        let program = std::env::var_os(variable).unwrap_or_else(|| name.into());
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let leftovers = std::env::temp_dir().join(format!("crosscheck-{}-{number}", std::process::id()));
        fs::create_dir_all(&leftovers).expect("the folder for temporary files can be written");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let mut command = Command::new(&program);
        command.arg(format!("--port={port}")).env("TMPDIR", &leftovers);
        let screen = (engine == Engine::WebKit).then(|| screen(&mut command));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut process = command
            .spawn()
            .unwrap_or_else(|error| panic!("{} did not start ({error}): run `cargo xtask test`", program.display()));
        let said = Arc::default();
        listen(process.stdout.take().expect("stdout is piped"), &said);
        listen(process.stderr.take().expect("stderr is piped"), &said);
        let mut driver = Self { process, screen, address: format!("http://127.0.0.1:{port}"), said, leftovers };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if driver.process.try_wait().is_ok_and(|ended| ended.is_some()) || start.elapsed() > PATIENCE {
                return None;
            }
            thread::sleep(Duration::from_millis(10));
        }
        Some(driver)
    }

    pub(crate) async fn browser(&self, engine: Engine, lack: Lack) -> WebDriverResult<WebDriver> {
        WebDriver::new(self.address.as_str(), thirtyfour::Capabilities::from(engine.capabilities(lack))).await
    }

    /// What driver and browser said since they were last asked.
    pub(crate) fn said(&self) -> Vec<String> {
        std::mem::take(&mut self.said.lock().expect("no thread panics with it"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for process in [Some(&mut self.process), self.screen.as_mut()].into_iter().flatten() {
            // It may have ended by itself.
            let _ = process.kill();
            let _ = process.wait();
        }
        // The browser is on its way out, and may still write.
        for _ in 0..50 {
            if fs::remove_dir_all(&self.leftovers).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}

/// Reads all that is said, so that nobody ever waits to be heard.
fn listen(from: impl Read + Send + 'static, said: &Arc<Mutex<Vec<String>>>) {
    let said = Arc::clone(said);
    thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            said.lock().expect("no thread panics with it").push(line);
        }
    });
}

/// A screen that nobody sees.
fn screen(command: &mut Command) -> Child {
    let mut process = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("Xvfb did not start ({error}): run `cargo xtask test`"));
    let mut number = String::new();
    let mut out = BufReader::new(process.stdout.take().expect("stdout is piped"));
    out.read_line(&mut number).expect("it names its screen");
    command.env("DISPLAY", format!(":{}", number.trim()));
    process
}
