# Le document est-il ce qu’il dit être ? Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

evidence--on-record--duty = Le certificat ou la déclaration présenté est inscrit au registre.
evidence--on-record--met = { $reference } est inscrit au registre.
evidence--on-record--not_met = { $reference } n’est pas inscrit au registre, et celui-ci est déclaré complet pour ce système et ce pays.
evidence--on-record--unknown =
    { $coverage ->
        [partial] { $reference } n’est pas inscrit au registre, mais celui-ci est déclaré incomplet pour ce système et ce pays. Cette absence ne prouve rien.
       *[other] { $reference } n’est pas inscrit au registre, et rien n’indique si celui-ci est complet pour ce système et ce pays. Cette absence ne prouve rien.
    }
evidence--on-record--missing = l’inscription de { $reference } par son émetteur

evidence--issued-by-named-body--duty = Le document provient de l’organisme qu’il désigne comme émetteur.
evidence--issued-by-named-body--met =
    { $signed_by ->
        [issuer] { $issuer } a signé le document.
       *[other] Le document de { $issuer } a été rapporté par { $reported_by }, sans signature de l’émetteur ; rien au registre ne le contredit.
    }
evidence--issued-by-named-body--not_met = La clé qui a signé le document de { $issuer } est déclarée compromise à ce moment-là.
evidence--issued-by-named-body--missing = une confirmation du document par { $issuer }, signée avec une clé en règle

evidence--not-a-copy--duty = Un document inscrit sous un second numéro l’indique.
evidence--not-a-copy--met =
    { $reason ->
        [declared] { $number } et { $original } sont un même document, et l’inscription la plus récente l’indique.
       *[other] Aucune inscription antérieure du même document que { $number } ne figure au registre.
    }
evidence--not-a-copy--not_met = Le document de { $number } était déjà inscrit sous { $original }, et l’inscription la plus récente ne l’indique pas.
evidence--not-a-copy--missing = une déclaration de l’émetteur selon laquelle { $number } concerne le même produit que { $original }

evidence--product-same--duty = Le produit en question est celui que couvre le document.
evidence--product-same--met =
    { $reason ->
        [identifier] Le produit est bien celui du document : code { $asked_code }, identifiants concordants : { $compared }.
       *[other] La question ne donne aucun identifiant ; la réponse porte donc sur le produit tel qu’il est décrit dans le document, code { $asked_code }.
    }
evidence--product-same--not_met =
    { $reason ->
        [identifier]
            { $kind ->
                [gtin] La question porte sur le GTIN { $asked } ; le document indique { $certified }.
                [model] La question porte sur le modèle { $asked } ; le document indique { $certified }.
                [brand] La question porte sur la marque { $asked } ; le document indique { $certified }.
                [batch] La question porte sur le lot { $asked } ; le document indique { $certified }.
                [serial] La question porte sur le numéro de série { $asked } ; le document indique { $certified }.
               *[other] La question indique { $asked } ; le document indique { $certified }.
            }
       *[other] Le code { $asked_code } ne fait pas partie des codes que couvre le document.
    }
evidence--product-same--unknown =
    { $reason ->
        [claim] Rien ne relie le produit au document : la question avance { $asked } ({ $kind ->
            [gtin] GTIN
            [model] modèle
            [brand] marque
            [batch] lot
            [serial] numéro de série
           *[other] autre identifiant
        }), et le document n’indique rien à quoi le comparer.
       *[other] On ne peut pas dire si le code { $asked_code } est couvert : le document utilise une autre édition ou davantage de chiffres.
    }
evidence--product-same--missing =
    { $reason ->
        [identifier] un document pour le produit portant l’identifiant { $asked }
        [claim] un identifiant du produit que le document indique aussi
       *[other] un code que couvre le document, dans l’édition qu’il utilise
    }

evidence--batch-same--duty = Le lot en question est celui que couvre le document.
evidence--batch-same--met =
    { $reason ->
        [same] Le document couvre le lot { $certified }, qui est celui de la question.
       *[other] Le document n’est pas limité à un lot.
    }
evidence--batch-same--not_met = Le document couvre le lot { $certified } ; la question porte sur le lot { $asked }.
evidence--batch-same--unknown = Le document couvre uniquement le lot { $certified }, et la question n’indique pas de lot.
evidence--batch-same--missing =
    { $reason ->
        [not_asked] le lot des marchandises
       *[other] un document couvrant le lot { $asked }
    }

evidence--holder-same--duty = Le titulaire indiqué dans la question est celui du document.
evidence--holder-same--met =
    { $reason ->
        [compared] { $holder } est le titulaire du document.
       *[other] La question n’indique pas de titulaire ; celui du document est { $holder }.
    }
evidence--holder-same--not_met = Le titulaire du document est { $holder } ; la question indique { $asked }.
evidence--holder-same--missing = un document dont { $asked } est le titulaire, ou un changement de titulaire en sa faveur

evidence--in-force--duty = Le document a été délivré au plus tard à la date considérée, n’a pas expiré et n’a pas pris fin.
evidence--in-force--met = Le document, délivré le { $issued_on }, est en cours de validité à la date du { $day }.
evidence--in-force--not_met =
    { $reason ->
        [not_yet] Le document a été délivré le { $issued_on }, après la date du { $day }.
        [ended] Le document a pris fin par anticipation le { $ended_on } ; il n’est pas en cours de validité à la date du { $day }.
       *[other] Le document a expiré le { $expires_on } ; il n’est pas en cours de validité à la date du { $day }.
    }
evidence--in-force--missing = un document en cours de validité à la date du { $day }

evidence--not-suspended--duty = Le document n’est pas suspendu à la date considérée.
evidence--not-suspended--met = Aucune suspension du document n’a effet à la date du { $day }.
evidence--not-suspended--not_met = Le document est suspendu à la date du { $day }, depuis le { $suspended_from }.
evidence--not-suspended--missing = le rétablissement du document au plus tard à la date du { $day }

evidence--not-withdrawn--duty = Le document n’est pas retiré à la date considérée.
evidence--not-withdrawn--met = Aucun retrait du document n’a effet à la date du { $day }.
evidence--not-withdrawn--not_met =
    { $reach ->
        [from_start] Le document a été retiré avec effet dès l’origine ; il n’a donc jamais eu d’effet.
       *[other] Le document a été retiré le { $withdrawn_from } et n’a pas d’effet à la date du { $day }.
    }
evidence--not-withdrawn--missing = un autre document, non retiré

evidence--credential-matches--duty = Le document présenté est celui que son émetteur a enregistré.
evidence--credential-matches--met =
    { $reason ->
        [same] Le document présenté est celui que l’émetteur a enregistré.
       *[other] Aucun document n’a été présenté ; la réponse repose sur le seul registre.
    }
evidence--credential-matches--not_met = Le document présenté diffère de celui que l’émetteur a enregistré.
evidence--credential-matches--unknown = L’émetteur n’a pas enregistré l’empreinte de son document ; celui qui a été présenté ne peut pas être comparé.
evidence--credential-matches--missing =
    { $reason ->
        [altered] le document tel que son émetteur l’a enregistré
       *[other] l’empreinte du document, enregistrée par son émetteur
    }
