# Déclarations du fournisseur. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

declaration--accepted--duty = La partie importatrice accepte une déclaration du fournisseur au titre de cet acte pour ce produit.
declaration--accepted--met = Une déclaration du fournisseur est acceptée pour ce produit au titre de l’acte { $act }.
declaration--accepted--not_met = Une déclaration du fournisseur n’est pas acceptée pour ce produit au titre de l’acte { $act }.
declaration--accepted--missing = une disposition de l’acte { $act }, ou une annexe, selon laquelle une déclaration du fournisseur est acceptée pour ce produit

declaration--is-declaration--duty = Le document est une déclaration de conformité du fournisseur.
declaration--is-declaration--met = { $number } est une déclaration de conformité du fournisseur.
declaration--is-declaration--not_met =
    { $kind ->
        [test_report] { $number } est un rapport d’essai, et non une déclaration du fournisseur.
        [inspection_report] { $number } est un rapport d’inspection, et non une déclaration du fournisseur.
        [certificate] { $number } est un certificat de conformité, et non une déclaration du fournisseur.
        [type_approval] { $number } est une homologation de type, et non une déclaration du fournisseur.
        [calibration_certificate] { $number } est un certificat d’étalonnage, et non une déclaration du fournisseur.
       *[other] { $number } n’est pas une déclaration du fournisseur.
    }
declaration--is-declaration--missing = une déclaration de conformité du fournisseur

declaration--declarant-entitled--duty = Une personne établie là où la partie importatrice l’exige répond de la déclaration.
declaration--declarant-entitled--met =
    { $required ->
        [yes] Une personne établie sur le territoire requis ({ $required_in }) répond de { $number }.
       *[other] Aucune personne établie en un lieu donné n’a à répondre de { $number }.
    }
declaration--declarant-entitled--not_met = Aucune personne établie sur le territoire requis ({ $required_in }) n’est désignée pour répondre de { $number }.
declaration--declarant-entitled--missing = une personne établie sur le territoire requis ({ $required_in }) qui répond de { $number }

declaration--states-act--duty = La déclaration atteste la conformité à l’acte de la partie importatrice.
declaration--states-act--met = { $number } atteste la conformité à l’acte { $act }.
declaration--states-act--not_met = { $number } n’atteste pas la conformité à l’acte { $act }.
declaration--states-act--missing = une déclaration qui atteste la conformité à l’acte { $act }

declaration--laboratory--duty = Lorsque la partie importatrice l’exige, la déclaration repose sur un rapport d’un laboratoire qui satisfait à sa règle.
declaration--laboratory--met =
    { $reason ->
        [accredited_report] { $number } repose sur un rapport du laboratoire { $laboratory } daté du { $report_on }, jour où celui-ci était accrédité comme exigé.
        [report] { $number } repose sur un rapport du laboratoire { $laboratory }, comme exigé.
       *[other] Aucun rapport d’essai n’est exigé pour { $number }.
    }
declaration--laboratory--not_met =
    { $reason ->
        [no_report] { $number } doit reposer sur un rapport d’essai et n’en cite aucun.
        [not_yet] Le laboratoire { $laboratory } n’est accrédité qu’à compter du { $accredited_from } ; le rapport à l’appui de { $number } date du { $report_on }.
        [ended] L’accréditation du laboratoire { $laboratory } avait pris fin le { $accredited_until } ; le rapport à l’appui de { $number } date du { $report_on }.
       *[other] Aucune accréditation du laboratoire { $laboratory } par un organisme d’accréditation reconnu ne figure au registre ; { $number } repose sur son rapport.
    }
declaration--laboratory--unknown = La date du rapport du laboratoire { $laboratory } à l’appui de { $number } n’est pas indiquée ; on ne peut donc dire si le laboratoire était alors accrédité.
declaration--laboratory--missing =
    { $reason ->
        [no_report] à l’appui de { $number }, un rapport d’essai d’un laboratoire qui satisfait à la règle de la partie importatrice
        [no_day] la date du rapport du laboratoire { $laboratory } à l’appui de { $number }
       *[other] une accréditation du laboratoire { $laboratory } par un organisme d’accréditation reconnu qui couvre le jour de son rapport
    }
