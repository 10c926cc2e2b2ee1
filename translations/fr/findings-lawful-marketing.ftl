# Marchandises légalement commercialisées dans une autre partie. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

lawful-marketing--sold-in-party--duty = Il est déclaré que le produit est légalement vendu dans une partie à l’annexe.
lawful-marketing--sold-in-party--met = { $number } déclare que le produit est légalement vendu sur le territoire de { $party }.
lawful-marketing--sold-in-party--not_met =
    { $reason ->
        [not_stated] { $number } ne déclare pas que le produit est légalement vendu sur le territoire de { $party }.
       *[other] On ne sait pas dans quelle partie le produit de { $number } est légalement vendu.
    }
lawful-marketing--sold-in-party--missing =
    { $reason ->
        [not_stated] une déclaration selon laquelle le produit est légalement vendu sur le territoire de { $party }
       *[other] une déclaration qui indique dans quelle partie à l’annexe le produit est légalement vendu
    }

lawful-marketing--no-exemption--duty = La partie importatrice n’a pas exclu le produit par une dérogation.
lawful-marketing--no-exemption--met = Aucune dérogation de { $country } pour ce produit ne figure au registre.
lawful-marketing--no-exemption--not_met = { $country } a exclu ce produit par une dérogation : { $exemption }.
lawful-marketing--no-exemption--missing = la fin de la dérogation { $exemption } de { $country }

lawful-marketing--no-refusal--duty = La partie importatrice n’a pas refusé le produit par une décision motivée.
lawful-marketing--no-refusal--met =
    { $state ->
        [unreasoned] { $country } a refusé ce produit sans donner de motifs ({ $refusal }) ; cela n’empêche rien.
       *[other] Aucun refus de ce produit par { $country } ne figure au registre.
    }
lawful-marketing--no-refusal--not_met = { $country } a refusé ce produit et en a donné les motifs : { $refusal }.
lawful-marketing--no-refusal--missing = la fin du refus { $refusal } opposé par { $country }
