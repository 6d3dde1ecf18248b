//! The page rendered to HTML text, natively: what stands in it, by which words, signs and elements.

mod made;

use std::fs;
use std::path::Path;

use crosscheck::matrix::{Rank, cells, ranks};
use crosscheck::story::Place;
use crosscheck::views::lens::{Lenses, LensesProps};
use crosscheck::views::pane::{ReadingPane, ReadingPaneProps};
use crosscheck::views::pane_facts::pane_facts;
use crosscheck::views::top::{Top, TopProps};
use crosscheck::views::within::within;
use crosscheck::words::speak;
use crosscheck::{Story, carried, read_report};
use crosscheck_engine::report::{
    Article, ArticleId, Difference, DifferenceNote, Fact, Field, FurnitureKind, Mention, Passage, Report, SetAside,
    Sharp, Status, Sum, Value, Voice,
};
use made::range;
use yew::prelude::*;

const A: &str = "By Jo Bell\nEight <b>people</b> were hurt. The bridge fell on Monday.";
const B: &str = "Eight were hurt, police said. The bridge fell on Tuesday.";
const C: &str = "أصيب تسعة أشخاص.";

fn article(id: &str, text: &str, sentences: &[&str]) -> Article {
    Article { sentences: sentences.iter().map(|sentence| range(text, sentence)).collect(), ..made::article(id, text) }
}

fn mention(id: &str, text: &str, words: &str, sentence: u32) -> Mention {
    Mention { sentence, ..made::mention(id, range(text, words)) }
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
    fell[1].speaker = Some("police".into());
    fell[1].voice = Voice::Quoted;
    let mut tuesday = value(&fell[1], B, 1);
    tuesday.resolved = Some("2023-11-21".into());
    tuesday.speaker = Some("police".into());
    tuesday.voice = Voice::Quoted;
    let days = Difference {
        field: Field::Date,
        values: vec![value(&fell[0], A, 0), tuesday],
        compatible: false,
        note: Some(DifferenceNote::MaybeTimeZones),
    };
    Report {
        central_headline: Some(ArticleId("a".into())),
        facts: vec![
            fact("c-fell", Status::Differ, A, fell, vec![days]),
            fact("c-hurt", Status::Agree, A, hurt, Vec::new()),
            fact("c-nine", Status::Single, C, vec![mention("c", C, "تسعة أشخاص", 0)], Vec::new()),
        ],
        sharpest: vec![Sharp { fact: "c-fell".into(), difference: 0 }],
        ..made::report(vec![
            a,
            article("b", B, &["Eight were hurt, police said.", "The bridge fell on Tuesday."]),
            article("c", C, &[C]),
        ])
    }
}

/// One view by itself: most views are plain functions, and something has to call them.
#[derive(Clone, Properties)]
struct AloneProps {
    story: Story,
    view: fn(&Story) -> Html,
}

impl PartialEq for AloneProps {
    fn eq(&self, other: &Self) -> bool {
        self.story == other.story
    }
}

#[component]
fn Alone(props: &AloneProps) -> Html {
    (props.view)(&props.story)
}

async fn alone(report: Report, view: fn(&Story) -> Html) -> String {
    let props = move || AloneProps { story: Story::new(report), view };
    yew::ServerRenderer::<Alone>::with_props(props).hydratable(false).render().await
}

