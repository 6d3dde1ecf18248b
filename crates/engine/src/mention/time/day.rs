//! Days, months, years and other stretches of the calendar, without the clock.
//!
//! Gets wrong: names made of such words ("the Friday Group"), and counts behind a preposition that look like years and have no
//! noun of their own ("rose by 1980 to …").

use super::tense::{self, Tense};
use super::told::{Count, Season, Third, Told, Unit, YearOf};
use super::words::{any, close, goes_on, length, number, skip};
use crate::dates::{self, Written};
use crate::letters::whole;
use crate::lexicon;
use crate::token::{Kind, Token};

/// The most units that days are counted by: more lie outside the calendar.
const MOST: f64 = 100_000.0;

/// What was read, up to the token `end`. `sure` where its days can be told from publication; a time told from another
/// event as often ("the following week") has a value, but no days.
pub(super) struct Read {
    pub(super) told: Told,
    pub(super) sure: bool,
    pub(super) end: usize,
}

#[expect(clippy::unnecessary_wraps, reason = "what each reader returns")]
fn read(told: Told, end: usize) -> Option<Read> {
    Some(Read { told, sure: true, end })
}

/// Which one of "last", "this", "next" a word is, in steps from this; false where another event may be meant.
fn step(token: Option<&Token>) -> Option<(i64, bool)> {
    Some(match token?.lower.as_str() {
        "last" | "past" => (-1, true),
        "previous" => (-1, false),
        "this" | "current" => (0, true),
        "next" | "coming" | "upcoming" => (1, true),
        "following" => (1, false),
        _ => return None,
    })
}

/// The weekday at `i`: a full name, or an abbreviation that a stop, figure or bracket marks.
pub(super) fn weekday(tokens: &[Token], i: usize) -> Option<u8> {
    let token = tokens.get(i).filter(|t| t.is_word())?;
    let day = token.weekday()?;
    let short = token.lower.len() <= 5;
    let marked = !token.lower.ends_with("day")
        && (any(tokens, i + 1, &[".", ",", ")", "the", "-"])
            || tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Figure || dates::month(Some(t)).is_some()));
    let sun = i > 0 && any(tokens, i - 1, &["the"]);
    // "Black Friday", "Sunday Times": names made of weekdays
    let name = token.capital
        && (i > 0
            && tokens[i - 1].capital
            && any(tokens, i - 1, &["black", "bloody", "good", "ash", "super", "cyber", "palm", "holy"])
            || tokens.get(i + 1).is_some_and(|t| {
                t.capital
                    && t.is_any(&[
                        "times",
                        "mirror",
                        "telegraph",
                        "post",
                        "express",
                        "herald",
                        "mail",
                        "world",
                        "school",
                    ])
            }));
    (!name).then_some(())?;
    let may = token.capital || token.is_any(&["tues", "thurs"]);
    (!short || token.lower.ends_with("day") || marked && may && !sun).then_some(day)
}

/// The weekday of a repeated day: "Tuesdays".
fn weekdays(token: &Token) -> Option<u8> {
    token.lower.strip_suffix('s').filter(|w| w.ends_with("day")).and_then(lexicon::weekday)
}

