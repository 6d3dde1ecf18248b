//! Markdown as the text that it shows.
//!
//! Lines stay lines, as in plain text; their marks go. Front matter (`---` YAML, `+++` TOML) states the head, a line a key.
//! A parser for all of `CommonMark` would add 78 KB to the engine's WebAssembly, gzipped (`pulldown-cmark` 0.13), and articles use little of it.
//!
//! Gets wrong: tables and code, whose lines stay as printed; front matter that nests; emphasis inside words.

use std::borrow::Cow;

use super::html::{self, Token, Tokens};
use super::stated::Stated;
use super::{Block, Page, Role, blocks};
use crate::report::FurnitureKind;
use crate::span::Span;

/// How far the end of a link's address is looked for, in bytes.
const LONGEST_ADDRESS: usize = 500;

/// Reads Markdown. Any text is fine.
pub(super) fn read(markdown: &str) -> Page<'static> {
    let markdown = markdown.trim_start_matches('\u{feff}');
    let mut stated = Stated::default();
    let body = front_matter(markdown, &mut stated);
    let mut shown = Shown::default();
    for line in body.lines() {
        shown.line(line);
    }
    shown.end_paragraph();
    let first_heading = shown.marked.iter().position(|m| matches!(m.1, Mark::Heading(_)));
    let headline = first_heading.filter(|&at| {
        let above = shown.text[..shown.marked[at].0.start as usize].split_whitespace().count();
        shown.marked[at].1 == Mark::Heading(1) || above < 12 && stated.headline().is_none()
    });

    let mut text = String::new();
    let mut found: Vec<Block> = Vec::new();
    let mut line = |words: &str, role: Role| {
        let span = Span::new(text.len(), text.len() + words.len());
        text.push_str(words);
        text.push_str("\n\n");
        found.push(Block { span, role: Some(role) });
        span
    };
    if let (None, Some(words)) = (headline, stated.headline()) {
        line(words, Role::Headline);
    }
    let outlet = stated.outlet().map(|words| line(words, Role::Aside(FurnitureKind::Byline)));
    let byline = stated.author().map(|words| line(words, Role::Aside(FurnitureKind::Byline)));
    let published = stated.published().map(|(words, day)| {
        line(words, Role::Aside(FurnitureKind::Dateline));
        day
    });
    let before = text.len() as u32;
    let mut marks = shown.marked.iter().enumerate().peekable();
    for span in blocks(&shown.text) {
        while marks.next_if(|(_, (marked, _))| marked.end <= span.start).is_some() {}
        let role = marks.peek().filter(|(_, (marked, _))| marked.holds(span)).map(|&(at, (_, mark))| match mark {
            Mark::Heading(_) if Some(at) == headline => Role::Headline,
            Mark::Heading(_) => Role::Heading,
            Mark::Picture => Role::Aside(FurnitureKind::Caption),
            Mark::Link => Role::Aside(FurnitureKind::Related),
        });
        found.push(Block { span: Span { start: span.start + before, end: span.end + before }, role });
    }
    text.push_str(&shown.text);
    text.truncate(text.trim_end().len());
    Page { text: Cow::Owned(text), blocks: found, outlet, byline, published }
}

/// Takes the front matter into `stated`; what is left is the body.
fn front_matter<'a>(markdown: &'a str, stated: &mut Stated) -> &'a str {
    let fence = if markdown.starts_with("---") { "---" } else { "+++" };
    let Some((_, rest)) = markdown.split_once('\n').filter(|(first, _)| first.trim_end() == fence) else {
        return markdown;
    };
    let mut length = 0;
    let mut pairs = Vec::new();
    for line in rest.split_inclusive('\n') {
        length += line.len();
        let line = line.trim_end();
        if line == fence || line == "..." {
            for (key, value) in pairs {
                state(key, value, stated);
            }
            return &rest[length..];
        }
        // A key, something that belongs to the key above it, a comment, or no front matter.
        let split = line.split_once(if fence == "---" { ':' } else { '=' });
        match split.filter(|(key, _)| !key.starts_with([' ', '-', '#', '[']) && !key.trim().contains(' ')) {
            Some((key, value)) => pairs.push((key.trim(), value)),
            None if line.is_empty() || line.starts_with([' ', '-', '#', '[', '\t']) => {}
            None => return markdown,
        }
    }
    markdown
}

fn state(key: &str, value: &str, stated: &mut Stated) {
    let value = value.trim().trim_matches(|c| matches!(c, '"' | '\'' | '[' | ']')).trim();
    let name = match key.to_ascii_lowercase().as_str() {
        "title" | "headline" => "og:title",
        "author" | "authors" | "byline" | "by" => "author",
        "outlet" | "publisher" | "publication" | "site" | "site_name" | "source" => "og:site_name",
        "date" | "published" | "datepublished" | "date_published" | "publishdate" | "pubdate" => {
            "article:published_time"
        }
        _ => return,
    };
    stated.meta(name, value);
}

