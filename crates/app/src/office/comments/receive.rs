//! Taking a comment from somebody without an account.

use model::Jurisdiction;
use store::office::{NewComment, Received, Said};

use super::super::Office;
use super::procedure::{DraftConsultation, Taken};
use super::{COMMENT_LINKS_MAX, COMMENTS_MAX, CommentError, Field};

/// What was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommentForm {
    /// The draft.
    pub draft: String,
    /// The part that it is about; empty: the whole.
    pub about: String,
    /// Who says it.
    pub name: String,
    /// For which organisation.
    pub organisation: String,
    /// Of which country.
    pub country: String,
    /// Where its author can be reached; never published.
    pub contact: String,
    /// The comment.
    pub text: String,
    /// The number of the form.
    pub form: String,
    /// The field that people do not see.
    pub trap: String,
}

/// A comment that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub number: u64,
    /// The draft.
    pub draft: u32,
    /// Whether the period had ended.
    pub late: bool,
}

impl Office {
    /// Takes a comment on a draft of a procedure, written on a page in this language.
    ///
    /// # Errors
    /// [`CommentError`]; then nothing was kept.
    pub fn receive_comment(
        &self,
        id: &str,
        form: &CommentForm,
        language: &str,
    ) -> Result<Kept, CommentError> {
        let consultation = self.consultation(id, language)?;
        let number = form.draft.parse().ok();
        let draft = match (consultation.draft(number), consultation.drafts.is_empty()) {
            (_, true) => return Err(CommentError::NotOpen),
            (Some(draft), _) if number.is_some() => draft,
            _ => return Err(CommentError::Draft),
        };
        let late = match draft.taken {
            Taken::Open => false,
            Taken::Late => true,
            Taken::Closed => return Err(CommentError::Closed),
        };
        let said = self.read_comment(form, draft, language)?;
        if !form.trap.is_empty() {
            return Err(CommentError::Trap);
        }
        let number = self.read_comment_form(&consultation.procedure, &form.form)?;
        let new = NewComment {
            procedure: consultation.procedure.clone(),
            said,
            late,
            received_at: self.now(),
            form: number,
        };
        match self.store().receive_comment(&new, COMMENTS_MAX)? {
            // Sent twice, it was kept once; whoever sent it learns its number either way.
            Received::Taken(number) | Received::Repeated(number) => {
                Ok(Kept { number, draft: draft.number, late })
            }
            Received::Full => Err(CommentError::Full),
        }
    }

    fn read_comment(
        &self,
        form: &CommentForm,
        draft: &DraftConsultation,
        language: &str,
    ) -> Result<Said, CommentError> {
        let about = one_line(&form.about, Field::About)?;
        if !about.is_empty() && !draft.parts.contains(&about) {
            return Err(CommentError::About(about.chars().take(40).collect()));
        }
        let country = one_line(&form.country, Field::Country)?;
        if !country.is_empty() {
            let code: Jurisdiction = country.parse().map_err(|_| CommentError::Country)?;
            if self.app().state().registry().country(code).is_none() {
                return Err(CommentError::Country);
            }
        }
        let name = one_line(&form.name, Field::Name)?;
        let text = lines(&form.text, Field::Text)?;
        for (field, written) in [(Field::Name, &name), (Field::Text, &text)] {
            if written.is_empty() {
                return Err(CommentError::Empty(field));
            }
        }
        let organisation = one_line(&form.organisation, Field::Organisation)?;
        if links(&text) > COMMENT_LINKS_MAX || links(&name) + links(&organisation) > 0 {
            return Err(CommentError::Links);
        }
        Ok(Said {
            draft: draft.number,
            about,
            name,
            organisation,
            country,
            language: language.to_owned(),
            text,
            contact: one_line(&form.contact, Field::Contact)?,
        })
    }
}

/// A field of one line: without marks that direct or hide, and without spaces around.
fn one_line(text: &str, field: Field) -> Result<String, CommentError> {
    let clean: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| shows(*c)).collect();
    fits(clean.trim(), field)
}

/// A field of several lines.
fn lines(text: &str, field: Field) -> Result<String, CommentError> {
    // Browsers send the ends of lines as two characters (HTML section 4.10.21.4).
    let text = text.replace("\r\n", "\n");
    let clean: String =
        text.chars().filter(|c| shows(*c) && (!c.is_control() || *c == '\n' || *c == '\t')).collect();
    fits(clean.trim(), field)
}

/// Whether a character is neither a mark that turns the direction of what follows nor a noncharacter: with those a
/// comment could show something else than it says (Unicode technical report 36, section 2).
fn shows(c: char) -> bool {
    !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}')
}

fn fits(text: &str, field: Field) -> Result<String, CommentError> {
    let max = field.chars_max();
    if text.chars().count() > max {
        return Err(CommentError::TooLong { field, max });
    }
    Ok(text.to_owned())
}

fn links(text: &str) -> usize {
    let text = text.to_lowercase();
    let with_scheme = text.matches("://").count();
    let bare = text.matches("www.").count() - text.matches("://www.").count();
    with_scheme + bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_counted_once_each() {
        assert_eq!(links("see https://www.a.example and http://b.example, www.c.example, d.example"), 3);
        assert_eq!(links("HTTPS://A.EXAMPLE"), 1);
        assert_eq!(links("a ratio of 1:3"), 0);
    }

    #[test]
    fn marks_that_hide_are_taken_out_and_markup_is_text() {
        let read = |text| lines(text, Field::Text);
        assert_eq!(
            read(" <script>alert(1)</script>\r\nb\u{0}\u{202e} "),
            Ok("<script>alert(1)</script>\nb".into())
        );
        assert_eq!(one_line("A\nB\u{2066}", Field::Name), Ok("A B".into()));
        let long = "é".repeat(101);
        assert_eq!(one_line(&long[2..], Field::Name), Ok("é".repeat(100)));
        assert_eq!(one_line(&long, Field::Name), Err(CommentError::TooLong { field: Field::Name, max: 100 }));
    }
}
