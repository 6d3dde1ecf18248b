//! Finishes the page that Trunk has built: compares the articles, renders the page to HTML, and names what starts it.
//!
//! `crosscheck-site ARTICLES [PAGE]`: `PAGE` is the folder with Trunk's `index.html`. Trunk calls it after each build, and names
//! that folder in `TRUNK_STAGING_DIR`.

mod assets;
mod page;
mod site;
mod style;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crosscheck_engine::{Options, analyse};
use crosscheck_stories::read_folder;

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
    let read = read_folder(articles).map_err(|error| error.to_string())?;
    for problem in &read.problems {
        eprintln!("warning: {problem}");
    }
    if read.sources.is_empty() {
        eprintln!(
            "warning: {}: holds no article: put .txt, .md or .html files there, one an article",
            articles.display()
        );
    }
    let report = analyse(&read.sources, &Options::default());
    // Trunk says so while one works on the page.
    let offline = std::env::var("TRUNK_PROFILE").as_deref() != Ok("debug");
    site::write(folder, &report, offline)
}
