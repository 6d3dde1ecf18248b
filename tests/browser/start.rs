//! From the HTML as it was built to the running page, and what it asks of the network.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Page, Site, View};
use crate::{LAID_OUT, OPEN, PHONE, ROWS, open_first_cell, walk_about};

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_console_stays_empty() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    walk_about(&page).await?;
    page.look(View { dark: true, ..PHONE }).await?;
    page.until("document.querySelector('#claims thead').getClientRects().length === 0").await?;
    assert_eq!(page.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn no_request_leaves_the_page_and_none_is_made_after_the_start() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    // What a second visit without a network needs is fetched by the page's worker, once.
    page.until("navigator.serviceWorker.ready.then(worker => worker.active.state === 'activated')").await?;
    let of_page =
        |address: &String| page.site.owns(address) || address.starts_with("data:") || address == "about:blank";
    let at_start = page.asked_for().await?;
    assert!(at_start.iter().any(|address| page.site.owns(address)), "the browser reports its requests: {at_start:?}");
    assert_eq!(at_start.iter().filter(|address| !of_page(address)).collect::<Vec<_>>(), Vec::<&String>::new());
    let served_at_start = page.site.requests();
    assert!(served_at_start.iter().all(|path| page.site.has(path)), "not part of the page: {served_at_start:?}");

    walk_about(&page).await?;
    let later: Vec<String> =
        page.asked_for().await?.into_iter().filter(|address| !address.starts_with("data:")).collect();
    assert_eq!(later, Vec::<String>::new());
    assert_eq!(page.site.requests(), served_at_start);
    Ok(())
}

/// Counts what is put into the page and taken out of it from when its HTML is read.
const WATCH: &str = "document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive' || !document.getElementById('page')) return;
    const all = () => [...document.querySelectorAll('#page *')];
    const [changed, before] = [[], all()];
    const elements = list => [...list].filter(node => node.nodeType === Node.ELEMENT_NODE).map(node => node.outerHTML.slice(0, 200));
    new MutationObserver(records => records.forEach(record => changed.push(
        ...elements(record.addedNodes).map(html => `added ${html}`),
        ...elements(record.removedNodes).map(html => `removed ${html}`),
    ))).observe(document.getElementById('page'), { childList: true, subtree: true });
    globalThis.watched = () => before.some((node, at) => node !== all()[at]) ? [...changed, 'another order'] : changed;
    globalThis.count = before.length;
});";

/// Sums how far what stands on the screen was shifted without the reader's doing.
const SHIFTS: &str = "globalThis.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {
    if (!entry.hadRecentInput) globalThis.shift += entry.value;
})).observe({ type: 'layout-shift', buffered: true });";

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_program_takes_over_the_page_as_it_stands_and_replaces_nothing() -> WebDriverResult<()> {
    let page = Page::not_yet(View::WIDE, Site::start()).await?;
    page.before_each_page(WATCH).await?;
    page.go("").await?;
    // The last row is taken over when its marks for that are gone.
    page.until("!document.querySelector('#claims').innerHTML.includes('<!--')").await?;
    assert!(page.value("globalThis.count").await?.as_u64() > Some(500), "all of the page stood there before");
    assert_eq!(page.texts("globalThis.watched()").await?, Vec::<String>::new());
    open_first_cell(&page).await?;
    assert_ne!(page.texts("globalThis.watched()").await?, Vec::<String>::new(), "what is put in is noticed");
    Ok(())
}

const HEIGHT: &str = "document.documentElement.scrollHeight";
/// Every part that is skipped while it is far has been laid out, and is skipped again.
const SETTLED: &str = "document.documentElement.matches('.far') &&
    [...document.querySelectorAll('tbody tr, .lens:not(#read, #names)')].every(part => part.getAttribute('style') === '')";
/// A phone that is slow, and wider screens.
const WIDTHS: [View; 3] = [View::WIDE, View { width: 820, height: 1180, dark: false }, PHONE];

