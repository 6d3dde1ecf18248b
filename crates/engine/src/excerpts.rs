//! A Report for a host who may not publish whole articles.

use std::collections::{BTreeMap, BTreeSet};

use crate::order::Order;
use crate::report::{Article, ArticleId, Basis, Passage, Range, Report, Status};

/// How many words of a quotation or shared passage are kept at most.
const MOST_WORDS: usize = 15;

/// How many words of its sentence are kept on each side of a value that differs.
const AROUND: usize = 6;

/// The same comparison with only those words of the articles that it shows: labels and values; a few
/// words around values that differ; speakers, names, figures and days; headlines; what several articles quote or print
/// alike, of each passage the first 15 words at most. What one article alone quotes is no quotation of the Report any more.
///
/// In place of all other words of a text stand spaces, as many as they have bytes, so that offsets hold
/// ([`Article::left_out`]). A word that stands in none of the texts any more stands nowhere in the Report, but for what the
/// host states. Excerpts of excerpts are the same.
///
/// It does not promise that little is left: news states something in nearly each clause.
///
/// # Examples
/// ```
/// use crosscheck_engine::{Options, Source, analyse, excerpts};
/// let article = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
/// let sources = [
///     article("a.txt", "The fire in Leeds hurt eight people, police said, and a gloomy crowd gathered to watch from the bridge."),
///     article("b.txt", "Police said the fire in Leeds hurt six people."),
/// ];
/// let report = excerpts(&analyse(&sources, &Options::default()));
/// assert!(report.articles[0].text.contains("eight people") && !report.articles[0].text.contains("bridge"));
/// ```
pub fn excerpts(report: &Report) -> Report {
    let mut out = report.clone();
    if report.articles.iter().any(|article| !article.left_out.is_empty()) {
        return out;
    }
    let mut kept =
        Kept { articles: &report.articles, spans: vec![Vec::new(); report.articles.len()], sought: BTreeMap::new() };
    for article in &report.articles {
        if let Some(at) = article.headline_at {
            kept.keep(&article.id, at);
        }
        let stated = [(&article.outlet, article.outlet_basis), (&article.byline, article.byline_basis)];
        for words in stated.into_iter().filter(|s| s.1 == Some(Basis::Stated)).filter_map(|s| s.0.as_deref()) {
            kept.keep_words([&article.id], words, 0);
        }
    }
    for fact in &mut out.facts {
        kept.keep(&fact.label.article, range(&fact.label));
        let against = matches!(fact.status, Status::Differ | Status::DifferentEvents);
        for mention in &mut fact.mentions {
            kept.keep(&mention.article, mention.value);
            let clause = Range { start: mention.start, end: mention.end };
            let Range { start, end } =
                if against { kept.around(&mention.article, mention.value, clause) } else { mention.value };
            (mention.start, mention.end) = (start, end);
            kept.keep(&mention.article, Range { start, end });
            mention.via.iter().for_each(|&via| kept.keep(&mention.article, via));
            kept.keep_speaker([&mention.article], &mut mention.speaker);
        }
    }
    let compared = out.facts.iter_mut().flat_map(|fact| &mut fact.differences).chain(&mut out.self_contradictions);
    for value in compared.flat_map(|difference| &mut difference.values) {
        kept.keep(&value.article, Range { start: value.start, end: value.end });
        kept.keep_speaker([&value.article], &mut value.speaker);
    }
    out.quotes.retain(|quote| quote.mentions.iter().map(|m| &m.article).collect::<BTreeSet<_>>().len() > 1);
    for quote in &mut out.quotes {
        for mention in &mut quote.mentions {
            let first = kept.first_words(&mention.article, Range { start: mention.start, end: mention.end });
            (mention.start, mention.end) = (first.start, first.end);
            kept.keep(&mention.article, first);
        }
        kept.keep_speaker(quote.mentions.iter().map(|m| &m.article), &mut quote.speaker);
    }
    for origin in &mut out.origins {
        for passage in &mut origin.mentions {
            let first = kept.first_words(&passage.article, range(passage));
            passage.end = first.end;
            passage.text.truncate((first.end - first.start) as usize);
            kept.keep(&passage.article, first);
        }
        kept.keep_speaker(&origin.articles, &mut origin.speaker);
    }
    for group in &mut out.quantities {
        group.values.iter().for_each(|v| kept.keep(&v.article, Range { start: v.start, end: v.end }));
        let Some(first) = group.values.first() else { continue };
        // What is counted stands behind the figure, mostly next to it.
        if !kept.keep_words([&first.article], &group.what, first.start) {
            kept.text(&first.article, Range { start: first.start, end: first.end }).clone_into(&mut group.what);
        }
    }
    for sum in &out.sums {
        sum.parts.iter().chain([&sum.whole]).for_each(|&at| kept.keep(&sum.article, at));
    }
    out.names.iter().flat_map(|n| &n.forms).for_each(|f| kept.keep(&f.article, Range { start: f.start, end: f.end }));
    out.timeline.iter().flat_map(|d| &d.mentions).for_each(|p| kept.keep(&p.article, range(p)));

    for (article, spans) in out.articles.iter_mut().zip(&mut kept.spans) {
        (article.text, article.left_out) = blank(&article.text, spans);
        let text = &article.text;
        article.set_aside.retain(|aside| !words(text, Range { start: aside.start, end: aside.end }).trim().is_empty());
    }
    let left = Kept { articles: &out.articles, spans: Vec::new(), sought: BTreeMap::new() };
    for fact in &mut out.facts {
        // What mentions share stands in their sentences.
        let sentences: Vec<&str> = fact.mentions.iter().map(|m| left.sentence(&m.article, m.sentence)).collect();
        let printed = |words: &str| sentences.iter().any(|sentence| find(sentence, words, 0).is_some());
        fact.why.retain(|reason| printed(&reason.text));
        fact.shared_words.retain(|word| printed(word));
        for mention in &mut fact.mentions {
            let at = |shared: &crate::report::Shared| Range { start: shared.start, end: shared.end };
            let whole = |at: Range| kept.text(&mention.article, at) == left.text(&mention.article, at);
            mention.shares.retain(|shared| whole(at(shared)));
        }
    }
    out
}

