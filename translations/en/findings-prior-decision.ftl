# Decisions of the importing party. Variables are the facts of the finding; an absent fact is passed as a dash.

prior-decision--in-force--duty = The importing party's decision to recognise is in force on the day.
prior-decision--in-force--met = The decision { $decision } of { $importing } is in force on { $day }; it has been since { $in_force_from }.
prior-decision--in-force--not_met =
    { $reason ->
        [not_yet] The decision { $decision } of { $importing } is in force from { $in_force_from } only, after { $day }.
        [ended] The decision { $decision } of { $importing } is no longer in force on { $day }: it ended on { $in_force_until }.
        [no_decision] No decision of { $importing } to recognise such documents is on record.
       *[other] Nothing on record says when the decision { $decision } of { $importing } is in force.
    }
prior-decision--in-force--missing =
    { $reason ->
        [no_decision] a decision of { $importing } to recognise such documents that is in force on { $day }
       *[other] the entry into force of the decision { $decision } of { $importing } for a period that covers { $day }
    }

prior-decision--covers--duty = The decision covers this act, product, issuer and statement of conformity.
prior-decision--covers--met = The decision { $decision } counts { $act } as met by { $number }: it covers its product, its issuer and what it states.
prior-decision--covers--not_met =
    { $reason ->
        [product] The decision { $decision } does not cover the product of { $number }.
        [issuer] The decision { $decision } does not cover the issuer of { $number }.
        [not_attested] { $number } does not state conformity to what the decision { $decision } asks for.
       *[other] No decision that counts { $act } as met by documents such as { $number } is on record.
    }
prior-decision--covers--unknown = It cannot be told whether the decision { $decision } covers the product of { $number }: its scope is written in another edition or in more digits.
prior-decision--covers--missing =
    { $reason ->
        [product] a decision that counts { $act } as met and covers this product
        [issuer] a decision that counts { $act } as met and covers the issuer of { $number }
        [not_attested] a document that states conformity to what the decision { $decision } asks for
        [unclear] the product's full commodity code in the edition in which the scope of the decision { $decision } is written
       *[other] a decision that counts { $act } as met by documents such as { $number }
    }

prior-decision--conditions-met--duty = The document meets every condition of the decision.
prior-decision--conditions-met--met =
    { $conditions ->
        [0] The decision { $decision } has no conditions.
       *[other] The document meets every condition of the decision { $decision }. Number of conditions: { $conditions }.
    }
prior-decision--conditions-met--not_met =
    { $reason ->
        [condition] The document does not meet a condition of the decision { $decision }: { $missing }.
       *[other] No decision whose conditions could be met is on record.
    }
prior-decision--conditions-met--missing =
    { $reason ->
        [condition] a statement of the issuer that the document meets the condition { $missing }
       *[other] a decision of the importing party to recognise such documents
    }

prior-decision--review--duty = No review is overdue that ends the decision.
prior-decision--review--met =
    { $state ->
        [in_time] The decision is to be reviewed by { $review_by }, which is not past on { $day } (decision: { $decision }).
        [overdue] The review of the decision { $decision } was due by { $review_by } and is overdue on { $day }; this does not end the decision.
       *[other] No review of a decision is due (decision: { $decision }).
    }
prior-decision--review--not_met = The review of the decision was due by { $review_by } and is overdue on { $day }, which ends its effect (decision: { $decision }).
prior-decision--review--missing = the review of the decision that was due by { $review_by } (decision: { $decision })
