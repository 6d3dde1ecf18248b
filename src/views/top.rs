//! What stands above the claims: what the story is, the sharpest differences, shared wording, and the overview.

use yew::prelude::*;

use super::origins::origins;
use super::sharpest::sharpest;
use super::story_header::story_header;
use super::strip::{last_link, strip};
use crate::hooks::use_roving;
use crate::story::Story;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TopProps {
    /// The comparison.
    pub story: Story,
}

/// Shows it. Nothing that is opened or filtered draws it again.
#[component]
pub fn Top(props: &TopProps) -> Html {
    let story = &props.story;
    let (current, onkeydown) = use_roving(last_link(story));
    html! {
        <div class="wrap top">
            { story_header(story) }
            if story.articles.len() > 1 {
                { sharpest(story) }
                { origins(story) }
                { strip(story, current, onkeydown) }
            }
        </div>
    }
}
