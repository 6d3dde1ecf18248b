//! Days, as whole numbers that can be compared and counted.

use crate::letters::whole;

use time::{Date, Duration, Month};

/// A day of the proleptic Gregorian calendar, from years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Day(Date);

impl Day {
    /// None where there is no such day.
    pub(crate) fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        (1..=9999).contains(&year).then_some(())?;
        Date::from_calendar_date(year, month, day).ok().map(Self)
    }

    /// Reads `YYYY-MM-DD`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        (year.len() == 4).then_some(())?;
        Self::new(whole(year)?, whole(month)?, whole(day)?)
    }

    /// `days` later (earlier where negative); the last known day at the ends of the calendar.
    pub(crate) fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(Duration::days(days)))
    }

    /// Days from `other` to this one.
    pub(crate) fn since(self, other: Self) -> i64 {
        (self.0 - other.0).whole_days()
    }

    /// Monday = 0.
    pub(crate) fn weekday(self) -> u8 {
        self.0.weekday().number_days_from_monday()
    }

    pub(crate) fn year(self) -> i32 {
        self.0.year()
    }

    pub(crate) fn month(self) -> u8 {
        self.0.month().into()
    }

    pub(crate) fn day(self) -> u8 {
        self.0.day()
    }

    /// ISO week year and number.
    pub(crate) fn week(self) -> (i32, u8) {
        let (year, week, _) = self.0.to_iso_week_date();
        (year, week)
    }

    /// The last day of this month.
    pub(crate) fn month_end(self) -> Self {
        let last = self.0.month().length(self.0.year());
        Self(self.0.replace_day(last).unwrap_or(self.0))
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}
