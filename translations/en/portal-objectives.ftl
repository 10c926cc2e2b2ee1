# The pages about objectives, procedures, drafts, recognised bodies and products, in English.

## Ways in

nav-objectives = Objectives
tile-objectives = Common regulatory objectives, from the first call to free circulation
tile-product = Which objectives cover it, which countries apply them, what evidence is needed
kind-procedure = Procedure (Recommendation L)
error-stage = “{ $what }” is no stage: choose one of the list.
error-hs = “{ $what }” is not a commodity code: write digits, such as 8427 or 851660.
error-draft = “{ $what }” is not the number of a draft: write a whole number, counted from 1.

## Objectives by stage

objectives-title = Common regulatory objectives
objectives-lead = How far each objective has come under Recommendation L: from the interest of one country to adoption into law.
objectives-words = Words of the title, or number
objectives-stage = Stage
objectives-every-stage = every stage
objectives-hs = Commodity code (first digits)
objectives-stages = Stages
objectives-count = { $count ->
    [0] No objective or procedure
    [one] One objective or procedure
   *[other] { $count } objectives and procedures
  }
objectives-subject = Objective or procedure
objectives-last = Last act
stage-interest = Interest
stage-call = Call
stage-transmitted = Transmitted
stage-task-force = Task force
stage-drafting = Drafting
stage-comments = Comments
stage-agreed = Agreed
stage-submitted = Submitted
stage-registered = Registered
stage-adopted = Adopted
stage-means-interest = A country has stated its interest; one is enough to begin.
stage-means-call = Countries call for participation; the call is not transmitted yet.
stage-means-transmitted = The call was transmitted to all member States, which have three months to respond.
stage-means-task-force = The task force works; any member State may join or observe.
stage-means-drafting = A draft is on the table.
stage-means-comments = A draft is, or was, open for comments by anybody.
stage-means-agreed = At least two countries agreed on the last draft.
stage-means-submitted = The text was submitted, and is not established here.
stage-means-registered = The text is established, with a number.
stage-means-adopted = At least one country adopted the text into its law.

## A procedure

procedure-stage = Stage: { $what }.
procedure-made = Made the objective
procedure-revises = Revises the objective
story-contents = On this page
procedure-who = Who takes part
procedure-call = The call was made by { $what }.
procedure-call-of-few = The call was made by { $what }: too few, so it has no effect.
procedure-transmitted = It was transmitted to all member States on { $what }.
procedure-not-transmitted = It was not transmitted yet.
procedure-convenor = The task force is convened by
procedure-as = As
participation-member = member
participation-observer = observer
procedure-drafts = Drafts
procedure-draft = Draft { $what }
procedure-filed = Filed by { $what } on { $other }.
procedure-formal = It has every element of annex B that it needs.
procedure-missing = These elements of annex B are missing:
procedure-comments = Comments by anybody: { $what }.
procedure-nobody-agreed = No country has agreed on it.
procedure-agreed = { $count ->
    [one] One country agreed on it:
   *[other] { $count } countries agreed on it:
  }
procedure-to-comments = Comment on a draft, and read comments
procedure-to-documents = Documents of this procedure
procedure-to-desk = For officers: what your party could do next
procedure-compare = Compare draft { $what } with draft { $other }
procedure-text = The text
procedure-text-of = As in draft { $what }, in the language in which it was filed.
story-timeline = Story
story-entered = Entered on { $what }.
story-due = What is due
story-findings = What the rules find
story-findings-lead = Each finding stands beside the acts. None undoes an act or changes a decision.
story-documents = Comments and documents
cited-documents-lead = Documents are cited by their hash. Whoever has the file can check that it is the one.
cited-documents-bytes = { $count ->
    [one] one byte
   *[other] { $count } bytes
  }
element-scope = Scope
element-purposes = Legitimate objectives
element-requirements = Product requirements
element-standards = Reference to standards
element-conditions-of-use = Conditions of use of a standard
element-procedures = Ways to show conformity
element-procedure-contents = What a procedure consists of
element-choice = Choice of the supplier
element-evidence = Documented evidence
element-bodies = Bodies that assess
element-competence = Competence of the bodies
element-surveillance = Market surveillance
element-non-conforming = Protection clause: products that do not conform
element-non-conforming-declared = What is declared about products that do not conform
element-endangering = Protection clause: products that conform and yet endanger
element-endangering-declared = What is declared about products that conform and yet endanger
form-of-performance = as performance
form-of-design = as design
form-of-descriptive = as a description
reference-exclusive = exclusive
reference-yes = yes
part-stricter = why a stricter procedure
part-presumption = presumption of conformity

## Acts on a time line

event-interest-stated = { $who } states its interest in harmonizing.
event-call-made = { $who } call for participation.
event-agreement-concurred = { $who } concurs in the call.
event-call-transmitted = The secretariat transmits the call to all member States.
event-call-answered = { $what ->
    [member] { $who } responds: it will take part as a member.
    [observer] { $who } responds: it will observe.
   *[other] { $who } responds: it will not take part.
  }
