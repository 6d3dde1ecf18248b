//! In whose voice something is said, who is said to say so, and which day is meant.

use crosscheck_engine::report::Voice;
use yew::prelude::*;

use crate::words::{self, Key, say};

/// A day or a run of days, and where it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// In readers' words.
    pub text: String,
    /// True where an earlier sentence names it.
    pub carried: bool,
}

impl Day {
    /// A day as the Report has it.
    pub fn new(resolved: &str, carried: bool) -> Self {
        Self { text: words::day(resolved), carried }
    }
}

/// The small line under a value: “ Patrick Ryder → 21 Nov 2023. Not `sure` where the match is weak.
pub fn how(voice: Voice, speaker: Option<&str>, day: Option<&Day>, sure: bool) -> Html {
    let word = words::voice(voice);
    let speaker = speaker.map(|name| html! { <bdi>{ name.to_owned() }</bdi> });
    let line = match (voice, speaker) {
        (Voice::Quoted, Some(name)) => html! {
            <><span class="unseen">{ word }{ ", " }</span><span aria-hidden="true">{ "“\u{a0}" }</span>{ name }</>
        },
        (_, Some(name)) => html! { <>{ word }{ " · " }{ name }</> },
        (_, None) => html! { word },
    };
    html! {
        <span class="how">
            { line }
            if let Some(day) = day { { " " }{ meant(day) } }
            if !sure { <span class="unsure">{ say(Key::UnsureMatch) }</span> }
        </span>
    }
}

/// The day that words mean: → 22 Nov 2023, from an earlier sentence.
pub fn meant(day: &Day) -> Html {
    html! {
        <>
            <span class="day">{ "→ " }{ day.text.clone() }</span>
            if day.carried { { ", " }{ say(Key::DayCarried) } }
        </>
    }
}
