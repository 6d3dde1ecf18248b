//! The main path in every engine: served, without a network, and as one file from disk.

use std::path::Path;
use std::time::{Duration, Instant};

use thirtyfour::prelude::*;

use crate::support::{Engine, KEPT, PATIENCE, Page, Site};
use crate::{OPEN, ROWS, chosen};

in_each_engine! {
    the_page_is_read_served_and_then_without_a_network
    the_one_file_is_read_from_disk
}

/// Where it can be had: `cargo xtask test` leaves it out elsewhere.
mod webkit {
    in_each_engine! { @ WebKit
        the_page_is_read_served_and_then_without_a_network
        the_one_file_is_read_from_disk
    }
}

async fn the_page_is_read_served_and_then_without_a_network(engine: Engine) -> WebDriverResult<()> {
    let page = Page::within(engine, Site::start()).await?;
    page.go("").await?;
    read(&page).await?;
    page.until(KEPT).await?;
    page.site.cut_off();
    page.go("").await?;
    read(&page).await
}

async fn the_one_file_is_read_from_disk(engine: Engine) -> WebDriverResult<()> {
    let page = Page::within(engine, Site::start()).await?;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/crosscheck.html");
    page.browser.goto(format!("file://{}", file.display())).await?;
    read(&page).await
}

/// Waits for the program, searches, clears the search, opens a sentence and closes it.
async fn read(page: &Page) -> WebDriverResult<()> {
    // The program has started where a key does something.
    let start = Instant::now();
    while page.value("document.activeElement.id === 'search'").await? != true {
        assert!(start.elapsed() < PATIENCE, "the program starts");
        page.keys("/").await?;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let all = format!("{ROWS}.length");
    let before = page.value(&all).await?;
    let search = page.browser.find(By::Css("#search")).await?;
    // As a reader empties a field, whatever the first key left in it.
    search.send_keys(Key::Control + "a").await?;
    search.send_keys("no such words in any article").await?;
    page.until(&format!("{all} === 0 && {}", chosen("q", "no such words in any article"))).await?;
    search.send_keys(Key::Control + "a").await?;
    search.send_keys(Key::Backspace + "").await?;
    page.until(&format!("{all} === {before}")).await?;
    page.click("table#claims button.cell").await?;
    page.until(&format!("{OPEN} && location.search.includes('pane=')")).await?;
    page.press(Key::Escape).await?;
    page.until(&format!("!{OPEN}")).await
}
