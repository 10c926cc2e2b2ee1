# Common regulatory objectives. Variables are the facts of the finding; an absent fact is passed as a dash.

# Nothing where no objective is known.
objective-in-brackets =
    { $objective_known ->
        [yes] {" "}(objective: { $objective })
       *[no] {""}
    }

objective--established--duty = The objective, in the version that counts, is established on the day.
objective--established--met = Version { $version } of { $objective } has been established since { $established_on }.
objective--established--not_met =
    { $reason ->
        [element_missing] Version { $version } of { $objective } is not established: it lacks its { $element ->
                [scope] scope statement
                [purposes] legitimate objectives
                [requirements] product requirements
                [standards] reference to standards, or why none is referred to
                [conditions_of_use] conditions of the use of each standard
                [procedures] procedures of the compliance clause
                [procedure_contents] contents of each procedure
                [choice] when the supplier may choose between procedures
                [evidence] kind of documented evidence
                [bodies] provisions on the bodies that assess
                [competence] criteria of competence of the bodies
                [surveillance] market surveillance clause
                [non_conforming] protection clause for products that do not conform
                [non_conforming_declared] declaration of products and of requirements not met
                [endangering] protection clause for products that conform and endanger
               *[endangering_declared] declaration of the use of the protection clause with its reasons
            }.
        [not_yet] Version { $version } of { $objective } is established from { $established_on }, after { $day }.
       *[other] No established objective is on record for this product on { $day }{ objective-in-brackets }.
    }
objective--established--missing = an objective for this product that is established on or before { $day }

objective--covers-product--duty = The product lies in the scope of the objective.
objective--covers-product--met = The product, code { $code }, lies in the scope of { $objective }.
objective--covers-product--not_met =
    { $reason ->
        [outside] The product, code { $code }, lies outside the scope of { $objective }.
       *[other] No objective for the product, code { $code }, is on record.
    }
objective--covers-product--unknown = It cannot be told whether code { $code } lies in the scope of { $objective }: the scope is written in another edition or in more digits.
objective--covers-product--missing =
    { $reason ->
        [unclear] the product's full commodity code in the edition in which the scope of { $objective } is written
       *[other] an objective whose scope contains code { $code }
    }

objective--serves-purpose--duty = The objective covers the purpose of the act, and the act is not notified as an additional requirement.
objective--serves-purpose--met = { $objective } covers the purpose of { $act }.
objective--serves-purpose--not_met =
    { $reason ->
        [additional] The importing country has notified { $act } as an additional requirement, which { $objective } does not serve.
        [not_covered] { $objective } does not cover the purpose of { $act }.
       *[other] No objective that covers the purpose of { $act } is on record.
    }
objective--serves-purpose--missing =
    { $reason ->
        [additional] the end of the additional requirement { $act }, or evidence that meets it
       *[other] an objective that covers the purpose of { $act }
    }

objective--claim-refers--duty = The evidence names the objective to which it claims conformity.
objective--claim-refers--met = { $number } claims conformity to { $objective } by name.
objective--claim-refers--not_met =
    { $reason ->
        [compared] { $number } does not name { $objective }.
       *[other] No objective to which { $number } could refer is on record.
    }
objective--claim-refers--missing =
    { $reason ->
        [compared] evidence that names { $objective }
       *[other] an objective for this product, and evidence that names it
    }

objective--version-binds--duty = The evidence claims the version of the objective that binds the importing country on the day, or the one before while its transition lasts.
objective--version-binds--met =
    { $reason ->
        [transition] The evidence claims version { $claimed } of { $objective }, which still counts on { $day }; its transition ends on { $former_good_until }, when version { $binding } alone counts.
       *[other] The evidence claims version { $claimed } of { $objective }, which binds the importing country on { $day }.
    }
objective--version-binds--not_met =
    { $reason ->
        [other] The evidence claims version { $claimed } of { $objective }; version { $binding } binds the importing country on { $day }.
       *[none_binds] No version of an objective binds the importing country on { $day }{ objective-in-brackets }.
    }
objective--version-binds--unknown = The evidence does not say which version of { $objective } it claims; version { $binding } binds the importing country on { $day }.
objective--version-binds--missing =
    { $reason ->
        [none_binds] a version of the objective that binds the importing country on { $day }
       *[other] evidence that claims version { $binding } of { $objective }
    }

