//! Who did it, and to whom or what: the noun phrases around a word for an event.
//!
//! Guards: only phrases around one kind of event, with three other words in common near it and two in five of all; what a
//! sentence tells is never set against what it gives as the cause ("in response to …"); two phrases are never a
//! contradiction, for one may be a part or another name of the other.
//!
//! Gets wrong: subjects far from their verb, and two events of one kind in one sentence.

use super::values::Values;
use super::{Found, Item, Member, Relation, item, keep_comparable, set_against};
use crate::classes;
use crate::gather::Gather;
use crate::lexicon;
use crate::order::Order;
use crate::report::Field;
use crate::span::Span;
use crate::token::{self, Token};
use crate::words::{Bag, Vocabulary};

/// A noun phrase in a part.
#[derive(Clone, Debug)]
pub(super) struct Role {
    field: Field,
    /// The kind of event.
    event: &'static str,
    /// Whether the event is given as the cause of what is told.
    cause: bool,
    span: Span,
    /// What the phrase says, classes for words that stand for one another.
    keys: Bag,
    /// The class of its last word: what kind of thing it is.
    kind: Option<&'static str>,
    /// What else is said near the event.
    around: Bag,
}

/// How far, in tokens, words count as near an event; and how many of them two events must share to be taken for one.
const NEAR: usize = 12;
const SHARED: usize = 3;

pub(super) fn compare(values: &Values<'_>, members: &[Member]) -> Vec<Found> {
    let all = values.roles.among(members, |a, s| {
        let roles = find(&values.documents[a].sentences[s].tokens, &values.vocabulary);
        roles.into_iter().map(|role| (item(a, s, role.span), role)).gather()
    });
    let mut kinds: Vec<(Field, &str, bool)> = all.iter().map(|(_, r)| (r.field, r.event, r.cause)).gather();
    kinds.order();
    kinds.dedup();
    let mut out = Vec::new();
    for (field, event, cause) in kinds {
        let mut own: Vec<(Item, &Role)> =
            all.iter().filter(|(_, r)| (r.field, r.event, r.cause) == (field, event, cause)).cloned().gather();
        keep_comparable(&mut own, one_event);
        let Some((items, relation)) = set_against(&own, relation) else { continue };
        // "US forces" beside "the United States" is no difference worth a row.
        if relation < Relation::Unlike {
            continue;
        }
        let sharpness = if field == Field::Actor { 70 } else { 65 } + items.len() as u32;
        out.push(Found { field, items, compatible: true, note: None, sharpness });
    }
    out
}

/// Whether enough is the same near two events: some words, and a part of all that is said there.
fn one_event(left: &Role, right: &Role) -> bool {
    let shared = left.around.shared(&right.around);
    shared >= SHARED && shared * 10 >= left.around.len().min(right.around.len()) * 4
}

fn relation(left: &Role, right: &Role) -> Relation {
    let (l, r) = (&left.keys, &right.keys);
    let other_kind = left.kind.zip(right.kind).is_some_and(|(l, r)| l != r);
    if l == r {
        Relation::Equal
    } else if l.shared(r) > 0 && !other_kind {
        // "US bases", "US and coalition forces": one may be a part of the other.
        Relation::LessPrecise
    } else {
        Relation::Unlike
    }
}

/// Kinds of events that are done on or at something; a ban, a charge or an arrest on a ground is not.
const AIMED: [&str; 5] = ["attack", "shoot", "invade", "sanction", "war"];

/// Verbs of the event kinds that one has done to one: their subject is no actor.
const SUFFERED: [&str; 10] =
    ["died", "perished", "burned", "crashed", "collided", "sank", "sunk", "capsized", "derailed", "exploded"];

/// Verbs that say that an event was done, with the event as their object.
const LIGHT: [&str; 10] =
    ["conduct", "carry", "launch", "mount", "stage", "perform", "execute", "commit", "carri", "wage"];

fn class_of(token: &Token) -> Option<classes::Class> {
    token::keys(token).iter().find_map(|key| classes::class(key))
}

/// Places that belong to somebody: beside people they are another kind of thing, beside each other the same.
const HELD: [&str; 9] =
    ["base", "airbase", "camp", "barracks", "outpost", "headquarters", "depot", "warehouse", "airport"];

/// What kind of thing a noun is.
fn kind_of(token: &Token) -> Option<&'static str> {
    let held = token::keys(token).iter().any(|key| HELD.contains(&key.as_str()));
    if held { Some("facility") } else { class_of(token).filter(|c| !c.event).map(|c| c.name) }
}

fn event(token: &Token) -> Option<&'static str> {
    class_of(token).filter(|class| class.event).map(|class| class.name)
}

