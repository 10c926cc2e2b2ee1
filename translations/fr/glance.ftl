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
glance--fault--document = Le document ne peut être lu : { $what }
glance--fault--no-product = Rien d'inscrit ne dit de quel produit il s'agit : écrivez le code des marchandises.
glance--fault--other = Cela ne peut être demandé : { $what }
