//! What the cells of a row show: for each article, the value set against the others' and the entry it opens.

use crosscheck_engine::report::{Difference, Fact, Range, Status};

use crate::story::Story;

/// What one article says on a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Index of the article.
    pub article: usize,
    /// Index of the entry that the cell opens.
    pub entry: usize,
    /// The words that the cell shows.
    pub value: Range,
    /// Articles that put it alike in the leading difference carry the same number; none where nothing is set against it.
    pub way: Option<u32>,
    /// The day or days that the value was resolved to.
    pub resolved: Option<String>,
    /// The article's other entries in the row.
    pub more: Vec<usize>,
}

/// One entry an article; none where the article is silent.
pub fn cells(story: &Story, fact: usize) -> Vec<Option<Said>> {
    (0..story.articles.len()).map(|article| said(story, fact, article)).collect()
}

/// The same cells gathered by value: those that put it alike stand together, in the order of the articles.
pub fn groups(story: &Story, fact: usize) -> Vec<Vec<Said>> {
    let mut groups: Vec<Vec<Said>> = Vec::new();
    for said in cells(story, fact).into_iter().flatten() {
        match groups.iter_mut().find(|group| alike(story, &group[0], &said)) {
            Some(group) => group.push(said),
            None => groups.push(vec![said]),
        }
    }
    groups
}

/// How many values stand against each other; 0 where none do.
pub fn ways(difference: &Difference) -> usize {
    difference.values.iter().map(|value| value.way as usize + 1).max().unwrap_or(0)
}

/// Whether a cell is one of those that stand against each other. All of them are: the page does not side with the many.
pub fn stands_against(fact: &Fact, said: &Said) -> bool {
    matches!(fact.status, Status::Differ | Status::DifferentEvents)
        && said.way.is_some()
        && fact.differences.first().is_some_and(|lead| ways(lead) > 1)
}

fn said(story: &Story, fact: usize, article: usize) -> Option<Said> {
    let entries = story.entries(fact);
    let own = || (0..entries.len()).filter(|&index| entries[index].article == article);
    let first = own().next()?;
    let id = &story.articles[article].id;
    let lead = story.facts[fact].differences.first();
    let set = lead.and_then(|lead| lead.values.iter().find(|value| value.article == *id));
    let entry = set.and_then(|value| story.entry_of(fact, value)).unwrap_or(first);
    Some(Said {
        article,
        entry,
        value: set.map_or(entries[entry].value, |value| Range { start: value.start, end: value.end }),
        way: set.map(|value| value.way),
        resolved: set.and_then(|value| value.resolved.clone()),
        more: own().filter(|&other| other != entry).collect(),
    })
}

fn alike(story: &Story, one: &Said, other: &Said) -> bool {
    match (one.way, other.way) {
        (Some(way), Some(same)) => way == same,
        (None, None) => story.text(one.article, one.value).eq_ignore_ascii_case(story.text(other.article, other.value)),
        _ => false,
    }
}
