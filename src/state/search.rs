//! Which rows hold the words that a reader looks for.

use crate::fold::folded;
use crate::story::Story;

/// Whether a row holds the words in the articles of `columns`, in any case of letters: in a sentence that stands in it, in what names it, or in who is said to
/// say so. Words that are parted by a line break in the article are found all the same.
pub(super) fn holds(story: &Story, fact: usize, columns: &[usize], words: &str) -> bool {
    let wanted = folded(words);
    let entries = story.entries(fact).iter().filter(|entry| columns.contains(&entry.article));
    let sentences =
        entries.clone().map(|entry| story.text(entry.article, story.articles[entry.article].sentences[entry.sentence]));
    let speakers = entries.filter_map(|entry| entry.speaker.as_deref());
    sentences.chain(speakers).chain([story.facts[fact].label.text.as_str()]).any(|text| folded(text).contains(&wanted))
}
