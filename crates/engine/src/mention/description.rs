//! Things that a sentence describes rather than names.
//!
//! Some descriptions alone tell which: somebody's forces ("Polish troops"), a country's bodies ("the Polish parliament"), groups
//! that somebody backs, weapons by their kind ("a cruise missile", "a B-52 bomber"). Others stand for one thing where the story
//! tells of one only ("the earthquake"): [`heads`] gives them with what speaks for and against that. All other descriptions
//! are left unresolved.
//!
//! Gets wrong: two units of one country's forces, two groups with one backer.

use crate::classes;
use crate::gather::Gather;
use crate::known::{ARMS, COUNTRY};
use crate::letters::whole;
use crate::lexicon;
use crate::mention::name::Name;
use crate::mention::spelling;
use crate::report::NameKind;
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{self, Token};

/// Whose forces: words that stand in front of "forces" and "troops" and tell them from others.
const WHOSE: [&str; 5] = ["coalition", "government", "security", "rebel", "allied"];

/// The descriptions of a sentence that tell which thing by themselves, in order.
pub(crate) fn descriptions(sentence: &Sentence, index: usize) -> Vec<Name> {
    let tokens = &sentence.tokens;
    let armed = tokens.iter().any(|t| t.known.is(ARMS));
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let Some((key, kind, from, to)) = forces(tokens, i)
            .or_else(|| if armed { weapon(tokens, i) } else { None })
            .or_else(|| backed(tokens, i))
            .or_else(|| body(tokens, i))
        else {
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
    let first = &tokens[i];
    let next = tokens.get(i + 1).filter(|_| first.known.is(COUNTRY));
    let joined = next.and_then(|next| lexicon::country(&[first.lower.as_str(), &next.lower].join("-"), first.capital));
    let (whose, used) = match (joined, lexicon::country(&first.lower, first.capital)) {
        (Some(country), _) => (country, 2),
        (None, Some(country)) => (country, 1),
        (None, None) if first.is_any(&WHOSE) => (first.lower.as_str(), 1),
        (None, None) => return None,
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
    tokens.get(i).is_none_or(|t| !t.is_word() || t.is_stop_word() || t.say_verb().is_some() || t.lower.ends_with("ed"))
}

/// A stop word; "US" is none.
fn is_small(token: &Token) -> bool {
    token.is_stop_word() && lexicon::country(&token.lower, token.capital).is_none()
}

fn weapon(tokens: &[Token], i: usize) -> Option<Described> {
    let article = usize::from(tokens[i].is_any(&["a", "an"]));
    let run =
        (i + article..tokens.len().min(i + article + 6)).take_while(|&k| tokens[k].is_word() && !is_small(&tokens[k]));
    // The head of the phrase, not a part of another noun: "missile" in "a missile hit", not in "a missile attack".
    let last = run.clone().find(|&k| lexicon::weapon(&tokens[k].lower).is_some() && phrase_ends(tokens, k + 1))?;
    let head = lexicon::weapon(&tokens[last].lower).filter(|w| w.family != "gun")?;
    let designation = (i..=last).find(|&k| tokens[k].is_designation());
    let key = match designation {
        Some(at) => tokens[at].lower.as_str().to_owned(),
        // Generic kinds need an adjective: "a missile" may be any.
        None if last > i + article => {
            let words: Vec<String> = (i + article..=last).flat_map(|k| token::keys(&tokens[k])).cloned().gather();
            format!("{} ({})", words.join(" "), head.family)
        }
        None => return None,
    };
    let opens = article > 0 || i == 0 || !tokens[i - 1].is_word() || is_small(&tokens[i - 1]);
    opens.then_some((key, NameKind::Weapon, i, last + 1))
}

/// "Polish-backed militias": a group by who backs it.
fn backed(tokens: &[Token], i: usize) -> Option<Described> {
    tokens[i].joined.then_some(())?;
    let (whose, how) = tokens[i].lower.rsplit_once('-')?;
    let country = lexicon::country(whose, true)?;
    let how = match how {
        "backed" | "supported" | "sponsored" | "funded" => "backed",
        "led" => "led",
        _ => return None,
    };
    let group = |t: &Token| {
        token::keys(t).iter().any(|key| classes::class(key).is_some_and(|c| c.name == "group"))
            || t.is_any(&["militias", "factions", "coalition", "alliance"])
    };
    let mut to = i + 1;
    while tokens.get(to).is_some_and(|t| t.is_word() && (group(t) || t.is_any(&["armed", "rebel", "military"]))) {
        to += 1;
    }
    // One of them is not all of them.
    let many = to > i + 1 && (tokens[to - 1].lower.ends_with('s') || tokens[to - 1].is_any(&["coalition", "alliance"]));
    let one = tokens[to - 1].is_any(&["coalition", "alliance"]);
    let what = if one { tokens[to - 1].lower.as_str() } else { "groups" };
    (many && phrase_ends(tokens, to)).then(|| (format!("{country}-{how} {what}"), NameKind::Organisation, i, to))
}

/// A country's body in lower case: "the Polish parliament", "Poland's coast guard". Names in capitals have the same keys.
fn body(tokens: &[Token], i: usize) -> Option<Described> {
    let country = lexicon::country(&tokens[i].lower, tokens[i].capital)?;
    let word = |k: usize| tokens.get(k).filter(|t| t.is_word() && !t.capital);
    let (first, second) = (word(i + 1)?, word(i + 2));
    let ministry = ["foreign", "defence", "defense", "interior", "finance", "health", "justice", "education", "energy"];
    let two = second.and_then(|second| {
        if first.is_any(&ministry) && second.is_any(&["ministry", "department"]) {
            return Some(format!("ministry {}", lexicon::base_form(&first.lower).unwrap_or(&first.lower)));
        }
        let joined = format!("{}-{}", first.lower, second.lower);
        lexicon::is_name_word(&joined, "institution").then(|| joined.replace('-', " "))
    });
    let one = || lexicon::is_name_word(&first.lower, "institution").then(|| first.lower.as_str().to_owned());
    let (what, to) = two.map(|what| (what, i + 3)).or_else(|| one().map(|what| (what, i + 2)))?;
    (phrase_ends(tokens, to) || follows_verb(tokens, to))
        .then(|| (format!("{country} {what}"), NameKind::Organisation, i, to))
}

/// "the commission", "the high court": a body or place that the article has named in full, by the last words of its name in lower
/// case. The key is these words. Whether one name only fits is for the reader of the article to see.
pub(crate) fn short_forms(sentence: &Sentence, index: usize) -> Vec<Name> {
    // What every country and town has stands for none of those named.
    const COMMON: [&str; 20] = [
        "government",
        "police",
        "army",
        "military",
        "forces",
        "force",
        "state",
        "city",
        "town",
        "village",
        "media",
        "group",
        "office",
        "region",
        "front",
        "east",
        "district",
        "province",
        "street",
        "administration",
    ];
    let tokens = &sentence.tokens;
    let mut out = Vec::new();
    for i in 0..tokens.len() {
        let noun = |k: usize| tokens.get(k).is_some_and(|t| t.is_word() && !t.capital && !t.is_stop_word());
        if !tokens[i].is("the") || !noun(i + 1) {
            continue;
        }
        let to = if noun(i + 2) && phrase_ends(tokens, i + 3) { i + 3 } else { i + 2 };
        let head = &tokens[to - 1].lower;
        let kind = [("organisation", NameKind::Organisation), ("place", NameKind::Place)];
        let kind = kind.into_iter().find(|(list, _)| lexicon::is_name_word(head, list)).map(|k| k.1);
        let ends = phrase_ends(tokens, to) || follows_verb(tokens, to);
        if let Some(kind) = kind.filter(|_| ends && !COMMON.contains(&head.as_str())) {
            let span = Span { start: tokens[i].span.start, end: tokens[to - 1].span.end };
            let key = tokens[i + 1..to].iter().map(|t| t.lower.as_str()).gather().join(" ");
            out.push(Name { span, form: span, kind, key, alias: None, sentence: index, tokens: (i, to) });
        }
    }
    out
}

/// A noun with what stands in front of it, which may stand for the one thing of its kind in a story.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub(crate) span: Span,
    /// The class of the noun, or the noun.
    pub(crate) key: String,
    /// The noun as alignment reads it: singular, one spelling.
    pub(crate) noun: String,
    pub(crate) event: bool,
    pub(crate) how: How,
}

/// What the words in front of a noun say of which thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// "the quake", "Monday's quake": one that is known.
    Known,
    /// "a quake": one that is new to the reader.
    New,
    /// "another quake", "the 2004 quake", "the quakes": there is more than one.
    Other,
    /// "quakes": there may be more than one.
    Many,
    /// "the quake of Lisbon", "Lisbon quake": it may be another.
    Unsure,
}

