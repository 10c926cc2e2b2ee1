# Les pages sur les objectifs, les procédures, les projets, les organismes reconnus et les produits, en français.

## Accès

nav-objectives = Objectifs
tile-objectives = Les objectifs réglementaires communs, du premier appel à la libre circulation
tile-product = Quels objectifs le couvrent, quels pays les appliquent, quelles preuves il faut
kind-procedure = Procédure (recommandation L)
error-stage = « { $what } » n’est pas une étape : choisissez dans la liste.
error-hs = « { $what } » n’est pas un code de marchandise : écrivez des chiffres, par exemple 8427 ou 851660.
error-draft = « { $what } » n’est pas le numéro d’un projet : écrivez un nombre entier, à partir de 1.

## Objectifs par étape

objectives-title = Objectifs réglementaires communs
objectives-lead = Jusqu’où chaque objectif est parvenu selon la recommandation L : de l’intérêt d’un pays à l’adoption dans le droit.
objectives-words = Mots du titre, ou numéro
objectives-stage = Étape
objectives-every-stage = toutes les étapes
objectives-hs = Code de marchandise (premiers chiffres)
objectives-stages = Étapes
objectives-count = { $count ->
    [0] Aucun objectif ni procédure
    [one] Un objectif ou une procédure
   *[other] { $count } objectifs et procédures
  }
objectives-subject = Objectif ou procédure
objectives-last = Dernier acte
stage-interest = Intérêt
stage-call = Appel
stage-transmitted = Transmis
stage-task-force = Équipe spéciale
stage-drafting = Rédaction
stage-comments = Observations
stage-agreed = Accord
stage-submitted = Soumis
stage-registered = Enregistré
stage-adopted = Adopté
stage-means-interest = Un pays a fait connaître son intérêt ; un seul suffit pour commencer.
stage-means-call = Des pays appellent à participer ; l’appel n’est pas encore transmis.
stage-means-transmitted = L’appel a été transmis à tous les États membres, qui ont trois mois pour répondre.
stage-means-task-force = L’équipe spéciale travaille ; tout État membre peut s’y joindre ou l’observer.
stage-means-drafting = Un projet est sur la table.
stage-means-comments = Un projet est, ou a été, ouvert aux observations de tous.
stage-means-agreed = Deux pays au moins se sont accordés sur le dernier projet.
stage-means-submitted = Le texte a été soumis, et n’est pas établi ici.
stage-means-registered = Le texte est établi, avec un numéro.
stage-means-adopted = Un pays au moins a adopté le texte dans son droit.

## Une procédure

procedure-stage = Étape : { $what }.
procedure-made = A produit l’objectif
procedure-revises = Révise l’objectif
story-contents = Sur cette page
procedure-who = Qui participe
procedure-call = L’appel a été lancé par { $what }.
procedure-call-of-few = L’appel a été lancé par { $what } : trop peu de pays, il est sans effet.
procedure-transmitted = Il a été transmis à tous les États membres le { $what }.
procedure-not-transmitted = Il n’a pas encore été transmis.
procedure-convenor = L’équipe spéciale est réunie par
procedure-as = En tant que
participation-member = membre
participation-observer = observateur
procedure-drafts = Projets
procedure-draft = Projet { $what }
procedure-filed = Déposé par { $what } le { $other }.
procedure-formal = Il contient chaque élément de l’annexe B qui lui est nécessaire.
procedure-missing = Ces éléments de l’annexe B manquent :
procedure-comments = Observations de tous : { $what }.
procedure-nobody-agreed = Aucun pays n’a donné son accord.
procedure-agreed = { $count ->
    [one] Un pays a donné son accord :
   *[other] { $count } pays ont donné leur accord :
  }
procedure-to-comments = Présenter une observation sur un projet, et lire les observations
procedure-to-documents = Documents de cette procédure
procedure-to-desk = Pour les agents : ce que votre partie pourrait faire ensuite
procedure-compare = Comparer le projet { $what } au projet { $other }
procedure-text = Le texte
procedure-text-of = Celui du projet { $what }, dans la langue de son dépôt.
story-timeline = Histoire
story-entered = Inscrit le { $what }.
story-due = Ce qui est dû
story-findings = Ce que les règles constatent
story-findings-lead = Chaque constat figure à côté des actes. Aucun n’annule un acte ni ne change une décision.
story-documents = Observations et documents
cited-documents-lead = Les documents sont cités par leur empreinte. Qui détient le fichier peut vérifier que c’est bien celui-là.
cited-documents-bytes = { $count ->
    [one] un octet
   *[other] { $count } octets
  }
