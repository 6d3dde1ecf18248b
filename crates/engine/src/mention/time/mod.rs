//! Times: what is printed, and the days that it covers once the day of publication is known.
//!
//! Words are put together in steps: a day or longer time (`day`), a time on the clock (`clock`), both of one moment (here), and
//! two moments of a range (here). What they say is in `told`, their TIMEX3 value in `timex`.
//!
//! Gets wrong: days told relative to another event ("the day before", "that night": left unread; "the following week": read, but
//! without days), a weekday of the coming week where no "will" or "next" stands before it, and "moved from Monday to Friday",
//! which is read as a range.

pub(crate) mod article;
mod clock;
mod day;
mod tense;
mod timex;
mod told;
mod words;

use crate::calendar::Day;
use crate::dates::{self, Written};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{Kind, Token};
pub(crate) use told::{Clock, Part, Told, Unit};
use words::{any, goes_on, skip};

/// What kind of time, after `TimeML`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeKind {
    /// A day or more.
    Date,
    /// A part of a day.
    Time,
    /// A length.
    Duration,
    /// Again and again.
    Set,
}

/// A point in time in words: a day or longer, with a part of the day or a time on the clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Moment {
    pub(crate) told: Told,
    pub(crate) part: Option<Part>,
    pub(crate) clock: Option<Clock>,
}

/// A time in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Time {
    pub(crate) span: Span,
    /// The time, or the first of a range.
    pub(crate) at: Moment,
    /// The last of a range.
    pub(crate) until: Option<Moment>,
    /// Counted from this time on ("since").
    pub(crate) since: bool,
    /// Index of the sentence.
    pub(crate) sentence: usize,
    /// Index of its first token in the sentence.
    pub(crate) token: usize,
    /// First and last day; none where they cannot be known.
    pub(crate) days: Option<(Day, Day)>,
    /// Whether the day of publication says which days they are.
    sure: bool,
    /// Whether it comes again and again.
    again: bool,
    /// The day of publication, once known.
    reference: Option<Day>,
}

impl Time {
    /// True for times that name one day by its own date or weekday, or by the day of publication.
    pub(crate) fn is_day(&self) -> bool {
        self.days.is_some_and(|(from, to)| from == to)
    }

    pub(crate) fn kind(&self) -> TimeKind {
        match self.at.told {
            _ if self.again => TimeKind::Set,
            Told::Length { .. } => TimeKind::Duration,
            _ if self.at.part.is_some() || self.at.clock.is_some() => TimeKind::Time,
            _ => TimeKind::Date,
        }
    }

    /// The TIMEX3 value; what the words do not tell is `X`, even where the days are known.
    pub(crate) fn timex(&self) -> String {
        timex::value(self, self.reference)
    }

    /// Fills in the days from `reference`, the day on which the words were published.
    pub(crate) fn resolve(&mut self, reference: Option<Day>) {
        self.reference = reference;
        self.days = match &self.until {
            _ if !self.sure || self.again => None,
            None => self.at.told.days(reference),
            Some(until) => range_days(&self.at, until, reference).map(|(from, to)| (from.0, to.1)),
        };
    }
}

/// The days of both ends of a range, in order: a year or week that is not told is chosen so.
fn range_days(at: &Moment, until: &Moment, reference: Option<Day>) -> Option<((Day, Day), (Day, Day))> {
    let of = |moment: &Moment| match moment.told {
        Told::Now => reference.map(|d| (d, d)),
        told => told.days(reference),
    };
    let (from, to) = (of(at)?, of(until)?);
    if from.0 <= to.1 {
        return Some((from, to));
    }
    let year_later = |d: Day| Day::new(d.year() + 1, d.month(), d.day());
    match (at.told, until.told) {
        (Told::Weekday { weeks: None, .. }, Told::Weekday { weeks: None, coming, .. }) => {
            let by = |range: (Day, Day), days: i64| (range.0.plus(days), range.1.plus(days));
            Some(if coming { (from, by(to, 7)) } else { (by(from, -7), to) })
        }
        (_, Told::Date { written: Written { year: None, .. }, .. }) => {
            Some((from, (year_later(to.0)?, year_later(to.1)?)))
        }
        _ => None,
    }
    .filter(|(from, to)| from.0 <= to.1)
}

