# Accords et annexes. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

agreement--instrument-exists--duty = Les deux parties ont convenu d’une annexe de cette nature.
agreement--instrument-exists--met = { $importing } et { $exporting } ont convenu de l’annexe { $annex }.
agreement--instrument-exists--not_met =
    { $reason ->
        [no_exporting_party] On ne sait pas sous l’autorité de quelle partie le document a été délivré ; aucune annexe avec { $importing } ne peut donc être désignée.
       *[other] Aucune annexe de cette nature entre { $importing } et { $exporting } ne figure au registre.
    }
agreement--instrument-exists--missing =
    { $reason ->
        [no_exporting_party] la partie sous l’autorité de laquelle le document a été délivré, et une annexe de cette nature entre elle et { $importing }
       *[other] une annexe de cette nature entre { $importing } et { $exporting }
    }

agreement--in-force--duty = L’accord est en vigueur à la date demandée.
agreement--in-force--met = L’accord { $agreement } est en vigueur au { $day } ; il l’est depuis le { $in_force_from }.
agreement--in-force--not_met =
    { $reason ->
        [not_yet] L’accord { $agreement } n’est pas encore en vigueur au { $day } : il entre en vigueur le { $in_force_from }.
        [ended] L’accord { $agreement } n’est plus en vigueur au { $day } : il a pris fin le { $in_force_until }.
        [no_agreement] Aucun accord entre les deux parties ne figure au registre.
       *[other] Rien au registre n’indique quand l’accord { $agreement } est en vigueur entre les deux parties.
    }
agreement--in-force--missing =
    { $reason ->
        [no_agreement] un accord entre les deux parties qui soit en vigueur au { $day }
       *[other] l’entrée en vigueur de l’accord { $agreement } entre les deux parties pour une période qui couvre le { $day }
    }

agreement--concurred--duty = Chacune des deux parties s’est liée par l’accord.
agreement--concurred--met =
    { $reported ->
        [yes] { $importing } et { $exporting } sont liées par l’accord { $agreement }, selon ce qu’un rapporteur a consigné ; les parties ne l’ont pas toutes signé elles-mêmes au registre.
       *[other] { $importing } et { $exporting } sont liées par l’accord { $agreement }.
    }
agreement--concurred--not_met =
    { $reason ->
        [importing] Le registre n’indique pas que { $importing } soit liée par l’accord { $agreement }.
        [exporting] Le registre n’indique pas que la partie exportatrice ({ $exporting }) soit liée par l’accord { $agreement }.
        [neither] Le registre n’indique pas que { $importing } ou la partie exportatrice ({ $exporting }) soient liées par l’accord { $agreement }.
       *[other] Aucun accord entre les deux parties ne figure au registre.
    }
agreement--concurred--missing =
    { $reason ->
        [importing] le consentement de { $importing } à être liée par l’accord { $agreement }
        [exporting] le consentement de la partie exportatrice ({ $exporting }) à être liée par l’accord { $agreement }
        [neither] le consentement de { $importing } et de la partie exportatrice ({ $exporting }) à être liées par l’accord { $agreement }
       *[other] un accord qui lie à la fois { $importing } et la partie exportatrice ({ $exporting })
    }

agreement--annex-in-force--duty = L’annexe relative à ce secteur est en vigueur à la date demandée.
agreement--annex-in-force--met = L’annexe { $annex } est en vigueur au { $day } ; elle l’est depuis le { $in_force_from }.
agreement--annex-in-force--not_met =
    { $reason ->
        [not_yet] L’annexe { $annex } n’est pas encore en vigueur au { $day } : elle entre en vigueur le { $in_force_from }.
        [ended] L’annexe { $annex } n’est plus en vigueur au { $day } : elle a pris fin le { $in_force_until }.
        [no_annex] Aucune annexe relative à ce secteur ne figure au registre.
       *[other] Rien au registre n’indique quand l’annexe { $annex } est en vigueur entre les deux parties.
    }
agreement--annex-in-force--missing =
    { $reason ->
        [no_annex] une annexe relative à ce secteur qui soit en vigueur au { $day }
       *[other] l’entrée en vigueur de l’annexe { $annex } entre les deux parties pour une période qui couvre le { $day }
    }

