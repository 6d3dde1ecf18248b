//! The finished page: what stands in it before any script runs, and what it names to start with.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use base64::{Engine, prelude::BASE64_STANDARD};
use crosscheck::{Story, matrix::cells, read_report};
use sha2::{Digest, Sha256, Sha384};

/// As Trunk leaves it.
const SHELL: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Crosscheck</title>\
    <style>a { b: c }</style><!--head--><!--built page-1.js page-1_bg.wasm--></head><body>\
    <!--raw--><p>What this is made from.</p><!--/raw--><p id=\"newer\" hidden><!--newer--> <button><!--newer-now--></button></p><p id=\"stuck\" hidden><!--stuck--></p>\
    <!--masthead--><main><!--top--><div id=\"page\"><!--page--></div><!--lenses--></main><!--foot-->\
    <noscript><p><!--no-script--></p></noscript><!--scripts--></body></html>";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // It is there where the tests have run before.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("cargo's own folder for tests can be written");
    folder
}

/// What Trunk has built.
fn built(name: &str) -> PathBuf {
    let folder = folder(name);
    for (file, text) in
        [("index.html", SHELL), ("page-1.js", "let x;\nexport { x as default };\n"), ("page-1_bg.wasm", "wasm")]
    {
        fs::write(folder.join(file), text).expect("the folder can be written");
    }
    folder
}

fn articles(name: &str, texts: &[(&str, &str)]) -> PathBuf {
    let folder = folder(name);
    for (file, text) in texts {
        fs::write(folder.join(file), text).expect("the folder can be written");
    }
    folder
}

fn run(articles: &Path, page: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck-site"));
    for known in ["TRUNK_STAGING_DIR", "TRUNK_PROFILE", "CROSSCHECK_ARTICLES"] {
        command.env_remove(known);
    }
    command.arg(articles).arg(page).output().expect("the program starts")
}

/// Every element of this kind: what stands in its tag, and what is in it.
fn elements<'a>(html: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let (start, end) = (format!("<{name}"), format!("</{name}>"));
    html.split(&start).skip(1).filter_map(|rest| rest.split_once(&end)?.0.split_once('>')).collect()
}

