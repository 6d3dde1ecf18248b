//! Times on the clock: "5 p.m.", "17:30", "half past six", "noon", "nine o'clock".
//!
//! Gets wrong: results and ratios with two figures behind the colon ("won 21:15") that nothing around marks as such.

use super::told::{Clock, Part, Unit};
use super::words::{any, close, goes_on, number, skip};
use crate::dates;
use crate::letters::whole;
use crate::token::{Kind, Token};

/// Abbreviations of time zones, and "local time" and "hours", which stand behind a time on the clock.
pub(super) const ZONES: [&str; 20] = [
    "local", "time", "hours", "hrs", "gmt", "utc", "bst", "cet", "cest", "et", "est", "edt", "ct", "cst", "mst", "pt",
    "pst", "pdt", "ist", "hkt",
];

fn hour(hour: f64) -> Option<u8> {
    (hour.fract() == 0.0 && (0.0..=24.0).contains(&hour)).then_some(hour as u8)
}

fn at(hour: u8, minute: Option<u8>, second: Option<u8>) -> Option<Clock> {
    let fits = hour <= 24 && minute.is_none_or(|m| m < 60) && second.is_none_or(|s| s < 60);
    fits.then_some(Clock { hour, minute, second, sure: hour > 12 || hour == 0 })
}

/// The half of the day at `i`: true for the second, none in it where both are named.
fn half(tokens: &[Token], i: usize) -> Option<(Option<bool>, usize)> {
    let token = tokens.get(i)?;
    let joined = i > 0 && close(tokens, i - 1);
    let half = match token.lower.as_str() {
        "am" | "a.m" => Some(false),
        "pm" | "p.m" => Some(true),
        "ampm" => None,
        // "9a", "9p": only right behind the figure; "3 p . m ."
        "a" | "p" => {
            let spaced = [".", "m", "."].iter().enumerate().all(|(k, w)| any(tokens, i + 1 + k, &[w]));
            let dotted = any(tokens, i + 1, &["."]) && any(tokens, i + 2, &["m"]) && close(tokens, i);
            if !joined && !spaced && !dotted {
                return None;
            }
            let used = if spaced {
                4
            } else if dotted {
                3
            } else {
                1
            };
            return Some((Some(token.is("p")), i + used));
        }
        _ => return None,
    };
    (!token.capital || token.span.end - token.span.start >= 2).then_some((half, i + 1))
}

fn with_half(clock: Clock, second: Option<bool>) -> Option<Clock> {
    (1..=12).contains(&clock.hour).then_some(())?;
    let hour = match (second, clock.hour) {
        (Some(true), h) if h < 12 => h + 12,
        (Some(false), 12) => 0,
        (_, h) => h,
    };
    Some(Clock { hour, sure: second.is_some(), ..clock })
}

/// "7:56:30", "17:30", "8.30", "1140", "9": hours, minutes and seconds in figures, and the token after them.
fn figures(tokens: &[Token], i: usize) -> Option<(Clock, usize)> {
    let first =
        tokens.get(i).filter(|t| t.kind == Kind::Figure && t.lower.bytes().all(|b| b.is_ascii_digit() || b == b'.'))?;
    let two = |k: usize| {
        tokens
            .get(k)
            .filter(|t| t.lower.len() == 2 && t.kind == Kind::Figure)
            .and_then(dates::plain_number)
            .map(|n| n as u8)
    };
    if let Some((h, m)) = first.lower.split_once('.') {
        (m.len() == 2 && h.len() <= 2).then_some(())?;
        return Some((at(whole(h)?, Some(whole(m)?), None)?, i + 1));
    }
    let n = dates::plain_number(first)?;
    if first.lower.len() > 2 {
        (first.lower.len() <= 4).then_some(())?;
        return Some((at((n / 100) as u8, Some((n % 100) as u8), None)?, i + 1));
    }
    // "6: 00 p.m." is a slip that agencies make.
    let spaced = || half(tokens, i + 3).is_some();
    let minute =
        two(i + 2).filter(|_| any(tokens, i + 1, &[":"]) && close(tokens, i) && (close(tokens, i + 1) || spaced()));
    let Some(minute) = minute else { return Some((at(n as u8, None, None)?, i + 1)) };
    let second = two(i + 4).filter(|_| any(tokens, i + 3, &[":"]) && close(tokens, i + 2) && close(tokens, i + 3));
    Some((at(n as u8, Some(minute), second)?, i + 3 + 2 * usize::from(second.is_some())))
}