/// The times of one sentence, in order, not yet resolved.
pub(crate) fn find(text: &str, sentence: &Sentence, index: usize) -> Vec<Time> {
    let (tokens, origin) = words::split(text, &sentence.tokens);
    let mut out: Vec<Time> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let read = |i: usize| {
            let alone = single(&tokens, i);
            range(&tokens, i, alone).or(alone)
        };
        // No mark begins a time.
        let opens = tokens[i].kind != Kind::Mark && words::opens(&tokens, i);
        debug_assert!(opens || tokens[i].kind == Kind::Mark || read(i).is_none(), "{}", tokens[i].lower);
        let Some(found) = Some(i).filter(|_| opens).and_then(read).filter(|f| f.end > i) else {
            i += 1;
            continue;
        };
        let since = since(&tokens, i);
        let from = since.filter(|s| i - s <= 1).unwrap_or(i);
        out.push(Time {
            span: Span { start: tokens[from].span.start, end: tokens[found.end - 1].span.end },
            at: found.at,
            until: found.until,
            since: since.is_some(),
            sentence: index,
            token: origin[i],
            days: None,
            sure: found.sure,
            again: found.again,
            reference: None,
        });
        i = found.end;
    }
    out
}

/// A time under construction, up to the token `end`.
#[derive(Clone, Copy)]
struct Found {
    at: Moment,
    until: Option<Moment>,
    sure: bool,
    again: bool,
    end: usize,
}

impl Found {
    fn new(told: Told, end: usize) -> Self {
        Self { at: Moment { told, part: None, clock: None }, until: None, sure: true, again: false, end }
    }

    /// Takes in the part of the day, which also says which half of it the clock means.
    fn with_part(&mut self, part: Part) {
        self.at.clock = self.at.clock.map(|c| c.within(part));
        if let Some(until) = &mut self.until {
            until.clock = until.clock.map(|c| c.within(part));
        }
        self.at.part = Some(part);
    }

    fn with_clock(&mut self, clock: Clock) {
        self.at.clock = Some(self.at.part.map_or(clock, |part| clock.within(part)));
    }

    fn with_day(&mut self, day: Found) {
        self.at.told = day.at.told;
        if let Some(part) = day.at.part {
            self.with_part(part);
        }
        if let Some(until) = &mut self.until {
            until.told = day.at.told;
        }
        self.sure &= day.sure;
        self.again |= day.again;
        self.end = day.end;
    }
}

/// One moment, length or repetition at `i`.
fn single(tokens: &[Token], i: usize) -> Option<Found> {
    from_clock(tokens, i).or_else(|| from_part(tokens, i)).or_else(|| from_day(tokens, i))
}

/// A moment that begins with the day: "Tuesday at 5 p.m.", "early Wednesday", "last night (Tuesday)".
fn from_day(tokens: &[Token], i: usize) -> Option<Found> {
    let mut found = day_alone(tokens, i)?;
    if found.at.told.is_day() {
        behind(tokens, &mut found);
    }
    Some(found)
}

fn day_alone(tokens: &[Token], i: usize) -> Option<Found> {
    let (third, k) = day::third(tokens, i).map_or((None, i), |(third, k)| (Some(third), k));
    let read = if third.is_some() {
        let at = k + skip(tokens, k, &["the"]);
        day::at(tokens, at).or_else(|| day::the_unit(tokens, k, true)).filter(|r| {
            !matches!(r.told, Told::Length { .. } | Told::Ago { .. } | Told::Run { .. } | Told::Each { .. } | Told::Now)
        })
    } else {
        day::at(tokens, k).or_else(|| day::the_unit(tokens, k, false))
    }
    .or_else(|| {
        // "early October", "the end of 2019": the words before it make it a time, as a preposition does.
        third.and_then(|_| bare_month_or_year(tokens, k)).map(|(told, end)| day::Read { told, sure: true, end })
    })?;
    let mut found = Found { sure: read.sure, ..Found::new(read.told, read.end) };
    found.again = matches!(read.told, Told::Each { .. }) || !read.sure && matches!(read.told, Told::Weekday { .. });
    if any(tokens, read.end - 1, &["tonight", "tonite", "overnight"]) {
        found.at.part = Some(Part::Night);
    }
    match &mut found.at.told {
        Told::Month { third: of, .. }
        | Told::Period { third: of, .. }
        | Told::Date { third: of, written: Written { day: None, .. }, .. } => *of = third,
        _ if part(tokens, read.end).is_some() => {}
        _ if any(tokens, i, &["early"]) => found.at.part = Some(Part::Morning),
        _ if any(tokens, i, &["late"]) => found.at.part = Some(Part::Night),
        _ => {}
    }
    Some(found)
}

