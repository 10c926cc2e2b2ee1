# Droit aligné. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

alignment--law-aligned--duty = L’alignement du droit de la partie exportatrice dans ce secteur est confirmé à cette date.
alignment--law-aligned--met = L’alignement du droit de { $country } dans le secteur de l’annexe { $annex } est confirmé au { $day } ; il l’est depuis le { $aligned_from }.
alignment--law-aligned--not_met =
    { $reason ->
        [not_yet] Le droit de { $country } dans le secteur de l’annexe { $annex } n’est réputé aligné qu’à compter du { $aligned_from }, après le { $day }.
        [ended] Le droit de { $country } dans le secteur de l’annexe { $annex } n’est plus réputé aligné au { $day } : cela a pris fin le { $aligned_until }.
        [no_annex] Aucune annexe sur l’alignement du droit dans ce secteur ne figure au registre.
        [no_country] On ne sait pas quel droit serait aligné au titre de l’annexe { $annex }.
       *[other] Aucune confirmation de l’alignement du droit de { $country } dans le secteur de l’annexe { $annex } ne figure au registre.
    }
alignment--law-aligned--missing =
    { $reason ->
        [no_annex] une annexe sur l’alignement du droit dans ce secteur, et une confirmation qui couvre le { $day }
        [no_country] la partie sous l’autorité de laquelle le document a été délivré, et la confirmation que son droit est aligné au titre de l’annexe { $annex } au { $day }
       *[other] la confirmation que le droit de { $country } dans le secteur de l’annexe { $annex } est aligné au { $day }
    }
