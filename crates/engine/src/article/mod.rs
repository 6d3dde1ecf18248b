//! An article as read: headline, byline, outlet, date line, paragraphs, and what was set aside and why.
//!
//! Every character of the text that is not white space is in exactly one of: a paragraph, something set aside.

mod furniture;

use crate::calendar::Day;
use crate::dates::{self, Written};
use crate::report::FurnitureKind;
use crate::span::Span;
use crate::token::{self, Token};

/// What was read of one text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    pub(crate) headline: Option<Span>,
    pub(crate) byline: Option<Span>,
    pub(crate) outlet: Option<Span>,
    /// The day on a date line.
    pub(crate) stated: Option<Day>,
    /// The date in front of the first sentence ("LISBON, Nov 22 (Agency) -"), mostly without a year.
    pub(crate) filed: Option<Written>,
    /// Sorted by place.
    pub(crate) set_aside: Vec<(Span, FurnitureKind)>,
    /// The body, sorted by place; paragraphs hold what was set aside inside them no more.
    pub(crate) paragraphs: Vec<Span>,
}

impl Reading {
    fn aside(&mut self, span: Span, kind: FurnitureKind) {
        if span.len() > 0 {
            self.set_aside.push((span, kind));
        }
    }
}

/// Reads a text. Any text is fine: where nothing looks like an article, everything is body.
pub(crate) fn read(text: &str) -> Reading {
    let mut reading = Reading::default();
    let blocks = blocks(text);
    let first_body = blocks.iter().position(|b| is_prose(*b, text)).unwrap_or(blocks.len());
    let mut after: Option<FurnitureKind> = None;
    for (i, &block) in blocks.iter().enumerate() {
        let place = Place { head: i <= first_body.min(8), tail: i + 4 >= blocks.len(), body_seen: i > first_body };
        let block = opening_date(text, block, i, &mut reading);
        if let Some(kind) = furniture::line(text, block) {
            if kind == FurnitureKind::Copyright && reading.outlet.is_none() {
                reading.outlet = furniture::copyright_holder(text, block);
            }
            if place.body_seen && matches!(kind, FurnitureKind::Related | FurnitureKind::Form) {
                after = Some(kind);
            }
            reading.aside(block, kind);
        } else if let Some(written) = date_line(text, block) {
            reading.stated = reading.stated.or_else(|| written.resolve(None));
            reading.aside(block, FurnitureKind::Dateline);
        } else if let Some(name) = furniture::byline(text, block, place.head || place.tail) {
            byline(text, name, &mut reading);
            reading.aside(block, FurnitureKind::Byline);
        } else if let Some(kind) = after.filter(|_| !is_prose(block, text)) {
            reading.aside(block, kind);
        } else if !is_prose(block, text) && blocks.len() > 1 {
            unfinished_line(text, block, place, &mut reading);
        } else {
            prose(text, block, &mut reading);
        }
    }
    // A text in which nothing was prose (a list of headlines, a poem) is all body: better shown than lost.
    if reading.paragraphs.is_empty() {
        let kept = |kind| matches!(kind, FurnitureKind::Section | FurnitureKind::Headline | FurnitureKind::Caption);
        reading.paragraphs = reading.set_aside.iter().filter(|(_, kind)| kept(*kind)).map(|(span, _)| *span).collect();
        reading.set_aside.retain(|(_, kind)| !kept(*kind));
        reading.headline = None;
    }
    reading.set_aside.sort_unstable();
    reading.paragraphs.sort_unstable();
    reading
}

/// Where a block stands among the others.
#[derive(Clone, Copy)]
struct Place {
    /// Not below the first prose.
    head: bool,
    /// Among the last four.
    tail: bool,
    /// Prose stands above.
    body_seen: bool,
}

/// Paragraphs as laid out: lines, or blank-line blocks where lines are hard-wrapped.
pub(crate) fn blocks(text: &str) -> Vec<Span> {
    let mut lines: Vec<(Span, bool)> = Vec::new();
    let mut at = 0;
    let mut blank = true;
    for piece in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{0085}']) {
        let span = Span::new(at, at + piece.len()).trim(text);
        at += piece.len();
        if span.len() == 0 {
            // "\r\n" ends with an empty piece: only a piece that is a line of its own parts blocks.
            blank |= piece != "\n" || text[..at - 1].ends_with('\n');
        } else {
            lines.push((span, blank));
            blank = false;
        }
    }
    let wrapped = |i: usize| i + 1 < lines.len() && !lines[i + 1].1;
    let inner = (0..lines.len()).filter(|&i| wrapped(i)).count();
    let unfinished = (0..lines.len())
        .filter(|&i| wrapped(i) && !ends_sentence(lines[i].0.of(text)) && (45..=100).contains(&lines[i].0.len()))
        .count();
    let hard_wrapped = inner >= 4 && unfinished * 2 > inner;
    let mut out: Vec<Span> = Vec::new();
    for (i, &(span, after_blank)) in lines.iter().enumerate() {
        let cut = i > 0 && !after_blank && out.last().is_some_and(|last| continues(text, *last, span));
        match out.last_mut() {
            Some(last) if !after_blank && (hard_wrapped || cut) => *last = last.join(span),
            _ => out.push(span),
        }
    }
    out
}

/// A line that goes on in the next: unfinished, and the next begins with a small letter and ends a sentence.
fn continues(text: &str, line: Span, next: Span) -> bool {
    let next = next.of(text);
    !ends_sentence(line.of(text)) && next.starts_with(char::is_lowercase) && ends_sentence(next)
}

