# Les normes et leurs éditions. Les variables sont les faits du constat ; un fait absent est remplacé par un tiret.

standard--edition-in-force--duty = La référence à la norme mène à une édition qui compte à la date considérée.
standard--edition-in-force--met = À la date du { $day }, la référence { $reference } désigne { $edition }.
standard--edition-in-force--unknown = Aucune édition que la référence { $reference } pourrait désigner à la date du { $day } ne figure au registre.
standard--edition-in-force--missing = l’édition de { $reference } en vigueur à la date du { $day }
