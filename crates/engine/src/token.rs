//! Words, figures and marks, with the key under which two spellings of one word meet.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;
use std::ops::Deref;

use crate::gather::Gather;
use crate::known::{self, COUNTRY, Known, known};
use crate::letters;
use crate::lexicon::{self, Say, Verb};
use crate::span::Span;
use crate::words::{Bag, Vocabulary};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with inner apostrophes, hyphens and the full stops of "U.S.".
    Word,
    /// Digits with their separators, and an ordinal ending.
    Figure,
    /// One mark.
    Mark,
}

/// A word in lower case: the text's own letters where it is printed so, as most are.
#[derive(Clone, Debug)]
pub(crate) struct Lower<'t>(Cow<'t, str>);

impl Lower<'_> {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Lower<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Deref for Lower<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// A word, a figure or a mark.
#[derive(Clone, Debug)]
pub(crate) struct Token<'t> {
    pub(crate) span: Span,
    pub(crate) kind: Kind,
    /// Lower case, straight apostrophes, no possessive: what word lists are looked up with.
    pub(crate) lower: Lower<'t>,
    /// Whether the first letter is a capital.
    pub(crate) capital: bool,
    /// Whether a hyphen or a digit is in it.
    pub(crate) joined: bool,
    /// What the lists know of it.
    pub(crate) known: Known,
    /// What [`keys`] made of it.
    keys: OnceCell<Keys>,
}

/// The keys of a token, of which most have one.
#[derive(Clone, Debug)]
enum Keys {
    One(String),
    Any(Vec<String>),
}

/// The first byte tells most words apart without a call.
#[inline]
fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len() && left.first() == right.first() && left == right
}

impl<'t> Token<'t> {
    /// Of a word as it is printed.
    pub(crate) fn new(span: Span, kind: Kind, word: &'t str) -> Self {
        let lower = if kind == Kind::Mark { Cow::Borrowed(word) } else { lower(word) };
        Self::with(span, kind, lower, word.starts_with(char::is_uppercase))
    }

    /// With its text as [`lower`] gives it.
    fn with(span: Span, kind: Kind, lower: Cow<'t, str>, capital: bool) -> Self {
        let known = if kind == Kind::Word { known(&lower) } else { Known::default() };
        let joined = lower.bytes().any(|b| b == b'-' || b.is_ascii_digit());
        Self { span, kind, lower: Lower(lower), capital, joined, known, keys: OnceCell::new() }
    }

    /// As [`lexicon::is_stop_word`].
    pub(crate) fn is_stop_word(&self) -> bool {
        self.known.is(known::STOP)
    }

    /// As [`lexicon::number_word`].
    pub(crate) fn number_word(&self) -> Option<u32> {
        self.known.number()
    }

    /// As [`lexicon::month`].
    pub(crate) fn month(&self) -> Option<u8> {
        self.known.month()
    }

    /// As [`lexicon::weekday`].
    pub(crate) fn weekday(&self) -> Option<u8> {
        self.known.weekday()
    }

    /// As [`lexicon::cue_verb`].
    pub(crate) fn cue_verb(&self) -> Option<Say> {
        if self.known.is(known::SAYS) { lexicon::cue_verb(&self.lower) } else { None }
    }

    /// As [`lexicon::tense`].
    pub(crate) fn tense(&self) -> Option<Verb> {
        if self.known.is(known::TENSED) { lexicon::tense(&self.lower) } else { None }
    }

    /// As [`lexicon::say_verb`].
    pub(crate) fn say_verb(&self) -> Option<Say> {
        self.cue_verb().filter(|say| *say != Say::Marked)
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub(crate) fn is(&self, word: &str) -> bool {
        same(self.lower.as_bytes(), word.as_bytes())
    }

    pub(crate) fn is_any(&self, words: &[&str]) -> bool {
        let own = self.lower.as_bytes();
        words.iter().any(|w| same(own, w.as_bytes()))
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// A designation such as a type of aircraft or a road: letters and digits joined by a hyphen.
    pub(crate) fn is_designation(&self) -> bool {
        self.joined
            && self.kind == Kind::Word
            && self.capital
            && self.lower.contains('-')
            && self.lower.chars().any(|c| c.is_ascii_digit())
            && self.lower.len() <= 12
    }
}

/// Splits `span` of `text` into tokens, in order. White space is dropped; everything else is in exactly one token.
pub(crate) fn tokens(text: &str, span: Span) -> Vec<Token<'_>> {
    scan(text, span, usize::MAX)
}

/// The first tokens of `span`, up to `most`: what is asked of a paragraph's opening need not read all of it.
pub(crate) fn opening(text: &str, span: Span, most: usize) -> Vec<Token<'_>> {
    // Two words that make a country are one token.
    let mut out = scan(text, span, 2 * most);
    out.truncate(most);
    out
}

