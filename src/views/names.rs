//! Names.

use yew::prelude::*;

use super::lens::lens;
use crate::story::Story;
use crate::words::{Key, say};

/// The section.
pub fn names(story: &Story) -> Html {
    let _ = story;
    lens("names", say(Key::Names), Html::default(), Html::default())
}
