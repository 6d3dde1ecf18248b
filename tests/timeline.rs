//! The timeline rendered to HTML text.

mod made;

use crosscheck::Story;
use crosscheck::views::lens::{Lenses, LensesProps};
use crosscheck_engine::report::{
    Article, ArticleId, Day, Difference, DifferenceNote, Fact, Field, Mention, Passage, Range, Report, Status, Value,
    Voice,
};

const A: &str = "The bridge fell last night (Tuesday). It was closed on Tuesday. On Tuesday it stood.";
const B: &str = "The <b>bridge</b> fell on Wednesday.";

fn passage(id: &str, words: &str) -> Passage {
    let text = if id == "b" { B } else { A };
    let start = text.find(words).expect("the words stand in the text") as u32;
    Passage { article: ArticleId(id.into()), start, end: start + words.len() as u32, text: words.into() }
}

fn article(id: &str, text: &str) -> Article {
    let mut start = 0;
    let sentences = text.split_inclusive(". ").map(|sentence| {
        let at = Range { start, end: start + sentence.trim_end().len() as u32 };
        start += sentence.len() as u32;
        at
    });
    Article { sentences: sentences.collect(), ..made::article(id, text) }
}

fn mention(at: &Passage, sentence: u32) -> Mention {
    Mention { sentence, ..made::mention(&at.article.0, Range { start: at.start, end: at.end }) }
}

fn value(at: &Passage, way: u32) -> Value {
    Value {
        article: at.article.clone(),
        start: at.start,
        end: at.end,
        text: at.text.clone(),
        speaker: None,
        voice: Voice::Outlet,
        resolved: None,
        carried: false,
        way,
    }
}

/// One fact, on whose day A and B differ; the days are given by the test.
fn report(timeline: Vec<Day>) -> Report {
    let (tuesday, wednesday) = (passage("a", "last night (Tuesday)"), passage("b", "on Wednesday"));
    let mentions = vec![
        mention(&tuesday, 0),
        mention(&passage("a", "on Tuesday"), 1),
        mention(&passage("a", "On Tuesday"), 2),
        mention(&wednesday, 0),
    ];
    let values = vec![value(&tuesday, 0), value(&wednesday, 1)];
    let fact = Fact {
        id: "c-fell".into(),
        status: Status::Differ,
        label: passage("a", "The bridge fell"),
        field: Some(Field::Date),
        shared_words: Vec::new(),
        mentions,
        differences: vec![Difference { field: Field::Date, values, compatible: false, note: None }],
        origins: 2,
        why: Vec::new(),
    };
    Report { facts: vec![fact], timeline, ..made::report(vec![article("a", A), article("b", B)]) }
}

fn day(from: &str, to: &str, mentions: Vec<Passage>) -> Day {
    Day { from: from.into(), to: to.into(), disputed: false, mentions }
}

fn tuesday() -> Day {
    let words = ["last night (Tuesday)", "on Tuesday", "On Tuesday"].map(|words| passage("a", words));
    day("2023-11-21", "2023-11-21", words.into())
}

/// The section.
async fn timeline(report: Report) -> String {
    let props = move || LensesProps { story: Story::new(report), apart: None };
    let html = yew::ServerRenderer::<Lenses>::with_props(props).hydratable(false).render().await;
    let from = html.find("<section id=\"timeline\"").expect("the section");
    let to = html[from..].find("</section>").expect("its end");
    html[from..from + to].to_owned()
}

#[tokio::test]
async fn a_day_shows_the_words_that_name_it_in_their_sentence_and_opens_it() {
    let html = timeline(report(vec![tuesday()])).await;
    assert!(html.contains("<h3><span>Tue </span>21 Nov 2023</h3>"), "{html}");
    assert!(html.contains("data-open=\"0.0\"") && html.contains(">A</span> "), "{html}");
    assert!(html.contains(">The bridge fell <b>last night (Tuesday)</b>.</q></button>"), "{html}");
}

#[tokio::test]
async fn other_words_for_the_day_follow_and_each_opens_its_own_sentence() {
    let html = timeline(report(vec![tuesday()])).await;
    let also = &html[html.find("also ").expect("others follow")..];
    assert!(also.contains("data-open=\"0.1\"") && also.contains(">on Tuesday</q></button>"), "{html}");
    assert!(also.contains("data-open=\"0.2\" class=\"opens\"><small>again</small>"), "only the case is unlike: {html}");
}

#[tokio::test]
async fn a_disputed_day_says_so_and_leads_to_the_row_that_disputes_it() {
    let mut disputed = tuesday();
    disputed.disputed = true;
    let html = timeline(report(vec![disputed.clone()])).await;
    assert!(html.contains("class=\"day disputed\"") && html.contains("<span>given differently</span>"), "{html}");
    assert!(html.contains("href=\"#c-fell\" data-go=\"0\"") && html.contains(">The bridge fell</q></a>"), "{html}");
    let mut less = report(vec![disputed]);
    less.facts[0].differences[0].note = Some(DifferenceNote::LessPrecise);
    assert!(!timeline(less).await.contains("data-go"), "a less exact day disputes nothing");
    assert!(!timeline(report(vec![tuesday()])).await.contains("disputed"));
}

#[tokio::test]
async fn runs_of_days_are_told_from_days_and_only_far_days_stand_apart() {
    let days = |to: &str, next: &str| {
        vec![
            day("2023-11-01", to, vec![passage("a", "on Tuesday")]),
            day(next, next, vec![passage("b", "on Wednesday")]),
        ]
    };
    let html = timeline(report(days("2023-11-14", "2023-11-22"))).await;
    assert!(html.contains("class=\"day run\"><h3>1–14 Nov 2023</h3>"), "no weekday for a run: {html}");
    assert_eq!(html.matches("class=\"far\"").count(), 1, "{html}");
    assert_eq!(timeline(report(days("2023-11-15", "2023-11-22"))).await.matches("class=\"far\"").count(), 0);
}

#[tokio::test]
async fn many_articles_are_folded_and_what_they_print_is_text() {
    let mut wednesday = day("2023-11-22", "2023-11-22", vec![passage("b", "on Wednesday")]);
    let html = timeline(report(vec![wednesday.clone()])).await;
    assert!(html.contains("The &lt;b&gt;bridge&lt;/b&gt; fell <b>on Wednesday</b>."), "{html}");
    assert!(!html.contains("<details"), "{html}");
    let mut long = report(Vec::new());
    for index in 0..12 {
        let id = format!("x{index:02}");
        long.articles.push(article(&id, B));
        wednesday.mentions.push(Passage { article: ArticleId(id), ..passage("b", "on Wednesday") });
    }
    long.timeline.push(wednesday);
    let html = timeline(long).await;
    assert!(html.contains("5 more articles") && html.matches("<b>on Wednesday</b>").count() == 13, "{html}");
}

#[tokio::test]
async fn texts_that_name_no_day_say_so() {
    let html = timeline(report(Vec::new())).await;
    assert!(html.contains("No days were found in the texts.") && !html.contains("<ol"), "{html}");
}
