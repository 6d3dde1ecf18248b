//! The site as a folder of files: a page with its data, the worker that keeps it for the next visit, and the page as one file.

use std::io::Write as _;
use std::path::Path;

use base64::{Engine, prelude::BASE64_STANDARD};
use crosscheck::Story;
use crosscheck_engine::report::Report;
use flate2::{Compression, GzBuilder};

use crate::assets::{Asset, short_hash};
use crate::page::{Parts, Shell, escaped, render};

/// Served by a server: script and data of its own origin, and after the start nothing at all.
const SERVED: &str = "script-src 'self' 'wasm-unsafe-eval' {inline}; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
                      trusted-types crosscheck";
/// One file: nothing but what stands in it.
const ALONE: &str = "script-src 'wasm-unsafe-eval' {inline}; trusted-types 'none'";

/// The page as one file, beside the page.
pub(crate) const SINGLE: &str = "crosscheck.html";

/// Writes all of it. Without `offline` no worker keeps the page: while one works on it, it should be new each time.
///
/// # Errors
/// Where a file cannot be read or written, or the folder is not as Trunk leaves it.
pub(crate) fn write(folder: &Path, report: &Report, offline: bool) -> Result<(), String> {
    let shell = Shell::read(folder)?;
    let data = postcard::to_allocvec(report).expect("a Report is plain data");
    let data = Asset::write(folder, "story", "bin", data)?;
    let headline = Story::new(report.clone()).title().map(|(_, headline)| headline.to_owned());
    let title = headline.map_or_else(|| "Crosscheck".to_owned(), |headline| format!("{headline} · Crosscheck"));
    let page = render(report);
    single(folder, &shell, &data, &title, &page)?;

    let map = format!("{{\"integrity\":{{\"./{}\":\"{}\"}}}}", shell.js.name, shell.js.integrity());
    let start = include_str!("start.js").replace("{offline}", if offline { include_str!("offline.js") } else { "" });
    let start = [("js", &shell.js), ("wasm", &shell.wasm), ("story", &data)].into_iter().fold(
        start,
        |start, (place, asset)| {
            start
                .replace(&format!("{{{place}}}"), &format!("./{}", asset.name))
                .replace(&format!("{{{place}-integrity}}"), &asset.integrity())
        },
    );
    let start = start.replace("{worker}", "./worker.js").replace("{root}", "./");
    let head = format!(
        "<meta property=\"og:title\" content=\"{}\">\n<link rel=\"manifest\" href=\"./manifest.webmanifest\">",
        escaped(&title)
    );
    let scripts = vec![("importmap", map), ("module", start)];
    let parts = Parts { title: &title, head, page: &page, scripts, data: String::new(), policy: SERVED };
    let index = Asset::named(folder, "index.html", shell.fill(&parts).into_bytes())?;
    if offline {
        let manifest = Asset::named(folder, "manifest.webmanifest", manifest().into_bytes())?;
        worker(folder, &[index, shell.js, shell.wasm, data, manifest])?;
    }
    Ok(())
}

/// Everything in one file that opens from disk. Browsers load no WebAssembly and no modules from there, so all stands in it:
/// packed, as letters, unpacked by the browser.
fn single(folder: &Path, shell: &Shell, data: &Asset, title: &str, page: &str) -> Result<(), String> {
    let packed = |id: &str, bytes: &[u8]| {
        // Without a time and a name: the same bytes each time.
        let mut packer = GzBuilder::new().write(Vec::new(), Compression::best());
        packer.write_all(bytes).expect("a Vec takes any bytes");
        let bytes = packer.finish().expect("a Vec takes any bytes");
        format!("<script type=\"application/gzip\" id=\"{id}\">{}</script>\n", BASE64_STANDARD.encode(bytes))
    };
    let glue = String::from_utf8_lossy(&shell.js.bytes).into_owned();
    // A script that stands in the page exports nothing.
    let Some((glue, _)) = glue.rsplit_once("\nexport {") else {
        return Err(format!("{}: expected one export at its end, as wasm-bindgen writes it", shell.js.name));
    };
    let glue = glue.replace("\nexport function", "\nfunction").replace("\nexport class", "\nclass");
    let start = format!("{glue}\n{}", include_str!("single.js"));
    let parts = Parts {
        title,
        head: String::new(),
        page,
        scripts: vec![("module", start)],
        data: packed("program", &shell.wasm.bytes) + &packed("story", &data.bytes),
        policy: ALONE,
    };
    Asset::named(folder, SINGLE, shell.fill(&parts).into_bytes()).map(drop)
}

/// The worker that keeps these files. A page stands under its folder's address.
fn worker(folder: &Path, kept: &[Asset]) -> Result<(), String> {
    let mut all = Vec::new();
    let files: Vec<String> = kept
        .iter()
        .map(|asset| {
            all.extend_from_slice(asset.integrity().as_bytes());
            let address = asset.name.strip_suffix("index.html").unwrap_or(&asset.name);
            format!("[\"./{address}\",\"{}\"]", asset.integrity())
        })
        .collect();
    let script = include_str!("worker.js");
    all.extend_from_slice(script.as_bytes());
    let script = script.replace("{version}", &short_hash(&all)).replace("{files}", &format!("[{}]", files.join(",")));
    Asset::named(folder, "worker.js", script.into_bytes()).map(drop)
}

fn manifest() -> String {
    let icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' fill='%2316181d'/%3E%3Cpath d='M4 6.5h8M4 9.5h8M10 4 6 12' stroke='%23fbfaf6' stroke-width='1.4' fill='none'/%3E%3C/svg%3E";
    format!(
        "{{\"name\":\"Crosscheck\",\"start_url\":\"./\",\"scope\":\"./\",\"display\":\"standalone\",\"background_color\":\"#fbfaf6\",\
         \"theme_color\":\"#fbfaf6\",\"icons\":[{{\"src\":\"{icon}\",\"sizes\":\"any\",\"type\":\"image/svg+xml\",\"purpose\":\"any maskable\"}}]}}\n"
    )
}
