//! Findings about a text: its elements, good regulatory practice, comments, submission.

use law::rules::objective::{
    available_standards_referred, based_on_international_standards, comments_answered, comments_published,
    declaration_preferred, formal_elements, mandatory_text_needed, no_more_restrictive, not_discriminatory,
    performance_not_design, submitted_by_agreeing_countries,
};
use law::{Answered, Finding, Recorded};
use model::{GoodPractice, PracticeAnswer, Procedure as Assessment, RequirementForm, StandardRelevance};
use registry::content;
use statement::Act;
use statement::act::Elements;

use crate::making::{Draft, Procedure};

pub(super) fn findings<'r>(found: &Procedure<'r>) -> Vec<Finding<'r>> {
    let Some(text) = found.text() else { return Vec::new() };
    let mut findings = elements(found, &text.filed.elements);
    findings.extend(referred(found, &text.filed.elements));
    findings.extend(practice(found, text));
    findings.push(declaration(found, &text.filed.elements));
    findings.extend(comments(found));
    findings.extend(submission(found));
    findings
}

/// One finding for each element of annex B.
fn elements<'r>(found: &Procedure<'r>, text: &Elements) -> Vec<Finding<'r>> {
    let content = Some(content(text));
    let objective = found.id.as_str();
    let one = |element: &formal_elements::Element| {
        formal_elements::check(&formal_elements::Input { objective, element: *element, content })
    };
    formal_elements::Element::ALL.iter().map(one).collect()
}

/// Relevant standards that the explorations found, each referred to or not.
fn referred<'r>(found: &Procedure<'r>, text: &Elements) -> Vec<Finding<'r>> {
    let mut findings = Vec::new();
    for event in &found.timeline {
        let Act::StandardsExplored(explored) = event.act else { continue };
        let relevant = explored.found.iter().filter(|s| s.relevance == StandardRelevance::Relevant);
        findings.extend(relevant.map(|s| {
            let covers = |reference: &&statement::act::ReferencedStandard| {
                let cited = &reference.standard;
                *cited == s.standard || (!cited.is_dated() && cited.series() == s.standard.series())
            };
            let reference = text.standards.iter().find(covers);
            available_standards_referred::check(&available_standards_referred::Input {
                objective: found.id.as_str(),
                standard: event.recorded(s.standard.as_str()),
                referred: reference.map(|reference| !reference.conditions.trim().is_empty()),
            })
        }));
    }
    findings
}

/// The answers to the questionnaire about the text.
fn practice<'r>(found: &Procedure<'r>, text: &Draft<'r>) -> Vec<Finding<'r>> {
    let objective = found.id.as_str();
    let answer = |question| answer(found, text.filed.draft, question);
    let answered = |question| Answered { objective, answer: answer(question) };
    let requirements = &text.filed.elements.requirements;
    let other = requirements.iter().find(|r| r.form != RequirementForm::Performance);
    vec![
        performance_not_design::check(&performance_not_design::Input {
            objective,
            answer: answer(GoodPractice::PerformanceNotDesign),
            requirements: u32::try_from(requirements.len()).unwrap_or(u32::MAX),
            other: other.map(|r| r.number.as_str()),
        }),
        no_more_restrictive::check(&answered(GoodPractice::NoMoreRestrictive)),
        based_on_international_standards::check(&answered(GoodPractice::BasedOnStandards)),
        not_discriminatory::check(&answered(GoodPractice::NotDiscriminatory)),
        mandatory_text_needed::check(&answered(GoodPractice::MandatoryNeeded)),
    ]
}

/// The answer to a question about a draft: the last of each country; one no is a no.
fn answer(found: &Procedure<'_>, draft: u32, question: GoodPractice) -> Option<Recorded<bool>> {
    let mut answers = Vec::new();
    for event in &found.timeline {
        let Act::PracticeAssessed(a) = event.act else { continue };
        let given = a.answers.iter().find(|given| given.question == question);
        if let Some(given) = given.filter(|_| a.draft == draft) {
            answers.retain(|(by, _)| *by != a.by);
            answers.push((a.by, event.recorded(given.answer == PracticeAnswer::Yes)));
        }
    }
    let no = answers.iter().find(|(_, answer)| !answer.what);
    no.or(answers.first()).map(|(_, answer)| *answer)
}

fn declaration<'r>(found: &Procedure<'r>, text: &Elements) -> Finding<'r> {
    let open = |p: &statement::act::ConformityProcedure| {
        matches!(p.procedure, Assessment::None | Assessment::Declaration | Assessment::DeclarationWithTest)
    };
    declaration_preferred::check(&declaration_preferred::Input {
        objective: found.id.as_str(),
        specified: !text.procedures.is_empty(),
        declaration: text.procedures.iter().any(open),
        reasons: !text.stricter.trim().is_empty(),
    })
}

/// Whether the comments are published and bound, and answered.
fn comments<'r>(found: &Procedure<'r>) -> [Finding<'r>; 2] {
    let periods = found.drafts.iter().flat_map(|draft| &draft.comments.periods);
    let published = found.drafts.iter().flat_map(|draft| &draft.comments.published);
    let answers = found.drafts.iter().flat_map(|draft| &draft.comments.answers);
    let (objective, day) = (found.id.as_str(), found.day);
    let closed = periods.map(|(period, at)| Recorded { what: period.until, at: *at }).max_by_key(|r| r.what);
    let published = published.max_by_key(|(bound, at)| (bound.on, *at));
    [
        comments_published::check(&comments_published::Input {
            objective,
            day,
            closed,
            published: published.map(|(bound, at)| Recorded { what: bound.on, at: *at }),
            count: published.map_or(0, |(bound, _)| bound.published),
        }),
        comments_answered::check(&comments_answered::Input {
            objective,
            day,
            closed,
            answered: answers
                .map(|(answer, at)| Recorded { what: answer.on, at: *at })
                .max_by_key(|r| r.what),
        }),
    ]
}

fn submission<'r>(found: &Procedure<'r>) -> Option<Finding<'r>> {
    let (submitted, at) = found.submitted?;
    let draft = found.drafts.iter().find(|draft| draft.filed.draft == submitted.draft)?;
    let by_then = draft.agreed.iter().filter(|agreed| agreed.on <= submitted.on);
    let agreed: Vec<_> = by_then.map(|agreed| agreed.country).collect();
    Some(submitted_by_agreeing_countries::check(&submitted_by_agreeing_countries::Input {
        objective: found.id.as_str(),
        submitted: Recorded { what: submitted.on, at },
        country: submitted.by,
        agreed: agreed.contains(&submitted.by),
        countries: u32::try_from(agreed.len()).unwrap_or(u32::MAX),
    }))
}
