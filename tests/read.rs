//! An article whole, as HTML text: each sentence with its mark, and the article's own words only.

use crosscheck::Story;
use crosscheck::views::lens::{Lenses, LensesProps};
use crosscheck_engine::report::Report;
use serde_json::{Value, json};

const A: &str = "Bridge falls\nBy Jo Bell\nEight people were hurt. The bridge fell on Monday.\nIt rained. Nobody slept. Trains <stopped>.";
const B: &str = "Eight were hurt. It fell on Tuesday. It poured. Few slept.";

fn range(text: &str, words: &str) -> (usize, usize) {
    let start = text.find(words).expect("the words stand in the text");
    (start, start + words.len())
}

fn article(id: &str, text: &str, sentences: &[&str]) -> Value {
    let at = |words: &&str| {
        let (start, end) = range(text, words);
        json!({ "start": start, "end": end })
    };
    json!({
        "id": id, "file": format!("{id}.txt"), "outlet": null, "headline": null, "headline_at": null, "byline": null,
        "published": null, "published_basis": null, "words": 9, "text": text, "set_aside": [], "left_out": [],
        "sentences": sentences.iter().map(at).collect::<Vec<_>>(),
    })
}

fn mention(id: &str, text: &str, words: &str, sentence: usize, sure: bool) -> Value {
    let (start, end) = range(text, words);
    json!({
        "article": id, "start": start, "end": end, "sentence": sentence, "speaker": null, "via": [], "voice": "outlet",
        "sure": sure, "value": { "start": start, "end": end }, "shares": [],
    })
}

fn fact(id: &str, status: &str, mentions: &[Value], differences: &Value) -> Value {
    let first = &mentions[0];
    json!({
        "id": id, "status": status, "field": null, "shared_words": [], "mentions": mentions, "differences": differences,
        "label": { "article": first["article"], "start": first["start"], "end": first["end"], "text": "label" },
        "origins": 1, "why": [],
    })
}

fn value(mention: &Value, way: u32) -> Value {
    json!({
        "article": mention["article"], "start": mention["start"], "end": mention["end"], "text": "value", "speaker": null,
        "voice": "outlet", "resolved": null, "carried": false, "way": way,
    })
}

/// A and B agree on who was hurt and differ on the day; whether they both tell of rain is unsure, and of sleep B alone gives a
/// value that is compared. What A says of the trains stands in no row.
fn report() -> Report {
    let mut a = article(
        "a",
        A,
        &["Eight people were hurt.", "The bridge fell on Monday.", "It rained.", "Nobody slept.", "Trains <stopped>."],
    );
    a["headline"] = json!("Bridge falls");
    a["set_aside"] = json!([
        { "start": 0, "end": 12, "kind": "headline" },
        { "start": 13, "end": 23, "kind": "byline" },
    ]);
    let b = article("b", B, &["Eight were hurt.", "It fell on Tuesday.", "It poured.", "Few slept."]);
    let hurt = [mention("a", A, "Eight people", 0, true), mention("b", B, "Eight", 0, true)];
    let fell = [mention("a", A, "on Monday", 1, true), mention("b", B, "on Tuesday", 1, true)];
    let rain = [mention("a", A, "It rained", 2, false), mention("b", B, "It poured", 2, true)];
    let slept = [mention("a", A, "Nobody slept", 3, true), mention("b", B, "Few slept", 3, true)];
    let days = json!([{ "field": "date", "values": [value(&fell[0], 0), value(&fell[1], 1)], "compatible": false, "note": null }]);
    let many = json!([{ "field": "number", "values": [value(&slept[1], 0)], "compatible": false, "note": null }]);
    let report = json!({
        "format": 1, "articles": [a, b], "central_headline": "a",
        "facts": [
            // The second sentence stands in two rows: what differs goes before what agrees.
            fact("c-fell", "differ", &fell, &days), fact("c-slept", "differ", &slept, &many),
            fact("c-hurt", "agree", &hurt, &json!([])), fact("c-day", "agree", &fell, &json!([])),
            fact("c-rain", "agree", &rain, &json!([])),
        ],
        "sharpest": [], "quotes": [], "quantities": [], "names": [], "timeline": [], "origins": [],
        "self_contradictions": [], "sums": [], "notes": [],
    });
    serde_json::from_value(report).expect("all of a Report is given")
}

