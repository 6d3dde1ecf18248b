//! Whom a speaker's words stand for: pronouns, surnames and roles ("the minister") are led back to the name printed before.
//!
//! Where two readings are open, the words are left as they stand. Gets wrong: a pronoun for somebody who was only mentioned,
//! not the subject of a sentence; two people who are called by one surname (left as printed).

use super::speech::{Context, Speech};
use crate::gather::{Gather, Keep};
use crate::lexicon;
use crate::mention::name::Name;
use crate::mention::spelling;
use crate::report::NameKind;
use crate::sorted::Map;
use crate::token::{Token, lower_case};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    He,
    She,
}

#[derive(Clone, Debug, Default)]
struct Person {
    name: String,
    /// The name in lower case, without marks over letters.
    plain: String,
    gender: Option<Gender>,
    /// Their roles, lower case ("minister").
    roles: Vec<String>,
    /// Whether the name is as likely one of a body: two capitalised words alone do not tell.
    body: bool,
}

/// What a speaker without a person's name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// "A police officer".
    Human,
    /// "The bank".
    Body,
    /// "Two officials".
    Several,
}

/// Who spoke last.
#[derive(Clone, Debug)]
enum Last {
    Person(usize),
    /// A body, a paper, somebody without a name, or several people.
    Other {
        name: String,
        kind: Kind,
    },
}

/// The people and bodies of an article, as far as it has been read.
#[derive(Debug, Default)]
pub(crate) struct Referents {
    people: Vec<Person>,
    /// By surname or given name, without marks over letters: none where two people share it.
    by_word: Map<String, Option<usize>>,
    last: Option<(Last, usize)>,
    /// The person whose name a sentence began with, and which sentence.
    subject: Option<(usize, usize)>,
}

/// Words that end the names of bodies rather than of people.
const BODIES: [&str; 40] = [
    "international",
    "airways",
    "airlines",
    "motors",
    "foods",
    "group",
    "holdings",
    "united",
    "industries",
    "partners",
    "research",
    "times",
    "news",
    "post",
    "house",
    "street",
    "watch",
    "energy",
    "systems",
    "technologies",
    "health",
    "rovers",
    "athletic",
    "albion",
    "wanderers",
    "hospital",
    "school",
    "college",
    "church",
    "foundation",
    "trust",
    "services",
    "securities",
    "capital",
    "airport",
    "club",
    "journal",
    "tribune",
    "studios",
    "pharmaceuticals",
];

/// How many sentences back a pronoun reaches.
const REACH: usize = 6;

const HE: [&str; 12] = [
    "mr",
    "sir",
    "lord",
    "king",
    "prince",
    "spokesman",
    "chairman",
    "congressman",
    "councilman",
    "businessman",
    "policeman",
    "shri",
];
const SHE: [&str; 14] = [
    "mrs",
    "ms",
    "miss",
    "dame",
    "lady",
    "queen",
    "princess",
    "spokeswoman",
    "chairwoman",
    "congresswoman",
    "councilwoman",
    "businesswoman",
    "policewoman",
    "smt",
];

impl Referents {
    /// Takes in the names of a sentence. To be called before its speeches are resolved.
    pub(crate) fn read(&mut self, context: &Context<'_>, index: usize) {
        let tokens = &context.sentence.tokens;
        let mut first = true;
        for name in context.names {
            let words = name.tokens.1 - name.tokens.0;
            if matches!(name.kind, NameKind::Person | NameKind::Other) && (2..=5).contains(&words) {
                self.take_in(context, name);
            }
            let Some(person) = self.known(&name.key) else { continue };
            let led = (0..name.tokens.0).all(|i| lexicon::is_title(&tokens[i].lower) || !tokens[i].is_word() || i < 4);
            let possessive = name.tokens.1 > 0 && {
                let token = tokens[name.tokens.1 - 1].span.of(context.text);
                token.ends_with("’s") || token.ends_with("'s")
            };
            let inside = context.quotes.iter().any(|q| q.outer.holds(name.span));
            let joined = tokens.get(name.tokens.1).is_some_and(|t| t.is("and"));
            if first && led && !possessive && !inside {
                self.subject = (!joined).then_some((person, index));
            }
            first &= inside;
        }
    }

