//! The sample articles against a careful human's reading of them (`tests/gold/seeds.json`): floors that must hold.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crosscheck_engine::{Options, Source, analyse};
use serde_json::Value;

type Place = (String, u64, u64);
type Pair = (Place, Place);

#[test]
fn the_reading_of_the_samples_stays_above_its_floors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let gold: Value = serde_json::from_str(&fs::read_to_string(root.join("tests/gold/seeds.json")).expect("the gold"))
        .expect("the gold is JSON");
    let sources: Vec<Source> = items(&gold["articles"])
        .iter()
        .map(|a| {
            let name = format!("{}.txt", string(&a["id"]));
            Source::from_bytes(&name, &fs::read(root.join("tests/samples").join(&name)).expect("a sample article"))
                .expect("the samples are text")
        })
        .collect();
    let system = serde_json::to_value(analyse(&sources, &Options::default())).expect("a Report is JSON");

    let leaks = furniture_in_claims(&gold, &system);
    let known = [
        ("headline", "title", true),
        ("byline", "byline_accepted", false),
        ("outlet", "outlet_accepted", false),
        ("published", "published_accepted", false),
    ]
    .map(|(field, accepted, single)| (field, articles_right(&gold, &system, field, accepted, single)));
    let covered = coverage(&gold, &system);
    let (precision, recall, f1, traps) = alignment(&gold, &system);
    let conflicts = conflicts_found(&gold, &system);
    let values = quantity_values(&gold, &system);
    let figures = format!(
        "furniture {leaks}, {known:?}, covered {covered:.3}, alignment P {precision:.3} R {recall:.3} F1 {f1:.3}, traps {traps}, conflicts {conflicts:?}, values {values:.3}"
    );
    assert_eq!(leaks, 0, "{figures}");
    assert!(known.iter().all(|k| k.1 == 5), "{figures}");
    assert!(covered >= 0.97, "{figures}");
    assert!(f1 >= 0.68 && precision >= 0.70, "{figures}");
    assert!(traps <= 3, "{figures}");
    assert!(conflicts.0 >= 8, "{figures}");
    assert!(values >= 0.85, "{figures}");
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn place(article: &Value, span: &Value) -> Place {
    (string(article), span["start"].as_u64().unwrap_or_default(), span["end"].as_u64().unwrap_or_default())
}

fn overlap(a: &Place, b: &Place) -> u64 {
    if a.0 == b.0 { a.2.min(b.2).saturating_sub(a.1.max(b.1)) } else { 0 }
}

fn mentions(system: &Value) -> Vec<Place> {
    items(&system["facts"]).iter().flat_map(|f| items(&f["mentions"])).map(|m| place(&m["article"], m)).collect()
}

fn furniture_in_claims(gold: &Value, system: &Value) -> usize {
    let mentions = mentions(system);
    let furniture =
        items(&gold["articles"]).iter().flat_map(|a| items(&a["boilerplate"]).iter().map(move |b| place(&a["id"], b)));
    furniture.filter(|b| mentions.iter().any(|m| overlap(m, b) > 2)).count()
}

fn articles_right(gold: &Value, system: &Value, field: &str, accepted: &str, single: bool) -> usize {
    let right = |a: &&Value| {
        let mine = items(&system["articles"]).iter().find(|m| m["id"] == a["id"]).expect("every article is read");
        if single { mine[field] == a[accepted] } else { items(&a[accepted]).contains(&mine[field]) }
    };
    items(&gold["articles"]).iter().filter(right).count()
}

fn sentences(gold: &Value) -> Vec<Place> {
    gold["sentences"]
        .as_object()
        .into_iter()
        .flatten()
        .flat_map(|(a, ss)| items(ss).iter().map(move |s| place(&Value::String(a.clone()), s)))
        .collect()
}

fn coverage(gold: &Value, system: &Value) -> f64 {
    let (all, mentions) = (sentences(gold), mentions(system));
    let length = |s: &Place| (s.2 - s.1) as f64;
    let covered: f64 = all.iter().filter(|s| mentions.iter().any(|m| overlap(m, s) > 10)).map(length).sum();
    covered / all.iter().map(length).sum::<f64>()
}

fn pair(a: Place, b: Place) -> Pair {
    if a <= b { (a, b) } else { (b, a) }
}

