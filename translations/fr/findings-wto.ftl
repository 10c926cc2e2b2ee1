# Appartenance à l’Organisation mondiale du commerce. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

wto--whenever-possible--duty = La partie importatrice et la partie exportatrice sont toutes deux membres de l’OMC à la date considérée.
wto--whenever-possible--met = La partie importatrice ({ $importing }) et la partie exportatrice ({ $exporting }) sont membres de l’OMC à la date du { $day }. Selon les articles 6.1 et 2.7 de l’Accord OTC, la première accepte de tels résultats chaque fois que cela est possible, si elle les juge satisfaisants : interrogez son autorité.
wto--whenever-possible--not_met =
    { $reason ->
        [importing] Selon le registre, la partie importatrice ({ $importing }) n’est pas membre de l’OMC à la date du { $day }.
        [exporting] Selon le registre, la partie exportatrice ({ $exporting }) n’est pas membre de l’OMC à la date du { $day }.
       *[other] Selon le registre, ni la partie importatrice ({ $importing }) ni la partie exportatrice ({ $exporting }) n’est membre de l’OMC à la date du { $day }.
    }
wto--whenever-possible--missing = l’appartenance des deux parties à l’OMC à la date du { $day } (partie importatrice : { $importing } ; partie exportatrice : { $exporting })