/// What a stretch of the shown text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Heading(u8),
    Picture,
    /// Nothing but a link.
    Link,
}

/// The text without marks, as far as it has been read.
#[derive(Debug, Default)]
struct Shown {
    text: String,
    /// In order.
    marked: Vec<(Span, Mark)>,
    /// The lines of the open paragraph.
    paragraph: String,
}

impl Shown {
    fn line(&mut self, line: &str) {
        let mut rest = line.trim();
        while let Some(quoted) = rest.strip_prefix('>') {
            rest = quoted.trim_start();
        }
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        let underline = |mark: char| rest.len() >= 2 && rest.chars().all(|c| c == mark);
        let rule = rest.len() >= 3
            && rest.starts_with(['*', '-', '_'])
            && rest.bytes().all(|b| b == rest.as_bytes()[0] || b == b' ');
        if rest.is_empty() {
            self.end_paragraph();
        } else if (1..=6).contains(&hashes) && rest[hashes..].starts_with([' ', '\t']) {
            self.end_paragraph();
            self.paragraph.push_str(rest[hashes..].trim().trim_end_matches('#').trim_end());
            self.end(Some(hashes as u8));
        } else if underline('=') && !self.paragraph.is_empty() && !self.paragraph.contains('\n') {
            self.end(Some(1));
        } else if underline('-') && !self.paragraph.is_empty() && !self.paragraph.contains('\n') {
            self.end(Some(2));
        } else if rule || is_definition(rest) {
            self.end_paragraph();
        } else if let Some(item) = item(rest) {
            self.end_paragraph();
            self.paragraph.push_str(item);
        } else {
            if !self.paragraph.is_empty() {
                self.paragraph.push('\n');
            }
            self.paragraph.push_str(rest);
        }
    }

    fn end_paragraph(&mut self) {
        self.end(None);
    }

    /// Ends the paragraph: a heading of a level, or text.
    fn end(&mut self, heading: Option<u8>) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if paragraph.is_empty() {
            return;
        }
        let inline = inline(&paragraph);
        let mut push = |words: &str, mark: Option<Mark>| {
            let words = words.trim();
            if words.is_empty() {
                return;
            }
            let start = self.text.len();
            self.text.push_str(words);
            self.marked.extend(mark.map(|mark| (Span::new(start, self.text.len()), mark)));
            self.text.push_str("\n\n");
        };
        for picture in &inline.pictures {
            push(picture, Some(Mark::Picture));
        }
        let all_link = !inline.text.trim().is_empty() && inline.linked * 5 >= inline.text.trim().len() * 4;
        push(&inline.text, heading.map(Mark::Heading).or(all_link.then_some(Mark::Link)));
    }
}

/// "[name]: address"
fn is_definition(line: &str) -> bool {
    line.starts_with('[')
        && !line.starts_with("[^")
        && line.find("]:").is_some_and(|at| !line[at + 2..].trim().contains(' '))
}

/// A list item without its mark.
fn item(line: &str) -> Option<&str> {
    if let Some(item) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).or_else(|| line.strip_prefix("+ "))
    {
        return Some(item.trim_start());
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[digits..].strip_prefix(". ").or_else(|| line[digits..].strip_prefix(") "));
    rest.filter(|_| (1..=3).contains(&digits)).map(str::trim_start)
}

/// A paragraph without its marks.
#[derive(Debug, Default)]
struct Inline {
    text: String,
    /// Bytes of it that are links.
    linked: usize,
    /// What stands in the place of pictures.
    pictures: Vec<String>,
}

/// What is to be done with a byte of a paragraph.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Keep,
    Drop,
    Linked,
    Picture(u32),
}

