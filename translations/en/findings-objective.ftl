# Common regulatory objectives. Variables are the facts of the finding; an absent fact is passed as a dash.

objective--established--duty = The objective, in the version that counts, is established on the day.
objective--established--met = Version { $version } of { $objective } has been established since { $established_on }.
objective--established--not_met =
    { $reason ->
        [not_yet] Version { $version } of { $objective } is established from { $established_on }, after { $day }.
       *[other] No established objective is on record for this product on { $day } (objective: { $objective }).
    }
objective--established--missing = an objective for this product that is established on or before { $day }

objective--covers-product--duty = The product lies in the scope of the objective.
objective--covers-product--met = The product, code { $code }, lies in the scope of { $objective }.
objective--covers-product--not_met =
    { $reason ->
        [outside] The product, code { $code }, lies outside the scope of { $objective }.
       *[other] No objective for the product, code { $code }, is on record.
    }
objective--covers-product--unknown = It cannot be told whether code { $code } lies in the scope of { $objective }: the scope is written in another edition or in more digits.
objective--covers-product--missing =
    { $reason ->
        [unclear] the product's full commodity code in the edition in which the scope of { $objective } is written
       *[other] an objective whose scope contains code { $code }
    }

objective--serves-purpose--duty = The objective covers the purpose of the act, and the act is not notified as an additional requirement.
objective--serves-purpose--met = { $objective } covers the purpose of { $act }.
objective--serves-purpose--not_met =
    { $reason ->
        [additional] The importing country has notified { $act } as an additional requirement, which { $objective } does not serve.
        [not_covered] { $objective } does not cover the purpose of { $act }.
       *[other] No objective that covers the purpose of { $act } is on record.
    }
objective--serves-purpose--missing =
    { $reason ->
        [additional] the end of the additional requirement { $act }, or evidence that meets it
       *[other] an objective that covers the purpose of { $act }
    }

objective--claim-refers--duty = The evidence names the objective to which it claims conformity.
objective--claim-refers--met = { $number } claims conformity to { $objective } by name.
objective--claim-refers--not_met =
    { $reason ->
        [compared] { $number } does not name { $objective }.
       *[other] No objective to which { $number } could refer is on record.
    }
objective--claim-refers--missing =
    { $reason ->
        [compared] evidence that names { $objective }
       *[other] an objective for this product, and evidence that names it
    }

objective--version-binds--duty = The evidence claims the version of the objective that binds the importing country on the day, or the one before while its transition lasts.
objective--version-binds--met =
    { $reason ->
        [transition] The evidence claims version { $claimed } of { $objective }, which still counts on { $day }; its transition ends on { $former_good_until }, when version { $binding } alone counts.
       *[other] The evidence claims version { $claimed } of { $objective }, which binds the importing country on { $day }.
    }
objective--version-binds--not_met =
    { $reason ->
        [other] The evidence claims version { $claimed } of { $objective }; version { $binding } binds the importing country on { $day }.
       *[none_binds] No version of an objective binds the importing country on { $day } (objective: { $objective }).
    }
objective--version-binds--unknown = The evidence does not say which version of { $objective } it claims; version { $binding } binds the importing country on { $day }.
objective--version-binds--missing =
    { $reason ->
        [none_binds] a version of the objective that binds the importing country on { $day }
       *[other] evidence that claims version { $binding } of { $objective }
    }

objective--compliance-clause--duty = The evidence is of a kind that the compliance clause of the objective allows.
objective--compliance-clause--met =
    { $kind ->
        [declaration] The compliance clause of { $objective } allows a supplier's declaration.
        [test_report] The compliance clause of { $objective } allows a test report.
        [inspection_report] The compliance clause of { $objective } allows an inspection report.
        [certificate] The compliance clause of { $objective } allows a certificate.
        [type_approval] The compliance clause of { $objective } allows a type approval.
        [calibration_certificate] The compliance clause of { $objective } allows a calibration certificate.
       *[other] The compliance clause of { $objective } allows this kind of evidence.
    }
