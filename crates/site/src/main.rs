//! Finishes the page that Trunk has built: compares the articles, renders the page to HTML, and names what starts it.
//!
//! `crosscheck-site ARTICLES [PAGE]`: `PAGE` is the folder with Trunk's `index.html`. Trunk calls it after each build, and names
//! that folder in `TRUNK_STAGING_DIR`.

mod assets;
mod page;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crosscheck_engine::{Options, analyse};
use crosscheck_stories::{Mistake, Story, read_stories};

fn main() -> ExitCode {
    let staged = std::env::var_os("TRUNK_STAGING_DIR");
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).chain(staged).map(PathBuf::from).collect();
    let result = match arguments.as_slice() {
        [articles, page] => finish(articles, page),
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

/// Compares the articles and writes page, data and start script into the folder.
fn finish(articles: &Path, folder: &Path) -> Result<(), String> {
    let read = read_stories(articles).map_err(|error| error.to_string())?;
    let story = read.stories.iter().find(|story| story.id.is_empty());
    for problem in story.iter().flat_map(|story| &story.folder.problems).chain(&read.problems) {
        eprintln!("warning: {problem}");
    }
    for warning in story.iter().flat_map(|story| &story.warnings) {
        eprintln!("warning: {warning}");
    }
    if story.is_none_or(|story| story.folder.sources.is_empty()) {
        eprintln!(
            "warning: {}: holds no article: put .txt, .md or .html files there, one an article",
            articles.display()
        );
    }
    let told = |mistakes: &[Mistake]| mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\nerror: ");
    let report = match story.map(Story::published) {
        Some(published) => published.map_err(told)?,
        None => analyse(&[], &Options::default()),
    };
    let data = postcard::to_allocvec(&report).expect("a Report is plain data");
    let index = folder.join("index.html");
    let shell = fs::read_to_string(&index).map_err(|error| format!("cannot read {}: {error}", index.display()))?;
    let built = page::Built::find(&shell, &index)?;
    let data = assets::write(folder, "story", "bin", &data)?;
    let start = assets::write(folder, "start", "js", built.start_script(folder, &data)?.as_bytes())?;
    let html = page::fill(&shell, &built, &start, report);
    fs::write(&index, html).map_err(|error| format!("cannot write {}: {error}", index.display()))
}