fn scan(text: &str, span: Span, most: usize) -> Vec<Token<'_>> {
    let words = span.of(text);
    let mut out = Vec::with_capacity(most.min(words.len() / 5));
    let mut begin = 0;
    while out.len() < most {
        // Most gaps are one space.
        begin += usize::from(words.as_bytes().get(begin) == Some(&b' '));
        let rest = &words[begin..];
        let Some(first) = rest.chars().next() else { break };
        if !first.is_ascii_alphanumeric() && (first.is_whitespace() || is_invisible(first)) {
            begin += first.len_utf8();
            continue;
        }
        let (kind, length) = if first.is_ascii_digit() {
            (Kind::Figure, figure_length(rest))
        } else if first.is_alphanumeric() {
            // "Sh" of "Sh5 million" is a sign, as "$" is.
            match money_length(rest) {
                Some(length) => (Kind::Mark, length),
                None => (Kind::Word, plain_length(rest).unwrap_or_else(|| word_length(rest))),
            }
        } else {
            (Kind::Mark, first.len_utf8())
        };
        let start = span.start as usize + begin;
        out.push(Token::new(Span::new(start, start + length), kind, &rest[..length]));
        begin += length;
    }
    if out.iter().any(|t| t.known.is(COUNTRY)) {
        join_countries(text, &mut out);
    }
    out
}

/// "United States" is one word, as "Iraq" is.
fn join_countries(text: &str, tokens: &mut Vec<Token<'_>>) {
    // `dedup_by` hands over a token and the one before it, and drops the former where the two are joined.
    tokens.dedup_by(|second, first| {
        let words = first.known.is(COUNTRY) && second.kind == Kind::Word && first.capital && second.capital;
        if !words || !text[first.span.end as usize..second.span.start as usize].chars().all(char::is_whitespace) {
            return false;
        }
        let lower = [first.lower.as_str(), second.lower.as_str()].join("-");
        let joined = lexicon::country(&lower, true).is_some();
        if joined {
            *first = Token::with(first.span.join(second.span), Kind::Word, lower.into(), true);
        }
        joined
    });
}

/// Marks that steer direction or join letters: they are part of no word.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{ad}')
}

/// The character `nth` behind the byte `from`, a space past the end.
fn at(text: &str, from: usize, nth: usize) -> char {
    text[from..].chars().nth(nth).unwrap_or(' ')
}

/// The bytes of the figure that a text begins with.
fn figure_length(text: &str) -> usize {
    let at = |from: usize, nth: usize| at(text, from, nth);
    let mut i = 0;
    while at(i, 0).is_ascii_digit() || (matches!(at(i, 0), ',' | '.') && at(i, 1).is_ascii_digit()) {
        i += 1;
    }
    // 17th, 1990s
    let ending = (at(i, 0).to_ascii_lowercase(), at(i, 1).to_ascii_lowercase());
    if matches!(ending, ('s', 't') | ('n' | 'r', 'd') | ('t', 'h')) && !at(i, 2).is_alphanumeric() {
        i += 2;
    } else if at(i, 0) == 's' && !at(i, 1).is_alphanumeric() {
        i += 1;
    }
    i
}

/// The bytes of the letters for money that a text begins with, right before an amount: "P" of "P1.9 billion", "Sh" of "Sh5
/// million". An amount has a decimal, a thousand's comma or a word that multiplies: "R2", "P5" and "N95" are no money.
fn money_length(text: &str) -> Option<usize> {
    text.bytes().next().filter(u8::is_ascii_uppercase)?;
    let letters = text.bytes().take(5).take_while(u8::is_ascii_alphabetic).count();
    let figure = &text[letters..];
    if !figure.starts_with(|c: char| c.is_ascii_digit()) || money_letters(&text[..letters]).is_none() {
        return None;
    }
    let length = figure_length(figure);
    let behind = figure[length..].trim_start();
    let next = &behind[..behind.bytes().take_while(u8::is_ascii_alphabetic).count()];
    let many = ["million", "billion", "trillion", "m", "bn", "crore", "lakh"].contains(&next);
    (many || figure[..length].contains([',', '.'])).then_some(letters)
}

