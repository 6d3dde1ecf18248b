//! Embeds the comparison of the articles in `seeds/`, so that the page has it before its first request.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crosscheck_engine::{Options, analyse};
use crosscheck_stories::read_folder;

fn main() {
    println!("cargo::rerun-if-changed=seeds");
    let folder = match read_folder(Path::new("seeds")) {
        Ok(folder) => folder,
        Err(error) => return println!("cargo::error={error}"),
    };
    for problem in &folder.problems {
        println!("cargo::warning={problem}");
    }
    if folder.sources.is_empty() {
        println!("cargo::warning=seeds/ holds no article: put .txt, .md or .html files there, one an article");
    }
    let report = analyse(&folder.sources, &Options::default());
    let bytes = postcard::to_allocvec(&report).expect("a Report is plain data");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("report.bin"), bytes).expect("OUT_DIR can be written");
}