fn season(token: Option<&Token>) -> Option<Season> {
    Some(match token?.lower.as_str() {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "fall" | "autumn" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

fn year(tokens: &[Token], i: usize) -> Option<i32> {
    let token = tokens.get(i).filter(|t| t.lower.len() == 4)?;
    dates::plain_number(token).filter(|y| (1500..2100).contains(y)).map(|y| y as i32)
}

/// "last year", "this year": how many years back.
fn of_year(tokens: &[Token], i: usize) -> Option<(i32, usize)> {
    let i = i + usize::from(any(tokens, i, &["of"]) && step(tokens.get(i + 1)).is_some());
    let (steps, _) = step(tokens.get(i)).filter(|_| any(tokens, i + 1, &["year"]))?;
    Some((-steps as i32, i + 2))
}

/// The day or longer time at `i`.
pub(super) fn at(tokens: &[Token], i: usize) -> Option<Read> {
    dated(tokens, i)
        .or_else(|| week(tokens, i))
        .or_else(|| near(tokens, i))
        .or_else(|| stepped(tokens, i))
        .or_else(|| counted(tokens, i))
        .or_else(|| again(tokens, i))
        .or_else(|| named(tokens, i))
}

/// A written date, with or without the weekday before it.
fn dated(tokens: &[Token], i: usize) -> Option<Read> {
    let plain = |i: usize| -> Option<Read> {
        let written = dates::written(tokens, i)?;
        let end = i + written.tokens;
        if written.year.is_none()
            && let Some((back, end)) = of_year(tokens, end)
        {
            return read(Told::Date { written, third: None, back }, end);
        }
        read(Told::Date { written, third: None, back: 0 }, end)
    };
    if let Some(found) = plain(i) {
        return Some(found);
    }
    // "on 22/04"
    if i > 0
        && any(tokens, i - 1, &["on", "from", "until", "since"])
        && let Some((written, end)) = slashed(tokens, i, "/")
    {
        return read(Told::Date { written, third: None, back: 0 }, end);
    }
    // "Tuesday, Nov. 21", "Friday 7/6", "Tuesday (November 21)"
    let weekday = weekday(tokens, i)?;
    let bracket = any(tokens, i + 1, &["("]);
    let k = i + 1 + skip(tokens, i + 1, &["(", ".", ","]);
    let k = k + usize::from(k > i + 1 && any(tokens, k, &[","]));
    let k = k + skip(tokens, k, &["the"]);
    let close = |end: usize| if bracket { any(tokens, end, &[")"]).then_some(end + 1) } else { Some(end) };
    if let Some(found) = plain(k)
        && matches!(found.told, Told::Date { written: Written { day: Some(_), .. }, .. })
        && let Some(end) = close(found.end)
    {
        return read(found.told, end);
    }
    for mark in ["/", "-", "."] {
        if let Some((written, end)) = slashed(tokens, k, mark).filter(|_| k == i + 1) {
            return read(Told::Date { written, third: None, back: 0 }, end);
        }
    }
    // "Tuesday the eleventh", "Friday 26th"
    if let Some((day, end)) = day_of_month(tokens, k) {
        return read(Told::DayOfMonth { day, weekday: Some(weekday), months: None }, end);
    }
    None
}

/// "22/04", "7/6", "7.6": month and day in figures, the American way unless only the other is possible. "24/7" and "9/11" have
/// a meaning of their own.
pub(super) fn slashed(tokens: &[Token], i: usize, mark: &str) -> Option<(Written, usize)> {
    let (a, b, end) = if mark == "." {
        let (a, b) = tokens.get(i).filter(|t| t.kind == Kind::Figure)?.lower.split_once('.')?;
        (whole(a)?, whole(b)?, i + 1)
    } else {
        let figure = |k: usize| {
            tokens.get(k).filter(|t| t.lower.len() <= 2 && t.kind == Kind::Figure).and_then(dates::plain_number)
        };
        let joined = any(tokens, i + 1, &[mark]) && close(tokens, i) && close(tokens, i + 1);
        (figure(i).filter(|_| joined)?, figure(i + 2)?, i + 3)
    };
    let (month, day) = if a > 12 { (b, a) } else { (a, b) };
    let own = mark == "/" && [(24, 7), (9, 11)].contains(&(a, b));
    (!own && (1..=12).contains(&month) && (1..=31).contains(&day) && !any(tokens, end, &[mark])).then_some(())?;
    (!goes_on(tokens, end) || any(tokens, end, &["a.m", "p.m"])).then_some(())?;
    Some((Written { year: None, month: month as u8, day: Some(day as u8), tokens: end - i, either: false }, end))
}

/// "17th", "eleventh", "thirty first".
fn day_of_month(tokens: &[Token], i: usize) -> Option<(u8, usize)> {
    let token = tokens.get(i)?;
    if token.kind == Kind::Figure {
        let ordinal = ["st", "nd", "rd", "th"].iter().any(|e| token.lower.ends_with(e));
        return dates::plain_number(token).filter(|n| ordinal && (1..=31).contains(n)).map(|n| (n as u8, i + 1));
    }
    dates::ordinal_words(tokens, i)
}

/// Weeks by number or by their first day, and days of a month that is told beside them.
fn week(tokens: &[Token], i: usize) -> Option<Read> {
    let first = tokens.get(i)?;
    let k = i + skip(tokens, i, &["the"]);
    // the week of November 6, the week beginning on February 4
    let begins = any(tokens, k + 1, &["of", "beginning", "starting", "commencing"])
        .then_some(k + 2)
        .filter(|_| any(tokens, k, &["week"]));
    let begins =
        begins.or_else(|| (first.is("w") && any(tokens, i + 1, &["/"]) && any(tokens, i + 2, &["c"])).then_some(i + 3));
    if let Some(at) = begins {
        let at = at + skip(tokens, at, &["on"]);
        let found = dated(tokens, at)?;
        return Some(Read { sure: false, ..found });
    }
    // "week 31"; with a capital it is one of a season of sports
    if first.is("week")
        && !first.capital
        && let Some(week) = tokens.get(i + 1).filter(|t| t.lower.len() <= 2).and_then(dates::plain_number)
        && (1..=53).contains(&week)
    {
        return read(Told::Week { week: week as u8, year: None }, i + 2);
    }
    // the first week of 2019
    if any(tokens, i, &["first", "last"]) && any(tokens, i + 1, &["week"]) && any(tokens, i + 2, &["of"]) {
        let year = year(tokens, i + 3)?;
        return read(Told::Week { week: u8::from(first.is("first")), year: Some(year) }, i + 4);
    }
    // the 15th day of next month, of June
    if let Some((day, end)) = day_of_month(tokens, i)
        && any(tokens, end, &["day"])
        && any(tokens, end + 1, &["of"])
    {
        if let Some(month) = dates::month(tokens.get(end + 2)) {
            let written = Written { year: None, month, day: Some(day), tokens: 1, either: false };
            return read(Told::Date { written, third: None, back: 0 }, end + 3);
        }
        let months = if any(tokens, end + 2, &["the"]) { 0 } else { step(tokens.get(end + 2))?.0 };
        any(tokens, end + 3, &["month"]).then_some(())?;
        return read(Told::DayOfMonth { day, weekday: None, months: Some(months) }, end + 4);
    }
    // on the 17th, the night of the 10th
    if i > 0
        && any(tokens, i - 1, &["on", "of", "by", "since", "until", "from"])
        && first.is("the")
        && tokens.get(i + 1).is_some_and(|t| t.kind == Kind::Figure)
        && let Some((day, end)) = day_of_month(tokens, i + 1)
        && tokens.get(end).is_none_or(|t| {
            !t.is_word() && !t.is("-") && t.kind != Kind::Figure || t.is_any(&["at", "when", "for", "local"])
        })
    {
        return read(Told::DayOfMonth { day, weekday: None, months: None }, end);
    }
    None
}

/// Whether the word at `i` ends a name: "USA Today", "World News Tonight".
fn is_in_name(tokens: &[Token], i: usize) -> bool {
    let title = |t: &Token| t.capital && t.is_word();
    let plain = |t: &Token| t.is_stop_word() || t.weekday().is_some();
    title(&tokens[i])
        && tokens[i].weekday().is_none()
        && i.checked_sub(1).is_some_and(|k| title(&tokens[k]) && !plain(&tokens[k]))
        // A headline has capitals throughout.
        && tokens.iter().any(|t| t.is_word() && !t.capital && !t.is_stop_word())
}

/// Weekdays, and days told from today.
fn near(tokens: &[Token], i: usize) -> Option<Read> {
    let first = tokens.get(i)?;
    (!is_in_name(tokens, i)).then_some(())?;
    let relative = |days: i64, end: usize| read(Told::Relative { days, weekday: None }, end);
    match first.lower.as_str() {
        "yesterday" => return relative(-1, i + 1),
        "today" | "tonight" | "tonite" | "overnight" => return relative(0, i + 1),
        "tomorrow" => return relative(1, i + 1),
        "now" => return read(Told::Now, i + 1),
        "the" if any(tokens, i + 1, &["day"]) => return near(tokens, i + 1).filter(|r| r.end > i + 2),
        "day" if any(tokens, i + 1, &["before"]) && any(tokens, i + 2, &["yesterday"]) => return relative(-2, i + 3),
        "day" if any(tokens, i + 1, &["after"]) && any(tokens, i + 2, &["tomorrow"]) => return relative(2, i + 3),
        _ => {}
    }
    let day = weekday(tokens, i)?;
    let k = i + 1;
    // Tuesday of last week
    if any(tokens, k, &["of"]) {
        let at = k + 1 + skip(tokens, k + 1, &["the"]);
        if let Some((weeks, _)) = step(tokens.get(at)).filter(|_| any(tokens, at + 1, &["week"])) {
            return read(Told::Weekday { weekday: day, weeks: Some(weeks), coming: false }, at + 2);
        }
    }
    if any(tokens, k, &["last", "next", "this"])
        && any(tokens, k + 1, &["week"])
        && let Some((weeks, _)) = step(tokens.get(k))
    {
        return read(Told::Weekday { weekday: day, weeks: Some(weeks), coming: false }, k + 2);
    }
    read(Told::Weekday { weekday: day, weeks: None, coming: tense::at(tokens, i) == Tense::Future }, k)
}

/// "last", "this", "next" and what follows: units, weekdays, months, seasons, holidays, parts of the day, runs of units.
fn stepped(tokens: &[Token], i: usize) -> Option<Read> {
    let first = tokens.get(i)?;
    (!is_in_name(tokens, i)).then_some(())?;
    let (steps, sure) = step(Some(first))?;
    let told = |told: Told, end: usize| Some(Read { told, sure, end });
    let next = tokens.get(i + 1)?;
    let k = i + 2;
    // "shouldn't last two hours", "went past two": a run is led by "the", by a preposition, or opens the sentence.
    let led = i == 0
        || any(
            tokens,
            i - 1,
            &[
                "the", "in", "over", "during", "within", "for", "out", "about", "these", "of", "its", "their", "his",
                "her", "our",
            ],
        )
        || first.is_any(&["next", "coming", "previous"]);
    if steps != 0
        && led
        && let Some((count, unit, end)) = length(tokens, i + 1).filter(|_| !next.is_any(&["a", "an", "all", "another"]))
    {
        let plain = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade);
        return plain.then_some(Read { told: Told::Run { unit, count, ahead: steps > 0 }, sure, end });
    }
    if let Some(weekday) = weekday(tokens, i + 1).filter(|_| !first.is("current")) {
        let weeks = (!first.is_any(&["coming", "upcoming"])).then_some(steps);
        return told(Told::Weekday { weekday, weeks, coming: steps > 0 }, k);
    }
    if super::told::Part::read(&next.lower).is_some_and(|_| first.is_any(&["last", "this", "next"])) {
        // "the next morning" is told from another event.
        let other = first.is("next") || steps < 0 && !next.is_any(&["night"]);
        return Some(Read {
            told: Told::Relative { days: steps, weekday: None },
            sure: !other || first.is("last"),
            end: i + 1,
        });
    }
    let unit = match next.lower.as_str() {
        "weekend" => Some(Unit::Weekend),
        "quarter" => Some(Unit::Quarter),
        _ if next.lower.ends_with('s') => None,
        lower => Unit::read(lower).filter(|u| matches!(u, Unit::Week | Unit::Month | Unit::Year | Unit::Decade)),
    };
    if let Some(unit) = unit {
        // "the last week of the campaign", "last week's" is fine
        let of = any(tokens, k, &["of"]) && i > 0 && any(tokens, i - 1, &["the"]);
        if of {
            return None;
        }
        // next week Wednesday, this week - Monday
        if unit == Unit::Week {
            let at = k + skip(tokens, k, &["-", ","]);
            let at = at + skip(tokens, at, &["on"]);
            if let Some(weekday) = weekday(tokens, at).filter(|_| at == k || any(tokens, k, &["-"])) {
                return read(Told::Weekday { weekday, weeks: Some(steps), coming: false }, at + 1);
            }
        }
        if first.is("past") && unit != Unit::Quarter && unit != Unit::Weekend {
            return told(Told::Run { unit, count: Count { n: 1.0, sure: true }, ahead: false }, k);
        }
        return told(Told::Period { unit, back: -steps, third: None }, k);
    }
    let year = match steps {
        0 => YearOf::Back(0),
        1 => YearOf::Next,
        _ => YearOf::Last,
    };
    if let Some(month) = dates::month(Some(next)) {
        return told(Told::Month { month, third: None, year }, k);
    }
    if let Some(season) = season(Some(next)).filter(|_| !any(tokens, k, &["of", "in"])) {
        return told(Told::Season { season, year }, k);
    }
    holiday(tokens, i + 1).and_then(|(holiday, end)| told(Told::Holiday { holiday, year }, end))
}

/// Numbers of units: lengths, and days told by them ("two days ago", "in three weeks").
fn counted(tokens: &[Token], i: usize) -> Option<Read> {
    let first = tokens.get(i)?;
    // "in three weeks": ahead where the tense is; else how long it took.
    // "the fifth coach in four years" looks back under any tense.
    let nth = || {
        (i.saturating_sub(5)..i).any(|k| dates::ordinal_words(tokens, k).is_some() || any(tokens, k, &["time", "only"]))
    };
    let ahead = first.is("in") && tense::at(tokens, i) == Tense::Future && !nth();
    if ahead
        && let Some((count, unit, end)) = length(tokens, i + 1)
        && count.sure
        && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)
    {
        return read(Told::Ago { unit, count: -(count.n.min(MOST) as i64) }, end);
    }
    let (count, unit, end) = length(tokens, i)?;
    let n = count.n.min(MOST) as i64;
    let (unit_of_day, n) = match unit {
        Unit::Decade => (Unit::Year, n * 10),
        Unit::Century => (Unit::Year, n * 100),
        _ => (unit, n),
    };
    if any(tokens, end, &["ago", "earlier"]) {
        // "a few weeks ago": when is not known
        return Some(Read {
            told: Told::Ago { unit: unit_of_day, count: n },
            sure: count.sure && unit == unit_of_day && any(tokens, end, &["ago"]),
            end: end + 1,
        });
    }
    if any(tokens, end, &["from", "after"])
        && any(tokens, end + 1, &["now", "today"])
        && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year)
    {
        return read(Told::Ago { unit, count: -n }, end + 2);
    }
    // "once a day", "60 miles an hour"
    if first.is_any(&["a", "an"]) && !any(tokens, i + 1, &["few", "couple", "half", "quarter"]) {
        let led = i == 0
            || any(
                tokens,
                i - 1,
                &[
                    "for", "in", "within", "over", "about", "almost", "nearly", "lasted", "lasting", "took", "than",
                    "half", "after",
                ],
            );
        led.then_some(())?;
    }
    if first.is("all") && tokens.get(i + 1).is_none_or(|t| Unit::read(&t.lower).is_none() || t.lower.ends_with('s')) {
        return None;
    }
    if first.is_any(&["some", "few", "several"]) && !tokens.get(i + 1).is_some_and(|t| t.lower.ends_with('s')) {
        return None;
    }
    read(Told::Length { unit, count }, end)
}

