//! Words, signs and classes for the Report's enums: each enum's stand in one `match`.

use crosscheck_engine::report::{
    Article, Basis, Difference, DifferenceNote, Fact, Field, FurnitureKind, NameKind, NameTie, NoteKind, QuoteChange,
    ReasonKind, Status, Voice,
};

use super::{Key, count, fill, say};
use crate::matrix::{lead, ways};
use crate::standing::Standing;
use crate::state::{Show, Sort};
use crate::story::{Story, letter};

/// How a row's standing looks: its sign and the class that carries its shape and tint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Written into `data-status` and `class`.
    pub class: &'static str,
    /// A sign that stands beside the word.
    pub glyph: &'static str,
}

/// A row's standing in sign and class.
pub fn look(standing: Standing) -> Look {
    let (class, glyph) = match standing {
        Standing::Agree => ("agree", "="),
        Standing::LessPrecise => ("less_precise", "≈"),
        Standing::Differ => ("differ", "≠"),
        Standing::DifferentEvents => ("different_events", "⚠\u{fe0e}"),
        Standing::Single => ("single", "①"),
        Standing::Unsure => ("unsure", "?"),
    };
    Look { class, glyph }
}

/// The words on a row's badge: "Differ, 3 ways", "Agree, 4 of 5", "Only C". Agreement is counted over sure matches.
pub fn badge(story: &Story, fact: usize) -> String {
    let word = match story.standing(fact) {
        Standing::Agree => {
            let sure = story.sure_carriers(fact).len();
            return fill(Key::AgreeOf, &[("n", &sure), ("all", &story.articles.len())]);
        }
        Standing::Differ => match lead(&story.facts[fact]).map_or(0, ways) {
            0 | 1 => Key::Differ,
            n => return count(Key::DifferWays, n),
        },
        Standing::Single => {
            let letters = story.carriers(fact).into_iter().map(letter).collect::<Vec<_>>().join(", ");
            return fill(Key::Only, &[("letters", &letters)]);
        }
        Standing::LessPrecise => Key::LessPrecise,
        Standing::DifferentEvents => Key::DifferentEvents,
        Standing::Unsure => Key::Unsure,
    };
    say(word).to_owned()
}

/// Who published an article, as far as its text says so: the outlet, or else its writer as "by Jo Bell".
pub fn source(article: &Article) -> String {
    match (&article.outlet, &article.byline) {
        (Some(outlet), _) => outlet.clone(),
        (None, Some(byline)) => fill(Key::By, &[("name", byline)]),
        (None, None) => say(Key::NoOutlet).to_owned(),
    }
}

/// What is compared.
pub fn field(field: Field) -> &'static str {
    say(match field {
        Field::Number => Key::FieldNumber,
        Field::Date => Key::FieldDate,
        Field::Time => Key::FieldTime,
        Field::Place => Key::FieldPlace,
        Field::Actor => Key::FieldActor,
        Field::Weapon => Key::FieldWeapon,
        Field::Target => Key::FieldTarget,
        Field::Casualty => Key::FieldCasualty,
        Field::Certainty => Key::FieldCertainty,
        Field::Scope => Key::FieldScope,
        Field::Name => Key::FieldName,
        Field::Wording => Key::FieldWording,
        Field::Attribution => Key::FieldAttribution,
    })
}

/// In whose voice something is said: as a line begins.
pub fn voice(voice: Voice) -> &'static str {
    say(match voice {
        Voice::Quoted => Key::VoiceQuoted,
        Voice::Reported => Key::VoiceReported,
        Voice::Outlet => Key::VoiceOutlet,
        Voice::Claimed => Key::VoiceClaimed,
    })
}

/// What can be said about a difference.
pub fn note(note: DifferenceNote) -> &'static str {
    say(match note {
        DifferenceNote::MaybeTimeZones => Key::NoteZones,
        DifferenceNote::DifferentEvents => Key::NoteEvents,
        DifferenceNote::LessPrecise => Key::NoteLessPrecise,
    })
}

/// What to know of one difference of a row: the engine's note, or that it is no contradiction where the row has none.
pub fn remark(fact: &Fact, difference: &Difference) -> Option<&'static str> {
    let compatible = fact.status == Status::Differ && fact.differences.iter().all(|difference| difference.compatible);
    let own = difference.note.map(note);
    own.or_else(|| (compatible && difference.field != Field::Attribution).then(|| say(Key::NoteBoth)))
}

/// What to know of a whole row: that it may be one moment in two time zones before anything else.
pub fn row_remark(fact: &Fact) -> Option<&'static str> {
    let zones = fact.differences.iter().any(|difference| difference.note == Some(DifferenceNote::MaybeTimeZones));
    if zones { Some(note(DifferenceNote::MaybeTimeZones)) } else { lead(fact).and_then(|lead| remark(fact, lead)) }
}

/// The rule that put a sentence into a row where that is not by what it shares.
pub fn rule(standing: Standing) -> &'static str {
    say(match standing {
        Standing::DifferentEvents => Key::WhyEvents,
        _ => Key::WhyValue,
    })
}

/// What does not add up: all the parts of a whole, or some of them.
pub fn sum(complete: bool) -> &'static str {
    say(if complete { Key::SumWhole } else { Key::SumMore })
}

/// Kinds of things that mentions share.
pub fn reason(kind: ReasonKind) -> &'static str {
    say(match kind {
        ReasonKind::Passage => Key::ReasonPassage,
        ReasonKind::Name => Key::ReasonName,
        ReasonKind::Number => Key::ReasonNumber,
        ReasonKind::Day => Key::ReasonDay,
        ReasonKind::Word => Key::ReasonWord,
    })
}