/// A month or year without anything that makes it a time of its own.
fn bare_month_or_year(tokens: &[Token], i: usize) -> Option<(Told, usize)> {
    let token = tokens.get(i)?;
    if let Some(month) = dates::month(Some(token)) {
        return Some((Told::Month { month, third: None, year: told::YearOf::Open }, i + 1));
    }
    let year = dates::plain_number(token).filter(|y| token.lower.len() == 4 && (1500..2100).contains(y))?;
    (!goes_on(tokens, i + 1)).then_some((Told::Year(year as i32), i + 1))
}

/// Takes in what stands behind a day and belongs to it: the clock, a part of the day, the weekday.
fn behind(tokens: &[Token], found: &mut Found) {
    for _ in 0..3 {
        let end = found.end;
        let k = end + skip(tokens, end, &["at", "before", "in"]);
        let k = k + usize::from(k > end && any(tokens, k, &["the"]));
        let k = k + skip(tokens, k, &["early", "late", "mid"]);
        if found.at.part.is_none()
            && let Some((part, again)) = part(tokens, k)
        {
            found.with_part(part);
            found.again |= again;
            found.end = k + 1;
            continue;
        }
        // The weekday that says which day is meant.
        if let Told::Relative { ref mut weekday, .. } = found.at.told {
            let day_at = |k: usize| day::weekday(tokens, k);
            let on = usize::from(any(tokens, end + 1, &["on"]));
            if any(tokens, end, &["("])
                && any(tokens, end + 2, &[")"])
                && let Some(day) = day_at(end + 1)
            {
                *weekday = Some(day);
                found.end = end + 3;
                continue;
            } else if any(tokens, end, &[","])
                && let Some(day) = day_at(end + 1 + on)
            {
                *weekday = Some(day);
                found.end = end + 2 + on;
                continue;
            }
        }
        if found.at.clock.is_some() {
            continue;
        }
        let comma = skip(tokens, end, &[","]);
        let at = end + comma;
        let lead = skip(tokens, at, &["at", "@", "around", "about", "for", "by", "from", "between", "-", "t"]);
        if let Some((from, to, end)) = clock_range(tokens, at + lead, any(tokens, at, &["from", "between"])) {
            found.at.clock = Some(from);
            found.until = Some(Moment { clock: Some(to), ..found.at });
            found.end = end;
        } else if let Some((clock, end)) =
            clock::behind_a_day(tokens, at + lead, any(tokens, at, &["at", "@", "around", "t"]))
                .filter(|_| comma == 0 || lead == 1 || clock::clock(tokens, at).is_some())
        {
            found.with_clock(clock);
            found.end = end;
        }
    }
}

/// The part of the day at `k`, and whether it is told of many days ("mornings").
fn part(tokens: &[Token], k: usize) -> Option<(Part, bool)> {
    let token = tokens.get(k)?;
    match token.lower.strip_suffix('s').and_then(Part::read) {
        Some(part) => Some((part, true)),
        None => Part::read(&token.lower).map(|part| (part, false)),
    }
}

/// A moment that begins with the clock: "5 p.m. on Tuesday", "8am this morning", "8:15 in the evening".
fn from_clock(tokens: &[Token], i: usize) -> Option<Found> {
    let strict = clock::clock(tokens, i);
    let in_words = strict.is_none();
    let (clock, end) = strict.or_else(|| clock::in_words(tokens, i))?;
    let mut found =
        Found { at: Moment { told: Told::Open, part: None, clock: Some(clock) }, ..Found::new(Told::Open, end) };
    on_a_day(tokens, &mut found);
    (!in_words || found.at.told != Told::Open).then_some(found)
}

