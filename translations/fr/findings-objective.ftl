# Objectifs réglementaires communs. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

# Nothing where no objective is known.
objective-in-brackets =
    { $objective_known ->
        [yes] {" "}(objectif : { $objective })
       *[no] {""}
    }

objective--established--duty = L’objectif est établi, dans la version qui compte, à la date considérée.
objective--established--met = La version { $version } de l’objectif { $objective } est établie depuis le { $established_on }.
objective--established--not_met =
    { $reason ->
        [element_missing] La version { $version } de l’objectif { $objective } n’est pas établie ; il manque : { $element ->
                [scope] champ d’application
                [purposes] objectifs légitimes
                [requirements] exigences relatives au produit
                [standards] renvoi aux normes, ou raison de son absence
                [conditions_of_use] conditions d’utilisation de chaque norme
                [procedures] procédures de la clause de conformité
                [procedure_contents] contenu de chaque procédure
                [choice] cas où le fournisseur peut choisir entre les procédures
                [evidence] type de preuve documentée
                [bodies] dispositions sur les organismes d’évaluation
                [competence] critères de compétence des organismes
                [surveillance] clause de surveillance du marché
                [non_conforming] clause de sauvegarde pour les produits non conformes
                [non_conforming_declared] déclaration des produits et des exigences non satisfaites
                [endangering] clause de sauvegarde pour les produits conformes et dangereux
               *[endangering_declared] déclaration motivée du recours à la clause de sauvegarde
            }.
        [not_yet] La version { $version } de l’objectif { $objective } est établie à compter du { $established_on }, après la date du { $day }.
       *[other] Aucun objectif établi pour ce produit ne figure au registre à la date du { $day }{ objective-in-brackets }.
    }
objective--established--missing = un objectif pour ce produit, établi au plus tard à la date du { $day }

objective--covers-product--duty = Le produit entre dans le champ d’application de l’objectif.
objective--covers-product--met = Le produit, code { $code }, entre dans le champ d’application de l’objectif { $objective }.
objective--covers-product--not_met =
    { $reason ->
        [outside] Le produit, code { $code }, n’entre pas dans le champ d’application de l’objectif { $objective }.
       *[other] Aucun objectif pour le produit, code { $code }, ne figure au registre.
    }
objective--covers-product--unknown = On ne peut pas dire si le code { $code } entre dans le champ d’application de l’objectif { $objective } : celui-ci est rédigé dans une autre édition ou avec davantage de chiffres.
objective--covers-product--missing =
    { $reason ->
        [unclear] le code complet du produit dans l’édition où est rédigé le champ d’application de l’objectif { $objective }
       *[other] un objectif dont le champ d’application comprend le code { $code }
    }

objective--serves-purpose--duty = L’objectif couvre la finalité de l’acte, et l’acte n’est pas notifié comme exigence supplémentaire.
objective--serves-purpose--met = L’objectif { $objective } couvre la finalité de l’acte { $act }.
objective--serves-purpose--not_met =
    { $reason ->
        [additional] Le pays importateur a notifié l’acte { $act } comme exigence supplémentaire, à laquelle l’objectif { $objective } ne répond pas.
        [not_covered] L’objectif { $objective } ne couvre pas la finalité de l’acte { $act }.
       *[other] Aucun objectif couvrant la finalité de l’acte { $act } ne figure au registre.
    }
objective--serves-purpose--missing =
    { $reason ->
        [additional] la fin de l’exigence supplémentaire { $act }, ou un document qui y satisfait
       *[other] un objectif qui couvre la finalité de l’acte { $act }
    }

objective--claim-refers--duty = Le document cite l’objectif auquel il revendique la conformité.
objective--claim-refers--met = { $number } revendique la conformité à l’objectif { $objective } en le citant.
objective--claim-refers--not_met =
    { $reason ->
        [compared] { $number } ne cite pas l’objectif { $objective }.
       *[other] Aucun objectif que { $number } pourrait citer ne figure au registre.
    }
objective--claim-refers--missing =
    { $reason ->
        [compared] un document qui cite l’objectif { $objective }
       *[other] un objectif pour ce produit, et un document qui le cite
    }

objective--version-binds--duty = Le document revendique la version de l’objectif qui lie le pays importateur à la date considérée, ou la précédente tant que dure sa transition.
objective--version-binds--met =
    { $reason ->
        [transition] Le document revendique la version { $claimed } de l’objectif { $objective }, qui compte encore à la date du { $day } ; sa transition prend fin le { $former_good_until }, et la version { $binding } compte alors seule.
       *[other] Le document revendique la version { $claimed } de l’objectif { $objective }, qui lie le pays importateur à la date du { $day }.
    }
