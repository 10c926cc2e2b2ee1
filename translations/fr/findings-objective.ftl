# Objectifs réglementaires communs. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

objective--established--duty = L’objectif est établi, dans la version qui compte, à la date considérée.
objective--established--met = La version { $version } de l’objectif { $objective } est établie depuis le { $established_on }.
objective--established--not_met =
    { $reason ->
        [not_yet] La version { $version } de l’objectif { $objective } est établie à compter du { $established_on }, après la date du { $day }.
       *[other] Aucun objectif établi pour ce produit ne figure au registre à la date du { $day } (objectif : { $objective }).
    }
objective--established--missing = un objectif pour ce produit, établi au plus tard à la date du { $day }

objective--covers-product--duty = Le produit entre dans le champ d’application de l’objectif.
objective--covers-product--met = Le produit, code { $code }, entre dans le champ d’application de l’objectif { $objective }.
objective--covers-product--not_met =
    { $reason ->
        [outside] Le produit, code { $code }, n’entre pas dans le champ d’application de l’objectif { $objective }.
       *[other] Aucun objectif pour le produit, code { $code }, ne figure au registre.
    }
objective--covers-product--unknown = On ne peut pas dire si le code { $code } entre dans le champ d’application de l’objectif { $objective } : celui-ci est rédigé dans une autre édition ou avec davantage de chiffres.
objective--covers-product--missing =
    { $reason ->
        [unclear] le code complet du produit dans l’édition où est rédigé le champ d’application de l’objectif { $objective }
       *[other] un objectif dont le champ d’application comprend le code { $code }
    }

objective--serves-purpose--duty = L’objectif couvre la finalité de l’acte, et l’acte n’est pas notifié comme exigence supplémentaire.
objective--serves-purpose--met = L’objectif { $objective } couvre la finalité de l’acte { $act }.
objective--serves-purpose--not_met =
    { $reason ->
        [additional] Le pays importateur a notifié l’acte { $act } comme exigence supplémentaire, à laquelle l’objectif { $objective } ne répond pas.
        [not_covered] L’objectif { $objective } ne couvre pas la finalité de l’acte { $act }.
       *[other] Aucun objectif couvrant la finalité de l’acte { $act } ne figure au registre.
    }
objective--serves-purpose--missing =
    { $reason ->
        [additional] la fin de l’exigence supplémentaire { $act }, ou un document qui y satisfait
       *[other] un objectif qui couvre la finalité de l’acte { $act }
    }

objective--claim-refers--duty = Le document cite l’objectif auquel il revendique la conformité.
objective--claim-refers--met = { $number } revendique la conformité à l’objectif { $objective } en le citant.
objective--claim-refers--not_met =
    { $reason ->
        [compared] { $number } ne cite pas l’objectif { $objective }.
       *[other] Aucun objectif que { $number } pourrait citer ne figure au registre.
    }
objective--claim-refers--missing =
    { $reason ->
        [compared] un document qui cite l’objectif { $objective }
       *[other] un objectif pour ce produit, et un document qui le cite
    }

objective--version-binds--duty = Le document revendique la version de l’objectif qui lie le pays importateur à la date considérée, ou la précédente tant que dure sa transition.
objective--version-binds--met =
    { $reason ->
        [transition] Le document revendique la version { $claimed } de l’objectif { $objective }, qui compte encore à la date du { $day } ; sa transition prend fin le { $former_good_until }, et la version { $binding } compte alors seule.
       *[other] Le document revendique la version { $claimed } de l’objectif { $objective }, qui lie le pays importateur à la date du { $day }.
    }
objective--version-binds--not_met =
    { $reason ->
        [other] Le document revendique la version { $claimed } de l’objectif { $objective } ; c’est la version { $binding } qui lie le pays importateur à la date du { $day }.
       *[none_binds] Aucune version d’un objectif ne lie le pays importateur à la date du { $day } (objectif : { $objective }).
    }
objective--version-binds--unknown = Le document n’indique pas quelle version de l’objectif { $objective } il revendique ; c’est la version { $binding } qui lie le pays importateur à la date du { $day }.
objective--version-binds--missing =
    { $reason ->
        [none_binds] une version de l’objectif qui lie le pays importateur à la date du { $day }
       *[other] un document qui revendique la version { $binding } de l’objectif { $objective }
    }

objective--compliance-clause--duty = Le document est d’un type que la clause de conformité de l’objectif admet.
objective--compliance-clause--met =
    { $kind ->
        [declaration] La clause de conformité de l’objectif { $objective } admet une déclaration du fournisseur.
        [test_report] La clause de conformité de l’objectif { $objective } admet un rapport d’essai.
        [inspection_report] La clause de conformité de l’objectif { $objective } admet un rapport d’inspection.
        [certificate] La clause de conformité de l’objectif { $objective } admet un certificat.
        [type_approval] La clause de conformité de l’objectif { $objective } admet une homologation de type.
        [calibration_certificate] La clause de conformité de l’objectif { $objective } admet un certificat d’étalonnage.
       *[other] La clause de conformité de l’objectif { $objective } admet ce type de document.
    }
