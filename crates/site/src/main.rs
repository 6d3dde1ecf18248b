//! Finishes the page that Trunk has built: compares the articles, renders the page to HTML, and names what starts it.
//!
//! `crosscheck-site ARTICLES [PAGE]`: `PAGE` is the folder with Trunk's `index.html`. Trunk calls it after each build, and names
//! that folder in `TRUNK_STAGING_DIR`. `CROSSCHECK_ARTICLES` takes the place of `ARTICLES`.

mod assets;
mod head;
mod page;
mod site;
mod stories;
mod style;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crosscheck_engine::{Options, analyse};
use crosscheck_stories::{Mistake, read_stories};

fn main() -> ExitCode {
    let staged = std::env::var_os("TRUNK_STAGING_DIR");
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).chain(staged).map(PathBuf::from).collect();
    let other = std::env::var_os("CROSSCHECK_ARTICLES").map(PathBuf::from);
    let result = match arguments.as_slice() {
        [articles, page] => finish(other.as_ref().unwrap_or(articles), page),
        _ => Err("expected two folders: the articles, and the page that Trunk has built".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Compares the articles of every story and writes the site into the folder.
fn finish(articles: &Path, folder: &Path) -> Result<(), String> {
    let read = read_stories(articles).map_err(|error| error.to_string())?;
    let problems = read.stories.iter().flat_map(|story| &story.folder.problems).chain(&read.problems);
    problems.for_each(|problem| eprintln!("warning: {problem}"));
    read.stories.iter().flat_map(|story| &story.warnings).for_each(|warning| eprintln!("warning: {warning}"));
    let told = |mistakes: &[Mistake]| mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\nerror: ");
    let mut stories = Vec::new();
    for story in read.stories.iter().filter(|story| !story.folder.sources.is_empty()) {
        stories.push(site::Told { id: story.id.clone(), report: story.published().map_err(told)? });
    }
    if stories.is_empty() {
        let folder = articles.display();
        eprintln!("warning: {folder}: holds no article: put .txt, .md or .html files there, one an article");
        stories.push(site::Told { id: String::new(), report: analyse(&[], &Options::default()) });
    }
    // Trunk says so while one works on the page.
    let offline = std::env::var("TRUNK_PROFILE").as_deref() != Ok("debug");
    site::write(folder, &mut stories, offline)
}
