//! What a sentence claims: the words that claim it, who is said to say so, and in which voice.
//!
//! One claim a sentence: the sentence without the words that introduce the speaker.
//!
//! Gets wrong: a sentence that says several things in several voices (it gets the voice of most of it), quotations
//! without marks, and pronouns where two people spoke in turn.

use std::collections::BTreeMap;

use crate::lexicon::{self, Say};
use crate::mention::name::Name;
use crate::mention::quote::{Quote, QuoteKind};
use crate::report::{NameKind, Voice};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::Token;

/// Who is said to say something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    /// The fullest form that the article printed up to here.
    pub(crate) name: String,
    /// The words of this sentence that name the speaker.
    pub(crate) span: Span,
    /// The verb or "according to".
    pub(crate) cue: Span,
}

/// What one sentence claims.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    /// The sentence less its introduction of the speaker.
    pub(crate) span: Span,
    pub(crate) speaker: Option<Speaker>,
    pub(crate) voice: Voice,
    /// The tokens that introduce the speaker: they say who speaks and when, not what happened.
    pub(crate) shell: Vec<(usize, usize)>,
}

impl Claim {
    /// Whether the token at `index` belongs to the introduction of the speaker.
    pub(crate) fn in_shell(&self, index: usize) -> bool {
        self.shell.iter().any(|&(from, to)| (from..to).contains(&index))
    }
}

/// The claims of an article, one a sentence; and the speaker of each quotation.
pub(crate) fn read(
    text: &str,
    sentences: &[Sentence],
    quotes: &[Quote],
    names: &[Name],
) -> (Vec<Claim>, Vec<Option<Speaker>>) {
    // By surname: the full name that was printed first.
    let mut people: BTreeMap<&str, &str> = BTreeMap::new();
    let mut last: Option<String> = None;
    let mut speeches: Vec<Option<Speech>> = Vec::new();
    for (i, sentence) in sentences.iter().enumerate() {
        let here = &names[names.partition_point(|n| n.sentence < i)..names.partition_point(|n| n.sentence <= i)];
        for name in here {
            if let Some((_, surname)) = name.key.rsplit_once(' ') {
                people.entry(surname).or_insert(name.span.of(text));
            }
        }
        let context = Context { text, sentence, quotes: touching(quotes, sentence.span), names: here };
        let mut speech = context.speech();
        if let Some(speech) = &mut speech {
            speech.speaker.name = resolve(&speech.speaker, &people, last.as_deref());
            last = Some(speech.speaker.name.clone());
        }
        speeches.push(speech);
    }
    let speakers: Vec<Option<Speaker>> = quote_speakers(text, sentences, quotes, &speeches);
    let claims = sentences.iter().enumerate().map(|(i, s)| claim(text, s, i, quotes, &speeches, &speakers)).collect();
    (claims, speakers)
}

struct Speech {
    speaker: Speaker,
    voice: Voice,
    shell: (usize, usize),
}

struct Context<'a> {
    text: &'a str,
    sentence: &'a Sentence,
    quotes: &'a [Quote],
    /// Those of the sentence.
    names: &'a [Name],
}

/// Words that a subject may not reach over to the left.
const BREAKS: [&str; 18] = [
    "that", "and", "but", "while", "because", "which", "when", "where", "if", "after", "before", "as", "although",
    "since", "though", "or", "whether", "what",
];

const BETWEEN: [&str; 18] = [
    "also",
    "later",
    "then",
    "earlier",
    "has",
    "have",
    "had",
    "who",
    "on",
    "early",
    "late",
    "would",
    "repeatedly",
    "previously",
    "first",
    "yesterday",
    "today",
    "again",
];

