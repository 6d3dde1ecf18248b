//! The interface's own words, in English: each enum's word, sign and class stand in one `match`.
//! They speak of the texts and never of the event.

use crosscheck_engine::report::{
    Basis, DifferenceNote, Fact, Field, FurnitureKind, NoteKind, ReasonKind, Status, Voice,
};

use crate::matrix::ways;
use crate::state::Show;

/// How a status looks: its sign and the class that carries its shape and tint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Written into `data-status` and `class`.
    pub class: &'static str,
    /// A sign that stands beside the word.
    pub glyph: &'static str,
    /// The word.
    pub word: &'static str,
}

/// A status in word, sign and class.
pub fn status(status: Status) -> Look {
    let (class, glyph, word) = match status {
        Status::Agree => ("agree", "=", "Agree"),
        Status::LessPrecise => ("less_precise", "≈", "Less precise"),
        Status::Differ => ("differ", "≠", "Differ"),
        Status::DifferentEvents => ("different_events", "⚠\u{fe0e}", "Different events"),
        Status::Single => ("single", "①", "Only"),
    };
    Look { class, glyph, word }
}

/// The words on a row's badge: "Differ, 3 ways", "Agree, 4 of 5", "Only C".
pub fn badge(fact: &Fact, carriers: &[String], articles: usize) -> String {
    let word = status(fact.status).word;
    match fact.status {
        Status::Agree => format!("{word}, {} of {articles}", carriers.len()),
        Status::Differ => match fact.differences.first().map_or(0, ways) {
            0 | 1 => word.to_owned(),
            n => format!("{word}, {n} ways"),
        },
        Status::Single => format!("{word} {}", carriers.join(", ")),
        Status::LessPrecise | Status::DifferentEvents => word.to_owned(),
    }
}

/// What is compared.
pub fn field(field: Field) -> &'static str {
    match field {
        Field::Number => "number",
        Field::Date => "date",
        Field::Time => "time",
        Field::Place => "place",
        Field::Actor => "actor",
        Field::Weapon => "weapon",
        Field::Target => "target",
        Field::Casualty => "casualties",
        Field::Certainty => "certainty",
        Field::Scope => "scope",
        Field::Name => "name",
        Field::Wording => "wording",
        Field::Attribution => "attribution",
    }
}

/// In whose voice something is said: as a line begins.
pub fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Quoted => "quoted",
        Voice::Reported => "reported",
        Voice::Outlet => "outlet’s own voice",
        Voice::Claimed => "claimed",
    }
}

/// What can be said about a difference.
pub fn note(note: DifferenceNote) -> &'static str {
    match note {
        DifferenceNote::MaybeTimeZones => "may be one moment in two time zones",
        DifferenceNote::DifferentEvents => "the same thing tied to different events",
        DifferenceNote::LessPrecise => "one is a less exact way to put the other",
    }
}

/// Kinds of things that mentions share.
pub fn reason(kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::Passage => "the words",
        ReasonKind::Name => "the name",
        ReasonKind::Number => "the figure",
        ReasonKind::Day => "the day",
        ReasonKind::Word => "the word",
    }
}

/// Kinds of set-aside text.
pub fn furniture(kind: FurnitureKind) -> &'static str {
    match kind {
        FurnitureKind::Headline => "headline",
        FurnitureKind::Byline => "byline",
        FurnitureKind::Dateline => "date line",
        FurnitureKind::Section => "section label",
        FurnitureKind::Teaser => "link to another story",
        FurnitureKind::Navigation => "navigation",
        FurnitureKind::Related => "related stories",
        FurnitureKind::Form => "form",
        FurnitureKind::Copyright => "copyright",
        FurnitureKind::Caption => "caption",
        FurnitureKind::Advert => "advertising",
    }
}

/// What a reader should know of the input.
pub fn input_note(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::NothingLeft => "Nothing but page furniture was found in this text.",
        NoteKind::SameText => "Another article has the same text. It is counted once.",
        NoteKind::LittleInCommon => "These articles share little. They may be about different events.",
    }
}

/// How a date of publication is known.
pub fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "",
        Basis::Inferred => "inferred",
    }
}

/// A filter.
pub fn show(show: Show) -> &'static str {
    match show {
        Show::All => "All",
        Show::Differ => "Differ",
        Show::Agree => "Agree",
        Show::One => "One source",
    }
}

/// "1 article", "5 articles".
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A day or a run of days as readers write it: `2023-11-21` is "21 Nov 2023", `2023-11-21/2023-11-22` is "21–22 Nov 2023".
/// Anything else comes back as it is.
pub fn day(iso: &str) -> String {
    match iso.split_once('/') {
        None => parts(iso).map_or_else(|| iso.to_owned(), |(y, m, d)| format!("{d} {m} {y}")),
        Some((from, to)) => match (parts(from), parts(to)) {
            (Some(a), Some(b)) if a == b => day(from),
            (Some((y, m, d)), Some((y2, m2, d2))) if y == y2 && m == m2 => format!("{d}–{d2} {m} {y}"),
            (Some((y, m, d)), Some((y2, m2, d2))) if y == y2 => format!("{d} {m} – {d2} {m2} {y}"),
            _ => format!("{} – {}", day(from), day(to)),
        },
    }
}

fn parts(iso: &str) -> Option<(&str, &'static str, u8)> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?.parse::<usize>().ok()?, parts.next()?.parse().ok()?);
    Some((year, MONTHS.get(month.checked_sub(1)?)?, day))
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_written_as_readers_write_them() {
        assert_eq!(day("2023-11-21"), "21 Nov 2023");
        assert_eq!(day("2023-11-01/2023-11-22"), "1–22 Nov 2023");
        assert_eq!(day("2023-10-31/2023-11-02"), "31 Oct – 2 Nov 2023");
        assert_eq!(day("2023-12-31/2024-01-01"), "31 Dec 2023 – 1 Jan 2024");
        assert_eq!(day("mid-October"), "mid-October");
    }
}