fn inline(paragraph: &str) -> Inline {
    let bytes = paragraph.as_bytes();
    let mut fate = vec![Fate::Keep; bytes.len()];
    // Open brackets, and open marks of emphasis with their length.
    let mut brackets: Vec<usize> = Vec::new();
    let mut marks: Vec<(usize, usize)> = Vec::new();
    let mut pictures = 0;
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        let mut next = at + 1;
        match byte {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                fate[at] = Fate::Drop;
                next = at + 2;
            }
            b'[' => brackets.push(at),
            b']' => {
                if let Some(open) = brackets.pop()
                    && let Some(end) = address_end(paragraph, at + 1)
                {
                    let picture = open > 0 && bytes[open - 1] == b'!';
                    let inner = if picture {
                        fate[open - 1] = Fate::Drop;
                        pictures += 1;
                        Fate::Picture(pictures - 1)
                    } else {
                        Fate::Linked
                    };
                    for f in &mut fate[open + 1..at] {
                        // A picture inside a link stays a picture.
                        *f = if matches!(f, Fate::Keep) { inner } else { *f };
                    }
                    fate[open] = Fate::Drop;
                    fate[at..end].fill(Fate::Drop);
                    next = end;
                    // Links do not nest; a picture may stand in one link.
                    brackets.drain(..if picture { brackets.len().saturating_sub(1) } else { brackets.len() });
                }
            }
            b'*' | b'_' | b'~' | b'`' => {
                let length = bytes[at..].iter().take_while(|&&b| b == byte).count();
                next = at + length;
                let before = paragraph[..at].chars().next_back().unwrap_or(' ');
                let after = paragraph[next..].chars().next().unwrap_or(' ');
                let word = |c: char| c.is_alphanumeric();
                let closes = !(before.is_whitespace() || byte == b'_' && word(after));
                let opens = !(after.is_whitespace() || byte == b'_' && word(before));
                let open = marks.iter().rev().take(8).position(|&(o, l)| bytes[o] == byte && l == length);
                match open.filter(|_| closes) {
                    Some(back) => {
                        let (start, length) = marks[marks.len() - 1 - back];
                        marks.truncate(marks.len() - 1 - back);
                        fate[start..start + length].fill(Fate::Drop);
                        fate[at..next].fill(Fate::Drop);
                    }
                    None if opens && length <= 3 && (byte != b'~' || length == 2) => marks.push((at, length)),
                    None => {}
                }
            }
            _ => {}
        }
        at = next;
    }
    let mut out = Inline { pictures: vec![String::new(); pictures as usize], ..Inline::default() };
    for (at, c) in paragraph.char_indices() {
        match fate[at] {
            Fate::Keep => out.text.push(c),
            Fate::Drop => {}
            Fate::Linked => {
                out.text.push(c);
                out.linked += c.len_utf8();
            }
            Fate::Picture(i) => out.pictures[i as usize].push(c),
        }
    }
    out.text = without_tags(&out.text);
    out
}

/// Where an address or a reference that begins at `from` ends: "(address "title")" or "[name]".
fn address_end(text: &str, from: usize) -> Option<usize> {
    let mut to = text.len().min(from + LONGEST_ADDRESS);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    let near = &text[from..to];
    if near.starts_with('[') {
        return near.find(']').map(|at| from + at + 1);
    }
    let mut depth = 0;
    for (at, c) in near.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 1 => return Some(from + at + 1),
            ')' => depth -= 1,
            '\n' => return None,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// The text of a paragraph with HTML in it, entities resolved; "<https://…>" keeps its address.
fn without_tags(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for token in Tokens::new(text) {
        match token {
            Token::Text(text) => out.extend(html::decoded(text)),
            Token::Open { name, .. } if name.eq_ignore_ascii_case("br") => out.push('\n'),
            Token::Open { name, attributes, .. } if name.contains([':', '@']) => {
                out.push_str(name);
                out.push_str(attributes);
            }
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let shown = |markdown: &str| inline(markdown).text;
        assert_eq!(
            shown("**Two** people were _hurt_ in `Leeds`, [police](https://a.b/c_(d) \"t\") said."),
            "Two people were hurt in Leeds, police said."
        );
        assert_eq!(shown("5 * 3 * 2, snake_case_name, \\*no\\*, *open"), "5 * 3 * 2, snake_case_name, *no*, *open");
        assert_eq!(shown("“We [the crew] left,” he said [here][1]."), "“We [the crew] left,” he said here.");
        assert_eq!(shown("A <b>fire</b>&nbsp;broke out, see <https://a.b>"), "A fire\u{a0}broke out, see https://a.b");
        let picture = inline("[![A *burnt* hall](a.jpg)](b) Text.");
        assert_eq!(
            (picture.text.trim(), picture.pictures.as_slice()),
            ("Text.", ["A burnt hall".to_owned()].as_slice())
        );
    }

    #[test]
    fn front_matter_states_the_head_and_a_rule_is_no_front_matter() {
        let page = read(
            "---\ntitle: \"Fire: a hall burns\"\ndate: 2021-03-03T10:00:00Z\nauthor: Jo Doe\ntags:\n  - fire\n---\nA fire broke out.\n",
        );
        assert_eq!(page.text, "Fire: a hall burns\n\nJo Doe\n\n2021-03-03T10:00:00Z\n\nA fire broke out.");
        assert_eq!(page.published.map(|d| d.to_string()).as_deref(), Some("2021-03-03"));
        let page = read("+++\ntitle = 'A hall burns'\n+++\nA fire broke out.");
        assert_eq!(page.text, "A hall burns\n\nA fire broke out.");
        assert_eq!(read("---\nA fire broke out. It burnt.\n---\n").text, "A fire broke out. It burnt.");
    }
}
