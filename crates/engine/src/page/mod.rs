//! A file as its reader sees it: plain text as it stands, HTML and Markdown without their markup.
//!
//! What comes out is **the article's own text**, to which every offset of the Report refers. Of plain text it is the file
//! itself. Of a web page and of Markdown it is what the page shows, one paragraph or line a block with a blank line between,
//! in the order of the file; above it stands, a line each, what only the page's head states and the Report uses (headline,
//! writer, outlet, date), so that these too are words of the text.

mod html;
mod markdown;
mod outline;
mod plain;
mod stated;

use std::borrow::Cow;

use crate::calendar::Day;
use crate::gather::Gather;
use crate::report::FurnitureKind;
use crate::span::Span;

pub(crate) use html::windows_1252;
pub(crate) use plain::{blocks, ends_sentence, is_prose, is_prose_of, word_count};

/// A file's text and what its layout says about it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Every paragraph and line, in order.
    pub(crate) blocks: Vec<Block>,
    /// The outlet that the page's head states.
    pub(crate) outlet: Option<Span>,
    /// The writer that the page's head states.
    pub(crate) byline: Option<Span>,
    /// The day of publication that the page's head states.
    pub(crate) published: Option<Day>,
}

/// A paragraph or line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) span: Span,
    /// What the file's markup says it is; none where only its words can tell.
    pub(crate) role: Option<Role>,
}

/// What markup says of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The headline.
    Headline,
    /// A heading below it.
    Heading,
    /// Not the article's own telling.
    Aside(FurnitureKind),
}

/// Reads a file: HTML and Markdown by the ending of its name, and HTML also by its first words.
pub(crate) fn read<'a>(name: &str, text: &'a str) -> Page<'a> {
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    match ending.as_str() {
        _ if is_html(name, text) => outline::read(text),
        "md" | "markdown" => markdown::read(text),
        _ => plain(text),
    }
}

/// Plain text: no markup, no head.
pub(crate) fn plain(text: &str) -> Page<'_> {
    let blocks = blocks(text).into_iter().map(|span| Block { span, role: None }).gather();
    Page { text: Cow::Borrowed(text), blocks, ..Page::default() }
}

/// Whether a file is a web page: by its ending, or by how it begins.
pub(crate) fn is_html(name: &str, text: &str) -> bool {
    let ends = |ending: &str| {
        name.len() >= ending.len()
            && name.as_bytes()[name.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    };
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let begins = |tag: &str| {
        start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag)) && start[tag.len()..].contains('>')
    };
    [".html", ".htm", ".xhtml"].into_iter().any(ends)
        || ["<!doctype html", "<html", "<head>", "<body", "<!-- saved from url"].into_iter().any(begins)
}

/// The encoding that the head of a page states, in small letters.
pub(crate) fn encoding(head: &str) -> Option<String> {
    html::Tokens::new(head).find_map(|token| {
        let html::Token::Open { name, attributes, .. } = token else { return None };
        let value = |wanted: &str| {
            html::attributes(attributes)
                .find(|(n, _)| n.eq_ignore_ascii_case(wanted))
                .map(|(_, v)| v.to_ascii_lowercase())
        };
        name.eq_ignore_ascii_case("meta").then_some(())?;
        let stated = value("charset").or_else(|| {
            let content = value("content")?;
            let (_, after) = content.split_once("charset=")?;
            Some(after.split([';', ' ', '"', '\'']).next().unwrap_or_default().to_owned())
        })?;
        Some(stated.trim().to_owned()).filter(|s| !s.is_empty())
    })
}
