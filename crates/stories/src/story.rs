//! Stories on disk: a folder's own articles are one, each subfolder with articles is a further one.

use std::fs;
use std::path::{Path, PathBuf};

use crosscheck_engine::report::Report;
use crosscheck_engine::{Options, analyse, excerpts};

use crate::settings::{self, Mistake, Publish, Settings};
use crate::{ENDINGS, Folder, FolderError, Problem, Reason, read_files};

/// The file in a story's folder in which its host states what the texts do not say.
pub const STORY_FILE: &str = "story.toml";

/// The stories of a folder.
#[derive(Debug, Default)]
pub struct Stories {
    /// The folder's own articles first, then its subfolders by id.
    pub stories: Vec<Story>,
    /// What belongs to no story and was left out.
    pub problems: Vec<Problem>,
}

/// A set of articles that are compared with each other.
#[derive(Debug)]
pub struct Story {
    /// What the story goes by in an address: letters a to z, digits and single hyphens, made of the folder's name. Empty for
    /// the outer folder's own articles.
    pub id: String,
    /// Its folder.
    pub path: PathBuf,
    /// Its articles.
    pub folder: Folder,
    /// What its `story.toml` says, or every mistake in it: a story with a mistake is not to be shown.
    pub settings: Result<Settings, Vec<Mistake>>,
    /// What is passed over in its `story.toml`.
    pub warnings: Vec<Mistake>,
}

impl Story {
    /// The comparison as the host publishes it: whole, or excerpts only.
    ///
    /// # Errors
    /// With the mistakes in `story.toml`.
    pub fn published(&self) -> Result<Report, &[Mistake]> {
        let report = self.compared(&Options::default())?;
        Ok(if self.settings.as_ref().is_ok_and(|s| s.publish == Publish::Excerpts) {
            excerpts(&report)
        } else {
            report
        })
    }

    /// The comparison of the whole texts, with what the host states in place of `options.host`.
    ///
    /// # Errors
    /// With the mistakes in `story.toml`.
    pub fn compared(&self, options: &Options) -> Result<Report, &[Mistake]> {
        let settings = self.settings.as_ref().map_err(Vec::as_slice)?;
        Ok(analyse(&self.folder.sources, &Options { host: settings.host.clone(), ..options.clone() }))
    }
}

/// Reads a folder's own articles and those of its subfolders, each with what its [`STORY_FILE`] says. Hidden files and folders are
/// passed over, and the folder that a browser saves beside a web page (`fire_files` beside `fire.html`). A folder with neither
/// an article nor a [`STORY_FILE`] is no story.
///
/// # Errors
/// Where a folder cannot be opened, or its name makes no address or the address of another one. A file that cannot be read
/// is a [`Problem`], and a mistake in a [`STORY_FILE`] is told by its story.
pub fn read_stories(path: &Path) -> Result<Stories, FolderError> {
    let mut found = Stories::default();
    let inner = look(path, String::new(), &mut found)?;
    for path in inner {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let count = found.stories.len();
        for deeper in look(&path, id(&name), &mut found)? {
            if holds_articles(&entries(&deeper)?.files) {
                let problem = Problem { path: deeper, reason: Reason::TooDeep };
                found.stories.get_mut(count).map_or(&mut found.problems, |s| &mut s.folder.problems).push(problem);
            }
        }
        let Some(story) = found.stories.get(count) else { continue };
        if story.id.is_empty() {
            return Err(FolderError::NoId(path));
        }
        if let Some(other) = found.stories[..count].iter().find(|other| other.id == story.id) {
            return Err(FolderError::SameId { id: story.id.clone(), first: other.path.clone(), second: path });
        }
    }
    found.stories.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(found)
}

/// Reads one folder into `found`; gives the folders in it.
fn look(path: &Path, id: String, found: &mut Stories) -> Result<Vec<PathBuf>, FolderError> {
    let Entries { files, folders, story_file } = entries(path)?;
    let is_story = story_file.is_some() || holds_articles(&files);
    let folder = read_files(files);
    if is_story {
        let (settings, warnings) = match story_file {
            Some(file) => settings::read(&file, &folder),
            None => (Ok(Settings::default()), Vec::new()),
        };
        found.stories.push(Story { id, path: path.to_owned(), folder, settings, warnings });
    } else {
        found.problems.extend(folder.problems);
    }
    Ok(folders)
}

fn holds_articles(files: &[PathBuf]) -> bool {
    files.iter().any(|file| is_article(file))
}

/// Whether a file has one of the [`ENDINGS`].
pub(crate) fn is_article(file: &Path) -> bool {
    let ending = file.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str())
}

/// What lies directly in a folder and is neither hidden nor its `README.md`, sorted by name.
#[derive(Debug, Default)]
pub(crate) struct Entries {
    /// What may be articles.
    pub(crate) files: Vec<PathBuf>,
    /// Without those that a browser saved beside a page.
    folders: Vec<PathBuf>,
    story_file: Option<PathBuf>,
}

pub(crate) fn entries(path: &Path) -> Result<Entries, FolderError> {
    let io = |error| FolderError::Io(path.to_owned(), error);
    let mut all = Entries::default();
    for entry in fs::read_dir(path).map_err(io)? {
        let entry = entry.map_err(io)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        match entry.path() {
            path if path.is_dir() => all.folders.push(path),
            path if name == STORY_FILE => all.story_file = Some(path),
            _ if name.eq_ignore_ascii_case("readme.md") => {}
            path => all.files.push(path),
        }
    }
    all.files.sort();
    all.folders.sort();
    let files = &all.files;
    all.folders.retain(|folder| !is_saved_beside(folder, files));
    Ok(all)
}

/// What browsers add to a page's name to name the folder of its pictures and scripts, by the language that they run in.
const SAVED: [&str; 10] = [
    "_files",
    ".files",
    "-Dateien",
    "_fichiers",
    "_archivos",
    "_arquivos",
    "_bestanden",
    "_pliki",
    "_soubory",
    "-filer",
];

fn is_saved_beside(folder: &Path, files: &[PathBuf]) -> bool {
    let name = folder.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let Some(page) = SAVED.iter().find_map(|ending| name.strip_suffix(ending)) else { return false };
    files.iter().any(|file| {
        let named = |ending: &str| file.file_name().is_some_and(|n| n.to_string_lossy() == format!("{page}.{ending}"));
        named("html") || named("htm")
    })
}

/// A folder's name as a part of an address: the letters a to z and digits, a hyphen for whatever stands between them.
fn id(name: &str) -> String {
    let parts: Vec<String> = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    parts.join("-")
}
