//! Parts of a Report for tests to start from: all that a test does not care for.

#![allow(dead_code, reason = "each test program uses another part of it")]

use crosscheck::views::claim_row::ClaimRow;
use crosscheck::{App, AppProps, Story};
use crosscheck_engine::report::{Article, ArticleId, FORMAT, Fact, Mention, Passage, Range, Report, Status, Voice};
use yew::{AttrValue, LocalServerRenderer};

/// Where words stand in a text.
pub(crate) fn range(text: &str, words: &str) -> Range {
    let start = text.find(words).expect("the words stand in the text") as u32;
    Range { start, end: start + words.len() as u32 }
}

/// An article of one sentence, of which nothing is known.
pub(crate) fn article(id: &str, text: &str) -> Article {
    Article {
        id: ArticleId(id.into()),
        file: format!("{id}.txt"),
        words: 9,
        text: text.into(),
        sentences: vec![Range { start: 0, end: text.len() as u32 }],
        ..Article::default()
    }
}

/// Words of an article's first sentence that state a fact for certain, in the outlet's own voice.
pub(crate) fn mention(id: &str, value: Range) -> Mention {
    Mention {
        article: ArticleId(id.into()),
        start: value.start,
        end: value.end,
        sentence: 0,
        speaker: None,
        via: Vec::new(),
        voice: Voice::Outlet,
        sure: true,
        value,
        shares: Vec::new(),
    }
}

/// What one article tells in all of its text.
pub(crate) fn told(fact: &str, article: &Article) -> Fact {
    let at = Range { start: 0, end: article.text.len() as u32 };
    Fact {
        id: fact.into(),
        status: Status::Single,
        label: Passage { article: article.id.clone(), start: at.start, end: at.end, text: article.text.clone() },
        field: None,
        shared_words: Vec::new(),
        mentions: vec![mention(&article.id.0, at)],
        differences: Vec::new(),
        origins: 1,
        why: Vec::new(),
    }
}

/// A Report on these articles in which nothing was found.
pub(crate) fn report(articles: Vec<Article>) -> Report {
    Report { format: FORMAT, articles, ..Report::default() }
}

/// A Report on articles a, b, c… with these texts, each a fact of its own, so that it can be opened.
pub(crate) fn each_told(texts: &[&str]) -> Report {
    let id = |index: usize| char::from(b'a' + index as u8).to_string();
    let articles: Vec<Article> = texts.iter().enumerate().map(|(index, text)| article(&id(index), text)).collect();
    let facts = articles.iter().enumerate().map(|(index, article)| told(&format!("c-{index}"), article)).collect();
    Report { facts, ..report(articles) }
}

/// The claims with their tools, as the site puts them together.
pub(crate) async fn claims(report: Report) -> String {
    let mut rows = Vec::new();
    for row in crosscheck::rows(&Story::new(report.clone())) {
        rows.push(LocalServerRenderer::<ClaimRow>::with_props(row).hydratable(false).render().await);
    }
    let rows = rows.into_iter().map(AttrValue::from).collect();
    LocalServerRenderer::<App>::with_props(AppProps { story: Story::new(report), rows })
        .hydratable(false)
        .render()
        .await
}