objective--version-binds--not_met =
    { $reason ->
        [other] Le document revendique la version { $claimed } de l’objectif { $objective } ; c’est la version { $binding } qui lie le pays importateur à la date du { $day }.
       *[none_binds] Aucune version d’un objectif ne lie le pays importateur à la date du { $day }{ objective-in-brackets }.
    }
objective--version-binds--unknown = Le document n’indique pas quelle version de l’objectif { $objective } il revendique ; c’est la version { $binding } qui lie le pays importateur à la date du { $day }.
objective--version-binds--missing =
    { $reason ->
        [none_binds] une version de l’objectif qui lie le pays importateur à la date du { $day }
       *[other] un document qui revendique la version { $binding } de l’objectif { $objective }
    }

objective--compliance-clause--duty = Le document est d’un type que la clause de conformité de l’objectif admet.
objective--compliance-clause--met =
    { $kind ->
        [declaration] La clause de conformité de l’objectif { $objective } admet une déclaration du fournisseur.
        [test_report] La clause de conformité de l’objectif { $objective } admet un rapport d’essai.
        [inspection_report] La clause de conformité de l’objectif { $objective } admet un rapport d’inspection.
        [certificate] La clause de conformité de l’objectif { $objective } admet un certificat.
        [type_approval] La clause de conformité de l’objectif { $objective } admet une homologation de type.
        [calibration_certificate] La clause de conformité de l’objectif { $objective } admet un certificat d’étalonnage.
       *[other] La clause de conformité de l’objectif { $objective } admet ce type de document.
    }
objective--compliance-clause--not_met =
    { $reason ->
        [compared]
            { $kind ->
                [declaration] La clause de conformité de l’objectif { $objective } n’admet pas ici de déclaration du fournisseur.
                [test_report] La clause de conformité de l’objectif { $objective } n’admet pas ici de rapport d’essai.
                [inspection_report] La clause de conformité de l’objectif { $objective } n’admet pas ici de rapport d’inspection.
                [certificate] La clause de conformité de l’objectif { $objective } n’admet pas ici de certificat.
                [type_approval] La clause de conformité de l’objectif { $objective } n’admet pas ici d’homologation de type.
                [calibration_certificate] La clause de conformité de l’objectif { $objective } n’admet pas ici de certificat d’étalonnage.
               *[other] La clause de conformité de l’objectif { $objective } n’admet pas ce type de document.
            }
       *[other] Aucun objectif dont la clause de conformité pourrait s’appliquer ne figure au registre.
    }
objective--compliance-clause--missing =
    { $reason ->
        [compared] un document d’un type que la clause de conformité de l’objectif { $objective } admet
       *[other] un objectif pour ce produit, et un document d’un type que sa clause de conformité admet
    }

objective--recognised-body--duty = Un organisme reconnu, inscrit pour l’objectif au jour de l’attestation, a délivré le document lorsque cela est nécessaire.
objective--recognised-body--met =
    { $reason ->
        [not_needed] L’objectif { $objective } admet ici une déclaration du fournisseur ; aucun organisme reconnu n’est nécessaire.
       *[other] L’organisme { $body } était reconnu pour l’objectif { $objective } au { $assessed_on }, jour de l’attestation.
    }
objective--recognised-body--not_met =
    { $reason ->
        [not_yet] L’organisme { $body } n’est reconnu pour l’objectif { $objective } qu’à compter du { $listed_from } ; l’attestation date du { $assessed_on }.
        [ended] L’organisme { $body } n’était plus reconnu pour l’objectif { $objective } au { $assessed_on }, jour de l’attestation ; il avait cessé de l’être le { $listed_until }.
        [none] Aucune reconnaissance de l’organisme { $body } pour l’objectif ne figure au registre{ objective-in-brackets }.
       *[other] Aucun objectif pour ce produit ne figure au registre.
    }
objective--recognised-body--missing = une reconnaissance de l’organisme { $body } qui couvre le { $assessed_on }, ou un document d’un organisme reconnu au jour de son attestation{ objective-in-brackets }

objective--named-standards--duty = Le document indique les normes que l’objectif cite, dans les éditions citées, ou établit la conformité autrement.
objective--named-standards--met =
    { $reason ->
        [shown_otherwise] Le document n’indique pas { $missing }, que cite l’objectif { $objective }, mais établit autrement la conformité aux exigences.
       *[other] Le document indique chaque norme que l’objectif { $objective } cite pour le produit, dans l’édition citée (nombre de normes : { $named }).
    }
objective--named-standards--not_met =
    { $reason ->
        [missing] Le document n’indique pas { $missing }, que cite l’objectif { $objective }, et n’établit pas la conformité autrement.
       *[other] Aucun objectif citant des normes pour ce produit ne figure au registre.
    }
