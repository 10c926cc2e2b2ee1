# Ce que l’on emporte d’un certificat : impressions, attestations numériques, preuves, et les titres des liens vers elles.

papers-title = À emporter
papers-print = Imprimer
papers-pdf = PDF
papers-signed = Attestation numérique, signée par l’émetteur
papers-unsigned = Attestation numérique à signer par l’émetteur (non signée)
papers-proof = Preuve dans le journal
print-title = Certificat ou déclaration { $what }
print-back = Page du certificat
print-state = État au { $what } : { $other }
print-code = Code qui mène à l’inscription à l’adresse { $what }
print-code-caption = Ce qui est inscrit maintenant, et tout changement depuis, se trouve à cette adresse :
print-not-original = Impression de ce qui est inscrit. Elle n’est pas signée et ne remplace aucun document qui l’a été.
print-more-rows = { $count ->
    [one] Une autre ligne se trouve sur la page du certificat.
   *[other] { $count } autres lignes se trouvent sur la page du certificat.
}
print-log = Dans le journal
print-position = Le certificat a été énoncé par la déclaration { $what } du journal { $other }.
print-as-of = D’après { $what } déclarations ; racine du journal : { $other }
print-digest = SHA-256 du document que son émetteur a signé : { $what }
print-no-document = L’inscription ne désigne aucun document signé.
print-proof = Preuve que la déclaration est dans le journal, à vérifier hors ligne : { $what }
links-page = { $number }, { $state }, délivré par { $issuer }
links-print = { $number } en PDF
links-credential = Attestation numérique signée de { $number }
links-record = Inscription de { $number }
links-proof = Preuve que { $number } est dans le journal
links-product = Produit { $number }
desk-credentials = Attestations numériques
desk-credentials-lead = Ce qui voyage avec vos certificats est signé par votre partie, avec une clé gardée ici ou ailleurs. Le registre ne signe rien pour personne.
desk-credential-sign = Signer une attestation numérique
desk-credential-number = Numéro d’un certificat de votre partie
desk-credential-hint = L’attestation est signée et gardée, et l’acte qui désigne son empreinte est commencé pour vous. Une fois cet acte dans le journal, l’attestation est servie.
desk-credential-button = Signer, et commencer l’acte
desk-lists = Listes d’état
desk-lists-lead = Une vérification croit une liste pendant un jour. Signez-en une nouvelle chaque jour, et dès qu’un certificat est retiré, suspendu ou rétabli.
desk-list-revocation = Retirés ou terminés
desk-list-suspension = Suspendus
desk-list-none = Aucune liste signée n’a été remise. Qui vérifie une attestation ne peut savoir si elle a été retirée.
desk-list-as-of = La liste signée vaut au { $what }, jusqu’au { $other }.
desk-list-on-record = { $count ->
    [one] Inscrits : un.
   *[other] Inscrits : { $count }.
}
desk-list-differs = { $count ->
    [one] Un certificat figure autrement dans la liste que dans l’inscription.
   *[other] { $count } certificats figurent autrement dans la liste que dans l’inscription.
}
desk-list-same = La liste dit ce qui est inscrit.
desk-list-button = Signer la liste à l’instant
desk-list-signed = La liste a été signée et vaut maintenant.
desk-error-deposit = Le document signé n’a pas été accepté :
desk-error-list = La liste d’état n’a pas été établie :
