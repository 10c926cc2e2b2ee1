## Les articles de déclarations en tableau

lines-title = Articles de déclarations
lines-lead = Remettez un tableau d’articles de déclarations et emportez les réponses : résultat, conseil, échéance et motifs pour chaque ligne. Rien n’en est conservé.
lines-file = Tableau (CSV)
lines-hint = Au plus { $what } lignes, séparées par des virgules ou des points-virgules, en UTF-8. La première ligne nomme les colonnes.
lines-send = Répondre au tableau
lines-progress = Lignes traitées
lines-result = Enregistrer les réponses
lines-failed = La connexion a été interrompue. Réessayez.
lines-refused = Le tableau n’a pas été lu.
lines-error-column = La colonne « { $what } » n'est pas connue. Retirez-la, ou nommez-la comme l'une de celles ci-dessous.
lines-error-column-twice = La colonne « { $what } » figure deux fois. Retirez l'une des deux.
lines-error-column-missing = La colonne « { $what } » manque. La première ligne nomme les colonnes.
lines-error-form = Aucun tableau n'est arrivé avec le formulaire. Choisissez un fichier.
lines-error-large = Un tableau peut avoir { $what } Mio ici. Remettez-en un plus grand par l'API.
lines-error-read = Ce n'est pas un tableau en CSV et en UTF-8. Enregistrez-le ainsi.
lines-refused-next = Corrigez-le et remettez-le.
lines-columns = Colonnes
lines-columns-lead = declaration et importing sont nécessaires ; les autres quand elles sont connues. Une ligne à laquelle on ne peut répondre porte son problème dans la dernière colonne du résultat.
lines-treatment = Ce que signifie le conseil
lines-release = Ce qui est exigé est reconnu ; rien au registre ne s’y oppose.
lines-document-check = Examiner les documents et demander ce qui manque.
lines-hold = Suspendre la mainlevée et consulter l’autorité.
lines-not-required = Aucun acte au registre n’exige de preuve pour ce produit ce jour-là.
lines-advice = C’est un conseil calculé à partir du seul registre public. La douane décide de la mainlevée, l’autorité de la conformité.
lines-link = Articles de déclarations