objective--named-standards--missing =
    { $reason ->
        [missing] une preuve de conformité à { $missing }, ou la conformité aux exigences de l’objectif { $objective } établie autrement
       *[other] un objectif pour ce produit, et une preuve de conformité à cet objectif
    }

objective--binds-country--duty = Le pays importateur applique l’objectif, y a souscrit ou accepte les produits qui y sont conformes, à la date considérée.
objective--binds-country--met =
    { $basis ->
        [adopted] Le pays importateur ({ $country }) a adopté l’objectif { $objective } et l’applique depuis le { $binds_from }.
        [agreed] Le pays importateur ({ $country }) a souscrit à l’objectif { $objective } le { $binds_from } (engagement, Rec. L 17).
       *[other] Le pays importateur ({ $country }) accepte les produits conformes à l’objectif { $objective } depuis le { $binds_from } (avis d’acceptation, Rec. L annexe C 4.4).
    }
objective--binds-country--not_met =
    { $reason ->
        [not_yet] L’objectif { $objective } ne lie le pays importateur ({ $country }) qu’à compter du { $binds_from }, après la date du { $day }.
       *[other] Ni adoption, ni accord, ni acceptation du pays importateur ({ $country }) ne figure au registre{ objective-in-brackets }.
    }
objective--binds-country--missing = une adoption, un accord ou une acceptation du pays importateur ({ $country }) ayant effet à la date du { $day }{ objective-in-brackets }

objective--no-counter-measure--duty = Aucune contre-mesure du pays importateur ne vise les produits de cette origine.
objective--no-counter-measure--met =
    { $reason ->
        [compared] La contre-mesure { $counter_measure } vise les produits d’une autre origine ({ $against }) ; l’origine de ces marchandises est : { $origin }.
       *[other] Aucune contre-mesure du pays importateur n’est en vigueur pour ce produit.
    }
objective--no-counter-measure--not_met = La contre-mesure { $counter_measure } vise les produits de cette origine ({ $against }), qui est celle de ces marchandises.
objective--no-counter-measure--unknown = La contre-mesure { $counter_measure } vise peut-être ces marchandises. Pays visé : { $against } ; origine des marchandises : { $origin }.
objective--no-counter-measure--missing = une origine des marchandises autre que le pays visé par la contre-mesure { $counter_measure } ({ $against }), ou la levée de cette contre-mesure

# La procédure : élaboration, adoption et application des objectifs.

objective--need-identified--duty = Un élément déclencheur de l’harmonisation figure au registre : étude, initiative, plainte ou règlement notifié.
objective--need-identified--met =
    { $trigger ->
        [study] Une étude a établi le besoin ({ $need }).
        [initiative] Une initiative a établi le besoin ({ $need }).
        [complaint] Des plaintes ont établi le besoin ({ $need }).
       *[other] Un règlement notifié a établi le besoin ({ $need }).
    }
objective--need-identified--unknown = Aucun élément déclencheur de { $objective } ne figure au registre.

objective--interest-by-one-country--duty = Un État Membre de l’Organisation des Nations Unies déclare son intérêt ; un seul suffit.
objective--interest-by-one-country--met = Intérêt pour { $objective } déclaré par : { $country }.
objective--interest-by-one-country--not_met = { $country } : pas un État Membre de l’Organisation des Nations Unies à cette date ; cet intérêt n’ouvre rien.

objective--minimum-proposing-countries--duty = Trois pays au moins lancent l’appel.
objective--minimum-proposing-countries--met = Pays qui lancent l’appel : { $named } ; nécessaires : { $least }.
objective--minimum-proposing-countries--not_met = Pays qui lancent l’appel : { $named } ; nécessaires : { $least }. L’appel figure au registre et reste sans effet.

objective--call-elements--duty = L’appel dit quelque chose sous chacune des cinq rubriques de l’annexe B.
objective--call-elements--met =
    L’appel traite de : { $element ->
        [scope] champ d’application
        [purposes] objectifs légitimes
        [requirements] exigences relatives au produit
        [standards] renvoi aux normes, ou raison de son absence
        [conditions_of_use] conditions d’utilisation de chaque norme
        [procedures] procédures de la clause de conformité
        [procedure_contents] contenu de chaque procédure
        [choice] cas où le fournisseur peut choisir entre les procédures
        [evidence] type de preuve documentée
        [bodies] dispositions sur les organismes d’évaluation
        [competence] critères de compétence des organismes
        [surveillance] clause de surveillance du marché
        [non_conforming] clause de sauvegarde pour les produits non conformes
        [non_conforming_declared] déclaration des produits et des exigences non satisfaites
        [endangering] clause de sauvegarde pour les produits conformes et dangereux
       *[endangering_declared] déclaration motivée du recours à la clause de sauvegarde
    }.
