//! Dates written out ("22 November 2023", "Nov. 22", "2023-11-22", "11/22/2023", "second of August"), wherever they stand.

use crate::calendar::Day;
use crate::gather::Gather;
use crate::letters::whole;
use crate::token::{Kind, Token};

/// A date as printed: parts that are not printed are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) year: Option<i32>,
    pub(crate) month: u8,
    pub(crate) day: Option<u8>,
    /// Number of tokens it takes.
    pub(crate) tokens: usize,
    /// Whether it is printed in figures of which either may be the month ("05/06/2025"): read the American way.
    pub(crate) either: bool,
}

/// Which figure of a date comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FigureOrder {
    DayFirst,
    MonthFirst,
}

/// The dates in figures that a text prints ("05/06/2025", "13-11-2025").
#[derive(Debug, Default)]
pub(crate) struct InFigures {
    /// The order that one of them proves, for no month is the thirteenth; none where nothing proves it, or each order is proved.
    pub(crate) order: Option<FigureOrder>,
    /// First figure, second figure and year of those that may be read either way.
    either: Vec<(u8, u8, i32)>,
}

impl InFigures {
    /// Reads a whole text, the lines that are set aside too: a date line tells the order as well as a sentence.
    pub(crate) fn of(text: &str) -> Self {
        let (mut day_first, mut month_first) = (false, false);
        let mut either = Vec::new();
        let bytes = text.as_bytes();
        let mut i = 0;
        while let Some(at) = bytes[i..].iter().position(u8::is_ascii_digit).map(|at| i + at) {
            let figure = |from: usize, most: usize| -> Option<(i32, usize)> {
                let length = bytes.get(from..)?.iter().take(most + 1).take_while(|b| b.is_ascii_digit()).count();
                let value = (1..=most).contains(&length).then(|| whole(&text[from..from + length]))??;
                Some((value, from + length))
            };
            let triple = || {
                let (a, end) = figure(at, 2)?;
                let mark = bytes.get(end).filter(|b| matches!(b, b'/' | b'-'))?;
                let (b, end) = figure(end + 1, 2)?;
                let (year, last) = figure(end + 1, 4).filter(|_| bytes.get(end) == Some(mark))?;
                let short = last - end == 3;
                let (year, end) = (if short { year + if year < 50 { 2000 } else { 1900 } } else { year }, last);
                ((1..=31).contains(&a) && (1..=31).contains(&b) && (1200..2200).contains(&year))
                    .then_some((a as u8, b as u8, year, end))
            };
            i = at + bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
            if let Some((a, b, year, end)) = triple() {
                day_first |= a > 12 && b <= 12;
                month_first |= b > 12 && a <= 12;
                if a <= 12 && b <= 12 && a != b {
                    either.push((a, b, year));
                }
                i = end;
            }
        }
        let order = match (day_first, month_first) {
            (true, false) => Some(FigureOrder::DayFirst),
            (false, true) => Some(FigureOrder::MonthFirst),
            _ => None,
        };
        Self { order, either }
    }

    /// Whether a day is printed so that its figures may be read either way, the first for the month.
    pub(crate) fn may_be_turned(&self, day: Day) -> bool {
        self.either.contains(&(day.month(), day.day(), day.year()))
    }
}

/// A day with its month and day of the month turned around.
pub(crate) fn turned(day: Day) -> Option<Day> {
    Day::new(day.year(), day.day(), day.month())
}

impl Written {
    /// Sets which figure comes first, where that is known.
    pub(crate) fn set_order(&mut self, order: FigureOrder) {
        if let Some(day) = self.day.filter(|_| self.either) {
            self.either = false;
            if order == FigureOrder::DayFirst {
                (self.month, self.day) = (day, Some(self.month));
            }
        }
    }

    /// The day, with the year nearest to `reference` where none is printed. None where the date has no day, or no year can be known.
    pub(crate) fn resolve(self, reference: Option<Day>) -> Option<Day> {
        let day = self.day?;
        if let Some(year) = self.year {
            return Day::new(year, self.month, day);
        }
        let near = reference?;
        (-1..=1).filter_map(|d| Day::new(near.year() + d, self.month, day)).min_by_key(|d| d.since(near).abs())
    }
}

/// The number of a figure token, without an ordinal ending; none for figures with separators.
pub(crate) fn plain_number(token: &Token) -> Option<u32> {
    (token.kind == Kind::Figure).then_some(())?;
    whole(token.lower.trim_end_matches(|c: char| c.is_alphabetic()))
}

