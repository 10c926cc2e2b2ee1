# Supplier's declarations. Variables are the facts of the finding; an absent fact is passed as a dash.

declaration--accepted--duty = The importing party accepts a supplier's declaration under this act for this product.
declaration--accepted--met = A supplier's declaration is accepted for this product under { $act }.
declaration--accepted--not_met = A supplier's declaration is not accepted for this product under { $act }.
declaration--accepted--missing = a provision of { $act }, or an annex, under which a supplier's declaration is accepted for this product

declaration--is-declaration--duty = The document is a supplier's declaration of conformity.
declaration--is-declaration--met = { $number } is a supplier's declaration of conformity.
declaration--is-declaration--not_met =
    { $kind ->
        [test_report] { $number } is a test report, not a supplier's declaration.
        [inspection_report] { $number } is an inspection report, not a supplier's declaration.
        [certificate] { $number } is a certificate of conformity, not a supplier's declaration.
        [type_approval] { $number } is a type approval, not a supplier's declaration.
        [calibration_certificate] { $number } is a calibration certificate, not a supplier's declaration.
       *[other] { $number } is not a supplier's declaration.
    }
declaration--is-declaration--missing = a supplier's declaration of conformity

declaration--declarant-entitled--duty = A person established where the importing party requires it answers for the declaration.
declaration--declarant-entitled--met =
    { $required ->
        [yes] A person established in { $required_in } answers for { $number }.
       *[other] No person established in a given place needs to answer for { $number }.
    }
declaration--declarant-entitled--not_met = No person established in { $required_in } is named who answers for { $number }.
declaration--declarant-entitled--missing = a person established in { $required_in } who answers for { $number }

declaration--states-act--duty = The declaration states conformity to the importing party's act.
declaration--states-act--met = { $number } states conformity to { $act }.
declaration--states-act--not_met = { $number } does not state conformity to { $act }.
declaration--states-act--missing = a declaration that states conformity to { $act }

declaration--laboratory--duty = Where the importing party asks for it, the declaration rests on a report of a laboratory that meets its rule.
declaration--laboratory--met =
    { $reason ->
        [accredited_report] { $number } rests on a report of { $laboratory } of { $report_on }, when the laboratory was accredited as required.
        [report] { $number } rests on a report of { $laboratory }, as required.
       *[other] No test report is required for { $number }.
    }
declaration--laboratory--not_met =
    { $reason ->
        [no_report] { $number } must rest on a test report and names none.
        [not_yet] { $laboratory } is accredited from { $accredited_from } only; the report behind { $number } is of { $report_on }.
        [ended] The accreditation of { $laboratory } had ended on { $accredited_until }; the report behind { $number } is of { $report_on }.
       *[other] No accreditation of { $laboratory } by a recognised accreditation body is on record; { $number } rests on its report.
    }
declaration--laboratory--unknown = The day of the report by { $laboratory } behind { $number } is not stated, so it cannot be told whether the laboratory was accredited then.
declaration--laboratory--missing =
    { $reason ->
        [no_report] a test report behind { $number } from a laboratory that meets the importing party's rule
        [no_day] the day of the report by { $laboratory } behind { $number }
       *[other] an accreditation of { $laboratory } by a recognised accreditation body that covers the day of its report
    }