objective--call-elements--not_met =
    L’appel ne dit rien de : { $element ->
        [scope] champ d’application
        [purposes] objectifs légitimes
        [requirements] exigences relatives au produit
        [standards] renvoi aux normes, ou raison de son absence
        [conditions_of_use] conditions d’utilisation de chaque norme
        [procedures] procédures de la clause de conformité
        [procedure_contents] contenu de chaque procédure
        [choice] cas où le fournisseur peut choisir entre les procédures
        [evidence] type de preuve documentée
        [bodies] dispositions sur les organismes d’évaluation
        [competence] critères de compétence des organismes
        [surveillance] clause de surveillance du marché
        [non_conforming] clause de sauvegarde pour les produits non conformes
        [non_conforming_declared] déclaration des produits et des exigences non satisfaites
        [endangering] clause de sauvegarde pour les produits conformes et dangereux
       *[endangering_declared] déclaration motivée du recours à la clause de sauvegarde
    }.

objective--call-transmitted--duty = Le secrétariat a transmis l’appel à tous les États Membres.
objective--call-transmitted--met = L’appel a été transmis à tous les États Membres le { $transmitted_on }.
objective--call-transmitted--not_met = Aucune transmission de l’appel ne figure au registre à la date du { $day } ; aucun délai ne court.

objective--response-in-time--duty = La réponse à l’appel intervient dans les trois mois de sa transmission.
objective--response-in-time--met = Réponse de { $country } le { $answered_on } ; dernier jour : { $due_on }.
objective--response-in-time--not_met = Réponse de { $country } le { $answered_on }, après le dernier jour, { $due_on } ; jours de retard : { $late_days }. La participation n’en dépend pas.
objective--response-in-time--unknown = Réponse de { $country } le { $answered_on } ; aucun appel produisant effet n’a été transmis, aucun délai ne court.

objective--work-not-before--duty = Les travaux techniques ne commencent pas moins de trois mois après la transmission de l’appel.
objective--work-not-before--met = Les travaux ont commencé le { $started_on } ; premier jour possible : { $first_day }.
objective--work-not-before--not_met =
    { $reason ->
        [no_call] Les travaux ont commencé le { $started_on } sans appel produisant effet.
       *[other] Les travaux ont commencé le { $started_on }, avant le premier jour possible, { $first_day }.
    }

objective--membership-open--duty = Tout État Membre qui en exprime le souhait participe à l’équipe spéciale dès ce jour, comme membre ou observateur.
objective--membership-open--met =
    { $participation ->
        [observer] Observateur depuis le { $joined_on } : { $country }.
       *[other] Membre de l’équipe spéciale depuis le { $joined_on } : { $country }.
    }
objective--membership-open--not_met = { $country } : pas un État Membre de l’Organisation des Nations Unies au { $joined_on }, donc sans participation.

objective--made-by-interested-countries--duty = Les projets sont déposés par des pays membres de l’équipe spéciale ce jour-là.
objective--made-by-interested-countries--met = Projet { $draft } déposé par un membre de l’équipe spéciale : { $country }.
objective--made-by-interested-countries--not_met =
    { $participation ->
        [observer] Projet { $draft } déposé par un simple observateur : { $country }.
       *[other] Projet { $draft } déposé par un pays étranger à l’équipe spéciale : { $country }.
    }

objective--work-is-public--duty = Les méthodes de travail et les travaux de l’équipe spéciale figurent au registre.
objective--work-is-public--met = Les méthodes de travail de l’équipe spéciale figurent au registre ; réunions, documents et rapports : { $records }.
objective--work-is-public--not_met =
    { $reason ->
        [no_records] Aucune réunion, aucun document ni rapport de l’équipe spéciale ne figure au registre.
       *[other] Les méthodes de travail de l’équipe spéciale ne figurent pas au registre.
    }

objective--standards-explored--duty = L’existence de normes internationales pertinentes a été examinée.
objective--standards-explored--met = Les normes internationales ont été examinées ; normes pertinentes : { $found }.
objective--standards-explored--not_met = Aucun examen des normes internationales ne figure au registre pour { $objective }.

objective--missing-standards-requested--duty = Lorsqu’il n’existe pas de norme pertinente, son élaboration a été demandée.
objective--missing-standards-requested--met =
    { $reason ->
        [not_needed] Des normes pertinentes existent ; aucune n’était à demander.
       *[other] Une norme a été demandée : { $request } (état : { $state ->
            [accepted] acceptée
            [declined] refusée
            [in_preparation] en préparation
            [published] publiée
            [stopped] arrêtée
           *[other] pas encore de réponse
        }).
    }
