//! An article as read: headline, byline, outlet, date line, paragraphs, and what was set aside and why.
//!
//! Every character of the text that is not white space is in exactly one of: a paragraph, something set aside.

mod furniture;
mod head;
pub(crate) mod template;

use crate::calendar::Day;
use crate::dates::{self, Written};
use crate::gather::{Gather, Keep};
use crate::lexicon;
use crate::order::Order;
use crate::page::{Block, Page, Role, ends_sentence, is_prose, is_prose_of, word_count};
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

    /// Takes the words of a headline that is known from elsewhere: a paragraph that is nothing else is the headline.
    pub(crate) fn headline_is(&mut self, text: &str, words: &str) {
        let same = |span: Span| span.of(text).split_whitespace().eq(words.split_whitespace());
        if let Some(at) = self.paragraphs.iter().position(|&span| same(span)).filter(|_| self.paragraphs.len() > 1) {
            let span = self.paragraphs.remove(at);
            self.aside(span, FurnitureKind::Headline);
            self.set_aside.order();
            self.headline = Some(span);
        } else if let Some(&(span, _)) = self.set_aside.iter().find(|(span, _)| same(*span)) {
            self.headline = Some(span);
        }
    }
}

/// Reads a text. Any text is fine: where nothing looks like an article, everything is body.
pub(crate) fn read(page: &Page<'_>) -> Reading {
    let text = &*page.text;
    let blocks = &page.blocks;
    let mut reading = Reading { outlet: page.outlet, ..Reading::default() };
    let words: Vec<usize> = blocks.iter().map(|b| word_count(text, b.span)).gather();
    let (headline, first_body) = head::find(text, blocks, &words);
    let last_body = last_body(text, blocks, &words);
    let mut walk = Walk { finished: is_finished(text, blocks, &words), ..Walk::default() };
    for (i, &Block { span, role }) in blocks.iter().enumerate() {
        if let Some(role) = role {
            marked(text, span, role, &mut reading);
            continue;
        }
        let place = Place {
            head: i <= first_body.min(8),
            tail: i + 4 >= blocks.len() || i > last_body,
            body_seen: i > first_body,
        };
        let next = blocks.get(i + 1).filter(|b| b.role.is_none()).map(|b| b.span);
        let block = opening_date(text, span, i, &mut reading);
        if Some(i) == headline {
            walk.line = Some((block, false));
            take_headline(text, block, &mut reading);
            continue;
        }
        let block = without_bracket(text, block, &mut reading);
        walk.above = headline.is_some_and(|h| i < h);
        let words = if block == span { words[i] } else { word_count(text, block) };
        walk.block(text, (block, words), next, place, &mut reading);
    }
    reading.stated = page.published.or(reading.stated).or(walk.updated);
    reading.byline = reading.byline.or(page.byline);
    // A text in which nothing was prose (a list of headlines, a poem) is all body: better shown than lost.
    if reading.paragraphs.is_empty() {
        let kept = |kind| matches!(kind, FurnitureKind::Section | FurnitureKind::Headline | FurnitureKind::Caption);
        reading.paragraphs = reading.set_aside.iter().filter(|(_, kind)| kept(*kind)).map(|(span, _)| *span).gather();
        reading.set_aside.keep(|(_, kind)| !kept(*kind));
        reading.headline = None;
    }
    reading.set_aside.order();
    reading.paragraphs.order();
    reading
}

/// The last paragraph that tells something, or where to look no further for it.
fn last_body(text: &str, blocks: &[Block], words: &[usize]) -> usize {
    let tells = |b: &Block, words: usize| {
        b.role.is_none()
            && is_strong_prose(b.span, text, words)
            && furniture::line_of(text, b.span, words).is_none()
            && !furniture::addresses(text, b.span)
    };
    let near = blocks.len().saturating_sub(FOOT);
    (near..blocks.len()).rev().find(|&i| tells(&blocks[i], words[i])).unwrap_or(blocks.len())
}

/// How many blocks from the end may be a page's foot.
const FOOT: usize = 40;

/// True where nearly all paragraphs end with a full stop: then a long line without one is no paragraph.
fn is_finished(text: &str, blocks: &[Block], words: &[usize]) -> bool {
    let long = blocks.iter().zip(words).filter(|(b, words)| b.role.is_none() && **words > 14).map(|(b, _)| b);
    let (ended, open): (Vec<&Block>, Vec<&Block>) = long.partition(|b| ends_sentence(b.span.of(text)));
    ended.len() >= 4 && open.len() * 4 <= ended.len()
}

