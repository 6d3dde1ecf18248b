//! What goes wrong on the way, on the host or on the device: the page stays readable and of one version, says what does not work,
//! and helps itself where it can.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use thirtyfour::prelude::*;

use crate::support::{Engine, Fault, KEPT, Lack, PATIENCE, Page, Site, deployed};
use crate::{OPEN, facts};

in_each_engine! {
    without_scripts_all_of_it_can_be_read
    without_webassembly_all_of_it_can_be_read
    a_file_that_does_not_come_whole_is_said_and_the_page_stays_readable
    a_page_whose_files_are_gone_loads_itself_anew_and_only_once
    a_new_version_is_offered_and_taken_as_a_whole
    a_new_version_that_is_not_whole_is_not_offered
    of_two_tabs_the_one_that_asked_takes_the_new_version_and_the_other_goes_on
    where_nothing_may_be_stored_the_page_works
    where_there_is_no_room_the_page_works
    what_older_and_broken_versions_left_is_no_hindrance
    a_kept_version_with_a_hole_gives_way_to_the_new_one
    a_first_visit_without_a_network_spoils_nothing
    a_second_visit_without_a_network_is_the_whole_site
    two_sites_of_one_host_keep_their_files_apart
    a_program_said_to_be_of_another_kind_starts_all_the_same
    an_address_without_a_story_leads_to_those_that_there_are
}

/// A site of two stories.
static OLD: LazyLock<PathBuf> = LazyLock::new(|| deployed("old", "before", &["fire", "vote"]));
/// The next version of it, with another program and one story more.
static NEW: LazyLock<PathBuf> = LazyLock::new(|| deployed("new", "after", &["fire", "flood", "vote"]));
/// Or with the same program: only what the articles say has changed.
static REWRITTEN: LazyLock<PathBuf> = LazyLock::new(|| deployed("rewritten", "before", &["fire", "vote"]));

const STUCK: &str = "document.querySelector('#stuck')?.getClientRects().length > 0";
const NEWER: &str = "document.querySelector('#newer')?.getClientRects().length > 0";

/// The page is kept by nothing but the browser's own memory.
const NO_WORKER: (&str, Fault) = ("worker.js", Fault::Missing);

async fn without_scripts_all_of_it_can_be_read(engine: Engine) -> WebDriverResult<()> {
    let page = Page::lacking(Lack::Scripts, engine, Site::of(OLD.clone())).await?;
    page.load("fire/").await?;
    assert!(page.text("document.querySelector('noscript').innerText").await?.contains("Without JavaScript"));
    assert_eq!(page.value(STUCK).await?, false, "that is all there is to say");
    readable(&page).await
}

async fn without_webassembly_all_of_it_can_be_read(engine: Engine) -> WebDriverResult<()> {
    let page = Page::lacking(Lack::WebAssembly, engine, Site::of(OLD.clone())).await?;
    page.load("fire/").await?;
    only_readable(&page).await
}

async fn a_file_that_does_not_come_whole_is_said_and_the_page_stays_readable(engine: Engine) -> WebDriverResult<()> {
    let page = Page::within(engine, Site::of(OLD.clone())).await?;
    for (file, fault) in [
        (".wasm", Fault::Missing),
        (".wasm", Fault::Cut),
        (".wasm", Fault::Reset),
        (".js", Fault::Cut),
        (".js", Fault::Kind("text/plain")),
        (".bin", Fault::Missing),
        (".txt", Fault::Reset),
        (".html", Fault::Cut),
    ] {
        page.site.faults([NO_WORKER, (file, fault)]);
        page.load("fire/").await?;
        only_readable(&page).await?;
    }
    page.site.faults([]);
    page.go("fire/").await?;
    assert_eq!(page.value(STUCK).await?, false, "what went wrong is forgotten");
    works(&page).await
}

