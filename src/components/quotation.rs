//! Words of an article inside quotation marks.

use yew::prelude::*;

/// Which words.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct QuotationProps {
    /// As printed.
    pub text: AttrValue,
    /// Extra classes for the place it stands in.
    #[prop_or_default]
    pub class: Classes,
}

/// Shows an article's words between quotation marks; their own direction of writing is kept.
#[component]
pub fn Quotation(props: &QuotationProps) -> Html {
    html! { <q class={classes!("said", props.class.clone())} dir="auto">{ props.text.clone() }</q> }
}
