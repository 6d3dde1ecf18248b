//! A comparison as text for people.

use std::fmt::Write as _;

use crosscheck_engine::report::{Article, ArticleId, Fact, Field, Mention, Range, Report, Status, Voice, letter};

/// Every fact with what each article says of it.
pub(crate) fn print(report: &Report) -> String {
    let mut out = String::new();
    for (letter, article) in letters(report) {
        let by = || article.byline.as_ref().map(|name| format!("by {name}"));
        let name = article.outlet.clone().or_else(by).unwrap_or_else(|| "outlet not stated".to_owned());
        let headline = article.headline.as_deref().unwrap_or("no headline in the text");
        let published = article.published.as_deref().unwrap_or("date not stated");
        let [name, headline, published, file] = [&name, headline, published, &article.file].map(one_line);
        let _ = writeln!(out, "{letter}  {name} · {headline} · {published} · {} words · {file}", article.words);
    }
    for pair in &report.self_contradictions {
        let Some(article) = pair.values.first().and_then(|value| of(report, &value.article)) else { continue };
        let values: Vec<String> = pair.values.iter().map(|value| format!("“{}”", one_line(&value.text))).collect();
        let _ = writeln!(out, "{}  against itself · {}: {}", article.0, field(pair.field), values.join(" ≠ "));
    }
    for sum in report.sums.iter().filter(|sum| !sum.holds) {
        let Some((letter, article)) = of(report, &sum.article) else { continue };
        let words = |at: &Range| format!("“{}”", one_line(text(article, *at)));
        let parts: Vec<String> = sum.parts.iter().map(words).collect();
        let sign = if sum.complete { '≠' } else { '<' };
        let _ = writeln!(out, "{letter}  does not add up · {} {sign} {}", words(&sum.whole), parts.join(" + "));
    }
    for fact in &report.facts {
        let _ = writeln!(out, "\n{}  “{}”", status(fact), one_line(&fact.label.text));
        for mention in &fact.mentions {
            let Some((letter, article)) = of(report, &mention.article) else { continue };
            let value = one_line(text(article, mention.value));
            let unsure = if mention.sure { "" } else { " (unsure)" };
            let via = mention.via.iter().map(|&by| format!(", by way of {}", one_line(text(article, by))));
            let _ = writeln!(out, "    {letter}{unsure}  {value} — {}{}", voice(mention), via.collect::<String>());
        }
        for difference in &fact.differences {
            let values: Vec<String> = difference
                .values
                .iter()
                .map(|v| {
                    let letter = of(report, &v.article).map_or_else(String::new, |l| l.0);
                    let day = v.resolved.as_ref().map(|d| format!(" → {d}")).unwrap_or_default();
                    format!("{letter}: {}{day}", one_line(&v.text))
                })
                .collect();
            let sign = match difference.compatible {
                true => '≈',
                // Where it is not certain that they tell of one thing, nothing is claimed of how it differs.
                false if fact.is_unsure() => '?',
                false => '≠',
            };
            let _ = writeln!(out, "      {sign} {}: {}", field(difference.field), values.join(" | "));
        }
    }
    out
}

/// The articles under their letters.
fn letters(report: &Report) -> impl Iterator<Item = (String, &Article)> {
    report.articles.iter().enumerate().map(|(i, a)| (letter(i), a))
}

/// The article with an id, and its letter.
fn of<'a>(report: &'a Report, id: &ArticleId) -> Option<(String, &'a Article)> {
    letters(report).find(|(_, article)| article.id == *id)
}

/// The words at a place; empty for a place outside of the text.
fn text(article: &Article, at: Range) -> &str {
    article.text.get(at.start as usize..at.end as usize).unwrap_or_default()
}

fn field(field: Field) -> String {
    format!("{field:?}").to_lowercase()
}

fn status(fact: &Fact) -> &'static str {
    match fact.status {
        _ if fact.is_unsure() => "? unsure",
        Status::Agree => "= agree",
        Status::LessPrecise => "≈ less precise",
        Status::Differ if fact.differences.iter().all(|difference| difference.compatible) => "≈ differ",
        Status::Differ => "≠ differ",
        Status::DifferentEvents => "⚠ different events",
        Status::Single => "① one source",
    }
}

fn voice(mention: &Mention) -> String {
    let how = match mention.voice {
        Voice::Quoted => "quoted",
        Voice::Reported => "reported",
        Voice::Outlet => "the outlet’s own voice",
        Voice::Claimed => "claimed",
    };
    mention.speaker.as_ref().map_or_else(|| how.to_owned(), |speaker| format!("{how}, {}", one_line(speaker)))
}