objective--missing-standards-requested--unknown =
    { $reason ->
        [not_requested] Aucune norme pertinente n’existe, et aucune demande ne figure au registre.
       *[other] On ignore s’il existe des normes pertinentes, et aucune demande ne figure au registre.
    }

objective--stand-still--duty = Aucun pays participant ne poursuit d’activité contraire à la normalisation en préparation.
objective--stand-still--met =
    { $reason ->
        [not_a_member] Activité signalée : { $activity }, de { $country }, qui n’est pas membre de l’équipe spéciale.
       *[other] Aucune activité contraire ne figure au registre pour { $objective }.
    }
objective--stand-still--not_met = L’activité { $activity } d’un membre de l’équipe spéciale ({ $country }) est contraire à la normalisation en préparation.

objective--available-standards-referred--duty = Le texte renvoie à chaque norme disponible jugée pertinente, avec les conditions de son utilisation.
objective--available-standards-referred--met = Le texte renvoie à { $standard }, avec les conditions de son utilisation.
objective--available-standards-referred--not_met =
    { $reason ->
        [no_conditions] Le texte renvoie à { $standard } sans conditions d’utilisation.
       *[other] Le texte ne renvoie pas à { $standard }, jugée pertinente.
    }

objective--formal-elements--duty = Le texte contient chaque élément de l’annexe B qui lui est nécessaire.
objective--formal-elements--met =
    { $reason ->
        [not_needed] Sans objet ici : { $element ->
                [scope] champ d’application
                [purposes] objectifs légitimes
                [requirements] exigences relatives au produit
                [standards] renvoi aux normes, ou raison de son absence
                [conditions_of_use] conditions d’utilisation de chaque norme
                [procedures] procédures de la clause de conformité
                [procedure_contents] contenu de chaque procédure
                [choice] cas où le fournisseur peut choisir entre les procédures
                [evidence] type de preuve documentée
                [bodies] dispositions sur les organismes d’évaluation
                [competence] critères de compétence des organismes
                [surveillance] clause de surveillance du marché
                [non_conforming] clause de sauvegarde pour les produits non conformes
                [non_conforming_declared] déclaration des produits et des exigences non satisfaites
                [endangering] clause de sauvegarde pour les produits conformes et dangereux
               *[endangering_declared] déclaration motivée du recours à la clause de sauvegarde
            }.
       *[other] Le texte contient : { $element ->
                [scope] champ d’application
                [purposes] objectifs légitimes
                [requirements] exigences relatives au produit
                [standards] renvoi aux normes, ou raison de son absence
                [conditions_of_use] conditions d’utilisation de chaque norme
                [procedures] procédures de la clause de conformité
                [procedure_contents] contenu de chaque procédure
                [choice] cas où le fournisseur peut choisir entre les procédures
                [evidence] type de preuve documentée
                [bodies] dispositions sur les organismes d’évaluation
                [competence] critères de compétence des organismes
                [surveillance] clause de surveillance du marché
                [non_conforming] clause de sauvegarde pour les produits non conformes
                [non_conforming_declared] déclaration des produits et des exigences non satisfaites
                [endangering] clause de sauvegarde pour les produits conformes et dangereux
               *[endangering_declared] déclaration motivée du recours à la clause de sauvegarde
            }.
    }
objective--formal-elements--not_met =
    Il manque au texte : { $element ->
        [scope] champ d’application
        [purposes] objectifs légitimes
        [requirements] exigences relatives au produit
        [standards] renvoi aux normes, ou raison de son absence
        [conditions_of_use] conditions d’utilisation de chaque norme
        [procedures] procédures de la clause de conformité
        [procedure_contents] contenu de chaque procédure
        [choice] cas où le fournisseur peut choisir entre les procédures
        [evidence] type de preuve documentée
        [bodies] dispositions sur les organismes d’évaluation
        [competence] critères de compétence des organismes
        [surveillance] clause de surveillance du marché
        [non_conforming] clause de sauvegarde pour les produits non conformes
        [non_conforming_declared] déclaration des produits et des exigences non satisfaites
        [endangering] clause de sauvegarde pour les produits conformes et dangereux
       *[endangering_declared] déclaration motivée du recours à la clause de sauvegarde
    }.
