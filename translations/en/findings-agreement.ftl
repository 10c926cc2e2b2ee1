# Agreements and their annexes. Variables are the facts of the finding; an absent fact is passed as a dash.

agreement--instrument-exists--duty = The two parties have agreed on an annex of this kind.
agreement--instrument-exists--met = { $importing } and { $exporting } have agreed on the annex { $annex }.
agreement--instrument-exists--not_met =
    { $reason ->
        [no_exporting_party] It is not known under which party's authority the document was issued, so no annex with { $importing } can be named.
       *[other] No annex of this kind between { $importing } and { $exporting } is on record.
    }
agreement--instrument-exists--missing =
    { $reason ->
        [no_exporting_party] the party under whose authority the document was issued, and an annex of this kind between it and { $importing }
       *[other] an annex of this kind between { $importing } and { $exporting }
    }

agreement--in-force--duty = The agreement is in force on the day asked about.
agreement--in-force--met = { $agreement } is in force on { $day }; it has been since { $in_force_from }.
agreement--in-force--not_met =
    { $reason ->
        [not_yet] { $agreement } is not in force yet on { $day }: it enters into force on { $in_force_from }.
        [ended] { $agreement } is no longer in force on { $day }: it ended on { $in_force_until }.
        [no_agreement] No agreement between the two parties is on record.
       *[other] Nothing on record says when { $agreement } is in force between the two parties.
    }
agreement--in-force--missing =
    { $reason ->
        [no_agreement] an agreement between the two parties that is in force on { $day }
       *[other] the entry into force of { $agreement } between the two parties for a period that covers { $day }
    }

agreement--concurred--duty = Each of the two parties has bound itself to the agreement.
agreement--concurred--met =
    { $reported ->
        [yes] { $importing } and { $exporting } are bound by { $agreement }, as reported by a recorder; not every party has signed this itself.
       *[other] { $importing } and { $exporting } are bound by { $agreement }.
    }
agreement--concurred--not_met =
    { $reason ->
        [importing] { $importing } is not on record as bound by { $agreement }.
        [exporting] The exporting party ({ $exporting }) is not on record as bound by { $agreement }.
        [neither] Neither { $importing } nor the exporting party ({ $exporting }) is on record as bound by { $agreement }.
       *[other] No agreement between the two parties is on record.
    }
agreement--concurred--missing =
    { $reason ->
        [importing] the consent of { $importing } to { $agreement }
        [exporting] the consent of the exporting party ({ $exporting }) to { $agreement }
        [neither] the consent of both { $importing } and the exporting party ({ $exporting }) to { $agreement }
       *[other] an agreement by which { $importing } and the exporting party ({ $exporting }) are both bound
    }

agreement--annex-in-force--duty = The annex for this sector is in force on the day asked about.
agreement--annex-in-force--met = The annex { $annex } is in force on { $day }; it has been since { $in_force_from }.
agreement--annex-in-force--not_met =
    { $reason ->
        [not_yet] The annex { $annex } is not in force yet on { $day }: it enters into force on { $in_force_from }.
        [ended] The annex { $annex } is no longer in force on { $day }: it ended on { $in_force_until }.
        [no_annex] No annex for this sector is on record.
       *[other] Nothing on record says when the annex { $annex } is in force between the two parties.
    }
agreement--annex-in-force--missing =
    { $reason ->
        [no_annex] an annex for this sector that is in force on { $day }
       *[other] the entry into force of the annex { $annex } between the two parties for a period that covers { $day }
    }

agreement--direction--duty = The annex obliges the importing party to accept what was issued under the exporting party's authority.
agreement--direction--met = Under the annex { $annex }, { $importing } accepts what was issued under the authority of { $exporting }.
agreement--direction--not_met =
    { $reason ->
        [no_annex] No annex is on record under which { $importing } would accept this document.
       *[other] The annex { $annex } does not oblige { $importing } to accept what was issued under the authority of the exporting party ({ $exporting }).
    }
agreement--direction--missing =
    { $reason ->
        [no_annex] an annex under which { $importing } accepts what was issued under the authority of the exporting party ({ $exporting })
       *[other] an obligation of { $importing } towards the exporting party ({ $exporting }) under the annex { $annex }
    }

agreement--not-suspended--duty = The obligation under the annex is not suspended on the day, or leaves earlier results their effect.
agreement--not-suspended--met =
    { $state ->
        [later] The obligation is suspended from { $suspended_from } only, after { $day } (annex: { $annex }).
        [kept] The obligation has been suspended since { $suspended_from }, but the document was issued before and keeps its effect (annex: { $annex }).
       *[other] No suspension of the obligation is in effect on { $day } (annex: { $annex }).
    }
agreement--not-suspended--not_met =
    { $issued_before ->
        [yes] The obligation has been suspended since { $suspended_from }, and documents issued before lose their effect as well (annex: { $annex }).
       *[other] The obligation has been suspended since { $suspended_from }, and the document was not issued before (annex: { $annex }).
    }
agreement--not-suspended--missing = the end of the suspension that began on { $suspended_from }, on or before { $day } (annex: { $annex })

