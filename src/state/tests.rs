use super::*;
use crosscheck_engine::report::{Article, ArticleId, FORMAT, Fact, Mention, Passage, Range, Report, Status, Voice};

const NOWHERE: Range = Range { start: 0, end: 0 };

fn mention(article: &str, sentence: u32) -> Mention {
    Mention {
        article: ArticleId(article.into()),
        start: 0,
        end: 0,
        sentence,
        speaker: None,
        via: Vec::new(),
        voice: Voice::Outlet,
        sure: true,
        value: NOWHERE,
        shares: Vec::new(),
    }
}

fn fact(id: &str, status: Status, mentions: Vec<Mention>) -> Fact {
    let label = Passage { article: mentions[0].article.clone(), start: 0, end: 0, text: String::new() };
    let id = id.to_owned();
    Fact {
        id,
        status,
        label,
        field: None,
        shared_words: Vec::new(),
        mentions,
        differences: Vec::new(),
        origins: 1,
        why: Vec::new(),
    }
}

fn article(id: &str) -> Article {
    Article {
        id: ArticleId(id.into()),
        file: String::new(),
        url: None,
        outlet: None,
        outlet_basis: None,
        headline: None,
        headline_basis: None,
        headline_at: None,
        byline: None,
        byline_basis: None,
        published: None,
        published_basis: None,
        words: 0,
        text: String::new(),
        left_out: Vec::new(),
        set_aside: Vec::new(),
        sentences: vec![NOWHERE; 9],
    }
}

/// `c-day` differs between A and B (B says it twice in one sentence), `c-both` is agreed, `c-one` is told by B.
fn start() -> Rc<State> {
    let facts = vec![
        fact("c-day", Status::Differ, vec![mention("a", 3), mention("b", 4), mention("b", 4)]),
        fact("c-both", Status::LessPrecise, vec![mention("a", 0), mention("b", 0)]),
        fact("c-one", Status::Single, vec![mention("b", 8)]),
    ];
    let report = Report {
        format: FORMAT,
        articles: vec![article("a"), article("b")],
        title: None,
        central_headline: None,
        facts,
        sharpest: Vec::new(),
        quotes: Vec::new(),
        quantities: Vec::new(),
        names: Vec::new(),
        timeline: Vec::new(),
        origins: Vec::new(),
        self_contradictions: Vec::new(),
        sums: Vec::new(),
        notes: Vec::new(),
    };
    Rc::new(State::new(Story::new(report)))
}

fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
    actions.into_iter().fold(start(), Reducible::reduce)
}

fn arrive(query: &str, fragment: &str) -> Action {
    Action::Arrive(Address::parse(query, fragment))
}

fn open(fact: usize, entry: usize) -> Action {
    Action::Open(Place { fact, entry })
}

#[test]
fn each_filter_shows_its_own() {
    let shown = |show| after([Action::Show(show)]).shown();
    assert_eq!(Show::EACH.map(shown), [vec![0, 1, 2], vec![0], vec![1], vec![2]]);
}

#[test]
fn opening_a_sentence_names_its_row_in_the_address() {
    assert_eq!(after([open(0, 0)]).address().to_string(), "?pane=A4#c-day");
    assert_eq!(after([Action::Show(Show::One), open(2, 0)]).address().to_string(), "?show=one&pane=B9#c-one");
}

#[test]
fn an_address_opens_what_it_was_taken_from() {
    for action in [open(0, 0), open(0, 1), open(0, 2), Action::GoTo(1), Action::Show(Show::Agree)] {
        let state = after([action]);
        let again = after([Action::Arrive(state.address())]);
        assert_eq!((again.show, again.open, &again.at), (state.show, state.open, &state.at));
        assert!(!again.missing);
    }
}

#[test]
fn a_link_to_what_is_gone_says_so_and_shows_the_rest() {
    for action in [
        arrive("?show=differ", "#c-gone"),
        arrive("?show=differ&pane=A9", "#c-day"),
        arrive("?show=differ&pane=A4", ""),
    ] {
        let state = after([action]);
        assert!(state.missing && state.open.is_none());
        assert_eq!(state.shown(), [0]);
    }
    let on = after([arrive("", "#c-gone"), Action::Show(Show::Differ)]);
    assert_eq!((on.missing, on.address().to_string().as_str()), (false, "?show=differ"));
    assert!(!after([arrive("", "#about")]).missing);
}

#[test]
fn a_row_that_is_asked_for_is_shown_whatever_the_filter_was() {
    assert_eq!(after([Action::Show(Show::One), Action::GoTo(0)]).show, Show::All);
    assert_eq!(after([Action::Show(Show::One), open(0, 0)]).show, Show::All);
    assert_eq!(after([arrive("?show=one", "#c-day")]).show, Show::All);
}

#[test]
fn a_new_filter_closes_the_open_sentence_only_where_its_row_goes() {
    assert_eq!(after([open(0, 0), Action::Show(Show::Agree)]).address().to_string(), "?show=agree");
    assert_eq!(after([open(0, 0), Action::Show(Show::Differ)]).address().to_string(), "?show=differ&pane=A4#c-day");
}

#[test]
fn closing_keeps_the_row_in_the_address() {
    assert_eq!(after([open(0, 0), Action::Whole(true), Action::Close]).address().to_string(), "#c-day");
    assert!(!after([open(0, 0), Action::Whole(true), Action::Close]).whole);
}

#[test]
fn what_changes_nothing_draws_nothing() {
    let state = after([open(0, 0)]);
    for action in [open(0, 0), Action::Show(Show::All), Action::Whole(false), open(9, 0), Action::GoTo(9)] {
        assert!(Rc::ptr_eq(&state, &Rc::clone(&state).reduce(action)));
    }
}
