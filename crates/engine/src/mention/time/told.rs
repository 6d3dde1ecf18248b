//! What the words of a time say, before and after the day of publication is known: the days that they cover.

use crate::calendar::Day;
use crate::dates::{self, Written};
use crate::lexicon::Holiday;

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    pub(super) fn read(lower: &str) -> Option<Self> {
        Some(match lower {
            "morning" | "dawn" | "daybreak" | "sunrise" => Self::Morning,
            "afternoon" => Self::Afternoon,
            "evening" | "dusk" | "sunset" => Self::Evening,
            "night" | "overnight" => Self::Night,
            _ => return None,
        })
    }
}

/// A time on the clock, as far as it is told. `hour` is 0 to 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: u8,
    pub(crate) minute: Option<u8>,
    pub(crate) second: Option<u8>,
    /// Whether morning or afternoon is told, or the hour leaves no choice.
    pub(crate) sure: bool,
}

impl Clock {
    /// The same with the half of the day that `part` says.
    pub(super) fn within(self, part: Part) -> Self {
        let hour = match (part, self.hour) {
            _ if self.sure => self.hour,
            (Part::Morning | Part::Night, 12) => 0,
            (Part::Afternoon | Part::Evening, h) if h < 12 => h + 12,
            (Part::Night, h) if (6..12).contains(&h) => h + 12,
            (_, h) => h,
        };
        Self { hour, sure: true, ..self }
    }
}

/// Which part of a longer time: its days are fewer, its TIMEX3 value is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Third {
    Early,
    Mid,
    Late,
    /// Up to the day of publication ("earlier this week").
    Before,
    /// From the day of publication on ("later this week").
    After,
}

/// The seasons, for which no days are known: they depend on the half of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Which of a month, season or holiday that comes every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearOf {
    /// Not told: the last that has begun.
    Open,
    /// "Last October": the last that has begun.
    Last,
    /// "Next October": the first that has not begun.
    Next,
    /// In the year that is so many before this one ("this October", "October last year").
    Back(i32),
    /// In this year of the calendar.
    Told(i32),
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    pub(super) fn read(lower: &str) -> Option<Self> {
        Some(match lower.strip_suffix('s').unwrap_or(lower) {
            "second" | "sec" => Self::Second,
            "minute" | "min" => Self::Minute,
            "hour" | "hr" => Self::Hour,
            "day" | "night" => Self::Day,
            "week" | "wk" => Self::Week,
            "month" => Self::Month,
            "year" | "yr" => Self::Year,
            "decade" => Self::Decade,
            "centurie" | "century" => Self::Century,
            _ => return None,
        })
    }
}

/// How many; `sure` where a number is told, not "a few".
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Count {
    pub(crate) n: f64,
    pub(crate) sure: bool,
}

/// A span of time in words, before it is resolved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Told {
    /// Nothing about the day: a clock time or a part of a day on its own.
    Open,
    /// The moment of writing ("now").
    Now,
    /// A written date; `back` years before the known one ("October 7 last year").
    Date { written: Written, third: Option<Third>, back: i32 },
    /// A day of a month that is not named: with its weekday ("Friday the 26th"), or counted in months from this one.
    DayOfMonth { day: u8, weekday: Option<u8>, months: Option<i64> },
    /// A month without a day.
    Month { month: u8, third: Option<Third>, year: YearOf },
    /// A year.
    Year(i32),
    /// Ten years from the one named.
    Decade(i32),
    /// Some months of a year from `first` on ("Q3", "H2").
    Months { first: u8, count: u8, year: Option<i32> },
    /// A season.
    Season { season: Season, year: YearOf },
    /// A day that has a name, every year.
    Holiday { holiday: Holiday, year: YearOf },
    /// A week by its number; the last of the year where it is 0.
    Week { week: u8, year: Option<i32> },
    /// A weekday; `weeks` from this one where "last", "this" or "next" says so; `coming` where the tense looks ahead.
    Weekday { weekday: u8, weeks: Option<i64>, coming: bool },
    /// Days from the day of publication, and the weekday where the text names it too.
    Relative { days: i64, weekday: Option<u8> },
    /// Weeks, months, quarters or years from this one ("last month").
    Period { unit: Unit, back: i64, third: Option<Third> },
    /// A number of units before publication ("two weeks ago"), or after it where negative.
    Ago { unit: Unit, count: i64 },
    /// The units up to publication ("the past six weeks") or from it on.
    Run { unit: Unit, count: Count, ahead: bool },
    /// A length.
    Length { unit: Unit, count: Count },
    /// Again and again, once in a length ("every two years", "daily").
    Each { unit: Unit, count: f64 },
}

