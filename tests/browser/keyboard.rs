//! The page without a mouse.

use thirtyfour::prelude::*;

use crate::support::{Page, View};
use crate::{ADDRESS, OPEN, ROWS, cell, chosen, facts, open_first_cell};

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
    let here = "document.activeElement.closest('tr')?.id + ' ' + document.activeElement.dataset.article";
    let before = page.text(here).await?;
    page.press(Key::Enter).await?;
    page.until(OPEN).await?;
    page.press(Key::Escape).await?;
    page.until(&format!("!{OPEN} && {on_cell}")).await?;
    assert_eq!(page.text(here).await?, before);
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

/// The row and the column of the cell that has the keyboard.
const HERE: &str = "`${document.activeElement.closest('tr')?.id} ${document.activeElement.dataset.article}`";
/// The list of keys, where it is shown.
const HELP: &str = "(document.querySelector('dialog.keys')?.open === true)";

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn j_and_k_go_from_claim_to_claim() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let facts = page.texts(&facts()).await?;
    for (keys, index) in [("j", 0), ("j", 1), ("jj", 3), ("k", 2), ("kkk", 0)] {
        page.keys(keys).await?;
        page.until(&format!("location.hash === '#{}'", facts[index])).await?;
        page.until(&format!("{HERE}.startsWith('{} ')", facts[index])).await?;
    }
    let at = "[...document.querySelectorAll('#claims tr.at')].map(row => row.id)";
    assert_eq!(page.texts(at).await?, [facts[0].as_str()]);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn n_and_p_go_from_difference_to_difference() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "?sort=story").await?;
    let differ = page
        .texts(&format!(
            "{ROWS}.filter(row => ['differ', 'different_events'].includes(row.dataset.status)).map(row => row.id)"
        ))
        .await?;
    let all = page.texts(&facts()).await?;
    assert!(differ.len() > 2 && differ.len() < all.len());
    for (key, index) in [("n", 0), ("n", 1), ("n", 2), ("p", 1)] {
        page.keys(key).await?;
        page.until(&format!("location.hash === '#{}' && {HERE}.startsWith('{0} ')", differ[index])).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn arrows_go_from_source_to_source_inside_a_claim() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let fact = page.text(&format!("{ROWS}.find(row => row.querySelectorAll('button.cell').length > 2).id")).await?;
    let cells =
        format!("[...document.querySelectorAll(\"tr[id='{fact}'] button.cell\")].map(cell => cell.dataset.article)");
    let letters = page.texts(&cells).await?;
    page.value(&format!("document.querySelector(\"{}\").focus()", cell(&fact, &letters[0]))).await?;
    let left = Key::Left;
    for (key, letter) in [(Key::Right, 1), (Key::Right, 2), (left.clone(), 1), (left.clone(), 0), (left, 0)] {
        page.press(key).await?;
        page.until(&format!("{HERE} === '{fact} {}'", letters[letter])).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn enter_opens_a_sentence_and_r_the_whole_article() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    page.keys("j").await?;
    page.until(&format!("{HERE}.includes(' ') && document.activeElement.matches('button.cell')")).await?;
    let here = page.text(HERE).await?;
    page.press(Key::Enter).await?;
    page.until(&format!("{OPEN} && document.querySelector('#pane').contains(document.activeElement)")).await?;
    let whole = |pressed| format!("document.querySelector('#pane .whole').ariaPressed === '{pressed}'");
    page.keys("r").await?;
    page.until(&whole(true)).await?;
    page.keys("r").await?;
    page.until(&whole(false)).await?;
    page.press(Key::Escape).await?;
    page.until(&format!("!{OPEN} && {HERE} === '{here}'")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn digits_hide_and_show_sources_and_b_and_f_go_round() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let columns = "[...document.querySelectorAll('#claims thead th .src')].map(letter => letter.textContent.trim())";
    let all = page.texts(columns).await?;
    page.keys("2").await?;
    page.until(&format!("!{columns}.includes('B')")).await?;
    page.keys("2").await?;
    page.until(&format!("{columns}.includes('B')")).await?;
    page.keys("9").await?;
    page.drawn().await?;
    assert_eq!(page.texts(columns).await?, all, "there is no ninth");
    for letter in &all {
        page.keys("b").await?;
        page.until(&chosen("base", letter)).await?;
    }
    page.keys("b").await?;
    page.until("location.search === ''").await?;
    for filter in ["differ", "agree", "one", "all"] {
        page.keys("f").await?;
        page.until(&format!("document.querySelector(\"button[data-show='{filter}']\").ariaPressed === 'true'")).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn g_and_a_letter_go_to_a_section() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let sections = [
        ("r", "read"),
        ("u", "numbers"),
        ("n", "names"),
        ("q", "quotes"),
        ("t", "timeline"),
        ("l", "left-out"),
        ("a", "about"),
        ("c", "comparison"),
    ];
    for (key, section) in sections {
        page.keys("g").await?;
        page.keys(key).await?;
        page.until(&format!("location.hash === '#{section}'")).await?;
        page.until(&format!("document.querySelector(\".bar nav a[href='#{section}']\").ariaCurrent === 'true'"))
            .await?;
        page.until(&format!("(rect => rect.bottom > 0 && rect.top < innerHeight)(document.getElementById('{section}').getBoundingClientRect())")).await?;
    }
    page.keys("gz").await?;
    page.drawn().await?;
    assert_eq!(page.text(ADDRESS).await?, "#comparison", "a pair that means nothing does nothing");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_list_of_keys_holds_the_focus_and_gives_it_back() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    page.keys("jj").await?;
    // The address follows a moment later.
    page.until("document.activeElement.matches(`[id='${location.hash.slice(1)}'] button.cell`)").await?;
    let here = page.text(HERE).await?;
    page.keys("?").await?;
    page.until(&format!("{HELP} && document.querySelector('dialog.keys').contains(document.activeElement)")).await?;
    assert!(page.value("document.querySelectorAll('dialog.keys kbd').length").await?.as_u64() > Some(10));
    let address = page.text(ADDRESS).await?;
    page.keys("jf").await?;
    page.drawn().await?;
    assert_eq!(page.text(ADDRESS).await?, address, "keys mean nothing behind it");
    page.press(Key::Escape).await?;
    page.until(&format!("!{HELP} && {HERE} === '{here}'")).await?;
    page.click(".mast [data-do=help]").await?;
    page.until(HELP).await?;
    page.click("dialog.keys .close").await?;
    page.until(&format!("!{HELP} && document.activeElement.matches('.mast [data-do=help]')")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn escape_closes_the_list_of_keys_and_leaves_the_sentence_open() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    open_first_cell(&page).await?;
    page.keys("?").await?;
    page.until(HELP).await?;
    page.press(Key::Escape).await?;
    page.until(&format!("!{HELP}")).await?;
    page.drawn().await?;
    assert_eq!(page.value(OPEN).await?, true);
    page.press(Key::Escape).await?;
    page.until(&format!("!{OPEN}")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn single_keys_can_be_turned_off_and_stay_off() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let nothing = async || {
        for key in ["j", "n", "f", "b", "2", "?", "/", "g", "a"] {
            page.keys(key).await?;
        }
        page.drawn().await?;
        assert_eq!(page.text(ADDRESS).await?, "");
        assert_eq!(page.value(HELP).await?, false);
        WebDriverResult::Ok(())
    };
    page.click(".mast [data-do=help]").await?;
    page.until(HELP).await?;
    page.click("#keys-on").await?;
    page.until("!document.querySelector('#keys-on').checked").await?;
    page.click("dialog.keys .close").await?;
    page.until(&format!("!{HELP}")).await?;
    nothing().await?;
    page.go("").await?;
    nothing().await?;
    page.click(".mast [data-do=help]").await?;
    page.until(&format!("{HELP} && !document.querySelector('#keys-on').checked")).await?;
    page.click("#keys-on").await?;
    page.press(Key::Escape).await?;
    page.until(&format!("!{HELP}")).await?;
    page.keys("f").await?;
    page.until(&chosen("show", "differ")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn keys_with_control_stay_the_browsers() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    for modifier in [Key::Control, Key::Alt, Key::Meta] {
        page.browser.action_chain().key_down(modifier.clone()).send_keys("f").key_up(modifier).perform().await?;
    }
    page.drawn().await?;
    assert_eq!(page.text(ADDRESS).await?, "");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_first_tab_offers_the_way_past_the_head() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    page.press(Key::Tab).await?;
    page.until("document.activeElement.matches('.skip') && document.activeElement.getBoundingClientRect().top >= 0")
        .await?;
    page.press(Key::Enter).await?;
    page.until("location.hash === '#comparison'").await?;
    page.press(Key::Tab).await?;
    page.until("document.querySelector('#comparison').contains(document.activeElement)").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_overview_is_one_stop_and_arrows_go_along_it() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let stops = "[...document.querySelectorAll('.strip a')].filter(link => link.tabIndex === 0).length";
    let at = "[...document.querySelectorAll('.strip a')].indexOf(document.activeElement)";
    assert_eq!(page.value(stops).await?, 1);
    page.value("document.querySelector(\".strip a[tabindex='0']\").focus()").await?;
    for (key, index) in [(Key::Right, 1), (Key::Right, 2), (Key::Left, 1), (Key::Home, 0)] {
        page.press(key).await?;
        page.until(&format!("{at} === {index}")).await?;
        assert_eq!(page.value(stops).await?, 1);
    }
    Ok(())
}

/// Where the keyboard is when what had it is gone and nothing of its row is left.
const HEADING: &str = "document.activeElement === document.querySelector('#comparison h2')";

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_column_that_goes_leaves_the_keyboard_in_its_row() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let (fact, letter) = (page.texts(&facts()).await?[0].clone(), "B");
    page.value(&format!("document.querySelector(\"{}\").focus()", cell(&fact, letter))).await?;
    page.keys("2").await?;
    page.until(&format!("document.querySelector(\"{}\") === null", cell(&fact, letter))).await?;
    page.until(&format!("{HERE}.startsWith('{fact} ') && document.activeElement.matches('button.cell')")).await?;
    // A row that goes with the column: the one that only this article tells.
    page.go("?show=one").await?;
    let only =
        format!("globalThis.only = {ROWS}.map(row => row.querySelector(\"[data-article='C']\")).find(cell => cell)");
    page.value(&format!("{only}, globalThis.only.focus(), document.activeElement === globalThis.only")).await?;
    page.keys("3").await?;
    page.until(&format!("globalThis.only.getClientRects().length === 0 && {HEADING}")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_button_that_can_go_no_further_leaves_the_keyboard_in_its_line() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    page.click("button.menu").await?;
    page.until("document.querySelector('#sources').matches(':popover-open')").await?;
    let line = "document.querySelectorAll('#sources > div')[1]";
    page.value(&format!("{line}.querySelector('button').focus()")).await?;
    page.press(Key::Enter).await?;
    page.until(&chosen("src", "B.A.C.D.E")).await?;
    page.until(&format!("{line}.contains(document.activeElement) && document.activeElement.matches(':enabled')")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn what_hides_the_row_or_the_button_at_hand_leads_to_the_heading_of_the_claims() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let row = format!("{ROWS}.find(row => row.dataset.status === 'single')");
    page.value(&format!("{row}.querySelector('button.cell').focus()")).await?;
    page.keys("f").await?;
    page.until(&format!("{} && {HEADING}", chosen("show", "differ"))).await?;
    page.value("document.querySelector('#comparison .shown button').focus()").await?;
    page.press(Key::Enter).await?;
    page.until(&format!("location.search === '' && {HEADING}")).await?;
    page.go("?q=no+such+words").await?;
    page.value("document.querySelector('#comparison .empty button').focus()").await?;
    page.press(Key::Enter).await?;
    page.until(&format!("location.search === '' && {HEADING}")).await?;
    page.press(Key::Tab).await?;
    page.until("document.activeElement.matches('#claims button.cell')").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_claim_that_a_dead_link_is_led_to_gets_the_keyboard() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let fact = page.texts(&facts()).await?[3].clone();
    page.go(&format!("#{fact}-that-was")).await?;
    let near = "document.querySelector('#comparison [role=status] a')";
    page.until(&format!("{near} !== null")).await?;
    let near_fact = page.text(&format!("{near}.hash.slice(1)")).await?;
    page.value(&format!("{near}.focus()")).await?;
    page.press(Key::Enter).await?;
    page.until(&format!("location.hash === '#{near_fact}' && {HERE}.startsWith('{near_fact} ')")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_sentence_that_goes_with_its_row_takes_the_keyboard_to_the_heading() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    page.value(&format!("{ROWS}.find(row => row.dataset.status === 'single').querySelector('button.cell').click()"))
        .await?;
    page.until(&format!("{OPEN} && document.querySelector('#pane').contains(document.activeElement)")).await?;
    page.keys("f").await?;
    page.until(&format!("!{OPEN} && {HEADING}")).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn the_bar_marks_the_section_that_is_on_the_screen_and_none_above_them() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let marked =
        "[...document.querySelectorAll('.bar nav [aria-current=true]')].map(link => link.hash.slice(1)).join()";
    page.drawn().await?;
    assert_eq!(page.text(marked).await?, "", "the head of the page is no section");
    let sections = page.texts("[...document.querySelectorAll('.bar nav a')].map(link => link.hash.slice(1))").await?;
    assert_eq!(sections.len(), 8);
    for section in sections.iter().chain(sections.iter().rev()) {
        // As one scrolls, without a link: its heading comes to where the bar ends.
        page.value(&format!("scrollBy(0, document.getElementById('{section}').getBoundingClientRect().top - 120)"))
            .await?;
        page.until(&format!("{marked} === '{section}'")).await?;
    }
    page.value("scrollTo(0, 0)").await?;
    page.until(&format!("{marked} === ''")).await
}
