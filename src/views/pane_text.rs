//! The text in the reading pane: the open sentence, marked, among its neighbours or in the whole article.

use crosscheck_engine::report::Range;
use yew::prelude::*;

use crate::excerpt::{Piece, Role, around, whole};
use crate::story::Story;
use crate::words;

/// The sentence with the value in it, both marked; `all` for the whole article.
pub fn pane_text(story: &Story, article: usize, sentence: usize, value: Range, all: bool) -> Html {
    let source = &story.articles[article];
    let paragraphs = if all { whole(source) } else { around(source, sentence) };
    let cut_before = !all && sentence > 1;
    let cut_after = !all && sentence + 2 < source.sentences.len();
    let last = paragraphs.len().saturating_sub(1);
    let text = |range| story.shown(article, range);
    let show = |&Piece { at, role }: &Piece| match role {
        Role::Sentence(index) if index == sentence => {
            let inside = at.start <= value.start && value.end <= at.end;
            let value = if inside { value } else { Range { start: at.end, end: at.end } };
            html! {
                <mark class="sentence">
                    { text(Range { end: value.start, ..at }) }
                    if value.start < value.end { <mark class="value">{ text(value) }</mark> }
                    { text(Range { start: value.end, ..at }) }
                </mark>
            }
        }
        Role::SetAside(kind) => html! { <s class="aside" title={words::furniture(kind)}>{ text(at) }</s> },
        Role::Sentence(_) | Role::Between => html! { text(at) },
    };
    let paragraph = |(index, pieces): (usize, &Vec<Piece>)| {
        html! {
            <p key={pieces[0].at.start} dir="auto" lang={words::of_articles()}>
                if index == 0 && cut_before { <span class="cut">{ "[…] " }</span> }
                { for pieces.iter().map(show) }
                if index == last && cut_after { <span class="cut">{ " […]" }</span> }
            </p>
        }
    };
    html! { <div class="text said">{ for paragraphs.iter().enumerate().map(paragraph) }</div> }
}