/// What comes again and again: "every Tuesday", "each month", "daily", "Fridays", "once a week".
fn again(tokens: &[Token], i: usize) -> Option<Read> {
    let first = tokens.get(i)?;
    let each = |unit: Unit, count: f64, end: usize| read(Told::Each { unit, count }, end);
    let lower = !first.capital || i == 0;
    let adverb = match first.lower.as_str() {
        "hourly" => Some((Unit::Hour, 1.0)),
        "daily" | "everyday" | "nightly" => Some((Unit::Day, 1.0)),
        "weekly" => Some((Unit::Week, 1.0)),
        "biweekly" | "fortnightly" => Some((Unit::Week, 2.0)),
        "monthly" => Some((Unit::Month, 1.0)),
        "quarterly" => Some((Unit::Month, 3.0)),
        "annually" | "yearly" | "annual" => Some((Unit::Year, 1.0)),
        _ => None,
    };
    // With a capital it is a newspaper.
    if let Some((unit, n)) = adverb.filter(|_| lower && !tokens.get(i + 1).is_some_and(|t| t.capital && i == 0)) {
        return each(unit, n, i + 1);
    }
    let units = |k: usize, single: bool| {
        tokens.get(k).filter(|t| t.is_word() && !(single && t.lower.ends_with('s'))).and_then(|t| Unit::read(&t.lower))
    };
    let long = |u: Unit| u != Unit::Second;
    if first.is_any(&["every", "each", "any"]) {
        let k = i + 1 + skip(tokens, i + 1, &["single", "other"]);
        let twice = if any(tokens, i + 1, &["other"]) { 2.0 } else { 1.0 };
        if let Some(weekday) = weekday(tokens, k).filter(|_| !first.is("any")) {
            return Some(Read { told: Told::Weekday { weekday, weeks: None, coming: false }, sure: false, end: k + 1 });
        }
        if let Some(unit) = units(k, true).filter(|&u| long(u)) {
            return (!first.is("any") || unit == Unit::Year).then_some(()).and_then(|()| each(unit, twice, k + 1));
        }
        if tokens.get(k).is_some_and(|t| super::told::Part::read(&t.lower).is_some()) && !first.is("any") {
            return each(Unit::Day, 1.0, k);
        }
        if let Some((n, end)) = number(tokens, k).filter(|_| !first.is("any"))
            && let Some(unit) = units(end, false)
        {
            return each(unit, n, end + 1);
        }
        return None;
    }
    // "once a week", "three times a day", "one a day"
    if first.is_any(&["once", "twice", "times", "one"])
        && any(tokens, i + 1, &["a", "per", "every", "each"])
        && let Some(unit) = units(i + 2, true).filter(|&u| long(u))
    {
        return each(unit, 1.0, i + 3);
    }
    let weekday = weekdays(first)?;
    Some(Read { told: Told::Weekday { weekday, weeks: None, coming: false }, sure: false, end: i + 1 })
}

