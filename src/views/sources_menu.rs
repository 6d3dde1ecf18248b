//! Which articles have a column, in which order, and which one the others are shown against.

use yew::prelude::*;

use crate::state::{Action, Choices};
use crate::story::{Story, letter};
use crate::words::{self, Key, fill, say};

/// The menu: a line an article, in the order of the letters, so that the one the keyboard is at stays in its place.
pub fn sources_menu(story: &Story, choices: &Choices, act: &Callback<Action>) -> Html {
    let columns = choices.columns(story.articles.len());
    let none = act.reform(|_: Event| Action::Base(None));
    html! {
        <>
            <button class="menu" popovertarget="sources">
                { say(Key::Sources) }{ " " }<span class="n">{ columns.len() }{ "/" }{ story.articles.len() }</span>
            </button>
            <fieldset id="sources" popover="auto">
                <legend>{ say(Key::SourcesHint) }</legend>
                { for (0..story.articles.len()).map(|index| line(story, choices, &columns, index, act)) }
                <label class="none">
                    <input type="radio" name="base" checked={choices.base.is_none()} onchange={none} />{ " " }{ say(Key::SourceNoBase) }
                </label>
            </fieldset>
        </>
    }
}

fn line(story: &Story, choices: &Choices, columns: &[usize], index: usize, act: &Callback<Action>) -> Html {
    let at = columns.iter().position(|&column| column == index);
    let mark = letter(index);
    let named = |key: Key| fill(key, &[("letter", &mark)]);
    let toggle = act.reform(move |_: Event| Action::Toggle(index));
    let base = act.reform(move |_: Event| Action::Base(Some(index)));
    html! {
        <div key={index}>
            <label>
                <input type="checkbox" aria-label={named(Key::SourceShown)} checked={at.is_some()} disabled={columns == [index]} onchange={toggle} />
                <span class="src">{ mark.clone() }</span><bdi>{ words::source(&story.articles[index]) }</bdi>
            </label>
            { step(columns, at, -1, "‹", named(Key::SourceLeft), act) }
            { step(columns, at, 1, "›", named(Key::SourceRight), act) }
            <input type="radio" name="base" aria-label={named(Key::SourceBase)} title={named(Key::SourceBase)}
                checked={choices.base == Some(index)} disabled={at.is_none()} onchange={base} />
        </div>
    }
}

/// Moves a column by one.
fn step(
    columns: &[usize],
    at: Option<usize>,
    by: isize,
    sign: &'static str,
    label: String,
    act: &Callback<Action>,
) -> Html {
    let to = at.and_then(|at| at.checked_add_signed(by)).filter(|&to| to < columns.len());
    let moved = at.zip(to).map(|(at, to)| {
        let mut columns = columns.to_vec();
        columns.swap(at, to);
        columns
    });
    let disabled = moved.is_none();
    let onclick = act.reform(move |_: MouseEvent| Action::Columns(moved.clone().unwrap_or_default()));
    html! { <button aria-label={label} {disabled} {onclick}>{ sign }</button> }
}
