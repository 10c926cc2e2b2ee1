//! Numbers and texts as bytes. Every value has one form only, so that the same content has the same bytes.

use crate::error::Malformed;

/// Most bytes of a number: seven bits in each.
const NUMBER_BYTES_MAX: usize = 10;

/// Appends values.
#[derive(Default)]
pub(crate) struct Writer(pub(crate) Vec<u8>);

impl Writer {
    /// A number, seven bits a byte, the lowest first (LEB128).
    pub(crate) fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    /// A number with a sign: 0, -1, 1, -2 … as 0, 1, 2, 3 …
    pub(crate) fn signed(&mut self, value: i64) {
        self.number(((value << 1) ^ (value >> 63)).cast_unsigned());
    }

    /// Bytes with their length before them.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }

    /// A text with its length before it.
    pub(crate) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }
}

/// Takes values from the front.
pub(crate) struct Reader<'b> {
    rest: &'b [u8],
    within: &'static str,
}

impl<'b> Reader<'b> {
    pub(crate) fn new(bytes: &'b [u8], within: &'static str) -> Self {
        Self { rest: bytes, within }
    }

    /// Says what is read from here on, for errors.
    pub(crate) fn within(&mut self, what: &'static str) {
        self.within = what;
    }

    pub(crate) fn left(&self) -> usize {
        self.rest.len()
    }

    pub(crate) fn take(&mut self, count: usize) -> Result<&'b [u8], Malformed> {
        let (taken, rest) =
            self.rest.split_at_checked(count).ok_or(Malformed::Truncated { within: self.within })?;
        self.rest = rest;
        Ok(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], Malformed> {
        let taken = self.take(N)?;
        taken.try_into().map_err(|_| Malformed::Truncated { within: self.within })
    }

    pub(crate) fn byte(&mut self) -> Result<u8, Malformed> {
        Ok(self.take(1)?[0])
    }

    pub(crate) fn number(&mut self) -> Result<u64, Malformed> {
        let mut value = 0_u64;
        for place in 0..NUMBER_BYTES_MAX {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            let shift = 7 * place as u32;
            // The tenth byte holds one bit; a last byte of nothing but zeros would be a second form.
            if (shift == 63 && bits > 1) || (place > 0 && byte == 0) {
                break;
            }
            value |= bits << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Malformed::Number { within: self.within })
    }

    pub(crate) fn signed(&mut self) -> Result<i64, Malformed> {
        let value = self.number()?;
        Ok((value >> 1).cast_signed() ^ -((value & 1).cast_signed()))
    }

    /// A count of things, each of at least `bytes_each` bytes, so that nothing is reserved for more than there can be.
    pub(crate) fn count(&mut self, what: &'static str, bytes_each: usize) -> Result<usize, Malformed> {
        let count = self.number()?;
        let fits = usize::try_from(count).ok().filter(|count| *count <= self.left() / bytes_each.max(1));
        fits.ok_or(Malformed::Count { what, count })
    }

    pub(crate) fn bytes(&mut self) -> Result<&'b [u8], Malformed> {
        let length = self.number()?;
        let length = usize::try_from(length).map_err(|_| Malformed::Truncated { within: self.within })?;
        self.take(length)
    }

    pub(crate) fn text(&mut self) -> Result<&'b str, Malformed> {
        std::str::from_utf8(self.bytes()?).map_err(|_| Malformed::Text { what: self.within })
    }

    /// A text of a kind, such as a code or an identifier.
    pub(crate) fn parsed<T: std::str::FromStr>(&mut self, what: &'static str) -> Result<T, Malformed> {
        self.text()?.parse().map_err(|_| Malformed::Text { what })
    }

    /// That nothing is left.
    pub(crate) fn end(&self) -> Result<(), Malformed> {
        if self.rest.is_empty() { Ok(()) } else { Err(Malformed::Trailing { bytes: self.rest.len() }) }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_form() {
        for value in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            let mut out = Writer::default();
            out.number(value);
            let mut reader = Reader::new(&out.0, "a test");
            assert_eq!((reader.number().unwrap(), reader.left()), (value, 0));
        }
        for bytes in [&[0x80, 0x00][..], &[0xff; 10], &[0x80; 9]] {
            assert!(Reader::new(bytes, "a test").number().is_err(), "{bytes:?}");
        }
    }

    #[test]
    fn a_sign_is_kept() {
        for value in [0, -1, 1, i64::MIN, i64::MAX, -20_000] {
            let mut out = Writer::default();
            out.signed(value);
            assert_eq!(Reader::new(&out.0, "a test").signed().unwrap(), value);
        }
    }

    #[test]
    fn a_count_is_held_against_what_is_left() {
        let mut out = Writer::default();
        out.number(1 << 40);
        let found = Reader::new(&out.0, "a test").count("things", 2);
        assert_eq!(found, Err(Malformed::Count { what: "things", count: 1 << 40 }));
    }
}
