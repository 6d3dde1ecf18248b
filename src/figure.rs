//! Figures as marks on a scale: where each stands, and how its hedge is drawn.

use crosscheck_engine::report::QuantityValue;

use crate::words::{Key, say};

/// How sure a figure is put, as its mark shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The figure without a hedge.
    Exact,
    /// A hedge that leaves it open to both sides.
    About,
    /// The figure is the lower bound.
    From,
    /// The figure is the upper bound.
    UpTo,
    /// A lower and an upper bound.
    Range,
}

impl Mark {
    /// Every one, in the order of the legend.
    pub const EACH: [Self; 5] = [Self::Exact, Self::About, Self::From, Self::UpTo, Self::Range];
}

/// A figure that can be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// How its hedge is drawn.
    pub mark: Mark,
    /// Where it stands.
    pub low: f64,
    /// Of a range, its other end; otherwise the same.
    pub high: f64,
}

impl Figure {
    /// None where no figure is printed, as with "several".
    pub fn of(value: &QuantityValue) -> Option<Self> {
        let point = |mark, at| Self { mark, low: at, high: at };
        let figure = match (value.value, value.min, value.max) {
            (_, Some(low), Some(high)) if low < high => Self { mark: Mark::Range, low, high },
            (Some(at), Some(_), None) => point(Mark::From, at),
            (Some(at), None, Some(_)) => point(Mark::UpTo, at),
            (Some(at), ..) => point(if value.hedge.is_some() { Mark::About } else { Mark::Exact }, at),
            (None, ..) => return None,
        };
        (figure.low.is_finite() && figure.high.is_finite()).then_some(figure)
    }
}

/// The smallest and the largest figure that a scale must hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The smallest.
    pub low: f64,
    /// The largest.
    pub high: f64,
}

impl Scale {
    /// Around all of them; none where there are none.
    pub fn around(figures: impl Iterator<Item = Figure>) -> Option<Self> {
        figures
            .map(|figure| Self { low: figure.low, high: figure.high })
            .reduce(|all, one| Self { low: all.low.min(one.low), high: all.high.max(one.high) })
    }

    /// Where a figure stands from left to right, in thousandths of the width; with room at both ends for the marks. Where all
    /// figures are one, it stands in the middle.
    pub fn place(self, at: f64) -> u32 {
        // Halves: the whole width may be more than a number can hold.
        let width = self.high / 2.0 - self.low / 2.0;
        if width > 0.0 { 80 + ((at / 2.0 - self.low / 2.0) / width * 840.0) as u32 } else { 500 }
    }
}

/// A figure in digits, with up to two after the point.
pub fn digits(at: f64) -> String {
    let hundredths = (at.abs() * 100.0 + 0.5) as u64;
    let mut text = (hundredths / 100).to_string();
    let mut left = text.len();
    while left > 3 {
        left -= 3;
        text.insert_str(left, say(Key::ThousandsMark));
    }
    let rest = hundredths % 100;
    if rest > 0 {
        text.push_str(say(Key::DecimalMark));
        text.push(char::from(b'0' + (rest / 10) as u8));
        if !rest.is_multiple_of(10) {
            text.push(char::from(b'0' + (rest % 10) as u8));
        }
    }
    if at < 0.0 && hundredths > 0 {
        text.insert(0, '−');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Figure, Mark, Scale, digits};
    use crosscheck_engine::report::{ArticleId, QuantityValue};

    fn figure(value: Option<f64>, min: Option<f64>, max: Option<f64>, hedge: Option<&str>) -> Option<Figure> {
        let hedge = hedge.map(str::to_owned);
        Figure::of(&QuantityValue {
            article: ArticleId("a".into()),
            start: 0,
            end: 1,
            value,
            min,
            max,
            unit: None,
            hedge,
        })
    }

    #[test]
    fn a_hedge_is_drawn_as_the_bounds_say() {
        let mark = |value, min, max, hedge| figure(value, min, max, hedge).map(|figure| figure.mark);
        assert_eq!(mark(Some(66.0), None, None, None), Some(Mark::Exact));
        assert_eq!(mark(Some(66.0), None, None, Some("about")), Some(Mark::About));
        assert_eq!(mark(Some(60.0), Some(61.0), None, Some("more than")), Some(Mark::From));
        assert_eq!(mark(Some(62.0), Some(62.0), None, Some("at least")), Some(Mark::From));
        assert_eq!(mark(Some(40.0), None, Some(40.0), Some("up to")), Some(Mark::UpTo));
        assert_eq!(mark(None, Some(200.0), Some(240.0), None), Some(Mark::Range));
        assert_eq!(mark(None, Some(3.0), None, None), None, "several");
        assert_eq!(mark(Some(f64::INFINITY), None, None, None), None);
    }

    #[test]
    fn a_figure_stands_where_its_value_is_and_what_is_not_finite_nowhere() {
        let more = figure(Some(60.0), Some(61.0), None, Some("more than")).expect("a figure");
        assert_eq!((more.low, more.high), (60.0, 60.0));
        let range = figure(None, Some(200.0), Some(240.0), None).expect("a range");
        let scale = Scale::around([more, range].into_iter()).expect("two figures");
        assert_eq!((scale.low, scale.high), (60.0, 240.0));
        assert_eq!([60.0, 150.0, 240.0].map(|at| scale.place(at)), [80, 500, 920]);
        let one = Scale::around([more].into_iter()).expect("a figure");
        assert_eq!(one.place(60.0), 500);
        let wide = Scale { low: f64::MIN, high: f64::MAX };
        assert_eq!([f64::MIN, f64::MAX].map(|at| wide.place(at)), [80, 920]);
    }

    #[test]
    fn figures_are_written_in_digits() {
        for (at, text) in [
            (0.0, "0"),
            (66.0, "66"),
            (2500.0, "2,500"),
            (7_800_000_000.0, "7,800,000,000"),
            (6.6, "6.6"),
            (-18.25, "−18.25"),
            (1.0 / 3.0, "0.33"),
            (0.999, "1"),
        ] {
            assert_eq!(digits(at), text);
        }
    }
}
