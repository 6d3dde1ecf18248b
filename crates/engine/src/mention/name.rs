//! Names: runs of capitalised words, and what kind of thing they name where the text says so.
//!
//! Gets wrong: names in headline case, and a name that only ever opens sentences.

use std::collections::BTreeSet;

use crate::classes;
use crate::lexicon;
use crate::report::NameKind;
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{self, Token};

/// A name in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) span: Span,
    /// As printed, with the titles in front and the abbreviation behind it.
    pub(crate) form: Span,
    pub(crate) kind: NameKind,
    /// The words of the name without titles, articles and case.
    pub(crate) key: String,
    /// Another form given right behind it: "Central Bank (CB)".
    pub(crate) alias: Option<String>,
    /// Index of the sentence.
    pub(crate) sentence: usize,
    /// Its tokens in the sentence.
    pub(crate) tokens: (usize, usize),
}

/// Words that show an organisation.
const ORGANISATION: [&str; 46] = [
    "command",
    "department",
    "ministry",
    "army",
    "navy",
    "force",
    "forces",
    "corps",
    "council",
    "party",
    "company",
    "university",
    "committee",
    "agency",
    "court",
    "police",
    "bank",
    "group",
    "union",
    "association",
    "federation",
    "organisation",
    "organization",
    "institute",
    "inc",
    "corp",
    "ltd",
    "llc",
    "commission",
    "authority",
    "parliament",
    "senate",
    "congress",
    "government",
    "administration",
    "guard",
    "guards",
    "brigade",
    "brigades",
    "movement",
    "office",
    "bureau",
    "front",
    "media",
    "network",
    "league",
];

const PLACE: [&str; 26] = [
    "city",
    "province",
    "county",
    "district",
    "region",
    "island",
    "islands",
    "river",
    "lake",
    "sea",
    "gulf",
    "mountain",
    "mount",
    "street",
    "road",
    "airport",
    "base",
    "airbase",
    "strip",
    "valley",
    "village",
    "town",
    "state",
    "east",
    "port",
    "peninsula",
];

const EVENT: [&str; 10] =
    ["war", "operation", "olympics", "cup", "festival", "summit", "conference", "championship", "games", "storm"];

/// Small words that join the parts of a name.
fn joins(token: &Token) -> bool {
    token.is_any(&["of", "al", "el", "de", "la", "le", "van", "von", "bin", "ibn", "der", "du", "da", "di", "&"])
        || token.lower.starts_with("al-")
        || token.lower.starts_with("el-")
}

/// Words that an article writes with a capital inside sentences, lower case: a word that opens a sentence is a name if it is among them.
pub(crate) fn capitalised_inside(sentences: &[Sentence]) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for sentence in sentences {
        let mut opens = true;
        for token in &sentence.tokens {
            if token.is_word() {
                if !opens && token.capital {
                    out.insert(token.lower.clone());
                }
                opens = false;
            } else if token.is_any(&["“", "\"", "‘", ":"]) {
                opens = true;
            }
        }
    }
    out
}

/// The names of one sentence, in order.
pub(crate) fn find(text: &str, sentence: &Sentence, index: usize, known: &BTreeSet<String>) -> Vec<Name> {
    let tokens = &sentence.tokens;
    let mut out = Vec::new();
    let mut opens = true;
    let mut i = 0;
    while i < tokens.len() {
        let token = &tokens[i];
        if !token.is_word() {
            opens |= token.is_any(&["“", "\"", "‘", ":"]);
            i += 1;
            continue;
        }
        let starts = begins_name(text, tokens, i, opens, known);
        opens = false;
        if !starts {
            i += 1;
            continue;
        }
        let mut end = i + 1;
        while end < tokens.len() {
            let next = &tokens[end];
            let adjoining =
                text[tokens[end - 1].span.end as usize..next.span.start as usize].chars().all(char::is_whitespace);
            if adjoining
                && next.is_word()
                && (next.capital && !is_calendar(next)
                    || next.lower.starts_with("al-")
                    || next.lower.starts_with("el-"))
                && !tokens[end - 1].span.of(text).ends_with("’s")
                && !tokens[end - 1].span.of(text).ends_with("'s")
            {
                end += 1;
            } else if adjoining
                && joins(next)
                && tokens.get(end + 1).is_some_and(|t| t.capital && t.is_word() && !is_calendar(t))
            {
                end += 2;
            } else {
                break;
            }
        }
        if let Some(name) = read(text, tokens, i, end, index) {
            // "Treasury Secretary Jo Doe" names the Treasury too.
            let body = (i..name.tokens.0).take_while(|&k| !lexicon::is_title(&tokens[k].lower)).count();
            if body > 0 && name.kind == NameKind::Person {
                out.extend(read(text, tokens, i, i + body, index));
            }
            out.push(name);
        }
        i = end;
    }
    out
}

