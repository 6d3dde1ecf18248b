//! LeftOut.

use yew::prelude::*;

use super::lens::lens;
use crate::story::Story;
use crate::words::{Key, say};

/// The section.
pub fn left_out(story: &Story) -> Html {
    let _ = story;
    lens("left-out", say(Key::LeftOut), Html::default(), Html::default())
}