impl Context<'_> {
    fn tokens(&self) -> &[Token] {
        &self.sentence.tokens
    }

    fn quoted(&self, token: &Token) -> bool {
        self.quotes.iter().any(|q| q.kind != QuoteKind::Scare && q.outer.holds(token.span))
    }

    fn token(&self, k: usize) -> Option<&Token> {
        self.tokens().get(k)
    }

    /// The first introduction of a speaker in the sentence.
    fn speech(&self) -> Option<Speech> {
        let tokens = self.tokens();
        for k in 0..tokens.len() {
            let token = &tokens[k];
            if !token.is_word() || self.quoted(token) {
                continue;
            }
            // "United States", "Associated Press reports": a capital inside the sentence is a name's.
            if token.capital && k > 0 && !token.is("according") {
                continue;
            }
            if token.is("according") && self.token(k + 1).is_some_and(|t| t.is("to")) {
                if let Some(speech) = self.according_to(k) {
                    return Some(speech);
                }
            } else if let Some(say) = lexicon::say_verb(&token.lower)
                && let Some(speech) = self.said(k, say)
            {
                return Some(speech);
            }
        }
        self.in_brackets()
    }

    fn according_to(&self, k: usize) -> Option<Speech> {
        let tokens = self.tokens();
        let from = k + 2;
        let mut to = from;
        while to < tokens.len()
            && tokens[to].is_word()
            && !BREAKS.contains(&tokens[to].lower.as_str())
            && !self.quoted(&tokens[to])
        {
            to += 1;
        }
        (to > from).then_some(())?;
        let shell = if k == 0 {
            (0, to)
        } else {
            (k, tokens.len().min(if to + 2 >= tokens.len() { tokens.len() } else { to }))
        };
        Some(self.build(
            from,
            to,
            Span { start: tokens[k].span.start, end: tokens[k + 1].span.end },
            Voice::Reported,
            shell,
        ))
    }

    fn build(&self, from: usize, to: usize, cue: Span, voice: Voice, shell: (usize, usize)) -> Speech {
        let tokens = self.tokens();
        let span = Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
        let printed = span.of(self.text);
        let cut = printed.strip_suffix("’s").or_else(|| printed.strip_suffix("'s")).unwrap_or(printed).len();
        let span = Span { end: span.start + cut as u32, ..span };
        Speech { speaker: Speaker { name: span.of(self.text).to_owned(), span, cue }, voice, shell }
    }

    fn said(&self, k: usize, say: Say) -> Option<Speech> {
        let tokens = self.tokens();
        let verb = &tokens[k];
        let before = k.checked_sub(1).map(|b| &tokens[b]);
        let next = self.token(k + 1);
        // A noun ("in a statement", "the report", "no comment"), an infinitive, a passive ("was reported by", "believed to be").
        if before.is_some_and(|t| {
            t.is_any(&[
                "a", "an", "the", "this", "that", "to", "of", "in", "be", "been", "is", "was", "were", "are", "no",
                "its", "his", "her", "their", "other", "by",
            ])
        }) || next.is_some_and(|t| t.is_any(&["by", "to"]))
        {
            return None;
        }
        let ing = verb.lower.ends_with("ing");
        let that = next.is_some_and(|t| t.is("that"));
        if ing && !that && !next.is_some_and(|t| t.is_any(&[":", "“", "\""])) {
            return None;
        }
        let voice = if say == Say::Claim || self.claims_responsibility(k) { Voice::Claimed } else { Voice::Reported };
        // "X quoted Y as saying"
        if verb.is_any(&["quoted", "cited", "quotes", "cites", "citing", "quoting"]) && !that {
            let as_at = (k + 1..tokens.len())
                .find(|&i| tokens[i].is("as") && self.token(i + 1).is_some_and(|t| t.is("saying")));
            let end =
                as_at.unwrap_or_else(|| (k + 1..tokens.len()).find(|&i| !tokens[i].is_word()).unwrap_or(tokens.len()));
            return (end > k + 1).then(|| self.build(k + 1, end, verb.span, voice, (0, as_at.map_or(end, |a| a + 2))));
        }
        if let Some((phrase, (from, to))) = self.subject(k) {
            let shell = self.shell(phrase, k);
            return Some(self.build(from, to, verb.span, voice, shell));
        }
        // “…,” said X
        let after_quote = before.is_some_and(|t| t.is_any(&["”", "\"", "’", ","]));
        let to = (k + 1..tokens.len())
            .find(|&i| {
                !tokens[i].is_word()
                    || tokens[i].is_any(&["in", "on", "at", "during", "to", "who", "that", "as", "after"])
            })
            .unwrap_or(tokens.len());
        (after_quote && to > k + 1).then(|| self.build(k + 1, to, verb.span, voice, (k, tokens.len())))
    }

    fn claims_responsibility(&self, k: usize) -> bool {
        self.tokens()[k..].iter().take(4).any(|t| t.is_any(&["responsibility", "credit"]))
    }

    /// The noun phrase in front of the verb at `k`: where it begins, and the tokens of it that name the speaker.
    fn subject(&self, k: usize) -> Option<(usize, (usize, usize))> {
        let tokens = self.tokens();
        let mut to = k;
        // Adverbs, auxiliaries and days between subject and verb.
        while to > 0 {
            let t = &tokens[to - 1];
            let between = t.is_word()
                && (BETWEEN.contains(&t.lower.as_str())
                    || t.lower.ends_with("ly") && !t.capital
                    || lexicon::weekday(&t.lower).is_some());
            if !between || self.quoted(t) {
                break;
            }
            to -= 1;
        }
        if to == 0 {
            return None;
        }
        let word =
            |i: usize| tokens[i].is_word() && !self.quoted(&tokens[i]) || tokens[i].kind == crate::token::Kind::Figure;
        let begin_of = |to: usize| {
            let mut from = to;
            // "the Central Bank (CB) said"
            if from > 2 && tokens[from - 1].is(")") && tokens[from - 3].is("(") {
                from -= 3;
            }
            while from > 0 && word(from - 1) && !BREAKS.contains(&tokens[from - 1].lower.as_str()) && to - from < 16 {
                from -= 1;
            }
            from
        };
        let mut from = begin_of(to);
        if from == to && tokens[to - 1].is(",") {
            // "X, a spokesman, said", "X, who …, said": the phrase in front of the inserted one, or the inserted name.
            let inner = begin_of(to - 1);
            let named = |a: usize, b: usize| {
                b - a >= 2 && b - a <= 4 && tokens[a..b].iter().all(|t| t.capital && !lexicon::is_title(&t.lower))
            };
            let outer = if inner > 0 && tokens[inner - 1].is(",") { begin_of(inner - 1) } else { inner };
            if named(inner, to - 1) {
                return Some((outer, (inner, to - 1)));
            }
            // ", which runs the bridge," and ", who spoke on Friday,": the phrase before the first comma.
            if inner > 1 && tokens[inner - 1].is_any(&["which", "who"]) && tokens[inner - 2].is(",") {
                let phrase = begin_of(inner - 2);
                return self.trimmed(phrase, inner - 2).map(|name| (phrase, name));
            }
            if inner == 0 || !tokens[inner - 1].is(",") {
                return (inner < to - 1).then(|| self.trimmed(inner, to - 1)).flatten().map(|name| (inner, name));
            }
            to = inner - 1;
            from = begin_of(to);
        }
        self.trimmed(from, to).map(|name| (from, name))
    }

    /// Without what stands in front of the phrase proper ("on Tuesday", "in the same context"); a name with titles becomes the name.
    fn trimmed(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let tokens = self.tokens();
        let mut from = from;
        while from < to
            && (tokens[from].is_any(&["on", "earlier", "later", "meanwhile", "however", "also", "yesterday", "today"])
                || lexicon::weekday(&tokens[from].lower).is_some())
        {
            from += 1;
        }
        (from < to).then_some(())?;
        // Prepositions inside a subject belong to it ("the head of the agency"), in front of it they do not.
        if tokens[from].is_any(&["in", "at", "from", "for", "with", "to", "of", "by"]) {
            return None;
        }
        let person = self
            .names
            .iter()
            .filter(|n| n.tokens.0 >= from && n.tokens.1 == to && n.tokens.1 - n.tokens.0 >= 2)
            .find(|n| n.kind == NameKind::Person);
        if let Some(name) = person {
            return Some(name.tokens);
        }
        // A lone lower-case word is a noun of another clause unless it means a speaker.
        let speaks = to - from > 1
            || tokens[from].capital
            || tokens[from].is_any(&[
                "he",
                "she",
                "they",
                "it",
                "officials",
                "police",
                "sources",
                "authorities",
                "witnesses",
                "prosecutors",
                "experts",
                "analysts",
                "doctors",
                "rescuers",
                "residents",
            ]);
        let pronoun = tokens[from].is_any(&["i", "we", "you", "which", "this", "these", "those", "there", "what"])
            && to - from == 1;
        (speaks && !pronoun).then_some((from, to))
    }

    /// The tokens from the subject (or what stands before it) to the verb and "that"; or to the end where the content comes first.
    fn shell(&self, subject: usize, verb: usize) -> (usize, usize) {
        let tokens = self.tokens();
        let behind = subject > 0
            && (0..subject).filter(|&i| tokens[i].is_word()).count() > 5
            && tokens[subject - 1].is_any(&[",", "”", "\"", "’"]);
        let content_follows =
            tokens.get(verb + 1).is_some_and(|t| t.is_any(&["that", ":", "“", "\""])) || tokens.len() - verb > 16;
        if behind && (!content_follows || tokens[subject - 1].is_any(&["”", "\"", "’"])) {
            let goes_on = (verb + 1..tokens.len()).find(|&i| tokens[i].is_any(&[",", "“", "\""]));
            let end = goes_on.filter(|_| tokens.len() - verb > 14).unwrap_or(tokens.len());
            return (subject, end);
        }
        let that = (verb + 1..tokens.len().min(verb + 9)).find(|&i| tokens[i].is("that") || tokens[i].is(":"));
        // "told reporters": the hearer belongs to the introduction.
        let hearer = tokens[verb].is_any(&["told", "tells", "telling"]) && verb + 2 < tokens.len();
        (0, that.unwrap_or(verb + usize::from(hearer)) + 1)
    }

    /// A speaker in brackets behind a quotation: “…” (Ministry of Defence).
    fn in_brackets(&self) -> Option<Speech> {
        let tokens = self.tokens();
        let open = tokens.iter().rposition(|t| t.is("("))?;
        let close = tokens.iter().rposition(|t| t.is(")"))?;
        let after_quote = open > 0 && tokens[open - 1].is_any(&["”", "\""]);
        let named = close > open + 1 && tokens[open + 1].capital && close + 2 >= tokens.len();
        (after_quote && named)
            .then(|| self.build(open + 1, close, tokens[open].span, Voice::Reported, (open, tokens.len())))
    }
}

