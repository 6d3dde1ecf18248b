//! A comparison to be read, printed or pasted.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crosscheck_engine::report::{Article, Basis, Fact, Field, Report, Status, Value, letter};

use crate::cells::{Cell, cells, lead, letter_of, one_line};
use crate::words;

/// The comparison in Markdown with tables: title, sources, the sharpest differences, a table for each row that several articles
/// tell, a list of what one article tells alone. All words of articles are escaped, so that they are shown as they are.
pub fn markdown(report: &Report) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n", title(report));
    sources(report, &mut out);
    sharpest(report, &mut out);
    let (single, shared): (Vec<&Fact>, Vec<&Fact>) = report.facts.iter().partition(|f| f.status == Status::Single);
    if !shared.is_empty() {
        out.push_str("\n## Told by several\n");
    }
    for fact in shared {
        row(report, fact, &mut out);
    }
    if !single.is_empty() {
        out.push_str("\n## Told by one source\n\n");
    }
    for fact in single {
        if let Some(cell) = cells(report, fact).first() {
            let unsure = if cell.sure { "" } else { " (unsure)" };
            let _ = writeln!(out, "- **{}**{unsure} {} — {}", cell.letter, quoted(&fact.label.text), said(cell));
        }
    }
    out
}

fn title(report: &Report) -> String {
    if let Some(title) = &report.title {
        return escaped(title);
    }
    let central = report.articles.iter().enumerate().find(|(_, a)| Some(&a.id) == report.central_headline.as_ref());
    match central.and_then(|(i, article)| Some((i, article.headline.as_deref()?))) {
        Some((i, headline)) => format!("{} ({})", quoted(headline), letter(i)),
        None => format!("{} articles", report.articles.len()),
    }
}

fn sources(report: &Report, out: &mut String) {
    out.push_str("|   | Outlet | Headline | Published | Writer |\n|---|---|---|---|---|\n");
    for (i, article) in report.articles.iter().enumerate() {
        let outlet = stated(article.outlet.as_deref(), article.outlet_basis);
        let writer = stated(article.byline.as_deref(), article.byline_basis);
        let published = stated(article.published.as_deref(), article.published_basis);
        let _ = writeln!(out, "| {} | {outlet} | {} | {published} | {writer} |", letter(i), headline(article));
    }
    let many = |n: usize, what: &str| format!("{n} {what}");
    let of = |standing: &str| report.facts.iter().filter(|fact| words::standing(fact) == standing).count();
    let counts = [
        many(of("agree"), "agree"),
        many(of("less_precise"), "less precise"),
        many(of("differ"), "differ"),
        many(of("different_events"), "tied to different events"),
        many(of("unsure"), "unsure"),
        many(of("single"), "told by one source"),
    ];
    let _ = writeln!(out, "\n{} claims: {}.", report.facts.len(), counts.join(", "));
    if report.articles.iter().any(|article| !article.left_out.is_empty()) {
        out.push_str("Excerpts: “[…]” stands where words of an article are left out.\n");
    }
}

/// What is known of an article, and how.
fn stated(words: Option<&str>, basis: Option<Basis>) -> String {
    let how = match basis {
        Some(Basis::Inferred) => " (inferred)",
        Some(Basis::Host) => " (as the host states)",
        Some(Basis::Stated) | None => "",
    };
    words.map_or_else(|| "not stated".to_owned(), |words| escaped(words) + how)
}

/// The headline as a link to the article, where its address is known.
fn headline(article: &Article) -> String {
    let words = stated(article.headline.as_deref(), article.headline_basis);
    // An address that would end the link is none.
    let safe = |url: &&str| {
        (url.starts_with("https://") || url.starts_with("http://"))
            && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\\|".contains(c))
    };
    article.url.as_deref().filter(safe).map_or(words.clone(), |url| format!("[{words}](<{url}>)"))
}

