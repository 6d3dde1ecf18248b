//! What a host wants to know before a comparison is published.

use std::fmt::Write as _;
use std::path::Path;

use crosscheck_engine::report::{Article, Basis, FurnitureKind, NoteKind, Report, SetAside, letter};
use crosscheck_engine::{Options, analyse, excerpts};
use crosscheck_stories::{FolderError, Publish, Story, read_stories};

use crate::table::one_line;

/// What was found in a folder.
#[derive(Default)]
pub(crate) struct Found {
    /// For people, with a line end.
    pub(crate) text: String,
    /// Because of which a story cannot be shown.
    pub(crate) errors: usize,
    warnings: usize,
}

/// How many pieces of an article that are set aside are told.
const MOST_PIECES: usize = 20;

/// How many words of a piece that is set aside are told.
const FIRST_WORDS: usize = 8;

/// Reads every story of a folder.
///
/// # Errors
/// Where the folder cannot be read at all.
pub(crate) fn folder(path: &Path) -> Result<Found, FolderError> {
    let read = read_stories(path)?;
    let mut found = Found::default();
    for story in &read.stories {
        found.story(story);
    }
    for problem in &read.problems {
        found.warning("", problem);
    }
    if read.stories.is_empty() {
        let way_out = "put .txt, .md or .html files there, one an article, or folders of such files, one a story";
        found.error("", format!("{} holds no article: {way_out}", path.display()));
    }
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let counts = [count(found.errors, "error"), count(found.warnings, "warning")].join(", ");
    let stories = match read.stories.len() {
        1 => "1 story".to_owned(),
        n => format!("{n} stories"),
    };
    let _ = writeln!(found.text, "{stories}: {counts}");
    Ok(found)
}

impl Found {
    fn line(&mut self, line: &str) {
        self.text += line;
        self.text.push('\n');
    }

    fn warning(&mut self, indent: &str, what: impl std::fmt::Display) {
        self.warnings += 1;
        self.line(&format!("{indent}warning: {}", one_line(&what.to_string())));
    }

    fn error(&mut self, indent: &str, what: impl std::fmt::Display) {
        self.errors += 1;
        self.line(&format!("{indent}error: {}", one_line(&what.to_string())));
    }

    fn story(&mut self, story: &Story) {
        let name = if story.id.is_empty() { "the folder's own articles".to_owned() } else { story.id.clone() };
        let title = story.settings.as_ref().ok().and_then(|s| s.host.title.as_deref());
        let title = title.map(|title| format!(" · {}", one_line(title))).unwrap_or_default();
        let publish = match story.settings.as_ref().map(|settings| settings.publish) {
            Ok(Publish::Excerpts) => " · excerpts are published",
            Ok(Publish::Whole) => " · whole articles are published",
            Err(_) => "",
        };
        let path = one_line(&story.path.display().to_string());
        self.line(&format!("{name}{title} · {path}{publish}"));
        for problem in &story.folder.problems {
            self.warning("  ", problem);
        }
        for warning in &story.warnings {
            self.warning("  ", warning);
        }
        for mistake in story.settings.as_ref().err().into_iter().flatten() {
            self.error("  ", mistake);
        }
        if story.folder.sources.is_empty() {
            let way_out = "put .txt, .md or .html files there, one an article";
            self.error("  ", format!("no article could be read in {}: {way_out}", story.path.display()));
        }
        // With a mistake in story.toml what the texts say is told all the same.
        let whole = story.compared(&Options::default());
        let whole = whole.unwrap_or_else(|_| analyse(&story.folder.sources, &Options::default()));
        let only_excerpts = story.settings.as_ref().is_ok_and(|s| s.publish == Publish::Excerpts);
        let excerpts = only_excerpts.then(|| excerpts(&whole));
        for (i, article) in whole.articles.iter().enumerate() {
            self.article(&whole, i, article);
            if let Some(left) = excerpts.as_ref().map(|report| &report.articles[i]) {
                let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
                let share = 100 * letters(&left.text) / letters(&article.text).max(1);
                self.line(&format!("     published: {share} % of its letters"));
                if article.url.is_none() {
                    let way_out =
                        format!("write url = \"https://…\" below [articles.\"{}\"] in story.toml", article.file);
                    self.warning(
                        "     ",
                        format!("only excerpts are published and readers get no link to the rest: {way_out}"),
                    );
                }
            }
        }
        if whole.articles.len() == 1 {
            self.warning("  ", "one article is no comparison: add a second one on the same event");
        }
        for note in whole.notes.iter().filter(|note| note.kind == NoteKind::SameText || note.article.is_none()) {
            match &note.article {
                Some(id) => self.warning(
                    "  ",
                    format!("{} shows the same text as another file and is counted once: delete one of the two", id.0),
                ),
                None => self.warning(
                    "  ",
                    "the articles share little and may be about different events: make a folder for each event",
                ),
            }
        }
        self.line("");
    }

