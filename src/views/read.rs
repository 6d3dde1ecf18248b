//! An article whole, each sentence marked by how it stands to the other articles.
//!
//! A sentence stays plain text, so that it can be selected and found. A click on it opens it where the program runs; for the keyboard and for screen
//! readers the sign behind it is a link that does the same, and that leads to the sentence's row where no program runs. What the sign shows is drawn by the style sheet, so that what is
//! copied from here is what the article says.

use crosscheck_engine::report::{Article, FurnitureKind, Range};
use yew::prelude::*;

use super::lens::lens;
use super::story_header::imprint;
use super::within::within;
use crate::components::letters::source;
use crate::excerpt::{Piece, Role, whole};
use crate::marks::{MARKS, Mark, mark};
use crate::standing::Standing;
use crate::state::READ;
use crate::story::{Story, letter};
use crate::words::{self, Key, count, fill, say};

/// The most letters behind a sentence.
const LETTERS: usize = 6;

/// The section. Where the articles stand `apart`, on a page of their own, it has a link in their place.
pub fn read(story: &Story, apart: Option<&'static str>) -> Html {
    let content = match apart {
        Some(address) => html! { <p id="articles"><a href={address}>{ say(Key::ReadApart) }</a></p> },
        None => articles(story, ""),
    };
    lens("read", say(Key::Read), html! { say(Key::ReadIntro) }, content)
}

/// All articles. Which one is shown, the address says: each has a link that is its own target, and the style sheet follows. It needs
/// no program. `home` leads to the page with the claims.
fn articles(story: &Story, home: &str) -> Html {
    html! { <div class="sheets">{ for (0..story.articles.len()).map(|article| choice(story, article, home)) }</div> }
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ArticlesProps {
    /// The comparison.
    pub story: Story,
}

/// The articles by themselves: their own page has them, and the start script puts them into the comparison's.
#[component]
pub fn Articles(props: &ArticlesProps) -> Html {
    articles(&props.story, "./")
}

/// The link to an article, and the article, which is seen while the address names the link; the first also while none is named.
fn choice(story: &Story, article: usize, home: &str) -> Html {
    let own = &story.articles[article];
    let marks: Vec<Option<Mark>> = (0..own.sentences.len()).map(|index| mark(story, article, index)).collect();
    let letter = letter(article);
    let id = READ.to_owned() + &letter;
    html! {
        <>
            <a id={id.clone()} href={format!("#{id}")}>{ source(&letter) }<bdi>{ words::source(own) }</bdi></a>
            <div class="sheet">
                { legend(&marks) }
                <article>
                    { heading(own) }
                    <div class="text said">{ for whole(own).iter().map(|pieces| paragraph(story, article, &marks, pieces, home)) }</div>
                    { within(story, article) }
                </article>
            </div>
        </>
    }
}

fn heading(article: &Article) -> Html {
    html! {
        <header>
            <h3 class={article.headline.as_ref().map(|_| "said")} dir="auto" lang={article.headline.as_ref().and(words::of_articles())}>
                { article.headline.clone().unwrap_or_else(|| say(Key::NoHeadline).to_owned()) }
            </h3>
            <p><bdi>{ words::source(article) }</bdi>{ " · " }{ imprint(article) }</p>
        </header>
    }
}

fn paragraph(story: &Story, article: usize, marks: &[Option<Mark>], pieces: &[Piece], home: &str) -> Html {
    let show = |&Piece { at, role }: &Piece| match role {
        Role::Sentence(index) => match &marks[index] {
            Some(mark) => sentence(story, article, index, mark, home),
            // On paper it is counted all the same.
            None => html! { <span>{ story.shown(article, at) }</span> },
        },
        Role::SetAside(kind) => {
            html! { <small data-kind={words::furniture(kind)}>{ story.shown(article, at) }</small> }
        }
        Role::Between => html! { story.shown(article, at) },
    };
    // The headline stands above.
    let mut shown = pieces.iter().filter(|piece| piece.role != Role::SetAside(FurnitureKind::Headline)).peekable();
    html! {
        if shown.peek().is_some() { <p dir="auto" lang={words::of_articles()}>{ for shown.map(show) }</p> }
    }
}

fn sentence(story: &Story, article: usize, index: usize, mark: &Mark, home: &str) -> Html {
    let at = story.articles[article].sentences[index];
    let text = |start: u32, end: u32| story.shown(article, Range { start, end });
    let value = mark.value.unwrap_or(Range { start: at.end, end: at.end });
    let (class, glyph) = look(mark.standing);
    let letters = letters(mark);
    let label = fill(Key::ReadMark, &[("n", &(index + 1)), ("mark", &word(mark.standing))]) + &letters;
    html! {
        <span {class} data-open={mark.place.mark()}>
            <span>
                { text(at.start, value.start) }
                if value.start < value.end { <b>{ text(value.start, value.end) }</b> }
                { text(value.end, at.end) }
            </span>
            <a href={format!("{home}#{}", story.facts[mark.place.fact].id)} aria-label={label} data-glyph={glyph} data-letters={letters}></a>
        </span>
    }
}

/// The letters of the articles that a mark speaks of: " B C".
fn letters(mark: &Mark) -> String {
    let mut shown = String::new();
    for other in mark.others.iter().take(LETTERS) {
        shown.push(' ');
        shown.push_str(&letter(*other));
    }
    if mark.others.len() > LETTERS {
        shown.push_str(" …");
    }
    shown
}

/// What the marks of this article mean, with how many sentences have each.
fn legend(marks: &[Option<Mark>]) -> Html {
    let line = |standing: &Option<Standing>| {
        let there = |mark: &&Option<Mark>| mark.as_ref().is_some_and(|mark| mark.standing == *standing);
        let n = marks.iter().filter(there).count();
        let (class, glyph) = look(*standing);
        html! {
            if n > 0 {
                <div>
                    <dt><span class="glyph" aria-hidden="true">{ glyph }</span><span {class}><span>{ word(*standing) }</span></span></dt>
                    <dd>{ count(meaning(*standing), n) }</dd>
                </div>
            }
        }
    };
    html! {
        <aside class="marks" aria-label={say(Key::ReadMarks)}>
            <dl>{ for MARKS.iter().map(line) }</dl>
        </aside>
    }
}

/// Class and sign.
fn look(standing: Option<Standing>) -> (&'static str, &'static str) {
    standing.map(words::look).map_or(("near", "·"), |look| (look.class, look.glyph))
}

fn word(standing: Option<Standing>) -> &'static str {
    say(match standing {
        Some(Standing::Differ) => Key::Differ,
        Some(Standing::DifferentEvents) => Key::DifferentEvents,
        Some(Standing::LessPrecise) => Key::LessPrecise,
        Some(Standing::Agree) => Key::Agree,
        Some(Standing::Unsure) => Key::Unsure,
        Some(Standing::Single) => Key::ShowOne,
        None => Key::ReadNearby,
    })
}

fn meaning(standing: Option<Standing>) -> Key {
    match standing {
        Some(Standing::Differ) => Key::ReadDiffer,
        Some(Standing::DifferentEvents) => Key::ReadEvents,
        Some(Standing::LessPrecise) => Key::ReadLess,
        Some(Standing::Agree) => Key::ReadAgree,
        Some(Standing::Unsure) => Key::ReadUnsure,
        Some(Standing::Single) => Key::ReadSingle,
        None => Key::ReadNear,
    }
}
