//! The page rendered to HTML text, natively: what stands in it, by which words, signs and elements.

use crosscheck::views::failure::Failure;
use crosscheck::{App, AppProps, Story};
use crosscheck_engine::report::{
    Article, ArticleId, Difference, DifferenceNote, FORMAT, Fact, Field, FurnitureKind, Mention, Passage, Range,
    Report, SetAside, Sharp, Status, Value, Voice,
};

const A: &str = "By Jo Bell\nEight <b>people</b> were hurt. The bridge fell on Monday.";
const B: &str = "Eight were hurt, police said. The bridge fell on Tuesday.";
const C: &str = "أصيب تسعة أشخاص.";

fn range(text: &str, words: &str) -> Range {
    let start = text.find(words).expect("the words stand in the text") as u32;
    Range { start, end: start + words.len() as u32 }
}

fn article(id: &str, text: &str, sentences: &[&str]) -> Article {
    Article {
        id: ArticleId(id.into()),
        file: format!("{id}.txt"),
        outlet: None,
        headline: None,
        headline_at: None,
        byline: None,
        published: None,
        published_basis: None,
        words: 9,
        text: text.into(),
        set_aside: Vec::new(),
        sentences: sentences.iter().map(|sentence| range(text, sentence)).collect(),
    }
}

fn mention(id: &str, text: &str, words: &str, sentence: u32) -> Mention {
    let value = range(text, words);
    Mention {
        article: ArticleId(id.into()),
        start: value.start,
        end: value.end,
        sentence,
        speaker: None,
        voice: Voice::Outlet,
        sure: true,
        value,
        shares: Vec::new(),
    }
}

fn value(mention: &Mention, text: &str, way: u32) -> Value {
    Value {
        article: mention.article.clone(),
        start: mention.value.start,
        end: mention.value.end,
        text: text[mention.value.start as usize..mention.value.end as usize].into(),
        speaker: None,
        voice: Voice::Reported,
        resolved: None,
        carried: false,
        way,
    }
}

fn fact(id: &str, status: Status, text: &str, mentions: Vec<Mention>, differences: Vec<Difference>) -> Fact {
    let first = &mentions[0];
    Fact {
        id: id.into(),
        status,
        label: Passage {
            article: first.article.clone(),
            start: first.start,
            end: first.end,
            text: text[first.start as usize..first.end as usize].into(),
        },
        field: differences.first().map(|difference| difference.field),
        shared_words: Vec::new(),
        origins: mentions.len() as u32,
        mentions,
        differences,
        why: Vec::new(),
    }
}

/// Three articles: they agree on who was hurt, differ on the day, and only C is in Arabic.
fn report() -> Report {
    let mut a = article("a", A, &["Eight <b>people</b> were hurt.", "The bridge fell on Monday."]);
    let byline = range(A, "By Jo Bell");
    a.set_aside.push(SetAside { start: byline.start, end: byline.end, kind: FurnitureKind::Byline });
    a.headline = Some("Bridge falls".into());
    let hurt = vec![mention("a", A, "Eight <b>people</b>", 0), mention("b", B, "Eight", 0)];
    let mut fell = vec![mention("a", A, "on Monday", 1), mention("b", B, "on Tuesday", 1)];
    fell[1].sure = false;
    fell[1].speaker = Some("police".into());
    fell[1].voice = Voice::Quoted;
    let mut tuesday = value(&fell[1], B, 1);
    tuesday.resolved = Some("2023-11-21".into());
    let days = Difference {
        field: Field::Date,
        values: vec![value(&fell[0], A, 0), tuesday],
        compatible: false,
        note: Some(DifferenceNote::MaybeTimeZones),
    };
    Report {
        format: FORMAT,
        articles: vec![
            a,
            article("b", B, &["Eight were hurt, police said.", "The bridge fell on Tuesday."]),
            article("c", C, &[C]),
        ],
        central_headline: Some(ArticleId("a".into())),
        facts: vec![
            fact("c-fell", Status::Differ, A, fell, vec![days]),
            fact("c-hurt", Status::Agree, A, hurt, Vec::new()),
            fact("c-nine", Status::Single, C, vec![mention("c", C, "تسعة أشخاص", 0)], Vec::new()),
        ],
        sharpest: vec![Sharp { fact: "c-fell".into(), difference: 0 }],
        quotes: Vec::new(),
        quantities: Vec::new(),
        names: Vec::new(),
        timeline: Vec::new(),
        origins: Vec::new(),
        notes: Vec::new(),
    }
}

async fn page(report: Report) -> String {
    yew::ServerRenderer::<App>::with_props(move || AppProps { story: Story::new(report) })
        .hydratable(false)
        .render()
        .await
}

/// From the first `start` to the next `end`.
fn part<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let from = html.find(start).unwrap_or_else(|| panic!("{start} stands in the page"));
    let to = html[from..].find(end).unwrap_or_else(|| panic!("{end} follows {start}"));
    &html[from..from + to]
}

fn row<'a>(html: &'a str, id: &str) -> &'a str {
    part(html, &format!("<tr id=\"{id}\""), "</tr>")
}

#[tokio::test]
async fn a_badge_says_its_status_in_a_word_and_a_sign() {
    let mut report = report();
    for (status, sign, words) in [
        (Status::Differ, "≠", "Differ, 2 ways"),
        (Status::DifferentEvents, "⚠", "Different events"),
        (Status::LessPrecise, "≈", "Less precise"),
        (Status::Agree, "=", "Agree, 2 of 3"),
    ] {
        report.facts[0].status = status;
        let html = page(report.clone()).await;
        let row = row(&html, "c-fell");
        assert!(row.contains(sign) && row.contains(words), "{status:?}: {row}");
    }
    let html = page(report).await;
    assert!(row(&html, "c-nine").contains("Only C"));
}

