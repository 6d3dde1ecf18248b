//! What the articles say on a fact, place by place.

use crosscheck_engine::report::{Article, ArticleId, Difference, Fact, Field, Range, Report, Value, Voice, letter};

/// One place where an article states a fact, or gives a value that is set against it.
pub(crate) struct Cell<'a> {
    pub(crate) letter: String,
    pub(crate) article: &'a Article,
    /// Index of the sentence, where it stands in one.
    pub(crate) sentence: Option<usize>,
    /// The words that state it.
    pub(crate) value: Range,
    pub(crate) speaker: Option<&'a str>,
    pub(crate) voice: Voice,
    pub(crate) sure: bool,
    /// The day or days that the value was resolved to.
    pub(crate) day: Option<&'a str>,
    /// Cells of one row with the same number have an equal value; none where nothing is set against it.
    pub(crate) way: Option<u32>,
}

impl Cell<'_> {
    /// The words, as printed.
    pub(crate) fn words(&self) -> String {
        shown(self.article, self.value)
    }

    /// The whole sentence, as printed; empty where there is none.
    pub(crate) fn in_full(&self) -> String {
        self.sentence.map(|s| shown(self.article, self.article.sentences[s])).unwrap_or_default()
    }
}

/// The difference that a row shows: the sharpest that is not about who says so.
pub(crate) fn lead(fact: &Fact) -> Option<&Difference> {
    fact.differences.iter().find(|difference| difference.field != Field::Attribution)
}

/// A fact's cells, by article and place. Where a sentence gives a value that is compared, that is what the cell says.
pub(crate) fn cells<'a>(report: &'a Report, fact: &'a Fact) -> Vec<Cell<'a>> {
    let compared: Vec<&Value> = lead(fact).map(|lead| lead.values.iter().collect()).unwrap_or_default();
    let mut all: Vec<Cell<'_>> = Vec::new();
    for mention in &fact.mentions {
        let Some((index, article)) = of(report, &mention.article) else { continue };
        let sentence = mention.sentence as usize;
        let own = compared
            .iter()
            .find(|value| value.article == mention.article && sentence_at(article, value.start) == Some(sentence));
        all.push(Cell {
            letter: letter(index),
            article,
            sentence: article.sentences.get(sentence).map(|_| sentence),
            value: own.map_or(mention.value, |value| Range { start: value.start, end: value.end }),
            speaker: own.map_or(&mention.speaker, |value| &value.speaker).as_deref(),
            voice: own.map_or(mention.voice, |value| value.voice),
            sure: mention.sure,
            day: own.and_then(|value| value.resolved.as_deref()),
            way: own.map(|value| value.way),
        });
    }
    let strays = fact.differences.iter().filter(|difference| difference.field != Field::Attribution);
    for value in strays.flat_map(|difference| &difference.values) {
        let Some((index, article)) = of(report, &value.article) else { continue };
        let sentence = sentence_at(article, value.start);
        if all.iter().any(|cell| cell.article.id == value.article && cell.sentence == sentence) {
            continue;
        }
        let leads = compared.iter().any(|other| std::ptr::eq(*other, value));
        all.push(Cell {
            letter: letter(index),
            article,
            sentence,
            value: Range { start: value.start, end: value.end },
            speaker: value.speaker.as_deref(),
            voice: value.voice,
            sure: true,
            day: value.resolved.as_deref(),
            way: leads.then_some(value.way),
        });
    }
    all.sort_by(|a, b| (&a.article.id, a.value.start).cmp(&(&b.article.id, b.value.start)));
    all
}

/// An article and where it stands among the others.
pub(crate) fn of<'a>(report: &'a Report, id: &ArticleId) -> Option<(usize, &'a Article)> {
    report.articles.iter().enumerate().find(|(_, article)| article.id == *id)
}

/// An article's letter; `?` for one that is not in the Report.
pub(crate) fn letter_of(report: &Report, id: &ArticleId) -> String {
    of(report, id).map_or_else(|| "?".to_owned(), |(index, _)| letter(index))
}

fn sentence_at(article: &Article, byte: u32) -> Option<usize> {
    article.sentences.iter().position(|sentence| sentence.start <= byte && byte < sentence.end)
}

/// Words of an article on one line, with "[…]" where the host leaves words out.
pub(crate) fn shown(article: &Article, at: Range) -> String {
    let text = |start: u32, end: u32| article.text.get(start as usize..end as usize).unwrap_or_default();
    let mut out = String::new();
    let mut cursor = at.start;
    for gap in article.left_out.iter().filter(|gap| gap.start < at.end && at.start < gap.end) {
        out += text(cursor, gap.start.max(cursor));
        out += " […] ";
        cursor = gap.end.min(at.end);
    }
    out += text(cursor, at.end);
    one_line(&out)
}

/// Words on one line, without characters that are obeyed in place of being shown: control characters, and those that turn the
/// direction of the text around them.
pub(crate) fn one_line(text: &str) -> String {
    let obeyed = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown: String = text.chars().filter(|c| c.is_whitespace() || !obeyed(*c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}
