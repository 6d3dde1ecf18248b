//! Names: one thing, as each article calls it, and names that look alike and were kept apart.

use crosscheck_engine::order::Order;
use crosscheck_engine::report::{NameForm, NameGroup, NameTie, Range};
use yew::prelude::*;

use super::board::room;
use super::lens::{lens, letters_open, opens_as};
use crate::components::letters::source;
use crate::fold::folded;
use crate::look_alike::look_alikes;
use crate::story::{Story, letter};
use crate::words::{self, Key, count, say};

/// Rows that are shown before the rest is folded.
const FIRST: usize = 12;

/// The section.
pub fn names(story: &Story) -> Html {
    let (mut unlike, mut alike): (Vec<Thing>, Vec<Thing>) =
        story.names.iter().filter_map(|group| Thing::new(story, group)).partition(|thing| thing.prints > 1);
    unlike.order_by_key(Thing::rank);
    alike.order_by_key(Thing::rank);
    alike.retain(|thing| thing.articles.len() > 1);
    let (first, rest) = unlike.split_at(unlike.len().min(FIRST));
    let content = html! {
        <>
            if unlike.is_empty() && alike.is_empty() { <p class="quiet">{ say(Key::NamesNone) }</p> }
            if !first.is_empty() { { table(story, first) } }
            if !rest.is_empty() { { folded_away(count(Key::NamesRest, rest.len()), table(story, rest)) } }
            if !alike.is_empty() {
                { folded_away(count(Key::NamesAlike, alike.len()), html! {
                    <ul class="things">{ for alike.iter().map(|thing| html! { <li>{ named(story, thing.group) }</li> }) }</ul>
                }) }
            }
            { apart(story) }
        </>
    };
    lens("names", say(Key::Names), html! { say(Key::NamesIntro) }, content)
}

/// A group as the section sorts it.
struct Thing<'a> {
    group: &'a NameGroup,
    /// The articles that name it, in order.
    articles: Vec<usize>,
    /// How many unlike forms are printed.
    prints: usize,
    /// Whether one form is printed by all of them.
    common: bool,
}

impl<'a> Thing<'a> {
    fn new(story: &Story, group: &'a NameGroup) -> Option<Self> {
        let mut prints: Vec<(String, Vec<usize>)> = Vec::new();
        let mut articles = Vec::new();
        for form in &group.forms {
            let (article, text) = (story.index(&form.article)?, folded(&form.text));
            add(&mut articles, article);
            match prints.iter_mut().find(|print| print.0 == text) {
                Some(print) => add(&mut print.1, article),
                None => prints.push((text, vec![article])),
            }
        }
        let common = prints.iter().any(|print| print.1.len() == articles.len());
        Some(Self { group, articles, prints: prints.len(), common })
    }

    /// Those without a common form first, of them those that most articles name.
    fn rank(&self) -> (bool, usize, usize) {
        (self.common, usize::MAX - self.articles.len(), usize::MAX - self.prints)
    }
}

fn add(articles: &mut Vec<usize>, article: usize) {
    if !articles.contains(&article) {
        articles.push(article);
    }
}

fn folded_away(summary: String, content: Html) -> Html {
    html! { <details><summary>{ summary }</summary>{ content }</details> }
}

fn table(story: &Story, things: &[Thing]) -> Html {
    let head = |index: usize| {
        html! {
            <th scope="col">
                { source(&letter(index)) }{ " " }<span class="name"><bdi>{ words::source(&story.articles[index]) }</bdi></span>
            </th>
        }
    };
    html! {
        <div class={room(story.articles.len())}>
        <div class="room">
        <table class="names">
            <caption class="unseen">{ say(Key::NamesCaption) }</caption>
            <thead><tr><th scope="col">{ say(Key::NamesThing) }</th>{ for (0..story.articles.len()).map(head) }</tr></thead>
            <tbody>{ for things.iter().map(|thing| row(story, thing.group)) }</tbody>
        </table>
        </div>
        </div>
    }
}

