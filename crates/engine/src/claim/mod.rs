//! What a sentence claims: the words that claim it, who is said to say so, and in which voice.
//!
//! One claim a sentence: the sentence without the words that introduce the speaker (`speech`), whose pronouns and surnames
//! are led back to names (`referent`). Quotations get their speakers here.
//!
//! Gets wrong: a sentence that says several things in several voices (it gets the voice of most of it), and quotations
//! without marks.

mod referent;
mod speech;

use crate::gather::Gather;
use crate::mention::name::Name;
use crate::mention::quote::{self, Quote, QuoteKind};
use crate::report::Voice;
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{Kind, Token};

use referent::Referents;
pub(crate) use speech::Speaker;
use speech::{Context, Speech};

/// What one sentence claims.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    /// The sentence less its introduction of the speaker.
    pub(crate) span: Span,
    pub(crate) speaker: Option<Speaker>,
    pub(crate) voice: Voice,
    /// Who passed it on from the speaker to the outlet, nearest to the outlet last.
    pub(crate) via: Vec<Span>,
    /// The tokens that introduce the speaker: they say who speaks and when, not what happened.
    pub(crate) shell: Vec<(usize, usize)>,
    /// What the speaker is said to say, where no quotation marks stand in it.
    pub(crate) indirect: Option<Span>,
}

impl Claim {
    /// Whether the token at `index` belongs to the introduction of the speaker.
    pub(crate) fn in_shell(&self, index: usize) -> bool {
        self.shell.iter().any(|&(from, to)| (from..to).contains(&index))
    }
}

/// The claims of an article, one a sentence; and the speaker of each quotation. Short quotations that somebody is found to say
/// become mixed ones.
pub(crate) fn read(
    text: &str,
    sentences: &[Sentence],
    quotes: &mut [Quote],
    names: &[Name],
) -> (Vec<Claim>, Vec<Option<Speaker>>) {
    let mut referents = Referents::default();
    let mut speeches: Vec<Vec<Speech>> = Vec::new();
    let mut hearsay = Vec::new();
    let mut carriers = Vec::new();
    for (i, sentence) in sentences.iter().enumerate() {
        let here = &names[names.partition_point(|n| n.sentence < i)..names.partition_point(|n| n.sentence <= i)];
        let context = Context { text, sentence, quotes: touching(quotes, sentence.span), names: here };
        let mut found = context.speeches();
        referents.read(&context, i);
        for speech in &mut found {
            referents.resolve(&context, i, speech);
        }
        carriers.push(found.first().map_or_else(Vec::new, |speech| context.carriers(speech, &found[1..])));
        hearsay.push(found.is_empty() && context.is_hearsay());
        speeches.push(found);
    }
    let speakers = quote_speakers(text, sentences, quotes, &speeches);
    let claims = sentences
        .iter()
        .enumerate()
        .map(|(i, s)| Claim {
            via: std::mem::take(&mut carriers[i]),
            ..claim(text, s, quotes, &speeches[i], hearsay[i], &speakers)
        })
        .gather();
    (claims, speakers)
}

/// The quotations that share something with a span; quotations stand in the order of the text and do not overlap.
fn touching(quotes: &[Quote], span: Span) -> &[Quote] {
    let from = quotes.partition_point(|q| q.outer.end <= span.start);
    let to = quotes.partition_point(|q| q.outer.start < span.end);
    &quotes[from..to.max(from)]
}

/// The speaker of each quotation: of the nearest introduction in its own sentences; of the sentence that leads to it with a
/// colon; of the quotation before it in the paragraph, or in the paragraph before where that one was left open.
fn quote_speakers(
    text: &str,
    sentences: &[Sentence],
    quotes: &mut [Quote],
    speeches: &[Vec<Speech>],
) -> Vec<Option<Speaker>> {
    let mut out: Vec<Option<Speaker>> = Vec::new();
    for i in 0..quotes.len() {
        let quote = &quotes[i];
        let touched = quote.sentence
            ..sentences[quote.sentence..].partition_point(|s| s.span.start < quote.outer.end) + quote.sentence;
        let found = touched.rev().find_map(|s| nearest(text, &sentences[s], quote, &speeches[s]));
        if quote.kind == QuoteKind::Scare {
            let term = quote::is_term(text, quote.span, quote.outer, &sentences[quote.sentence]);
            if let Some((speaker, whole)) = found.filter(|_| !term) {
                quotes[i].kind = if whole { QuoteKind::Direct } else { QuoteKind::Mixed };
                out.push(Some(speaker));
            } else {
                out.push(None);
            }
            continue;
        }
        if let Some((speaker, whole)) = found {
            let rest = i > 0 && quotes[i - 1].kind == QuoteKind::Direct && quotes[i - 1].sentence == quote.sentence;
            if whole
                || rest
                    && only_speaker_between(
                        &sentences[quote.sentence],
                        &quotes[i - 1],
                        quote,
                        &speeches[quote.sentence],
                    )
            {
                quotes[i].kind = QuoteKind::Direct;
            }
            out.push(Some(speaker));
            continue;
        }
        let led = || {
            let before = quote.sentence.checked_sub(1)?;
            let words = sentences[before].span.of(text);
            let leads = words.ends_with(':') || words.ends_with("as saying.");
            leads.then(|| speeches[before].last().map(|s| s.speaker.clone())).flatten()
        };
        let carried = || {
            let before = i.checked_sub(1)?;
            let last = &quotes[before];
            let near = sentences[last.sentence].paragraph == sentences[quote.sentence].paragraph
                && quote.kind == QuoteKind::Direct
                && own_words(&sentences[quote.sentence], quotes) == 0;
            (near || !last.closed).then(|| out[before].clone()).flatten()
        };
        out.push(led().or_else(carried));
    }
    // A quotation that is left open goes on in the next paragraph, and its speaker may be named there.
    for i in (1..quotes.len()).rev() {
        let next = sentences[quotes[i].sentence].paragraph == sentences[quotes[i - 1].sentence].paragraph + 1;
        if !quotes[i - 1].closed && next && out[i - 1].is_none() {
            let (left, right) = out.split_at_mut(i);
            left[i - 1].clone_from(&right[0]);
        }
    }
    out
}

