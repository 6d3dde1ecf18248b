//! The times of an article as TIMEX3, after the guidelines of `TimeML` as TempEval-3 used them.
//!
//! What the engine compares is in `mod.rs`: days. Here stands what an annotator marks, for whoever measures the engine or
//! reads its times with another tool: also "now", "recently", "hours", "the third quarter", ages, and both ends of a range
//! apart. Values are resolved: from the day of publication, from the tense around the words, or from the day told last.
//!
//! Gets wrong: days told from an event that has no date ("two days after the fire": a length), tense where no verb near the
//! words shows it (taken for the past), and rates and ages where an annotator left them out.

use super::tense::{self, Tense};
use super::told::{Season, Told, Unit, YearOf, months_back};
use super::words::{self, any, goes_on, length, number, skip, split};
use super::{Found, Time, TimeKind, clock, day, part, single, timex};
use crate::calendar::Day;
use crate::dates::{self, Written};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{Kind, Token};

/// One TIMEX3.
#[derive(Clone, Debug)]
pub(crate) struct Timex {
    pub(crate) span: Span,
    pub(crate) kind: TimeKind,
    pub(crate) value: String,
    pub(crate) days: Option<(Day, Day)>,
}

impl From<&Time> for Timex {
    /// The time as its own words tell it, without tense and without what was told before.
    fn from(time: &Time) -> Self {
        Self { span: time.span, kind: time.kind(), value: time.timex(), days: time.days }
    }
}

/// The times of an article's sentences, in order. `now` is the day of publication.
pub(crate) fn read(text: &str, sentences: &[Sentence], now: Option<Day>) -> Vec<Timex> {
    let mut out = Vec::new();
    // The day that was told last, and in which sentence.
    let mut told_last: Option<(usize, Day)> = None;
    for (index, sentence) in sentences.iter().enumerate() {
        let (tokens, _) = split(text, &sentence.tokens);
        let last = told_last.filter(|(s, _)| index - s <= CARRIED).map(|(_, day)| day);
        let mut reader = Reader { tokens: &tokens, now, last };
        let (mut i, mut done) = (0, 0);
        while i < tokens.len() {
            let opens = words::opens(&tokens, i);
            debug_assert!(opens || reader.at(i).is_none_or(|r| r.end <= i), "{}", tokens[i].lower);
            let Some(read) = Some(i).filter(|_| opens).and_then(|i| reader.at(i)).filter(|r| r.end > i) else {
                i += 1;
                continue;
            };
            if let Some((from, to)) = read.days
                && from == to
            {
                reader.last = Some(from);
                told_last = Some((index, from));
            }
            let span = Span { start: tokens[read.from.max(done)].span.start, end: tokens[read.end - 1].span.end };
            out.push(Timex {
                span: without_possessive(text, span),
                kind: read.kind,
                value: read.value,
                days: read.days,
            });
            i = read.end;
            done = i;
        }
    }
    out
}

/// How many days before or after publication a time on the clock may be carried to: older days are history.
const NEWS: i64 = 31;

/// For how many sentences a day is carried on to a time on the clock.
const CARRIED: usize = 1;

fn without_possessive(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let cut = ["'s", "’s"].iter().find_map(|s| words.strip_suffix(s)).unwrap_or(words);
    Span { start: span.start, end: span.start + cut.len() as u32 }
}

/// Tokens `from..end` with their value.
struct Read {
    from: usize,
    end: usize,
    kind: TimeKind,
    value: String,
    days: Option<(Day, Day)>,
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    now: Option<Day>,
    last: Option<Day>,
}

