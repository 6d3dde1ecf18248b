//! What the README's commands run: set-up, serve, build, test.
//!
//! Every command does the set-up it needs. Where it cannot, it ends with one line: what is wrong and the way out.
#![expect(clippy::print_stdout, reason = "a task talks to the person at the terminal")]

mod bench;
mod browser;
mod budgets;
mod places;
mod score;
mod site;
mod test;
mod tools;

use std::process::ExitCode;

use places::Places;

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--port N]    build the page, serve it on http://127.0.0.1:8080/, rebuild on change
  build               build the page for publishing, into dist/
  test                everything that must pass, in a real browser too
  score [--bench DIR] [-v] [--story NAME]
                      every figure of the engine beside its floor; also on other people's data; with what is wrong in the
                      samples and there, and in a story
  fuzz TARGET [SECONDS]
                      made-up texts against the engine (analyse or inspect; 30 seconds)
  bench               how fast the engine is, here and in Chromium, and how its cost grows with the number of articles
  pictures [--readme | --against FOLDER]
                      screenshots of every section into target/pictures/ (--readme: docs/picture.png; --against: also lists
                      those that are not as in a folder of earlier ones, taken on this machine)
  lighthouse          Lighthouse's scores of the built page, the middle of five runs, and how long a filter, a search and
                      an opened sentence take on a slow processor; for a machine that does nothing else
  setup               only get the tools that the other commands get when they need them

Tools that are missing go into target/tools/; nothing else on the machine changes, except that rustup
adds the wasm target, rustfmt and clippy, and that `setup`, `test`, `bench` and `pictures` install browsers with apt where there are
none and the user is root on Debian.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<ExitCode, String> {
    let places = Places::find();
    match arguments {
        ["serve"] => site::serve(&places, site::PORT)?,
        ["serve", "--port", port] => site::serve(&places, site::parse_port(port)?)?,
        // Started by `serve` itself, to say when the page is up.
        ["announce", port] => site::announce(site::parse_port(port)?),
        ["build"] => {
            site::build(&places)?;
            // The budgets are for this project's own page: a host's articles may be longer. `test` holds the page to them.
            if let Err(message) = budgets::check(&places) {
                eprintln!("warning: {message}");
            }
        }
        ["test"] => return test::run(&places),
        ["score", rest @ ..] => score::score(&places, rest)?,
        ["fuzz", target] => fuzz(&places, target, "30")?,
        ["fuzz", target, seconds] => fuzz(&places, target, seconds)?,
        ["bench"] => bench::run(&places)?,
        ["pictures", rest @ ..] if matches!(rest, [] | ["--readme"] | ["--against", _]) => {
            site::pictures(&places, rest)?;
        }
        ["lighthouse"] => site::lighthouse(&places)?,
        ["setup"] => {
            tools::for_tests(&places)?;
            browser::ensure(&places)?;
            browser::firefox(&places)?;
            browser::webkit(&places);
            tools::geckodriver(&places)?;
        }
        [] | ["help" | "--help" | "-h"] => println!("{HELP}"),
        _ => return Err(format!("no such command: {:?}; `cargo xtask help` lists them", arguments.join(" "))),
    }
    Ok(ExitCode::SUCCESS)
}

fn fuzz(places: &Places, target: &str, seconds: &str) -> Result<(), String> {
    let seconds = seconds.parse().map_err(|_| format!("expected a number of seconds, found {seconds:?}"))?;
    places::run(&mut score::fuzz(places, target, seconds)?, "the text that did it lies in target/fuzz/; make it a case")
}