fn holiday(tokens: &[Token], i: usize) -> Option<(lexicon::Holiday, usize)> {
    let first = tokens.get(i)?;
    lexicon::holidays(&first.lower).iter().find_map(|(words, holiday)| {
        let all = words.iter().enumerate().all(|(k, word)| any(tokens, i + 1 + k, &[word]));
        let capital = first.capital || !words.is_empty();
        let end = i + 1 + words.len();
        // "Christmas tree", "Easter Island", "Black Friday deals"
        let other = tokens.get(end).is_some_and(|t| {
            t.is_word()
                && !t.is_stop_word()
                && !t.is_any(&[
                    "morning",
                    "night",
                    "evening",
                    "afternoon",
                    "day",
                    "early",
                    "late",
                    "last",
                    "this",
                    "next",
                    "weekend",
                ])
        });
        (all && capital && !other).then_some((*holiday, end))
    })
}

/// Months, years, decades, seasons, quarters and holidays by their own names.
fn named(tokens: &[Token], i: usize) -> Option<Read> {
    let first = tokens.get(i)?;
    if let Some((holiday, end)) = holiday(tokens, i) {
        if let Some((back, end)) = of_year(tokens, end) {
            return read(Told::Holiday { holiday, year: YearOf::Back(back) }, end);
        }
        let at = end + skip(tokens, end, &[",", "of"]);
        return match year(tokens, at) {
            Some(year) => read(Told::Holiday { holiday, year: YearOf::Told(year) }, at + 1),
            None => read(Told::Holiday { holiday, year: YearOf::Open }, end),
        };
    }
    if let Some(found) = months(tokens, i) {
        return Some(found);
    }
    // the 1990s, 1990s, the nineties
    if let Some(digits) =
        first.lower.strip_suffix('s').filter(|d| first.kind == Kind::Figure && d.len() == 4 && d.ends_with('0'))
    {
        let year: i32 = whole(digits)?;
        return (1000..2100).contains(&year).then_some(()).and_then(|()| read(Told::Decade(year), i + 1));
    }
    let preposition =
        i.checked_sub(1).is_some_and(|k| {
            tokens[k].is_any(&[
                "in",
                "since",
                "of",
                "by",
                "until",
                "till",
                "during",
                "from",
                "before",
                "after",
                "between",
                "through",
                "than",
                "to",
                "early",
                "late",
                "mid",
                "beginning",
                "end",
                "start",
            ])
        }) || i > 1 && any(tokens, i - 1, &["the", "-"]) && any(tokens, i - 2, &["in", "since", "until", "of", "mid"]);
    if let Some(season) = season(Some(first)) {
        let k = i + 1 + skip(tokens, i + 1, &["of", "in"]);
        if let Some(year) = year(tokens, k) {
            return read(Told::Season { season, year: YearOf::Told(year) }, k + 1);
        }
        if let Some((back, end)) = of_year(tokens, i + 1) {
            return read(Told::Season { season, year: YearOf::Back(back) }, end);
        }
        // "spring" and "fall" are verbs and more.
        let clear = first.is_any(&["summer", "winter", "autumn"]) && !goes_on(tokens, i + 1);
        return (clear && (preposition || first.capital && any(tokens, i + 1, &[","])))
            .then_some(())
            .and_then(|()| read(Told::Season { season, year: YearOf::Open }, i + 1));
    }
    if let Some(month) = dates::month(Some(first)).filter(|_| preposition || of_year(tokens, i + 1).is_some())
        && !(preposition
            && first.capital
            && any(tokens, i - 1, &["to", "than", "of", "by"])
            && first.is_any(&["may", "march"]))
    {
        let k = i + 1;
        if let Some((back, end)) = of_year(tokens, k) {
            return read(Told::Month { month, third: None, year: YearOf::Back(back) }, end);
        }
        return read(Told::Month { month, third: None, year: YearOf::Open }, k);
    }
    // a year of its own: behind a preposition, or a year and "and"
    let listed = i > 1 && any(tokens, i - 1, &["and", "or"]) && year(tokens, i - 2).is_some();
    if (preposition || listed)
        && first.kind == Kind::Figure
        && let Some(year) = year(tokens, i)
    {
        let counted = tokens.get(i + 1).is_some_and(|t| t.is_word() && !t.capital && !t.is_stop_word());
        // "2010-11" is a season.
        let season = any(tokens, i + 1, &["-", "/"]) && close(tokens, i) && close(tokens, i + 1);
        if !counted && !season {
            return read(Told::Year(year), i + 1);
        }
    }
    None
}