impl Reader<'_> {
    fn at(&self, i: usize) -> Option<Read> {
        if self.tokens[i].kind == Kind::Mark && !self.any(i, &["'", "’", "‘"]) {
            return None;
        }
        self.run(i)
            .or_else(|| self.reference(i))
            .or_else(|| self.part_of_year(i))
            .or_else(|| self.decade_or_century(i))
            .or_else(|| self.after_the_last_told(i))
            .or_else(|| self.again(i))
            .or_else(|| self.counted(i))
            .or_else(|| self.years_end(i))
            .or_else(|| self.calendar(i))
            .or_else(|| self.ends_of_range(i))
            .or_else(|| self.bare(i))
    }

    fn any(&self, k: usize, words: &[&str]) -> bool {
        any(self.tokens, k, words)
    }

    fn before(&self, i: usize, words: &[&str]) -> bool {
        i > 0 && self.any(i - 1, words)
    }

    /// Words that mean now, before or after, without saying when.
    fn reference(&self, i: usize) -> Option<Read> {
        let token = &self.tokens[i];
        let date = |value: &str, end: usize| reads(i, end, TimeKind::Date, value);
        let the = token.is("the");
        let noun = |k: usize| !goes_on(self.tokens, k) && !self.any(k, &["of"]);
        match token.lower.as_str() {
            "now" if !self.any(i + 1, &["that"]) => date("PRESENT_REF", i + 1),
            "currently" | "presently" | "nowadays" => date("PRESENT_REF", i + 1),
            "these" if self.any(i + 1, &["days"]) && noun(i + 2) => date("PRESENT_REF", i + 2),
            "current" if !token.capital && goes_on(self.tokens, i + 1) && unit(self.tokens, i + 1).is_none() => {
                date("PRESENT_REF", i + 1)
            }
            "recently" | "lately" | "formerly" | "previously" => date("PAST_REF", i + 1),
            "soon" if !self.before(i, &["as", "too", "so", "how"]) && !self.any(i + 1, &["as"]) => {
                date("FUTURE_REF", i + 1)
            }
            "the" if self.any(i + 1, &["past"]) && noun(i + 2) => date("PAST_REF", i + 2),
            "the" if self.any(i + 1, &["present"]) && noun(i + 2) => date("PRESENT_REF", i + 2),
            _ => {
                let k = i + usize::from(the);
                let k = k + skip(self.tokens, k, &["near", "foreseeable", "distant", "immediate"]);
                let led = the || self.before(i, &["in", "near"]);
                (self.any(k, &["future"]) && !self.tokens[k].capital && (led || k == i))
                    .then(|| date("FUTURE_REF", k + 1))?
            }
        }
    }

    /// "the third quarter", "fourth-quarter", "the first half of 1990", "the year-ago quarter", "fiscal 1989".
    fn part_of_year(&self, i: usize) -> Option<Read> {
        let now = self.now;
        if self.any(i, &["fiscal"]) {
            let k = i + 1 + skip(self.tokens, i + 1, &["year"]);
            let year = year(self.tokens, k)?;
            return reads_days(i, k + 1, TimeKind::Date, format!("{year:04}"), Told::Year(year).days(None));
        }
        let k = i + skip(self.tokens, i, &["the", "its", "their"]);
        let from = if self.any(i, &["the"]) { i } else { k };
        // "the 1989 third quarter", "last year's third quarter"
        let (front, k) = match (year(self.tokens, k), year_from_now(self.tokens, k)) {
            (Some(year), _) => (Some(year), k + 1),
            (None, Some(back)) => (now.map(|d| d.year() - back), k + 2),
            _ => (None, k),
        };
        let size = |k: usize| -> Option<u8> {
            match self.tokens.get(k)?.lower.as_str() {
                "quarter" => Some(3),
                "half" => Some(6),
                _ => None,
            }
        };
        // "the year-ago quarter", "the year-earlier period"
        if self.any(k, &["year"]) && self.any(k + 1, &["-"]) && self.any(k + 2, &["ago", "earlier"]) {
            let now = now?;
            if size(k + 3) == Some(3) {
                let (year, month) = back(now, 3);
                return reads(from, k + 4, TimeKind::Date, format!("{:04}-Q{}", year - 1, (month - 1) / 3 + 1));
            }
            return reads(k, k + 3, TimeKind::Date, format!("{:04}", now.year() - 1));
        }
        // "the latest quarter", "the quarter"
        let late = self.any(k, &["latest", "previous", "last", "most"]);
        let at = k + usize::from(late) + usize::from(self.any(k, &["most"]));
        if size(at) == Some(3) && (late || from < k) && !self.any(at + 1, &["of", "-"]) {
            let (year, month) = back(now?, 3);
            return reads(from, at + 1, TimeKind::Date, format!("{year:04}-Q{}", (month - 1) / 3 + 1));
        }
        let (n, end) = ordinal(self.tokens, k)?;
        let at = end + skip(self.tokens, end, &["-"]);
        let at = at + usize::from(self.any(at, &["fiscal"]));
        let size = size(at)?;
        (n <= 12 / size).then_some(())?;
        let end = at + 1;
        let letter = if size == 3 { 'Q' } else { 'H' };
        let first = (n - 1) * size + 1;
        let of = end + skip(self.tokens, end, &["of", "in"]);
        let of = of + usize::from(of > end && self.any(of, &["fiscal"]));
        let (year, end) = if let Some(year) = front {
            (year, end)
        } else if let Some(year) = year(self.tokens, of) {
            (year, of + 1)
        } else if let Some(back) = year_from_now(self.tokens, of) {
            (now?.year() - back, of + 2)
        } else if of > end && self.any(of, &["the"]) && self.any(of + 1, &["year"]) {
            (now?.year(), of + 2)
        } else {
            // The half of a match is no time.
            (size == 3 || from < k && !self.any(of, &["the", "a"])).then_some(())?;
            if size == 6 && !self.any(end, &["of", "results", "profit", "net", "earnings", "sales", "loss"]) {
                return None;
            }
            let now = now?;
            let begun = first <= now.month();
            let ahead = tense::at(self.tokens, k) == Tense::Future;
            let ended = first + size <= now.month();
            let year = match (begun, ahead) {
                (true, true) if ended => now.year() + 1,
                (false, false) if first > now.month() + 3 => now.year() - 1,
                _ => now.year(),
            };
            (year, end)
        };
        let days = Told::Months { first, count: size, year: Some(year) }.days(None);
        reads_days(from, end, TimeKind::Date, format!("{year:04}-{letter}{n}"), days)
    }

    /// "the 1990s", "the early '60s", "the seventies", "the 19th century".
    fn decade_or_century(&self, i: usize) -> Option<Read> {
        let the = skip(self.tokens, i, &["the"]);
        let k = i + the;
        let early = skip(self.tokens, k, &["early", "mid", "late", "later"]);
        let k = k + early;
        let k = k + if early > 0 { skip(self.tokens, k, &["-"]) } else { 0 };
        let mark = skip(self.tokens, k, &["'", "’", "‘"]);
        let token = self.tokens.get(k + mark)?;
        let end = k + mark + 1;
        let decade =
            |year: i32| reads_days(i, end, TimeKind::Date, format!("{:03}", year / 10), Told::Decade(year).days(None));
        if token.kind == Kind::Figure
            && let Some(digits) = token.lower.strip_suffix('s').filter(|d| d.ends_with('0'))
        {
            let n: i32 = digits.parse().ok()?;
            return match digits.len() {
                4 if (1000..2100).contains(&n) => decade(n),
                2 if mark > 0 || the > 0 && early > 0 => decade(1900 + n),
                _ => None,
            };
        }
        // "in the seventies": a decade; "the Seventies Show": a name.
        if let Some((_, year)) = DECADES.iter().find(|(name, _)| token.is(name)) {
            return (the > 0 && !goes_on(self.tokens, end)).then(|| decade(*year))?;
        }
        let (n, at) = ordinal(self.tokens, k)?;
        let at = at + skip(self.tokens, at, &["-"]);
        (self.any(at, &["century"]) && (1..=30).contains(&n)).then_some(())?;
        reads(i, at + 1, TimeKind::Date, format!("{:02}", n - 1))
    }

    /// Days told from the day that was told last: "the next day", "two days later", "the day before", "that night".
    fn after_the_last_told(&self, i: usize) -> Option<Read> {
        if let Some((count, unit, end)) = self.count(i)
            && self.any(end, &["later", "earlier", "before"])
            && !goes_on(self.tokens, end + 1)
            && (!self.any(end, &["before"]) || !self.any(end + 1, &["the", "a", "an", "his", "her", "its", "their"]))
        {
            let later = self.any(end, &["later"]);
            let base = if later { self.last? } else { self.last.filter(|_| unit == Unit::Day).or(self.now)? };
            let n = count?.min(10_000.0) as i64;
            return away(self.hedged(i), end + 1, base, unit, if later { n } else { -n });
        }
        let the = self.any(i, &["the", "that"]);
        the.then_some(())?;
        let next = i + 2;
        let step = match self.tokens.get(i + 1)?.lower.as_str() {
            "next" | "following" => 1,
            "previous" | "preceding" => -1,
            "same" => 0,
            "day" if self.any(next, &["before", "after"]) && !goes_on(self.tokens, next + 1) => {
                let clear = self.tokens.get(next + 1).is_none_or(|t| t.kind == Kind::Mark);
                let days = if self.any(next, &["before"]) { -1 } else { 1 };
                return clear.then(|| away(i, next + 1, self.last.or(self.now)?, Unit::Day, days))?;
            }
            "day" | "night" if self.any(i, &["that"]) => 0,
            _ => return None,
        };
        let at = if step == 0 && self.any(i + 1, &["day", "night"]) { i + 1 } else { next };
        let base = self.last.or(self.now)?;
        if let Some((part, false)) = part(self.tokens, at).filter(|_| step >= 0) {
            let day = base.plus(step);
            let value = format!("{day}{}", timex::part(part));
            return reads_days(i, at + 1, TimeKind::Time, value, Some((day, day)));
        }
        let unit = unit(self.tokens, at).filter(|u| matches!(u, Unit::Day | Unit::Week | Unit::Month | Unit::Year))?;
        (!self.tokens[at].lower.ends_with('s') && !goes_on(self.tokens, at + 1)).then_some(())?;
        away(i, at + 1, base, unit, step)
    }

    /// What comes again and again: "every Monday", "twice a day", "$5 a share a year".
    fn again(&self, i: usize) -> Option<Read> {
        let token = &self.tokens[i];
        let rate = |from: usize, k: usize| -> Option<Read> {
            let unit = unit(self.tokens, k).filter(|_| !self.tokens[k].lower.ends_with('s'))?;
            reads(from, k + 1, TimeKind::Set, timex::length(unit, 1.0))
        };
        // "once a week", "three times a day"
        let times = if token.is_any(&["once", "twice"]) {
            Some(i + 1)
        } else {
            let k = match number(self.tokens, i) {
                Some((_, end)) => Some(end),
                None => self.any(i, &["several", "many", "few"]).then_some(i + 1),
            };
            k.filter(|&k| self.any(k, &["times"])).map(|k| k + 1)
        };
        if let Some(k) = times.filter(|&k| self.any(k, &["a", "an", "each", "every", "per"])) {
            return rate(i, k + 1);
        }
        // "$400 a month", "3 million barrels a day"
        if token.is_any(&["a", "an"]) {
            let unit_ends = |k: usize| !goes_on(self.tokens, k) && !self.any(k, &["ago", "earlier", "later", "-"]);
            let counted = (i.saturating_sub(4)..i).any(|k| self.tokens[k].kind == Kind::Figure)
                && i > 0
                && (self.tokens[i - 1].kind == Kind::Figure
                    || self.tokens[i - 1].lower.ends_with('s')
                    || self.tokens[i - 1].is_any(&["percent", "%", "million", "billion", "share", "head", "people"]));
            return (counted && unit_ends(i + 2)).then(|| rate(i, i + 1))?;
        }
        let adverb = match token.lower.as_str() {
            "daily" | "nightly" => Some("P1D"),
            "weekly" => Some("P1W"),
            "monthly" => Some("P1M"),
            "quarterly" => Some("P3M"),
            "annually" | "yearly" | "annual" => Some("P1Y"),
            "hourly" => Some("PT1H"),
            _ => None,
        };
        if let Some(value) = adverb {
            let lower = !token.capital || i == 0 && !self.tokens.get(1).is_some_and(|t| t.capital);
            return lower.then(|| reads(i, i + 1, TimeKind::Set, value))?;
        }
        if token.is_any(&["every", "each"])
            && let Some(part) = self.tokens.get(i + 1).and_then(|t| super::Part::read(&t.lower))
        {
            return reads(i, i + 2, TimeKind::Set, format!("XXXX-XX-XX{}", timex::part(part)));
        }
        let found = day::at(self.tokens, i)?;
        let value = match found.told {
            Told::Each { unit, count } => timex::length(unit, count),
            Told::Weekday { weekday, .. } if !found.sure => format!("XXXX-WXX-{}", weekday + 1),
            _ => return None,
        };
        reads(i, found.end, TimeKind::Set, value)
    }

    /// "the past three months", "the last few days", "the next two years": how long, and where they lie.
    fn run(&self, i: usize) -> Option<Read> {
        let the = skip(self.tokens, i, &["the", "these", "those", "its", "their", "his", "her"]);
        let k = i + the;
        let from = if self.any(i, &["its", "their", "his", "her"]) { k } else { i };
        self.any(k, &["past", "last", "next", "coming", "previous", "first", "final", "recent", "following"])
            .then_some(())?;
        let recent = self.any(k, &["recent"]);
        let ahead = self.any(k, &["coming"]);
        if let Some(unit) = unit(self.tokens, k + 1).filter(|u| *u != Unit::Second) {
            let many = self.tokens[k + 1].lower.ends_with('s');
            if recent && many {
                return reads(from, k + 2, TimeKind::Date, "PAST_REF");
            }
            if ahead && many {
                return reads(from, k + 2, TimeKind::Date, "FUTURE_REF");
            }
            // "the past year", "the last decade": a stretch up to now.
            let stretch = self.any(k, &["past"]) || self.any(k, &["last"]) && the > 0 && unit == Unit::Decade;
            return (stretch && (the > 0 || many || self.before(i, &["in", "over"]))).then(|| {
                reads(from, k + 2, TimeKind::Duration, if many { vague(unit) } else { timex::length(unit, 1.0) })
            })?;
        }
        let (count, unit, end) = self.count(k + 1)?;
        // "could last several months", "went past two"
        let led = the > 0 || self.before(i, &["in", "over", "during", "within", "for", "of"]);
        (!recent && (led || self.any(k, &["next", "coming", "previous"]))).then_some(())?;
        reads(from, end, TimeKind::Duration, sized(unit, count))
    }

    /// A number of units, vague or not, at `i`, and the token after them. None for "a second" and ages.
    fn count(&self, i: usize) -> Option<(Option<f64>, Unit, usize)> {
        if let Some((count, unit, end)) = length(self.tokens, i) {
            // "all year", "some day": neither a number nor many of them.
            let one = self.any(i, &["all", "some", "few", "several"]);
            let many = self.tokens[end - 1].lower.ends_with('s');
            return (!one || many).then_some((count.sure.then_some(count.n), unit, end));
        }
        // "many years", "a dozen years", "hundreds of years"
        let k = i + skip(self.tokens, i, &["a", "an", "so", "too", "the"]);
        let k = k + skip(
            self.tokens,
            k,
            &["few", "many", "numerous", "dozens", "hundreds", "thousands", "several", "couple"],
        );
        (k > i && !self.any(k - 1, &["a", "an", "so", "too", "the"])).then_some(())?;
        let k = k + skip(self.tokens, k, &["of", "more"]);
        let unit = unit(self.tokens, k).filter(|_| self.tokens[k].lower.ends_with('s'))?;
        Some((None, unit, k + 1))
    }

    /// Lengths and what is counted from now by them: "nearly two years", "two years ago", "34-year-old", "hours".
    fn counted(&self, i: usize) -> Option<Read> {
        let from = self.hedged(i);
        // "the nine months"
        if self.any(i, &["the"]) && number(self.tokens, i + 1).is_some() {
            let (count, unit, end) = self.count(i + 1).filter(|&(_, _, end)| !self.any(end, &["-"]))?;
            let many = self.tokens[end - 1].lower.ends_with('s');
            return many.then(|| reads(i, end, TimeKind::Duration, sized(unit, count)))?;
        }
        // "34-year-old", "34 years old"
        if let Some((n, k)) = number(self.tokens, i).filter(|_| !self.before(i, &["$", "-"])) {
            let at = k + skip(self.tokens, k, &["-"]);
            let unit = unit(self.tokens, at);
            let old = at + 1 + skip(self.tokens, at + 1, &["-"]);
            if let Some(unit) = unit
                && self.any(old, &["old", "olds"])
            {
                return reads(i, old + 1, TimeKind::Duration, timex::length(unit, n));
            }
        }
        if let Some((count, unit, end)) = self.count(i) {
            // "a minute" and "a day" as they are said of any: only where they measure.
            let alone = self.any(i, &["a", "an"]) && end == i + 2;
            let measured = from < i
                || self.before(
                    i,
                    &["for", "in", "within", "over", "after", "than", "lasted", "took", "last", "take", "of", "half"],
                )
                || self.any(end, &["ago", "after", "before", "earlier", "later", "from"])
                || self.any(end, &["of"]) && matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade);
            let small =
                matches!(unit, Unit::Second | Unit::Minute) && (self.any(i + 1, &["second"]) || count.is_none());
            (!alone || measured && !small).then_some(())?;
            let half_time = self.any(end, &["time"]) && self.any(i, &["half"]);
            (!half_time).then_some(())?;
            if self.any(end, &["ago"]) {
                let Some(n) = count else { return reads(from, end + 1, TimeKind::Date, "PAST_REF") };
                return match unit {
                    Unit::Second | Unit::Minute | Unit::Hour => {
                        reads(from, end + 1, TimeKind::Time, self.now?.to_string())
                    }
                    _ => away(from, end + 1, self.now?, unit, -(n.min(10_000.0) as i64)),
                };
            }
            if self.any(end, &["from"]) && self.any(end + 1, &["now", "today"]) {
                return away(from, end + 2, self.now?, unit, count?.min(10_000.0) as i64);
            }
            let end = end + usize::from(self.any(end, &["-"]) && self.any(end + 1, &["long"])) * 2;
            return reads(from, end, TimeKind::Duration, sized(unit, count));
        }
        // "hours", "for years", "decades ago"
        let unit =
            unit(self.tokens, i).filter(|u| *u != Unit::Second || self.any(i + 1, &["later", "after", "before"]))?;
        let token = &self.tokens[i];
        let many = token.lower.ends_with('s') && !token.capital;
        let minutes = unit == Unit::Minute && !self.any(i + 1, &["later", "after", "before", "ago"]);
        let led = self.before(i, &["the", "his", "her", "its", "their", "these", "those", "that", "all", "no", "of"])
            && !self.before(i.saturating_sub(1), &["tens", "hundreds", "thousands", "dozens"]);
        (many && !minutes && !led && !self.before(i, &["-"])).then_some(())?;
        if self.any(i + 1, &["ago"]) {
            return reads(i, i + 2, TimeKind::Date, "PAST_REF");
        }
        (!self.any(i + 1, &["old"])).then_some(())?;
        reads(i, i + 1, TimeKind::Duration, vague(unit))
    }

    /// Where the words begin that make a length or a time on the clock more or less exact: "about", "more than".
    fn hedged(&self, i: usize) -> usize {
        // "two to three weeks", "10-15 minutes", "four or five days"
        let ranged = i >= 2
            && self.any(i - 1, &["to", "or", "-", "–"])
            && number(self.tokens, i).is_some()
            && number(self.tokens, i - 2).is_some_and(|(_, end)| end == i - 1);
        let i = if ranged { i - 2 } else { i };
        if i >= 2 && self.any(i - 1, &["than"]) && self.any(i - 2, &["more", "less", "fewer"]) {
            return i - 2;
        }
        if i >= 2 && self.any(i - 1, &["least", "most"]) && self.any(i - 2, &["at"]) {
            return i - 2;
        }
        if i >= 2 && self.any(i - 1, &["over", "under"]) && self.any(i - 2, &["just", "well", "slightly"]) {
            return i - 2;
        }
        if self.before(i, &HEDGES) { i - 1 } else { i }
    }

    /// "year's end", "year-end", "month's end".
    fn years_end(&self, i: usize) -> Option<Read> {
        let at = i + 1 + skip(self.tokens, i + 1, &["-"]);
        let one = self.any(i, &["yearend"]);
        (one || self.any(i, &["year", "month"]) && self.any(at, &["end"])).then_some(())?;
        let now = self.now?;
        let end = if one { i + 1 } else { at + 1 };
        if self.any(i, &["month"]) {
            return reads(i, end, TimeKind::Date, format!("{:04}-{:02}", now.year(), now.month()));
        }
        // "year-end 1988"
        let told = year(self.tokens, end);
        let value = format!("{:04}", told.unwrap_or(now.year()));
        reads(i, end + usize::from(told.is_some()), TimeKind::Date, value)
    }

    /// Days, weeks, months and years of the calendar, with the clock where it stands beside them.
    fn calendar(&self, i: usize) -> Option<Read> {
        // "the end of last year", "the weekend", "the following week": the article is a part of it
        let led = skip(self.tokens, i, &["the"]) + usize::from(self.any(i, &["this"]) && self.any(i + 1, &["past"]));
        let preposition = skip(self.tokens, i, &["in", "at", "before"]);
        if preposition > 0 && part(self.tokens, i + 1).is_none() && !self.any(i + 1, &["the", "early", "late", "mid"]) {
            return None;
        }
        if led > 0 && self.any(i + 1, &["weekend"]) {
            return self.weekend(i, i + 2);
        }
        if led > 0
            && self.any(i + 1, &["week", "month", "year"])
            && self.before(i, &["for", "of", "in", "during", "throughout", "over"])
            && !goes_on(self.tokens, i + 2)
            && !self.any(i + 2, &["of", "before", "after", "when", "that", "-", "to"])
        {
            let unit = unit(self.tokens, i + 1)?;
            return self.told(i, i + 2, Told::Period { unit, back: 0, third: None }, None);
        }
        let mut found = single(self.tokens, i)
            .or_else(|| (led > 0).then(|| single(self.tokens, i + 1)).flatten().filter(|f| takes_the(&f.at.told)))?;
        if found.again
            || matches!(found.at.told, Told::Length { .. } | Told::Each { .. } | Told::Run { .. } | Told::Now)
        {
            return None;
        }
        found.end +=
            (found.end..found.end + 2).take_while(|&k| found.at.clock.is_some() && self.any(k, &clock::ZONES)).count();
        // "in three weeks" is a length
        if let Told::Ago { .. } = found.at.told {
            return None;
        }
        // "June Carter", "in May Harlow's shop"
        let name = |t: &Token| t.capital && t.is_word() && t.weekday().is_none();
        if matches!(found.at.told, Told::Month { .. })
            && self.any(found.end - 1, &["april", "may", "june", "august"])
            && self.tokens.get(found.end).is_some_and(name)
        {
            return None;
        }
        let mut from = i + preposition;
        if found.at.clock.is_some() && from == i && !found.at.told.is_day() {
            from = self.hedged(i);
        } else if found.at.clock.is_some() && self.before(i, &["about", "around"]) {
            from = i - 1;
        }
        // "early Tuesday" is the day; "Tuesday morning" is a part of it.
        let words = &self.tokens[from..found.end];
        let part_told = words.iter().any(|t| {
            super::Part::read(&t.lower).is_some()
                || t.is_any(&["tonight", "tonite"])
                || t.lower.strip_suffix('s').is_some_and(|w| super::Part::read(w).is_some())
        });
        if !part_told {
            found.at.part = None;
        }
        let overnight = words.iter().all(|t| t.is("overnight")) && tense::at(self.tokens, i) != Tense::Future;
        if overnight {
            found.at.told = Told::Relative { days: -1, weekday: None };
        }
        self.told(from, found.end, found.at.told, Some(found))
    }

    fn weekend(&self, from: usize, end: usize) -> Option<Read> {
        let now = self.now?;
        let weekday = now.weekday();
        let back = i64::from(weekday < 5 && tense::at(self.tokens, from) != Tense::Future);
        self.told(from, end, Told::Period { unit: Unit::Weekend, back, third: None }, None)
    }

    /// The value of what was told, with its tense.
    fn told(&self, from: usize, end: usize, told: Told, found: Option<Found>) -> Option<Read> {
        let of_day = found.map_or(String::new(), |f| match (f.at.clock, f.at.part) {
            (Some(clock), _) if clock.hour == 0 && self.tokens[from..end].iter().any(|t| t.is("midnight")) => {
                "T24:00".to_owned()
            }
            (Some(clock), _) => timex::clock(clock),
            (None, Some(part)) => timex::part(part).to_owned(),
            _ => String::new(),
        });
        let (told, tense) = (self.settled(told, from, end), tense::at(self.tokens, from));
        let days = match told {
            Told::Open => {
                let near = |d: &Day| self.now.is_none_or(|now| now.since(*d).abs() <= NEWS);
                self.last.filter(near).or(self.now).map(|d| (d, d))
            }
            Told::Date { written: Written { year: None, month, day: Some(day), .. }, back: 0, .. } => {
                self.yearless(month, day, tense).map(|d| (d, d))
            }
            _ => told.days(self.now),
        };
        let value = match told {
            Told::Open => format!("{}{of_day}", days.map_or_else(|| "XXXX-XX-XX".to_owned(), |d| d.0.to_string())),
            _ if told.is_day() => {
                format!("{}{of_day}", days.map_or_else(|| timex::day(told, None), |d| d.0.to_string()))
            }
            _ => self.longer(told, days),
        };
        let kind = if of_day.is_empty() { TimeKind::Date } else { TimeKind::Time };
        (!value.is_empty()).then_some(Read { from, end, kind, value, days })
    }

    /// Times longer than a day.
    fn longer(&self, told: Told, days: Option<(Day, Day)>) -> String {
        match (told, days) {
            (Told::Decade(year), _) => format!("{:03}", year.div_euclid(10)),
            (Told::Months { first, count, .. }, Some((from, _))) => {
                let letter = if count == 3 { 'Q' } else { 'H' };
                format!("{:04}-{letter}{}", from.year(), (first - 1) / count + 1)
            }
            (Told::Period { unit: Unit::Quarter, .. }, Some((from, _))) => {
                format!("{:04}-Q{}", from.year(), (from.month() - 1) / 3 + 1)
            }
            (Told::Period { unit: Unit::Decade, .. }, Some((from, _))) => format!("{:03}", from.year().div_euclid(10)),
            (Told::Holiday { .. }, Some((day, _))) => day.to_string(),
            (Told::Month { .. }, Some((from, _))) => format!("{:04}-{:02}", from.year(), from.month()),
            _ => timex::day(told, self.now),
        }
    }

    /// The same, where the tense says which of several is meant.
    fn settled(&self, told: Told, from: usize, end: usize) -> Told {
        let tense = tense::at(self.tokens, from);
        let ahead = tense == Tense::Future
            || self.before(from, &["until", "till"])
            || tense == Tense::Unknown && tense::behind(self.tokens, end) == Tense::Future;
        match (told, self.now) {
            (Told::Weekday { weekday, weeks: None, .. }, _) => Told::Weekday { weekday, weeks: None, coming: ahead },
            (Told::Month { month, third, year: YearOf::Open }, Some(now)) => {
                let late = i32::from(month > now.month());
                let year = if ahead { now.year() + 1 - late } else { now.year() - late };
                // This month is neither.
                let year = if month == now.month() { now.year() } else { year };
                Told::Month { month, third, year: YearOf::Told(year) }
            }
            (Told::Season { season, year: YearOf::Open }, Some(now)) => {
                let begins = match season {
                    Season::Spring => 3,
                    Season::Summer => 6,
                    Season::Autumn => 9,
                    Season::Winter => 12,
                };
                let year = now.year() - i32::from(!ahead && begins > now.month());
                Told::Season { season, year: YearOf::Told(year + i32::from(ahead && begins + 3 <= now.month())) }
            }
            (told, _) => told,
        }
    }

    /// A date without a year: the nearest, but a month ahead of it where the tense looks ahead.
    fn yearless(&self, month: u8, day: u8, tense: Tense) -> Option<Day> {
        let now = self.now?;
        let written = Written { year: None, month, day: Some(day), tokens: 0, either: false };
        let near = written.resolve(Some(now))?;
        let late = tense == Tense::Future && now.since(near) > 31;
        if late { Day::new(near.year() + 1, month, day) } else { Some(near) }
    }

    /// The second figure of "Nov. 5-6" and the first of "4 to 22 January".
    fn ends_of_range(&self, i: usize) -> Option<Read> {
        let day = |k: usize| {
            let token = self.tokens.get(k).filter(|t| t.kind == Kind::Figure && t.lower.len() <= 2)?;
            dates::plain_number(token).filter(|d| (1..=31).contains(d)).map(|d| d as u8)
        };
        let here = day(i)?;
        let joins = |k: usize| self.any(k, &["-", "–", "to", "through", "and"]);
        if i >= 3
            && joins(i - 1)
            && let Some(first) = day(i - 2)
            && first < here
            && !goes_on(self.tokens, i + 1)
        {
            let month = (i - 2).checked_sub(1).map(|k| k - usize::from(self.any(k, &["."])))?;
            let written =
                dates::written(self.tokens, month).filter(|w| w.day == Some(first) && month + w.tokens == i - 1)?;
            let told = Told::Date { written: Written { day: Some(here), ..written }, third: None, back: 0 };
            return self.told(i, i + 1, told, None);
        }
        joins(i + 1).then_some(())?;
        let written = dates::written(self.tokens, i + 2).filter(|w| w.day.is_some_and(|d| d > here))?;
        day(i + 2)?;
        self.told(i, i + 1, Told::Date { written: Written { day: Some(here), ..written }, third: None, back: 0 }, None)
    }

    /// Months and years that nothing around marks: "March sales", "the 1990 budget".
    fn bare(&self, i: usize) -> Option<Read> {
        let third = day::third(self.tokens, i);
        let k = third.map_or(i, |(_, k)| k);
        let token = self.tokens.get(k)?;
        let name = |t: &Token| t.capital && t.is_word() && t.weekday().is_none();
        let named = k > 0 && name(&self.tokens[k - 1]) && !self.tokens[k - 1].is_stop_word();
        if let Some(month) = dates::month(Some(token)) {
            let end = k + 1 + usize::from(token.lower.len() <= 4 && !token.is("may") && self.any(k + 1, &["."]));
            let open = token.is_any(&["may", "march", "august"]);
            // In the middle of a sentence a verb has no capital.
            let first = k == 0 || self.tokens[k - 1].kind == Kind::Mark && !self.any(k - 1, &["-"]);
            // "June Carter", "Mr. March", "May they rest"
            let person = token.lower.len() > 3 && self.tokens.get(end).is_some_and(name);
            let verb = open && first;
            return (token.capital && !named && !person && !verb).then(|| {
                self.told(i, end, Told::Month { month, third: third.map(|t| t.0), year: YearOf::Open }, None)
            })?;
        }
        let year = year(self.tokens, k).filter(|y| (1900..2030).contains(y))?;
        (token.kind == Kind::Figure).then_some(())?;
        let glued = self.before(k, &["-", "/", "$", "£", "€", "#", ":", "."]) && third.is_none();
        let numbered = self.before(
            k,
            &[
                "room", "flight", "number", "no", "page", "highway", "route", "about", "nearly", "than", "some",
                "least", "over",
            ],
        );
        let joined = self.any(k + 1, &["-", "/", ":", "%"]);
        let counts = self.tokens.get(k + 1).is_some_and(|t| {
            !t.capital
                && t.is_word()
                && t.lower.ends_with('s')
                && !t.is_stop_word()
                && !self.before(k, &["the", "its", "of", "a", "in"])
        });
        let other = named && third.is_none() && self.any(k + 1, &["."]);
        (!(glued || numbered || joined || counts || other)).then_some(())?;
        self.told(i, k + 1, Told::Year(year), None)
    }
}

