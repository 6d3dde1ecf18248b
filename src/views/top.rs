//! What stands above the claims: what the story is, the sharpest differences, shared wording, and the overview.

use yew::prelude::*;

use super::origins::origins;
use super::sharpest::sharpest;
use super::story_header::story_header;
use super::strip::strip;
use crate::story::Story;
use crate::words::{Key, say};

/// What is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TopProps {
    /// The comparison.
    pub story: Story,
}

/// Shows it. It is not drawn again in the browser: nothing that is opened or filtered changes it.
#[component]
pub fn Top(props: &TopProps) -> Html {
    let story = &props.story;
    if story.articles.is_empty() {
        return html! { <p class="wrap empty">{ say(Key::NoArticles) }</p> };
    }
    html! {
        <div class="wrap top">
            { story_header(story) }
            if story.articles.len() > 1 {
                { sharpest(story) }
                { origins(story) }
                { strip(story) }
            }
        </div>
    }
}
