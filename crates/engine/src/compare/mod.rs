//! What differs inside a fact, field by field: each file turns the sentences of a fact into values and says how two stand
//! to each other. A false contradiction is worse than a missed one: every comparer has guards, and says what they are.

mod against;
mod background;
mod certainty;
mod channel;
mod clock;
mod conflation;
mod measure;
mod outcome;
mod place;
mod polarity;
mod quantity;
mod roles;
mod speaker;
mod time;
mod unknown;
mod values;
mod weapon;
mod within;
mod wording;

use std::borrow::Borrow;

use crate::gather::{Gather, Keep};
use crate::order::Order;
use crate::report::{DifferenceNote, Field};
use crate::sorted::{Map, Set};
use crate::span::Span;

pub(crate) use against::speaks_against;
pub(crate) use conflation::conflations;
pub(crate) use quantity::Measure;
pub(crate) use speaker::same_speaker;
pub(crate) use values::Values;
pub(crate) use within::within;

/// One article's value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    /// Index of the article.
    pub(crate) article: usize,
    /// Index of the sentence in it.
    pub(crate) sentence: usize,
    pub(crate) span: Span,
    /// What a time was resolved to.
    pub(crate) resolved: Option<String>,
    /// Whether that day is carried on from an earlier sentence.
    pub(crate) carried: bool,
    /// The number of the group of equal values, from 0.
    pub(crate) way: u32,
}

/// How two values stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Relation {
    /// Not to be set against each other at all.
    Unrelated,
    /// The same, spelling aside.
    Equal,
    /// One is a less exact way to put the other.
    LessPrecise,
    /// Unlike, and both can be true.
    Unlike,
    /// Both cannot be true as worded.
    Differ,
}

/// A difference, before it is put into the Report.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) field: Field,
    /// One an article, sorted by article.
    pub(crate) items: Vec<Item>,
    pub(crate) compatible: bool,
    pub(crate) note: Option<DifferenceNote>,
    /// How much it is worth a first look: only the order matters.
    pub(crate) sharpness: u32,
}

/// A sentence of a fact: article, and place among its sentences.
pub(crate) type Member = (usize, usize);

/// The words of a sentence that a row is about.
pub(crate) type Part = (Member, Span);

/// A figure: article, and place among its quantities.
pub(crate) type Figure = (usize, usize);

/// All differences among the sentences of a fact but who says so, sharpest first.
fn judge(values: &Values<'_>, members: &[Member]) -> Vec<Found> {
    let fields = [Field::Number, Field::Date, Field::Weapon, Field::Actor, Field::Place, Field::Certainty];
    let mut out: Vec<Found> = fields.into_iter().gather_all(|field| of_field(values, members, field));
    out.order_by(|a, b| {
        b.sharpness.cmp(&a.sharpness).then(a.field.cmp(&b.field)).then(a.items[0].span.cmp(&b.items[0].span))
    });
    out
}

/// The differences that are found together with those of one field.
fn of_field(values: &Values<'_>, members: &[Member], field: Field) -> Vec<Found> {
    match field {
        Field::Number | Field::Casualty => quantity::compare(values, members),
        Field::Date | Field::Time => time::compare(values, members),
        Field::Weapon => weapon::compare(values, members),
        Field::Actor | Field::Target => roles::compare(values, members),
        Field::Place => place::compare(values, members).into_iter().gather(),
        Field::Certainty => certainty::compare(values.documents, members).into_iter().gather(),
        Field::Scope | Field::Name | Field::Wording | Field::Attribution => Vec::new(),
    }
}

/// Sets values of several articles against each other: the value that most articles have is the base; each article shows
/// its value that equals the base if it has one, else its first. None where all are equal or only one article has a value.
///
/// Two articles contradict each other only where no value of one agrees with any value of the other.
fn set_against<T, V: Borrow<T>>(
    candidates: &[(Item, V)],
    relation: impl Fn(&T, &T) -> Relation,
) -> Option<(Vec<Item>, Relation)> {
    let items: Vec<&Item> = candidates.iter().map(|c| &c.0).gather();
    set_items_against(&items, &|l, r| relation(candidates[l].1.borrow(), candidates[r].1.borrow()))
}

