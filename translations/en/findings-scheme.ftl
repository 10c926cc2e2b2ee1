# Schemes of bodies. Variables are the facts of the finding; an absent fact is passed as a dash.

scheme--member-recognises--duty = A member of the scheme in the importing party recognises reports to this standard on the day.
scheme--member-recognises--met = A member of { $scheme } in { $importing } recognises reports to this standard ({ $standard }) on { $day }.
scheme--member-recognises--not_met =
    { $reason ->
        [not_yet] The member of { $scheme } in { $importing } takes part from { $member_from } only, after { $day }.
        [ended] The member of { $scheme } in { $importing } no longer takes part on { $day }: its membership ended on { $member_until }.
        [standard] The member of { $scheme } in { $importing } does not recognise reports to this standard ({ $standard }).
        [not_of_scheme] { $scheme } is not for reports to this standard ({ $standard }).
        [no_scheme] No scheme to which this document belongs is on record.
       *[other] No member of { $scheme } in { $importing } is on record.
    }
scheme--member-recognises--missing =
    { $reason ->
        [not_of_scheme] a report to a standard that { $scheme } is for
        [no_scheme] a scheme to which the document belongs, with a member in { $importing } that recognises it
       *[other] a membership of { $scheme } in { $importing } that covers this standard ({ $standard }) on { $day }
    }

scheme--issued-by-member--duty = The issuer was a member of the scheme on the day of the assessment.
scheme--issued-by-member--met = { $body } was a member of { $scheme } on { $assessed_on }, the day of the assessment.
scheme--issued-by-member--not_met =
    { $reason ->
        [not_yet] { $body } is a member of { $scheme } from { $member_from } only; the assessment was on { $assessed_on }.
        [ended] { $body } was no longer a member of { $scheme } on { $assessed_on }, the day of the assessment; its membership had ended on { $member_until }.
        [no_scheme] No scheme of which { $body } could be a member is on record.
       *[other] No membership of { $body } in { $scheme } is on record.
    }
scheme--issued-by-member--missing =
    { $reason ->
        [no_scheme] a scheme of which { $body } was a member on { $assessed_on }
       *[other] a membership of { $body } in { $scheme } that covers { $assessed_on }
    }

scheme--differences-covered--duty = The report covers every difference from the standard that the importing party has declared.
scheme--differences-covered--met =
    { $declared ->
        [0] { $importing } has declared no difference from the standard of the report.
       *[other] The report covers every difference from its standard that { $importing } has declared. Number of differences: { $declared }.
    }
scheme--differences-covered--not_met =
    { $reason ->
        [difference] { $importing } has declared a difference that the report does not cover: { $missing }.
       *[other] No scheme to which this document belongs is on record.
    }
scheme--differences-covered--missing =
    { $reason ->
        [difference] a report that covers the difference { $missing } declared by { $importing }
       *[other] a scheme to which the document belongs
    }

scheme--report-age--duty = The report is not older on the day than is accepted.
scheme--report-age--met =
    { $limited ->
        [yes] { $number } is of { $report_on } and is still young enough on { $day }; its age is limited to { $months_max } months.
       *[other] { $number } is of { $report_on }; there is no limit on its age.
    }
scheme--report-age--not_met = { $number } is of { $report_on } and is too old on { $day }: it was accepted up to and including { $last_day }.
scheme--report-age--missing = a report that is no older than { $months_max } months on { $day }
