//! `story.toml`: what the host states of a story, and how much of it is published.

use std::fmt;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crosscheck_engine::{HostArticle, HostStory};
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use crate::Folder;

/// What a `story.toml` says. Without one, all of it is left to the texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What the host states of the story and its articles.
    pub host: HostStory,
    /// How much of the texts is published.
    pub publish: Publish,
}

/// How much of the texts is published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Publish {
    /// `"whole"`: the articles as they are.
    #[default]
    Whole,
    /// `"excerpts"`: only the words that the comparison shows.
    Excerpts,
}

/// Something that is wrong in a `story.toml`, with what was expected and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1; none where it is about the file as a whole.
    pub line: Option<usize>,
    /// What is wrong, beginning with the key.
    pub message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// The keys above all articles.
const STORY: [&str; 3] = ["title", "publish", "articles"];

/// The keys of an article.
const ARTICLE: [&str; 5] = ["outlet", "headline", "byline", "published", "url"];

/// Reads a `story.toml` that lies beside the articles of `folder`; the second half is what is passed over.
pub(crate) fn read(path: &Path, folder: &Folder) -> (Result<Settings, Vec<Mistake>>, Vec<Mistake>) {
    let whole = |message: String| (Err(vec![Mistake { path: path.to_owned(), line: None, message }]), Vec::new());
    let text = match fs::read(path).map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(_)) => {
            return whole("it is not UTF-8: open it in an editor and save it with the encoding UTF-8".to_owned());
        }
        Err(error) => return whole(format!("it cannot be opened: {error}; check the file and its permissions")),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut reader = Reader { path, text, folder, mistakes: Vec::new(), warnings: Vec::new() };
    let settings = reader.story();
    let Reader { mut mistakes, mut warnings, .. } = reader;
    mistakes.sort_by_key(|mistake| mistake.line);
    warnings.sort_by_key(|mistake| mistake.line);
    (if mistakes.is_empty() { Ok(settings) } else { Err(mistakes) }, warnings)
}

struct Reader<'a> {
    path: &'a Path,
    text: &'a str,
    folder: &'a Folder,
    mistakes: Vec<Mistake>,
    warnings: Vec<Mistake>,
}

