//! The words of a story with their weights: how rare each is in this story.

use super::events;
use crate::classes;
use crate::clause::clauses;
use crate::document::Document;
use crate::gather::Gather;
use crate::mention::spelling;
use crate::order::Order;
use crate::token;
use crate::words::Vocabulary;

/// Words that introduce a speaker say less about what happened.
const SHELL_FACTOR: f64 = 0.5;

/// From which value of [`Story::apart`] on two articles are not held against each other.
const APART: f64 = 0.5;

/// A story of fewer sentences is weighed as if it had so many: among two sentences the words that both share would be the
/// common ones, and say least.
const LEAST_SENTENCES: usize = 40;

/// How much more than other words names say of which event an article tells.
const NAME_FACTOR: f64 = 2.0;

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Term {
    /// Index into [`Story::words`].
    pub(crate) word: usize,
    /// Weight in this sentence: rarity, less in a shell.
    pub(crate) weight: f64,
    /// Index of the token.
    pub(crate) token: usize,
    /// Whether it is written with a capital.
    pub(crate) capital: bool,
}

/// A word of the story.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) key: String,
    /// Rarity, from 1 (in every sentence) to about 4.6 (in one).
    pub(crate) weight: f64,
    /// Class of words that stand for one another, as an index; and whether it is a kind of event.
    pub(crate) class: Option<(usize, bool)>,
    /// The articles whose sentences hold it, in order.
    pub(crate) articles: Vec<usize>,
    /// For names in unlike spellings: equal numbers, equal skeletons.
    pub(crate) skeleton: Option<usize>,
    /// Weight in the likeness of articles.
    article_weight: f64,
}

/// A sentence of the story.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) article: usize,
    pub(crate) sentence: usize,
    /// The tokens it stands for.
    pub(crate) tokens: (usize, usize),
    /// One for each distinct word, sorted by word.
    pub(crate) terms: Vec<Term>,
    /// The words that another word can stand for: by their class, or as a name by its skeleton; the heaviest first.
    pub(super) likened: Vec<Likened>,
    /// [`Likened::bits`] of all of them.
    pub(super) bits: u64,
    /// Length of the vector of weights.
    pub(crate) norm: f64,
    /// Sum of the weights.
    pub(crate) mass: f64,
    /// Where it stands in its article, from 0 to 1.
    pub(crate) place: f64,
}

/// A word that another can stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Likened {
    /// Its place in [`Unit::terms`].
    pub(super) term: usize,
    /// Its class, and of a name its skeleton; [`NONE`] where it has none.
    class: usize,
    skeleton: usize,
    /// Two words of which one can stand for the other have a bit in common; most of two sentences have none.
    pub(super) bits: u64,
}

const NONE: usize = usize::MAX;

impl Likened {
    fn new(term: usize, class: usize, skeleton: usize) -> Self {
        let bit = |number: usize, turn: u32| if number == NONE { 0 } else { 1 << ((number as u32 + turn) % u64::BITS) };
        Self { term, class, skeleton, bits: bit(class, 0) | bit(skeleton, 32) }
    }

    /// How much of a word's weight another gives: a name in another spelling .9, a word of its class .6.
    pub(super) fn factor(self, other: Self) -> f64 {
        if self.skeleton == other.skeleton && self.skeleton != NONE {
            0.9
        } else if self.class == other.class && self.class != NONE {
            0.6
        } else {
            0.0
        }
    }
}

/// All sentences of all articles, with their words weighted.
#[derive(Clone, Debug)]
pub(crate) struct Story {
    pub(crate) units: Vec<Unit>,
    /// Beside `units`: the clauses of each sentence, as units of their own.
    pub(crate) clauses: Vec<Vec<Unit>>,
    pub(crate) words: Vec<Word>,
    /// The places of words in `words`.
    pub(crate) vocabulary: Vocabulary,
    /// How sure it is that two articles tell of different events, from 0 to 1, by article indices.
    pub(crate) apart: Vec<Vec<f64>>,
}

