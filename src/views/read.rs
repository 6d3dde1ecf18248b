//! Read.

use yew::prelude::*;

use super::lens::lens;
use crate::story::Story;
use crate::words::{Key, say};

/// The section.
pub fn read(story: &Story) -> Html {
    let _ = story;
    lens("read", say(Key::Read), Html::default(), Html::default())
}