objective--compliance-clause--duty = The evidence is of a kind that the compliance clause of the objective allows.
objective--compliance-clause--met =
    { $kind ->
        [declaration] The compliance clause of { $objective } allows a supplier's declaration.
        [test_report] The compliance clause of { $objective } allows a test report.
        [inspection_report] The compliance clause of { $objective } allows an inspection report.
        [certificate] The compliance clause of { $objective } allows a certificate.
        [type_approval] The compliance clause of { $objective } allows a type approval.
        [calibration_certificate] The compliance clause of { $objective } allows a calibration certificate.
       *[other] The compliance clause of { $objective } allows this kind of evidence.
    }
objective--compliance-clause--not_met =
    { $reason ->
        [compared]
            { $kind ->
                [declaration] The compliance clause of { $objective } does not allow a supplier's declaration here.
                [test_report] The compliance clause of { $objective } does not allow a test report here.
                [inspection_report] The compliance clause of { $objective } does not allow an inspection report here.
                [certificate] The compliance clause of { $objective } does not allow a certificate here.
                [type_approval] The compliance clause of { $objective } does not allow a type approval here.
                [calibration_certificate] The compliance clause of { $objective } does not allow a calibration certificate here.
               *[other] The compliance clause of { $objective } does not allow this kind of evidence.
            }
       *[other] No objective whose compliance clause could be applied is on record.
    }
objective--compliance-clause--missing =
    { $reason ->
        [compared] evidence of a kind that the compliance clause of { $objective } allows
       *[other] an objective for this product, and evidence of a kind that its compliance clause allows
    }

objective--recognised-body--duty = A recognised body, listed for the objective on the day of the attestation, issued the evidence, where one is needed.
objective--recognised-body--met =
    { $reason ->
        [not_needed] { $objective } allows a supplier's declaration here, so no recognised body is needed.
       *[other] { $body } was a recognised body for { $objective } on { $assessed_on }, the day of the attestation.
    }
objective--recognised-body--not_met =
    { $reason ->
        [not_yet] { $body } is a recognised body for { $objective } from { $listed_from } only; the attestation was on { $assessed_on }.
        [ended] { $body } was no longer a recognised body for { $objective } on { $assessed_on }, the day of the attestation; it had ceased on { $listed_until }.
        [none] No recognition of { $body } for the objective is on record{ objective-in-brackets }.
       *[other] No objective for this product is on record.
    }
objective--recognised-body--missing = a recognition of { $body } that covers { $assessed_on }, or evidence of a body recognised on its day{ objective-in-brackets }

objective--named-standards--duty = The evidence states the standards that the objective names, in the named editions, or shows conformity otherwise.
objective--named-standards--met =
    { $reason ->
        [shown_otherwise] The evidence does not state { $missing }, which { $objective } names, but shows conformity to the requirements otherwise.
       *[other] The evidence states each standard that { $objective } names for the product, in its edition (number of standards: { $named }).
    }
objective--named-standards--not_met =
    { $reason ->
        [missing] The evidence does not state { $missing }, which { $objective } names, and does not show conformity otherwise.
       *[other] No objective that names standards for this product is on record.
    }
objective--named-standards--missing =
    { $reason ->
        [missing] evidence of conformity to { $missing }, or conformity to the requirements of { $objective } shown otherwise
       *[other] an objective for this product, and evidence of conformity to it
    }

objective--binds-country--duty = The importing country applies the objective, has agreed on it, or accepts products that comply with it, on the day.
objective--binds-country--met =
    { $basis ->
        [adopted] { $country } has adopted { $objective } and applies it since { $binds_from }.
        [agreed] { $country } agreed on { $objective } on { $binds_from } (undertaking, Rec. L 17).
       *[other] { $country } accepts products that comply with { $objective } since { $binds_from } (notice of acceptance, Rec. L annex C 4.4).
    }
objective--binds-country--not_met =
    { $reason ->
        [not_yet] { $objective } binds { $country } from { $binds_from }, after { $day }.
       *[other] No adoption, agreement or acceptance by { $country } is on record{ objective-in-brackets }.
    }
objective--binds-country--missing = an adoption, agreement or acceptance by { $country } that has effect on { $day }{ objective-in-brackets }

