# Le portail en français. Les noms des messages sont les mêmes dans toutes les langues ; un test les compare.

## Autour de chaque page

site-name = Comity
skip = Aller au contenu
demonstration = Démonstration. Les faits du monde réel sont saisis par un rapporteur avec leur source ; organismes, fournisseurs et certificats sont inventés.
nav-main = Principal
nav-countries = Pays
nav-network = Réseau
nav-log = Journal
nav-about = À propos
nav-languages = Langue
as-of-title = Âge des données :
as-of-size = { $what } déclarations au journal
as-of-last = la dernière du { $what }
disclaimer-information = Information calculée à partir de déclarations publiées ; ce n’est ni la décision d’une autorité, ni une preuve de conformité, de sécurité ou d’origine.
disclaimer-registry = Ceci n’est pas le registre CEE-ONU des objectifs réglementaires communs ; les numéros commençant par DEMO n’ont pas été attribués par la CEE-ONU.
disclaimer-borders = Les noms de pays et de zones et leur présentation n’expriment aucune opinion sur le statut juridique d’un pays, d’un territoire ou d’une zone, ni sur le tracé de ses frontières.
disclaimer-text = Les paragraphes cités sont ceux des Recommandations de la CEE-ONU sur les politiques de normalisation, dans l’édition que nomment les règles.
yes = oui
no = non
nothing = non déclaré
nothing-on-record = Rien n’est enregistré.
source = Source
statement-link = déclaration { $what }
reported-by = Rapporté par { $what }, non signé par { $other }.
reported-source = Source : { $what }
days-since = depuis le { $what }
days-from-until = du { $what } au { $other }
pager = Pages
pager-here = Page { $what } sur { $other }
pager-before = Page précédente
pager-after = Page suivante
day-label = À la date du
day-button = Afficher

## Erreurs

error-not-found = Non enregistré
error-not-found-what = Rien n’est enregistré sous « { $what } ».
error-not-found-next = L’absence de ce registre ne prouve rien au sujet d’un document ou d’un produit. Cherchez une autre graphie, ou demandez à l’organisme qui a délivré le document.
error-invalid = Demande illisible
error-invalid-next = Corrigez la valeur dans l’adresse ou dans le formulaire, puis réessayez.
error-unavailable = Pas de réponse pour le moment
error-unavailable-next = Votre question n’est pas en cause. Réessayez dans une minute.
error-broken = Cette page n’a pas pu être faite
error-broken-next = La faute est de notre côté et a été notée. Essayez une autre page, ou revenez plus tard.
error-start = Aller à la page d’accueil
error-day = « { $what } » n’est pas un jour : écrivez l’année, le mois et le jour, par exemple 2026-01-31.
error-position = « { $what } » n’est pas une position du journal : écrivez un nombre entier, compté à partir de 0.
error-sector = « { $what } » n’est pas un chapitre : écrivez les deux premiers chiffres d’un code de marchandise, par exemple 85.

## Accueil et formulaire

start-title = Un pays reconnaît-il ce certificat ?
start-lead = Demandez si un pays importateur doit, peut ou n’a pas à accepter un certificat ou une déclaration pour un produit, à n’importe quelle date. Chaque réponse donne ses raisons, paragraphe par paragraphe.
start-ask = Demander
start-examples = Questions à essayer
start-examples-more = { $count ->
    [one] Une autre question
   *[other] { $count } autres questions
  }
start-find = Consulter
tile-countries = Accords, règlements et organismes de chaque pays
tile-network = Qui reconnaît les résultats de qui, en image
tile-log = Toutes les déclarations, avec leur preuve
tile-about = Comment lire une réponse ; termes
question-title = Veuillez compléter la question
form-certificate = Numéro du certificat ou de la déclaration
form-certificate-hint = Tel qu’imprimé sur le document. Plusieurs numéros : séparez-les par des virgules. Laissez vide pour savoir ce qui est exigé.
form-hs = Code de marchandise du produit
form-hs-hint = Six chiffres ou plus, par exemple 851660. Peut rester vide s’il y a un certificat.
form-importing = Pays importateur
form-importing-hint = Là où le produit doit être mis sur le marché.
form-on = Jour
form-on-hint = Importation ou mise sur le marché.
form-more = Plus sur le produit et son origine
form-gtin = Numéro d’article (GTIN)
form-gtin-hint = Le numéro sous le code-barres.
form-model = Modèle
form-model-hint = Tel qu’écrit sur la plaque signalétique.
form-edition = Édition du code de marchandise
form-edition-hint = Les mêmes chiffres désignent d’autres marchandises dans d’autres éditions.
form-origin = Pays d’origine
form-origin-hint = Ne compte que dans certains accords.
form-designating = Partie qui a désigné l’organisme
form-designating-hint = Le plus souvent connue par le certificat.
form-known = Tel que connu à la position du journal
form-known-hint = Laissez vide pour utiliser tout ce qui a été publié.
form-choose = Choisir …
form-button = Donner la réponse
form-errors = { $count ->
    [one] Une chose manque ou ne peut être lue :
   *[other] { $count } choses manquent ou ne peuvent être lues :
  }
form-error-empty = Donnez le numéro d’un certificat, ou le code de marchandise d’un produit.
form-error-many = Plus de { $what } documents dans une question : demandez en plusieurs fois.
form-error-hs = « { $what } » n’est pas un code de marchandise : écrivez de six à dix chiffres, par exemple 851660.
form-error-hs-short = « { $what } » est trop court pour désigner un produit : écrivez six chiffres ou plus, par exemple 851660. Ils figurent sur les tarifs et les factures.
form-error-no-such-code = « { $what } » n’est pas dans le Système harmonisé de { $other } : cherchez le produit dans cette édition, ou choisissez l’édition dans laquelle le code est écrit.
form-error-number = « { $what } » n’est pas un numéro de document : écrivez-le comme il est imprimé, sans explications.
form-error-no-product = « { $what } » n’est pas au registre, ou n’indique pas de produit. Cela ne dit rien contre ce document. Vérifiez l’écriture, ou donnez aussi le code de marchandise du produit.
form-error-not-yet = La position { $what } n’existe pas encore : le journal compte { $other } déclarations. Laissez vide pour tout utiliser.
form-error-edition = « { $what } » n’est pas une édition du Système harmonisé : choisissez dans la liste.
form-error-importing = Choisissez le pays importateur.
form-error-country = « { $what } » n’est pas le code d’un pays ou d’un groupe : choisissez dans la liste.
form-error-other = La question ne peut pas être posée ainsi : corrigez l’adresse ou le formulaire, puis recommencez.
form-error-known = « { $what } » n’est pas une position du journal : écrivez un nombre entier, ou laissez vide.

## Recherche

search-title = Recherche
search-title-for = Recherche de « { $what } »
search-label = Chercher certificats, normes, règlements, accords, organismes, pays
search-placeholder = Numéro, nom ou référence
search-button = Chercher
search-facets = Sortes de résultats
search-all = Tout
search-count = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats
  }
