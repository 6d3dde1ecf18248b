//! HTML cut into tags and text, as the standard's tokenizer does for pages as they are published.
//!
//! Of the standard (html.spec.whatwg.org, 13.2.5) it leaves out what a saved article does not hang on: the states inside a
//! script, CDATA, and the error codes. Nothing is looked at twice: the cost grows with the length alone.
//!
//! Gets wrong: a named entity without its semicolon that other letters follow ("&copyright"), which stays as printed; and
//! the few hundred names of mathematical signs, which stay as printed too.

use crate::lexicon;

/// A piece of a page. Comments, declarations and processing instructions are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text between tags, entities as printed.
    Text(&'a str),
    /// A start tag.
    Open {
        /// As printed.
        name: &'a str,
        /// All that stands behind the name: see [`attributes`].
        attributes: &'a str,
        /// What an element holds whose content has no tags (a script, the title), as printed; its end tag is taken with it.
        raw: &'a str,
    },
    /// An end tag.
    Close(&'a str),
}

/// Elements whose content has no tags.
const RAW: [&str; 8] = ["script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp"];

/// The tokens of a page.
pub(super) struct Tokens<'a> {
    html: &'a str,
    at: usize,
    /// Raw elements that are known not to be closed any more: looked for once.
    open_ended: [bool; RAW.len()],
}

impl<'a> Tokens<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { html, at: 0, open_ended: [false; RAW.len()] }
    }

    /// The text up to `end`, where what follows begins; the last may be cut short by the end of the page.
    fn take(&mut self, end: usize) -> &'a str {
        let piece = &self.html[self.at..end];
        self.at = end;
        piece
    }

    /// The content of a raw element that has just been opened. One that is never closed holds the rest where it is a script
    /// or a style, and nothing otherwise: better a title in the text than no text.
    fn raw(&mut self, name: &str) -> &'a str {
        let Some(which) = RAW.iter().position(|r| r.eq_ignore_ascii_case(name)) else { return "" };
        let end = if self.open_ended[which] { None } else { self.closing(name) };
        if let Some((start, end)) = end {
            let content = self.take(start);
            self.at = end;
            return content;
        }
        self.open_ended[which] = true;
        if which < 2 { self.take(self.html.len()) } else { "" }
    }

    /// Where the next end tag of this name starts and ends.
    fn closing(&self, name: &str) -> Option<(usize, usize)> {
        let mut from = self.at;
        loop {
            let start = from + self.html[from..].find("</")?;
            let rest = &self.html[start + 2..];
            let named = rest.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name));
            if named && !rest[name.len()..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
                let end = rest.find('>').map_or(self.html.len(), |at| start + 2 + at + 1);
                return Some((start, end));
            }
            from = start + 2;
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = &self.html[self.at..];
            if rest.is_empty() {
                return None;
            }
            if let Some(comment) = rest.strip_prefix("<!--") {
                // "<!-->" is a whole comment; one that is never closed holds the rest.
                let end = if comment.starts_with('>') || comment.starts_with("->") {
                    comment.find('>').map(|at| at + 1)
                } else {
                    comment.find("-->").map(|at| at + 3)
                };
                self.at = end.map_or(self.html.len(), |end| self.at + 4 + end);
            } else if rest.starts_with("<!") || rest.starts_with("<?") || is_odd_end(rest) {
                self.at = rest.find('>').map_or(self.html.len(), |at| self.at + at + 1);
            } else if is_tag(rest) {
                let close = rest.starts_with("</");
                let name_from = self.at + 1 + usize::from(close);
                let name_to = self.html[name_from..]
                    .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
                    .map_or(self.html.len(), |at| name_from + at);
                let name = &self.html[name_from..name_to];
                let inside = &self.html[name_to..];
                let length = tag_end(inside);
                self.at = (name_to + length + 1).min(self.html.len());
                if close {
                    return Some(Token::Close(name));
                }
                let raw = self.raw(name);
                return Some(Token::Open { name, attributes: &inside[..length], raw });
            } else {
                // A "<" that opens nothing is text.
                let from = usize::from(rest.starts_with('<'));
                let end = rest[from..].find('<').map_or(self.html.len(), |at| self.at + from + at);
                return Some(Token::Text(self.take(end)));
            }
        }
    }
}

fn is_tag(rest: &str) -> bool {
    let name = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<'));
    name.is_some_and(|n| n.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// "</3>" and the like are comments to the standard.
fn is_odd_end(rest: &str) -> bool {
    rest.strip_prefix("</").is_some_and(|n| !n.starts_with(|c: char| c.is_ascii_alphabetic()) && !n.is_empty())
}

/// The number of bytes up to the ">" that ends a tag: one inside a quoted value does not.
fn tag_end(inside: &str) -> usize {
    let mut quote = None;
    let mut value = false;
    for (at, byte) in inside.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => (quote, value) = (None, false),
            (None, b'>') => return at,
            (None, b'=') => value = true,
            (None, b'"' | b'\'') if value => quote = Some(byte),
            (Some(_), _) | (None, b' ' | b'\n' | b'\t' | b'\r' | 0x0c) => {}
            (None, _) => value = false,
        }
    }
    inside.len()
}