objective--no-counter-measure--duty = No counter-measure of the importing country stands against products of this origin.
objective--no-counter-measure--met =
    { $reason ->
        [compared] The counter-measure { $counter_measure } is directed at products from { $against }; these goods originate in { $origin }.
       *[other] No counter-measure of the importing country is open for this product.
    }
objective--no-counter-measure--not_met = The counter-measure { $counter_measure } stands against products from { $against }, and these goods originate there.
objective--no-counter-measure--unknown = The counter-measure { $counter_measure } may stand against these goods. Country at which it is directed: { $against }; origin of the goods: { $origin }.
objective--no-counter-measure--missing = an origin of the goods other than the country at which { $counter_measure } is directed ({ $against }), or the lifting of that counter-measure

# The procedure by which objectives are made, adopted and applied.

objective--need-identified--duty = A trigger of the harmonization is on record: a study, an initiative, a complaint or a notified regulation.
objective--need-identified--met =
    { $trigger ->
        [study] A study identified the need ({ $need }).
        [initiative] An initiative identified the need ({ $need }).
        [complaint] Complaints identified the need ({ $need }).
       *[other] A notified regulation identified the need ({ $need }).
    }
objective--need-identified--unknown = No trigger of { $objective } is on record.

objective--interest-by-one-country--duty = A member State of the United Nations states its interest; one is enough.
objective--interest-by-one-country--met = { $country } states its interest in { $objective }.
objective--interest-by-one-country--not_met = { $country } is no member State of the United Nations on that day; its interest opens nothing.

objective--minimum-proposing-countries--duty = At least three countries make the call.
objective--minimum-proposing-countries--met = Countries that call: { $named }; needed: { $least }.
objective--minimum-proposing-countries--not_met = Countries that call: { $named }; needed: { $least }. The call is on record and has no effect.

objective--call-elements--duty = The call says something under each of the five headings of annex B.
objective--call-elements--met =
    The call says something about: { $element ->
        [scope] scope statement
        [purposes] legitimate objectives
        [requirements] product requirements
        [standards] reference to standards, or why none is referred to
        [conditions_of_use] conditions of the use of each standard
        [procedures] procedures of the compliance clause
        [procedure_contents] contents of each procedure
        [choice] when the supplier may choose between procedures
        [evidence] kind of documented evidence
        [bodies] provisions on the bodies that assess
        [competence] criteria of competence of the bodies
        [surveillance] market surveillance clause
        [non_conforming] protection clause for products that do not conform
        [non_conforming_declared] declaration of products and of requirements not met
        [endangering] protection clause for products that conform and endanger
       *[endangering_declared] declaration of the use of the protection clause with its reasons
    }.
objective--call-elements--not_met =
    The call says nothing about: { $element ->
        [scope] scope statement
        [purposes] legitimate objectives
        [requirements] product requirements
        [standards] reference to standards, or why none is referred to
        [conditions_of_use] conditions of the use of each standard
        [procedures] procedures of the compliance clause
        [procedure_contents] contents of each procedure
        [choice] when the supplier may choose between procedures
        [evidence] kind of documented evidence
        [bodies] provisions on the bodies that assess
        [competence] criteria of competence of the bodies
        [surveillance] market surveillance clause
        [non_conforming] protection clause for products that do not conform
        [non_conforming_declared] declaration of products and of requirements not met
        [endangering] protection clause for products that conform and endanger
       *[endangering_declared] declaration of the use of the protection clause with its reasons
    }.

objective--call-transmitted--duty = The secretariat has transmitted the call to all member States.
objective--call-transmitted--met = The call was transmitted to all member States on { $transmitted_on }.
objective--call-transmitted--not_met = No transmission of the call is on record by { $day }; no term runs.

objective--response-in-time--duty = A response to the call comes within three months of its transmission.
objective--response-in-time--met = { $country } responded on { $answered_on }; the last day was { $due_on }.
objective--response-in-time--not_met = { $country } responded on { $answered_on }, after the last day, { $due_on }; days late: { $late_days }. It takes part all the same.
objective--response-in-time--unknown = { $country } responded on { $answered_on }; no call that has effect was transmitted, so no term runs.

