//! One quantity on a scale of its own: a line for each figure, its mark beside the words as printed.
//!
//! The words are the text; the drawing repeats them, so that nothing of it has to be read by other means. All places are
//! fractions of the width: the drawing needs no script and its signs keep their size.

use yew::prelude::*;

use super::prints::prints;
use crate::components::badge::badge;
use crate::components::quotation::quotation;
use crate::figure::{Figure, Mark, Scale, digits};
use crate::quantity::{Point, Quantity};
use crate::state::Address;
use crate::story::Story;
use crate::words::{self, Key, say};

/// Height of a line's middle, where its mark stands.
const MIDDLE: &str = "16";

/// The heading of a quantity and, where its figures are compared in a row, the way there.
pub fn heading(story: &Story, name: &str, row: Option<usize>) -> Html {
    html! {
        <>
            <h3>{ quotation(name) }</h3>
            if let Some(row) = row {
                <a href={Address::of(&story.facts[row].id).to_string()} data-go={row.to_string()}>
                    { badge(words::look(story.standing(row)), words::badge(story, row)) }
                    { quotation(&story.facts[row].label.text) }
                </a>
            }
        </>
    }
}

/// A quantity drawn; none where it has no figure.
pub fn scale(story: &Story, quantity: &Quantity<'_>, points: &[Point]) -> Option<Html> {
    let scale = Scale::around(points.iter().filter_map(|point| point.figure))?;
    let line = |point: &Point| {
        html! {
            <li class={if point.differs { "differs" } else { "" }}>
                <div>{ prints(story, &point.spots) }</div>
                { point.figure.map_or_else(|| html! { <em>{ say(Key::NoFigure) }</em> }, |figure| drawn(scale, figure)) }
            </li>
        }
    };
    Some(html! {
        <div class="num">
            { heading(story, quantity.name, quantity.row) }
            <ol>{ for points.iter().map(line) }</ol>
            <p class="ends" aria-hidden="true">
                <span>{ digits(scale.low) }</span>
                if scale.low < scale.high { <span>{ digits(scale.high) }</span> }
            </p>
        </div>
    })
}

/// A line of the drawing.
fn drawn(scale: Scale, figure: Figure) -> Html {
    let at = percent(scale.place(figure.low));
    let (from, to) = match figure.mark {
        Mark::From => (at.clone(), "100%".to_owned()),
        Mark::UpTo => ("0%".to_owned(), at.clone()),
        Mark::Range => (at.clone(), percent(scale.place(figure.high))),
        Mark::Exact | Mark::About => (at.clone(), at.clone()),
    };
    html! {
        <svg class="line" aria-hidden="true">
            { for [scale.low, scale.high].map(|end| straight("end", percent(scale.place(end)), None)) }
            { straight("rule", "0%".into(), Some("100%".into())) }
            if from != to { { straight(if figure.mark == Mark::Range { "range" } else { "open" }, from, Some(to)) } }
            if figure.mark != Mark::Range { { mark(figure.mark, at) } }
        </svg>
    }
}

/// Along the middle, or down where it has one place only.
fn straight(class: &'static str, x1: String, x2: Option<String>) -> Html {
    let (y1, y2) = if x2.is_some() { (MIDDLE, MIDDLE) } else { ("0", "100%") };
    html! { <line {class} x2={x2.unwrap_or_else(|| x1.clone())} {x1} {y1} {y2} /> }
}

fn mark(mark: Mark, x: String) -> Html {
    html! { <use href={sign(mark).0} {x} y={MIDDLE} /> }
}

fn percent(thousandths: u32) -> String {
    let mut text = (thousandths / 10).to_string();
    text.push('.');
    text.push(char::from(b'0' + (thousandths % 10) as u8));
    text.push('%');
    text
}

/// A mark's shape, by its place in [`shapes`], and its word.
fn sign(mark: Mark) -> (&'static str, Key) {
    match mark {
        Mark::Exact => ("#mark-exact", Key::MarkExact),
        Mark::About => ("#mark-about", Key::MarkAbout),
        Mark::From => ("#mark-from", Key::MarkFrom),
        Mark::UpTo => ("#mark-to", Key::MarkTo),
        Mark::Range => ("#mark-range", Key::MarkRange),
    }
}

/// What the marks mean.
pub fn legend() -> Html {
    let line = |mark: Mark| {
        let (shape, word) = sign(mark);
        html! { <li><svg aria-hidden="true"><use href={shape} x="11" y="8" /></svg>{ say(word) }</li> }
    };
    html! { <>{ shapes() }<ul class="marks">{ for Mark::EACH.map(line) }</ul></> }
}

/// The shapes, around the point where they stand.
fn shapes() -> Html {
    html! {
        <svg class="unseen" aria-hidden="true">
            <defs>
                <circle id="mark-exact" r="6" fill="currentColor" />
                <g id="mark-about" stroke="currentColor" stroke-width="2">
                    <circle r="5.5" class="inside" /><path d="M0-5.5a5.5 5.5 0 0 0 0 11Z" fill="currentColor" />
                </g>
                <path id="mark-from" class="inside" d="M-2-6.5 9 0-2 6.5Z" stroke="currentColor" stroke-width="2" />
                <path id="mark-to" class="inside" d="M2-6.5-9 0 2 6.5Z" stroke="currentColor" stroke-width="2" />
                <path id="mark-range" d="M-11-3.5h22v7h-22Z" fill="currentColor" />
            </defs>
        </svg>
    }
}