objective--compliance-clause--not_met =
    { $reason ->
        [compared]
            { $kind ->
                [declaration] La clause de conformité de l’objectif { $objective } n’admet pas ici de déclaration du fournisseur.
                [test_report] La clause de conformité de l’objectif { $objective } n’admet pas ici de rapport d’essai.
                [inspection_report] La clause de conformité de l’objectif { $objective } n’admet pas ici de rapport d’inspection.
                [certificate] La clause de conformité de l’objectif { $objective } n’admet pas ici de certificat.
                [type_approval] La clause de conformité de l’objectif { $objective } n’admet pas ici d’homologation de type.
                [calibration_certificate] La clause de conformité de l’objectif { $objective } n’admet pas ici de certificat d’étalonnage.
               *[other] La clause de conformité de l’objectif { $objective } n’admet pas ce type de document.
            }
       *[other] Aucun objectif dont la clause de conformité pourrait s’appliquer ne figure au registre.
    }
objective--compliance-clause--missing =
    { $reason ->
        [compared] un document d’un type que la clause de conformité de l’objectif { $objective } admet
       *[other] un objectif pour ce produit, et un document d’un type que sa clause de conformité admet
    }

objective--recognised-body--duty = Un organisme reconnu, inscrit pour l’objectif au jour de l’attestation, a délivré le document lorsque cela est nécessaire.
objective--recognised-body--met =
    { $reason ->
        [not_needed] L’objectif { $objective } admet ici une déclaration du fournisseur ; aucun organisme reconnu n’est nécessaire.
       *[other] L’organisme { $body } était reconnu pour l’objectif { $objective } au { $assessed_on }, jour de l’attestation.
    }
objective--recognised-body--not_met =
    { $reason ->
        [not_yet] L’organisme { $body } n’est reconnu pour l’objectif { $objective } qu’à compter du { $listed_from } ; l’attestation date du { $assessed_on }.
        [ended] L’organisme { $body } n’était plus reconnu pour l’objectif { $objective } au { $assessed_on }, jour de l’attestation ; il avait cessé de l’être le { $listed_until }.
        [none] Aucune reconnaissance de l’organisme { $body } pour l’objectif ne figure au registre (objectif : { $objective }).
       *[other] Aucun objectif pour ce produit ne figure au registre.
    }
objective--recognised-body--missing = une reconnaissance de l’organisme { $body } qui couvre le { $assessed_on }, ou un document d’un organisme reconnu au jour de son attestation (objectif : { $objective })

objective--named-standards--duty = Le document indique les normes que l’objectif cite, dans les éditions citées, ou établit la conformité autrement.
objective--named-standards--met =
    { $reason ->
        [shown_otherwise] Le document n’indique pas { $missing }, que cite l’objectif { $objective }, mais établit autrement la conformité aux exigences.
       *[other] Le document indique chaque norme que l’objectif { $objective } cite pour le produit, dans l’édition citée (nombre de normes : { $named }).
    }
objective--named-standards--not_met =
    { $reason ->
        [missing] Le document n’indique pas { $missing }, que cite l’objectif { $objective }, et n’établit pas la conformité autrement.
       *[other] Aucun objectif citant des normes pour ce produit ne figure au registre.
    }
objective--named-standards--missing =
    { $reason ->
        [missing] une preuve de conformité à { $missing }, ou la conformité aux exigences de l’objectif { $objective } établie autrement
       *[other] un objectif pour ce produit, et une preuve de conformité à cet objectif
    }

objective--binds-country--duty = Le pays importateur applique l’objectif, y a souscrit ou accepte les produits qui y sont conformes, à la date considérée.
objective--binds-country--met =
    { $basis ->
        [adopted] Le pays importateur ({ $country }) a adopté l’objectif { $objective } et l’applique depuis le { $binds_from }.
        [agreed] Le pays importateur ({ $country }) a souscrit à l’objectif { $objective } le { $binds_from } (engagement, Rec. L 17).
       *[other] Le pays importateur ({ $country }) accepte les produits conformes à l’objectif { $objective } depuis le { $binds_from } (avis d’acceptation, Rec. L annexe C 4.4).
    }
objective--binds-country--not_met =
    { $reason ->
        [not_yet] L’objectif { $objective } ne lie le pays importateur ({ $country }) qu’à compter du { $binds_from }, après la date du { $day }.
       *[other] Ni adoption, ni accord, ni acceptation du pays importateur ({ $country }) ne figure au registre (objectif : { $objective }).
    }
objective--binds-country--missing = une adoption, un accord ou une acceptation du pays importateur ({ $country }) ayant effet à la date du { $day } (objectif : { $objective })

objective--no-counter-measure--duty = Aucune contre-mesure du pays importateur ne vise les produits de cette origine.
objective--no-counter-measure--met =
    { $reason ->
        [compared] La contre-mesure { $counter_measure } vise les produits d’une autre origine ({ $against }) ; l’origine de ces marchandises est : { $origin }.
       *[other] Aucune contre-mesure du pays importateur n’est en vigueur pour ce produit.
    }
objective--no-counter-measure--not_met = La contre-mesure { $counter_measure } vise les produits de cette origine ({ $against }), qui est celle de ces marchandises.
objective--no-counter-measure--unknown = La contre-mesure { $counter_measure } vise peut-être ces marchandises. Pays visé : { $against } ; origine des marchandises : { $origin }.
objective--no-counter-measure--missing = une origine des marchandises autre que le pays visé par la contre-mesure { $counter_measure } ({ $against }), ou la levée de cette contre-mesure
