//! Numbers rendered to HTML text: what is drawn on which scale, by which mark, and what opens what.

mod made;

use crosscheck::Story;
use crosscheck::views::lens::{Lenses, LensesProps};
use crosscheck_engine::report::{
    ArticleId, Difference, Fact, Field, Passage, QuantityGroup, QuantityValue, Range, Report, Status, Sum, Value, Voice,
};
use made::{article, mention, range};

const A: &str = "More than 60 <b>boats</b> sank. Twelve divers came.";
const B: &str = "About 66 boats sank, 32 here and 34 there. Two divers, twelve swimmers.";
const C: &str = "غرق 66 قاربا. Several boats sank. 66 boats sank.";

fn figure(id: &str, words: &str, value: Option<f64>) -> QuantityValue {
    let Range { start, end } = range(text_of(id), words);
    let article = ArticleId(id.into());
    QuantityValue { article, start, end, value, min: None, max: None, unit: None, hedge: None }
}

fn text_of(id: &str) -> &'static str {
    match id {
        "a" => A,
        "b" => B,
        _ => C,
    }
}

fn value(id: &str, words: &str, way: u32) -> Value {
    let Range { start, end } = range(text_of(id), words);
    Value {
        article: ArticleId(id.into()),
        start,
        end,
        text: words.into(),
        speaker: None,
        voice: Voice::Outlet,
        resolved: None,
        carried: false,
        way,
    }
}

/// One fact, in which all three articles stand with a figure; the figures are given by the test.
fn report(quantities: Vec<QuantityGroup>) -> Report {
    let stated = [("a", "More than 60"), ("b", "About 66 boats"), ("c", "66 boats")];
    let mentions = stated.map(|(id, words)| mention(id, range(text_of(id), words))).into();
    let values = vec![value("a", "More than 60", 0), value("b", "About 66", 1), value("c", "Several boats", 2)];
    let label = Passage { article: ArticleId("b".into()), start: 0, end: 19, text: "About 66 boats sank".into() };
    let fact = Fact {
        id: "c-sank".into(),
        status: Status::Differ,
        label,
        field: Some(Field::Number),
        shared_words: Vec::new(),
        mentions,
        differences: vec![Difference { field: Field::Number, values, compatible: false, note: None }],
        origins: 3,
        why: Vec::new(),
    };
    Report { facts: vec![fact], quantities, ..made::report(vec![article("a", A), article("b", B), article("c", C)]) }
}

fn group(what: &str, values: Vec<QuantityValue>) -> QuantityGroup {
    QuantityGroup { what: what.into(), values }
}

fn more_and_about() -> Vec<QuantityValue> {
    let more =
        QuantityValue { min: Some(61.0), hedge: Some("More than".into()), ..figure("a", "More than 60", Some(60.0)) };
    let about = QuantityValue { hedge: Some("About".into()), ..figure("b", "About 66 boats", Some(66.0)) };
    vec![more, about]
}

/// The section.
async fn numbers(report: Report) -> String {
    let props = move || LensesProps { story: Story::new(report), apart: None };
    let html = yew::ServerRenderer::<Lenses>::with_props(props).hydratable(false).render().await;
    part(&html, "<section id=\"numbers\"", "</section>").to_owned()
}

/// From the first `start` to the next `end`.
fn part<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let from = html.find(start).unwrap_or_else(|| panic!("{start} stands in {html}"));
    let to = html[from..].find(end).unwrap_or_else(|| panic!("{end} follows {start} in {html}"));
    &html[from..from + to]
}

/// The lines of the first scale.
fn lines(html: &str) -> Vec<&str> {
    part(html, "<ol>", "</ol>").split("<li class=\"").skip(1).collect()
}

#[tokio::test]
async fn a_figure_stands_where_its_value_is_with_its_hedge_drawn_and_opens_its_sentence() {
    let html = numbers(report(vec![group("boats", more_and_about())])).await;
    let lines = lines(&html);
    assert!(lines[0].contains(">A</span> ") && lines[0].contains(">More than 60</q></button>"), "{html}");
    assert!(lines[0].contains("data-open=\"0.0\"") && lines[0].contains("href=\"#mark-from\" x=\"8.0%\""), "{html}");
    assert!(
        lines[0].contains("class=\"open\"") && !lines[1].contains("class=\"open\""),
        "only one is open to one side"
    );
    assert!(lines[1].contains(">B</span> ") && lines[1].contains("data-open=\"0.1\""), "{html}");
    assert!(lines[1].contains("href=\"#mark-about\" x=\"92.0%\""), "{html}");
    assert_eq!(part(&html, "class=\"ends\"", "</p>").matches("<span>").count(), 2);
    assert!(html.contains("<span>60</span><span>66</span>"), "both ends are printed");
    assert!(!html.contains("style="), "the page's policy allows no style attribute");
}

#[tokio::test]
async fn words_without_a_figure_get_no_mark() {
    let mut values = more_and_about();
    values.push(QuantityValue { min: Some(3.0), ..figure("c", "Several boats", None) });
    let html = numbers(report(vec![group("boats", values)])).await;
    let last = lines(&html)[2];
    assert!(last.contains(">Several boats</q>") && last.contains("no figure") && !last.contains("<svg"), "{html}");
}

#[tokio::test]
async fn what_a_row_sets_against_the_figures_stands_with_them() {
    let html = numbers(report(vec![group("boats", more_and_about())])).await;
    assert!(lines(&html)[2].contains(">Several boats</q>"), "C is in the row and in no group: {html}");
    assert!(html.contains("href=\"#c-sank\" data-go=\"0\"") && html.contains("Differ, 3 ways"), "{html}");
    assert!(lines(&html).iter().all(|line| line.starts_with("differs\"")), "{html}");
    let mut agreeing = report(vec![group("boats", more_and_about())]);
    agreeing.facts[0].status = Status::LessPrecise;
    assert!(!numbers(agreeing).await.contains("differs"), "the tint is for what differs");
}