element-scope = Portée
element-purposes = Objectifs légitimes
element-requirements = Exigences relatives au produit
element-standards = Référence à des normes
element-conditions-of-use = Conditions d’emploi d’une norme
element-procedures = Moyens de montrer la conformité
element-procedure-contents = En quoi consiste une procédure
element-choice = Choix du fournisseur
element-evidence = Preuves documentées
element-bodies = Organismes qui évaluent
element-competence = Compétence des organismes
element-surveillance = Surveillance du marché
element-non-conforming = Clause de sauvegarde : produits non conformes
element-non-conforming-declared = Ce qui est déclaré sur les produits non conformes
element-endangering = Clause de sauvegarde : produits conformes et pourtant dangereux
element-endangering-declared = Ce qui est déclaré sur les produits conformes et pourtant dangereux
form-of-performance = en termes de performance
form-of-design = en termes de conception
form-of-descriptive = en termes descriptifs
reference-exclusive = exclusive
reference-yes = oui
part-stricter = pourquoi une procédure plus stricte
part-presumption = présomption de conformité

## Actes dans le temps

event-interest-stated = { $who } fait connaître son intérêt pour une harmonisation.
event-call-made = { $who } appellent à participer.
event-agreement-concurred = { $who } s’associe à l’appel.
event-call-transmitted = Le secrétariat transmet l’appel à tous les États membres.
event-call-answered = { $what ->
    [member] { $who } répond : participera comme membre.
    [observer] { $who } répond : participera comme observateur.
   *[other] { $who } répond : ne participera pas.
  }
event-task-force-formed = L’équipe spéciale est constituée ; { $who } la réunit.
event-task-force-joined = { $what ->
    [member] { $who } se joint à l’équipe spéciale.
   *[other] { $who } observe l’équipe spéciale.
  }
event-task-force-left = { $who } quitte l’équipe spéciale.
event-task-force-reported = { $what ->
    [working_procedures] L’équipe spéciale publie ses procédures de travail : { $other }.
    [meeting] L’équipe spéciale rend compte d’une réunion : { $other }.
    [round_table] L’équipe spéciale rend compte d’une table ronde : { $other }.
    [pilot] L’équipe spéciale rend compte d’un projet pilote : { $other }.
    [progress] L’équipe spéciale rend compte de ses progrès : { $other }.
   *[other] L’équipe spéciale publie un document : { $other }.
  }
event-standards-explored = { $what ->
    [0] { $who } a exploré les normes internationales et n’en a trouvé aucune.
    [1] { $who } a exploré les normes internationales et en a examiné une.
   *[other] { $who } a exploré les normes internationales et en a examiné { $what }.
  }
event-standard-work-requested = { $who } demande une norme internationale : { $what }.
event-standard-work-updated = { $what ->
    [accepted] { $who } accepte la demande de norme.
    [declined] { $who } refuse la demande de norme.
    [in_preparation] { $who } prépare la norme demandée.
    [published] { $who } a publié la norme demandée.
   *[other] { $who } a arrêté les travaux sur la norme demandée.
  }
event-conflicting-activity-noted = { $who } relève une activité contraire de { $what }.
event-draft-filed = { $who } dépose le projet { $what }.
event-practice-assessed = { $who } répond au questionnaire de bonne pratique réglementaire sur le projet { $what }.
event-comments-opened = { $who } ouvre le projet { $what } aux observations jusqu’au { $day }.
event-comments-published = { $who } lie par leur empreinte les observations publiées sur le projet { $what } ; publiées : { $other }.
event-comments-answered = { $who } publie les réponses aux observations sur le projet { $what } ; observations reçues : { $other }.
event-draft-agreed = { $who } donne son accord sur le projet { $what }.
event-objective-submitted = { $who } soumet le projet { $what }.
event-objective-established = La version { $other } est enregistrée sous le numéro { $what }.
event-objective-agreed = { $who } donne son accord sur la version { $what }.
event-objective-announced = { $hasday ->
    [yes] { $who } annonce la mise en œuvre de la version { $what }, à partir du { $day }.
   *[other] { $who } annonce la mise en œuvre de la version { $what }.
  }
event-invitation-sent = Tous les autres États membres sont invités à mettre en œuvre la version { $what }.
event-objective-adopted = { $who } adopte la version { $what } dans son droit ; elle s’applique à partir du { $day }.
event-objective-status-reported = { $hasday ->
    [yes] { $who } rend compte de la situation de la version { $what } ; l’adoption est attendue le { $day }.
   *[other] { $who } rend compte de la situation de la version { $what }.
  }
