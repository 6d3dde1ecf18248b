//! From links to facts: rows that stand around a clause; and, for the comparisons, overlapping groups in which a sentence is
//! linked to nearly all of those of other articles.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::score::{self, Link, shared_mass};
use super::terms::{Story, Unit};

/// Sentences that claim the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    /// Indices into [`Story::units`], sorted.
    pub(crate) units: Vec<usize>,
    /// Beside `units`: the mean score of its links inside the group, in thousandths; 1000 where it stands alone.
    pub(crate) scores: Vec<u32>,
    /// Of a row around a clause: that clause, and beside `units` the clause of each sentence that says it best.
    pub(crate) around: Option<Around>,
}

impl Group {
    /// Takes in the sentences of another group.
    pub(crate) fn absorb(&mut self, other: Self) {
        let own: Vec<usize> = self.units.clone();
        let new = other.units.into_iter().zip(other.scores).filter(|(unit, _)| !own.contains(unit));
        let mut all: Vec<(usize, u32)> = own.iter().copied().zip(std::mem::take(&mut self.scores)).chain(new).collect();
        all.sort_unstable();
        (self.units, self.scores) = all.into_iter().unzip();
        self.around = None;
    }
}

/// What a row stands around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Around {
    /// Place of the sentence among the group's `units`.
    pub(crate) unit: usize,
    /// Beside `units`: the tokens of the clause, and how much of the row's clause the sentence says, in thousandths.
    pub(crate) clauses: Vec<((usize, usize), u32)>,
}

/// Bounds of the threshold, in thousandths: below the lower one most links are wrong on every story tried, above the
/// upper one most links that are left out are right.
const THRESHOLD: (u32, u32) = (110, 400);

/// How much a found link counts against a wrong one when the threshold is chosen: β², in thousandths.
const BETA_SQUARED: u64 = 500;

/// The same where values are compared: a false difference is worse than a missed one.
const COMPARED_BETA_SQUARED: u64 = 200;

/// The share of a fact's sentences in other articles that one more must be linked to, in thousandths.
const LINKED_SHARE: u32 = 800;

/// What alignment gives.
#[derive(Clone, Debug)]
pub(crate) struct Alignment {
    /// Groups of several articles that tell a reader something of their own, and the sentences that stand alone. Every
    /// sentence stands in at least one.
    pub(crate) groups: Vec<Group>,
    /// All groups of several articles, also those that mostly repeat others: where values are looked for.
    pub(crate) all: Vec<Group>,
    /// The score from which on two sentences are linked, in thousandths.
    pub(crate) threshold: u32,
    /// The pairs that are linked.
    #[cfg(feature = "fit")]
    pub(crate) links: Vec<(usize, usize)>,
}

/// Groups the sentences of a story.
pub(crate) fn group(story: &Story) -> Alignment {
    let mut links = score::links(story);
    let counts = histogram(&links);
    let threshold = best_threshold(&counts, BETA_SQUARED);
    let compared = best_threshold(&counts, COMPARED_BETA_SQUARED).max(threshold);
    links.retain(|l| l.milli >= threshold);
    links.sort_unstable_by_key(|l| (Reverse(l.milli), l.left, l.right));
    let mut scores: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    let mut linked: Vec<Vec<usize>> = vec![Vec::new(); story.units.len()];
    for link in &links {
        scores.insert((link.left, link.right), link.milli);
        linked[link.left].push(link.right);
        linked[link.right].push(link.left);
    }
    let score = |a: usize, b: usize| scores.get(&(a.min(b), a.max(b))).copied();
    let mut held: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut groups = Vec::new();
    for link in links.iter().filter(|l| l.milli >= compared) {
        if held.contains(&(link.left, link.right)) {
            continue;
        }
        let members = grow(story, *link, &linked, &score);
        for (i, &a) in members.iter().enumerate() {
            held.extend(members[i + 1..].iter().map(|&b| (a.min(b), a.max(b))));
        }
        let mean = |a: usize| {
            let own: Vec<u32> = members.iter().filter_map(|&b| if a == b { None } else { score(a, b) }).collect();
            own.iter().sum::<u32>() / (own.len() as u32).max(1)
        };
        groups.push(Group { scores: members.iter().map(|&a| mean(a)).collect(), units: members.clone(), around: None });
    }
    let all = groups.clone();
    let mut groups = stars(story, &linked, &score, threshold);
    let placed: BTreeSet<usize> = groups.iter().flat_map(|g| g.units.iter().copied()).collect();
    for unit in (0..story.units.len()).filter(|u| !placed.contains(u)) {
        groups.push(Group { units: vec![unit], scores: vec![1000], around: None });
    }
    Alignment {
        groups,
        all,
        threshold,
        #[cfg(feature = "fit")]
        links: scores.keys().copied().collect(),
    }
}

/// How much of a clause another sentence must say to stand in its row, and its best clause alone, in thousandths.
const SENTENCE_COVER: u32 = 150;
const CLAUSE_COVER: u32 = 150;

