//! A Chrome or Chromium and the driver that fits it, a Firefox, and a `WebKit` where it can be had.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::places::{Places, run};

const BROWSERS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// A browser and its driver, of one version.
pub(crate) struct Browser {
    chrome: PathBuf,
    driver: PathBuf,
}

impl Browser {
    /// Tells the browser tests what to use.
    pub(crate) fn offer_to(&self, command: &mut Command) {
        command.env("CROSSCHECK_CHROME", &self.chrome).env("CROSSCHECK_CHROMEDRIVER", &self.driver);
    }

    /// The command that opens a file of ours, and prints the page once its scripts have run.
    pub(crate) fn open(&self, places: &Places, file: &Path) -> Command {
        let mut command = places.command(&self.chrome.to_string_lossy());
        // Without a sandbox, which needs rights that containers lack.
        command.args(["--headless", "--no-sandbox", "--dump-dom"]);
        command.arg(format!("--user-data-dir={}", places.target.join("timed-profile").display()));
        command.arg(format!("file://{}", file.display()));
        command
    }
}

/// Finds a browser, or installs one where that is ours to do.
pub(crate) fn ensure(places: &Places) -> Result<Browser, String> {
    let missing = match find(places) {
        Ok(browser) => return Ok(browser),
        Err(missing) => missing,
    };
    if !is_root_on_debian(places) {
        return Err(format!(
            "{missing}; install Chrome or Chromium and the chromedriver of the same version \
             (on Debian: sudo apt install chromium chromium-driver)"
        ));
    }
    println!("{missing}: installing chromium and chromium-driver with apt (about 100 MB, a minute or two, once)");
    apt(places, &["update"])?;
    apt(places, &["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"])?;
    find(places).map_err(|missing| format!("{missing}, though apt installed both; see apt's output above"))
}

/// Finds Firefox, or installs it where that is ours to do.
pub(crate) fn firefox(places: &Places) -> Result<PathBuf, String> {
    let found = || ["firefox-esr", "firefox"].iter().find_map(|name| places.find_program(name));
    if let Some(firefox) = found() {
        return Ok(firefox);
    }
    if !is_root_on_debian(places) {
        return Err("no Firefox on PATH; install it (on Debian: sudo apt install firefox-esr)".to_owned());
    }
    println!("No Firefox on PATH: installing firefox-esr with apt (about 70 MB, half a minute, once)");
    apt(places, &["update"])?;
    apt(places, &["install", "--yes", "--no-install-recommends", "firefox-esr"])?;
    found().ok_or_else(|| "no Firefox on PATH, though apt installed it; see apt's output above".to_owned())
}

/// Whether there is `WebKitGTK` with its driver and a screen to draw on; installs it where that is ours to do. Its tests are left out
/// elsewhere, for not every system has it.
pub(crate) fn webkit(places: &Places) -> bool {
    let found = || ["WebKitWebDriver", "Xvfb"].iter().all(|name| places.find_program(name).is_some());
    if !found() && is_root_on_debian(places) {
        println!(
            "No WebKit on PATH: installing webkit2gtk-driver and xvfb with apt (about 60 MB, half a minute, once)"
        );
        let installed = apt(places, &["update"])
            .and_then(|()| apt(places, &["install", "--yes", "--no-install-recommends", "webkit2gtk-driver", "xvfb"]));
        if let Err(message) = installed {
            println!("warning: {message}");
        }
    }
    let found = found();
    if !found {
        println!("No WebKit: its tests are left out (on Debian or Ubuntu: sudo apt install webkit2gtk-driver xvfb)");
    }
    found
}

fn apt(places: &Places, arguments: &[&str]) -> Result<(), String> {
    let mut command = places.command("apt-get");
    // Another apt may be at work on a machine that has just started.
    command.args(["-q", "-o", "DPkg::Lock::Timeout=300"]).args(arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive").stdin(Stdio::null());
    run(&mut command, "install by hand what it was to install")
}

/// The first browser whose driver fits; or what is missing, in words.
fn find(places: &Places) -> Result<Browser, String> {
    let major = |program: &str| {
        let version = places.version_of(program)?;
        version.split('.').next()?.parse::<u32>().ok()
    };
    let browsers: Vec<(PathBuf, u32)> =
        BROWSERS.iter().filter_map(|name| Some((places.find_program(name)?, major(name)?))).collect();
    if browsers.is_empty() {
        return Err("no Chrome or Chromium on PATH".to_owned());
    }
    let (Some(driver), Some(driver_major)) = (places.find_program("chromedriver"), major("chromedriver")) else {
        return Err("no chromedriver on PATH".to_owned());
    };
    let found: Vec<String> = browsers.iter().map(|(_, major)| major.to_string()).collect();
    match browsers.into_iter().find(|(_, major)| *major == driver_major) {
        Some((chrome, _)) => Ok(Browser { chrome, driver }),
        None => Err(format!("chromedriver is of version {driver_major}, the browser of version {}", found.join(", "))),
    }
}

/// Ubuntu's package of that name needs snapd, which containers lack: only Debian's is installed.
fn is_root_on_debian(places: &Places) -> bool {
    let debian = fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"));
    let user = places.command("id").arg("-u").output();
    debian && user.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