fn range(passage: &Passage) -> Range {
    Range { start: passage.start, end: passage.end }
}

/// The words at a place; empty for a place outside of the text.
fn words(text: &str, at: Range) -> &str {
    text.get(at.start as usize..at.end as usize).unwrap_or_default()
}

/// Where the words of a text end; words are what stands between white space.
fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    let next = text.chars().skip(1).chain([' ']);
    let ends = text.char_indices().zip(next).filter(|((_, c), next)| !c.is_whitespace() && next.is_whitespace());
    ends.map(|((i, c), _)| i + c.len_utf8())
}

/// Where words stand in a text from a byte on, not as a part of longer ones.
fn find(text: &str, words: &str, from: u32) -> Option<Range> {
    let from = text.ceil_char_boundary(from as usize);
    let whole = |&(at, found): &(usize, &str)| {
        let touches = |outer: Option<char>, inner: Option<char>| {
            outer.is_some_and(char::is_alphanumeric) && inner.is_some_and(char::is_alphanumeric)
        };
        let (before, after) = (text[..from + at].chars().next_back(), text[from + at + found.len()..].chars().next());
        !touches(before, found.chars().next()) && !touches(after, found.chars().next_back())
    };
    let (at, found) = text[from..].match_indices(words).find(whole)?;
    Some(Range { start: (from + at) as u32, end: (from + at + found.len()) as u32 })
}

/// What is kept of each article; spans in any order.
struct Kept<'a> {
    articles: &'a [Article],
    spans: Vec<Vec<Range>>,
    /// Words that were sought in an article, and whether it has them: a text is searched once for each.
    sought: BTreeMap<(usize, String), bool>,
}