/// The page as the site puts it together.
async fn page(report: Report) -> String {
    let (top, lenses) = (report.clone(), report.clone());
    let top = yew::ServerRenderer::<Top>::with_props(move || TopProps { story: Story::new(top) });
    let lenses =
        yew::ServerRenderer::<Lenses>::with_props(move || LensesProps { story: Story::new(lenses), apart: None });
    let parts = [top.hydratable(false).render().await, made::claims(report).await];
    parts.concat() + &lenses.hydratable(false).render().await
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
async fn words_of_an_article_name_their_language_on_a_page_in_another() {
    assert!(!page(report()).await.contains("lang="));
    speak("de");
    let html = made::claims(report()).await;
    speak("en");
    let row = row(&html, "c-nine");
    assert_eq!(row.matches("lang=\"en\"").count(), row.matches("dir=\"auto\"").count(), "{row}");
    assert!(row.contains("class=\"value\">hier nicht gefunden<"), "the page's own words are in its language: {row}");
}

#[tokio::test]
async fn an_article_in_which_nothing_was_found_is_shown_as_silent() {
    let html = page(report()).await;
    for (id, silent) in [("c-fell", 1), ("c-nine", 2)] {
        let cells = row(&html, id).split("<td").filter(|cell| cell.starts_with(" class=\"silent"));
        assert_eq!(cells.filter(|cell| cell.contains(">not found here<")).count(), silent, "{id}");
    }
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
    assert!(row.contains("reported"));
    assert!(row.contains("“\u{a0}") && row.contains("<bdi>police</bdi>"));
    assert!(row.contains("→ 21 Nov 2023"));
    assert!(row.contains("may be one moment in two time zones"));
}

/// The ranks of a row's cells, as narrow screens gather them: the number of the value, and whether it was printed before.
fn ranked(report: Report, fact: usize) -> Vec<Option<(usize, bool)>> {
    let story = Story::new(report);
    let ranks = ranks(&story, &cells(&story, fact));
    ranks.into_iter().map(|rank| rank.map(|Rank { group, again }| (group, again))).collect()
}

#[tokio::test]
async fn articles_that_print_a_value_alike_are_gathered_on_narrow_screens() {
    let mut report = report();
    assert_eq!(ranked(report.clone(), 0), [Some((0, false)), Some((1, false)), None], "two values and a silence");
    report.facts[1].mentions[0].value = range(A, "Eight");
    assert_eq!(ranked(report.clone(), 1), [Some((0, false)), Some((0, true)), None], "one value and a silence");
    let html = page(report).await;
    let hurt = row(&html, "c-hurt");
    assert!(
        hurt.contains("<td class=\"says agree g0\"") && hurt.contains("<td class=\"says agree g0 again\""),
        "{hurt}"
    );
    assert_eq!(hurt.matches("class=\"cell\"").count(), 2, "and still a button an article");
}

#[test]
fn unlike_ways_to_put_one_value_follow_each_other_and_what_stands_nearby_comes_last() {
    let mut report = report();
    report.facts[0].mentions[0].value = range(A, "Eight");
    report.facts[0].mentions.insert(0, mention("c", C, "تسعة", 0));
    let third = |way| Value { text: "أشخاص".into(), ..value(&mention("c", C, "أشخاص", 0), C, way) };
    assert_eq!(ranked(report.clone(), 0), [Some((0, false)), Some((1, false)), Some((2, false))], "no value: nearby");
    report.facts[0].differences[0].values.push(third(1));
    assert_eq!(ranked(report.clone(), 0), [Some((0, false)), Some((1, false)), Some((2, false))]);
    report.facts[0].differences[0].values[2] = third(0);
    assert_eq!(ranked(report.clone(), 0), [Some((0, false)), Some((2, false)), Some((1, false))], "C puts what A says");
    report.facts[0].differences[0].values.remove(0);
    assert_eq!(ranked(report, 0), [Some((2, false)), Some((0, false)), Some((1, false))], "A stands nearby");
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
        "3 articles · 3 points: 1 agrees, 1 differs, 1 told by one source. Every word about the event is an article’s own. Nothing is uploaded."
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

/// The notice on the first article, and on the second; empty where there is none.
async fn notices(report: Report) -> [String; 2] {
    [alone(report.clone(), |story| within(story, 0)).await, alone(report, |story| within(story, 1)).await]
}

#[tokio::test]
async fn an_article_that_contradicts_itself_is_noted_with_both_values_and_others_are_not() {
    let mut report = report();
    let values = [value(&mention("a", A, "Eight", 0), A, 0), value(&mention("a", A, "on Monday", 1), A, 1)];
    let pair = Difference { field: Field::Casualty, values: values.into(), compatible: false, note: None };
    report.self_contradictions.push(pair);
    let [html, other] = notices(report.clone()).await;
    let notice = part(&html, "<li>", "</li>");
    assert!(notice.starts_with("<li>casualties: <button"), "{html}");
    let values: Vec<&str> = notice.split("<button").skip(1).collect();
    assert!(values[0].contains(">Eight</q></button> ≠ ") && values[1].contains(">on Monday</q></button>"), "{html}");
    assert_eq!(other, "");
    let place = Place { fact: 0, entry: 0 };
    let pane = move || ReadingPaneProps { story: Story::new(report), place, whole: false, act: Callback::noop() };
    let html = yew::ServerRenderer::<ReadingPane>::with_props(pane).hydratable(false).render().await;
    assert!(html.contains(notice), "the pane of the article has it");
}

#[tokio::test]
async fn a_sum_that_does_not_add_up_is_noted_and_one_that_does_is_not() {
    let mut report = report();
    let sum = Sum {
        article: ArticleId("b".into()),
        whole: range(B, "Eight were"),
        parts: vec![range(B, "police"), range(B, "Tuesday")],
        complete: true,
        holds: true,
    };
    report.sums.push(sum);
    assert_eq!(notices(report.clone()).await, ["", ""]);
    report.sums[0].holds = false;
    let [_, html] = notices(report.clone()).await;
    assert!(html.contains("whole and parts do not add up: ") && html.matches("<button").count() == 3, "{html}");
    assert!(html.contains(">Eight were</q></button> ≠ <button") && html.contains(">police</q></button> + <button"));
    report.sums[0].complete = false;
    let [_, html] = notices(report).await;
    assert!(html.contains("more parts than the whole: ") && html.contains(">Eight were</q></button> &lt; <button"));
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
    assert!(html.contains("No articles yet. Put .txt, .md or .html files into seeds/ and build again."));
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

#[test]
fn the_program_gets_the_claims_as_they_are_and_refuses_data_of_another_build() {
    let mut report = samples();
    let read = read_report(&carried(&report)).expect("of this build");
    assert_eq!((&read.articles, &read.facts), (&report.articles, &report.facts));
    assert_eq!((&read.self_contradictions, &read.sums), (&report.self_contradictions, &report.sums));
    assert!(!report.names.is_empty() && read.names.is_empty(), "what stands still is not carried");
    assert_eq!(read_report(b"nonsense"), None);
    assert_eq!(read_report(b""), None);
    report.format += 1;
    assert_eq!(read_report(&carried(&report)), None);
}

/// The comparison of the engine's sample articles as it was last agreed to.
fn samples() -> Report {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/engine/tests/golden/seeds.json");
    serde_json::from_str(&fs::read_to_string(golden).expect("the golden report")).expect("it is a Report")
}

/// Who says so: last among a row's differences as the engine has it, first here to show that the order does not matter.
fn speakers(fell: &[Mention]) -> Difference {
    let values = vec![
        Value { speaker: None, ..value(&mention("a", A, "Eight", 0), A, 0) },
        Value { article: fell[1].article.clone(), ..value(&mention("b", B, "police", 0), B, 1) },
    ];
    Difference { field: Field::Attribution, values, compatible: true, note: None }
}

#[test]
fn every_cell_shows_words_of_the_sentence_that_it_opens() {
    let mut own = report();
    for fact in &mut own.facts[..2] {
        let speakers = speakers(&fact.mentions);
        fact.differences.insert(0, speakers);
    }
    for report in [own, samples()] {
        let story = Story::new(report);
        for fact in 0..story.facts.len() {
            for said in cells(&story, fact).into_iter().flatten() {
                let entry = &story.entries(fact)[said.entry];
                let sentence = story.articles[entry.article].sentences[entry.sentence];
                assert_eq!(said.article, entry.article);
                assert!(
                    sentence.start <= said.value.start && said.value.end <= sentence.end,
                    "{}: {:?} does not stand in {:?}",
                    story.facts[fact].id,
                    story.text(said.article, said.value),
                    story.text(said.article, sentence),
                );
            }
        }
    }
}

#[tokio::test]
async fn who_says_so_never_stands_in_a_cell_as_the_value() {
    let mut report = report();
    let who = speakers(&report.facts[1].mentions);
    report.facts[1].differences.push(who);
    report.sharpest.push(Sharp { fact: "c-hurt".into(), difference: 0 });
    let html = page(report).await;
    assert!(row(&html, "c-hurt").contains("class=\"value\">Eight</span>"));
    assert_eq!(row(&html, "c-hurt").matches("class=\"value\">police").count(), 0);
    assert_eq!(part(&html, "class=\"sharp\"", "</section>").matches("<article").count(), 1);
}

#[tokio::test]
async fn a_day_that_an_earlier_sentence_names_says_so() {
    let mut report = report();
    report.facts[0].differences[0].values[1].carried = true;
    let html = page(report).await;
    assert!(row(&html, "c-fell").contains("→ 21 Nov 2023</span>, from an earlier sentence"));
    assert!(part(&html, "class=\"sharp\"", "</section>").contains("</span>, from an earlier sentence"));
}

#[tokio::test]
async fn prints_of_one_value_are_shown_apart_each_with_its_speaker() {
    let mut report = report();
    let mut third = value(&mention("c", C, "تسعة", 0), C, 0);
    third.text = "ON  MONDAY".into();
    third.speaker = Some("a mayor".into());
    report.facts[0].differences[0].values.push(third);
    report.facts[0].differences[0].values[0].text = "on Monday".into();
    let html = page(report.clone()).await;
    let ways = |html: &str| part(html, "<dl class=\"ways\">", "</dl>").to_owned();
    assert_eq!(ways(&html).matches("<dt>").count(), 2, "case and spacing make no other print");
    assert!(ways(&html).contains("<span class=\"speaker\"><span class=\"src\">C</span> <bdi>a mayor</bdi></span>"));
    report.facts[0].differences[0].values[2].text = "at the start of the week".into();
    let html = page(report).await;
    assert_eq!(ways(&html).matches("<dt>").count(), 3);
    let at = |words: &str| ways(&html).find(words).unwrap_or_else(|| panic!("{words} is shown"));
    assert!(at("on Monday") < at("at the start of the week") && at("at the start of the week") < at("on Tuesday"));
}

#[tokio::test]
async fn values_that_may_both_be_true_are_said_to_be_so() {
    let mut report = report();
    assert!(!page(report.clone()).await.contains("both may be true"));
    report.facts[0].differences[0].note = None;
    assert!(!page(report.clone()).await.contains("both may be true"));
    report.facts[0].differences[0].compatible = true;
    let html = page(report.clone()).await;
    assert!(row(&html, "c-fell").contains("both may be true"));
    assert!(part(&html, "class=\"sharp\"", "</section>").contains("both may be true"));
    report.facts[0].differences[0].note = Some(DifferenceNote::MaybeTimeZones);
    let html = page(report).await;
    let row = row(&html, "c-fell");
    assert!(!row.contains("both may be true"));
    assert!(row.find("two time zones") < row.find("class=\"topic\""));
}

#[tokio::test]
async fn what_gives_no_value_for_what_is_compared_stands_nearby() {
    let mut report = report();
    let mut near = mention("c", C, "تسعة أشخاص", 0);
    near.sure = false;
    report.facts[0].mentions.push(near);
    let html = page(report).await;
    let row = row(&html, "c-fell");
    assert_eq!(row.matches("<td class=\"says differ g").count(), 2);
    assert!(part(row, "<td class=\"says nearby weak", "</td>").contains("nearby:"));
    assert!(row.contains("3 sources, 1 unsure"));
}

#[tokio::test]
async fn a_row_without_two_sure_articles_is_unsure() {
    let mut report = report();
    report.facts[0].mentions[1].sure = false;
    let html = page(report.clone()).await;
    let fell = row(&html, "c-fell");
    assert!(fell.contains("data-status=\"unsure\"") && fell.contains("<span>Unsure</span>"));
    assert!(!fell.contains("says differ") && fell.contains("says weak") && fell.contains("? unsure"));
    let counts = part(&html, "<p class=\"counts\">", "</p>");
    assert!(counts.contains("<strong>0</strong> differ") && counts.contains("<strong>1</strong> unsure"));
    assert!(!html.contains("class=\"sharp\""), "and nothing is made of it above");
    report.facts[1].mentions.push(Mention { sure: false, ..mention("c", C, "تسعة", 0) });
    let html = page(report).await;
    assert!(row(&html, "c-hurt").contains("Agree, 2 of 3"));
}

#[tokio::test]
async fn a_column_named_by_its_writer_says_by() {
    let mut report = report();
    report.articles[0].byline = Some("Jo Bell".into());
    report.articles[1].outlet = Some("The Gazette".into());
    let html = page(report).await;
    let head = part(&html, "<thead>", "</thead>");
    assert!(head.contains("<bdi>by Jo Bell</bdi>") && head.contains("<bdi>The Gazette</bdi>"));
    assert!(head.contains("Outlet not stated"));
}

#[tokio::test]
async fn the_overview_has_its_legend_in_words() {
    let html = page(report()).await;
    let legend = part(&html, "<p class=\"legend\">", "</p>");
    for words in ["</i> says<", "</i> differs<", "</i> not found<"] {
        assert!(legend.contains(words), "{words}");
    }
}

#[tokio::test]
async fn the_pane_names_the_rule_that_put_a_sentence_into_its_row() {
    let of_b: fn(&Story) -> Html = |story| {
        let entry = story.entries(0).iter().position(|entry| entry.article == 1).expect("B stands in the row");
        pane_facts(story, Place { fact: 0, entry })
    };
    let mut report = report();
    report.facts[0].status = Status::DifferentEvents;
    report.facts[0].mentions.pop();
    report.facts[0].differences[0].values[1].carried = true;
    let html = alone(report.clone(), of_b).await;
    assert!(html.contains("the same designation on another day"));
    assert!(html.contains("<bdi>police</bdi>, quoted"), "the value's own voice: {html}");
    assert!(html.contains("→ 21 Nov 2023</span>, from an earlier sentence"));
    report.facts[0].status = Status::Differ;
    assert!(!alone(report, of_b).await.contains("designation"));
}
