//! Says where articles print the same words: their agreement on them is one origin.

use crosscheck_engine::report::SharedPassage;
use yew::prelude::*;

use crate::components::letters::Letters;
use crate::components::quotation::Quotation;
use crate::story::Story;
use crate::words;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct OriginsProps {
    /// The comparison.
    pub story: Story,
}

/// Shows the weightiest shared passage, and all of them on demand; nothing where there are none.
#[component]
pub fn Origins(props: &OriginsProps) -> Html {
    let passages = props.story.origins_by_weight();
    let Some(first) = passages.first() else { return Html::default() };
    let carriers = first.articles.len();
    html! {
        <aside class="origins" aria-label="Shared wording">
            <span class="sign" aria-hidden="true">{ "ⓘ" }</span>
            <div>
                <p>
                    <Letters of={props.story.letters_of(&first.articles)} />
                    { format!(" print the same {}", words::count(first.words as usize, "word", "words")) }
                    if let Some(speaker) = &first.speaker { { ", given as the words of " }<Quotation text={speaker.clone()} /> }
                    { format!(". Their agreement on them is one origin, not {carriers} confirmations.") }
                </p>
                <details>
                    <summary>
                        { match passages.len() {
                            1 => "Show the words".to_owned(),
                            n => format!("Show all {n} shared passages"),
                        } }
                    </summary>
                    <ul>{ for passages.iter().map(|passage| shared(&props.story, passage)) }</ul>
                </details>
            </div>
        </aside>
    }
}

fn shared(story: &Story, passage: &SharedPassage) -> Html {
    let text = passage.mentions.first().map(|mention| mention.text.clone()).unwrap_or_default();
    html! {
        <li><Letters of={story.letters_of(&passage.articles)} />{ " " }<Quotation {text} /></li>
    }
}
