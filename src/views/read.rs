//! Read.

use yew::prelude::*;

use super::lens::lens;
use crate::state::Action;
use crate::story::Story;
use crate::words::{Key, say};

/// The section, with the article at an index.
pub fn read(story: &Story, article: usize, act: &Callback<Action>) -> Html {
    let _ = (story, article, act);
    lens("read", say(Key::Read), Html::default(), Html::default())
}