objective--formal-elements--unknown =
    Le texte ne figure pas au registre ; on ne peut pas dire s’il contient : { $element ->
        [scope] champ d’application
        [purposes] objectifs légitimes
        [requirements] exigences relatives au produit
        [standards] renvoi aux normes, ou raison de son absence
        [conditions_of_use] conditions d’utilisation de chaque norme
        [procedures] procédures de la clause de conformité
        [procedure_contents] contenu de chaque procédure
        [choice] cas où le fournisseur peut choisir entre les procédures
        [evidence] type de preuve documentée
        [bodies] dispositions sur les organismes d’évaluation
        [competence] critères de compétence des organismes
        [surveillance] clause de surveillance du marché
        [non_conforming] clause de sauvegarde pour les produits non conformes
        [non_conforming_declared] déclaration des produits et des exigences non satisfaites
        [endangering] clause de sauvegarde pour les produits conformes et dangereux
       *[endangering_declared] déclaration motivée du recours à la clause de sauvegarde
    }.

objective--performance-not-design--duty = Chaque exigence relative au produit est exprimée en termes de performance.
objective--performance-not-design--met = Chaque exigence du texte est exprimée en termes de performance.
objective--performance-not-design--not_met =
    { $reason ->
        [answered_no] Selon le questionnaire, les exigences ne sont pas exprimées en termes de performance.
       *[other] L’exigence { $requirement } relève de la conception ou de la description.
    }
objective--performance-not-design--unknown = Aucune exigence relative au produit ne figure au registre pour { $objective }.

objective--no-more-restrictive--duty = Le texte n’est pas plus restrictif pour le commerce que nécessaire et ne crée pas d’obstacle non nécessaire.
objective--no-more-restrictive--met = Réponse au questionnaire : pas plus restrictif que nécessaire.
objective--no-more-restrictive--not_met = Réponse au questionnaire : plus restrictif que nécessaire.
objective--no-more-restrictive--unknown = Le questionnaire n’y répond pas pour { $objective }.

objective--based-on-international-standards--duty = Le texte se fonde sur les normes internationales pertinentes, ou dit pourquoi elles seraient inefficaces ou inappropriées.
objective--based-on-international-standards--met = Réponse au questionnaire : fondé sur les normes internationales pertinentes.
objective--based-on-international-standards--not_met = Réponse au questionnaire : non fondé sur les normes internationales pertinentes.
objective--based-on-international-standards--unknown = Le questionnaire n’y répond pas pour { $objective }.

objective--not-discriminatory--duty = Le texte ne fait pas de discrimination entre les produits de différents pays.
objective--not-discriminatory--met = Réponse au questionnaire : les produits de tous les pays sont traités de même.
objective--not-discriminatory--not_met = Réponse au questionnaire : les produits de certains pays sont moins bien traités.
objective--not-discriminatory--unknown = Le questionnaire n’y répond pas pour { $objective }.

objective--mandatory-text-needed--duty = Il a été examiné si des normes volontaires suffiraient, et un texte obligatoire est nécessaire.
objective--mandatory-text-needed--met = Réponse au questionnaire : un texte obligatoire est nécessaire.
objective--mandatory-text-needed--not_met = Réponse au questionnaire : des normes volontaires suffiraient.
objective--mandatory-text-needed--unknown = Le questionnaire n’y répond pas pour { $objective }.

objective--declaration-preferred--duty = La déclaration du fournisseur est admise, ou le texte dit pourquoi une procédure plus stricte est nécessaire.
objective--declaration-preferred--met =
    { $reason ->
        [reasons] Le texte dit pourquoi la déclaration du fournisseur ne suffit pas.
       *[other] La déclaration du fournisseur est admise.
    }
objective--declaration-preferred--not_met =
    { $reason ->
        [no_procedure] Le texte ne prévoit aucune procédure.
       *[other] La déclaration du fournisseur n’est pas admise, et le texte ne dit pas pourquoi.
    }

objective--comments-published--duty = Les observations reçues sur un projet sont publiées, et un acte signé les compte et les lie.
objective--comments-published--met = Les observations sont publiées ; un acte du { $published_on } en compte { $count } et les lie.
objective--comments-published--not_met = La période d’observations est close (premier jour suivant : { $closed_on }), et aucun acte ne lie depuis celles qui sont publiées.
objective--comments-published--unknown =
    { $reason ->
        [open] Les observations sont reçues jusqu’à la veille du { $closed_on }.
       *[other] Aucune période d’observations ne figure au registre.
    }

objective--comments-answered--duty = Les observations reçues sur un projet reçoivent une réponse publique.
objective--comments-answered--met = Les réponses aux observations ont été publiées le { $answered_on }.
objective--comments-answered--not_met = La période d’observations est close (premier jour suivant : { $closed_on }), et aucune réponse ne figure au registre.
objective--comments-answered--unknown =
    { $reason ->
        [open] Les observations sont reçues jusqu’à la veille du { $closed_on }.
       *[other] Aucune période d’observations ne figure au registre.
    }

