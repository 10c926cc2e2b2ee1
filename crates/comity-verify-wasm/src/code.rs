//! The text of a QR code in a grey picture.

use rqrr::PreparedImage;

/// Longest side of a picture, in pixels. A code that is held before a camera fills a good part of far fewer.
const SIDE_PIXELS_MAX: usize = 4_096;
/// Pixels of a picture: what is larger is made smaller before.
const PIXELS_MAX: usize = 4 << 20;
/// Codes of a picture that are tried: a sheet of labels has many, and one is held before the camera.
const CODES_MAX: usize = 8;

/// The text of the first code that can be read; empty if there is none.
///
/// # Errors
/// When the bytes are no picture, in words.
pub(crate) fn read(picture: &[u8]) -> Result<String, &'static str> {
    let malformed = "a picture is two bytes each of width and height, and a byte a pixel";
    let ([a, b, c, d], pixels) = picture.split_first_chunk::<4>().ok_or(malformed)?;
    let width = usize::from(u16::from_le_bytes([*a, *b]));
    let height = usize::from(u16::from_le_bytes([*c, *d]));
    if width > SIDE_PIXELS_MAX || height > SIDE_PIXELS_MAX || width * height > PIXELS_MAX {
        return Err("the picture is too large: make it smaller");
    }
    if width == 0 || pixels.len() != width * height {
        return Err(malformed);
    }
    let mut prepared = PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    let found = prepared.detect_grids();
    let texts = found.iter().take(CODES_MAX).filter_map(|grid| grid.decode().ok());
    Ok(texts.map(|(_, text)| text).find(|text| !text.is_empty()).unwrap_or_default())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(crate) mod tests {
    use super::*;

    /// A picture with a code in its middle, four pixels a module.
    pub(crate) fn picture(text: &str) -> Vec<u8> {
        let code = qrcode::QrCode::new(text).unwrap();
        let modules = code.width();
        let side = (modules + 8) * 4;
        let mut picture = [(side as u16).to_le_bytes(), (side as u16).to_le_bytes()].concat();
        for place in 0..side * side {
            let (x, y) = ((place % side / 4).wrapping_sub(4), (place / side / 4).wrapping_sub(4));
            let dark = x < modules && y < modules && code[(x, y)] == qrcode::Color::Dark;
            picture.push(if dark { 20 } else { 235 });
        }
        picture
    }

    #[test]
    fn a_code_is_read_up_to_the_length_of_a_credential_that_fits_one() {
        for text in ["DEMO-1".to_owned(), "A".repeat(1_200)] {
            assert_eq!(read(&picture(&text)).as_deref(), Ok(text.as_str()));
        }
    }

    #[test]
    fn a_picture_without_a_code_gives_nothing() {
        let noise: Vec<u8> =
            (0..120 * 90_u32).map(|place| (place.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        let picture = [&[120, 0, 90, 0][..], &noise].concat();
        assert_eq!(read(&picture), Ok(String::new()));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        for picture in [&[][..], &[1, 0, 1, 0], &[0, 0, 0, 0], &[2, 0, 2, 0, 1, 2, 3], &[255; 400]] {
            assert!(read(picture).is_err(), "{picture:?}");
        }
    }
}
