# Conformity assessment bodies. Variables are the facts of the finding; an absent fact is passed as a dash.

body--designated-by-party--duty = A party to the instrument had designated the body on the day of the assessment.
body--designated-by-party--met = { $body } was designated on { $assessed_on }, the day of the assessment (designating party: { $party }; instrument: { $instrument }).
body--designated-by-party--not_met =
    { $reason ->
        [not_yet] { $body } is designated from { $designated_from } only; the assessment was on { $assessed_on } (designating party: { $party }; instrument: { $instrument }).
        [ended] { $body } was no longer designated on { $assessed_on }, the day of the assessment; its designation had ended on { $designated_until } (designating party: { $party }; instrument: { $instrument }).
       *[other] No designation of { $body } is on record (designating party: { $party }; instrument: { $instrument }).
    }
body--designated-by-party--missing = a designation of { $body } that covers { $assessed_on } (instrument: { $instrument })

body--listed-before-assessment--duty = The body that issued the result was listed under the annex on the day of the assessment.
body--listed-before-assessment--met = { $body } was listed under { $annex } on { $assessed_on }, the day of the assessment.
body--listed-before-assessment--not_met = { $body } was not listed on { $assessed_on }, the day of the assessment (annex: { $annex }; listed from: { $listed_from }; no longer listed from: { $listed_until }).
body--listed-before-assessment--missing = a listing of { $body } that covers { $assessed_on } (annex: { $annex })

body--not-suspended--duty = No suspension or withdrawal of the body was in effect on the day of the assessment.
body--not-suspended--met = No suspension or withdrawal of { $body } under { $instrument } was in effect on { $assessed_on }, the day of the assessment.
body--not-suspended--not_met =
    { $event ->
        [suspension] { $body } was suspended under { $instrument } from { $event_on }, before or on the day of the assessment, { $assessed_on }.
        [withdrawal] { $body } was withdrawn under { $instrument } from { $event_on }, before or on the day of the assessment, { $assessed_on }.
       *[other] A suspension or withdrawal of { $body } under { $instrument } was in effect from { $event_on }, before or on the day of the assessment, { $assessed_on }.
    }
body--not-suspended--missing = a result of a body that was neither suspended nor withdrawn when it assessed

body--contest-not-upheld--duty = No contest of the body had effect on the day of the assessment.
body--contest-not-upheld--met =
    { $reason ->
        [stays_listed] { $body } has been contested since { $contested_on }; under { $instrument } a contested body stays listed until a suspension is decided.
        [suspended_after_days] { $body } has been contested since { $contested_on }; under { $instrument } this has effect from { $suspended_from }, after the assessment of { $assessed_on }.
       *[other] No contest of { $body } under { $instrument } was open on { $assessed_on }, the day of the assessment.
    }
body--contest-not-upheld--not_met = { $body } was contested on { $contested_on } and counts as suspended under { $instrument } from { $suspended_from }; the assessment was on { $assessed_on }.
body--contest-not-upheld--missing = a settlement of the contest in favour of { $body } before { $assessed_on }, or a result of a body that is not contested

body--earlier-results-kept--duty = The result has not lost its effect by a later suspension or withdrawal of its body.
body--earlier-results-kept--met =
    { $reason ->
        [kept] { $body } was suspended or withdrawn under { $instrument } on { $event_on }, after the assessment; its earlier results keep their effect.
       *[other] No later suspension or withdrawal of { $body } under { $instrument } has effect on { $day }.
    }
body--earlier-results-kept--not_met = { $body } was suspended or withdrawn under { $instrument } on { $event_on }, and its earlier results lost their effect by that.
body--earlier-results-kept--missing = a result of another body, or a statement that earlier results of { $body } keep their effect

body--ownership-not-barred--duty = No owner that the importing country bars holds the threshold share of the body, or controls it.
body--ownership-not-barred--met =
    { $reason ->
        [no_bar] { $owner } is among the owners of { $body }; no bar of the importing country applies to it on { $day }.
        [below_threshold] { $owner } holds { $share_permille } ‰ of { $body }, below the { $threshold_permille } ‰ from which { $bar } applies.
       *[other] No barred owner of { $body } is on record for { $day }.
    }
body--ownership-not-barred--not_met =
    { $reason ->
        [controls] { $owner } controls or directs { $body }; { $bar } bars such bodies on { $day }, whatever the share.
       *[other] { $owner } holds { $share_permille } ‰ of { $body }; { $bar } bars such bodies from { $threshold_permille } ‰ on.
    }
body--ownership-not-barred--missing = a result of a body that no barred owner holds or controls, or a change in the ownership of { $body }
