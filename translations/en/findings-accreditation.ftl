# Recognition by accreditation. Variables are the facts of the finding; an absent fact is passed as a dash.

accreditation--body-recognised--duty = The importing party recognises the accreditation body on the day.
accreditation--body-recognised--met = { $importing } recognises the accreditation body { $accreditation_body } on { $day }; it has since { $recognised_from }.
accreditation--body-recognised--not_met =
    { $reason ->
        [not_yet] { $importing } recognises the accreditation body { $accreditation_body } from { $recognised_from } only, after { $day }.
        [ended] { $importing } no longer recognises the accreditation body { $accreditation_body } on { $day }: recognition ended on { $recognised_until }.
        [no_accreditation_body] No accreditation body that accredited the issuer is on record.
       *[other] No recognition of the accreditation body { $accreditation_body } by { $importing } is on record.
    }
accreditation--body-recognised--missing =
    { $reason ->
        [no_accreditation_body] an accreditation of the issuer by a body that { $importing } recognises on { $day }
       *[other] a recognition of the accreditation body { $accreditation_body } by { $importing } that covers { $day }
    }

accreditation--scope-covers-act--duty = The body was accredited for the importing party's act on the day of the assessment.
accreditation--scope-covers-act--met = { $body } was accredited for { $act } on { $assessed_on }, the day of the assessment.
accreditation--scope-covers-act--not_met =
    { $reason ->
        [not_yet] { $body } is accredited from { $accredited_from } only; the assessment was on { $assessed_on }.
        [ended] { $body } was no longer accredited on { $assessed_on }, the day of the assessment; its accreditation had ended on { $accredited_until }.
        [scope] { $body } was accredited on { $assessed_on }, the day of the assessment, but the scope of its accreditation does not name { $act }.
       *[other] No accreditation of { $body } is on record.
    }
accreditation--scope-covers-act--missing = an accreditation of { $body } whose scope names { $act } and that covers { $assessed_on }

accreditation--importing-party-notified--duty = The importing party had been notified of the body on the day of the assessment.
accreditation--importing-party-notified--met = { $importing } had been notified of { $body } on { $assessed_on }, the day of the assessment.
accreditation--importing-party-notified--not_met =
    { $reason ->
        [not_yet] { $importing } was notified of { $body } from { $notified_from } only; the assessment was on { $assessed_on }.
        [ended] The notification of { $body } to { $importing } had ended on { $notified_until }; the assessment was on { $assessed_on }.
       *[other] No notification of { $body } to { $importing } is on record.
    }
accreditation--importing-party-notified--missing = a notification of { $body } to { $importing } that covers { $assessed_on }
