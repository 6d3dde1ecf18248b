//! Numbers: compared as intervals, only where they count the same.
//!
//! Guards: another class or unit is never compared; of counts found over a whole story, none with other names beside it; a
//! figure of one place never with the figure of all; figures more than three times apart are taken for other measures; counts
//! of things need a shared word next to them; figures that cannot both be right need three, the same adjectives, no second
//! figure of their kind beside them, no article that prints both, and are no ages or lengths of time; none is a part ("two
//! other men"), one of two things counted together ("12 men and women"), a highest value ("up to"), or a running total ("so
//! far") where the other is not; and their sentences name no days apart.
//!
//! Gets wrong: running totals of articles from different days (growth, shown as a difference).

use std::borrow::Cow;

use super::background::{looks_back, looks_back_in};
use super::values::Values;
use super::{Figure, Found, Item, Member, Part, Relation, drop_strangers, item, measure, note, set_against};
use crate::calendar::Day;
use crate::classes;
use crate::document::Document;
use crate::gather::{Gather, Keep};
use crate::lexicon;
use crate::mention::counted::is_part_of_a_crowd;
use crate::mention::quantity::{self, Quantity};
use crate::order::Order;
use crate::report::Field;
use crate::sorted::Map;
use crate::span::Span;
use crate::token;
use crate::words::{Bag, Vocabulary};

#[derive(Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "five independent things to know of one figure, each asked by its name"
)]
pub(super) struct Value<'a> {
    quantity: &'a Quantity,
    /// The place right behind it ("32 attacks in Iraq").
    place: Option<String>,
    /// Words near it; a class for words that stand for one another.
    around: Bag,
    /// The words between the figure and the noun ("seven assault rifles").
    modifiers: Bag,
    /// Whether it stands for itself: the only figure of its class in the sentence, no part, nothing counted with it.
    alone: bool,
    /// Whether it is a part of more: "two other men".
    part: bool,
    /// Whether it is an age or a length of time: an article tells of many.
    lasts: bool,
    /// Whether there may be more of them: "two children were among the dead".
    among: bool,
    /// The part of a crowd that it counts: children, officers.
    crowd: Option<String>,
    /// The names near it.
    names: Vec<String>,
    /// The day of its article.
    published: Option<Day>,
    /// Whether it counts speakers ("two officials said") and nothing that happened.
    speakers: bool,
    covers: Covers,
    /// The first and last day that its sentence names.
    days: Option<(Day, Day)>,
    /// What it is counted in: the 98 of "51 goals in 98 games".
    base: Option<f64>,
    /// All figures of its class in its article: who prints both figures does not contradict either.
    printed: Vec<f64>,
}

/// Which events a count covers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Covers {
    /// The one that is told.
    Told,
    /// All of a time: "so far", "in all".
    AllSoFar,
    /// One long before.
    Before,
}

/// Words that make a figure one of several that add up.
const PART: [&str; 9] = ["other", "others", "another", "more", "additional", "further", "extra", "first", "remaining"];

/// How far, in tokens, words count as near a figure: about a clause to each side.
const NEAR: usize = 14;

/// How many words near two figures must be the same before unlike figures are taken for a contradiction, and not for two
/// measures: more for things than for people hurt, of whom an event mostly has one count.
const SHARED_HARM: usize = 2;
const SHARED: usize = 3;

/// How many days two articles may lie apart for an age to be the same in both.
const AGED: i64 = 31;

/// The same inside one article, which tells of more than one thing in its own words.
const SHARED_HARM_WITHIN: usize = 4;
const SHARED_WITHIN: usize = 5;

