//! The Report as the page holds it: passed down for the price of a pointer, and asked by index.

use std::ops::Deref;
use std::rc::Rc;

use crosscheck_engine::order::Order;
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
    /// For each article and sentence, where it can be opened: by fact and entry.
    places: Vec<Vec<Vec<Place>>>,
}

/// Something to read, by the index of its fact and its own index among the fact's entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index of the fact.
    pub fact: usize,
    /// Index of the entry.
    pub entry: usize,
}

impl Place {
    /// As it stands in `data-open`: "12.3".
    pub fn mark(self) -> String {
        format!("{}.{}", self.fact, self.entry)
    }

    /// What [`Self::mark`] wrote.
    pub fn read(mark: &str) -> Option<Self> {
        let (fact, entry) = mark.split_once('.')?;
        Some(Self { fact: fact.parse().ok()?, entry: entry.parse().ok()? })
    }
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
    /// Who passed it on from the speaker to the outlet, the one nearest to the outlet last.
    pub via: Vec<Range>,
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
        let mut places: Vec<Vec<Vec<Place>>> =
            report.articles.iter().map(|article| vec![Vec::new(); article.sentences.len()]).collect();
        for (fact, entries) in entries.iter().enumerate() {
            for (entry, Entry { article, sentence, .. }) in entries.iter().enumerate() {
                if let Some(here) = places.get_mut(*article).and_then(|article| article.get_mut(*sentence)) {
                    here.push(Place { fact, entry });
                }
            }
        }
        Self(Rc::new(Inner { report, entries, standings, places }))
    }

    /// Where a sentence can be opened, in the order of the facts.
    pub fn places(&self, article: usize, sentence: usize) -> &[Place] {
        self.0.places.get(article).and_then(|article| article.get(sentence)).map_or(&[], Vec::as_slice)
    }

    /// The first of these places.
    pub fn place_in(&self, article: usize, sentence: usize) -> Option<Place> {
        self.places(article, sentence).first().copied()
    }

    /// A sentence as an address names it: made of its article and its words, so that a link to it survives when others come
    /// before it. Of two sentences with the same words in one article it is the first.
    pub fn sentence_id(&self, article: usize, sentence: usize) -> String {
        let source = &self.articles[article];
        let words = text(source, source.sentences[sentence]);
        // FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
        let hash = source.id.0.bytes().chain([0]).chain(words.bytes());
        let hash = hash.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mut id = String::from("s-");
        for shift in (0..8).rev() {
            id.push(char::from_digit(hash >> (shift * 4) & 15, 16).unwrap_or_default());
        }
        id
    }

    /// The article and the sentence that an address names.
    pub fn sentence_by_id(&self, id: &str) -> Option<(usize, usize)> {
        let all = |article: usize| (0..self.articles[article].sentences.len()).map(move |sentence| (article, sentence));
        let found = id.starts_with("s-") && id.len() == 10;
        let mut sentences = (0..self.articles.len()).filter(|_| found).flat_map(all);
        sentences.find(|&(article, sentence)| self.sentence_id(article, sentence) == id)
    }

    /// What a place goes by in its row, in addresses and on paper: the article's letter and the sentence, counted from 1, "E15";
    /// "E15.2" for the second of the row's entries in that sentence. So a link survives a re-ordering of the facts.
    pub fn name(&self, place: Place) -> String {
        let entries = self.entries(place.fact);
        let Entry { article, sentence, .. } = entries[place.entry];
        let same = entries[..place.entry].iter().filter(|other| (other.article, other.sentence) == (article, sentence));
        let mut name = letter(article);
        name.push_str(&(sentence + 1).to_string());
        match same.count() {
            0 => {}
            before => {
                name.push('.');
                name.push_str(&(before + 1).to_string());
            }
        }
        name
    }

    /// The place that goes by this name in a row.
    pub fn named(&self, fact: usize, name: &str) -> Option<Place> {
        let mut all = (0..self.entries(fact).len()).map(|entry| Place { fact, entry });
        all.find(|&place| self.name(place) == name)
    }

    /// Whether a field is compared in a row.
    pub fn compares(&self, fact: usize, field: Field) -> bool {
        self.facts[fact].differences.iter().any(|difference| difference.field == field)
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

    /// The words at a place as they are shown: where the host published no words, "[…]" stands.
    pub fn shown(&self, article: usize, range: Range) -> String {
        let source = &self.articles[article];
        let mut shown = String::new();
        let mut cursor = range.start;
        for gap in source.left_out.iter().filter(|gap| gap.start < range.end && range.start < gap.end) {
            shown.push_str(text(source, Range { start: cursor, end: gap.start.max(cursor) }));
            shown.push_str(if shown.ends_with("[…] ") { "" } else { "[…] " });
            cursor = gap.end.min(range.end);
        }
        shown.push_str(text(source, Range { start: cursor, end: range.end }));
        shown
    }

    /// A fingerprint of the articles, FNV-1a of 64 bits over names and texts: the same articles have the same.
    pub fn fingerprint(&self) -> String {
        let bytes = self
            .articles
            .iter()
            .flat_map(|article| article.file.bytes().chain([0]).chain(article.text.bytes()).chain([0]));
        let hash =
            bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        (0..16).rev().filter_map(|digit| char::from_digit((hash >> (digit * 4) & 15) as u32, 16)).collect()
    }

    /// What the page is titled with: the host's title, or else the most central headline with the index of its article.
    pub fn title(&self) -> Option<(Option<usize>, &str)> {
        if let Some(title) = &self.title {
            return Some((None, title));
        }
        let index = self.index(self.central_headline.as_ref()?)?;
        Some((Some(index), self.articles[index].headline.as_deref()?))
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

    /// Where the sentence at a byte of an article can be opened.
    pub fn place_of(&self, article: usize, byte: u32) -> Option<Place> {
        self.place_in(article, sentence_at(&self.articles[article], byte)?)
    }

    /// The longest of the passages that most articles print alike, if any, first.
    pub fn origins_by_weight(&self) -> Vec<&SharedPassage> {
        let mut all: Vec<_> = self.origins.iter().collect();
        all.order_by_key(|passage| std::cmp::Reverse((passage.articles.len(), passage.words)));
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
            via: mention.via.clone(),
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
            via: Vec::new(),
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

/// The index of the article that goes by a letter, in capitals as [`letter`] gives it.
pub fn index_of(letter: &str) -> Option<usize> {
    let digits = letter.bytes().map(|byte| byte.is_ascii_uppercase().then(|| usize::from(byte - b'A') + 1));
    let short = (1..=4).contains(&letter.len());
    digits.filter(|_| short).try_fold(0, |number, digit| Some(number * 26 + digit?))?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::{index_of, letter};

    #[test]
    fn a_letter_is_read_as_it_is_given() {
        for index in [0, 4, 25, 26, 27, 701, 702] {
            assert_eq!(index_of(&letter(index)), Some(index));
        }
        for none in ["", "a", "A1", "É", "ZZZZZ"] {
            assert_eq!(index_of(none), None, "{none}");
        }
    }
}
