//! A comparison as text for people.

use std::fmt::Write as _;

use crosscheck_engine::report::{Article, ArticleId, Fact, Field, Mention, Range, Report, Status, Voice, letter};

/// Every fact with what each article says of it.
pub(crate) fn print(report: &Report) -> String {
    let mut out = String::new();
    for (letter, article) in letters(report) {
        let name = article.outlet.as_deref().or(article.byline.as_deref()).unwrap_or("outlet not stated");
        let headline = article.headline.as_deref().unwrap_or("no headline in the text");
        let published = article.published.as_deref().unwrap_or("date not stated");
        let _ =
            writeln!(out, "{letter}  {name} · {headline} · {published} · {} words · {}", article.words, article.file);
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
            let sign = if difference.compatible { '≈' } else { '≠' };
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
        Status::Agree => "= agree",
        Status::LessPrecise => "≈ less precise",
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
    mention.speaker.as_ref().map_or_else(|| how.to_owned(), |speaker| format!("{how}, {speaker}"))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crosscheck_engine::{Options, Source, analyse};

    #[test]
    fn what_cannot_be_right_by_itself_stands_under_the_articles_in_their_own_words() {
        let text = "The ministry counted a total of 66 fires: 32 in Leeds and 30 in York.\n\n\
                    The storm hurt 40 people, 43 of them children.\n\n\
                    It saw a total of 12 floods: 7 in Leeds and 5 in York.\n";
        let source = |name: &str, text: &str| Source { name: name.to_owned(), text: text.to_owned() };
        let report = |texts: &[&str]| {
            let sources: Vec<Source> =
                texts.iter().zip(["a.txt", "b.txt"]).map(|(text, name)| source(name, text)).collect();
            super::print(&analyse(&sources, &Options::default()))
        };
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
