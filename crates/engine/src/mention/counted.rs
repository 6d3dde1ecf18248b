//! What a figure counts, as a class: two quantities of one class may be held against each other.
//!
//! - `unit:…`: measured in a unit; those that can be turned into one another are of one class, `unit:length`.
//! - `harm:…`, `fate:…`: people, by what befell them ("62 wounded", "62 soldiers were wounded", "a toll of 62").
//! - `people:aboard`, `people:capacity`: how many a vehicle or hall carried, and how many it may.
//! - `people`: people of whom nothing of that is said.
//! - `of:…`: things, by the class or the key of their noun.
//! - `age:…`: the age of somebody, by name.
//! - `bare`: a figure without a noun.
//!
//! Gets wrong: fates told in words that are not in the list, and of two fates in one clause the farther.

use crate::classes::{self, Person};
use crate::gather::Gather;
use crate::lexicon;
use crate::mention::quantity::dimension;
use crate::token::{self, Kind, Token};

/// How many tokens to the right and left of a figure its people's fate may stand.
const RIGHT: usize = 8;
const LEFT: usize = 6;

/// How far left of a figure the words may stand that it is the number of.
const NUMBER_OF: usize = 18;

/// The class of the figure at token `i`, counting the noun at token `head`.
pub(super) fn class(tokens: &[Token], i: usize, head: Option<usize>, unit: Option<&str>) -> String {
    if let Some(unit) = unit {
        let measured = || format!("unit:{}", dimension(unit).map_or(unit, |d| d.0));
        return aged(tokens, i, head).unwrap_or_else(measured);
    }
    if (i..tokens.len().min(i + 3)).any(|k| tokens[k].lower.ends_with("year-old")) {
        return aged(tokens, i, head).unwrap_or_else(|| "age".to_owned());
    }
    let Some(head) = head else {
        return age(tokens, i)
            .or_else(|| beside(tokens, i).map(str::to_owned))
            .or_else(|| number_of(tokens, i))
            .or_else(|| capacity(tokens, i))
            .unwrap_or_else(|| "bare".to_owned());
    };
    if let Some(fate) = fate(&tokens[head]) {
        return fate.to_owned();
    }
    // "612 jobs", "shed 3,400 positions"
    let near = i.saturating_sub(8)..tokens.len().min(head + 8);
    let cut = |t: &Token| {
        let keys = token::keys(t);
        keys.iter()
            .any(|key| ["cut", "shed", "eliminat", "slash", "layoff", "axe", "redundancy"].contains(&key.as_str()))
    };
    if tokens[head].is_any(&["job", "jobs", "layoffs", "redundancies"])
        || tokens[head].is_any(&["positions", "posts", "roles"]) && tokens[near].iter().any(cut)
    {
        return "of:job".to_owned();
    }
    // "The loss of 94 lives", "claimed 12 lives"
    if tokens[head].is_any(&["lives", "life", "bodies", "body", "deaths", "dead"]) {
        return "harm:death".to_owned();
    }
    let key = token::keys(&tokens[head]).last().map_or("", String::as_str);
    let person = classes::person(&tokens[head].lower).is_some()
        || classes::class(key).is_some_and(|c| matches!(c.name, "force" | "official" | "police" | "child" | "group"))
        || lexicon::country(&tokens[head].lower, tokens[head].capital).is_some();
    if let Some(aboard) = aboard(tokens, head).filter(|_| person) {
        return aboard;
    }
    if let Some(fate) = fate_beside(tokens, i, head, person) {
        return fate.to_owned();
    }
    if tokens[head].is_any(&["survivor", "survivors"]) {
        return "fate:rescue".to_owned();
    }
    if person {
        return capacity(tokens, i).unwrap_or_else(|| "people".to_owned());
    }
    if tokens[head].is_any(&["times", "time"]) {
        // "attacked 66 times" counts attacks.
        let verb = (0..i).rev().take(8).flat_map(|k| token::keys(&tokens[k])).find_map(|key| event(key));
        return verb.map_or_else(|| "times".to_owned(), |name| format!("of:{name}"));
    }
    classes::class(key).map_or_else(|| format!("of:{key}"), |class| format!("of:{}", class.name))
}

