# Décisions de la partie importatrice. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

prior-decision--in-force--duty = La décision de reconnaissance de la partie importatrice est en vigueur à cette date.
prior-decision--in-force--met = La décision { $decision } de { $importing } est en vigueur au { $day } ; elle l’est depuis le { $in_force_from }.
prior-decision--in-force--not_met =
    { $reason ->
        [not_yet] La décision { $decision } de { $importing } n’est en vigueur qu’à compter du { $in_force_from }, après le { $day }.
        [ended] La décision { $decision } de { $importing } n’est plus en vigueur au { $day } : elle a pris fin le { $in_force_until }.
        [no_decision] Aucune décision de { $importing } de reconnaître de tels documents ne figure au registre.
       *[other] Rien au registre n’indique quand la décision { $decision } de { $importing } est en vigueur.
    }
prior-decision--in-force--missing =
    { $reason ->
        [no_decision] une décision de { $importing } de reconnaître de tels documents qui soit en vigueur au { $day }
       *[other] l’entrée en vigueur de la décision { $decision } de { $importing } pour une période qui couvre le { $day }
    }

prior-decision--covers--duty = La décision couvre cet acte, ce produit, cet émetteur et ce que le document atteste.
prior-decision--covers--met = Selon la décision { $decision }, { $number } satisfait à l’acte { $act } : elle couvre son produit, son émetteur et ce qu’il atteste.
prior-decision--covers--not_met =
    { $reason ->
        [product] La décision { $decision } ne couvre pas le produit de { $number }.
        [issuer] La décision { $decision } ne couvre pas l’émetteur de { $number }.
        [not_attested] { $number } n’atteste pas la conformité à ce que demande la décision { $decision }.
       *[other] Aucune décision selon laquelle un document tel que { $number } satisfait à l’acte { $act } ne figure au registre.
    }
prior-decision--covers--unknown = On ne peut dire si la décision { $decision } couvre le produit de { $number } : son champ est rédigé dans une autre édition ou avec plus de chiffres.
prior-decision--covers--missing =
    { $reason ->
        [product] une décision relative à l’acte { $act } qui couvre ce produit
        [issuer] une décision relative à l’acte { $act } qui couvre l’émetteur de { $number }
        [not_attested] un document qui atteste la conformité à ce que demande la décision { $decision }
        [unclear] le code complet du produit dans l’édition où le champ de la décision { $decision } est rédigé
       *[other] une décision selon laquelle un document tel que { $number } satisfait à l’acte { $act }
    }

prior-decision--conditions-met--duty = Le document remplit chaque condition de la décision.
prior-decision--conditions-met--met =
    { $conditions ->
        [0] La décision { $decision } n’est assortie d’aucune condition.
       *[other] Le document remplit chaque condition de la décision { $decision }. Nombre de conditions : { $conditions }.
    }
prior-decision--conditions-met--not_met =
    { $reason ->
        [condition] Le document ne remplit pas une condition de la décision { $decision } : { $missing }.
       *[other] Aucune décision dont les conditions pourraient être remplies ne figure au registre.
    }
prior-decision--conditions-met--missing =
    { $reason ->
        [condition] une déclaration de l’émetteur selon laquelle le document remplit la condition { $missing }
       *[other] une décision de la partie importatrice de reconnaître de tels documents
    }

prior-decision--review--duty = Aucun réexamen en retard ne met fin à la décision.
prior-decision--review--met =
    { $state ->
        [in_time] La décision est à réexaminer au plus tard le { $review_by }, délai qui n’est pas écoulé au { $day } (décision : { $decision }).
        [overdue] Le réexamen de la décision { $decision } était dû au plus tard le { $review_by } et est en retard au { $day } ; cela ne met pas fin à la décision.
       *[other] Aucun réexamen d’une décision n’est dû (décision : { $decision }).
    }
prior-decision--review--not_met = Le réexamen de la décision était dû au plus tard le { $review_by } et est en retard au { $day }, ce qui met fin à son effet (décision : { $decision }).
prior-decision--review--missing = le réexamen de la décision, dû au plus tard le { $review_by } (décision : { $decision })
