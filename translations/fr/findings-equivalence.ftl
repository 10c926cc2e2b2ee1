# Équivalence des actes. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

equivalence--acts-declared-equivalent--duty = Les deux actes sont déclarés équivalents à cette date, et aucune modification n’y a mis fin.
equivalence--acts-declared-equivalent--met = Les actes { $exporting_act } et { $importing_act } sont déclarés équivalents au titre de l’annexe { $annex } depuis le { $declared_from }, et le restent au { $day }.
equivalence--acts-declared-equivalent--not_met =
    { $reason ->
        [not_yet] Les actes { $exporting_act } et { $importing_act } ne sont réputés équivalents qu’à compter du { $declared_from }, après le { $day } (annexe : { $annex }).
        [ended] Les actes { $exporting_act } et { $importing_act } ne sont plus réputés équivalents au { $day } : la déclaration a pris fin le { $declared_until } (annexe : { $annex }).
        [lapsed] L’équivalence des actes { $exporting_act } et { $importing_act } a pris fin le { $lapsed_on }, après la modification de l’un d’eux (annexe : { $annex }).
        [no_exporting_act] Aucun acte de la partie exportatrice ne figure au registre comme équivalent à l’acte { $importing_act } (annexe : { $annex }).
        [no_annex] Aucune annexe sur l’équivalence qui couvre l’acte { $importing_act } ne figure au registre.
       *[other] Aucune déclaration d’équivalence des actes { $exporting_act } et { $importing_act } ne figure au registre (annexe : { $annex }).
    }
equivalence--acts-declared-equivalent--missing =
    { $reason ->
        [no_annex] une annexe sur l’équivalence et, au titre de celle-ci, une déclaration relative à l’acte { $importing_act } qui couvre le { $day }
        [no_exporting_act] une déclaration au titre de l’annexe { $annex } selon laquelle un acte de la partie exportatrice est équivalent à l’acte { $importing_act } au { $day }
        [lapsed] une déclaration au titre de l’annexe { $annex } selon laquelle les actes modifiés, { $exporting_act } et { $importing_act }, sont équivalents au { $day }
       *[other] une déclaration au titre de l’annexe { $annex } selon laquelle les actes { $exporting_act } et { $importing_act } sont équivalents au { $day }
    }

equivalence--attests-to-exporting-act--duty = Le document atteste la conformité à l’acte de la partie exportatrice qui est réputé équivalent.
equivalence--attests-to-exporting-act--met = { $number } atteste la conformité à l’acte { $exporting_act }.
equivalence--attests-to-exporting-act--not_met =
    { $reason ->
        [no_exporting_act] Aucun acte de la partie exportatrice dont { $number } pourrait attester le respect ne figure au registre.
       *[other] { $number } n’atteste pas la conformité à l’acte { $exporting_act }.
    }
equivalence--attests-to-exporting-act--missing =
    { $reason ->
        [no_exporting_act] un acte de la partie exportatrice qui soit réputé équivalent, et un document qui en atteste le respect
       *[other] un document qui atteste la conformité à l’acte { $exporting_act }
    }
