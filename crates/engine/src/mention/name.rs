//! Names: runs of capitalised words, and what kind of thing they name where the text says so.
//!
//! Gets wrong: names in headline case, and a name that only ever opens sentences.

use std::collections::BTreeSet;

use crate::lexicon;
use crate::report::NameKind;
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::Token;

/// A name in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) span: Span,
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
    Some(Name { span, kind, key, alias: alias.map(|t| t.lower.clone()), sentence, tokens: (from, to) })
}

/// Letters that survive a change of transliteration: vowels, doubled letters, `h` and the article gone. None where too little is left.
pub(crate) fn skeleton(key: &str) -> Option<String> {
    let bare: String =
        key.split([' ', '-']).filter(|w| !matches!(*w, "al" | "el" | "the" | "base" | "air" | "airbase")).collect();
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

/// True where `short` is the last word of `full`: a surname standing for a person.
pub(crate) fn is_surname_of(short: &str, full: &str) -> bool {
    !short.contains(' ') && full.rsplit(' ').next() == Some(short) && full.contains(' ')
}
