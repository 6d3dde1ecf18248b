//! What one article says on one fact: a button that opens the sentence.

use crosscheck_engine::report::Voice;
use yew::prelude::*;

use super::how::How;
use super::meant::Day;

/// What a cell shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CellProps {
    /// The article's letter.
    pub article: AttrValue,
    /// The value as printed; none where it already stands above.
    pub value: Option<AttrValue>,
    /// A word before the value, where it is less than a value.
    #[prop_or_default]
    pub label: Option<&'static str>,
    /// The voice.
    pub voice: Voice,
    /// The speaker as printed.
    pub speaker: Option<AttrValue>,
    /// What the value was resolved to.
    pub day: Option<Day>,
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
            if let Some(value) = &props.value {
                if let Some(label) = props.label { <span class="label">{ label }{ " " }</span> }
                <span class="value" dir="auto">{ value.clone() }</span>
            }
            <span class="by">
                if props.lettered { <span class="src">{ props.article.clone() }</span> }
                <How voice={props.voice} speaker={props.speaker.clone()} day={props.day.clone()} sure={props.sure} />
            </span>
        </button>
    }
}
