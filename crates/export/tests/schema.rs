//! The published JSON Schema is made of the Report's types, holds of Reports, and of nothing else.
//!
//! `UPDATE_GOLDEN=1 cargo test -p crosscheck-export --test schema` writes it anew.

use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use crosscheck_engine::report::{FORMAT, Report};
use crosscheck_engine::{HostArticle, HostStory, Options, Source, analyse, excerpts};
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

mod support;

/// The schema of what is written, as the types give it.
fn made() -> Value {
    let schema = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Report>();
    let mut schema = schema.to_value();
    schema["title"] = "Crosscheck Report".into();
    schema["properties"]["format"]["const"] = FORMAT.into();
    plain(&mut schema);
    schema
}

/// Takes the marks of Rust's documentation out of the descriptions.
fn plain(schema: &mut Value) {
    match schema {
        Value::Array(all) => all.iter_mut().for_each(plain),
        Value::Object(all) => {
            for (key, value) in all {
                match value {
                    Value::String(words) if key == "description" => {
                        *words = words.replace('\n', " ").replace("[`", "`").replace("`]", "`");
                    }
                    value => plain(value),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/report.schema.json");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        // As a `Schema`, so that what a schema begins with comes first.
        let made = schemars::Schema::try_from(made()).expect("it is a schema");
        let text = serde_json::to_string_pretty(&made).expect("a schema is JSON") + "\n";
        std::fs::write(&path, text).expect("the schema can be written");
    }
    let published = std::fs::read_to_string(&path).expect("the published schema");
    let published: Value = serde_json::from_str(&published).expect("it is JSON");
    assert!(published == made(), "the Report's types changed; run with UPDATE_GOLDEN=1 and read the difference");
}

struct Schema(Schemas, SchemaIndex);

impl Schema {
    fn published() -> Self {
        let schema: Value = serde_json::from_str(crosscheck_export::SCHEMA).expect("the schema is JSON");
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("report.json", schema).expect("it has a name");
        let index = compiler.compile("report.json", &mut schemas).expect("it is a schema");
        Self(schemas, index)
    }

    fn holds(&self, report: &Value) -> Result<(), String> {
        self.0.validate(report, self.1).map_err(|error| format!("{error:#}"))
    }
}

fn value(report: &Report) -> Value {
    serde_json::from_str(&crosscheck_export::json(report)).expect("a Report is JSON")
}

#[test]
fn it_holds_of_the_samples_of_excerpts_and_of_nothing_at_all() {
    let schema = Schema::published();
    let samples = support::samples();
    let nothing: [Source; 0] = [];
    let article = HostArticle { url: Some("https://example.org".to_owned()), ..HostArticle::default() };
    let articles = samples.articles.iter().map(|a| (a.file.clone(), article.clone())).collect();
    let host = HostStory { title: Some("A title".to_owned()), articles };
    let stated = analyse(&support::sources(), &Options { host, ..Options::default() });
    for report in [&samples, &excerpts(&samples), &stated, &analyse(&nothing, &Options::default())] {
        assert_eq!(schema.holds(&value(report)), Ok(()));
    }
}

#[test]
fn it_does_not_hold_of_what_is_altered() {
    let schema = Schema::published();
    let right = value(&support::samples());
    let alter = |path: &str, new: Option<Value>| {
        let mut altered = right.clone();
        let (parent, key) = path.rsplit_once('/').expect("a path");
        let object = altered.pointer_mut(parent).and_then(Value::as_object_mut).expect(path);
        assert!(object.contains_key(key), "{path}");
        match new {
            Some(new) => drop(object.insert(key.to_owned(), new)),
            None => drop(object.remove(key)),
        }
        altered
    };
    for (path, new) in [
        ("/format", None),
        ("/facts", None),
        ("/articles/0/text", None),
        ("/facts/0/mentions/0/value", None),
        ("/format", Some(json!("2"))),
        ("/format", Some(json!(FORMAT - 1))),
        ("/articles/0/url", None),
        ("/facts", Some(json!({}))),
        ("/articles/0/sentences/0/start", Some(json!(-1))),
        ("/articles/0/sentences/0/end", Some(json!(1.5))),
        ("/articles/0/published_basis", Some(json!("guessed"))),
        ("/articles/0/left_out", Some(json!(null))),
        ("/facts/0/status", Some(json!("disagree"))),
        ("/facts/0/mentions/0/sure", Some(json!("yes"))),
        ("/facts/0/mentions/0/voice", Some(json!(7))),
        ("/facts/0/label/text", Some(json!(null))),
        ("/quotes/0/mentions/0/change", Some(json!("none"))),
    ] {
        assert!(schema.holds(&alter(path, new.clone())).is_err(), "{path} {new:?}");
    }
}