fn sharpest(report: &Report, out: &mut String) {
    let mut lines = String::new();
    for sharp in &report.sharpest {
        let Some(fact) = report.facts.iter().find(|fact| fact.id == sharp.fact && !fact.is_unsure()) else { continue };
        let Some(difference) = fact.differences.get(sharp.difference as usize) else { continue };
        let value = |value: &Value| {
            let speaker = value.speaker.as_ref().map(|name| format!(" ({})", escaped(name))).unwrap_or_default();
            let day = value.resolved.as_ref().map(|day| format!(" → {day}")).unwrap_or_default();
            format!("**{}** {}{day}{speaker}", letter_of(report, &value.article), quoted(&value.text))
        };
        // Those with an equal value stand together: nothing sets them against each other.
        let mut ways: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        difference.values.iter().for_each(|v| ways.entry(v.way).or_default().push(value(v)));
        let ways: Vec<String> = ways.into_values().map(|alike| alike.join(", ")).collect();
        let sign = if difference.compatible { " ≈ " } else { " ≠ " };
        let _ = writeln!(lines, "- {}: {}", words::field(difference.field), ways.join(sign));
    }
    if !lines.is_empty() {
        let _ = write!(out, "\n## Sharpest differences\n\n{lines}");
    }
}

fn row(report: &Report, fact: &Fact, out: &mut String) {
    let field = fact.field.map(|field| format!(" · {}", words::field(field))).unwrap_or_default();
    let _ = writeln!(out, "\n### {}{field} · {}\n", heading(fact), quoted(&fact.label.text));
    out.push_str("|   | Says | Who says so | Sentence |\n|---|---|---|---|\n");
    let cells = cells(report, fact);
    for cell in &cells {
        let unsure = if cell.sure { "" } else { " (unsure)" };
        let day = cell.day.map(|day| format!(" → {day}")).unwrap_or_default();
        // Where values are compared and this article gives none.
        let nearby = if lead(fact).is_some() && cell.way.is_none() { "nearby: " } else { "" };
        let sentence = escaped(&cell.in_full());
        let _ = writeln!(
            out,
            "| {} | {nearby}{}{day}{unsure} | {} | {sentence} |",
            cell.letter,
            quoted(&cell.words()),
            said(cell)
        );
    }
    let found = |article: &Article| cells.iter().any(|cell| cell.article.id == article.id);
    let silent: Vec<String> =
        report.articles.iter().enumerate().filter(|(_, article)| !found(article)).map(|(i, _)| letter(i)).collect();
    if !silent.is_empty() {
        let _ = writeln!(out, "\nNot found in {}.", silent.join(", "));
    }
}

fn heading(fact: &Fact) -> &'static str {
    let can_all_be_true = fact.differences.iter().filter(|d| d.field != Field::Attribution).all(|d| d.compatible);
    match words::standing(fact) {
        "unsure" => "? Unsure",
        "agree" => "= Agree",
        "less_precise" => "≈ Less precise",
        "differ" if can_all_be_true => "≈ Differ, all can be true",
        "differ" => "≠ Differ",
        "different_events" => "⚠ Different events",
        _ => "① One source",
    }
}

fn said(cell: &Cell<'_>) -> String {
    let how = match words::voice(cell.voice) {
        "outlet" => "the outlet’s own voice",
        voice => voice,
    };
    cell.speaker.map_or_else(|| how.to_owned(), |speaker| format!("{how}, {}", escaped(speaker)))
}

/// An article's words between quotation marks, if they do not stand between such already.
fn quoted(text: &str) -> String {
    let own = text.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
    if own.is_some_and(|inner| !inner.contains(['“', '”'])) {
        escaped(text)
    } else {
        format!("“{}”", escaped(text))
    }
}

/// Words on one line that Markdown takes for nothing but words: no emphasis, link, picture, code, HTML, formula or cell.
fn escaped(text: &str) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len());
    for (i, c) in text.char_indices() {
        // Of "https://" and "www." some readers make links of their own.
        let link =
            c == ':' && text[i..].starts_with("://") || c == '.' && text[..i].to_ascii_lowercase().ends_with("www");
        if link || "\\`*_[]<>|~&$#^@".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    // What begins a list, a number or a rule at the beginning of a line.
    let numbered = out.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']);
    match out.chars().next() {
        Some('-' | '+' | '=') => format!("\\{out}"),
        Some(c) if c.is_ascii_digit() && numbered => {
            let digits = out.len() - out.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            format!("{}\\{}", &out[..digits], &out[digits..])
        }
        _ => out,
    }
}