/// "Q3", "2019-Q1", "H2 2020", "the first quarter of 2013", "the first quarter of the year".
fn months(tokens: &[Token], i: usize) -> Option<Read> {
    let part = |k: usize| -> Option<(u8, u8, usize)> {
        let token = tokens.get(k)?;
        let (size, n) =
            token.lower.strip_prefix('q').map(|n| (3, n)).or_else(|| token.lower.strip_prefix('h').map(|n| (6, n)))?;
        let n = whole::<u8>(n).filter(|n| (1..=12 / size).contains(n))?;
        Some(((n - 1) * size + 1, size, k + 1))
    };
    if let Some(year) = year(tokens, i) {
        let (first, count, end) = part(i + 1 + skip(tokens, i + 1, &["-"]))?;
        return read(Told::Months { first, count, year: Some(year) }, end);
    }
    if let Some((first, count, end)) = part(i) {
        let year = year(tokens, end + skip(tokens, end, &["of", "-"]));
        // "H1" on its own is a motorway or a heading.
        (year.is_some() || count == 3).then_some(())?;
        let end = if year.is_some() { end + 1 + skip(tokens, end, &["of", "-"]) } else { end };
        return read(Told::Months { first, count, year }, end);
    }
    let (n, end) = day_of_month(tokens, i)?;
    let size = match tokens.get(end)?.lower.as_str() {
        "quarter" => 3,
        "half" => 6,
        _ => return None,
    };
    (n <= 12 / size && any(tokens, end + 1, &["of"])).then_some(())?;
    let first = (n - 1) * size + 1;
    if let Some(year) = year(tokens, end + 2) {
        return read(Told::Months { first, count: size, year: Some(year) }, end + 3);
    }
    (any(tokens, end + 2, &["the", "this"]) && any(tokens, end + 3, &["year"])).then_some(())?;
    Some(Read {
        told: Told::Months { first, count: size, year: None },
        sure: any(tokens, end + 2, &["this"]),
        end: end + 4,
    })
}

