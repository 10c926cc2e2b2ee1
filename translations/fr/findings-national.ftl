# Les règles propres du pays importateur. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

national--attests-to-act--duty = Le document atteste la conformité à l’acte du pays importateur.
national--attests-to-act--met = { $number } atteste la conformité à l’acte { $act }.
national--attests-to-act--not_met = { $number } n’atteste pas la conformité à l’acte { $act }.
national--attests-to-act--missing = un document attestant la conformité à l’acte { $act }

national--body-accepted--duty = Le pays importateur avait accepté l’organisme pour l’acte au jour de l’évaluation.
national--body-accepted--met = Au { $assessed_on }, jour de l’évaluation, l’organisme { $body } était accepté pour l’acte { $act } (pays importateur : { $country }).
national--body-accepted--not_met =
    { $reason ->
        [not_yet] L’organisme { $body } n’est accepté pour l’acte { $act } qu’à compter du { $accepted_from } ; l’évaluation date du { $assessed_on } (pays importateur : { $country }).
        [ended] Au { $assessed_on }, jour de l’évaluation, l’organisme { $body } n’était plus accepté pour l’acte { $act } ; il avait cessé de l’être le { $accepted_until } (pays importateur : { $country }).
       *[other] Aucune acceptation de l’organisme { $body } pour l’acte { $act } ne figure au registre (pays importateur : { $country }).
    }
national--body-accepted--missing = une acceptation de l’organisme { $body } pour l’acte { $act } qui couvre le { $assessed_on } (pays importateur : { $country })

national--fits-procedure--duty = Le document est d’un type qui satisfait à la procédure exigée par l’acte.
national--fits-procedure--met =
    { $kind ->
        [declaration] Une déclaration du fournisseur satisfait à la procédure exigée par l’acte { $act }.
        [test_report] Un rapport d’essai satisfait à la procédure exigée par l’acte { $act }.
        [inspection_report] Un rapport d’inspection satisfait à la procédure exigée par l’acte { $act }.
        [certificate] Un certificat satisfait à la procédure exigée par l’acte { $act }.
        [type_approval] Une homologation de type satisfait à la procédure exigée par l’acte { $act }.
        [calibration_certificate] Un certificat d’étalonnage satisfait à la procédure exigée par l’acte { $act }.
       *[other] Le document satisfait à la procédure exigée par l’acte { $act }.
    }
national--fits-procedure--not_met =
    { $procedure ->
        [declaration] L’acte { $act } exige une déclaration de conformité du fournisseur ; le document est d’un autre type.
        [declaration_with_test] L’acte { $act } exige une déclaration du fournisseur fondée sur un rapport d’essai ; le document est d’un autre type.
        [testing] L’acte { $act } exige des essais par une tierce partie ; le document est d’un autre type.
        [inspection] L’acte { $act } exige une inspection par une tierce partie ; le document est d’un autre type.
        [certification] L’acte { $act } exige une certification par une tierce partie ; le document est d’un autre type.
        [type_approval] L’acte { $act } exige une homologation de type par une autorité ; le document est d’un autre type.
       *[other] Le document n’est pas d’un type que l’acte { $act } exige.
    }
national--fits-procedure--missing =
    { $procedure ->
        [declaration] une déclaration de conformité du fournisseur
        [declaration_with_test] une déclaration du fournisseur fondée sur un rapport d’essai
        [testing] un rapport d’essai d’une tierce partie
        [inspection] un rapport d’inspection d’une tierce partie
        [certification] un certificat d’une tierce partie
        [type_approval] une homologation de type
       *[other] un document d’un type que l’acte { $act } exige
    }