/// Whether the noun at a token stands for a part of any crowd: women, children, officers.
pub(crate) fn is_part_of_a_crowd(token: &Token) -> bool {
    classes::person(&token.lower) == Some(Person::Part)
}

fn event(key: &str) -> Option<&'static str> {
    classes::class(key).filter(|class| class.event).map(|class| class.name)
}

/// What befell people, where a word says so.
pub(crate) fn fate(token: &Token) -> Option<&'static str> {
    // Who missed a game is not missing.
    let plain = !token.is_any(&["missed", "miss", "misses"]);
    token::keys(token).iter().rev().find_map(|key| classes::fate(key)).filter(|_| plain)
}

/// The fate told next to people: by the nearest word, the right side first, never across "and" or a mark. Whoever stands right
/// beside a verb of dying or the like need be in no list of people.
fn fate_beside(tokens: &[Token], i: usize, head: usize, person: bool) -> Option<&'static str> {
    let at = |k: usize| tokens.get(k).and_then(fate);
    let verb =
        head + 1
            + usize::from(tokens.get(head + 1).is_some_and(|t| {
                t.is_any(&["were", "was", "are", "is", "have", "had", "remain", "remained", "remains"])
            }));
    // "Missing four games"
    let front = |k: usize| at(k).filter(|_| !tokens[k].is("missing"));
    let adjacent = i.checked_sub(1).and_then(front).or_else(|| at(verb));
    if adjacent.is_some() || !person {
        return adjacent;
    }
    let stop = |t: &Token| t.is_any(&["and", "but", "while"]) || t.kind == Kind::Mark && !t.is_any(&["“", "”", "\""]);
    // "11 people, four of them children, died": what is put in between says nothing of all of them.
    let comma = |k: &usize| tokens.get(*k).is_some_and(|t| t.is(","));
    let between = comma(&(head + 1)).then(|| (head + 2..tokens.len().min(head + 2 + RIGHT)).find(comma)).flatten();
    let from = between.map_or(head + 1, |end| end + 1);
    let right = from..tokens.len().min(from + if between.is_some() { 3 } else { RIGHT });
    let right = right.take_while(|&k| !stop(&tokens[k]));
    let left = (i.saturating_sub(LEFT)..i).rev().take_while(|&k| !stop(&tokens[k]));
    // "Lost their lives"
    let lost = |k: usize| {
        let lives = (k + 2..tokens.len().min(k + 6)).find(|&l| tokens[l].is_any(&["lives", "life"]));
        tokens[k].is_any(&["lost", "lose", "losing", "paid", "pay"])
            && lives.is_some_and(|l| tokens[l - 1].is_any(&["their", "his", "her"]))
    };
    right.chain(left).find_map(|k| if k < i { front(k) } else { at(k) }.or_else(|| lost(k).then_some("harm:death")))
}

/// "Killing nine and wounding 34", "41 were injured": what befell those of whom the figure alone is told.
fn beside(tokens: &[Token], i: usize) -> Option<&'static str> {
    let fate = |k: usize| {
        tokens.get(k).filter(|t| t.is_word() && (t.lower.ends_with("ing") || t.lower.ends_with("ed"))).and_then(fate)
    };
    let aux = |k: usize| {
        let words = ["were", "was", "are", "is", "have", "had", "has", "been", "still", "also", "remain", "remained"];
        tokens.get(k).is_some_and(|t| t.is_any(&words))
    };
    // "Had been evacuated", "are still missing"
    let verb = (i + 1..i + 4).take_while(|&k| aux(k)).last();
    i.checked_sub(1).and_then(fate).or_else(|| fate(verb? + 1))
}