fn year(token: Option<&Token>) -> Option<i32> {
    let token = token?;
    (token.lower.len() == 4).then_some(())?;
    plain_number(token).filter(|n| (1200..2200).contains(n)).map(|n| n as i32)
}

/// A year in two figures: those of the coming decades are of this century, the others of the last.
fn short_year(token: Option<&Token>) -> Option<i32> {
    let token = token?;
    (token.lower.len() == 2).then_some(())?;
    plain_number(token).map(|n| n as i32 + if n < 50 { 2000 } else { 1900 })
}

fn day(token: Option<&Token>) -> Option<u8> {
    let token = token.filter(|t| !t.lower.ends_with("0s"))?;
    plain_number(token).filter(|n| (1..=31).contains(n)).map(|n| n as u8)
}

/// The number that an ordinal in words names ("second", "twenty-sixth"), and the token after it.
pub(crate) fn ordinal_words(tokens: &[Token], i: usize) -> Option<(u8, usize)> {
    let small = |k: usize| {
        Some(match tokens.get(k)?.lower.as_str() {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            "fifth" => 5,
            "sixth" => 6,
            "seventh" => 7,
            "eighth" => 8,
            "ninth" => 9,
            "tenth" => 10,
            "eleventh" => 11,
            "twelfth" => 12,
            "thirteenth" => 13,
            "fourteenth" => 14,
            "fifteenth" => 15,
            "sixteenth" => 16,
            "seventeenth" => 17,
            "eighteenth" => 18,
            "nineteenth" => 19,
            _ => return None,
        })
    };
    let tens = match tokens.get(i)?.lower.as_str() {
        "twentieth" => return Some((20, i + 1)),
        "thirtieth" => return Some((30, i + 1)),
        "twenty" => 20,
        "thirty" => 30,
        _ => return small(i).map(|n| (n, i + 1)),
    };
    let at = i + 1 + usize::from(tokens.get(i + 1).is_some_and(|t| t.is("-")));
    small(at).filter(|&n| n < 10 && tens + n <= 31).map(|n| (tens + n, at + 1))
}

/// A day of the month in words that need no figure: ordinals, and "twenty nine".
fn day_words(tokens: &[Token], i: usize) -> Option<(u8, usize)> {
    if let Some(found) = ordinal_words(tokens, i) {
        return Some(found);
    }
    let tens = tokens.get(i).and_then(Token::number_word).filter(|n| (20..=30).contains(n))?;
    let at = i + 1 + usize::from(tokens.get(i + 1).is_some_and(|t| t.is("-")));
    let unit = tokens.get(at).and_then(Token::number_word).filter(|n| (1..10).contains(n))?;
    (tens + unit <= 31).then_some(((tens + unit) as u8, at + 1))
}

/// A month's name. Without a capital only where it can be nothing else.
pub(crate) fn month(token: Option<&Token>) -> Option<u8> {
    let token = token?;
    let sure = token.capital || !token.is_any(&["may", "march", "mar", "august"]);
    (token.is_word() && sure).then(|| token.month()).flatten()
}

/// The date that begins at `tokens[i]`.
///
/// Gets wrong: figures with a two-figure year, which are read the American way unless only the other is possible; with four
/// figures they are marked as such, and the article may tell the order ([`InFigures`]).
pub(crate) fn written(tokens: &[Token], i: usize) -> Option<Written> {
    let found = year_first(tokens, i).or_else(|| in_figures(tokens, i)).or_else(|| day_first(tokens, i));
    found.or_else(|| month_first(tokens, i)).map(|(year, month, day, end)| {
        let marked = tokens.get(i + 1).is_some_and(|t| t.is_any(&["/", "-"])) && end >= i + 5;
        let small = |k: usize| tokens.get(k).and_then(plain_number).is_some_and(|n| n <= 12);
        let either = marked && small(i) && small(i + 2) && day.is_some_and(|d| d != month);
        Written { year, month, day, tokens: end - i, either }
    })
}

type Parts = (Option<i32>, u8, Option<u8>, usize);

/// Whether `mark` stands at `k` without a space on either side.
fn joined(tokens: &[Token], k: usize, mark: &str) -> bool {
    let close = |a: usize, b: usize| match (tokens.get(a), tokens.get(b)) {
        (Some(a), Some(b)) => a.span.end == b.span.start,
        _ => false,
    };
    k > 0 && tokens.get(k).is_some_and(|t| t.is(mark)) && close(k - 1, k) && close(k, k + 1)
}