fn gold_pairs(rows: &Value) -> BTreeSet<Pair> {
    let at = |row: &Value, i: usize| {
        (string(&row[i]), row[i + 1][0].as_u64().unwrap_or_default(), row[i + 1][1].as_u64().unwrap_or_default())
    };
    items(rows).iter().map(|row| pair(at(row, 0), at(row, 2))).collect()
}

fn alignment(gold: &Value, system: &Value) -> (f64, f64, f64, usize) {
    let all = sentences(gold);
    let mut found = BTreeSet::new();
    for fact in items(&system["facts"]) {
        let mut at = BTreeSet::new();
        for m in items(&fact["mentions"]) {
            let m = place(&m["article"], m);
            // A real part: 15 bytes, or half of a mention that is shorter than 30.
            at.extend(all.iter().filter(|s| overlap(&m, s) * 2 >= 30.min((m.2 - m.1).max(2))).cloned());
        }
        for a in &at {
            found.extend(at.iter().filter(|b| a.0 != b.0).map(|b| pair(a.clone(), b.clone())));
        }
    }
    let content = gold_pairs(&gold["pairs_content"]);
    let right = found.intersection(&content).count() as f64;
    let wrong = found.difference(&gold_pairs(&gold["pairs"])).count() as f64;
    let traps = found.intersection(&gold_pairs(&gold["traps"])).count();
    let (precision, recall) = (right / (right + wrong), right / content.len() as f64);
    (precision, recall, 2.0 * precision * recall / (precision + recall), traps)
}

fn fold(text: &str) -> String {
    text.trim_matches([' ', '“', '”', '"', '\'', '.', ',']).to_lowercase()
}

fn same_value(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let words = |t: &str| -> BTreeSet<String> {
        t.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let (x, y) = (words(&a), words(&b));
    let least = x.len().min(y.len());
    a.contains(&b) || b.contains(&a) || least > 0 && x.intersection(&y).count() * 10 >= least * 6
}

/// A gold difference is found where a system difference sets the values of two articles against each other that gold does.
fn conflicts_found(gold: &Value, system: &Value) -> (usize, usize) {
    let shown: Vec<Vec<(String, String)>> = items(&system["facts"])
        .iter()
        .flat_map(|f| items(&f["differences"]))
        .map(|d| items(&d["values"]).iter().map(|v| (string(&v["article"]), string(&v["text"]))).collect())
        .collect();
    let (mut found, mut all) = (0, 0);
    for fact in items(&gold["facts"]).iter().filter(|f| f["severity"] == "conflict") {
        for difference in items(&fact["differences"]) {
            all += 1;
            let value = |a: &str| difference["values"].get(a).map(string);
            let fits = |(a, text): &&(String, String)| {
                value(a).is_some_and(|v| same_value(text, &v))
                    || items(&difference["values_also"][a.as_str()]).iter().any(|v| same_value(text, &string(v)))
            };
            found += usize::from(shown.iter().any(|values| {
                let set: BTreeSet<String> = values.iter().filter(fits).filter_map(|(a, _)| value(a)).collect();
                set.iter().any(|x| set.iter().any(|y| !same_value(x, y)))
            }));
        }
    }
    (found, all)
}

fn quantity_values(gold: &Value, system: &Value) -> f64 {
    let mine: Vec<(Place, &Value)> = items(&system["quantities"])
        .iter()
        .flat_map(|q| items(&q["values"]))
        .map(|v| (place(&v["article"], v), v))
        .collect();
    let (mut right, mut all) = (0, 0);
    for g in items(&gold["numbers"]).iter().flat_map(|n| items(&n["values"])) {
        all += 1;
        let at = place(&g["article"], g);
        let text = string(&g["text"]).replace(',', "");
        let printed: Vec<f64> = text
            .split(|c: char| !c.is_ascii_digit() && c != '.')
            .filter_map(|n| n.trim_matches('.').parse().ok())
            .collect();
        right += u32::from(mine.iter().filter(|(p, _)| overlap(p, &at) > 0).any(|(_, v)| {
            let same = |x: &Value, y: &Value| x.as_f64() == y.as_f64();
            same(&v["value"], &g["value"])
                || g["value"].is_null()
                    && (v["value"].as_f64().is_some_and(|v| printed.contains(&v)) || same(&v["min"], &g["min"]))
        }));
    }
    f64::from(right) / f64::from(all)
}