fn is_calendar(token: &Token) -> bool {
    lexicon::weekday(&token.lower).is_some() || lexicon::month(&token.lower).is_some()
}

fn begins_name(text: &str, tokens: &[Token], i: usize, opens: bool, known: &BTreeSet<String>) -> bool {
    let token = &tokens[i];
    let prefixed = token.lower.starts_with("al-") && token.lower.len() > 5;
    if !token.capital && !prefixed || is_calendar(token) || token.is("i") {
        return false;
    }
    if lexicon::is_stop_word(&token.lower)
        && !(token.span.of(text).chars().filter(|c| c.is_uppercase()).count() > 1
            && lexicon::country(&token.lower, true).is_some())
    {
        return false;
    }
    if !opens {
        return true;
    }
    let shouted = token.span.of(text).chars().filter(|c| c.is_uppercase()).count() > 1;
    let next_too = tokens.get(i + 1).is_some_and(|t| t.is_word() && t.capital && !is_calendar(t));
    shouted
        || known.contains(&token.lower)
        || lexicon::country(&token.lower, true).is_some()
        || next_too && lexicon::say_verb(&token.lower).is_none()
}

fn read(text: &str, tokens: &[Token], from: usize, to: usize, sentence: usize) -> Option<Name> {
    let mut from = from;
    let mut titled = from > 0 && lexicon::is_title(&tokens[from - 1].lower);
    // "Deputy Press Secretary Jo Doe": titles at the head are no part of the name, unless nothing else is left.
    if let Some(title) = (from..to - 1).rev().find(|&k| lexicon::is_title(&tokens[k].lower)) {
        // "Secretary of State Jo Doe"
        let behind = if tokens[title + 1].is("of") { title + 3 } else { title + 1 };
        if behind < to && !ORGANISATION.contains(&tokens[to - 1].lower.as_str()) {
            from = behind;
            titled = true;
        }
    }
    if to - from == 1 && lexicon::is_title(&tokens[from].lower) {
        return None;
    }
    let words: Vec<&str> = tokens[from..to].iter().map(|t| t.lower.as_str()).collect();
    let key = words.join(" ");
    let has = |list: &[&str]| words.iter().any(|w| list.contains(w));
    let kind = if tokens[from..to].iter().any(Token::is_designation) {
        NameKind::Weapon
    } else if has(&PLACE) || to - from == 1 && lexicon::country(&tokens[from].lower, tokens[from].capital).is_some() {
        NameKind::Place
    } else if has(&ORGANISATION) {
        NameKind::Organisation
    } else if has(&EVENT) {
        NameKind::Event
    } else if titled {
        NameKind::Person
    } else if from > 0 && tokens[from - 1].is_any(&["in", "near", "at"]) {
        NameKind::Place
    } else {
        NameKind::Other
    };
    let alias = tokens
        .get(to)
        .filter(|t| t.is("("))
        .and_then(|_| tokens.get(to + 1))
        .filter(|t| t.is_word() && t.capital && tokens.get(to + 2).is_some_and(|c| c.is(")")));
    let span = Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
    let printed = span.of(text);
    let cut = printed.strip_suffix("’s").or_else(|| printed.strip_suffix("'s")).unwrap_or(printed);
    let span = Span { end: span.start + cut.len() as u32, ..span };
    let mut first = from;
    // "Deputy Press Secretary, Jo Doe"
    let inserted = from > 1 && tokens[from - 1].is(",") && lexicon::is_title(&tokens[from - 2].lower) && to - from >= 2;
    if inserted {
        first -= 2;
    }
    let kind = if inserted && kind == NameKind::Other { NameKind::Person } else { kind };
    while (titled || inserted)
        && first > 0
        && adjoins(text, tokens, first)
        && (lexicon::is_title(&tokens[first - 1].lower) || tokens[first - 1].capital && first > 1)
    {
        first -= 1;
    }
    let form = Span { start: tokens[first].span.start, end: alias.map_or(span.end, |t| t.span.end + 1) };
    Some(Name { span, form, kind, key, alias: alias.map(|t| t.lower.clone()), sentence, tokens: (from, to) })
}

/// Whether only white space stands in front of a token.
fn adjoins(text: &str, tokens: &[Token], i: usize) -> bool {
    tokens[i - 1].is_word()
        && text[tokens[i - 1].span.end as usize..tokens[i].span.start as usize].chars().all(char::is_whitespace)
}

/// Whose forces: words that stand in front of "forces" and "troops" and tell them from others.
const WHOSE: [&str; 5] = ["coalition", "government", "security", "rebel", "allied"];

