# Membership of the World Trade Organization. Variables are the facts of the finding; an absent fact is passed as a dash.

wto--whenever-possible--duty = Importing and exporting party are both members of the WTO on the day.
wto--whenever-possible--met = { $importing } and { $exporting } are both members of the WTO on { $day }. Under TBT 6.1 and 2.7, { $importing } is to accept such results whenever possible, if it is satisfied with them: ask its authority.
wto--whenever-possible--not_met =
    { $reason ->
        [importing] { $importing } is not on record as a member of the WTO on { $day }.
        [exporting] The exporting party ({ $exporting }) is not on record as a member of the WTO on { $day }.
       *[other] Neither { $importing } nor the exporting party ({ $exporting }) is on record as a member of the WTO on { $day }.
    }
wto--whenever-possible--missing = membership of the WTO of both parties on { $day } (importing: { $importing }; exporting: { $exporting })