/// A time without days.
fn reads(from: usize, end: usize, kind: TimeKind, value: impl Into<String>) -> Option<Read> {
    reads_days(from, end, kind, value, None)
}

#[expect(clippy::unnecessary_wraps, reason = "what each reader returns")]
fn reads_days(
    from: usize,
    end: usize,
    kind: TimeKind,
    value: impl Into<String>,
    days: Option<(Day, Day)>,
) -> Option<Read> {
    Some(Read { from, end, kind, value: value.into(), days })
}

/// `n` units after `base`, in the fineness of the unit.
fn away(from: usize, end: usize, base: Day, unit: Unit, n: i64) -> Option<Read> {
    let (value, days) = match unit {
        Unit::Day | Unit::Week => {
            let day = base.plus(n * if unit == Unit::Day { 1 } else { 7 });
            if unit == Unit::Day { (day.to_string(), Some((day, day))) } else { (week(day), None) }
        }
        Unit::Month | Unit::Quarter => {
            let day = months_back(base, -n * if unit == Unit::Month { 1 } else { 3 })?;
            (format!("{:04}-{:02}", day.year(), day.month()), None)
        }
        Unit::Year | Unit::Decade | Unit::Century => {
            let factor = match unit {
                Unit::Year => 1,
                Unit::Decade => 10,
                _ => 100,
            };
            (format!("{:04}", i64::from(base.year()) + n * factor), None)
        }
        _ => return None,
    };
    reads_days(from, end, TimeKind::Date, value, days)
}