fn sha256(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn sha384(file: &Path) -> String {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// What it says where it goes wrong.
fn refused(articles: &Path, page: &Path) -> String {
    let output = run(articles, page);
    assert!(!output.status.success());
    let message = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(message.lines().filter(|line| line.starts_with("error: ")).count(), 1, "{message}");
    message
}

fn finished(articles: &Path, page: &Path) -> String {
    let output = run(articles, page);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read_to_string(page.join("index.html")).expect("the page")
}

/// The one file with this beginning and end.
fn file(page: &Path, stem: &str, ending: &str) -> String {
    let names = fs::read_dir(page).expect("the page's folder").map(|entry| entry.expect("an entry").file_name());
    let mut fit = names
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| name.starts_with(stem) && name.ends_with(ending));
    let first = fit.next().unwrap_or_else(|| panic!("no {stem}….{ending}"));
    assert_eq!(fit.next(), None, "one of {stem}….{ending}");
    first
}

/// As a reader has it: without elements and escapes.
fn words(html: &str) -> String {
    let text: String = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&")
}

#[test]
fn every_value_of_every_article_stands_in_the_page_before_any_script_runs() {
    let page = built("values");
    let html = finished(&root().join("seeds"), &page);
    assert!(!html.contains("<!--built") && !html.contains("<!--page-->"), "nothing is left to be filled in");
    let data = fs::read(page.join(file(&page, "story-", ".bin"))).expect("the comparison");
    let story = Story::new(read_report(&data).expect("a Report of this build"));
    assert!(story.articles.len() > 1 && !story.facts.is_empty());
    let text = words(&html);
    for fact in 0..story.facts.len() {
        let label = &story.facts[fact].label.text;
        assert!(text.contains(label.as_str()), "{label:?}");
        for said in cells(&story, fact).into_iter().flatten() {
            let value = story.text(said.article, said.value);
            assert!(text.contains(value), "{value:?}");
        }
    }
}

#[test]
fn the_page_starts_with_files_that_it_is_held_to() {
    let page = built("named");
    let html = finished(&root().join("seeds"), &page);
    let found = [("story-", ".bin"), ("words-en-", ".txt"), ("articles-", ".html")];
    let found = found.map(|(stem, ending)| file(&page, stem, ending));
    for name in ["page-1.js", "page-1_bg.wasm"].into_iter().chain(found.iter().map(String::as_str)) {
        assert!(html.contains(&format!("\"./{name}\"")), "{name}");
    }
    assert_eq!(html.matches("\"sha384-").count(), 5, "program, its script by the import map, data, words and articles");
    let policy =
        html.split_once("content=\"").and_then(|(_, rest)| rest.split_once('"')).expect("a policy comes first").0;
    for part in ["default-src 'none'", "require-trusted-types-for 'script'", "connect-src 'self'", "base-uri 'none'"] {
        assert!(policy.contains(part), "{part}");
    }
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
    for scripts in html.split("<script").skip(1).filter(|script| !script.starts_with(" type=\"application/ld+json\"")) {
        let text = scripts.split_once('>').and_then(|(_, rest)| rest.split_once("</script>")).expect("a script").0;
        assert!(!text.contains("{js}") && !text.contains("integrity}"), "nothing is left to be filled in: {text}");
    }
}

#[test]
fn the_articles_whole_have_a_page_that_needs_no_script_and_leads_to_each_claim() {
    let page = built("articles");
    let html = finished(&root().join("seeds"), &page);
    let read = fs::read_to_string(page.join("articles.html")).expect("the articles' page");
    let part = fs::read_to_string(page.join(file(&page, "articles-", ".html"))).expect("as the page loads them");
    assert!(html.contains("<p id=\"articles\"><a href=\"articles.html\">") && read.contains(&part));
    let data = fs::read(page.join(file(&page, "story-", ".bin"))).expect("the comparison");
    let story = Story::new(read_report(&data).expect("a Report of this build"));
    for article in 0..story.articles.len() {
        for at in &story.articles[article].sentences {
            let sentence = story.text(article, *at);
            assert!(words(&read).contains(sentence), "{sentence:?}");
        }
    }
    let links: Vec<&str> = read.split("href=\"./#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.len() > 50, "nearly every sentence stands in a row: {}", links.len());
    for id in links {
        assert!(html.contains(&format!("<tr id=\"{id}\"")), "{id}");
    }
    assert_eq!(elements(&read, "script").len(), 1, "the one that sets the theme");
}

#[test]
fn the_policy_comes_first_and_allows_what_stands_in_the_page_and_nothing_else() {
    let page = built("policy");
    let served = finished(&root().join("seeds"), &page);
    let alone = fs::read_to_string(page.join("crosscheck.html")).expect("the page as one file");
    for html in [&served, &alone] {
        let metas: Vec<&str> = html.split("<meta ").skip(1).collect();
        let policy =
            metas[1].strip_prefix("http-equiv=\"Content-Security-Policy\" content=\"").expect("after the charset");
        let policy = policy.split('"').next().unwrap_or_default();
        assert!(
            policy.starts_with("default-src 'none';")
                && !policy.contains("unsafe-inline")
                && !policy.contains("'unsafe-eval'")
        );
        // The one without a type sets the theme.
        let runs = |tag: &str| tag.is_empty() || tag.contains("module") || tag.contains("importmap");
        let scripts: Vec<_> = elements(html, "script").into_iter().filter(|(tag, _)| runs(tag)).collect();
        assert!(!scripts.is_empty());
        assert!(scripts.iter().all(|(_, text)| policy.contains(&sha256(text))), "{policy}");
        let styles = elements(html, "style");
        assert!(styles.len() == 1 && policy.contains(&sha256(styles[0].1)), "{policy}");
        assert_eq!(policy.matches("'sha256-").count(), scripts.len() + 1);
        for attribute in [" style=\"", " onclick=", " onload=", "javascript:"] {
            assert!(!html.contains(attribute), "{attribute}");
        }
    }
    assert!(served.contains("; connect-src 'self';") && !alone.contains("; connect-src"), "one file asks for nothing");
}

#[test]
fn the_worker_keeps_files_of_this_very_version() {
    let page = built("worker");
    finished(&root().join("seeds"), &page);
    let worker = fs::read_to_string(page.join("worker.js")).expect("the worker");
    let list = worker.split_once("const files = ").and_then(|(_, rest)| rest.split_once(';')).expect("the files").0;
    let files: Vec<(String, String)> = serde_json::from_str(list).expect("pairs of address and hash");
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    for name in ["./", "./page-1.js", "./page-1_bg.wasm", "./manifest.webmanifest"] {
        assert!(names.contains(&name), "{name} in {names:?}");
    }
    for (name, integrity) in &files {
        let file = if name.ends_with('/') { format!("{name}index.html") } else { name.clone() };
        assert_eq!(sha384(&page.join(&file)), *integrity, "{file}");
    }
    let manifest = fs::read(page.join("manifest.webmanifest")).expect("the manifest");
    serde_json::from_slice::<serde_json::Value>(&manifest).expect("JSON");
}

#[test]
fn every_language_has_a_page_of_its_own_that_leads_to_the_others() {
    let page = built("languages");
    let english = finished(&root().join("seeds"), &page);
    assert!(english.contains("<html lang=\"en\">"));
    for tag in crosscheck::words::languages().filter(|tag| *tag != "en") {
        let own = fs::read_to_string(page.join(tag).join("index.html")).expect("its page");
        assert!(own.contains(&format!("<html lang=\"{tag}\">")) && own.contains("href=\"../\""), "{tag}");
        assert!(english.contains(&format!("href=\"./{tag}/\"")), "{tag}");
        assert!(own.contains(&format!("../{}", file(&page, &format!("words-{tag}-"), ".txt"))), "{tag}");
        assert!(page.join(tag).join("crosscheck.html").is_file());
        let said = |html: &str| {
            let values = html.split("class=\"value\"").skip(1).filter_map(|rest| rest.split_once("</span>"));
            values.map(|(value, _)| words(&format!("<{value}"))).collect::<Vec<_>>()
        };
        let differ = said(&english).into_iter().zip(said(&own)).filter(|(one, other)| one != other);
        let differ: Vec<_> = differ.filter(|(english, _)| english != "not found here").collect();
        assert!(differ.is_empty(), "no word of an article's is translated: {differ:?}");
    }
}

#[test]
fn the_same_articles_give_the_same_files_and_others_give_others() {
    let some = articles("some", &[("a.txt", "Eight people were hurt on Monday, police said.\n")]);
    let others = articles("others", &[("a.txt", "Nine people were hurt on Monday, police said.\n")]);
    let made = |name: &str, articles: &Path| {
        let page = built(name);
        finished(articles, &page);
        let mut all: Vec<_> =
            fs::read_dir(&page).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
        all.sort();
        let files = all.iter().filter(|path| path.is_file());
        files.map(|path| (path.file_name().map(ToOwned::to_owned), fs::read(path).expect("a file"))).collect::<Vec<_>>()
    };
    let first = made("first", &some);
    assert_eq!(first, made("second", &some));
    let third = made("third", &others);
    let data = |files: &[(Option<std::ffi::OsString>, Vec<u8>)]| {
        let is = |name: &std::ffi::OsString| name.to_string_lossy().starts_with("story-");
        files.iter().find_map(|(name, _)| name.clone().filter(is)).expect("data")
    };
    assert_ne!(data(&first), data(&third));
}

#[test]
fn several_stories_make_cards_each_with_a_page_of_its_own_data() {
    let all = articles("several", &[("a.txt", "Eight people were hurt on Monday, police said.\n")]);
    let inner = all.join("The fire");
    fs::create_dir_all(&inner).expect("a folder");
    fs::write(inner.join("b.txt"), "Nine houses burnt on Friday, the mayor said.\n").expect("a file");
    fs::write(inner.join("story.toml"), "title = \"A <fire>\"\n").expect("a file");
    let page = built("cards");
    let index = finished(&all, &page);
    assert!(words(&index).contains("2 stories"), "{index}");
    assert!(
        index.contains("href=\"./main/\"")
            && index.contains("href=\"./the-fire/\"")
            && index.contains("A &lt;fire&gt;")
    );
    let (one, other) = (page.join("main"), page.join("the-fire"));
    let html = fs::read_to_string(other.join("index.html")).expect("its page");
    assert!(html.contains("\"../page-1.js\"") && html.contains(&format!("\"./{}\"", file(&other, "story-", ".bin"))));
    assert!(!html.contains(&file(&one, "story-", ".bin")), "only its own data");
    assert!(html.contains("Nine houses") && !html.contains("Eight people"));
    let worker = fs::read_to_string(page.join("worker.js")).expect("the worker");
    for kept in ["\"./\"", "\"./main/\"", "\"./the-fire/\""] {
        assert!(worker.contains(kept), "{kept}");
    }
    for taken in ["crosscheck.html", "comparison.csv", "comparison.json", "comparison.md", "comparison.jsonld"] {
        assert!(other.join(taken).is_file(), "{taken}");
    }
    fs::create_dir_all(all.join("main")).expect("a folder");
    fs::write(all.join("main/c.txt"), "Nobody was hurt on Friday, the mayor said.\n").expect("a file");
    assert!(refused(&all, &built("clash")).contains("\"main\""));
}

#[test]
fn the_page_for_an_address_that_leads_nowhere_names_the_stories_that_there_are() {
    let one = built("missing-one");
    finished(&root().join("seeds"), &one);
    let html = fs::read_to_string(one.join("404.html")).expect("the page");
    assert!(words(&html).contains("no such story") && html.contains("href=\"./\""), "{html}");
    let stories = articles("missing-stories", &[]);
    for name in ["fire", "vote"] {
        fs::create_dir_all(stories.join(name)).expect("a folder");
        fs::write(stories.join(name).join("a.txt"), "Nobody was hurt on Friday, the mayor said.\n").expect("a file");
    }
    let several = built("missing-several");
    finished(&stories, &several);
    let html = fs::read_to_string(several.join("404.html")).expect("the page");
    assert!(html.contains("href=\"./fire/\"") && html.contains("href=\"./vote/\""), "{html}");
}

#[test]
fn what_is_said_to_who_sees_the_shell_as_it_is_stands_in_the_repository_and_not_in_the_page() {
    let raw = fs::read_to_string(root().join("index.html")).expect("the shell");
    let said =
        raw.split_once("<!--raw-->").and_then(|(_, rest)| rest.split_once("<!--/raw-->")).expect("a word on it").0;
    assert!(words(said).contains("choose \"GitHub Actions\" as the source"), "{said}");
    let html = finished(&root().join("seeds"), &built("raw"));
    assert!(!html.contains("What this is made from") && !html.contains("raw-->"), "{html}");
}

#[test]
fn one_file_has_everything_in_it_and_asks_for_nothing() {
    let page = built("single");
    finished(&root().join("seeds"), &page);
    let html = fs::read_to_string(page.join("crosscheck.html")).expect("one file");
    for id in ["program", "story", "words"] {
        assert!(html.contains(&format!("<script type=\"application/gzip\" id=\"{id}\">")), "{id}");
    }
    for part in ["src=\"", "href=\"./", "connect-src 'self'", "\nexport ", "import("] {
        assert!(!html.contains(part), "{part}");
    }
}

#[test]
fn a_page_that_is_finished_already_is_refused_and_stays_as_it_is() {
    let page = built("twice");
    let html = finished(&root().join("seeds"), &page);
    let message = refused(&root().join("seeds"), &page);
    assert!(
        message.contains("index.html: expected `<!--built JS WASM-->`") && message.contains("build the page again")
    );
    assert_eq!(fs::read_to_string(page.join("index.html")).expect("the page"), html);
}

#[test]
fn what_is_missing_is_named() {
    let page = built("no-program");
    fs::remove_file(page.join("page-1_bg.wasm")).expect("it was there");
    assert!(refused(&root().join("seeds"), &page).contains("page-1_bg.wasm"));
    assert!(refused(&root().join("no-such-folder"), &built("no-articles")).contains("no-such-folder"));
    assert!(refused(&root().join("seeds"), &folder("no-page")).contains("index.html"));
    let output = Command::new(env!("CARGO_BIN_EXE_crosscheck-site")).env_remove("TRUNK_STAGING_DIR").output();
    let output = output.expect("the program starts");
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("expected two folders"));
}

#[test]
fn a_folder_without_articles_gives_a_page_that_says_so() {
    let page = built("empty");
    let output = run(&folder("none"), &page);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("warning: "));
    let html = fs::read_to_string(page.join("index.html")).expect("the page");
    assert!(words(&html).contains("No articles yet"), "{html}");
}

#[test]
fn what_is_said_without_javascript_or_without_the_program_stands_in_the_page() {
    let html = finished(&root().join("seeds"), &built("fallback"));
    let part = |start: &str, end: &str| {
        html.split_once(start).and_then(|(_, rest)| rest.split_once(end)).map(|(text, _)| text)
    };
    assert!(part("<noscript><p>", "</p>").is_some_and(|text| text.contains("Without JavaScript")));
    assert!(part("<p id=\"stuck\" hidden>", "</p>").is_some_and(|text| text.contains("did not start")));
}
