# What the importing country requires. Variables are the facts of the finding; an absent fact is passed as a dash.

requirement--applies-on-day--duty = The act of the importing country applies on the day.
requirement--applies-on-day--met = { $act } applies on { $day }; it has applied since { $applies_from }.
requirement--applies-on-day--not_met =
    { $reason ->
        [not_yet] { $act } does not apply yet on { $day }: it applies from { $applies_from }.
       *[other] { $act } no longer applies on { $day }: it ceased to apply on { $applies_until }.
    }
requirement--applies-on-day--missing = a day on which { $act } applies

requirement--covers-product--duty = The product lies in the scope of the act.
requirement--covers-product--met = The product, code { $code } of the edition { $edition }, lies in the scope of { $act }.
requirement--covers-product--not_met = The product, code { $code } of the edition { $edition }, lies outside the scope of { $act }.
requirement--covers-product--unknown = It cannot be told whether code { $code } of the edition { $edition } lies in the scope of { $act }: the scope is written in another edition or in more digits.
requirement--covers-product--missing = the product's full commodity code in the edition in which the scope of { $act } is written

requirement--needs-assessment--duty = The act requires an assessment or declaration before the product is placed on the market.
requirement--needs-assessment--met =
    { $procedure ->
        [declaration] { $act } requires a supplier's declaration of conformity before the product is placed on the market.
        [declaration_with_test] { $act } requires a supplier's declaration that rests on a test report before the product is placed on the market.
        [testing] { $act } requires testing by a third party before the product is placed on the market.
        [inspection] { $act } requires inspection by a third party before the product is placed on the market.
        [certification] { $act } requires certification by a third party before the product is placed on the market.
        [type_approval] { $act } requires approval of the type by an authority before the product is placed on the market.
       *[other] { $act } requires a procedure before the product is placed on the market.
    }
requirement--needs-assessment--not_met = { $act } requires no assessment or declaration before the product is placed on the market.
requirement--needs-assessment--missing = a procedure that { $act } requires before the product is placed on the market

requirement--national-treatment--duty = Imported products are treated no less advantageously than domestic ones.
requirement--national-treatment--met = Nothing on record says that { $act } treats imported products worse than domestic ones.
requirement--national-treatment--not_met = { $act } is on record as treating imported products worse than domestic ones. This is flagged under Rec. E.1; the act applies all the same.
requirement--national-treatment--missing = an amendment of { $act } that treats imported and domestic products alike

requirement--edition-accepted--duty = The evidence attests to the edition of the act that counts on the day.
requirement--edition-accepted--met = The evidence attests to the edition { $attested } of { $act }, which counts on { $day }.
requirement--edition-accepted--not_met = The evidence attests to the edition { $attested } of { $act }, which does not count on { $day }. Current edition: { $current }; former edition: { $former }; end of its transition: { $former_until }.
requirement--edition-accepted--unknown = The evidence names { $act } without saying which edition; the edition { $current } counts on { $day }.
requirement--edition-accepted--missing = evidence that attests to the edition { $current } of { $act }

requirement--exclusive-standard-met--duty = The evidence rests on the standard that the act prescribes.
requirement--exclusive-standard-met--met = { $act } prescribes { $standard }, and the evidence rests on { $met_with }.
requirement--exclusive-standard-met--not_met = { $act } prescribes { $standard }, and the evidence states no standard that satisfies this. Edition that counts: { $resolved }.
requirement--exclusive-standard-met--missing = evidence of conformity to { $standard } in the edition that counts ({ $resolved })