/// Whether `mark` stands at `k` without a space in front.
fn joined_left(tokens: &[Token], k: usize, mark: &str) -> bool {
    k > 0 && tokens.get(k).is_some_and(|t| t.is(mark) && t.span.start == tokens[k - 1].span.end)
}

/// 2023-11-22, 2023/11/22, 2023-Nov-22, 20231122, 2023-3, "2017 April".
fn year_first(tokens: &[Token], i: usize) -> Option<Parts> {
    let first = tokens.get(i)?;
    if first.lower.len() == 8
        && let Some(n) = plain_number(first).filter(|n| (19_000_000..21_000_000).contains(n))
    {
        let (y, m, d) = (n / 10_000, n / 100 % 100, n % 100);
        return ((1..=12).contains(&m) && (1..=31).contains(&d)).then_some((
            Some(y as i32),
            m as u8,
            Some(d as u8),
            i + 1,
        ));
    }
    let y = year(Some(first))?;
    let figure_month =
        |k: usize| tokens.get(k).and_then(plain_number).filter(|m| (1..=12).contains(m)).map(|m| m as u8);
    let month_at = |k: usize| figure_month(k).or_else(|| month(tokens.get(k)));
    for mark in ["-", "/"] {
        let mark_at = |k: usize| tokens.get(k).is_some_and(|t| t.is(mark));
        if mark_at(i + 1)
            && mark_at(i + 3)
            && let (Some(m), Some(d)) = (month_at(i + 2), day(tokens.get(i + 4)))
        {
            return Some((Some(y), m, Some(d), i + 5));
        }
    }
    // "2015-3"; but "2010-11" and "2002-03" are seasons.
    if joined(tokens, i + 1, "-")
        && let Some(m) = figure_month(i + 2)
        && tokens.get(i + 2).is_some_and(|t| t.lower.len() == 1)
        && !joined(tokens, i + 3, "-")
    {
        return Some((Some(y), m, None, i + 3));
    }
    let m = month(tokens.get(i + 1))?;
    day(tokens.get(i + 2)).is_none().then_some((Some(y), m, None, i + 2))
}

/// 11/22/2023, 22/11/2023, 11-22-2023, 22.11.2023, 5/3/18: the American order unless only the other is possible, or
/// full stops join them.
fn in_figures(tokens: &[Token], i: usize) -> Option<Parts> {
    let ordered = |a: u8, b: u8, y: i32, end: usize| {
        let (m, d) = if a > 12 { (b, a) } else { (a, b) };
        (m <= 12).then_some((Some(y), m, Some(d), end))
    };
    let first = tokens.get(i).filter(|t| t.kind == Kind::Figure)?;
    let dotted: Vec<&str> = first.lower.split('.').gather();
    if let [d, m, y] = dotted[..]
        && y.len() == 4
        && let (Some(d), Some(m), Some(y)) = (whole::<u8>(d), whole::<u8>(m), whole::<i32>(y))
    {
        let fits = (1..=31).contains(&d) && (1..=12).contains(&m) && (1200..2200).contains(&y);
        return fits.then_some((Some(y), m, Some(d), i + 1));
    }
    let (a, b) = (day(Some(first))?, day(tokens.get(i + 2))?);
    let marks = |mark: &str| [i + 1, i + 3].iter().all(|&k| tokens.get(k).is_some_and(|t| t.is(mark)));
    if (marks("/") || marks("-") && joined(tokens, i + 1, "-"))
        && let Some(y) = year(tokens.get(i + 4))
    {
        return ordered(a, b, y, i + 5);
    }
    if joined(tokens, i + 1, "/")
        && joined(tokens, i + 3, "/")
        && let Some(y) = short_year(tokens.get(i + 4))
    {
        return ordered(a, b, y, i + 5);
    }
    None
}