search-none = Rien n’a été trouvé.
search-none-next = Essayez moins de mots, une autre graphie, ou le numéro seul. Ce qui n’est pas trouvé ici peut exister tout de même : l’absence de ce registre ne prouve rien.
facet-certificate = Certificats
facet-standard = Normes
facet-regulation = Règlements
facet-additional-requirement = Exigences supplémentaires
facet-agreement = Accords
facet-annex = Annexes
facet-body = Organismes et autres parties
facet-country = Pays et groupes
facet-group = Groupes
facet-objective = Objectifs
facet-measure = Mesures
facet-recognition-decision = Décisions de reconnaissance et acceptations
facet-equivalence = Équivalences d’actes
kind-certificate = Certificat ou déclaration
kind-standard = Norme
kind-regulation = Règlement technique
kind-additional-requirement = Exigence supplémentaire
kind-agreement = Accord
kind-annex = Annexe d’un accord
kind-body = Partie
kind-country = Pays
kind-group = Groupe de pays
kind-objective = Objectif réglementaire commun
kind-measure = Mesure sur le marché
kind-recognition-decision = Décision de reconnaissance ou acceptation
kind-acceptance = Acceptation par le droit d’un pays
kind-equivalence = Équivalence de deux actes

## Pays

countries-title = Pays et groupes
countries-lead = Ce que chaque pays exige, et de qui il reconnaît les résultats.
countries-groups = Groupes
countries-name = Nom
countries-code = Code
countries-agreements = Accords en vigueur
countries-regulations = Règlements

## Pages des choses enregistrées

record-on = au { $what }
record-facts = Faits
record-note-title = Au sujet de cette page
record-note = Tout ici est déclaré par quelqu’un : chaque fait renvoie à sa déclaration dans le journal. Ce qui n’y figure pas peut exister tout de même.
record-note-reported = Certains faits ont été rapportés et non signés par la partie concernée. Ils sont marqués, avec leur source et leur degré de certitude.
certificate-life = Historique
certificate-life-picture = Ligne de temps du certificat ; la liste ci-dessous dit la même chose en mots.
certificate-expires = Fin de validité déclarée
certificate-where = Où il est reconnu
certificate-where-lead = La réponse pour chaque pays importateur au { $what }, pour le produit tel que certifié. Choisissez un pays pour lire les raisons.
certificate-where-none = Aucune réponse n’a été calculée.
certificate-ask = Demander pour un pays
standard-succession = Succession des éditions
standard-succession-picture = Éditions de la norme dans le temps ; la liste ci-dessous dit la même chose en mots.
standard-replaced-by = remplacée par { $what }
standard-transition = bonne jusqu’à la veille du { $what }

## Réponses

overall-recognised = Doit accepter
overall-partly-recognised = Doit accepter en partie
overall-discretionary = Peut accepter
overall-not-recognised = N’a pas à accepter
overall-unknown = Ne peut être dit
overall-not-required = Rien d’exigé à ce jour au registre
overall-barred = Interdit d’accès
overall-words-recognised = Le pays importateur doit accepter ce document pour toutes ses exigences sur le produit.
overall-words-partly-recognised = Il doit accepter le document pour certaines de ses exigences, et n’a pas à le faire pour d’autres.
overall-words-discretionary = Il peut accepter le document, et doit le faire chaque fois que possible s’il est convaincu : demandez à son autorité.
overall-words-not-recognised = Rien d’enregistré ne l’oblige à accepter le document. Ce qui manque est indiqué.
overall-words-unknown = Un fait décisif n’est pas enregistré. Cela ne dit rien contre le document.
overall-words-not-required = Aucun acte enregistré n’exige d’évaluation de ce produit avant sa mise sur le marché. Un acte qui n’est pas au registre peut l’exiger.
overall-words-barred = Une mesure de son autorité vise le produit, l’organisme ou l’opérateur, quelle que soit la valeur du document.
outcome-recognised = doit accepter
outcome-discretionary = peut accepter
outcome-not-recognised = n’a pas à accepter
outcome-unknown = ne peut être dit
finding-met = Rempli
finding-not-met = Non rempli
finding-unknown = Inconnu
basis-treaty = par traité
basis-law = par son propre droit
basis-undertaking = par engagement, non par la loi
basis-discretion = à sa discrétion
path-holds = vaut
path-fails = ne vaut pas
path-unknown = ne peut être dit
tally-met = { $count ->
    [one] { $count } rempli
   *[other] { $count } remplis
  }
tally-not-met = { $count ->
    [one] { $count } non rempli
   *[other] { $count } non remplis
  }
tally-unknown = { $count ->
    [one] { $count } inconnu
   *[other] { $count } inconnus
  }
decision-asked-certificate = Certificat { $what }
decision-asked-product = Produit { $what }, sans document
decision-to = vers
decision-known = Répondu à partir de { $what } déclarations publiées.
decision-measures = Mesures
decision-requirements = Exigences et raisons
decision-no-requirement = Aucune exigence pour ce produit n’est enregistrée pour ce jour : { $what }.
decision-no-requirement-next = Personne n’a déclaré que le registre contient tous les actes ({ $what }) : cela ne prouve pas que rien n’est exigé. Demandez à l’autorité compétente, ou lisez lesquels de ces actes sont au registre.
decision-acts-on-record = Actes enregistrés : { $what }
decision-missing-more = { $count ->
    [one] Une voie plus éloignée
   *[other] { $count } voies plus éloignées
  }
decision-missing = Ce qui manque
decision-paths = Toutes les voies essayées
decision-requirement-itself = Au sujet de l’exigence elle-même
decision-instrument = Instrument :
decision-evidence-of-path = Document :
decision-evidence = Les documents
decision-notes = Remarques
decision-reproduce = Reproduire cette réponse
decision-reproduce-text = Cette adresse pose la même question au même point du journal. Elle donne la même réponse quoi qu’il soit publié plus tard.
decision-position = Connu jusqu’à
decision-root = Racine du journal
decision-engine = Moteur
decision-rules = Table des règles
decision-again = Poser une autre question

## Réseau

network-title = Le réseau de la reconnaissance
network-lead = Quels pays et groupes reconnaissent les résultats de qui, et par quels accords.
network-sector = Produits
network-every-sector = Tous les produits
network-chapter = Chapitre { $what }
network-kind = Ce qui est reconnu
network-every-kind = Tout
network-none = Aucun accord enregistré ne correspond.
network-picture = Image du réseau : { $what } parties et { $other } annexes. Le tableau ci-dessous dit la même chose en mots.
network-legend = Les pays sont à l’extérieur, les groupes à l’intérieur. Un losange est un accord de trois parties ou plus ; son numéro figure ici.
network-not-in-force = pas en vigueur ce jour-là
network-table = La même chose en tableau
network-parties = { $count ->
    [one] { $count } partie
   *[other] { $count } parties
  }
