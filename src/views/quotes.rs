//! Quotes: one statement, as each article prints it, with the words marked that were cut or changed.

use crosscheck_engine::report::{QuoteChange, QuoteGroup, QuoteMention, Range};
use yew::prelude::*;

use super::lens::{lens, letters_open, opens, opens_as};
use crate::components::letters::source;
use crate::story::{Story, letter};
use crate::word_diff::{Mark, Run, against, folded, length};
use crate::words::{self, Key, count, phrase, say};

/// Statements that are shown before the rest is folded.
const FIRST: usize = 12;
/// A longer run that a print lacks at its beginning or end is counted; it stands in the fullest print, just above.
const SHORT: usize = 6;

/// The section.
pub fn quotes(story: &Story) -> Html {
    let (several, single): (Vec<_>, Vec<_>) =
        story.quotes.iter().filter(|group| !group.mentions.is_empty()).partition(|group| carriers(group) > 1);
    let (first, rest) = several.split_at(several.len().min(FIRST));
    let intro = phrase(
        Key::QuotesIntro,
        1,
        &[
            ("lacks", html! { <del>{ say(Key::QuotesIntroLacks) }</del> }),
            ("has", html! { <ins>{ say(Key::QuotesIntroHas) }</ins> }),
        ],
    );
    let blocks = |groups: &[&QuoteGroup]| -> Html { groups.iter().map(|group| block(story, group)).collect() };
    let content = html! {
        <>
            if several.is_empty() { <p class="quiet">{ say(Key::QuotesNone) }</p> } else { { blocks(first) } }
            if !rest.is_empty() {
                <details><summary>{ count(Key::QuotesRest, rest.len()) }</summary>{ blocks(rest) }</details>
            }
            if !single.is_empty() {
                <details>
                    <summary>{ count(Key::QuotesSingle, single.len()) }</summary>
                    <ul class="single">{ for single.iter().map(|group| alone(story, group)) }</ul>
                </details>
            }
        </>
    };
    lens("quotes", say(Key::Quotes), intro, content)
}

/// How many articles carry it; its prints are sorted by article.
fn carriers(group: &QuoteGroup) -> usize {
    1 + group.mentions.windows(2).filter(|pair| pair[0].article != pair[1].article).count()
}

/// Prints of one kind with the same words.
struct Print<'a> {
    change: QuoteChange,
    text: &'a str,
    /// Its words, folded.
    folded: String,
    places: Vec<(usize, Range)>,
}

/// The prints of a statement, the fullest first: the longest that the others are measured by.
fn prints<'a>(story: &'a Story, mentions: &[QuoteMention]) -> Vec<Print<'a>> {
    let mut prints: Vec<Print> = Vec::new();
    for mention in mentions {
        let Some(article) = story.index(&mention.article) else { continue };
        let at = Range { start: mention.start, end: mention.end };
        let text = story.text(article, at);
        let (change, folded) = (mention.change, folded(text));
        match prints.iter_mut().find(|print| print.change == change && print.folded == folded) {
            Some(print) => print.places.push((article, at)),
            None => prints.push(Print { change, text, folded, places: vec![(article, at)] }),
        }
    }
    let rank =
        |print: &Print| (print.change == QuoteChange::Exact, print.change != QuoteChange::Unmarked, length(print.text));
    let fullest =
        (1..prints.len()).fold(0, |best, next| if rank(&prints[next]) > rank(&prints[best]) { next } else { best });
    if let Some(before) = prints.get_mut(..=fullest) {
        before.rotate_right(1);
    }
    prints
}

fn block(story: &Story, group: &QuoteGroup) -> Html {
    let prints = prints(story, &group.mentions);
    let Some(fullest) = prints.first() else { return Html::default() };
    html! {
        <div class="quote">
            <div>
                { speaker(group) }
                <span class="meta">
                    { count(Key::Words, length(fullest.text)) }{ " · " }{ count(Key::SourcesCounted, carriers(group)) }
                </span>
            </div>
            <ol>{ for prints.iter().enumerate().map(|(index, own)| print(story, fullest.text, own, index == 0)) }</ol>
        </div>
    }
}

fn speaker(group: &QuoteGroup) -> Html {
    match &group.speaker {
        Some(name) => html! { <h3 dir="auto" lang={words::of_articles()}>{ name.clone() }</h3> },
        None => html! { <h3>{ say(Key::QuotesSpeaker) }</h3> },
    }
}

fn print(story: &Story, full: &str, print: &Print, first: bool) -> Html {
    let runs = if first { None } else { against(full, print.text) };
    let unlike = !first && runs.is_none();
    let marked = print.change != QuoteChange::Unmarked;
    let shown = match runs {
        Some(runs) => marks(&runs, marked),
        None => html! { print.text.to_owned() },
    };
    let shown = if marked {
        html! { <q class="said" dir="auto" lang={words::of_articles()}>{ shown }</q> }
    } else {
        html! { <span class="said" dir="auto" lang={words::of_articles()}>{ shown }</span> }
    };
    let (article, at) = print.places[0];
    let how = if first && print.places.len() == 1 { say(Key::QuoteFullest) } else { words::change(print.change) };
    html! {
        <li>
            { letters_open(story, &print.places) }
            { opens_as(story, article, at, shown) }
            <span class="how">{ how }if unlike { { ", " }{ say(Key::QuotesUnlike) } }</span>
        </li>
    }
}

/// The words with what differs marked, also for those who do not see it. Without quotation marks, what stands before and after
/// the statement is the sentence around it, not a change.
fn marks(runs: &[Run], marked: bool) -> Html {
    let same = |run: &Run| run.mark == Mark::Same;
    let (start, end) = (runs.iter().position(same), runs.iter().rposition(same));
    let show = |(index, run): (usize, &Run)| {
        let edge = Some(index) < start || Some(index) > end;
        let words = run.text.to_owned();
        let shown = match run.mark {
            Mark::Lacks if edge && run.words > SHORT => {
                html! { <span class="gap">{ "[" }{ count(Key::QuotesGap, run.words) }{ "]" }</span> }
            }
            Mark::Lacks => html! { <del>{ told(Key::QuotesLacks) }{ words }{ end_of_it() }</del> },
            Mark::Has if marked || !edge => html! { <ins>{ told(Key::QuotesHas) }{ words }{ end_of_it() }</ins> },
            _ => html! { words },
        };
        html! { <>if index > 0 { { " " } }{ shown }</> }
    };
    runs.iter().enumerate().map(show).collect()
}

/// For screen readers, most of which say nothing of marked words.
fn told(key: Key) -> Html {
    html! { <span class="unseen">{ "[" }{ say(key) }{ " " }</span> }
}

fn end_of_it() -> Html {
    html! { <span class="unseen">{ "]" }</span> }
}

/// A statement that one article carries, in all its prints.
fn alone(story: &Story, group: &QuoteGroup) -> Html {
    let print = |mention: &QuoteMention| {
        let article = story.index(&mention.article)?;
        let at = Range { start: mention.start, end: mention.end };
        Some(html! { <div>{ source(&letter(article)) }{ opens(story, article, at) }</div> })
    };
    html! {
        <li>
            <div>{ for group.mentions.iter().filter_map(print) }</div>
            if let Some(name) = &group.speaker { <span class="meta"><bdi>{ name.clone() }</bdi></span> }
        </li>
    }
}