agreement--direction--duty = L’annexe oblige la partie importatrice à accepter ce qui est délivré sous l’autorité de la partie exportatrice.
agreement--direction--met = Au titre de l’annexe { $annex }, { $importing } accepte ce qui est délivré sous l’autorité de { $exporting }.
agreement--direction--not_met =
    { $reason ->
        [no_annex] Aucune annexe au titre de laquelle { $importing } accepterait ce document ne figure au registre.
       *[other] L’annexe { $annex } n’oblige pas { $importing } à accepter ce qui est délivré sous l’autorité de la partie exportatrice ({ $exporting }).
    }
agreement--direction--missing =
    { $reason ->
        [no_annex] une annexe au titre de laquelle { $importing } accepte ce qui est délivré sous l’autorité de la partie exportatrice ({ $exporting })
       *[other] une obligation de { $importing } envers la partie exportatrice ({ $exporting }) au titre de l’annexe { $annex }
    }

agreement--not-suspended--duty = L’obligation née de l’annexe n’est pas suspendue à cette date, ou sa suspension laisse leur effet aux résultats antérieurs.
agreement--not-suspended--met =
    { $state ->
        [later] L’obligation n’est suspendue qu’à compter du { $suspended_from }, après le { $day } (annexe : { $annex }).
        [kept] L’obligation est suspendue depuis le { $suspended_from }, mais le document a été délivré auparavant et conserve son effet (annexe : { $annex }).
       *[other] Aucune suspension de l’obligation n’a effet au { $day } (annexe : { $annex }).
    }
agreement--not-suspended--not_met =
    { $issued_before ->
        [yes] L’obligation est suspendue depuis le { $suspended_from }, et les documents délivrés auparavant perdent eux aussi leur effet (annexe : { $annex }).
       *[other] L’obligation est suspendue depuis le { $suspended_from }, et le document n’a pas été délivré auparavant (annexe : { $annex }).
    }
agreement--not-suspended--missing = la fin, au plus tard le { $day }, de la suspension commencée le { $suspended_from } (annexe : { $annex })

agreement--covers-product--duty = Le produit entre dans le champ de l’annexe.
agreement--covers-product--met = Le produit, code { $code }, entre dans le champ de l’annexe { $annex }.
agreement--covers-product--not_met =
    { $reason ->
        [no_annex] Aucune annexe relative au produit, code { $code }, ne figure au registre.
       *[other] Le produit, code { $code }, n’entre pas dans le champ de l’annexe { $annex }.
    }
agreement--covers-product--unknown = On ne peut dire si le code { $code } entre dans le champ de l’annexe { $annex } : ce champ est rédigé dans une autre édition ou avec plus de chiffres.
agreement--covers-product--missing =
    { $reason ->
        [unclear] le code complet du produit dans l’édition où le champ de l’annexe { $annex } est rédigé
        [no_annex] une annexe dont le champ comprend le code { $code }
       *[other] une extension de l’annexe { $annex } au code { $code }
    }

agreement--origin--duty = Lorsque l’annexe exige des marchandises originaires de ses parties, celles-ci le sont.
agreement--origin--met =
    { $rule ->
        [parties] Les marchandises sont originaires de { $origin }, comme l’exige l’annexe { $annex }.
       *[other] L’annexe { $annex } s’applique quelle que soit l’origine des marchandises.
    }
agreement--origin--not_met =
    { $reason ->
        [no_annex] Aucune annexe relative à ces marchandises ne figure au registre.
       *[other] L’annexe { $annex } ne s’applique qu’aux marchandises originaires de ses parties ; celles-ci sont originaires de { $origin }.
    }
agreement--origin--unknown = L’annexe { $annex } ne s’applique qu’aux marchandises originaires de ses parties, et l’origine de celles-ci n’est pas indiquée.
agreement--origin--missing =
    { $reason ->
        [no_annex] une annexe relative à ces marchandises
        [no_origin] l’origine des marchandises, dans une partie à l’annexe { $annex }
       *[other] des marchandises originaires d’une partie à l’annexe { $annex }
    }

