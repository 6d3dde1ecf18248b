//! From links to facts: rows that stand around a clause; and, for the comparisons, overlapping groups in which a sentence is
//! linked to nearly all of those of other articles.

use std::collections::{BTreeMap, BTreeSet};

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
const THRESHOLD: (u32, u32) = (150, 400);

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
}

/// Groups the sentences of a story.
pub(crate) fn group(story: &Story) -> Alignment {
    let mut links = score::links(story);
    let threshold = threshold(&links);
    links.retain(|l| l.milli >= threshold);
    links.sort_unstable_by_key(|l| (std::cmp::Reverse(l.milli), l.left, l.right));
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
    for link in &links {
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
    let mut groups = stars(story, &linked, &score);
    let placed: BTreeSet<usize> = groups.iter().flat_map(|g| g.units.iter().copied()).collect();
    for unit in (0..story.units.len()).filter(|u| !placed.contains(u)) {
        groups.push(Group { units: vec![unit], scores: vec![1000], around: None });
    }
    Alignment { groups, all, threshold }
}

/// How much of a clause another sentence must say to stand in its row, and its best clause alone, in thousandths.
const SENTENCE_COVER: u32 = 250;
const CLAUSE_COVER: u32 = 250;

/// The least share of pairs that a row must add to those before it, in thousandths.
const NEW_SHARE: u32 = 340;

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
            story.clauses[other].iter().map(|c| (cover(c), c.tokens)).max_by_key(|c| (c.0, std::cmp::Reverse(c.1)))
        else {
            continue;
        };
        if whole >= SENTENCE_COVER && best >= CLAUSE_COVER {
            members.push(Ray { unit: other, score: score(unit, other)?, cover: whole, sum: whole + best, tokens });
        }
    }
    (!members.is_empty()).then_some(())?;
    // Of one article only the sentences that say about as much of the clause as its best one.
    let best_of = |article: usize| {
        members.iter().filter(|m| story.units[m.unit].article == article).map(|m| m.sum).max().unwrap_or_default()
    };
    let mut kept: Vec<Ray> =
        members.iter().filter(|m| m.sum * 10 >= best_of(story.units[m.unit].article) * 8).copied().collect();
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

/// The rows: stars around clauses, the heaviest first, without those that mostly repeat rows before them.
fn stars(story: &Story, linked: &[Vec<usize>], score: &impl Fn(usize, usize) -> Option<u32>) -> Vec<Group> {
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
    let mut held: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut rows = Vec::new();
    for (_, group) in found {
        let across = |a: usize, b: usize| story.units[a].article != story.units[b].article;
        let units = &group.units;
        let pairs: Vec<(usize, usize)> = units
            .iter()
            .enumerate()
            .flat_map(|(i, &a)| units[i + 1..].iter().filter(move |&&b| across(a, b)).map(move |&b| (a, b)))
            .collect();
        let new = pairs.iter().filter(|p| !held.contains(p)).count() as u32;
        if new * 1000 >= pairs.len() as u32 * NEW_SHARE {
            held.extend(pairs);
            rows.push(group);
        }
    }
    rows
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

/// The threshold that a story asks for: with the probabilities sorted downwards, linking the first k gives an expected F1
/// of 2·(p₁+…+pₖ) / (k + Σp); the best k decides. A fixed threshold does not carry over from one story to the next.
fn threshold(links: &[Link]) -> u32 {
    let mut milli: Vec<u32> = links.iter().map(|l| l.milli).collect();
    milli.sort_unstable_by(|a, b| b.cmp(a));
    let all: u64 = milli.iter().map(|&m| u64::from(m)).sum();
    let mut sum = 0_u64;
    let mut best = (0_u64, THRESHOLD.1);
    for (i, &m) in milli.iter().enumerate() {
        sum += u64::from(m);
        // Scaled to whole numbers: only the order matters.
        let expected = 2_000_000 * sum / ((i as u64 + 1) * 1000 + all).max(1);
        if expected > best.0 {
            best = (expected, m);
        }
    }
    best.1.clamp(THRESHOLD.0, THRESHOLD.1)
}
