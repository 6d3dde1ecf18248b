//! Times: what is printed, and the days that it covers once the day of publication is known.
//!
//! Gets wrong: days told relative to another event ("the day before", "that night": left unread), and a weekday of the
//! coming week where no "will" or "next" stands before it.

use crate::calendar::Day;
use crate::dates::{self, Written};
use crate::lexicon;
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::Token;

/// What kind of time, after `TimeML`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeKind {
    /// A day or more.
    Date,
    /// A part of a day.
    Time,
    /// A length.
    Duration,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    fn timex(self) -> &'static str {
        match self {
            Self::Morning => "TMO",
            Self::Afternoon => "TAF",
            Self::Evening => "TEV",
            Self::Night => "TNI",
        }
    }

    fn read(lower: &str) -> Option<Self> {
        Some(match lower {
            "morning" | "dawn" | "daybreak" | "sunrise" => Self::Morning,
            "noon" | "afternoon" | "midday" => Self::Afternoon,
            "evening" | "dusk" | "sunset" => Self::Evening,
            "night" | "midnight" | "overnight" => Self::Night,
            _ => return None,
        })
    }
}

/// A span of time in words, before it is resolved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Told {
    /// A written date; `third` 1 to 3 for early, mid and late; `back` years before the written or known one ("last year").
    Date { written: Written, third: Option<u8>, back: i32 },
    /// A month without a year or day.
    Month { month: u8, third: Option<u8>, back: i32 },
    /// A year.
    Year(i32),
    /// A weekday; `weeks` from this one where "last" or "next" says so; `coming` where the tense looks ahead.
    Weekday { weekday: u8, weeks: i64, coming: bool },
    /// Days from the day of publication, and the weekday where the text names it too.
    Relative { days: i64, weekday: Option<u8> },
    /// Weeks, months or years from this one ("last month").
    Period { unit: Unit, back: i64 },
    /// A number of units before ("two weeks ago") or after.
    Ago { unit: Unit, count: i64 },
    /// A length.
    Length { unit: Unit, count: Option<u32> },
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    fn read(lower: &str) -> Option<Self> {
        Some(match lower.trim_end_matches('s') {
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "week" => Self::Week,
            "month" => Self::Month,
            "year" => Self::Year,
            _ => return None,
        })
    }
}

/// A time in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Time {
    pub(crate) span: Span,
    pub(crate) told: Told,
    pub(crate) part: Option<Part>,
    /// Counted from this time on ("since").
    pub(crate) since: bool,
    /// Index of the sentence.
    pub(crate) sentence: usize,
    /// Index of its first token in the sentence.
    pub(crate) token: usize,
    /// First and last day; none where they cannot be known.
    pub(crate) days: Option<(Day, Day)>,
}

impl Time {
    /// True for times that name one day by its own date or weekday, or by the day of publication.
    pub(crate) fn is_day(&self) -> bool {
        self.days.is_some_and(|(from, to)| from == to)
    }

    pub(crate) fn kind(&self) -> TimeKind {
        match self.told {
            Told::Length { .. } => TimeKind::Duration,
            _ if self.part.is_some() => TimeKind::Time,
            _ => TimeKind::Date,
        }
    }

