# Homologations au titre de l’Accord de 1958 de l’ONU. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

harmonised-approval--both-apply--duty = Les deux parties appliquent le Règlement ONU à cette date.
harmonised-approval--both-apply--met = { $importing } et { $exporting } appliquent tous deux le Règlement { $regulation } au { $day }.
harmonised-approval--both-apply--not_met =
    { $reason ->
        [importing] { $importing } n’applique pas le Règlement { $regulation } au { $day } (application à compter du : { $importing_applies_from } ; cessation à compter du : { $importing_applies_until }).
        [exporting] La partie exportatrice ({ $exporting }) n’applique pas le Règlement { $regulation } au { $day } (application à compter du : { $exporting_applies_from } ; cessation à compter du : { $exporting_applies_until }).
        [neither] Ni { $importing } ni la partie exportatrice ({ $exporting }) n’appliquent le Règlement { $regulation } au { $day }.
       *[other] Aucun Règlement ONU relatif à ce produit ne figure au registre.
    }
harmonised-approval--both-apply--missing =
    { $reason ->
        [importing] l’application du Règlement { $regulation } par { $importing } au { $day }
        [exporting] l’application du Règlement { $regulation } par la partie exportatrice ({ $exporting }) au { $day }
        [neither] l’application du Règlement { $regulation } par { $importing } et par la partie exportatrice ({ $exporting }) au { $day }
       *[other] un Règlement ONU relatif à ce produit que les deux parties appliquent au { $day }
    }

harmonised-approval--series-accepted--duty = L’homologation a été accordée au titre d’une série d’amendements que la partie importatrice doit encore accepter.
harmonised-approval--series-accepted--met = L’homologation a été accordée au titre de la série { $approved_to } du Règlement { $regulation } ; la plus ancienne série encore acceptée est la série { $oldest_accepted }.
harmonised-approval--series-accepted--not_met =
    { $reason ->
        [superseded] L’homologation a été accordée au titre de la série { $approved_to } du Règlement { $regulation } ; la plus ancienne série encore acceptée est la série { $oldest_accepted }.
       *[other] Aucun Règlement ONU relatif à ce produit ne figure au registre.
    }
harmonised-approval--series-accepted--unknown =
    { $reason ->
        [oldest_not_stated] L’homologation a été accordée au titre de la série { $approved_to } du Règlement { $regulation }, mais rien au registre n’indique quelles séries la partie importatrice accepte encore.
       *[other] Rien au registre n’indique au titre de quelle série d’amendements du Règlement { $regulation } l’homologation a été accordée.
    }
harmonised-approval--series-accepted--missing =
    { $reason ->
        [superseded] une homologation au titre de la série { $oldest_accepted } du Règlement { $regulation } ou d’une série ultérieure
        [oldest_not_stated] la plus ancienne série du Règlement { $regulation } que la partie importatrice accepte
        [series_not_stated] la série du Règlement { $regulation } au titre de laquelle l’homologation a été accordée
       *[other] un Règlement ONU relatif à ce produit
    }

harmonised-approval--technical-service-notified--duty = Le service technique était notifié pour le Règlement ONU au jour de l’évaluation.
harmonised-approval--technical-service-notified--met = L’organisme { $body } était notifié comme service technique pour le Règlement { $regulation } au { $assessed_on }, jour de l’évaluation.
harmonised-approval--technical-service-notified--not_met =
    { $reason ->
        [not_yet] L’organisme { $body } n’est notifié comme service technique pour le Règlement { $regulation } qu’à compter du { $notified_from } ; l’évaluation date du { $assessed_on }.
        [ended] L’organisme { $body } n’était plus notifié comme service technique pour le Règlement { $regulation } au { $assessed_on }, jour de l’évaluation ; sa notification avait pris fin le { $notified_until }.
        [no_regulation] Aucun Règlement ONU pour lequel l’organisme { $body } pourrait être notifié ne figure au registre.
       *[other] Aucune notification de l’organisme { $body } comme service technique pour le Règlement { $regulation } ne figure au registre.
    }
harmonised-approval--technical-service-notified--missing =
    { $reason ->
        [no_regulation] un Règlement ONU relatif à ce produit, et une notification de l’organisme { $body } pour ce Règlement qui couvre le { $assessed_on }
       *[other] une notification de l’organisme { $body } comme service technique pour le Règlement { $regulation } qui couvre le { $assessed_on }
    }

harmonised-approval--production-conforms--duty = L’autorité d’homologation a déclaré que la conformité de la production est assurée.
harmonised-approval--production-conforms--met = La conformité de la production est déclarée assurée pour { $number }.
harmonised-approval--production-conforms--not_met = La conformité de la production est déclarée non assurée pour { $number }.
harmonised-approval--production-conforms--unknown = Rien au registre n’indique si la conformité de la production est assurée pour { $number }.
harmonised-approval--production-conforms--missing = une déclaration de l’autorité d’homologation selon laquelle la conformité de la production est assurée pour { $number }

harmonised-approval--approval-granted--duty = Le document est une homologation de type accordée au titre du Règlement ONU.
harmonised-approval--approval-granted--met = { $number } est une homologation de type accordée au titre du Règlement ONU.
harmonised-approval--approval-granted--not_met =
    { $reason ->
        [not_attested] { $number } est une homologation de type, mais n’atteste pas la conformité au Règlement ONU.
       *[other] { $kind ->
            [declaration] { $number } est une déclaration du fournisseur, et non une homologation de type.
            [test_report] { $number } est un rapport d’essai, et non une homologation de type.
            [inspection_report] { $number } est un rapport d’inspection, et non une homologation de type.
            [certificate] { $number } est un certificat de conformité, et non une homologation de type.
            [calibration_certificate] { $number } est un certificat d’étalonnage, et non une homologation de type.
           *[other] { $number } n’est pas une homologation de type.
        }
    }
harmonised-approval--approval-granted--missing = une homologation de type au titre du Règlement ONU
