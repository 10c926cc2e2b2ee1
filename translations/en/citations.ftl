# How places in texts are cited.

cited--recommendations = Rec. { $place }
cited--methods = { $place }
cited--tbt = TBT { $place }
cited--practice = Practice of mutual recognition agreements: { $place }
cited--agreement1958 = UN 1958 Agreement, Revision 3: { $place }
cited--reading = Reading of this registry: { $place }
cited--annex = L annex { $place }
cited--second = { $place } (second)

place--agreement1958--procedures-on-conformity-of-production = procedures on conformity of production
place--practice--acts-named-in-annexes = acts named in annexes
place--practice--age-of-reports = age of reports
place--practice--alignment-of-law = alignment of law
place--practice--contest-of-bodies = contest of bodies
place--practice--declared-national-differences = declared national differences
place--practice--directions-of-an-annex = directions of an annex
place--practice--equivalence-of-acts = equivalence of acts
place--practice--exemptions-from-lawful-marketing = exemptions from lawful marketing
place--practice--lawful-marketing = lawful marketing
place--practice--listing-of-bodies = listing of bodies
place--practice--notification-of-accredited-bodies = notification of accredited bodies
place--practice--ownership-of-bodies = ownership of bodies
place--practice--phases-and-parts-of-an-annex = phases and parts of an annex
place--practice--reasoned-refusal = reasoned refusal
place--practice--rules-on-origin = rules on origin
place--practice--schemes-of-bodies = schemes of bodies
place--practice--scope-of-annexes = scope of annexes
place--practice--sectoral-annexes = sectoral annexes
place--practice--supplier-s-declarations = supplier's declarations
place--practice--suspension-of-bodies = suspension of bodies
place--practice--what-an-annex-commits-to = what an annex commits to
place--annex-b--compliance = compliance
place--annex-b--market-surveillance-and-protection = market surveillance and protection
place--annex-b--product-requirements = product requirements
place--annex-b--reference-to-standards = reference to standards
place--annex-b--scope = scope
