//! What one article says on one fact: a button that opens the sentence.

use crosscheck_engine::report::Voice;
use yew::prelude::*;

use super::how::How;
use crate::words;

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CellProps {
    /// The article's letter.
    pub article: AttrValue,
    /// The value as printed; none where it already stands above.
    pub value: Option<AttrValue>,
    /// True where the words stand near what the row compares, and are no value.
    #[prop_or_default]
    pub nearby: bool,
    /// The voice.
    pub voice: Voice,
    /// The speaker as printed.
    pub speaker: Option<AttrValue>,
    /// What the value was resolved to, in readers' words.
    pub day: Option<AttrValue>,
    /// True where an earlier sentence names that day.
    #[prop_or_default]
    pub carried: bool,
    /// False where the match is weak.
    pub sure: bool,
    /// Whether its sentence is open.
    pub open: bool,
    /// Whether the letter is shown: the table's columns already say it.
    #[prop_or_default]
    pub lettered: bool,
    /// The reader wants the sentence.
    pub on_open: Callback<()>,
}

/// Shows a value and who says it.
#[component]
pub fn Cell(props: &CellProps) -> Html {
    let onclick = props.on_open.reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="cell" data-article={props.article.clone()}
            aria-expanded={props.open.to_string()} {onclick}>
            if props.nearby { <span class="label">{ words::NEARBY }{ " " }</span> }
            if let Some(value) = &props.value { <span class="value" dir="auto">{ value.clone() }</span> }
            <span class="by">
                if props.lettered { <span class="src">{ props.article.clone() }</span> }
                <How voice={props.voice} speaker={props.speaker.clone()} day={props.day.clone()}
                    carried={props.carried} sure={props.sure} />
            </span>
        </button>
    }
}
