//! Cells, and the sentences that they open.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::support::{Page, View};
use crate::{LAID_OUT, OPEN, PHONE, ROWS, cell, facts, letter_of, open_first_cell, seeds};

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
         ).map(row => row.id)"
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
                "[...document.querySelectorAll(\"table#claims tr[id='{fact}'] button.cell\")].map(cell => cell.dataset.article)"
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
async fn the_next_source_is_read_where_its_cell_would_open_it() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let marked = "document.querySelector('#pane mark.sentence').textContent + ' | ' + document.querySelector('#pane mark.value')?.textContent";
    let at =
        |letter: &str| format!("{OPEN} && new URLSearchParams(location.search).get('pane').startsWith('{letter}')");
    for fact in page.texts(&facts()).await?.into_iter().take(12) {
        let cells = format!(
            "[...document.querySelectorAll(\"table#claims tr[id='{fact}'] button.cell\")].map(cell => cell.dataset.article)"
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
async fn phones_get_a_card_for_each_claim_with_its_values_gathered_and_the_same_sentences() -> WebDriverResult<()> {
    let page = Page::open(PHONE, "").await?;
    assert_eq!(page.value("document.querySelector('#claims thead').getClientRects().length").await?, 0);
    let beside = format!(
        "{ROWS}.filter(row => new Set([...row.querySelectorAll('td.says')].map(td => td.getBoundingClientRect().left)).size > 1).length"
    );
    assert_eq!(page.value(&beside).await?, 0, "values stand under each other");
    // In the order in which they stand on the screen, values that are alike follow each other and the first of them says it.
    let scattered = format!(
        "{ROWS}.filter(row => {{
            const cells = [...row.querySelectorAll('td.says')]
                .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top);
            const group = cell => [...cell.classList].find(name => /^g[0-9]$/.test(name));
            return cells.some((cell, at) => cell.matches('.again') !== (at > 0 && group(cells[at - 1]) === group(cell))
                || cell.matches('.again') === (cell.querySelector('.value').getBoundingClientRect().width > 1));
        }}).map(row => row.id)"
    );
    assert_eq!(page.texts(&scattered).await?, Vec::<String>::new());
    assert_ne!(page.value("document.querySelectorAll('#claims td.again').length").await?, 0, "some are gathered");
    let (_, letter) = open_first_cell(&page).await?;
    let sentence = page.text("document.querySelector('#pane mark.sentence').textContent").await?;
    assert!(seeds()[usize::from(letter.as_bytes()[0] - b'A')].contains(&sentence), "{sentence:?}");
    page.click("#pane .close").await?;
    page.until(&format!("!{OPEN}")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn opening_a_sentence_draws_its_row_and_no_other() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let drawn = format!("{ROWS}.map(row => row.id + ' ' + row.querySelector('th').dataset.drawn)");
    let before = page.texts(&drawn).await?;
    let (fact, _) = open_first_cell(&page).await?;
    page.drawn().await?;
    let after = page.texts(&drawn).await?;
    let again: Vec<_> =
        before.iter().zip(&after).filter(|(before, after)| before != after).map(|(_, now)| now).collect();
    assert!(again.len() == 1 && again[0].starts_with(&format!("{fact} ")), "{again:?}");
    page.press(Key::Escape).await?;
    page.until(&format!("!{OPEN}")).await?;
    page.drawn().await?;
    let closed = page.texts(&drawn).await?;
    assert_eq!(after.iter().zip(&closed).filter(|(before, after)| before != after).count(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_sentence_is_read_in_the_whole_article_and_back_among_its_neighbours() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let (_, letter) = open_first_cell(&page).await?;
    let length = "document.querySelector('#pane .text').textContent.length";
    let before = page.value(length).await?.as_u64();
    page.click("#pane .whole").await?;
    page.until("document.querySelector('#pane .whole').ariaPressed === 'true'").await?;
    let article = seeds()[usize::from(letter.as_bytes()[0] - b'A')].clone();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown = page.text("document.querySelector('#pane .text').textContent").await?;
    assert!(page.value(length).await?.as_u64() > before);
    let last = words(&article).chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect::<String>();
    assert!(words(&shown).ends_with(&last), "all of it: {last:?}");
    page.click("#pane .whole").await?;
    page.until("document.querySelector('#pane .whole').ariaPressed === 'false'").await?;
    assert_eq!(page.value(length).await?.as_u64(), before);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_screen_reader_hears_the_value_in_every_cell_in_every_width() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    for view in [View::WIDE, View { width: 820, height: 1180, dark: false }, PHONE] {
        page.look(view).await?;
        let values = page
            .texts("[...document.querySelectorAll('#claims td.says .value')].map(value => value.textContent)")
            .await?;
        page.value(LAID_OUT).await?;
        let tree = page.cdp("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().expect("the tree");
        let by_id: BTreeMap<_, _> = nodes.iter().map(|node| (node["nodeId"].as_str(), node)).collect();
        let of = |id: &Value| by_id.get(&id.as_str()).copied();
        let caption = page.text("document.querySelector('#claims caption').textContent").await?;
        let is_table = |node: &&Value| node["role"]["value"] == "table" && node["name"]["value"] == caption.as_str();
        let mut open: Vec<&Value> = nodes.iter().filter(is_table).collect();
        let mut heard = Vec::new();
        while let Some(node) = open.pop() {
            let name = node["name"]["value"].as_str().unwrap_or_default();
            if node["role"]["value"] == "cell" && !name.ends_with("not found here") {
                heard.push(name);
            }
            // The last on top, so that they come off in their order.
            open.extend(node["childIds"].as_array().into_iter().flatten().rev().filter_map(of));
        }
        assert_eq!(heard.len(), values.len());
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for (name, value) in heard.iter().zip(&values) {
            assert!(one_line(name).contains(&one_line(value)), "{name:?} at {}: {value:?}", view.width);
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_article_that_is_read_is_in_the_address_and_back_and_forward_go_along() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "?sort=story").await?;
    let shown = "[...document.querySelectorAll('#read .sheet')].map((sheet, at) => sheet.getClientRects().length ? 'ABCDE'[at] : '').join('')";
    assert_eq!(page.text(shown).await?, "A");
    for letter in ["C", "B"] {
        page.click(&format!("#read [href='#read-{letter}']")).await?;
        page.until(&format!("{shown} === '{letter}' && location.hash === '#read-{letter}'")).await?;
        page.until("document.querySelector('#read').getBoundingClientRect().top < innerHeight / 2").await?;
    }
    assert_eq!(page.text("location.search").await?, "?sort=story");
    page.browser.back().await?;
    page.until(&format!("{shown} === 'C'")).await?;
    page.browser.forward().await?;
    page.until(&format!("{shown} === 'B'")).await?;
    page.reload().await?;
    assert_eq!(page.text(shown).await?, "B");
    // A sentence opened from it, and Back to it.
    page.click("#read a:target + .sheet [data-open] > span").await?;
    page.until(OPEN).await?;
    assert_eq!(page.text(shown).await?, "B");
    page.browser.back().await?;
    page.until(&format!("!{OPEN} && {shown} === 'B'")).await?;
    assert_eq!(page.value("document.querySelector('#comparison .quiet')").await?, Value::Null, "no dead link");
    Ok(())
}
