//! How likely two sentences of different articles claim the same.

use super::terms::{Story, Term, Unit, cosine, shared};
use crate::gather::Gather;
use crate::order::Order;

/// Two sentences and how sure it is that they claim the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Indices into [`Story::units`]; `left` < `right`.
    pub(crate) left: usize,
    pub(crate) right: usize,
    /// Probability in thousandths: whole numbers, so that the order is the same on every machine.
    pub(crate) milli: u32,
}

/// What a pair is judged by, each from 0 to about 1 (the first to about 4).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Features {
    /// Log of the shared weight.
    pub(crate) mass: f64,
    /// Shared weight as a part of the longer sentence.
    pub(crate) cover: f64,
    /// Likeness by way of a sentence in a third article.
    pub(crate) hop: f64,
    /// How sure it is that the two articles tell of different events.
    pub(crate) apart: f64,
    /// Kinds of events that both tell of, up to three, as a part of three.
    pub(crate) events: f64,
    /// How far apart the sentences stand in their articles: what is early in one is early in the other.
    pub(crate) distance: f64,
    /// Figures that stand in both, up to two, as a part of two.
    pub(crate) figures: f64,
    /// 1 where both name somebody or something, and nothing that both name.
    pub(crate) no_name: f64,
}

/// Weights of a logistic regression over [`Features`], in their order; see `docs/decisions/0004-alignment-weights.md` for what
/// they were fitted on.
const CONSTANT: f64 = -3.56;
const WEIGHTS: [f64; 8] = [1.119, 1.658, 1.036, -2.761, 0.647, -1.214, 0.958, -0.213];

