//! Addresses as links: copied, followed, gone, and gone back to.

use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Page, View};
use crate::{ADDRESS, OPEN, facts, open_first_cell};

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
async fn an_address_of_a_claim_that_is_gone_says_so() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "#no-such-claim").await?;
    page.until("[...document.querySelectorAll('[role=status]')].some(status => status.textContent.trim() !== '')")
        .await?;
    assert_eq!(page.value(OPEN).await?, false);
    assert!(!page.texts(&facts()).await?.is_empty(), "the comparison is there all the same");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_link_to_a_claim_that_is_gone_offers_the_nearest() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    let fact = page.texts(&facts()).await?.pop().expect("a row");
    page.go(&format!("#{fact}-that-was-once-told")).await?;
    let offered = "document.querySelector('#comparison [role=status] a[data-go]')";
    page.until(&format!("{offered} !== null")).await?;
    let to = page.text(&format!("{offered}.getAttribute('href')")).await?;
    assert!(page.texts(&facts()).await?.contains(&to.trim_start_matches('#').to_owned()), "{to}");
    page.value(&format!("{offered}.focus()")).await?;
    page.press(Key::Enter).await?;
    page.until(&format!("location.hash === '{to}' && {offered} === null")).await?;
    page.until(&format!("document.querySelector(\"tr[id='{}']\").matches('.at')", &to[1..])).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_link_to_a_claim_or_a_sentence_is_copied_and_leads_back_to_it() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "?show=differ").await?;
    page.cdp("Browser.grantPermissions", json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }))
        .await?;
    let (fact, letter) = open_first_cell(&page).await?;
    let sentence = page.text("document.querySelector('#pane mark.sentence').textContent").await?;
    let said = "document.querySelector('#pane .links [role=status]').textContent";
    let copied = "navigator.clipboard.readText()";
    assert_eq!(page.text(said).await?, "");
    page.click("#pane .links button:nth-of-type(1)").await?;
    page.until(&format!("{said} === 'Copied'")).await?;
    let claim = page.text(copied).await?;
    assert_eq!(claim, format!("{}#{fact}", page.site.address));
    page.click("#pane .links button:nth-of-type(2)").await?;
    page.until(&format!("{copied}.then(text => text !== '{claim}')")).await?;
    let link = page.text(copied).await?;
    let to = link.strip_prefix(&page.site.address).expect("of this page").to_owned();
    assert!(to.starts_with("#s-"), "{to}");
    page.go(&to).await?;
    page.until(OPEN).await?;
    assert_eq!(page.text("document.querySelector('#pane mark.sentence').textContent").await?, sentence);
    assert_eq!(page.text("document.querySelector('#pane header .src').textContent").await?, letter);
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn where_copying_is_forbidden_the_page_says_so() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    page.value(
        "Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error()) }) && 0",
    )
    .await?;
    open_first_cell(&page).await?;
    page.click("#pane .links button").await?;
    page.until("document.querySelector('#pane .links [role=status]').textContent.includes('did not let the page copy')")
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_link_in_the_page_leads_to_its_row_and_back_returns() -> WebDriverResult<()> {
    let page = Page::open(View::WIDE, "").await?;
    for link in ["section.sharp a[data-go]", ".strip a[data-go][tabindex='0']"] {
        page.go("?show=one").await?;
        let fact = page.text(&format!("document.querySelector(\"{link}\").getAttribute('href').slice(1)")).await?;
        page.click(link).await?;
        page.until(&format!("document.querySelector(\"tr[id='{fact}']\")?.matches('.at') === true")).await?;
        assert!(page.text(ADDRESS).await?.ends_with(&format!("#{fact}")));
        let top =
            page.value(&format!("document.querySelector(\"tr[id='{fact}']\").getBoundingClientRect().top")).await?;
        assert!(top.as_f64().is_some_and(|top| (0.0..900.0).contains(&top)), "it is on the screen: {top}");
    }
    Ok(())
}
