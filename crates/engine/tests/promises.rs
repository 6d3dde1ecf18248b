//! What holds for any input.
#![cfg(not(target_arch = "wasm32"))]

use crosscheck_engine::report::Report;
use crosscheck_engine::{Options, Source, analyse, excerpts, inspect};
use proptest::prelude::*;

#[path = "support/valid.rs"]
mod valid;

/// Pieces that make texts look like news, with every trap that the reader knows of.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec![
            "The minister said on Tuesday that about 66 people were hurt.", "“We will not go,” Jo Doe said.", "At least 62 were killed in Leeds",
            "since October 17th", "READ MORE: Ten killed", "By Jo Doe", "November 22, 2023", "U.S. forces", "(CB)", "\"", "“", "”", "‘", "’", "«",
            "more than 60", "several", "$2.5 million", "40%", "Copyright 2023 News Inc. All rights reserved.", "Source link", "LONDON (Agency) - ",
            "last night (Tuesday)", ". . .", "…", "?!", "1) one 2) two", "an AC-130 gunship", "fighter jets", "believed to be", "\u{a0}", "\r\n",
            "according to", "He added:", "two hundred and five", "in response to", "12:30", "2023-11-22", "al-Asad", "Al Assad",
            "3/4", "-5", "1e400", "0^-1", "1.1^999", "2 1/4", "1 234 567", "US$5m", "10-15%", "between", "half a", "two-thirds", "and a half of", "million",
            "three dollars and 50 cents", "or so", "six-mile", "Why it matters:", "in Peru and", "in near Peru in", "throughout the Andes",
            "according to", "He added:", "two hundred and five", "in response to", "12:30", "2023-11-22", "99999999999999999999 years ago", "from 4 to 22 January", "between Monday and", "5 p.m. on Tuesday", "mid-1990s",
            "half past six", "in 99999999 weeks", "on the 31st", "last Easter", "2016-11-07T17:30Z", "every two and a half days", "31 Feb. 0001", "al-Asad", "Al Assad", "Why it matters:", "in Peru and", "in near Peru in", "throughout the Andes",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => prop::sample::select(vec![" ", "\n", "\n\n", ", ", ". ", "\u{feff}", "\u{202e}", "é", "漢字。", "\u{1f600}", "\0", "-", "/"]).prop_map(str::to_owned),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.join(" "))
}

/// Web pages and Markdown, well made and not.
fn markup() -> impl Strategy<Value = String> {
    let tag = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<h1>",
        "</h1>",
        "<h2>",
        "<ul><li>",
        "</ul>",
        "<br>",
        "<a href=x>",
        "</a>",
        "<nav>",
        "</nav>",
        "<aside>",
        "<article>",
        "</article>",
        "<main>",
        "<form>",
        "<figure><figcaption>",
        "</figure>",
        "<table><tr><td>",
        "<td>",
        "</table>",
        "<span class=sr-only>",
        "<span hidden>",
        "</span>",
        "<div class='relatedStories comments'>",
        "<svg>",
        "<template>",
        "</template>",
        "<noscript>",
        "</noscript>",
        "<select>",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<style>",
        "<textarea>",
        "<!--",
        "-->",
        "<!doctype html>",
        "<?xml?>",
        "<![CDATA[",
        "<",
        "</",
        "<p class=\"",
        "\">",
        "<p a=\'",
        "<meta property=og:title content='A storm hits Leeds'>",
        "<meta property=og:site_name content=X>",
        "<time datetime=2021-03-03>",
        "</time>",
        "<meta name=author content='Jo Doe'>",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"A \\ud800 B\",\"author\":[{\"name\":\"Jo\"",
        "}}]]",
        "&amp;",
        "&nbsp;",
        "&#xD800;",
        "&#55357;",
        "&#0;",
        "&#x110000;",
        "&#",
        "&",
        "&eacute",
        "&shy;",
        "&#8203;",
        "<blockquote>",
        "<td>",
        "<x-y>",
        "<A HREF='/'>",
        "</body>",
        "</html>",
        "<html>",
        "<body>",
        "<header>",
        "<footer>",
        "</footer>",
        "# ",
        "## ",
        "**",
        "*",
        "_",
        "[",
        "](http://a.b)",
        "![",
        "]",
        "> ",
        "- ",
        "---",
        "+++",
        "title: x",
        "\n",
        "\n\n",
        "`",
        "\\",
    ]);
    let part = prop_oneof![3 => tag.prop_map(str::to_owned), 2 => piece()];
    prop::collection::vec(part, 0..60).prop_map(|pieces| pieces.concat())
}

