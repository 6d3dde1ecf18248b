//! Letters in lower case, and digits as numbers.
//!
//! The standard library's table of letters has eleven kilobytes; but the upper-case letters of a stretch of the
//! alphabet stand at one distance from the lower-case ones, and which are upper case its other, small tables tell.

/// From which upper-case letter on the lower-case ones stand at which distance: pairs, sorted. Made of Unicode 17.
const DISTANCES: [i32; 302] = [
    0xc0, 32, 0x100, 1, 0x178, -121, 0x179, 1, 0x181, 210, 0x182, 1, 0x186, 206, 0x187, 1, 0x189, 205, 0x18b, 1, 0x18e,
    79, 0x18f, 202, 0x190, 203, 0x191, 1, 0x193, 205, 0x194, 207, 0x196, 211, 0x197, 209, 0x198, 1, 0x19c, 211, 0x19d,
    213, 0x19f, 214, 0x1a0, 1, 0x1a6, 218, 0x1a7, 1, 0x1a9, 218, 0x1ac, 1, 0x1ae, 218, 0x1af, 1, 0x1b1, 217, 0x1b3, 1,
    0x1b7, 219, 0x1b8, 1, 0x1c4, 2, 0x1c5, 1, 0x1c7, 2, 0x1c8, 1, 0x1ca, 2, 0x1cb, 1, 0x1f1, 2, 0x1f2, 1, 0x1f6, -97,
    0x1f7, -56, 0x1f8, 1, 0x220, -130, 0x222, 1, 0x23a, 10795, 0x23b, 1, 0x23d, -163, 0x23e, 10792, 0x241, 1, 0x243,
    -195, 0x244, 69, 0x245, 71, 0x246, 1, 0x37f, 116, 0x386, 38, 0x388, 37, 0x38c, 64, 0x38e, 63, 0x391, 32, 0x3cf, 8,
    0x3d2, 0, 0x3d8, 1, 0x3f4, -60, 0x3f7, 1, 0x3f9, -7, 0x3fa, 1, 0x3fd, -130, 0x400, 80, 0x410, 32, 0x460, 1, 0x4c0,
    15, 0x4c1, 1, 0x531, 48, 0x10a0, 7264, 0x13a0, 38864, 0x13f0, 8, 0x1c89, 1, 0x1c90, -3008, 0x1e00, 1, 0x1e9e,
    -7615, 0x1ea0, 1, 0x1f08, -8, 0x1fba, -74, 0x1fbc, -9, 0x1fc8, -86, 0x1fcc, -9, 0x1fd8, -8, 0x1fda, -100, 0x1fe8,
    -8, 0x1fea, -112, 0x1fec, -7, 0x1ff8, -128, 0x1ffa, -126, 0x1ffc, -9, 0x2102, 0, 0x2126, -7517, 0x2128, 0, 0x212a,
    -8383, 0x212b, -8262, 0x212c, 0, 0x2132, 28, 0x2133, 0, 0x2160, 16, 0x2183, 1, 0x24b6, 26, 0x2c00, 48, 0x2c60, 1,
    0x2c62, -10743, 0x2c63, -3814, 0x2c64, -10727, 0x2c67, 1, 0x2c6d, -10780, 0x2c6e, -10749, 0x2c6f, -10783, 0x2c70,
    -10782, 0x2c72, 1, 0x2c7e, -10815, 0x2c80, 1, 0xa77d, -35332, 0xa77e, 1, 0xa78d, -42280, 0xa790, 1, 0xa7aa, -42308,
    0xa7ab, -42319, 0xa7ac, -42315, 0xa7ad, -42305, 0xa7ae, -42308, 0xa7b0, -42258, 0xa7b1, -42282, 0xa7b2, -42261,
    0xa7b3, 928, 0xa7b4, 1, 0xa7c4, -48, 0xa7c5, -42307, 0xa7c6, -35384, 0xa7c7, 1, 0xa7cb, -42343, 0xa7cc, 1, 0xa7dc,
    -42561, 0xa7f5, 1, 0xff21, 32, 0x10400, 40, 0x10570, 39, 0x10c80, 64, 0x10d50, 32, 0x16ea0, 27, 0x1d400, 0,
    0x1e900, 34, 0x1f130, 0,
];

/// A letter in lower case; two characters for the capital I with a dot. As `char::to_lowercase`.
pub(crate) fn lower(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'İ' => ('i', Some('\u{307}')),
        _ if c.is_ascii() => (c.to_ascii_lowercase(), None),
        _ if c.is_uppercase() || is_title(c) => (beside(c), None),
        _ => (c, None),
    };
    std::iter::once(first).chain(second)
}

/// Two letters in one, of which only the first is a capital.
fn is_title(c: char) -> bool {
    match c as u32 {
        0x1c5 | 0x1c8 | 0x1cb | 0x1f2 | 0x1fbc | 0x1fcc | 0x1ffc => true,
        code => matches!(code & !7, 0x1f88 | 0x1f98 | 0x1fa8),
    }
}

fn beside(c: char) -> char {
    let distances = DISTANCES.as_chunks::<2>().0;
    let run = distances.partition_point(|run| run[0] <= c as i32).saturating_sub(1);
    char::from_u32((c as u32).wrapping_add_signed(distances[run][1])).unwrap_or(c)
}

/// The whole number that digits write, as `str::parse`, which is compiled anew for each type of number.
pub(crate) fn whole<N: TryFrom<i64>>(digits: &str) -> Option<N> {
    digits.parse::<i64>().ok().and_then(|number| N::try_from(number).ok())
}

#[cfg(test)]
mod tests {
    /// All characters, as the standard library has them. Where a new version of it knows new letters, [`super::DISTANCES`]
    /// is to be made anew: upper-case letters whose distance is another than that of the one before.
    #[test]
    fn all_letters_are_as_the_standard_library_has_them() {
        for c in '\0'..=char::MAX {
            assert!(super::lower(c).eq(c.to_lowercase()), "{c} {:x}", c as u32);
        }
    }
}