pub(super) fn compare(all: &Values<'_>, members: &[Member]) -> Vec<Found> {
    let figure = |&(a, s): &Member| all.figures_in((a, s)).map(move |value| (item(a, s, value.quantity.span), value));
    let counted: Vec<(Item, &Value<'_>)> = members.iter().gather_all(figure);
    let uncounted = uncounted(all, members, &counted);
    let mut values: Vec<(&Item, &Value<'_>)> = counted.iter().map(|(item, value)| (item, *value)).gather();
    values.extend(uncounted.iter().map(|(item, value)| (item, value)));
    by_class(&values, &comparable)
}

/// Figures in clauses that say one thing, each the only one of its kind in its clause: what they count is known by the clause.
pub(super) fn in_parts(all: &Values<'_>, parts: &[Part]) -> Vec<Found> {
    let mut values: Vec<(Item, &Value<'_>)> = Vec::new();
    for &((a, s), clause) in parts {
        let inside = || all.figures_in((a, s)).filter(|v| clause.holds(v.quantity.figure));
        let sister = |v: &Value<'_>, other: &Value<'_>| {
            other.quantity.class == v.quantity.class && !is_turned(v.quantity, other.quantity)
        };
        let alone = |v: &&Value<'_>| inside().filter(|other| sister(v, other)).count() == 1;
        for value in inside().filter(alone).filter(|v| !v.speakers && !v.part) {
            values.push((item(a, s, value.quantity.span), value));
        }
    }
    let mut classes: Vec<&str> = values.iter().map(|(_, v)| v.quantity.class.as_str()).gather();
    classes.order();
    classes.dedup();
    let of = |class: &str| -> Option<Found> {
        let own = values.iter().filter(|(_, v)| v.quantity.class == class);
        let mut own: Vec<(Item, &Value<'_>)> = own.cloned().gather();
        drop_strangers(&mut own, |l, r| in_one_clause(l, r) != Relation::Unrelated);
        let (items, relation) = set_against(&own, in_one_clause)?;
        Some(found(class, items, relation))
    };
    classes.into_iter().filter_map(of).gather()
}

/// How two figures stand to each other whose clauses say one thing.
fn in_one_clause(left: &Value<'_>, right: &Value<'_>) -> Relation {
    let (l, r) = (left.quantity, right.quantity);
    let fits = left.crowd == right.crowd && left.place == right.place && near(l, r) && one_base(left, right);
    match precision(l, r) {
        _ if !fits => Relation::Unrelated,
        Relation::Differ if !neither_prints_both(left, right) => Relation::Unrelated,
        Relation::Differ if !one_measure(left, right) => Relation::Unlike,
        found => found,
    }
}

/// Sets figures of one class against each other.
fn by_class(values: &[(&Item, &Value<'_>)], comparable: &dyn Fn(&Value<'_>, &Value<'_>) -> bool) -> Vec<Found> {
    let mut classes: Vec<&str> = values.iter().map(|(_, v)| v.quantity.class.as_str()).gather();
    classes.order();
    classes.dedup();
    // "Casualties" may be dead or hurt: they stand beside either, and alone only where neither is counted.
    let counted = classes.iter().any(|c| matches!(*c, "harm:death" | "harm:injury"));
    classes.keep(|c| *c != CASUALTY || !counted);
    let mut out = Vec::new();
    for class_name in classes {
        let beside = matches!(class_name, "harm:death" | "harm:injury");
        let fits = |class: &str| class == class_name || beside && class == CASUALTY;
        let own = values.iter().filter(|(_, v)| fits(&v.quantity.class));
        let mut own: Vec<(Item, &Value<'_>)> = own.map(|&(item, value)| (item.clone(), value)).gather();
        drop_strangers(&mut own, comparable);
        let relation =
            |l: &Value<'_>, r: &Value<'_>| if comparable(l, r) { relation(l, r) } else { Relation::Unrelated };
        out.extend(set_against(&own, relation).map(|(items, relation)| found(class_name, items, relation)));
    }
    out
}

/// Whether a figure is known by what it counts, of which an event has one: the dead, the held, those aboard, somebody's age, the
/// jobs that go.
fn known_by_itself(class: &str) -> bool {
    ["harm:", "fate:", "people:", "age:", "of:job"].iter().any(|kind| class.starts_with(kind))
}

/// The counts of people that an event has one of (dead, hurt, held, saved, carried, allowed), over a whole story: they are known
/// by what they count, wherever they stand.
///
/// Guard: a word in common near the two; not of other people among them, no count of an earlier event, no other names near.
pub(super) fn tolls(all: &Values<'_>, articles: &[usize]) -> Vec<Found> {
    let mut values: Vec<(Item, &Value<'_>)> = Vec::new();
    for (a, document) in articles.iter().map(|&a| (a, &all.documents[a])) {
        let counted = |(_, q): &(usize, &Quantity)| known_by_itself(&q.class) && q.value != Some(0.0);
        for (at, quantity) in document.quantities.iter().enumerate().filter(counted) {
            let value = all.figure(a, at);
            if value.alone && !value.speakers && value.covers != Covers::Before {
                values.push((item(a, quantity.sentence, quantity.span), value));
            }
        }
    }
    let one = |l: &Value<'_>, r: &Value<'_>| comparable(l, r) && !others(&l.names, &r.names);
    // Each part of a crowd by itself, the children, the officers.
    let mut crowds: Map<Option<&str>, Vec<(&Item, &Value<'_>)>> = Map::new();
    for &(ref item, value) in &values {
        crowds.or_default(value.crowd.as_deref()).push((item, value));
    }
    crowds.values().gather_all(|values| by_class(values, &one))
}

/// Figures that measure one thing by the words beside them ("a turnout of 61 percent"), over a whole story.
///
/// Guards: each article measures it once; words in common near, the more the less the measure says; no other names, no other
/// days, no measure of long before. Never a contradiction by itself.
pub(super) fn measures(all: &Values<'_>, articles: &[usize]) -> Vec<Found> {
    let mut by: Map<String, Vec<(Item, &Value<'_>, usize)>> = Map::new();
    for (a, document) in articles.iter().map(|&a| (a, &all.documents[a])) {
        for (at, quantity) in document.quantities.iter().enumerate().filter(|(_, q)| q.value.is_some()) {
            let Some(of) = measure::of(document, quantity) else { continue };
            let value = all.figure(a, at);
            // "A turnout of 63 percent; in 2019 it was 71": the year is the other figure's.
            let tokens = &document.sentences[quantity.sentence].tokens;
            let begins = tokens[..quantity.token].iter().rev().find(|t| t.is(";")).map_or(0, |t| t.span.end);
            let ends = tokens[quantity.token..].iter().find(|t| t.is(";")).map_or(u32::MAX, |t| t.span.start);
            let told = value.covers != Covers::AllSoFar
                && !looks_back_in(document, quantity.sentence, Span { start: begins, end: ends });
            if told && !value.part && !value.speakers {
                by.or_default(of.of).push((item(a, quantity.sentence, quantity.span), value, of.enough));
            }
        }
    }
    let mut out = Vec::new();
    for mut values in by.into_values() {
        let once = |(item, v, _): &(Item, &Value<'_>, usize)| {
            values.iter().all(|(i, w, _)| i.article != item.article || w.quantity.value == v.quantity.value)
        };
        let kept = values.iter().map(once).gather();
        super::retain(&mut values, kept);
        let own: Vec<(Item, (&Value<'_>, usize))> = values.iter().map(|(i, v, n)| (i.clone(), (*v, *n))).gather();
        let relation = |(l, enough): &(&Value<'_>, usize), (r, _): &(&Value<'_>, usize)| {
            // Neighbouring days may be one moment in two time zones.
            let apart = l.days.zip(r.days).is_some_and(|(l, r)| r.0.since(l.1) > 1 || l.0.since(r.1) > 1);
            let named = others(&l.names, &r.names) && !l.names.iter().any(|name| r.names.contains(name));
            let shared = l.around.shared(&r.around);
            if apart || named || shared < *enough || !near(l.quantity, r.quantity) {
                return Relation::Unrelated;
            }
            precision(l.quantity, r.quantity).min(Relation::Unlike)
        };
        if let Some((items, relation)) = set_against(&own, relation) {
            out.push(found(&values[0].1.quantity.class, items, relation));
        }
    }
    out
}

/// What the figures of one group say: they measure one thing, so only how exactly they say it can differ.
pub(super) fn of_one_figure(documents: &[Document<'_>], figures: &[Figure]) -> Option<Found> {
    let quantity = |&(a, q): &Figure| &documents[a].quantities[q];
    let values: Vec<(Item, &Quantity)> =
        figures.iter().map(|f| (item(f.0, quantity(f).sentence, quantity(f).span), quantity(f))).gather();
    let (items, relation) = set_against(&values, |l: &Quantity, r| precision(l, r).min(Relation::Unlike))?;
    let class = &quantity(figures.first()?).class;
    Some(found(class, items, relation))
}

fn found(class: &str, items: Vec<Item>, relation: Relation) -> Found {
    let harm = class.starts_with("harm");
    let sharpness = match relation {
        Relation::Differ => 95,
        Relation::Unlike => 60,
        _ => 40,
    } + 2 * items.len() as u32
        + u32::from(harm);
    Found {
        field: if harm { Field::Casualty } else { Field::Number },
        items,
        compatible: relation != Relation::Differ,
        note: note(relation),
        sharpness,
    }
}

/// How many words near an uncounted plural must stand near the figure too.
const SHARED_UNCOUNTED: usize = 4;

/// Plurals without a figure ("retaliatory strikes") of what other articles count ("two strikes"), of articles that do not
/// count it: a less exact way to put it. One an article and thing, the nearest in words to the figure.
fn uncounted<'v>(all: &'v Values<'_>, members: &[Member], counted: &[(Item, &Value<'_>)]) -> Vec<(Item, Value<'v>)> {
    let documents = all.documents;
    let mut out: Vec<(Item, Value<'v>)> = Vec::new();
    let figures = counted.iter().filter(|(_, v)| {
        let q = v.quantity;
        // People go by many nouns, of which each may be others.
        q.class != "people"
            && !v.part
            && q.unit.is_none()
            && q.head.is_some()
            && q.value.is_some_and(|n| n >= 2.0 && n.fract() == 0.0)
    });
    for (figure, of) in figures {
        for &(a, s) in members {
            let counts = |(i, v): &(Item, &Value<'_>)| i.article == a && v.quantity.class == of.quantity.class;
            let known = |(i, v): &(Item, Value<'_>)| i.article == a && v.quantity.class == of.quantity.class;
            if a == figure.article || counted.iter().any(counts) || out.iter().any(known) {
                continue;
            }
            let plurals = all.plurals.of((a, s), || {
                let found = quantity::plurals(&documents[a].sentences[s].tokens, s);
                found.into_iter().map(|q| (item(a, s, q.span), q)).gather()
            });
            // Deeds of one kind are done by each side: "two strikes", "attacks on the base".
            let noun = |d: usize, q: &Quantity| q.head.map(|h| token::key(&token::lower(documents[d].words(h)), false));
            let deed = |key: &String| classes::class(key).is_some_and(|c| c.event);
            let alike = |q: &Quantity| {
                let own = noun(a, q);
                own == noun(figure.article, of.quantity) || !own.as_ref().is_some_and(deed)
            };
            let own = plurals.iter().filter(|(_, q)| q.class == of.quantity.class && alike(q));
            let near = |v: &Value<'_>| v.around.shared(&of.around) >= SHARED_UNCOUNTED;
            out.extend(own.map(|(i, q)| (i.clone(), value(&documents[a], q, &all.vocabulary))).find(|(_, v)| near(v)));
        }
    }
    out
}

/// Whether the values of a comparison are all one figure, at most with "about" in front of some: nothing that a reader must see.
pub(super) fn is_one_figure(documents: &[Document<'_>], found: &Found) -> bool {
    let figure = |item: &Item| {
        let all = documents[item.article].quantities_in(item.sentence);
        all.iter().find(|q| q.span == item.span).filter(|q| q.value.is_some() && q.min.is_none() && q.max.is_none())
    };
    let Some(first) = found.items.first().and_then(figure) else { return false };
    let same = |q: &Quantity| q.value == first.value && q.unit == first.unit && q.class == first.class;
    found.items.iter().all(|item| figure(item).is_some_and(same))
}

/// The class of people of whom the text does not say whether they died.
const CASUALTY: &str = "harm:casualty";

pub(super) fn value<'a>(document: &Document<'_>, quantity: &'a Quantity, vocabulary: &Vocabulary) -> Value<'a> {
    let tokens = &document.sentences[quantity.sentence].tokens;
    let end = tokens.iter().position(|t| t.span.start >= quantity.span.end).unwrap_or(tokens.len());
    let place = tokens
        .get(end)
        .filter(|t| t.is_any(&["in", "at", "near"]))
        .and_then(|_| tokens.get(end + 1))
        .filter(|t| t.capital)
        .map(|t| lexicon::country(&t.lower, true).map_or_else(|| t.lower.as_str().to_owned(), str::to_owned));
    let from = quantity.token.saturating_sub(NEAR);
    let near =
        tokens[from..tokens.len().min(end + NEAR)].iter().filter(|t| t.span.overlap(quantity.span) == 0 && t.is_word());
    let number = |key: &String| match classes::class(key) {
        Some(class) => vocabulary.class(class.name),
        None => vocabulary.word(key),
    };
    let around = near.flat_map(token::keys).map(number).collect();
    let inner =
        |t: &&token::Token| t.span.start >= quantity.figure.end && quantity.head.is_some_and(|h| t.span.end <= h.start);
    let modifiers = token::bag(tokens.iter().filter(inner), vocabulary);
    // "11 people, four of them children": the four are among the eleven.
    let among = |q: &Quantity| {
        let inside = tokens[q.token..].iter().take_while(|t| t.span.start < q.figure.end).count();
        let behind = q.token + inside;
        let get = |k: usize| tokens.get(k);
        let of_them = get(behind).is_some_and(|t| t.is("of"))
            && get(behind + 1).is_some_and(|t| t.is_any(&["them", "whom", "these", "those"]));
        let front = q.token.checked_sub(1).and_then(get).is_some_and(|t| t.is_any(&["including", "them"]));
        of_them || front
    };
    let is_among = among(quantity);
    let sister = |q: &&Quantity| {
        let itself = q.span == quantity.span;
        q.class == quantity.class && (itself || !is_turned(q, quantity) && (is_among || !among(q)))
    };
    let sisters = document.quantities_in(quantity.sentence).iter().filter(sister).count();
    let lasts = ["day", "week", "month", "year", "season", "hour", "minute", "time"];
    let head = quantity.head.map(|h| token::lower(document.words(h))).unwrap_or_default();
    let age = tokens
        .iter()
        .any(|t| t.span.start >= quantity.figure.end && t.span.end <= quantity.span.end && t.lower.contains("year"));
    let inside = |t: &&token::Token| t.span.overlap(quantity.span) > 0;
    // "More than 60" is no part of anything.
    let adds = |k: usize| tokens[k].is_any(&PART) && !tokens.get(k + 1).is_some_and(|t| t.is("than"));
    let part =
        (0..end).rev().take_while(|&k| inside(&&tokens[k])).any(adds) || quantity.token > 0 && adds(quantity.token - 1);
    // "12 men and women"; but not "12 men and dozens of others", which are counted apart.
    let together = tokens.get(end).is_some_and(|t| t.is_any(&["and", "or"]))
        && tokens.get(end + 1).is_some_and(|t| {
            // "Killing nine people and wounding 34"
            t.is_word()
                && !t.lower.ends_with("ing")
                && !t.lower.ends_with("ed")
                && lexicon::number_word(&t.lower).is_none()
                && !t.is_any(&["dozens", "scores", "several", "many"])
        });
    // "110 billion euros ($143 billion)": turned at the rate of one day.
    let turned = quantity.unit.as_deref().is_some_and(quantity::is_money)
        && document.text[..quantity.span.start as usize].ends_with('(');
    let part = part || is_among || turned;
    let alone = sisters == 1 && !part && !together;
    let lasts = age || lasts.contains(&head.trim_end_matches('s'));
    let covers = if looks_back(document, quantity.sentence) {
        Covers::Before
    } else if is_running(tokens) {
        Covers::AllSoFar
    } else {
        Covers::Told
    };
    let head_token = quantity.head.and_then(|h| tokens.iter().find(|t| t.span == h));
    let crowd = head_token.filter(|t| is_part_of_a_crowd(t)).map(|t| t.lower.trim_end_matches('s').to_owned());
    let near = tokens[from..tokens.len().min(end + NEAR)].iter().enumerate();
    let names = near.filter(|(k, t)| t.capital && t.is_word() && from + k > 0 && t.span.overlap(quantity.span) == 0);
    let names = names.flat_map(|(_, t)| token::keys(t)).filter(|key| !is_day(key)).cloned().gather();
    let published = document.published.map(|p| p.0);
    let speakers = document.claims[quantity.sentence].in_shell(quantity.token);
    let days = document.times_in(quantity.sentence).iter().filter(|t| !t.since).filter_map(|t| t.days);
    let days = days.reduce(|l, r| (l.0.min(r.0), l.1.max(r.1)));
    let one_kind = |q: &&Quantity| q.class == quantity.class && q.unit == quantity.unit;
    let base = tokens.get(end).filter(|t| t.is_any(&["in", "from"])).and_then(|_| tokens.get(end + 1));
    let base =
        base.and_then(|t| document.quantities_in(quantity.sentence).iter().find(|q| q.span.start == t.span.start));
    let printed = document.quantities.iter().filter(one_kind).filter_map(|q| q.value).gather();
    Value {
        quantity,
        place,
        around,
        modifiers,
        alone,
        part,
        lasts,
        among: tokens.iter().any(|t| t.is_any(&["among", "including"])),
        crowd,
        names,
        published,
        speakers,
        covers,
        days,
        base: base.and_then(|q| q.value),
        printed,
    }
}

fn is_day(key: &str) -> bool {
    lexicon::weekday(key).is_some() || lexicon::month(key).is_some()
}

/// Whether a sentence adds up over a time.
fn is_running(tokens: &[token::Token]) -> bool {
    let pair = |w: &[token::Token]| {
        w[0].is_any(&["so", "thus"]) && w[1].is("far")
            || w[0].is_any(&["in", "to"]) && w[1].is_any(&["all", "total", "date"])
            || w[0].is("total") && w[1].is("of")
    };
    tokens.windows(2).any(pair)
}

fn comparable(left: &Value<'_>, right: &Value<'_>) -> bool {
    let (l, r) = (left.quantity, right.quantity);
    let harm = l.is_harm() && r.is_harm();
    let one_class = l.class == r.class || harm && (l.class == CASUALTY || r.class == CASUALTY);
    let anchored = || harm || l.class.starts_with("age:") || left.around.shared(&right.around) > 0;
    let told = !left.speakers && !right.speakers;
    told && one_class
        && left.place == right.place
        && left.crowd == right.crowd
        && one_base(left, right)
        && anchored()
        && near(l, r)
        && (meet(l, r) || likely_one_measure(left, right))
}

/// Whether two figures are counted in the same: 19 goals in 26 matches are no other count than 51 in 98. People hurt are one
/// count, in however many cars.
fn one_base(left: &Value<'_>, right: &Value<'_>) -> bool {
    let one_thing = left.quantity.value == right.quantity.value || known_by_itself(&left.quantity.class);
    one_thing || left.base == right.base
}

/// Whether the values that two figures allow overlap. "More than 60" is said of 61 to about 100, not of a thousand,
/// "nearly 60" not of 10.
fn meet(left: &Quantity, right: &Quantity) -> bool {
    let open = |q: &Quantity| {
        let (from, to) = q.interval();
        let from = if from.is_infinite() { q.value.map_or(from, |v| v * 0.5 - 2.0) } else { from };
        (from, if to.is_infinite() { q.value.map_or(f64::INFINITY, |v| v * 1.6 + 2.0) } else { to })
    };
    let ((a, b), (c, d)) = (open(left), open(&in_unit_of(right, left)));
    a <= d && c <= b
}

/// How far a figure turned into another unit may be off: both were rounded in their own.
const TURNED: f64 = 0.03;

/// A quantity in the unit of another one, where both measure the same in two units: seven nautical miles are about 13 km.
fn in_unit_of<'q>(quantity: &'q Quantity, other: &Quantity) -> Cow<'q, Quantity> {
    if quantity.unit == other.unit || quantity.class != other.class {
        return Cow::Borrowed(quantity);
    }
    let scale = |q: &Quantity| q.unit.as_deref().and_then(quantity::dimension).map(|d| d.1);
    let (Some(own), Some(wanted)) = (scale(quantity), scale(other)) else { return Cow::Borrowed(quantity) };
    let turn = |value: Option<f64>| value.map(|v| v * own / wanted);
    let value = turn(quantity.value);
    let plain = quantity.min.is_none() && quantity.max.is_none();
    let near = |by: f64| value.filter(|_| plain).map(|v| v * by);
    Cow::Owned(Quantity {
        value,
        min: turn(quantity.min).or(near(1.0 - TURNED)),
        max: turn(quantity.max).or(near(1.0 + TURNED)),
        unit: other.unit.clone(),
        ..quantity.clone()
    })
}

/// Whether one of two figures of a sentence is the other in another unit: "175 kph (109 mph)".
fn is_turned(left: &Quantity, right: &Quantity) -> bool {
    left.class == right.class && left.unit != right.unit && meet(left, right)
}

/// Whether two figures that cannot both be right may be of one measure: worth a look, and no contradiction.
fn likely_one_measure(left: &Value<'_>, right: &Value<'_>) -> bool {
    let enough = if known_by_itself(&left.quantity.class) { SHARED_HARM } else { SHARED } - 1;
    // Somebody's age is the same in every sentence.
    let aged = left.quantity.class.starts_with("age:");
    neither_prints_both(left, right) && (aged || stand_beside(left, right, enough))
}

/// Whether two figures that cannot both be right are of one measure for certain: else what differs may be two measures.
fn one_measure(left: &Value<'_>, right: &Value<'_>) -> bool {
    let capped = |v: &Value<'_>| v.quantity.min.is_none() && v.quantity.max.is_some();
    // Points, games, metres: an article counts them of more than one; and each institute has its own magnitude.
    let common = |v: &Value<'_>| {
        let several = v.printed.iter().any(|n| Some(*n) != v.quantity.value);
        several && !known_by_itself(&v.quantity.class) || v.quantity.unit.as_deref() == Some("magnitude")
    };
    let loose = |v: &Value<'_>| v.lasts || capped(v) || common(v) || v.among && v.crowd.is_some();
    // What is counted of people grows from day to day.
    let of_people = |v: &Value<'_>| ["harm:", "fate:"].iter().any(|kind| v.quantity.class.starts_with(kind));
    let grows = of_people(left) && left.published.zip(right.published).is_some_and(|(l, r)| l != r);
    // So does an age from year to year.
    let ages = |l: Day, r: Day| l.since(r).abs() > AGED;
    let aged =
        left.quantity.class.starts_with("age:") && left.published.zip(right.published).is_none_or(|(l, r)| ages(l, r));
    let enough = if left.quantity.is_harm() { SHARED_HARM } else { SHARED };
    !loose(left)
        && !loose(right)
        && !grows
        && !aged
        && left.modifiers == right.modifiers
        && !is_of_others(left, right)
        && neither_prints_both(left, right)
        && stand_beside(left, right, enough)
}

/// Whether what stands near two figures says that they measure two things: names near each that the other lacks, or, of what
/// is not known by itself, words on both sides that outnumber those in common. Games, points and prices are many in one story.
fn is_of_others(left: &Value<'_>, right: &Value<'_>) -> bool {
    let named = others(&left.names, &right.names);
    let shared = left.around.shared(&right.around);
    named || !known_by_itself(&left.quantity.class) && 10 * shared < 9 * left.around.len().min(right.around.len())
}

/// Whether each names somebody whom the other does not.
fn others(left: &[String], right: &[String]) -> bool {
    let only = |own: &[String], other: &[String]| own.iter().any(|name| !other.contains(name));
    only(left, right) && only(right, left)
}

/// Whether each article prints its own figure only: who prints both does not contradict either.
fn neither_prints_both(left: &Value<'_>, right: &Value<'_>) -> bool {
    let own =
        |v: &Value<'_>, other: &Value<'_>| v.quantity.value.is_some_and(|n| n > 1.0 && !other.printed.contains(&n));
    own(left, right) && own(right, left)
}

/// Whether two figures stand for one count, by all that is said around them: `enough` words near both, and nothing that makes
/// either a part, a total over time or the count of another day.
fn stand_beside(left: &Value<'_>, right: &Value<'_>, enough: usize) -> bool {
    let shared = left.around.shared(&right.around);
    let apart = left.days.zip(right.days).is_some_and(|(l, r)| l.1 < r.0 || r.1 < l.0);
    left.alone && right.alone && left.covers == right.covers && !apart && shared >= enough
}

/// At most three times apart; a vague count is near to everything from its least on.
fn near(left: &Quantity, right: &Quantity) -> bool {
    let right = &*in_unit_of(right, left);
    match (left.value, right.value) {
        // Below zero and above it are never near.
        (Some(a), Some(b)) => a * b >= 0.0 && a.abs().max(b.abs()) <= 3.0 * a.abs().min(b.abs()),
        (None, Some(v)) => meets(left, v),
        (Some(v), None) => meets(right, v),
        (None, None) => true,
    }
}

fn meets(vague: &Quantity, value: f64) -> bool {
    if vague.vague == Some(quantity::UNCOUNTED) {
        return value >= 2.0;
    }
    let (min, max) = vague.interval();
    (min..=max).contains(&value) && value <= 10.0 * min.max(1.0)
}

fn relation(left: &Value<'_>, right: &Value<'_>) -> Relation {
    let (l, r) = (left.quantity, right.quantity);
    if !comparable(left, right) {
        return Relation::Unrelated;
    }
    let words_differ = l.class != r.class;
    let found = match precision(l, r) {
        Relation::Differ if !one_measure(left, right) => Relation::Unlike,
        found => found,
    };
    if words_differ { found.max(Relation::Unlike) } else { found }
}

/// How two figures stand to each other that measure one thing.
fn precision(left: &Quantity, right: &Quantity) -> Relation {
    let right = &*in_unit_of(right, left);
    let plain = |q: &Quantity| q.min.is_none() && q.max.is_none() && !q.is_loose() && q.value.is_some();
    match (left.vague, right.vague) {
        (Some(a), Some(b)) if a == b => Relation::Equal,
        // No count of its own: it stands beside a figure only.
        (Some(quantity::UNCOUNTED), Some(_)) | (Some(_), Some(quantity::UNCOUNTED)) => Relation::Unrelated,
        (Some(a), Some(b)) if a.abs_diff(b) >= 2 => Relation::Unlike,
        (Some(_), _) | (_, Some(_)) => Relation::LessPrecise,
        _ if left.value == right.value
            && left.min == right.min
            && left.max == right.max
            && plain(left) == plain(right) =>
        {
            Relation::Equal
        }
        _ if meet(left, right) || is_rounded(left, right) || is_rounded(right, left) => Relation::LessPrecise,
        _ => Relation::Differ,
    }
}

/// Whether a figure is another one, rounded: 12,000 for 12,418, 4 per cent for 4.2. To one or two figures; of fewer than
/// twenty things nobody rounds the count.
fn is_rounded(round: &Quantity, exact: &Quantity) -> bool {
    let (Some(round_value), Some(exact_value)) = (round.value, exact.value) else { return false };
    if round.unit.is_none() && exact_value < 20.0 || round_value <= 0.0 || exact_value <= 0.0 {
        return false;
    }
    let mut scale = 1.0;
    while exact_value / scale >= 10.0 {
        scale *= 10.0;
    }
    while exact_value / scale < 1.0 {
        scale /= 10.0;
    }
    let to = |step: f64| ((exact_value / step).round() * step - round_value).abs() < step * 1e-6;
    let fine = exact_value >= 100.0 || round.unit.is_some() && round_value.fract() == 0.0;
    round_value != exact_value && (to(scale) || to(scale / 10.0) && fine)
}

/// A figure with what is needed to say whether another measures the same; made once for each.
pub(crate) struct Measure<'a>(&'a Value<'a>);

impl<'a> Measure<'a> {
    /// Of a quantity.
    pub(crate) fn new(values: &'a Values<'_>, (a, at): Figure) -> Self {
        Self(values.figure(a, at))
    }

    /// Whether two figures of one article cannot both be right.
    pub(crate) fn contradicts_in_one_article(&self, other: &Self) -> bool {
        let (l, r) = (self.0, other.0);
        let (a, b) = (l.quantity, r.quantity);
        let enough = if a.is_harm() { SHARED_HARM_WITHIN } else { SHARED_WITHIN };
        let counted = a.value.is_some_and(|v| v > 1.0) && b.value.is_some_and(|v| v > 1.0);
        let one = a.class == b.class && a.unit == b.unit && l.place == r.place && !l.speakers && !r.speakers;
        counted
            && one
            && near(a, b)
            && !meet(a, b)
            && !l.lasts
            && !r.lasts
            && l.modifiers == r.modifiers
            && stand_beside(l, r, enough)
    }

    /// Whether two figures whose sentences a fact holds measure the same.
    pub(crate) fn same_quantity(&self, other: &Self) -> bool {
        let (l, r) = (self.0, other.0);
        let related = l.quantity.class != "bare" && (Relation::Equal..=Relation::Unlike).contains(&relation(l, r));
        related && (l.quantity.vague.is_some() || r.quantity.vague.is_some() || meet(l.quantity, r.quantity))
    }

    /// Whether two figures of different articles are one figure, by the figure itself: the same value of the same thing, with
    /// a word in common near it; three words where the value is a small one. No fact need hold both.
    pub(crate) fn same_figure(&self, other: &Self) -> bool {
        let (l, r) = (self.0, other.0);
        let Some(figure) = l.quantity.value.filter(|v| Some(*v) == r.quantity.value && *v > 1.0) else { return false };
        let shared = l.around.shared(&r.around);
        self.is_compatible(other) && shared >= if figure >= DISTINCT { 1 } else { 3 }
    }

    /// Whether nothing speaks against two figures measuring the same: one thing counted, values that can both be right, not of
    /// two places.
    pub(crate) fn is_compatible(&self, other: &Self) -> bool {
        let (l, r) = (self.0, other.0);
        let (a, b) = (l.quantity, r.quantity);
        let people = |q: &Quantity| q.is_harm() || q.class == "people";
        let open = |q: &Quantity| matches!(q.class.as_str(), "times" | "bare");
        let casualty = |q: &Quantity| q.class == CASUALTY;
        // A figure that is rare in a story is known by itself: "62 troops" and "62 wounded", "34 times" and a bare 34.
        let distinct = a.value == b.value && a.value.is_some_and(|v| v >= DISTINCT);
        let one_thing = a.class == b.class
            || a.is_harm() && b.is_harm() && (casualty(a) || casualty(b)) && a.value == b.value
            || distinct && a.unit == b.unit && (open(a) || open(b) || people(a) && people(b));
        let apart = l.place.is_some() && r.place.is_some() && l.place != r.place;
        let told = !l.speakers && !r.speakers;
        told && one_thing && !apart && near(a, b) && (a.vague.is_some() || b.vague.is_some() || meet(a, b))
    }
}

/// From which value on a figure is rare enough in a story to be known by itself.
const DISTINCT: f64 = 10.0;
