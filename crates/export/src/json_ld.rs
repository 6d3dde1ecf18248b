//! Claims as linked data, in the words of schema.org.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crosscheck_engine::report::{Article, Basis, Fact, Report, Status};
use serde::Serialize;

use crate::cells::{cells, one_line, shown};

/// The comparison as schema.org's `Claim`s, each with the works that it appears in. No claim is rated.
///
/// What agrees is one claim, in the words of its label, which appears in every article that states it for certain. Else each
/// article claims what it prints, in its own words, and all claims of a row have its id as `identifier`: values that differ are
/// never one claim. `firstAppearance` stands where a claim
/// appears in several articles, the days of all of them are stated, and one comes before all others.
/// The text may stand inside a `<script>` element.
pub fn json_ld(report: &Report) -> String {
    let claims = report.facts.iter().flat_map(|fact| claims(report, fact)).map(Node::Claim);
    let works = report.articles.iter().map(|article| Node::Work(work(article)));
    let graph = Graph { context: "https://schema.org", graph: works.chain(claims).collect() };
    // As JSON, the same; as HTML, no end of a script and no beginning of a comment.
    crate::written(&graph).replace('<', "\\u003c")
}

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
enum Node<'a> {
    #[serde(rename = "NewsArticle")]
    Work(Work<'a>),
    Claim(Claim<'a>),
}

/// schema.org/NewsArticle
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Work<'a> {
    #[serde(rename = "@id")]
    id: String,
    /// The headline, else the file's name: a work has a name.
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    /// Left out where it is only inferred.
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Outlet>,
}

/// schema.org/Organization
#[derive(Serialize)]
struct Outlet {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
}

/// schema.org/Claim
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Claim<'a> {
    #[serde(rename = "@id")]
    id: String,
    identifier: &'a str,
    text: String,
    appearance: Vec<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_appearance: Option<Reference>,
}

#[derive(Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

fn work(article: &Article) -> Work<'_> {
    let outlet = |name: &String| Outlet { kind: "Organization", name: one_line(name) };
    let headline = article.headline.as_deref().map(one_line);
    Work {
        id: work_id(article),
        name: headline.clone().unwrap_or_else(|| article.id.0.clone()),
        headline,
        url: article.url.as_deref(),
        date_published: known_day(article),
        publisher: article.outlet.as_ref().map(outlet),
    }
}

/// The address of the article, else a name inside of the document.
fn work_id(article: &Article) -> String {
    article.url.clone().unwrap_or_else(|| format!("#article-{}", in_address(&article.id.0)))
}

fn known_day(article: &Article) -> Option<&str> {
    article.published.as_deref().filter(|_| article.published_basis != Some(Basis::Inferred))
}

fn claims<'a>(report: &'a Report, fact: &'a Fact) -> Vec<Claim<'a>> {
    let mut places = cells(report, fact);
    places.retain(|cell| cell.sure);
    if fact.status == Status::Agree && !fact.is_unsure() {
        let mut articles: Vec<&Article> = places.iter().map(|cell| cell.article).collect();
        articles.dedup_by_key(|article| &article.id);
        let text = one_line(&fact.label.text);
        return vec![claim(fact, format!("#{}", fact.id), text, &articles)];
    }
    let mut claims = Vec::new();
    let mut seen = BTreeSet::new();
    for cell in places {
        // The row's own words name what is claimed where a value alone ("six") would not.
        let at =
            fact.mentions.iter().find(|m| m.article == cell.article.id && Some(m.sentence as usize) == cell.sentence);
        let text = at.map_or_else(
            || cell.in_full(),
            |m| shown(cell.article, crosscheck_engine::report::Range { start: m.start, end: m.end }),
        );
        if seen.insert((&cell.article.id, text.clone())) {
            let id = match claims.len() {
                0 => format!("#{}", fact.id),
                before => format!("#{}--{}", fact.id, before + 1),
            };
            claims.push(claim(fact, id, text, &[cell.article]));
        }
    }
    claims
}

fn claim<'a>(fact: &'a Fact, id: String, text: String, articles: &[&Article]) -> Claim<'a> {
    let reference = |article: &Article| Reference { id: work_id(article) };
    Claim {
        id,
        identifier: &fact.id,
        text,
        appearance: articles.iter().map(|article| reference(article)).collect(),
        first_appearance: first(articles).map(reference),
    }
}

/// The one article that is known to come before all others.
fn first<'a>(articles: &[&'a Article]) -> Option<&'a Article> {
    let mut days =
        articles.iter().map(|article| known_day(article).map(|day| (day, *article))).collect::<Option<Vec<_>>>()?;
    days.sort_by_key(|(day, _)| *day);
    match days[..] {
        [(one, first), (other, _), ..] if one < other => Some(first),
        _ => None,
    }
}

/// A name as a part of an address.
fn in_address(name: &str) -> Cow<'_, str> {
    if name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)) {
        return name.into();
    }
    let bytes = name.bytes().map(|b| match b {
        b'-' | b'_' | b'.' => char::from(b).to_string(),
        _ if b.is_ascii_alphanumeric() => char::from(b).to_string(),
        _ => format!("%{b:02X}"),
    });
    bytes.collect::<String>().into()
}