    fn known(&self, key: &str) -> Option<usize> {
        let last = key.rsplit(' ').next()?;
        let person = (*self.by_word.get(last)?)?;
        (!key.contains(' ') || self.people[person].plain == key).then_some(person)
    }

    fn take_in(&mut self, context: &Context<'_>, name: &Name) {
        let tokens = &context.sentence.tokens;
        let printed = name.span.of(context.text);
        let (from, to) = name.tokens;
        let person = if let Some(known) = self.people.iter().position(|p| p.name == printed) {
            known
        } else {
            let person = self.people.len();
            let body = name.kind != NameKind::Person
                && tokens[from..to]
                    .iter()
                    .any(|t| BODIES.contains(&t.lower.as_str()) || lexicon::country(&t.lower, t.capital).is_some());
            let plain = spelling::fold(&lower_case(printed)).into_owned();
            self.people.push(Person { name: printed.to_owned(), plain, body, ..Person::default() });
            for word in [&tokens[from].lower, &tokens[to - 1].lower] {
                let word = spelling::fold(word).into_owned();
                let only = !self.by_word.contains_key(&word);
                self.by_word.insert(word, only.then_some(person));
            }
            person
        };
        // Roles: in front ("Health Minister Jo Doe", "shopkeeper Jo Doe", "the mayor, Jo Doe"), behind ("Jo Doe, the mayor of X").
        let word = |t: &&Token| t.is_word();
        let mut roles: Vec<&str> = tokens[from.saturating_sub(3)..from]
            .iter()
            .rev()
            .take_while(|t| t.is_word() || t.is(".") || t.is(","))
            .filter(word)
            .take(2)
            .map(|t| t.lower.as_str())
            .gather();
        if tokens.get(to).is_some_and(|t| t.is(",")) {
            let behind = tokens[to + 1..]
                .iter()
                .take(6)
                .take_while(|t| t.is_word() && !t.is_any(&["of", "who", "at", "for", "in", "with", "from", "said"]));
            roles.extend(behind.last().map(|t| t.lower.as_str()));
        }
        let person = &mut self.people[person];
        for role in roles {
            let gender = if HE.contains(&role) {
                Some(Gender::He)
            } else if SHE.contains(&role) {
                Some(Gender::She)
            } else {
                None
            };
            person.gender = person.gender.or(gender);
            if !lexicon::is_stop_word(role) && !person.roles.iter().any(|r| r == role) {
                person.roles.push(role.to_owned());
            }
        }
    }

    /// Puts the fullest form into a speech's name, and remembers who spoke.
    pub(crate) fn resolve(&mut self, context: &Context<'_>, index: usize, speech: &mut Speech) {
        let tokens = &context.sentence.tokens;
        let (from, to) = speech.named;
        let lower = lower_case(&speech.speaker.name);
        let lower = spelling::fold(&lower);
        let person = match &*lower {
            "he" | "she" => {
                let gender = if lower == "he" { Gender::He } else { Gender::She };
                match self.pronoun(gender, index) {
                    Some(person) => Some(person),
                    None => return self.stand_for(Kind::Human, index, speech),
                }
            }
            "it" => return self.stand_for(Kind::Body, index, speech),
            "they" => return self.stand_for(Kind::Several, index, speech),
            _ => self.person(&lower).or_else(|| self.role(&tokens[from..to])),
        };
        // "Mr" and "Ms" in front of a surname tell of a gender too.
        let title = from.checked_sub(1).map(|t| if tokens[t].is(".") && t > 0 { t - 1 } else { t });
        if let (Some(person), Some(title)) = (person, title) {
            let title = tokens[title].lower.as_str();
            let gender = HE.contains(&title).then_some(Gender::He).or(SHE.contains(&title).then_some(Gender::She));
            self.people[person].gender = self.people[person].gender.or(gender);
        }
        self.last = if let Some(person) = person {
            speech.speaker.name.clone_from(&self.people[person].name);
            Some((Last::Person(person), index))
        } else {
            let kind = kind(&tokens[from..to]);
            Some((Last::Other { name: speech.speaker.name.clone(), kind }, index))
        };
    }

