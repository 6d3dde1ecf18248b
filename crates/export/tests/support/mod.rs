//! The sample articles and made-up ones.
#![allow(dead_code, reason = "each test uses what it needs of it")]

use std::fs;
use std::path::Path;

use crosscheck_engine::report::Report;
use crosscheck_engine::{Options, Source, analyse};

/// The sample articles of the engine's tests.
pub(crate) fn sources() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../engine/tests/samples");
    let files = fs::read_dir(folder).expect("the samples").map(|e| e.expect("a sample").path());
    let read = |path: &Path| {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        Source::from_bytes(&name, &fs::read(path).expect("a sample")).expect("the samples are text")
    };
    files.filter(|path| path.extension().is_some_and(|e| e == "txt")).map(|path| read(&path)).collect()
}

/// Their comparison.
pub(crate) fn samples() -> Report {
    analyse(&sources(), &Options::default())
}

/// The comparison of made-up articles `a.txt`, `b.txt` and so on.
pub(crate) fn compared(texts: &[&str], options: &Options) -> Report {
    let named = |(i, text): (usize, &&str)| Source {
        name: format!("{}.txt", char::from(b'a' + i as u8)),
        text: (*text).to_owned(),
    };
    analyse(&texts.iter().enumerate().map(named).collect::<Vec<_>>(), options)
}
