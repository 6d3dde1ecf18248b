//! Says where articles print the same words: their agreement on them is one origin.

use crosscheck_engine::report::SharedPassage;
use yew::prelude::*;

use super::lens::opens;
use crate::components::letters::letters;
use crate::components::quotation::quotation;
use crate::story::Story;
use crate::words::{Key, count, phrase, say};

/// The weightiest shared passage, and all of them on demand; nothing where there are none.
pub fn origins(story: &Story) -> Html {
    let passages = story.origins_by_weight();
    let Some(first) = passages.first() else { return Html::default() };
    let mut places =
        vec![("letters", letters(&story.letters_of(&first.articles))), ("carriers", html! { first.articles.len() })];
    let key = match &first.speaker {
        Some(speaker) => {
            places.push(("speaker", quotation(speaker)));
            Key::SamePrintOf
        }
        None => Key::SamePrint,
    };
    let summary = match passages.len() {
        1 => say(Key::ShowWords).to_owned(),
        n => count(Key::ShowPassages, n),
    };
    html! {
        <aside class="origins" aria-label={say(Key::SharedWording)}>
            <span class="sign" aria-hidden="true">{ "ⓘ" }</span>
            <div>
                <p>{ phrase(key, first.words as usize, &places) }</p>
                <details>
                    <summary>{ summary }</summary>
                    <ul>{ for passages.iter().map(|passage| shared(story, passage)) }</ul>
                </details>
            </div>
        </aside>
    }
}

fn shared(story: &Story, passage: &SharedPassage) -> Html {
    let text = passage.mentions.first().and_then(|mention| {
        let at = crosscheck_engine::report::Range { start: mention.start, end: mention.end };
        Some(opens(story, story.index(&mention.article)?, at))
    });
    html! { <li>{ letters(&story.letters_of(&passage.articles)) }{ " " }{ text.unwrap_or_default() }</li> }
}
