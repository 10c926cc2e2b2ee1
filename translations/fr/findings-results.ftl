# Résultats d’évaluation au regard de l’acte de la partie importatrice. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

results--attests-to-importing-act--duty = Le document atteste la conformité à l’acte de la partie importatrice.
results--attests-to-importing-act--met = { $number } atteste la conformité à l’acte { $act }.
results--attests-to-importing-act--not_met =
    { $reason ->
        [other_act] { $number } atteste la conformité à l’acte { $attested_to }, et non à l’acte { $act }.
       *[other] { $number } n’atteste pas la conformité à l’acte { $act }.
    }
results--attests-to-importing-act--missing = un document qui atteste la conformité à l’acte { $act }