/// As [`set_against`], which is compiled for each kind of value; `relation` of two places in `items`.
fn set_items_against(items: &[&Item], relation: &dyn Fn(usize, usize) -> Relation) -> Option<(Vec<Item>, Relation)> {
    let articles = articles_of(items.iter().copied());
    if articles.len() < 2 {
        return None;
    }
    let places: Vec<usize> = items.iter().map(|i| articles.binary_search(&i.article).unwrap_or_default()).gather();
    let support = |value: usize| {
        let mut equal = vec![false; articles.len()];
        for (other, &place) in places.iter().enumerate() {
            equal[place] = equal[place] || relation(value, other) == Relation::Equal;
        }
        equal.into_iter().filter(|e| *e).count()
    };
    // The first of those with most support; more than all articles there are not.
    let mut best: Option<(usize, usize)> = None;
    for value in 0..items.len() {
        if best.is_none_or(|b| b.0 < articles.len()) {
            let support = support(value);
            best = best.filter(|b| b.0 >= support).or(Some((support, value)));
        }
    }
    let (_, base) = best?;
    // By place of the article: its values.
    let mut own: Vec<Vec<usize>> = vec![Vec::new(); articles.len()];
    for (value, &place) in places.iter().enumerate() {
        own[place].push(value);
    }
    let mut shown: Vec<usize> = Vec::new();
    for values in &own {
        let equal = values.iter().find(|&&value| relation(base, value) == Relation::Equal);
        shown.push(*equal.or(values.first())?);
    }
    // What nothing shown can be set against is not shown.
    let related =
        |&value: &usize| shown.iter().any(|&other| value != other && relation(value, other) != Relation::Unrelated);
    let related: Vec<bool> = shown.iter().map(related).gather();
    retain(&mut shown, related);
    let mut worst = Relation::Equal;
    for (i, &left) in shown.iter().enumerate() {
        for &right in &shown[i + 1..] {
            let mut found = relation(left, right);
            if found >= Relation::Unlike {
                let mut best = Relation::Differ;
                for &l in &own[places[left]] {
                    for &r in &own[places[right]] {
                        let other = relation(l, r);
                        if other != Relation::Unrelated {
                            best = best.min(other);
                        }
                    }
                }
                // An article that also carries the other's value does not differ from it.
                if best == Relation::Equal {
                    found = Relation::Equal;
                } else if best < Relation::Differ && found == Relation::Differ {
                    found = Relation::Unlike;
                }
            }
            worst = worst.max(found);
        }
    }
    if worst == Relation::Equal {
        return None;
    }
    let mut ways: Vec<usize> = Vec::new();
    let mut out = Vec::with_capacity(shown.len());
    for value in shown {
        let way = ways.iter().position(|&way| relation(way, value) == Relation::Equal).unwrap_or_else(|| {
            ways.push(value);
            ways.len() - 1
        });
        out.push(Item { way: way as u32, ..items[value].clone() });
    }
    Some((out, worst))
}

/// The articles of some values, in order.
fn articles_of<'a>(items: impl Iterator<Item = &'a Item>) -> Vec<usize> {
    let mut articles: Vec<usize> = items.map(|item| item.article).gather();
    articles.order();
    articles.dedup();
    articles
}

/// Comparisons that deserve a row of their own, over all groups. Those of one field that share half of their values are one
/// comparison, made anew over the sentences of all of them; what then repeats a larger one is dropped.
///
/// `events` are the articles, parted by the event that they tell of; what is known by itself is compared among those of one
/// event. `rows` are the clauses that say one thing: what differs in them is shown, for the row would call it an agreement.
/// `figures` are groups of figures that measure one thing: they are compared too, wherever they stand.
pub(crate) fn aspects(
    values: &Values<'_>,
    events: &[Vec<usize>],
    groups: &[Vec<Member>],
    rows: &[Vec<Part>],
    figures: &[Vec<Figure>],
) -> Vec<Found> {
    let documents = values.documents;
    // Rows and close groups are often of the same sentences.
    let groups: Set<&Vec<Member>> = groups.iter().collect();
    let mut all: Vec<Found> = Vec::new();
    groups.iter().for_each(|members| all.append(&mut judge(values, members)));
    figures.iter().filter_map(|group| quantity::of_one_figure(documents, group)).gather_into(&mut all);
    for articles in events {
        all.append(&mut unknown::compare(documents, articles));
        all.append(&mut quantity::tolls(values, articles));
        all.append(&mut quantity::measures(values, articles));
        all.extend(time::since(values, articles));
        all.append(&mut outcome::compare(values, articles));
        all.append(&mut polarity::of_nouns(values, articles));
        all.append(&mut polarity::of_fates(values, articles));
    }
    for parts in rows {
        all.append(&mut quantity::in_parts(values, parts));
        all.extend(time::in_parts(values, parts));
        all.extend(polarity::in_parts(values, parts));
        all.extend(clock::in_parts(documents, parts));
        all.append(&mut wording::in_parts(values, parts));
    }
    let all = largest_first(all);
    let mut merged = Gathered::default();
    let mut members: Vec<Vec<Member>> = Vec::new();
    for found in all {
        let own = found.items.iter().map(|i| (i.article, i.sentence));
        let shared = merged.shared(&found).into_iter().find(|(_, items)| 2 * items >= found.items.len());
        if let Some((known, _)) = shared {
            own.gather_into(&mut members[known]);
        } else {
            members.push(own.gather());
            merged.push(found);
        }
    }
    let mut out: Vec<Found> = Vec::new();
    for (found, mut members) in merged.all.into_iter().zip(members) {
        members.order();
        members.dedup();
        let again = of_field(values, &members, found.field)
            .into_iter()
            .filter(|f| f.field == found.field)
            .max_by_key(|f| (common(f, &found), f.items.len()));
        out.push(again.filter(|f| f.items.len() >= found.items.len()).unwrap_or(found));
    }
    let mut kept = Gathered::default();
    for found in largest_first(out) {
        let shown = found.items.iter().filter(|i| kept.holding(found.field, i).next().is_some()).count();
        if shown * 2 < found.items.len() && !quantity::is_one_figure(documents, &found) {
            kept.push(found);
        }
    }
    kept.all
}

