//! What the program draws from, as it travels: the Report without what stands still in the page, which the program would only
//! carry, and without what the articles have already.

use crosscheck_engine::report::{Article, ArticleId, Difference, FORMAT, Fact, Report, Sum};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Carried {
    format: u32,
    articles: Vec<Article>,
    compared: Compared,
}

/// What refers to articles. As it travels an article is named by its number, and words that stand in an article are left out: half
/// of the bytes.
#[derive(Serialize, Deserialize)]
struct Compared {
    facts: Vec<Fact>,
    self_contradictions: Vec<Difference>,
    sums: Vec<Sum>,
}

/// Words with their place in an article: start and end in bytes.
type Words<'a> = (u32, u32, &'a mut String);

impl Compared {
    /// Goes through all that refers to an article, with its words where it has any.
    fn each(&mut self, refers: &mut dyn FnMut(&mut ArticleId, Option<Words>)) {
        for fact in &mut self.facts {
            let label = &mut fact.label;
            refers(&mut label.article, Some((label.start, label.end, &mut label.text)));
            for mention in &mut fact.mentions {
                refers(&mut mention.article, None);
                mention.shares.iter_mut().flat_map(|shared| &mut shared.with).for_each(|id| refers(id, None));
            }
        }
        let differences = self.facts.iter_mut().flat_map(|fact| &mut fact.differences);
        for value in differences.chain(&mut self.self_contradictions).flat_map(|difference| &mut difference.values) {
            refers(&mut value.article, Some((value.start, value.end, &mut value.text)));
        }
        self.sums.iter_mut().for_each(|sum| refers(&mut sum.article, None));
    }
}

/// A Report's bytes for the program.
///
/// # Panics
/// Never: a Report is plain data.
pub fn carried(report: &Report) -> Vec<u8> {
    let Report { format, articles, facts, self_contradictions, sums, .. } = report.clone();
    let mut compared = Compared { facts, self_contradictions, sums };
    compared.each(&mut |id, words| {
        let Some(index) = articles.iter().position(|article| article.id == *id) else { return };
        if let Some((start, end, text)) = words
            && articles[index].text.get(start as usize..end as usize) == Some(text)
        {
            text.clear();
        }
        id.0 = index.to_string();
    });
    postcard::to_allocvec(&Carried { format, articles, compared }).expect("a Report is plain data")
}

/// Reads what [`carried`] gave, as a Report without the rest; none where it is of another format.
pub fn read_report(bytes: &[u8]) -> Option<Report> {
    let Carried { format, articles, mut compared } = postcard::from_bytes(bytes).ok()?;
    compared.each(&mut |id, words| {
        let Some(article) = id.0.parse().ok().and_then(|index: usize| articles.get(index)) else { return };
        if let Some((start, end, text)) = words.filter(|(.., text)| text.is_empty()) {
            text.push_str(article.text.get(start as usize..end as usize).unwrap_or_default());
        }
        id.clone_from(&article.id);
    });
    let Compared { facts, self_contradictions, sums } = compared;
    (format == FORMAT).then(|| Report { format, articles, facts, self_contradictions, sums, ..Report::default() })
}