/// Takes in the part of the day and the day behind a time on the clock.
fn on_a_day(tokens: &[Token], found: &mut Found) {
    let k = found.end + skip(tokens, found.end, &["in", "at"]);
    let k = k + usize::from(k > found.end && any(tokens, k, &["the"]));
    let k = k + skip(tokens, k, &["early", "late"]);
    if let Some((part, _)) = part(tokens, k).filter(|_| k > found.end) {
        found.with_part(part);
        found.end = k + 1;
    }
    // "3 a.m. local time on Saturday"
    let zone = (found.end..found.end + 2).take_while(|&k| any(tokens, k, &clock::ZONES)).count();
    let on = found.end + zone;
    let on = on + skip(tokens, on, &["on", "of", ","]);
    if let Some(day) = day_alone(tokens, on + skip(tokens, on, &["the"])).filter(|day| day.at.told.is_day()) {
        found.with_day(day);
        behind(tokens, found);
    }
}

/// A moment that begins with the part of the day: "the morning of November 22", "in the morning at 7", "late afternoon".
///
/// A part of the day without a day needs "in the", "early" or the like: it is told of no known day.
fn from_part(tokens: &[Token], i: usize) -> Option<Found> {
    let mut k = i;
    k += skip(tokens, k, &["in", "at", "before"]);
    let preposition = k > i;
    k += skip(tokens, k, &["the"]);
    let article = k > i + usize::from(preposition);
    let early = skip(tokens, k, &["early", "late", "later", "mid"]);
    k += early;
    k += skip(tokens, k, &["-"]);
    if early > 0 && any(tokens, k, &["in"]) && any(tokens, k + 1, &["the"]) {
        k += 2;
    }
    let (part, again) = part(tokens, k)?;
    let mut found = Found { again, ..Found::new(Told::Open, k + 1) };
    found.at.part = Some(part);
    let of = skip(tokens, found.end, &["of", "on"]);
    if of > 0
        && let Some(day) = day_alone(tokens, found.end + of).filter(|d| d.at.told.is_day() && d.at.part.is_none())
    {
        found.with_day(day);
        behind(tokens, &mut found);
        return Some(found);
    }
    // "the dawn of an era", "at the evening's end"
    if any(tokens, k - usize::from(k > i), &["mid"]) && part == Part::Night {
        return None;
    }
    let again = again && part != Part::Night;
    let named = again || tokens[k].is_any(&["morning", "afternoon", "evening"]);
    let alone = named && (preposition && article && any(tokens, i, &["in"]) || early > 0 || again)
        || preposition && !article && any(tokens, i, &["at", "before"]) && !again && !named;
    let other = any(tokens, found.end, &["of"]) || tokens[k].capital;
    let led = any(tokens, found.end, &["at"]);
    if alone
        && led
        && let Some((clock, end)) = clock::behind_a_day(tokens, found.end + 1, true)
    {
        found.with_clock(clock);
        found.end = end;
        return Some(found);
    }
    (alone && !other).then_some(found)
}

const TO: [&str; 8] = ["to", "until", "till", "through", "thru", "-", "–", "—"];

