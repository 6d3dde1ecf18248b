//! Who says so. Gets wrong: two names for one body ("the ministry", "the government"), a body and the one who
//! speaks for it.
//!
//! Two names for a speaker are never a contradiction: several people may say one thing.
//!
//! Guards: a statement, a post or "the mayor" is not set against anybody, and two speakers are compared only where they are given two fifths
//! of the same words.

use super::values::Values;
use super::{Found, Item, Member, Relation, channel, item, set_against};
use crate::gather::Gather;
use crate::lexicon;
use crate::mention::spelling;
use crate::report::Field;
use crate::token::{self, lower_case};
use crate::words::Bag;

const PRONOUNS: [&str; 5] = ["he", "she", "they", "it", "who"];

/// A speaker with what is said.
pub(super) struct Said {
    name: Vec<String>,
    keys: Bag,
}

pub(super) fn compare(values: &Values<'_>, members: &[Member]) -> Option<Found> {
    let read = |a: usize, s: usize| -> Option<(Item, Said)> {
        let document = &values.documents[a];
        let claim = &document.claims[s];
        let speaker = claim.speaker.as_ref()?;
        // "A statement" and "a post on X" are nobody's name, nor is a pronoun of which it is not known whom it means.
        let name = fold(&speaker.name);
        if channel::is_channel(&name) || PRONOUNS.contains(&lower_case(&speaker.name).as_str()) {
            return None;
        }
        if is_role(&token::tokens(document.text, speaker.span)) {
            return None;
        }
        let told = document.sentences[s].tokens.iter().filter(|t| claim.span.holds(t.span) && !t.is_stop_word());
        let keys = token::bag(told, &values.vocabulary);
        Some((item(a, s, speaker.span), Said { name, keys }))
    };
    let values = values.said.among(members, |a, s| read(a, s).into_iter().gather());
    let relation = |l: &Said, r: &Said| {
        if holds(&l.name, &r.name) {
            Relation::Equal
        } else if 5 * l.keys.shared(&r.keys) >= 2 * l.keys.len().min(r.keys.len()) {
            Relation::Unlike
        } else {
            Relation::Unrelated
        }
    };
    let (items, worst) = set_against(&values, relation)?;
    (worst == Relation::Unlike).then_some(())?;
    let sharpness = 15 + items.len() as u32;
    Some(Found { field: Field::Attribution, items, compatible: true, note: None, sharpness })
}

/// "The mayor", "the candidate of the Greens": somebody whom another article may call by name.
fn is_role(tokens: &[token::Token]) -> bool {
    let person = |t: &token::Token| lexicon::is_role(&t.lower, "person") && !t.lower.ends_with('s');
    // "The irrigation agency", which another article calls by name, or through the one who speaks for it.
    let body = |t: &token::Token| {
        lexicon::is_role(&t.lower, "body") && tokens.iter().all(|t| !t.is_word() || !t.capital || t.is("the"))
    };
    let role = |t: &token::Token| person(t) || body(t);
    tokens[0].is("the") && tokens.iter().take_while(|t| !t.is("of")).last().is_some_and(role)
}

/// Whether two speakers' names may be one's: all words of the shorter stand in the longer.
pub(crate) fn same_speaker(left: &str, right: &str) -> bool {
    holds(&fold(left), &fold(right))
}

fn holds(left: &[String], right: &[String]) -> bool {
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    !short.is_empty() && short.iter().all(|w| long.contains(w))
}

/// The words of a name that tell it from others.
fn fold(name: &str) -> Vec<String> {
    let small = ["the", "a", "an", "of", "s", "u", "us"];
    let plain = spelling::fold(&lower_case(name)).replace("u.s.", "us");
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !small.contains(w))
        .map(str::to_owned)
        .gather()
}