/// The unit of money whose short form, in any case, is set right before a figure; what several countries call alike has one
/// name for all.
pub(crate) fn money_letters(letters: &str) -> Option<&'static str> {
    (letters.len() <= 3 && letters.bytes().all(|b| b.is_ascii_alphabetic())).then_some(())?;
    Some(match letters.to_ascii_lowercase().as_str() {
        "p" | "php" => "peso",
        "sh" | "shs" | "ksh" | "tsh" | "ush" => "shilling",
        "r" => "ZAR",
        "rm" => "MYR",
        "rs" => "INR",
        "rp" => "IDR",
        "tk" => "BDT",
        "n" => "NGN",
        _ => return None,
    })
}

/// The same as [`word_length`], for words of ASCII letters and digits that end where those end, as most do.
fn plain_length(text: &str) -> Option<usize> {
    let length = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let ends = match text.as_bytes().get(length) {
        None => true,
        // "U.S." goes on; "end." does not.
        Some(b'.') => length > 1,
        Some(next) => next.is_ascii() && !is_apostrophe(*next as char) && !is_hyphen(*next as char),
    };
    ends.then_some(length)
}

/// The bytes of the word that a text begins with.
fn word_length(text: &str) -> usize {
    let mut i = 0;
    // Letters since the last full stop: "U.S." is one word because each run is a single letter.
    let mut run = 0;
    let mut dotted = false;
    let mut before = ' ';
    loop {
        let c = at(text, i, 0);
        let next = |nth: usize| at(text, i, nth);
        if c.is_alphanumeric() {
            run += 1;
        } else if c == '.'
            && run == 1
            && next(1).is_alphabetic()
            && (next(2) == '.' || dotted)
            && !next(3).is_lowercase()
        {
            dotted = true;
            run = 0;
        } else if c == '.' && dotted && run == 1 {
            return i + 1;
        } else if is_hyphen(c) && before.is_alphanumeric() && next(1).is_alphanumeric() {
            run = 2;
        } else if !(is_apostrophe(c) && before.is_alphanumeric() && next(1).is_alphabetic()) {
            return i;
        }
        before = c;
        i += c.len_utf8();
    }
}

/// An apostrophe in any of its shapes.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '‘')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

/// Lower case, letter by letter: without the sigma that ends a Greek word.
pub(crate) fn lower_case(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().flat_map(letters::lower).collect() }
}

/// Lower case, straight apostrophes and hyphens, no possessive ending, no full stops at the end.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    let mut out = if word.bytes().all(|b| b.is_ascii() && b != b'`') {
        word.to_ascii_lowercase()
    } else {
        let mut out = String::with_capacity(word.len());
        for c in word.chars() {
            if is_apostrophe(c) {
                out.push('\'');
            } else if is_hyphen(c) {
                out.push('-');
            } else {
                out.extend(letters::lower(c));
            }
        }
        out
    };
    if out.ends_with("'s") {
        out.truncate(out.len() - 2);
    } else if out.ends_with("s'") {
        out.truncate(out.len() - 1);
    }
    while out.ends_with('.') {
        out.pop();
    }
    out.into()
}

/// The keys under which a token meets other spellings and forms of itself: one for most words, the parts of a hyphened
/// word, none for stop words and marks. Made when first asked for.
///
/// Gets wrong: forms that the light stemmer cannot join ("terror", "terrorist"), and a few that it should not ("news", "new").
pub(crate) fn keys<'k>(token: &'k Token<'_>) -> &'k [String] {
    match token.keys.get_or_init(|| keys_of(token)) {
        Keys::One(key) => std::slice::from_ref(key),
        Keys::Any(keys) => keys,
    }
}

fn keys_of(token: &Token) -> Keys {
    match token.kind {
        Kind::Mark => Keys::Any(Vec::new()),
        Kind::Figure => Keys::One(token.lower.trim_end_matches(|c: char| c.is_alphabetic()).replace(',', "")),
        Kind::Word if token.is_designation() => Keys::One(token.lower.as_str().to_owned()),
        Kind::Word => {
            if let Some(country) = lexicon::country(&token.lower, token.capital) {
                return Keys::One(country.to_owned());
            }
            if !token.joined || !token.lower.contains('-') {
                // Of a whole word the lists are asked already.
                let key = || token.number_word().map_or_else(|| base(&token.lower), |n| n.to_string());
                return if token.is_stop_word() { Keys::Any(Vec::new()) } else { Keys::One(key()) };
            }
            let parts = token.lower.split('-').filter(|part| !lexicon::is_stop_word(part));
            Keys::Any(parts.map(|part| key(part, token.capital)).gather())
        }
    }
}

