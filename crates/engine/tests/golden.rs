//! The sample articles, end to end: one golden Report. Read its diff like code: it is the change as readers will see it.
//!
//! `UPDATE_GOLDEN=1 cargo test -p crosscheck-engine --test golden` writes it anew.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use crosscheck_engine::{Options, Source, analyse};

#[test]
fn the_sample_articles_give_the_golden_report_in_any_order() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources: Vec<Source> = Vec::new();
    for entry in fs::read_dir(root.join("tests/samples")).expect("the sample articles") {
        let path = entry.expect("a sample article").path();
        if path.extension().is_some_and(|e| e == "txt") {
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            sources.push(
                Source::from_bytes(&name, &fs::read(&path).expect("a sample article")).expect("the samples are text"),
            );
        }
    }
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    let print = |sources: &[Source]| {
        serde_json::to_string_pretty(&analyse(sources, &Options::default())).expect("a Report is JSON") + "\n"
    };
    let report = print(&sources);
    sources.reverse();
    assert_eq!(report, print(&sources), "the order of the articles shows");
    let path = root.join("tests/golden/seeds.json");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &report).expect("the golden report can be written");
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    let differs = golden.lines().zip(report.lines()).position(|(old, new)| old != new);
    assert!(
        golden == report,
        "the Report changed, first at line {:?}; look at the difference, then run with UPDATE_GOLDEN=1",
        differs.map(|n| n + 1)
    );
}
