//! From links to facts: rows that stand around a clause; and, for the comparisons, overlapping groups in which a sentence is
//! linked to nearly all of those of other articles.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::score::{self, Link, shared_mass};
use super::terms::{Story, Unit};
use crate::gather::{Gather, Keep};
use crate::order::Order;
use crate::sorted::Set;

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
        let mut all: Vec<(usize, u32)> = own.iter().copied().zip(std::mem::take(&mut self.scores)).chain(new).gather();
        all.order();
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
const THRESHOLD: (u32, u32) = (110, 550);

/// How much a found link counts against a wrong one when the threshold is chosen: β², in thousandths.
const BETA_SQUARED: u64 = 600;

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

/// Which sentences are linked, and how surely: beside each sentence those linked to it, in order, with the score.
struct Linked(Vec<Vec<(usize, u32)>>);

impl Linked {
    fn new(units: usize, links: &[Link]) -> Self {
        let mut all: Vec<Vec<(usize, u32)>> = vec![Vec::new(); units];
        for link in links {
            all[link.left].push((link.right, link.milli));
            all[link.right].push((link.left, link.milli));
        }
        for of in &mut all {
            of.order();
        }
        Self(all)
    }

    fn of(&self, unit: usize) -> &[(usize, u32)] {
        &self.0[unit]
    }

    /// The place of the one among those linked to the other.
    fn place(&self, a: usize, b: usize) -> Option<usize> {
        self.0[a].binary_search_by_key(&b, |l| l.0).ok()
    }
}

/// The most sentences of a group or a row. Of more that claim the same, the others stand in further rows.
const MOST: usize = 64;

/// In how many groups a sentence may stand before its further links grow no group of their own: what many articles tell alike
/// would otherwise be grouped anew around nearly every link. Rows are not bound by it.
const MOST_GROUPS: usize = 12;

