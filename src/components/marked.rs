//! A sentence, marked, with the value in it marked once more.

use yew::prelude::*;

/// Which words.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MarkedProps {
    /// The sentence up to the value.
    pub before: AttrValue,
    /// The value; empty where it stands elsewhere.
    pub value: AttrValue,
    /// The sentence after the value.
    pub after: AttrValue,
}

/// Shows the open sentence.
#[component]
pub fn Marked(props: &MarkedProps) -> Html {
    html! {
        <mark class="sentence">
            { props.before.clone() }
            if !props.value.is_empty() { <mark class="value">{ props.value.clone() }</mark> }
            { props.after.clone() }
        </mark>
    }
}