/// Two times and what is between them: "from 4 to 22 January 2017", "Nov. 19-20", "between Monday and Friday", "5 to 6pm".
fn range(tokens: &[Token], i: usize, alone: Option<Found>) -> Option<Found> {
    let between = any(tokens, i, &["between"]);
    let lead = between || any(tokens, i, &["from"]);
    let k = i + usize::from(lead);
    if let Some(found) = month_range(tokens, k) {
        return Some(found);
    }
    if let Some((from, to, end)) = clock_range(tokens, k, lead) {
        let mut found =
            Found { at: Moment { told: Told::Open, part: None, clock: Some(from) }, ..Found::new(Told::Open, end) };
        found.until = Some(Moment { clock: Some(to), ..found.at });
        let on = end + skip(tokens, end, &["on", "of", ","]);
        if let Some(day) = day_alone(tokens, on).filter(|day| day.at.told.is_day()) {
            found.with_day(day);
        }
        return Some(found);
    }
    // 2014-2018, 2014 to 2018
    let joins = |at: usize| any(tokens, at, &TO) || between && any(tokens, at, &["and"]);
    if let (Some((from @ Told::Year(a), at)), true) = (year_alone(tokens, k), joins(k + 1))
        && let Some((to @ Told::Year(b), end)) = year_alone(tokens, at + 1)
        && a < b
        && (lead || i == 0 || !any(tokens, i - 1, &["/", "-", "$", "£", "€"]))
        && (!goes_on(tokens, end) || lead)
    {
        return Some(Found { until: Some(Found::new(to, end).at), ..Found::new(from, end) });
    }
    let slashed = |at: usize| {
        day::slashed(tokens, at, "/")
            .map(|(written, end)| Found::new(Told::Date { written, third: None, back: 0 }, end))
            .filter(|_| tokens.get(at).is_some_and(|t| t.kind == Kind::Figure))
    };
    let from = slashed(k).or_else(|| if lead { single(tokens, k) } else { alone })?;
    let ends = |found: &Found| {
        found.until.is_none()
            && !found.again
            && found.at.clock.is_none()
            && (found.at.told.is_day() || matches!(found.at.told, Told::Date { .. } | Told::Month { .. } | Told::Now))
    };
    (ends(&from) && joins(from.end)).then_some(())?;
    let next = from.end + 1;
    let next = next + skip(tokens, next, &["the"]);
    let month = || {
        bare_month_or_year(tokens, next)
            .map(|(told, end)| Found::new(told, end))
            .filter(|_| lead || !from.at.told.is_day())
    };
    let to = slashed(next).or_else(|| single(tokens, next)).or_else(month).filter(ends)?;
    let mut from = from;
    // "Jan. 3 to March 5, 2019": the year is told once.
    if let (Told::Date { written: a, .. }, Told::Date { written: b, .. }) = (&mut from.at.told, to.at.told)
        && a.year.is_none()
    {
        a.year = b.year.map(|y| y - i32::from(a.month > b.month));
    }
    let same_kind =
        from.at.told.is_day() == to.at.told.is_day() || from.at.told == Told::Now || to.at.told == Told::Now;
    same_kind.then_some(Found { until: Some(to.at), sure: from.sure && to.sure, end: to.end, ..from })
}

fn year_alone(tokens: &[Token], i: usize) -> Option<(Told, usize)> {
    let token = tokens.get(i).filter(|t| t.kind == Kind::Figure && t.lower.len() == 4)?;
    let year = dates::plain_number(token).filter(|y| (1500..2100).contains(y))?;
    Some((Told::Year(year as i32), i + 1))
}

/// Two days of one month: "4 to 22 January 2017", "19 and 20 November", "Nov. 19-20, 2023".
fn month_range(tokens: &[Token], i: usize) -> Option<Found> {
    let figure = |k: usize| {
        tokens
            .get(k)
            .filter(|t| t.kind == Kind::Figure && t.lower.len() <= 4 && !t.lower.ends_with("0s"))
            .and_then(dates::plain_number)
            .filter(|d| (1..=31).contains(d))
            .map(|d| d as u8)
    };
    let joins = |k: usize| any(tokens, k, &TO) || any(tokens, k, &["and"]);
    let built = |from: Written, to: Written, end: usize| {
        let date = |written: Written| Told::Date { written, third: None, back: 0 };
        (from.day < to.day)
            .then_some(Found { until: Some(Found::new(date(to), end).at), ..Found::new(date(from), end) })
    };
    if let Some(first) = figure(i)
        && joins(i + 1)
    {
        let at = i + 2 + skip(tokens, i + 2, &["the"]);
        figure(at)?;
        let to = dates::written(tokens, at).filter(|w| w.day.is_some())?;
        let in_month =
            tokens[at].lower.len() <= 4 && dates::month(tokens.get(at + 1 + skip(tokens, at + 1, &["of"]))).is_some();
        return in_month.then(|| built(Written { day: Some(first), ..to }, to, at + to.tokens)).flatten();
    }
    dates::month(tokens.get(i))?;
    let from = dates::written(tokens, i).filter(|w| w.day.is_some() && w.year.is_none())?;
    let at = i + from.tokens;
    let last = figure(at + 1).filter(|_| joins(at))?;
    let mut end = at + 2;
    let year = year_alone(tokens, end + skip(tokens, end, &[",", "of"]));
    let counted = goes_on(tokens, end) && !any(tokens, at, &["-", "–"]);
    (!counted && !any(tokens, end, &[":", "/"]) && dates::month(tokens.get(end)).is_none()).then_some(())?;
    let mut year_told = None;
    if let Some((Told::Year(year), after)) = year {
        year_told = Some(year);
        end = after;
    }
    let from = Written { year: year_told, ..from };
    built(from, Written { day: Some(last), ..from }, end)
}