#[tokio::test]
async fn an_article_that_does_not_say_it_is_shown_as_silent() {
    let html = page(report()).await;
    assert_eq!(row(&html, "c-fell").matches("<td class=\"silent\">does not say</td>").count(), 1);
    assert_eq!(row(&html, "c-nine").matches("<td class=\"silent\">does not say</td>").count(), 2);
}

#[tokio::test]
async fn the_matrix_is_a_table_with_a_caption_and_scopes() {
    let html = page(report()).await;
    let table = part(&html, "<table id=\"claims\"", "</table>");
    assert!(table.contains("<caption"));
    assert_eq!(table.matches("<th scope=\"col\"").count(), 4);
    assert_eq!(table.matches("<th scope=\"row\"").count(), 3);
    assert!(table.contains("<tbody>"));
    for status in ["differ", "agree", "single"] {
        assert!(table.contains(&format!("data-status=\"{status}\"")), "{status}");
    }
    assert_eq!(row(&html, "c-fell").matches("class=\"cell\"").count(), 2);
}

#[tokio::test]
async fn values_that_differ_stand_out_and_the_rest_stays_quiet() {
    let html = page(report()).await;
    assert_eq!(row(&html, "c-fell").matches("<td class=\"says differ").count(), 2);
    assert!(!row(&html, "c-hurt").contains("differ"));
}

#[tokio::test]
async fn a_value_set_against_the_mentions_is_no_silence() {
    let mut report = report();
    report.facts[0].mentions.pop();
    let html = page(report).await;
    let row = row(&html, "c-fell");
    assert_eq!(row.matches("<td class=\"says differ").count(), 2);
    assert!(row.contains("data-article=\"B\"") && row.contains("on Tuesday"));
}

#[tokio::test]
async fn a_cell_says_how_it_is_known() {
    let html = page(report()).await;
    let row = row(&html, "c-fell");
    assert!(row.contains("outlet’s own voice"));
    assert!(row.contains("“\u{a0}") && row.contains("<bdi>police</bdi>"));
    assert!(row.contains("→ 21 Nov 2023"));
    assert!(row.contains("? unsure") && row.contains("weak"));
    assert!(row.contains("may be one moment in two time zones"));
}

#[tokio::test]
async fn cards_gather_articles_that_put_it_alike() {
    let mut report = report();
    report.facts[1].mentions[0].value = range(A, "Eight");
    let html = page(report).await;
    let card = |id: &str| {
        part(&html[html.find("<ol class=\"cards\">").expect("cards")..], &format!("<li data-fact=\"{id}\""), "</ul>")
            .to_owned()
    };
    assert_eq!(card("c-fell").matches("<li").count() - 1, 3, "two values and a silence");
    let hurt = card("c-hurt");
    assert_eq!(hurt.matches("<li").count() - 1, 2, "one value and a silence");
    assert_eq!(hurt.matches("class=\"cell\"").count(), 2, "and still a button an article");
}

#[tokio::test]
async fn the_counts_are_computed_from_the_facts() {
    let html = page(report()).await;
    let counts: String = part(&html, "<p class=\"counts\">", "</p>")
        .split('<')
        .filter_map(|tag| tag.split_once('>'))
        .map(|(_, text)| text)
        .collect();
    assert_eq!(
        counts,
        "3 articles · 3 points: 1 agree, 1 differ, 1 told by one source. Every word about the event is an article’s own."
    );
}

#[tokio::test]
async fn the_title_is_the_central_headline_with_its_letter() {
    let html = page(report()).await;
    let title = part(&html, "<h1>", "</h1>");
    assert!(title.contains("Bridge falls") && title.contains(">A<"));
}

#[tokio::test]
async fn what_an_article_prints_is_text_and_never_markup() {
    let html = page(report()).await;
    assert!(html.contains("Eight &lt;b&gt;people&lt;/b&gt;"));
    assert!(!html.contains("<b>people"));
}

#[tokio::test]
async fn words_of_an_article_keep_their_own_direction() {
    let html = page(report()).await;
    assert!(row(&html, "c-nine").contains("<span dir=\"auto\" class=\"value\">تسعة أشخاص</span>"));
    assert!(row(&html, "c-nine").contains("<q dir=\"auto\" class=\"said gist\">تسعة أشخاص</q>"));
}

#[tokio::test]
async fn what_was_set_aside_is_shown_with_its_kind() {
    let html = page(report()).await;
    let about = part(&html, "<section id=\"about\"", "</section>");
    assert!(about.contains("byline") && about.contains("By Jo Bell"));
}

#[tokio::test]
async fn without_articles_the_page_says_how_to_add_them() {
    let mut empty = report();
    empty.articles.clear();
    empty.facts.clear();
    empty.sharpest.clear();
    let html = page(empty).await;
    assert!(html.contains("No articles yet. Put .txt files into seeds/ and build again."));
}

#[tokio::test]
async fn one_article_is_shown_without_a_comparison() {
    let mut one = report();
    one.articles.truncate(1);
    one.facts.clear();
    one.sharpest.clear();
    let html = page(one).await;
    assert!(html.contains("nothing stands against it yet"));
    assert!(!html.contains("class=\"strip\""));
}

#[tokio::test]
async fn data_that_cannot_be_read_is_said_and_not_hidden() {
    assert!(crosscheck::read_report(b"nonsense").is_none());
    let html = yew::ServerRenderer::<Failure>::new().render().await;
    assert!(html.contains("role=\"alert\"") && html.contains("cannot be read"));
}
