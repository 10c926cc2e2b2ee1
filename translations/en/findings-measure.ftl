# Measures of the importing country. Variables are the facts of the finding; an absent fact is passed as a dash.

measure--no-open-measure--duty = No open measure of the importing country stands against the product, its batch, its body or its trader.
measure--no-open-measure--met = No measure against these goods is open on { $day }.
measure--no-open-measure--not_met =
    { $kind ->
        [withdrawal] The measure { $measure } is open on { $day }: withdrawal from the market.
        [prohibition] The measure { $measure } is open on { $day }: it may not be placed on the market.
        [protection_clause] The measure { $measure } is open on { $day }: use of the protection clause of an objective.
        [restriction] The measure { $measure } is open on { $day }: restriction of free circulation.
        [counter_measure] The measure { $measure } is open on { $day }: counter-measure against an additional requirement.
       *[other] The measure { $measure } is open on { $day }.
    } Legal basis: { $legal_basis }. First day: { $from }; first day after its end: { $until }. Remedy: { $remedy }.
measure--no-open-measure--unknown = The measure { $measure } is open on { $day }; whether its scope, in the { $scope_edition } edition of the nomenclature, covers the code { $code } cannot be told. Legal basis: { $legal_basis }. First day: { $from }; first day after its end: { $until }. Remedy: { $remedy }.
measure--no-open-measure--missing =
    { $scope_edition ->
        [other] the code of the product in the { $scope_edition } edition of the nomenclature, or the lifting of the measure { $measure }, or its end on or before { $day }
       *[none] the lifting of the measure { $measure }, or its end on or before { $day }
    }

measure--has-legal-basis--duty = A measure names the legal basis on which it rests.
measure--has-legal-basis--met = The measure { $measure } rests on { $legal_basis }.
measure--has-legal-basis--not_met = The measure { $measure } names no legal basis, so it bars nothing.
measure--has-legal-basis--missing = the legal basis of the measure { $measure }

measure--suspicion-is-no-measure--duty = A suspicion or report is a reason to inspect and changes no outcome.
measure--suspicion-is-no-measure--met = A suspicion is on record ({ $suspicion }). It is no measure: it is a reason to inspect and changes nothing in this answer.
measure--suspicion-is-no-measure--missing = nothing, since a suspicion changes no outcome