/// The clock time at `i`, told so that it can be nothing else, and the token after it.
pub(super) fn clock(tokens: &[Token], i: usize) -> Option<(Clock, usize)> {
    let first = tokens.get(i)?;
    let named = |hour: u8| Some(Clock { hour, minute: None, second: None, sure: true });
    match first.lower.as_str() {
        "noon" | "midday" | "noonish" => return Some((named(12)?, i + 1)),
        "midnight" => return Some((named(0)?, i + 1)),
        "mid" if any(tokens, i + 1, &["night"]) => return Some((named(0)?, i + 2)),
        "12" | "twelve" if any(tokens, i + 1, &["noon", "midnight"]) => {
            return Some((named(if any(tokens, i + 1, &["noon"]) { 12 } else { 0 })?, i + 2));
        }
        _ => {}
    }
    if let Some(found) = past(tokens, i) {
        return Some(found);
    }
    let digits = figures(tokens, i);
    if let Some((clock, end)) = digits {
        let colon = end > i + 1;
        let dot = end + usize::from(!colon && any(tokens, end, &["."]) && close(tokens, end) && close(tokens, end - 1));
        if let Some((second, end)) = half(tokens, end).or_else(|| half(tokens, dot)) {
            return Some((with_half(clock, second)?, end));
        }
        if clock.minute.is_none() && any(tokens, end, &["ish"]) && close(tokens, end - 1) {
            return Some((clock, end + 1));
        }
        let before = i.checked_sub(1).map(|k| &tokens[k]);
        // "at 1100 hours", "0800 GMT"
        if first.lower.len() == 4 && !first.lower.contains('.') {
            let hours = any(tokens, end, &["hours", "hrs"])
                && before.is_some_and(|t| t.is_any(&["at", "about", "around", "by", "until", "from", "("]));
            if hours || any(tokens, end, &ZONES) {
                return Some((Clock { sure: true, ..clock }, end + usize::from(hours)));
            }
            return None;
        }
        // "John 3:16", a ratio of 16:10
        let told_otherwise = before.is_some_and(|t| {
            t.capital && t.is_word() && t.weekday().is_none() && !t.is_stop_word()
                || t.is_any(&["ratio", "of", "won", "lost", "verse", "score", ":", "/"])
        });
        if colon
            && !told_otherwise
            && !any(tokens, end, &["ratio", "aspect", "scale", "win", "victory", "defeat", ":", "/"])
        {
            return Some((clock, end));
        }
    }
    // six pm, nine o'clock, 7 oclock
    let (n, end) = match digits {
        Some((clock, end)) if clock.minute.is_none() => (clock.hour, end),
        None => number(tokens, i).and_then(|(n, end)| Some((hour(n)?, end)))?,
        _ => return None,
    };
    let clock = at(n, None, None)?;
    if any(tokens, end, &["o'clock", "oclock"]) {
        return Some((clock, end + 1));
    }
    let (second, end) = half(tokens, end)?;
    Some((with_half(clock, second)?, end))
}