/// The unit that the token at `k` names.
fn unit(tokens: &[Token], k: usize) -> Option<Unit> {
    tokens
        .get(k)
        .filter(|t| t.is_word() && t.lower.len() > 3 && !t.is_any(&["mins", "secs"]) || t.is("day"))
        .and_then(|t| Unit::read(&t.lower))
        .filter(|_| !tokens[k].is_any(&["night", "nights"]))
}

/// "third", "19th", "twenty-first": the number, and the token after it.
fn ordinal(tokens: &[Token], k: usize) -> Option<(u8, usize)> {
    dates::ordinal_words(tokens, k).or_else(|| {
        let token = tokens.get(k).filter(|t| t.kind == Kind::Figure && t.lower.ends_with(['t', 'd', 'h']))?;
        Some((u8::try_from(dates::plain_number(token)?).ok()?, k + 1))
    })
}

fn year(tokens: &[Token], k: usize) -> Option<i32> {
    let token = tokens.get(k).filter(|t| t.lower.len() == 4)?;
    dates::plain_number(token).filter(|y| (1500..2100).contains(y)).map(|y| y as i32)
}

/// "last year", "this year", "next year" at `k`: how many years back.
fn year_from_now(tokens: &[Token], k: usize) -> Option<i32> {
    any(tokens, k + 1, &["year"]).then_some(())?;
    match tokens.get(k)?.lower.as_str() {
        "last" => Some(1),
        "this" => Some(0),
        "next" => Some(-1),
        _ => None,
    }
}