/// Names and values of attributes, as printed: an attribute without a value has an empty one.
pub(super) fn attributes(inside: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = inside;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        // A "=" at the beginning belongs to the name.
        let name_to = rest
            .char_indices()
            .skip(1)
            .find(|(_, c)| c.is_ascii_whitespace() || matches!(c, '/' | '='))
            .map_or(rest.len(), |(at, _)| at);
        let name = &rest[..name_to];
        rest = rest[name_to..].trim_start_matches(|c: char| c.is_ascii_whitespace());
        let Some(value) = rest.strip_prefix('=') else { return Some((name, "")) };
        let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let (value, after) = match value.as_bytes().first() {
            Some(&quote @ (b'"' | b'\'')) => {
                let inner = &value[1..];
                let end = inner.find(quote as char).unwrap_or(inner.len());
                (&inner[..end], inner.get(end + 1..).unwrap_or_default())
            }
            _ => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        rest = after;
        Some((name, value))
    })
}

/// The characters of a text, entities resolved. What is no character (a lone surrogate) becomes U+FFFD.
pub(super) fn decoded(text: &str) -> impl Iterator<Item = char> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        if first == '&'
            && let Some((c, length)) = entity(rest)
        {
            rest = &rest[length..];
            return Some(c);
        }
        rest = &rest[first.len_utf8()..];
        Some(first)
    })
}

/// The longest entity that is looked at, in bytes.
const LONGEST_ENTITY: usize = 32;

/// The entity at the beginning of a text, and its length in bytes.
fn entity(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let length = |digits: &str, before: usize| {
        let end = before + digits.len();
        end + usize::from(text[end..].starts_with(';'))
    };
    if let Some(number) = body.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let from = hex.unwrap_or(number);
        let is_digit = |c: char| if hex.is_some() { c.is_ascii_hexdigit() } else { c.is_ascii_digit() };
        let digits = &from[..from.find(|c| !is_digit(c)).unwrap_or(from.len())];
        if digits.is_empty() {
            return None;
        }
        let code = u32::from_str_radix(digits, if hex.is_some() { 16 } else { 10 }).unwrap_or(u32::MAX);
        return Some((numeric(code), length(digits, text.len() - from.len())));
    }
    let name = &body[..body.bytes().take(LONGEST_ENTITY).take_while(u8::is_ascii_alphanumeric).count()];
    let c = lexicon::entity(name)?;
    let after = &body[name.len()..];
    // Without a semicolon only the oldest names count, and not in front of "=": that is an address.
    let old = u32::from(c) < 0x100 && !after.starts_with('=');
    (after.starts_with(';') || old).then(|| (c, length(name, 1)))
}

/// The character of a numeric entity; numbers of the C1 controls mean what Windows-1252 has there.
fn numeric(code: u32) -> char {
    match code {
        0x80..=0x9f => windows_1252(code as u8),
        0 => char::REPLACEMENT_CHARACTER,
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// A byte as Windows-1252 has it (encoding.spec.whatwg.org), which is also what pages mean that say ISO-8859-1.
pub(crate) fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    if (0x80..0xa0).contains(&byte) { HIGH[usize::from(byte - 0x80)] } else { char::from(byte) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        let mut out = String::new();
        for token in Tokens::new(html) {
            match token {
                Token::Text(text) => out.extend(decoded(text)),
                Token::Open { name, attributes: inside, raw } => {
                    let all: Vec<String> = attributes(inside).map(|(n, v)| format!(" {n}={v}")).collect();
                    out.extend(["[", name, &all.concat(), "]", raw]);
                }
                Token::Close(name) => out.extend(["[/", name, "]"]),
            }
        }
        out
    }

    #[test]
    fn tags_end_where_the_standard_ends_them() {
        assert_eq!(shown("<P Class='a>b' hidden id=c/>1 < 2</p >"), "[P Class=a>b hidden= id=c/]1 < 2[/p]");
        assert_eq!(shown("a<!-- <p> -->b<!-->c<!doctype html>d</3>e<?x?>f"), "abcdef");
        assert_eq!(shown("<script>if (a<b) '</p>'</SCRIPT >x"), "[script]if (a<b) '</p>'x");
        assert_eq!(shown("<title>one</title><title>two"), "[title]one[title]two");
        assert_eq!(shown("<p title=\"never closed>x"), "[p title=never closed>x]");
        assert_eq!(shown("“x” << <é>"), "“x” << <é>");
        assert_eq!(shown("x<"), "x<");
        assert_eq!(shown("x</"), "x</");
        assert_eq!(shown("<br/><img src=a.jpg alt='x'/>"), "[br][img src=a.jpg alt=x]");
    }

    #[test]
    fn entities_become_their_characters_and_what_is_none_stays() {
        assert_eq!(shown("&ldquo;caf&eacute;&rdquo; &#8217; &#x2019; &#146;"), "“café” ’ ’ ’");
        assert_eq!(shown("&#xD800;&#xDFFF;&#0;&#x110000;&#99999999999;"), "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(shown("AT&T &amp &copy; ?a&copy=1 &nothing; &#; &#x; &"), "AT&T & © ?a&copy=1 &nothing; &#; &#x; &");
        assert_eq!(shown("&hellip &Zcaron;"), "&hellip Ž");
    }
}
