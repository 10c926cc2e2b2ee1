# How strict one standard is beside another. Variables are the facts of the finding; an absent fact is passed as a dash.

stringency--stated--duty = The importing party states that the standard met is at least as stringent as the one required.
stringency--stated--met =
    { $relation ->
        [identical] { $importing } states that { $met_standard } is identical to { $required }, which it requires. This rests on TBT 2.7.
        [equivalent] { $importing } states that { $met_standard } is equivalent to { $required }, which it requires. This rests on TBT 2.7.
        [more_stringent] { $importing } states that { $met_standard } is more stringent than { $required }, which it requires.
       *[other] { $importing } states that { $met_standard } is at least as stringent as { $required }, which it requires.
    }
stringency--stated--not_met =
    { $reason ->
        [not_yet] The statement of { $importing } on the standard met ({ $met_standard }) and the one required ({ $required }) is in force from { $stated_from } only, after { $day }.
        [ended] The statement of { $importing } on the standard met ({ $met_standard }) and the one required ({ $required }) is no longer in force on { $day }: it ended on { $stated_until }.
        [less_stringent] { $importing } states that the standard met ({ $met_standard }) is less stringent than the one required ({ $required }).
        [weaker_clause] { $importing } states that the standard met ({ $met_standard }) is weaker than the one required ({ $required }) in clause { $weaker_clause }.
       *[other] No statement of { $importing } is on record that compares the standard met ({ $met_standard }) with the one required ({ $required }).
    }
stringency--stated--missing =
    { $reason ->
        [less_stringent] a document that states a standard at least as stringent as the one required ({ $required })
        [weaker_clause] evidence of conformity to the standard required ({ $required }) in clause { $weaker_clause }
       *[other] a statement of { $importing }, in force on { $day }, that the standard met ({ $met_standard }) is at least as stringent as the one required ({ $required })
    }