    /// The TIMEX3 value; unresolved parts are `X`.
    pub(crate) fn timex(&self) -> String {
        let part = self.part.map_or("", Part::timex);
        let day = |d: Day| format!("{d}{part}");
        match (self.told, self.days) {
            (Told::Length { unit, count }, _) => {
                let n = count.map_or_else(|| "X".to_owned(), |c| c.to_string());
                match unit {
                    Unit::Minute => format!("PT{n}M"),
                    Unit::Hour => format!("PT{n}H"),
                    Unit::Day => format!("P{n}D"),
                    Unit::Week => format!("P{n}W"),
                    Unit::Month => format!("P{n}M"),
                    Unit::Year => format!("P{n}Y"),
                }
            }
            (Told::Year(year), _) => format!("{year:04}"),
            (Told::Period { unit: Unit::Week, .. }, Some((from, _))) => {
                let (year, week) = from.week();
                format!("{year:04}-W{week:02}")
            }
            (Told::Period { unit: Unit::Year, .. }, Some((from, _))) => format!("{:04}", from.year()),
            (
                Told::Period { unit: Unit::Month, .. }
                | Told::Month { third: None, .. }
                | Told::Date { written: Written { day: None, .. }, third: None, .. },
                Some((from, _)),
            ) => format!("{:04}-{:02}", from.year(), from.month()),
            (_, Some((from, to))) if from == to => day(from),
            (_, Some((from, to))) => format!("({from},{to},P{}D)", to.since(from)),
            (Told::Weekday { weekday, .. }, None) => format!("XXXX-WXX-{}{part}", weekday + 1),
            (Told::Date { written, .. }, None) => match written.day {
                Some(d) => format!("XXXX-{:02}-{d:02}{part}", written.month),
                None => format!("XXXX-{:02}", written.month),
            },
            (Told::Month { month, .. }, None) => format!("XXXX-{month:02}"),
            _ => "PAST_REF".to_owned(),
        }
    }

    /// Fills in the days from `reference`, the day on which the words were published.
    pub(crate) fn resolve(&mut self, reference: Option<Day>) {
        self.days = days(self.told, reference);
    }
}

fn month_days(year: i32, month: u8, third: Option<u8>) -> Option<(Day, Day)> {
    let first = Day::new(year, month, 1)?;
    let last = first.month_end();
    Some(match third {
        Some(1) => (first, first.plus(9)),
        Some(2) => (first.plus(9), first.plus(19)),
        Some(_) => (first.plus(20), last),
        None => (first, last),
    })
}

fn days(told: Told, reference: Option<Day>) -> Option<(Day, Day)> {
    let one = |day: Day| (day, day);
    match told {
        Told::Date { written, third, back } => {
            let Some(_) = written.day else { return month_days(written.year? - back, written.month, third) };
            let day = written.resolve(reference)?;
            if back == 0 { Some(one(day)) } else { Day::new(day.year() - back, day.month(), day.day()).map(one) }
        }
        Told::Month { month, third, back } => {
            let now = reference?;
            // The last such month that has begun.
            let year = if month > now.month() { now.year() - 1 } else { now.year() };
            month_days(year - back, month, third)
        }
        Told::Year(year) => Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)),
        Told::Weekday { weekday, weeks, coming } => {
            let now = reference?;
            let back = i64::from((now.weekday() + 7 - weekday) % 7);
            let day = match weeks {
                0 if coming => now.plus((7 - back) % 7),
                0 => now.plus(-back),
                w if w < 0 => now.plus(-i64::from(now.weekday()) + i64::from(weekday) + 7 * w),
                w => now.plus(-i64::from(now.weekday()) + i64::from(weekday) + 7 * w),
            };
            Some(one(day))
        }
        Told::Relative { days, weekday } => {
            let now = reference?;
            let day = now.plus(days);
            // "last night (Tuesday)": the weekday in brackets decides.
            Some(one(weekday.map_or(day, |w| now.plus(-i64::from((now.weekday() + 7 - w) % 7)))))
        }
        Told::Period { unit, back } => {
            let now = reference?;
            match unit {
                Unit::Week => {
                    let monday = now.plus(-i64::from(now.weekday()) - 7 * back);
                    Some((monday, monday.plus(6)))
                }
                Unit::Month => {
                    let months = i64::from(now.year()) * 12 + i64::from(now.month()) - 1 - back;
                    month_days(months.div_euclid(12) as i32, months.rem_euclid(12) as u8 + 1, None)
                }
                Unit::Year => days(Told::Year(now.year() - back as i32), None),
                _ => None,
            }
        }
        Told::Ago { unit, count } => {
            let now = reference?;
            match unit {
                Unit::Day => Some(one(now.plus(-count))),
                Unit::Week => Some(one(now.plus(-7 * count))),
                Unit::Minute | Unit::Hour if count <= 12 => Some(one(now)),
                Unit::Year => month_days(now.year() - count as i32, now.month(), None),
                Unit::Month => days(Told::Period { unit, back: count }, reference),
                _ => None,
            }
        }
        Told::Length { .. } => None,
    }
}

