//! One article with all that was read in it: what alignment and comparison look at.

use crate::article::Reading;
use crate::calendar::Day;
use crate::claim::{self, Claim, Speaker};
use crate::dates::{self, FigureOrder, InFigures};
use crate::gather::{Gather, Keep};
use crate::mention::description;
use crate::mention::name::{self, Name};
use crate::mention::quantity::{self, Quantity};
use crate::mention::quote::{self, Quote};
use crate::mention::time::{self, Time};
use crate::order::Order;
use crate::page::Page;
use crate::report::{ArticleId, Basis, FurnitureKind, Voice};
use crate::sentence::{self, Sentence};
use crate::span::Span;
use crate::token::{self, Token};

/// An article as read. Vectors of one kind are in the order of the text.
pub(crate) struct Document<'a> {
    pub(crate) id: ArticleId,
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
    pub(crate) reading: Reading,
    pub(crate) sentences: Vec<Sentence<'a>>,
    pub(crate) quotes: Vec<Quote>,
    /// Beside `quotes`.
    pub(crate) quote_speakers: Vec<Option<Speaker>>,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) times: Vec<Time>,
    pub(crate) names: Vec<Name>,
    /// Things that are described rather than named.
    pub(crate) descriptions: Vec<Name>,
    /// Beside `sentences`.
    pub(crate) claims: Vec<Claim>,
    /// The day of publication and how it is known.
    pub(crate) published: Option<(Day, Basis)>,
    /// Of a day of publication in figures that may be read either way, the day by the other order.
    turned: Option<Day>,
    /// Whether some of it was bounded: sentences cut, sentences or mentions left out.
    pub(crate) too_long: bool,
}

/// How much of an article is compared: sentences, quotations, and of figures, times, names and descriptions each. About twice
/// what the longest reports have, of 25,000 words; the cost of comparing grows faster than their number.
const MOST_SENTENCES: usize = 2_000;
const MOST_QUOTES: usize = 500;
const MOST_MENTIONS: usize = 2_000;

/// Sentences beyond [`MOST_SENTENCES`] are set aside, a piece a paragraph.
fn set_excess_aside(sentences: &mut Vec<Sentence<'_>>, reading: &mut Reading) {
    let excess = sentences.split_off(sentences.len().min(MOST_SENTENCES));
    for rest in excess.chunk_by(|a, b| a.paragraph == b.paragraph) {
        reading.set_aside.push((rest[0].span.join(rest[rest.len() - 1].span), FurnitureKind::Excess));
    }
    reading.set_aside.order();
}

/// The first of what `find` finds in sentences, with their places; `more` where there are more than [`MOST_MENTIONS`].
fn first<T>(sentences: &[Sentence], find: impl Fn(&Sentence, usize) -> Vec<T>, more: &mut bool) -> Vec<T> {
    let mut all = Vec::new();
    for (place, sentence) in sentences.iter().enumerate() {
        all.append(&mut find(sentence, place));
        if all.len() > MOST_MENTIONS {
            *more = true;
            all.truncate(MOST_MENTIONS);
            break;
        }
    }
    all
}