/// The speaker whose introduction stands nearest to a quotation and takes it in; and whether all that is said stands inside the
/// marks.
fn nearest(text: &str, sentence: &Sentence, quote: &Quote, speeches: &[Speech]) -> Option<(Speaker, bool)> {
    let tokens = &sentence.tokens;
    let from = tokens.partition_point(|t| t.span.end <= quote.outer.start);
    let to = tokens.partition_point(|t| t.span.start < quote.outer.end);
    let distance = |s: &Speech| {
        let cue = tokens.partition_point(|t| t.span.end <= s.speaker.cue.start);
        let (first, last) = (cue.min(s.named.0), cue.max(s.named.1.saturating_sub(1)));
        // Behind the quotation counts as nearer: “…,” X said, after Y …
        if first >= to { 2 * (first - to) } else { 2 * from.saturating_sub(last) + 1 }
    };
    let speech = speeches.iter().min_by_key(|s| distance(s))?;
    let (first, last) = speech.content;
    let outside =
        tokens[first.min(last)..last].iter().filter(|t| t.kind != Kind::Mark && !quote.outer.holds(t.span)).count();
    let held = last > first && quote.outer.start <= tokens[first].span.start.max(quote.outer.start);
    let cased = quote.span.of(text).starts_with(|c: char| !c.is_lowercase());
    let paused = quote.span.of(text).ends_with(['.', ',', '!', '?', '…'])
        || text[quote.outer.end as usize..].starts_with([',', '.']);
    Some((speech.speaker.clone(), held && outside == 0 && paused && cased))
}

/// How many words of a sentence stand outside quotation marks.
fn own_words(sentence: &Sentence, quotes: &[Quote]) -> usize {
    let inside = touching(quotes, sentence.span);
    let own = |t: &&Token| t.kind != Kind::Mark && !inside.iter().any(|q| q.outer.holds(t.span));
    sentence.tokens.iter().filter(own).count()
}

/// Whether nothing but a speaker's introduction stands between two quotations.
fn only_speaker_between(sentence: &Sentence, left: &Quote, right: &Quote, speeches: &[Speech]) -> bool {
    let between = Span { start: left.outer.end, end: right.outer.start.max(left.outer.end) };
    sentence
        .tokens
        .iter()
        .enumerate()
        .filter(|(_, t)| between.holds(t.span))
        .all(|(k, t)| t.kind == Kind::Mark || speeches.iter().any(|s| (s.shell.0..s.shell.1).contains(&k)))
}

fn claim(
    text: &str,
    sentence: &Sentence,
    quotes: &[Quote],
    speeches: &[Speech],
    hearsay: bool,
    speakers: &[Option<Speaker>],
) -> Claim {
    let from = quotes.partition_point(|q| q.outer.end <= sentence.span.start);
    let inside: Vec<usize> = (from..quotes.len())
        .take_while(|&q| quotes[q].outer.start < sentence.span.end)
        .filter(|&q| quotes[q].kind != QuoteKind::Scare)
        .gather();
    let quoted_bytes: u32 = inside.iter().map(|&q| quotes[q].outer.overlap(sentence.span)).sum();
    let speech = speeches.first();
    let shell: Vec<(usize, usize)> = speech.map(|s| s.shell).into_iter().gather();
    let span = content(text, sentence, &shell);
    let half = quoted_bytes * 2 >= span.len();
    let from_quote = inside.iter().find_map(|&q| speakers[q].clone());
    let speaker = speech.map(|s| s.speaker.clone()).or(from_quote.filter(|_| half));
    let voice = match speech {
        _ if half => Voice::Quoted,
        Some(speech) => speech.voice,
        None if hearsay => Voice::Claimed,
        None => Voice::Outlet,
    };
    let indirect = speech.filter(|_| inside.is_empty()).and_then(|s| told(text, sentence, s.content));
    Claim { span, speaker, voice, via: Vec::new(), shell, indirect }
}

/// What is told without marks, less the marks at its ends; none where it is a word only.
fn told(text: &str, sentence: &Sentence, (from, to): (usize, usize)) -> Option<Span> {
    let tokens = sentence.tokens.get(from..to)?;
    (tokens.iter().filter(|t| t.kind != Kind::Mark).count() >= 2).then_some(())?;
    let span = Span { start: tokens[0].span.start, end: tokens[tokens.len() - 1].span.end };
    let inside = span.of(text);
    let mark = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ':' | ';' | '—' | '–' | '-');
    let start = inside.len() - inside.trim_start_matches(mark).len();
    let end = inside.trim_end_matches(mark).len();
    (start < end).then(|| Span::new(span.start as usize + start, span.start as usize + end))
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
        let mut quotes = quote::find(text, &whole, &sentences);
        let known = name::capitalised_inside(&sentences);
        let names: Vec<_> = sentences.iter().enumerate().flat_map(|(i, s)| name::find(text, s, i, &known)).collect();
        let (claims, _) = read(text, &sentences, &mut quotes, &names);
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