objective--work-not-before--duty = The technical work starts no sooner than three months after the transmission of the call.
objective--work-not-before--met = Work started on { $started_on }; the first day was { $first_day }.
objective--work-not-before--not_met =
    { $reason ->
        [no_call] Work started on { $started_on } without a call that has effect.
       *[other] Work started on { $started_on }, before the first day, { $first_day }.
    }

objective--membership-open--duty = Any member State that expresses the wish takes part in the task force from that day, as member or observer.
objective--membership-open--met =
    { $participation ->
        [observer] { $country } observes the work since { $joined_on }.
       *[other] { $country } is a member of the task force since { $joined_on }.
    }
objective--membership-open--not_met = { $country } is no member State of the United Nations on { $joined_on } and does not take part.

objective--made-by-interested-countries--duty = Drafts are filed by countries that are members of the task force on the day.
objective--made-by-interested-countries--met = Draft { $draft } was filed by { $country }, a member of the task force.
objective--made-by-interested-countries--not_met =
    { $participation ->
        [observer] Draft { $draft } was filed by { $country }, which only observes.
       *[other] Draft { $draft } was filed by { $country }, which is not part of the task force.
    }

objective--work-is-public--duty = The task force has its working procedures and its work on record.
objective--work-is-public--met = The task force has its working procedures on record; meetings, documents and reports: { $records }.
objective--work-is-public--not_met =
    { $reason ->
        [no_records] No meeting, document or report of the task force is on record.
       *[other] No working procedures of the task force are on record.
    }

objective--standards-explored--duty = The existence of relevant international standards has been explored.
objective--standards-explored--met = International standards were explored; relevant ones found: { $found }.
objective--standards-explored--not_met = No exploration of international standards is on record for { $objective }.

objective--missing-standards-requested--duty = Where no relevant standard exists, work on one has been requested.
objective--missing-standards-requested--met =
    { $reason ->
        [not_needed] Relevant standards exist; none had to be requested.
       *[other] A standard was requested: { $request } (state: { $state ->
            [accepted] accepted
            [declined] declined
            [in_preparation] in preparation
            [published] published
            [stopped] stopped
           *[other] not answered yet
        }).
    }
objective--missing-standards-requested--unknown =
    { $reason ->
        [not_requested] No relevant standard exists, and no request for one is on record.
       *[other] It is not known whether relevant standards exist, and no request is on record.
    }

objective--stand-still--duty = No country that takes part carries on an activity that conflicts with standardization in preparation.
objective--stand-still--met =
    { $reason ->
        [not_a_member] { $activity } of { $country } is noted; { $country } is no member of the task force.
       *[other] No conflicting activity is on record for { $objective }.
    }
objective--stand-still--not_met = { $activity } of { $country }, a member of the task force, conflicts with standardization in preparation.

objective--available-standards-referred--duty = Each available standard that was found relevant is referred to in the text, with the conditions of its use.
objective--available-standards-referred--met = The text refers to { $standard }, with the conditions of its use.
objective--available-standards-referred--not_met =
    { $reason ->
        [no_conditions] The text refers to { $standard } without conditions of its use.
       *[other] The text does not refer to { $standard }, which was found relevant.
    }

objective--formal-elements--duty = The text has every element of annex B that it needs.
objective--formal-elements--met =
    { $reason ->
        [not_needed] Not needed here: { $element ->
                [scope] scope statement
                [purposes] legitimate objectives
                [requirements] product requirements
                [standards] reference to standards, or why none is referred to
                [conditions_of_use] conditions of the use of each standard
                [procedures] procedures of the compliance clause
                [procedure_contents] contents of each procedure
                [choice] when the supplier may choose between procedures
                [evidence] kind of documented evidence
                [bodies] provisions on the bodies that assess
                [competence] criteria of competence of the bodies
                [surveillance] market surveillance clause
                [non_conforming] protection clause for products that do not conform
                [non_conforming_declared] declaration of products and of requirements not met
                [endangering] protection clause for products that conform and endanger
               *[endangering_declared] declaration of the use of the protection clause with its reasons
            }.
       *[other] The text has its { $element ->
                [scope] scope statement
                [purposes] legitimate objectives
                [requirements] product requirements
                [standards] reference to standards, or why none is referred to
                [conditions_of_use] conditions of the use of each standard
                [procedures] procedures of the compliance clause
                [procedure_contents] contents of each procedure
                [choice] when the supplier may choose between procedures
                [evidence] kind of documented evidence
                [bodies] provisions on the bodies that assess
                [competence] criteria of competence of the bodies
                [surveillance] market surveillance clause
                [non_conforming] protection clause for products that do not conform
                [non_conforming_declared] declaration of products and of requirements not met
                [endangering] protection clause for products that conform and endanger
               *[endangering_declared] declaration of the use of the protection clause with its reasons
            }.
    }