/// Kinds of named things; nothing where it is not known.
pub fn thing(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => say(Key::ThingPerson),
        NameKind::Organisation => say(Key::ThingOrganisation),
        NameKind::Place => say(Key::ThingPlace),
        NameKind::Weapon => say(Key::ThingWeapon),
        NameKind::Event => say(Key::ThingEvent),
        NameKind::Other => "",
    }
}

/// How a form is known to mean a thing; nothing where it is the same name.
pub fn tie(tie: NameTie) -> &'static str {
    match tie {
        NameTie::Name => "",
        NameTie::Part => say(Key::TiePart),
        NameTie::Spelling => say(Key::TieSpelling),
        NameTie::Abbreviation => say(Key::TieAbbreviation),
        NameTie::KnownAs => say(Key::TieKnownAs),
        NameTie::Apposition => say(Key::TieApposition),
        NameTie::Description => say(Key::TieDescription),
    }
}

/// How a print of a statement stands to the fullest one.
pub fn change(change: QuoteChange) -> &'static str {
    say(match change {
        QuoteChange::Exact => Key::QuoteExact,
        QuoteChange::Truncated => Key::QuoteTruncated,
        QuoteChange::Reworded => Key::QuoteReworded,
        QuoteChange::Unmarked => Key::QuoteUnmarked,
        QuoteChange::Merged => Key::QuoteMerged,
    })
}

/// Kinds of set-aside text.
pub fn furniture(kind: FurnitureKind) -> &'static str {
    say(match kind {
        FurnitureKind::Headline => Key::FurnitureHeadline,
        FurnitureKind::Byline => Key::FurnitureByline,
        FurnitureKind::Dateline => Key::FurnitureDateline,
        FurnitureKind::Section => Key::FurnitureSection,
        FurnitureKind::Teaser => Key::FurnitureTeaser,
        FurnitureKind::Navigation => Key::FurnitureNavigation,
        FurnitureKind::Related => Key::FurnitureRelated,
        FurnitureKind::Form => Key::FurnitureForm,
        FurnitureKind::Copyright => Key::FurnitureCopyright,
        FurnitureKind::Caption => Key::FurnitureCaption,
        FurnitureKind::Advert => Key::FurnitureAdvert,
        FurnitureKind::Excess => Key::FurnitureExcess,
    })
}

/// What a reader should know of the input.
pub fn input_note(kind: NoteKind) -> &'static str {
    say(match kind {
        NoteKind::NothingLeft => Key::InputNothing,
        NoteKind::SameText => Key::InputSame,
        NoteKind::LittleInCommon => Key::InputLittle,
        NoteKind::TooLong => Key::InputLong,
    })
}

/// How a date of publication is known, where that is to be said.
pub fn basis(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::Stated => None,
        Basis::Inferred => Some(say(Key::Inferred)),
        Basis::Host => Some(say(Key::ByHost)),
    }
}

/// A filter.
pub fn show(show: Show) -> &'static str {
    say(match show {
        Show::All => Key::ShowAll,
        Show::Differ => Key::ShowDiffer,
        Show::Agree => Key::ShowAgree,
        Show::One => Key::ShowOne,
    })
}

/// An order of the rows.
pub fn sort(sort: Sort) -> &'static str {
    say(match sort {
        Sort::Differ => Key::SortDiffer,
        Sort::Story => Key::SortStory,
        Sort::Coverage => Key::SortCoverage,
    })
}

/// A day or a run of days as readers write it: `2023-11-21` is "21 Nov 2023", `2023-11-21/2023-11-22` is "21–22 Nov 2023".
/// Anything else comes back as it is.
pub fn day(iso: &str) -> String {
    let (from, to) = iso.split_once('/').unwrap_or((iso, iso));
    let (Some(a), Some(b)) = (parts(from), parts(to)) else { return iso.to_owned() };
    let full = |day: &str, (year, month, _): (&str, &str, u8)| {
        fill(Key::DayMonthYear, &[("day", &day), ("month", &month), ("year", &year)])
    };
    let own = |parts: (&str, &str, u8)| full(&parts.2.to_string(), parts);
    match (a, b) {
        _ if a == b => own(a),
        ((y, m, d), (y2, m2, d2)) if y == y2 && m == m2 => full(&format!("{d}–{d2}"), a),
        ((y, m, d), (y2, ..)) if y == y2 => {
            format!("{} – {}", fill(Key::DayMonth, &[("day", &d), ("month", &m)]), own(b))
        }
        _ => format!("{} – {}", own(a), own(b)),
    }
}

/// The short name of a day's weekday.
pub fn weekday(iso: &str) -> Option<&'static str> {
    say(Key::Weekdays).split(' ').nth(crate::days::weekday(iso)?)
}

fn parts(iso: &str) -> Option<(&str, &'static str, u8)> {
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?.parse::<usize>().ok()?, parts.next()?.parse().ok()?);
    Some((year, say(Key::Months).split(' ').nth(month.checked_sub(1)?)?, day))
}

#[cfg(test)]
mod tests {
    use super::{day, weekday};

    #[test]
    fn a_weekday_has_its_name() {
        assert_eq!(weekday("2023-11-21"), Some("Tue"));
        assert_eq!(weekday("mid-October"), None);
    }

    #[test]
    fn days_are_written_as_readers_write_them() {
        assert_eq!(day("2023-11-21"), "21 Nov 2023");
        assert_eq!(day("2023-11-01/2023-11-22"), "1–22 Nov 2023");
        assert_eq!(day("2023-10-31/2023-11-02"), "31 Oct – 2 Nov 2023");
        assert_eq!(day("2023-12-31/2024-01-01"), "31 Dec 2023 – 1 Jan 2024");
        assert_eq!(day("mid-October"), "mid-October");
    }
}
