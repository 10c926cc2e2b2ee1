# Aligned law. Variables are the facts of the finding; an absent fact is passed as a dash.

alignment--law-aligned--duty = The exporting party's law in this sector is confirmed as aligned on the day.
alignment--law-aligned--met = The law of { $country } in the sector of { $annex } is confirmed as aligned on { $day }; it has been since { $aligned_from }.
alignment--law-aligned--not_met =
    { $reason ->
        [not_yet] The law of { $country } in the sector of { $annex } counts as aligned from { $aligned_from } only, after { $day }.
        [ended] The law of { $country } in the sector of { $annex } no longer counts as aligned on { $day }: this ended on { $aligned_until }.
        [no_annex] No annex on aligned law for this sector is on record.
        [no_country] It is not known whose law would be aligned under { $annex }.
       *[other] No confirmation that the law of { $country } in the sector of { $annex } is aligned is on record.
    }
alignment--law-aligned--missing =
    { $reason ->
        [no_annex] an annex on aligned law for this sector, and a confirmation that covers { $day }
        [no_country] the party under whose authority the document was issued, and a confirmation that its law is aligned under { $annex } on { $day }
       *[other] a confirmation that the law of { $country } in the sector of { $annex } is aligned on { $day }
    }
