# Comment les passages des textes sont cités.

cited--recommendations = Rec. { $place }
cited--methods = { $place }
cited--tbt = OTC { $place }
cited--practice = Pratique des accords de reconnaissance mutuelle : { $place }
cited--agreement1958 = Accord ONU de 1958, révision 3 : { $place }
cited--reading = Lecture de ce registre : { $place }
cited--annex = L annexe { $place }
cited--second = { $place } (second)

place--agreement1958--procedures-on-conformity-of-production = procédures relatives à la conformité de la production
place--practice--acts-named-in-annexes = actes cités dans les annexes
place--practice--age-of-reports = ancienneté des rapports
place--practice--alignment-of-law = alignement du droit
place--practice--contest-of-bodies = contestation d’organismes
place--practice--declared-national-differences = divergences nationales déclarées
place--practice--directions-of-an-annex = sens d’une annexe
place--practice--equivalence-of-acts = équivalence des actes
place--practice--exemptions-from-lawful-marketing = exceptions à la commercialisation licite
place--practice--lawful-marketing = commercialisation licite
place--practice--listing-of-bodies = inscription d’organismes
place--practice--notification-of-accredited-bodies = notification d’organismes accrédités
place--practice--ownership-of-bodies = propriété des organismes
place--practice--phases-and-parts-of-an-annex = phases et parties d’une annexe
place--practice--reasoned-refusal = refus motivé
place--practice--rules-on-origin = règles d’origine
place--practice--schemes-of-bodies = programmes d’organismes
place--practice--scope-of-annexes = portée des annexes
place--practice--sectoral-annexes = annexes sectorielles
place--practice--supplier-s-declarations = déclarations du fournisseur
place--practice--suspension-of-bodies = suspension d’organismes
place--practice--what-an-annex-commits-to = ce à quoi une annexe engage
place--annex-b--compliance = conformité
place--annex-b--market-surveillance-and-protection = surveillance du marché et sauvegarde
place--annex-b--product-requirements = exigences relatives au produit
place--annex-b--reference-to-standards = référence à des normes
place--annex-b--scope = portée