objective--formal-elements--not_met =
    The text lacks its { $element ->
        [scope] scope statement
        [purposes] legitimate objectives
        [requirements] product requirements
        [standards] reference to standards, or why none is referred to
        [conditions_of_use] conditions of the use of each standard
        [procedures] procedures of the compliance clause
        [procedure_contents] contents of each procedure
        [choice] when the supplier may choose between procedures
        [evidence] kind of documented evidence
        [bodies] provisions on the bodies that assess
        [competence] criteria of competence of the bodies
        [surveillance] market surveillance clause
        [non_conforming] protection clause for products that do not conform
        [non_conforming_declared] declaration of products and of requirements not met
        [endangering] protection clause for products that conform and endanger
       *[endangering_declared] declaration of the use of the protection clause with its reasons
    }.
objective--formal-elements--unknown =
    The text is not on record, so it cannot be told whether it has its { $element ->
        [scope] scope statement
        [purposes] legitimate objectives
        [requirements] product requirements
        [standards] reference to standards, or why none is referred to
        [conditions_of_use] conditions of the use of each standard
        [procedures] procedures of the compliance clause
        [procedure_contents] contents of each procedure
        [choice] when the supplier may choose between procedures
        [evidence] kind of documented evidence
        [bodies] provisions on the bodies that assess
        [competence] criteria of competence of the bodies
        [surveillance] market surveillance clause
        [non_conforming] protection clause for products that do not conform
        [non_conforming_declared] declaration of products and of requirements not met
        [endangering] protection clause for products that conform and endanger
       *[endangering_declared] declaration of the use of the protection clause with its reasons
    }.

objective--performance-not-design--duty = Every product requirement is expressed as performance.
objective--performance-not-design--met = Every requirement of the text is expressed as performance.
objective--performance-not-design--not_met =
    { $reason ->
        [answered_no] The questionnaire says that the requirements are not performance.
       *[other] Requirement { $requirement } is expressed as design or description.
    }
objective--performance-not-design--unknown = No product requirements are on record for { $objective }.

objective--no-more-restrictive--duty = The text is no more restrictive of trade than necessary and creates no unnecessary obstacles.
objective--no-more-restrictive--met = The questionnaire answers: no more restrictive than necessary.
objective--no-more-restrictive--not_met = The questionnaire answers: more restrictive than necessary.
objective--no-more-restrictive--unknown = The questionnaire does not answer this for { $objective }.

objective--based-on-international-standards--duty = The text rests on relevant international standards, or says why they would be ineffective or inappropriate.
objective--based-on-international-standards--met = The questionnaire answers: based on the relevant international standards.
objective--based-on-international-standards--not_met = The questionnaire answers: not based on the relevant international standards.
objective--based-on-international-standards--unknown = The questionnaire does not answer this for { $objective }.

objective--not-discriminatory--duty = The text does not discriminate between products of different countries.
objective--not-discriminatory--met = The questionnaire answers: products of all countries are treated alike.
objective--not-discriminatory--not_met = The questionnaire answers: products of some countries are treated worse.
objective--not-discriminatory--unknown = The questionnaire does not answer this for { $objective }.

objective--mandatory-text-needed--duty = It was considered whether voluntary standards would be enough, and a mandatory text is needed.
objective--mandatory-text-needed--met = The questionnaire answers: a mandatory text is needed.
objective--mandatory-text-needed--not_met = The questionnaire answers: voluntary standards would be enough.
objective--mandatory-text-needed--unknown = The questionnaire does not answer this for { $objective }.

objective--declaration-preferred--duty = A supplier's declaration is open, or the text says why a stricter procedure is needed.
objective--declaration-preferred--met =
    { $reason ->
        [reasons] The text says why a supplier's declaration is not enough.
       *[other] A supplier's declaration is open.
    }