async fn a_page_whose_files_are_gone_loads_itself_anew_and_only_once(engine: Engine) -> WebDriverResult<()> {
    let page = Page::within(engine, Site::of(OLD.clone())).await?;
    page.site.faults([NO_WORKER]);
    page.go("fire/").await?;
    for next in [&*REWRITTEN, &*NEW] {
        page.site.publish([next.clone()]);
        let before = page.site.requests().len();
        page.go("fire/").await?;
        is_of(&page, next).await?;
        works(&page).await?;
        let asked = page.site.requests().split_off(before);
        assert!(asked.iter().any(|path| !page.site.has(path)), "the old page was there first: {asked:?}");
    }
    // Where each answer is of another version, it gives up.
    page.site.faults([NO_WORKER, (".wasm", Fault::Missing)]);
    page.site.publish([OLD.clone(), NEW.clone()]);
    let before = page.site.requests().len();
    page.load("vote/").await?;
    page.until(STUCK).await?;
    let asked = page.site.requests().split_off(before);
    let pages = asked.iter().filter(|path| path.ends_with("/vote/")).count();
    assert_eq!(pages, 3, "the page, what the server has by now, and the page once more: {asked:?}");
    Ok(())
}

async fn a_new_version_is_offered_and_taken_as_a_whole(engine: Engine) -> WebDriverResult<()> {
    let page = kept(engine).await?;
    page.site.publish([NEW.clone()]);
    page.go("fire/").await?;
    page.until(NEWER).await?;
    is_of(&page, &OLD).await?;
    // From page to page: where no page of the site is left, browsers take the new version by themselves.
    page.follow("vote/").await?;
    is_of(&page, &OLD).await?;
    // What the old version does not have comes from the server, with its own files.
    page.follow("flood/").await?;
    is_of(&page, &NEW).await?;
    page.follow("fire/").await?;
    page.until(NEWER).await?;
    is_of(&page, &OLD).await?;
    take(&page).await?;
    is_of(&page, &NEW).await?;
    works(&page).await?;
    page.go("vote/").await?;
    is_of(&page, &NEW).await?;
    assert_eq!(page.value(NEWER).await?, false);
    assert_eq!(page.value("caches.keys().then(names => names.length)").await?, 1, "nothing is left of the old one");
    page.site.cut_off();
    page.go("flood/").await?;
    is_of(&page, &NEW).await
}

