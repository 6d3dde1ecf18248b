//! Makes the page's words out of `locales/`: a key for each line of `en.txt`, and a table for each language.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The language that has every word; first in the page's list.
const FULL: &str = "en";

fn main() {
    println!("cargo::rerun-if-changed=locales");
    match generate(Path::new("locales")) {
        Ok(code) => {
            let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
            fs::write(out.join("words.rs"), code).expect("OUT_DIR can be written");
        }
        Err(message) => println!("cargo::error={message}"),
    }
}

/// The words of one file by key, in the order of the file.
pub(crate) type Words = Vec<(String, String)>;

fn generate(folder: &Path) -> Result<String, String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("cannot read locales/: {error}"))? {
        let path = entry.map_err(|error| format!("cannot read locales/: {error}"))?.path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let tag = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            files.insert(tag, read(&path)?);
        }
    }
    let full = files.remove(FULL).ok_or_else(|| format!("locales/{FULL}.txt is missing"))?;
    let mut code = String::from(
        "/// A word or sentence of the interface, by its key in `locales/en.txt`.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[allow(missing_docs, reason = \"the words themselves are in locales/en.txt\")]\npub enum Key {\n",
    );
    for (key, _) in &full {
        writeln!(code, "    {},", variant(key)).expect("a String takes any text");
    }
    writeln!(code, "}}\n\n/// How many keys there are.\npub(super) const KEYS: usize = {};\n", full.len())
        .expect("a String takes any text");
    code.push_str("/// Every language, English first: its tag and its words in the order of [`Key`].\n#[cfg(not(target_arch = \"wasm32\"))]\npub(super) static LANGUAGES: &[(&str, &[&str])] = &[\n");
    table(&mut code, FULL, full.iter().map(|(_, text)| text.as_str()));
    for (tag, words) in &files {
        for (key, text) in words {
            let Some((_, english)) = full.iter().find(|(other, _)| other == key) else {
                return Err(format!("locales/{tag}.txt: {key:?} is no key of locales/{FULL}.txt; take the line out"));
            };
            if places(text) != places(english) {
                return Err(format!(
                    "locales/{tag}.txt: {key:?} must have the same {{…}} as in locales/{FULL}.txt: {english:?}"
                ));
            }
        }
        let lacks: Vec<&str> =
            full.iter().map(|(key, _)| key.as_str()).filter(|key| !words.iter().any(|(own, _)| own == key)).collect();
        if !lacks.is_empty() {
            println!("cargo::warning=locales/{tag}.txt lacks {}; English stands there", lacks.join(", "));
        }
        let lookup = full.iter().map(|(key, english)| {
            words.iter().find(|(own, _)| own == key).map_or(english.as_str(), |(_, text)| text.as_str())
        });
        table(&mut code, tag, lookup);
    }
    code.push_str("];\n");
    Ok(code)
}

fn table<'a>(code: &mut String, tag: &str, words: impl Iterator<Item = &'a str>) {
    writeln!(code, "    ({tag:?}, &[").expect("a String takes any text");
    for word in words {
        writeln!(code, "        {word:?},").expect("a String takes any text");
    }
    code.push_str("    ]),\n");
}

pub(crate) fn read(path: &Path) -> Result<Words, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    let mut words = Words::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
    {
        let at = format!("{}:{}", path.display(), index + 1);
        let (key, text) =
            line.split_once(" = ").ok_or_else(|| format!("{at}: expected `key = text`, found {line:?}"))?;
        if key.is_empty() || !key.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
            return Err(format!("{at}: a key is of small letters and hyphens, found {key:?}"));
        }
        if words.iter().any(|(other, _)| other == key) {
            return Err(format!("{at}: {key:?} stands here a second time"));
        }
        words.push((key.to_owned(), text.to_owned()));
    }
    Ok(words)
}

/// The names in braces, sorted, each once.
fn places(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// `not-found` is `NotFound`.
pub(crate) fn variant(key: &str) -> String {
    let word = |word: &str| {
        word.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(word.chars().skip(1)).collect::<String>()
    };
    key.split('-').map(word).collect()
}

// Run by tests/words.rs.
#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of a folder with these files; the `name` is the test's own.
    fn made(name: &str, files: &[(&str, &str)]) -> Result<String, String> {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        // It is there where the tests have run before.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("cargo's own folder for tests can be written");
        for (file, text) in files {
            fs::write(folder.join(file), text).expect("the folder can be written");
        }
        generate(&folder)
    }

    #[test]
    fn a_word_that_a_translation_lacks_is_english() {
        let code = made("lacks", &[("en.txt", "yes = Yes\n# why\n\nnot-found = none\n"), ("xx.txt", "yes = Da\n")]);
        let code = code.expect("good files");
        assert!(code.contains("    Yes,\n    NotFound,\n"), "{code}");
        let (english, other) = code.split_once("(\"xx\"").expect("both languages");
        assert!(
            english.contains("\"Yes\",\n        \"none\"") && other.contains("\"Da\",\n        \"none\""),
            "{code}"
        );
    }

    #[test]
    fn what_is_wrong_in_a_file_is_named_with_file_and_line() {
        let english = ("en.txt", "a = {n} of {all}\nb = B\n");
        for (text, message) in [
            ("a = {n}\n", "xx.txt: \"a\" must have the same {…}"),
            ("a = {all} of {m}\n", "xx.txt: \"a\" must have the same {…}"),
            ("c = C\n", "xx.txt: \"c\" is no key of locales/en.txt"),
            ("b = B\n\nb = C\n", "xx.txt:3: \"b\" stands here a second time"),
            ("b: B\n", "xx.txt:1: expected `key = text`"),
            ("B = B\n", "xx.txt:1: a key is of small letters and hyphens"),
        ] {
            let error = made("wrong", &[english, ("xx.txt", text)]).expect_err(text);
            assert!(error.contains(message), "{error}");
        }
        assert!(made("no-english", &[("xx.txt", "b = B\n")]).is_err_and(|error| error.contains("en.txt is missing")));
    }

    #[test]
    fn translations_have_words_for_keys_of_the_full_list_and_in_its_order() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        generate(&folder).expect("good files");
        let keys = |tag: &str| -> Vec<String> {
            read(&folder.join(tag)).expect("a good file").into_iter().map(|(key, _)| key).collect()
        };
        let english = keys("en.txt");
        for entry in fs::read_dir(&folder).expect("the folder") {
            let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
            let own = keys(&name);
            let in_order: Vec<_> = english.iter().filter(|key| own.contains(key)).collect();
            assert!(own.iter().eq(in_order), "{name}: as in en.txt");
            // A few may be English while a section is being added.
            assert!(own.len() * 10 > english.len() * 9, "{name}: {} of {} words", own.len(), english.len());
        }
    }

    #[test]
    fn a_text_that_depends_on_a_number_does_so_in_every_language() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let english = read(&folder.join("en.txt")).expect("a good file");
        for entry in fs::read_dir(&folder).expect("the folder") {
            let path = entry.expect("an entry").path();
            for (key, text) in read(&path).expect("a good file") {
                let (_, own) = english.iter().find(|(other, _)| *other == key).expect("a key of en.txt");
                assert!(!own.contains(" | ") || text.split(" | ").count() == 2, "{}: {key}", path.display());
            }
        }
    }
}