agreement--covers-product--duty = The product lies in the scope of the annex.
agreement--covers-product--met = The product, code { $code }, lies in the scope of the annex { $annex }.
agreement--covers-product--not_met =
    { $reason ->
        [no_annex] No annex for the product, code { $code }, is on record.
       *[other] The product, code { $code }, lies outside the scope of the annex { $annex }.
    }
agreement--covers-product--unknown = It cannot be told whether code { $code } lies in the scope of the annex { $annex }: the scope is written in another edition or in more digits.
agreement--covers-product--missing =
    { $reason ->
        [unclear] the product's full commodity code in the edition in which the scope of the annex { $annex } is written
        [no_annex] an annex whose scope contains code { $code }
       *[other] an extension of the annex { $annex } to code { $code }
    }

agreement--origin--duty = Where the annex asks for goods that originate in its parties, these do.
agreement--origin--met =
    { $rule ->
        [parties] The goods originate in { $origin }, as the annex { $annex } requires.
       *[other] The annex { $annex } applies whatever the origin of the goods.
    }
agreement--origin--not_met =
    { $reason ->
        [no_annex] No annex for these goods is on record.
       *[other] The annex { $annex } applies only to goods that originate in its parties; these originate in { $origin }.
    }
agreement--origin--unknown = The annex { $annex } applies only to goods that originate in its parties, and the origin of these goods is not stated.
agreement--origin--missing =
    { $reason ->
        [no_annex] an annex for these goods
        [no_origin] the origin of the goods, in a party to the annex { $annex }
       *[other] goods that originate in a party to the annex { $annex }
    }

agreement--names-act--duty = The annex names the importing party's act, undated or in the edition that applies on the day.
agreement--names-act--met = The annex { $annex } names { $act }, and its reference covers the edition { $edition_current }.
agreement--names-act--not_met =
    { $reason ->
        [not_named] The annex { $annex } does not name { $act }.
        [edition] The annex { $annex } names { $act } in the edition { $edition_named }; the edition that applies is { $edition_current }.
       *[other] No annex that names { $act } is on record.
    }
agreement--names-act--missing =
    { $reason ->
        [not_named] an amendment of the annex { $annex } that names { $act }
        [edition] an amendment of the annex { $annex } that names the edition { $edition_current } of { $act }
       *[other] an annex that names { $act }
    }

agreement--accepts-output--duty = The annex accepts this kind of document in the phase that its parties have reached.
agreement--accepts-output--met =
    { $kind ->
        [declaration] The annex { $annex } accepts supplier's declarations.
        [test_report] The annex { $annex } accepts test reports.
        [inspection_report] The annex { $annex } accepts inspection reports.
        [certificate] The annex { $annex } accepts certificates of conformity.
        [type_approval] The annex { $annex } accepts type approvals.
        [calibration_certificate] The annex { $annex } accepts calibration certificates.
       *[other] The annex { $annex } accepts documents of this kind.
    }
agreement--accepts-output--not_met =
    { $reason ->
        [no_annex] No annex that accepts this kind of document is on record.
       *[other] { $kind ->
            [declaration] The annex { $annex } does not accept supplier's declarations (phase: { $phase }).
            [test_report] The annex { $annex } does not accept test reports (phase: { $phase }).
            [inspection_report] The annex { $annex } does not accept inspection reports (phase: { $phase }).
            [certificate] The annex { $annex } does not accept certificates of conformity (phase: { $phase }).
            [type_approval] The annex { $annex } does not accept type approvals (phase: { $phase }).
            [calibration_certificate] The annex { $annex } does not accept calibration certificates (phase: { $phase }).
           *[other] The annex { $annex } does not accept documents of this kind (phase: { $phase }).
        }
    }
agreement--accepts-output--missing =
    { $reason ->
        [no_annex] an annex that accepts this kind of document
       *[other] a document of a kind that the annex { $annex } accepts
    }

agreement--gives-recognition--duty = The annex commits its parties to recognise something.
agreement--gives-recognition--met =
    { $recognises ->
        [results] The annex { $annex } commits its parties to recognise results of assessment against the importing party's act.
        [equivalence] The annex { $annex } commits its parties to recognise conformity to an act that is declared equivalent.
        [harmonised_approval] The annex { $annex } commits its parties to recognise approvals to a harmonised regulation.
        [accreditation] The annex { $annex } commits its parties to recognise bodies that the other party's accreditation body accredited.
        [declaration] The annex { $annex } commits its parties to recognise supplier's declarations.
        [scheme] The annex { $annex } commits its parties to recognise certificates or reports of a scheme.
        [lawful_marketing] The annex { $annex } commits its parties to admit goods that are lawfully marketed in the other party.
        [alignment] The annex { $annex } commits its parties to recognise assessments by bodies of a party whose law is aligned.
       *[other] The annex { $annex } commits its parties to recognition.
    }
agreement--gives-recognition--not_met =
    { $reason ->
        [no_annex] No annex is on record that commits the parties to recognise anything.
       *[other] The annex { $annex } is a harmonised text or a commitment to exchange information. It obliges nobody to recognise a document.
    }
agreement--gives-recognition--missing = an annex that commits the importing party to recognise such documents
