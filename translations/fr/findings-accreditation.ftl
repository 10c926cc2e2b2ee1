# Reconnaissance par l’accréditation. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

accreditation--body-recognised--duty = La partie importatrice reconnaît l’organisme d’accréditation à cette date.
accreditation--body-recognised--met = { $importing } reconnaît l’organisme d’accréditation { $accreditation_body } au { $day }, et ce depuis le { $recognised_from }.
accreditation--body-recognised--not_met =
    { $reason ->
        [not_yet] { $importing } ne reconnaît l’organisme d’accréditation { $accreditation_body } qu’à compter du { $recognised_from }, après le { $day }.
        [ended] { $importing } ne reconnaît plus l’organisme d’accréditation { $accreditation_body } au { $day } : la reconnaissance a pris fin le { $recognised_until }.
        [no_accreditation_body] Aucun organisme d’accréditation ayant accrédité l’émetteur ne figure au registre.
       *[other] Aucune reconnaissance de l’organisme d’accréditation { $accreditation_body } par { $importing } ne figure au registre.
    }
accreditation--body-recognised--missing =
    { $reason ->
        [no_accreditation_body] une accréditation de l’émetteur par un organisme que { $importing } reconnaît au { $day }
       *[other] une reconnaissance de l’organisme d’accréditation { $accreditation_body } par { $importing } qui couvre le { $day }
    }

accreditation--scope-covers-act--duty = L’organisme était accrédité pour l’acte de la partie importatrice au jour de l’évaluation.
accreditation--scope-covers-act--met = L’organisme { $body } était accrédité pour l’acte { $act } au { $assessed_on }, jour de l’évaluation.
accreditation--scope-covers-act--not_met =
    { $reason ->
        [not_yet] L’organisme { $body } n’est accrédité qu’à compter du { $accredited_from } ; l’évaluation date du { $assessed_on }.
        [ended] L’organisme { $body } n’était plus accrédité au { $assessed_on }, jour de l’évaluation ; son accréditation avait pris fin le { $accredited_until }.
        [scope] L’organisme { $body } était accrédité au { $assessed_on }, jour de l’évaluation, mais la portée de son accréditation ne cite pas l’acte { $act }.
       *[other] Aucune accréditation de l’organisme { $body } ne figure au registre.
    }
accreditation--scope-covers-act--missing = une accréditation de l’organisme { $body } dont la portée cite l’acte { $act } et qui couvre le { $assessed_on }

accreditation--importing-party-notified--duty = L’organisme avait été notifié à la partie importatrice au jour de l’évaluation.
accreditation--importing-party-notified--met = L’organisme { $body } était notifié à { $importing } au { $assessed_on }, jour de l’évaluation.
accreditation--importing-party-notified--not_met =
    { $reason ->
        [not_yet] L’organisme { $body } n’est notifié à { $importing } qu’à compter du { $notified_from } ; l’évaluation date du { $assessed_on }.
        [ended] La notification de l’organisme { $body } à { $importing } avait pris fin le { $notified_until } ; l’évaluation date du { $assessed_on }.
       *[other] Aucune notification de l’organisme { $body } à { $importing } ne figure au registre.
    }
accreditation--importing-party-notified--missing = une notification de l’organisme { $body } à { $importing } qui couvre le { $assessed_on }
