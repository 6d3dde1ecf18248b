use super::*;
use crosscheck_engine::report::{
    Article, ArticleId, Difference, FORMAT, Fact, Mention, Passage, Range, Report, Status, Voice,
};

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

/// Nine sentences: "a1. a2. a3. …".
fn article(id: &str) -> Article {
    Article {
        id: ArticleId(id.into()),
        text: (1..=9).map(|n| format!("{id}{n}. ")).collect::<Vec<_>>().concat(),
        sentences: (0..9).map(|n| Range { start: n * 4, end: n * 4 + 3 }).collect(),
        ..Article::default()
    }
}

/// `c-day` differs between A and B (B says it twice in one sentence), `c-both` is agreed by all three, `c-one` is told by A.
fn start() -> Rc<State> {
    let mut day = fact("c-day", Status::Differ, vec![mention("a", 3), mention("b", 4), mention("b", 4)]);
    day.mentions[1].speaker = Some("Jo Bell".into());
    day.differences.push(Difference { field: Field::Date, values: Vec::new(), compatible: false, note: None });
    let facts = vec![
        day,
        fact("c-both", Status::LessPrecise, vec![mention("a", 5), mention("b", 0), mention("c", 0)]),
        fact("c-one", Status::Single, vec![mention("a", 0)]),
    ];
    let articles = vec![article("a"), article("b"), article("c")];
    let report = Report { format: FORMAT, articles, facts, ..Report::default() };
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

fn search(words: &str) -> Action {
    Action::Search(words.into())
}

fn shown(action: Action) -> Vec<usize> {
    after([action]).shown()
}

fn address(actions: impl IntoIterator<Item = Action>) -> String {
    after(actions).address().to_string()
}

const NEXT: Action = Action::Step(Among::Claims, true);
const BEFORE: Action = Action::Step(Among::Claims, false);

#[test]
fn each_filter_shows_its_own() {
    assert_eq!(Show::EACH.map(|show| shown(Action::Show(show))), [vec![0, 1, 2], vec![0], vec![1], vec![2]]);
}

#[test]
fn a_kind_shows_the_rows_that_compare_it() {
    assert_eq!(shown(Action::Kind(Some(Field::Date))), [0]);
    assert_eq!(shown(Action::Kind(Some(Field::Weapon))), [0; 0]);
    assert_eq!(after([Action::Kind(Some(Field::Date)), Action::Kind(None)]).shown(), [0, 1, 2]);
}

#[test]
fn rows_stand_as_the_report_has_them_as_the_story_goes_or_told_by_most_first() {
    assert_eq!(Sort::EACH.map(|sort| shown(Action::Sort(sort))), [vec![0, 1, 2], vec![2, 0, 1], vec![1, 0, 2]]);
}

#[test]
fn a_search_finds_sentences_and_speakers_in_any_case_of_letters() {
    assert_eq!(shown(search("B5")), [0]);
    assert_eq!(shown(search("  b1. ")), [1]);
    assert_eq!(shown(search("jo  bell")), [0]);
    assert_eq!(shown(search("b9")), [0; 0], "a sentence that stands in no row");
    assert_eq!(shown(search("  ")), [0, 1, 2]);
}

#[test]
fn typing_moves_nothing_on_the_screen() {
    for action in [search("b5"), Action::Toggle(0), Action::Base(Some(1)), Action::Columns(vec![1, 0])] {
        assert_eq!(after([action]).jumps, 0);
    }
    assert_eq!(after([Action::Show(Show::One)]).jumps, 1);
}

#[test]
fn rows_that_no_shown_article_tells_go_with_it() {
    let state = after([Action::Columns(vec![2, 1])]);
    assert_eq!((state.columns(), state.shown()), (vec![2, 1], vec![0, 1]));
    assert_eq!(state.address().to_string(), "?src=C.B");
}

#[test]
fn an_article_that_is_put_back_stands_where_it_stood_and_the_last_one_stays() {
    let without = after([Action::Toggle(1)]);
    assert_eq!((without.columns(), without.address().to_string().as_str()), (vec![0, 2], "?src=A.C"));
    assert_eq!(address([Action::Toggle(1), Action::Toggle(1)]), "");
    let last = after([Action::Columns(vec![1])]);
    assert!(Rc::ptr_eq(&last, &Rc::clone(&last).reduce(Action::Toggle(1))));
    assert!(Rc::ptr_eq(&last, &Rc::clone(&last).reduce(Action::Toggle(7))));
}

#[test]
fn the_others_are_shown_against_an_article_as_long_as_it_is_shown_itself() {
    assert_eq!(address([Action::Base(Some(1))]), "?base=B");
    assert_eq!(address([Action::Base(Some(1)), Action::Toggle(1)]), "?src=A.C");
    assert_eq!(address([Action::Base(Some(1)), Action::Base(None)]), "");
    assert_eq!(address([Action::Base(Some(7))]), "");
}

#[test]
fn everything_is_shown_again() {
    let all = [
        Action::Show(Show::Differ),
        Action::Kind(Some(Field::Date)),
        Action::Sort(Sort::Story),
        search("b5"),
        Action::Toggle(2),
        Action::Base(Some(0)),
    ];
    let chosen = after(all.clone());
    assert_eq!(
        chosen.address().to_string(),
        "?show=differ&kind=date&sort=story&q=b5&src=A.B&base=A",
        "each of them is a choice"
    );
    let reset = chosen.reduce(Action::Reset);
    assert_eq!((reset.shown(), reset.address().to_string().as_str()), (vec![0, 1, 2], ""));
    for action in all {
        assert_ne!(address([action.clone()]), "", "{action:?}");
        assert_eq!(address([action, Action::Reset]), "");
    }
}

#[test]
fn opening_a_sentence_names_its_row_in_the_address() {
    assert_eq!(address([open(0, 0)]), "?pane=A4#c-day");
    assert_eq!(address([Action::Show(Show::One), open(2, 0)]), "?show=one&pane=A1#c-one");
}

#[test]
fn an_address_restores_all_that_was_chosen() {
    let choices = [
        open(0, 0),
        open(0, 1),
        open(0, 2),
        Action::GoTo(1),
        Action::Show(Show::Agree),
        Action::Kind(Some(Field::Date)),
        Action::Sort(Sort::Coverage),
        search("a4 & ü"),
        Action::Columns(vec![2, 0]),
        Action::Base(Some(2)),
        Action::Section("numbers"),
    ];
    for action in choices {
        let state = after([action]);
        let again = after([Action::Arrive(state.address())]);
        assert_eq!((&again.choices, again.open, &again.at), (&state.choices, state.open, &state.at));
        assert!(!again.missing);
    }
}

#[test]
fn a_sentence_has_an_address_of_its_own_that_opens_it() {
    let id = start().story.sentence_id(1, 4);
    let state = after([Action::Arrive(Address::of(&id))]);
    assert_eq!((state.open, state.at.as_deref(), state.jumps), (Some(Place { fact: 0, entry: 1 }), Some(&*id), 1));
    assert!(!state.missing);
    let through_a_filter = after([arrive("?show=one", &id)]);
    assert_eq!((through_a_filter.open, through_a_filter.choices.show), (state.open, Show::All));
    let another = id.replace(['0', '1', '2', '3'], "f");
    for none in ["s-", "s-00000000", "s-0000000", another.as_str()] {
        let state = after([arrive("", none)]);
        assert!(state.open.is_none() && state.missing, "{none}");
    }
}

#[test]
fn sentences_of_other_words_or_other_articles_have_other_addresses() {
    let state = start();
    let mut ids: Vec<String> = (0..3)
        .flat_map(|article| (0..9).map(move |n| (article, n)))
        .map(|(a, n)| state.story.sentence_id(a, n))
        .collect();
    assert!(ids.iter().all(|id| id.len() == 10 && id.starts_with("s-")), "{ids:?}");
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 27);
}