chapter-28 = produits chimiques inorganiques
chapter-29 = produits chimiques organiques
chapter-30 = produits pharmaceutiques
chapter-33 = cosmétiques
chapter-39 = matières plastiques
chapter-40 = caoutchouc, pneumatiques
chapter-61 = vêtements en bonneterie
chapter-62 = vêtements autres qu’en bonneterie
chapter-64 = chaussures
chapter-65 = coiffures
chapter-68 = ouvrages en pierre et en ciment
chapter-70 = verre
chapter-73 = ouvrages en fer et en acier
chapter-84 = machines
chapter-85 = matériel électrique
chapter-86 = matériel ferroviaire
chapter-87 = véhicules
chapter-88 = aéronefs
chapter-89 = bateaux
chapter-90 = instruments de mesure et médicaux
chapter-93 = armes et munitions
chapter-94 = meubles, luminaires
chapter-95 = jouets, jeux, sports
chapter-96 = ouvrages divers

## Journal et déclarations

log-title = Le journal
log-lead = Toutes les déclarations jamais publiées, dans l’ordre. Rien n’est effacé ni modifié, et chacun peut vérifier que rien n’a été caché ou réécrit.
log-checkpoint = Dernier point de contrôle
log-origin = Nom du journal
log-size = Déclarations
log-root = Empreinte de la racine
log-keys = Clés qui signent les points de contrôle
log-key-since = à partir de la position { $what }
log-check = Vérifiez vous-même
log-check-1 = Prenez le point de contrôle signé. C’est un texte au format C2SP, avec la taille et la racine d’un arbre selon la RFC 6962.
log-check-2 = Prenez les tuiles et vérifiez tout avec la commande
log-check-3 = Gardez le point de contrôle. Un suivant doit prouver qu’il le contient.
log-statements = Dernières déclarations
log-position = Position
log-day = Admise
log-act = Acte
log-signer = Signée par
log-reported = rapportée pour { $what }, non signée par cette partie
statement-title = Déclaration { $what }
statement-kind = Déclaration dans le journal
statement-neighbours = Déclarations voisines
statement-before = Déclaration { $what }
statement-after = Déclaration { $what }
statement-who = Qui et quand
statement-key = Clé
statement-id = Identifiant donné par le signataire
statement-admitted = Admise
statement-made = Jour donné par le signataire
statement-digest = SHA-256 des octets signés
statement-says = Ce qu’elle dit
statement-fields-note = Les noms des champs sont ceux du texte signé.
statement-field = Champ
statement-content = Contenu
statement-json = En JSON
statement-jws = Octets signés (JWS)
statement-proof = Preuve qu’elle est au journal
statement-proof-text = Avec les empreintes ci-dessous, chacun peut calculer la racine du journal de { $what } déclarations à partir de cette déclaration.
statement-leaf = Empreinte de la feuille
statement-path = { $count ->
    [one] { $count } empreinte
   *[other] { $count } empreintes
  }

## À propos

about-title = À propos de Comity
about-lead = Comity est un registre ouvert de déclarations sur la conformité et la sécurité des produits, et un moteur qui répond par-delà les frontières : un pays doit-il, peut-il ou n’a-t-il pas à accepter ce document ?
about-how = Comment cela marche
about-how-1 = Autorités, organismes et fournisseurs publient des déclarations signées. Un rapporteur peut dire ce que d’autres ont fait ; cela est marqué.
about-how-2 = Les déclarations sont dans un journal public qui ne peut être réécrit sans que cela se voie.
about-how-3 = Les réponses sont calculées à partir du journal par des règles publiées, chacune avec son paragraphe. Chacun peut les recalculer.
about-answers = Comment lire une réponse
about-glossary = Termes
about-not = Ce que ceci n’est pas
about-not-text = Un résultat reconnu dans un pays l’est là, pour le produit et la portée indiqués, et nulle part ailleurs à moins que l’autre pays ne le dise. L’absence de ce registre n’est jamais l’indice d’un faux.
term-recognition = Reconnaissance
term-recognition-text = Admettre la validité du résultat d’une évaluation de la conformité.
term-acceptance = Acceptation
term-acceptance-text = Utiliser un tel résultat, par exemple pour laisser entrer un produit sur le marché.
term-conformity = Attestation de conformité
term-conformity-text = Certificat, rapport ou déclaration affirmant que des exigences spécifiées sont respectées.
term-body = Organisme d’évaluation de la conformité
term-body-text = Organisme qui essaie, étalonne, inspecte ou certifie.
term-designation = Désignation
term-designation-text = Autorisation donnée par un gouvernement à un organisme pour des évaluations précises.
term-accreditation = Accréditation
term-accreditation-text = Attestation par une tierce partie de la compétence d’un organisme pour une portée donnée.
term-agreement = Accord de reconnaissance mutuelle
term-agreement-text = Accord par lequel des parties reconnaissent les résultats des organismes les unes des autres. Ce qui compte est l’annexe pour le produit, son sens et ses dates.
term-objective = Objectif réglementaire commun
term-objective-text = Texte sur lequel des pays s’accordent (Recommandation L) : ce qu’un produit doit atteindre, et comment montrer la conformité.
term-suspension = Suspension, rétablissement, retrait
term-suspension-text = Une attestation suspendue est temporairement invalide ; elle peut être rétablie. Une attestation retirée est annulée par qui l’a délivrée.
term-measure = Mesure
term-measure-text = Acte d’une autorité contre un produit, tel qu’un retrait du marché, avec une base légale et un recours. Un soupçon n’est pas une mesure.
term-log = Journal
term-log-text = La liste de toutes les déclarations, publiée de telle sorte que tout changement à ce qui a été montré se découvre.
term-reported = Rapporté
term-reported-text = Saisi par un rapporteur d’après une source nommée. La partie concernée ne l’a pas signé.
term-coverage = Couverture
term-coverage-text = Déclaration disant dans quelle mesure le registre est complet pour un système et un pays. Sans elle, l’absence ne veut rien dire.

## Listes fermées