/// True where a line ends with a mark that ends sentences, closing marks aside.
fn ends_sentence(line: &str) -> bool {
    let line =
        line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '»'));
    line.ends_with(['.', '!', '?', '…', '。', '؟', ':', ';'])
}

fn word_count(text: &str, span: Span) -> usize {
    span.of(text).split_whitespace().count()
}

/// Prose: at least one ended sentence of some length, or many words.
fn is_prose(block: Span, text: &str) -> bool {
    let words = word_count(text, block);
    let ended = ends_sentence(block.of(text));
    words > 25 || (ended && words > 3) || (ended && words > 1 && block.of(text).ends_with(['.', '”', '"']))
}

/// A line without a sentence: the headline, a label, a picture's caption or a subhead.
fn unfinished_line(text: &str, block: Span, place: Place, reading: &mut Reading) {
    let words = word_count(text, block);
    if place.head && reading.headline.is_none() && words >= 3 {
        let block_text = block.of(text);
        let hashes = block_text.len() - block_text.trim_start_matches(['#', ' ']).len();
        let line = Span::new(block.start as usize + hashes, block.end as usize);
        let (headline, outlet) = furniture::site_name(text, line);
        reading.headline = Some(headline);
        reading.outlet = reading.outlet.or(outlet);
        reading.aside(block, FurnitureKind::Headline);
    } else if words > 14 || (place.head && words > 7) {
        // A standfirst, or a paragraph that lost its full stop.
        prose(text, block, reading);
    } else if place.body_seen && place.tail {
        reading.aside(block, FurnitureKind::Teaser);
    } else {
        reading.aside(block, FurnitureKind::Section);
    }
}

/// A date in front of the first line, with or without a word before it: "date 2023-11-22 Headline".
fn opening_date(text: &str, block: Span, i: usize, reading: &mut Reading) -> Span {
    if i > 0 {
        return block;
    }
    let tokens = token::tokens(text, block);
    let skip = tokens.iter().take(2).take_while(|t| t.is_any(&["date", "published", "updated", ":"])).count();
    let Some(written) = dates::written(&tokens, skip).filter(|w| w.year.is_some() && w.day.is_some()) else {
        return block;
    };
    let rest = skip + written.tokens;
    // A sentence may open with a date; a headline after one begins with a capital, without a comma.
    let (Some(next), Some(last)) = (tokens.get(rest), tokens.get(rest - 1)) else { return block };
    if !next.capital || ends_sentence(block.of(text)) && skip == 0 {
        return block;
    }
    reading.stated = written.resolve(None);
    reading.aside(Span { start: block.start, end: last.span.end }, FurnitureKind::Dateline);
    Span { start: next.span.start, end: block.end }
}

/// Words that stand around the date on a date line.
const DATE_LINE_WORDS: [&str; 32] = [
    "published",
    "updated",
    "posted",
    "last",
    "modified",
    "date",
    "on",
    "at",
    "gmt",
    "est",
    "edt",
    "utc",
    "pst",
    "pdt",
    "bst",
    "cet",
    "et",
    "am",
    "pm",
    "a.m",
    "p.m",
    "first",
    "created",
    "of",
    "minutes",
    "hours",
    "ago",
    "min",
    "read",
    "ist",
    "time",
    "and",
];

/// The date of a line that holds a date and little else.
fn date_line(text: &str, block: Span) -> Option<Written> {
    if word_count(text, block) > 14 {
        return None;
    }
    let tokens = token::tokens(text, block);
    let mut found = None;
    let mut i = 0;
    while i < tokens.len() {
        if let Some(written) = dates::written(&tokens, i).filter(|w| w.day.is_some()) {
            found = found.or(Some(written));
            i += written.tokens;
        } else if stands_by_a_date(&tokens[i]) {
            i += 1;
        } else {
            return None;
        }
    }
    found
}

fn stands_by_a_date(token: &Token) -> bool {
    !token.is_word() || token.is_any(&DATE_LINE_WORDS) || crate::lexicon::weekday(&token.lower).is_some()
}

/// Takes a byline's name: of the outlet where it carries a word that outlets carry, else of a writer.
fn byline(text: &str, name: Span, reading: &mut Reading) {
    let outlet = furniture::is_outlet_name(text, name);
    if outlet && reading.outlet.is_none() {
        reading.outlet = Some(name);
    }
    if reading.byline.is_none() {
        reading.byline = Some(name);
    }
}

/// A paragraph of prose, less the furniture inside it.
fn prose(text: &str, block: Span, reading: &mut Reading) {
    let mut body = block;
    if let Some(dateline) = furniture::dateline(text, body) {
        reading.aside(dateline.span, FurnitureKind::Dateline);
        reading.outlet = reading.outlet.or(dateline.agency);
        let tokens = token::tokens(text, dateline.span);
        reading.filed = reading
            .filed
            .or_else(|| (0..tokens.len()).find_map(|i| dates::written(&tokens, i).filter(|w| w.day.is_some())));
        body.start = dateline.span.end;
        body = body.trim(text);
    }
    if let Some(label) = furniture::label(text, body) {
        reading.aside(label, FurnitureKind::Section);
        body.start = label.end;
        body = body.trim(text);
    }
    if let Some(teaser) = furniture::closing_teaser(text, body) {
        reading.aside(teaser, FurnitureKind::Teaser);
        body.end = teaser.start;
        body = body.trim(text);
    }
    if body.len() > 0 {
        reading.paragraphs.push(body);
    }
}
