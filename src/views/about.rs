//! How the comparison is made, in plain words, and what was set aside.

use crosscheck_engine::report::{Article, Note, Range};
use yew::prelude::*;

use crate::components::letters::source;
use crate::story::{Story, letter, text};
use crate::words::{self, Key, count, fill, say};

/// The section.
pub fn about(story: &Story) -> Html {
    let pieces = story.articles.iter().map(|article| article.set_aside.len()).sum();
    html! {
        <section id="about" class="lens">
            <h2>{ say(Key::AboutTitle) }</h2>
            <div class="columns">
                <div>
                    <h3>{ say(Key::AboutShown) }</h3>
                    <p>{ say(Key::AboutShownRows) }</p>
                    <p>{ say(Key::AboutShownDiffer) }</p>
                    <h3>{ say(Key::AboutMade) }</h3>
                    <p>{ say(Key::AboutMadeText) }</p>
                    <p class="meta">{ fill(Key::AboutBuild, &[("version", &env!("CARGO_PKG_VERSION")), ("hash", &story.fingerprint())]) }</p>
                </div>
                <div>
                    <h3>{ say(Key::AboutNot) }</h3>
                    <p>{ say(Key::AboutNotText) }</p>
                    <h3>{ say(Key::AboutPrivacy) }</h3>
                    <p>{ say(Key::AboutPrivacyText) }</p>
                    <p>{ say(Key::AboutVerify) }</p>
                    <p>{ say(Key::AboutRights) }</p>
                </div>
                <div>
                    <h3>{ say(Key::AboutAside) }</h3>
                    <p>{ count(Key::AboutAsideText, pieces) }</p>
                    { for story.articles.iter().enumerate().map(|(index, article)| set_aside(index, article)) }
                    { for story.notes.iter().map(|note| input_note(story, note)) }
                </div>
            </div>
        </section>
    }
}

fn set_aside(index: usize, article: &Article) -> Html {
    let head = html! { <>{ source(&letter(index)) }{ " " }</> };
    if article.set_aside.is_empty() {
        return html! { <p key={index} class="aside">{ head }{ say(Key::Nothing) }</p> };
    }
    let pieces = article.set_aside.iter().map(|aside| {
        let words_of = text(article, Range { start: aside.start, end: aside.end }).trim();
        html! {
            <li><span class="meta">{ words::furniture(aside.kind) }</span>{ " " }<span class="said" dir="auto" lang={words::of_articles()}>{ words_of.to_owned() }</span></li>
        }
    });
    html! {
        <details key={index} class="aside">
            <summary>{ head }{ count(Key::Pieces, article.set_aside.len()) }</summary>
            <ul>{ for pieces }</ul>
        </details>
    }
}

fn input_note(story: &Story, known: &Note) -> Html {
    html! {
        <p class="notice">
            if let Some(article) = &known.article { { source(&story.letter_of(article)) }{ " " } }
            { words::input_note(known.kind) }
        </p>
    }
}
