//! The sizes of the built page, held against `budgets.toml`.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::{Compression, write::GzEncoder};
use serde::Deserialize;

use crate::places::Places;

/// Bytes, plain and as they travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
struct Size {
    raw: u64,
    gzip: u64,
}

/// `budgets.toml`, as far as sizes go; its other tables are for the figures of `crosscheck-score`.
#[derive(Deserialize)]
struct Budgets {
    page: BTreeMap<String, Size>,
    cost: BTreeMap<String, Bound>,
}

#[derive(Deserialize)]
struct Bound {
    most: Option<u64>,
}

/// Prints the sizes of what lies in `dist/`, by kind of file, and refuses what is over its budget.
pub(crate) fn check(places: &Places) -> Result<(), String> {
    let budgets = read(places)?.page;
    let sizes = measure(&places.root.join("dist"))?;
    println!("{:10} {:>10} {:>10} {:>22}", "dist/", "bytes", "gzip", "budget (bytes, gzip)");
    let mut over = Vec::new();
    for (kind, size) in &sizes {
        let budget = budgets.get(kind);
        let shown = budget.map_or_else(String::new, |budget| format!("{} {:>10}", budget.raw, budget.gzip));
        println!("{kind:10} {:>10} {:>10} {shown:>22}", size.raw, size.gzip);
        if budget.is_some_and(|budget| size.raw > budget.raw || size.gzip > budget.gzip) {
            over.push(kind.as_str());
        }
    }
    if over.is_empty() {
        return Ok(());
    }
    Err(format!("over budget: {}; make it smaller, or raise budgets.toml and say why in the commit", over.join(", ")))
}

/// The key of the engine's size in `budgets.toml`.
const ENGINE: &str = "engine as wasm, gzip, bytes";

/// Refuses an engine that is over its budget as WebAssembly; `bytes` as it travels.
pub(crate) fn check_engine(places: &Places, bytes: u64) -> Result<(), String> {
    let budget = read(places)?.cost.get(ENGINE).and_then(|bound| bound.most);
    println!("{ENGINE}: {bytes} (budget {})", budget.map_or_else(|| "none".to_owned(), |most| most.to_string()));
    match budget {
        Some(most) if bytes <= most => Ok(()),
        Some(_) => Err("over budget; make it smaller, or raise budgets.toml and say why in the commit".to_owned()),
        None => Err(format!("budgets.toml has no {ENGINE:?} with `most`")),
    }
}

/// Sums by what a file is for.
fn measure(folder: &Path) -> Result<BTreeMap<String, Size>, String> {
    let mut sizes = BTreeMap::<String, Size>::new();
    for file in files_below(folder)? {
        let bytes = fs::read(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        let size = Size { raw: bytes.len() as u64, gzip: gzipped(&bytes) };
        for kind in kinds(file.strip_prefix(folder).unwrap_or(&file)) {
            let sum = sizes.entry((*kind).to_owned()).or_default();
            sum.raw += size.raw;
            sum.gzip += size.gzip;
        }
    }
    Ok(sizes)
}

/// What a file counts as, by its place in the site. What a first visit to the first page loads counts as that besides; other
/// languages and what a reader takes along load later or never.
fn kinds(file: &Path) -> &'static [&'static str] {
    let name = file.to_string_lossy();
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    match (name.as_ref(), ending.as_ref()) {
        ("index.html", _) => &["page", "first load"],
        ("crosscheck.html", _) => &["one file"],
        (name, "js") if name != "worker.js" => &["script", "first load"],
        (_, "wasm") => &["program", "first load"],
        (_, "css") => &["styles", "first load"],
        (_, "bin") => &["data", "first load"],
        (name, "html") if name.starts_with("articles-") => &["articles", "first load"],
        (name, "txt") if name.starts_with("words-en-") => &["data", "first load"],
        _ => &["later"],
    }
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error| format!("cannot read {} ({error}); run `cargo xtask build`", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() { files.extend(files_below(&path)?) } else { files.push(path) }
    }
    Ok(files)
}

/// The size of bytes as they travel.
pub(crate) fn gzipped(bytes: &[u8]) -> u64 {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("a Vec takes any bytes");
    encoder.finish().expect("a Vec takes any bytes").len() as u64
}

fn read(places: &Places) -> Result<Budgets, String> {
    let file = places.root.join("budgets.toml");
    parse(&fs::read_to_string(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?)
}

fn parse(text: &str) -> Result<Budgets, String> {
    toml::from_str(text).map_err(|error| format!("budgets.toml: {error}"))
}

#[cfg(test)]
mod tests {
    use super::{Size, parse};

    #[test]
    fn budgets_are_read_with_comments_and_underscores() {
        let budgets = parse(
            "# why\n\n[page]\nwasm = { raw = 400_000, gzip = 160_000 } # measured\n[cost]\nms = { gate = 0.5 }\n",
        );
        assert_eq!(budgets.expect("reads").page["wasm"], Size { raw: 400_000, gzip: 160_000 });
    }

    #[test]
    fn a_line_that_is_no_budget_is_refused_with_the_line() {
        let message = parse("[page]\nwasm = 400_000").err().expect("refused");
        assert!(message.contains("wasm = 400_000"), "{message}");
    }
}
