//! Words that several articles print alike, whatever the spelling and the marks: a sign of a common origin.
//!
//! Gets wrong: stock phrases of eight words or more that nobody copied.

use std::borrow::Cow;

use crate::document::Document;
use crate::gather::Gather;
use crate::order::Order;
use crate::sorted::Map;
use crate::span::Span;
use crate::words::Vocabulary;

/// The shortest run, in words, that counts as shared wording: below it, phrases of the trade meet by chance.
const LEAST_WORDS: usize = 8;

/// The words of an article's body, in order.
struct Folded {
    spans: Vec<Span>,
    /// Beside `spans`: the number of the form under which spellings meet.
    forms: Vec<u32>,
}

/// The same run of words in several articles.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    /// Article and place, sorted by article.
    pub(crate) places: Vec<(usize, Span)>,
    /// Length of the run, in words.
    pub(crate) words: usize,
}

fn fold(document: &Document<'_>, vocabulary: &Vocabulary) -> Folded {
    let tokens = document.sentences.iter().flat_map(|s| &s.tokens);
    let words = tokens.filter(|t| t.kind != crate::token::Kind::Mark);
    let (spans, forms) = words.map(|t| (t.span, vocabulary.word(&form(&t.lower)))).unzip();
    Folded { spans, forms }
}

fn form(lower: &str) -> Cow<'_, str> {
    let spelt = lower.as_bytes().windows(7).any(|w| w == b"isation" || w == b"defence");
    if !spelt && !lower.contains('.') {
        return lower.into();
    }
    lower.replace('.', "").replace("isation", "ization").replace("defence", "defense").into()
}

/// The longest runs that articles share, longest first; each run of an article stands in one passage only.
pub(crate) fn find(documents: &[Document<'_>]) -> Vec<Passage> {
    let vocabulary = Vocabulary::default();
    let folded: Vec<Folded> = documents.iter().map(|document| fold(document, &vocabulary)).gather();
    // By their first word: where the shortest runs begin.
    let mut begin: Vec<Vec<(usize, usize)>> = vec![Vec::new(); vocabulary.len()];
    for (a, words) in folded.iter().enumerate() {
        for (i, run) in words.forms.windows(LEAST_WORDS).enumerate() {
            begin[run[0] as usize].push((a, i));
        }
    }
    let run = |&(a, i): &(usize, usize)| &folded[a].forms[i..i + LEAST_WORDS];
    for places in &mut begin {
        places.order_by(|l, r| run(l).cmp(run(r)));
    }
    let alike = begin.iter().flat_map(|places| places.chunk_by(|l, r| run(l) == run(r)));
    // Pairwise maximal runs: (length, article, position, article, position).
    let mut runs: Vec<(usize, (usize, usize), (usize, usize))> = Vec::new();
    for places in alike.filter(|p| p.len() > 1 && p.len() < 100) {
        for (i, &(a, x)) in places.iter().enumerate() {
            for &(b, y) in places[i + 1..].iter().filter(|p| p.0 != a) {
                let (left, right) = (&folded[a].forms, &folded[b].forms);
                let starts = x == 0 || y == 0 || left[x - 1] != right[y - 1];
                if starts {
                    let length = left[x..].iter().zip(&right[y..]).take_while(|(l, r)| l == r).count();
                    runs.push((length, (a, x), (b, y)));
                }
            }
        }
    }
    runs.order_by(|l, r| r.0.cmp(&l.0).then(l.1.cmp(&r.1)).then(l.2.cmp(&r.2)));
    let mut passages: Vec<(usize, Map<usize, (usize, usize)>)> = Vec::new();
    for &(length, (a, x), (b, y)) in &runs {
        let within = |p: &(usize, Map<usize, (usize, usize)>), article: usize, at: usize| {
            p.1.get(&article).is_some_and(|&(from, to)| {
                let shared = to.min(at + length).saturating_sub(from.max(at));
                shared * 10 >= 7 * length
            })
        };
        if let Some(passage) = passages.iter_mut().find(|p| within(p, a, x) || within(p, b, y)) {
            // A shorter print joins the longer one when it is most of it; a fragment stays a passage of its own.
            let much = length * 10 >= passage.0 * 6;
            if much {
                passage.1.or_insert(a, (x, x + length));
                passage.1.or_insert(b, (y, y + length));
            }
            continue;
        }
        passages.push((length, [(a, (x, x + length)), (b, (y, y + length))].into_iter().collect()));
    }
    passages
        .into_iter()
        .map(|(_, places)| Passage {
            words: places.values().map(|(from, to)| to - from).min().unwrap_or_default(),
            places: places
                .into_iter()
                .map(|(a, (from, to))| (a, folded[a].spans[from].join(folded[a].spans[to - 1])))
                .gather(),
        })
        .gather()
}

/// The passages that reach into each sentence, as places in their list, in order: by article and sentence.
pub(crate) fn by_sentence(passages: &[Passage], documents: &[Document<'_>]) -> Vec<Vec<Vec<usize>>> {
    let mut out: Vec<Vec<Vec<usize>>> = documents.iter().map(|d| vec![Vec::new(); d.sentences.len()]).gather();
    for (p, passage) in passages.iter().enumerate() {
        for &(a, span) in &passage.places {
            let sentences = &documents[a].sentences;
            let first = sentences.partition_point(|s| s.span.end <= span.start);
            let reached = sentences[first..].iter().take_while(|s| s.span.start < span.end).count();
            out[a][first..first + reached].iter_mut().for_each(|own| own.push(p));
        }
    }
    out
}

/// How many origins the sentences of a fact rest on, one an article: articles whose sentences share a passage count once.
/// `reaching`: the passages [`by_sentence`].
pub(crate) fn origins(
    passages: &[Passage],
    reaching: &[Vec<Vec<usize>>],
    documents: &[Document<'_>],
    members: &[(usize, usize)],
) -> u32 {
    let mut articles: Vec<usize> = members.iter().map(|m| m.0).gather();
    articles.order();
    articles.dedup();
    let mut root: Map<usize, usize> = articles.iter().map(|&a| (a, a)).collect();
    let mut near: Vec<usize> = members.iter().gather_all(|&(a, s)| reaching[a][s].iter().copied());
    near.order();
    near.dedup();
    for passage in near.into_iter().map(|p| &passages[p]) {
        let inside: Vec<usize> = passage
            .places
            .iter()
            .filter(|(a, span)| {
                members.iter().any(|&(m, s)| m == *a && documents[m].sentences[s].span.overlap(*span) * 2 > span.len())
            })
            .map(|(a, _)| *a)
            .gather();
        let Some(&first) = inside.first() else { continue };
        let target = root.get(&first).copied().unwrap_or(first);
        let old: Vec<usize> = inside.iter().filter_map(|a| root.get(a).copied()).gather();
        for value in root.values_mut() {
            if old.contains(value) {
                *value = target;
            }
        }
    }
    let mut roots: Vec<usize> = root.into_values().gather();
    roots.order();
    roots.dedup();
    roots.len() as u32
}