state-in-force = en vigueur
state-suspended = suspendu
state-partly-suspended = suspendu dans un sens
state-ended = terminé
state-upcoming = pas encore en vigueur
state-not-in-force = pas en vigueur
state-superseded = remplacé
state-withdrawn = retiré
state-expired = expiré
state-revoked = révoqué
moment-issued = Délivré
moment-amended = Modifié
moment-scope-reduced = Portée réduite
moment-suspended = Suspendu
moment-restored = Rétabli
moment-withdrawn = Retiré
moment-withdrawn-from-start = Retiré dès l’origine
moment-expired = Terminé avant terme
moment-holder-changed = Changement de titulaire
moment-transferred = Transféré à un autre organisme
event-contested = compétence contestée
event-contest-rejected = contestation rejetée
event-suspended = suspendu
event-restored = rétabli
event-withdrawn = retiré
event-scope-reduced = portée réduite
event-designated = désigné
event-listed = inscrit
event-decided = décidé
event-declared = déclaré
commitment-agreed = a donné son accord
commitment-adopted = adopté dans son droit
commitment-accepted = accepte sans adopter
party-registrar = teneur du registre
party-recorder = rapporteur
party-authority = autorité
party-standardizing-body = organisme de normalisation
party-accreditation-body = organisme d’accréditation
party-conformity-assessment-body = organisme d’évaluation de la conformité
party-supplier = fournisseur
party-secretariat = secrétariat
party-depositary = dépositaire
party-right-holder = titulaire de droits
mandate-coordinate = coordonne pour le pays
mandate-regulate = adopte des règlements et accepte
mandate-agree = conclut des accords
mandate-designate = désigne des organismes
mandate-survey = surveille le marché
mandate-accredit = accrédite
mandate-record = rapporte ce que d’autres ont fait
mandate-deposit = dépositaire
mandate-secretariat = secrétariat
procedure-none = aucune évaluation avant la mise sur le marché
procedure-declaration = déclaration du fournisseur
procedure-declaration-with-test = déclaration du fournisseur sur rapport d’essai
procedure-testing = essai par une tierce partie
procedure-inspection = inspection par une tierce partie
procedure-certification = certification par une tierce partie
procedure-type-approval = homologation de type
evidence-declaration = déclaration du fournisseur
evidence-test-report = rapport d’essai
evidence-inspection-report = rapport d’inspection
evidence-certificate = certificat de conformité
evidence-type-approval = homologation de type
evidence-calibration-certificate = certificat d’étalonnage
recognises-results = résultats d’évaluation
recognises-equivalence = équivalence des actes
recognises-harmonised-approval = homologations harmonisées
recognises-accreditation = organismes accrédités
recognises-declaration = déclarations du fournisseur
recognises-scheme = certificats d’un système
recognises-lawful-marketing = biens licitement commercialisés
recognises-alignment = alignement du droit
recognises-nothing = rien : texte commun ou information seulement
binding-treaty = traité
binding-law = loi
binding-undertaking = engagement
binding-private = arrangement privé
origin-any = l’origine ne compte pas
origin-parties = les biens doivent être originaires d’une partie
purpose-safety = sécurité des personnes
purpose-health = santé humaine
purpose-animal-plant-health = santé animale et végétale
purpose-environment = environnement
purpose-consumer-protection = protection des consommateurs
purpose-spectrum = spectre radio et compatibilité
purpose-energy = efficacité énergétique
purpose-security = sécurité nationale
degree-identical = identique
on-amendment-lapses = elle cesse dès que l’un des actes est modifié
on-amendment-continues-until-revoked = elle continue jusqu’à sa révocation
on-amendment-continues-for-days = elle continue un certain nombre de jours après la modification d’un des actes
degree-modified = modifiée
degree-not-equivalent = non équivalente
stringency-identical = le même texte
stringency-equivalent = le même niveau
stringency-more-stringent = plus stricte
stringency-less-stringent = moins stricte
measure-withdrawal = retrait du marché
measure-prohibition = interdiction de mise sur le marché
measure-protection-clause = clause de sauvegarde
measure-restriction = restriction de circulation
measure-counter-measure = contre-mesure
certainty-sourced = lu dans la source
certainty-to-confirm = à confirmer dans le texte de l’instrument
certainty-demonstration = inventé pour la démonstration

## Noms des tableaux

title-accreditations = Accréditations
title-acts-named = Actes nommés
title-additional-requirements = Exigences supplémentaires
title-adoptions = Adoptions nationales et régionales
title-agreements = Accords
title-alignment = Alignement du droit
title-amendments = Modifications
title-annexes = Annexes
title-applied = Appliqué par
title-bodies = Organismes
title-cited-by = Actes qui s’y réfèrent
title-commitments = Engagements des pays
title-conditions = Conditions
title-conforms-to = Atteste la conformité à
title-coverage = Étendue du registre
title-decisions = Décisions de reconnaissance et acceptations
title-differences = Différences déclarées
title-directions = Sens de la reconnaissance
title-editions = Éditions
title-equivalences = Équivalences
title-events = Événements
title-exemptions = Exemptions et refus
title-groups = Groupes
title-keys = Clés
title-measures = Mesures
title-members = Membres
title-objectives = Objectifs
title-ownership = Propriété
title-parties-bound = Parties
title-products = Produits
title-recognised-bodies = Organismes reconnus
title-recognitions = Reconnaissances de l’organisme d’accréditation
title-regulations = Règlements techniques
title-standards = Normes
title-standings = Situation de l’organisme
title-stringency = Comparée à d’autres normes
title-suspensions = Suspensions et fins
title-versions = Versions

## Noms des faits

label-accepts-from = Accepte de
label-accreditation-body = Organisme d’accréditation
label-act = Acte
label-acts = Actes
label-address = Adresse
label-adopted-on = Adopté le
label-agreement = Accord
label-aliases = Aussi connu sous
label-alpha3 = Code à trois lettres
label-annex = Annexe
label-assessed-on = Évalué le
label-available-at = Disponible à
label-based-on = Fondé sur
label-basis = Repose sur
label-batch = Lot
label-binding = Force
label-body = Organisme
label-bound = Liée
label-brand = Marque
label-certificate = Certificat
label-commodity-code = Code de marchandise
label-commitment = Engagement
label-compliance = Moyens de montrer la conformité
label-conditions = Conditions
label-country = Pays
label-complete = Complet
label-credential = Empreinte du document (SHA-256)
label-days = Période
label-decision = Décision
label-degree = Correspondance
label-depositary = Dépositaire
label-description = Désignation
label-designated-by = Désigné par
label-designating-party = Sous l’autorité de
label-details = Détails
label-difference = Différence
label-direction = Sens
label-edition = Édition
label-edition-declared = Édition déclarée équivalente
label-edition-on-day = Édition en vigueur ce jour
label-ends-when-overdue = Cesse si la révision est en retard
label-equivalence = Équivalence
label-event = Événement
label-evidence = Document
label-exclusive = Exclusive
label-expires-on = Valable jusqu’à la veille du
label-first = Premier acte
label-former-edition-until = Édition précédente bonne jusqu’à la veille du
label-group = Groupe
label-gtin = GTIN
label-holder = Titulaire
label-imports-treated-worse = Traite moins bien les importations (signalé, E.1)
label-issued-on = Délivré le
label-issuer = Délivré par
label-instrument = Instrument
label-key = Clé
label-key-state = État de la clé
label-kind-of-party = Nature
label-kind-of-decision = Nature
label-kind-of-measure = Nature de la mesure
label-languages = Langues
label-legal-basis = Base légale
label-legislates = Ses règlements font loi chez ses membres
label-measure = Mesure
label-member = Membre
label-model = Modèle
label-modules = Modules
label-notification = Notification à l’OMC
label-numeric = Code numérique
label-objective = Objectif
label-oldest-series = Plus ancienne série acceptée
label-on = Jour
label-on-amendment = Si un acte est modifié
label-open-to-accession = Ouvert à l’adhésion
label-origin = Origine
label-outputs = Documents acceptés
label-owner = Propriétaire
label-parties = Parties
label-party = Partie
label-peer-reviewed = Examinée par des pairs
label-phase = Phase
label-presumption = Les normes donnent présomption de conformité
label-procedure = Procédure
label-products = Produits
label-published-at = Publié à
label-published-on = Publiée le
label-purposes = Objectifs légitimes
label-reasons = Raisons
label-recognised-in = Sont reconnus dans
label-recognises = Reconnaît
label-reference = Référence
label-regulation = Règlement
label-remedy = Recours
label-replaces = Remplace
label-report = Rapport d’essai
label-requirements = Exigences
label-responsible-body = Organisme responsable à présent
label-results-of = Résultats de
label-review-by = À réviser avant le
label-scheme = Système
label-second = Second acte
label-share = Part
label-signed-on = Signé le
label-standard = Norme
label-standards = Normes
label-state = État
label-status-index = Indice de statut
label-subject = Objet
label-territories = Territoires exclus
label-topic = Sujet
label-version = Version
label-website = Site
label-acts-added = Actes ajoutés
label-acts-removed = Actes retirés
label-adopts = Reprend
scope-every-product = tous les produits
scope-every-other-party = toute autre partie
event-granted = accordée

