//! TIMEX3 values, after `TimeML`: what is not told stays `X` ("XXXX-10-07", "XXXX-WXX-2"), though the days may be known.

use super::told::{Clock, Count, Part, Season, Told, Unit, YearOf, months_back, run};
use super::{Moment, Time};
use crate::calendar::Day;
use crate::mention::number;

/// The value of a time that was published on `reference`.
pub(super) fn value(time: &Time, reference: Option<Day>) -> String {
    let Some(until) = time.until else { return moment(&time.at, reference) };
    let end = |at: &Moment| match (at.told, reference) {
        (Told::Now, Some(now)) => now.to_string(),
        _ => moment(at, reference),
    };
    format!("({},{},{})", end(&time.at), end(&until), between(time, &until, reference))
}

fn moment(at: &Moment, reference: Option<Day>) -> String {
    let of_day = at.clock.map_or_else(|| at.part.map_or(String::new(), |p| part(p).to_owned()), clock);
    match at.told {
        Told::Open => of_day,
        // "3 p.m. each day" is told by its hour.
        Told::Each { unit: Unit::Day, .. } if !of_day.is_empty() => of_day,
        Told::Relative { .. } | Told::Weekday { .. } | Told::Date { .. } | Told::DayOfMonth { .. } => {
            day(at.told, reference) + &of_day
        }
        told => day(told, reference),
    }
}

pub(super) fn part(part: Part) -> &'static str {
    match part {
        Part::Morning => "TMO",
        Part::Afternoon => "TAF",
        Part::Evening => "TEV",
        Part::Night => "TNI",
    }
}

pub(super) fn clock(clock: Clock) -> String {
    let more = |part: Option<u8>| part.map_or(String::new(), |n| format!(":{n:02}"));
    format!("T{:02}{}{}", clock.hour, more(clock.minute), more(clock.second))
}

pub(super) fn length(unit: Unit, n: f64) -> String {
    let (before, factor, letter) = match unit {
        Unit::Second => ("PT", 1.0, 'S'),
        Unit::Minute => ("PT", 1.0, 'M'),
        Unit::Hour => ("PT", 1.0, 'H'),
        Unit::Day | Unit::Weekend => ("P", 1.0, 'D'),
        Unit::Week => ("P", 1.0, 'W'),
        Unit::Month => ("P", 1.0, 'M'),
        Unit::Quarter => ("P", 3.0, 'M'),
        Unit::Year => ("P", 1.0, 'Y'),
        Unit::Decade => ("P", 10.0, 'Y'),
        Unit::Century => ("P", 100.0, 'Y'),
    };
    format!("{before}{}{letter}", number::written(n * factor))
}