impl Reader<'_> {
    fn at(&self, span: &Range<usize>, message: String) -> Mistake {
        let before = self.text.get(..span.start).unwrap_or(self.text);
        Mistake { path: self.path.to_owned(), line: Some(before.matches('\n').count() + 1), message }
    }

    fn mistake(&mut self, span: &Range<usize>, message: String) {
        let mistake = self.at(span, message);
        self.mistakes.push(mistake);
    }

    fn warning(&mut self, span: &Range<usize>, message: String) {
        let warning = self.at(span, message);
        self.warnings.push(warning);
    }

    fn story(&mut self) -> Settings {
        let mut settings = Settings::default();
        let table = match DeTable::parse(self.text) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                self.mistake(
                    &span,
                    format!(
                        "this is no TOML ({}): write each line as key = \"words in quotation marks\"",
                        error.message().replace('\n', ", ")
                    ),
                );
                return settings;
            }
        };
        for (key, value) in &table {
            match key.get_ref().as_ref() {
                "title" => settings.host.title = self.words("title", value, "What the story is called"),
                "publish" => match value.get_ref().as_str() {
                    Some("whole") => settings.publish = Publish::Whole,
                    Some("excerpts") => settings.publish = Publish::Excerpts,
                    _ => self.mistake(
                        &value.span(),
                        format!(
                            "publish is {}, expected \"whole\" or \"excerpts\": write publish = \"excerpts\" to publish no whole article",
                            shown(value)
                        ),
                    ),
                },
                "articles" => self.articles(value, &mut settings.host),
                // What was to be kept back would be published.
                other if distance(other, "publish") <= 2 => self.mistake(
                    &key.span(),
                    format!("{other} is no key here, and publish seems to be meant: write publish = \"whole\" or publish = \"excerpts\""),
                ),
                other if ARTICLE.contains(&other) => self.mistake(
                    &key.span(),
                    format!(
                        "{other} belongs to an article: write it below a line [articles.\"{}\"]",
                        self.files().first().map_or("name.txt", |f| f)
                    ),
                ),
                other => self.unknown(&key.span(), other, &STORY),
            }
        }
        settings
    }

    fn articles(&mut self, value: &Spanned<DeValue<'_>>, host: &mut HostStory) {
        let example = self.files().into_iter().next().unwrap_or_else(|| "name.txt".to_owned());
        let Some(table) = value.get_ref().as_table() else {
            let found = shown(value);
            return self.mistake(
                &value.span(),
                format!("articles is {found}, expected tables: write a line [articles.\"{example}\"] and below it what you state of that file"),
            );
        };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if !self.folder.sources.iter().any(|source| source.name == name) {
                if self.files().iter().any(|file| file == name) {
                    self.warning(
                        &key.span(),
                        format!("\"{name}\" is left out of the comparison, so that nothing is stated of it"),
                    );
                } else {
                    let files = self.files();
                    let stem = files.iter().find(|file| file.rsplit_once('.').is_some_and(|(stem, _)| stem == name));
                    let near = stem.or_else(|| nearest(name, files.iter()));
                    let way_out = match near {
                        Some(near) => format!("did you mean [articles.\"{near}\"]?"),
                        None => {
                            format!("name the file with its ending in quotation marks, as in [articles.\"{example}\"]")
                        }
                    };
                    self.mistake(&key.span(), format!("no article beside this file is called \"{name}\": {way_out}"));
                    continue;
                }
            }
            let Some(table) = value.get_ref().as_table() else {
                let found = shown(value);
                self.mistake(
                    &value.span(),
                    format!("\"{name}\" is {found}, expected a table: write a line [articles.\"{name}\"] and below it outlet = \"Who published it\""),
                );
                continue;
            };
            let article = self.article(table);
            host.articles.insert(name.to_owned(), article);
        }
    }

    fn article(&mut self, table: &DeTable<'_>) -> HostArticle {
        let mut article = HostArticle::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "outlet" => article.outlet = self.words("outlet", value, "Who published it"),
                "headline" => article.headline = self.words("headline", value, "The headline"),
                "byline" => article.byline = self.words("byline", value, "Who wrote it"),
                "url" => article.url = self.url(value),
                "published" => article.published = self.day(value),
                other => self.unknown(&key.span(), other, &ARTICLE),
            }
        }
        article
    }

    /// Words on one line.
    fn words(&mut self, key: &str, value: &Spanned<DeValue<'_>>, example: &str) -> Option<String> {
        let words = value.get_ref().as_str().map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "));
        let words = words.filter(|words| !words.is_empty() && !words.contains(char::is_control));
        if words.is_none() {
            let found = shown(value);
            self.mistake(
                &value.span(),
                format!("{key} is {found}, expected words: write {key} = \"{example}\", or delete the line"),
            );
        }
        words
    }

    fn url(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let url = value.get_ref().as_str().filter(|url| is_web_address(url)).map(str::to_owned);
        if url.is_none() {
            let found = shown(value);
            self.mistake(
                &value.span(),
                format!("url is {found}, expected an address of the web: write url = \"https://…\" as the browser's address bar has it"),
            );
        }
        url
    }

    /// A day, as TOML's own or as words.
    fn day(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let written = match value.get_ref() {
            DeValue::String(words) => words.trim().parse::<Datetime>().ok(),
            DeValue::Datetime(day) => Some(*day),
            _ => None,
        };
        let day = written.filter(|day| day.time.is_none() && day.offset.is_none()).and_then(|day| day.date);
        let day = day.filter(|day| day.year > 0).map(|day| day.to_string());
        if day.is_none() {
            let found = shown(value);
            self.mistake(
                &value.span(),
                format!(
                    "published is {found}, expected a day of the calendar as YYYY-MM-DD: write published = 2022-05-03"
                ),
            );
        }
        day
    }

    fn unknown(&mut self, span: &Range<usize>, key: &str, known: &[&str]) {
        let known: Vec<String> = known.iter().map(|&k| k.to_owned()).collect();
        let way_out = match nearest(key, known.iter()) {
            Some(near) => format!("did you mean {near}?"),
            None => format!("known here are {}", known.join(", ")),
        };
        self.warning(span, format!("{key} is not known and is passed over; {way_out}"));
    }

    /// The names of the files beside this one, those that are left out too.
    fn files(&self) -> Vec<String> {
        let left_out = self.folder.problems.iter().filter_map(|p| p.path.file_name());
        let read = self.folder.sources.iter().map(|source| source.name.clone());
        read.chain(left_out.map(|name| name.to_string_lossy().into_owned())).collect()
    }
}

/// A value as a message names it.
fn shown(value: &Spanned<DeValue<'_>>) -> String {
    match value.get_ref() {
        DeValue::String(words) if words.trim().is_empty() => "empty".to_owned(),
        DeValue::String(words) => format!("{:?}", words.chars().take(80).collect::<String>()),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(truth) => truth.to_string(),
        DeValue::Datetime(day) => day.to_string(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}

/// An address that a link may lead to: `http` or `https`, a host, nothing that an address cannot hold, no name or password.
fn is_web_address(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let Some(rest) = ["https://", "http://"].iter().find_map(|scheme| lower.strip_prefix(scheme)) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let refused = |c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c);
    host.chars().any(char::is_alphanumeric) && !host.contains('@') && !url.contains(refused)
}

/// Of the words that are spelt much like this one, the likest.
fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a String>) -> Option<&'a String> {
    let near = |known: &&String| distance(word, known) <= known.chars().count().div_ceil(3);
    known.filter(near).min_by_key(|known| distance(word, known))
}

/// How many letters have to be put in, taken out or changed to make one word of the other, their case aside.
fn distance(one: &str, other: &str) -> usize {
    let letters: Vec<char> = other.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=letters.len()).collect();
    for (i, from) in one.to_lowercase().chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, to) in letters.iter().enumerate() {
            let change = corner + usize::from(from != *to);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[letters.len()]
}