## Le bureau des agents

desk-link = Pour les agents des parties : le bureau
desk-title = Bureau
desk-nav = Bureau
desk-lead = Les actes de votre partie sont rédigés ici, affichés en entier, signés et versés au journal. Les projets ne sont vus que des agents de votre partie.
desk-overview = Vue d'ensemble
desk-acts = Actes
desk-keys = Clés
desk-officers = Agents
desk-audit = Piste d'audit
desk-sign-in = Connexion
desk-sign-in-lead = Les agents se connectent avec une clé d'accès : un doigt, un visage ou un code sur leur propre appareil, ou une clé de sécurité.
desk-sign-in-button = Se connecter avec une clé d'accès
desk-sign-in-none = Sans clé d'accès : demandez une invitation à l'administrateur de votre partie.
desk-sign-out = Se déconnecter
desk-needs-script = Pour parler à une clé d'accès, il faut un script et un navigateur qui connaît les clés d'accès, à cette adresse :
desk-ceremony-failed = Le navigateur n'a pas utilisé de clé d'accès. Réessayez.
desk-invitation = Une invitation pour vous
desk-invitation-lead = Enregistrez une clé d'accès, et vous travaillez pour cette partie. Le lien fonctionne une fois.
desk-invitation-button = Enregistrer une clé d'accès
desk-name = Nom
desk-party = Partie
desk-roles = Rôles
desk-expires = Valable jusqu'au
desk-role-administrator = administrateur
desk-role-drafter = rédacteur
desk-role-signatory = signataire
desk-role-administrator-long = Administrateur : invite et révoque les agents, veille sur les clés, lit la piste d'audit
desk-role-drafter-long = Rédacteur : rédige les actes
desk-role-signatory-long = Signataire : rédige les actes, les signe et les verse
desk-write = Rédiger un acte
desk-open-acts = Actes qui ne sont pas encore signés
desk-no-acts = Il n'y en a pas.
desk-acts-lead = Les derniers actes de votre partie, projets et actes versés.
desk-version = Version
desk-written = Dernière rédaction
desk-written-by = Rédigé en dernier par { $what }, { $other } UTC.
desk-state = État
desk-draft = Projet
desk-act-logged = Dans le journal
desk-logged = Dans le journal à la position { $what }
desk-choose-lead = Voici les actes que votre partie pourrait signer aujourd'hui, d'après sa nature et ses mandats. Si elle peut signer un acte en particulier est dit avant la signature.
desk-text = L'acte, en TOML ou en JSON
desk-text-hint = Ce qui suit # explique chaque champ et n'est pas signé. Rien n'est encore signé quand vous l'enregistrez.
desk-keep = Enregistrer et relire
desk-edit = Le rédiger à nouveau
desk-discard = Jeter ce projet
desk-as-text = Comme texte
desk-as-form = Comme formulaire
desk-optional = Peut être omis.
desk-more = { $count ->
        [one] Un champ de plus, qui peut être omis
       *[other] { $count } champs de plus, qui peuvent être omis
    }
desk-about-statement = À propos de la déclaration elle-même
desk-id-hint = Unique parmi les déclarations de votre partie : lettres, chiffres et . _ : / -
desk-code-hint = Un code du Système harmonisé, aussi précis que le document l’indique.
desk-code-words = Trouver un code par des mots
desk-code-add = Ajouter le code
desk-code-none = Rien dans la liste ne contient ces mots : essayez-en d’autres, ou écrivez le code tel que le tarif l’indique.
desk-code-several = Plusieurs positions contiennent ces mots. Choisissez-en une :
desk-codes-hint = Codes du Système harmonisé, séparés par des espaces ; un code court vaut pour tout ce qui en relève.
desk-yes = oui
desk-no = non
desk-which = Lequel
desk-add = Ajouter : { $what }
desk-remove = Retirer : { $what }
desk-from-file = À partir d'un fichier
desk-act-file = Fichier de l'acte
desk-act-file-hint = Un seul acte, en TOML ou JSON, jusqu'à 128 Kio. Rien n'est encore signé quand il est gardé.
desk-act-file-button = Le garder et le regarder
desk-statement-file = Ou le fichier avec l'acte signé
desk-upload-file-button = Envoyer le fichier et soumettre
desk-next = Que faire ensuite
desk-next-lead = Actes qui découlent de l'état des procédures et des objectifs aujourd'hui. Chacun commence par ce qui est connu. Vous pouvez écrire tout autre acte à tout moment.
desk-next-none = Rien ne vous attend. Écrivez un acte à partir de la liste entière.
desk-stage-interest = Un intérêt est déclaré
desk-stage-call = Un appel est enregistré
desk-stage-transmitted = L'appel est transmis
desk-stage-task-force = L'équipe spéciale travaille
desk-stage-drafting = Un projet est déposé
desk-stage-comments = Des observations sont ou étaient reçues
desk-stage-agreed = Au moins deux pays sont d'accord
desk-stage-submitted = Le texte est soumis
desk-stage-registered = Enregistré
desk-stage-adopted = Adopté par au moins un pays
desk-check = Contrôle formel
desk-check-of = Contrôle formel du projet { $what }
desk-check-whole = Le texte a chaque élément de l'annexe B dont il a besoin.
desk-check-missing = { $count ->
        [0] Aucun élément de l'annexe B ne manque.
        [one] Un élément de l'annexe B manque.
       *[other] { $count } éléments de l'annexe B manquent.
    }
