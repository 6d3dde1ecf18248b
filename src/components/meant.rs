//! The day that words mean.

use yew::prelude::*;

use crate::words;

/// A day or a run of days, and where it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// In readers' words.
    pub text: AttrValue,
    /// True where an earlier sentence names it.
    pub carried: bool,
}

impl Day {
    /// A day as the Report has it.
    pub fn new(resolved: &str, carried: bool) -> Self {
        Self { text: words::day(resolved).into(), carried }
    }
}

/// Which day.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MeantProps {
    /// The day.
    pub day: Day,
}

/// Shows a day: → 22 Nov 2023, from an earlier sentence.
#[component]
pub fn Meant(props: &MeantProps) -> Html {
    html! {
        <>
            <span class="day">{ "→ " }{ props.day.text.clone() }</span>
            if props.day.carried { { ", " }{ words::CARRIED } }
        </>
    }
}