impl<'a> Document<'a> {
    /// Reads one text, of which `reading` says what is body. Times are not resolved yet: that may need the other articles ([`date_all`]).
    pub(crate) fn read(
        id: ArticleId,
        file: &'a str,
        page: &'a Page<'a>,
        mut reading: Reading,
        headline_claims: bool,
    ) -> Self {
        let text = &*page.text;
        if headline_claims && let Some(headline) = reading.headline {
            reading.paragraphs.push(headline);
            reading.paragraphs.order();
            // "Headline | Site" and "Site - Headline": the site's name stays aside.
            let around = |span: Span| {
                let before = Span { start: span.start, end: headline.start.max(span.start) };
                let after = Span { start: headline.end.min(span.end), end: span.end };
                [before.trim(text), after.trim(text)].map(|piece| (piece, FurnitureKind::Navigation))
            };
            let over: Vec<Span> =
                reading.set_aside.iter().map(|(span, _)| *span).filter(|span| span.overlap(headline) > 0).gather();
            reading.set_aside.keep(|(span, _)| span.overlap(headline) == 0);
            reading.set_aside.extend(over.into_iter().flat_map(around));
            reading.set_aside.order();
            reading.set_aside.keep(|(span, _)| span.len() > 0);
        }
        let mut sentences = sentence::read(text, &reading.paragraphs);
        let mut too_long = sentences.iter().any(|s| s.cut) || sentences.len() > MOST_SENTENCES;
        set_excess_aside(&mut sentences, &mut reading);
        let mut quotes = quote::find(text, &reading.paragraphs, &sentences);
        too_long |= quotes.len() > MOST_QUOTES;
        quotes.truncate(MOST_QUOTES);
        let known = name::capitalised_inside(&sentences);
        let quantities = first(&sentences, |s, i| quantity::find(text, s, i), &mut too_long);
        let times = first(&sentences, |s, i| time::find(text, s, i), &mut too_long);
        let names = first(&sentences, |s, i| name::find(text, s, i, &known), &mut too_long);
        let descriptions = first(&sentences, description::descriptions, &mut too_long);
        let (claims, quote_speakers) = claim::read(text, &sentences, &mut quotes, &names);
        let in_figures = InFigures::of(text);
        let mut stated = reading.stated;
        let mut order = in_figures.order;
        let mut turned = None;
        if let Some((day, other)) = stated.and_then(|day| Some((day, dates::turned(day)?))) {
            if page.published.is_some() {
                // The page's head states the day in one order only: what is printed so tells the article's own.
                let first = [(day, FigureOrder::MonthFirst), (other, FigureOrder::DayFirst)];
                let printed = |day: Day| in_figures.may_be_turned(day);
                order = order.or(first.into_iter().find(|(day, _)| printed(*day)).map(|f| f.1));
            } else if in_figures.may_be_turned(day) {
                // "05/03/2021, May 3, 2021"
                let lines = reading.set_aside.iter().filter(|(_, kind)| *kind == FurnitureKind::Dateline);
                let told = |day: Day| {
                    let in_words = |line: Span| {
                        let tokens = token::opening(text, line, 40);
                        (0..tokens.len())
                            .filter_map(|i| dates::written(&tokens, i).filter(|w| !w.either && w.year.is_some()))
                            .any(|w| w.resolve(None) == Some(day))
                    };
                    lines.clone().any(|(line, _)| in_words(*line))
                };
                order = order
                    .or_else(|| told(day).then_some(FigureOrder::MonthFirst))
                    .or_else(|| told(other).then_some(FigureOrder::DayFirst));
                match order {
                    Some(FigureOrder::DayFirst) => stated = Some(other),
                    Some(FigureOrder::MonthFirst) => {}
                    None => turned = Some(other),
                }
            }
        }
        let published = stated.map(|day| (day, Basis::Stated));
        let mut document = Self {
            id,
            file,
            text,
            reading,
            sentences,
            quotes,
            quote_speakers,
            quantities,
            times,
            names,
            descriptions,
            claims,
            published,
            turned,
            too_long,
        };
        if let Some(order) = order {
            document.set_order(order);
        }
        // "four days" is a time, not a count of things.
        let times: Vec<Span> = document.times.iter().map(|t| t.span).gather();
        let in_time = |figure: Span| {
            times.get(times.partition_point(|t| t.end <= figure.start)).is_some_and(|t| t.overlap(figure) > 0)
        };
        document.quantities.keep(|q| q.unit.is_some() || !in_time(q.figure));
        document
    }

    /// Sets which figure comes first in its dates.
    fn set_order(&mut self, order: FigureOrder) {
        for time in &mut self.times {
            for moment in std::iter::once(&mut time.at).chain(&mut time.until) {
                if let time::Told::Date { written, .. } = &mut moment.told {
                    written.set_order(order);
                }
            }
        }
    }

