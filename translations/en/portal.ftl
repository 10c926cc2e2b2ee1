# The portal in English. Names of messages are the same in every language; a test compares them.

## Around every page

site-name = Comity
skip = Skip to the content
demonstration = Demonstration. Facts of the real world are entered by a recorder with their source; bodies, suppliers and certificates are invented.
nav-main = Main
nav-countries = Countries
nav-network = Network
nav-log = Log
nav-about = About
nav-languages = Language
as-of-title = Age of the data:
as-of-size = { $what } statements in the log
as-of-last = the last one of { $what }
disclaimer-information = Information computed from published statements; not a decision of any authority, nor proof of conformity, safety or origin.
disclaimer-registry = Not the UNECE Registry for CROs; numbers beginning DEMO were not allocated by UNECE.
disclaimer-borders = Names of countries and areas, and their presentation, express no opinion on the legal status of any country, territory or area, or on its frontiers.
disclaimer-text = Paragraphs are cited from the UNECE Recommendations on Standardization Policies, in the edition that the rules name.
yes = yes
no = no
nothing = not stated
nothing-on-record = Nothing is on record.
source = Source
statement-link = statement { $what }
reported-by = Reported by { $what }, not signed by { $other }.
reported-source = Source: { $what }
days-since = since { $what }
days-from-until = { $what } to { $other }
pager = Pages
pager-here = Page { $what } of { $other }
pager-before = Previous page
pager-after = Next page
day-label = As of the day
day-button = Show

## Errors

error-not-found = Not on record
error-not-found-what = Nothing is on record under “{ $what }”.
error-not-found-next = Absence from this registry proves nothing about a document or product. Search for another spelling, or ask the body that issued the document.
error-invalid = This cannot be read
error-invalid-next = Correct the value in the address or in the form, and try again.
error-unavailable = No answer at the moment
error-unavailable-next = Nothing is wrong with your question. Try again in a minute.
error-broken = This page could not be made
error-broken-next = The fault is ours and has been noted. Try another page, or come back later.
error-start = Go to the start page
error-day = “{ $what }” is not a day: write year, month and day, such as 2026-01-31.
error-position = “{ $what }” is not a position in the log: write a whole number, counted from 0.
error-sector = “{ $what }” is not a chapter: write the two first digits of a commodity code, such as 85.

## Start page and form

start-title = Does a country recognise this certificate?
start-lead = Ask whether an importing country must, may or need not accept a certificate or declaration for a product, on any day. Every answer comes with its reasons, paragraph by paragraph.
start-ask = Ask
start-examples = Questions to try
start-examples-more = { $count ->
    [one] One more question
   *[other] { $count } more questions
  }
start-find = Look something up
tile-countries = Agreements, regulations and bodies of each country
tile-network = Who recognises whose results, as a picture
tile-log = Every statement, with its proof
tile-about = How to read an answer; terms
question-title = Please complete the question
form-certificate = Certificate or declaration number
form-certificate-hint = As printed on the document. Several numbers: separate them by commas. Leave it empty to learn what is required.
form-hs = Commodity code of the product
form-hs-hint = Six digits or more, such as 851660. May stay empty if there is a certificate.
form-importing = Importing country
form-importing-hint = Where the product is to be placed on the market.
form-on = Day
form-on-hint = Import, or placing on the market.
form-more = More about the product and its origin
form-gtin = Trade item number (GTIN)
form-gtin-hint = The number under the bar code.
form-model = Model
form-model-hint = As written on the type plate.
form-edition = Edition of the commodity code
form-edition-hint = The same digits mean different goods in different editions.
form-origin = Country of origin
form-origin-hint = Matters under some agreements only.
form-designating = Party that designated the body
form-designating-hint = Usually known from the certificate.
form-known = As known at log position
form-known-hint = Leave it empty to use everything that has been published.
form-choose = Choose …
form-button = Give the answer
form-errors = { $count ->
    [one] One thing is missing or cannot be read:
   *[other] { $count } things are missing or cannot be read:
  }
form-error-empty = Give the number of a certificate, or the commodity code of a product.
form-error-many = More than { $what } documents in one question: ask in several parts.
form-error-hs = “{ $what }” is not a commodity code: write six to ten digits, such as 851660.
form-error-hs-short = “{ $what }” is too short to name a product: write six digits or more, such as 851660. Tariffs and invoices show them.
form-error-number = “{ $what }” is not a number of a document: write it as printed, without explanations.
form-error-no-product = “{ $what }” is not on record here, or states no product. This says nothing against it. Check how it is written, or give the commodity code of the product as well.
form-error-not-yet = Position { $what } does not exist yet: the log has { $other } statements. Leave it empty to use everything.
form-error-edition = “{ $what }” is not an edition of the Harmonized System: choose one of the list.
form-error-importing = Choose the importing country.
form-error-country = “{ $what }” is not the code of a country or group: choose one of the list.
form-error-other = This cannot be asked in this way: correct the address or the form, and ask again.
form-error-known = “{ $what }” is not a position in the log: write a whole number, or leave it empty.

## Search

search-title = Search
search-title-for = Search for “{ $what }”
search-label = Search certificates, standards, regulations, agreements, bodies, countries
search-placeholder = Number, name or reference
search-button = Search
search-facets = Kinds of results
search-all = All
search-count = { $count ->
    [one] One result
   *[other] { $count } results
  }