/// 22 November 2023, 22nd of Nov., 2023, second of August, 05-Aug-2016.
fn day_first(tokens: &[Token], i: usize) -> Option<Parts> {
    let (d, end) = match day(tokens.get(i)) {
        Some(d) => (d, i + 1),
        None => ordinal_words(tokens, i)?,
    };
    let figure = end == i + 1 && tokens[i].kind == Kind::Figure;
    let money = i > 0 && tokens[i - 1].is_any(&["$", "£", "€"]);
    (!money).then_some(())?;
    let of = tokens.get(end).is_some_and(|t| t.is("of"));
    let mark = ["-", "/"].into_iter().find(|m| figure && joined(tokens, end, m));
    // "the second May" is no date, "the second of May" is.
    (figure || of).then_some(())?;
    // "5. November", as in much of Europe
    let stop =
        figure && tokens[i].span.len() <= 2 && joined_left(tokens, end, ".") && month(tokens.get(end + 1)).is_some();
    let at = end + usize::from(of || mark.is_some() || stop);
    let m = month(tokens.get(at)).or_else(|| {
        // "4th of may"
        let ordinal = tokens[i].lower.ends_with(char::is_alphabetic);
        tokens.get(at).filter(|t| of && ordinal && t.is_word()).and_then(Token::month)
    })?;
    let dot = dot(tokens, at);
    let (year, end) = match mark {
        Some(mark) if joined(tokens, at + 1, mark) => {
            let y = year(tokens.get(at + 2))?;
            (Some(y), at + 3)
        }
        _ => year_after(tokens, dot, at + 1),
    };
    Some((year, m, Some(d), end))
}

/// November 22, 2023; Nov. 22; Nov/22; May twenty nine; November 2023; Nov-2023; Sep-23-2020.
fn month_first(tokens: &[Token], i: usize) -> Option<Parts> {
    tokens.get(i)?;
    // "Jo May 5": a name, unless a weekday or a small word stands before it.
    let named = tokens[i].is("may")
        && i.checked_sub(1)
            .map(|k| &tokens[k])
            .is_some_and(|t| t.is_word() && t.capital && t.weekday().is_none() && !t.is_stop_word());
    (!named).then_some(())?;
    let sure = month(tokens.get(i));
    // "may 21st": an ordinal makes a month of it.
    let m = sure.or_else(|| {
        let ordinal = tokens.get(i + 1).filter(|t| t.kind == Kind::Figure && t.lower.ends_with(['t', 'd', 'h']));
        let joined = tokens.get(i + 1).filter(|t| t.kind == Kind::Figure && t.span.start == tokens[i].span.end);
        tokens.get(i).filter(|t| t.is_word() && (ordinal.is_some() || joined.is_some())).and_then(Token::month)
    })?;
    let mark = ["-", "/"].into_iter().find(|m| joined(tokens, i + 1, m));
    let k = if mark.is_some() { i + 2 } else { dot(tokens, i) };
    let comma = tokens.get(k).is_some_and(|t| t.is(","));
    let k = k + usize::from(tokens.get(k).is_some_and(|t| t.is("the")));
    let day_at = if comma {
        // "October, 1st"
        tokens.get(k + 1).filter(|t| t.lower.ends_with(['t', 'd', 'h'])).and_then(|t| day(Some(t))).map(|d| (d, k + 2))
    } else {
        day(tokens.get(k)).map(|d| (d, k + 1)).or_else(|| {
            day_words(tokens, k).filter(|&(_, end)| {
                tokens
                    .get(end)
                    .is_none_or(|t| !t.is_word() || t.number_word().is_some() || t.is_stop_word() && !t.is("of"))
            })
        })
    };
    if let Some((d, end)) = day_at {
        let (year, end) = match mark {
            Some(mark) if joined(tokens, end, mark) && year(tokens.get(end + 1)).is_some() => {
                (year(tokens.get(end + 1)), end + 2)
            }
            _ => year_after(tokens, end, end),
        };
        return Some((year, m, Some(d), end));
    }
    if let Some(y) = year(tokens.get(k + usize::from(comma))) {
        return Some((Some(y), m, None, k + usize::from(comma) + 1));
    }
    let of = tokens.get(k).is_some_and(|t| t.is_any(&["of", "in"]));
    year(tokens.get(k + 1)).filter(|_| of && sure.is_some()).map(|y| (Some(y), m, None, k + 2))
}

/// Where what follows a month's name begins: behind the full stop of an abbreviation.
fn dot(tokens: &[Token], month: usize) -> usize {
    month + 1 + usize::from(tokens.get(month + 1).is_some_and(|t| t.is(".")) && tokens[month].lower.len() <= 4)
}

/// The year at `k`, behind a comma or "of" or "in"; else none, and the date ends at `end`.
fn year_after(tokens: &[Token], k: usize, end: usize) -> (Option<i32>, usize) {
    let word = tokens.get(k).is_some_and(|t| t.is_any(&[",", "of", "in"]));
    match year(tokens.get(k + usize::from(word))) {
        // "on Oct 7 1200 people …"
        Some(y) if word || y >= 1700 => (Some(y), k + usize::from(word) + 1),
        _ => (None, end),
    }
}