event-objective-accepted = { $who } accepte les produits conformes sans adopter la version { $what }.
event-recognised-body-designated = { $who } désigne { $what } comme organisme reconnu.
event-recognised-body-withdrawn = { $who } retire la désignation de { $what }.
event-interpretation-published = Le Groupe de travail publie une interprétation de { $what }.
event-additional-requirement-imposed = { $who } impose l’exigence supplémentaire { $what }.
event-additional-requirement-lifted = { $who } lève l’exigence supplémentaire { $what }.
event-additional-requirement-answered = { $who } répond à l’exigence supplémentaire { $what }.
event-counter-measure-taken = { $who } prend la contre-mesure { $what } contre { $other }.
event-counter-measure-lifted = { $who } lève la contre-mesure { $what }.
event-measure-taken = { $what ->
    [withdrawal] { $who } retire des produits de son marché : { $other }.
    [prohibition] { $who } interdit des produits : { $other }.
    [protection_clause] { $who } invoque la clause de sauvegarde : { $other }.
    [counter_measure] { $who } restreint des produits à titre de contre-mesure : { $other }.
   *[other] { $who } restreint des produits : { $other }.
  }
event-measure-declared = { $who } déclare la mesure { $what } au secrétariat.
event-measure-lifted = { $who } lève la mesure { $what }.

## Deux projets côte à côte

comparison-title = Projet { $what } et projet { $other } côte à côte
comparison-lead = Ce qui a été retiré est barré, ce qui a été ajouté est souligné ; ce qui n’a pas changé n’est pas montré.
comparison-before = Comparer le projet
comparison-after = au projet
comparison-show = Comparer
comparison-same = Les deux textes ne diffèrent pas.
comparison-count = { $count ->
    [one] Une partie diffère.
   *[other] { $count } parties diffèrent.
  }
comparison-element = Élément
comparison-nothing = rien
comparison-how-added = ajouté
comparison-how-removed = retiré
comparison-how-changed = modifié

## Un objectif

objective-export = Enregistrer en un seul fichier, avec ses déclarations et leurs preuves
objective-picture = Les pays
objective-picture-lead = Chaque case est un pays du registre, avec son code, dans les groupes que les Nations Unies emploient pour la statistique. Le tableau qui suit dit la même chose en mots.
objective-countries = Pays par pays
objective-standing = Situation
objective-agreed = Accord
objective-adopted = Adoption
objective-applies = S’applique dès le
objective-accepted = Accepte dès le
objective-announced = Annonce
objective-reported = Dernier rapport
objective-bodies-list = Liste des organismes reconnus
objective-claims = Déclarations de conformité
objective-no-claims = Aucun document du registre ne s’y déclare conforme.
objective-restrictions = Restrictions
objective-no-restrictions = Aucune restriction ne figure au registre pour cet objectif.
objective-restriction = Restriction
objective-declared = Déclarée au secrétariat le { $what }.
objective-version = Version { $what }
objective-established = Établie le { $what }.
objective-not-established = Non établie : ne lie personne.
objective-superseded = Remplacée le { $what }.
objective-good-until = Valable jusqu’à la veille du { $what }.
objective-made-in = Rédigée comme projet { $what } de
standing-adopted = l’applique comme droit
standing-adopting = l’a adopté, pour l’appliquer plus tard
standing-accepted = accepte les produits conformes sans adoption
standing-agreed = accord : un engagement, pas du droit
standing-announced = a annoncé sa mise en œuvre
standing-ended = n’est plus lié
standing-none = rien au registre
region-africa = Afrique
region-americas = Amériques
region-asia = Asie
region-europe = Europe
region-oceania = Océanie
region-elsewhere = Ailleurs
restriction-additional-requirement = Exigence supplémentaire
restriction-counter-measure = Contre-mesure
restriction-withdrawal = Retrait du marché
restriction-prohibition = Interdiction
restriction-protection-clause = Clause de sauvegarde
restriction-restriction = Restriction de la circulation

## Organismes reconnus

bodies-title = Organismes reconnus
bodies-title-of = Organismes reconnus : { $what }
bodies-lead = Organismes désignés par des pays qui ont donné leur accord (recommandation L, paragraphe 27). Au titre d’un objectif, un tiers n’atteste que s’il figurait ici le jour de l’attestation.
bodies-all = Tous les organismes reconnus
bodies-name = Nom de l’organisme
bodies-count = { $count ->
    [0] Aucune désignation
    [one] Une désignation
   *[other] { $count } désignations
  }
bodies-in-force = { $count ->
    [0] Aucune n’est en vigueur ce jour-là.
    [one] Une est en vigueur ce jour-là.
   *[other] { $count } sont en vigueur ce jour-là.
  }
bodies-competence = Compétence
bodies-every-procedure = toutes les procédures de l’objectif
bodies-every-product = tous les produits de l’objectif