/// The times of one sentence, in order, not yet resolved.
pub(crate) fn find(sentence: &Sentence, index: usize) -> Vec<Time> {
    let tokens = &sentence.tokens;
    let mut out: Vec<Time> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let Some(mut found) = core(tokens, i) else {
            i += 1;
            continue;
        };
        widen(tokens, &mut found);
        let since = since(tokens, found.from);
        let from = since.filter(|s| found.from - s <= 1).unwrap_or(found.from);
        out.push(Time {
            span: Span { start: tokens[from].span.start, end: tokens[found.to - 1].span.end },
            told: found.told,
            part: found.part,
            since: since.is_some(),
            sentence: index,
            token: found.from,
            days: None,
        });
        i = found.to;
    }
    out
}

/// A time under construction: tokens `from..to`.
struct Found {
    told: Told,
    part: Option<Part>,
    from: usize,
    to: usize,
}

fn core(tokens: &[Token], i: usize) -> Option<Found> {
    let get = |k: usize| tokens.get(i + k);
    let word = |k: usize, w: &str| get(k).is_some_and(|t| t.is(w));
    let first = get(0)?;
    let found = |told: Told, part: Option<Part>, used: usize| Some(Found { told, part, from: i, to: i + used });
    if let Some(written) = dates::written(tokens, i) {
        let mut used = written.tokens;
        let mut back = 0;
        if written.year.is_none() && word(used, "last") && word(used + 1, "year") {
            back = 1;
            used += 2;
        }
        // The year nearest to the reference, less one, is meant only where the reference lies in this year.
        return found(Told::Date { written, third: None, back }, None, used);
    }
    let third = |w: &str| match w {
        "early" => Some(1),
        "mid" | "middle" => Some(2),
        "late" => Some(3),
        _ => None,
    };
    // mid-October, early October, late October 2022
    let (lead, month_word) = match first.lower.split_once('-') {
        Some((lead, rest)) if third(lead).is_some() => (third(lead), Some((rest.to_owned(), 1))),
        _ => match third(&first.lower) {
            Some(t) => {
                let at = 1 + usize::from(word(1, "-"));
                (Some(t), get(at).filter(|m| m.capital).map(|m| (m.lower.clone(), at + 1)))
            }
            None => (None, None),
        },
    };
    if let (Some(third), Some((name, used))) = (lead, month_word)
        && let Some(month) = lexicon::month(&name)
    {
        let year = get(used).and_then(dates::plain_number).filter(|y| (1200..2200).contains(y));
        return match year {
            Some(y) => found(
                Told::Date {
                    written: Written { year: Some(y as i32), month, day: None, tokens: used + 1 },
                    third: Some(third),
                    back: 0,
                },
                None,
                used + 1,
            ),
            None => found(Told::Month { month, third: Some(third), back: 0 }, None, used),
        };
    }
    if first.is_word()
        && first.capital
        && let Some(weekday) = lexicon::weekday(&first.lower)
    {
        let weeks = match i.checked_sub(1).map(|k| &tokens[k]) {
            Some(t) if t.is("last") => -1,
            Some(t) if t.is("next") => 1,
            _ => 0,
        };
        let coming = tokens[..i]
            .iter()
            .rev()
            .take(12)
            .any(|t| t.is_any(&["will", "next", "coming", "upcoming", "'ll", "scheduled", "expected", "due"]));
        return found(Told::Weekday { weekday, weeks, coming }, None, 1);
    }
    let relative = match first.lower.as_str() {
        "yesterday" => Some((-1, None)),
        "today" => Some((0, None)),
        "tonight" | "overnight" => Some((0, Some(Part::Night))),
        "tomorrow" => Some((1, None)),
        _ => None,
    };
    if let Some((days, part)) = relative {
        return found(Told::Relative { days, weekday: None }, part, 1);
    }
    let number = |k: usize| -> Option<u32> {
        get(k).and_then(|t| {
            dates::plain_number(t)
                .or_else(|| lexicon::number_word(&t.lower))
                .or_else(|| t.is_any(&["a", "an"]).then_some(1))
        })
    };
    match first.lower.as_str() {
        "last" | "this" | "next" => {
            let step = match first.lower.as_str() {
                "last" => -1,
                "this" => 0,
                _ => 1,
            };
            if let Some(part) = get(1).and_then(|t| Part::read(&t.lower)) {
                return found(Told::Relative { days: step, weekday: None }, Some(part), 2);
            }
            if let Some(unit @ (Unit::Week | Unit::Month | Unit::Year)) =
                get(1).and_then(|t| Unit::read(&t.lower)).filter(|_| get(1).is_some_and(|t| !t.lower.ends_with('s')))
            {
                return found(Told::Period { unit, back: -step }, None, 2);
            }
            if let Some(month) = get(1).filter(|t| t.capital).and_then(|t| lexicon::month(&t.lower)) {
                return found(Told::Month { month, third: None, back: 0 }, None, 2);
            }
        }
        "past" => {
            let count = number(1);
            if let Some(unit) = get(2)
                .and_then(|t| Unit::read(&t.lower))
                .filter(|_| count.is_some() || word(1, "few") || word(1, "several"))
            {
                return found(Told::Length { unit, count }, None, 3);
            }
        }
        _ => {}
    }
    if let Some(count) = number(0).filter(|_| !first.is_any(&["a", "an"]) || word(2, "ago"))
        && let Some(unit) = get(1).and_then(|t| Unit::read(&t.lower))
    {
        if word(2, "ago") || word(2, "earlier") {
            return found(Told::Ago { unit, count: i64::from(count) }, None, 3);
        }
        if word(2, "old") || get(2).is_some_and(|t| t.is("-")) {
            return None;
        }
        return found(Told::Length { unit, count: Some(count) }, None, 2);
    }
    // A month of its own, a year of its own: only where a preposition makes them times.
    let preposition = i.checked_sub(1).is_some_and(|k| {
        tokens[k].is_any(&["in", "since", "of", "by", "until", "during", "from", "last", "before", "after"])
    });
    if preposition
        && first.capital
        && let Some(month) = lexicon::month(&first.lower)
    {
        return found(Told::Month { month, third: None, back: 0 }, None, 1);
    }
    if preposition
        && first.lower.len() == 4
        && let Some(year) = dates::plain_number(first).filter(|y| (1500..2100).contains(y))
    {
        let counted = get(1).is_some_and(|t| t.is_word() && !t.capital && !lexicon::is_stop_word(&t.lower));
        if !counted {
            return found(Told::Year(year as i32), None, 1);
        }
    }
    None
}