event-task-force-formed = The task force is set up; { $who } convenes it.
event-task-force-joined = { $what ->
    [member] { $who } joins the task force.
   *[other] { $who } observes the task force.
  }
event-task-force-left = { $who } leaves the task force.
event-task-force-reported = { $what ->
    [working_procedures] The task force publishes its working procedures: { $other }.
    [meeting] The task force reports on a meeting: { $other }.
    [progress] The task force reports on its progress: { $other }.
    [round_table] The task force reports on a round table: { $other }.
    [pilot] The task force reports on a pilot: { $other }.
   *[other] The task force publishes a document: { $other }.
  }
event-standards-explored = { $what ->
    [0] { $who } explored the international standards and found none.
    [1] { $who } explored the international standards and looked at one.
   *[other] { $who } explored the international standards and looked at { $what }.
  }
event-standard-work-requested = { $who } asks for an international standard: { $what }.
event-standard-work-updated = { $what ->
    [accepted] { $who } accepts the request for a standard.
    [declined] { $who } declines the request for a standard.
    [in_preparation] { $who } prepares the standard that was asked for.
    [published] { $who } published the standard that was asked for.
   *[other] { $who } stopped the work on the standard that was asked for.
  }
event-conflicting-activity-noted = { $who } notes a conflicting activity of { $what }.
event-draft-filed = { $who } files draft { $what }.
event-practice-assessed = { $who } answers the questionnaire of good regulatory practice about draft { $what }.
event-comments-opened = { $who } opens draft { $what } for comments until { $day }.
event-comments-published = { $who } binds the published comments on draft { $what } by their hash; published: { $other }.
event-comments-answered = { $who } publishes the answers to the comments on draft { $what }; comments received: { $other }.
event-draft-agreed = { $who } agrees on draft { $what }.
event-objective-submitted = { $who } submits draft { $what }.
event-objective-established = Version { $other } is registered under the number { $what }.
event-objective-agreed = { $who } agrees on version { $what }.
event-objective-announced = { $hasday ->
    [yes] { $who } announces that it will implement version { $what }, from { $day }.
   *[other] { $who } announces that it will implement version { $what }.
  }
event-invitation-sent = All other member States are invited to implement version { $what }.
event-objective-adopted = { $who } adopts version { $what } into its law; it applies from { $day }.
event-objective-status-reported = { $hasday ->
    [yes] { $who } reports on the status of version { $what }; it expects to adopt on { $day }.
   *[other] { $who } reports on the status of version { $what }.
  }
event-objective-accepted = { $who } accepts complying products without adopting version { $what }.
event-recognised-body-designated = { $who } designates { $what } as a recognised body.
event-recognised-body-withdrawn = { $who } withdraws the designation of { $what }.
event-interpretation-published = The Working Party publishes an interpretation of { $what }.
event-additional-requirement-imposed = { $who } imposes the additional requirement { $what }.
event-additional-requirement-lifted = { $who } lifts the additional requirement { $what }.
event-additional-requirement-answered = { $who } answers the additional requirement { $what }.
event-counter-measure-taken = { $who } takes the counter-measure { $what } against { $other }.
event-counter-measure-lifted = { $who } lifts the counter-measure { $what }.
event-measure-taken = { $what ->
    [withdrawal] { $who } withdraws products from its market: { $other }.
    [prohibition] { $who } prohibits products: { $other }.
    [protection_clause] { $who } uses the protection clause: { $other }.
    [counter_measure] { $who } restricts products as a counter-measure: { $other }.
   *[other] { $who } restricts products: { $other }.
  }
event-measure-declared = { $who } declares the measure { $what } to the secretariat.
event-measure-lifted = { $who } lifts the measure { $what }.

## Two drafts side by side

comparison-title = Draft { $what } and draft { $other } side by side
comparison-lead = What was taken away is struck out, what was added is underlined; what did not change is not shown.
comparison-before = Compare draft
comparison-after = with draft
comparison-show = Compare
comparison-same = The two texts do not differ.
comparison-count = { $count ->
    [one] One part differs.
   *[other] { $count } parts differ.
  }
comparison-element = Element
comparison-nothing = nothing
comparison-how-added = added
comparison-how-removed = removed
comparison-how-changed = changed

## An objective

