# Goods lawfully marketed in another party. Variables are the facts of the finding; an absent fact is passed as a dash.

lawful-marketing--sold-in-party--duty = The product is stated to be lawfully sold in a party of the annex.
lawful-marketing--sold-in-party--met = { $number } states that the product is lawfully sold in { $party }.
lawful-marketing--sold-in-party--not_met =
    { $reason ->
        [not_stated] { $number } does not state that the product is lawfully sold in { $party }.
       *[other] It is not known in which party the product of { $number } is lawfully sold.
    }
lawful-marketing--sold-in-party--missing =
    { $reason ->
        [not_stated] a statement that the product is lawfully sold in { $party }
       *[other] a statement in which party of the annex the product is lawfully sold
    }

lawful-marketing--no-exemption--duty = The importing party has not exempted the product.
lawful-marketing--no-exemption--met = No exemption of { $country } for this product is on record.
lawful-marketing--no-exemption--not_met = { $country } has exempted this product: { $exemption }.
lawful-marketing--no-exemption--missing = the end of the exemption { $exemption } of { $country }

lawful-marketing--no-refusal--duty = The importing party has not refused the product with reasons.
lawful-marketing--no-refusal--met =
    { $state ->
        [unreasoned] { $country } has refused this product without giving reasons ({ $refusal }); this bars nothing.
       *[other] No refusal of this product by { $country } is on record.
    }
lawful-marketing--no-refusal--not_met = { $country } has refused this product and given reasons: { $refusal }.
lawful-marketing--no-refusal--missing = the end of the refusal { $refusal } by { $country }