/// What is known while the blocks are read from the top.
#[derive(Default)]
struct Walk {
    /// See [`is_finished`].
    finished: bool,
    /// The headline stands below.
    above: bool,
    /// A list of related stories, a form or comments has begun.
    after: Option<FurnitureKind>,
    /// Nothing below is the article's.
    foot: bool,
    /// The line above, where it was no prose, and whether it says that this one is a caption.
    line: Option<(Span, bool)>,
    /// A date that says when the text was last changed.
    updated: Option<Day>,
}

impl Walk {
    /// A block that only its words can tell, with their number.
    fn block(
        &mut self,
        text: &str,
        (block, words): (Span, usize),
        next: Option<Span>,
        place: Place,
        reading: &mut Reading,
    ) {
        let prose_here = is_prose_of(words, block.of(text));
        // A standfirst may stand above writer and date.
        let early = place.head || reading.paragraphs.len() <= 1;
        let above = self.line.take();
        if !prose_here {
            self.line = Some((block, false));
        }
        if self.foot {
            let kind = furniture::line_of(text, block, words).map(|l| l.kind).or(self.after);
            return reading.aside(block, kind.unwrap_or(FurnitureKind::Form));
        }
        if above.is_some_and(|(_, label)| label) && words <= 60 {
            return reading.aside(block, FurnitureKind::Caption);
        }
        // "5 thoughts on the budget" is a headline where nothing stands above it that could be thought about.
        let comments = |line: &furniture::Line| line.foot && !place.body_seen && words > 3;
        if let Some(line) = furniture::line_of(text, block, words).filter(|line| !comments(line)) {
            if line.kind == FurnitureKind::Copyright && reading.outlet.is_none() {
                reading.outlet = furniture::copyright_holder(text, block);
            }
            if place.body_seen && matches!(line.kind, FurnitureKind::Related | FurnitureKind::Form) {
                // A sentence to the reader stands alone; a label has something below it.
                self.after = (!prose_here).then_some(line.kind).or(self.after);
                self.foot = line.foot;
            }
            self.line = Some((block, line.label));
            return reading.aside(block, line.kind);
        }
        if let Some(stamp) = stamp(text, block, words) {
            // Below the first paragraphs a date is the article's only where the line says that something was published then.
            let own = early || stamp.publishes && self.after.is_none();
            if let Some(day) = stamp.written.and_then(|w| w.resolve(None)).filter(|_| own) {
                let slot = if stamp.updates { &mut self.updated } else { &mut reading.stated };
                *slot = slot.or(Some(day));
            }
            // "admin" is nobody's name.
            if let Some(name) = stamp.by.filter(|by| own && by.of(text).starts_with(char::is_uppercase)) {
                byline(text, name, reading);
            }
            self.line = None;
            return reading.aside(block, FurnitureKind::Dateline);
        }
        if let Some(name) = furniture::byline(text, block, early || place.tail) {
            reading.outlet = reading.outlet.or(furniture::signed_for(text, block, name));
            byline(text, name, reading);
            // "By Jo Doe   April 20, 2018"
            let tokens = token::tokens(text, block);
            let day = (0..tokens.len()).find_map(|i| dates::written(&tokens, i)?.resolve(None)).filter(|_| early);
            reading.stated = reading.stated.or(day);
            return reading.aside(block, FurnitureKind::Byline);
        }
        if early && reading.byline.is_none() && reading.headline.is_some() {
            let alone = || {
                (furniture::is_name(text, block)
                    && next.is_some_and(|next| {
                        stamp(text, next, word_count(text, next)).is_some() || furniture::signs(text, next)
                    }))
                .then_some(block)
            };
            if let Some(name) = furniture::writers(text, block, next).or_else(alone) {
                reading.byline = Some(name);
                let signed = next.filter(|&next| furniture::is_masthead(text, next));
                reading.outlet = reading.outlet.or(signed);
                return reading.aside(block, FurnitureKind::Byline);
            }
        }
        if reading.outlet == Some(block) {
            return reading.aside(block, FurnitureKind::Byline);
        }
        if let Some(name) = reading.byline.filter(|_| place.body_seen)
            && furniture::is_about_writer(text, block, name)
        {
            return reading.aside(block, FurnitureKind::Byline);
        }
        if self.above
            && let Some(name) = head::banner(text, block)
        {
            reading.outlet = reading.outlet.or(Some(name));
            return reading.aside(block, FurnitureKind::Navigation);
        }
        if self.above && furniture::is_masthead(text, block) {
            let named = furniture::is_named_below(text, block);
            reading.outlet = reading.outlet.or(named.then_some(block));
            return reading.aside(block, FurnitureKind::Navigation);
        }
        if furniture::is_menu(text, block) {
            return reading.aside(block, FurnitureKind::Navigation);
        }
        if !self.above && reading.headline.is_some() && furniture::is_index(text, block) {
            return reading.aside(block, FurnitureKind::Related);
        }
        if place.tail && place.body_seen && furniture::addresses(text, block) {
            return reading.aside(block, FurnitureKind::Form);
        }
        let above = above.map(|(line, _)| line).filter(|&line| reading.headline != Some(line));
        if above.is_some_and(|above| furniture::repeats(text, above, block)) {
            self.line = Some((block, false));
            return reading.aside(block, FurnitureKind::Caption);
        }
        if let Some(kind) = self.after.filter(|_| !is_strong_prose(block, text, words)) {
            return reading.aside(block, kind);
        }
        if furniture::is_question(text, block) && place.body_seen {
            return reading.aside(block, FurnitureKind::Section);
        }
        let printed = block.of(text);
        let unfinished = !ends_sentence(printed) && !printed.contains(". ") && words <= 40;
        if self.finished && place.body_seen && unfinished && words > 14 {
            return reading.aside(block, FurnitureKind::Caption);
        }
        if self.above {
            reading.outlet = reading.outlet.or(furniture::site_name(text, block).1);
            return reading.aside(block, FurnitureKind::Section);
        }
        if !prose_here && (next.is_some() || !reading.paragraphs.is_empty()) {
            unfinished_line(text, block, words, place, reading);
        } else {
            self.after = None;
            prose(text, block, reading);
        }
    }
}

