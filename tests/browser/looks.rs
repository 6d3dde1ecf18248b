//! Widths, type, colours, paper.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Fault, Page, Site, View};
use crate::{ADDRESS, OPEN, ROWS, letter_of, open_first_cell, seeds};

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn no_width_makes_the_page_scroll_sideways() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    for width in [1440, 1024, 820, 600, 390, 320] {
        for dark in [false, true] {
            page.look(View { width, height: 844, dark }).await?;
            page.go("").await?;
            for open in [false, true] {
                if open {
                    page.click("table#claims button.cell").await?;
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
async fn a_very_long_word_stays_inside_the_page() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let lengthen = "document.querySelectorAll('h1 .said, .sources b, .sources bdi, .headline .said, bdi, q, .says .value, .ways button span, \
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
    let parts = "globalThis.parts = [...document.querySelectorAll('body *')] \
        .filter(part => part.checkVisibility() && part.textContent.trim()) \
        .map(part => [part, parseFloat(getComputedStyle(part).fontSize)]), globalThis.parts.length";
    assert!(page.value(parts).await?.as_u64() > Some(100));
    page.value("document.documentElement.style.setProperty('font-size', '32px')").await?;
    // In a narrower table values are a little smaller: nothing has to double to the pixel.
    let small = "globalThis.parts.filter(([part, before]) => parseFloat(getComputedStyle(part).fontSize) < before * 1.5) \
        .map(([part, before]) => `${before} ${part.tagName} ${part.className}`)";
    assert_eq!(page.texts(small).await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_colours_that_a_reader_has_chosen_stay() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let ground = "getComputedStyle(document.body).backgroundColor";
    let light = page.text(ground).await?;
    let button = ".mast [data-do=theme]";
    let word = format!("document.querySelector('{button}').innerText");
    assert!(page.text(&word).await?.ends_with("auto"));
    for (theme, dark) in [("light", false), ("dark", true)] {
        page.click(button).await?;
        page.until(&format!("{word}.endsWith('{theme}')")).await?;
        assert_eq!(page.text(ground).await? != light, dark, "{theme}");
        page.reload().await?;
        assert!(page.text(&word).await?.ends_with(theme));
        assert_eq!(page.text(ground).await? != light, dark, "{theme} after a reload");
    }
    let dark = page.text(ground).await?;
    page.click(button).await?;
    page.until(&format!("{word}.endsWith('auto') && {ground} === '{light}'")).await?;
    page.look(View { dark: true, ..View::WIDE }).await?;
    page.until(&format!("{ground} === '{dark}'")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_chosen_colours_are_there_before_the_program_is() -> WebDriverResult<()> {
    let page = Page::not_yet(View::WIDE, Site::start()).await?;
    page.site.faults([(".wasm", Fault::Missing)]);
    page.load("").await?;
    let ground = "getComputedStyle(document.body).backgroundColor";
    let light = page.text(ground).await?;
    page.value("localStorage.setItem('crosscheck-theme', 'dark')").await?;
    page.load("").await?;
    assert_ne!(page.text(ground).await?, light);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn on_paper_every_claim_is_there_and_nothing_to_press() -> WebDriverResult<()> {
    let page = Page::open(View { dark: true, ..View::WIDE }, "").await?;
    let rows = page.value(&format!("{ROWS}.length")).await?;
    open_first_cell(&page).await?;
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    page.until("matchMedia('print').matches").await?;
    assert_eq!(page.value(&format!("{ROWS}.length")).await?, rows);
    let seen = "['.bar', '.skip', '#pane', '.mast button', '.overview'].filter(part => document.querySelector(part).getClientRects().length)";
    assert_eq!(page.texts(seen).await?, Vec::<String>::new());
    let ground = page.text("getComputedStyle(document.body).backgroundColor").await?;
    assert_eq!(ground, "rgba(0, 0, 0, 0)", "paper is not printed");
    let paper = page.cdp("Page.printToPDF", json!({})).await?;
    assert!(paper["data"].as_str().is_some_and(|pdf| pdf.starts_with("JVBERi") && pdf.len() > 20_000), "a PDF");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn on_paper_each_cell_names_its_sentence_among_those_of_the_articles_below() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    page.until("matchMedia('print').matches").await?;
    let names =
        page.texts("[...document.querySelectorAll('#claims .cell, #claims .more')].map(cell => cell.dataset.open)");
    let names = names.await?;
    assert!(names.len() > 100 && names.iter().any(|name| name == "A1"), "{names:?}");
    let printed = page
        .texts(
            "['.cell', '.more'].map(part => document.querySelector(`#claims ${part}`)) \
        .flatMap(part => [getComputedStyle(part, '::after').content, `\" ${part.dataset.open}\"`])",
        )
        .await?;
    assert!(printed[0] == printed[1] && printed[2] == printed[3], "{printed:?}");
    let number =
        page.text("getComputedStyle(document.querySelector('#read .text p > span'), '::before').content").await?;
    assert!(number.starts_with("counter(article, upper-alpha) counter(sentence)"), "{number}");
    // What is counted: the sentences of each sheet, the sheets one after the other.
    let seeds = seeds();
    for (index, text) in seeds.iter().enumerate() {
        let letter = letter_of(index);
        let sheet = format!("document.querySelectorAll('#read .sheet')[{index}]");
        let shown = page
            .texts(&format!("[...{sheet}.querySelectorAll('[data-open]')].map(sentence => sentence.textContent)"))
            .await?;
        assert!(
            page.value(&format!("{sheet}.getClientRects().length")).await?.as_u64() > Some(0),
            "{letter} is printed"
        );
        for name in names.iter().filter_map(|name| name.strip_prefix(letter.as_str())) {
            let number: usize = name.split('.').next().and_then(|number| number.parse().ok()).expect("a number");
            assert!((1..=shown.len()).contains(&number) && text.contains(&shown[number - 1]), "{letter}{name}");
        }
    }
    // It is the sentence that the cell opens.
    page.cdp("Emulation.setEmulatedMedia", json!({ "media": "screen" })).await?;
    for name in ["A1", "B5"] {
        let number: usize = name[1..].parse().expect("a number");
        let sheet = usize::from(name.as_bytes()[0] - b'A');
        page.click(&format!("#claims [data-open='{name}']")).await?;
        page.until(&format!("{OPEN} && document.querySelector('#pane mark.sentence').textContent
            === document.querySelectorAll('#read .sheet')[{sheet}].querySelectorAll('[data-open]')[{number} - 1].textContent")).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn another_language_changes_the_tools_words_and_none_of_the_articles() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "?show=differ").await?;
    open_first_cell(&page).await?;
    let said = "[...document.querySelectorAll('.top .said, #claims .said, #pane .said, #claims .says:not(.same) .value')].map(part => part.textContent)";
    let (before, address) = (page.texts(said).await?, page.text(ADDRESS).await?);
    for (tag, word) in [("de", "Aussage"), ("en", "Claim")] {
        page.click(&format!(".mast a[hreflang={tag}]")).await?;
        page.until(&format!("document.documentElement.lang === '{tag}'")).await?;
        page.started().await?;
        page.until(&format!("{OPEN} && document.querySelector('#claims th').textContent === '{word}'")).await?;
        assert_eq!(page.text(ADDRESS).await?, address, "all stays as it was chosen");
        assert_eq!(page.texts(said).await?, before);
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn longer_words_of_another_language_stay_inside_the_page() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    for width in [1440, 1024, 820, 600, 390, 320] {
        page.look(View { width, height: 844, dark: false }).await?;
        page.go("de/").await?;
        page.click("table#claims button.cell").await?;
        page.until(OPEN).await?;
        let widest = "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth)";
        assert_eq!(page.value(widest).await?, width);
    }
    Ok(())
}
