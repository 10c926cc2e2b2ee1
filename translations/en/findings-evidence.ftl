# Whether the evidence is what it says. Variables are the facts of the finding; an absent fact is passed as a dash.

evidence--on-record--duty = The certificate or declaration that is presented is on record.
evidence--on-record--met = { $reference } is on record.
evidence--on-record--not_met = { $reference } is not on record, and the record is stated to be complete for this scheme and country.
evidence--on-record--unknown =
    { $coverage ->
        [partial] { $reference } is not on record, but the record is stated to be incomplete for this scheme and country. Its absence proves nothing.
       *[other] { $reference } is not on record, and nothing says how complete the record is for this scheme and country. Its absence proves nothing.
    }
evidence--on-record--missing = the registration of { $reference } by its issuer

evidence--issued-by-named-body--duty = The evidence comes from the body that it names.
evidence--issued-by-named-body--met =
    { $signed_by ->
        [issuer] { $issuer } signed the evidence itself.
       *[other] The evidence of { $issuer } was reported by { $reported_by }, not signed by the issuer; nothing on record contradicts it.
    }
evidence--issued-by-named-body--not_met = The key that signed the evidence of { $issuer } is stated to have been compromised by then.
evidence--issued-by-named-body--missing = a confirmation of the evidence by { $issuer }, signed with a key that is in order

evidence--not-a-copy--duty = A document that is registered under a second number says so.
evidence--not-a-copy--met =
    { $reason ->
        [declared] { $number } and { $original } are the same document, and the later entry says so.
       *[other] No earlier entry with the same document as { $number } is on record.
    }
evidence--not-a-copy--not_met = The document of { $number } was registered before under { $original }, and the later entry does not say so.
evidence--not-a-copy--missing = a statement by the issuer that { $number } is for the same product as { $original }

evidence--product-same--duty = The product asked about is the product that the evidence covers.
evidence--product-same--met =
    { $reason ->
        [identifier] The product is the certified one: code { $asked_code }, identifiers that agree: { $compared }.
       *[other] No identifier was asked, so the answer is about the product as certified, code { $asked_code }.
    }
evidence--product-same--not_met =
    { $reason ->
        [identifier]
            { $kind ->
                [gtin] The GTIN asked about is { $asked }; the evidence states { $certified }.
                [model] The model asked about is { $asked }; the evidence states { $certified }.
                [brand] The brand asked about is { $asked }; the evidence states { $certified }.
                [batch] The batch asked about is { $asked }; the evidence states { $certified }.
                [serial] The serial number asked about is { $asked }; the evidence states { $certified }.
               *[other] The question says { $asked }; the evidence states { $certified }.
            }
       *[other] The code { $asked_code } lies outside the codes that the evidence covers.
    }
evidence--product-same--unknown =
    { $reason ->
        [claim] Nothing ties the product to the evidence: { $asked } ({ $kind ->
            [gtin] GTIN
            [model] model
            [brand] brand
            [batch] batch
            [serial] serial number
           *[other] other identifier
        }) is claimed in the question, and the evidence states nothing to compare it with.
       *[other] It cannot be told whether the code { $asked_code } is covered: the evidence uses another edition or more digits.
    }
evidence--product-same--missing =
    { $reason ->
        [identifier] evidence for the product with the identifier { $asked }
        [claim] an identifier of the product that the evidence states too
       *[other] a commodity code that the evidence covers, in the edition that the evidence uses
    }

evidence--batch-same--duty = The batch asked about is the batch that the evidence covers.
evidence--batch-same--met =
    { $reason ->
        [same] The evidence covers the batch { $certified }, which is the one asked about.
       *[other] The evidence is not limited to one batch.
    }
evidence--batch-same--not_met = The evidence covers the batch { $certified }; the batch asked about is { $asked }.
evidence--batch-same--unknown = The evidence covers the batch { $certified } only, and the question names no batch.
evidence--batch-same--missing =
    { $reason ->
        [not_asked] the batch of the goods
       *[other] evidence that covers the batch { $asked }
    }

evidence--holder-same--duty = The holder named in the question is the holder of the evidence.
evidence--holder-same--met =
    { $reason ->
        [compared] { $holder } is the holder of the evidence.
       *[other] The question names no holder; the holder of the evidence is { $holder }.
    }
evidence--holder-same--not_met = The holder of the evidence is { $holder }; the question names { $asked }.
evidence--holder-same--missing = evidence held by { $asked }, or a change of holder to { $asked }

evidence--in-force--duty = The evidence was issued on or before the day and has neither expired nor ended.
evidence--in-force--met = The evidence, issued on { $issued_on }, is in force on { $day }.
evidence--in-force--not_met =
    { $reason ->
        [not_yet] The evidence was issued on { $issued_on }, after { $day }.
        [ended] The evidence ended early, on { $ended_on }; it is not in force on { $day }.
       *[other] The evidence expired on { $expires_on }; it is not in force on { $day }.
    }
evidence--in-force--missing = evidence that is in force on { $day }

evidence--not-suspended--duty = The evidence is not suspended on the day.
evidence--not-suspended--met = No suspension of the evidence is in effect on { $day }.
evidence--not-suspended--not_met = The evidence is suspended on { $day }, since { $suspended_from }.
evidence--not-suspended--missing = the restoration of the evidence on or before { $day }

evidence--not-withdrawn--duty = The evidence is not withdrawn on the day.
evidence--not-withdrawn--met = No withdrawal of the evidence has effect on { $day }.
evidence--not-withdrawn--not_met =
    { $reach ->
        [from_start] The evidence was withdrawn from the start, so it never had effect.
       *[other] The evidence was withdrawn on { $withdrawn_from } and has no effect on { $day }.
    }
evidence--not-withdrawn--missing = other evidence that is not withdrawn

evidence--credential-matches--duty = The document that is presented is the one that its issuer registered.
evidence--credential-matches--met =
    { $reason ->
        [same] The document that was presented is the one that the issuer registered.
       *[other] No document was presented; the answer rests on the record alone.
    }
evidence--credential-matches--not_met = The document that was presented differs from the one that the issuer registered.
evidence--credential-matches--unknown = The issuer registered no digest of its document, so the one that was presented cannot be compared.
evidence--credential-matches--missing =
    { $reason ->
        [altered] the document in the form that its issuer registered
       *[other] the digest of the document, registered by its issuer
    }
