# Ce qu’exige le pays importateur. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

requirement--applies-on-day--duty = L’acte du pays importateur est applicable à la date considérée.
requirement--applies-on-day--met = L’acte { $act } est applicable à la date du { $day } ; il l’est depuis le { $applies_from }.
requirement--applies-on-day--not_met =
    { $reason ->
        [not_yet] L’acte { $act } n’est pas encore applicable à la date du { $day } : il le sera à compter du { $applies_from }.
       *[other] L’acte { $act } n’est plus applicable à la date du { $day } : il a cessé de l’être le { $applies_until }.
    }
requirement--applies-on-day--missing = une date à laquelle l’acte { $act } est applicable

requirement--covers-product--duty = Le produit entre dans le champ d’application de l’acte.
requirement--covers-product--met = Le produit, code { $code } de l’édition { $edition }, entre dans le champ d’application de l’acte { $act }.
requirement--covers-product--not_met = Le produit, code { $code } de l’édition { $edition }, n’entre pas dans le champ d’application de l’acte { $act }.
requirement--covers-product--unknown = On ne peut pas dire si le code { $code } de l’édition { $edition } entre dans le champ d’application de l’acte { $act } : celui-ci est rédigé dans une autre édition ou avec davantage de chiffres.
requirement--covers-product--missing = le code complet du produit dans l’édition où est rédigé le champ d’application de l’acte { $act }

requirement--needs-assessment--duty = L’acte exige une évaluation ou une déclaration avant la mise sur le marché du produit.
requirement--needs-assessment--met =
    { $procedure ->
        [declaration] L’acte { $act } exige une déclaration de conformité du fournisseur avant la mise sur le marché.
        [declaration_with_test] L’acte { $act } exige, avant la mise sur le marché, une déclaration de conformité du fournisseur fondée sur un rapport d’essai.
        [testing] L’acte { $act } exige des essais par une tierce partie avant la mise sur le marché.
        [inspection] L’acte { $act } exige une inspection par une tierce partie avant la mise sur le marché.
        [certification] L’acte { $act } exige une certification par une tierce partie avant la mise sur le marché.
        [type_approval] L’acte { $act } exige une homologation de type par une autorité avant la mise sur le marché.
       *[other] L’acte { $act } exige une procédure avant la mise sur le marché.
    }
requirement--needs-assessment--not_met = L’acte { $act } n’exige ni évaluation ni déclaration avant la mise sur le marché.
requirement--needs-assessment--missing = une procédure que l’acte { $act } exige avant la mise sur le marché

requirement--national-treatment--duty = Les produits importés ne sont pas traités moins favorablement que les produits nationaux.
requirement--national-treatment--met = Rien au registre n’indique que l’acte { $act } traite les produits importés moins favorablement que les produits nationaux.
requirement--national-treatment--not_met = Selon le registre, l’acte { $act } traite les produits importés moins favorablement que les produits nationaux. Cela est signalé au titre de la Rec. E.1 ; l’acte reste applicable.
requirement--national-treatment--missing = une modification de l’acte { $act } qui traite de la même manière produits importés et produits nationaux

requirement--edition-accepted--duty = Le document atteste la conformité à l’édition de l’acte qui compte à la date considérée.
requirement--edition-accepted--met = Le document atteste la conformité à l’édition { $attested } de l’acte { $act }, qui compte à la date du { $day }.
requirement--edition-accepted--not_met = Le document atteste la conformité à l’édition { $attested } de l’acte { $act }, qui ne compte pas à la date du { $day }. Édition actuelle : { $current } ; édition antérieure : { $former } ; fin de sa période de transition : { $former_until }.
requirement--edition-accepted--unknown = Le document cite l’acte { $act } sans préciser l’édition ; c’est l’édition { $current } qui compte à la date du { $day }.
requirement--edition-accepted--missing = un document attestant la conformité à l’édition { $current } de l’acte { $act }

requirement--exclusive-standard-met--duty = Le document repose sur la norme que l’acte prescrit.
requirement--exclusive-standard-met--met = L’acte { $act } prescrit { $standard }, et le document repose sur { $met_with }.
requirement--exclusive-standard-met--not_met = L’acte { $act } prescrit { $standard }, et le document n’indique aucune norme qui y satisfasse. Édition qui compte : { $resolved }.
requirement--exclusive-standard-met--missing = une preuve de conformité à { $standard } dans l’édition qui compte ({ $resolved })