objective--declaration-preferred--not_met =
    { $reason ->
        [no_procedure] The text specifies no procedure.
       *[other] No supplier's declaration is open, and the text does not say why.
    }

objective--comments-published--duty = The comments that were received on a draft are published, and a signed act counts and binds them.
objective--comments-published--met = The comments are published; an act of { $published_on } counts { $count } and binds them.
objective--comments-published--not_met = The period for comments ended (first day after it: { $closed_on }), and no act since then binds those that are published.
objective--comments-published--unknown =
    { $reason ->
        [open] Comments are taken until the day before { $closed_on }.
       *[other] No period for comments is on record.
    }

objective--comments-answered--duty = The comments that were received on a draft are answered in public.
objective--comments-answered--met = The comments were answered on { $answered_on }.
objective--comments-answered--not_met = The period for comments ended (first day after it: { $closed_on }), and no answers are on record.
objective--comments-answered--unknown =
    { $reason ->
        [open] Comments are taken until the day before { $closed_on }.
       *[other] No period for comments is on record.
    }

objective--submitted-by-agreeing-countries--duty = The text is submitted by a country that agreed on it, and at least two have agreed.
objective--submitted-by-agreeing-countries--met = { $country } submitted the text on { $submitted_on }; countries that had agreed: { $agreed }.
objective--submitted-by-agreeing-countries--not_met =
    { $reason ->
        [not_agreed] { $country } submitted the text on { $submitted_on } and had not agreed on it.
       *[other] Countries that had agreed on { $submitted_on }: { $agreed }; needed: { $least }.
    }

objective--established-on-submission--duty = The day of establishment is the day of submission.
objective--established-on-submission--met = { $objective } is established on the day of its submission, { $stated_on }.
objective--established-on-submission--not_met = { $objective } was registered as of { $stated_on }; it is established on the day of its submission, { $submitted_on }.
objective--established-on-submission--unknown = No submission of { $objective } is on record; the day of its registration, { $stated_on }, stands.

objective--documents-appended--duty = Every document of the submission is appended to the registered objective.
objective--documents-appended--met = Every document of the submission is appended (number: { $submitted }).
objective--documents-appended--not_met = A document of the submission is not appended: { $document }.
objective--documents-appended--unknown = No submission of { $objective } is on record.

objective--registered-as-agreed--duty = The registered text is the draft that was agreed and submitted.
objective--registered-as-agreed--met = The registered text is draft { $draft }, which was submitted.
objective--registered-as-agreed--not_met =
    { $reason ->
        [not_submitted] Draft { $draft } was registered, and no submission is on record.
        [other_draft] Draft { $draft } was registered; draft { $submitted } was submitted.
       *[other] The registration departs from draft { $draft } ({ $element ->
                [products] products
                [purposes] legitimate objectives
                [standards] standards
               *[compliance] compliance clause
            }); the draft counts.
    }
objective--registered-as-agreed--unknown = The registration of { $objective } cites no draft.

objective--revised-by-same-procedure--duty = A later version is made in a procedure that was called for its revision.
objective--revised-by-same-procedure--met = Version { $version } was made in { $procedure }, called for the revision of { $objective }.
objective--revised-by-same-procedure--not_met = Version { $version } was made in { $procedure }, which was not called for the revision of { $objective } (revises: { $revises }).
objective--revised-by-same-procedure--unknown = The procedure of version { $version } of { $objective } is not on record.

objective--intention-announced--duty = Each country that agreed has announced that it intends to implement the objective, or has implemented it.
objective--intention-announced--met =
    { $reason ->
        [implemented] { $country } has adopted { $objective } or accepts products that comply.
       *[other] { $country } announced on { $announced_on } that it intends to implement { $objective }.
    }
objective--intention-announced--not_met = { $country } agreed on { $objective } and has not announced that it intends to implement it.

objective--others-invited--duty = The other member States have been invited to implement the objective.
objective--others-invited--met = The other member States were invited on { $invited_on } to implement { $objective }.
objective--others-invited--not_met = No invitation to implement { $objective } is on record.

objective--submitted-to-legislation--duty = A country that agreed has put the objective into its own process of legislation.
objective--submitted-to-legislation--met =
    { $reason ->
        [adopted] { $country } has adopted { $objective }.
        [reported] { $country } reported on the status of { $objective }.
        [accepted] { $country } accepts products that comply with { $objective }.
       *[other] { $country } announced its intention to implement { $objective }.
    }