/// Prose that ends a list of related stories: a headline may be a question or end in a quotation.
fn is_strong_prose(block: Span, text: &str, words: usize) -> bool {
    is_prose_of(words, block.of(text)) && (words > 25 || words >= 8 && block.of(text).ends_with(['.', '”', '"', ')']))
}

/// A block of which the markup says what it is.
fn marked(text: &str, block: Span, role: Role, reading: &mut Reading) {
    match role {
        Role::Headline if reading.headline.is_none() => {
            let (headline, outlet) = furniture::site_name(text, block);
            reading.headline = Some(headline);
            reading.outlet = reading.outlet.or(outlet);
            reading.aside(block, FurnitureKind::Headline);
        }
        Role::Headline => reading.aside(block, FurnitureKind::Headline),
        Role::Heading => reading.aside(block, furniture::line(text, block).map_or(FurnitureKind::Section, |l| l.kind)),
        Role::Aside(kind) => {
            // Its words may say more exactly what it is.
            let kind = furniture::line(text, block).map_or(kind, |l| l.kind);
            if kind == FurnitureKind::Copyright && reading.outlet.is_none() {
                reading.outlet = furniture::copyright_holder(text, block);
            }
            reading.aside(block, kind);
        }
    }
}

/// Where a block stands among the others.
#[derive(Clone, Copy)]
struct Place {
    /// Not below the first prose.
    head: bool,
    /// Among the last four, or below the last paragraph that tells something.
    tail: bool,
    /// Prose stands above.
    body_seen: bool,
}

/// The headline, less the outlet's name on the same line.
fn take_headline(text: &str, block: Span, reading: &mut Reading) {
    let printed = block.of(text);
    let hashes = printed.len() - printed.trim_start_matches(['#', ' ']).len();
    let line = Span::new(block.start as usize + hashes, block.end as usize);
    let (headline, outlet) = furniture::site_name(text, line);
    reading.headline = Some(headline);
    reading.outlet = reading.outlet.or(outlet);
    reading.aside(block, FurnitureKind::Headline);
}

