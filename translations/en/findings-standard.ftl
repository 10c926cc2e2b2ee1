# Standards and their editions. Variables are the facts of the finding; an absent fact is passed as a dash.

standard--edition-in-force--duty = The reference to the standard leads to an edition that counts on the day.
standard--edition-in-force--met = The reference { $reference } means { $edition } on { $day }.
standard--edition-in-force--unknown = No edition that the reference { $reference } could mean on { $day } is on record.
standard--edition-in-force--missing = the edition of { $reference } that was in force on { $day }