impl Features {
    /// The names of the features, in the order of [`Features::values`].
    #[cfg(feature = "fit")]
    pub(crate) const NAMES: [&'static str; 8] =
        ["mass", "cover", "hop", "apart", "events", "distance", "figures", "no_name"];

    pub(crate) fn values(self) -> [f64; 8] {
        [self.mass, self.cover, self.hop, self.apart, self.events, self.distance, self.figures, self.no_name]
    }

    fn probability(self) -> f64 {
        let z = CONSTANT + self.values().iter().zip(WEIGHTS).map(|(f, w)| f * w).sum::<f64>();
        1.0 / (1.0 + libm::exp(-z))
    }
}

/// All pairs that share enough to be looked at, with their scores.
pub(crate) fn links(story: &Story) -> Vec<Link> {
    let link = |(left, right, features): (usize, usize, Features)| Link {
        left,
        right,
        milli: (features.probability() * 1000.0).round() as u32,
    };
    pairs(story).into_iter().map(link).gather()
}

/// All pairs that share enough to be looked at: left, right, and what they are judged by.
pub(crate) fn pairs(story: &Story) -> Vec<(usize, usize, Features)> {
    let near = neighbours(story);
    let kinds: Vec<Kinds> = story.units.iter().map(|unit| Kinds::of(story, unit)).gather();
    // Of a large story a sentence may be among the likest of another that is not among its own.
    let mut found: Vec<(usize, usize, f64)> = Vec::new();
    for (unit, row) in near.iter().enumerate() {
        let known = |other: usize| near[other].binary_search_by_key(&unit, |n| n.0).is_ok();
        let own = row.iter().filter(|(other, _)| *other > unit || !known(*other));
        own.map(|&(other, cosine)| (unit.min(other), unit.max(other), cosine)).gather_into(&mut found);
    }
    found.order_by_key(|&(left, right, _)| (left, right));
    let judged = |(left, right, cosine)| (left, right, features(story, &near, &kinds, left, right, cosine));
    found.into_iter().map(judged).gather()
}

/// What a sentence is about, each sorted and without repeats.
struct Kinds {
    events: Vec<usize>,
    figures: Vec<usize>,
    names: Vec<usize>,
}

impl Kinds {
    fn of(story: &Story, unit: &Unit) -> Self {
        let sorted = |mut all: Vec<usize>| {
            all.order();
            all.dedup();
            all
        };
        let word = |t: &Term| &story.words[t.word];
        let some = |holds: &dyn Fn(&Term) -> bool| unit.terms.iter().filter(|t| holds(t)).map(|t| t.word).gather();
        Self {
            events: sorted(unit.terms.iter().filter_map(|t| word(t).class.filter(|c| c.1).map(|c| c.0)).gather()),
            figures: sorted(some(&|t| word(t).key.starts_with(|c: char| c.is_ascii_digit()))),
            names: sorted(some(&|t| t.capital || word(t).key.starts_with('@'))),
        }
    }
}

/// How many values two sorted lists share.
fn common(left: &[usize], right: &[usize]) -> usize {
    left.iter().filter(|l| right.binary_search(l).is_ok()).count()
}

/// How many sentences a sentence is held against: the likest of other articles. It bounds the work on a story of many
/// articles, where otherwise each sentence is held against nearly all. Five articles stay below it; of two hundred that all
/// tell one fact, what is lost is links between copies that both are linked to the same others.
const LIKEST: usize = 64;

/// How many places of its words, the rarest words first, are looked up to find them. Frequent words of a large story open
/// no pair beyond that; they still count once a pair is open.
const LOOKED_UP: usize = 4096;

/// For each sentence, those of other articles that share a word with it that is not everywhere, up to [`LIKEST`] and in
/// order, with the cosine.
fn neighbours(story: &Story) -> Vec<Vec<(usize, f64)>> {
    let mut index: Vec<Vec<usize>> = vec![Vec::new(); story.words.len()];
    for (u, unit) in story.units.iter().enumerate() {
        for term in &unit.terms {
            index[term.word].push(u);
        }
    }
    // A word of a third of all sentences opens no pair.
    let common = (story.units.len() / 3).max(30);
    let mut out = Vec::with_capacity(story.units.len());
    // Beside the units: their articles, close together; the sum of the squared weights of the words that were looked up.
    let articles: Vec<u32> = story.units.iter().map(|unit| unit.article as u32).gather();
    let mut likeness = vec![0.0_f64; story.units.len()];
    for unit in &story.units {
        let mut rare: Vec<usize> = unit.terms.iter().map(|t| t.word).filter(|&w| index[w].len() <= common).gather();
        rare.order_by_key(|&w| index[w].len());
        let mut near: Vec<usize> = Vec::new();
        let mut left = LOOKED_UP;
        for word in rare {
            let places = &index[word][..index[word].len().min(left)];
            left -= places.len();
            let weight = story.words[word].weight * story.words[word].weight;
            for &other in places.iter().filter(|&&other| articles[other] != unit.article as u32) {
                if likeness[other] == 0.0 {
                    near.push(other);
                }
                likeness[other] += weight;
            }
        }
        let kept = likest(&near, |other| likeness[other] / story.units[other].norm);
        for other in std::mem::replace(&mut near, kept) {
            likeness[other] = 0.0;
        }
        near.order();
        let known = |other: usize, out: &[Vec<(usize, f64)>]| {
            let row = out.get(other)?;
            row.binary_search_by_key(&out.len(), |n| n.0).ok().map(|at| row[at].1)
        };
        let cosine = |other: usize| known(other, &out).unwrap_or_else(|| cosine(unit, &story.units[other]));
        let row = near.into_iter().map(|other| (other, cosine(other))).gather();
        out.push(row);
    }
    out
}

/// The [`LIKEST`] of some units by their likeness, which is not negative; of those that are equally like the first. In no order.
fn likest(near: &[usize], likeness: impl Fn(usize) -> f64) -> Vec<usize> {
    if near.len() <= LIKEST {
        return near.to_vec();
    }
    // The bits of floats that are not negative are in the order of the floats: the bar that as many reach is found by halves.
    let ranks: Vec<u64> = near.iter().map(|&unit| likeness(unit).to_bits()).gather();
    let reach = |bar: u64| ranks.iter().filter(|&&rank| rank >= bar).count();
    let (mut bar, mut above) = (0, u64::MAX);
    while above - bar > 1 {
        let middle = bar + (above - bar) / 2;
        let enough = reach(middle) >= LIKEST;
        *(if enough { &mut bar } else { &mut above }) = middle;
    }
    let of = |fits: &dyn Fn(u64) -> bool| -> Vec<usize> {
        ranks.iter().zip(near).filter(|(rank, _)| fits(**rank)).map(|(_, &unit)| unit).gather()
    };
    let (mut kept, mut ties) = (of(&|rank| rank > bar), of(&|rank| rank == bar));
    ties.order();
    ties.truncate(LIKEST - kept.len());
    kept.append(&mut ties);
    kept
}

fn features(
    story: &Story,
    near: &[Vec<(usize, f64)>],
    kinds: &[Kinds],
    left: usize,
    right: usize,
    cosine: f64,
) -> Features {
    let (l, r) = (&story.units[left], &story.units[right]);
    let (left_kinds, right_kinds) = (&kinds[left], &kinds[right]);
    let mass = shared_mass(l, r);
    let (left_names, right_names) = (&left_kinds.names, &right_kinds.names);
    let no_name = !left_names.is_empty() && !right_names.is_empty() && common(left_names, right_names) == 0;
    Features {
        mass: libm::log(1.0 + mass),
        cover: mass / l.mass.max(r.mass).max(1e-9),
        hop: hop(story, near, left, right).unwrap_or(cosine),
        apart: story.apart[l.article][r.article],
        events: common(&left_kinds.events, &right_kinds.events).min(3) as f64 / 3.0,
        distance: (l.place - r.place).abs(),
        figures: common(&left_kinds.figures, &right_kinds.figures).min(2) as f64 / 2.0,
        no_name: f64::from(no_name),
    }
}

/// The weight that two sentences share: equal words whole, words of one class for .6, names in unlike spellings for .9.
pub(crate) fn shared_mass(left: &Unit, right: &Unit) -> f64 {
    let mut mass = 0.0;
    for (l, r) in shared(&left.terms, &right.terms) {
        mass += l.weight.min(r.weight);
    }
    // Words that stand in both sentences stand for themselves; each other word stands for one at most.
    let lacks = |unit: &Unit, word: usize| unit.terms.binary_search_by_key(&word, |t| t.word).is_err();
    let mut taken: Vec<usize> = Vec::new();
    for &own in left.likened.iter().filter(|own| own.bits & right.bits != 0) {
        let mut best: Option<(f64, usize)> = None;
        for other in right.likened.iter().filter(|other| own.bits & other.bits != 0) {
            let factor = own.factor(*other);
            if factor > best.map_or(0.0, |b| b.0)
                && !taken.contains(&other.term)
                && lacks(left, right.terms[other.term].word)
            {
                best = Some((factor, other.term));
            }
        }
        let l = &left.terms[own.term];
        if let Some((factor, k)) = best.filter(|_| lacks(right, l.word)) {
            mass += factor * l.weight.min(right.terms[k].weight);
            taken.push(k);
        }
    }
    mass
}

/// The best way round by a sentence of a third article: the smaller of the two cosines. None without a third article.
fn hop(story: &Story, near: &[Vec<(usize, f64)>], left: usize, right: usize) -> Option<f64> {
    let (a, b) = (story.units[left].article, story.units[right].article);
    (story.apart.len() > 2).then_some(())?;
    let (mut i, mut k) = (0, 0);
    let (l, r) = (&near[left], &near[right]);
    let mut best = 0.0_f64;
    while i < l.len() && k < r.len() {
        match l[i].0.cmp(&r[k].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => k += 1,
            std::cmp::Ordering::Equal => {
                let article = story.units[l[i].0].article;
                if article != a && article != b {
                    best = best.max(l[i].1.min(r[k].1));
                }
                i += 1;
                k += 1;
            }
        }
    }
    Some(best)
}