/// Things that a sentence describes rather than names, where the description alone tells which: somebody's forces ("Polish
/// troops"), and weapons by their kind ("a cruise missile", "a B-52 bomber"). All other descriptions are left unresolved.
///
/// Gets wrong: two units of one country's forces.
pub(crate) fn descriptions(sentence: &Sentence, index: usize) -> Vec<Name> {
    let tokens = &sentence.tokens;
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let Some((key, kind, from, to)) = forces(tokens, i).or_else(|| weapon(tokens, i)) else {
            i += 1;
            continue;
        };
        let span = Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
        out.push(Name { span, form: span, kind, key, alias: None, sentence: index, tokens: (from, to) });
        i = to;
    }
    out
}

/// A description found at some tokens: its key, its kind, its first token and the one behind its last.
type Described = (String, NameKind, usize, usize);

fn forces(tokens: &[Token], i: usize) -> Option<Described> {
    let joined = tokens.get(i + 1).map(|next| format!("{}-{}", tokens[i].lower, next.lower));
    let (whose, used) = match joined.and_then(|two| lexicon::country(&two, tokens[i].capital)) {
        Some(country) => (country.to_owned(), 2),
        None => match lexicon::country(&tokens[i].lower, tokens[i].capital) {
            Some(country) => (country.to_owned(), 1),
            None if WHOSE.contains(&tokens[i].lower.as_str()) => (tokens[i].lower.clone(), 1),
            None => return None,
        },
    };
    let is_force = |k: usize| {
        tokens.get(k).is_some_and(|t| {
            t.is_word() && token::keys(t).iter().any(|key| classes::class(key).is_some_and(|c| c.name == "force"))
        })
    };
    // "US military forces": the last of them; "a US military aircraft" describes no forces.
    let mut to = i + used;
    while is_force(to) {
        to += 1;
    }
    (to > i + used && phrase_ends(tokens, to)).then(|| (format!("{whose} forces"), NameKind::Organisation, i, to))
}

/// Whether no noun goes on at `i`: a mark, a small word, a verb of saying or in the past.
fn phrase_ends(tokens: &[Token], i: usize) -> bool {
    tokens.get(i).is_none_or(|t| {
        !t.is_word()
            || lexicon::is_stop_word(&t.lower)
            || lexicon::say_verb(&t.lower).is_some()
            || t.lower.ends_with("ed")
    })
}

fn weapon(tokens: &[Token], i: usize) -> Option<Described> {
    let article = usize::from(tokens[i].is_any(&["a", "an"]));
    let run = (i + article..tokens.len().min(i + article + 6))
        .take_while(|&k| tokens[k].is_word() && !lexicon::is_stop_word(&tokens[k].lower));
    // The head of the phrase, not a part of another noun: "missile" in "a missile hit", not in "a missile attack".
    let last = run.clone().find(|&k| lexicon::weapon(&tokens[k].lower).is_some() && phrase_ends(tokens, k + 1))?;
    let head = lexicon::weapon(&tokens[last].lower).filter(|w| w.family != "gun")?;
    let designation = (i..=last).find(|&k| tokens[k].is_designation());
    let key = match designation {
        Some(at) => tokens[at].lower.clone(),
        // Generic kinds need an adjective: "a missile" may be any.
        None if last > i + article => {
            let words: Vec<String> = (i + article..=last).flat_map(|k| token::keys(&tokens[k])).collect();
            format!("{} ({})", words.join(" "), head.family)
        }
        None => return None,
    };
    let opens = article > 0 || i == 0 || !tokens[i - 1].is_word() || lexicon::is_stop_word(&tokens[i - 1].lower);
    opens.then_some((key, NameKind::Weapon, i, last + 1))
}

/// Letters that survive a change of transliteration: vowels, doubled letters, `h`, the article and "ain" (a spring, in many
/// names of places) gone. None where too little is left.
pub(crate) fn skeleton(key: &str) -> Option<String> {
    let bare: String = key
        .split([' ', '-'])
        .filter(|w| !matches!(*w, "al" | "el" | "the" | "base" | "air" | "airbase" | "ain" | "ayn"))
        .collect();
    let letters: Vec<char> = bare.chars().filter(|c| c.is_alphabetic()).collect();
    let mut out = String::new();
    for (i, &c) in letters.iter().enumerate() {
        let c = match c {
            'q' | 'c' => 'k',
            'z' => 's',
            'j' => 'y',
            'w' => 'v',
            other => other,
        };
        let vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | '\'');
        if (!vowel || i == 0) && !out.ends_with(c) {
            out.push(c);
        }
    }
    (out.chars().count() >= 3 && letters.len() >= 4).then_some(out)
}

/// Whether a key carries the Arabic article, which makes unlike spellings of one name likely.
pub(crate) fn is_transliterated(key: &str) -> bool {
    key.split(' ').any(|w| matches!(w, "al" | "el") || w.starts_with("al-") || w.starts_with("el-"))
}