/// The parts in a sentence, in order.
fn find(tokens: &[Token], vocabulary: &Vocabulary) -> Vec<Role> {
    let mut out = Vec::new();
    for i in 0..tokens.len() {
        let Some(kind) = event(&tokens[i]).filter(|_| tokens[i].is_word()) else { continue };
        let cause = is_cause(tokens, i);
        let mut add = |field: Field, phrase: Option<(usize, usize)>| {
            let Some((from, to)) = phrase else { return };
            let keys = keys(&tokens[from..to], vocabulary);
            // A phrase that is itself an event, a weapon or a time takes no part in one.
            let thing = event(&tokens[to - 1]).is_none()
                && lexicon::weapon(&tokens[to - 1].lower).is_none()
                && !tokens[from..to].iter().any(is_time);
            // "Two sites" tells nothing of whose they are.
            // Nor does "its forces" without what "its" stands for.
            let pointing = tokens[from].is_any(&["its", "their", "his", "her", "this", "these", "those", "that"]);
            let says_more = !pointing && keys.says_more_than(vocabulary.class("facility"));
            if says_more && thing {
                let span = Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
                let near =
                    (i.saturating_sub(NEAR)..tokens.len().min(i + NEAR)).filter(|k| !(from..to).contains(k) && *k != i);
                let around = token::bag(near.map(|k| &tokens[k]), vocabulary);
                out.push(Role { field, event: kind, cause, span, keys, kind: kind_of(&tokens[to - 1]), around });
            }
        };
        // "strikes against two depots", "the bombing of the port", "attacks by rebels on a convoy"
        let mut k = i + 1;
        let limit = tokens.len().min(i + 9);
        while k < limit {
            let lead = &tokens[k];
            let aims = lead.is_any(&["against", "targeting"]) || AIMED.contains(&kind) && lead.is_any(&["on", "at"]);
            if aims || lead.is("of") && k == i + 1 {
                let phrase = phrase(tokens, k + 1);
                add(Field::Target, phrase);
                k = phrase.map_or(k + 1, |p| p.1);
            } else if lead.is("by") {
                let phrase = phrase(tokens, k + 1);
                add(Field::Actor, phrase);
                k = phrase.map_or(k + 1, |p| p.1);
            } else if !lead.is_word() || event(lead).is_some() || lead.is_any(&CAUSE) {
                break;
            } else {
                k += 1;
            }
        }
        // "Rebels attacked the port", "The army carried out a strike"
        let object = phrase(tokens, i + 1).filter(|_| is_verb(tokens, i) && !tokens[i].is_any(&SUFFERED));
        if object.is_some() {
            add(Field::Actor, subject(tokens, i));
            add(Field::Target, object);
        } else if let Some(light) =
            (i.saturating_sub(7)..i).rev().take_while(|&k| tokens[k].is_word()).find(|&k| is_light(&tokens[k]))
        {
            add(Field::Actor, subject(tokens, light));
        }
    }
    (0..tokens.len()).filter_map(|i| owner(tokens, i, vocabulary)).gather_into(&mut out);
    out.order_by_key(|r| (r.span, r.field));
    out.dedup_by(|a, b| a.span == b.span && a.field == b.field);
    out
}

/// Participles that tie a thing to whose it is: "linked to the cartel", "run by the state".
const TIED: [&str; 12] = [
    "linked",
    "connected",
    "tied",
    "belonging",
    "associated",
    "affiliated",
    "loyal",
    "allied",
    "backed",
    "owned",
    "run",
    "controlled",
];

/// Whose the things are that something was done to: a target by its owner, whatever words tie them.
fn owner(tokens: &[Token], i: usize, vocabulary: &Vocabulary) -> Option<Role> {
    let tied = tokens[i].is_any(&TIED) && tokens.get(i + 1).is_some_and(|t| t.is_any(&["to", "with", "by"]));
    let (from, to) = phrase(tokens, i + 2).filter(|_| tied)?;
    event(&tokens[to - 1]).is_none().then_some(())?;
    let keys = keys(&tokens[from..to], vocabulary);
    let near = (i.saturating_sub(2 * NEAR)..tokens.len().min(i + NEAR)).filter(|k| !(from..to).contains(k) && *k != i);
    let around = token::bag(near.map(|k| &tokens[k]), vocabulary);
    let span = Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
    Some(Role { field: Field::Target, event: "~owner", cause: false, span, keys, kind: None, around })
}

fn is_light(token: &Token) -> bool {
    token::keys(token).iter().any(|key| LIGHT.contains(&key.as_str()))
}

/// An event word used as a verb: in the past, with a subject in front and an object or an end behind, not after "was".
fn is_verb(tokens: &[Token], i: usize) -> bool {
    let word = &tokens[i].lower;
    let past = word.ends_with("ed") || matches!(word.as_str(), "hit" | "struck" | "shot" | "stole" | "seized");
    let before = i.checked_sub(1).map(|k| &tokens[k]);
    let passive = before.is_some_and(|t| {
        t.is_any(&["was", "were", "been", "being", "be", "is", "are", "a", "an", "the", "that", "which", "by", "and"])
            || !t.is_word()
    });
    past && !passive
}

/// Words in front of an event that make it the cause of what is told.
fn is_cause(tokens: &[Token], i: usize) -> bool {
    let clause = tokens[..i].iter().rev().take(10).take_while(|t| t.is_word() || t.kind == token::Kind::Figure);
    clause.into_iter().any(|t| t.is_any(&CAUSE))
}

