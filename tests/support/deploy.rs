//! Other sites than the built one, made by the same program: what a host publishes next, or another host.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A site in a folder of its own, of stories that each say `name`; its program has the name `program`.
pub(crate) fn deployed(name: &str, program: &str, stories: &[&str]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("deployed-{name}"));
    // It is there where the tests have run before.
    let _ = fs::remove_dir_all(&folder);
    for story in stories {
        for (file, hurt) in [("a.txt", "eight"), ("b.txt", "six")] {
            let text = format!("The {story} in the {name} harbour hurt {hurt} people on Monday, police said.\n");
            write(&folder.join("articles").join(story).join(file), text.as_bytes());
        }
    }
    let site = folder.join("site");
    shell(program, &site);
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--package", "crosscheck-site", "--"]).arg(folder.join("articles")).arg(&site);
    for known in ["TRUNK_STAGING_DIR", "TRUNK_PROFILE", "CROSSCHECK_ARTICLES"] {
        command.env_remove(known);
    }
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    site
}

/// `index.html` and the program, as Trunk leaves them.
fn shell(program: &str, site: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let html = fs::read_to_string(root.join("index.html")).expect("it is part of the project");
    let lines = html.lines().map(|line| {
        if let Some((_, file)) = line.split_once("type=\"css\" href=\"") {
            let file = root.join(file.trim_end_matches("\">"));
            let style = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            format!("<style>{style}</style>\n")
        } else if line.contains("data-trunk rel=\"rust\"") {
            format!("<!--built {program}.js {program}_bg.wasm-->\n")
        } else {
            format!("{line}\n")
        }
    });
    write(&site.join("index.html"), lines.collect::<String>().as_bytes());
    for (ending, to) in [(".js", format!("{program}.js")), (".wasm", format!("{program}_bg.wasm"))] {
        write(&site.join(to), &fs::read(built(root, ending)).expect("the built page can be read"));
    }
}

/// A file of the program as it was built.
fn built(root: &Path, ending: &str) -> PathBuf {
    let files = fs::read_dir(root.join("dist")).expect("there is a built page: run `cargo xtask build`");
    let mut names = files.filter_map(|entry| Some(entry.ok()?.path()));
    let is = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("crosscheck-page-") && name.ends_with(ending)
    };
    names.find(is).unwrap_or_else(|| panic!("no {ending} in dist/: run `cargo xtask build`"))
}

fn write(file: &Path, bytes: &[u8]) {
    fs::create_dir_all(file.parent().expect("in a folder")).expect("cargo's own folder for tests can be written");
    fs::write(file, bytes).expect("the folder can be written");
}
