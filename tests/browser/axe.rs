//! What axe-core finds wrong for readers with screen readers, keyboards or weak sight: nothing, in any view.

use std::fs;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::support::{Page, View};
use crate::{OPEN, open_first_cell};

/// All rules but those that need a human's eye; each violation as its rule and the elements.
const RUN: &str = "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(
    ({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary})`).join(' | ')}`
))";

/// Loads the page at an address with axe-core in it. By the browser's own protocol: the page's policy lets no script in.
async fn load(page: &Page, address: &str) -> WebDriverResult<()> {
    page.go(address).await?;
    let file = std::env::var_os("CROSSCHECK_AXE").expect("`cargo xtask test` gets axe-core and says where it is");
    let axe = fs::read_to_string(file).expect("axe-core");
    page.cdp("Runtime.evaluate", json!({ "expression": axe })).await?;
    Ok(())
}

/// What is wrong with what is shown, with the name of the view before it.
async fn wrong(page: &Page, view: &str) -> WebDriverResult<Vec<String>> {
    page.drawn().await?;
    let run = json!({ "expression": RUN, "awaitPromise": true, "returnByValue": true });
    let answer = page.cdp("Runtime.evaluate", run).await?;
    let Value::Array(found) = &answer["result"]["value"] else { panic!("axe-core gave {answer}") };
    Ok(found.iter().map(|violation| format!("{view}: {}", violation.as_str().unwrap_or_default())).collect())
}

/// Every view in one theme, wide and narrow.
async fn in_every_view(dark: bool) -> WebDriverResult<()> {
    let page = Page::open(View { dark, ..View::WIDE }, "").await?;
    let mut found = Vec::new();
    for (width, height) in [(1440, 900), (390, 844)] {
        page.look(View { width, height, dark }).await?;
        for address in ["", "?base=A&q=a", "?q=nothing-has-this", "#no-such-claim"] {
            load(&page, address).await?;
            found.extend(wrong(&page, &format!("{width} {address:?}")).await?);
        }
        load(&page, "").await?;
        open_first_cell(&page).await?;
        found.extend(wrong(&page, &format!("{width}, a sentence open")).await?);
        page.click("#pane .whole").await?;
        page.value("document.querySelectorAll('details').forEach(part => { part.open = true; })").await?;
        found.extend(wrong(&page, &format!("{width}, all unfolded")).await?);
        page.press(Key::Escape).await?;
        page.until(&format!("!{OPEN}")).await?;
        page.click("button.menu").await?;
        page.until("document.querySelector('#sources').matches(':popover-open')").await?;
        found.extend(wrong(&page, &format!("{width}, the sources' panel")).await?);
        load(&page, "").await?;
        page.click(".mast [data-do=help]").await?;
        page.until("document.querySelector('dialog.keys')?.open === true").await?;
        found.extend(wrong(&page, &format!("{width}, the list of keys")).await?);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn nothing_bars_readers_from_any_view_in_light_colours() -> WebDriverResult<()> {
    in_every_view(false).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn nothing_bars_readers_from_any_view_in_dark_colours() -> WebDriverResult<()> {
    in_every_view(true).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_bars_readers_is_found() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    load(&page, "").await?;
    page.value("document.querySelector('#search').removeAttribute('aria-label') ?? document.querySelector('#search').removeAttribute('placeholder')").await?;
    let found = wrong(&page, "without a label").await?;
    assert!(found.iter().any(|violation| violation.contains("label")), "{found:?}");
    Ok(())
}