/// A line without a sentence: a label, a picture's caption or a subhead.
fn unfinished_line(text: &str, block: Span, words: usize, place: Place, reading: &mut Reading) {
    if furniture::is_path(block.of(text)) {
        return reading.aside(block, FurnitureKind::Section);
    }
    if words > 14 || (place.head && words > 7) {
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
    let tokens = token::opening(text, block, 24);
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

/// Words that stand around a date or a time of day on a line of its own.
const STAMP_WORDS: [&str; 58] = [
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
    "cest",
    "et",
    "ct",
    "mt",
    "pt",
    "cst",
    "cdt",
    "mst",
    "mdt",
    "eest",
    "eastern",
    "am",
    "pm",
    "a.m",
    "p.m",
    "a",
    "p",
    "m",
    "first",
    "created",
    "of",
    "minutes",
    "minute",
    "hours",
    "hour",
    "days",
    "day",
    "weeks",
    "week",
    "ago",
    "min",
    "mins",
    "read",
    "ist",
    "time",
    "and",
    "edited",
    "hrs",
    "local",
    "h",
    "originally",
    "noon",
];

/// A line that holds a date or a time of day and little else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    /// None for "3 hours ago" and "10:58".
    written: Option<Written>,
    /// It says that something was published or changed then.
    publishes: bool,
    /// The date is that of a change.
    updates: bool,
    /// Who it says has published.
    by: Option<Span>,
}

fn stamp(text: &str, block: Span, words: usize) -> Option<Stamp> {
    if block.len() > 400 || words > 24 {
        return None;
    }
    // A date has a figure or the name of a month.
    let printed = block.of(text);
    let month = |word: &str| (3..=9).contains(&word.len()) && lexicon::month(&word.to_ascii_lowercase()).is_some();
    let dated =
        printed.bytes().any(|b| b.is_ascii_digit()) || printed.split(|c: char| !c.is_ascii_alphabetic()).any(month);
    dated.then_some(())?;
    let tokens = token::tokens(text, block);
    let mut stamp = Stamp { written: None, publishes: false, updates: false, by: None };
    let (mut changed, mut timed) = (false, false);
    // "Example City, 4 March 2025": a few names beside a whole date.
    let mut names = 0;
    let ended = ends_sentence(block.of(text));
    let mut i = 0;
    while i < tokens.len() {
        let token = &tokens[i];
        if let Some(written) = dates::written(&tokens, i).filter(|w| w.day.is_some()) {
            // "Updated 4 May. Published 3 May": the second counts.
            if stamp.written.is_none() || stamp.updates && !changed {
                (stamp.written, stamp.updates) = (Some(written), changed);
            }
            i += written.tokens;
            continue;
        }
        changed = (changed || token.is_any(&["updated", "modified", "edited"]))
            && !token.is_any(&["published", "posted", "created", "originally"]);
        stamp.publishes |= token.is_any(&["published", "updated", "posted", "modified", "created"]);
        timed |= token.kind == token::Kind::Figure;
        // "Posted on May 4, 2021 by admin"
        if token.is("by") && stamp.written.is_some() && stamp.by.is_none() {
            let name = tokens[i + 1..].iter().take_while(|t| t.is_word()).count();
            if !(1..=5).contains(&name) {
                return None;
            }
            stamp.by = Some(Span { start: tokens[i + 1].span.start, end: tokens[i + name].span.end });
            i += 1 + name;
            continue;
        }
        // "Jo Doe · 4 May 2021 · 6 min read"
        if token.is_any(&["·", "|", "•"]) && stamp.written.is_none() && (2..=4).contains(&i) && names == i {
            let name = Span { start: tokens[0].span.start, end: tokens[i - 1].span.end };
            stamp.by = Some(name).filter(|&name| furniture::is_name(text, name));
        }
        // A time zone, or the place whose time it is.
        let zone = timed && (2..=4).contains(&token.span.len()) && token.span.of(text).chars().all(char::is_uppercase);
        if !zone && !stands_by_a_date(token) {
            names += 1;
            if names > 3 || !token.capital || token.is("by") || ended {
                return None;
            }
        }
        i += 1;
    }
    if names > 0 && stamp.written.is_none_or(|w| w.year.is_none()) {
        return None;
    }
    (stamp.written.is_some()
        || timed
            && tokens.iter().any(|t| t.is_any(&[":", "."]) || t.is_any(&STAMP_WORDS) || t.lower.contains([':', '.'])))
    .then_some(stamp)
}

fn stands_by_a_date(token: &Token) -> bool {
    !token.is_word() || token.is_any(&STAMP_WORDS) || token.weekday().is_some()
}

/// Takes a byline's name: of the outlet where it carries a word that outlets carry, else of a writer.
fn byline(text: &str, name: Span, reading: &mut Reading) {
    let named = || (furniture::is_outlet_name(text, name) && !furniture::is_newsroom(text, name)).then_some(name);
    let outlet = furniture::newsroom(text, name).or_else(named);
    reading.outlet = reading.outlet.or(outlet);
    if reading.byline.is_none() {
        reading.byline = Some(name);
    }
}

/// A paragraph less a line of the page in brackets behind it, for which it ends without a full stop: "… ran again. [Read more: …]".
/// A picture's credit in brackets makes a caption of it all.
fn without_bracket(text: &str, block: Span, reading: &mut Reading) -> Span {
    let found = furniture::closing_line(text, block).filter(|(_, kind)| *kind != FurnitureKind::Caption);
    let Some((closing, kind)) = found.filter(|(at, _)| at.of(text).starts_with(['(', '['])) else { return block };
    let body = Span { end: closing.start, ..block }.trim(text);
    if !is_prose(body, text) || furniture::line(text, body).is_some() {
        return block;
    }
    reading.aside(closing, kind);
    body
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
    if let Some(stamp) = furniture::live_stamp(text, body) {
        reading.aside(stamp.trim(text), FurnitureKind::Dateline);
        body.start = stamp.end;
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
    // "(With inputs from agencies)", "More to follow."
    while let Some((closing, kind)) = furniture::closing_line(text, body) {
        reading.aside(closing, kind);
        body = Span { end: closing.start, ..body }.trim(text);
    }
    if body.len() > 0 {
        reading.paragraphs.push(body);
    }
}
