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
    /// Whether pointing at it shows all of it: for a place that cuts long words off to the eye.
    #[prop_or_default]
    pub titled: bool,
}

/// Shows an article's words between quotation marks; their own direction of writing is kept.
#[component]
pub fn Quotation(props: &QuotationProps) -> Html {
    let title = props.titled.then(|| props.text.clone());
    html! { <q {title} class={classes!("said", props.class.clone())} dir="auto">{ props.text.clone() }</q> }
}