search-none = Nothing was found.
search-none-next = Try fewer words, another spelling, or the number alone. What is not found here may exist all the same: absence from this registry proves nothing.
facet-certificate = Certificates
facet-standard = Standards
facet-regulation = Regulations
facet-additional-requirement = Additional requirements
facet-agreement = Agreements
facet-annex = Annexes
facet-body = Bodies and other parties
facet-country = Countries and groups
facet-group = Groups
facet-objective = Objectives
facet-measure = Measures
facet-recognition-decision = Recognition decisions and acceptances
facet-equivalence = Equivalences of acts
kind-certificate = Certificate or declaration
kind-standard = Standard
kind-regulation = Technical regulation
kind-additional-requirement = Additional requirement
kind-agreement = Agreement
kind-annex = Annex of an agreement
kind-body = Party
kind-country = Country
kind-group = Group of countries
kind-objective = Common regulatory objective
kind-measure = Measure on the market
kind-recognition-decision = Recognition decision or acceptance
kind-acceptance = Acceptance by the law of one country
kind-equivalence = Equivalence of two acts

## Countries

countries-title = Countries and groups
countries-lead = What each country requires, and whose results it recognises.
countries-groups = Groups
countries-name = Name
countries-code = Code
countries-agreements = Agreements in force
countries-regulations = Regulations

## Pages of things on record

record-on = on { $what }
record-facts = Facts
record-note-title = About this page
record-note = Everything here is stated by somebody: each fact links to its statement in the log. What is not listed may exist all the same.
record-note-reported = Some facts were reported by a recorder and not signed by the party that they concern. They are marked, with their source and how sure the recorder is.
certificate-life = History
certificate-life-picture = Time line of the certificate; the list below says the same in words.
certificate-expires = Stated end of validity
certificate-where = Where it is recognised
certificate-where-lead = The answer for each importing country on { $what }, for the product as certified. Choose a country to read the reasons.
certificate-where-none = No answers were worked out.
certificate-ask = Ask for one country
standard-succession = Succession of editions
standard-succession-picture = Editions of the standard in time; the list below says the same in words.
standard-replaced-by = replaced by { $what }
standard-transition = good until the day before { $what }

## Answers

overall-recognised = Must accept
overall-partly-recognised = Must accept in part
overall-discretionary = May accept
overall-not-recognised = Need not accept
overall-unknown = Cannot tell
overall-not-required = Nothing required on record
overall-barred = Barred
overall-words-recognised = The importing country must accept this evidence for every requirement that it has for the product.
overall-words-partly-recognised = It must accept the evidence for some of its requirements, and need not for others.
overall-words-discretionary = It may accept the evidence, and is to do so whenever possible if satisfied: ask its authority.
overall-words-not-recognised = Nothing on record obliges it to accept the evidence. What is missing is listed.
overall-words-unknown = A fact that decides is not on record. This says nothing against the document.
overall-words-not-required = No act on record requires an assessment of this product before it is placed on the market. An act that is not on record may.
overall-words-barred = A measure of its authority stands against the product, body or trader, whatever the evidence is worth.
outcome-recognised = must accept
outcome-discretionary = may accept
outcome-not-recognised = need not accept
outcome-unknown = cannot tell
finding-met = Met
finding-not-met = Not met
finding-unknown = Unknown
basis-treaty = by treaty
basis-law = by its own law
basis-undertaking = by undertaking, not law
basis-discretion = at its discretion
path-holds = holds
path-fails = does not hold
path-unknown = cannot be told
tally-met = { $count } met
tally-not-met = { $count } not met
tally-unknown = { $count } unknown
decision-asked-certificate = Certificate { $what }
decision-asked-product = Product { $what }, without a document
decision-to = to
decision-known = Answered from { $what } published statements.
decision-measures = Measures
decision-requirements = Requirements and reasons
decision-no-requirement = No requirement of { $what } for this product is on record for this day.
decision-no-requirement-next = Nobody has stated that the registry holds every act of { $what }: this is not proof that nothing is required. Ask its authority, or read which of its acts are on record.
decision-acts-on-record = Acts of { $what } on record
decision-missing-more = { $count ->
    [one] One way that is farther off
   *[other] { $count } ways that are farther off
  }
decision-missing = What is missing
decision-paths = Every path that was tried
decision-requirement-itself = About the requirement itself
decision-instrument = Instrument:
decision-evidence-of-path = Document:
decision-evidence = The documents
decision-notes = Remarks
decision-reproduce = Reproduce this answer
decision-reproduce-text = This address asks the same question at the same point of the log. It gives the same answer whatever is published later.
decision-position = Known up to
decision-root = Root of the log
decision-engine = Engine
decision-rules = Table of rules
decision-again = Ask another question

## Network

network-title = The network of recognition
network-lead = Which countries and groups recognise whose results, by which agreements.
network-sector = Products
network-every-sector = All products
network-chapter = Chapter { $what }
network-kind = What is recognised
network-every-kind = Everything
network-none = No agreement on record fits.
network-picture = Picture of the network: { $what } parties and { $other } annexes. The table below says the same in words.
network-legend = Countries stand outside, groups within. A diamond is an agreement of three or more parties; its number is listed here.
network-not-in-force = not in force on this day
network-table = The same as a table
network-parties = { $count ->
    [one] one party
   *[other] { $count } parties
  }