    fn article(&mut self, report: &Report, i: usize, article: &Article) {
        let claims = report.facts.iter().filter(|f| f.mentions.iter().any(|m| m.article == article.id)).count();
        let known = [
            told(article.outlet.as_deref(), article.outlet_basis, "outlet not stated"),
            told(article.headline.as_deref(), article.headline_basis, "no headline"),
            told(article.byline.as_deref(), article.byline_basis, "writer not stated"),
            told(article.published.as_deref(), article.published_basis, "date not known"),
        ];
        self.line(&format!("  {}  {} · {}", letter(i), one_line(&article.file), known.join(" · ")));
        self.line(&format!("     {} sentences in {claims} claims", article.sentences.len()));
        // The others are told above.
        let told_above =
            |kind| matches!(kind, FurnitureKind::Headline | FurnitureKind::Byline | FurnitureKind::Dateline);
        let pieces: Vec<&SetAside> = article.set_aside.iter().filter(|aside| !told_above(aside.kind)).collect();
        for aside in pieces.iter().take(MOST_PIECES) {
            let words = one_line(article.text.get(aside.start as usize..aside.end as usize).unwrap_or_default());
            let mut first = words.split(' ').take(FIRST_WORDS).collect::<Vec<_>>().join(" ");
            if first.len() < words.len() {
                first += " …";
            }
            self.line(&format!("     set aside, {}: {first}", kind(aside.kind)));
        }
        if pieces.len() > MOST_PIECES {
            self.line(&format!("     set aside, and {} more", pieces.len() - MOST_PIECES));
        }
        let state =
            |key: &str| format!("if you know it, write {key} below [articles.\"{}\"] in story.toml", article.file);
        if article.outlet.is_none() {
            self.warning("     ", format!("the text does not name its outlet: {}", state("outlet = \"…\"")));
        }
        match article.published_basis {
            None => self.warning(
                "     ",
                format!(
                    "no day of publication, so that \"yesterday\" cannot be resolved: {}",
                    state("published = YYYY-MM-DD")
                ),
            ),
            Some(Basis::Inferred) => self.warning(
                "     ",
                format!(
                    "the day of publication is inferred from what the text says about days: {}",
                    state("published = YYYY-MM-DD")
                ),
            ),
            Some(Basis::Stated | Basis::Host) => {}
        }
        for note in report.notes.iter().filter(|note| note.article.as_ref() == Some(&article.id)) {
            match note.kind {
                NoteKind::NothingLeft => self
                    .warning("     ", "nothing but page furniture was found: paste the article's text into the file"),
                NoteKind::TooLong => self.warning(
                    "     ",
                    "it is longer than any article and not all of it is compared: keep only the article's text",
                ),
                NoteKind::SameText | NoteKind::LittleInCommon => {}
            }
        }
    }
}

fn told(words: Option<&str>, basis: Option<Basis>, none: &str) -> String {
    let how = match basis {
        Some(Basis::Host) => " (story.toml)",
        Some(Basis::Inferred) => " (inferred)",
        Some(Basis::Stated) => " (in the text)",
        None => "",
    };
    words.map_or_else(|| none.to_owned(), |words| one_line(words) + how)
}

fn kind(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Headline => "headline",
        FurnitureKind::Byline => "byline",
        FurnitureKind::Dateline => "date line",
        FurnitureKind::Section => "section label",
        FurnitureKind::Teaser => "link to another story",
        FurnitureKind::Navigation => "navigation",
        FurnitureKind::Related => "related stories",
        FurnitureKind::Form => "form",
        FurnitureKind::Copyright => "copyright",
        FurnitureKind::Caption => "caption",
        FurnitureKind::Advert => "advertising",
        FurnitureKind::Excess => "beyond what is compared",
    }
}
