//! Words that several articles print alike, whatever the spelling and the marks: a sign of a common origin.
//!
//! Gets wrong: stock phrases of eight words or more that nobody copied.

use std::collections::BTreeMap;

use crate::document::Document;
use crate::order::Order;
use crate::span::Span;

/// The shortest run, in words, that counts as shared wording: below it, phrases of the trade meet by chance.
const LEAST_WORDS: usize = 8;

/// A word of an article's body with the form under which spellings meet.
struct Folded {
    span: Span,
    form: String,
}

/// The same run of words in several articles.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// Article and place, sorted by article.
    pub(crate) places: Vec<(usize, Span)>,
    /// Length of the run, in words.
    pub(crate) words: usize,
}

/// All words of the body, in order.
fn fold(document: &Document<'_>) -> Vec<Folded> {
    let tokens = document.sentences.iter().flat_map(|s| &s.tokens);
    let words = tokens.filter(|t| t.kind != crate::token::Kind::Mark);
    words
        .map(|t| Folded {
            span: t.span,
            form: t.lower.replace('.', "").replace("isation", "ization").replace("defence", "defense"),
        })
        .collect()
}

/// The longest runs that articles share, longest first; each run of an article stands in one passage only.
pub(crate) fn find(documents: &[Document<'_>]) -> Vec<Passage> {
    let folded: Vec<Vec<Folded>> = documents.iter().map(fold).collect();
    let mut grams: BTreeMap<Vec<&str>, Vec<(usize, usize)>> = BTreeMap::new();
    for (a, words) in folded.iter().enumerate() {
        for (i, gram) in words.windows(LEAST_WORDS).enumerate() {
            grams.entry(gram.iter().map(|w| w.form.as_str()).collect()).or_default().push((a, i));
        }
    }
    // Pairwise maximal runs: (length, article, position, article, position).
    let mut runs: Vec<(usize, (usize, usize), (usize, usize))> = Vec::new();
    for places in grams.values().filter(|p| p.len() > 1 && p.len() < 100) {
        for (i, &(a, x)) in places.iter().enumerate() {
            for &(b, y) in places[i + 1..].iter().filter(|p| p.0 != a) {
                let starts = x == 0 || y == 0 || folded[a][x - 1].form != folded[b][y - 1].form;
                if starts {
                    let length =
                        folded[a][x..].iter().zip(&folded[b][y..]).take_while(|(l, r)| l.form == r.form).count();
                    runs.push((length, (a, x), (b, y)));
                }
            }
        }
    }
    runs.order_by(|l, r| r.0.cmp(&l.0).then(l.1.cmp(&r.1)).then(l.2.cmp(&r.2)));
    let mut passages: Vec<(usize, BTreeMap<usize, (usize, usize)>)> = Vec::new();
    for &(length, (a, x), (b, y)) in &runs {
        let within = |p: &(usize, BTreeMap<usize, (usize, usize)>), article: usize, at: usize| {
            p.1.get(&article).is_some_and(|&(from, to)| {
                let shared = to.min(at + length).saturating_sub(from.max(at));
                shared * 10 >= 7 * length
            })
        };
        if let Some(passage) = passages.iter_mut().find(|p| within(p, a, x) || within(p, b, y)) {
            // A shorter print joins the longer one when it is most of it; a fragment stays a passage of its own.
            let much = length * 10 >= passage.0 * 6;
            if much {
                passage.1.entry(a).or_insert((x, x + length));
                passage.1.entry(b).or_insert((y, y + length));
            }
            continue;
        }
        passages.push((length, BTreeMap::from([(a, (x, x + length)), (b, (y, y + length))])));
    }
    passages
        .into_iter()
        .map(|(_, places)| Passage {
            words: places.values().map(|(from, to)| to - from).min().unwrap_or_default(),
            places: places
                .into_iter()
                .map(|(a, (from, to))| (a, Span { start: folded[a][from].span.start, end: folded[a][to - 1].span.end }))
                .collect(),
        })
        .collect()
}

/// How many origins the sentences of a fact rest on, one an article: articles whose sentences share a passage count once.
pub(crate) fn origins(passages: &[Passage], documents: &[Document<'_>], members: &[(usize, usize)]) -> u32 {
    let mut articles: Vec<usize> = members.iter().map(|m| m.0).collect();
    articles.order();
    articles.dedup();
    let mut root: BTreeMap<usize, usize> = articles.iter().map(|&a| (a, a)).collect();
    for passage in passages {
        let inside: Vec<usize> = passage
            .places
            .iter()
            .filter(|(a, span)| {
                members.iter().any(|&(m, s)| m == *a && documents[m].sentences[s].span.overlap(*span) * 2 > span.len())
            })
            .map(|(a, _)| *a)
            .collect();
        let Some(&first) = inside.first() else { continue };
        let target = root.get(&first).copied().unwrap_or(first);
        let old: Vec<usize> = inside.iter().filter_map(|a| root.get(a).copied()).collect();
        for value in root.values_mut() {
            if old.contains(value) {
                *value = target;
            }
        }
    }
    let mut roots: Vec<usize> = root.into_values().collect();
    roots.order();
    roots.dedup();
    roots.len() as u32
}