## Ce que cela signifie pour un produit

product-title = Qu’est-ce que cela signifie pour mon produit ?
product-lead = Choisissez un produit et des pays : quels objectifs réglementaires communs le couvrent, qui les a adoptés ou les accepte, quelles preuves il faut, de qui, à partir de quand.
product-words = Produit
product-words-hint = En un mot ou deux, par exemple « chariot », ou un code de marchandise du Système harmonisé.
product-countries = Où vous voulez le vendre
product-countries-hint = Jusqu’à { $what }. N’en choisissez aucun pour voir chaque pays qui a fait quelque chose.
product-button = Montrer ce qui s’applique
product-headings = De quoi s’agit-il ?
product-headings-lead = Une courte liste dans nos propres mots, pour commencer. Les factures et les tarifs indiquent le code de votre produit.
product-no-heading = Aucune position n’a été trouvée pour « { $what } ». Essayez un autre mot, ou écrivez le code de marchandise.
product-error-countries = Plus de { $what } pays : posez la question en plusieurs fois. Les premiers sont montrés.
product-answer-named = { $what } : { $other }
product-answer = Produits du code de marchandise { $what }
product-none = Aucun objectif réglementaire commun du registre ne couvre ce produit. Les pays peuvent exiger quelque chose par leur propre droit.
product-covers = La version { $what } de cet objectif couvre le produit.
product-may-cover = La version { $what } de cet objectif couvre peut-être le produit : le code est trop court, ou d’une autre édition, pour le dire.
product-evidence = Ce qu’il vous faut
product-procedures = Montrez la conformité du produit de l’une de ces manières :
product-documents = À garder avec le produit : { $what }.
product-own = Votre propre déclaration suffit, par l’une de ces voies ; les autres exigent un organisme reconnu.
product-not-own = Un organisme reconnu doit attester.
product-bodies = { $count ->
    [0] Aucun organisme n’est reconnu pour cela ce jour-là.
    [one] Un organisme est reconnu pour cela ce jour-là.
   *[other] { $count } organismes sont reconnus pour cela ce jour-là.
  }
product-claim = Renvoyez à l’objectif par son numéro, { $what }, chaque fois que vous déclarez le produit conforme.
product-standards = Il renvoie à ces normes :
product-standards-presumption = Qui respecte ces normes est présumé respecter les exigences :
product-where = Où cela vaut
product-nowhere = Aucun pays ne l’a adopté ni accepté, et aucun n’a donné son accord.
product-stands-law = droit en vigueur depuis le { $what }. Un produit conforme, dûment attesté, ne rencontre aucune autre exigence sur ce que couvre l’objectif.
product-stands-law-later = sera du droit le { $what }.
product-stands-accepts = accepte les produits conformes depuis le { $what }, sans adoption.
product-stands-undertaking = accord du { $what } : un engagement de laisser circuler les produits conformes, pas du droit.
product-stands-announced = a annoncé le { $what } la mise en œuvre de l’objectif. Rien ne vaut encore.
product-stands-nothing = rien au registre sur cet objectif. Son propre droit s’applique.
product-additional = Ce pays demande quelque chose de plus :
product-measure = Une mesure est en cours ; voyez contre quels produits :
product-counter = { $count ->
    [one] Une contre-mesure de ce pays est en vigueur : elle restreint des produits d’un autre pays.
   *[other] { $count } contre-mesures de ce pays sont en vigueur : elles restreignent des produits d’autres pays.
  }
product-decide = Demander ce qu’exige ce pays ({ $what })
product-decide-any = Demander ce qu’exige un pays
product-note = Ceci est lu dans ce qui figure ici au registre. Ce n’est ni un conseil, ni une décision d’une autorité. Posez la question pour le pays et le jour, avec votre document, pour voir chaque raison.

## Un objectif en un seul fichier

export-documents = Documents
export-proof = Déclarations et preuves
export-check = Pour vérifier une déclaration, calculez le SHA-256 d’un octet nul, de son jour, d’un saut de ligne et de son JWS, combinez le résultat avec les empreintes de sa preuve selon la RFC 6962 (2.1.1), comparez ce qui en résulte à la racine du point de contrôle, et vérifiez les signatures du point de contrôle et du JWS avec les clés ci-dessous.
export-log = Nom du journal
export-size = Déclarations dans le journal
export-root = Racine du journal
export-keys = Clés du journal
export-checkpoint = Point de contrôle signé
export-signers = Clés des signataires, telles qu’enregistrées
export-statements = Déclarations
export-leaf = Empreinte de l’entrée :
export-path = Preuve d’inclusion :
