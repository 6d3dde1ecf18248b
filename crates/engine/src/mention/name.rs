//! Names: runs of capitalised words, and what kind of thing they name where the text or general knowledge says so.
//!
//! Gets wrong: names in headline case, and a name that only ever opens sentences.

use std::borrow::Cow;

use crate::gather::{Gather, Keep};
use crate::lexicon;
use crate::mention::spelling;
use crate::report::NameKind;
use crate::sentence::Sentence;
use crate::sorted::Set;
use crate::span::Span;
use crate::token::Token;

/// A name in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) span: Span,
    /// As printed, with the titles in front and the abbreviation behind it.
    pub(crate) form: Span,
    pub(crate) kind: NameKind,
    /// The words of the name as [`key`] writes them.
    pub(crate) key: String,
    /// The key of another form given right behind it: "Central Bank (CB)", "the Central Bank, or CB,".
    pub(crate) alias: Option<String>,
    /// Index of the sentence.
    pub(crate) sentence: usize,
    /// Its tokens in the sentence.
    pub(crate) tokens: (usize, usize),
}

/// Small words that join the parts of a name.
fn joins(token: &Token) -> bool {
    token.is_any(&["of", "al", "el", "de", "la", "le", "van", "von", "bin", "ibn", "der", "du", "da", "di", "&"])
        || token.lower.starts_with("al-")
        || token.lower.starts_with("el-")
}

/// "Department of Trade and Industry", "Institute for Public Health": bodies whose names say what they are for. An "and" in
/// capitals' company ("the Department of Justice and FBI") joins nothing.
fn joins_body(name: &[Token], next: &Token) -> bool {
    let is_body = |t: &Token| lexicon::is_name_word(&t.lower, "organisation");
    match next.lower.as_str() {
        "for" => name.last().is_some_and(is_body),
        "and" => {
            let of = name.iter().position(|t| t.is_any(&["of", "for"])).filter(|&of| of > 0);
            of.is_some_and(|of| {
                is_body(&name[of - 1]) && !name[of - 1].is_any(&["bank", "university", "college", "house"])
            })
        }
        _ => false,
    }
}

/// Whose bodies many countries have: "People's Party", "Women's Institute".
fn is_everybodys(token: &Token) -> bool {
    matches!(
        token.lower.as_str(),
        "people"
            | "women"
            | "men"
            | "children"
            | "worker"
            | "workers"
            | "farmer"
            | "farmers"
            | "teachers"
            | "students"
            | "citizens"
            | "veterans"
            | "king"
            | "queen"
            | "nurses"
            | "peoples"
            | "fishermen"
    )
}

/// A single capital with its full stop behind it.
fn is_initial(tokens: &[Token], k: usize) -> bool {
    tokens[k].capital
        && tokens[k].span.len() == 1
        && tokens.get(k + 1).is_some_and(|t| t.is(".") && t.span.start == tokens[k].span.end)
}

/// Adjectives that are made of a name ("Lisbon-based", "Polish-backed") name nothing by themselves.
fn is_compound_adjective(text: &str, token: &Token) -> bool {
    token.joined
        && token.lower.rsplit_once('-').is_some_and(|(_, end)| {
            let printed = token.span.of(text);
            printed.chars().rev().take_while(|c| c.is_alphabetic()).all(char::is_lowercase)
                && (end.ends_with("ed")
                    || matches!(
                        end,
                        "led"
                            | "held"
                            | "run"
                            | "born"
                            | "made"
                            | "built"
                            | "style"
                            | "speaking"
                            | "wide"
                            | "era"
                            | "like"
                            | "only"
                            | "bound"
                    ))
        })
}