chapter-28 = inorganic chemicals
chapter-29 = organic chemicals
chapter-30 = pharmaceutical products
chapter-33 = cosmetics
chapter-39 = plastics
chapter-40 = rubber, tyres
chapter-61 = clothing, knitted
chapter-62 = clothing, not knitted
chapter-64 = footwear
chapter-65 = headgear
chapter-68 = articles of stone and cement
chapter-70 = glass
chapter-73 = articles of iron and steel
chapter-84 = machinery
chapter-85 = electrical equipment
chapter-86 = railway equipment
chapter-87 = vehicles
chapter-88 = aircraft
chapter-89 = ships and boats
chapter-90 = measuring and medical instruments
chapter-93 = arms and ammunition
chapter-94 = furniture, lighting
chapter-95 = toys, games, sports
chapter-96 = miscellaneous articles

## Log and statements

log-title = The log
log-lead = Every statement ever published, in order. Nothing is deleted or edited, and anyone can check that none was hidden or rewritten.
log-checkpoint = Latest checkpoint
log-origin = Name of the log
log-size = Statements
log-root = Root hash
log-keys = Keys that sign checkpoints
log-key-since = from position { $what } on
log-check = Check it yourself
log-check-1 = Fetch the signed checkpoint. It is a text in the C2SP format, with the size and the root of a tree as in RFC 6962.
log-check-2 = Fetch the tiles and verify everything with the command
log-check-3 = Keep the checkpoint. A later one must prove that it contains it.
log-statements = Latest statements
log-position = Position
log-day = Admitted
log-act = Act
log-signer = Signed by
log-reported = reported for { $what }, not signed by it
statement-title = Statement { $what }
statement-kind = Statement in the log
statement-neighbours = Neighbouring statements
statement-before = Statement { $what }
statement-after = Statement { $what }
statement-who = Who and when
statement-key = Key
statement-id = Identifier given by the signer
statement-admitted = Admitted
statement-made = Day given by the signer
statement-digest = SHA-256 of the signed bytes
statement-says = What it says
statement-fields-note = Names of fields are those of the signed text.
statement-field = Field
statement-content = Content
statement-json = As JSON
statement-jws = Signed bytes (JWS)
statement-proof = Proof that it is in the log
statement-proof-text = With the hashes below, anyone can compute the root of the log of { $what } statements from this statement.
statement-leaf = Hash of the leaf
statement-path = { $count ->
    [one] One hash
   *[other] { $count } hashes
  }

## About

about-title = About Comity
about-lead = Comity is an open registry of statements about product-safety conformity, and an engine that answers across borders: must, may or need a country accept this evidence?
about-how = How it works
about-how-1 = Authorities, bodies and suppliers publish signed statements. A recorder may report what others did; that is marked.
about-how-2 = Statements stand in a public log that cannot be rewritten unnoticed.
about-how-3 = Answers are computed from the log by published rules, each with its paragraph. Anyone can compute them again.
about-answers = How to read an answer
about-glossary = Terms
about-not = What this is not
about-not-text = A result that is recognised in one country is recognised there, for the product and scope stated, and nowhere else unless that country says so. Absence from this registry is never evidence of forgery.
term-recognition = Recognition
term-recognition-text = Acknowledging that the result of a conformity assessment is valid.
term-acceptance = Acceptance
term-acceptance-text = Using such a result, for example to let a product onto the market.
term-conformity = Statement of conformity
term-conformity-text = A certificate, report or declaration that specified requirements are fulfilled.
term-body = Conformity assessment body
term-body-text = A body that tests, calibrates, inspects or certifies.
term-designation = Designation
term-designation-text = A government’s permission for a body to perform specified assessments.
term-accreditation = Accreditation
term-accreditation-text = A third party’s attestation that a body is competent for a stated scope.
term-agreement = Mutual recognition agreement
term-agreement-text = An agreement by which parties recognise results of each other’s bodies. What counts is the annex for the product, its direction and its dates.
term-objective = Common regulatory objective
term-objective-text = A text on which countries agree (Recommendation L): what a product must achieve, and how conformity may be shown.
term-suspension = Suspension, restoration, withdrawal
term-suspension-text = A suspended statement of conformity is temporarily invalid; it may be restored. A withdrawn one is revoked by its issuer.
term-measure = Measure
term-measure-text = An act of an authority against a product, such as withdrawal from the market, with a legal basis and a remedy. A suspicion is not a measure.
term-log = Log
term-log-text = The list of all statements, published so that any change to what was once shown can be found.
term-reported = Reported
term-reported-text = Entered by a recorder from a named source. The party concerned did not sign it.
term-coverage = Coverage
term-coverage-text = A statement of how complete the registry is for a scheme and country. Without one, absence means nothing.

## Closed lists