/// The share of a row's sentences of other articles that one more must be linked to, in thousandths.
const MUTUAL_SHARE: u32 = 500;

/// Of one article only the sentences stand in a row that say this share of what its best one says, in thousandths.
const BEST_SHARE: u32 = 800;

/// What a row must add to those before it: a share of its pairs, in thousandths, and the sum of the new links' scores, in
/// thousandths of the threshold.
const NEW_SHARE: u32 = 100;
const LEAST_NEW: u64 = 1500;

/// The fewest tokens of a clause that a row can stand around: below it, a name or a place and no statement.
const LEAST_TOKENS: usize = 5;

/// One row around a clause: the sentences of other articles that are linked to its sentence and say enough
/// of it.
fn star(
    story: &Story,
    unit: usize,
    clause: &Unit,
    linked: &[Vec<usize>],
    score: &impl Fn(usize, usize) -> Option<u32>,
) -> Option<(u64, Group)> {
    let cover = |other: &Unit| (shared_mass(story, clause, other) / clause.mass.max(1.0) * 1000.0) as u32;
    let mut members: Vec<Ray> = Vec::new();
    for &other in &linked[unit] {
        let whole = cover(&story.units[other]);
        let Some((best, tokens)) =
            story.clauses[other].iter().map(|c| (cover(c), c.tokens)).max_by_key(|c| (c.0, Reverse(c.1)))
        else {
            continue;
        };
        if whole >= SENTENCE_COVER && best >= CLAUSE_COVER {
            members.push(Ray { unit: other, score: score(unit, other)?, cover: whole, sum: whole + best, tokens });
        }
    }
    (!members.is_empty()).then_some(())?;
    let best_of = |article: usize| {
        members.iter().filter(|m| story.units[m.unit].article == article).map(|m| m.sum).max().unwrap_or_default()
    };
    let mut near: Vec<Ray> =
        members.iter().filter(|m| m.sum * 1000 >= best_of(story.units[m.unit].article) * BEST_SHARE).copied().collect();
    // The strongest first, and only those that are linked to most of the sentences already there.
    near.sort_unstable_by_key(|m| (Reverse(u64::from(m.score) * u64::from(m.sum)), m.unit));
    let mut kept: Vec<Ray> = Vec::new();
    for ray in near {
        let article = story.units[ray.unit].article;
        let others = || kept.iter().filter(|k| story.units[k.unit].article != article);
        let held = others().filter(|k| score(k.unit, ray.unit).is_some()).count();
        if held as u32 * 1000 >= others().count() as u32 * MUTUAL_SHARE {
            kept.push(ray);
        }
    }
    let weight = kept.iter().map(|m| u64::from(m.score) * u64::from(m.sum)).sum::<u64>();
    let mean = kept.iter().map(|m| m.score).sum::<u32>() / kept.len() as u32;
    kept.push(Ray { unit, score: mean, cover: 1000, sum: 2000, tokens: clause.tokens });
    kept.sort_unstable_by_key(|m| m.unit);
    let center = kept.iter().position(|m| m.unit == unit)?;
    let group = Group {
        units: kept.iter().map(|m| m.unit).collect(),
        scores: kept.iter().map(|m| m.score).collect(),
        around: Some(Around { unit: center, clauses: kept.iter().map(|m| (m.tokens, m.cover)).collect() }),
    };
    Some((weight, group))
}

/// A sentence of a star.
#[derive(Clone, Copy)]
struct Ray {
    unit: usize,
    score: u32,
    /// How much of the clause the sentence says, in thousandths.
    cover: u32,
    /// That and how much its best clause says.
    sum: u32,
    /// The best clause.
    tokens: (usize, usize),
}

/// The rows: stars around clauses, taken by how much each adds to those before it, without those that add too little; the
/// heaviest first.
fn stars(
    story: &Story,
    linked: &[Vec<usize>],
    score: &impl Fn(usize, usize) -> Option<u32>,
    threshold: u32,
) -> Vec<Group> {
    let mut found: Vec<(u64, Group)> = Vec::new();
    for unit in 0..story.units.len() {
        found.extend(
            story.clauses[unit]
                .iter()
                .filter(|c| c.tokens.1 - c.tokens.0 >= LEAST_TOKENS && c.terms.len() >= 3)
                .filter_map(|clause| star(story, unit, clause, linked, score)),
        );
    }
    found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.units.cmp(&b.1.units)));
    let pairs: Vec<Vec<(usize, usize)>> = found.iter().map(|(_, group)| across(story, &group.units)).collect();
    let mut held: BTreeSet<(usize, usize)> = BTreeSet::new();
    // By what each row would add to those before it. That only falls, so a row is looked at again only when it comes up.
    let gain = |at: usize, held: &BTreeSet<(usize, usize)>| -> u64 {
        let new = pairs[at].iter().filter(|p| !held.contains(p));
        new.map(|&(a, b)| u64::from(score(a, b).unwrap_or(0))).sum()
    };
    let mut queue: BinaryHeap<(u64, Reverse<usize>)> =
        (0..found.len()).map(|at| (gain(at, &held), Reverse(at))).collect();
    let mut chosen = Vec::new();
    while let Some((known, Reverse(at))) = queue.pop() {
        let now = gain(at, &held);
        if now < known {
            queue.push((now, Reverse(at)));
            continue;
        }
        let new = pairs[at].iter().filter(|p| !held.contains(p)).count() as u32;
        if new * 1000 >= pairs[at].len() as u32 * NEW_SHARE && now * 1000 >= u64::from(threshold) * LEAST_NEW {
            held.extend(&pairs[at]);
            chosen.push(at);
        }
    }
    chosen.sort_unstable();
    chosen.into_iter().map(|at| found[at].1.clone()).collect()
}