/// Words that an article writes with a capital inside sentences, lower case: a word that opens a sentence is a name if it is among them.
pub(crate) fn capitalised_inside<'s>(sentences: &'s [Sentence<'_>]) -> Set<Cow<'s, str>> {
    let mut out = Set::new();
    for sentence in sentences {
        let mut opens = true;
        for token in &sentence.tokens {
            if token.is_word() {
                if !opens && token.capital {
                    out.insert(spelling::fold(&token.lower));
                }
                opens = false;
            } else if token.is_any(&["“", "\"", "‘", ":"]) {
                opens = true;
            }
        }
    }
    out
}

/// A word that opens a sentence and that other articles write with a capital inside theirs.
pub(crate) fn opening(sentence: &Sentence, index: usize, elsewhere: &Set<Cow<'_, str>>) -> Option<Name> {
    let tokens = &sentence.tokens;
    let at = tokens.iter().position(Token::is_word)?;
    let token = &tokens[at];
    let known = token.capital && !is_calendar(token) && elsewhere.contains(&*spelling::fold(&token.lower));
    (known && !token.is_stop_word() && !lexicon::is_title(&token.lower)).then(|| Name {
        span: token.span,
        form: token.span,
        kind: NameKind::Other,
        key: key([token].into_iter(), NameKind::Other),
        alias: None,
        sentence: index,
        tokens: (at, at + 1),
    })
}

/// The names of one sentence, in order.
pub(crate) fn find(text: &str, sentence: &Sentence, index: usize, known: &Set<Cow<'_, str>>) -> Vec<Name> {
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
        // "M/V Lady Ann" names the ship behind.
        let slashed = token.span.len() == 1 && tokens.get(i + 1).is_some_and(|t| t.is("/"));
        if slashed && tokens.get(i + 2).is_some_and(|t| t.capital && t.span.len() == 1) {
            i += 3;
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
                && (next.capital && !is_calendar(next) && !is_compound_adjective(text, next)
                    || next.lower.starts_with("al-")
                    || next.lower.starts_with("el-"))
                && (!is_possessive(text, &tokens[end - 1]) || is_everybodys(&tokens[end - 1]))
            {
                end += 1;
            } else if is_initial(tokens, end - 1) && tokens.get(end + 1).is_some_and(|t| t.capital && t.is_word()) {
                // "J. Doe"
                end += 2;
            } else if adjoining
                && (joins(next) || joins_body(&tokens[i..end], next))
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
    token.weekday().is_some() || token.month().is_some()
}

fn begins_name(text: &str, tokens: &[Token], i: usize, opens: bool, known: &Set<Cow<'_, str>>) -> bool {
    let token = &tokens[i];
    let prefixed = token.lower.starts_with("al-") && token.lower.len() > 5;
    if !token.capital && !prefixed || is_calendar(token) || token.is("i") || is_compound_adjective(text, token) {
        return false;
    }
    if token.is_stop_word()
        && !(token.span.of(text).chars().filter(|c| c.is_uppercase()).count() > 1
            && lexicon::country(&token.lower, true).is_some())
    {
        return false;
    }
    if !opens {
        return true;
    }
    let shouted = token.span.of(text).chars().filter(|c| c.is_uppercase()).count() > 1;
    let capital = |k: usize| tokens.get(k).is_some_and(|t| t.is_word() && t.capital && !is_calendar(t));
    // "Hadi el Mansuri"
    let particle = tokens.get(i + 1).is_some_and(|t| joins(t) && !t.is_any(&["of", "&"])) && capital(i + 2);
    let next_too = capital(i + 1) || particle;
    // "Bank of Lisbon"
    let of =
        tokens.get(i + 1).is_some_and(|t| t.is("of")) && tokens.get(i + 2).is_some_and(|t| t.capital && t.is_word());
    shouted
        || of && (lexicon::is_name_word(&token.lower, "organisation") || lexicon::is_name_word(&token.lower, "place"))
        || known.contains(&*spelling::fold(&token.lower))
        || lexicon::country(&token.lower, true).is_some()
        || next_too && token.say_verb().is_none()
}

fn read(text: &str, tokens: &[Token], from: usize, to: usize, sentence: usize) -> Option<Name> {
    let mut from = from;
    let stopped = usize::from(from > 1 && tokens[from - 1].is("."));
    let mut titled = from > stopped && lexicon::is_title(&tokens[from - 1 - stopped].lower);
    // "Deputy Press Secretary Jo Doe": titles at the head are no part of the name, unless nothing else is left.
    if let Some(title) = (from..to - 1).rev().find(|&k| lexicon::is_title(&tokens[k].lower)) {
        // "Secretary of State Jo Doe"
        let behind = if tokens[title + 1].is("of") { title + 3 } else { title + 1 };
        if behind < to && !lexicon::is_name_word(&tokens[to - 1].lower, "organisation") {
            from = behind;
            titled = true;
        }
    }
    // "Farmer Jo Doe" at the head of a sentence.
    if from == 0 && to > 2 && !titled && lexicon::is_role(&tokens[0].lower, "person") {
        from = 1;
        titled = true;
    }
    if to - from == 1 && lexicon::is_title(&tokens[from].lower) {
        return None;
    }
    let kind = kind(tokens, from, to, titled);
    let owner = tokens[..from].last().filter(|t| kind == NameKind::Organisation && is_possessive(text, t));
    let owner = owner.and_then(|t| lexicon::country(&t.lower, t.capital));
    let mut key = key(tokens[from..to].iter().filter(|t| t.is_word()), kind);
    if let Some(country) = owner.filter(|_| !key.contains('@')) {
        key = format!("{country} {key}");
    }
    let (alias, behind) = alias(text, tokens, from, to, kind).unzip();
    let span = Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
    let printed = span.of(text);
    let cut = printed.strip_suffix("’s").or_else(|| printed.strip_suffix("'s")).unwrap_or(printed);
    let span = Span { end: span.start + cut.len() as u32, ..span };
    let mut first = from - usize::from(owner.is_some());
    // "Deputy Press Secretary, Jo Doe"
    let inserted = from > 1 && tokens[from - 1].is(",") && lexicon::is_title(&tokens[from - 2].lower) && to - from >= 2;
    if inserted {
        first -= 2;
    }
    let kind = if inserted && kind == NameKind::Other { NameKind::Person } else { kind };
    // "Mr. Doe"
    if titled && first > 1 && tokens[first - 1].is(".") && lexicon::is_title(&tokens[first - 2].lower) {
        first -= 2;
    }
    while (titled || inserted)
        && first > 0
        && adjoins(text, tokens, first)
        && (lexicon::is_title(&tokens[first - 1].lower) || tokens[first - 1].capital && first > 1)
    {
        first -= 1;
    }
    let form = Span { start: tokens[first].span.start, end: behind.flatten().unwrap_or(span.end) };
    Some(Name { span, form, kind, key, alias, sentence, tokens: (from, to) })
}

fn is_possessive(text: &str, token: &Token) -> bool {
    let printed = token.span.of(text);
    ["'s", "’s", "s'", "s’"].iter().any(|end| printed.ends_with(end))
}

/// What a name's own words and those beside it say of its kind.
fn kind(tokens: &[Token], from: usize, to: usize, titled: bool) -> NameKind {
    let name: Vec<&Token> = tokens[from..to].iter().filter(|t| t.is_word()).gather();
    if name.iter().any(|t| t.is_designation()) {
        return NameKind::Weapon;
    }
    let whole: Vec<&str> = name.iter().map(|t| t.lower.as_str()).gather();
    if lexicon::is_place(&spelling::fold(&whole.join("-")))
        || whole.len() == 1 && lexicon::country(whole[0], name[0].capital).is_some()
    {
        return if titled { NameKind::Person } else { NameKind::Place };
    }
    // The head tells most: the last word, or the one in front of "of".
    let of = name.iter().position(|t| t.is_any(&["of", "for"])).filter(|&of| of > 0);
    let heads = of.map(|of| whole[of - 1]).into_iter().chain(whole.last().copied()).chain(whole.iter().copied());
    for word in heads {
        for (list, kind) in
            [("place", NameKind::Place), ("organisation", NameKind::Organisation), ("event", NameKind::Event)]
        {
            if lexicon::is_name_word(word, list) {
                return kind;
            }
        }
    }
    let before = from.checked_sub(1).map(|k| &tokens[k]);
    let called = |kind| before.is_some_and(|t| lexicon::is_role(&t.lower, kind));
    let given = lexicon::is_first_name(whole[0]) || whole[0].chars().count() == 1;
    if titled || called("person") || given && (2..=4).contains(&whole.len()) {
        NameKind::Person
    } else if called("body") || whole.last().is_some_and(|w| whole.len() > 1 && lexicon::is_name_word(w, "company")) {
        NameKind::Organisation
    } else if before.is_some_and(|t| t.is_any(&["in", "near", "at"])) || called("place") {
        NameKind::Place
    } else {
        NameKind::Other
    }
}

/// The words of a name as one spelling writes them: lower case, no marks over letters, hyphens as spaces, countries and their
/// people as one, no initials between names, no "Inc."; ministries and departments as "ministry" in front of what they are for, and
/// bodies "of" a country behind it.
pub(crate) fn key<'t>(mut tokens: impl Iterator<Item = &'t Token<'t>>, kind: NameKind) -> String {
    key_of(&mut tokens, kind)
}

fn key_of<'t>(tokens: &mut dyn Iterator<Item = &'t Token<'t>>, kind: NameKind) -> String {
    let mut words: Vec<String> = Vec::new();
    for token in tokens {
        let country = lexicon::country(&token.lower, token.capital);
        if let Some(whole) = country.or(token.is_designation().then_some(token.lower.as_str())) {
            words.push(whole.to_owned());
            continue;
        }
        for part in token.lower.split('-').filter(|part| !part.is_empty()) {
            let bare = part.contains('\'').then(|| part.replace('\'', ""));
            let part = spelling::fold(bare.as_deref().unwrap_or(part));
            words.push(match &*part {
                "mt" if words.is_empty() => "mount".to_owned(),
                "st" if words.is_empty() => "saint".to_owned(),
                "dept" => "department".to_owned(),
                _ if kind == NameKind::Organisation => lexicon::base_form(&part).unwrap_or(&part).to_owned(),
                _ => part.into_owned(),
            });
        }
    }
    if words.len() > 1 && matches!(words[0].as_str(), "mv" | "ss" | "uss" | "hms" | "rms") {
        words.remove(0);
    }
    let company = words.len();
    while words.len() > 1 && lexicon::is_name_word(&words[words.len() - 1], "company") {
        words.pop();
    }
    if words.len() < company && words.len() > 2 && matches!(words[words.len() - 1].as_str(), "group" | "holdings") {
        words.pop();
    }
    if words.len() > 2 && words[words.len() - 1] == "airport" {
        words.keep(|word| word != "international");
    }
    if words.len() > 2 {
        let mut place = 0;
        words.keep(|word| {
            place += 1;
            place == 1 || word.chars().count() > 1 || word == "&"
        });
    }
    if kind == NameKind::Organisation {
        words = body(words);
    }
    words.join(" ")
}

