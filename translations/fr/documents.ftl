# Un document présenté, à côté du registre. Les variables sont les faits du constat.

document--title = Le document présenté comme { $number } :

document--signature-covers-text--met = { $issuer } a signé ce texte, avec sa clé { $key }.
document--signature-covers-text--not_met =
    { $reason ->
        [altered] La signature de la clé { $key } ne couvre pas ce texte : il a été modifié après la signature, ou signé avec une autre clé.
        [other_signer] Le document désigne { $issuer } comme émetteur et est signé avec une clé de quelqu’un d’autre, { $key }.
        [not_signed] Le document n’est pas signé.
       *[not_verified] La signature de la clé { $key } ne tient pas : { $detail }.
    }
document--signature-covers-text--unknown = On ne peut dire qui a signé : aucune clé n’est inscrite sous { $key }.

document--key-in-force--met = La clé { $key } est celle de l’émetteur, inscrite depuis la position { $from }.
document--key-in-force--not_met =
    { $reason ->
        [compromised] La clé { $key } est déclarée compromise depuis avant la signature du document.
        [added_later] La clé { $key } n’a été inscrite qu’après le document, à la position { $from }.
       *[revoked] La clé { $key } a été révoquée à la position { $revoked_at }, avant la signature du document.
    }
document--key-in-force--unknown =
    { $reason ->
        [revoked_and_undated] La clé { $key } a été révoquée à la position { $revoked_at }, et rien d’inscrit ne montre que le document a été signé avant.
        [no_key] Le document ne désigne aucune clé.
       *[not_on_record] Aucune clé n’est inscrite sous { $key }.
    }

document--number-issued--met = Le numéro { $number } est inscrit.
document--number-issued--not_met = Personne n’a délivré ici de certificat { $number }.
document--number-issued--unknown = Le document n’indique aucun numéro sous lequel on pourrait le chercher.

document--issuer-as-registered--met = L’émetteur est { $issuer }, comme inscrit.
document--issuer-as-registered--not_met =
    { $reason ->
        [lookalike] L’émetteur { $issuer } n’est pas inscrit ; son nom ressemble à celui de { $registered }, qui l’est.
        [other_issuer] Le document désigne { $issuer } ; d’après le registre, le certificat est de { $registered }.
       *[not_on_record] L’émetteur { $issuer } n’est pas inscrit.
    }
document--issuer-as-registered--unknown = Le document ne désigne aucun émetteur.

document--content-as-registered--met = Le contenu est celui qui est inscrit.
document--content-as-registered--not_met =
    { $reason ->
        [earlier_version] Le contenu est celui d’une version antérieure, inscrite à la position { $at } et modifiée depuis.
       *[differs] Le contenu diffère de celui qui est inscrit : { $fields }.
    }
document--content-as-registered--unknown = Le document n’est pas une attestation de conformité dont le contenu pourrait être comparé.

document--digest-as-registered--met = Le document est celui que son émetteur a inscrit (SHA-256 { $presented }).
document--digest-as-registered--not_met =
    { $reason ->
        [earlier_version] Le document est antérieur, inscrit à la position { $at } ; celui qui est inscrit maintenant a le SHA-256 { $registered }.
       *[differs] Le document a le SHA-256 { $presented } ; celui qui est inscrit a { $registered }.
    }
document--digest-as-registered--unknown = Son émetteur n’a inscrit aucun document pour ce certificat.

document--body-in-scope--met = L’émetteur était accrédité pour cela le { $assessed_on } ({ $accreditation }).
document--body-in-scope--not_met =
    { $reason ->
        [out_of_scope] L’accréditation { $accreditation } de { $body } ne couvre pas ce que le certificat atteste.
        [out_of_time] L’accréditation { $accreditation } n’était pas en vigueur le { $assessed_on }, jour de l’évaluation.
        [suspended] L’accréditation { $accreditation } était suspendue le { $assessed_on }, jour de l’évaluation.
        [withdrawn] L’accréditation { $accreditation } était retirée le { $assessed_on }, jour de l’évaluation.
       *[other_body] L’accréditation { $accreditation } n’est pas une accréditation de { $body }.
    }
document--body-in-scope--unknown = Le certificat ne désigne aucune accréditation inscrite.

document--in-its-time--met = Le document est dans la période pour laquelle il a été établi.
document--in-its-time--not_met =
    { $reason ->
        [not_yet] Le document n’est valable qu’à partir du { $from }.
       *[over] Le document était valable jusqu’au { $until }.
    }

document--at-one-border--met = Rien de ce que d’autres frontières ont inscrit ces { $days } derniers jours ne parle contre { $number }.
document--at-one-border--not_met =
    { $reason ->
        [quantity] Il reste moins de la quantité certifiée sous { $number } que ce qui est déclaré ici : { $countries } y a puisé, la dernière fois le { $on }.
        [more_than_certified] On déclare ici plus que la quantité certifiée sous { $number }.
       *[same_goods] Le même lot ou numéro de série a été présenté sous { $number } aussi en { $countries }, la dernière fois le { $on }.
    }
document--at-one-border--unknown =
    { $reason ->
        [offline] Non couvert sans réseau : si { $number } a été présenté aussi à une autre frontière.
       *[presented] { $number } vaut pour des marchandises ou une quantité déterminées, et a été présenté aussi en { $countries }, la dernière fois le { $on }. Comparez lot et numéros de série avec les marchandises.
    }

# Champs d’un certificat.
field--type = type
field--number = numéro
field--status-index = rang dans la liste d’état
field--kind = nature
field--holder = titulaire
field--products = produits
field--conforms-to = actes auxquels il est satisfait
field--standards = normes
field--procedure = procédure
field--modules = modules
field--designating-party = partie qui désigne
field--basis = fondement
field--assessed-on = date d’évaluation
field--issued-on = date de délivrance
field--expires-on = date d’expiration
field--aliases = autres numéros
field--differences-covered = divergences nationales couvertes
field--report = rapport
field--responsible-persons-in = pays où il y a une personne responsable
field--lawfully-marketed-in = pays de commercialisation légale
field--conditions-met = conditions remplies
field--production-conforms = conformité de la production
field--same-product-as = même produit que
