//! THE table of rules, in the order in which a decision asks them. A rule that is not here does not exist.

pub mod accreditation;
pub mod agreement;
pub mod alignment;
pub mod body;
pub mod declaration;
pub mod equivalence;
pub mod evidence;
pub mod harmonised_approval;
pub mod lawful_marketing;
pub mod measure;
pub mod national;
pub mod objective;
pub mod prior_decision;
pub mod requirement;
pub mod results;
pub mod scheme;
pub mod standard;
pub mod stringency;
pub mod wto;

use crate::Rule;

/// Every rule.
pub static RULES: &[&Rule] = &[
    &measure::no_open_measure::RULE,                    // "measure.no-open-measure"
    &measure::has_legal_basis::RULE,                    // "measure.has-legal-basis"
    &measure::suspicion_is_no_measure::RULE,            // "measure.suspicion-is-no-measure"
    &requirement::applies_on_day::RULE,                 // "requirement.applies-on-day"
    &requirement::covers_product::RULE,                 // "requirement.covers-product"
    &requirement::needs_assessment::RULE,               // "requirement.needs-assessment"
    &requirement::national_treatment::RULE,             // "requirement.national-treatment"
    &requirement::edition_accepted::RULE,               // "requirement.edition-accepted"
    &requirement::exclusive_standard_met::RULE,         // "requirement.exclusive-standard-met"
    &evidence::on_record::RULE,                         // "evidence.on-record"
    &evidence::issued_by_named_body::RULE,              // "evidence.issued-by-named-body"
    &evidence::not_a_copy::RULE,                        // "evidence.not-a-copy"
    &evidence::product_same::RULE,                      // "evidence.product-same"
    &evidence::batch_same::RULE,                        // "evidence.batch-same"
    &evidence::holder_same::RULE,                       // "evidence.holder-same"
    &evidence::in_force::RULE,                          // "evidence.in-force"
    &evidence::not_suspended::RULE,                     // "evidence.not-suspended"
    &evidence::not_withdrawn::RULE,                     // "evidence.not-withdrawn"
    &evidence::credential_matches::RULE,                // "evidence.credential-matches"
    &national::attests_to_act::RULE,                    // "national.attests-to-act"
    &national::body_accepted::RULE,                     // "national.body-accepted"
    &national::fits_procedure::RULE,                    // "national.fits-procedure"
    &body::designated_by_party::RULE,                   // "body.designated-by-party"
    &body::listed_before_assessment::RULE,              // "body.listed-before-assessment"
    &body::not_suspended::RULE,                         // "body.not-suspended"
    &body::contest_not_upheld::RULE,                    // "body.contest-not-upheld"
    &body::earlier_results_kept::RULE,                  // "body.earlier-results-kept"
    &body::ownership_not_barred::RULE,                  // "body.ownership-not-barred"
    &objective::established::RULE,                      // "objective.established"
    &objective::covers_product::RULE,                   // "objective.covers-product"
    &objective::serves_purpose::RULE,                   // "objective.serves-purpose"
    &objective::claim_refers::RULE,                     // "objective.claim-refers"
    &objective::version_binds::RULE,                    // "objective.version-binds"
    &objective::compliance_clause::RULE,                // "objective.compliance-clause"
    &objective::recognised_body::RULE,                  // "objective.recognised-body"
    &objective::named_standards::RULE,                  // "objective.named-standards"
    &objective::binds_country::RULE,                    // "objective.binds-country"
    &objective::no_counter_measure::RULE,               // "objective.no-counter-measure"
    &objective::need_identified::RULE,                  // "objective.need-identified"
    &objective::interest_by_one_country::RULE,          // "objective.interest-by-one-country"
    &objective::minimum_proposing_countries::RULE,      // "objective.minimum-proposing-countries"
    &objective::call_elements::RULE,                    // "objective.call-elements"
    &objective::call_transmitted::RULE,                 // "objective.call-transmitted"
    &objective::response_in_time::RULE,                 // "objective.response-in-time"
    &objective::work_not_before::RULE,                  // "objective.work-not-before"
    &objective::membership_open::RULE,                  // "objective.membership-open"
    &objective::made_by_interested_countries::RULE,     // "objective.made-by-interested-countries"
    &objective::work_is_public::RULE,                   // "objective.work-is-public"
    &objective::standards_explored::RULE,               // "objective.standards-explored"
    &objective::missing_standards_requested::RULE,      // "objective.missing-standards-requested"
    &objective::stand_still::RULE,                      // "objective.stand-still"
    &objective::available_standards_referred::RULE,     // "objective.available-standards-referred"
    &objective::formal_elements::RULE,                  // "objective.formal-elements"
    &objective::performance_not_design::RULE,           // "objective.performance-not-design"
    &objective::no_more_restrictive::RULE,              // "objective.no-more-restrictive"
    &objective::based_on_international_standards::RULE, // "objective.based-on-international-standards"
    &objective::not_discriminatory::RULE,               // "objective.not-discriminatory"
    &objective::mandatory_text_needed::RULE,            // "objective.mandatory-text-needed"
    &objective::declaration_preferred::RULE,            // "objective.declaration-preferred"
    &objective::comments_published::RULE,               // "objective.comments-published"
    &objective::comments_answered::RULE,                // "objective.comments-answered"
    &objective::submitted_by_agreeing_countries::RULE,  // "objective.submitted-by-agreeing-countries"
    &objective::established_on_submission::RULE,        // "objective.established-on-submission"
    &objective::documents_appended::RULE,               // "objective.documents-appended"
    &objective::registered_as_agreed::RULE,             // "objective.registered-as-agreed"
    &objective::revised_by_same_procedure::RULE,        // "objective.revised-by-same-procedure"
    &objective::intention_announced::RULE,              // "objective.intention-announced"
    &objective::others_invited::RULE,                   // "objective.others-invited"
    &objective::submitted_to_legislation::RULE,         // "objective.submitted-to-legislation"
    &objective::adoption_notice::RULE,                  // "objective.adoption-notice"
    &objective::status_report::RULE,                    // "objective.status-report"
    &objective::acceptance_notified::RULE,              // "objective.acceptance-notified"
    &objective::announced_before_use::RULE,             // "objective.announced-before-use"
    &objective::body_designated_by_agreeing_country::RULE, // "objective.body-designated-by-agreeing-country"
    &objective::body_competence::RULE,                  // "objective.body-competence"
    &objective::additional_requirement_notified::RULE,  // "objective.additional-requirement-notified"
    &objective::counter_measure_has_occasion::RULE,     // "objective.counter-measure-has-occasion"
    &objective::protection_clause_declared::RULE,       // "objective.protection-clause-declared"
    &objective::withdrawal_contents::RULE,              // "objective.withdrawal-contents"
    &agreement::instrument_exists::RULE,                // "agreement.instrument-exists"
    &agreement::in_force::RULE,                         // "agreement.in-force"
    &agreement::concurred::RULE,                        // "agreement.concurred"
    &agreement::annex_in_force::RULE,                   // "agreement.annex-in-force"
    &agreement::direction::RULE,                        // "agreement.direction"
    &agreement::not_suspended::RULE,                    // "agreement.not-suspended"
    &agreement::covers_product::RULE,                   // "agreement.covers-product"
    &agreement::origin::RULE,                           // "agreement.origin"
    &agreement::names_act::RULE,                        // "agreement.names-act"
    &agreement::accepts_output::RULE,                   // "agreement.accepts-output"
    &agreement::gives_recognition::RULE,                // "agreement.gives-recognition"
    &results::attests_to_importing_act::RULE,           // "results.attests-to-importing-act"
    &equivalence::acts_declared_equivalent::RULE,       // "equivalence.acts-declared-equivalent"
    &equivalence::attests_to_exporting_act::RULE,       // "equivalence.attests-to-exporting-act"
    &harmonised_approval::both_apply::RULE,             // "harmonised-approval.both-apply"
    &harmonised_approval::series_accepted::RULE,        // "harmonised-approval.series-accepted"
    &harmonised_approval::technical_service_notified::RULE, // "harmonised-approval.technical-service-notified"
    &harmonised_approval::production_conforms::RULE,        // "harmonised-approval.production-conforms"
    &harmonised_approval::approval_granted::RULE,           // "harmonised-approval.approval-granted"
    &accreditation::body_recognised::RULE,                  // "accreditation.body-recognised"
    &accreditation::scope_covers_act::RULE,                 // "accreditation.scope-covers-act"
    &accreditation::importing_party_notified::RULE,         // "accreditation.importing-party-notified"
    &declaration::accepted::RULE,                           // "declaration.accepted"
    &declaration::is_declaration::RULE,                     // "declaration.is-declaration"
    &declaration::declarant_entitled::RULE,                 // "declaration.declarant-entitled"
    &declaration::states_act::RULE,                         // "declaration.states-act"
    &declaration::laboratory::RULE,                         // "declaration.laboratory"
    &scheme::member_recognises::RULE,                       // "scheme.member-recognises"
    &scheme::issued_by_member::RULE,                        // "scheme.issued-by-member"
    &scheme::differences_covered::RULE,                     // "scheme.differences-covered"
    &scheme::report_age::RULE,                              // "scheme.report-age"
    &prior_decision::in_force::RULE,                        // "prior-decision.in-force"
    &prior_decision::covers::RULE,                          // "prior-decision.covers"
    &prior_decision::conditions_met::RULE,                  // "prior-decision.conditions-met"
    &prior_decision::review::RULE,                          // "prior-decision.review"
    &lawful_marketing::sold_in_party::RULE,                 // "lawful-marketing.sold-in-party"
    &lawful_marketing::no_exemption::RULE,                  // "lawful-marketing.no-exemption"
    &lawful_marketing::no_refusal::RULE,                    // "lawful-marketing.no-refusal"
    &alignment::law_aligned::RULE,                          // "alignment.law-aligned"
    &stringency::stated::RULE,                              // "stringency.stated"
    &standard::edition_in_force::RULE,                      // "standard.edition-in-force"
    &wto::whenever_possible::RULE,                          // "wto.whenever-possible"
];

/// The rule with an identifier.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

/// What the digest of the table is taken over: every identifier with its version, one a line, in order.
pub fn table_digest_input() -> String {
    RULES.iter().map(|rule| format!("{}@{}\n", rule.id, rule.version)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_unique_and_say_chapter_and_duty() {
        let mut ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), RULES.len());
        let plain =
            |id: &str| id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c));
        assert!(ids.iter().all(|id| id.split('.').count() == 2 && plain(id)));
    }

    #[test]
    fn every_rule_has_a_duty_a_citation_and_a_file_named_after_it() {
        for rule in RULES {
            let words = rule.id.split('.').nth(1).unwrap_or_default().replace('-', "_");
            assert!(rule.duty.ends_with('.') && !rule.citations.is_empty(), "{}", rule.id);
            assert!(rule.file.ends_with(&format!("{words}.rs")), "{} is in {}", rule.id, rule.file);
        }
    }
}
