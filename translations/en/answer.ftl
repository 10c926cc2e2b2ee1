# The answer as a whole.

overall--recognised = { $country } must accept it on { $day }.
overall--partly_recognised = { $country } must accept it for a part of what it requires on { $day }, not for all.
overall--discretionary = { $country } may accept it on { $day }; it is not bound to.
overall--not_recognised = { $country } need not accept it on { $day }.
overall--unknown = It cannot be told whether { $country } must accept it on { $day }.
overall--not_required = No act on record requires an assessment before the market for this product in { $country } on { $day }.
overall--barred = A measure of { $country } bars this product on { $day }.

requirement--recognised = { $basis ->
    [treaty] { $country } must accept it for { $act }, by treaty ({ $path }).
    [law] { $country } must accept it for { $act }, by its own law ({ $path }).
   *[undertaking] { $country } must accept it for { $act }, by an undertaking, Rec. L 17, not law ({ $path }).
}
requirement--discretionary = { $country } is to accept it for { $act } whenever possible, if satisfied; ask ({ $path }).
requirement--not_recognised = { $country } need not accept it for { $act }.
requirement--unknown = It cannot be told whether { $country } must accept it for { $act }.
requirement--stronger-unknown = A path on a stronger basis may hold as well; that cannot be told.

path--national = The importing country's own rules
path--objective = Common regulatory objective
path--results = Mutual recognition of results
path--equivalence = Equivalence of legislation
path--harmonised_approval = Harmonised approval
path--accreditation = Accreditation
path--declaration = Supplier's declaration
path--scheme = Scheme of bodies
path--prior_decision = Recognition decision or acceptance
path--lawful_marketing = Lawful marketing
path--alignment = Alignment of law
path--stringency = A standard at least as strict

coverage--complete = For { $scheme } in { $country } the registry is stated to be complete since { $since }: { $basis }
coverage--incomplete = For { $scheme } in { $country } the registry is stated not to be complete: { $basis } That something is not on record proves nothing.
coverage--unstated = Nobody has stated how complete the registry is for { $scheme } in { $country }. That something is not on record proves nothing.

disclaimer = Information computed from published statements; not a decision of any authority, nor proof of conformity, safety or origin.
disclaimer--objectives = Not the UNECE Registry for CROs; numbers beginning DEMO were not allocated by UNECE.
