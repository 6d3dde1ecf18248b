//! What is shown, and how: filter, kind, order, search, sources. The address keeps all of it.

use thirtyfour::prelude::*;

use crate::support::{Page, View};
use crate::{ADDRESS, OPEN, ROWS, chosen, facts, open_first_cell};

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
        page.texts(&format!("{ROWS}.filter(row => row.dataset.status === 'unsure').map(row => row.id)")).await?,
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

/// The letters over the columns.
const COLUMNS: &str =
    "[...document.querySelectorAll('#claims thead th .src')].map(letter => letter.textContent.trim())";

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_kind_shows_the_rows_that_compare_it_and_the_address_keeps_it() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let all = page.texts(&facts()).await?;
    let kinds = page.texts("[...document.querySelectorAll('#kind option')].map(option => option.value)").await?;
    assert!(kinds.len() > 3, "the articles are compared in several fields: {kinds:?}");
    for kind in kinds.iter().filter(|kind| !kind.is_empty()) {
        page.click(&format!("#kind option[value='{kind}']")).await?;
        page.until(&chosen("kind", kind)).await?;
        let rows = page.texts(&facts()).await?;
        assert!(!rows.is_empty() && rows.len() < all.len(), "{kind}: {} of {}", rows.len(), all.len());
        page.go(&format!("?kind={kind}")).await?;
        page.until(&format!("document.querySelector('#kind').value === '{kind}'")).await?;
        assert_eq!(page.texts(&facts()).await?, rows);
    }
    page.click("#kind option[value='']").await?;
    page.until("location.search === ''").await?;
    assert_eq!(page.texts(&facts()).await?, all);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn an_order_moves_the_rows_and_loses_none_and_the_address_keeps_it() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let own = page.texts(&facts()).await?;
    let sorted = |mut facts: Vec<String>| {
        facts.sort();
        facts
    };
    for order in ["story", "coverage"] {
        page.click(&format!("#sort option[value='{order}']")).await?;
        page.until(&chosen("sort", order)).await?;
        let rows = page.texts(&facts()).await?;
        assert_ne!(rows, own, "{order}");
        assert_eq!(sorted(rows.clone()), sorted(own.clone()), "{order}");
        page.go(&format!("?sort={order}")).await?;
        page.until(&format!("document.querySelector('#sort').value === '{order}'")).await?;
        assert_eq!(page.texts(&facts()).await?, rows, "{order}");
    }
    let tellers = page.texts(&format!("{ROWS}.map(row => String(row.querySelectorAll('td.says').length))")).await?;
    assert!(tellers.is_sorted_by(|one, next| one >= next), "told by most first: {tellers:?}");
    page.click("#sort option[value='differ']").await?;
    page.until("location.search === ''").await?;
    assert_eq!(page.texts(&facts()).await?, own);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_search_shows_the_rows_that_hold_the_words_marks_them_and_says_how_many() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let all = page.texts(&facts()).await?;
    let word = page
        .text(&format!("{ROWS}[0].querySelector('.value').textContent.trim().split(/\\s+/).pop().toUpperCase()"))
        .await?;
    page.keys("/").await?;
    page.until("document.activeElement.id === 'search'").await?;
    page.keys(&word).await?;
    page.until(&chosen("q", &word)).await?;
    let found = page.texts(&facts()).await?;
    assert!(!found.is_empty() && found.len() < all.len() && found.contains(&all[0]), "{found:?}");
    let hits = format!(
        "{ROWS}.flatMap(row => [...row.querySelectorAll('mark.hit')]).map(hit => hit.textContent.toUpperCase())"
    );
    let hits = page.texts(&hits).await?;
    assert!(!hits.is_empty() && hits.iter().all(|hit| *hit == word), "{word}: {hits:?}");
    let status = page.text("document.querySelector('#comparison [role=status]').textContent").await?;
    assert!(status.contains(&format!("{} of {}", found.len(), all.len())) && status.contains(&word), "{status}");
    page.reload().await?;
    page.until(&format!("document.querySelector('#search').value === '{word}'")).await?;
    assert_eq!(page.texts(&facts()).await?, found, "the address has it");
    page.click("#search").await?;
    page.press(Key::Escape).await?;
    page.until("location.search === '' && document.querySelector('#search').value === ''").await?;
    assert_eq!(page.texts(&facts()).await?, all);
    assert_eq!(page.value("document.querySelectorAll('#claims mark.hit').length").await?, 0);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_search_that_finds_nothing_says_so_and_offers_the_way_back() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "?q=no%20such%20words%20%C3%BC%26%25").await?;
    page.until("document.querySelector('#search').value === 'no such words ü&%'").await?;
    page.until(&format!("{ROWS}.length === 0 && document.querySelector('#comparison .empty') !== null")).await?;
    page.click("#comparison .empty button").await?;
    page.until(&format!(
        "location.search === '' && {ROWS}.length > 0 && document.querySelector('#search').value === ''"
    ))
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn letters_that_are_typed_into_the_search_are_no_shortcuts() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    page.keys("/").await?;
    page.until("document.activeElement.id === 'search'").await?;
    page.keys("jf1b?g/").await?;
    page.until("document.querySelector('#search').value === 'jf1b?g/'").await?;
    page.until("location.search === '?q=jf1b%3Fg%2F'").await?;
    assert_eq!(page.value("document.querySelector('dialog')").await?, serde_json::Value::Null);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_source_can_be_hidden_and_moved_and_the_address_keeps_it() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let all = page.texts(COLUMNS).await?;
    let [first, second, third, ..] = all.as_slice() else { panic!("three articles at least: {all:?}") };
    let line = |letter: &str| {
        format!(
            "[...document.querySelectorAll('#sources > div')].find(line => line.querySelector('.src').textContent === '{letter}')"
        )
    };
    page.click("button.menu").await?;
    page.until("document.querySelector('#sources').matches(':popover-open')").await?;
    page.click("#sources > div:nth-of-type(2) input[type=checkbox]").await?;
    page.until(&format!("!{COLUMNS}.includes('{second}')")).await?;
    let silent = format!("{ROWS}.filter(row => row.querySelector('td.says') === null).length");
    assert_eq!(page.value(&silent).await?, 0, "rows that none of the others tells are gone with it");
    // The way of C to the left, past A: the button before the last in its line.
    page.value(&format!("{}.querySelectorAll('button')[0].click()", line(third))).await?;
    page.until(&format!("{COLUMNS}[0] === '{third}' && {COLUMNS}[1] === '{first}'")).await?;
    let columns = page.texts(COLUMNS).await?;
    page.until(&format!("{ADDRESS} === '?src={}'", columns.join("."))).await?;
    page.reload().await?;
    page.until(&format!("!{COLUMNS}.includes('{second}')")).await?;
    assert_eq!(page.texts(COLUMNS).await?, columns);
    page.click("#comparison .shown button, #comparison .plain").await.ok();
    page.go("").await?;
    assert_eq!(page.texts(COLUMNS).await?, all);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_row_whose_counts_and_marks_speak_of_hidden_sources_says_which() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let noted = format!(
        "{ROWS}.flatMap(row => [...row.querySelectorAll('th .meta')].map(meta => meta.textContent)).filter(text => text.startsWith('not shown:'))"
    );
    assert!(page.texts(&noted).await?.is_empty());
    let told = format!(
        "{ROWS}.filter(row => row.querySelector(\"button[data-article='B']\") && row.querySelectorAll('td.says').length > 1).length"
    );
    let told = page.value(&told).await?;
    page.keys("2").await?;
    page.until(&format!("!{COLUMNS}.includes('B')")).await?;
    let noted = page.texts(&noted).await?;
    assert_eq!(noted.len() as u64, told.as_u64().unwrap_or(0), "{noted:?}");
    assert!(noted.len() > 5 && noted.iter().all(|text| text == "not shown: B"), "{noted:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_last_source_cannot_be_hidden() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "?src=B").await?;
    page.until(&format!("{COLUMNS}.join() === 'B'")).await?;
    let locked = "[...document.querySelectorAll('#sources input[type=checkbox]')].filter(box => box.checked && box.disabled).length";
    assert_eq!(page.value(locked).await?, 1);
    page.keys("2").await?;
    page.drawn().await?;
    assert_eq!(page.texts(COLUMNS).await?, ["B"]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn against_one_source_the_others_show_only_how_they_differ() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let values =
        format!("{ROWS}.flatMap(row => [...row.querySelectorAll('td.says .value')].map(value => value.textContent))");
    let before = page.texts(&values).await?;
    page.click("button.menu").await?;
    page.until("document.querySelector('#sources').matches(':popover-open')").await?;
    page.click("#sources > div:nth-of-type(2) input[type=radio]").await?;
    page.until(&chosen("base", "B")).await?;
    assert_eq!(
        page.texts("[...document.querySelectorAll('#claims th.base .src')].map(letter => letter.textContent)").await?,
        ["B"]
    );
    let same =
        page.texts("[...document.querySelectorAll('#claims td.same .value')].map(value => value.textContent)").await?;
    assert!(!same.is_empty() && same.iter().all(|value| value == "as B"), "{same:?}");
    let own = "document.querySelectorAll(\"#claims td.same button[data-article='B']\").length";
    assert_eq!(page.value(own).await?, 0, "B keeps its own words");
    let after = page.texts(&values).await?;
    let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
    assert_eq!((after.len(), changed), (before.len(), same.len()), "all else stays as it was");
    page.reload().await?;
    page.until("document.querySelector('#claims th.base') !== null").await?;
    assert_eq!(page.texts(&values).await?, after, "the address has it");
    page.click("button.menu").await?;
    page.click("#sources .none input").await?;
    page.until("location.search === ''").await?;
    assert_eq!(page.texts(&values).await?, before);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn an_address_restores_all_choices_at_once_and_one_button_takes_them_back() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "?show=differ&src=E.B.A").await?;
    // One that leaves something to be seen.
    let mut kind = String::new();
    for other in
        page.texts("[...document.querySelectorAll('#kind option')].slice(1).map(option => option.value)").await?
    {
        page.click(&format!("#kind option[value='{other}']")).await?;
        page.until(&chosen("kind", &other)).await?;
        if !page.texts(&facts()).await?.is_empty() {
            kind = other;
        }
    }
    let address = format!("?show=differ&kind={kind}&sort=coverage&q=a&src=E.B.A&base=E");
    page.go(&address).await?;
    page.until("document.querySelector(\"button[data-show='differ']\").ariaPressed === 'true'").await?;
    assert_eq!(page.text(ADDRESS).await?, address);
    let fields = page.texts("['kind', 'sort', 'search'].map(id => document.getElementById(id).value)").await?;
    assert_eq!(fields, [kind.as_str(), "coverage", "a"]);
    assert_eq!(page.texts(COLUMNS).await?, ["E", "B", "A"]);
    assert_eq!(page.text("document.querySelector('#claims th.base .src').textContent").await?, "E");
    page.click("#comparison .shown button").await?;
    page.until("location.search === ''").await?;
    let fields = page.texts("['kind', 'sort', 'search'].map(id => document.getElementById(id).value)").await?;
    assert_eq!(fields, ["", "differ", ""]);
    page.until("document.querySelector(\"button[data-show='all']\").ariaPressed === 'true'").await?;
    assert_eq!(page.value("document.querySelectorAll('#sources input[type=checkbox]:not(:checked)').length").await?, 0);
    Ok(())
}