/// Takes in the words around a day that belong to it: "on the morning of …", "early …", "… at dawn", "… (Tuesday)", "…, on Tuesday".
fn widen(tokens: &[Token], found: &mut Found) {
    let get = |k: usize| tokens.get(k);
    // Behind: morning, night; at dawn; before dawn; in the evening
    let mut k = found.to;
    k += usize::from(get(k).is_some_and(|t| t.is_any(&["at", "before", "in"])));
    k += usize::from(k > found.to && get(k).is_some_and(|t| t.is("the")));
    if found.part.is_none()
        && let Some(part) = get(k).and_then(|t| Part::read(&t.lower))
    {
        found.part = Some(part);
        found.to = k + 1;
    }
    // The weekday that says which day is meant.
    if let Told::Relative { ref mut weekday, .. } = found.told {
        let at = found.to;
        let day_at = |k: usize| get(k).filter(|t| t.capital).and_then(|t| lexicon::weekday(&t.lower));
        if get(at).is_some_and(|t| t.is("("))
            && get(at + 2).is_some_and(|t| t.is(")"))
            && let Some(day) = day_at(at + 1)
        {
            *weekday = Some(day);
            found.to = at + 3;
        } else if get(at).is_some_and(|t| t.is(",")) {
            let on = usize::from(get(at + 1).is_some_and(|t| t.is("on")));
            if let Some(day) = day_at(at + 1 + on) {
                *weekday = Some(day);
                found.to = at + 2 + on;
            }
        }
    }
    // In front: early, late; the morning of; last, next
    let before = |n: usize| found.from.checked_sub(n).and_then(get);
    if before(1).is_some_and(|t| t.is_any(&["early", "late"])) {
        found.part =
            found.part.or(Some(if before(1).is_some_and(|t| t.is("early")) { Part::Morning } else { Part::Night }));
        found.from -= 1;
    } else if before(1).is_some_and(|t| t.is_any(&["last", "next", "this"]))
        && matches!(found.told, Told::Weekday { .. })
    {
        found.from -= 1;
    } else if before(1).is_some_and(|t| t.is_any(&["of", "on"]))
        && let Some(part) = before(2).and_then(|t| Part::read(&t.lower))
    {
        found.part = Some(part);
        found.from -= 2;
        if found.from > 0 && tokens[found.from - 1].is("the") {
            found.from -= 1;
        }
    }
}

