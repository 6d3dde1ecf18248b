//! How likely two sentences of different articles claim the same.

use super::terms::{Story, Term, Unit, cosine, shared};

/// Two sentences and how sure it is that they claim the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// Indices into [`Story::units`]; `left` < `right`.
    pub(crate) left: usize,
    pub(crate) right: usize,
    /// Probability in thousandths: whole numbers, so that the order is the same on every machine.
    pub(crate) milli: u32,
}

/// What a pair is judged by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Features {
    /// Log of the shared weight.
    pub(crate) mass: f64,
    /// Shared weight as a part of the longer sentence.
    pub(crate) cover: f64,
    /// Likeness by way of a sentence in a third article.
    pub(crate) hop: f64,
    /// Likeness of the two whole articles, up to a limit: tells two events of one kind apart.
    pub(crate) gate: f64,
}

/// Weights of a logistic regression over [`Features`]; see `docs/decisions/0002-alignment.md` for what they were fitted on.
const CONSTANT: f64 = -7.7571;
const MASS: f64 = 1.1989;
const COVER: f64 = 2.0763;
const HOP: f64 = 7.3889;
const GATE: f64 = 10.1164;
const GATE_LIMIT: f64 = 0.22;

impl Features {
    fn probability(self) -> f64 {
        let z = CONSTANT + MASS * self.mass + COVER * self.cover + HOP * self.hop + GATE * self.gate;
        1.0 / (1.0 + libm::exp(-z))
    }
}

/// All pairs that share enough to be looked at, with their scores.
pub(crate) fn links(story: &Story) -> Vec<Link> {
    let near = neighbours(story);
    let mut out = Vec::new();
    for (left, pairs) in near.iter().enumerate() {
        for &(right, cosine) in pairs.iter().filter(|p| p.0 > left) {
            let features = features(story, &near, left, right, cosine);
            out.push(Link { left, right, milli: (features.probability() * 1000.0).round() as u32 });
        }
    }
    out
}

/// For each sentence, the sentences of other articles that share a word with it that is not everywhere, with the cosine.
fn neighbours(story: &Story) -> Vec<Vec<(usize, f64)>> {
    let mut index: Vec<Vec<usize>> = vec![Vec::new(); story.words.len()];
    for (u, unit) in story.units.iter().enumerate() {
        for term in &unit.terms {
            index[term.word].push(u);
        }
    }
    // A word of a third of all sentences opens no pair; it still counts once a pair is open.
    let common = (story.units.len() / 3).max(30);
    let mut out = Vec::with_capacity(story.units.len());
    let mut seen = vec![usize::MAX; story.units.len()];
    for (u, unit) in story.units.iter().enumerate() {
        let mut near = Vec::new();
        for term in unit.terms.iter().filter(|t| index[t.word].len() <= common) {
            for &other in &index[term.word] {
                if story.units[other].article != unit.article && seen[other] != u {
                    seen[other] = u;
                    near.push((other, cosine(unit, &story.units[other])));
                }
            }
        }
        near.sort_unstable_by_key(|n| n.0);
        out.push(near);
    }
    out
}

fn features(story: &Story, near: &[Vec<(usize, f64)>], left: usize, right: usize, cosine: f64) -> Features {
    let (l, r) = (&story.units[left], &story.units[right]);
    let mass = shared_mass(story, l, r);
    Features {
        mass: libm::log(1.0 + mass),
        cover: mass / l.mass.max(r.mass).max(1e-9),
        hop: hop(story, near, left, right).unwrap_or(cosine),
        gate: story.likeness[l.article][r.article].min(GATE_LIMIT),
    }
}

/// The weight that two sentences share: equal words whole, words of one class for .6, names in unlike spellings for .9.
pub(crate) fn shared_mass(story: &Story, left: &Unit, right: &Unit) -> f64 {
    let mut mass = 0.0;
    let mut taken: Vec<usize> = Vec::new();
    for (l, r) in shared(&left.terms, &right.terms) {
        mass += l.weight.min(r.weight);
        taken.push(l.word);
    }
    let rest = |unit: &Unit| -> Vec<Term> {
        let mut rest: Vec<Term> =
            unit.terms.iter().filter(|t| taken.binary_search(&t.word).is_err()).copied().collect();
        rest.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.word.cmp(&b.word)));
        rest
    };
    let mut others = rest(right);
    for l in rest(left) {
        let word = &story.words[l.word];
        let alike = |r: &Term| -> f64 {
            let other = &story.words[r.word];
            let class = word.class.is_some_and(|c| other.class.is_some_and(|o| o.0 == c.0));
            let spelling = l.capital && r.capital && word.skeleton.is_some() && word.skeleton == other.skeleton;
            if spelling {
                0.9
            } else if class {
                0.6
            } else {
                0.0
            }
        };
        let best = others
            .iter()
            .map(alike)
            .enumerate()
            .filter(|(_, f)| *f > 0.0)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        if let Some((at, factor)) = best {
            mass += factor * l.weight.min(others[at].weight);
            others.remove(at);
        }
    }
    mass
}

/// The best way round by a sentence of a third article: the smaller of the two cosines. None without a third article.
fn hop(story: &Story, near: &[Vec<(usize, f64)>], left: usize, right: usize) -> Option<f64> {
    let (a, b) = (story.units[left].article, story.units[right].article);
    (story.likeness.len() > 2).then_some(())?;
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