/// An article's words on one line, without what a terminal would obey in place of showing it: control characters, and those
/// that turn the direction of the text around them.
pub(crate) fn one_line(text: &str) -> String {
    let obeyed = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let shown: String = text.chars().filter(|c| c.is_whitespace() || !obeyed(*c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crosscheck_engine::report::{Report, Status};
    use crosscheck_engine::{Options, Source, analyse};

    fn compare(texts: &[&str]) -> Report {
        let source = |(name, text): (&str, &&str)| Source { name: name.to_owned(), text: (*text).to_owned() };
        let sources: Vec<Source> = ["a.txt", "b.txt"].into_iter().zip(texts).map(source).collect();
        analyse(&sources, &Options::default())
    }

    /// The row of a story's one fact of two articles.
    fn shared(report: &Report) -> String {
        let report = Report {
            facts: report.facts.iter().filter(|fact| fact.status != Status::Single).cloned().collect(),
            ..report.clone()
        };
        assert_eq!(report.facts.len(), 1, "{:#?}", report.facts);
        super::print(&report).split_once("\n\n").expect("a fact follows the articles").1.to_owned()
    }

    #[test]
    fn a_row_that_fewer_than_two_articles_state_for_certain_is_unsure_whatever_its_status() {
        let text = "The fire at the paper mill in Leeds killed four workers on Monday, police said.";
        let again = format!("{text} Rain fell in York.");
        for (second, sign) in [(again, "= agree"), (text.replace("four", "six"), "≠ differ")] {
            let mut report = compare(&[text, &second]);
            assert!(shared(&report).starts_with(sign), "{}", shared(&report));
            for fact in &mut report.facts {
                fact.mentions[0].sure = false;
            }
            let shown = shared(&report);
            assert!(shown.starts_with("? unsure") && !shown.contains('≠'), "{shown}");
        }
    }

    #[test]
    fn a_row_is_headed_by_the_sign_of_its_differences() {
        let text = "The fire at the paper mill in Leeds killed four workers on Monday, police said.";
        let mut report = compare(&[text, &text.replace("four", "six")]);
        let shown = shared(&report);
        assert!(shown.starts_with("≠ differ") && shown.contains("\n      ≠ casualty"), "{shown}");
        for difference in report.facts.iter_mut().flat_map(|fact| &mut fact.differences) {
            difference.compatible = true;
        }
        let shown = shared(&report);
        assert!(shown.starts_with("≈ differ") && shown.contains("\n      ≈ casualty"), "{shown}");
    }

    #[test]
    fn a_writer_in_the_outlets_place_is_marked_as_one() {
        let mut report = compare(&["Rain fell in York."]);
        let article = &mut report.articles[0];
        (article.outlet, article.byline) = (None, Some("Jo Doe".to_owned()));
        assert!(super::print(&report).starts_with("A  by Jo Doe · "));
        report.articles[0].outlet = Some("The Herald".to_owned());
        assert!(super::print(&report).starts_with("A  The Herald · "));
    }

    #[test]
    fn what_a_terminal_would_obey_is_not_printed() {
        let said = "Mayor Jo \u{202e}Doe\u{202c} said on Monday that the \u{1b}[31mfire\u{9b}0m killed \u{2066}four\u{2069} workers.";
        let mut report = compare(&[said, &said.replace("four", "six")]);
        for article in &mut report.articles {
            article.outlet = Some("The \u{1b}]0;Herald\u{7}".to_owned());
            article.headline = Some("Fire\u{8}\nin Leeds".to_owned());
        }
        let shown = super::print(&report);
        assert!(shown.contains("A  The ]0;Herald · Fire in Leeds · ") && shown.contains("four"), "{shown}");
        let obeyed = |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!shown.contains(|c| obeyed(c) || ('\u{2066}'..='\u{2069}').contains(&c)), "{shown:?}");
    }

    #[test]
    fn what_cannot_be_right_by_itself_stands_under_the_articles_in_their_own_words() {
        let text = "The ministry counted a total of 66 fires: 32 in Leeds and 30 in York.\n\n\
                    The storm hurt 40 people, 43 of them children.\n\n\
                    It saw a total of 12 floods: 7 in Leeds and 5 in York.\n";
        let report = |texts: &[&str]| super::print(&compare(texts));
        let shown = report(&["The mayor spoke to the press about the weather.", text]);
        let (head, _) = shown.split_once("\n\n").expect("facts follow the articles");
        let said: Vec<&str> = head.lines().skip(2).collect();
        assert_eq!(said, ["B  does not add up · “66 fires” ≠ “32” + “30”", "B  does not add up · “40 people” < “43”"]);
        let shown =
            report(&["The blaze at the mill killed four workers on Monday, police said.\n\nThe town mourned.\n\n\
             Police said the blaze at the mill killed six workers on Monday."]);
        assert!(shown.contains("\nA  against itself · casualty: “four workers” ≠ “six workers”\n"), "{shown}");
    }
}