/// Which part of a longer time is meant, and the token after the words for it: "early", "the end of", "later in".
pub(super) fn third(tokens: &[Token], i: usize) -> Option<(Third, usize)> {
    let first = tokens.get(i)?;
    let plain = match first.lower.as_str() {
        "early" => Some(Third::Early),
        "mid" => Some(Third::Mid),
        "late" => Some(Third::Late),
        "earlier" => Some(Third::Before),
        "later" => Some(Third::After),
        _ => None,
    };
    if let Some(third) = plain {
        let k = i + 1 + skip(tokens, i + 1, &["-"]);
        return Some((third, k + skip(tokens, k, &["in"])));
    }
    let k = i + skip(tokens, i, &["the"]);
    let third = match tokens.get(k)?.lower.as_str() {
        "beginning" | "start" => Third::Early,
        "middle" => Third::Mid,
        "end" => Third::Late,
        _ => return None,
    };
    any(tokens, k + 1, &["of"]).then_some((third, k + 2))
}

/// "the week", "the month", "the year", where words before it make this one of it: "later in the year", "for the day".
///
/// Gets wrong: the same words for a week, month or year of another event: therefore without days.
pub(super) fn the_unit(tokens: &[Token], i: usize, led: bool) -> Option<Read> {
    let article = any(tokens, i, &["the"]);
    let k = i + usize::from(article);
    let unit = match tokens.get(k)?.lower.as_str() {
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "year" => Unit::Year,
        _ => return None,
    };
    // "Person of the Year"
    (!tokens[k].capital).then_some(())?;
    let end = k + 1;
    let idiom = i > 1 && any(tokens, i - 2, &["end"]);
    let before = i > 0 && any(tokens, i - 1, &["for", "of"]) && article && !idiom;
    let clear = tokens.get(end).is_none_or(|t| !t.is_word() && t.kind == Kind::Mark && !t.is("-"));
    let ends = tokens.get(end).is_none_or(|t| t.kind == Kind::Mark && !t.is("-") || t.is_word() && t.is_stop_word())
        && !any(tokens, end, &["of", "that", "before", "after", "to", "when"]);
    let told = if unit == Unit::Day {
        Told::Relative { days: 0, weekday: None }
    } else {
        Told::Period { unit, back: 0, third: None }
    };
    (before && clear && !led || led && ends && unit != Unit::Day).then_some(Read { told, sure: false, end })
}
