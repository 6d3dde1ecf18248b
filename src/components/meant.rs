//! The day that words mean.

use yew::prelude::*;

use crate::words;

/// Which day.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MeantProps {
    /// In readers' words.
    pub day: AttrValue,
    /// True where an earlier sentence names it.
    pub carried: bool,
}

/// Shows a day: → 22 Nov 2023, from an earlier sentence.
#[component]
pub fn Meant(props: &MeantProps) -> Html {
    html! {
        <>
            <span class="day">{ "→ " }{ props.day.clone() }</span>
            if props.carried { { ", " }{ words::CARRIED } }
        </>
    }
}