/// The fullest form of a speaker: pronouns stand for the last speaker, surnames for the full name printed before.
fn resolve(speaker: &Speaker, people: &BTreeMap<&str, &str>, last: Option<&str>) -> String {
    let lower = speaker.name.to_lowercase();
    if matches!(lower.as_str(), "he" | "she" | "they" | "it") {
        return last.map_or_else(|| speaker.name.clone(), str::to_owned);
    }
    people.get(lower.as_str()).map_or_else(|| speaker.name.clone(), |full| (*full).to_owned())
}

/// The quotations that share something with a span; quotations stand in the order of the text and do not overlap.
fn touching(quotes: &[Quote], span: Span) -> &[Quote] {
    let from = quotes.partition_point(|q| q.outer.end <= span.start);
    let to = quotes.partition_point(|q| q.outer.start < span.end);
    &quotes[from..to.max(from)]
}

/// The speaker of each quotation: in its own sentences, in the sentence that leads to it with a colon, of the quotation before it in the paragraph.
fn quote_speakers(
    text: &str,
    sentences: &[Sentence],
    quotes: &[Quote],
    speeches: &[Option<Speech>],
) -> Vec<Option<Speaker>> {
    let mut out: Vec<Option<Speaker>> = Vec::new();
    for (i, quote) in quotes.iter().enumerate() {
        if quote.kind == QuoteKind::Scare {
            out.push(None);
            continue;
        }
        let touched = (quote.sentence..sentences.len()).take_while(|&s| sentences[s].span.overlap(quote.outer) > 0);
        let own = touched.filter_map(|s| speeches[s].as_ref()).map(|s| s.speaker.clone()).next();
        let led = || {
            let before = quote.sentence.checked_sub(1)?;
            let leads = sentences[before].span.of(text).ends_with(':')
                || sentences[before].span.of(text).ends_with("as saying.");
            leads.then(|| speeches[before].as_ref().map(|s| s.speaker.clone())).flatten()
        };
        let paragraph = sentences[quote.sentence].paragraph;
        let carried = || {
            let before = i.checked_sub(1)?;
            let same = sentences[quotes[before].sentence].paragraph == paragraph && quote.kind == QuoteKind::Direct;
            same.then(|| out[before].clone()).flatten()
        };
        out.push(own.or_else(led).or_else(carried));
    }
    out
}

