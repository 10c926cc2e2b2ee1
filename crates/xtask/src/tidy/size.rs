//! Large files: they make every clone slow, for ever.

use super::File;
use crate::problem::Problem;

/// 1.5 MB: the largest hand-written data file has a tenth of that.
pub const SIZE_BYTES_MAX: u64 = 1_500_000;

pub fn check(file: &File) -> Vec<Problem> {
    if file.size_bytes <= SIZE_BYTES_MAX {
        return Vec::new();
    }
    vec![Problem::new(
        &file.path,
        format!("{} bytes, more than {SIZE_BYTES_MAX}", file.size_bytes),
        "generate it, compress it, or keep it outside the repository",
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_over_the_limit_is_named() {
        let file = |size_bytes| File { path: "a.bin".to_owned(), size_bytes, text: None };
        assert!(check(&file(SIZE_BYTES_MAX)).is_empty());
        assert_eq!(check(&file(SIZE_BYTES_MAX + 1)).len(), 1);
    }
}
