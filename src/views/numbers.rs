//! Numbers.

use yew::prelude::*;

use super::lens::lens;
use crate::story::Story;
use crate::words::{Key, say};

/// The section.
pub fn numbers(story: &Story) -> Html {
    let _ = story;
    lens("numbers", say(Key::Numbers), Html::default(), Html::default())
}