/// The "since" that a time hangs on: right before it, or up to six words back ("since the start of the war in …").
fn since(tokens: &[Token], from: usize) -> Option<usize> {
    (from.saturating_sub(7)..from).rev().take_while(|&k| tokens[k].is_word()).find(|&k| tokens[k].is("since"))
}

/// The day of publication that a text's own words point to: the weekday that it calls yesterday, last night or today, next to `near`.
pub(crate) fn publication_day(times: &[Time], near: Day) -> Option<Day> {
    let mut days = times.iter().filter_map(|t| match t.told {
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

    fn read(text: &str) -> Vec<(String, String)> {
        let sentences = sentence::read(text, &[Span::new(0, text.len())]);
        let mut times = find(&sentences[0], 0);
        // A Wednesday.
        for time in &mut times {
            time.resolve(Day::new(2023, 11, 22));
        }
        times.iter().map(|t| (t.span.of(text).to_owned(), t.timex())).collect()
    }

    fn check(text: &str, span: &str, timex: &str) {
        assert_eq!(read(text), [(span.to_owned(), timex.to_owned())], "{text}");
    }

    #[test]
    fn written_dates_take_the_nearest_year() {
        check("It began on October 7.", "October 7", "2023-10-07");
        check("It ends on Jan. 3.", "Jan. 3", "2024-01-03");
        check("It began on the morning of November 21.", "the morning of November 21", "2023-11-21TMO");
        check("It began on October 7 last year.", "October 7 last year", "2022-10-07");
    }

    #[test]
    fn weekdays_look_back_unless_the_tense_looks_ahead() {
        check("They met on Tuesday.", "Tuesday", "2023-11-21");
        check("They met on Wednesday morning.", "Wednesday morning", "2023-11-22TMO");
        check("They will meet on Friday.", "Friday", "2023-11-24");
    }

    #[test]
    fn a_weekday_in_brackets_decides() {
        check("The fire last night (Tuesday) was put out.", "last night (Tuesday)", "2023-11-21TNI");
        check("Yesterday, on Tuesday, it burnt.", "Yesterday, on Tuesday", "2023-11-21");
    }

    #[test]
    fn parts_of_months_and_since() {
        check("It has gone on since mid-October.", "since mid-October", "(2023-10-10,2023-10-20,P10D)");
    }

    #[test]
    fn the_day_of_publication_follows_from_a_named_yesterday() {
        let text = "Yesterday, on Tuesday, it burnt.";
        let sentences = sentence::read(text, &[Span::new(0, text.len())]);
        let near = Day::new(2023, 11, 23).expect("a day");
        assert_eq!(publication_day(&find(&sentences[0], 0), near), Day::new(2023, 11, 22));
    }
}
