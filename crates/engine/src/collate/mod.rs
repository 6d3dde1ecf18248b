//! What runs across the articles beside the facts: shared passages, quotations, quantities, sums, names, days.

pub(crate) mod names;
pub(crate) mod passages;
pub(crate) mod quantities;
pub(crate) mod quotes;
pub(crate) mod sums;
pub(crate) mod timeline;
