# Mesures du pays importateur. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

measure--no-open-measure--duty = Aucune mesure en vigueur du pays importateur ne vise le produit, son lot, son organisme ou l’opérateur.
measure--no-open-measure--met = Aucune mesure visant ces marchandises n’est en vigueur à la date du { $day }.
measure--no-open-measure--not_met =
    { $kind ->
        [withdrawal] La mesure { $measure } est en vigueur à la date du { $day } : retrait du marché.
        [prohibition] La mesure { $measure } est en vigueur à la date du { $day } : interdiction de mise sur le marché.
        [protection_clause] La mesure { $measure } est en vigueur à la date du { $day } : recours à la clause de sauvegarde d’un objectif.
        [restriction] La mesure { $measure } est en vigueur à la date du { $day } : restriction de la libre circulation.
        [counter_measure] La mesure { $measure } est en vigueur à la date du { $day } : contre-mesure répondant à une exigence supplémentaire.
       *[other] La mesure { $measure } est en vigueur à la date du { $day }.
    } Base juridique : { $legal_basis }. Premier jour : { $from } ; premier jour après sa fin : { $until }. Voie de recours : { $remedy }.
measure--no-open-measure--unknown = La mesure { $measure } est en vigueur à la date du { $day } ; rien ne permet de dire si son champ, écrit dans l’édition { $scope_edition } de la nomenclature, couvre le code { $code }. Base juridique : { $legal_basis }. Premier jour : { $from } ; premier jour après sa fin : { $until }. Voie de recours : { $remedy }.
measure--no-open-measure--missing =
    { $scope_edition ->
        [other] le code du produit dans l’édition { $scope_edition } de la nomenclature, ou la levée de la mesure { $measure }, ou sa fin au plus tard à la date du { $day }
       *[none] la levée de la mesure { $measure }, ou sa fin au plus tard à la date du { $day }
    }

measure--has-legal-basis--duty = Une mesure indique la base juridique sur laquelle elle repose.
measure--has-legal-basis--met = La mesure { $measure } repose sur { $legal_basis }.
measure--has-legal-basis--not_met = La mesure { $measure } n’indique aucune base juridique ; elle ne fait donc obstacle à rien.
measure--has-legal-basis--missing = la base juridique de la mesure { $measure }

measure--suspicion-is-no-measure--duty = Un soupçon ou un signalement est un motif de contrôle et ne change aucun résultat.
measure--suspicion-is-no-measure--met = Un soupçon est inscrit au registre ({ $suspicion }). Ce n’est pas une mesure : c’est un motif de contrôle, qui ne change rien à cette réponse.
measure--suspicion-is-no-measure--missing = rien, car un soupçon ne change aucun résultat
