//! A comparison as text for people.

use std::fmt::Write as _;

use crosscheck_engine::report::{Article, Fact, Mention, Range, Report, Status, Voice, letter};

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
    for fact in &report.facts {
        let _ = writeln!(out, "\n{}  “{}”", status(fact), one_line(&fact.label.text));
        for mention in &fact.mentions {
            let Some((letter, article)) = letters(report).find(|(_, a)| a.id == mention.article) else { continue };
            let value = article.text.get(mention.value.start as usize..mention.value.end as usize).unwrap_or_default();
            let unsure = if mention.sure { "" } else { " (unsure)" };
            let words = |r: &Range| one_line(article.text.get(r.start as usize..r.end as usize).unwrap_or_default());
            let via: Vec<String> = mention.via.iter().map(|r| format!(", by way of {}", words(r))).collect();
            let _ = writeln!(out, "    {letter}{unsure}  {} — {}{}", one_line(value), voice(mention), via.concat());
        }
        for difference in &fact.differences {
            let values: Vec<String> = difference
                .values
                .iter()
                .map(|v| {
                    let letter = letters(report).find(|(_, a)| a.id == v.article).map_or_else(String::new, |l| l.0);
                    let day = v.resolved.as_ref().map(|d| format!(" → {d}")).unwrap_or_default();
                    format!("{letter}: {}{day}", one_line(&v.text))
                })
                .collect();
            let sign = if difference.compatible { '≈' } else { '≠' };
            let _ = writeln!(
                out,
                "      {sign} {}: {}",
                format!("{:?}", difference.field).to_lowercase(),
                values.join(" | ")
            );
        }
    }
    out
}

/// The articles under their letters.
fn letters(report: &Report) -> impl Iterator<Item = (String, &Article)> {
    report.articles.iter().enumerate().map(|(i, a)| (letter(i), a))
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
