//! The main path in Firefox: served, without a network, and as one file.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use thirtyfour::{FirefoxCapabilities, prelude::*};

use super::OPEN;
use super::support::Site;

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(30);

/// A Firefox with its driver; both go with the test.
struct Firefox {
    browser: WebDriver,
    _driver: Driver,
}

/// The driver takes its browser along.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Firefox {
    async fn start() -> WebDriverResult<Self> {
        let program = std::env::var_os("CROSSCHECK_GECKODRIVER").unwrap_or_else(|| "geckodriver".into());
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let mut command = Command::new(&program);
        command.args(["--port", &port.to_string()]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let driver =
            Driver(command.spawn().unwrap_or_else(|error| {
                panic!("{} did not start ({error}): run `cargo xtask test`", program.display())
            }));
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < PATIENCE, "geckodriver does not answer");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let mut capabilities = FirefoxCapabilities::new();
        capabilities.add_arg("-headless")?;
        if let Some(firefox) = std::env::var_os("CROSSCHECK_FIREFOX") {
            capabilities.set_firefox_binary(&firefox.to_string_lossy())?;
        }
        let browser = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await?;
        Ok(Self { browser, _driver: driver })
    }

    async fn is(&self, condition: &str) -> WebDriverResult<bool> {
        let value = self.browser.execute(format!("return Boolean({condition});"), Vec::new()).await?;
        Ok(value.json() == true)
    }

    async fn until(&self, condition: &str) -> WebDriverResult<()> {
        let start = Instant::now();
        while !self.is(condition).await? {
            assert!(start.elapsed() < PATIENCE, "waited for {condition:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Waits for the program, opens a sentence, searches, and clears the search.
    async fn read(&self) -> WebDriverResult<()> {
        self.until("document.querySelector('table#claims tbody tr')").await?;
        // The program has started where a key does something.
        let body = self.browser.find(By::Css("body")).await?;
        let start = Instant::now();
        while !self.is("document.activeElement.id === 'search'").await? {
            assert!(start.elapsed() < PATIENCE, "the program starts");
            body.send_keys("/").await?;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let all = "document.querySelectorAll('table#claims tbody tr:not([hidden])').length";
        let before = self.browser.execute(format!("return {all};"), Vec::new()).await?.json().clone();
        let search = self.browser.find(By::Css("#search")).await?;
        // As a reader empties a field, whatever the first key left in it.
        search.send_keys(Key::Control + "a").await?;
        search.send_keys("no such words in any article").await?;
        self.until(&format!("{all} === 0 && location.search.includes('q=no+such')")).await?;
        search.send_keys(Key::Control + "a").await?;
        search.send_keys(Key::Backspace + "").await?;
        self.until(&format!("{all} === {before}")).await?;
        self.browser.find(By::Css("table#claims button.cell")).await?.click().await?;
        self.until(&format!("{OPEN} && location.search.includes('pane=')")).await?;
        self.browser.action_chain().send_keys(Key::Escape).perform().await?;
        self.until(&format!("!{OPEN}")).await
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn firefox_reads_the_page_served_and_then_without_a_network() -> WebDriverResult<()> {
    let firefox = Firefox::start().await?;
    let site = Site::start();
    firefox.browser.goto(&site.address).await?;
    firefox.read().await?;
    firefox.until("navigator.serviceWorker.controller").await?;
    let address = site.address.clone();
    drop(site);
    firefox.browser.goto("about:blank").await?;
    firefox.browser.goto(&address).await?;
    firefox.read().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn firefox_reads_the_one_file_from_disk() -> WebDriverResult<()> {
    let firefox = Firefox::start().await?;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/crosscheck.html");
    firefox.browser.goto(format!("file://{}", file.display())).await?;
    firefox.read().await
}
