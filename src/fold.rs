//! Text with case, spacing and marks folded, so that two ways to print one thing are found alike.

/// Words with case, spacing, apostrophes, quotation marks and hyphens folded: what is left unlike is printed otherwise.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().map(mark).flat_map(char::to_lowercase));
    }
    folded
}

/// Whether two letters or marks are the same when folded.
pub fn alike(one: char, other: char) -> bool {
    let (one, other) = (mark(one), mark(other));
    one == other || one.to_lowercase().eq(other.to_lowercase()) || one.is_whitespace() && other.is_whitespace()
}

/// The plain mark that a keyboard has, for the one that is printed.
fn mark(c: char) -> char {
    match c {
        '‘' | '’' | '‛' | 'ʼ' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‐' | '‑' | '–' => '-',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{alike, folded};

    #[test]
    fn case_spacing_and_marks_are_folded_in_every_script() {
        assert_eq!(folded("  On \n MONDAY "), "on monday");
        assert_eq!(folded("ŁÓDŹ Київ ΑΘΗΝΑ"), "łódź київ αθηνα");
        assert_eq!(folded("Resistance’s AC‑130"), folded("resistance's ac-130"));
        assert!(alike('Ü', 'ü') && alike('\n', ' ') && alike('’', '\'') && !alike('u', 'ü'));
    }
}