/// How far below the top of the screen an element stands, and where it would once it is gone to with everything laid out.
async fn stands(page: &Page, id: &str) -> WebDriverResult<(f64, f64)> {
    let top = format!("document.getElementById('{id}').getBoundingClientRect().top");
    let now = page.value(&top).await?.as_f64();
    page.value(LAID_OUT).await?;
    page.value(&format!("document.getElementById('{id}').scrollIntoView()")).await?;
    Ok((now.expect("a place"), page.value(&top).await?.as_f64().expect("a place")))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_is_far_away_gets_its_size_before_it_is_looked_at() -> WebDriverResult<()> {
    let page = Page::not_yet(View::WIDE, Site::start()).await?;
    for view in WIDTHS {
        page.look(view).await?;
        page.go("").await?;
        page.until(SETTLED).await?;
        let settled = page.value(HEIGHT).await?;
        page.value(LAID_OUT).await?;
        assert_eq!(page.value(HEIGHT).await?, settled, "at {}", view.width);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn links_lead_to_their_place_on_a_slow_machine_too() -> WebDriverResult<()> {
    let page = Page::not_yet(View::WIDE, Site::start()).await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    for view in WIDTHS {
        page.look(view).await?;
        page.go("").await?;
        let row = page.text(&format!("{ROWS}[30].id")).await?;
        // At once, while sizes are still guessed.
        page.click(".bar a[href$='#timeline']").await?;
        let (at, right) = stands(&page, "timeline").await?;
        assert!((at - right).abs() < 3.0, "gone to at once at {}: {at}, not {right}", view.width);
        for id in ["read", "quotes", &row] {
            page.go(&format!("#{id}")).await?;
            page.until("document.documentElement.matches('.far')").await?;
            let (at, right) = stands(&page, id).await?;
            assert!((at - right).abs() < 3.0, "{id} at {}: {at}, not {right}", view.width);
        }
        page.reload().await?;
        page.until("document.documentElement.matches('.far')").await?;
        let (at, right) = stands(&page, &row).await?;
        assert!((at - right).abs() < 3.0, "after a reload at {}: {at}, not {right}", view.width);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn rows_that_were_hidden_at_first_have_their_size_when_they_are_shown() -> WebDriverResult<()> {
    let page = Page::open(PHONE, "?show=differ").await?;
    page.click(".shown button").await?;
    page.until("document.documentElement.matches('.far')").await?;
    let shown = page.value(HEIGHT).await?;
    page.value(LAID_OUT).await?;
    assert_eq!(page.value(HEIGHT).await?, shown);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn nothing_jumps_while_the_page_starts_or_a_sentence_opens() -> WebDriverResult<()> {
    let page = Page::not_yet(View::WIDE, Site::start()).await?;
    page.before_each_page(SHIFTS).await?;
    for view in [View::WIDE, View { width: 820, height: 1180, dark: false }, PHONE] {
        page.look(view).await?;
        for address in ["", "?show=differ&sort=coverage"] {
            page.go(address).await?;
            page.drawn().await?;
            let shift = page.value("globalThis.shift").await?.as_f64();
            assert!(shift.is_some_and(|shift| shift <= 0.02), "{address:?} at {}: {shift:?}", view.width);
        }
        // Far enough down for the whole pane to have its place.
        let cell = format!("{ROWS}[6].querySelector('button.cell')");
        let place = format!("Math.round({cell}.getBoundingClientRect().top)");
        page.value(&format!("{cell}.scrollIntoView({{ block: 'center' }})")).await?;
        page.drawn().await?;
        // Only what opening moves: rows that a jump without a key or a click brings near are laid out in the frame after it, which
        // counts as a shift.
        page.value("globalThis.shift = 0").await?;
        let before = page.value(&place).await?.as_i64().expect("a number");
        let fact = page.text(&format!("{cell}.closest('tr').id")).await?;
        page.click(&format!("tr[id='{fact}'] button.cell")).await?;
        page.until(OPEN).await?;
        page.drawn().await?;
        let after = page.value(&place).await?.as_i64().expect("a number");
        // Where the pane lies over the page, a cell under it comes out from there.
        assert!((before - after).abs() <= 2 || view.width < 1024, "the cell moved from {before} to {after}");
        let seen = format!(
            "(rect => {cell}.contains(document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2)))
             ({cell}.getBoundingClientRect())"
        );
        assert_eq!(page.value(&seen).await?, true, "the cell can be seen at {}", view.width);
        let shift = page.value("globalThis.shift").await?.as_f64();
        assert!(shift.is_some_and(|shift| shift <= 0.02), "with a sentence open at {}: {shift:?}", view.width);
    }
    Ok(())
}
