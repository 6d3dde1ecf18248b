//! A difference as lines of values, those that are alike gathered.

use crosscheck_engine::report::Difference;

use crate::components::ways::Way;
use crate::matrix::ways;
use crate::story::Story;
use crate::words;

/// One line a way of putting it, in order of first appearance.
pub fn set_against(story: &Story, fact: usize, difference: &Difference) -> Vec<Way> {
    (0..ways(difference) as u32).filter_map(|way| line(story, fact, difference, way)).collect()
}

fn line(story: &Story, fact: usize, difference: &Difference, way: u32) -> Option<Way> {
    let all = || difference.values.iter().filter(|value| value.way == way);
    let first = all().next()?;
    let mut speakers: Vec<_> = all().filter_map(|value| value.speaker.clone().map(Into::into)).collect();
    speakers.dedup();
    Some(Way {
        letters: story.letters_of(all().map(|value| &value.article)),
        text: first.text.clone().into(),
        speakers,
        day: first.resolved.as_deref().map(|day| words::day(day).into()),
        entry: story.entry_of(fact, first),
    })
}
