//! Everything that is read in one text, before any comparison: for tests against public suites, and for the curious.

use std::fmt;

use serde::Serialize;

use crate::article;
use crate::calendar::Day;
use crate::claim;
use crate::gather::Gather;
use crate::mention::{name, quantity, quote, time};
use crate::order::Order;
use crate::page;
use crate::report::{NameKind, Range};
use crate::sentence;
use crate::span::Span;

/// What stands in a text. Offsets are bytes into it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Inspection {
    /// Sentences, in order.
    pub sentences: Vec<Range>,
    /// Quotations.
    pub quotes: Vec<Quote>,
    /// Quantities.
    pub quantities: Vec<Quantity>,
    /// Times.
    pub times: Vec<Time>,
    /// Names.
    pub names: Vec<Name>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quote {
    /// First byte inside the marks, or of what is told without marks.
    pub start: u32,
    /// One past the last byte inside the marks.
    pub end: u32,
    /// `direct` (all that is said), `mixed` (inside a sentence of the writer's), `indirect` (told without marks) or `scare` (a
    /// term held at a distance, the title of a work).
    pub kind: &'static str,
    /// Who said it, in the fullest form printed before.
    pub speaker: Option<String>,
    /// Where the speaker is named.
    pub speaker_start: Option<u32>,
    /// One past the last byte of it.
    pub speaker_end: Option<u32>,
    /// The verb of saying, or "according to".
    pub cue_start: Option<u32>,
    /// One past the last byte of it.
    pub cue_end: Option<u32>,
}

/// A quantity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quantity {
    /// First byte, the hedge included.
    pub start: u32,
    /// One past the last byte, what is counted included.
    pub end: u32,
    /// The words.
    pub text: String,
    /// The figure printed; none for "several".
    pub value: Option<f64>,
    /// The lower bound that the words give.
    pub min: Option<f64>,
    /// The upper bound that the words give.
    pub max: Option<f64>,
    /// Normalised unit; none for counts.
    pub unit: Option<String>,
    /// The hedge as printed.
    pub hedge: Option<String>,
}

/// A time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Time {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub text: String,
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The TIMEX3 value.
    pub value: String,
    /// First day, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub to: Option<String>,
}

/// A name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Name {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words.
    pub text: String,
    /// What kind of thing.
    pub kind: NameKind,
}

/// A date of publication that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadDate(String);

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected a date like 2023-11-22, found {:?}", self.0)
    }
}

impl std::error::Error for BadDate {}

/// From how many sentences on a text is read as an article. In a shorter one, a line or two, nothing is known of tense and of what
/// was told before: its times keep an `X` for what their words do not tell ("XXXX-WXX-2" for "Tuesday"), and a range is one time.
const ARTICLE: usize = 3;

/// Reads one text as it stands: nothing is set aside. Relative days are resolved from `published` (`YYYY-MM-DD`), unless the
/// text has a date line of its own.
///
/// # Errors
/// Where `published` is no date.
pub fn inspect(text: &str, published: Option<&str>) -> Result<Inspection, BadDate> {
    let published = match published {
        Some(date) => Some(Day::parse(date).ok_or_else(|| BadDate(date.to_owned()))?),
        None => None,
    };
    let page = page::plain(text);
    let published = article::read(&page).stated.or(published);
    let paragraphs: Vec<Span> = page.blocks.iter().map(|b| b.span).gather();
    let sentences = sentence::read(text, &paragraphs);
    let mut quotes = quote::find(text, &paragraphs, &sentences);
    let known = name::capitalised_inside(&sentences);
    let each = || sentences.iter().enumerate();
    let names: Vec<name::Name> = each().flat_map(|(i, s)| name::find(text, s, i, &known)).gather();
    let (claims, speakers) = claim::read(text, &sentences, &mut quotes, &names);
    let times = if sentences.len() < ARTICLE {
        let mut times: Vec<time::Time> = each().flat_map(|(i, s)| time::find(text, s, i)).gather();
        for time in &mut times {
            time.resolve(published);
        }
        times.iter().map(time::article::Timex::from).gather()
    } else {
        time::article::read(text, &sentences, published)
    };
    let quantities: Vec<quantity::Quantity> = each().flat_map(|(i, s)| quantity::find(text, s, i)).gather();
    let words = |span: Span| span.of(text).to_owned();
    Ok(Inspection {
        sentences: sentences.iter().map(|s| s.span.into()).gather(),
        quotes: said(&quotes, &speakers, &claims),
        quantities: quantities
            .iter()
            .map(|q| Quantity {
                start: q.span.start,
                end: q.span.end,
                text: words(q.span),
                value: q.value,
                min: q.min,
                max: q.max,
                unit: q.unit.clone(),
                hedge: q.hedge.map(words),
            })
            .gather(),
        times: times
            .iter()
            .map(|t| Time {
                start: t.span.start,
                end: t.span.end,
                text: words(t.span),
                kind: match t.kind {
                    time::TimeKind::Date => "DATE",
                    time::TimeKind::Time => "TIME",
                    time::TimeKind::Duration => "DURATION",
                    time::TimeKind::Set => "SET",
                },
                value: t.value.clone(),
                from: t.days.map(|d| d.0.to_string()),
                to: t.days.map(|d| d.1.to_string()),
            })
            .gather(),
        names: names
            .iter()
            .map(|n| Name { start: n.span.start, end: n.span.end, text: words(n.span), kind: n.kind })
            .gather(),
    })
}

/// Quotations and what is told without marks, in the order of the text.
fn said(quotes: &[quote::Quote], speakers: &[Option<claim::Speaker>], claims: &[claim::Claim]) -> Vec<Quote> {
    let one = |span: crate::span::Span, kind, speaker: Option<&claim::Speaker>| Quote {
        start: span.start,
        end: span.end,
        kind,
        speaker: speaker.map(|s| s.name.clone()),
        speaker_start: speaker.map(|s| s.span.start),
        speaker_end: speaker.map(|s| s.span.end),
        cue_start: speaker.map(|s| s.cue.start),
        cue_end: speaker.map(|s| s.cue.end),
    };
    let marked = quotes.iter().zip(speakers).map(|(q, speaker)| {
        let kind = match q.kind {
            quote::QuoteKind::Direct => "direct",
            quote::QuoteKind::Mixed => "mixed",
            quote::QuoteKind::Scare => "scare",
        };
        one(q.span, kind, speaker.as_ref())
    });
    let told = claims.iter().filter_map(|c| Some(one(c.indirect?, "indirect", c.speaker.as_ref())));
    let mut all: Vec<Quote> = marked.chain(told).gather();
    all.order_by_key(|q| (q.start, q.end));
    all
}