/// Comparisons in the order in which they came, by field and sentence of their values.
#[derive(Default)]
struct Gathered {
    all: Vec<Found>,
    places: Map<(Field, usize, usize), Vec<usize>>,
}

impl Gathered {
    fn push(&mut self, found: Found) {
        for item in &found.items {
            let at = self.places.or_default((found.field, item.article, item.sentence));
            if at.last() != Some(&self.all.len()) {
                at.push(self.all.len());
            }
        }
        self.all.push(found);
    }

    /// The comparisons of a field that hold a value, as places in `all`.
    fn holding<'a>(&'a self, field: Field, item: &'a Item) -> impl Iterator<Item = usize> + 'a {
        let at = self.places.get(&(field, item.article, item.sentence));
        at.into_iter().flatten().copied().filter(|&known| holds(&self.all[known], item))
    }

    /// The comparisons of the same field that share values with one, and how many, in order.
    fn shared(&self, found: &Found) -> Map<usize, usize> {
        let mut out = Map::new();
        for known in found.items.iter().flat_map(|item| self.holding(found.field, item)) {
            *out.or_default(known) += 1;
        }
        out
    }
}

fn largest_first(mut all: Vec<Found>) -> Vec<Found> {
    all.order_by(|a, b| {
        let key = |f: &Found| (std::cmp::Reverse(f.items.len()), std::cmp::Reverse(f.sharpness), f.field);
        let places = |f: &Found| f.items.iter().map(|i| (i.article, i.span)).gather();
        key(a).cmp(&key(b)).then_with(|| places(a).cmp(&places(b)))
    });
    all
}

fn holds(found: &Found, item: &Item) -> bool {
    found.items.iter().any(|i| i.article == item.article && i.span.overlap(item.span) > 0)
}

/// How many values two comparisons share.
fn common(left: &Found, right: &Found) -> usize {
    right.items.iter().filter(|i| holds(left, i)).count()
}

/// Who says so and by which way, among some sentences.
pub(crate) fn attribution(values: &Values<'_>, members: &[Member]) -> Vec<Found> {
    [speaker::compare(values, members), channel::compare(values, members)].into_iter().gather_all(|found| found)
}

/// Drops values that no other article's value can be set against.
fn drop_strangers<T, V: Borrow<T>>(candidates: &mut Vec<(Item, V)>, comparable: impl Fn(&T, &T) -> bool) {
    let items: Vec<&Item> = candidates.iter().map(|c| &c.0).gather();
    let kept = with_partners(&items, &|l, r| comparable(candidates[l].1.borrow(), candidates[r].1.borrow()));
    retain(candidates, kept);
}

/// Which have one in another article; `comparable` of two places in `items`.
fn with_partners(items: &[&Item], comparable: &dyn Fn(usize, usize) -> bool) -> Vec<bool> {
    let partner = |l: usize, r: usize| items[l].article != items[r].article && comparable(l, r);
    (0..items.len()).map(|l| (0..items.len()).any(|r| partner(l, r))).gather()
}

fn retain<T>(items: &mut Vec<T>, kept: Vec<bool>) {
    let mut kept = kept.into_iter();
    items.keep(|_| kept.next().unwrap_or(false));
}

/// Keeps the values that can be set against one of them: the one that values of most other articles can be set against.
fn keep_comparable<T, V: Borrow<T>>(candidates: &mut Vec<(Item, V)>, comparable: impl Fn(&T, &T) -> bool) {
    let items: Vec<&Item> = candidates.iter().map(|c| &c.0).gather();
    let kept = around_one(&items, &|l, r| comparable(candidates[l].1.borrow(), candidates[r].1.borrow()));
    retain(candidates, kept);
}

/// As [`keep_comparable`]; `comparable` of two places in `items`.
fn around_one(items: &[&Item], comparable: &dyn Fn(usize, usize) -> bool) -> Vec<bool> {
    let partners = |l: usize| {
        let partner = |r: &usize| items[l].article != items[*r].article && comparable(l, *r);
        articles_of((0..items.len()).filter(partner).map(|r| items[r])).len()
    };
    let base = (0..items.len()).max_by_key(|&l| (partners(l), std::cmp::Reverse(l))).unwrap_or_default();
    (0..items.len()).map(|r| r == base || comparable(base, r)).gather()
}

fn item(article: usize, sentence: usize, span: Span) -> Item {
    Item { article, sentence, span, resolved: None, carried: false, way: 0 }
}

fn note(relation: Relation) -> Option<DifferenceNote> {
    (relation == Relation::LessPrecise).then_some(DifferenceNote::LessPrecise)
}
