# Organismes d’évaluation de la conformité. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

body--designated-by-party--duty = Une partie à l’instrument avait désigné l’organisme au jour de l’évaluation.
body--designated-by-party--met = L’organisme { $body } était désigné au { $assessed_on }, jour de l’évaluation (partie qui désigne : { $party } ; instrument : { $instrument }).
body--designated-by-party--not_met =
    { $reason ->
        [not_yet] L’organisme { $body } n’est désigné qu’à compter du { $designated_from } ; l’évaluation date du { $assessed_on } (partie qui désigne : { $party } ; instrument : { $instrument }).
        [ended] L’organisme { $body } n’était plus désigné au { $assessed_on }, jour de l’évaluation ; sa désignation avait pris fin le { $designated_until } (partie qui désigne : { $party } ; instrument : { $instrument }).
       *[other] Aucune désignation de l’organisme { $body } ne figure au registre (partie qui désigne : { $party } ; instrument : { $instrument }).
    }
body--designated-by-party--missing = une désignation de l’organisme { $body } qui couvre le { $assessed_on } (instrument : { $instrument })

body--listed-before-assessment--duty = L’organisme qui a délivré le résultat était inscrit sur la liste de l’annexe au jour de l’évaluation.
body--listed-before-assessment--met = L’organisme { $body } était inscrit sur la liste de { $annex } au { $assessed_on }, jour de l’évaluation.
body--listed-before-assessment--not_met = L’organisme { $body } n’était pas inscrit au { $assessed_on }, jour de l’évaluation (annexe : { $annex } ; inscrit à compter du : { $listed_from } ; plus inscrit à compter du : { $listed_until }).
body--listed-before-assessment--missing = une inscription de l’organisme { $body } qui couvre le { $assessed_on } (annexe : { $annex })

body--not-suspended--duty = Aucune suspension et aucun retrait de l’organisme n’avait effet au jour de l’évaluation.
body--not-suspended--met = Aucune suspension et aucun retrait de l’organisme { $body } au titre de { $instrument } n’avait effet au { $assessed_on }, jour de l’évaluation.
body--not-suspended--not_met =
    { $event ->
        [suspension] L’organisme { $body } était suspendu au titre de { $instrument } depuis le { $event_on } ; l’évaluation date du { $assessed_on }.
        [withdrawal] L’organisme { $body } était retiré de { $instrument } depuis le { $event_on } ; l’évaluation date du { $assessed_on }.
       *[other] L’organisme { $body } était suspendu ou retiré au titre de { $instrument } depuis le { $event_on } ; l’évaluation date du { $assessed_on }.
    }
body--not-suspended--missing = un résultat d’un organisme qui n’était ni suspendu ni retiré au jour de son évaluation

body--contest-not-upheld--duty = Aucune contestation de l’organisme n’avait effet au jour de l’évaluation.
body--contest-not-upheld--met =
    { $reason ->
        [stays_listed] L’organisme { $body } est contesté depuis le { $contested_on } ; au titre de { $instrument }, un organisme contesté reste inscrit jusqu’à ce qu’une suspension soit décidée.
        [suspended_after_days] L’organisme { $body } est contesté depuis le { $contested_on } ; au titre de { $instrument }, cela a effet à compter du { $suspended_from }, après l’évaluation du { $assessed_on }.
       *[other] Aucune contestation de l’organisme { $body } au titre de { $instrument } n’était ouverte au { $assessed_on }, jour de l’évaluation.
    }
body--contest-not-upheld--not_met = L’organisme { $body } a été contesté le { $contested_on } et est réputé suspendu au titre de { $instrument } à compter du { $suspended_from } ; l’évaluation date du { $assessed_on }.
body--contest-not-upheld--missing = un règlement de la contestation en faveur de l’organisme { $body } avant le { $assessed_on }, ou un résultat d’un organisme non contesté

body--earlier-results-kept--duty = Le résultat n’a pas perdu son effet par une suspension ou un retrait ultérieur de son organisme.
body--earlier-results-kept--met =
    { $reason ->
        [kept] L’organisme { $body } a été suspendu ou retiré au titre de { $instrument } le { $event_on }, après l’évaluation ; ses résultats antérieurs gardent leur effet.
       *[other] Aucune suspension et aucun retrait ultérieur de l’organisme { $body } au titre de { $instrument } n’a effet à la date du { $day }.
    }
body--earlier-results-kept--not_met = L’organisme { $body } a été suspendu ou retiré au titre de { $instrument } le { $event_on }, et ses résultats antérieurs ont de ce fait perdu leur effet.
body--earlier-results-kept--missing = un résultat d’un autre organisme, ou une déclaration selon laquelle les résultats antérieurs de l’organisme { $body } gardent leur effet

body--ownership-not-barred--duty = Aucun propriétaire exclu par le pays importateur ne détient la part fixée de l’organisme ni ne le contrôle.
body--ownership-not-barred--met =
    { $reason ->
        [no_bar] { $owner } figure parmi les propriétaires de l’organisme { $body } ; aucune exclusion du pays importateur ne s’y applique à la date du { $day }.
        [below_threshold] { $owner } détient { $share_permille } ‰ de l’organisme { $body }, moins que les { $threshold_permille } ‰ à partir desquels { $bar } s’applique.
       *[other] Aucun propriétaire exclu de l’organisme { $body } ne figure au registre à la date du { $day }.
    }
body--ownership-not-barred--not_met =
    { $reason ->
        [controls] { $owner } contrôle ou dirige l’organisme { $body } ; { $bar } exclut de tels organismes à la date du { $day }, quelle que soit la part détenue.
       *[other] { $owner } détient { $share_permille } ‰ de l’organisme { $body } ; { $bar } exclut de tels organismes à partir de { $threshold_permille } ‰.
    }
body--ownership-not-barred--missing = un résultat d’un organisme qu’aucun propriétaire exclu ne détient ni ne contrôle, ou un changement dans la propriété de l’organisme { $body }
