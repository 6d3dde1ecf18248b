//! A difference as lines of values, those that are printed alike gathered.

use crosscheck_engine::report::{Difference, Value};

use crate::components::how::Day;
use crate::components::ways::Way;
use crate::fold::folded;
use crate::matrix::ways;
use crate::story::{Place, Story};

/// One line a print of a value; prints that put it alike follow each other, in order of first appearance.
pub fn set_against(story: &Story, fact: usize, difference: &Difference) -> Vec<Way> {
    (0..ways(difference) as u32).flat_map(|way| prints(difference, way)).map(|line| show(story, fact, &line)).collect()
}

/// The values of one way, those of the same words and the same day together.
fn prints(difference: &Difference, way: u32) -> Vec<Vec<&Value>> {
    let alike = |one: &Value, other: &Value| {
        folded(&one.text) == folded(&other.text) && (&one.resolved, one.carried) == (&other.resolved, other.carried)
    };
    let mut lines: Vec<Vec<&Value>> = Vec::new();
    for value in difference.values.iter().filter(|value| value.way == way) {
        match lines.iter_mut().find(|line| alike(line[0], value)) {
            Some(line) => line.push(value),
            None => lines.push(vec![value]),
        }
    }
    lines
}

fn show(story: &Story, fact: usize, line: &[&Value]) -> Way {
    let first = line[0];
    let speaker = |value: &&Value| Some((story.letter_of(&value.article), value.speaker.clone()?));
    Way {
        letters: story.letters_of(line.iter().map(|value| &value.article)),
        text: first.text.clone(),
        speakers: line.iter().filter_map(speaker).collect(),
        day: first.resolved.as_deref().map(|day| Day::new(day, first.carried)),
        place: story
            .entry_of(fact, first)
            .or_else(|| story.entry_in(fact, &first.article))
            .map(|entry| Place { fact, entry }),
    }
}
