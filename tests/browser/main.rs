//! The built page in a real browser: what readers can do, and what the page must never do.
//!
//! `cargo xtask test` builds the page and runs these; they need `dist/`, a Chrome or Chromium and its chromedriver.
//!
//! Each test has a worker thread besides its own: when a test fails, its browser is closed while its own thread is busy
//! with the failure.

#[allow(dead_code, reason = "pictures.rs shares it and uses another part of it")]
#[path = "../support/mod.rs"]
mod support;

/// Runs tests in the engines that must do it all: `mod chromium` and `mod gecko` have a test for each.
macro_rules! in_each_engine {
    ($($name:ident)+) => {
        mod chromium { in_each_engine! { @ Chromium $($name)+ } }
        mod gecko { in_each_engine! { @ Gecko $($name)+ } }
    };
    (@ $engine:ident $($name:ident)+) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 1)]
            async fn $name() -> thirtyfour::error::WebDriverResult<()> {
                super::$name(crate::support::Engine::$engine).await
            }
        )+
    };
}

mod axe;
mod choosing;
mod engines;
mod faults;
mod keyboard;
mod links;
mod looks;
mod reading;
mod start;

use std::path::Path;

use support::{Page, View};
use thirtyfour::prelude::*;

/// The rows that can be seen.
const ROWS: &str = "[...document.querySelectorAll('table#claims tbody tr')].filter(row => row.getClientRects().length)";
/// Lays everything out, what is far from the screen as well. Screen readers get that without it (tried over AT-SPI), the tree that the
/// browser's own protocol gives does not have it.
const LAID_OUT: &str =
    "document.querySelectorAll('tbody tr, .lens').forEach(part => part.style.contentVisibility = 'visible')";
/// Whether a sentence is open to be read.
const OPEN: &str =
    "(mark => mark !== null && mark.getClientRects().length > 0)(document.querySelector('#pane mark.sentence'))";
/// The query and the fragment of the address.
const ADDRESS: &str = "location.search + location.hash";
/// A phone.
const PHONE: View = View { width: 390, height: 844, dark: false };

fn facts() -> String {
    format!("{ROWS}.map(row => row.id)")
}

fn cell(fact: &str, letter: &str) -> String {
    format!("table#claims tr[id='{fact}'] button.cell[data-article='{letter}']")
}

/// Whether one thing in the address has this value.
fn chosen(key: &str, value: &str) -> String {
    format!("new URLSearchParams(location.search).get('{key}') === '{value}'")
}

/// The texts of the articles in `seeds/` as they are shown, in the order that gives them their letters.
fn seeds() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let folder = crosscheck_stories::read_folder(&folder).expect("seeds/ is part of the project");
    folder.sources.iter().map(|source| source.shown().into_owned()).collect()
}

fn letter_of(index: usize) -> String {
    char::from(b'A' + u8::try_from(index).expect("few articles")).to_string()
}

/// Opens the first row's first cell by mouse and gives its fact and letter.
async fn open_first_cell(page: &Page) -> WebDriverResult<(String, String)> {
    let first = "document.querySelector('table#claims button.cell')";
    let fact = page.text(&format!("{first}.closest('tr').id")).await?;
    let letter = page.text(&format!("{first}.dataset.article")).await?;
    page.click(&cell(&fact, &letter)).await?;
    page.until(OPEN).await?;
    Ok((fact, letter))
}

/// Does what readers do: opens, closes, filters, searches, sorts, reads the keys, goes back.
async fn walk_about(page: &Page) -> WebDriverResult<()> {
    open_first_cell(page).await?;
    page.press(Key::Escape).await?;
    page.until(&format!("!{OPEN}")).await?;
    for filter in ["differ", "agree", "one", "all"] {
        page.click(&format!("button[data-show='{filter}']")).await?;
        page.until(&format!("document.querySelector(\"button[data-show='{filter}']\").ariaPressed === 'true'")).await?;
    }
    page.click("#sort option[value=story]").await?;
    page.until(&chosen("sort", "story")).await?;
    page.click("#search").await?;
    page.keys("the").await?;
    page.until(&chosen("q", "the")).await?;
    page.click(".mast [data-do=help]").await?;
    page.until("document.querySelector('dialog.keys') !== null").await?;
    page.click("dialog.keys .close").await?;
    page.until("document.querySelector('dialog.keys') === null").await?;
    open_first_cell(page).await?;
    page.browser.back().await?;
    page.until(&format!("!{OPEN}")).await
}
