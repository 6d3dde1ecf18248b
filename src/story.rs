//! The Report as the page holds it: passed down for the price of a pointer, and asked by index.

use std::ops::Deref;
use std::rc::Rc;

pub use crosscheck_engine::report::letter;
use crosscheck_engine::report::{Article, ArticleId, Fact, Field, Range, Report, Shared, SharedPassage, Value, Voice};

use crate::standing::Standing;

/// A Report that is shared, not copied. Two are equal when they are the very same one.
#[derive(Clone, Debug)]
pub struct Story(Rc<Inner>);

#[derive(Debug)]
struct Inner {
    report: Report,
    /// For each fact, every place that the page can open.
    entries: Vec<Vec<Entry>>,
    /// How each fact's row stands.
    standings: Vec<Standing>,
}

/// A place in an article that stands in a row: a mention, or a value that is set against the mentions without being one
/// (the same weapon, told of another event).
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Index of the article.
    pub article: usize,
    /// Index of the sentence.
    pub sentence: usize,
    /// First and last byte of the words that state it.
    pub at: Range,
    /// What the cell shows.
    pub value: Range,
    /// Who is said to say so, as printed; none for the outlet itself.
    pub speaker: Option<String>,
    /// In which voice it is said.
    pub voice: Voice,
    /// False where the match is weak.
    pub sure: bool,
    /// What it shares with the others.
    pub shares: Vec<Shared>,
}

impl Story {
    /// Takes a Report into the page.
    pub fn new(report: Report) -> Self {
        let entries: Vec<_> = report.facts.iter().map(|fact| entries(&report, fact)).collect();
        let standings = report.facts.iter().map(Standing::of).collect();
        Self(Rc::new(Inner { report, entries, standings }))
    }

    /// Every place of a fact that the page can open: its mentions by their index, then values that are no mentions.
    pub fn entries(&self, fact: usize) -> &[Entry] {
        &self.0.entries[fact]
    }

    /// How a fact's row stands.
    pub fn standing(&self, fact: usize) -> Standing {
        self.0.standings[fact]
    }

    /// Where an article stands among the articles.
    pub fn index(&self, id: &ArticleId) -> Option<usize> {
        self.articles.iter().position(|article| article.id == *id)
    }

    /// The letter an article goes by; `?` for one that is not in the Report.
    pub fn letter_of(&self, id: &ArticleId) -> String {
        self.index(id).map_or_else(|| "?".to_owned(), letter)
    }

    /// The letters of several articles.
    pub fn letters_of<'a>(&self, ids: impl IntoIterator<Item = &'a ArticleId>) -> Vec<String> {
        ids.into_iter().map(|id| self.letter_of(id)).collect()
    }

    /// The words at a place in an article; empty for a place outside of it.
    pub fn text(&self, article: usize, range: Range) -> &str {
        text(&self.articles[article], range)
    }

    /// The headline that the page is titled with.
    pub fn title(&self) -> Option<(usize, &str)> {
        let index = self.index(self.central_headline.as_ref()?)?;
        Some((index, self.articles[index].headline.as_deref()?))
    }

    /// Where a fact stands among the facts.
    pub fn fact_index(&self, id: &str) -> Option<usize> {
        self.facts.iter().position(|fact| fact.id == id)
    }

    /// The articles that stand in a fact's row.
    pub fn carriers(&self, fact: usize) -> Vec<usize> {
        (0..self.articles.len())
            .filter(|&index| self.entries(fact).iter().any(|entry| entry.article == index))
            .collect()
    }

    /// Those of them that say it for certain.
    pub fn sure_carriers(&self, fact: usize) -> Vec<usize> {
        (0..self.articles.len())
            .filter(|&index| self.entries(fact).iter().any(|entry| entry.article == index && entry.sure))
            .collect()
    }

    /// How many rows stand in one of these ways.
    pub fn count(&self, standings: &[Standing]) -> usize {
        self.0.standings.iter().filter(|standing| standings.contains(standing)).count()
    }

    /// The entry in whose sentence a value of a difference stands.
    pub fn entry_of(&self, fact: usize, value: &Value) -> Option<usize> {
        let article = self.index(&value.article)?;
        let own = || self.entries(fact).iter().enumerate().filter(|(_, entry)| entry.article == article);
        own()
            .find(|(_, entry)| entry.at.start <= value.start && value.end <= entry.at.end)
            .or_else(|| {
                own().find(|(_, entry)| Some(entry.sentence) == sentence_at(&self.articles[article], value.start))
            })
            .map(|(index, _)| index)
    }

    /// The first entry of an article in a row.
    pub fn entry_in(&self, fact: usize, article: &ArticleId) -> Option<usize> {
        let article = self.index(article)?;
        self.entries(fact).iter().position(|entry| entry.article == article)
    }

    /// Where the sentence at a byte of an article can be opened: a fact and one of its entries.
    pub fn place_of(&self, article: usize, byte: u32) -> Option<(usize, usize)> {
        let sentence = sentence_at(&self.articles[article], byte)?;
        let here = |entry: &Entry| (entry.article, entry.sentence) == (article, sentence);
        let mut facts = self.0.entries.iter().enumerate();
        facts.find_map(|(fact, entries)| Some((fact, entries.iter().position(here)?)))
    }

    /// The longest of the passages that most articles print alike, if any, first.
    pub fn origins_by_weight(&self) -> Vec<&SharedPassage> {
        let mut all: Vec<_> = self.origins.iter().collect();
        all.sort_by_key(|passage| std::cmp::Reverse((passage.articles.len(), passage.words)));
        all
    }
}

impl Deref for Story {
    type Target = Report;
    fn deref(&self) -> &Report {
        &self.0.report
    }
}

impl PartialEq for Story {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

fn entries(report: &Report, fact: &Fact) -> Vec<Entry> {
    let index = |id: &ArticleId| report.articles.iter().position(|article| article.id == *id);
    let mentions = fact.mentions.iter().filter_map(|mention| {
        Some(Entry {
            article: index(&mention.article)?,
            sentence: mention.sentence as usize,
            at: Range { start: mention.start, end: mention.end },
            value: mention.value,
            speaker: mention.speaker.clone(),
            voice: mention.voice,
            sure: mention.sure,
            shares: mention.shares.clone(),
        })
    });
    // Who says so is no sentence of its own to read.
    let compared = fact.differences.iter().filter(|difference| difference.field != Field::Attribution);
    let strays = compared.flat_map(|difference| &difference.values).filter_map(|value| {
        let article = index(&value.article)?;
        let at = Range { start: value.start, end: value.end };
        Some(Entry {
            article,
            sentence: sentence_at(&report.articles[article], value.start)?,
            at,
            value: at,
            speaker: value.speaker.clone(),
            voice: value.voice,
            sure: true,
            shares: Vec::new(),
        })
    });
    let mut all: Vec<Entry> = mentions.collect();
    for stray in strays {
        if !all.iter().any(|entry| (entry.article, entry.sentence) == (stray.article, stray.sentence)) {
            all.push(stray);
        }
    }
    all
}

fn sentence_at(article: &Article, byte: u32) -> Option<usize> {
    article.sentences.iter().position(|sentence| sentence.start <= byte && byte < sentence.end)
}

/// The words at a place in an article; empty for a place outside of it.
pub fn text(article: &Article, range: Range) -> &str {
    article.text.get(range.start as usize..range.end as usize).unwrap_or_default()
}