/// Groups the sentences of a story.
pub(crate) fn group(story: &Story) -> Alignment {
    let mut links = score::links(story);
    let counts = histogram(&links);
    let odds = odds(&counts);
    let threshold = best_threshold(&counts, odds, BETA_SQUARED);
    let compared = best_threshold(&counts, odds, COMPARED_BETA_SQUARED).max(threshold);
    links.keep(|l| l.milli >= threshold);
    links.order_by_key(|l| (Reverse(l.milli), l.left, l.right));
    let linked = Linked::new(story.units.len(), &links);
    // Beside `linked`: whether a group holds both sentences.
    let mut held: Vec<Vec<bool>> = linked.0.iter().map(|of| vec![false; of.len()]).gather();
    let mut all = Vec::new();
    let mut growth = Growth::new(story);
    let mut standing = vec![0_usize; story.units.len()];
    // Beside the units: whether it is in the group at hand.
    let mut inside = vec![false; story.units.len()];
    for link in links.iter().filter(|l| l.milli >= compared) {
        if linked.place(link.left, link.right).is_some_and(|at| held[link.left][at])
            || standing[link.left].max(standing[link.right]) >= MOST_GROUPS
        {
            continue;
        }
        let units = growth.grow(*link, &linked);
        let mut scores = Vec::with_capacity(units.len());
        for &unit in &units {
            standing[unit] += 1;
            inside[unit] = true;
        }
        for &unit in &units {
            let (mut sum, mut count) = (0, 0);
            for (at, (other, score)) in linked.of(unit).iter().enumerate() {
                if inside[*other] {
                    held[unit][at] = true;
                    sum += score;
                    count += 1;
                }
            }
            scores.push(sum / count.max(1));
        }
        for &unit in &units {
            inside[unit] = false;
        }
        all.push(Group { scores, units, around: None });
    }
    let mut groups = stars(story, &linked, threshold);
    let placed: Set<usize> = groups.iter().flat_map(|g| g.units.iter().copied()).collect();
    for unit in (0..story.units.len()).filter(|u| !placed.contains(u)) {
        groups.push(Group { units: vec![unit], scores: vec![1000], around: None });
    }
    Alignment {
        groups,
        all,
        threshold,
        #[cfg(feature = "fit")]
        links: {
            let mut pairs: Vec<(usize, usize)> = links.iter().map(|l| (l.left, l.right)).gather();
            pairs.order();
            pairs
        },
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
fn star(story: &Story, unit: usize, clause: &Unit, linked: &Linked, tally: &mut Tally) -> Option<(u64, Group)> {
    let cover = |other: &Unit| (shared_mass(clause, other) / clause.mass.max(1.0) * 1000.0) as u32;
    let mut members: Vec<Ray> = Vec::new();
    for &(other, score) in linked.of(unit) {
        let whole = cover(&story.units[other]);
        let Some((best, tokens)) =
            story.clauses[other].iter().map(|c| (cover(c), c.tokens)).max_by_key(|c| (c.0, Reverse(c.1)))
        else {
            continue;
        };
        if whole >= SENTENCE_COVER && best >= CLAUSE_COVER {
            members.push(Ray { unit: other, score, cover: whole, sum: whole + best, tokens });
        }
    }
    (!members.is_empty()).then_some(())?;
    // The sentences of one article stand together.
    let mut near: Vec<Ray> = Vec::new();
    for own in members.chunk_by(|a, b| tally.articles[a.unit] == tally.articles[b.unit]) {
        let best = own.iter().map(|m| m.sum).max().unwrap_or_default();
        own.iter().filter(|m| m.sum * 1000 >= best * BEST_SHARE).copied().gather_into(&mut near);
    }
    // The strongest first, and only those that are linked to most of the sentences already there.
    near.order_by_key(|m| (Reverse(u64::from(m.score) * u64::from(m.sum)), m.unit));
    let mut kept: Vec<Ray> = Vec::new();
    for ray in near {
        if kept.len() + 1 >= MOST {
            break;
        }
        let others = kept.len() as u32 - tally.of_article[tally.articles[ray.unit]];
        if tally.links[ray.unit] * 1000 >= others * MUTUAL_SHARE {
            tally.add(ray.unit, linked, 1);
            kept.push(ray);
        }
    }
    for ray in &kept {
        tally.add(ray.unit, linked, -1);
    }
    let weight = kept.iter().map(|m| u64::from(m.score) * u64::from(m.sum)).sum::<u64>();
    let mean = kept.iter().map(|m| m.score).sum::<u32>() / kept.len() as u32;
    kept.push(Ray { unit, score: mean, cover: 1000, sum: 2000, tokens: clause.tokens });
    kept.order_by_key(|m| m.unit);
    let center = kept.iter().position(|m| m.unit == unit)?;
    let group = Group {
        units: kept.iter().map(|m| m.unit).gather(),
        scores: kept.iter().map(|m| m.score).gather(),
        around: Some(Around { unit: center, clauses: kept.iter().map(|m| (m.tokens, m.cover)).gather() }),
    };
    Some((weight, group))
}

/// What is counted while a star is made.
struct Tally {
    /// Beside the units: their articles.
    articles: Vec<usize>,
    /// Beside the units: to how many of the star's sentences it is linked. Links are between articles.
    links: Vec<u32>,
    /// Beside the articles: how many of the star's sentences are theirs.
    of_article: Vec<u32>,
}

impl Tally {
    fn new(story: &Story) -> Self {
        let articles = story.units.iter().map(|unit| unit.article).gather();
        Self { articles, links: vec![0; story.units.len()], of_article: vec![0; story.apart.len()] }
    }

    /// Counts a sentence in, or out again.
    fn add(&mut self, unit: usize, linked: &Linked, by: i32) {
        let count = |count: &mut u32| *count = count.wrapping_add_signed(by);
        count(&mut self.of_article[self.articles[unit]]);
        linked.of(unit).iter().for_each(|&(other, _)| count(&mut self.links[other]));
    }
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
fn stars(story: &Story, linked: &Linked, threshold: u32) -> Vec<Group> {
    let mut found: Vec<(u64, Group)> = Vec::new();
    let mut tally = Tally::new(story);
    for unit in 0..story.units.len() {
        let clauses = story.clauses[unit].iter();
        let clauses = clauses.filter(|c| c.tokens.1 - c.tokens.0 >= LEAST_TOKENS && c.terms.len() >= 3);
        clauses.filter_map(|clause| star(story, unit, clause, linked, &mut tally)).gather_into(&mut found);
    }
    found.order_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.units.cmp(&b.1.units)));
    // Of the same sentences around several clauses the heaviest is the row: the others would add nothing to it.
    let mut seen: Set<Vec<usize>> = Set::new();
    found.keep(|(_, group)| seen.insert(group.units.clone()));
    let articles = tally.articles;
    // Beside the units: those behind it that a row before holds together with it, in order.
    let mut held: Vec<Vec<usize>> = vec![Vec::new(); story.units.len()];
    // What a row would add to those before it: pairs, and the sum of their scores.
    let gain = |at: usize, held: &[Vec<usize>]| -> (u64, u32, u32) {
        let (mut sum, mut new, mut all) = (0, 0, 0);
        let units = &found[at].1.units;
        for (i, &unit) in units.iter().enumerate() {
            let (mut links, mut known) = (linked.of(unit), held[unit].as_slice());
            for &other in units[i + 1..].iter().filter(|&&other| articles[other] != articles[unit]) {
                all += 1;
                known = &known[known.iter().take_while(|k| **k < other).count()..];
                if known.first() == Some(&other) {
                    continue;
                }
                new += 1;
                links = &links[links.iter().take_while(|l| l.0 < other).count()..];
                sum += links.first().filter(|l| l.0 == other).map_or(0, |l| u64::from(l.1));
            }
        }
        (sum, new, all)
    };
    // That only falls, so a row is looked at again only when it comes up.
    let mut queue: BinaryHeap<(u64, Reverse<usize>)> =
        (0..found.len()).map(|at| (gain(at, &held).0, Reverse(at))).collect();
    let mut chosen = Vec::new();
    while let Some((known, Reverse(at))) = queue.pop() {
        let (now, new, all) = gain(at, &held);
        if now < known {
            queue.push((now, Reverse(at)));
            continue;
        }
        if new * 1000 >= all * NEW_SHARE && now * 1000 >= u64::from(threshold) * LEAST_NEW {
            let units = &found[at].1.units;
            for (i, &unit) in units.iter().enumerate() {
                let others = units[i + 1..].iter().filter(|&&other| articles[other] != articles[unit]);
                held[unit].extend(others);
                held[unit].order();
                held[unit].dedup();
            }
            chosen.push(at);
        }
    }
    chosen.order();
    chosen.into_iter().map(|at| found[at].1.clone()).gather()
}

/// Grows groups around links.
struct Growth<'a> {
    story: &'a Story,
    /// Beside the units: the sum and the number of the links to members; zeros between two groups.
    own: Vec<(u32, u32)>,
    /// Beside the articles: how many members are theirs; zeros between two groups.
    of_article: Vec<u32>,
}

