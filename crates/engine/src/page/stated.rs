//! What a web page's head states of its article: headline, writer, outlet, day of publication.
//!
//! Sources: schema.org's `NewsArticle` as JSON-LD, the Open Graph protocol (ogp.me), and the `meta` names in common use. A page
//! that tells of several articles (a live blog with its posts, a list at the foot) is taken at the outermost one.

use super::html;
use crate::calendar::Day;
use crate::dates;
use crate::gather::Gather;
use crate::span::Span;
use crate::token;

/// One statement, with the rank of where it stands: the lowest counts.
type Ranked = Option<(usize, String)>;

/// What was stated.
#[derive(Debug, Default)]
pub(super) struct Stated {
    headline: Ranked,
    author: Ranked,
    outlet: Ranked,
    published: Ranked,
}

/// Takes `value` where nothing of a lower rank is known.
fn put(slot: &mut Ranked, rank: usize, value: &str) {
    let decoded: String = html::decoded(value).collect();
    let words: Vec<&str> = decoded.split_whitespace().gather();
    let value = words.join(" ");
    let address = value.starts_with("http:") || value.starts_with("https:") || value.starts_with('@');
    let shown = value.chars().any(char::is_alphanumeric) && !address;
    if shown && slot.as_ref().is_none_or(|(known, _)| rank < *known) {
        *slot = Some((rank, value));
    }
}

fn get(slot: &Ranked) -> Option<&str> {
    slot.as_ref().map(|(_, value)| value.as_str())
}

/// Ranks of what stands in the page rather than in JSON-LD, whose ranks are the depths of its objects.
const META: usize = 1000;
const LESSER_META: usize = 1001;
const IN_THE_TEXT: usize = 1002;

impl Stated {
    pub(super) fn headline(&self) -> Option<&str> {
        get(&self.headline)
    }

    pub(super) fn author(&self) -> Option<&str> {
        get(&self.author)
    }

    pub(super) fn outlet(&self) -> Option<&str> {
        get(&self.outlet)
    }

    /// The words of the date, and the day.
    pub(super) fn published(&self) -> Option<(&str, Day)> {
        let words = get(&self.published)?;
        day(words).map(|day| (words, day))
    }

    /// `<title>`.
    pub(super) fn title(&mut self, text: &str) {
        put(&mut self.headline, IN_THE_TEXT, text);
    }

    /// `<time datetime>`, or its words, in the article's head.
    pub(super) fn time(&mut self, value: &str) {
        if day(value).is_some() {
            put(&mut self.published, IN_THE_TEXT, value);
        }
    }

    /// `<meta name|property|itemprop content>`.
    pub(super) fn meta(&mut self, name: &str, content: &str) {
        match name.to_ascii_lowercase().as_str() {
            "og:title" => put(&mut self.headline, META, content),
            "headline" | "twitter:title" => put(&mut self.headline, LESSER_META, content),
            "author" | "byl" | "parsely-author" | "sailthru.author" | "dc.creator" => {
                put(
                    &mut self.author,
                    META,
                    ["By ", "by "].iter().fold(content, |name, by| name.strip_prefix(by).unwrap_or(name)),
                );
            }
            "article:author" => put(&mut self.author, LESSER_META, content),
            // The Open Graph's name of the site is what readers see: before JSON-LD's publisher, often the owner's.
            "og:site_name" => put(&mut self.outlet, 0, content),
            // What the page shows as its name.
            "site" => put(&mut self.outlet, IN_THE_TEXT, content),
            "article:published_time" | "datepublished" | "og:published_time" => put(&mut self.published, META, content),
            "date"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "dc.date"
            | "dc.date.issued"
            | "dcterms.created"
            | "parsely-pub-date"
            | "sailthru.date"
            | "citation_publication_date" => {
                put(&mut self.published, LESSER_META, content);
            }
            _ => {}
        }
    }