/// What is told without clock and part of the day.
pub(super) fn day(told: Told, reference: Option<Day>) -> String {
    let days = told.days(reference);
    let unknown = || "PAST_REF".to_owned();
    let month = |d: Day| format!("{:04}-{:02}", d.year(), d.month());
    match told {
        Told::Open => String::new(),
        Told::Now => "PRESENT_REF".to_owned(),
        Told::Date { written, back, .. } => match (written.year, written.day, days) {
            (None, Some(_), Some((from, _))) if back != 0 => from.to_string(),
            (Some(y), Some(d), _) => format!("{y:04}-{:02}-{d:02}", written.month),
            (Some(y), None, _) => format!("{y:04}-{:02}", written.month),
            (None, Some(d), _) => format!("XXXX-{:02}-{d:02}", written.month),
            (None, None, _) => format!("XXXX-{:02}", written.month),
        },
        Told::DayOfMonth { day, weekday: None, months: None } => format!("XXXX-XX-{day:02}"),
        Told::DayOfMonth { day, .. } => days.map_or_else(|| format!("XXXX-XX-{day:02}"), |d| d.0.to_string()),
        Told::Month { month: m, year, .. } => match days {
            Some((from, _)) if year != YearOf::Open => month(from),
            _ => format!("XXXX-{m:02}"),
        },
        Told::Year(year) => format!("{year:04}"),
        Told::Decade(year) => format!("{:03}X", year.div_euclid(10)),
        Told::Months { first, count, year } => {
            let year = |more: i32| year.map_or_else(|| "XXXX".to_owned(), |y| format!("{:04}", y + more));
            let next = first + count;
            let (more, next) = if next > 12 { (1, next - 12) } else { (0, next) };
            format!("({}-{first:02}-01,{}-{next:02}-01,P{count}M)", year(0), year(more))
        }
        Told::Season { season, year } => {
            let name = match season {
                Season::Spring => "SP",
                Season::Summer => "SU",
                Season::Autumn => "FA",
                Season::Winter => "WI",
            };
            let known = match (year, reference) {
                (YearOf::Told(year), _) => Some(year),
                (YearOf::Back(back), Some(now)) => Some(now.year() - back),
                // The middle month, as the north counts, says which was the last.
                (YearOf::Last | YearOf::Next, Some(now)) => {
                    let begins = match season {
                        Season::Spring => 3,
                        Season::Summer => 6,
                        Season::Autumn => 9,
                        Season::Winter => 12,
                    };
                    let last = now.year() - i32::from(now.month() < begins + 3);
                    Some(if year == YearOf::Last { last } else { last + 1 })
                }
                _ => None,
            };
            known.map_or_else(|| name.to_owned(), |year| format!("{year:04}-{name}"))
        }
        Told::Holiday { holiday, year } => match (year, days) {
            (YearOf::Open, _) if holiday.fixed().is_some() => {
                let (m, d) = holiday.fixed().unwrap_or_default();
                format!("XXXX-{m:02}-{d:02}")
            }
            (_, Some((from, _))) => from.to_string(),
            _ => unknown(),
        },
        Told::Weekday { weekday, weeks: None, .. } => format!("XXXX-WXX-{}", weekday + 1),
        Told::Week { .. } | Told::Period { unit: Unit::Week, .. } => days.map_or_else(unknown, |(from, _)| {
            let (year, week) = from.week();
            format!("{year:04}-W{week:02}")
        }),
        Told::Period { unit: Unit::Weekend, .. } => days.map_or_else(unknown, |(from, _)| {
            let (year, week) = from.week();
            format!("{year:04}-W{week:02}-WE")
        }),
        Told::Period { unit: Unit::Month, .. } => days.map_or_else(unknown, |(from, _)| month(from)),
        Told::Period { unit: Unit::Quarter, .. } => {
            days.map_or_else(unknown, |(from, to)| format!("({from},{},P3M)", to.plus(1)))
        }
        Told::Period { unit: Unit::Year, .. } => days.map_or_else(unknown, |(from, _)| format!("{:04}", from.year())),
        Told::Period { unit: Unit::Decade, .. } => {
            days.map_or_else(unknown, |(from, _)| format!("{:03}X", from.year().div_euclid(10)))
        }
        Told::Ago { unit: unit @ (Unit::Month | Unit::Year), count } => {
            let months = if unit == Unit::Year { count.saturating_mul(12) } else { count };
            reference.and_then(|now| months_back(now, months)).map_or_else(unknown, |day| day.to_string())
        }
        Told::Run { unit, count, ahead } => match reference.and_then(|now| run(now, unit, count, ahead)) {
            Some((from, to)) => format!("({from},{to},{})", length(unit, count.n)),
            None => length(unit, count.n),
        },
        Told::Length { unit, count: Count { n, .. } } => length(unit, n),
        Told::Each { unit, count } => length(unit, count),
        Told::Weekday { .. } | Told::Relative { .. } | Told::Period { .. } | Told::Ago { .. } => {
            days.map_or_else(unknown, |d| d.0.to_string())
        }
    }
}

/// How long a range is.
fn between(time: &Time, until: &Moment, reference: Option<Day>) -> String {
    let minutes = |c: Clock| i64::from(c.hour) * 60 + i64::from(c.minute.unwrap_or(0));
    if let (Some(from), Some(to)) = (time.at.clock, until.clock) {
        let length = (minutes(to) - minutes(from)).rem_euclid(24 * 60);
        return match (length / 60, length % 60) {
            (h, 0) => format!("PT{h}H"),
            (0, m) => format!("PT{m}M"),
            (h, m) => format!("PT{h}H{m}M"),
        };
    }
    match (time.at.told, until.told) {
        (Told::Year(from), Told::Year(to)) => format!("P{}Y", to.saturating_sub(from)),
        (Told::Month { month: from, .. }, Told::Month { month: to, .. }) => format!("P{}M", (to + 12 - from) % 12),
        _ => super::range_days(&time.at, until, reference)
            .map_or_else(|| "PXD".to_owned(), |((from, _), (to, _))| format!("P{}D", to.since(from))),
    }
}