fn claim(
    text: &str,
    sentence: &Sentence,
    i: usize,
    quotes: &[Quote],
    speeches: &[Option<Speech>],
    speakers: &[Option<Speaker>],
) -> Claim {
    let from = quotes.partition_point(|q| q.outer.end <= sentence.span.start);
    let inside: Vec<usize> = (from..quotes.len())
        .take_while(|&q| quotes[q].outer.start < sentence.span.end)
        .filter(|&q| quotes[q].kind != QuoteKind::Scare)
        .collect();
    let quoted_bytes: u32 = inside.iter().map(|&q| quotes[q].outer.overlap(sentence.span)).sum();
    let speech = speeches[i].as_ref();
    let shell: Vec<(usize, usize)> = speech.map(|s| s.shell).into_iter().collect();
    let span = content(text, sentence, &shell);
    let half = quoted_bytes * 2 >= span.len();
    let from_quote = inside.iter().find_map(|&q| speakers[q].clone());
    let speaker = speech.map(|s| s.speaker.clone()).or(from_quote.filter(|_| half));
    let voice = match speech {
        _ if half => Voice::Quoted,
        Some(speech) => speech.voice,
        None => Voice::Outlet,
    };
    Claim { span, speaker, voice, shell }
}

/// The sentence without its shell, where the shell stands at one end and words are left.
fn content(text: &str, sentence: &Sentence, shell: &[(usize, usize)]) -> Span {
    let tokens = &sentence.tokens;
    let mut span = sentence.span;
    for &(from, to) in shell {
        let left = tokens.len() - (to - from);
        if left < 3 {
            continue;
        }
        if from == 0 && to < tokens.len() {
            span.start = tokens[to].span.start;
        } else if to >= tokens.len() && from > 0 {
            let mut end = from;
            while end > 1 && !tokens[end - 1].is_word() && tokens[end - 1].is_any(&[",", "—", "–", "-"]) {
                end -= 1;
            }
            span.end = tokens[end - 1].span.end;
        }
    }
    let inside = span.of(text);
    let bare = inside.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '.'));
    Span { start: span.end - bare.len() as u32, ..span }.trim(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mention::{name, quote};
    use crate::sentence;

    fn speakers(text: &str) -> Vec<(Option<String>, Voice)> {
        let whole = [Span::new(0, text.len())];
        let sentences = sentence::read(text, &whole);
        let quotes = quote::find(text, &whole, &sentences);
        let known = name::capitalised_inside(&sentences);
        let names: Vec<_> = sentences.iter().enumerate().flat_map(|(i, s)| name::find(text, s, i, &known)).collect();
        let (claims, _) = read(text, &sentences, &quotes, &names);
        claims.into_iter().map(|c| (c.speaker.map(|s| s.name), c.voice)).collect()
    }

    fn one(text: &str) -> (Option<String>, Voice) {
        speakers(text).remove(0)
    }

    #[test]
    fn both_orders_of_speaker_and_verb_are_read() {
        assert_eq!(
            one("“The bridge will be closed for a year,” said Mary Miller."),
            (Some("Mary Miller".into()), Voice::Quoted)
        );
        assert_eq!(
            one("Transport Minister Mary Miller said on Friday that the bridge is closed."),
            (Some("Mary Miller".into()), Voice::Reported)
        );
        assert_eq!(
            one("The bridge is closed for now, according to the ministry."),
            (Some("the ministry".into()), Voice::Reported)
        );
    }

    #[test]
    fn inserted_phrases_are_stepped_over() {
        assert_eq!(
            one("The ministry, which runs the bridge, said that it is closed.").0.as_deref(),
            Some("The ministry")
        );
        assert_eq!(one("The ministry’s spokesman, John Hill, said that it is closed.").0.as_deref(), Some("John Hill"));
    }

    #[test]
    fn pronouns_and_surnames_stand_for_the_person_named_before() {
        let all = speakers(
            "Mayor John Hill said the bridge is closed. He added that it is old. Hill said it will open in May.",
        );
        assert!(all.iter().all(|(speaker, _)| speaker.as_deref() == Some("John Hill")), "{all:?}");
    }

    #[test]
    fn what_nobody_is_said_to_say_is_the_outlets_own() {
        assert_eq!(one("The bridge was built in a single year."), (None, Voice::Outlet));
        assert_eq!(
            one("An armed group claimed responsibility for the blast."),
            (Some("An armed group".into()), Voice::Claimed)
        );
    }
}