impl Kept<'_> {
    /// Articles are sorted by id.
    fn index(&self, id: &ArticleId) -> Option<usize> {
        self.articles.binary_search_by(|article| article.id.cmp(id)).ok()
    }

    fn text(&self, id: &ArticleId, at: Range) -> &str {
        self.index(id).map_or("", |index| words(&self.articles[index].text, at))
    }

    fn sentence(&self, id: &ArticleId, sentence: u32) -> &str {
        let at = self.index(id).and_then(|index| self.articles[index].sentences.get(sentence as usize));
        at.map_or("", |&at| self.text(id, at))
    }

    fn keep(&mut self, id: &ArticleId, at: Range) {
        if let Some(index) = self.index(id) {
            self.spans[index].push(at);
        }
    }

    /// Keeps a place of some words, from a byte on or else anywhere, in the first article that has them. False where none has.
    fn keep_words<'i>(&mut self, ids: impl IntoIterator<Item = &'i ArticleId>, words: &str, from: u32) -> bool {
        ids.into_iter().filter_map(|id| self.index(id)).collect::<Vec<_>>().into_iter().any(|index| {
            let text = &self.articles[index].text;
            *self.sought.entry((index, words.to_owned())).or_insert_with(|| {
                let at = find(text, words, from).or_else(|| find(text, words, 0));
                self.spans[index].extend(at);
                at.is_some()
            })
        })
    }

    /// A speaker is taken out where no article has the words.
    fn keep_speaker<'i>(&mut self, ids: impl IntoIterator<Item = &'i ArticleId>, speaker: &mut Option<String>) {
        if let Some(name) = speaker
            && !self.keep_words(ids, name, 0)
        {
            *speaker = None;
        }
    }

    /// A value with at most [`AROUND`] words before it and behind it, of those in a clause.
    fn around(&self, id: &ArticleId, value: Range, clause: Range) -> Range {
        let before = self.text(id, Range { start: clause.start.min(value.start), end: value.start });
        let after = self.text(id, Range { start: value.end, end: clause.end.max(value.end) });
        let begins = before.char_indices().rev().zip(before.chars().rev().skip(1).chain([' ']));
        let begins = begins.filter(|((_, c), before)| !c.is_whitespace() && before.is_whitespace());
        let start = begins.map(|((i, _), _)| i).take(AROUND).last().unwrap_or(before.len());
        let end = word_ends(after).take(AROUND).last().unwrap_or(0);
        Range { start: value.start - (before.len() - start) as u32, end: value.end + end as u32 }
    }

    /// At most [`MOST_WORDS`] of a span.
    fn first_words(&self, id: &ArticleId, at: Range) -> Range {
        let text = self.text(id, at);
        let end = word_ends(text).nth(MOST_WORDS - 1).unwrap_or(text.len());
        Range { start: at.start, end: at.start + end as u32 }
    }
}

/// The text with spaces in place of each byte between the spans, and where words were. Line ends stay, and so do marks between
/// two spans without a word.
fn blank(text: &str, kept: &mut Vec<Range>) -> (String, Vec<Range>) {
    let end = text.len() as u32;
    kept.retain(|at| at.start < at.end && !words(text, *at).is_empty());
    kept.order();
    kept.push(Range { start: end, end });
    let mut out = String::with_capacity(text.len());
    let mut left_out = Vec::new();
    for &at in kept.iter() {
        let done = out.len() as u32;
        let gap = words(text, Range { start: done, end: at.start.max(done) });
        if gap.contains(char::is_alphanumeric) {
            let begin = gap.len() - gap.trim_start().len();
            left_out.push(Range { start: done + begin as u32, end: done + gap.trim_end().len() as u32 });
            for c in gap.chars() {
                if c == '\n' { out.push(c) } else { out.extend(std::iter::repeat_n(' ', c.len_utf8())) }
            }
        } else {
            out.push_str(gap);
        }
        out.push_str(words(text, Range { start: out.len() as u32, end: at.end.max(out.len() as u32) }));
    }
    (out, left_out)
}
