//! Days: only event times, only where they hang on the same kind of event.
//!
//! Guards: the day of saying is no event's day; a day that another event is placed by ("after Tuesday's attack", "in response
//! to …") is not this event's; "since" is compared with "since" only; a relative day in an article without a stated date
//! never contradicts; two neighbouring days never contradict (time zones); nor do days beside other people's names.
//!
//! Gets wrong: two days of one kind of event in one story, where both sentences share the words around them.

use super::values::Values;
use super::{Found, Item, Member, Part, Relation, drop_strangers, item, keep_comparable, set_against};
use crate::calendar::Day;
use crate::classes;
use crate::document::Document;
use crate::gather::{Gather, Keep};
use crate::lexicon;
use crate::mention::time::{Time, Told};
use crate::report::{Basis, DifferenceNote, Field, NameKind};
use crate::token;
use crate::words::Bag;

pub(super) struct Value {
    from: Day,
    to: Day,
    kind: Hangs,
    /// Whether its day stands in the text or rests on a stated date of publication.
    firm: bool,
    /// The weekday that it names.
    weekday: Option<u8>,
    /// The kind of event it hangs on.
    event: Option<&'static str>,
    /// How that stands to it.
    hold: Hold,
    /// The words near it.
    around: Bag,
    /// Surnames of the people in its sentence.
    people: Bag,
    /// The kinds of things that its sentence counts.
    counted: Bag,
}

/// How near a time stands to the word for its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hold {
    /// "Sunday's derby".
    Owned,
    Near,
    Far,
}

/// What times of saying hang on.
const SAID: &str = "~said";

/// How many words near two days must be the same before they contradict each other.
const SHARED: usize = 3;

pub(super) fn compare(values: &Values<'_>, members: &[Member]) -> Vec<Found> {
    let all = among(values, members);
    let of = |kind: Hangs| all.iter().filter(|(_, v)| v.kind == kind).cloned().gather();
    KINDS.into_iter().filter_map(|kind| one_kind(of(kind), kind)).gather()
}

const KINDS: [Hangs; 3] = [Hangs::On, Hangs::Since, Hangs::Said];

/// The values of some sentences.
fn among<'v>(values: &'v Values<'_>, members: &[Member]) -> Vec<(Item, &'v Value)> {
    values.times.among(members, |a, s| KINDS.into_iter().gather_all(|kind| find(values, a, s, kind)))
}

/// Since when things of one kind are counted ("66 attacks since May"), over a whole story: what is counted says what began.
pub(super) fn since(all: &Values<'_>, articles: &[usize]) -> Option<Found> {
    let of = |&a: &usize| (0..all.documents[a].sentences.len()).map(move |s| (a, s));
    let counts = |&(a, s): &Member| all.documents[a].times_in(s).iter().any(|t| t.since);
    let sentences: Vec<Member> = articles.iter().flat_map(of).filter(counts).gather();
    let mut values: Vec<(Item, &Value)> = among(all, &sentences);
    values.keep(|(_, v)| v.kind == Hangs::Since);
    keep_comparable(&mut values, |l, r| same_event(l, r) && l.counted.shared(&r.counted) > 0);
    one_kind(values, Hangs::Since)
}

/// Days and spans in clauses that say one thing, each the only one in its clause: what they date is known by the clause.
pub(super) fn in_parts(all: &Values<'_>, parts: &[Part]) -> Option<Found> {
    let mut values: Vec<(Item, Value)> = Vec::new();
    for &((a, s), clause) in parts {
        let inside = find(all, a, s, Hangs::On).into_iter().filter(|(item, _)| clause.holds(item.span));
        let mut inside: Vec<(Item, Value)> = inside.gather();
        if inside.len() == 1 {
            values.append(&mut inside);
        }
    }
    let values: Vec<(Item, &Value)> = values.iter().map(|(item, value)| (item.clone(), value)).gather();
    one_kind_by(&values, Hangs::On, |l, r| if is_long(l) == is_long(r) { order(l, r) } else { Relation::Unrelated })
}

/// What a time says of what it hangs on: when it was, since when it is, or when it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hangs {
    On,
    Since,
    Said,
}