state-in-force = in force
state-suspended = suspended
state-partly-suspended = suspended in one direction
state-ended = ended
state-upcoming = not yet in force
state-not-in-force = not in force
state-superseded = superseded
state-withdrawn = withdrawn
state-expired = expired
state-revoked = revoked
moment-issued = Issued
moment-amended = Amended
moment-scope-reduced = Scope reduced
moment-suspended = Suspended
moment-restored = Restored
moment-withdrawn = Withdrawn
moment-withdrawn-from-start = Withdrawn from the start
moment-expired = Ended early
moment-holder-changed = Change of holder
moment-transferred = Transferred to another body
event-contested = competence contested
event-contest-rejected = contest rejected
event-suspended = suspended
event-restored = restored
event-withdrawn = withdrawn
event-scope-reduced = scope reduced
event-designated = designated
event-listed = listed
event-decided = decided
event-declared = declared
commitment-agreed = agreed
commitment-adopted = adopted into law
commitment-accepted = accepts without adoption
party-registrar = registrar
party-recorder = recorder
party-authority = authority
party-standardizing-body = standardizing body
party-accreditation-body = accreditation body
party-conformity-assessment-body = conformity assessment body
party-supplier = supplier
party-secretariat = secretariat
party-depositary = depositary
party-right-holder = holder of rights
mandate-coordinate = coordinates for the country
mandate-regulate = adopts regulations and accepts
mandate-agree = concludes agreements
mandate-designate = designates bodies
mandate-survey = surveys the market
mandate-accredit = accredits
mandate-record = records what others did
mandate-deposit = depositary
mandate-secretariat = secretariat
procedure-none = no assessment before placing on the market
procedure-declaration = supplier’s declaration
procedure-declaration-with-test = supplier’s declaration on a test report
procedure-testing = testing by a third party
procedure-inspection = inspection by a third party
procedure-certification = certification by a third party
procedure-type-approval = type approval
evidence-declaration = supplier’s declaration
evidence-test-report = test report
evidence-inspection-report = inspection report
evidence-certificate = certificate of conformity
evidence-type-approval = type approval
evidence-calibration-certificate = calibration certificate
recognises-results = results of assessment
recognises-equivalence = equivalence of acts
recognises-harmonised-approval = harmonised approvals
recognises-accreditation = accredited bodies
recognises-declaration = supplier’s declarations
recognises-scheme = certificates of a scheme
recognises-lawful-marketing = lawfully marketed goods
recognises-alignment = alignment of law
recognises-nothing = nothing: common text or information only
binding-treaty = treaty
binding-law = law
binding-undertaking = undertaking
binding-private = private arrangement
origin-any = origin does not matter
origin-parties = goods must originate in a party
purpose-safety = safety of persons
purpose-health = human health
purpose-animal-plant-health = animal and plant health
purpose-environment = environment
purpose-consumer-protection = protection of consumers
purpose-spectrum = radio spectrum and compatibility
purpose-energy = energy efficiency
purpose-security = national security
degree-identical = identical
on-amendment-lapses = it lapses when one of the acts is amended
on-amendment-continues-until-revoked = it continues until it is revoked
on-amendment-continues-for-days = it continues for a number of days after one of the acts is amended
degree-modified = modified
degree-not-equivalent = not equivalent
stringency-identical = the same text
stringency-equivalent = the same level
stringency-more-stringent = more stringent
stringency-less-stringent = less stringent
measure-withdrawal = withdrawal from the market
measure-prohibition = prohibition of placing on the market
measure-protection-clause = protection clause
measure-restriction = restriction of circulation
measure-counter-measure = counter-measure
certainty-sourced = read in the source
certainty-to-confirm = to be confirmed in the text of the instrument
certainty-demonstration = invented for demonstration

## Names of tables

title-accreditations = Accreditations
title-acts-named = Acts that are named
title-additional-requirements = Additional requirements
title-adoptions = National and regional adoptions
title-agreements = Agreements
title-alignment = Alignment of law
title-amendments = Amendments
title-annexes = Annexes
title-applied = Applied by
title-bodies = Bodies
title-cited-by = Acts that refer to it
title-commitments = Commitments of countries
title-conditions = Conditions
title-conforms-to = States conformity to
title-coverage = How complete the registry is
title-decisions = Recognition decisions and acceptances
title-differences = Declared differences
title-directions = Directions
title-editions = Editions
title-equivalences = Equivalences
title-events = Events
title-exemptions = Exemptions and refusals
title-groups = Groups
title-keys = Keys
title-measures = Measures
title-members = Members
title-objectives = Objectives
title-ownership = Ownership
title-parties-bound = Parties
title-products = Products
title-recognised-bodies = Recognised bodies
title-recognitions = Recognitions of the accreditation body
title-regulations = Technical regulations
title-standards = Standards
title-standings = Standing of the body
title-stringency = Compared with other standards
title-suspensions = Suspensions and ends
title-versions = Versions

## Names of facts

label-accepts-from = Accepts from
label-accreditation-body = Accreditation body
label-act = Act
label-acts = Acts
label-address = Address
label-adopted-on = Adopted on
label-agreement = Agreement
label-aliases = Also known as
label-alpha3 = Three-letter code
label-annex = Annex
label-assessed-on = Assessed on
label-available-at = Available at
label-based-on = Based on
label-basis = Rests on
label-batch = Batch
label-binding = Binding as
label-body = Body
label-bound = Bound
label-brand = Brand
label-certificate = Certificate
label-commodity-code = Commodity code
label-commitment = Commitment
label-compliance = Ways to show conformity
label-conditions = Conditions
label-country = Country
label-complete = Complete
label-credential = Digest of the document (SHA-256)
label-days = Period
label-decision = Decision
label-degree = Correspondence
label-depositary = Depositary
label-description = Description
label-designated-by = Designated by
label-designating-party = Under the authority of
label-details = Details
label-difference = Difference
label-direction = Direction
label-edition = Edition
label-edition-declared = Edition declared equivalent
label-edition-on-day = Edition in force on the day
label-ends-when-overdue = Ends when the review is overdue
label-equivalence = Equivalence
label-event = What happened
label-evidence = Document
label-exclusive = Exclusive
label-expires-on = Valid until the day before
label-first = First act
label-former-edition-until = Former edition good until the day before
label-group = Group
label-gtin = GTIN
label-holder = Holder
label-imports-treated-worse = Treats imports worse (flagged under E.1)
label-issued-on = Issued on
label-issuer = Issued by
label-instrument = Instrument
label-key = Key
label-key-state = State of the key
label-kind-of-party = What it is
label-kind-of-decision = What it is
label-kind-of-measure = Kind of measure
label-languages = Languages
label-legal-basis = Legal basis
label-legislates = Its regulations are law in its members
label-measure = Measure
label-member = Member
label-model = Model
label-modules = Modules
label-notification = Notification to the WTO
label-numeric = Numeric code
label-objective = Objective
label-oldest-series = Oldest series accepted
label-on = Day
label-on-amendment = If an act is amended
label-open-to-accession = Open to accession
label-origin = Origin
label-outputs = Documents accepted
label-owner = Owner
label-parties = Parties
label-party = Party
label-peer-reviewed = Reviewed by peers
label-phase = Phase
label-presumption = Standards give presumption of conformity
label-procedure = Procedure
label-products = Products
label-published-at = Published at
label-published-on = Published on
label-purposes = Purposes
label-reasons = Reasons
label-recognised-in = Are recognised in
label-recognises = Recognises
label-reference = Reference
label-regulation = Regulation
label-remedy = Remedy
label-replaces = Replaces
label-report = Test report
label-requirements = Requirements
label-responsible-body = Body responsible now
label-results-of = Results from
label-review-by = To be reviewed by
label-scheme = Scheme
label-second = Second act
label-share = Share
label-signed-on = Signed on
label-standard = Standard
label-standards = Standards
label-state = State
label-status-index = Status index
label-subject = Subject
label-territories = Territories excluded
label-topic = Topic
label-version = Version
label-website = Website
label-acts-added = Acts added
label-acts-removed = Acts removed
label-adopts = Adopts
scope-every-product = every product
scope-every-other-party = every other party
event-granted = granted

