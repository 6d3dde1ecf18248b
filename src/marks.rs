//! How the sentences of an article stand to the other articles: what marks them where it is read whole.

use crosscheck_engine::report::{Difference, DifferenceNote, Field, Range, Value};

use crate::matrix::ways;
use crate::standing::Standing;
use crate::story::{Place, Story};

/// The marks, those that a reader should not miss first. None is for a sentence that tells of what the others tell of, where
/// nothing in it is set against theirs.
pub const MARKS: [Option<Standing>; 7] = [
    Some(Standing::Differ),
    Some(Standing::DifferentEvents),
    Some(Standing::LessPrecise),
    Some(Standing::Agree),
    None,
    Some(Standing::Unsure),
    Some(Standing::Single),
];

/// What a sentence is marked with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The row that decides it, and the sentence's place in it.
    pub place: Place,
    /// One of [`MARKS`].
    pub standing: Option<Standing>,
    /// The value in it that stands against another, or is more or less exact than another.
    pub value: Option<Range>,
    /// The articles that it stands against; where none do, those that tell the same.
    pub others: Vec<usize>,
}

/// The first of the marks that a sentence has by its rows, by the sharpest row of those that give it; none for a sentence in no
/// row.
pub fn mark(story: &Story, article: usize, sentence: usize) -> Option<Mark> {
    let all = story.places(article, sentence).iter().map(|&place| by_row(story, place));
    all.min_by_key(|mark| MARKS.iter().position(|known| *known == mark.standing))
}

fn by_row(story: &Story, place: Place) -> Mark {
    let entry = &story.entries(place.fact)[place.entry];
    let standing = story.standing(place.fact);
    let mut others = match standing {
        _ if !entry.sure => story.carriers(place.fact),
        Standing::Unsure => story.carriers(place.fact),
        _ => story.sure_carriers(place.fact),
    };
    others.retain(|&other| other != entry.article);
    let plain = |standing, others| Mark { place, standing, value: None, others };
    match standing {
        _ if !entry.sure => plain(Some(Standing::Unsure), others),
        Standing::Agree | Standing::Single | Standing::Unsure => plain(Some(standing), others),
        Standing::Differ | Standing::DifferentEvents | Standing::LessPrecise => match compared(story, place) {
            None => plain(None, others),
            Some((difference, own)) => {
                let against = difference.values.iter().filter(|value| value.way != own.way);
                let less = difference.note == Some(DifferenceNote::LessPrecise);
                Mark {
                    place,
                    standing: Some(if less { Standing::LessPrecise } else { standing }),
                    value: Some(Range { start: own.start, end: own.end }),
                    others: against.filter_map(|value| story.index(&value.article)).collect(),
                }
            }
        },
    }
}

/// The value in this very sentence that others stand against, if there is one. Who says so is told elsewhere.
fn compared(story: &Story, place: Place) -> Option<(&Difference, &Value)> {
    let entry = &story.entries(place.fact)[place.entry];
    let source = &story.articles[entry.article];
    let here = source.sentences[entry.sentence];
    let own = |value: &&Value| value.article == source.id && here.start <= value.start && value.end <= here.end;
    let mut all = story.facts[place.fact].differences.iter();
    all.find_map(|difference| {
        let set = difference.field != Field::Attribution && ways(difference) > 1;
        Some((difference, difference.values.iter().find(own).filter(|_| set)?))
    })
}