fn row(story: &Story, group: &NameGroup) -> Html {
    let forms = &group.forms;
    let fullest = fullest(forms);
    // Said once where it holds for all.
    let all = forms.iter().all(|form| form.tie == forms[0].tie);
    let mut kind = words::thing(group.kind).to_owned();
    if all && forms[0].tie != NameTie::Name {
        kind += if kind.is_empty() { "" } else { " · " };
        kind += words::tie(forms[0].tie);
    }
    html! {
        <tr>
            <th scope="row">
                <span class="topic">{ kind }</span>
                { opens_form(story, fullest, source(&story.letter_of(&fullest.article))) }
            </th>
            { for (0..story.articles.len()).map(|article| cell(story, article, forms, all)) }
        </tr>
    }
}

/// What one article calls it; a form that it prints in another case of letters only is not shown again.
fn cell(story: &Story, article: usize, forms: &[NameForm], all: bool) -> Html {
    let mut shown: Vec<&NameForm> = Vec::new();
    for form in forms.iter().filter(|form| form.article == story.articles[article].id) {
        if shown.iter().all(|other| folded(&other.text) != folded(&form.text)) {
            shown.push(form);
        }
    }
    let letter = source(&letter(article));
    if shown.is_empty() {
        return html! { <td class="silent">{ letter }<span>{ say(Key::NotFound) }</span></td> };
    }
    let form = |form: &&NameForm| {
        html! {
            <li>
                { opens_form(story, form, Html::default()) }
                if !all && form.tie != NameTie::Name { { " " }<span class="meta">{ words::tie(form.tie) }</span> }
            </li>
        }
    };
    html! { <td>{ letter }<ul>{ for shown.iter().map(form) }</ul></td> }
}

/// A form as printed, with what stands behind it.
fn opens_form(story: &Story, form: &NameForm, behind: Html) -> Html {
    let words = html! { <><span class="said" dir="auto" lang={words::of_articles()}>{ form.text.clone() }</span>{ " " }{ behind }</> };
    match story.index(&form.article) {
        Some(article) => opens_as(story, article, place(form), words),
        None => words,
    }
}

fn place(form: &NameForm) -> Range {
    Range { start: form.start, end: form.end }
}

/// The longest proper name, of equally long ones the first; the longest description where there is no name.
fn fullest(forms: &[NameForm]) -> &NameForm {
    let rank = |form: &NameForm| (form.tie == NameTie::Name, form.text.split_whitespace().count());
    forms.iter().fold(&forms[0], |best, form| if rank(form) > rank(best) { form } else { best })
}

/// The fullest name of a thing, and who names it: each letter opens where its article does so first.
fn named(story: &Story, group: &NameGroup) -> Html {
    let mut places: Vec<(usize, Range)> = Vec::new();
    for form in &group.forms {
        if let Some(article) =
            story.index(&form.article).filter(|article| places.iter().all(|(other, _)| other != article))
        {
            places.push((article, place(form)));
        }
    }
    html! { <>{ opens_form(story, fullest(&group.forms), Html::default()) }{ " " }{ letters_open(story, &places) }</> }
}

/// Names that look alike; nothing where there are none.
fn apart(story: &Story) -> Html {
    let pairs = look_alikes(&story.names);
    let one = |(one, others): &(usize, Vec<usize>)| {
        let other = |&other: &usize| html! { <li>{ named(story, &story.names[other]) }</li> };
        html! {
            <li>
                <div>{ named(story, &story.names[*one]) }</div>
                <span class="meta">{ say(Key::NamesBeside) }</span>
                <ul>{ for others.iter().map(other) }</ul>
            </li>
        }
    };
    html! {
        if !pairs.is_empty() {
            <h3>{ say(Key::NamesApart) }</h3>
            <p class="intro">{ say(Key::NamesApartText) }</p>
            <ul class="apart">{ for pairs.iter().map(one) }</ul>
        }
    }
}
