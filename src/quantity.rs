//! What measures the same in several articles, as the Numbers section shows it: the Report's groups of figures, and with them
//! what a row sets against these figures.

use crosscheck_engine::order::Order;
use crosscheck_engine::report::{ArticleId, Difference, Field, QuantityGroup, QuantityValue, Range, Value};

use crate::figure::Figure;
use crate::matrix::lead;
use crate::standing::Standing;
use crate::story::Story;

/// An article and where it prints something.
pub type Spot = (usize, Range);

/// Figures of one quantity.
pub struct Quantity<'a> {
    /// What is counted, as printed; where the Report has a bare figure for it, the fullest of the prints.
    pub name: &'a str,
    /// The row in which they are compared.
    pub row: Option<usize>,
    /// The figures, by article and place.
    pub figures: Vec<&'a QuantityValue>,
    /// What other articles say in that row without a figure.
    pub words: Vec<Spot>,
}

/// Figures that are drawn at one point by one mark, and where they are printed.
pub struct Point {
    /// None where no figure is printed.
    pub figure: Option<Figure>,
    /// Where, by article.
    pub spots: Vec<Spot>,
    /// Whether it is one of those that stand against each other in a row.
    pub differs: bool,
}

/// All quantities: first those that differ, then those that most articles give. A row stands in one of them at most; what is
/// in it already is not gathered again.
pub fn gather(story: &Story) -> Vec<Quantity<'_>> {
    let mut groups: Vec<&QuantityGroup> = story.quantities.iter().collect();
    groups.order_by_key(|group| std::cmp::Reverse(articles(&group.values)));
    let mut all: Vec<Quantity<'_>> = Vec::new();
    for group in groups {
        let several = articles(&group.values) > 1;
        let row = (0..story.facts.len()).find(|&row| compares(story, row, group));
        if row.is_some() && all.iter().any(|other| other.row == row) {
            let told = |value: &QuantityValue| all.iter().any(|other| other.figures.contains(&value));
            if several || !group.values.iter().any(told) {
                all.push(quantity(story, group, None));
            }
            continue;
        }
        all.push(quantity(story, group, row));
    }
    all.order_by_key(|quantity| {
        let differs = quantity.row.is_some_and(|row| story.standing(row) == Standing::Differ);
        (!differs, std::cmp::Reverse(quantity.articles()))
    });
    all
}

fn quantity<'a>(story: &'a Story, group: &'a QuantityGroup, row: Option<usize>) -> Quantity<'a> {
    let mut figures: Vec<&QuantityValue> = group.values.iter().collect();
    let mut words = Vec::new();
    let values = row.and_then(|row| lead(&story.facts[row])).map_or(&[][..], |lead| &lead.values);
    for value in values.iter().filter(|value| group.values.iter().all(|own| own.article != value.article)) {
        match figure_at(story, value) {
            Some(figure) => figures.push(figure),
            None => words.extend(spot(story, &value.article, value.start, value.end)),
        }
    }
    let printed = figures.iter().filter_map(|value| place(story, value)).map(|(article, at)| story.text(article, at));
    let bare = !group.what.chars().any(char::is_alphabetic);
    let fullest = printed.filter(|_| bare).max_by_key(|text| text.len());
    Quantity { name: fullest.unwrap_or(&group.what), row, figures, words }
}

/// Whether a row compares a figure of the group with figures of at least one other article.
fn compares(story: &Story, row: usize, group: &QuantityGroup) -> bool {
    lead(&story.facts[row]).is_some_and(|lead| {
        group.values.iter().any(|figure| holds(lead, figure))
            && lead.values.iter().filter(|value| figure_at(story, value).is_some()).count() > 1
    })
}

fn holds(difference: &Difference, figure: &QuantityValue) -> bool {
    matches!(difference.field, Field::Number | Field::Casualty)
        && difference.values.iter().any(|value| over(value, figure))
}

fn over(value: &Value, figure: &QuantityValue) -> bool {
    value.article == figure.article && value.start < figure.end && figure.start < value.end
}

/// The figure of a row's value, where it can be drawn.
fn figure_at<'a>(story: &'a Story, value: &Value) -> Option<&'a QuantityValue> {
    let mut all = story.quantities.iter().flat_map(|group| &group.values);
    all.find(|figure| over(value, figure) && Figure::of(figure).is_some())
}

fn spot(story: &Story, article: &ArticleId, start: u32, end: u32) -> Option<Spot> {
    Some((story.index(article)?, Range { start, end }))
}

/// Where a figure is printed.
pub fn place(story: &Story, figure: &QuantityValue) -> Option<Spot> {
    spot(story, &figure.article, figure.start, figure.end)
}

fn articles(figures: &[QuantityValue]) -> usize {
    figures.chunk_by(|one, other| one.article == other.article).count()
}

impl Quantity<'_> {
    /// How many articles give a figure.
    pub fn articles(&self) -> usize {
        self.figures.chunk_by(|one, other| one.article == other.article).count()
    }

    /// Whether all figures can stand on one scale.
    pub fn has_one_unit(&self) -> bool {
        self.figures.windows(2).all(|pair| pair[0].unit == pair[1].unit)
    }

    /// Where all of it is printed.
    pub fn spots(&self, story: &Story) -> Vec<Spot> {
        self.figures.iter().filter_map(|figure| place(story, figure)).collect()
    }

    /// The points, from the smallest on; what has no figure comes last.
    pub fn points(&self, story: &Story) -> Vec<Point> {
        let against = self.row.filter(|&row| story.standing(row) == Standing::Differ);
        let against = against.and_then(|row| lead(&story.facts[row]));
        let mut points: Vec<Point> = Vec::new();
        let mut add = |figure: Option<Figure>, spot: Spot, differs: bool| match points
            .iter_mut()
            .find(|point| point.figure == figure)
        {
            Some(point) => {
                point.spots.push(spot);
                point.differs |= differs;
            }
            None => points.push(Point { figure, spots: vec![spot], differs }),
        };
        for value in &self.figures {
            if let Some(spot) = place(story, value) {
                add(Figure::of(value), spot, against.is_some_and(|against| holds(against, value)));
            }
        }
        for &spot in &self.words {
            add(None, spot, against.is_some());
        }
        for point in &mut points {
            point.spots.order_by_key(|(article, at)| (*article, at.start));
        }
        points.order_by(|one, other| match (one.figure, other.figure) {
            (Some(one), Some(other)) => one.low.total_cmp(&other.low),
            (one, other) => one.is_none().cmp(&other.is_none()),
        });
        points
    }
}
