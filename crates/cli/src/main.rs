//! `crosscheck`: the engine on the command line.

mod check;
mod story;
mod table;

use std::io::Read;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use crosscheck_engine::{Options, Source, inspect};

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
        /// Folders and files. Of a single folder its own articles are compared, with what its story.toml says of them.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Compare the articles of a subfolder: what it goes by in an address.
        #[arg(long)]
        story: Option<String>,
        /// How to print the comparison.
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// What headlines are: kept apart, or sentences that claim.
        #[arg(long, value_enum, default_value_t = Headlines::Apart)]
        headlines: Headlines,
    },
    /// Write a comparison as a file for other programs, as the host publishes it: of a story with `publish = "excerpts"` excerpts
    /// only.
    Export {
        /// A folder of articles.
        folder: PathBuf,
        /// What to write.
        #[arg(long, value_enum)]
        format: ExportFormat,
        /// The articles of a subfolder: what it goes by in an address.
        #[arg(long)]
        story: Option<String>,
        /// Where to write; without it, to standard output.
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
    /// Tell what is read in a folder and each of its subfolders, what is set aside, and what looks wrong. Fails where a story cannot be shown.
    Check {
        /// A folder of articles and stories.
        folder: PathBuf,
    },
    /// Print the JSON Schema of the Report, which `--format json` writes.
    Schema,
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
enum ExportFormat {
    /// A line for each place where an article states a claim.
    Csv,
    /// The whole Report; `crosscheck schema` says what is in it.
    Json,
    /// Tables to read.
    Markdown,
    /// schema.org's Claim with its appearances.
    JsonLd,
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
        Ok((text, code)) => {
            // A reader that stops early (`| head`) is no error of ours.
            let _ = std::io::Write::write_all(&mut std::io::stdout().lock(), text.as_bytes());
            code
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// What to print, and what to tell the shell.
fn run(command: Command) -> Result<(String, ExitCode), String> {
    let done = |text: String| Ok((text, ExitCode::SUCCESS));
    match command {
        Command::Compare { paths, story, format, headlines } => {
            let options = Options { headlines_claim: headlines == Headlines::Claims, ..Options::default() };
            let report = story::named(&paths, story.as_deref())?.compared(&options).map_err(story::told)?;
            done(match format {
                Format::Json => crosscheck_export::json(&report),
                Format::Text => table::print(&report),
            })
        }
        Command::Export { folder, format, story, output } => {
            let story = story::named(std::slice::from_ref(&folder), story.as_deref())?;
            let report = story.published().map_err(story::told)?;
            let write = match format {
                ExportFormat::Csv => crosscheck_export::csv,
                ExportFormat::Json => crosscheck_export::json,
                ExportFormat::Markdown => crosscheck_export::markdown,
                ExportFormat::JsonLd => crosscheck_export::json_ld,
            };
            let Some(path) = output else { return done(write(&report)) };
            std::fs::write(&path, write(&report)).map_err(|error| {
                format!(
                    "cannot write {}: {error}; name a file in a folder that is there and may be written",
                    path.display()
                )
            })?;
            done(String::new())
        }
        Command::Schema => done(crosscheck_export::SCHEMA.to_owned()),
        Command::Check { folder } => {
            let found = check::folder(&folder).map_err(|error| error.to_string())?;
            Ok((found.text, if found.errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }))
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
                return serde_json::to_string(&found).map_err(|e| e.to_string()).and_then(|json| done(json + "\n"));
            }
            // Offsets into what a page shows are of no use without it.
            let mut found = serde_json::to_value(&found).map_err(|e| e.to_string())?;
            found["text"] = text.into();
            done(found.to_string() + "\n")
        }
    }
}