/// The pairs of sentences of different articles.
fn across(story: &Story, units: &[usize]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    for (i, &a) in units.iter().enumerate() {
        out.extend(
            units[i + 1..].iter().filter(|&&b| story.units[a].article != story.units[b].article).map(|&b| (a, b)),
        );
    }
    out
}

/// Adds, to the two ends of a link, the sentence with the highest mean score that is linked to most members of other
/// articles ([`LINKED_SHARE`]), until there is none.
fn grow(story: &Story, link: Link, linked: &[Vec<usize>], score: &impl Fn(usize, usize) -> Option<u32>) -> Vec<usize> {
    let mut members = vec![link.left, link.right];
    loop {
        let candidates: BTreeSet<usize> = members.iter().flat_map(|&m| linked[m].iter().copied()).collect();
        let mut best: Option<(u32, usize)> = None;
        for candidate in candidates {
            if members.contains(&candidate) {
                continue;
            }
            let article = story.units[candidate].article;
            let others = members.iter().filter(|&&m| story.units[m].article != article).count() as u32;
            let own: Vec<u32> = members.iter().filter_map(|&m| score(candidate, m)).collect();
            let (sum, count) = (own.iter().sum::<u32>(), own.len() as u32);
            if count > 0
                && count * 1000 >= others * LINKED_SHARE
                && best.is_none_or(|(b, c)| sum / count > b || sum / count == b && candidate < c)
            {
                best = Some((sum / count, candidate));
            }
        }
        let Some((_, next)) = best else { break };
        members.push(next);
    }
    members.sort_unstable();
    members
}

/// The share of the pairs that have a word in common which claim the same, in thousandths, at least: .18 to .20 in the three
/// stories read by hand, whether their articles share half of their words or hardly any. The scores follow the words that are
/// shared, so where articles put things in their own words all of them are too low; their odds are raised until their mean is this.
const BASE_RATE: u64 = 160;

/// How often each score, in thousandths, occurs.
fn histogram(links: &[Link]) -> Vec<u64> {
    let mut counts = vec![0; 1001];
    for link in links {
        counts[link.milli.min(1000) as usize] += 1;
    }
    counts
}

/// A probability in millionths, once its odds are multiplied by `odds` hundredths.
fn raised(milli: usize, odds: u64) -> u64 {
    let (yes, no) = (milli as u64 * odds, (1000 - milli as u64) * 100);
    1_000_000 * yes / (yes + no).max(1)
}

/// By how many hundredths the odds must be multiplied for the mean to reach [`BASE_RATE`]; never less than one whole.
fn odds(counts: &[u64]) -> u64 {
    let pairs: u64 = counts.iter().sum();
    let short = |odds: u64| {
        let sum: u64 = counts.iter().enumerate().map(|(milli, count)| count * raised(milli, odds)).sum();
        sum < pairs * BASE_RATE * 1000
    };
    let (mut low, mut high) = (100, 1600);
    while low < high {
        let middle = u64::midpoint(low, high);
        if short(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

/// The threshold that a story asks for: with the probabilities sorted downwards, linking the first k gives an expected
/// F measure of (1 + β²)·(p₁+…+pₖ) / (k + β²·Σp); the best k decides. A fixed threshold does not carry over from one story to
/// the next. β is below 1: a wrong link costs a reader more than a missing one.
fn best_threshold(counts: &[u64], beta_squared: u64) -> u32 {
    let odds = odds(counts);
    let all: u64 = counts.iter().enumerate().map(|(milli, count)| count * raised(milli, odds)).sum();
    let (mut sum, mut taken) = (0_u64, 0_u64);
    let mut best = (0_u64, THRESHOLD.1);
    for (milli, count) in counts.iter().enumerate().rev().filter(|(_, count)| **count > 0) {
        sum += count * raised(milli, odds);
        taken += count;
        // Scaled to whole numbers: only the order matters.
        let expected = 1_000_000 * sum / (taken * 1_000_000 + all * beta_squared / 1000).max(1);
        if expected > best.0 {
            best = (expected, milli as u32);
        }
    }
    best.1.clamp(THRESHOLD.0, THRESHOLD.1)
}