/// Year and month `months` before `now`.
fn back(now: Day, months: i64) -> (i32, u8) {
    months_back(now, months).map_or((now.year(), now.month()), |d| (d.year(), d.month()))
}

fn week(day: Day) -> String {
    let (year, week) = day.week();
    format!("{year:04}-W{week:02}")
}

/// Whether "the" in front of it belongs to it: "the last quarter", "the fall of 1996"; not "the March 5 meeting".
fn takes_the(told: &Told) -> bool {
    matches!(
        told,
        Told::Season { .. }
            | Told::Period { .. }
            | Told::Months { .. }
            | Told::Week { .. }
            | Told::Decade(_)
            | Told::Run { .. }
    )
}

/// Decades by name.
const DECADES: [(&str, i32); 8] = [
    ("twenties", 1920),
    ("thirties", 1930),
    ("forties", 1940),
    ("fifties", 1950),
    ("sixties", 1960),
    ("seventies", 1970),
    ("eighties", 1980),
    ("nineties", 1990),
];

/// One word that makes a length more or less exact.
const HEDGES: [&str; 8] = ["about", "around", "nearly", "almost", "approximately", "roughly", "some", "barely"];

/// A length of unknown size.
fn vague(unit: Unit) -> String {
    match unit {
        Unit::Decade => "PXE".to_owned(),
        Unit::Century => "PXC".to_owned(),
        _ => timex::length(unit, 1.0).replace('1', "X"),
    }
}

fn sized(unit: Unit, count: Option<f64>) -> String {
    let Some(n) = count else { return vague(unit) };
    match unit {
        // "half an hour"
        Unit::Hour if n < 1.0 => timex::length(Unit::Minute, n * 60.0),
        Unit::Year if n < 1.0 => timex::length(Unit::Month, n * 12.0),
        _ => timex::length(unit, n),
    }
}