impl Story {
    /// Weighs the words of all sentences.
    pub(crate) fn read(documents: &[Document<'_>]) -> Self {
        let ids = Vocabulary::default();
        let mut keys: Vec<&String> = Vec::new();
        let mut raw: Vec<Raw> = Vec::new();
        for (a, document) in documents.iter().enumerate() {
            for (s, sentence) in document.sentences.iter().enumerate() {
                let claim = &document.claims[s];
                let mut words = Vec::new();
                for (t, token) in sentence.tokens.iter().enumerate() {
                    for key in token::keys(token) {
                        let id = ids.word(key) as usize;
                        if id == keys.len() {
                            keys.push(key);
                        }
                        words.push((id, t, claim.in_shell(t), token.capital && t > 0));
                    }
                }
                raw.push((a, s, words));
            }
        }
        let mut words = weigh(&keys, &raw, documents.len());
        classify(&mut words);
        let (mut units, mut of_clauses) = (Vec::with_capacity(raw.len()), Vec::with_capacity(raw.len()));
        for (a, s, found) in &raw {
            let document = &documents[*a];
            let tokens = &document.sentences[*s].tokens;
            let terms = terms(found, &words);
            let inside =
                |(from, to): (usize, usize)| terms.iter().filter(|t| (from..to).contains(&t.token)).copied().gather();
            let ranges = clauses(tokens, document.claims[*s].span, usize::MAX);
            of_clauses.push(ranges.into_iter().map(|range| unit(*a, *s, range, inside(range), &words)).gather());
            let place = *s as f64 / (document.sentences.len().max(2) - 1) as f64;
            units.push(Unit { place, ..unit(*a, *s, (0, tokens.len()), terms, &words) });
        }
        let apart = events::apart(&likeness(&raw, &words, documents.len()));
        Self { units, clauses: of_clauses, words, vocabulary: ids, apart }
    }

    /// The articles, parted by which of two events they tell of; in one part where the story is about one event.
    pub(crate) fn events(&self) -> Vec<Vec<usize>> {
        let parts = self.of_one_event((0..self.apart.len()).map(|a| (a, 0)).gather());
        parts.into_iter().map(|part| part.into_iter().map(|m| m.0).gather()).gather()
    }

    /// Sentences (article, and place in it) parted by which of two events their articles tell of; in one part where the story
    /// is about one event.
    pub(crate) fn of_one_event(&self, members: Vec<(usize, usize)>) -> Vec<Vec<(usize, usize)>> {
        let Some(&(first, _)) = members.first() else { return Vec::new() };
        let (here, there): (Vec<_>, Vec<_>) = members.into_iter().partition(|m| self.apart[first][m.0] < APART);
        [here, there].into_iter().filter(|part| !part.is_empty()).gather()
    }
}

/// Cosine of two sentences' weights, 0 to 1.
pub(crate) fn cosine(left: &Unit, right: &Unit) -> f64 {
    let dot: f64 = shared(&left.terms, &right.terms).map(|(l, r)| l.weight * r.weight).sum();
    if dot == 0.0 { 0.0 } else { dot / (left.norm * right.norm) }
}

/// The terms that stand in both, pairwise.
pub(crate) fn shared<'a>(left: &'a [Term], right: &'a [Term]) -> impl Iterator<Item = (&'a Term, &'a Term)> {
    let mut k = 0;
    left.iter().filter_map(move |l| {
        while k < right.len() && right[k].word < l.word {
            k += 1;
        }
        right.get(k).filter(|r| r.word == l.word).map(|r| (l, r))
    })
}

/// A sentence's words before they are weighed: article, sentence, and each word's index, token, and whether it stands in a
/// shell and is capitalised.
type Raw = (usize, usize, Vec<(usize, usize, bool, bool)>);

fn weigh(keys: &[&String], raw: &[Raw], articles: usize) -> Vec<Word> {
    let mut in_sentences = vec![0_usize; keys.len()];
    let mut in_articles: Vec<Vec<usize>> = vec![Vec::new(); keys.len()];
    let mut named: Vec<bool> = vec![false; keys.len()];
    for (article, _, words) in raw {
        for &(word, _, _, capital) in words {
            named[word] |= capital;
        }
        let mut distinct: Vec<usize> = words.iter().map(|w| w.0).gather();
        distinct.order();
        distinct.dedup();
        for word in distinct {
            in_sentences[word] += 1;
            if in_articles[word].last() != Some(article) {
                in_articles[word].push(*article);
            }
        }
    }
    let n = raw.len().max(LEAST_SENTENCES) as f64;
    let scale = libm::log(f64::midpoint(n, 1.0).max(2.0));
    let skeletons = Vocabulary::default();
    let mut words = Vec::with_capacity(keys.len());
    for (id, &key) in keys.iter().enumerate() {
        named[id] |= key.starts_with('@');
        // The range is fixed (1 to 4.6), so that the length of a story does not shift its scores.
        let weight = 1.0 + 3.6 * libm::log((n + 1.0) / (in_sentences[id] as f64 + 1.0)) / scale;
        // A word of one article says nothing of how near it is to the others; names tell events apart.
        let article_weight = match in_articles[id].len() {
            0 | 1 => 0.0,
            held => 0.2 + libm::log((articles as f64 + 1.0) / (held as f64 + 0.5)),
        } * if named[id] { NAME_FACTOR } else { 1.0 };
        let skeleton = spelling::skeleton(key).map(|letters| skeletons.word(&letters) as usize);
        let articles = std::mem::take(&mut in_articles[id]);
        words.push(Word { key: key.clone(), weight, class: None, articles, skeleton, article_weight });
    }
    words
}

