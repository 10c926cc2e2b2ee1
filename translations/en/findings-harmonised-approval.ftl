# Approvals under the UN 1958 Agreement. Variables are the facts of the finding; an absent fact is passed as a dash.

harmonised-approval--both-apply--duty = Both parties apply the UN Regulation on the day.
harmonised-approval--both-apply--met = { $importing } and { $exporting } both apply { $regulation } on { $day }.
harmonised-approval--both-apply--not_met =
    { $reason ->
        [importing] { $importing } does not apply { $regulation } on { $day } (it applies it from: { $importing_applies_from }; no longer from: { $importing_applies_until }).
        [exporting] The exporting party ({ $exporting }) does not apply { $regulation } on { $day } (it applies it from: { $exporting_applies_from }; no longer from: { $exporting_applies_until }).
        [neither] Neither { $importing } nor the exporting party ({ $exporting }) applies { $regulation } on { $day }.
       *[other] No UN Regulation for this product is on record.
    }
harmonised-approval--both-apply--missing =
    { $reason ->
        [importing] the application of { $regulation } by { $importing } on { $day }
        [exporting] the application of { $regulation } by the exporting party ({ $exporting }) on { $day }
        [neither] the application of { $regulation } by both { $importing } and the exporting party ({ $exporting }) on { $day }
       *[other] a UN Regulation for this product that both parties apply on { $day }
    }

harmonised-approval--series-accepted--duty = The approval was granted to a series of amendments that the importing party must still accept.
harmonised-approval--series-accepted--met = The approval was granted to series { $approved_to } of { $regulation }; the oldest series that is still accepted is { $oldest_accepted }.
harmonised-approval--series-accepted--not_met =
    { $reason ->
        [superseded] The approval was granted to series { $approved_to } of { $regulation }; the oldest series that is still accepted is { $oldest_accepted }.
       *[other] No UN Regulation for this product is on record.
    }
harmonised-approval--series-accepted--unknown =
    { $reason ->
        [oldest_not_stated] The approval was granted to series { $approved_to } of { $regulation }, but nothing on record says which series the importing party still accepts.
       *[other] Nothing on record says to which series of amendments of { $regulation } the approval was granted.
    }
harmonised-approval--series-accepted--missing =
    { $reason ->
        [superseded] an approval to series { $oldest_accepted } of { $regulation } or a later one
        [oldest_not_stated] the oldest series of { $regulation } that the importing party accepts
        [series_not_stated] the series of { $regulation } to which the approval was granted
       *[other] a UN Regulation for this product
    }

harmonised-approval--technical-service-notified--duty = The technical service was notified for the UN Regulation on the day of the assessment.
harmonised-approval--technical-service-notified--met = { $body } was notified as a technical service for { $regulation } on { $assessed_on }, the day of the assessment.
harmonised-approval--technical-service-notified--not_met =
    { $reason ->
        [not_yet] { $body } is notified as a technical service for { $regulation } from { $notified_from } only; the assessment was on { $assessed_on }.
        [ended] { $body } was no longer notified as a technical service for { $regulation } on { $assessed_on }, the day of the assessment; its notification had ended on { $notified_until }.
        [no_regulation] No UN Regulation for which { $body } could be notified is on record.
       *[other] No notification of { $body } as a technical service for { $regulation } is on record.
    }
harmonised-approval--technical-service-notified--missing =
    { $reason ->
        [no_regulation] a UN Regulation for this product, and a notification of { $body } for it that covers { $assessed_on }
       *[other] a notification of { $body } as a technical service for { $regulation } that covers { $assessed_on }
    }

harmonised-approval--production-conforms--duty = The approving authority has stated that conformity of production is in order.
harmonised-approval--production-conforms--met = Conformity of production is stated to be in order for { $number }.
harmonised-approval--production-conforms--not_met = Conformity of production is stated not to be in order for { $number }.
harmonised-approval--production-conforms--unknown = Nothing on record says whether conformity of production is in order for { $number }.
harmonised-approval--production-conforms--missing = a statement of the approving authority that conformity of production is in order for { $number }

harmonised-approval--approval-granted--duty = The document is a type approval granted under the UN Regulation.
harmonised-approval--approval-granted--met = { $number } is a type approval granted under the UN Regulation.
harmonised-approval--approval-granted--not_met =
    { $reason ->
        [not_attested] { $number } is a type approval, but does not state conformity to the UN Regulation.
       *[other] { $kind ->
            [declaration] { $number } is a supplier's declaration, not a type approval.
            [test_report] { $number } is a test report, not a type approval.
            [inspection_report] { $number } is an inspection report, not a type approval.
            [certificate] { $number } is a certificate of conformity, not a type approval.
            [calibration_certificate] { $number } is a calibration certificate, not a type approval.
           *[other] { $number } is not a type approval.
        }
    }
harmonised-approval--approval-granted--missing = a type approval under the UN Regulation