impl<'a> Growth<'a> {
    fn new(story: &'a Story) -> Self {
        Self { story, own: vec![(0, 0); story.units.len()], of_article: vec![0; story.apart.len()] }
    }

    /// Adds, to the two ends of a link, the sentence with the highest mean score that is linked to most members of other
    /// articles ([`LINKED_SHARE`]), until there is none.
    fn grow(&mut self, link: Link, linked: &Linked) -> Vec<usize> {
        let mut members: Vec<usize> = Vec::new();
        let mut candidates: Vec<usize> = Vec::new();
        let mut next = [Some(link.left), Some(link.right)];
        while let Some(member) = next[0] {
            members.push(member);
            self.of_article[self.story.units[member].article] += 1;
            for &(other, score) in linked.of(member) {
                if self.own[other].1 == 0 {
                    candidates.push(other);
                }
                self.own[other].0 += score;
                self.own[other].1 += 1;
            }
            next = [next[1], None];
            if next[0].is_none() && members.len() < MOST {
                next[0] = self.best(&members, &candidates);
            }
        }
        for &unit in &candidates {
            self.own[unit] = (0, 0);
        }
        for &unit in &members {
            self.of_article[self.story.units[unit].article] = 0;
        }
        members.order();
        members
    }

    fn best(&self, members: &[usize], candidates: &[usize]) -> Option<usize> {
        let mut best: Option<(u32, Reverse<usize>)> = None;
        for &candidate in candidates {
            let (sum, count) = self.own[candidate];
            let others = members.len() as u32 - self.of_article[self.story.units[candidate].article];
            let found = (sum / count, Reverse(candidate));
            if count * 1000 >= others * LINKED_SHARE && best.is_none_or(|b| found > b) && !members.contains(&candidate)
            {
                best = Some(found);
            }
        }
        best.map(|b| b.1.0)
    }
}

/// The share of the pairs that have a word in common which claim the same, in thousandths: .18 to .20 in the four stories read by
/// hand on which it was looked at, whether their articles share half of their words or hardly any. The scores follow the words
/// that are shared; so the odds of all pairs of a story are multiplied until their mean is this.
const BASE_RATE: u64 = 180;

/// The scores that occur, in thousandths and in order, and how often each does.
fn histogram(links: &[Link]) -> Vec<(u64, u64)> {
    let mut counts = vec![0; 1001];
    for link in links {
        counts[link.milli.min(1000) as usize] += 1;
    }
    (0..).zip(counts).filter(|(_, count)| *count > 0).gather()
}

/// A probability in millionths, once its odds are multiplied by `odds` hundredths.
fn raised(milli: u64, odds: u64) -> u64 {
    let (yes, no) = (milli * odds, (1000 - milli) * 100);
    1_000_000 * yes / (yes + no).max(1)
}

/// By how many hundredths the odds must be multiplied for the mean to be [`BASE_RATE`].
fn odds(counts: &[(u64, u64)]) -> u64 {
    let pairs: u64 = counts.iter().map(|(_, count)| count).sum();
    let short = |odds: u64| {
        let sum: u64 = counts.iter().map(|&(milli, count)| count * raised(milli, odds)).sum();
        sum < pairs * BASE_RATE * 1000
    };
    let (mut low, mut high) = (20, 1600);
    while low < high {
        let middle = u64::midpoint(low, high);
        if short(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

/// The threshold that a story asks for: with the probabilities sorted downwards, linking the first k gives an expected
/// F measure of (1 + β²)·(p₁+…+pₖ) / (k + β²·Σp); the best k decides. A fixed threshold does not carry over from one story to
/// the next. β is below 1: a wrong link costs a reader more than a missing one.
fn best_threshold(counts: &[(u64, u64)], odds: u64, beta_squared: u64) -> u32 {
    let all: u64 = counts.iter().map(|&(milli, count)| count * raised(milli, odds)).sum();
    let (mut sum, mut taken) = (0_u64, 0_u64);
    let mut best = (0_u64, THRESHOLD.1);
    for &(milli, count) in counts.iter().rev() {
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