impl Told {
    /// Whether it names one day, on which a clock time can lie.
    pub(super) fn is_day(&self) -> bool {
        match self {
            Self::Date { written, .. } => written.day.is_some(),
            Self::DayOfMonth { .. } | Self::Weekday { .. } | Self::Relative { .. } => true,
            Self::Each { unit, .. } => *unit == Unit::Day,
            _ => false,
        }
    }

    /// The first and last day from `reference`, the day of publication; none where they cannot be known.
    pub(super) fn days(self, reference: Option<Day>) -> Option<(Day, Day)> {
        let one = |day: Day| (day, day);
        match self {
            Self::Open | Self::Length { .. } | Self::Each { .. } | Self::Season { .. } | Self::Now => None,
            Self::Date { written, third, back } => {
                let Some(_) = written.day else { return month_days(written.year? - back, written.month, third) };
                let day = written.resolve(reference)?;
                // Of figures that may be read either way both days are meant.
                if let Some(other) = dates::turned(day).filter(|_| written.either) {
                    return Some((day.min(other), day.max(other)));
                }
                if back == 0 { Some(one(day)) } else { Day::new(day.year() - back, day.month(), day.day()).map(one) }
            }
            Self::DayOfMonth { day, weekday, months } => {
                let now = reference?;
                let in_month = |step: i64| month_of(now, step).and_then(|(y, m)| Day::new(y, m, day));
                let near = [0, -1, 1, -2, 2, -3, 3];
                match (weekday, months) {
                    (Some(w), _) => near.into_iter().filter_map(in_month).find(|d| d.weekday() == w),
                    (None, Some(step)) => in_month(step),
                    (None, None) => [0, -1, -2].into_iter().filter_map(in_month).find(|d| *d <= now),
                }
                .map(one)
            }
            Self::Month { month, third, year } => {
                let now = reference?;
                let last = if month > now.month() { now.year() - 1 } else { now.year() };
                month_days(year.pick(last, last + 1, now), month, third)
            }
            Self::Year(year) => Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)),
            Self::Decade(year) => Some((Day::new(year, 1, 1)?, Day::new(year + 9, 12, 31)?)),
            Self::Months { first, count, year } => {
                let year = year.or(reference.map(Day::year))?;
                Some((Day::new(year, first, 1)?, Day::new(year, first + count - 1, 1)?.month_end()))
            }
            Self::Holiday { holiday, year } => {
                let now = reference?;
                let year = if year == YearOf::Open {
                    // The nearest, before or after.
                    let near = (-1..=1).filter_map(|d| holiday.day(now.year() + d));
                    near.min_by_key(|d| d.since(now).abs())?.year()
                } else {
                    let begun = holiday.day(now.year()).is_some_and(|d| d <= now);
                    let last = now.year() - i32::from(!begun);
                    year.pick(last, last + 1, now)
                };
                holiday.day(year).map(one)
            }
            Self::Week { week, year } => {
                let year = year.or(reference.map(Day::year))?;
                // The week of January 4 is the first; that of December 28 the last.
                let in_first = Day::new(year, 1, 4)?;
                let anchor = if week == 0 { Day::new(year, 12, 28)? } else { in_first.plus(7 * (i64::from(week) - 1)) };
                let monday = anchor.plus(-i64::from(anchor.weekday()));
                Some((monday, monday.plus(6)))
            }
            Self::Weekday { weekday, weeks, coming } => {
                let now = reference?;
                let back = i64::from((now.weekday() + 7 - weekday) % 7);
                let day = match weeks {
                    None if coming => now.plus((7 - back) % 7),
                    None => now.plus(-back),
                    Some(w) => now.plus(i64::from(weekday) - i64::from(now.weekday()) + 7 * w),
                };
                Some(one(day))
            }
            Self::Relative { days, weekday } => {
                let now = reference?;
                let day = now.plus(days);
                // "last night (Tuesday)": the weekday in brackets decides.
                Some(one(weekday.map_or(day, |w| now.plus(-i64::from((now.weekday() + 7 - w) % 7)))))
            }
            Self::Period { unit, back, third } => {
                let now = reference?;
                let (from, to) = period(now, unit, back)?;
                Some(match third {
                    Some(Third::Before) if from <= now && now <= to => (from, now),
                    Some(Third::After) if from <= now && now <= to => (now, to),
                    Some(Third::Early | Third::Mid | Third::Late) if unit == Unit::Month => {
                        month_days(from.year(), from.month(), third)?
                    }
                    _ => (from, to),
                })
            }
            Self::Ago { unit, count } => {
                let now = reference?;
                match unit {
                    Unit::Day => Some(one(now.plus(-count))),
                    Unit::Week => Some(one(now.plus(-7 * count))),
                    Unit::Second | Unit::Minute | Unit::Hour if count <= 12 => Some(one(now)),
                    Unit::Year => month_days(now.year() - count as i32, now.month(), None),
                    Unit::Month => period(now, Unit::Month, count),
                    _ => None,
                }
            }
            Self::Run { unit, count, ahead } => {
                let (begin, end) = run(reference?, unit, count, ahead)?;
                Some(if ahead { (begin, end.plus(-1)) } else { (begin, end) })
            }
        }
    }
}