/// Two times on the clock, of which one at least can be nothing else, and the token after them.
fn clock_range(tokens: &[Token], i: usize, lead: bool) -> Option<(Clock, Clock, usize)> {
    let strict = |k: usize| clock::clock(tokens, k).is_some();
    let part_at = |k: usize| {
        let at = k + usize::from(any(tokens, k, &["in"]) && any(tokens, k + 1, &["the"])) * 2;
        part(tokens, at).filter(|_| at > k).map(|(part, _)| (part, at + 1))
    };
    let (mut from, end) = clock::bare(tokens, i)?;
    let mut told = strict(i);
    let end = match part_at(end) {
        Some((part, end)) => {
            from = from.within(part);
            told = true;
            end
        }
        None => end,
    };
    (any(tokens, end, &TO) || lead && any(tokens, end, &["and"])).then_some(())?;
    let (mut to, last) = clock::bare(tokens, end + 1)?;
    told |= strict(end + 1);
    let in_words = clock::in_words(tokens, i).is_some() && clock::in_words(tokens, end + 1).is_some();
    let last = match part_at(last) {
        Some((part, last)) => {
            to = to.within(part);
            from = if from.sure { from } else { from.within(part) };
            told = true;
            last
        }
        None => last,
    };
    // "5 to 6pm": both in the afternoon, "9 to 5pm": not.
    if to.sure && !from.sure && from.hour < 12 && from.hour + 12 <= to.hour {
        from = Clock { hour: from.hour + 12, sure: true, ..from };
    } else if from.sure && !to.sure && to.hour < 12 && to.hour < from.hour {
        to = Clock { hour: to.hour + 12, sure: true, ..to };
    }
    // "3 to 17:30" out of the blue is no range of hours; "2-17:30" is a result and a time.
    (told || lead && in_words).then_some(())?;
    (lead || strict(i) || !any(tokens, end, &["-"]) || strict(end + 1)).then_some((from, to, last))
}

/// The "since" that a time hangs on: right before it, or up to six words back ("since the start of the war in …").
fn since(tokens: &[Token], from: usize) -> Option<usize> {
    (from.saturating_sub(7)..from).rev().take_while(|&k| tokens[k].is_word()).find(|&k| tokens[k].is("since"))
}