desk-check-unreadable = Non compté, car ce n'est pas encore lisible :
desk-presence-present = présent
desk-presence-missing = manquant
desk-presence-not-needed = pas nécessaire ici
desk-former-draft = Ce qui diffère du projet { $what }
desk-former-call = Ce qui diffère de l'appel
desk-position = position { $what }
desk-same = Rien ne diffère.
desk-element = Élément
desk-before = Avant
desk-after = Maintenant
desk-added = ajouté
desk-removed = retiré
desk-element-scope = Champ d'application
desk-element-purposes = Objectifs légitimes
desk-element-requirements = Exigences applicables aux produits
desk-element-standards = Renvoi aux normes, ou pourquoi il n'y en a pas
desk-element-conditions-of-use = Conditions d'utilisation de chaque norme
desk-element-procedures = Procédures de la clause de conformité
desk-element-procedure-contents = Étendue et contenu de chaque procédure
desk-element-choice = Quand le fournisseur peut choisir
desk-element-evidence = Nature des preuves documentées
desk-element-bodies = Dispositions sur les organismes qui évaluent
desk-element-competence = Critères de compétence des organismes
desk-element-surveillance = Clause de surveillance du marché
desk-element-non-conforming = Clause de protection : produits non conformes
desk-element-non-conforming-declared = Ce qui est déclaré à leur sujet
desk-element-endangering = Clause de protection : produits conformes et dangereux
desk-element-endangering-declared = Ce qui est déclaré à leur sujet, avec les motifs
desk-expired = expirée { $what } UTC
desk-clear = Effacer
desk-error-no-file = Aucun fichier n'est arrivé avec le formulaire. Choisissez-en un.
desk-error-file-too-large = Un fichier avec un acte ou une déclaration signée a au plus 128 Kio. Choisissez le bon.
desk-error-not-text = Le fichier n'est pas un texte en UTF-8. Choisissez le fichier de l'acte, non un document à son sujet.
desk-error-no-form = Le texte n'est pas un seul acte en TOML et ne peut être montré comme formulaire. Corrigez d'abord le texte.
desk-would = Ce qu'il en adviendrait
desk-would-be-taken = Il serait pris dans le journal aujourd'hui.
desk-would-not = Il ne serait pas pris dans le journal aujourd'hui, et ne peut donc pas être signé.
entitled-registrar = le teneur de ce registre
entitled-party = { $what } elle-même
entitled-party-of-kind = { $what } elle-même, en qualité de : { $other }
entitled-kind = une partie en qualité de : { $what }
entitled-kind-in = une partie établie en { $other }, en qualité de : { $what }
entitled-mandate = une partie mandatée par { $other } : { $what }
entitled-mandate-of-party = une partie mandatée par le pays de { $other } : { $what }
entitled-mandate-of-regulation = une partie mandatée par le pays dont { $other } est le droit : { $what }
entitled-any-mandate = une partie ayant le mandat : { $what }
entitled-mandate-of-joint = une partie mandatée par l’une des parties à { $other } : { $what }
entitled-depositary = le dépositaire de { $what }
entitled-named-depositary = { $what }, désigné dépositaire
entitled-joint-agreement = l’accord { $what }
entitled-joint-annex = l’accord de l’annexe { $what }
entitled-joint-statement = l’acte auquel il est donné accord
desk-who-may-sign = Qui peut signer un tel acte
desk-effect-reported = Il serait montré comme un acte de { $what } rapporté par { $other }, non signé par la partie.
desk-effect-certificates = { $count ->
    [one] Il modifierait un certificat.
   *[other] Il modifierait { $count } certificats.
}
desk-effect-joint = C'est un acte commun : il lie chaque partie dès qu'elle y concourt, ou dès que le dépositaire le constate.
desk-effect-day = Il { $what } { $day }, { $beside }.
desk-day-from = a effet à partir du
desk-day-in-force-from = est en vigueur à partir du
desk-day-applies-from = s'applique à partir du
desk-day-on = a effet le
desk-day-published = a été publié le
desk-day-until = prend fin avant le
desk-day-repealed-from = prend fin le
desk-days-today = aujourd'hui
desk-days-ahead = { $count ->
    [one] demain
   *[other] dans { $count } jours
}
desk-days-ago = { $count ->
    [one] hier
   *[other] il y a { $count } jours
}
desk-sign = Signer et verser
desk-sign-lead = Vous signez ce qui est affiché ci-dessus, et rien d'autre. Ce qui est dans le journal n'est jamais modifié ni effacé.
desk-key = Clé de la partie
desk-sign-button = Signer et verser cet acte
desk-no-keys = Aucune clé de votre partie n'est détenue ici. Signez ailleurs et téléversez.
desk-outside = Signer ailleurs
desk-outside-download = Téléchargez cet acte.
desk-outside-sign = Là où se trouve votre clé :
desk-outside-upload = Collez la ligne qui a été affichée, et téléversez-la.
desk-statement = L'acte signé
desk-upload-button = Téléverser et verser au journal
desk-not-signatory = Un agent qui a le rôle de signataire le signe.
desk-since = depuis le { $what } UTC
desk-until = valable jusqu'au { $what } UTC
desk-revoked = révoqué le { $what } UTC
desk-used = dernier usage le { $what } UTC
desk-passkey = Clé d'accès du { $what } UTC
desk-revoke-passkey = Révoquer cette clé d'accès
desk-further-passkey = Inviter à une clé d'accès de plus
desk-revoke-officer = Révoquer cet agent
desk-invited = Invités
desk-withdraw = Retirer
desk-invite = Inviter un agent
desk-invite-button = Créer un lien
desk-link-made = Remettez ce lien à l'agent en personne ou par une voie à laquelle vous vous fiez. Qui l'ouvre en premier devient l'agent. Il n'est affiché que cette fois.
desk-keys-lead = Une clé détenue ici signe quand un signataire le demande. Elle est gardée scellée, et le secret qui l'ouvre est gardé ailleurs.
desk-home-sealed = détenue ici
desk-home-token = dans un jeton
desk-key-not-in-force = pas en vigueur au dossier de votre partie
desk-release = Libérer
desk-hold = Faire détenir une clé
desk-key-file = Contenu du fichier de clé
desk-key-file-hint = Une clé privée telle que comity key new l'écrit. Seules les clés inscrites au dossier de votre partie sont prises.
desk-hold-button = La faire détenir
desk-audit-lead = Qui a fait ou tenté quoi pour votre partie, le plus récent d'abord. Rien n'en est retiré.
desk-number = Numéro
desk-when = Quand (UTC)
desk-who = Qui
desk-what = Quoi
desk-outcome = Issue
desk-outcome-done = fait
desk-outcome-refused = refusé
desk-detail = Détail
desk-earlier = Plus ancien
desk-refused = Ceci n'a pas été fait
desk-nothing-changed = Rien n'a été changé. Que cela a été tenté figure à la piste d'audit.
desk-back = Retour au bureau
desk-error-signed-out = Aucune session n'est ouverte ici, ou la vôtre a pris fin. Connectez-vous de nouveau.
desk-error-repeated = Ce formulaire a déjà été envoyé, et compte une fois. Regardez ce qu'il en est advenu, puis rouvrez la page.
desk-error-foreign-form = Ce formulaire n'a pas été fait pour votre session. Rouvrez la page et remplissez-le là.
desk-error-invitation = Cette invitation ne fonctionne pas, a servi ou a expiré. Demandez-en une nouvelle à qui vous a invité.
desk-error-busy = Trop de personnes se connectent en ce moment. Réessayez dans quelques minutes.
desk-error-ceremony = Cela a pris trop de temps, ou a déjà été envoyé. Rouvrez la page et réessayez.
desk-error-passkey = La clé d'accès n'a pas été acceptée. Réessayez, ou demandez une autre invitation à votre administrateur.
desk-error-passkeys-many = Cet agent a trop de clés d'accès. Révoquez l'agent et invitez à nouveau.
desk-error-passkey-revoked = Cette clé d'accès a été révoquée. Adressez-vous à votre administrateur.
desk-error-passkey-unknown = Cette clé d'accès n'est celle d'aucun agent ici. Choisissez-en une autre, ou adressez-vous à votre administrateur.
desk-error-role = Vos rôles ne le permettent pas. Adressez-vous à votre administrateur.
desk-error-no-such-party = Cette partie n'est pas inscrite. Faites-la d'abord inscrire.
desk-error-no-such = Votre partie n'a rien de tel. Revenez à la liste.
desk-error-name = Un nom a de 1 à 100 caractères sur une ligne. Écrivez-en un autre.
desk-error-no-role = Un agent a besoin d'un rôle. Choisissez-en au moins un.
desk-error-last-administrator = C'est le dernier administrateur de la partie. Invitez-en d'abord un autre.
desk-error-too-long = L'acte est trop long. Partagez-le en plusieurs.
desk-error-draft = Le texte n'est pas un acte. Ce qui ne va pas, avec sa ligne et son champ :
desk-error-not-one = Rédigez un seul acte, et non plusieurs.
desk-error-other-party = L'acte nomme un autre signataire que votre partie. Corrigez le signataire.
desk-error-demonstration-key = demonstration_key a sa place dans les fichiers de la démonstration. Retirez-le.
desk-error-changed = L'acte a été modifié depuis qu'il vous a été montré. Relisez-le.
desk-error-logged = Cet acte est déjà dans le journal. Ce qui est au journal n'est jamais modifié. Rédigez un autre acte.
desk-error-submit = Le registre ne prend pas cet acte :
desk-error-statement = Ce que vous avez téléversé n'est pas un acte signé avec une clé de votre partie :
desk-error-other-statement = Ce que vous avez téléversé n'est pas l'acte qui a été montré. Téléchargez cet acte, signez ce fichier, et téléversez le résultat.
desk-error-other-signer = Ce que vous avez téléversé est signé par une autre partie. Signez avec une clé de votre partie.
desk-error-no-key = Aucune clé de ce nom n'est détenue ici pour votre partie. Choisissez-en une autre, ou signez ailleurs et téléversez.
desk-error-key-known = Cette clé est déjà détenue ici. Libérez-la d'abord.
desk-error-key-not-on-record = Cette clé n'est pas inscrite au dossier de votre partie. Ajoutez-la d'abord avec key.added.
desk-error-key = Ce n'est pas une clé privée :
desk-error-no-secret = Ce serveur ne détient pas de clés. Signez ailleurs et téléversez.
desk-error-other-secret = La clé détenue ne peut pas être ouverte. Dites-le à qui exploite ce serveur : elle a été scellée avec un autre secret.
desk-error-token = Le jeton ne signe pas :
desk-error-random = Le serveur n'a pas d'aléa. Dites-le à qui l'exploite.
desk-error-store = Le serveur ne peut pas lire ou écrire ses données. Dites-le à qui l'exploite.

