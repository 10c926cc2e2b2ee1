# Programmes d’organismes. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

scheme--member-recognises--duty = Un membre du programme dans la partie importatrice reconnaît les rapports selon cette norme à cette date.
scheme--member-recognises--met = Un membre du programme { $scheme } dans la partie importatrice ({ $importing }) reconnaît les rapports selon cette norme ({ $standard }) au { $day }.
scheme--member-recognises--not_met =
    { $reason ->
        [not_yet] Le membre du programme { $scheme } dans la partie importatrice ({ $importing }) n’y participe qu’à compter du { $member_from }, après le { $day }.
        [ended] Le membre du programme { $scheme } dans la partie importatrice ({ $importing }) n’y participe plus au { $day } : son adhésion a pris fin le { $member_until }.
        [standard] Le membre du programme { $scheme } dans la partie importatrice ({ $importing }) ne reconnaît pas les rapports selon cette norme ({ $standard }).
        [not_of_scheme] Le programme { $scheme } ne porte pas sur les rapports selon cette norme ({ $standard }).
        [no_scheme] Aucun programme dont relève ce document ne figure au registre.
       *[other] Aucun membre du programme { $scheme } dans la partie importatrice ({ $importing }) ne figure au registre.
    }
scheme--member-recognises--missing =
    { $reason ->
        [not_of_scheme] un rapport selon une norme sur laquelle porte le programme { $scheme }
        [no_scheme] un programme dont relève le document, avec dans la partie importatrice ({ $importing }) un membre qui le reconnaît
       *[other] une adhésion au programme { $scheme } dans la partie importatrice ({ $importing }) qui couvre cette norme ({ $standard }) au { $day }
    }

scheme--issued-by-member--duty = L’émetteur était membre du programme au jour de l’évaluation.
scheme--issued-by-member--met = L’organisme { $body } était membre du programme { $scheme } au { $assessed_on }, jour de l’évaluation.
scheme--issued-by-member--not_met =
    { $reason ->
        [not_yet] L’organisme { $body } n’est membre du programme { $scheme } qu’à compter du { $member_from } ; l’évaluation date du { $assessed_on }.
        [ended] L’organisme { $body } n’était plus membre du programme { $scheme } au { $assessed_on }, jour de l’évaluation ; son adhésion avait pris fin le { $member_until }.
        [no_scheme] Aucun programme dont l’organisme { $body } pourrait être membre ne figure au registre.
       *[other] Aucune adhésion de l’organisme { $body } au programme { $scheme } ne figure au registre.
    }
scheme--issued-by-member--missing =
    { $reason ->
        [no_scheme] un programme dont l’organisme { $body } était membre au { $assessed_on }
       *[other] une adhésion de l’organisme { $body } au programme { $scheme } qui couvre le { $assessed_on }
    }

scheme--differences-covered--duty = Le rapport couvre chaque divergence par rapport à la norme que la partie importatrice a déclarée.
scheme--differences-covered--met =
    { $declared ->
        [0] { $importing } n’a déclaré aucune divergence par rapport à la norme du rapport.
       *[other] Le rapport couvre chaque divergence par rapport à sa norme que { $importing } a déclarée. Nombre de divergences : { $declared }.
    }
scheme--differences-covered--not_met =
    { $reason ->
        [difference] { $importing } a déclaré une divergence que le rapport ne couvre pas : { $missing }.
       *[other] Aucun programme dont relève ce document ne figure au registre.
    }
scheme--differences-covered--missing =
    { $reason ->
        [difference] un rapport qui couvre la divergence { $missing } déclarée par { $importing }
       *[other] un programme dont relève le document
    }

scheme--report-age--duty = Le rapport n’est pas, à cette date, plus ancien qu’il n’est accepté.
scheme--report-age--met =
    { $limited ->
        [yes] { $number } date du { $report_on } et est encore assez récent au { $day } ; son âge est limité à { $months_max } mois.
       *[other] { $number } date du { $report_on } ; son âge n’est pas limité.
    }
scheme--report-age--not_met = { $number } date du { $report_on } et est trop ancien au { $day } : il était accepté jusqu’au { $last_day } inclus.
scheme--report-age--missing = un rapport qui n’ait pas plus de { $months_max } mois au { $day }