/// The nouns of a sentence of which a story often has one: kinds of events, and a list of things.
pub(crate) fn heads(text: &str, sentence: &Sentence) -> Vec<Head> {
    let tokens = &sentence.tokens;
    let mut out = Vec::new();
    for (k, token) in tokens.iter().enumerate() {
        if !token.is_word() || token.joined && token.lower.contains('-') {
            continue;
        }
        let key = token::keys(token).first().map_or("", String::as_str);
        let class = classes::class(key);
        // Of a class of words for one kind of event, the gunman and the hospital are no event; neither is a verb.
        let word = token.lower.as_str();
        let one = word.trim_end_matches('s');
        let thing = lexicon::is_single_thing(word) || one != word && lexicon::is_single_thing(one);
        let other = || {
            ["person", "body", "place"].into_iter().any(|kind| lexicon::is_role(word, kind))
                || lexicon::is_name_word(word, "organisation")
        };
        let event = class.is_some_and(|c| c.event) && !thing && !word.ends_with("ed") && !other();
        if !event && !thing {
            continue;
        }
        // The words in front of it in its phrase, up to the one that begins the phrase.
        let mut from = k;
        while from > 0 && k - from < 5 && tokens[from - 1].is_word() && !tokens[from - 1].is_stop_word() {
            if is_owner(text, &tokens[from - 1]) {
                break;
            }
            from -= 1;
        }
        let opener = from.checked_sub(1).map(|o| &tokens[o]);
        let of = tokens.get(k + 1).is_some_and(|t| t.is_any(&["of", "in", "on", "at", "against"]));
        let told = &tokens[from..k];
        let plural = token.lower.ends_with('s') && !token.lower.ends_with("ss") && !token.is(key);
        let year = |t: &Token| whole::<u32>(&t.lower).is_some_and(|year| (1800..2100).contains(&year));
        let figure = opener.is_some_and(|t| t.kind == token::Kind::Figure);
        let counted = told.iter().chain(opener).any(|t| t.is_any(&OTHERS) || year(t));
        // "52 percent of the vote", "a heart attack": another sense of the word.
        let share =
            from > 2 && tokens[from - 2].is("of") && tokens[from - 3].is_any(&["percent", "cent", "share", "%"]);
        if share || told.last().is_some_and(|t| t.is_any(&["heart", "panic"])) {
            continue;
        }
        let how = if counted || plural && opener.is_some_and(|t| t.is_any(&["the", "these", "those"])) {
            How::Other
        } else if plural {
            How::Many
        } else if !phrase_ends(tokens, k + 1) && !follows_verb(tokens, k + 1) {
            continue;
        } else if of || figure || told.iter().any(|t| t.capital) {
            How::Unsure
        } else if opener.is_some_and(|t| t.is_any(&["the", "this"]) || is_owner(text, t)) {
            How::Known
        } else if opener.is_some_and(|t| t.is_any(&["a", "an"])) {
            How::New
        } else {
            continue;
        };
        let name = class.filter(|_| event).map_or_else(|| spelling::fold(key), |class| class.name.into());
        let determined = |t: &Token| t.is_any(&["the", "this", "these", "those", "a", "an"]) || is_owner(text, t);
        let begin = if opener.is_some_and(determined) { from - 1 } else { from };
        let span = Span { start: tokens[begin].span.start, end: token.span.end };
        out.push(Head { span, key: format!("~{name}"), noun: key.to_owned(), event, how });
    }
    out
}

/// Words in front of a noun that tell of more than one.
const OTHERS: [&str; 24] = [
    "another", "other", "second", "third", "fourth", "previous", "earlier", "first", "last", "latest", "next",
    "similar", "each", "every", "any", "both", "two", "three", "past", "former", "fresh", "new", "more", "several",
];

/// "Monday's" in front of a noun; somebody's is somebody's own.
fn is_owner(text: &str, token: &Token) -> bool {
    let printed = token.span.of(text);
    token.weekday().is_some() && (printed.ends_with("’s") || printed.ends_with("'s"))
}

/// Whether a verb stands there ("the strike began", "the quake cut the road"): irregular in the past, or with an article behind it.
fn follows_verb(tokens: &[Token], i: usize) -> bool {
    let Some(token) = tokens.get(i).filter(|t| t.is_word() && !t.capital) else { return false };
    lexicon::base_form(&token.lower).is_some_and(|base| !token.is(base)) && !token.lower.ends_with('s')
        || tokens.get(i + 1).is_some_and(|t| t.is_any(&["the", "a", "an", "its", "his", "her", "their"]))
}
