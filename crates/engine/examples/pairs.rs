//! Prints the features of all pairs of sentences of the stories in the given folders, one JSON object a line, to fit the
//! weights of alignment (`docs/decisions/0004-alignment-weights.md`). With `--headlines` headlines claim.

use std::io::Write as _;

use crosscheck_engine::{Source, fit};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let headlines = arguments.iter().any(|a| a == "--headlines");
    let mut out = std::io::stdout().lock();
    for folder in arguments.iter().filter(|a| *a != "--headlines") {
        let mut sources: Vec<Source> = std::fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| {
                let path = entry.expect("an entry").path();
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                Source::from_bytes(&name, &std::fs::read(&path).expect("a file")).expect("a text")
            })
            .collect();
        sources.sort_by(|a, b| a.name.cmp(&b.name));
        writeln!(out, "{}", fit::pairs(&sources, headlines)).expect("standard output");
    }
}