/// The values of one kind in a sentence.
fn find(all: &Values<'_>, a: usize, s: usize, kind: Hangs) -> Vec<(Item, Value)> {
    let document = &all.documents[a];
    let since = kind == Hangs::Since;
    let mut values: Vec<(Item, Value)> = Vec::new();
    for time in document.times_in(s).iter().filter(|t| t.since == since && hangs(document, t, kind)) {
        let Some((from, to)) = time.days else { continue };
        if !since && to.since(from) > 366 || matches!(time.at.told, Told::Now) {
            continue;
        }
        let weekday = match time.at.told {
            Told::Weekday { weekday, .. } => Some(weekday),
            _ => None,
        };
        let stated = document.published.is_some_and(|p| p.1 != Basis::Inferred);
        let firm = matches!(time.at.told, Told::Date { .. }) || stated && matches!(time.at.told, Told::Weekday { .. });
        let mut found = item(a, s, time.span);
        found.resolved = Some(if from == to { from.to_string() } else { format!("{from}/{to}") });
        let (event, hold) = match (kind, event_near(document, time)) {
            (Hangs::Said, _) => (Some(SAID), Hold::Near),
            (Hangs::On, None) if is_owner(document, time) => continue,
            (Hangs::Since, _) | (Hangs::On, None) => (None, Hold::Far),
            (Hangs::On, Some((distance, event))) => {
                let near = if distance <= OWNED { Hold::Near } else { Hold::Far };
                (Some(event), if is_owner(document, time) { Hold::Owned } else { near })
            }
        };
        let (around, people) = (around(all, document, time), people(all, document, s));
        let things = document.quantities_in(s).iter().filter(|q| q.class.starts_with("of:"));
        let counted = things.map(|q| all.vocabulary.class(&q.class)).collect();
        values.push((found, Value { from, to, kind, firm, weekday, event, hold, around, people, counted }));
    }
    values
}

fn one_kind(mut values: Vec<(Item, &Value)>, kind: Hangs) -> Option<Found> {
    drop_strangers(&mut values, same_event);
    one_kind_by(&values, kind, relation)
}

fn one_kind_by(values: &[(Item, &Value)], kind: Hangs, relation: impl Fn(&Value, &Value) -> Relation) -> Option<Found> {
    let since = kind == Hangs::Since;
    let (items, relation) = set_against(values, relation)?;
    // Never more than a day apart, each from each.
    let days: Vec<(Day, Day)> = items.iter().filter_map(days_of).gather();
    let close = |l: &(Day, Day), r: &(Day, Day)| l.0.since(r.1) <= 1 && r.0.since(l.1) <= 1 && l.1.since(l.0) <= 1;
    let neighbours = !since && relation == Relation::Unlike && days.iter().all(|l| days.iter().all(|r| close(l, r)));
    let note = match relation {
        Relation::LessPrecise => Some(DifferenceNote::LessPrecise),
        Relation::Unlike if neighbours => Some(DifferenceNote::MaybeTimeZones),
        _ => None,
    };
    let sharpness = match relation {
        Relation::Differ => 90,
        Relation::Unlike => 55,
        _ => 30,
    } + items.len() as u32;
    Some(Found { field: Field::Date, items, compatible: relation != Relation::Differ, note, sharpness })
}

fn hangs(document: &Document<'_>, time: &Time, kind: Hangs) -> bool {
    match kind {
        Hangs::Said => document.claims[time.sentence].speaker.is_some() && is_saying_time(document, time),
        _ => is_event_time(document, time),
    }
}

fn relation(left: &Value, right: &Value) -> Relation {
    if same_event(left, right) { order(left, right) } else { Relation::Unrelated }
}

/// How the days of two times of one event stand to each other.
fn order(left: &Value, right: &Value) -> Relation {
    let (l, r) = ((left.from, left.to), (right.from, right.to));
    // Two articles say "Friday", and of one it is only guessed when it appeared.
    let guessed = !(left.firm && right.firm) && left.weekday.is_some() && left.weekday == right.weekday;
    if l == r || guessed {
        return Relation::Equal;
    }
    if l.0 <= r.0 && r.1 <= l.1 || r.0 <= l.0 && l.1 <= r.1 {
        return Relation::LessPrecise;
    }
    let gap = if l.1 < r.0 { r.0.since(l.1) } else { l.0.since(r.1) };
    // Where a week begins and ends is not the same for all.
    let weeks = (l.0 != l.1 || r.0 != r.1) && !is_long(left) && !is_long(right);
    if gap <= 1 && weeks && left.kind == Hangs::On {
        return Relation::LessPrecise;
    }
    let others = !left.people.is_empty() && !right.people.is_empty() && left.people.shared(&right.people) == 0;
    let one_event = !others && (left.kind == Hangs::Since || left.around.shared(&right.around) >= SHARED);
    let said = left.event == Some(SAID);
    // Without a word for what happened, a sentence may have days of many things.
    let placed = left.kind == Hangs::Since || left.event.is_some() && right.event.is_some();
    match gap {
        // Said days apart, it was said twice.
        2.. if said => Relation::Unrelated,
        2.. if left.firm && right.firm && one_event && placed => Relation::Differ,
        _ => Relation::Unlike,
    }
}

