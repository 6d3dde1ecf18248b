//! Folders of articles on disk: the one place that reads files for the engine.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crosscheck_engine::{MAX_BYTES, Source, SourceError};

mod settings;
mod story;

pub use settings::{Mistake, Publish, Settings};
pub use story::{STORY_FILE, Stories, Story, read_stories};

/// Endings of files that are read as articles.
pub const ENDINGS: [&str; 5] = ["txt", "md", "markdown", "html", "htm"];

/// What a folder (or a list of files) holds.
#[derive(Debug, Default)]
pub struct Folder {
    /// The articles that could be read, sorted by name.
    pub sources: Vec<Source>,
    /// What could not be read, and why; the articles above are not touched by it.
    pub problems: Vec<Problem>,
}

/// A file or folder that is left out.
#[derive(Debug)]
pub struct Problem {
    /// The file or folder.
    pub path: PathBuf,
    /// Why, and the way out.
    pub reason: Reason,
}

/// Why a file or folder is left out.
#[derive(Debug)]
#[non_exhaustive]
pub enum Reason {
    /// Its text cannot be read.
    Unreadable(SourceError),
    /// It has the same text as another file.
    SameAs(PathBuf),
    /// It cannot be opened.
    Io(std::io::Error),
    /// It is a pipe, a socket or a device: reading it might never end.
    NoFile,
    /// Its ending is none of [`ENDINGS`].
    Ending,
    /// It is a folder inside of a story's folder.
    TooDeep,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.reason {
            Reason::Unreadable(error) => write!(f, "{path} is left out: {error}"),
            Reason::SameAs(other) => {
                write!(f, "{path} is left out: it has the same text as {}; delete one of the two", other.display())
            }
            Reason::Io(error) => write!(f, "{path} is left out: {error}; check the file and its permissions"),
            Reason::NoFile => {
                write!(f, "{path} is left out: it is a pipe, socket or device; save what it gives as a file")
            }
            Reason::Ending => write!(
                f,
                "{path} is left out: only .txt, .md and .html files are read; save the article as one of these"
            ),
            Reason::TooDeep => write!(
                f,
                "{path} is left out: a story is a folder directly in the outer one; move this folder up, or its articles"
            ),
        }
    }
}

/// Why nothing can be read at all.
#[derive(Debug)]
#[non_exhaustive]
pub enum FolderError {
    /// The path cannot be opened.
    Io(PathBuf, std::io::Error),
    /// Two folders would have one address.
    SameId {
        /// What both would go by.
        id: String,
        /// The first by name.
        first: PathBuf,
        /// The second.
        second: PathBuf,
    },
    /// The name of a folder makes no address.
    NoId(PathBuf),
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(path, error) => write!(
                f,
                "cannot open {}: {error}; name a folder with .txt, .md or .html files, or such files",
                path.display()
            ),
            Self::SameId { id, first, second } => write!(
                f,
                "the stories {} and {} would both have the address \"{id}\": rename one of the two folders",
                first.display(),
                second.display()
            ),
            Self::NoId(path) => write!(
                f,
                "the name of the folder {} holds no letter from a to z and no digit of which an address could be made: rename it",
                path.display()
            ),
        }
    }
}

impl std::error::Error for FolderError {}

/// Reads the articles that lie directly in a folder. Subfolders, hidden files, `README.md` and `story.toml` are not articles.
///
/// # Errors
/// Where the folder cannot be opened. A file that cannot be read is a [`Problem`], not an error.
pub fn read_folder(path: &Path) -> Result<Folder, FolderError> {
    Ok(read_files(story::entries(path)?.files))
}

/// Reads files as articles; a path that is a folder gives the articles in it. A file that is named twice is read once.
///
/// # Errors
/// Where a path cannot be opened.
pub fn read_paths(paths: &[PathBuf]) -> Result<Folder, FolderError> {
    let mut files = Vec::new();
    for path in paths {
        let about = fs::metadata(path).map_err(|error| FolderError::Io(path.clone(), error))?;
        if about.is_dir() { files.extend(story::entries(path)?.files) } else { files.push(path.clone()) }
    }
    Ok(read_files(files))
}

