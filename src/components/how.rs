//! In whose voice something is said, and who is said to say so.

use crosscheck_engine::report::Voice;
use yew::prelude::*;

use super::meant::{Day, Meant};
use crate::words;

/// What the line shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HowProps {
    /// The voice.
    pub voice: Voice,
    /// The speaker as printed.
    #[prop_or_default]
    pub speaker: Option<AttrValue>,
    /// What the value was resolved to.
    #[prop_or_default]
    pub day: Option<Day>,
    /// False where the match is weak.
    #[prop_or(true)]
    pub sure: bool,
}

/// Shows the small line under a value: “ Patrick Ryder → 21 Nov 2023.
#[component]
pub fn How(props: &HowProps) -> Html {
    let voice = words::voice(props.voice);
    let speaker = props.speaker.as_ref().map(|name| html! { <bdi>{ name.clone() }</bdi> });
    let line = match (props.voice, speaker) {
        (Voice::Quoted, Some(name)) => html! {
            <><span class="unseen">{ voice }{ ", " }</span><span aria-hidden="true">{ "“\u{a0}" }</span>{ name }</>
        },
        (_, Some(name)) => html! { <>{ voice }{ " · " }{ name }</> },
        (_, None) => html! { voice },
    };
    html! {
        <span class="how">
            { line }
            if let Some(day) = &props.day { { " " }<Meant day={day.clone()} /> }
            if !props.sure { <span class="unsure">{ words::UNSURE }</span> }
        </span>
    }
}