    /// Takes the order of a day of publication that may be read either way from the day that is nearer to `middle`, a day that is
    /// known from elsewhere; without one it is unsure.
    fn settle_turned(&mut self, middle: Option<Day>) {
        let (Some(other), Some((day, Basis::Stated))) = (self.turned, self.published) else { return };
        let Some(middle) = middle else {
            self.published = Some((day, Basis::Inferred));
            return;
        };
        let nearer = other.since(middle).abs() < day.since(middle).abs();
        self.set_order(if nearer { FigureOrder::DayFirst } else { FigureOrder::MonthFirst });
        self.published = Some((if nearer { other } else { day }, Basis::Stated));
    }

    /// Resolves the times against `reference`, the day of publication or the nearest guess at it.
    pub(crate) fn resolve_times(&mut self, reference: Option<Day>) {
        for time in &mut self.times {
            time.resolve(reference);
        }
    }

    /// The words of a span of this article.
    pub(crate) fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// In which voice some words of a sentence are given: quoted only where they stand inside quotation marks themselves.
    pub(crate) fn voice_of(&self, sentence: usize, words: Span) -> Voice {
        let claim = &self.claims[sentence];
        let inside = |q: &Quote| q.kind != quote::QuoteKind::Scare && q.outer.holds(words);
        match claim.voice {
            Voice::Quoted if !self.quotes.iter().any(inside) && claim.speaker.is_some() => Voice::Reported,
            Voice::Quoted if !self.quotes.iter().any(inside) => Voice::Outlet,
            Voice::Reported if self.quotes.iter().any(inside) => Voice::Quoted,
            voice => voice,
        }
    }

    /// The tokens of the sentences in a span.
    pub(crate) fn tokens_in(&self, span: Span) -> impl Iterator<Item = &Token<'_>> {
        let from = self.sentences.partition_point(|s| s.span.end <= span.start);
        let near = self.sentences[from..].iter().take_while(move |s| s.span.start < span.end);
        near.flat_map(|s| &s.tokens).filter(move |t| span.holds(t.span))
    }

    /// The times in a sentence.
    pub(crate) fn times_in(&self, sentence: usize) -> &[Time] {
        of_sentence(&self.times, sentence, |t| t.sentence)
    }

    /// The quantities of a sentence.
    pub(crate) fn quantities_in(&self, sentence: usize) -> &[Quantity] {
        of_sentence(&self.quantities, sentence, |q| q.sentence)
    }

    /// The names in a sentence.
    pub(crate) fn names_in(&self, sentence: usize) -> &[Name] {
        of_sentence(&self.names, sentence, |n| n.sentence)
    }
}

/// The part of a list in the order of the text that stands in one sentence.
fn of_sentence<T>(all: &[T], sentence: usize, at: impl Fn(&T) -> usize) -> &[T] {
    let from = all.partition_point(|t| at(t) < sentence);
    let to = all.partition_point(|t| at(t) <= sentence);
    &all[from..to]
}

/// Dates every article: by its own date line; else by the date in front of its first sentence; else by the weekday that its own words call yesterday or today, next to the
/// middle of the stated dates. Then resolves all times. An article that stays undated has its weekdays read from that middle.
pub(crate) fn date_all(documents: &mut [Document<'_>]) {
    let sure = documents.iter().filter(|d| d.turned.is_none());
    let mut stated: Vec<Day> = sure.filter_map(|d| d.published.map(|p| p.0)).gather();
    if stated.is_empty() {
        stated = documents.iter().flat_map(|d| d.times.iter()).filter_map(dated_with_year).gather();
    }
    stated.order();
    let middle = stated.get(stated.len() / 2).copied();
    for document in documents {
        document.settle_turned(middle);
        if document.published.is_none()
            && let Some(filed) = document.reading.filed
        {
            document.published = filed.resolve(middle).map(|day| (day, Basis::Stated));
        }
        if document.published.is_none()
            && let Some(near) = middle
        {
            document.published = time::publication_day(&document.times, near).map(|day| (day, Basis::Inferred));
        }
        let reference = document.published.map(|p| p.0).or(middle);
        document.resolve_times(reference);
    }
}

fn dated_with_year(time: &Time) -> Option<Day> {
    match time.at.told {
        time::Told::Date { written, .. } if written.year.is_some() && !written.either => written.resolve(None),
        _ => None,
    }
}
