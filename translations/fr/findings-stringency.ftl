# Rigueur comparée des normes. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

stringency--stated--duty = La partie importatrice déclare que la norme respectée est au moins aussi rigoureuse que la norme exigée.
stringency--stated--met =
    { $relation ->
        [identical] { $importing } déclare que la norme { $met_standard } est identique à la norme exigée, { $required }. Cela repose sur l’article 2.7 de l’Accord OTC.
        [equivalent] { $importing } déclare que la norme { $met_standard } est équivalente à la norme exigée, { $required }. Cela repose sur l’article 2.7 de l’Accord OTC.
        [more_stringent] { $importing } déclare que la norme { $met_standard } est plus rigoureuse que la norme exigée, { $required }.
       *[other] { $importing } déclare que la norme { $met_standard } est au moins aussi rigoureuse que la norme exigée, { $required }.
    }
stringency--stated--not_met =
    { $reason ->
        [not_yet] La déclaration de { $importing } sur la norme respectée ({ $met_standard }) et la norme exigée ({ $required }) n’est en vigueur qu’à compter du { $stated_from }, après le { $day }.
        [ended] La déclaration de { $importing } sur la norme respectée ({ $met_standard }) et la norme exigée ({ $required }) n’est plus en vigueur au { $day } : elle a pris fin le { $stated_until }.
        [less_stringent] { $importing } déclare que la norme respectée ({ $met_standard }) est moins rigoureuse que la norme exigée ({ $required }).
        [weaker_clause] { $importing } déclare que la norme respectée ({ $met_standard }) est moins rigoureuse que la norme exigée ({ $required }) à l’article { $weaker_clause }.
       *[other] Aucune déclaration de { $importing } comparant la norme respectée ({ $met_standard }) à la norme exigée ({ $required }) ne figure au registre.
    }
stringency--stated--missing =
    { $reason ->
        [less_stringent] un document qui atteste le respect d’une norme au moins aussi rigoureuse que la norme exigée ({ $required })
        [weaker_clause] la preuve de la conformité à l’article { $weaker_clause } de la norme exigée ({ $required })
       *[other] une déclaration de { $importing }, en vigueur au { $day }, selon laquelle la norme respectée ({ $met_standard }) est au moins aussi rigoureuse que la norme exigée ({ $required })
    }
