//! A table for spreadsheets and statistics.

use crosscheck_engine::report::Report;

use crate::cells::{cells, one_line};
use crate::words;

/// The head of the table.
const COLUMNS: [&str; 20] = [
    "fact",
    "status",
    "field",
    "label",
    "article",
    "id",
    "outlet",
    "url",
    "published",
    "value",
    "speaker",
    "voice",
    "sure",
    "day",
    "way",
    "sentence_number",
    "start",
    "end",
    "sentence",
    "file",
];

/// One line for each place where an article states a fact, below a line with the names of the columns (RFC 4180, UTF-8):
///
/// | column | what |
/// |---|---|
/// | fact, status, field, label | the row's id; `agree`, `less_precise`, `differ`, `different_events`, `single` or `unsure`; what is compared, if anything; its label |
/// | article, id, outlet, url, published, file | the article's letter, id and file; what is known of it, empty where it is not |
/// | value, start, end | the words that state it; their first byte and one past their last in the article's text |
/// | speaker, voice | who is said to say so, empty for the outlet itself; `quoted`, `reported`, `outlet` or `claimed` |
/// | sure | `true`, or `false` where the match is weak |
/// | day | the day that the value was resolved to, or first and last with `/` between |
/// | way | cells of one row with one number have an equal value; empty where nothing is set against it |
/// | `sentence_number`, sentence | the sentence, counted from 1, and its words |
///
/// An article that does not state a fact has no line there. A cell that begins with `=`, `+`, `-`, `@` or a tab is a formula to
/// a spreadsheet; an apostrophe is put in front of it.
pub fn csv(report: &Report) -> String {
    let mut out = String::new();
    line(&mut out, &COLUMNS);
    for fact in &report.facts {
        for cell in cells(report, fact) {
            let article = cell.article;
            let or_empty = |words: &Option<String>| words.as_deref().map(one_line).unwrap_or_default();
            line(
                &mut out,
                &[
                    fact.id.clone(),
                    words::standing(fact).to_owned(),
                    fact.field.map(words::field).unwrap_or_default().to_owned(),
                    one_line(&fact.label.text),
                    cell.letter.clone(),
                    article.id.0.clone(),
                    or_empty(&article.outlet),
                    or_empty(&article.url),
                    or_empty(&article.published),
                    cell.words(),
                    cell.speaker.map(one_line).unwrap_or_default(),
                    words::voice(cell.voice).to_owned(),
                    cell.sure.to_string(),
                    cell.day.unwrap_or_default().to_owned(),
                    cell.way.map(|way| way.to_string()).unwrap_or_default(),
                    cell.sentence.map(|sentence| (sentence + 1).to_string()).unwrap_or_default(),
                    cell.value.start.to_string(),
                    cell.value.end.to_string(),
                    cell.in_full(),
                    article.file.clone(),
                ],
            );
        }
    }
    out
}

fn line<T: AsRef<str>>(out: &mut String, cells: &[T; COLUMNS.len()]) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        push(out, cell.as_ref());
    }
    out.push_str("\r\n");
}

/// A cell in quotation marks where it has to be. Spreadsheets take the wide forms of the four signs for the signs.
fn push(out: &mut String, cell: &str) {
    let guard = if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) { "'" } else { "" };
    if cell.contains([',', '"', '\r', '\n']) {
        out.push('"');
        out.push_str(guard);
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(guard);
        out.push_str(cell);
    }
}
