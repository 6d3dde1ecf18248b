//! Prints every figure beside its floor, gate and aim. `cargo xtask score` runs it, with the size of the engine as WebAssembly.
#![expect(clippy::print_stdout, reason = "a table for the person at the terminal")]

use std::path::PathBuf;
use std::process::ExitCode;

use crosscheck_score::floors::{self, Bounds};
use crosscheck_score::{Figure, Now, bench, gold, root, speed};

const USAGE: &str = "usage: cargo xtask score [--bench DIR] [-v] [--story NAME]";

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the table. False where a figure is beyond its floor.
fn run() -> Result<bool, String> {
    let (mut folder, mut verbose, mut size, mut looked_at) = (None, false, None, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "-v" => verbose = true,
            // Some stories are held out: what is wrong in them is shown only to who names one.
            "--story" => looked_at = Some(arguments.next().ok_or(USAGE)?),
            "--bench" => folder = Some(PathBuf::from(arguments.next().ok_or(USAGE)?)),
            "--wasm-gzip" => size = arguments.next().and_then(|n| n.parse::<usize>().ok()),
            _ => return Err(USAGE.to_owned()),
        }
    }
    let budgets = floors::read()?;
    let tests = root().join("crates/engine/tests");
    let mut broken = Vec::new();

    heading("The sample articles");
    let (reading, sources) = gold::read(&tests.join("gold/seeds.json"), &tests.join("samples"))?;
    let report = crosscheck_engine::analyse(&sources, &crosscheck_engine::Options::default());
    let samples = gold::score(&reading, &report);
    rows(&samples, &budgets.samples, verbose);
    broken.extend(floors::broken(&samples, &budgets.samples));

    let stories = gold::score_stories(&tests.join("stories"))?;
    if !stories.is_empty() {
        let all: Vec<Vec<Figure>> = stories.iter().map(|s| s.1.clone()).collect();
        let mean = gold::mean(&all);
        print_stories(&stories, looked_at.as_deref());
        heading("Mean of the stories");
        rows(&mean, &budgets.stories, false);
        broken.extend(floors::broken(&mean, &budgets.stories));
    }

    heading("Other people's data");
    if let Some(folder) = folder {
        let figures = bench::score(&folder)?;
        rows(&figures, &budgets.elsewhere, verbose);
        broken.extend(floors::broken(&figures, &budgets.elsewhere));
    } else {
        for (name, bound) in &budgets.elsewhere {
            println!("{name:42} not measured {:>10} {}", floors::shown(*bound), goals(*bound));
        }
        println!("They need --bench DIR. Where the data is from: {}", bench::WHERE);
    }

    heading("Time on this machine, and size");
    let mut cost = speed::measure(&sources);
    let at_home = ["engine as wasm, gzip, bytes"];
    cost.extend(at_home.iter().zip(size).map(|(name, size)| Figure::new(*name, Now::Count(size))));
    rows(&cost, &budgets.cost, false);
    for (name, _) in budgets.cost.iter().filter(|(name, _)| !cost.iter().any(|f| f.name == **name)) {
        println!("{name:42} not measured here");
    }
    let measured = |(name, _): &(&String, &floors::Bound)| cost.iter().any(|f| f.name == **name);
    let bounds: Bounds = budgets.cost.iter().filter(measured).map(|(n, b)| (n.clone(), *b)).collect();
    broken.extend(floors::broken(&cost, &bounds));

    for line in &broken {
        println!("\nerror: {line}");
    }
    Ok(broken.is_empty())
}

fn heading(text: &str) {
    println!("\n{text:42} {:>12} {:>10} {:>8} {:>8}", "now", "floor", "gate", "aim");
}

fn goals(bound: floors::Bound) -> String {
    let number = |n: Option<f64>| n.map_or_else(String::new, |n| n.to_string());
    format!("{:>8} {:>8}", number(bound.gate), number(bound.aim))
}

fn rows(figures: &[Figure], bounds: &Bounds, verbose: bool) {
    for figure in figures {
        let bound = bounds.get(&figure.name).copied().unwrap_or_default();
        println!("{:42} {:>12} {:>10} {}", figure.name, figure.now.to_string(), floors::shown(bound), goals(bound));
        if verbose {
            figure.details.iter().for_each(|line| println!("    {line}"));
        }
    }
}

/// One column a story, with what is missed and wrong in the one that is looked at.
fn print_stories(stories: &[(String, Vec<Figure>)], looked_at: Option<&str>) {
    let columns = |cells: Vec<String>| cells.iter().fold(String::new(), |line, cell| line + &format!(" {cell:>12.12}"));
    println!("\n{:32}{}", "Stories", columns(stories.iter().map(|s| s.0.clone()).collect()));
    for (i, figure) in stories[0].1.iter().enumerate() {
        println!("{:32}{}", figure.name, columns(stories.iter().map(|s| s.1[i].now.to_string()).collect()));
        for (name, figures) in stories.iter().filter(|s| Some(s.0.as_str()) == looked_at) {
            figures[i].details.iter().for_each(|line| println!("    {name}: {line}"));
        }
    }
}
