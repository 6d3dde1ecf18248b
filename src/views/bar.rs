//! The bar that stays in view: sections and filter.

use yew::prelude::*;

use crate::components::chips::{Chip, Chips};
use crate::state::{Action, Show};
use crate::story::Story;
use crate::words;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct BarProps {
    /// The comparison.
    pub story: Story,
    /// The filter that is on.
    pub show: Show,
    /// The section or fact that the address names.
    pub at: Option<String>,
    /// What the reader did.
    pub act: Callback<Action>,
}

/// Shows the bar.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let chip = |show: Show| Chip {
        key: show.key(),
        word: words::show(show),
        count: props.story.count(show.standings()),
        on: show == props.show,
    };
    let about = props.at.as_deref() == Some("about");
    let current = |on: bool| on.then_some("true");
    html! {
        <div class="bar">
            <div class="wrap">
                <nav aria-label="Sections">
                    <a href="#comparison" aria-current={current(!about)}>{ "Claims" }</a>
                    <a href="#about" aria-current={current(about)}>{ "About" }</a>
                </nav>
                <Chips chips={Show::EACH.map(chip).to_vec()}
                    on_pick={props.act.reform(|index: usize| Action::Show(Show::EACH[index]))} />
            </div>
        </div>
    }
}