#[test]
fn a_link_to_what_is_gone_says_so_and_shows_the_rest() {
    for action in [
        arrive("?show=differ", "#c-gone"),
        arrive("?show=differ&pane=A9", "#c-day"),
        arrive("?show=differ&pane=15", "#c-day"),
        arrive("?show=differ&pane=A4", ""),
    ] {
        let state = after([action]);
        assert!(state.missing && state.open.is_none());
        assert_eq!(state.shown(), [0]);
    }
    let on = after([arrive("", "#c-gone"), Action::Show(Show::Differ)]);
    assert_eq!((on.missing, on.address().to_string().as_str()), (false, "?show=differ"));
    for section in SECTIONS {
        assert!(!after([arrive("", section)]).missing, "{section}");
    }
}

#[test]
fn a_link_to_what_is_gone_offers_the_claim_that_shares_most_words_with_it() {
    let nearest = |fragment| after([arrive("", fragment)]).nearest();
    assert_eq!(nearest("#c-both-said"), Some(1));
    assert_eq!(nearest("#c-one-more-time"), Some(2));
    assert_eq!(nearest("#c-gone"), None, "what shares nothing is no neighbour");
    assert_eq!(nearest("#c-both"), None, "what is there needs no neighbour");
}

#[test]
fn a_row_that_is_asked_for_is_shown_whatever_the_filter_was() {
    for hides in [Action::Show(Show::One), Action::Kind(Some(Field::Weapon)), search("none"), Action::Columns(vec![2])]
    {
        for asks in [Action::GoTo(0), open(0, 0), arrive("?show=one&q=none&src=C", "#c-day")] {
            let state = after([Action::Sort(Sort::Story), hides.clone(), asks]);
            assert!(state.shown().contains(&0), "{hides:?}");
        }
        assert_eq!(after([Action::Sort(Sort::Story), hides, open(0, 0)]).choices.sort, Sort::Story);
    }
}

