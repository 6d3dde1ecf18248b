//! What a browser test stands on: the built page on a local server that remembers what it was asked for, and a browser
//! of its own that goes away with the test, however that ends.

mod site;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{ChromeCapabilities, prelude::*};

pub(crate) use site::Site;

/// How long a condition may take to come true. Generous: a busy machine is no failure.
const PATIENCE: Duration = Duration::from_secs(20);

/// How the page is looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View {
    /// Width of the page in CSS pixels.
    pub(crate) width: u32,
    /// Height of the page in CSS pixels.
    pub(crate) height: u32,
    /// Whether the reader prefers dark colours.
    pub(crate) dark: bool,
}

impl View {
    /// A laptop's window.
    pub(crate) const WIDE: Self = Self { width: 1440, height: 900, dark: false };
}

/// The built page, open in a browser.
pub(crate) struct Page {
    // Dropped in this order: the browser's session, its driver, the server.
    pub(crate) browser: WebDriver,
    _driver: Driver,
    pub(crate) site: Site,
}

impl Page {
    /// Opens the page at `address` (what follows the page's own path: a query, a fragment) and waits until it has started.
    pub(crate) async fn open(view: View, address: &str) -> WebDriverResult<Self> {
        let page = Self::not_yet(view, Site::start()).await?;
        page.go(address).await?;
        Ok(page)
    }

    /// A browser that shows nothing yet.
    pub(crate) async fn not_yet(view: View, site: Site) -> WebDriverResult<Self> {
        let driver = Driver::start();
        let browser = WebDriver::new(driver.address.as_str(), capabilities()?).await?;
        let page = Self { browser, _driver: driver, site };
        page.look(view).await?;
        Ok(page)
    }

    /// Has the browser itself do something, by its own protocol.
    pub(crate) async fn cdp(&self, command: &str, parameters: Value) -> WebDriverResult<Value> {
        self.browser.cdp().send_raw(command, parameters).await
    }

    /// Runs a script in every page before anything else does.
    pub(crate) async fn before_each_page(&self, script: &str) -> WebDriverResult<()> {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        Ok(())
    }

    /// Changes how the page is looked at. By the browser's own emulation, because windows do not get as narrow as phones.
    pub(crate) async fn look(&self, view: View) -> WebDriverResult<()> {
        let View { width, height, dark } = view;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        let colours = json!({ "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } });
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": [colours] })).await?;
        Ok(())
    }

    /// Loads the page afresh at `address` and waits until it has started.
    pub(crate) async fn go(&self, address: &str) -> WebDriverResult<()> {
        self.load(address).await?;
        self.started().await
    }

    /// Loads the page once more as it is, and waits until it has started.
    pub(crate) async fn reload(&self) -> WebDriverResult<()> {
        self.browser.refresh().await?;
        self.started().await
    }

    /// Waits until the program runs. The page is readable before; once it has started, it puts itself under a second policy.
    pub(crate) async fn started(&self) -> WebDriverResult<()> {
        self.until("document.querySelectorAll('meta[http-equiv=Content-Security-Policy]').length > 1").await?;
        self.drawn().await
    }

    /// Waits until all that was done is drawn.
    pub(crate) async fn drawn(&self) -> WebDriverResult<()> {
        let frames = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));";
        self.browser.execute(frames, Vec::new()).await?;
        Ok(())
    }

    /// Loads the page afresh at `address`.
    pub(crate) async fn load(&self, address: &str) -> WebDriverResult<()> {
        // By way of an empty page: a mere change of the fragment would load nothing.
        self.browser.goto("about:blank").await?;
        self.browser.goto(format!("{}{address}", self.site.address)).await
    }

    /// The value of a JavaScript expression in the page.
    pub(crate) async fn value(&self, expression: &str) -> WebDriverResult<Value> {
        Ok(self.browser.execute(format!("return ({expression});"), Vec::new()).await?.json().clone())
    }

    /// The value of a JavaScript expression that gives a text; empty where it gives none.
    pub(crate) async fn text(&self, expression: &str) -> WebDriverResult<String> {
        Ok(self.value(expression).await?.as_str().unwrap_or_default().to_owned())
    }