#[tokio::test]
async fn figures_that_are_alike_stand_at_one_point_and_words_printed_again_stand_once() {
    let mut values = more_and_about();
    values.push(QuantityValue { hedge: Some("About".into()), ..figure("b", "About 66 boats", Some(66.0)) });
    values.push(QuantityValue { hedge: Some("about".into()), ..figure("c", "66 boats", Some(66.0)) });
    let html = numbers(report(vec![group("boats", values)])).await;
    let lines = lines(&html);
    assert_eq!(lines.len(), 2, "{html}");
    assert_eq!(lines[1].matches("mark-about").count(), 1);
    assert!(lines[1].contains(">B</span>") && lines[1].contains(">C</span>"), "{html}");
    assert_eq!(lines[1].matches("About 66 boats</q>").count(), 1);
    assert!(lines[1].contains("<small>again</small></button>"), "its other sentence can still be opened: {html}");
}

#[tokio::test]
async fn unlike_units_are_never_on_one_scale() {
    let mut values = more_and_about();
    let html = numbers(report(vec![group("boats", values.clone())])).await;
    assert!(html.contains("mark-from\" x="));
    values[1].unit = Some("kilometre".into());
    let html = numbers(report(vec![group("boats", values)])).await;
    assert!(!html.contains("<ol>") && html.contains(">About 66 boats</q></button>"), "{html}");
}

#[tokio::test]
async fn the_same_figure_in_several_articles_needs_no_scale() {
    let twelve = vec![figure("a", "Twelve divers", Some(12.0)), figure("b", "twelve swimmers", Some(12.0))];
    let html = numbers(report(vec![group("divers", twelve)])).await;
    assert!(!html.contains("<svg") && html.contains("The same figure in several articles"), "{html}");
    assert_eq!(part(&html, "class=\"alike\"", "</ul>").matches("data-open").count(), 2);
}

#[tokio::test]
async fn what_one_article_prints_and_what_says_only_that_there_is_one_are_folded() {
    let one = vec![figure("a", "boats", Some(1.0)), figure("b", "boats", Some(1.0))];
    let html =
        numbers(report(vec![group("divers", vec![figure("b", "Two divers", Some(2.0))]), group("boats", one)])).await;
    let others = part(&html, "<details class=\"others\">", "</details>");
    assert!(others.contains("3 other figures") && others.matches("data-open").count() == 3, "{html}");
    assert!(!html.contains("<svg") && !html.contains("class=\"num\""), "{html}");
}

#[tokio::test]
async fn a_bare_figure_is_headed_by_the_fullest_print_of_it() {
    let html = numbers(report(vec![group("60", more_and_about())])).await;
    assert!(part(&html, "<h3>", "</h3>").contains(">About 66 boats</q>"), "{html}");
}

#[tokio::test]
async fn stated_sums_are_shown_with_whether_they_add_up() {
    let mut report = report(Vec::new());
    report.sums.push(Sum {
        article: ArticleId("b".into()),
        whole: range(B, "About 66 boats"),
        parts: vec![range(B, "32"), range(B, "34")],
        complete: true,
        holds: true,
    });
    let sums = |html: String| part(&html, "<ul class=\"sums\">", "</ul>").to_owned();
    let html = sums(numbers(report.clone()).await);
    assert!(html.contains(">32</q></button> + <button") && html.contains("> = </span><button"), "{html}");
    assert!(html.contains("✓") && html.contains("adds up") && html.matches("data-open").count() == 3, "{html}");
    report.sums[0].holds = false;
    let html = sums(numbers(report.clone()).await);
    assert!(html.contains("> ≠ </span><button") && html.contains("whole and parts do not add up"), "{html}");
    assert!(html.contains("class=\"off\"") && !html.contains("✓"), "{html}");
    report.sums[0].complete = false;
    let html = sums(numbers(report).await);
    assert!(html.contains("> &gt; </span>") && html.contains("more parts than the whole"), "{html}");
}

#[tokio::test]
async fn many_quantities_and_many_articles_are_folded() {
    let many = (0..40).map(|index| {
        let mut values = more_and_about();
        values[1].value = Some(70.0 + f64::from(index));
        group("boats", values)
    });
    let mut long = report(many.collect());
    long.facts[0].differences.clear();
    let html = numbers(long.clone()).await;
    assert!(html.contains("28 more quantities"), "{html}");
    assert_eq!(html[..html.find("<details").expect("a fold")].matches("class=\"num\"").count(), 12);
    for index in 0..20 {
        let id = format!("x{index}");
        long.articles.push(article(&id, C));
        let more = QuantityValue { article: ArticleId(id), ..figure("c", "66 boats", Some(66.0)) };
        long.quantities[0].values.push(more);
    }
    assert!(numbers(long).await.contains("12 more articles"));
}

#[tokio::test]
async fn texts_without_figures_say_so_and_what_they_print_is_text() {
    let html = numbers(report(Vec::new())).await;
    assert!(html.contains("No figures were found in the texts.") && !html.contains("<svg"));
    let mut values = more_and_about();
    values[0].end += 13;
    let html = numbers(report(vec![group("<i>", values)])).await;
    assert!(html.contains("More than 60 &lt;b&gt;boats&lt;/b") && html.contains("&lt;i&gt;"), "{html}");
}
