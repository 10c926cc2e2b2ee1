# Equivalence of acts. Variables are the facts of the finding; an absent fact is passed as a dash.

equivalence--acts-declared-equivalent--duty = The two acts are declared equivalent on the day, and no amendment has ended it.
equivalence--acts-declared-equivalent--met = { $exporting_act } and { $importing_act } have been declared equivalent under { $annex } since { $declared_from }, and this holds on { $day }.
equivalence--acts-declared-equivalent--not_met =
    { $reason ->
        [not_yet] { $exporting_act } and { $importing_act } count as equivalent from { $declared_from } only, after { $day } (annex: { $annex }).
        [ended] { $exporting_act } and { $importing_act } no longer count as equivalent on { $day }: the declaration ended on { $declared_until } (annex: { $annex }).
        [lapsed] The equivalence of { $exporting_act } and { $importing_act } ended on { $lapsed_on }, after one of the two acts was amended (annex: { $annex }).
        [no_exporting_act] No act of the exporting party is on record as equivalent to { $importing_act } (annex: { $annex }).
        [no_annex] No annex on equivalence that covers { $importing_act } is on record.
       *[other] No declaration that { $exporting_act } and { $importing_act } are equivalent is on record (annex: { $annex }).
    }
equivalence--acts-declared-equivalent--missing =
    { $reason ->
        [no_annex] an annex on equivalence, and a declaration under it for { $importing_act } that covers { $day }
        [no_exporting_act] a declaration under { $annex } that an act of the exporting party is equivalent to { $importing_act } on { $day }
        [lapsed] a declaration under { $annex } that the amended acts, { $exporting_act } and { $importing_act }, are equivalent on { $day }
       *[other] a declaration under { $annex } that { $exporting_act } and { $importing_act } are equivalent on { $day }
    }

equivalence--attests-to-exporting-act--duty = The document states conformity to the exporting party's act that counts as equivalent.
equivalence--attests-to-exporting-act--met = { $number } states conformity to { $exporting_act }.
equivalence--attests-to-exporting-act--not_met =
    { $reason ->
        [no_exporting_act] No act of the exporting party is on record to which { $number } could state conformity.
       *[other] { $number } does not state conformity to { $exporting_act }.
    }
equivalence--attests-to-exporting-act--missing =
    { $reason ->
        [no_exporting_act] an act of the exporting party that counts as equivalent, and a document that states conformity to it
       *[other] a document that states conformity to { $exporting_act }
    }