## The desk of officers

desk-link = For officers of parties: the desk
desk-title = Desk
desk-nav = Desk
desk-lead = Acts of your party are written here, shown in full, signed and submitted to the log. Drafts are seen by the officers of your party and nobody else.
desk-overview = Overview
desk-acts = Acts
desk-keys = Keys
desk-officers = Officers
desk-audit = Audit trail
desk-sign-in = Sign in
desk-sign-in-lead = Officers sign in with a passkey: a finger, a face or a number on their own device, or a security key.
desk-sign-in-button = Sign in with a passkey
desk-sign-in-none = Without a passkey: ask the administrator of your party for an invitation.
desk-sign-out = Sign out
desk-needs-script = Talking to a passkey needs a script and a browser that knows passkeys, at this address:
desk-ceremony-failed = The browser did not use a passkey. Try again.
desk-invitation = An invitation for you
desk-invitation-lead = Register a passkey, and you are an officer of this party. The link works once.
desk-invitation-button = Register a passkey
desk-name = Name
desk-party = Party
desk-roles = Roles
desk-expires = Works until
desk-role-administrator = administrator
desk-role-drafter = drafter
desk-role-signatory = signatory
desk-role-administrator-long = Administrator: invites and revokes officers, looks after keys, reads the audit trail
desk-role-drafter-long = Drafter: writes acts
desk-role-signatory-long = Signatory: writes acts, signs and submits them
desk-write = Write an act
desk-open-acts = Acts that are not signed yet
desk-no-acts = There are none.
desk-acts-lead = The latest acts of your party, drafts and logged ones.
desk-version = Version
desk-written = Last written
desk-written-by = Last written by { $what }, { $other } UTC.
desk-state = State
desk-draft = Draft
desk-act-logged = In the log
desk-logged = In the log at position { $what }
desk-choose-lead = These are the acts that your party could sign today, by its kind and its mandates. Whether it may sign one in particular is told before it is signed.
desk-text = The act, as TOML or JSON
desk-text-hint = What stands behind # explains each field and is not signed. Nothing is signed yet when you keep it.
desk-keep = Keep and look at it
desk-edit = Write it anew
desk-discard = Throw this draft away
desk-as-text = As text
desk-as-form = As a form
desk-optional = May be left out.
desk-more = { $count ->
        [one] One more field that may be left out
       *[other] { $count } more fields that may be left out
    }
desk-about-statement = About the statement itself
desk-id-hint = Unique among the statements of your party: letters, digits and . _ : / -
desk-code-hint = A code of the Harmonized System, as exact as the document states it.
desk-code-words = Find a code by words
desk-code-add = Add the code
desk-code-none = Nothing in the list has these words: try others, or write the code as tariffs show it.
desk-code-several = Several headings have these words. Choose one:
desk-codes-hint = Codes of the Harmonized System, with spaces between them; a short code stands for everything below it.
desk-yes = yes
desk-no = no
desk-which = Which
desk-add = Add: { $what }
desk-remove = Take away: { $what }
desk-from-file = From a file
desk-act-file = File of the act
desk-act-file-hint = One act as TOML or JSON, up to 128 KiB. Nothing is signed yet when it is kept.
desk-act-file-button = Keep it and look at it
desk-statement-file = Or the file with the signed act
desk-upload-file-button = Upload the file and submit
desk-next = What to do next
desk-next-lead = Acts that follow from how procedures and objectives stand today. Each begins with what is known. You may write any other act at any moment.
desk-next-none = Nothing of yours is waiting. Write an act from the whole list.
desk-stage-interest = An interest is stated
desk-stage-call = A call is on record
desk-stage-transmitted = The call is transmitted
desk-stage-task-force = The task force works
desk-stage-drafting = A draft is filed
desk-stage-comments = Comments are or were taken
desk-stage-agreed = At least two countries agreed
desk-stage-submitted = The text is submitted
desk-stage-registered = Registered
desk-stage-adopted = Adopted by at least one country
desk-check = Formal check
desk-check-of = Formal check of draft { $what }
desk-check-whole = The text has every element of annex B that it needs.
desk-check-missing = { $count ->
        [0] No element of annex B is missing.
        [one] One element of annex B is missing.
       *[other] { $count } elements of annex B are missing.
    }