    /// The content of `<script type="application/ld+json">`. What is no JSON is read as far as it goes.
    pub(super) fn json(&mut self, json: &str) {
        let mut frames: Vec<Frame> = Vec::new();
        let mut key = Key::Other;
        let mut rest = json;
        while let Some(c) = rest.chars().next() {
            let (piece, after) = rest.split_at(c.len_utf8());
            rest = after;
            match piece {
                "{" | "[" => {
                    let key = if frames.last().is_some_and(|f| f.list) { frames[frames.len() - 1].key } else { key };
                    frames.push(Frame { list: piece == "[", key, ..Frame::default() });
                }
                "}" | "]" => {
                    if let Some(frame) = frames.pop() {
                        self.end(frame, &mut frames);
                    }
                }
                "," => key = Key::Other,
                "\"" => {
                    let (words, after) = string(rest);
                    rest = after;
                    let names = rest.trim_start().starts_with(':');
                    if names && frames.last().is_some_and(|f| !f.list) {
                        key = Key::read(&words);
                    } else {
                        let key = frames.last().filter(|f| f.list).map_or(key, |f| f.key);
                        if let Some(object) = frames.iter_mut().rev().take(2).find(|f| !f.list) {
                            object.value(key, words);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// An object ends: an article is taken, a writer's or publisher's name goes to the object that holds it.
    fn end(&mut self, frame: Frame, frames: &mut [Frame]) {
        if frame.list {
            return;
        }
        if frame.article {
            let rank = frames.len();
            let slots = [
                (&mut self.headline, &frame.headline),
                (&mut self.author, &frame.author),
                (&mut self.outlet, &frame.publisher),
                (&mut self.published, &frame.published),
            ];
            for (slot, value) in slots {
                // 1 and up: the Open Graph's name of the site stays first.
                put(slot, rank + 1, value.as_deref().unwrap_or_default());
            }
        }
        if let (Some(name), Some(holder)) = (frame.name, frames.iter_mut().rev().take(2).find(|f| !f.list)) {
            match frame.key {
                Key::Author => holder.author.get_or_insert(name),
                Key::Publisher => holder.publisher.get_or_insert(name),
                _ => return,
            };
        }
    }
}

/// The keys that are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Key {
    Type,
    Headline,
    Published,
    Author,
    Publisher,
    Name,
    #[default]
    Other,
}

impl Key {
    fn read(name: &str) -> Self {
        match name {
            "@type" => Self::Type,
            "headline" => Self::Headline,
            "datePublished" => Self::Published,
            "author" => Self::Author,
            "publisher" => Self::Publisher,
            "name" => Self::Name,
            _ => Self::Other,
        }
    }
}

/// An object or list of JSON that is open.
#[derive(Debug, Default)]
struct Frame {
    list: bool,
    /// The key that it is the value of.
    key: Key,
    article: bool,
    headline: Option<String>,
    published: Option<String>,
    author: Option<String>,
    publisher: Option<String>,
    name: Option<String>,
}

impl Frame {
    fn value(&mut self, key: Key, words: String) {
        let slot = match key {
            Key::Type => {
                self.article |= words.ends_with("Article") || words.ends_with("Posting");
                return;
            }
            Key::Headline => &mut self.headline,
            Key::Published => &mut self.published,
            Key::Author => &mut self.author,
            Key::Publisher => &mut self.publisher,
            Key::Name => &mut self.name,
            Key::Other => return,
        };
        slot.get_or_insert(words);
    }
}

/// The string that begins behind a quotation mark, and what follows its end.
fn string(text: &str) -> (String, &str) {
    let mut units: Vec<u16> = Vec::new();
    let mut chars = text.char_indices();
    let mut wide = [0; 2];
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (String::from_utf16_lossy(&units), &text[at + 1..]),
            '\\' => match chars.next() {
                Some((at, 'u')) => {
                    let code = text.get(at + 1..at + 5).and_then(|hex| u16::from_str_radix(hex, 16).ok());
                    if let Some(code) = code {
                        units.push(code);
                        chars.nth(3);
                    }
                }
                Some((_, 'n' | 'r' | 't' | 'b' | 'f')) => units.push(u16::from(b' ')),
                Some((_, c)) => units.extend_from_slice(c.encode_utf16(&mut wide)),
                None => {}
            },
            _ => units.extend_from_slice(c.encode_utf16(&mut wide)),
        }
    }
    (String::from_utf16_lossy(&units), "")
}

/// The day that a date stands for: as printed, whatever its time zone.
pub(super) fn day(words: &str) -> Option<Day> {
    let words = words.trim();
    if let Some(day) = words.get(..10).and_then(Day::parse) {
        return Some(day);
    }
    let tokens = token::tokens(words, Span::new(0, words.len()));
    (0..tokens.len().min(12)).find_map(|i| dates::written(&tokens, i).filter(|w| w.year.is_some())?.resolve(None))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> [Option<String>; 4] {
        let mut stated = Stated::default();
        stated.json(json);
        let published = stated.published().map(|p| p.1.to_string());
        [stated.headline(), stated.author(), stated.outlet(), published.as_deref()].map(|s| s.map(str::to_owned))
    }

    #[test]
    fn an_article_in_json_states_its_head() {
        let said = read(
            r#"{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Not this"},
            {"@type":["NewsArticle"],"headline":"Dam \"fails\" in \u00c9vora","datePublished":"2021-03-03T23:30:00-05:00",
            "author":[{"@type":"Person","name":"Ana Ruiz","url":"x"},{"@type":"Person","name":"Bo Lee"}],
            "publisher":{"@type":"Organization","logo":{"@type":"ImageObject","name":"logo"},"name":"The Example"}}]}"#,
        );
        assert_eq!(
            said.map(Option::unwrap_or_default),
            ["Dam \"fails\" in Évora", "Ana Ruiz", "The Example", "2021-03-03"]
        );
    }

    #[test]
    fn a_live_blog_is_taken_at_the_whole_not_at_a_post() {
        let said = read(
            r#"{"@type":"LiveBlogPosting","liveBlogUpdate":[{"@type":"BlogPosting","headline":"A post","datePublished":"2021-03-04"}],
            "headline":"The whole","datePublished":"2021-03-03"}"#,
        );
        assert_eq!(said.map(Option::unwrap_or_default), ["The whole", "", "", "2021-03-03"]);
    }

    #[test]
    fn what_is_no_article_or_no_json_states_nothing() {
        for json in [
            r#"{"@type":"WebSite","name":"X","headline":"Y"}"#,
            "{{{[[",
            "\"\\u",
            "]}",
            r#"{"@type":"NewsArticle","headline":"#,
        ] {
            assert_eq!(read(json), [const { None }; 4], "{json}");
        }
        assert_eq!(read(r#"{"@type":"NewsArticle","headline":"A \ud800 B"}"#)[0].as_deref(), Some("A \u{fffd} B"));
    }

    #[test]
    fn a_date_is_the_day_that_is_printed() {
        for words in
            ["2021-03-03T00:10:00+14:00", "2021-03-03", "March 3, 2021", "Wed, 03 Mar 2021 10:00:00 GMT", "20210303"]
        {
            assert_eq!(day(words).map(|d| d.to_string()).as_deref(), Some("2021-03-03"), "{words}");
        }
        assert_eq!(day("3 hours ago"), None);
    }
}
