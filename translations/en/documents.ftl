# A presented document beside the register. Variables are the facts of the finding.

document--title = The document presented as { $number }:

document--signature-covers-text--met = { $issuer } signed this text, with its key { $key }.
document--signature-covers-text--not_met =
    { $reason ->
        [altered] The signature of the key { $key } does not cover this text: it was altered after it was signed, or signed with another key.
        [other_signer] The document names { $issuer } as its issuer and is signed with a key of somebody else, { $key }.
        [not_signed] The document is not signed.
       *[not_verified] The signature of the key { $key } does not hold: { $detail }.
    }
document--signature-covers-text--unknown = It cannot be told who signed: no key is on record under { $key }.

document--key-in-force--met = The key { $key } is the issuer's, on record since position { $from }.
document--key-in-force--not_met =
    { $reason ->
        [compromised] The key { $key } is stated as compromised since before the document was signed.
        [added_later] The key { $key } was put on record only after the document, at position { $from }.
       *[revoked] The key { $key } was revoked at position { $revoked_at }, before the document was signed.
    }
document--key-in-force--unknown =
    { $reason ->
        [revoked_and_undated] The key { $key } was revoked at position { $revoked_at }, and nothing on record shows that the document was signed before.
        [no_key] The document names no key.
       *[not_on_record] No key is on record under { $key }.
    }

document--number-issued--met = The number { $number } is on record.
document--number-issued--not_met = Nobody has issued a certificate { $number } here.
document--number-issued--unknown = The document states no number under which it could be looked up.

document--issuer-as-registered--met = The issuer is { $issuer }, as on record.
document--issuer-as-registered--not_met =
    { $reason ->
        [lookalike] The issuer { $issuer } is not on record; its name looks like that of { $registered }, which is.
        [other_issuer] The document names { $issuer }; on record the certificate is one of { $registered }.
       *[not_on_record] The issuer { $issuer } is not on record.
    }
document--issuer-as-registered--unknown = The document names no issuer.

document--content-as-registered--met = The content is the one on record.
document--content-as-registered--not_met =
    { $reason ->
        [earlier_version] The content is that of an earlier version, on record at position { $at } and amended since.
       *[differs] The content differs from the one on record in: { $fields }.
    }
document--content-as-registered--unknown = The document is no conformity credential whose content could be compared.

document--digest-as-registered--met = The document is the one that its issuer put on record (SHA-256 { $presented }).
document--digest-as-registered--not_met =
    { $reason ->
        [earlier_version] The document is an earlier one, on record at position { $at }; the one on record now has SHA-256 { $registered }.
       *[differs] The document has SHA-256 { $presented }; the one on record has { $registered }.
    }
document--digest-as-registered--unknown = Its issuer put no document on record for this certificate.

document--body-in-scope--met = The issuer was accredited for it on { $assessed_on } ({ $accreditation }).
document--body-in-scope--not_met =
    { $reason ->
        [out_of_scope] The accreditation { $accreditation } of { $body } does not cover what the certificate states.
        [out_of_time] The accreditation { $accreditation } was not in force on { $assessed_on }, the day of the assessment.
        [suspended] The accreditation { $accreditation } was suspended on { $assessed_on }, the day of the assessment.
        [withdrawn] The accreditation { $accreditation } was withdrawn on { $assessed_on }, the day of the assessment.
       *[other_body] The accreditation { $accreditation } is not one of { $body }.
    }
document--body-in-scope--unknown = The certificate names no accreditation on record.

document--in-its-time--met = The document is in the time for which it was made.
document--in-its-time--not_met =
    { $reason ->
        [not_yet] The document is valid from { $from } only.
       *[over] The document was valid until { $until }.
    }

document--at-one-border--met = Nothing that other borders recorded in the last { $days } days speaks against { $number }.
document--at-one-border--not_met =
    { $reason ->
        [quantity] Less is left of the quantity certified under { $number } than is declared here: { $countries } drew from it, last on { $on }.
        [more_than_certified] More is declared here than was certified under { $number }.
       *[same_goods] The same batch or serial number was presented under { $number } in { $countries } as well, last on { $on }.
    }
document--at-one-border--unknown =
    { $reason ->
        [offline] Not covered without a network: whether { $number } was presented at another border as well.
       *[presented] { $number } is for stated goods or a stated quantity, and was presented in { $countries } as well, last on { $on }. Compare batch and serial numbers with the goods.
    }

# Fields of a certificate.
field--type = type
field--number = number
field--status-index = place in the status list
field--kind = kind
field--holder = holder
field--products = products
field--conforms-to = acts conformed to
field--standards = standards
field--procedure = procedure
field--modules = modules
field--designating-party = designating party
field--basis = basis
field--assessed-on = day of assessment
field--issued-on = day of issue
field--expires-on = day of expiry
field--aliases = other numbers
field--differences-covered = national differences covered
field--report = report
field--responsible-persons-in = countries with a responsible person
field--lawfully-marketed-in = countries of lawful marketing
field--conditions-met = conditions met
field--production-conforms = conformity of production
field--same-product-as = same product as
