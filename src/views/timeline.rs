//! Timeline: the days that the articles name, in order, each with the words by which it is named.

use crosscheck_engine::report::{Day, DifferenceNote, Field, Passage, Range};
use yew::prelude::*;

use super::lens::{lens, opens_as};
use super::prints::{again, by_article, lines};
use crate::components::badge::badge;
use crate::days;
use crate::excerpt::stretch;
use crate::quantity::Spot;
use crate::standing::Standing;
use crate::state::Address;
use crate::story::Story;
use crate::words::{self, Key, say};

/// From this many days on, the time between two rows is drawn as broken.
const FAR: i32 = 8;

/// The section.
pub fn timeline(story: &Story) -> Html {
    if story.timeline.is_empty() {
        return lens("timeline", say(Key::Timeline), html! { say(Key::TimelineNone) }, Html::default());
    }
    let row =
        |index: usize| row(story, &story.timeline[index], index.checked_sub(1).map(|before| &story.timeline[before]));
    let content = html! { <ol class="time">{ for (0..story.timeline.len()).map(row) }</ol> };
    lens("timeline", say(Key::Timeline), html! { say(Key::TimelineIntro) }, content)
}

/// A day or run of days; `before` is the row above it.
fn row(story: &Story, day: &Day, before: Option<&Day>) -> Html {
    let far = before.and_then(|before| Some(days::number(&day.from)? - days::number(&before.to)? >= FAR));
    let spots: Vec<Spot> = day.mentions.iter().filter_map(|mention| spot(story, mention)).collect();
    html! {
        <li>
            if far == Some(true) { <span class="far" aria-hidden="true" /> }
            <div class={match (day.disputed, day.from == day.to) {
                (true, true) => "day disputed",
                (true, false) => "day disputed run",
                (false, true) => "day",
                (false, false) => "day run",
            }}>
                <h3>
                    if day.from == day.to { if let Some(name) = words::weekday(&day.from) { <span>{ name }{ " " }</span> } }
                    { named(day) }
                </h3>
                if day.disputed { { disputed(story, day) } }
            </div>
            <div class="told">{ lines(&by_article(&spots), |spots| line(story, spots)) }</div>
        </li>
    }
}

fn named(day: &Day) -> String {
    let mut both = day.from.clone();
    both.push('/');
    both.push_str(&day.to);
    words::day(&both)
}

fn spot(story: &Story, mention: &Passage) -> Option<Spot> {
    Some((story.index(&mention.article)?, Range { start: mention.start, end: mention.end }))
}

/// That rows give this day and another, and the way to these rows.
fn disputed(story: &Story, day: &Day) -> Html {
    let rows = (0..story.facts.len()).filter(|&row| disputes(story, row, day)).map(|row| {
        let fact = &story.facts[row];
        html! {
            <li>
                <a href={Address::of(&fact.id).to_string()} data-go={row.to_string()}>
                    <q class="said" dir="auto" lang={words::of_articles()}>{ fact.label.text.clone() }</q>
                </a>
            </li>
        }
    });
    html! { <>{ badge(words::look(Standing::Differ), say(Key::Disputed).to_owned()) }<ul>{ for rows }</ul></> }
}

/// Whether a row sets words that name this day against others.
fn disputes(story: &Story, row: usize, day: &Day) -> bool {
    let dates = story.facts[row]
        .differences
        .iter()
        .filter(|difference| difference.field == Field::Date && difference.note != Some(DifferenceNote::LessPrecise));
    dates.flat_map(|difference| &difference.values).any(|value| {
        let same = |at: &Passage| (&at.article, at.start, at.end) == (&value.article, value.start, value.end);
        day.mentions.iter().any(same)
    })
}

/// The first words by which an article names the day, in their sentence, and its other words for it.
fn line(story: &Story, spots: &[Spot]) -> Html {
    let (first, rest) = (spots[0], &spots[1..]);
    html! {
        <span>
            { opens_as(story, first.0, first.1, in_sentence(story, first)) }
            if !rest.is_empty() { <span class="also">{ " " }{ say(Key::Also) }{ " " }{ again(story, rest) }</span> }
        </span>
    }
}

/// Words marked in a stretch of their sentence.
fn in_sentence(story: &Story, (article, at): Spot) -> Html {
    let inside = |sentence: &&Range| sentence.start <= at.start && at.end <= sentence.end;
    let sentence = story.articles[article].sentences.iter().find(inside).copied().unwrap_or(at);
    let before = story.shown(article, Range { start: sentence.start, end: at.start });
    let after = story.shown(article, Range { start: at.end, end: sentence.end });
    let (before, after) = stretch(&before, &after);
    html! { <q class="said" dir="auto" lang={words::of_articles()}>{ before }<b>{ story.text(article, at).to_owned() }</b>{ after }</q> }
}