objective--submitted-by-agreeing-countries--duty = Le texte est soumis par un pays qui l’a approuvé, et deux au moins l’ont approuvé.
objective--submitted-by-agreeing-countries--met = Texte soumis le { $submitted_on } par { $country } ; pays l’ayant approuvé : { $agreed }.
objective--submitted-by-agreeing-countries--not_met =
    { $reason ->
        [not_agreed] Texte soumis le { $submitted_on } par { $country }, sans approbation de sa part.
       *[other] Pays ayant approuvé le texte au { $submitted_on } : { $agreed } ; nécessaires : { $least }.
    }

objective--established-on-submission--duty = Le jour de l’établissement est celui de la soumission.
objective--established-on-submission--met = { $objective } est établi le jour de sa soumission, { $stated_on }.
objective--established-on-submission--not_met = { $objective } est enregistré au { $stated_on } ; il est établi le jour de sa soumission, { $submitted_on }.
objective--established-on-submission--unknown = Aucune soumission de { $objective } ne figure au registre ; le jour de l’enregistrement, { $stated_on }, est retenu.

objective--documents-appended--duty = Chaque document de la soumission est joint à l’objectif enregistré.
objective--documents-appended--met = Chaque document de la soumission est joint (nombre : { $submitted }).
objective--documents-appended--not_met = Un document de la soumission n’est pas joint : { $document }.
objective--documents-appended--unknown = Aucune soumission de { $objective } ne figure au registre.

objective--registered-as-agreed--duty = Le texte enregistré est le projet approuvé et soumis.
objective--registered-as-agreed--met = Le texte enregistré est le projet { $draft }, qui a été soumis.
objective--registered-as-agreed--not_met =
    { $reason ->
        [not_submitted] Le projet { $draft } est enregistré, et aucune soumission ne figure au registre.
        [other_draft] Le projet { $draft } est enregistré ; le projet { $submitted } a été soumis.
       *[other] L’enregistrement s’écarte du projet { $draft } ({ $element ->
                [products] produits
                [purposes] objectifs légitimes
                [standards] normes
               *[compliance] clause de conformité
            }) ; le projet est retenu.
    }
objective--registered-as-agreed--unknown = L’enregistrement de { $objective } ne cite aucun projet.

objective--revised-by-same-procedure--duty = Une version ultérieure est élaborée dans une procédure ouverte pour sa révision.
objective--revised-by-same-procedure--met = La version { $version } vient de { $procedure }, ouverte pour la révision de { $objective }.
objective--revised-by-same-procedure--not_met = La version { $version } vient de { $procedure }, qui n’a pas été ouverte pour la révision de { $objective } (révise : { $revises }).
objective--revised-by-same-procedure--unknown = La procédure de la version { $version } de { $objective } ne figure pas au registre.

objective--intention-announced--duty = Chaque pays ayant approuvé l’objectif a annoncé son intention de l’appliquer, ou l’a appliqué.
objective--intention-announced--met =
    { $reason ->
        [implemented] { $objective } adopté, ou produits conformes acceptés, par : { $country }.
       *[other] Intention d’appliquer { $objective } annoncée le { $announced_on } par : { $country }.
    }
objective--intention-announced--not_met = { $objective } approuvé, sans annonce de l’intention de l’appliquer, par : { $country }.

objective--others-invited--duty = Les autres États Membres ont été invités à appliquer l’objectif.
objective--others-invited--met = Les autres États Membres ont été invités le { $invited_on } à appliquer { $objective }.
objective--others-invited--not_met = Aucune invitation à appliquer { $objective } ne figure au registre.

objective--submitted-to-legislation--duty = Un pays ayant approuvé l’objectif l’a engagé dans sa procédure législative.
objective--submitted-to-legislation--met =
    { $reason ->
        [adopted] { $objective } adopté par : { $country }.
        [reported] État d’avancement de { $objective } communiqué par : { $country }.
        [accepted] Produits conformes à { $objective } acceptés par : { $country }.
       *[other] Intention d’appliquer { $objective } annoncée par : { $country }.
    }
objective--submitted-to-legislation--unknown = Rien au registre ne montre que { $objective } soit engagé dans la procédure législative de : { $country }.

objective--adoption-notice--duty = La date d’application est notifiée dans les 60 jours de l’adoption.
objective--adoption-notice--met = Adoption le { $adopted_on }, notification le { $notified_on } par { $country } ; dernier jour : { $due_on }.
objective--adoption-notice--not_met = Adoption le { $adopted_on }, notification le { $notified_on } par { $country }, après le dernier jour, { $due_on } ; jours de retard : { $late_days }.

