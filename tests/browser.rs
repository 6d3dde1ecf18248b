//! The built page in a real browser: what readers can do, and what the page must never do.
//!
//! `cargo xtask test` builds the page and runs these; they need `dist/`, a Chrome or Chromium and its chromedriver.
//!
//! Each test has a worker thread besides its own: when a test fails, its browser is closed while its own thread is busy
//! with the failure.

#[allow(dead_code, reason = "pictures.rs shares it and uses another part of it")]
mod support;

use std::path::Path;

use support::{Page, View};
use thirtyfour::prelude::*;

/// The rows that can be seen.
const ROWS: &str = "[...document.querySelectorAll('table#claims tbody tr')].filter(row => row.getClientRects().length)";
/// Whether a sentence is open to be read.
const OPEN: &str =
    "(mark => mark !== null && mark.getClientRects().length > 0)(document.querySelector('#pane mark.sentence'))";

fn facts() -> String {
    format!("{ROWS}.map(row => row.dataset.fact)")
}

fn cell(fact: &str, letter: &str) -> String {
    format!("table#claims tr[data-fact='{fact}'] button.cell[data-article='{letter}']")
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
    let fact = page.text(&format!("{first}.closest('tr').dataset.fact")).await?;
    let letter = page.text(&format!("{first}.dataset.article")).await?;
    page.click(&cell(&fact, &letter)).await?;
    page.until(OPEN).await?;
    Ok((fact, letter))
}

