//! What a browser test stands on: the built page on a local server that remembers what it was asked for, and a browser
//! of its own that goes away with the test, however that ends.

mod deploy;
mod driver;
mod site;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::prelude::*;

#[allow(unused_imports, reason = "pictures.rs and speed.rs use another part of it")]
pub(crate) use self::{deploy::deployed, driver::Engine, driver::Lack, site::Fault, site::Site};
use driver::Driver;

/// How long a condition may take to come true. Generous: a busy machine is no failure.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// Whether the site is kept for a visit without a network.
pub(crate) const KEPT: &str = "navigator.serviceWorker.controller?.state === 'activated'";

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
    driver: Driver,
    engine: Engine,
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
        let page = Self::within(Engine::Chromium, site).await?;
        page.look(view).await?;
        Ok(page)
    }

    /// A browser of any kind that shows nothing yet.
    pub(crate) async fn within(engine: Engine, site: Site) -> WebDriverResult<Self> {
        Self::lacking(Lack::Nothing, engine, site).await
    }

    /// One that lacks something.
    pub(crate) async fn lacking(lack: Lack, engine: Engine, site: Site) -> WebDriverResult<Self> {
        let driver = Driver::start(engine);
        let browser = driver.browser(engine, lack).await?;
        let page = Self { browser, driver, engine, site };
        if (engine, lack) == (Engine::Chromium, Lack::Room) {
            let origin: Vec<&str> = page.site.address.split('/').take(3).collect();
            page.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": origin.join("/"), "quotaSize": 1 })).await?;
        }
        Ok(page)
    }

    /// Has the browser itself do something, by its own protocol. Chromium only, as what builds on it.
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

    /// Goes to `address` from the page that is there, as a link would, and waits until it has started.
    pub(crate) async fn follow(&self, address: &str) -> WebDriverResult<()> {
        self.browser.goto(format!("{}{address}", self.site.address)).await?;
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

    /// What the console said since it was last asked, but for notices of the browser's own; of Firefox, errors only.
    pub(crate) async fn console(&self) -> WebDriverResult<Vec<String>> {
        if self.engine != Engine::Chromium {
            let error = format!("JavaScript error: {}", self.site.address);
            let of_page = |line: &String| {
                line.starts_with(&error) || line.starts_with("console.error: ") && !line.contains(": RSLoader:")
            };
            return Ok(self.driver.said().into_iter().filter(of_page).collect());
        }
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