agreement--names-act--duty = L’annexe cite l’acte de la partie importatrice, sans date ou dans l’édition applicable à cette date.
agreement--names-act--met = L’annexe { $annex } cite l’acte { $act }, et cette référence couvre l’édition { $edition_current }.
agreement--names-act--not_met =
    { $reason ->
        [not_named] L’annexe { $annex } ne cite pas l’acte { $act }.
        [edition] L’annexe { $annex } cite l’acte { $act } dans l’édition { $edition_named } ; l’édition applicable est { $edition_current }.
       *[other] Aucune annexe qui cite l’acte { $act } ne figure au registre.
    }
agreement--names-act--missing =
    { $reason ->
        [not_named] une modification de l’annexe { $annex } qui cite l’acte { $act }
        [edition] une modification de l’annexe { $annex } qui cite l’édition { $edition_current } de l’acte { $act }
       *[other] une annexe qui cite l’acte { $act }
    }

agreement--accepts-output--duty = L’annexe accepte ce type de document dans la phase que ses parties ont atteinte.
agreement--accepts-output--met =
    { $kind ->
        [declaration] L’annexe { $annex } accepte les déclarations du fournisseur.
        [test_report] L’annexe { $annex } accepte les rapports d’essai.
        [inspection_report] L’annexe { $annex } accepte les rapports d’inspection.
        [certificate] L’annexe { $annex } accepte les certificats de conformité.
        [type_approval] L’annexe { $annex } accepte les homologations de type.
        [calibration_certificate] L’annexe { $annex } accepte les certificats d’étalonnage.
       *[other] L’annexe { $annex } accepte ce type de document.
    }
agreement--accepts-output--not_met =
    { $reason ->
        [no_annex] Aucune annexe qui accepte ce type de document ne figure au registre.
       *[other] { $kind ->
            [declaration] L’annexe { $annex } n’accepte pas les déclarations du fournisseur (phase : { $phase }).
            [test_report] L’annexe { $annex } n’accepte pas les rapports d’essai (phase : { $phase }).
            [inspection_report] L’annexe { $annex } n’accepte pas les rapports d’inspection (phase : { $phase }).
            [certificate] L’annexe { $annex } n’accepte pas les certificats de conformité (phase : { $phase }).
            [type_approval] L’annexe { $annex } n’accepte pas les homologations de type (phase : { $phase }).
            [calibration_certificate] L’annexe { $annex } n’accepte pas les certificats d’étalonnage (phase : { $phase }).
           *[other] L’annexe { $annex } n’accepte pas ce type de document (phase : { $phase }).
        }
    }
agreement--accepts-output--missing =
    { $reason ->
        [no_annex] une annexe qui accepte ce type de document
       *[other] un document d’un type que l’annexe { $annex } accepte
    }

agreement--gives-recognition--duty = L’annexe engage ses parties à reconnaître quelque chose.
agreement--gives-recognition--met =
    { $recognises ->
        [results] L’annexe { $annex } engage ses parties à reconnaître les résultats d’évaluation au regard de l’acte de la partie importatrice.
        [equivalence] L’annexe { $annex } engage ses parties à reconnaître la conformité à un acte déclaré équivalent.
        [harmonised_approval] L’annexe { $annex } engage ses parties à reconnaître les homologations au titre d’un règlement harmonisé.
        [accreditation] L’annexe { $annex } engage ses parties à reconnaître les organismes accrédités par l’organisme d’accréditation de l’autre partie.
        [declaration] L’annexe { $annex } engage ses parties à reconnaître les déclarations du fournisseur.
        [scheme] L’annexe { $annex } engage ses parties à reconnaître les certificats ou rapports d’un programme.
        [lawful_marketing] L’annexe { $annex } engage ses parties à admettre les marchandises légalement commercialisées dans l’autre partie.
        [alignment] L’annexe { $annex } engage ses parties à reconnaître les évaluations faites par les organismes d’une partie dont le droit est aligné.
       *[other] L’annexe { $annex } engage ses parties à une reconnaissance.
    }
agreement--gives-recognition--not_met =
    { $reason ->
        [no_annex] Aucune annexe engageant les parties à reconnaître quoi que ce soit ne figure au registre.
       *[other] L’annexe { $annex } est un texte harmonisé ou un engagement à échanger des informations. Elle n’oblige personne à reconnaître un document.
    }
agreement--gives-recognition--missing = une annexe qui engage la partie importatrice à reconnaître de tels documents
