//! The section on quotes, rendered to HTML text.

mod made;

use crosscheck::Story;
use crosscheck::views::lens::{Lenses, LensesProps};
use crosscheck_engine::report::{ArticleId, QuoteChange, QuoteGroup, QuoteMention, Range, Report};
use made::{each_told, range};

const FULL: &str = "We saw the ship turn over and we will not rest until each of them is found alive or dead";
const TEXTS: [&str; 4] = [
    "“We saw the ship turn over and we will not rest until each of them is found alive or dead”, he said.",
    "“We saw the ship turn over and we will not rest until each of them is found alive or dead,” he said. “Go.”",
    "“We saw a <boat> turn over”, he said.",
    "On Monday we saw the ship turn over quickly and we will not rest until each of them is found alive or dead, he said.",
];

fn id(article: usize) -> ArticleId {
    ArticleId(["a", "b", "c", "d"][article].into())
}

fn print(article: usize, words: &str, change: QuoteChange) -> QuoteMention {
    let Range { start, end } = range(TEXTS[article], words);
    QuoteMention { article: id(article), start, end, change }
}

fn group(mentions: Vec<QuoteMention>) -> QuoteGroup {
    QuoteGroup { speaker: Some("Jo <Doe>".into()), mentions }
}

/// Each article is one sentence, and a fact of its own, so that it can be opened.
fn report(quotes: Vec<QuoteGroup>) -> Report {
    Report { quotes, ..each_told(&TEXTS) }
}

async fn section(quotes: Vec<QuoteGroup>) -> String {
    let html = yew::ServerRenderer::<Lenses>::with_props(move || LensesProps {
        story: Story::new(report(quotes)),
        apart: None,
    });
    let html = html.hydratable(false).render().await;
    part(&html, "<section id=\"quotes\"", "</section>").to_owned()
}

/// From the first `start` to the next `end`.
fn part<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let from = html.find(start).unwrap_or_else(|| panic!("{start} stands in {html}"));
    let to = html[from..].find(end).unwrap_or_else(|| panic!("{end} follows {start}"));
    &html[from..from + to]
}

/// The lines of the first block.
fn lines(html: &str) -> Vec<&str> {
    part(html, "<ol>", "</ol>").split("<li>").skip(1).collect()
}

fn cut() -> QuoteGroup {
    group(vec![print(2, "We saw a <boat> turn over", QuoteChange::Reworded), print(1, FULL, QuoteChange::Exact)])
}

#[tokio::test]
async fn the_fullest_print_comes_first_and_names_the_speaker_and_how_many_carry_it() {
    let html = section(vec![cut()]).await;
    let lines = lines(&html);
    assert!(lines[0].contains(FULL) && lines[0].contains(">B<") && lines[0].contains("the fullest print"));
    assert!(lines[1].contains(">C<") && lines[1].contains("changed inside quotation marks"));
    let head = part(&html, "<div class=\"quote\">", "<ol>");
    assert!(head.contains(">Jo &lt;Doe&gt;<") && head.contains("20 words · 2 sources"), "{head}");
}

#[tokio::test]
async fn words_that_a_print_lacks_and_has_instead_are_marked_and_told() {
    let html = section(vec![cut()]).await;
    let line = lines(&html)[1];
    assert!(line.contains("<del><span class=\"unseen\">[not here: </span>the ship<span"), "{line}");
    assert!(line.contains("<ins><span class=\"unseen\">[only here: </span>a &lt;boat&gt;<span"), "{line}");
    assert!(!lines(&html)[0].contains("<del>") && !lines(&html)[0].contains("<ins>"));
}

#[tokio::test]
async fn a_long_run_that_is_cut_at_the_end_is_counted() {
    let html = section(vec![cut()]).await;
    assert!(lines(&html)[1].contains("[14 words not here]"));
    assert!(!lines(&html)[1].contains("alive or dead"));
}

#[tokio::test]
async fn articles_that_print_the_same_words_share_a_line_and_each_opens_its_own_sentence() {
    let html = section(vec![group(vec![print(0, FULL, QuoteChange::Exact), print(1, FULL, QuoteChange::Exact)])]).await;
    let lines = lines(&html);
    assert_eq!(lines.len(), 1);
    assert!(lines[0].contains("word for word"));
    assert!(lines[0].contains("data-open=\"0.0\"") && lines[0].contains("data-open=\"1.0\""));
}

#[tokio::test]
async fn a_print_without_quotation_marks_has_none_here_and_the_sentence_around_it_is_no_change() {
    let words = TEXTS[3].strip_suffix(", he said.").expect("it ends so");
    let html =
        section(vec![group(vec![print(0, FULL, QuoteChange::Exact), print(3, words, QuoteChange::Unmarked)])]).await;
    let line = lines(&html)[1];
    assert!(line.contains("no quotation marks") && !line.contains("<q"));
    assert_eq!(line.matches("<ins>").count(), 1, "only what stands inside the statement: {line}");
    assert!(line.contains("</span>quickly<") && line.contains(">On Monday "), "{line}");
    assert!(lines(&html)[0].contains("<q"));
}

#[tokio::test]
async fn a_print_in_quite_other_words_is_shown_without_marks_and_says_so() {
    let html = section(vec![group(vec![
        print(0, FULL, QuoteChange::Exact),
        print(2, "We saw a <boat>", QuoteChange::Reworded),
    ])]);
    assert!(!html.await.contains("too unlike"), "half of it is common");
    let html = section(vec![group(vec![
        print(0, FULL, QuoteChange::Exact),
        print(2, "a <boat> turn", QuoteChange::Reworded),
    ])]);
    let html = html.await;
    let line = lines(&html)[1];
    assert!(line.contains("too unlike to mark words") && !line.contains("<del>") && !line.contains("<ins>"));
}

#[tokio::test]
async fn what_one_source_quotes_is_folded_as_a_list() {
    let twice = group(vec![print(1, FULL, QuoteChange::Exact), print(1, "Go.", QuoteChange::Truncated)]);
    let html = section(vec![twice, cut()]).await;
    assert_eq!(html.matches("<div class=\"quote\">").count(), 1);
    let list = part(&html, "<details>", "</details>");
    assert!(list.contains("1 statement quoted by one source only"));
    assert_eq!(list.matches("data-open=\"1.0\"").count(), 2);
}

#[tokio::test]
async fn without_quotes_the_section_says_so() {
    assert!(section(Vec::new()).await.contains("No statement was found that two articles carry."));
    let nobody = QuoteGroup { speaker: None, ..cut() };
    assert!(section(vec![nobody]).await.contains("Speaker not named"));
    assert!(
        !section(vec![group(Vec::new())]).await.contains("<details>"),
        "a group without a print is nothing to show"
    );
}

#[tokio::test]
async fn of_many_statements_the_rest_is_folded() {
    let html = section(vec![cut(); 14]).await;
    let (first, rest) = html.split_at(html.find("<details>").expect("the rest"));
    assert_eq!(first.matches("<div class=\"quote\">").count(), 12);
    assert!(rest.contains("2 more statements") && rest.matches("<div class=\"quote\">").count() == 2);
}