objective--submitted-to-legislation--unknown = Nothing on record shows that { $country } has put { $objective } into its process of legislation.

objective--adoption-notice--duty = The date of application is notified within 60 days of the adoption.
objective--adoption-notice--met = { $country } adopted on { $adopted_on } and notified on { $notified_on }; the last day was { $due_on }.
objective--adoption-notice--not_met = { $country } adopted on { $adopted_on } and notified on { $notified_on }, after the last day, { $due_on }; days late: { $late_days }.

objective--status-report--duty = A country that agreed, or announced its use, and has not adopted by the end of a year reports on the status for that year.
objective--status-report--met = { $country } reported for year { $period } on { $reported_on }; the last day was { $due_on }.
objective--status-report--not_met =
    { $reason ->
        [late] { $country } reported for year { $period } on { $reported_on }, after the last day, { $due_on }; days late: { $late_days }.
       *[other] No report of { $country } for year { $period } is on record; the last day was { $due_on }, days since: { $late_days }.
    }
objective--status-report--unknown = { $country } has until { $due_on } to adopt or to report for year { $period }.

objective--acceptance-notified--duty = Acceptance of complying products without adoption is notified with its date, by a country that agreed or announced its use.
objective--acceptance-notified--met = { $country } notified that it accepts products that comply with { $objective } from { $from }.
objective--acceptance-notified--not_met = { $country } is no member State of the United Nations on { $from }.

objective--announced-before-use--duty = A country that did not agree has announced its intention to implement and use the objective.
objective--announced-before-use--met =
    { $reason ->
        [agreed] { $country } agreed on { $objective }.
       *[other] { $country } announced its use of { $objective } on { $announced_on }.
    }
objective--announced-before-use--unknown = { $country } uses { $objective } without an announcement before; it may.

objective--body-designated-by-agreeing-country--duty = A recognised body is designated by a country that agreed on the objective.
objective--body-designated-by-agreeing-country--met = { $body } was designated from { $designated_on } by { $country }, which had agreed on { $objective }.
objective--body-designated-by-agreeing-country--not_met = { $body } was designated from { $designated_on } by { $country }, which had not agreed on { $objective }; it is not recognised by that.

objective--body-competence--duty = A recognised body was found to fulfil each criterion of competence of the objective.
objective--body-competence--met = { $country } found that { $body } fulfils each criterion of competence.
objective--body-competence--not_met = The designation of { $body } by { $country } does not name this criterion: { $missing }.
objective--body-competence--unknown = The criteria of competence of { $objective } are not on record.

objective--additional-requirement-notified--duty = The other countries have been informed of the additional requirement.
objective--additional-requirement-notified--met = { $country } informed the others of { $requirement } on { $notified_on }; answers: { $answers }.
objective--additional-requirement-notified--not_met = { $country } did not inform the others of { $requirement }; answers: { $answers }.

objective--counter-measure-has-occasion--duty = A counter-measure answers an additional requirement of another country that stands on the day.
objective--counter-measure-has-occasion--met = { $counter_measure } of { $country } answers an additional requirement of { $against } that stands.
objective--counter-measure-has-occasion--not_met =
    { $reason ->
        [own] { $counter_measure } of { $country } is directed at its own requirement.
       *[other] { $counter_measure } of { $country } has no effect: the requirement that it answers does not stand.
    }

objective--protection-clause-declared--duty = The measure under the objective is declared to the secretariat.
objective--protection-clause-declared--met = { $country } declared { $measure } on { $declared_on }.
objective--protection-clause-declared--not_met = { $measure } of { $country } was not declared to the secretariat; with its basis in law it stands all the same.

objective--withdrawal-contents--duty = The measure names the products, and the requirements not met or the reasons.
objective--withdrawal-contents--met = { $measure } of { $country } names the products, and the requirements not met or the reasons.
objective--withdrawal-contents--not_met =
    { $reason ->
        [no_products] { $measure } of { $country } names no products.
        [no_reasons] { $measure } of { $country } gives no reasons why complying products endanger.
       *[other] { $measure } of { $country } names no requirement that was claimed and not met.
    }