#[test]
fn a_new_choice_closes_the_open_sentence_only_where_its_row_or_its_column_goes() {
    assert_eq!(address([open(0, 0), Action::Show(Show::Agree)]), "?show=agree");
    assert_eq!(address([open(0, 0), Action::Show(Show::Differ)]), "?show=differ&pane=A4#c-day");
    assert_eq!(address([open(0, 0), search("b5")]), "?q=b5&pane=A4#c-day");
    assert_eq!(address([open(0, 0), Action::Toggle(0)]), "?src=B.C");
    assert_eq!(address([open(0, 0), Action::Toggle(1)]), "?src=A.C&pane=A4#c-day");
}

#[test]
fn closing_keeps_the_row_in_the_address() {
    assert_eq!(address([open(0, 0), Action::Whole(true), Action::Close]), "#c-day");
    assert!(!after([open(0, 0), Action::Whole(true), Action::Close]).whole);
}

#[test]
fn a_section_is_named_in_the_address_and_brought_into_view_each_time() {
    assert_eq!(address([Action::Section("quotes")]), "#quotes");
    assert_eq!(after([Action::Section("quotes"), Action::Section("quotes")]).jumps, 2);
}

#[test]
fn the_article_that_is_read_is_named_in_the_address_and_the_open_sentence_stays() {
    let read = after([arrive("?sort=story", "#read-B")]);
    assert_eq!((read.missing, read.address().to_string().as_str()), (false, "?sort=story#read-B"));
    assert!(after([arrive("", "#read-Z")]).missing && after([arrive("", "#read-")]).missing);
    assert_eq!(address([open(0, 0), arrive("?pane=A4", "#read-B")]), "?pane=A4#read-B");
    assert_eq!(address([open(0, 0), arrive("?pane=A5", "#read-B")]), "#read-B");
}

#[test]
fn a_choice_leads_to_the_claims_from_wherever_the_reader_was() {
    assert_eq!(address([Action::Section("quotes"), Action::Show(Show::Differ)]), "?show=differ");
    assert_eq!(address([arrive("", "#read-B"), Action::Sort(Sort::Story)]), "?sort=story");
    assert_eq!(
        address([open(0, 0), Action::Section("quotes"), Action::Show(Show::Differ)]),
        "?show=differ&pane=A4#c-day"
    );
}

#[test]
fn steps_go_along_the_rows_that_are_shown_and_stop_at_the_ends() {
    assert_eq!(address([NEXT]), "#c-day");
    assert_eq!(address([NEXT, NEXT]), "#c-both");
    assert_eq!(address([NEXT, NEXT, BEFORE]), "#c-day");
    assert_eq!(address([Action::Show(Show::One), NEXT]), "?show=one#c-one");
    let (first, last) = (after([NEXT]), after([NEXT, NEXT, NEXT]));
    assert!(Rc::ptr_eq(&first, &Rc::clone(&first).reduce(BEFORE)));
    assert!(Rc::ptr_eq(&last, &Rc::clone(&last).reduce(NEXT)));
    assert_eq!(after([NEXT, NEXT]).steps, 2);
}

#[test]
fn steps_among_differences_pass_over_the_rest() {
    let difference = |on| Action::Step(Among::Differences, on);
    assert_eq!(address([Action::GoTo(2), difference(false)]), "#c-day");
    let only = after([difference(true)]);
    assert_eq!(only.address().to_string(), "#c-day");
    assert!(Rc::ptr_eq(&only, &Rc::clone(&only).reduce(difference(true))));
}

#[test]
fn the_list_of_keys_comes_and_goes_and_leaves_the_address() {
    let shown = after([open(0, 0), Action::Help(true)]);
    assert!(shown.help && shown.open.is_some());
    assert_eq!(shown.address().to_string(), "?pane=A4#c-day");
    assert!(!shown.reduce(Action::Help(false)).help);
}

#[test]
fn what_changes_nothing_draws_nothing() {
    let state = after([open(0, 0)]);
    for action in [
        open(0, 0),
        open(9, 0),
        Action::GoTo(9),
        Action::Whole(false),
        Action::Help(false),
        Action::Reset,
        Action::Show(Show::All),
        Action::Kind(None),
        Action::Sort(Sort::Differ),
        search(""),
        Action::Columns(vec![0, 1, 2]),
        Action::Columns(Vec::new()),
        Action::Columns(vec![7]),
        Action::Base(None),
        Action::Base(Some(7)),
    ] {
        assert!(Rc::ptr_eq(&state, &Rc::clone(&state).reduce(action.clone())), "{action:?}");
    }
    let closed = after([open(0, 0), Action::Close]);
    assert!(Rc::ptr_eq(&closed, &Rc::clone(&closed).reduce(Action::Close)));
}
