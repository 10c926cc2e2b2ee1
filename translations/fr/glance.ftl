# À la frontière : ce qui est mal demandé, et ce à quoi il n'est pas de réponse. Avec et sans réseau.

glance--not-covered = Le lot de données de cet appareil ne permet pas de répondre.
glance--not-covered--country = Le lot de données vaut pour { $bundle }, et la question porte sur { $asked }. Téléchargez celui de { $asked } quand il y a un réseau.
glance--not-covered--known-at = Le lot de données connaît le journal jusqu'à la position { $bundle }, et la question porte sur la position { $asked }.
glance--not-covered--not-presented = L'inscription au journal de { $reference } n'a pas été présentée et n'est pas sur cet appareil. Cela ne dit rien pour ou contre le certificat. Demandez le fichier de preuve à son titulaire, ou vérifiez de nouveau avec un réseau.
glance--not-covered--newer = { $reference } est plus récent que le lot de données. Vérifiez de nouveau avec un réseau, ou avec un lot plus récent.

glance--not-on-record = Aucun certificat { $number } n'est inscrit ici.
glance--not-on-record-next = Comparez le numéro avec le document, caractère par caractère. S'il est juste, interrogez l'organisme qui l'aurait délivré. L'absence de ce registre ne prouve rien par elle-même.
glance--never-issued = Personne n'a inscrit ici de certificat { $number }.

glance--fault--nothing = Scannez un code, déposez un fichier, ou écrivez le numéro du certificat ou le code des marchandises.
glance--fault--number = « { $what } » ne contient ni numéro de certificat ni document.
glance--fault--importing = Choisissez le pays importateur.
glance--fault--country = « { $what } » n'est pas un pays inscrit : choisissez-en un dans la liste.
glance--fault--day = « { $what } » n'est pas un jour : écrivez-le comme 2026-01-31.
glance--fault--hs = « { $what } » n'est pas un code de marchandise : écrivez de deux à dix chiffres.
glance--fault--hs-short = « { $what } » désigne beaucoup de produits : écrivez au moins six chiffres.
glance--fault--no-such-code = « { $what } » n'est pas dans cette édition du Système harmonisé : cherchez les marchandises, ou choisissez l'édition dans laquelle le code est écrit.
glance--fault--edition = « { $what } » n'est pas une édition du Système harmonisé.
glance--fault--holder = « { $what } » n'est pas l'identifiant d'une partie : il commence par did:.
glance--fault--document-algorithm = Le document est signé en « { $what } », qui n'est pas vérifié ici : demandez à son émetteur un document signé avec Ed25519, P-256 ou P-384.
glance--fault--document-critical = Le document demande quelque chose qui n'est pas compris ici : demandez à son émetteur un document sans « crit ».
glance--fault--document-deep = Le document est imbriqué plus profondément que toute attestation numérique : vérifiez d'où il vient.
glance--fault--document-envelope = L'enveloppe autour du document n'est pas entière : copiez de nouveau le document.
glance--fault--document-key-name = Le document ne dit pas quelle clé l'a signé : demandez-en un autre à son émetteur.
glance--fault--document-key-twice = Le document dit deux fois « { $what } », si bien que deux lecteurs pourraient lire deux choses : demandez-en un autre à son émetteur.
glance--fault--document-large = Le document est plus long qu'une attestation numérique : déposez un document à la fois.
glance--fault--document-neither = Ce n'est pas une attestation numérique : déposez un jeton, ou le JSON d'une attestation avec sa preuve.
glance--fault--document-not-json = Le document n'est pas entier, ou n'est pas du JSON : copiez-le de nouveau, en entier.
glance--fault--document-token = Le jeton n'est pas entier : trois parties séparées par deux points. Copiez-le de nouveau, en entier.
glance--fault--document-type = Le document est du type « { $what } », qui n'est pas celui d'une attestation numérique.
glance--fault--document-wrapped = Le document est d'une forme ancienne, avec « { $what } » : demandez à son émetteur un document selon la version 2.0 du modèle de données.
glance--fault--no-product = Rien d'inscrit ne dit de quel produit il s'agit : écrivez le code des marchandises.
glance--fault--other = Cela ne peut être demandé. Vérifiez ce qui est rempli, et réessayez.