fn read_files(mut files: Vec<PathBuf>) -> Folder {
    files.sort();
    files.dedup_by_key(|path| fs::canonicalize(&*path).unwrap_or_else(|_| path.clone()));
    let mut folder = Folder::default();
    let mut read: BTreeMap<String, PathBuf> = BTreeMap::new();
    for path in files {
        match read_file(&path) {
            Ok(source) => {
                if let Some(other) = read.get(source.text.trim()) {
                    folder.problems.push(Problem { reason: Reason::SameAs(other.clone()), path });
                } else {
                    read.insert(source.text.trim().to_owned(), path);
                    folder.sources.push(source);
                }
            }
            Err(reason) => folder.problems.push(Problem { path, reason }),
        }
    }
    folder.sources.sort_by(|a, b| a.name.cmp(&b.name));
    folder
}

fn read_file(path: &Path) -> Result<Source, Reason> {
    let about = fs::metadata(path).map_err(Reason::Io)?;
    if !about.is_file() {
        return Err(Reason::NoFile);
    }
    if !story::is_article(path) {
        return Err(Reason::Ending);
    }
    let bytes = about.len();
    // Not read at all where it is too large: it may be any size.
    if bytes > MAX_BYTES as u64 {
        return Err(Reason::Unreadable(SourceError::TooLarge { bytes: usize::try_from(bytes).unwrap_or(usize::MAX) }));
    }
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    Source::from_bytes(&name, &fs::read(path).map_err(Reason::Io)?).map_err(Reason::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_named_with_the_way_out_and_the_rest_is_read() {
        let folder = std::env::temp_dir().join(format!("crosscheck-stories-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let put = |name: &str, bytes: &[u8]| fs::write(folder.join(name), bytes).expect("a temporary file");
        put("a.txt", b"A storm hit the coast.");
        put("b.txt", b"A storm hit the coast.\n");
        put("c.txt", b"");
        put("d.txt", b"caf\xe9 burns");
        put("e.txt", b"\0\0\0");
        put("f.txt", &vec![b'a'; MAX_BYTES + 1]);
        put("g.docx", b"PK");
        put("h.htm", b"<p>A dam broke.</p>");
        put("README.md", b"About these files.");
        let read = read_folder(&folder).expect("the folder is there");
        fs::remove_dir_all(&folder).expect("the folder is ours");
        assert_eq!(read.sources.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["a.txt", "h.htm"]);
        let said: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
        for (file, words) in [
            ("b.txt", "same text as"),
            ("c.txt", "no text"),
            ("d.txt", "line 1"),
            ("e.txt", "not a text file"),
            ("f.txt", "at most"),
            ("g.docx", "only .txt, .md and .html"),
        ] {
            assert!(said.iter().any(|s| s.contains(file) && s.contains(words)), "{file}: {said:#?}");
        }
        assert_eq!(said.len(), 6, "{said:#?}");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_regular_file_is_not_opened_whether_named_or_found_in_a_folder() {
        let folder = std::env::temp_dir().join(format!("crosscheck-socket-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let path = folder.join("p.txt");
        let _open = std::os::unix::net::UnixListener::bind(&path).expect("a socket");
        let found = [read_folder(&folder), read_paths(&[path])];
        fs::remove_dir_all(&folder).expect("the folder is ours");
        for read in found {
            let problems = read.expect("the path is there").problems;
            assert!(matches!(&problems[..], [Problem { reason: Reason::NoFile, .. }]), "{problems:?}");
        }
    }

    #[test]
    fn a_file_that_is_named_twice_is_read_once() {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
        let twice = read_paths(&[seeds.clone(), seeds]).expect("the file is there");
        assert_eq!(twice.problems.len(), 1, "once for its ending, never as its own double");
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_with_its_name() {
        let error = read_folder(Path::new("no/such/folder")).expect_err("there is none");
        assert!(error.to_string().contains("no/such/folder"));
    }
}