/// The numbers of the keys of some tokens.
pub(crate) fn bag<'t>(tokens: impl IntoIterator<Item = &'t Token<'t>>, vocabulary: &Vocabulary) -> Bag {
    bag_of(&mut tokens.into_iter(), vocabulary)
}

fn bag_of<'t>(tokens: &mut dyn Iterator<Item = &'t Token<'t>>, vocabulary: &Vocabulary) -> Bag {
    let mut words = Vec::new();
    for token in tokens {
        keys(token).iter().map(|key| vocabulary.word(key)).gather_into(&mut words);
    }
    Bag::new(words)
}

/// The key of a part of a word; `capital` says whether it may name a country.
pub(crate) fn key(part: &str, capital: bool) -> String {
    if let Some(country) = lexicon::country(part, capital) {
        return country.to_owned();
    }
    if let Some(n) = lexicon::number_word(part) {
        return n.to_string();
    }
    base(part)
}

/// The base of an irregular form, the stem of any other word.
fn base(word: &str) -> String {
    lexicon::base_form(word).map_or_else(|| stem(word), str::to_owned)
}

/// A light stem: -s, -ed, -ing and British -ise and -our off. Heavier stemmers were measured to add nothing here.
fn stem(word: &str) -> String {
    let mut s = word.to_owned();
    let vowel = |s: &str| s.bytes().any(|b| b"aeiouy".contains(&b));
    for (ending, put) in [
        ("isation", "ize"),
        ("ization", "ize"),
        ("ise", "ize"),
        ("ised", "ize"),
        ("ising", "ize"),
        ("ized", "ize"),
        ("izing", "ize"),
        ("izes", "ize"),
        ("ises", "ize"),
    ] {
        if s.len() > ending.len() + 3 && s.ends_with(ending) {
            s.truncate(s.len() - ending.len());
            return s + put;
        }
    }
    if s.len() > 4 && s.ends_with("ies") {
        s.truncate(s.len() - 3);
        s.push('y');
    } else if s.len() > 4 && ["sses", "ches", "shes", "xes"].iter().any(|e| s.ends_with(e)) {
        s.truncate(s.len() - 2);
    } else if s.len() > 3 && s.ends_with('s') && !["ss", "us", "is"].iter().any(|e| s.ends_with(e)) {
        s.pop();
    }
    for ending in ["ing", "ed"] {
        if s.len() > ending.len() + 2 && s.ends_with(ending) && vowel(&s[..s.len() - ending.len()]) {
            s.truncate(s.len() - ending.len());
            let bytes = s.as_bytes();
            let twin = bytes.len() > 2 && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
            if twin && !b"lsz".contains(&bytes[bytes.len() - 1]) {
                s.pop();
            }
            break;
        }
    }
    // "targeting" and "targete", "use" and "using": the final e carries nothing.
    if s.len() > 3 && s.ends_with('e') {
        s.pop();
    }
    s
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text, Span::new(0, text.len())).iter().map(|t| t.span.of(text).to_owned()).collect()
    }

    #[test]
    fn dotted_abbreviations_designations_and_figures_are_one_token() {
        assert_eq!(
            words("The U.S. sent 1,200.5 F-16s, on Oct. 17th."),
            ["The", "U.S.", "sent", "1,200.5", "F-16s", ",", "on", "Oct", ".", "17th", "."]
        );
    }

    #[test]
    fn a_possessive_is_part_of_its_word_and_not_of_its_key() {
        let all = tokens("Iraq’s bases", Span::new(0, "Iraq’s bases".len()));
        assert_eq!(all.len(), 2);
        assert_eq!(keys(&all[0]), ["@iraq"]);
        assert_eq!(keys(&all[1]), ["base"]);
    }

    #[test]
    fn a_country_of_two_words_is_one() {
        assert_eq!(
            words("The United States and North Korea met."),
            ["The", "United States", "and", "North Korea", "met", "."]
        );
    }

    #[test]
    fn forms_of_one_word_meet() {
        for (left, right) in [
            ("attacks", "attacked"),
            ("U.S.", "American"),
            ("targeting", "targeted"),
            ("organise", "organized"),
            ("eight", "8"),
            ("using", "uses"),
            ("stopped", "stops"),
        ] {
            let key = |w: &str| keys(&tokens(w, Span::new(0, w.len()))[0]).to_vec();
            assert_eq!(key(left), key(right), "{left} {right}");
        }
    }
}
