//! The finished page: what stands in it before any script runs, and what it names to start with.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crosscheck::{Story, matrix::cells, read_report};

/// As Trunk leaves it.
const SHELL: &str = "<!doctype html><html lang=\"en\"><head><title>x</title><!--built page-1.js page-1_bg.wasm--></head><body>\
    <p id=\"stuck\" hidden><!--stuck--></p><div id=\"page\"><!--page--></div><noscript><p><!--no-script--></p></noscript></body></html>";

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
    for (file, text) in [("index.html", SHELL), ("page-1.js", "export default () => {};"), ("page-1_bg.wasm", "wasm")] {
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
    command.arg(articles).arg(page).env_remove("TRUNK_STAGING_DIR").output().expect("the program starts")
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
fn the_page_starts_with_files_that_are_named_by_their_content_and_held_to_it() {
    let page = built("named");
    let html = finished(&root().join("seeds"), &page);
    let (story, start) = (file(&page, "story-", ".bin"), file(&page, "start-", ".js"));
    assert!(html.contains(&format!(r#"<script type="module" src="./{start}" integrity="sha384-"#)), "{html:.400}");
    let script = fs::read_to_string(page.join(&start)).expect("the start script");
    for name in ["\"./page-1.js\"", "\"page-1_bg.wasm\"", &format!("\"{story}\"")] {
        assert!(script.contains(name), "{name}");
    }
    assert_eq!(script.matches("\"sha384-").count(), 2, "program and data");
    assert!(!script.contains("integrity}\"") && !script.contains("\"{"), "nothing is left to be filled in");
}

#[test]
fn files_are_named_alike_for_the_same_articles_and_otherwise_for_others() {
    let some = articles("some", &[("a.txt", "Eight people were hurt on Monday, police said.\n")]);
    let others = articles("others", &[("a.txt", "Nine people were hurt on Monday, police said.\n")]);
    let names = |name: &str, articles: &Path| {
        let page = built(name);
        finished(articles, &page);
        (file(&page, "story-", ".bin"), file(&page, "start-", ".js"))
    };
    let first = names("first", &some);
    assert_eq!(first, names("second", &some));
    let (story, start) = names("third", &others);
    assert!(first.0 != story && first.1 != start);
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