objective-export = Save as one file, with its statements and their proofs
objective-picture = Countries
objective-picture-lead = Each tile is a country on record, with its code, grouped as the United Nations group countries for statistics. The table below says the same in words.
objective-countries = Country by country
objective-standing = How it stands
objective-agreed = Agreed
objective-adopted = Adopted
objective-applies = Applies from
objective-accepted = Accepts from
objective-announced = Announced
objective-reported = Last status report
objective-bodies-list = List of recognised bodies
objective-claims = Claims of conformity
objective-no-claims = No document on record claims conformity to it.
objective-restrictions = Restrictions
objective-no-restrictions = No restriction is on record under this objective.
objective-restriction = Restriction
objective-declared = Declared to the secretariat on { $what }.
objective-version = Version { $what }
objective-established = Established on { $what }.
objective-not-established = Not established: binds nobody.
objective-superseded = Superseded on { $what }.
objective-good-until = Good until the day before { $what }.
objective-made-in = Made as draft { $what } of
standing-adopted = applies it as law
standing-adopting = adopted it, to apply later
standing-accepted = accepts complying products without adoption
standing-agreed = agreed: an undertaking, not law
standing-announced = announced that it will implement it
standing-ended = no longer bound
standing-none = nothing on record
region-africa = Africa
region-americas = Americas
region-asia = Asia
region-europe = Europe
region-oceania = Oceania
region-elsewhere = Elsewhere
restriction-additional-requirement = Additional requirement
restriction-counter-measure = Counter-measure
restriction-withdrawal = Withdrawal from the market
restriction-prohibition = Prohibition
restriction-protection-clause = Protection clause
restriction-restriction = Restriction of circulation

## Recognised bodies

bodies-title = Recognised bodies
bodies-title-of = Recognised bodies: { $what }
bodies-lead = Bodies that countries which agreed have designated (Recommendation L, paragraph 27). Under an objective, third parties attest only if they stood here on the day of the attestation.
bodies-all = All recognised bodies
bodies-name = Name of the body
bodies-count = { $count ->
    [0] No designation
    [one] One designation
   *[other] { $count } designations
  }
bodies-in-force = { $count ->
    [0] None stands on the day.
    [one] One stands on the day.
   *[other] { $count } stand on the day.
  }
bodies-competence = Competence
bodies-every-procedure = all procedures of the objective
bodies-every-product = all products of the objective

## What it means for a product

product-title = What does this mean for my product?
product-lead = Choose a product and countries: which common regulatory objectives cover it, who adopted or accepts them, what evidence is needed, from whom, from when.
product-words = Product
product-words-hint = In a word or two, such as “forklift”, or a commodity code of the Harmonized System.
product-countries = Where you want to sell it
product-countries-hint = Up to { $what }. Choose none to see every country that did something.
product-button = Show what applies
product-headings = Which of these is it?
product-headings-lead = A short list in our own words, to start from. Invoices and tariffs show the code of your product.
product-no-heading = No heading was found for “{ $what }”. Try another word, or write the commodity code.
product-error-countries = More than { $what } countries: ask in several parts. The first ones are shown.
product-answer-named = { $what }: { $other }
product-answer = Products of commodity code { $what }
product-none = No common regulatory objective on record covers this product. Countries may require something by their own law.
product-covers = Version { $what } of this objective covers the product.
product-may-cover = Version { $what } of this objective may cover the product: the code is too short, or of another edition, to tell.
product-evidence = What you need
product-procedures = Show that the product complies in one of these ways:
product-documents = Keep with the product: { $what }.
product-own = Your own declaration is enough, by one of these ways; a recognised body is needed for the others.
product-not-own = A recognised body has to attest.
product-bodies = { $count ->
    [0] No body is recognised for it on the day.
    [one] One body is recognised for it on the day.
   *[other] { $count } bodies are recognised for it on the day.
  }
product-claim = Refer to the objective by its number, { $what }, in every claim that the product complies.
product-standards = It refers to these standards:
product-standards-presumption = Who complies with these standards is presumed to comply with the requirements:
product-where = Where this holds
product-nowhere = No country has adopted, accepted or agreed to it.
product-stands-law = law since { $what }. A complying product, properly attested, meets no further requirement on what the objective covers.
product-stands-law-later = will be law on { $what }.
product-stands-accepts = accepts complying products since { $what }, without adoption.
product-stands-undertaking = agreed on { $what }: an undertaking to let complying products circulate, not law.
product-stands-announced = announced on { $what } that it will implement the objective. Nothing holds yet.
product-stands-nothing = has done nothing on record about this objective. Its own law applies.
product-additional = It asks for something more:
product-measure = A measure is open; see against which products:
product-counter = { $count ->
    [one] A counter-measure of it stands: it restricts products of another country.
   *[other] { $count } counter-measures of it stand: they restrict products of other countries.
  }
product-decide = Ask what { $what } requires for it
product-decide-any = Ask what one country requires for it
product-note = This is read from what is on record here. It is no advice, and no decision of any authority. Ask the question for the country and the day, with your document, to see every reason.

## An objective as one file

export-documents = Documents
export-proof = Statements and proofs
export-check = To check a statement, hash one zero byte, its day, a line feed and its JWS with SHA-256, join the result with the hashes of its proof as RFC 6962 (2.1.1) says, compare what comes out with the root in the checkpoint, and verify the signatures of checkpoint and JWS with the keys below.
export-log = Name of the log
export-size = Statements in the log
export-root = Root of the log
export-keys = Keys of the log
export-checkpoint = Signed checkpoint
export-signers = Keys of the signers, as on record
export-statements = Statements
export-leaf = Hash of the entry:
export-path = Proof of inclusion:
