//! One name in several spellings: marks over letters, another script's sounds, initials.
//!
//! Gets wrong: two names that differ in vowels inside only ("Marion", "Marian").

use std::borrow::Cow;

use crate::gather::Gather;
use crate::order::Order;

/// Without marks over letters and with letters of their own written out: "Ólafsdóttir" and "Olafsdottir" are one word. Letters
/// outside Latin stay as they are. Expects lower case.
pub(crate) fn fold(lower: &str) -> Cow<'_, str> {
    if lower.is_ascii() {
        return lower.into();
    }
    let mut out = String::with_capacity(lower.len());
    for c in lower.chars() {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' | 'ấ' | 'ầ' => out.push('a'),
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => out.push('c'),
            'ď' | 'đ' | 'ð' => out.push('d'),
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ế' | 'ề' | 'ệ' => out.push('e'),
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => out.push('g'),
            'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ị' => out.push('i'),
            'ķ' => out.push('k'),
            'ĺ' | 'ļ' | 'ľ' | 'ł' => out.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => out.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | 'ọ' | 'ố' | 'ộ' => out.push('o'),
            'ŕ' | 'ŗ' | 'ř' => out.push('r'),
            'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => out.push('s'),
            'ţ' | 'ť' | 'ț' => out.push('t'),
            'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' => out.push('u'),
            'ý' | 'ÿ' | 'ỳ' => out.push('y'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            // Marks that stand apart from their letter.
            '\u{300}'..='\u{36f}' => {}
            other => out.push(other),
        }
    }
    out.into()
}

/// Letters that survive a change of transliteration: vowels, doubled letters, `h`, the article and "ain" (a spring, in many
/// names of places) gone. None where too little is left.
pub(crate) fn skeleton(key: &str) -> Option<String> {
    let bare: String = key
        .split([' ', '-'])
        .filter(|w| !matches!(*w, "al" | "el" | "the" | "base" | "air" | "airbase" | "ain" | "ayn"))
        .collect();
    let letters: Vec<char> = bare.chars().filter(|c| c.is_alphabetic()).gather();
    let mut out = String::new();
    for (i, &c) in letters.iter().enumerate() {
        let c = match c {
            'q' | 'c' => 'k',
            'z' => 's',
            'j' => 'y',
            'w' => 'v',
            other => other,
        };
        let vowel = matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | '\'');
        if (!vowel || i == 0) && !out.ends_with(c) {
            out.push(c);
        }
    }
    (out.chars().count() >= 3 && letters.len() >= 4).then_some(out)
}

/// Whether a key carries the Arabic article, which makes unlike spellings of one name likely.
pub(crate) fn is_transliterated(key: &str) -> bool {
    key.split(' ').any(|w| matches!(w, "al" | "el") || w.starts_with("al-") || w.starts_with("el-"))
}

/// What all spellings of a name have in common, for names without the Arabic article: of each word of three consonants or more,
/// these, and the vowel that it ends in, since that tells "Martin" from "Martina"; shorter words whole. None for names
/// too short to be sure of.
pub(crate) fn sound(key: &str) -> Option<String> {
    let mut longest = 0;
    let words: Vec<String> = key
        .split([' ', '-'])
        .map(|word| {
            let mut out = String::new();
            let mut last = ' ';
            for (i, c) in word.chars().enumerate() {
                let sounds = match c {
                    'q' | 'c' => 'k',
                    'w' => 'v',
                    other => other,
                };
                if sounds != last && (i == 0 || !is_vowel(sounds)) {
                    out.push(sounds);
                }
                last = sounds;
            }
            let consonants = out.chars().filter(|c| !is_vowel(*c)).count();
            if consonants < 3 {
                return word.to_owned();
            }
            longest = longest.max(consonants);
            match last {
                'y' | 'i' => out.push('i'),
                'a' | 'e' | 'o' | 'u' => out.push(last),
                _ => {}
            }
            out
        })
        .gather();
    let plain = key.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'));
    (longest >= 3 && plain).then(|| words.join(" "))
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Whether a word is made of other words' beginnings, in their order: initials ("FTC", Federal Trade Commission) and blends ("Centcom",
/// Central Command). Every word in capitals gives at least one letter, small words may.
pub(crate) fn abbreviates(short: &str, words: &[&str]) -> bool {
    let short: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).gather();
    (2..=12).contains(&short.len()) && words.len() <= 10 && begins(&short, words)
}

/// Whether letters are beginnings of words, one after the other.
fn begins(short: &[char], words: &[&str]) -> bool {
    let Some((word, rest)) = words.split_first() else { return short.is_empty() };
    let shared = word.chars().zip(short).take_while(|(a, b)| a == *b).count();
    // The longest beginning first; at most six letters, so that the search stays small.
    (1..=shared.min(6)).rev().any(|n| begins(&short[n..], rest)) || is_small(word) && begins(short, rest)
}

/// Whether the letters of a word are the initials of other words in any order: an abbreviation made in another language.
pub(crate) fn mixes_initials(short: &str, words: &[&str]) -> bool {
    let mut letters: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).gather();
    let mut initials: Vec<char> = words.iter().filter(|w| !is_small(w)).filter_map(|w| w.chars().next()).gather();
    letters.order();
    initials.order();
    letters.len() >= 3 && letters == initials
}

/// Words that initials leave out.
pub(crate) fn is_small(word: &str) -> bool {
    matches!(
        word,
        "of" | "the" | "and" | "for" | "in" | "on" | "to" | "de" | "des" | "du" | "la" | "le" | "del" | "against" | "&"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_and_blends_abbreviate_and_other_letters_do_not() {
        let words = |text: &'static str| text.split(' ').collect::<Vec<_>>();
        for (short, long) in [
            ("ftc", "federal trade commission"),
            ("ecowas", "economic community of west african states"),
            ("marina", "maritime industry authority"),
            ("benelux", "belgium netherlands luxembourg"),
        ] {
            assert!(abbreviates(short, &words(long)), "{short} {long}");
        }
        for (short, long) in
            [("ftc", "federal reserve"), ("who", "world food programme"), ("un", "union bank"), ("cb", "bank central")]
        {
            assert!(!abbreviates(short, &words(long)), "{short} {long}");
        }
        assert!(!mixes_initials("cbs", &words("brazilian football confederation")));
        assert!(mixes_initials("farc", &words("revolutionary armed forces colombia")));
    }

    #[test]
    fn spellings_of_one_name_sound_alike_and_given_names_of_two_people_do_not() {
        for (left, right) in
            [("volodymyr zelensky", "volodymyr zelenskyy"), ("gaddafi", "gadafi"), ("mohammed hadid", "muhammad hadid")]
        {
            assert_eq!(sound(left), sound(right), "{left} {right}");
        }
        for (left, right) in [
            ("martin kowal", "martina kowal"),
            ("roberto santos", "roberta santos"),
            ("alexander petrov", "alexandra petrova"),
            ("jane castellano", "john castellano"),
            ("joan peterson", "jean peterson"),
        ] {
            assert_ne!(sound(left), sound(right), "{left} {right}");
        }
    }
}