fn sources(texts: &[String]) -> Vec<Source> {
    texts.iter().enumerate().map(|(i, t)| Source { name: format!("{i}.txt"), text: t.clone() }).collect()
}

fn report(texts: &[String]) -> Report {
    analyse(&sources(texts), &Options::default())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_texts_give_a_valid_report(texts in prop::collection::vec(text(), 1..4), headlines_claim: bool) {
        let report = analyse(&sources(&texts), &Options { headlines_claim, ..Options::default() });
        valid::report(&report);
        valid::report(&excerpts(&report));
    }

    #[test]
    fn the_order_of_the_articles_does_not_matter(texts in prop::collection::vec(text(), 2..4)) {
        let mut sources = sources(&texts);
        let print = |sources: &[Source]| serde_json::to_string(&analyse(sources, &Options::default())).expect("a Report is JSON");
        let first = print(&sources);
        sources.reverse();
        prop_assert_eq!(first, print(&sources));
    }

    #[test]
    fn any_markup_gives_a_valid_report_of_what_it_shows(text in markup(), ending in prop::sample::select(vec!["html", "md"]), headlines_claim: bool) {
        let source = Source { name: format!("0.{ending}"), text };
        let report = analyse(std::slice::from_ref(&source), &Options { headlines_claim, ..Options::default() });
        valid::report(&report);
        let article = &report.articles[0];
        prop_assert_eq!(article.text.as_str(), source.shown());
        for stated in [&article.headline, &article.byline, &article.outlet].into_iter().flatten() {
            prop_assert!(article.text.contains(stated.as_str()));
        }
    }

    #[test]
    fn any_text_can_be_inspected(text in text()) {
        valid::inspection(&text, &inspect(&text, Some("2023-11-22")).expect("the date is one"));
    }
}

#[test]
fn odd_pages_take_no_longer_than_others() {
    let megabyte = |unit: &str| unit.repeat(1_000_000 / unit.len());
    let soups = [
        megabyte("<p><b>storm <a href=x><td><li>"),
        format!("{}A storm hit the coast.", "<div>".repeat(100_000)),
        format!("{}{}", "<span>".repeat(60_000), "<div></div>".repeat(60_000)),
        format!("{}{}", "<a><time><div>".repeat(30_000), "</time></p></nav></span>".repeat(30_000)),
        format!("<header>{}", "<header class=x-y>".repeat(50_000)),
        megabyte("<title>"),
        megabyte("<script>"),
        megabyte("<!--"),
        megabyte("&"),
        megabyte("<p class='"),
        megabyte("[]("),
        megabyte("[!["),
        megabyte("**a _b_ "),
        format!("<script type=application/ld+json>{}", megabyte("[{\"author\":")),
        megabyte("\n"),
        megabyte("a/B "),
        megabyte("\n- [a](b)"),
    ];
    for soup in soups {
        for ending in ["html", "md", "txt"] {
            let began = std::time::Instant::now();
            let source = Source { name: format!("a.{ending}"), text: soup.clone() };
            let shown = source.shown();
            let took = began.elapsed();
            let what: String = soup.chars().take(30).collect();
            assert!(took.as_secs() < 10, "{what} as {ending}: {took:?}");
            assert!(shown.len() <= soup.len() * 2);
        }
    }
}

#[test]
fn nothing_and_next_to_nothing_are_fine() {
    for texts in [vec![], vec![String::new()], vec![" \n".to_owned(), ".".to_owned()], vec!["A".to_owned(); 3]] {
        let _ = report(&texts);
    }
}

#[test]
fn of_two_articles_with_one_text_one_is_read_and_the_other_noted() {
    let report = report(&["A storm hit the coast.".to_owned(), "A storm hit the coast.\n".to_owned()]);
    assert_eq!(report.articles.len(), 1);
    assert_eq!(report.notes.len(), 1);
}

#[test]
fn the_name_of_the_site_behind_a_headline_that_claims_is_kept_aside() {
    let text =
        "Storm hits the coast | Leeds News\n\nA storm hit the coast on Monday, the mayor said. It left on Friday.\n";
    let report = analyse(&sources(&[text.to_owned()]), &Options { headlines_claim: true, ..Options::default() });
    valid::report(&report);
    let aside: Vec<&str> =
        report.articles[0].set_aside.iter().map(|s| &text[s.start as usize..s.end as usize]).collect();
    assert_eq!((report.articles[0].sentences.len(), aside), (3, vec!["| Leeds News"]));
}
