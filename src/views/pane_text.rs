//! The text in the reading pane: the open sentence, marked, among its neighbours or in the whole article.

use crosscheck_engine::report::Range;
use yew::prelude::*;

use crate::components::marked::Marked;
use crate::excerpt::{Piece, Role, around, whole};
use crate::story::Story;
use crate::words;

/// What is read.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PaneTextProps {
    /// The comparison.
    pub story: Story,
    /// Index of the article.
    pub article: usize,
    /// Index of the open sentence.
    pub sentence: usize,
    /// The value in it.
    pub value: Range,
    /// Whether the whole article is shown.
    pub whole: bool,
}

/// Shows the text.
#[component]
pub fn PaneText(props: &PaneTextProps) -> Html {
    let article = &props.story.articles[props.article];
    let paragraphs = if props.whole { whole(article) } else { around(article, props.sentence) };
    let cut_before = !props.whole && props.sentence > 1;
    let cut_after = !props.whole && props.sentence + 2 < article.sentences.len();
    let last = paragraphs.len().saturating_sub(1);
    let paragraph = |(index, pieces): (usize, &Vec<Piece>)| {
        html! {
            <p key={pieces[0].at.start} dir="auto">
                if index == 0 && cut_before { <span class="cut">{ "[…] " }</span> }
                { for pieces.iter().map(|piece| show(props, *piece)) }
                if index == last && cut_after { <span class="cut">{ " […]" }</span> }
            </p>
        }
    };
    html! { <div class="text said">{ for paragraphs.iter().enumerate().map(paragraph) }</div> }
}

fn show(props: &PaneTextProps, Piece { at, role }: Piece) -> Html {
    let text = |range| props.story.text(props.article, range).to_owned();
    match role {
        Role::Sentence(index) if index == props.sentence => {
            let value = if at.start <= props.value.start && props.value.end <= at.end {
                props.value
            } else {
                Range { start: at.end, end: at.end }
            };
            html! {
                <Marked before={text(Range { end: value.start, ..at })} value={text(value)}
                    after={text(Range { start: value.end, ..at })} />
            }
        }
        Role::SetAside(kind) => html! { <s class="aside" title={words::furniture(kind)}>{ text(at) }</s> },
        Role::Sentence(_) | Role::Between => html! { text(at) },
    }
}