impl YearOf {
    fn pick(self, last: i32, next: i32, now: Day) -> i32 {
        match self {
            Self::Open | Self::Last => last,
            Self::Next => next,
            Self::Back(years) => now.year() - years,
            Self::Told(year) => year,
        }
    }
}

/// The days of a month or a third of it.
fn month_days(year: i32, month: u8, third: Option<Third>) -> Option<(Day, Day)> {
    let first = Day::new(year, month, 1)?;
    let last = first.month_end();
    Some(match third {
        Some(Third::Early) => (first, first.plus(9)),
        Some(Third::Mid) => (first.plus(9), first.plus(19)),
        Some(Third::Late) => (first.plus(20), last),
        _ => (first, last),
    })
}

/// Year and month, `step` months from that of `now`.
fn month_of(now: Day, step: i64) -> Option<(i32, u8)> {
    let months = i64::from(now.year()) * 12 + i64::from(now.month()) - 1 + step;
    let year = i32::try_from(months.div_euclid(12)).ok()?;
    Some((year, months.rem_euclid(12) as u8 + 1))
}

/// The calendar's week, month and so on, `back` before the one of `now`.
fn period(now: Day, unit: Unit, back: i64) -> Option<(Day, Day)> {
    let monday = now.plus(-i64::from(now.weekday()) - 7 * back);
    match unit {
        Unit::Day => Some((now.plus(-back), now.plus(-back))),
        Unit::Week => Some((monday, monday.plus(6))),
        Unit::Weekend => Some((monday.plus(5), monday.plus(6))),
        Unit::Month => month_of(now, -back).and_then(|(year, month)| month_days(year, month, None)),
        Unit::Quarter => {
            let into = i64::from((now.month() - 1) % 3);
            let (year, month) = month_of(now, -into - 3 * back)?;
            let first = Day::new(year, month, 1)?;
            Some((first, Day::new(year, month + 2, 1)?.month_end()))
        }
        Unit::Year => Told::Year(now.year() - i32::try_from(back).ok()?).days(None),
        Unit::Decade => Told::Decade(now.year().div_euclid(10) * 10 - 10 * i32::try_from(back).ok()?).days(None),
        _ => None,
    }
}

/// The first day of a run and the day after its last: that of publication is the last day of the past and no day of what comes.
pub(super) fn run(now: Day, unit: Unit, count: Count, ahead: bool) -> Option<(Day, Day)> {
    let days = match unit {
        Unit::Day => 1.0,
        Unit::Week => 7.0,
        Unit::Month => 30.0,
        Unit::Year => 365.0,
        Unit::Decade => 3652.0,
        _ => return None,
    };
    (count.sure && count.n >= 1.0 && count.n <= 1000.0).then_some(())?;
    let days = (days * count.n) as i64;
    Some(if ahead { (now.plus(1), now.plus(1 + days)) } else { (now.plus(-days), now) })
}

/// The same month and day, `months` before; the month's last day where there is no such day.
pub(super) fn months_back(now: Day, months: i64) -> Option<Day> {
    let (year, month) = month_of(now, -months)?;
    (0..4).find_map(|less| Day::new(year, month, now.day().checked_sub(less)?))
}
