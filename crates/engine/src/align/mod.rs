//! Which sentences of several articles claim the same: pair scores, then facts.
//!
//! A fact is a set of sentences that are linked to one another across articles. Facts may overlap: a sentence that says
//! several things stands in several. How the score works, and what it gets wrong, is in `docs/decisions/0002-alignment.md`;
//! how its weights were fitted, in `docs/decisions/0004-alignment-weights.md`.

mod events;
mod facts;
mod score;
mod terms;

pub(crate) use facts::{Group, group};
#[cfg(feature = "fit")]
pub(crate) use score::{Features, pairs};
pub(crate) use terms::{Story, Term};
