//! `crosscheck`: the engine on the command line.

mod table;

use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use crosscheck_engine::{Options, Source, analyse, inspect};

/// Several articles on one event, side by side: what each claims, where they differ, and which sentence says it.
#[derive(Parser)]
#[command(name = "crosscheck", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Compare articles: a folder of .txt, .md and .html files, or such files.
    Compare {
        /// Folders and files.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// How to print the comparison.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// What headlines are: kept apart, or sentences that claim.
        #[arg(long, value_enum, default_value_t = Headlines::Apart)]
        headlines: Headlines,
    },
    /// Everything that is read in one text: sentences, quotations, quantities, times, names. Always JSON; of HTML and Markdown
    /// with the text that they show, to which the offsets refer.
    Mentions {
        /// A file, or - for standard input.
        path: PathBuf,
        /// The day the text was published (YYYY-MM-DD): relative days are resolved from it. The text's own date line wins.
        #[arg(long)]
        date: Option<String>,
        /// How to print.
        #[arg(long, value_enum, default_value_t = OnlyJson::Json)]
        format: OnlyJson,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Rows for people.
    Text,
    /// The whole Report.
    Json,
}

#[derive(Clone, Copy, ValueEnum)]
enum OnlyJson {
    /// One object.
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Headlines {
    /// Shown apart from the claims.
    Apart,
    /// Sentences like others.
    Claims,
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(text) => {
            // A reader that stops early (`| head`) is no error of ours.
            let _ = std::io::Write::write_all(&mut std::io::stdout().lock(), text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<String, String> {
    match command {
        Command::Compare { paths, format, headlines } => {
            let folder = crosscheck_stories::read_paths(&paths).map_err(|e| e.to_string())?;
            for problem in &folder.problems {
                eprintln!("warning: {problem}");
            }
            if folder.sources.is_empty() {
                let named: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
                return Err(format!(
                    "no article could be read from {}: name .txt, .md or .html files, one an article, or a folder that holds some",
                    named.join(", ")
                ));
            }
            let report = analyse(
                &folder.sources,
                &Options { headlines_claim: headlines == Headlines::Claims, ..Options::default() },
            );
            match format {
                Format::Json => serde_json::to_string(&report).map(|json| json + "\n").map_err(|e| e.to_string()),
                Format::Text => Ok(table::print(&report)),
            }
        }
        Command::Mentions { path, date, format: OnlyJson::Json } => {
            let bytes = if path.as_os_str() == "-" {
                let mut bytes = Vec::new();
                std::io::stdin().read_to_end(&mut bytes).map_err(|e| format!("cannot read standard input: {e}"))?;
                bytes
            } else {
                std::fs::read(&path).map_err(|e| format!("cannot open {}: {e}", path.display()))?
            };
            let name = path.display().to_string();
            let source = Source::from_bytes(&name, &bytes).map_err(|e| format!("{name}: {e}"))?;
            let text = source.shown();
            let found = inspect(&text, date.as_deref()).map_err(|e| format!("--date: {e}"))?;
            if text == source.text {
                return serde_json::to_string(&found).map(|json| json + "\n").map_err(|e| e.to_string());
            }
            // Offsets into what a page shows are of no use without it.
            let mut found = serde_json::to_value(&found).map_err(|e| e.to_string())?;
            found["text"] = text.into();
            Ok(found.to_string() + "\n")
        }
    }
}
