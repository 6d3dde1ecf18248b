//! Text with case and spacing folded, so that two ways to print one thing are found alike.

/// Words with case and spacing folded: what is left unlike is printed otherwise.
pub fn folded(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Whether two letters are the same but for case, or both are spaces.
pub fn alike(one: char, other: char) -> bool {
    one == other || one.to_lowercase().eq(other.to_lowercase()) || one.is_whitespace() && other.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::{alike, folded};

    #[test]
    fn case_and_spacing_are_folded_in_every_script() {
        assert_eq!(folded("  On \n MONDAY "), "on monday");
        assert_eq!(folded("ŁÓDŹ Київ ΑΘΗΝΑ"), "łódź київ αθηνα");
        assert!(alike('Ü', 'ü') && alike('\n', ' ') && !alike('u', 'ü'));
    }
}
