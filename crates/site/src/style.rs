//! The page's style sheets, gathered.

/// All rules of a page in their order, without comments and line breaks that nobody needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rules {
    /// What a first screen needs.
    pub(crate) first: String,
    /// What stands after the mark.
    pub(crate) later: String,
}

/// Between the style sheets of the first screen and the others.
const MARK: &str = "<!--later styles-->";

/// Takes every `<style>` of the page out and gives the page and the rules. Rules must hold no `/*` inside quotation marks; ours do
/// not.
pub(crate) fn gather(html: &str) -> (String, Rules) {
    let (mut page, mut rules) = (String::new(), Rules::default());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<style>") {
        let Some((style, after)) = after.split_once("</style>") else { break };
        page.push_str(before.trim_end_matches([' ', '\n']));
        page.push('\n');
        let to = if page.contains(MARK) { &mut rules.later } else { &mut rules.first };
        to.push_str(&compact(style));
        rest = after.trim_start_matches('\n');
    }
    page.push_str(rest);
    (page.replace(MARK, ""), rules)
}

fn compact(style: &str) -> String {
    let mut plain = String::new();
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::gather;

    #[test]
    fn style_sheets_become_one_in_their_order_or_two_at_the_mark() {
        let html = "<head>\n<style>/* why */\n  a { b: c }\n\n</style>\n<style>d { e: f /* g */ }</style>\n</head>";
        let (page, rules) = gather(html);
        assert_eq!((rules.first.as_str(), rules.later.as_str()), ("a { b: c }\nd { e: f  }\n", ""));
        assert_eq!(page.split_whitespace().collect::<String>(), "<head></head>");
        let (page, rules) = gather(&html.replacen("</style>", "</style><!--later styles-->", 1));
        assert_eq!((rules.first.as_str(), rules.later.as_str()), ("a { b: c }\n", "d { e: f  }\n"));
        assert_eq!(page.split_whitespace().collect::<String>(), "<head></head>");
    }
}