## Calendar of objectives

nav-calendar = Calendrier
calendar-of-country = Ce que ce pays doit au titre des objectifs réglementaires communs
calendar-title = Calendrier des objectifs
calendar-title-of = Calendrier des objectifs : { $what }
calendar-lead = Ce que la Recommandation L rend exigible, de qui et pour quand. Rien n’est refusé pour cause de retard : le retard est montré.
calendar-country = Pays
calendar-everybody = tous les pays
calendar-show = Afficher
calendar-terms = Délais
calendar-overdue =
    { $count ->
        [one] { $count } délai est dépassé.
       *[other] { $count } délais sont dépassés.
    }
calendar-none = Rien n’est dû.
calendar-what = Quoi
calendar-objective = Objectif ou procédure
calendar-from = De
calendar-due-on = Dernier jour
calendar-state = État
calendar-rule = Règle
calendar-source = Déclaration
calendar-anybody = tout État membre
calendar-period = année { $what }
calendar-done-on = le { $what }
calendar-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
calendar-left-off =
    { $count ->
        [one] { $count } délai plus ancien, déjà respecté, n’est pas affiché : choisissez un pays.
       *[other] { $count } délais plus anciens, déjà respectés, ne sont pas affichés : choisissez un pays.
    }
calendar-ics = S’abonner dans un agenda (iCalendar)
calendar-atom = Suivre le fil (Atom)
due-response-in-time = Réponse à un appel
due-work-not-before = Les travaux peuvent commencer
due-comments-answered = Fin de la période de commentaires
due-adoption-notice = Notification de l’adoption
due-status-report = Rapport annuel de situation
due-state-open = en cours
due-state-done = fait
due-state-late = en retard
due-state-overdue = dépassé

# Observations sur les projets

comments-kind = Observations sur un projet
comments-title = Observations : { $what }
comments-drafts = Projets
comments-draft = Projet { $what }
comments-text = le texte
comments-none-open = Aucun projet de cette procédure n’a encore été ouvert aux observations.
comments-open-until = Les observations sont reçues jusqu’au { $what }, de toute personne, sans compte.
comments-late-since = La période a pris fin le { $what }. Les observations sont encore reçues ; elles sont montrées comme tardives et comptées.
comments-closed-since = La période a pris fin le { $what }, et le texte est enregistré : plus aucune observation n’est reçue.
comments-period = Période
comments-opened = ouverte par cette déclaration
comments-received = Observations reçues
comments-of-them-published = publiées : { $what }
comments-of-them-declined = écartées : { $what }
comments-of-them-waiting = en attente : { $what }
comments-of-them-late = tardives : { $what }
comments-answers = Réponses
comments-no-answers = aucune au registre pour le moment
comments-bound = Liées dans le journal
comments-not-bound = Aucune déclaration ne les lie encore.
comments-count = { $count ->
    [one] une observation
   *[other] { $count } observations
}
comments-replies-count =
    { $count ->
        [one] { $count } réponse
       *[other] { $count } réponses
    }