/// The day of publication that a text's own words point to: the weekday that it calls yesterday, last night or today, next to `near`.
pub(crate) fn publication_day(times: &[Time], near: Day) -> Option<Day> {
    let mut days = times.iter().filter_map(|t| match t.at.told {
        Told::Relative { days, weekday: Some(weekday) } => Some((i64::from(weekday) - days).rem_euclid(7)),
        _ => None,
    });
    let weekday = days.next()?;
    days.all(|d| d == weekday).then_some(())?;
    (-3..=3).map(|d| near.plus(d)).find(|d| i64::from(d.weekday()) == weekday)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence;

    /// Words, value and days of each time in a sentence that was published on a Wednesday.
    fn read(text: &str) -> Vec<(String, String, String)> {
        let sentences = sentence::read(text, &[Span::new(0, text.len())]);
        let mut times = find(text, &sentences[0], 0);
        for time in &mut times {
            time.resolve(Day::new(2023, 11, 22));
        }
        let days = |t: &Time| match t.days {
            Some((from, to)) if from == to => from.to_string(),
            Some((from, to)) => format!("{from}/{to}"),
            None => "-".to_owned(),
        };
        times.iter().map(|t| (t.span.of(text).to_owned(), t.timex(), days(t))).collect()
    }

    fn check(text: &str, span: &str, timex: &str, days: &str) {
        assert_eq!(read(text), [(span.to_owned(), timex.to_owned(), days.to_owned())], "{text}");
    }

    fn no_time(text: &str) {
        assert_eq!(read(text), [], "{text}");
    }

    #[test]
    fn written_dates_take_the_nearest_year() {
        check("It began on October 7.", "October 7", "XXXX-10-07", "2023-10-07");
        check("It ends on Jan. 3.", "Jan. 3", "XXXX-01-03", "2024-01-03");
        check("It began on the second of August.", "second of August", "XXXX-08-02", "2023-08-02");
        check("It began on October 7 last year.", "October 7 last year", "2022-10-07", "2022-10-07");
        no_time("Ministers may second this and march 20 miles.");
        no_time("Jo May 5 times said no.");
    }

    #[test]
    fn figures_are_dates_only_where_they_can_be_nothing_else() {
        check("It began on 11/22/2023.", "11/22/2023", "2023-11-22", "2023-11-22");
        check("It began on 5/3/18.", "5/3/18", "2018-05-03", "2018-03-05/2018-05-03");
        check("It began on 22.11.2023.", "22.11.2023", "2023-11-22", "2023-11-22");
        check("It began at 2023-11-07T17:30.", "2023-11-07T17:30", "2023-11-07T17:30", "2023-11-07");
        no_time("Open 24/7 in the 2010-11 season, they won 3:2 on 9/11.");
    }

    #[test]
    fn weekdays_look_back_unless_the_tense_looks_ahead() {
        check("They met on Tuesday.", "Tuesday", "XXXX-WXX-2", "2023-11-21");
        check("They met on Wednesday morning.", "Wednesday morning", "XXXX-WXX-3TMO", "2023-11-22");
        check("They will meet on Friday.", "Friday", "XXXX-WXX-5", "2023-11-24");
        check("They meet next Monday.", "next Monday", "2023-11-27", "2023-11-27");
        check("They meet this coming Sunday.", "coming Sunday", "XXXX-WXX-7", "2023-11-26");
        check("They met on Tuesday, Nov. 21.", "Tuesday, Nov. 21", "XXXX-11-21", "2023-11-21");
        check("They met on Tuesday the 14th.", "Tuesday the 14th", "2023-11-14", "2023-11-14");
        no_time("The Sun and the Sunday Times sat on it.");
    }

    #[test]
    fn a_weekday_in_brackets_decides() {
        check("The fire last night (Tuesday) was put out.", "last night (Tuesday)", "2023-11-21TNI", "2023-11-21");
        check("Yesterday, on Tuesday, it burnt.", "Yesterday, on Tuesday", "2023-11-21", "2023-11-21");
    }

    #[test]
    fn parts_of_months_weeks_and_since() {
        check("It has gone on since mid-October.", "since mid-October", "XXXX-10", "2023-10-10/2023-10-20");
        check("It began earlier this week.", "earlier this week", "2023-W47", "2023-11-20/2023-11-22");
        check("It ends at the end of this month.", "the end of this month", "2023-11", "2023-11-21/2023-11-30");
        check("It was built in the mid-1990s.", "mid-1990s", "199X", "1990-01-01/1999-12-31");
        check(
            "It grew in the first quarter of 2013.",
            "first quarter of 2013",
            "(2013-01-01,2013-04-01,P3M)",
            "2013-01-01/2013-03-31",
        );
        no_time("At the end of the day she is Person of the Year.");
    }

    #[test]
    fn the_clock_and_the_day_are_one_time() {
        check("They met at 5 p.m. on Tuesday.", "5 p.m. on Tuesday", "XXXX-WXX-2T17", "2023-11-21");
        check("They met on Tuesday at 17:30.", "Tuesday at 17:30", "XXXX-WXX-2T17:30", "2023-11-21");
        check("They met at 3 a.m. local time Saturday.", "3 a.m. local time Saturday", "XXXX-WXX-6T03", "2023-11-18");
        check("They met at half past six in the evening.", "half past six in the evening", "T18:30", "-");
        check("They met at noon.", "noon", "T12", "-");
        check("They met at 1100 hours.", "1100 hours", "T11:00", "-");
        check("They met just after 6: 00 p.m. in Leeds.", "6: 00 p.m.", "T18:00", "-");
        check("They met tonight around 7.", "tonight around 7", "2023-11-22T19", "2023-11-22");
        check("It struck at 3 bases on Tuesday.", "Tuesday", "XXXX-WXX-2", "2023-11-21");
        check("On Tuesday at 10 Downing Street they met.", "Tuesday", "XXXX-WXX-2", "2023-11-21");
        no_time("They won 3:2, in a ratio of 16:10, and read John 3:16.");
    }

    #[test]
    fn a_part_of_a_day_of_its_own_has_no_day() {
        check("It began on the morning of November 21.", "the morning of November 21", "XXXX-11-21TMO", "2023-11-21");
        check("It began in the early morning.", "in the early morning", "TMO", "-");
        no_time("It is the dawn of an era, told on World News Tonight and in USA Today.");
    }

    #[test]
    fn ranges_have_two_ends() {
        check(
            "It raged from 4 to 22 January 2017.",
            "from 4 to 22 January 2017",
            "(2017-01-04,2017-01-22,P18D)",
            "2017-01-04/2017-01-22",
        );
        check("They met on Nov. 19-20.", "Nov. 19-20", "(XXXX-11-19,XXXX-11-20,P1D)", "2023-11-19/2023-11-20");
        check(
            "It rained between Monday and Wednesday.",
            "between Monday and Wednesday",
            "(XXXX-WXX-1,XXXX-WXX-3,P2D)",
            "2023-11-20/2023-11-22",
        );
        check(
            "It rained from Monday to Friday.",
            "from Monday to Friday",
            "(XXXX-WXX-1,XXXX-WXX-5,P4D)",
            "2023-11-13/2023-11-17",
        );
        check("It opens from 5 to 6pm.", "from 5 to 6pm", "(T17,T18,PT1H)", "-");
        check(
            "It ran from December 28 to January 3.",
            "from December 28 to January 3",
            "(XXXX-12-28,XXXX-01-03,P6D)",
            "2023-12-28/2024-01-03",
        );
        no_time("From five to seven people died at 5 to 7 bases.");
    }

    #[test]
    fn lengths_are_not_ages_or_rates() {
        check("It took two and a half days.", "two and a half days", "P2.5D", "-");
        check("It took a few hours.", "a few hours", "PT3H", "-");
        check("A three-day truce held.", "three-day", "P3D", "-");
        no_time("A 13-year-old earned 20 dollars an hour at 60 miles a day.");
    }

    #[test]
    fn days_are_counted_from_publication() {
        check("It began two days ago.", "two days ago", "2023-11-20", "2023-11-20");
        check("It will end in three weeks.", "in three weeks", "2023-12-13", "2023-12-13");
        check("It was built in three weeks.", "three weeks", "P3W", "-");
        check("He will be the fifth coach in four years.", "four years", "P4Y", "-");
        check(
            "It rained the past six weeks.",
            "past six weeks",
            "(2023-10-11,2023-11-22,P6W)",
            "2023-10-11/2023-11-22",
        );
        check("It ended the day before yesterday.", "the day before yesterday", "2023-11-20", "2023-11-20");
        check("It ended on the 17th.", "the 17th", "XXXX-XX-17", "2023-11-17");
        no_time("It shouldn't last; on the 17th floor nobody saw it.");
    }

    #[test]
    fn a_week_told_from_another_event_has_a_value_and_no_days() {
        check("They met the following week.", "following week", "2023-W48", "-");
        no_time("They met the day before.");
    }

    #[test]
    fn what_comes_again_has_no_days() {
        check("They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2", "-");
        check("They meet daily.", "daily", "P1D", "-");
        check("They meet every two years.", "every two years", "P2Y", "-");
        no_time("The Daily News said every second counts.");
    }

    #[test]
    fn holidays_and_seasons_are_named() {
        check("It fell on Christmas Eve.", "Christmas Eve", "XXXX-12-24", "2023-12-24");
        check("It fell on Thanksgiving last year.", "Thanksgiving last year", "2022-11-24", "2022-11-24");
        check("It fell last Easter.", "last Easter", "2023-04-09", "2023-04-09");
        check("It was dry last summer.", "last summer", "2023-SU", "-");
        no_time("Prices fall, they spring back, and a Christmas tree stands.");
    }

    #[test]
    fn the_day_of_publication_follows_from_a_named_yesterday() {
        let text = "Yesterday, on Tuesday, it burnt.";
        let sentences = sentence::read(text, &[Span::new(0, text.len())]);
        let near = Day::new(2023, 11, 23).expect("a day");
        assert_eq!(publication_day(&find(text, &sentences[0], 0), near), Day::new(2023, 11, 22));
    }
}
