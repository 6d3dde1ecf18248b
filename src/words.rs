//! The interface's own words, in English: each enum's word, sign and class stand in one `match`.
//! They speak of the texts and never of the event.

use crosscheck_engine::report::{
    Article, Basis, Difference, DifferenceNote, Fact, Field, FurnitureKind, NoteKind, ReasonKind, Status, Voice,
};

use crate::matrix::{lead, ways};
use crate::standing::Standing;
use crate::state::Show;
use crate::story::{Story, letter};

/// What stands in the place of an article in which nothing was found for a row.
pub const NOT_FOUND: &str = "not found here";
/// Above what an article prints that cannot all be right.
pub const WITHIN: &str = "As printed, not all of this article’s own figures can be right:";
/// Before the words of an article that gives no value in a row that compares one.
pub const NEARBY: &str = "nearby:";
/// Under a weak match.
pub const UNSURE: &str = "? unsure";
/// After a day that a sentence does not name itself.
pub const CARRIED: &str = "from an earlier sentence";
/// Leads the keyboard from the pane to its cell.
pub const TO_CELL: &str = "Back to the cell";
/// What the squares of the overview mean, by their classes.
pub const LEGEND: [(&str, &str); 3] =
    [("says", "filled: says"), ("differ", "orange: differs"), ("silent", "empty: not found")];
/// Of values that differ and do not exclude each other.
const BOTH: &str = "both can be true";

/// How a row's standing looks: its sign and the class that carries its shape and tint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Written into `data-status` and `class`.
    pub class: &'static str,
    /// A sign that stands beside the word.
    pub glyph: &'static str,
    /// The word.
    pub word: &'static str,
}

/// A row's standing in word, sign and class.
pub fn standing(standing: Standing) -> Look {
    let (class, glyph, word) = match standing {
        Standing::Agree => ("agree", "=", "Agree"),
        Standing::LessPrecise => ("less_precise", "≈", "Less precise"),
        Standing::Differ => ("differ", "≠", "Differ"),
        Standing::DifferentEvents => ("different_events", "⚠\u{fe0e}", "Different events"),
        Standing::Single => ("single", "①", "Only"),
        Standing::Unsure => ("unsure", "?", "Unsure"),
    };
    Look { class, glyph, word }
}

/// The words on a row's badge: "Differ, 3 ways", "Agree, 4 of 5", "Only C". Agreement is counted over sure matches.
pub fn badge(story: &Story, fact: usize) -> String {
    let word = standing(story.standing(fact)).word;
    match story.standing(fact) {
        Standing::Agree => format!("{word}, {} of {}", story.sure_carriers(fact).len(), story.articles.len()),
        Standing::Differ => match lead(&story.facts[fact]).map_or(0, ways) {
            0 | 1 => word.to_owned(),
            n => format!("{word}, {n} ways"),
        },
        Standing::Single => {
            format!("{word} {}", story.carriers(fact).into_iter().map(letter).collect::<Vec<_>>().join(", "))
        }
        Standing::LessPrecise | Standing::DifferentEvents | Standing::Unsure => word.to_owned(),
    }
}

/// Who published an article, and the word before it where that is only its writer.
pub fn source(article: &Article) -> (&'static str, Option<&str>) {
    match (&article.outlet, &article.byline) {
        (Some(outlet), _) => ("", Some(outlet)),
        (None, Some(byline)) => ("by ", Some(byline)),
        (None, None) => ("Outlet not stated", None),
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

/// What to know of one difference of a row: the engine's note, or that it is no contradiction where the row has none.
pub fn remark(fact: &Fact, difference: &Difference) -> Option<&'static str> {
    let compatible = fact.status == Status::Differ && fact.differences.iter().all(|difference| difference.compatible);
    let own = difference.note.map(note);
    own.or_else(|| (compatible && difference.field != Field::Attribution).then_some(BOTH))
}

/// What to know of a whole row: that it may be one moment in two time zones before anything else.
pub fn row_remark(fact: &Fact) -> Option<&'static str> {
    let zones = fact.differences.iter().any(|difference| difference.note == Some(DifferenceNote::MaybeTimeZones));
    if zones { Some(note(DifferenceNote::MaybeTimeZones)) } else { lead(fact).and_then(|lead| remark(fact, lead)) }
}

/// The rule that put a sentence into a row where that is not by what it shares.
pub fn rule(standing: Standing) -> &'static str {
    match standing {
        Standing::DifferentEvents => "the same designation on another day",
        _ => "it gives a value for what the row compares",
    }
}

/// What does not add up: all the parts of a whole, or some of them.
pub fn sum(complete: bool) -> &'static str {
    if complete { "whole and parts do not add up" } else { "more parts than the whole" }
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
        FurnitureKind::Excess => "beyond what is compared",
    }
}

/// What a reader should know of the input.
pub fn input_note(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::NothingLeft => "Nothing but page furniture was found in this text.",
        NoteKind::SameText => "Another article has the same text. It is counted once.",
        NoteKind::LittleInCommon => "These articles share little. They may be about different events.",
        NoteKind::TooLong => "This text is longer than any article. Not all of it is compared.",
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