desk-check-unreadable = Not counted, since it cannot be read yet:
desk-presence-present = there
desk-presence-missing = missing
desk-presence-not-needed = not needed here
desk-former-draft = What differs from draft { $what }
desk-former-call = What differs from the call
desk-position = position { $what }
desk-same = Nothing differs.
desk-element = Element
desk-before = Before
desk-after = Now
desk-added = added
desk-removed = removed
desk-element-scope = Scope statement
desk-element-purposes = Legitimate objectives
desk-element-requirements = Product requirements
desk-element-standards = Reference to standards, or why there is none
desk-element-conditions-of-use = Conditions of the use of each standard
desk-element-procedures = Procedures of the compliance clause
desk-element-procedure-contents = Range and contents of each procedure
desk-element-choice = When the supplier may choose
desk-element-evidence = Kind of documented evidence
desk-element-bodies = Provisions on the bodies that assess
desk-element-competence = Criteria of competence of the bodies
desk-element-surveillance = Market surveillance clause
desk-element-non-conforming = Protection clause: products that do not conform
desk-element-non-conforming-declared = What is declared about them
desk-element-endangering = Protection clause: products that conform and endanger
desk-element-endangering-declared = What is declared about them, with reasons
desk-expired = expired { $what } UTC
desk-clear = Clear
desk-error-no-file = No file came with the form. Choose one.
desk-error-file-too-large = A file with an act or a signed statement has at most 128 KiB. Choose the right one.
desk-error-not-text = The file is no text in UTF-8. Choose the file of the act, not a document about it.
desk-error-no-form = The text is not one act in TOML, so it cannot be shown as a form. Mend the text first.
desk-would = What would become of it
desk-would-be-taken = It would be taken into the log today.
desk-would-not = It would not be taken into the log today, so it cannot be signed.
desk-who-may-sign = Who may sign such an act
desk-effect-reported = It would be shown as an act of { $what } reported by { $other }, not signed by the party.
desk-effect-certificates = { $count ->
    [one] It would change one certificate.
   *[other] It would change { $count } certificates.
}
desk-effect-joint = It is a joint act: it binds each party from when that party concurs, or when the depositary states it.
desk-effect-day = It { $what } { $day }, { $beside }.
desk-day-from = has effect from
desk-day-in-force-from = is in force from
desk-day-applies-from = applies from
desk-day-on = has effect on
desk-day-published = was published on
desk-day-until = ends before
desk-day-repealed-from = ends on
desk-days-today = today
desk-days-ahead = { $count ->
    [one] tomorrow
   *[other] { $count } days from today
}
desk-days-ago = { $count ->
    [one] yesterday
   *[other] { $count } days ago
}
desk-sign = Sign and submit
desk-sign-lead = You sign what is shown above, and nothing else. What is in the log is never changed or deleted.
desk-key = Key of the party
desk-sign-button = Sign and submit this act
desk-no-keys = No key of your party is held here. Sign outside and upload.
desk-outside = Sign outside
desk-outside-download = Download this act.
desk-outside-sign = Where your key is:
desk-outside-upload = Paste the line that was printed, and upload it.
desk-statement = The signed act
desk-upload-button = Upload and submit
desk-not-signatory = An officer with the role of signatory signs it.
desk-since = since { $what } UTC
desk-until = works until { $what } UTC
desk-revoked = revoked { $what } UTC
desk-used = last used { $what } UTC
desk-passkey = Passkey of { $what } UTC
desk-revoke-passkey = Revoke this passkey
desk-further-passkey = Invite to a further passkey
desk-revoke-officer = Revoke this officer
desk-invited = Invited
desk-withdraw = Withdraw
desk-invite = Invite an officer
desk-invite-button = Make a link
desk-link-made = Give this link to the officer in person or over a channel that you trust. Whoever opens it first becomes the officer. It is shown this once.
desk-keys-lead = A key that is held here signs when a signatory asks for it. It is kept sealed, and the secret that opens it is kept elsewhere.
desk-home-sealed = held here
desk-home-token = in a token
desk-key-not-in-force = not in force on your party's record
desk-release = Release
desk-hold = Have a key held
desk-key-file = Content of the key file
desk-key-file-hint = A private key as comity key new writes it. Only keys that are on record for your party are taken.
desk-hold-button = Have it held
desk-audit-lead = Who did or tried what for your party, the latest first. Nothing is taken out of it.
desk-number = Number
desk-when = When (UTC)
desk-who = Who
desk-what = What
desk-outcome = Outcome
desk-outcome-done = done
desk-outcome-refused = refused
desk-detail = Detail
desk-earlier = Earlier
desk-refused = This was not done
desk-nothing-changed = Nothing was changed. That it was tried is on the audit trail.
desk-back = Back to the desk
desk-error-signed-out = You are not signed in, or your session has ended. Sign in again.
desk-error-repeated = This form was sent before, and counts once. Look at what became of it, then open the page anew.
desk-error-foreign-form = This form was not made for your session. Open the page anew and fill it in there.
desk-error-invitation = This invitation does not work, was used or has expired. Ask whoever invited you for a new one.
desk-error-busy = Too many people sign in at this moment. Try again in some minutes.
desk-error-ceremony = That took too long, or was sent before. Open the page anew and try again.
desk-error-passkey = The passkey was not accepted. Try again, or ask your administrator for another invitation.
desk-error-passkeys-many = This officer has too many passkeys. Revoke the officer and invite anew.
desk-error-passkey-revoked = This passkey was revoked. Ask your administrator.
desk-error-passkey-unknown = This passkey belongs to no officer here. Choose another, or ask your administrator.
desk-error-role = Your roles do not allow this. Ask your administrator.
desk-error-no-such-party = This party is not registered. Have it registered first.
desk-error-no-such = Your party has no such thing. Go back to the list.
desk-error-name = A name has 1 to 100 characters on one line. Write another.
desk-error-no-role = An officer needs a role. Choose at least one.
desk-error-last-administrator = This is the last administrator of the party. Invite another first.
desk-error-too-long = The act is too long. Split it into several.
desk-error-draft = The text is not an act. What is wrong, with its line and field:
desk-error-not-one = Write one act, not several.
desk-error-other-party = The act names another signer than your party. Correct the signer.
desk-error-demonstration-key = demonstration_key belongs into files of the demonstration. Remove it.
desk-error-changed = The act was changed since it was shown to you. Look at it again.
desk-error-logged = This act is in the log already. What is logged is never changed. Write another act.
desk-error-submit = The registry does not take this act:
desk-error-statement = What you uploaded is not an act signed with a key of your party:
desk-error-other-statement = What you uploaded is not the act that was shown. Download this act, sign that file, and upload the result.
desk-error-other-signer = What you uploaded is signed by another party. Sign with a key of your party.
desk-error-no-key = No such key of your party is held here. Choose another, or sign outside and upload.
desk-error-key-known = This key is held here already. Release it first.
desk-error-key-not-on-record = This key is not on record for your party. Add it with key.added first.
desk-error-key = This is no private key:
desk-error-no-secret = This server holds no keys. Sign outside and upload.
desk-error-other-secret = The held key cannot be opened. Tell whoever runs this server: it was sealed with another secret.
desk-error-token = The token does not sign:
desk-error-random = The server has no randomness. Tell whoever runs it.
desk-error-store = The server cannot read or write its data. Tell whoever runs it.

