//! Timeline.

use yew::prelude::*;

use super::lens::lens;
use crate::story::Story;
use crate::words::{Key, say};

/// The section.
pub fn timeline(story: &Story) -> Html {
    let _ = story;
    lens("timeline", say(Key::Timeline), Html::default(), Html::default())
}