objective--compliance-clause--not_met =
    { $reason ->
        [compared]
            { $kind ->
                [declaration] The compliance clause of { $objective } does not allow a supplier's declaration here.
                [test_report] The compliance clause of { $objective } does not allow a test report here.
                [inspection_report] The compliance clause of { $objective } does not allow an inspection report here.
                [certificate] The compliance clause of { $objective } does not allow a certificate here.
                [type_approval] The compliance clause of { $objective } does not allow a type approval here.
                [calibration_certificate] The compliance clause of { $objective } does not allow a calibration certificate here.
               *[other] The compliance clause of { $objective } does not allow this kind of evidence.
            }
       *[other] No objective whose compliance clause could be applied is on record.
    }
objective--compliance-clause--missing =
    { $reason ->
        [compared] evidence of a kind that the compliance clause of { $objective } allows
       *[other] an objective for this product, and evidence of a kind that its compliance clause allows
    }

objective--recognised-body--duty = A recognised body, listed for the objective on the day of the attestation, issued the evidence, where one is needed.
objective--recognised-body--met =
    { $reason ->
        [not_needed] { $objective } allows a supplier's declaration here, so no recognised body is needed.
       *[other] { $body } was a recognised body for { $objective } on { $assessed_on }, the day of the attestation.
    }
objective--recognised-body--not_met =
    { $reason ->
        [not_yet] { $body } is a recognised body for { $objective } from { $listed_from } only; the attestation was on { $assessed_on }.
        [ended] { $body } was no longer a recognised body for { $objective } on { $assessed_on }, the day of the attestation; it had ceased on { $listed_until }.
        [none] No recognition of { $body } for the objective is on record (objective: { $objective }).
       *[other] No objective for this product is on record.
    }
objective--recognised-body--missing = a recognition of { $body } that covers { $assessed_on }, or evidence of a body recognised on its day (objective: { $objective })

objective--named-standards--duty = The evidence states the standards that the objective names, in the named editions, or shows conformity otherwise.
objective--named-standards--met =
    { $reason ->
        [shown_otherwise] The evidence does not state { $missing }, which { $objective } names, but shows conformity to the requirements otherwise.
       *[other] The evidence states each standard that { $objective } names for the product, in its edition (number of standards: { $named }).
    }
objective--named-standards--not_met =
    { $reason ->
        [missing] The evidence does not state { $missing }, which { $objective } names, and does not show conformity otherwise.
       *[other] No objective that names standards for this product is on record.
    }
objective--named-standards--missing =
    { $reason ->
        [missing] evidence of conformity to { $missing }, or conformity to the requirements of { $objective } shown otherwise
       *[other] an objective for this product, and evidence of conformity to it
    }

objective--binds-country--duty = The importing country applies the objective, has agreed on it, or accepts products that comply with it, on the day.
objective--binds-country--met =
    { $basis ->
        [adopted] { $country } has adopted { $objective } and applies it since { $binds_from }.
        [agreed] { $country } agreed on { $objective } on { $binds_from } (undertaking, Rec. L 17).
       *[other] { $country } accepts products that comply with { $objective } since { $binds_from } (notice of acceptance, Rec. L annex C 4.4).
    }
objective--binds-country--not_met =
    { $reason ->
        [not_yet] { $objective } binds { $country } from { $binds_from }, after { $day }.
       *[other] No adoption, agreement or acceptance by { $country } is on record (objective: { $objective }).
    }
objective--binds-country--missing = an adoption, agreement or acceptance by { $country } that has effect on { $day } (objective: { $objective })

objective--no-counter-measure--duty = No counter-measure of the importing country stands against products of this origin.
objective--no-counter-measure--met =
    { $reason ->
        [compared] The counter-measure { $counter_measure } is directed at products from { $against }; these goods originate in { $origin }.
       *[other] No counter-measure of the importing country is open for this product.
    }
objective--no-counter-measure--not_met = The counter-measure { $counter_measure } stands against products from { $against }, and these goods originate there.
objective--no-counter-measure--unknown = The counter-measure { $counter_measure } may stand against these goods. Country at which it is directed: { $against }; origin of the goods: { $origin }.
objective--no-counter-measure--missing = an origin of the goods other than the country at which { $counter_measure } is directed ({ $against }), or the lifting of that counter-measure