## Calendar of objectives

nav-calendar = Calendar
calendar-of-country = What is due from this country under common regulatory objectives
calendar-title = Calendar of objectives
calendar-title-of = Calendar of objectives: { $what }
calendar-lead = What Recommendation L makes due, from whom, and by when. Nothing is refused for being late: lateness is shown.
calendar-country = Country
calendar-everybody = all countries
calendar-show = Show
calendar-terms = Terms
calendar-overdue =
    { $count ->
        [one] { $count } term is overdue.
       *[other] { $count } terms are overdue.
    }
calendar-none = Nothing is due.
calendar-what = What
calendar-objective = Objective or procedure
calendar-from = From
calendar-due-on = Last day
calendar-state = State
calendar-rule = Rule
calendar-source = Statement
calendar-anybody = any member State
calendar-period = year { $what }
calendar-done-on = on { $what }
calendar-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
calendar-left-off =
    { $count ->
        [one] { $count } older term that is done is not shown: choose a country.
       *[other] { $count } older terms that are done are not shown: choose a country.
    }
calendar-ics = Subscribe in a calendar (iCalendar)
calendar-atom = Follow as a feed (Atom)
due-response-in-time = Response to a call
due-work-not-before = Work may start
due-comments-answered = End of the comment period
due-adoption-notice = Notice of adoption
due-status-report = Yearly status report
due-state-open = open
due-state-done = done
due-state-late = late
due-state-overdue = overdue

# Comments on drafts

comments-kind = Comments on a draft
comments-title = Comments: { $what }
comments-drafts = Drafts
comments-draft = Draft { $what }
comments-text = the text
comments-none-open = No draft of this procedure has been open for comments yet.
comments-open-until = Comments are taken until { $what }, by anybody, without an account.
comments-late-since = The period ended on { $what }. Comments are still taken; they are shown as late and counted.
comments-closed-since = The period ended on { $what }, and the text is registered: no more comments are taken.
comments-period = Period
comments-first-day-after = the second is the first day after it
comments-opened = opened by this statement
comments-received = Comments received
comments-of-them-published = published: { $what }
comments-of-them-declined = declined: { $what }
comments-of-them-waiting = waiting: { $what }
comments-of-them-late = late: { $what }
comments-answers = Answers
comments-no-answers = none on record yet
comments-bound = Bound in the log
comments-not-bound = No statement binds them yet.
comments-count = { $count ->
    [one] one comment
   *[other] { $count } comments
}
comments-replies-count =
    { $count ->
        [one] { $count } reply
       *[other] { $count } replies
    }
