//! One claim as a row of the table: a cell an article. On narrow screens the style sheet makes a card of it, whose cells are
//! gathered by value.

use std::rc::Rc;

use yew::prelude::*;

use super::claim_heading::claim_heading;
use crate::components::cell::{Cell, cell};
use crate::components::how::{Day, how};
use crate::components::quotation::found;
use crate::fold::folded;
use crate::matrix::{Rank, Said, cells, ranks, same_as, stands_against};
use crate::standing::Standing;
use crate::story::{Place, Story, letter};
use crate::words::{self, Key, fill, say};

/// Which row.
#[derive(Clone, Debug, Properties)]
pub struct ClaimRowProps {
    /// The comparison.
    pub story: Story,
    /// Index of the fact.
    pub fact: usize,
    /// The articles that have a column, in order.
    pub columns: Rc<[usize]>,
    /// The article that the others are shown against.
    pub base: Option<usize>,
    /// What is searched for.
    pub query: AttrValue,
    /// Index of the entry that is open, if it is one of this row's.
    pub open: Option<usize>,
    /// Whether the row is hidden.
    pub hidden: bool,
}

/// Equal where nothing is to be drawn again: a hidden row stays as it was last drawn until it is shown.
impl PartialEq for ClaimRowProps {
    fn eq(&self, next: &Self) -> bool {
        let key = |row: &Self| (row.fact, row.base, row.open);
        next.hidden
            || key(self) == key(next)
                && self.query == next.query
                && self.columns == next.columns
                && self.story == next.story
    }
}

/// Shows what stands in the row. `data-drawn` says how often it was drawn: what opens elsewhere must not draw it again.
#[component]
pub fn ClaimRow(props: &ClaimRowProps) -> Html {
    let drawn = use_mut_ref(|| 0_u32);
    *drawn.borrow_mut() += 1;
    let ClaimRowProps { story, fact, columns, .. } = props;
    let all = cells(story, *fact);
    let base = props.base.and_then(|base| all[base].clone());
    let shown: Vec<Option<Said>> = columns.iter().map(|&index| all[index].clone()).collect();
    let ranks = ranks(story, &shown);
    let silent = shown.iter().position(Option::is_none);
    let draw = |(at, &index): (usize, &usize)| match (&shown[at], ranks[at]) {
        (Some(said), Some(rank)) => says(props, said, rank, base.as_ref()),
        _ => html! {
            <td key={index} class={classes!("silent", (silent != Some(at)).then_some("again"))}>
                <span class="src">{ letter(index) }</span><span class="value">{ say(Key::NotFound) }</span>
            </td>
        },
    };
    html! {
        <>
            <th scope="row" id={format!("h{fact}")} data-drawn={drawn.borrow().to_string()}>
                { claim_heading(story, *fact, &props.query) }
                { hidden(props) }
                if hidden_hit(props, &shown) { <span class="meta">{ say(Key::FoundInside) }</span> }
            </th>
            { for columns.iter().enumerate().map(draw) }
        </>
    }
}

/// Narrow screens show the groups in order; beyond nine, as they come.
const ORDER: [&str; 10] = ["g0", "g1", "g2", "g3", "g4", "g5", "g6", "g7", "g8", "g9"];

fn says(props: &ClaimRowProps, said: &Said, rank: Rank, base: Option<&Said>) -> Html {
    let ClaimRowProps { story, fact, .. } = props;
    let open = props.open.is_some_and(|open| open == said.entry || said.more.contains(&open));
    let same = base.filter(|base| base.article != said.article && same_as(story, *fact, said, base));
    let classes = classes!(
        shape(story, *fact, said),
        ORDER[rank.group.min(ORDER.len() - 1)],
        rank.again.then_some("again"),
        open.then_some("open"),
        same.map(|_| "same"),
    );
    let day = said.resolved.as_deref().map(|day| Day::new(day, said.carried));
    let value = match same {
        Some(base) => html! { fill(Key::AsBase, &[("letter", &letter(base.article))]) },
        None => found(story.text(said.article, said.value), &props.query),
    };
    let shown = Cell {
        article: letter(said.article),
        value,
        lang: words::of_articles().filter(|_| same.is_none()),
        label: said.nearby.then(|| say(Key::Nearby)),
        how: how(said.voice, said.speaker.as_deref(), day.as_ref(), story.entries(*fact)[said.entry].sure),
        open,
        sentence: story.name(Place { fact: *fact, entry: said.entry }),
    };
    html! {
        <td key={said.article} class={classes}>
            { cell(shown) }
            if let Some(&entry) = said.more.first() { { more(said, story.name(Place { fact: *fact, entry })) } }
        </td>
    }
}

/// The articles that the badge and the counts of the row speak of, but that have no column.
fn hidden(props: &ClaimRowProps) -> Option<Html> {
    let mut carriers = props.story.carriers(props.fact);
    carriers.retain(|article| !props.columns.contains(article));
    let letters: Vec<String> = carriers.into_iter().map(letter).collect();
    (!letters.is_empty())
        .then(|| html! { <span class="meta">{ say(Key::NotShown) }{ " " }{ letters.join(" ") }</span> })
}

/// Whether what is searched for stands in a sentence only, so that no mark shows it.
fn hidden_hit(props: &ClaimRowProps, shown: &[Option<Said>]) -> bool {
    let wanted = folded(&props.query);
    let holds = |text: &str| folded(text).contains(&wanted);
    let value = |said: &Said| holds(props.story.text(said.article, said.value));
    !wanted.is_empty() && !holds(&props.story.facts[props.fact].label.text) && !shown.iter().flatten().any(value)
}

/// The classes that give a cell its shape and tint.
fn shape(story: &Story, fact: usize, said: &Said) -> Classes {
    let sure = story.entries(fact)[said.entry].sure;
    let kind = match story.standing(fact) {
        _ if said.nearby => Some("nearby"),
        Standing::Agree => sure.then_some("agree"),
        Standing::LessPrecise => Some("near"),
        Standing::Single => Some("one"),
        Standing::Differ | Standing::DifferentEvents => stands_against(story, fact, said).then_some("differ"),
        Standing::Unsure => None,
    };
    classes!("says", kind, (!sure).then_some("weak"))
}

fn more(said: &Said, next: String) -> Html {
    let n = said.more.len();
    let label = fill(Key::MoreLabel, &[("n", &n), ("letter", &letter(said.article))]);
    html! { <button class="more" aria-label={label} data-open={next}>{ fill(Key::More, &[("n", &n)]) }</button> }
}