comments-bound-holds = Les observations conservées ici sont celles qu’elle a liées.
comments-bound-fails = Les observations conservées ici ne sont pas celles qu’elle a liées : certaines ont été modifiées ou retirées.
comments-taken = Votre observation porte le numéro { $what }.
comments-taken-next = Elle est montrée une fois que l’équipe spéciale ou le secrétariat l’a lue : publiée telle que vous l’avez écrite, ou écartée avec un motif.
comments-write = Écrire une observation
comments-write-lead = Votre nom et votre observation sont publiés tels que vous les écrivez, définitivement. Ce qui est publié n’est plus retiré.
comments-not-taken = Votre observation n’a pas été reçue. Tout ce que vous avez écrit est encore là.
comments-name = Votre nom
comments-name-hint = Publié avec l’observation.
comments-organisation = Organisation
comments-organisation-hint = Si vous écrivez pour l’une d’elles. Publiée.
comments-country = Pays
comments-optional = Si vous le souhaitez. Publié.
comments-no-country = Aucun pays
comments-about = Sur quoi elle porte
comments-about-hint = Une partie du texte, ou une prescription numérotée.
comments-comment = Observation
comments-comment-hint = Texte simple, { $what } caractères et trois liens au plus.
comments-contact = Votre adresse
comments-contact-hint = Jamais publiée. Les personnes qui traitent les observations peuvent vous poser une question.
comments-trap = Laissez ce champ vide
comments-send = Envoyer l’observation
comments-private = Rien d’autre n’est conservé sur vous : ni témoin de connexion, ni adresse de connexion.
comments-list = Observations
comments-keep = Les conserver toutes :
comments-from-the-first = Depuis la première
comments-nothing-yet = Aucune n’est encore publiée.
comments-number = Observation { $what }
comments-came-late = tardive
comments-reply = Réponse pour { $what }, { $other }
comments-leaf = Empreinte de cette observation
comments-declined = écartée
comments-declined-because = Écartée : { $what }
comments-next = Observations suivantes
comments-too-many = { $count ->
    [one] Cette adresse a envoyé plus d’observations qu’il n’en est reçu : attendez une minute, puis envoyez-la de nouveau.
   *[other] Cette adresse a envoyé plus d’observations qu’il n’en est reçu : attendez { $count } minutes, puis envoyez-la de nouveau.
}
comments-too-large = Ce que vous avez envoyé est bien plus long qu’une observation : abrégez, ou renvoyez à un document.
comments-unreadable = Le formulaire n’a pas pu être lu : rouvrez la page et envoyez-le de nouveau.
comments-too-long = Ce texte a plus de { $what } caractères : abrégez-le.
comments-error-no-such-procedure = Cette procédure n’existe pas.
comments-error-not-open = Aucun projet de cette procédure n’a encore été ouvert aux observations.
comments-error-closed = Le texte est enregistré, et les observations sur ses projets ne sont plus reçues.
comments-error-draft = Ce projet ne reçoit pas d’observations : choisissez-en un dans la liste.
comments-error-about = Le projet n’a pas cette partie : choisissez-en une dans la liste.
comments-error-empty = Ce champ est nécessaire : écrivez quelque chose.
comments-error-too-long = Ce texte est trop long : abrégez-le.
comments-error-country = Ce n’est pas un pays : choisissez-en un dans la liste.
comments-error-links = Une observation peut avoir trois liens, un nom aucun : décrivez les autres en mots.
comments-error-too-fast = Le formulaire est revenu plus vite qu’une personne n’écrit. Relisez votre observation et envoyez-la de nouveau.
comments-error-trap = Un champ qui doit rester vide a été rempli. Il est vide à présent : envoyez le formulaire de nouveau.
comments-error-form = Le formulaire n’était plus valable. Il est renouvelé : envoyez-le de nouveau.
comments-error-full = Tant d’observations attendent qu’il n’en est plus reçu pour le moment : réessayez demain.
comments-error-random = Le serveur ne peut pas recevoir d’observations pour le moment : réessayez plus tard.
comments-error-store = L’observation n’a pas pu être conservée : réessayez plus tard.
comments-part-whole = L’ensemble
comments-part-scope = Domaine d’application
comments-part-purposes = Objectifs légitimes
comments-part-requirements = Prescriptions applicables aux produits
comments-part-standards = Référence aux normes
comments-part-procedures = Clause de conformité
comments-part-evidence = Preuves
comments-part-bodies = Organismes d’évaluation de la conformité
comments-part-surveillance = Surveillance du marché
comments-part-protection = Clause de protection

# Documents

documents-title = Documents : { $what }
documents-lead = Chaque document qu’une déclaration nomme, dans chaque version. Le signataire de la déclaration en répond ; l’empreinte dit si une copie est la même.
documents-none = Aucune déclaration ne nomme encore de document.
documents-document = Document
documents-language = Langue
documents-version = Version
documents-on = Date
documents-bytes = Taille
documents-by = Joint par
documents-hash = SHA-256
documents-not-held = non conservé ici
documents-size = { $count } ko

desk-documents = Documents
desk-documents-lead = Remettez un document, puis citez-le dans un acte. Dès lors chacun peut le lire ; jusque-là, personne.
desk-documents-none = Votre partie n’en a encore remis aucun.
desk-document-added = Le document est conservé. Son empreinte SHA-256 :
desk-document-file = Document
desk-document-hint = PDF, DOCX ou ODT, 32 Mo au plus, sans macros, mots de passe ni fichiers joints.
desk-document-send = Remettre
desk-document-not-cited = Aucune déclaration ne le cite encore : il n’est pas public.
desk-document-cited = Cité par la déclaration
desk-document-public = Tel que chacun le voit
desk-document-cite = Pour le citer dans un acte
desk-comments = Observations
desk-comments-lead = Observations sur les projets dont votre partie suit la procédure : pour le secrétariat, le pays qui réunit l’équipe spéciale, un membre de celle-ci, ou le pays qui a ouvert la période.
desk-comments-none = Il n’y en a aucune.
desk-comments-on = Observations sur { $what }, projet { $other }
desk-queue-lead = Chaque observation est publiée telle quelle ou écartée avec un motif, une seule fois. Rien n’y peut être modifié, et son texte est conservé dans tous les cas.
desk-queue-waiting = En attente
desk-queue-decided = Traitées
desk-queue-public = Telles que chacun les voit
desk-queue-empty = Il n’y en a aucune ici.
desk-bind = Écrire l’acte qui lie ce qui est publié
desk-bind-hint = Il compte les observations publiées et nomme la racine d’un arbre de leurs empreintes : dès lors aucune ne peut être modifiée ou retirée sans que cela se voie. Signez-le une fois la période terminée.
desk-comment-contact = Adresse, non publique : { $what }
desk-comment-published = Publiée.
desk-comment-publish = Publier l’observation { $what }
desk-comment-decline = Écarter …
desk-comment-decline-send = Écarter l’observation { $what }
desk-comment-reason = Motif, lisible par chacun
desk-comment-reply = Répondre …
desk-comment-reply-text = Réponse, lisible par chacun
desk-comment-reply-send = Publier la réponse
desk-error-not-moderator = Votre partie ne peut pas traiter ces observations. Le secrétariat, le pays qui réunit l’équipe spéciale et ses membres le font.
desk-error-decided = Cette observation a déjà été traitée. Regardez la liste de nouveau.
desk-error-reason = Un motif ou une réponse a de 1 à 2 000 caractères.
desk-error-document-empty = Le fichier est vide.
desk-error-document-large = Un document peut avoir 32 Mo : réduisez-le, ou divisez-le.
desk-error-document-kind = Ce n’est ni PDF, ni DOCX, ni ODT, quoi que dise son nom.
desk-error-document-damaged = Le document est endommagé, ou n’est pas arrivé entier : réessayez.
desk-error-document-encrypted = Le document est chiffré, ou d’un ancien format : enregistrez-le sans mot de passe, en PDF, DOCX ou ODT.
desk-error-document-attached = D’autres fichiers sont joints au document : enregistrez-le sans eux, et remettez chacun d’eux comme un document à part.
desk-error-document-active = Le document contient des macros, des scripts ou autre chose qui agit : enregistrez-le sans cela.
desk-error-document-program = C’est un programme, ou il en contient un.
desk-error-document-unfolds = Le document se déploie au-delà de ce qui est reçu : enregistrez-le de nouveau, avec des images plus petites.
desk-error-document-no-folder = Ce serveur ne conserve pas de documents.
desk-error-document-file = Le document n’a pas pu être conservé : réessayez plus tard.
