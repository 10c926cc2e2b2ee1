# Results of assessment against the importing party's act. Variables are the facts of the finding; an absent fact is passed as a dash.

results--attests-to-importing-act--duty = The document states conformity to the importing party's act.
results--attests-to-importing-act--met = { $number } states conformity to { $act }.
results--attests-to-importing-act--not_met =
    { $reason ->
        [other_act] { $number } states conformity to { $attested_to }, not to { $act }.
       *[other] { $number } does not state conformity to { $act }.
    }
results--attests-to-importing-act--missing = a document that states conformity to { $act }