/// "The number of people killed rose to 52", "a toll of 52": what a figure is the number of, by the words in front of it.
fn number_of(tokens: &[Token], i: usize) -> Option<String> {
    let rises = |t: &Token| {
        t.is_any(&[
            "to", "at", "of", "reached", "reaches", "passed", "passes", "exceeded", "exceeds", "hit", "hits", "was",
            "is", "stands", "stood", "than", "least", "least", "over", "about", "around", "nearly", "reach", "from",
        ])
    };
    rises(&tokens[i.checked_sub(1)?]).then_some(())?;
    let clause = (i.saturating_sub(NUMBER_OF)..i).rev().take_while(|&k| !tokens[k].is_any(&[";", ":", ".", "!", "?"]));
    let at = clause.into_iter().find(|&k| tokens[k].is_any(&["number", "toll", "count", "tally"]))?;
    let told = at.saturating_sub(2)..i;
    let lost =
        tokens[told.clone()].windows(3).any(|w| w[0].is_any(&["lost", "lose"]) && w[2].is_any(&["life", "lives"]));
    let fate = told.clone().find_map(|k| fate(&tokens[k])).or(lost.then_some("harm:death"));
    let toll = tokens[at].is("toll") || tokens[at].is("count") && at > 0 && tokens[at - 1].is("body");
    fate.or(toll.then_some("harm:death")).map(str::to_owned)
}

/// "Jo Doe, 22, a student": a figure between commas behind a name.
fn age(tokens: &[Token], i: usize) -> Option<String> {
    let comma = |k: usize| tokens.get(k).is_some_and(|t| t.is(","));
    let named = i >= 2 && comma(i - 1) && tokens[i - 2].capital && tokens[i - 2].is_word();
    (named && comma(i + 1)).then(|| person(&tokens[..i - 1]))
}

/// The class of the age of whoever is named at the end of some tokens: by the last two words in capitals, for two people may
/// share a surname.
fn person(tokens: &[Token]) -> String {
    let name = tokens.iter().rev().take(2).take_while(|t| t.capital && t.is_word()).map(|t| t.lower.as_str());
    let mut name: Vec<&str> = name.gather();
    name.reverse();
    format!("age:{}", name.join(" "))
}

/// "22-year-old Jo Doe", "a 22-year-old student, Jo Doe": the age of whoever is named last behind it.
fn aged(tokens: &[Token], i: usize, head: Option<usize>) -> Option<String> {
    let old = (i..tokens.len().min(i + 5)).any(|k| tokens[k].is("old") || tokens[k].lower.ends_with("year-old"));
    let head = head.filter(|_| old)?;
    let name = |k: &usize| tokens.get(*k).is_some_and(|t| t.capital && t.is_word());
    let from = if name(&head) { head } else { head + 1 + usize::from(tokens.get(head + 1).is_some_and(|t| t.is(","))) };
    let last = (from..from + 4).take_while(name).last()?;
    Some(person(&tokens[from..=last]))
}

/// "Licensed to carry 150", "certified for 150 passengers", "built to hold 120": how many may be carried.
fn capacity(tokens: &[Token], i: usize) -> Option<String> {
    let left = (i.saturating_sub(5)..i).rev().take_while(|&k| tokens[k].kind != Kind::Mark);
    let may = |t: &Token| {
        t.is_any(&[
            "capacity",
            "licensed",
            "licenced",
            "licence",
            "license",
            "certified",
            "hold",
            "holds",
            "accommodate",
            "accommodates",
            "seat",
            "seats",
            "seating",
            "designed",
            "room",
        ])
    };
    left.into_iter().any(|k| may(&tokens[k])).then(|| "people:capacity".to_owned())
}

/// "200 people had been on board": how many were carried.
fn aboard(tokens: &[Token], head: usize) -> Option<String> {
    let right = (head + 1..tokens.len().min(head + 8)).take_while(|&k| tokens[k].kind != Kind::Mark);
    right.into_iter().any(|k| tokens[k].is_any(&["aboard", "board", "onboard"])).then(|| "people:aboard".to_owned())
}