async fn a_new_version_that_is_not_whole_is_not_offered(engine: Engine) -> WebDriverResult<()> {
    let page = kept(engine).await?;
    page.site.publish([NEW.clone()]);
    page.site.faults([(".wasm", Fault::Cut)]);
    let before = page.site.requests().len();
    page.go("fire/").await?;
    let start = Instant::now();
    while !page.site.requests()[before..].iter().any(|path| path.ends_with("after_bg.wasm")) {
        assert!(start.elapsed() < PATIENCE, "the worker asks for the new version");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let nothing = "navigator.serviceWorker.getRegistration().then(worker => !worker.installing && !worker.waiting)";
    page.until(nothing).await?;
    is_of(&page, &OLD).await?;
    works(&page).await?;
    assert_eq!(page.value(NEWER).await?, false);
    page.site.faults([]);
    page.go("fire/").await?;
    page.until(NEWER).await
}

async fn of_two_tabs_the_one_that_asked_takes_the_new_version_and_the_other_goes_on(
    engine: Engine,
) -> WebDriverResult<()> {
    let page = kept(engine).await?;
    let one = page.browser.window().await?;
    let other = page.browser.new_tab().await?;
    page.browser.switch_to_window(other.clone()).await?;
    page.go("vote/").await?;
    page.value("document.body.dataset.untouched = true").await?;
    page.browser.switch_to_window(one).await?;
    page.site.publish([NEW.clone()]);
    page.go("fire/").await?;
    page.until(NEWER).await?;
    take(&page).await?;
    is_of(&page, &NEW).await?;
    page.browser.switch_to_window(other).await?;
    assert_eq!(page.value("document.body.dataset.untouched").await?, "true", "nobody loaded it anew");
    is_of(&page, &OLD).await?;
    works(&page).await?;
    page.until(NEWER).await?;
    take(&page).await?;
    is_of(&page, &NEW).await
}

async fn where_nothing_may_be_stored_the_page_works(engine: Engine) -> WebDriverResult<()> {
    let page = Page::lacking(Lack::Storage, engine, Site::of(OLD.clone())).await?;
    page.go("fire/").await?;
    let refused = "(() => { try { localStorage.setItem('a', 'b'); } catch { return true; } })()";
    assert_eq!(page.value(refused).await?, true, "the browser forbids it");
    works_and_says_nothing(&page).await
}

async fn where_there_is_no_room_the_page_works(engine: Engine) -> WebDriverResult<()> {
    let page = Page::lacking(Lack::Room, engine, Site::of(OLD.clone())).await?;
    page.go("fire/").await?;
    // What is stored by name has room of its own.
    page.value(
        "(() => { try { for (let n = 2 ** 22; ; ) localStorage.setItem(Math.random(), 'x'.repeat(n)); } catch {} })()",
    )
    .await?;
    page.go("fire/").await?;
    assert_eq!(page.value("caches.keys().then(names => names.length, () => 0)").await?, 0, "nothing is kept");
    works_and_says_nothing(&page).await
}

async fn what_older_and_broken_versions_left_is_no_hindrance(engine: Engine) -> WebDriverResult<()> {
    let page = kept(engine).await?;
    page.value(SPOIL).await?;
    let before = page.site.requests().len();
    page.go("fire/").await?;
    is_of(&page, &OLD).await?;
    assert!(page.site.requests()[before..].iter().any(|path| path.ends_with("_bg.wasm")), "what is gone is fetched");
    works_and_says_nothing(&page).await
}

async fn a_kept_version_with_a_hole_gives_way_to_the_new_one(engine: Engine) -> WebDriverResult<()> {
    let page = kept(engine).await?;
    page.value(SPOIL).await?;
    page.site.publish([NEW.clone()]);
    page.go("fire/").await?;
    is_of(&page, &NEW).await?;
    works(&page).await
}

async fn a_first_visit_without_a_network_spoils_nothing(engine: Engine) -> WebDriverResult<()> {
    let page = Page::within(engine, Site::of(OLD.clone())).await?;
    page.site.cut_off();
    assert!(page.load("fire/").await.is_err(), "the browser says so with a page of its own");
    page.site.faults([]);
    page.go("fire/").await?;
    is_of(&page, &OLD).await?;
    works(&page).await
}

async fn a_second_visit_without_a_network_is_the_whole_site(engine: Engine) -> WebDriverResult<()> {
    let page = kept(engine).await?;
    page.site.cut_off();
    page.load("").await?;
    assert_eq!(page.value("document.querySelectorAll('main li a').length").await?, 2);
    page.click("main li a[href$='/vote/']").await?;
    for address in ["vote/", "vote", "vote/de/", "fire/?show=all#numbers"] {
        page.go(address).await?;
        is_of(&page, &OLD).await?;
        works(&page).await?;
    }
    Ok(())
}

async fn two_sites_of_one_host_keep_their_files_apart(engine: Engine) -> WebDriverResult<()> {
    LazyLock::force(&OLD);
    LazyLock::force(&NEW);
    let page = Page::within(engine, Site::of(PathBuf::from(env!("CARGO_TARGET_TMPDIR")))).await?;
    let addresses = ["deployed-old/site/fire/", "deployed-new/site/fire/"];
    for address in addresses {
        page.go(address).await?;
        page.until(KEPT).await?;
    }
    page.site.cut_off();
    for (address, folder) in addresses.into_iter().zip([&OLD, &NEW]) {
        page.go(address).await?;
        says(&page, folder).await?;
        works(&page).await?;
    }
    Ok(())
}

async fn a_program_said_to_be_of_another_kind_starts_all_the_same(engine: Engine) -> WebDriverResult<()> {
    let page = Page::within(engine, Site::of(OLD.clone())).await?;
    for kind in ["application/octet-stream", "text/plain"] {
        page.site.faults([NO_WORKER, (".wasm", Fault::Kind(kind))]);
        page.go("fire/").await?;
        works(&page).await?;
    }
    Ok(())
}

async fn an_address_without_a_story_leads_to_those_that_there_are(engine: Engine) -> WebDriverResult<()> {
    let page = Page::within(engine, Site::of(OLD.clone())).await?;
    for address in ["no-such", "no/such/story/", "fire/no-such.html?show=all"] {
        page.load(address).await?;
        assert!(page.text("document.querySelector('h1').innerText").await?.contains("no such story"), "{address}");
        for story in ["fire", "vote"] {
            let there = format!("{}{story}/", page.site.address);
            page.until(&format!("[...document.querySelectorAll('main a')].some(link => link.href === '{there}')"))
                .await?;
        }
        page.click("main li a").await?;
        page.started().await?;
        is_of(&page, &OLD).await?;
    }
    Ok(())
}

/// What a visitor left who had another version, or whom the browser took a part of what it kept.
const SPOIL: &str = "(async () => {
    for (const name of ['theme', 'keys', 'healed']) {
        localStorage.setItem(`crosscheck-${name}`, '\\u0000 no such thing');
        sessionStorage.setItem(`crosscheck-${name}`, '{');
    }
    const [name] = await caches.keys();
    const kept = await caches.open(name);
    for (const file of await kept.keys()) if (file.url.endsWith('.wasm')) await kept.delete(file);
    await (await caches.open(name.replace(/.$/, '-'))).put('./', new Response('of an older version'));
})()";