/// Does what readers do: opens, closes, filters, goes back.
async fn walk_about(page: &Page) -> WebDriverResult<()> {
    open_first_cell(page).await?;
    page.press(Key::Escape).await?;
    page.until(&format!("!{OPEN}")).await?;
    for filter in ["differ", "agree", "one", "all"] {
        page.click(&format!("button[data-show='{filter}']")).await?;
        page.until(&format!("document.querySelector(\"button[data-show='{filter}']\").ariaPressed === 'true'")).await?;
    }
    open_first_cell(page).await?;
    page.browser.back().await?;
    page.until(&format!("!{OPEN}")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_page_opens_with_a_column_for_each_article() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let columns = page.value("document.querySelectorAll('table#claims thead th[scope=col]').length").await?;
    assert_eq!(columns, 1 + seeds().len(), "one column for the claim and one for each article");
    assert!(page.browser.title().await?.contains("Crosscheck"));
    assert_ne!(page.text("document.querySelector('h1').textContent.trim()").await?, "");
    assert_ne!(page.text("document.querySelector('table#claims caption').textContent.trim()").await?, "");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn every_row_says_for_every_article_what_it_says_or_that_nothing_was_found() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let rows = page.value(&format!("{ROWS}.length")).await?;
    assert!(rows.as_u64() > Some(0), "there is something to compare");
    let articles = seeds().len();
    let odd = format!(
        "{ROWS}.filter(row => row.querySelector('th[scope=row]') === null || row.querySelectorAll('td').length !== {articles} || \
         ![...row.querySelectorAll('td')].every(td => td.matches('.silent') !== (td.querySelector('button.cell') !== null)) \
         ).map(row => row.dataset.fact)"
    );
    assert_eq!(page.texts(&odd).await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_cell_opens_its_sentence_and_the_sentence_stands_in_the_article() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let seeds = seeds();
    let facts = page.texts(&facts()).await?;
    // All of the first rows, which readers see first, and some of every part of the rest.
    let chosen = facts.iter().enumerate().filter(|(index, _)| *index < 10 || index % 7 == 0);
    for (_, fact) in chosen {
        let letters = page
            .texts(&format!(
                "[...document.querySelectorAll(\"table#claims tr[data-fact='{fact}'] button.cell\")].map(cell => cell.dataset.article)"
            ))
            .await?;
        assert!(!letters.is_empty(), "nobody says {fact}");
        for (index, text) in seeds.iter().enumerate() {
            let letter = letter_of(index);
            if !letters.contains(&letter) {
                continue;
            }
            page.click(&cell(fact, &letter)).await?;
            page.until(&format!(
                "{OPEN} && location.hash === '#{fact}' && new URLSearchParams(location.search).get('pane').startsWith('{letter}')"
            ))
            .await?;
            let sentence = page.text("document.querySelector('#pane mark.sentence').textContent").await?;
            assert!(!sentence.trim().is_empty(), "{fact} {letter}: an empty sentence");
            assert!(text.contains(&sentence), "{fact} {letter}: not in the article: {sentence:?}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_filter_shows_the_rows_of_its_states_and_the_address_keeps_it() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "?show=all").await?;
    let all = page.texts(&facts()).await?;
    let mut shown = Vec::new();
    let filters =
        [("differ", &["differ", "different_events"][..]), ("agree", &["agree", "less_precise"]), ("one", &["single"])];
    for (filter, statuses) in filters {
        page.click(&format!("button[data-show='{filter}']")).await?;
        page.until(&format!("new URLSearchParams(location.search).get('show') === '{filter}'")).await?;
        page.until(&format!("document.querySelector(\"button[data-show='{filter}']\").ariaPressed === 'true'")).await?;
        let pressed = page.value("document.querySelectorAll('button[data-show][aria-pressed=true]').length").await?;
        assert_eq!(pressed, 1);
        for status in page.texts(&format!("{ROWS}.map(row => row.dataset.status)")).await? {
            assert!(statuses.contains(&status.as_str()), "{status:?} is shown under {filter:?}");
        }
        let facts = page.texts(&facts()).await?;
        assert!(!facts.is_empty(), "nothing is shown under {filter:?}");
        page.go(&format!("?show={filter}")).await?;
        assert_eq!(page.texts(&self::facts()).await?, facts, "the address does not give the same rows again");
        shown.extend(facts);
    }
    page.go("").await?;
    // Of unsure rows nothing is claimed: no filter but All has them.
    shown.extend(
        page.texts(&format!("{ROWS}.filter(row => row.dataset.status === 'unsure').map(row => row.dataset.fact)"))
            .await?,
    );
    shown.sort();
    let mut all = all;
    all.sort();
    assert_eq!(shown, all, "the filters together show every row once");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn an_address_restores_the_filter_and_the_open_sentence() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "?show=differ").await?;
    let (fact, letter) = open_first_cell(&page).await?;
    let sentence = page.text("document.querySelector('#pane mark.sentence').textContent").await?;
    let address = page.text("location.search + location.hash").await?;
    assert!(address.contains("show=differ") && address.contains(&format!("pane={letter}")), "{address}");
    assert!(address.ends_with(&format!("#{fact}")), "{address}");

    page.go(&address).await?;
    page.until(OPEN).await?;
    assert_eq!(page.text("document.querySelector('#pane mark.sentence').textContent").await?, sentence);
    let pressed = page.text("document.querySelector('button[data-show][aria-pressed=true]').dataset.show").await?;
    assert_eq!(pressed, "differ");
    assert_eq!(page.text("location.search + location.hash").await?, address);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn going_back_closes_the_sentence_and_forward_opens_it_again() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    open_first_cell(&page).await?;
    page.browser.back().await?;
    page.until(&format!("!{OPEN} && !location.search.includes('pane')")).await?;
    page.browser.forward().await?;
    page.until(&format!("{OPEN} && location.search.includes('pane')")).await?;
    page.click("#pane .close").await?;
    page.until(&format!("!{OPEN}")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_keyboard_alone_opens_and_closes_a_sentence_and_focus_returns() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let on_cell = "document.activeElement.matches('table#claims button.cell')";
    let mut presses = 0;
    while page.value(on_cell).await? != true {
        page.press(Key::Tab).await?;
        presses += 1;
        assert!(presses < 200, "no cell is reached with the Tab key");
    }
    // A cell draws it around the whole of its field, which is a pseudo-element.
    let outlines = "['', '::after'].map(part => getComputedStyle(document.activeElement, part).outlineStyle)";
    assert!(page.texts(outlines).await?.iter().any(|style| style != "none"), "one sees where the focus is");
    let here = "document.activeElement.closest('tr')?.dataset.fact + ' ' + document.activeElement.dataset.article";
    let before = page.text(here).await?;
    page.press(Key::Enter).await?;
    page.until(OPEN).await?;
    page.press(Key::Escape).await?;
    page.until(&format!("!{OPEN} && {on_cell}")).await?;
    assert_eq!(page.text(here).await?, before);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn an_address_of_a_claim_that_is_gone_says_so() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "#no-such-claim").await?;
    page.until("[...document.querySelectorAll('[role=status]')].some(status => status.textContent.trim() !== '')")
        .await?;
    assert_eq!(page.value(OPEN).await?, false);
    assert!(!page.texts(&facts()).await?.is_empty(), "the comparison is there all the same");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_console_stays_empty() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    walk_about(&page).await?;
    page.look(View { width: 390, height: 844, dark: true }).await?;
    page.until("document.querySelector('ol.cards > li[data-fact]').getClientRects().length > 0").await?;
    assert_eq!(page.console().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn no_request_leaves_the_page_and_none_is_made_after_the_start() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
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

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn phones_get_cards_instead_of_the_table_and_the_same_sentences() -> WebDriverResult<()> {
    let page = Page::open(View { width: 390, height: 844, dark: false }, "").await?;
    let seen = |selector: &str| format!("document.querySelector('{selector}').getClientRects().length > 0");
    assert_eq!(page.value(&seen("ol.cards > li[data-fact]")).await?, true);
    assert_eq!(page.value(&seen("table#claims")).await?, false);
    let letter = page.text("document.querySelector('ol.cards button.cell').dataset.article").await?;
    page.click("ol.cards button.cell").await?;
    page.until(OPEN).await?;
    let sentence = page.text("document.querySelector('#pane mark.sentence').textContent").await?;
    assert!(seeds()[usize::from(letter.as_bytes()[0] - b'A')].contains(&sentence), "{sentence:?}");
    page.click("#pane .close").await?;
    page.until(&format!("!{OPEN}")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn no_width_makes_the_page_scroll_sideways() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    for width in [1440, 1024, 820, 600, 390, 320] {
        for dark in [false, true] {
            page.look(View { width, height: 844, dark }).await?;
            page.go("").await?;
            for open in [false, true] {
                if open {
                    let list =
                        if page.value("document.querySelector('table#claims').getClientRects().length > 0").await?
                            == true
                        {
                            "table#claims"
                        } else {
                            "ol.cards"
                        };
                    page.click(&format!("{list} button.cell")).await?;
                    page.until(OPEN).await?;
                }
                let widest =
                    page.value("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth)");
                assert_eq!(widest.await?, width, "dark: {dark}, with an open sentence: {open}");
            }
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_closed_sentence_leaves_nothing_in_the_history() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let differ = "document.querySelector(\"button[data-show='differ']\").ariaPressed === 'true'";
    open_first_cell(&page).await?;
    page.press(Key::Escape).await?;
    page.until(&format!("!{OPEN} && !location.search.includes('pane') && history.state !== true")).await?;
    page.click("button[data-show='differ']").await?;
    page.until(differ).await?;
    open_first_cell(&page).await?;
    page.browser.back().await?;
    page.until(&format!("!{OPEN} && {differ} && location.search === '?show=differ'")).await?;
    page.browser.back().await?;
    assert_eq!(page.browser.current_url().await?.as_str(), "about:blank", "Back leaves the page, not the filter");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_next_source_is_read_where_its_cell_would_open_it() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let marked = "document.querySelector('#pane mark.sentence').textContent + ' | ' + document.querySelector('#pane mark.value')?.textContent";
    let at =
        |letter: &str| format!("{OPEN} && new URLSearchParams(location.search).get('pane').startsWith('{letter}')");
    for fact in page.texts(&facts()).await?.into_iter().take(12) {
        let cells = format!(
            "[...document.querySelectorAll(\"table#claims tr[data-fact='{fact}'] button.cell\")].map(cell => cell.dataset.article)"
        );
        let letters = page.texts(&cells).await?;
        let [first, second, ..] = letters.as_slice() else { continue };
        page.click(&cell(&fact, second)).await?;
        page.until(&format!("{} && location.hash === '#{fact}'", at(second))).await?;
        let by_cell = page.text(marked).await?;
        page.click(&cell(&fact, first)).await?;
        page.until(&at(first)).await?;
        page.click("#pane .steps .next").await?;
        page.until(&at(second)).await?;
        assert_eq!(page.text(marked).await?, by_cell, "{fact} {second}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn escape_brings_the_focus_back_to_the_cell_from_anywhere() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let (fact, letter) = open_first_cell(&page).await?;
    let on_cell = format!("document.activeElement === document.querySelector(\"{}\")", cell(&fact, &letter));
    page.value("document.querySelector('.mast button').focus()").await?;
    page.press(Key::Escape).await?;
    page.until(&format!("!{OPEN} && {on_cell}")).await?;
    page.press(Key::Enter).await?;
    page.until(OPEN).await?;
    page.value("document.querySelector('#pane .to-cell').focus()").await?;
    page.press(Key::Enter).await?;
    page.until(&format!("{OPEN} && {on_cell}")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_very_long_word_stays_inside_the_page() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let lengthen = "document.querySelectorAll('h1 .said, .sources b, .sources bdi, .headline .said, bdi, q, .value, .ways button span, \
                    #pane mark.value, #pane .text p').forEach(part => { part.textContent = 'wort'.repeat(120); })";
    let widest = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth)";
    for width in [1440, 1024, 820, 600, 390, 320] {
        page.look(View { width, height: 844, dark: false }).await?;
        for open in [false, true] {
            page.go("").await?;
            if open {
                page.value(
                    "[...document.querySelectorAll('button.cell')].find(cell => cell.getClientRects().length).click()",
                )
                .await?;
                page.until(OPEN).await?;
            }
            page.value(lengthen).await?;
            assert_eq!(page.value(widest).await?, width, "with an open sentence: {open}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn all_type_grows_with_the_size_that_the_reader_has_chosen() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    open_first_cell(&page).await?;
    let sizes = "[...document.querySelectorAll('body *')].filter(part => part.checkVisibility() && part.textContent.trim()) \
                 .map(part => getComputedStyle(part).fontSize)";
    let before = page.texts(sizes).await?;
    page.value("document.documentElement.style.setProperty('font-size', '32px')").await?;
    let after = page.texts(sizes).await?;
    let pixels = |size: &String| size.trim_end_matches("px").parse::<f64>().expect("a size in pixels");
    // In a narrower table values are a little smaller: nothing has to double to the pixel.
    let small = before.iter().zip(&after).filter(|(before, after)| pixels(after) < pixels(before) * 1.5).count();
    assert_eq!((before.len(), small), (after.len(), 0));
    Ok(())
}
