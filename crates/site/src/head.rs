//! What search engines and link previews read of a page.

use crosscheck::words::{Key, fill};
use crosscheck_engine::report::{Article, Report};

use crate::page::escaped;

/// Title and description for previews, the articles for search engines, and the manifest; `root` leads to the site's folder.
pub(crate) fn head(title: &str, report: &Report, root: &str) -> String {
    let sources: Vec<&str> = report.articles.iter().filter_map(|article| article.outlet.as_deref()).collect();
    let counts = [("n", &report.articles.len() as &dyn std::fmt::Display), ("points", &report.facts.len())];
    let mut description = fill(Key::Description, &counts);
    if !sources.is_empty() {
        description = format!("{description} {}", sources.join(" · "));
    }
    let citation: Vec<serde_json::Value> = report.articles.iter().map(cited).collect();
    let data = serde_json::json!({
        "@context": "https://schema.org", "@type": "WebPage", "name": title, "description": description, "citation": citation
    });
    // Inside a script element only `<` could end it.
    let data = data.to_string().replace('<', "\\u003c");
    let (title, description) = (escaped(title), escaped(&description));
    format!(
        "<meta name=\"description\" content=\"{description}\">\n<meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:description\" content=\"{description}\">\n<meta property=\"og:type\" content=\"website\">\n\
         <link rel=\"manifest\" href=\"{root}manifest.webmanifest\">\n\
         <script type=\"application/ld+json\">{data}</script>"
    )
}

fn cited(article: &Article) -> serde_json::Value {
    let mut cited = serde_json::Map::new();
    cited.insert("@type".to_owned(), "NewsArticle".into());
    let own = [
        ("headline", &article.headline),
        ("url", &article.url),
        ("datePublished", &article.published),
        ("author", &article.byline),
        ("publisher", &article.outlet),
    ];
    for (key, value) in own {
        if let Some(value) = value {
            cited.insert(key.to_owned(), value.as_str().into());
        }
    }
    cited.into()
}