fn classify(words: &mut [Word]) {
    let classes = Vocabulary::default();
    for word in words {
        word.class = classes::class(&word.key).map(|class| (classes.word(class.name) as usize, class.event));
    }
}

/// The words of a sentence, weighed: equal ones together, the heaviest of them first, of equally heavy ones the first.
fn terms(found: &[(usize, usize, bool, bool)], words: &[Word]) -> Vec<Term> {
    let mut terms: Vec<Term> = found
        .iter()
        .map(|&(word, token, in_shell, capital)| Term {
            word,
            weight: words[word].weight * if in_shell { SHELL_FACTOR } else { 1.0 },
            token,
            capital,
        })
        .gather();
    terms.order_by(|a, b| a.word.cmp(&b.word).then(b.weight.total_cmp(&a.weight)).then(a.token.cmp(&b.token)));
    terms
}

/// A sentence or a clause; `terms` as [`terms`] gives them.
fn unit(article: usize, sentence: usize, tokens: (usize, usize), mut terms: Vec<Term>, words: &[Word]) -> Unit {
    terms.dedup_by_key(|t| t.word);
    let norm = terms.iter().map(|t| t.weight * t.weight).sum::<f64>().sqrt();
    let mass = terms.iter().map(|t| t.weight).sum();
    let mut likened: Vec<Likened> = Vec::new();
    for (place, term) in terms.iter().enumerate() {
        let word = &words[term.word];
        let skeleton = word.skeleton.filter(|_| term.capital).unwrap_or(NONE);
        let class = word.class.map_or(NONE, |class| class.0);
        if class != NONE || skeleton != NONE {
            likened.push(Likened::new(place, class, skeleton));
        }
    }
    // The terms stand in the order of their words, which settles equal weights.
    likened.order_by(|a, b| terms[b.term].weight.total_cmp(&terms[a.term].weight));
    let bits = likened.iter().fold(0, |bits, word| bits | word.bits);
    Unit { article, sentence, tokens, terms, likened, bits, norm, mass, place: 0.0 }
}

/// Cosine of whole articles, from 0 to 1.
fn likeness(raw: &[Raw], words: &[Word], articles: usize) -> Vec<Vec<f64>> {
    // By word: the articles that hold it, each with its weight there.
    let mut held: Vec<Vec<(usize, f64)>> = vec![Vec::new(); words.len()];
    for (article, _, found) in raw {
        for &(word, ..) in found {
            match held[word].last_mut() {
                Some((last, count)) if last == article => *count += 1.0,
                _ => held[word].push((*article, 1.0)),
            }
        }
    }
    let mut squares = vec![0.0; articles];
    let mut like = vec![vec![0.0; articles]; articles];
    for (held, word) in held.iter_mut().zip(words).filter(|(_, word)| word.article_weight > 0.0) {
        for (article, weight) in held.iter_mut() {
            *weight = (1.0 + libm::log(*weight)) * word.article_weight;
            squares[*article] += *weight * *weight;
        }
        for &(a, x) in held.iter() {
            for &(b, y) in held.iter() {
                like[a][b] += x * y;
            }
        }
    }
    let norms: Vec<f64> = squares.iter().map(|s: &f64| s.sqrt().max(1e-9)).gather();
    for (row, a) in like.iter_mut().zip(&norms) {
        for (value, b) in row.iter_mut().zip(&norms) {
            *value /= a * b;
        }
    }
    like
}