/// A browser that has visited the old site, and keeps it.
async fn kept(engine: Engine) -> WebDriverResult<Page> {
    let page = Page::within(engine, Site::of(OLD.clone())).await?;
    page.go("fire/").await?;
    page.until(KEPT).await?;
    is_of(&page, &OLD).await?;
    Ok(page)
}

/// Holds the page and all that it loaded to one version.
async fn is_of(page: &Page, version: &Path) -> WebDriverResult<()> {
    says(page, version).await?;
    let loaded = page.texts("performance.getEntriesByType('resource').map(file => file.name)").await?;
    let ours: Vec<&str> = loaded.iter().filter_map(|address| address.strip_prefix(&page.site.address)).collect();
    assert!(ours.iter().any(|file| file.ends_with("_bg.wasm")), "{loaded:?}");
    let others: Vec<_> = ours.iter().filter(|file| !version.join(file).is_file() && !file.ends_with('/')).collect();
    assert!(others.is_empty(), "of another version than {}: {others:?}", version.display());
    Ok(())
}

/// Holds the page's own words to one version.
async fn says(page: &Page, version: &Path) -> WebDriverResult<()> {
    let name = version.parent().and_then(Path::file_name).expect("a folder of its own").to_string_lossy();
    let name = name.trim_start_matches("deployed-");
    let text = page.text("document.querySelector('main').textContent").await?;
    assert!(text.contains(&format!("in the {name} harbour")), "{text}");
    Ok(())
}

/// Takes the version that is offered.
async fn take(page: &Page) -> WebDriverResult<()> {
    page.value("document.body.dataset.before = true").await?;
    page.click("#newer button").await?;
    page.until("document.body.dataset.before === undefined").await?;
    page.started().await
}

/// Waits until the page says that its program did not start.
async fn only_readable(page: &Page) -> WebDriverResult<()> {
    page.until(STUCK).await?;
    assert!(page.text("document.querySelector('#stuck').innerText").await?.contains("did not start"));
    readable(page).await
}

/// Claims and values stand in the page, and the articles whole in it or behind a link.
async fn readable(page: &Page) -> WebDriverResult<()> {
    assert_eq!(
        page.value("document.querySelector('#read article, #read a[href=\"articles.html\"]') !== null").await?,
        true
    );
    assert!(!page.texts(&facts()).await?.is_empty());
    let values = "[...document.querySelectorAll('#claims .value')].map(value => value.innerText)";
    assert_eq!(page.texts(values).await?, ["eight people", "six people"]);
    Ok(())
}

/// Opens a sentence and closes it.
async fn works(page: &Page) -> WebDriverResult<()> {
    page.click("table#claims button.cell").await?;
    page.until(OPEN).await?;
    page.press(Key::Escape).await?;
    page.until(&format!("!{OPEN}")).await
}

/// Also does what is remembered, and holds the console to silence.
async fn works_and_says_nothing(page: &Page) -> WebDriverResult<()> {
    works(page).await?;
    page.click(".mast [data-do=theme]").await?;
    page.until("document.documentElement.dataset.theme !== undefined").await?;
    assert_eq!(page.console().await?, Vec::<String>::new());
    Ok(())
}