    /// A pronoun for the last speaker, where that one is of the pronoun's kind.
    fn stand_for(&mut self, wanted: Kind, index: usize, speech: &mut Speech) {
        if let Some((Last::Other { name, kind }, at)) = &mut self.last
            && *kind == wanted
            && index - *at <= REACH
        {
            speech.speaker.name.clone_from(name);
            *at = index;
        }
    }

    /// A person by full name, surname or given name, in lower case without marks over letters.
    fn person(&self, lower: &str) -> Option<usize> {
        if let Some(known) = self.people.iter().position(|p| p.plain == lower) {
            return Some(known);
        }
        self.by_word.get(lower).copied().flatten()
    }

    /// "The minister", where one person has that role.
    fn role(&self, tokens: &[Token]) -> Option<usize> {
        let [the, .., role] = tokens else { return None };
        if !the.is("the") || tokens.len() > 3 || tokens[1..].iter().any(|t| t.capital || !t.is_word()) {
            return None;
        }
        let mut having = (0..self.people.len()).filter(|&p| self.people[p].roles.iter().any(|own| role.is(own)));
        let one = having.next()?;
        having.next().is_none().then_some(one)
    }

    /// Whom "he" or "she" stands for: the subject of the sentence before or whoever spoke last, the later of the two.
    fn pronoun(&mut self, gender: Gender, index: usize) -> Option<usize> {
        let spoke = match &self.last {
            Some((Last::Person(person), at)) => Some((*person, *at)),
            // Somebody without a name spoke since.
            Some((Last::Other { kind: Kind::Human, .. }, at)) if self.subject.is_none_or(|(_, s)| s <= *at) => {
                return None;
            }
            _ => None,
        };
        let mut candidates: Vec<(usize, usize)> = spoke.into_iter().chain(self.subject).gather();
        candidates.keep(|&(person, at)| {
            index - at <= REACH
                && !self.people[person].body
                && self.people[person].gender.is_none_or(|known| known == gender)
        });
        // The later one; of one sentence, its speaker.
        let best = candidates.iter().enumerate().max_by_key(|(i, c)| (c.1, std::cmp::Reverse(*i)))?.1.0;
        self.people[best].gender = Some(gender);
        Some(best)
    }
}

/// What a speaker without a person's name is, by the noun at the end of the phrase or in front of its first preposition.
fn kind(tokens: &[Token]) -> Kind {
    let head = tokens
        .iter()
        .position(|t| t.is_any(&["of", "for", "at", "in", "from", "with", "on", "to"]))
        .unwrap_or(tokens.len());
    let Some(noun) = head.checked_sub(1).map(|h| &tokens[h]) else { return Kind::Body };
    let word = noun.lower.as_str();
    if tokens.iter().any(|t| t.is("and"))
        || noun.is_any(&["police", "others", "media", "people"])
        || word.ends_with('s') && !word.ends_with("ss") && !noun.capital
    {
        return Kind::Several;
    }
    let thing = noun.is_any(&["paper", "newspaper", "letter", "order", "center", "centre", "broadcaster", "maker"]);
    let human = lexicon::is_title(word)
        || noun.is_any(&[
            "official",
            "source",
            "resident",
            "witness",
            "diplomat",
            "man",
            "woman",
            "colleague",
            "client",
        ])
        || ["er", "or", "ist", "ian", "man", "woman", "ant", "person"].iter().any(|e| word.ends_with(e));
    if human && !thing && !noun.capital { Kind::Human } else { Kind::Body }
}
