//! What at least two others carry and an article lacks, as HTML text.

use crosscheck::Story;
use crosscheck::views::left_out::lacking;
use crosscheck::views::lens::{Lenses, LensesProps};
use crosscheck_engine::report::Report;
use serde_json::{Value, json};

fn article(id: &str) -> Value {
    json!({
        "id": id, "file": format!("{id}.txt"), "outlet": null, "headline": null, "headline_at": null, "byline": null,
        "published": null, "published_basis": null, "words": 2, "text": "It fell. ".repeat(9), "set_aside": [], "left_out": [],
        "sentences": (0..9).map(|at| json!({ "start": 9 * at, "end": 9 * at + 8 })).collect::<Vec<_>>(),
    })
}

/// A row carried by these articles; those in lower case for certain, those in upper case not.
fn fact(id: &str, carriers: &str) -> Value {
    let mentions: Vec<Value> = carriers
        .chars()
        .map(|c| {
            json!({
                "article": c.to_lowercase().to_string(), "start": 0, "end": 7, "sentence": 0, "speaker": null, "via": [],
                "voice": "outlet", "sure": c.is_lowercase(), "value": { "start": 0, "end": 7 }, "shares": [],
            })
        })
        .collect();
    json!({
        "id": id, "status": "agree", "field": null, "shared_words": [], "mentions": mentions, "differences": [],
        "label": { "article": "a", "start": 0, "end": 7, "text": format!("words of {id}") }, "origins": 1, "why": [],
    })
}

/// Each row has a sentence of its own in every article.
fn report(articles: &[&str], facts: &[Value]) -> Report {
    let mut facts = facts.to_vec();
    for (index, fact) in facts.iter_mut().enumerate() {
        for mention in fact["mentions"].as_array_mut().expect("a list") {
            mention["sentence"] = json!(index);
            mention["start"] = json!(9 * index);
            mention["end"] = json!(9 * index + 7);
        }
        fact["label"]["start"] = json!(9 * index);
        fact["label"]["end"] = json!(9 * index + 7);
    }
    let report = json!({
        "format": 1, "articles": articles.iter().map(|id| article(id)).collect::<Vec<_>>(), "central_headline": null,
        "facts": facts, "sharpest": [], "quotes": [], "quantities": [], "names": [], "timeline": [], "origins": [],
        "self_contradictions": [], "sums": [], "notes": [],
    });
    serde_json::from_value(report).expect("all of a Report is given")
}

async fn left_out(report: Report) -> String {
    let props = move || LensesProps { story: Story::new(report), apart: None };
    let html = yew::ServerRenderer::<Lenses>::with_props(props).hydratable(false).render().await;
    let from = html.find("<section id=\"left-out\"").expect("the section is there");
    html[from..html.find("<section id=\"about\"").expect("the next one is there")].to_owned()
}

#[test]
fn an_article_lacks_what_two_others_say_for_certain_and_it_does_not_even_say_unsurely() {
    let facts = [fact("c-two", "ab"), fact("c-maybe", "abD"), fact("c-weak", "aB"), fact("c-three", "abc")];
    let story = Story::new(report(&["a", "b", "c", "d"], &facts));
    let ids = |article: usize| lacking(&story, article).iter().map(|(fact, _)| *fact).collect::<Vec<_>>();
    assert_eq!(ids(3), [3, 0], "those told by most come first");
    assert_eq!(ids(2), [0, 1]);
    assert_eq!(ids(0), [0_usize; 0]);
}

#[test]
fn what_another_row_tells_by_the_same_sentence_is_not_left_out() {
    let mut told = report(&["a", "b", "c", "d"], &[fact("c-two", "ab"), fact("c-more", "abcd")]);
    assert_eq!(lacking(&Story::new(told.clone()), 2).len(), 1);
    // The label of each is the same words of A: here the other row is about them too.
    told.facts[1].mentions[0].start = told.facts[0].label.start;
    told.facts[1].mentions[0].end = told.facts[0].label.end;
    assert_eq!(lacking(&Story::new(told), 2).len(), 0);
}

#[tokio::test]
async fn each_point_names_who_has_it_and_leads_to_its_row() {
    let html = left_out(report(&["a", "b", "c"], &[fact("c-fell", "ab")])).await;
    assert!(
        html.contains("<a href=\"#c-fell\" data-go=\"0\"><q dir=\"auto\" class=\"said\">words of c-fell</q></a>"),
        "{html}"
    );
    assert!(html.contains("<span class=\"src\">A</span><span class=\"src\">B</span>"), "{html}");
    assert!(html.contains("1 point not found here"), "{html}");
    assert_eq!(
        html.matches("What at least two others carry was found here too, in one row or another.").count(),
        2,
        "{html}"
    );
}

#[tokio::test]
async fn what_goes_beyond_five_points_is_folded() {
    let facts: Vec<Value> = (0..7).map(|index| fact(&format!("c-{index}"), "ab")).collect();
    let html = left_out(report(&["a", "b", "c"], &facts)).await;
    let (open, folded) = html.split_once("<details>").expect("the rest is folded");
    assert_eq!((open.matches("data-go").count(), folded.matches("data-go").count()), (5, 2));
    assert!(folded.contains("2 more points"), "{folded}");
}

#[tokio::test]
async fn of_two_articles_nothing_is_said_to_be_left_out() {
    let html = left_out(report(&["a", "b"], &[fact("c-fell", "a")])).await;
    assert!(html.contains("three articles or more") && !html.contains("not found here"), "{html}");
}