/// Words behind which the cause of what is told stands.
const CAUSE: [&str; 8] =
    ["response", "responding", "after", "following", "retaliation", "reprisal", "responsible", "involved"];

fn is_time(token: &Token) -> bool {
    token.weekday().is_some()
        || token.month().is_some() && token.capital
        || token.is_any(&["morning", "night", "evening", "dawn", "day", "time", "least"])
}

/// The noun phrase that begins at `from`: words up to a mark or a small word; "of" and "and" may join a second noun.
fn phrase(tokens: &[Token], from: usize) -> Option<(usize, usize)> {
    let mut from = from;
    while tokens.get(from).is_some_and(|t| t.is_any(&["“", "\""])) {
        from += 1;
    }
    let begin = from;
    while tokens.get(from).is_some_and(|t| {
        t.is_any(&["the", "a", "an", "its", "their", "his", "her", "this", "these", "those", "several", "both"])
    }) {
        from += 1;
    }
    let mut to = from;
    while let Some(token) = tokens.get(to).filter(|_| to - begin < 10) {
        let small = token.is_stop_word() && !(token.capital && lexicon::country(&token.lower, true).is_some());
        let people = (to + 1..to + 3).filter_map(|k| tokens.get(k)).any(|t| {
            token::keys(t).iter().any(|key| classes::class(key).is_some_and(|c| matches!(c.name, "force" | "group")))
        });
        let joins = token.is_any(&["and", "of"])
            && to > from
            && tokens
                .get(to + 1)
                .is_some_and(|t| t.is_word() && (t.capital || people || !t.is_stop_word() && token.is("of")));
        let past = token.lower.len() > 4 && token.lower.ends_with("ed") && !token.lower.contains('-') && to > from;
        let tied = to > from && TIED.contains(&token.lower.as_str());
        // "The state oil company": right behind an article it is a noun.
        let says = token.say_verb().is_some() && (to > from || from == begin);
        if !joins && (small || past || tied || token.kind == token::Kind::Mark || says) {
            break;
        }
        to += 1;
    }
    while to > from && tokens[to - 1].is_any(&["and", "of"]) {
        to -= 1;
    }
    (to > from && !tokens[from..to].iter().all(is_time)).then_some((begin, to))
}

/// The noun phrase right in front of a verb.
fn subject(tokens: &[Token], verb: usize) -> Option<(usize, usize)> {
    let mut to = verb;
    while to > 0 && tokens[to - 1].is_any(&["has", "have", "had", "also", "later", "reportedly", "allegedly", "then"]) {
        to -= 1;
    }
    let mut from = to;
    while from > 0 && to - from < 8 {
        let token = &tokens[from - 1];
        let small = token.is_stop_word()
            && !token.is_any(&["the", "a", "an", "of", "and"])
            && !(token.capital && lexicon::country(&token.lower, true).is_some());
        if small || token.kind == token::Kind::Mark || token.say_verb().is_some() && !token.capital {
            break;
        }
        from -= 1;
    }
    // "An aircraft in the area attacked": the phrase in front of the place.
    if from > 1 && tokens[from - 1].is_any(&["in", "at", "near", "from", "on"]) && tokens[from - 2].is_word() {
        return subject(tokens, from - 1);
    }
    while from < to && tokens[from].is_any(&["and", "of"]) {
        from += 1;
    }
    while to > from && (tokens[to - 1].is_any(&["and", "of"]) || tokens[to - 1].lower.ends_with("ly")) {
        to -= 1;
    }
    let pronoun = to - from == 1 && tokens[from].is_stop_word();
    (from < to && !pronoun && !tokens[from..to].iter().any(is_time)).then_some((from, to))
}

fn keys(tokens: &[Token], vocabulary: &Vocabulary) -> Bag {
    let keys = tokens.iter().flat_map(token::keys).filter(|key| !key.starts_with(|c: char| c.is_ascii_digit()));
    let number = |key: &String| match classes::class(key).filter(|class| !class.event) {
        Some(class) => vocabulary.class(class.name),
        None => vocabulary.word(key),
    };
    keys.map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(text: &str) -> Vec<(Field, bool, &str)> {
        let tokens = token::tokens(text, Span::new(0, text.len()));
        find(&tokens, &Vocabulary::default()).into_iter().map(|r| (r.field, r.cause, r.span.of(text))).collect()
    }

    #[test]
    fn who_and_whom_stand_around_the_event() {
        assert_eq!(
            roles("Rebels attacked the northern port on Friday."),
            [(Field::Actor, false, "Rebels"), (Field::Target, false, "the northern port")]
        );
        assert_eq!(
            roles("A strike by the Polish navy on two depots was reported."),
            [(Field::Actor, false, "the Polish navy"), (Field::Target, false, "two depots")]
        );
    }

    #[test]
    fn the_cause_is_kept_apart_from_what_is_told() {
        assert_eq!(
            roles("The army carried out a raid against a camp in response to attacks by rebels."),
            [(Field::Actor, false, "The army"), (Field::Target, false, "a camp"), (Field::Actor, true, "rebels")]
        );
    }

    #[test]
    fn days_are_no_targets() {
        assert_eq!(roles("The attack on Tuesday was short."), []);
    }
}
