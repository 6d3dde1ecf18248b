//! Days as numbers that can be compared and counted.

/// The number of a day `YYYY-MM-DD`, counted from 1 January 1970; none for anything else.
pub fn number(iso: &str) -> Option<i32> {
    let mut parts = iso.splitn(3, '-').map(|part| part.parse::<i32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !((1..=12).contains(&month) && (1..=31).contains(&day) && (0..=9999).contains(&year)) {
        return None;
    }
    // Years from March on, so that the leap day is the last: https://howardhinnant.github.io/date_algorithms.html
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(days + (153 * month + 2) / 5 + day - 1 - 719_468)
}

/// The weekday of a day: 0 for Monday.
pub fn weekday(iso: &str) -> Option<usize> {
    // 1 January 1970 was a Thursday.
    Some((number(iso)? + 3).rem_euclid(7) as usize)
}

#[cfg(test)]
mod tests {
    use super::{number, weekday};

    #[test]
    fn days_are_counted_over_months_years_and_leap_days() {
        assert_eq!(number("1970-01-01"), Some(0));
        assert_eq!(number("1969-12-31"), Some(-1));
        assert_eq!(number("2000-03-01"), Some(11_017));
        let days = |from: &str, to: &str| number(to).expect("a day") - number(from).expect("a day");
        assert_eq!(days("2023-11-21", "2023-11-22"), 1);
        assert_eq!(days("2024-02-28", "2024-03-01"), 2);
        assert_eq!(days("2023-02-28", "2023-03-01"), 1);
        assert_eq!(days("1900-02-28", "1900-03-01"), 1);
        assert_eq!(days("2023-12-31", "2024-12-31"), 366);
    }

    #[test]
    fn a_day_has_its_weekday_and_what_is_no_day_has_none() {
        for (day, is) in [("2023-11-21", 1), ("2023-11-22", 2), ("2025-06-15", 6), ("2024-02-29", 3), ("1969-07-20", 6)]
        {
            assert_eq!(weekday(day), Some(is), "{day}");
        }
        for none in ["", "mid-October", "2023-13-01", "2023-00-10", "2023-11", "2023-11-21/2023-11-22"] {
            assert_eq!(weekday(none), None, "{none}");
        }
    }
}