/// "Ministry of Defence of X", "X Defence Ministry" and "Department of Defence" of X are one; so are "Supreme Court of X" and "X
/// Supreme Court". A bank, a university or a state is called as it is called: "Bank of X" is not "X Bank".
fn body(mut words: Vec<String>) -> Vec<String> {
    let fixed = ["bank", "university", "college", "institute", "academy", "museum", "republic", "kingdom", "union"];
    let n = words.len();
    if n > 2
        && words[n - 1].starts_with('@')
        && words[n - 2] == "of"
        && !words.iter().any(|w| fixed.contains(&w.as_str()))
    {
        let country = words.remove(n - 1);
        words.truncate(n - 2);
        words.insert(0, country);
    }
    let is_ministry = |word: &String| matches!(word.as_str(), "ministry" | "department");
    let first = usize::from(words[0].starts_with('@'));
    let at = [first, words.len() - 1].into_iter().find(|&k| k >= first && words.get(k).is_some_and(is_ministry));
    if let Some(at) = at.filter(|_| words.len() > first + 1) {
        words.remove(at);
        words.keep(|w| !matches!(w.as_str(), "of" | "the" | "for"));
        words.insert(first.min(words.len()), "ministry".to_owned());
    }
    words
}

/// The key of another name given right behind one, and where the bracket around it ends: "(CB)", "(Central Bank)", ", or CB,",
/// ", CB,". Where the letters are not the beginnings of the words, only brackets behind a body's name are believed.
fn alias(text: &str, tokens: &[Token], from: usize, to: usize, kind: NameKind) -> Option<(String, Option<u32>)> {
    if kind == NameKind::Person {
        return None;
    }
    let bracket = tokens.get(to).is_some_and(|t| t.is("("));
    let comma = tokens.get(to).is_some_and(|t| t.is(","));
    let or = usize::from(comma && tokens.get(to + 1).is_some_and(|t| t.is("or")));
    let begin = to + 1 + or;
    let marks: &[&str] = if bracket { &[")"] } else { &[",", ".", ";"] };
    let end = (begin..tokens.len().min(begin + 9)).find(|&k| !tokens[k].is_word())?;
    if !(bracket || comma) || end == begin || !tokens[end].is_any(marks) || !tokens[begin].capital {
        return None;
    }
    let short = &tokens[begin..end];
    let long = &tokens[from..to];
    let (short, long) = if long.len() == 1 && short.len() > 1 { (long, short) } else { (short, long) };
    let [letters] = short else { return None };
    let known = lexicon::country(&letters.lower, true).is_some() || lexicon::is_place(&letters.lower);
    let capitals = letters.span.of(text).chars().filter(|c| c.is_uppercase()).count();
    let words: Vec<String> =
        long.iter().flat_map(|t| t.lower.split('-')).map(|w| spelling::fold(&w.replace('.', "")).into_owned()).gather();
    let words: Vec<&str> = words.iter().map(String::as_str).gather();
    let bare = letters.lower.replace(['-', '.'], "");
    let spelled = spelling::fold(&bare);
    let told = spelling::abbreviates(&spelled, &words)
        || words.len() > 1 && spelling::abbreviates(&spelled, &words[1..])
        || spelling::mixes_initials(&spelled, &words);
    let believed = bracket && capitals > 1 && kind == NameKind::Organisation;
    (!known && letters.capital && (told && words.len() > 1 || believed))
        .then(|| (key(tokens[begin..end].iter(), kind), bracket.then(|| tokens[end].span.end)))
}

/// Whether only white space stands in front of a token.
fn adjoins(text: &str, tokens: &[Token], i: usize) -> bool {
    tokens[i - 1].is_word()
        && text[tokens[i - 1].span.end as usize..tokens[i].span.start as usize].chars().all(char::is_whitespace)
}