comments-bound-holds = The comments kept here are those that it bound.
comments-bound-fails = The comments kept here are not those that it bound: some were changed or taken away.
comments-taken = Your comment has number { $what }.
comments-taken-next = It is shown once the task force or the secretariat has looked at it: published as you wrote it, or declined with a reason.
comments-write = Write a comment
comments-write-lead = Your name and your comment are published as you write them, for good. What was published is not taken away again.
comments-not-taken = Your comment was not taken. Everything that you wrote is still here.
comments-name = Your name
comments-name-hint = Published with the comment.
comments-organisation = Organisation
comments-organisation-hint = If you write for one. Published.
comments-country = Country
comments-optional = If you like. Published.
comments-no-country = No country
comments-about = What it is about
comments-about-hint = A part of the text, or a numbered requirement.
comments-comment = Comment
comments-comment-hint = Plain text, at most { $what } characters and three links.
comments-contact = Your address
comments-contact-hint = Never published. Whoever looks after the comments can ask you something.
comments-trap = Leave this empty
comments-send = Send the comment
comments-private = Nothing else about you is kept: no cookie, no address of your connection.
comments-list = Comments
comments-keep = Keep all of them:
comments-from-the-first = From the first
comments-nothing-yet = None has been published yet.
comments-number = Comment { $what }
comments-came-late = late
comments-reply = Reply for { $what }, { $other }
comments-leaf = Hash of this comment
comments-declined = declined
comments-declined-because = Declined: { $what }
comments-next = Next comments
comments-too-many = { $count ->
    [one] More comments came from this address than are taken: wait a minute, then send it again.
   *[other] More comments came from this address than are taken: wait { $count } minutes, then send it again.
}
comments-too-large = What you sent is far longer than a comment: shorten it, or refer to a document.
comments-unreadable = The form could not be read: open the page anew and send it again.
comments-too-long = This has more than { $what } characters: shorten it.
comments-error-no-such-procedure = There is no such procedure.
comments-error-not-open = No draft of this procedure has been open for comments yet.
comments-error-closed = The text is registered, and comments on its drafts are no longer taken.
comments-error-draft = This draft takes no comments: choose one of those listed.
comments-error-about = The draft has no such part: choose one of those listed.
comments-error-empty = This is needed: write something.
comments-error-too-long = This is too long: shorten it.
comments-error-country = This is no country: choose one of those listed.
comments-error-links = A comment may have three links, a name none: describe the others in words.
comments-error-too-fast = The form came back faster than a person writes. Read your comment once more and send it again.
comments-error-trap = A field was filled that is to stay empty. It is empty now: send the form again.
comments-error-form = The form was no longer good. It is renewed now: send it again.
comments-error-full = So many comments wait that no more are taken for now: try again tomorrow.
comments-error-random = The server cannot take comments for now: try again later.
comments-error-store = The comment could not be kept: try again later.
comments-part-whole = The whole
comments-part-scope = Scope
comments-part-purposes = Legitimate objectives
comments-part-requirements = Product requirements
comments-part-standards = Reference to standards
comments-part-procedures = Compliance clause
comments-part-evidence = Evidence
comments-part-bodies = Conformity assessment bodies
comments-part-surveillance = Market surveillance
comments-part-protection = Protection clause

# Documents

documents-title = Documents: { $what }
documents-lead = Every document that a statement names, in every version. Who signed the statement vouches for the document; its hash tells whether a copy is the same.
documents-none = No statement names a document yet.
documents-document = Document
documents-language = Language
documents-version = Version
documents-on = Date
documents-bytes = Size
documents-by = Attached by
documents-hash = SHA-256
documents-not-held = not kept here
documents-size = { $count } KB

desk-documents = Documents
desk-documents-lead = Hand a document in, then cite it in an act. From then on everybody can read it; until then nobody can.
desk-documents-none = Your party has handed in none yet.
desk-document-added = The document is kept. Its SHA-256:
desk-document-file = Document
desk-document-hint = PDF, DOCX or ODT, at most 32 MB, without macros, passwords or attached files.
desk-document-send = Hand in
desk-document-not-cited = No statement cites it yet: it is not public.
desk-document-cited = Cited by statement
desk-document-public = As everybody sees it
desk-document-cite = To cite it in an act
desk-comments = Comments
desk-comments-lead = Comments on drafts whose procedure your party looks after: for the secretariat, the convenor, a member of the task force, or the country that opened the period.
desk-comments-none = There are none.
desk-comments-on = Comments on { $what }, draft { $other }
desk-queue-lead = Each comment is published as it is or declined with a reason, once. Nothing in it can be changed, and its text is kept either way.
desk-queue-waiting = Waiting
desk-queue-decided = Decided
desk-queue-public = As everybody sees it
desk-queue-empty = There are none here.
desk-bind = Write the act that binds what is published
desk-bind-hint = It counts the published comments and names the root of a tree over them: from then on none can be changed or taken away unseen. Sign it once the period has ended.
desk-comment-contact = Address, not public: { $what }
desk-comment-published = Published.
desk-comment-publish = Publish comment { $what }
desk-comment-decline = Decline …
desk-comment-decline-send = Decline comment { $what }
desk-comment-reason = Reason, for everybody to read
desk-comment-reply = Reply …
desk-comment-reply-text = Reply, for everybody to read
desk-comment-reply-send = Publish the reply
desk-error-not-moderator = Your party may not look after these comments. The secretariat, the convenor and members of the task force do.
desk-error-decided = This comment was decided on before. Look at the list again.
desk-error-reason = A reason or reply has 1 to 2,000 characters.
desk-error-document-empty = The file is empty.
desk-error-document-large = A document may have 32 MB: make it smaller, or split it.
desk-error-document-kind = This is none of PDF, DOCX and ODT, whatever its name says.
desk-error-document-damaged = The document is damaged, or did not arrive whole: try again.
desk-error-document-encrypted = The document is encrypted, or of an old kind: save it without a password, as PDF, DOCX or ODT.
desk-error-document-attached = Other files are attached to the document: save it without them, and hand in each of them as a document of its own.
desk-error-document-active = The document holds macros, scripts or something that acts: save it without them.
desk-error-document-program = This is a program, or holds one.
desk-error-document-unfolds = The document unfolds into more than is taken: save it anew, with smaller pictures.
desk-error-document-no-folder = This server keeps no documents.
desk-error-document-file = The document could not be kept: try again later.
