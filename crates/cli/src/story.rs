//! The story that the arguments name.

use std::path::PathBuf;

use crosscheck_stories::{Mistake, Settings, Story, read_paths, read_stories};

/// The story with this id in a folder; without an id the folder's own articles, or those that the paths name. What is left out
/// is told as warnings.
///
/// # Errors
/// Where no article can be read, with the way out.
pub(crate) fn named(paths: &[PathBuf], id: Option<&str>) -> Result<Story, String> {
    let story = match paths {
        [folder] if folder.is_dir() => {
            let mut found = read_stories(folder).map_err(|error| error.to_string())?;
            let mut known: Vec<String> = found.stories.iter().map(|story| story.id.clone()).collect();
            known.retain(|id| !id.is_empty());
            match (found.stories.iter().position(|story| story.id == id.unwrap_or_default()), id) {
                (Some(at), _) => found.stories.swap_remove(at),
                (None, Some(id)) if known.is_empty() => {
                    return Err(format!(
                        "{} holds no story \"{id}\": none of its subfolders holds an article",
                        folder.display()
                    ));
                }
                (None, Some(id)) => {
                    return Err(format!(
                        "{} holds no story \"{id}\": name one of {}",
                        folder.display(),
                        known.join(", ")
                    ));
                }
                (None, None) if !known.is_empty() => {
                    return Err(format!(
                        "no article lies directly in {}, but it holds stories: name one with --story, of {}",
                        folder.display(),
                        known.join(", ")
                    ));
                }
                (None, None) => {
                    found.problems.iter().for_each(|problem| eprintln!("warning: {problem}"));
                    return Err(nothing(paths));
                }
            }
        }
        _ if id.is_some() => {
            return Err("--story names a subfolder: give the one folder in which it lies, and no file".to_owned());
        }
        _ => {
            let folder = read_paths(paths).map_err(|error| error.to_string())?;
            let settings = Ok(Settings::default());
            Story { id: String::new(), path: PathBuf::new(), folder, settings, warnings: Vec::new() }
        }
    };
    story.folder.problems.iter().for_each(|problem| eprintln!("warning: {problem}"));
    story.warnings.iter().for_each(|warning| eprintln!("warning: {warning}"));
    if story.folder.sources.is_empty() { Err(nothing(paths)) } else { Ok(story) }
}

fn nothing(paths: &[PathBuf]) -> String {
    let named: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
    format!(
        "no article could be read from {}: name .txt, .md or .html files, one an article, or a folder that holds some",
        named.join(", ")
    )
}

/// Mistakes, one a line.
pub(crate) fn told(mistakes: &[Mistake]) -> String {
    mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\nerror: ")
}