/// The first and last day that an item was resolved to.
fn days_of(item: &Item) -> Option<(Day, Day)> {
    let resolved = item.resolved.as_deref()?;
    let (from, to) = resolved.split_once('/').unwrap_or((resolved, resolved));
    Some((Day::parse(from)?, Day::parse(to)?))
}

/// Weeks, months and years.
fn is_long(value: &Value) -> bool {
    value.to.since(value.from) > 6
}

/// Whether two times hang on the same: the same kind of event and a word next to both, or [`SHARED`] words where no word for an
/// event stands near, or the times are weeks and more; two words for "since". A year is no measure of a day.
fn same_event(left: &Value, right: &Value) -> bool {
    let common = left.around.shared(&right.around);
    if left.kind == Hangs::Since {
        return common >= 2;
    }
    let enough = if is_long(left) || left.event.is_none() || left.event == Some(SAID) { SHARED } else { 1 };
    // What "Sunday's derby" dates stands next to the other day too.
    let held = !matches!((left.hold, right.hold), (Hold::Owned, Hold::Far) | (Hold::Far, Hold::Owned));
    is_long(left) == is_long(right) && left.event == right.event && held && common >= enough
}

/// The surnames of the people that a sentence names.
fn people(all: &Values<'_>, document: &Document<'_>, sentence: usize) -> Bag {
    let people = document.names_in(sentence).iter().filter(|n| n.kind == NameKind::Person);
    people.filter_map(|n| n.key.rsplit(' ').next()).map(|name| all.vocabulary.word(name)).collect()
}

/// The words with content within ten tokens of a time.
fn around(all: &Values<'_>, document: &Document<'_>, time: &Time) -> Bag {
    let tokens = &document.sentences[time.sentence].tokens;
    let near = &tokens[time.token.saturating_sub(10)..tokens.len().min(time.token + 10)];
    let near = near.iter().filter(|t| t.span.overlap(time.span) == 0 && t.is_word());
    token::bag(near, &all.vocabulary)
}

/// Words that place another event than the one told: a day behind them, in the same clause, is that event's.
const OTHER_EVENT: [&str; 8] = ["after", "following", "including", "before", "response", "until", "prior", "involved"];

/// Whether a time says when somebody spoke: it stands in the words that introduce the speaker.
fn is_saying_time(document: &Document<'_>, time: &Time) -> bool {
    document.claims[time.sentence].in_shell(time.token)
}

/// Whether a time says when the sentence's event happened: not when somebody spoke, and not when another event happened.
pub(super) fn is_event_time(document: &Document<'_>, time: &Time) -> bool {
    let claim = &document.claims[time.sentence];
    if claim.in_shell(time.token) {
        return false;
    }
    let tokens = &document.sentences[time.sentence].tokens;
    let clause =
        tokens[..time.token].iter().rev().take(10).take_while(|t| t.is_word() || t.kind == token::Kind::Figure);
    let hangs = clause.into_iter().any(|t| t.is_any(&OTHER_EVENT));
    // "On Tuesday, the ministry announced": fronted, it is the time of saying.
    let said_next = tokens[time.token..].iter().take(8).any(|t| lexicon::say_verb(&t.lower).is_some())
        && time.token <= 2
        && claim.speaker.is_some();
    !hangs && !said_next
}

/// How many tokens from "Sunday's" on hold the event that is Sunday's.
const OWNED: usize = 5;

/// "Sunday's derby" is the day of the derby and of nothing else.
fn is_owner(document: &Document<'_>, time: &Time) -> bool {
    ["’s", "'s"].iter().any(|s| document.words(time.span).ends_with(s))
}

/// The class of the event word that stands nearest to a time, and how far in tokens.
fn event_near(document: &Document<'_>, time: &Time) -> Option<(usize, &'static str)> {
    let tokens = &document.sentences[time.sentence].tokens;
    let reach =
        if is_owner(document, time) { time.token..tokens.len().min(time.token + OWNED) } else { 0..tokens.len() };
    let mut best: Option<(usize, &'static str)> = None;
    for i in reach {
        // "The president-elect" tells of no election.
        let token = &tokens[i];
        if token.lower.contains('-') || token.is("electoral") {
            continue;
        }
        let Some(class) = token::keys(token).iter().find_map(|k| classes::class(k)).filter(|c| c.event) else {
            continue;
        };
        let distance = i.abs_diff(time.token);
        if best.is_none_or(|b| distance < b.0) {
            best = Some((distance, class.name));
        }
    }
    best
}