/// The section, up to the second article.
async fn first_read(report: Report) -> String {
    let html = read(report).await;
    html.split("<input").take(2).collect()
}

/// The section.
async fn read(report: Report) -> String {
    let props = move || LensesProps { story: Story::new(report), apart: None };
    let html = yew::ServerRenderer::<Lenses>::with_props(props).hydratable(false).render().await;
    let from = html.find("<section id=\"read\"").expect("the section is there");
    let to = html[from..].find("</section>").expect("the section ends");
    html[from..from + to].to_owned()
}

/// What stands between two tags as it is copied from the page: without any tag.
fn copied(html: &str, from: &str, to: &str) -> String {
    let start = html.find(from).expect("the beginning is there");
    let end = html[start..].find(to).expect("the end is there");
    let mut inside = false;
    html[start..start + end]
        .chars()
        .filter(|&c| {
            inside = (inside || c == '<') && c != '>';
            !inside && c != '>'
        })
        .collect()
}

#[tokio::test]
async fn what_is_copied_from_an_article_is_its_own_text() {
    let html = first_read(report()).await;
    let text = copied(&html, "<div class=\"text said\">", "</article>");
    assert_eq!(
        text,
        "By Jo BellEight people were hurt. The bridge fell on Monday.It rained. Nobody slept. Trains &lt;stopped&gt;."
    );
    assert!(copied(&html, "<h3", "</h3>").ends_with("Bridge falls"), "{html}");
}

#[tokio::test]
async fn a_sentence_is_marked_by_the_sharpest_of_its_rows_with_the_letters_of_the_others() {
    let html = first_read(report()).await;
    let sentence = "<span data-open=\"0.0\" class=\"differ\"><span>The bridge fell <b>on Monday</b>.</span>";
    assert!(html.contains(sentence), "{html}");
    assert!(html.contains("aria-label=\"Sentence 2: Differ B\" data-glyph=\"≠\" data-letters=\" B\""), "{html}");
    assert!(html.contains("<span data-open=\"2.0\" class=\"agree\"><span>Eight people were hurt.</span>"), "{html}");
}

#[tokio::test]
async fn a_weak_match_is_unsure_and_a_sentence_without_a_compared_value_is_only_nearby() {
    let html = first_read(report()).await;
    assert!(html.contains("<span data-open=\"4.0\" class=\"unsure\"><span>It rained.</span>"), "{html}");
    assert!(html.contains("<span data-open=\"1.0\" class=\"near\"><span>Nobody slept.</span>"), "{html}");
}

#[tokio::test]
async fn a_sentence_in_no_row_has_no_mark() {
    assert!(first_read(report()).await.contains("</span> <span>Trains &lt;stopped&gt;.</span></p>"));
}

#[tokio::test]
async fn the_legend_names_only_the_marks_that_the_article_has() {
    let html = first_read(report()).await;
    let legend = copied(&html, "class=\"marks\"", "</aside>");
    assert!(legend.contains("1 sentence holds a value that stands against another"), "{legend}");
    assert!(!legend.contains("less exactly") && !legend.contains("nothing was found in another"), "{legend}");
}

#[tokio::test]
async fn every_article_is_there_behind_a_link_of_its_own() {
    let html = read(report()).await;
    let sheets: Vec<&str> = html.split("<a id=").skip(1).collect();
    assert_eq!(sheets.len(), 2, "{html}");
    assert!(sheets[0].contains("It rained.") && !sheets[0].contains("It poured."), "{html}");
    assert!(sheets[1].starts_with("\"read-B\" href=\"#read-B\"><span class=\"src\">B</span>"), "{html}");
    assert!(sheets[1].contains("It poured."), "{html}");
}