objective--status-report--duty = Un pays ayant approuvé l’objectif, ou annoncé son usage, sans l’adopter avant la fin d’une année rend compte pour cette année.
objective--status-report--met = Compte rendu de { $country } pour l’année { $period } : { $reported_on } ; dernier jour : { $due_on }.
objective--status-report--not_met =
    { $reason ->
        [late] Compte rendu de { $country } pour l’année { $period } : { $reported_on }, après le dernier jour, { $due_on } ; jours de retard : { $late_days }.
       *[other] Aucun compte rendu de { $country } pour l’année { $period } ne figure au registre ; dernier jour : { $due_on }, jours écoulés : { $late_days }.
    }
objective--status-report--unknown = { $country } : délai jusqu’au { $due_on } pour adopter ou rendre compte pour l’année { $period }.

objective--acceptance-notified--duty = L’acceptation de produits conformes sans adoption est notifiée avec sa date par un pays ayant approuvé l’objectif ou annoncé son usage.
objective--acceptance-notified--met = Acceptation de produits conformes à { $objective } notifiée à compter du { $from } par : { $country }.
objective--acceptance-notified--not_met = { $country } : pas un État Membre de l’Organisation des Nations Unies au { $from }.

objective--announced-before-use--duty = Un pays n’ayant pas approuvé l’objectif a annoncé son intention de l’appliquer et de l’utiliser.
objective--announced-before-use--met =
    { $reason ->
        [agreed] { $objective } approuvé par : { $country }.
       *[other] Usage de { $objective } annoncé le { $announced_on } par : { $country }.
    }
objective--announced-before-use--unknown = { $objective } utilisé sans annonce préalable, ce qui est permis, par : { $country }.

objective--body-designated-by-agreeing-country--duty = Un organisme reconnu est désigné par un pays ayant approuvé l’objectif.
objective--body-designated-by-agreeing-country--met = { $body } est désigné à compter du { $designated_on } par un pays ayant approuvé { $objective } : { $country }.
objective--body-designated-by-agreeing-country--not_met = { $body } est désigné à compter du { $designated_on } par un pays n’ayant pas approuvé { $objective } : { $country } ; cela ne le reconnaît pas.

objective--body-competence--duty = Un organisme reconnu satisfait à chaque critère de compétence de l’objectif.
objective--body-competence--met = { $body } satisfait à chaque critère de compétence selon : { $country }.
objective--body-competence--not_met = La désignation de { $body } par { $country } ne cite pas ce critère : { $missing }.
objective--body-competence--unknown = Les critères de compétence de { $objective } ne figurent pas au registre.

objective--additional-requirement-notified--duty = Les autres pays ont été informés de l’exigence supplémentaire.
objective--additional-requirement-notified--met = Exigence { $requirement } notifiée le { $notified_on } par { $country } ; réponses : { $answers }.
objective--additional-requirement-notified--not_met = Exigence { $requirement } non notifiée par { $country } ; réponses : { $answers }.

objective--counter-measure-has-occasion--duty = Une contre-mesure répond à une exigence supplémentaire d’un autre pays, en vigueur à cette date.
objective--counter-measure-has-occasion--met = La contre-mesure { $counter_measure } de { $country } répond à une exigence supplémentaire en vigueur de { $against }.
objective--counter-measure-has-occasion--not_met =
    { $reason ->
        [own] La contre-mesure { $counter_measure } de { $country } vise sa propre exigence.
       *[other] La contre-mesure { $counter_measure } de { $country } est sans effet : l’exigence à laquelle elle répond n’est pas en vigueur.
    }

objective--protection-clause-declared--duty = La mesure prise au titre de l’objectif est déclarée au secrétariat.
objective--protection-clause-declared--met = Mesure { $measure } déclarée le { $declared_on } par : { $country }.
objective--protection-clause-declared--not_met = La mesure { $measure } de { $country } n’a pas été déclarée au secrétariat ; fondée en droit, elle vaut néanmoins.

objective--withdrawal-contents--duty = La mesure cite les produits, et les exigences non satisfaites ou les motifs.
objective--withdrawal-contents--met = La mesure { $measure } de { $country } cite les produits, et les exigences non satisfaites ou les motifs.
objective--withdrawal-contents--not_met =
    { $reason ->
        [no_products] La mesure { $measure } de { $country } ne cite aucun produit.
        [no_reasons] La mesure { $measure } de { $country } ne dit pas pourquoi des produits conformes sont dangereux.
       *[other] La mesure { $measure } de { $country } ne cite aucune exigence non satisfaite.
    }
