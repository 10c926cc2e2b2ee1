# La réponse dans son ensemble.

overall--recognised = { $country } doit l'accepter le { $day }.
overall--partly_recognised = { $country } doit l'accepter le { $day } pour une partie de ce qui est exigé, pas pour tout.
overall--discretionary = { $country } peut l'accepter le { $day } ; rien ne l'y oblige.
overall--not_recognised = Rien n'oblige { $country } à l'accepter le { $day }.
overall--unknown = On ne peut pas dire si { $country } doit l'accepter le { $day }.
overall--not_required = Aucun acte enregistré n'exige pour ce produit une évaluation avant la mise sur le marché ({ $country }) le { $day }.
overall--barred = Une mesure prise par { $country } interdit ce produit le { $day }.

requirement--recognised = { $basis ->
    [treaty] { $country } doit l'accepter au titre de { $act }, en vertu d'un traité ({ $path }).
    [law] { $country } doit l'accepter au titre de { $act }, en vertu de son propre droit ({ $path }).
   *[undertaking] { $country } doit l'accepter au titre de { $act }, en vertu d'un engagement, Rec. L 17, qui n'est pas du droit ({ $path }).
}
requirement--discretionary = { $country } doit l'accepter au titre de { $act } autant que possible, sous réserve d'en être satisfait ; demandez ({ $path }).
requirement--not_recognised = Rien n'oblige { $country } à l'accepter au titre de { $act }.
requirement--unknown = On ne peut pas dire si { $country } doit l'accepter au titre de { $act }.
requirement--stronger-unknown = Une voie sur une base plus forte est peut-être ouverte aussi ; on ne peut pas le dire.

path--national = Les règles propres du pays importateur
path--objective = Objectif réglementaire commun
path--results = Reconnaissance mutuelle des résultats
path--equivalence = Équivalence des législations
path--harmonised_approval = Homologation harmonisée
path--accreditation = Accréditation
path--declaration = Déclaration du fournisseur
path--scheme = Programme d'organismes
path--prior_decision = Décision de reconnaissance ou acceptation
path--lawful_marketing = Commercialisation licite
path--alignment = Alignement du droit
path--stringency = Norme au moins aussi stricte

coverage--complete = Pour { $scheme } ({ $country }), le registre est déclaré complet depuis le { $since } : { $basis }
coverage--incomplete = Pour { $scheme } ({ $country }), le registre est déclaré incomplet : { $basis } Une absence du registre ne prouve rien.
coverage--unstated = Personne n'a déclaré si le registre est complet pour { $scheme } ({ $country }). Une absence du registre ne prouve rien.

disclaimer = Informations calculées à partir de déclarations publiées ; ce n'est ni une décision d'une autorité, ni une preuve de conformité, de sécurité ou d'origine.
disclaimer--objectives = Ceci n'est pas le registre CEE-ONU des objectifs réglementaires communs ; les numéros commençant par DEMO n'ont pas été attribués par la CEE-ONU.
