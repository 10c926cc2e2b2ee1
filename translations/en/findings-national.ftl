# The importing country's own rules. Variables are the facts of the finding; an absent fact is passed as a dash.

national--attests-to-act--duty = The evidence states conformity to the act of the importing country.
national--attests-to-act--met = { $number } states conformity to { $act }.
national--attests-to-act--not_met = { $number } does not state conformity to { $act }.
national--attests-to-act--missing = evidence that states conformity to { $act }

national--body-accepted--duty = The importing country had accepted the body for the act on the day of the assessment.
national--body-accepted--met = { $country } accepted { $body } for { $act } on { $assessed_on }, the day of the assessment.
national--body-accepted--not_met =
    { $reason ->
        [not_yet] { $country } accepts { $body } for { $act } from { $accepted_from } only; the assessment was on { $assessed_on }.
        [ended] { $country } no longer accepted { $body } for { $act } on { $assessed_on }, the day of the assessment; it had ceased on { $accepted_until }.
       *[other] No acceptance of { $body } by { $country } for { $act } is on record.
    }
national--body-accepted--missing = an acceptance of { $body } by { $country } for { $act } that covers { $assessed_on }

national--fits-procedure--duty = The evidence is of a kind that satisfies the procedure that the act requires.
national--fits-procedure--met =
    { $kind ->
        [declaration] A supplier's declaration satisfies the procedure that { $act } requires.
        [test_report] A test report satisfies the procedure that { $act } requires.
        [inspection_report] An inspection report satisfies the procedure that { $act } requires.
        [certificate] A certificate satisfies the procedure that { $act } requires.
        [type_approval] A type approval satisfies the procedure that { $act } requires.
        [calibration_certificate] A calibration certificate satisfies the procedure that { $act } requires.
       *[other] The evidence satisfies the procedure that { $act } requires.
    }
national--fits-procedure--not_met =
    { $procedure ->
        [declaration] { $act } requires a supplier's declaration of conformity; the evidence is of another kind.
        [declaration_with_test] { $act } requires a supplier's declaration that rests on a test report; the evidence is of another kind.
        [testing] { $act } requires testing by a third party; the evidence is of another kind.
        [inspection] { $act } requires inspection by a third party; the evidence is of another kind.
        [certification] { $act } requires certification by a third party; the evidence is of another kind.
        [type_approval] { $act } requires approval of the type by an authority; the evidence is of another kind.
       *[other] The evidence is not of a kind that { $act } requires.
    }
national--fits-procedure--missing =
    { $procedure ->
        [declaration] a supplier's declaration of conformity
        [declaration_with_test] a supplier's declaration that rests on a test report
        [testing] a test report of a third party
        [inspection] an inspection report of a third party
        [certification] a certificate of a third party
        [type_approval] a type approval
       *[other] evidence of a kind that { $act } requires
    }