/// "half past six", "a quarter to nine", "20 min past eight", "ten past 9".
fn past(tokens: &[Token], i: usize) -> Option<(Clock, usize)> {
    let i = i + usize::from(any(tokens, i, &["a"]) && any(tokens, i + 1, &["quarter"]));
    let (minutes, mut k, named) = match tokens.get(i)?.lower.as_str() {
        "half" => (30.0, i + 1, true),
        "quarter" => (15.0, i + 1, true),
        _ => number(tokens, i).map(|(n, end)| (n, end, false))?,
    };
    let unit = tokens.get(k).and_then(|t| Unit::read(&t.lower)) == Some(Unit::Minute);
    k += usize::from(unit);
    let before = any(tokens, k, &["to"]);
    // "ten to twelve" is a range of counts.
    (minutes.fract() == 0.0 && minutes < 60.0 && (any(tokens, k, &["past"]) || before && (unit || named && i < k)))
        .then_some(())?;
    (!before || !named || minutes < 30.0).then_some(())?;
    let (h, end) = number(tokens, k + 1)?;
    let h = hour(h).filter(|h| (1..=24).contains(h))?;
    if goes_on(tokens, end) && !any(tokens, end, &["o'clock", "oclock", "am", "pm", "a.m", "p.m", "local"]) {
        return None;
    }
    let minutes = minutes as u8;
    let clock = if before { at((h + 23) % 24, Some(60 - minutes), None) } else { at(h, Some(minutes), None) }?;
    let end = end + skip(tokens, end, &["o'clock", "oclock"]);
    match half(tokens, end) {
        Some((second, end)) => Some((with_half(clock, second)?, end)),
        None => Some((clock, end)),
    }
}

/// "nine thirty", "five-thirty", "two forty five": the hour and minutes in words, which only what is around makes a time.
pub(super) fn in_words(tokens: &[Token], i: usize) -> Option<(Clock, usize)> {
    let word = |k: usize| tokens.get(k).and_then(Token::number_word);
    let h = word(i).filter(|h| (1..=12).contains(h))?;
    let at_minutes = i + 1 + skip(tokens, i + 1, &["-"]);
    let minutes = word(at_minutes).filter(|m| (10..60).contains(m))?;
    let (minutes, end) = match word(at_minutes + 1).filter(|u| minutes >= 20 && (1..10).contains(u)) {
        Some(unit) => (minutes + unit, at_minutes + 2),
        None => (minutes, at_minutes + 1),
    };
    Some((at(h as u8, Some(minutes as u8), None)?, end))
}

/// A clock time behind a day: also "at 7", "at 2.30" and hours in words, where nothing is counted by them.
pub(super) fn behind_a_day(tokens: &[Token], i: usize, led: bool) -> Option<(Clock, usize)> {
    if let Some(found) = clock(tokens, i) {
        return Some(found);
    }
    let (clock, end) = in_words(tokens, i).or_else(|| if led { figures(tokens, i) } else { None }).or_else(|| {
        if led { number(tokens, i).and_then(|(n, end)| Some((at(hour(n)?, None, None)?, end))) } else { None }
    })?;
    let bare = clock.minute.is_none() && goes_on(tokens, end);
    let place = bare
        || any(
            tokens,
            end,
            &["a", "an", "the", "of", "other", "more", "-", "/", "$", "different", "or", "to", "and", "per"],
        );
    let counted = tokens.get(end).is_some_and(|t| t.is_word() && !t.capital && !t.is_stop_word() || t.is("%"));
    // "on Monday at 800 …" is no time; four figures without a colon are told with "a.m." or "hours" only.
    let long =
        end == i + 1 && tokens[i].kind == Kind::Figure && tokens[i].lower.len() > 2 && !tokens[i].lower.contains('.');
    (!place && !counted && !long && tokens.get(end).is_none_or(|t| Part::read(&t.lower).is_none()))
        .then_some((clock, end))
}

/// A bare hour, for the ends of ranges.
pub(super) fn bare(tokens: &[Token], i: usize) -> Option<(Clock, usize)> {
    if let Some(found) = clock(tokens, i).or_else(|| in_words(tokens, i)) {
        return Some(found);
    }
    let (n, end) = number(tokens, i)?;
    Some((at(hour(n).filter(|h| (1..=24).contains(h))?, None, None)?, end))
}
