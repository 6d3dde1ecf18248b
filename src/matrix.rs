//! What the cells of a row show: for each article, the value set against the others' and the entry it opens.

use crosscheck_engine::order::Order;
use crosscheck_engine::report::{Difference, Fact, Field, Range, Voice};

use crate::fold::folded;
use crate::standing::Standing;
use crate::story::Story;

/// What one article says on a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Index of the article.
    pub article: usize,
    /// Index of the entry that the cell opens.
    pub entry: usize,
    /// The words that the cell shows; they lie in the entry's sentence.
    pub value: Range,
    /// True where a value is compared in the row and this article gives none: its words are shown as what stands nearby.
    pub nearby: bool,
    /// Who is said to say so, as printed; none for the outlet itself.
    pub speaker: Option<String>,
    /// In which voice it is said.
    pub voice: Voice,
    /// Articles that put it alike in the leading difference carry the same number; none where nothing is set against it.
    pub way: Option<u32>,
    /// The day or days that the value was resolved to.
    pub resolved: Option<String>,
    /// True where that day stands in an earlier sentence.
    pub carried: bool,
    /// The article's other entries in the row.
    pub more: Vec<usize>,
}

/// The difference that the cells of a row show. Who says so is told under every value and never leads.
pub fn lead(fact: &Fact) -> Option<&Difference> {
    fact.differences.iter().find(|difference| difference.field != Field::Attribution)
}

/// One entry an article; none where nothing was found in the article.
pub fn cells(story: &Story, fact: usize) -> Vec<Option<Said>> {
    (0..story.articles.len()).map(|article| said(story, fact, article)).collect()
}

/// Where a cell stands among those of its row when they are gathered by value, as narrow screens show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// Those that print one value alike share a number; unlike ways to put one value follow each other, and what stands nearby
    /// comes last.
    pub group: usize,
    /// True where a cell before it has printed the value already.
    pub again: bool,
}

/// The rank of each cell, in their order; none where nothing was found.
pub fn ranks(story: &Story, cells: &[Option<Said>]) -> Vec<Option<Rank>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let said = |index: usize| cells[index].as_ref();
    for (index, cell) in cells.iter().enumerate() {
        let Some(cell) = cell else { continue };
        let first = |group: &Vec<usize>| said(group[0]);
        if let Some(group) =
            groups.iter_mut().find(|group| said(group[0]).is_some_and(|first| alike(story, first, cell)))
        {
            group.push(index);
            continue;
        }
        let same_way =
            |group: &Vec<usize>| cell.way.is_some() && first(group).is_some_and(|first| first.way == cell.way);
        let after = groups.iter().rposition(same_way).map_or(groups.len(), |index| index + 1);
        groups.insert(after, vec![index]);
    }
    groups.order_by_key(|group| said(group[0]).is_some_and(|first| first.nearby));
    let rank = |index: usize| {
        let group = groups.iter().position(|group| group.contains(&index))?;
        Some(Rank { group, again: groups[group][0] != index })
    };
    (0..cells.len()).map(rank).collect()
}

/// Whether an article says the same as another in a row: it gives an equal value, or they agree for certain.
pub fn same_as(story: &Story, fact: usize, said: &Said, base: &Said) -> bool {
    let sure = |said: &Said| story.entries(fact)[said.entry].sure;
    match story.standing(fact) {
        Standing::Agree => sure(said) && sure(base),
        _ => said.way.is_some() && said.way == base.way,
    }
}

/// What is read at an entry: what the cell shows where the cell opens it, else the entry's own words.
pub fn read_at(story: &Story, fact: usize, index: usize) -> Said {
    let entry = &story.entries(fact)[index];
    said(story, fact, entry.article).filter(|said| said.entry == index).unwrap_or_else(|| Said {
        article: entry.article,
        entry: index,
        value: entry.value,
        nearby: false,
        speaker: entry.speaker.clone(),
        voice: entry.voice,
        way: None,
        resolved: None,
        carried: false,
        more: Vec::new(),
    })
}

/// How many values stand against each other; 0 where none do.
pub fn ways(difference: &Difference) -> usize {
    difference.values.iter().map(|value| value.way as usize + 1).max().unwrap_or(0)
}

/// Whether a cell is one of those that stand against each other. All of them are: the page does not side with the many.
pub fn stands_against(story: &Story, fact: usize, said: &Said) -> bool {
    matches!(story.standing(fact), Standing::Differ | Standing::DifferentEvents)
        && said.way.is_some()
        && lead(&story.facts[fact]).is_some_and(|lead| ways(lead) > 1)
}

fn said(story: &Story, fact: usize, article: usize) -> Option<Said> {
    let entries = story.entries(fact);
    let own = || (0..entries.len()).filter(|&index| entries[index].article == article);
    let first = own().find(|&index| entries[index].sure).or_else(|| own().next())?;
    let id = &story.articles[article].id;
    let lead = lead(&story.facts[fact]);
    let set = lead
        .and_then(|lead| lead.values.iter().find(|value| value.article == *id))
        .and_then(|value| Some((value, story.entry_of(fact, value)?)));
    let more = |entry: usize| own().filter(|&other| other != entry).collect();
    Some(match set {
        Some((value, entry)) => Said {
            article,
            entry,
            value: Range { start: value.start, end: value.end },
            nearby: false,
            speaker: value.speaker.clone(),
            voice: value.voice,
            way: Some(value.way),
            resolved: value.resolved.clone(),
            carried: value.carried,
            more: more(entry),
        },
        None => Said {
            article,
            entry: first,
            value: entries[first].value,
            nearby: lead.is_some(),
            speaker: entries[first].speaker.clone(),
            voice: entries[first].voice,
            way: None,
            resolved: None,
            carried: false,
            more: more(first),
        },
    })
}

fn alike(story: &Story, one: &Said, other: &Said) -> bool {
    one.way == other.way
        && one.nearby == other.nearby
        && one.resolved == other.resolved
        && folded(story.text(one.article, one.value)) == folded(story.text(other.article, other.value))
}