    /// The value of a JavaScript expression that gives a list of texts.
    pub(crate) async fn texts(&self, expression: &str) -> WebDriverResult<Vec<String>> {
        Ok(serde_json::from_value(self.value(expression).await?)?)
    }

    /// Waits until a JavaScript expression is true, and fails where it stays false.
    pub(crate) async fn until(&self, condition: &str) -> WebDriverResult<()> {
        let start = Instant::now();
        while self.value(condition).await? != Value::Bool(true) {
            if start.elapsed() > PATIENCE {
                let address = self.browser.current_url().await?;
                let log = self.console().await?;
                panic!("waited {PATIENCE:?} for `{condition}` at {address}; console: {log:?}");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Types, wherever the focus is.
    pub(crate) async fn keys(&self, keys: &str) -> WebDriverResult<()> {
        self.browser.action_chain().send_keys(keys).perform().await
    }

    /// Presses a key, wherever the focus is.
    pub(crate) async fn press(&self, key: Key) -> WebDriverResult<()> {
        self.browser.action_chain().send_keys(key).perform().await
    }

    /// Clicks the first element that a selector finds, as a reader would: it must be visible and lie on top.
    pub(crate) async fn click(&self, selector: &str) -> WebDriverResult<()> {
        let element = self.browser.find(By::Css(selector)).await?;
        element.scroll_into_view().await?;
        element.click().await
    }

    /// What the console said since it was last asked, but for notices of the browser's own.
    pub(crate) async fn console(&self) -> WebDriverResult<Vec<String>> {
        let entries = self.browser.get_log("browser").await?;
        Ok(entries.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    /// Every address the browser asked for since it was last asked, whoever would have answered.
    pub(crate) async fn asked_for(&self) -> WebDriverResult<Vec<String>> {
        let mut addresses = Vec::new();
        for entry in self.browser.get_log("performance").await? {
            let event: Value = serde_json::from_str(&entry.message)?;
            let event = &event["message"];
            if event["method"] == "Network.requestWillBeSent" {
                addresses.push(event["params"]["request"]["url"].as_str().unwrap_or_default().to_owned());
            }
            if event["method"] == "Network.webSocketCreated" {
                addresses.push(event["params"]["url"].as_str().unwrap_or_default().to_owned());
            }
        }
        Ok(addresses)
    }
}

fn capabilities() -> WebDriverResult<ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    if let Some(chrome) = std::env::var_os("CROSSCHECK_CHROME") {
        capabilities.set_binary(&chrome.to_string_lossy())?;
    }
    for argument in [
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
    ] {
        capabilities.add_arg(argument)?;
    }
    capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" }))?;
    Ok(capabilities)
}

/// A chromedriver of its own, on a port of its own choice.
struct Driver {
    process: Child,
    address: String,
    /// What browsers leave behind, megabytes each time.
    leftovers: PathBuf,
}

/// Tells the drivers of one run apart.
static NEXT: AtomicUsize = AtomicUsize::new(0);

impl Driver {
    /// It wants one port number twice, for both kinds of addresses, and ends where somebody else took the second meanwhile.
    fn start() -> Self {
        (0..5).find_map(|_| Self::try_start()).expect("chromedriver names a port")
    }

    fn try_start() -> Option<Self> {
        let program = std::env::var_os("CROSSCHECK_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let leftovers = std::env::temp_dir().join(format!("crosscheck-{}-{number}", std::process::id()));
        fs::create_dir_all(&leftovers).expect("the folder for temporary files can be written");
        let mut process = Command::new(&program)
            .arg("--port=0")
            .env("TMPDIR", &leftovers)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} did not start ({error}): run `cargo xtask test`", program.display()));
        let mut lines = BufReader::new(process.stdout.take().expect("stdout is piped")).lines().map_while(Result::ok);
        let port = lines.find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        let Some(port) = port else {
            // It has ended already, or is about to.
            let _ = process.wait();
            let _ = fs::remove_dir_all(&leftovers);
            return None;
        };
        // Read on, so that the driver never waits for somebody to do so.
        thread::spawn(move || lines.for_each(drop));
        Some(Self { process, address: format!("http://127.0.0.1:{port}"), leftovers })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
        // The browser is on its way out, and may still write.
        for _ in 0..50 {
            if fs::remove_dir_all(&self.leftovers).is_ok() {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}
