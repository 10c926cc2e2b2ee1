# At a border: what is asked wrongly, and what cannot be answered. Used with a network and without.

glance--not-covered = The bundle on this device cannot answer this.
glance--not-covered--country = The bundle is for { $bundle }, and the question is about { $asked }. Fetch the bundle of { $asked } while there is a network.
glance--not-covered--known-at = The bundle knows the log as of position { $bundle }, and the question asks about position { $asked }.
glance--not-covered--not-presented = The log entry of { $reference } was not presented and is not on this device. This says nothing for or against the certificate. Ask its holder for the evidence file, or check again with a network.
glance--not-covered--newer = { $reference } is newer than the bundle. Check again with a network, or with a newer bundle.

glance--not-on-record = No certificate { $number } is on record here.
glance--not-on-record-next = Compare the number with the document, letter by letter. If it is right, ask the body that is said to have issued it. Absence from this registry by itself proves nothing.
glance--never-issued = Nobody has put a certificate { $number } on record here.

glance--fault--nothing = Scan a code, drop a file, or write the number of the certificate or the commodity code of the goods.
glance--fault--number = “{ $what }” holds no number of a certificate and no document.
glance--fault--importing = Choose the importing country.
glance--fault--country = “{ $what }” is not a country on record: choose one of the list.
glance--fault--day = “{ $what }” is not a day: write it as 2026-01-31.
glance--fault--hs = “{ $what }” is not a commodity code: write two to ten digits.
glance--fault--hs-short = “{ $what }” names many products: write at least six digits.
glance--fault--no-such-code = “{ $what }” is not in this edition of the Harmonized System: look the goods up, or choose the edition in which the code is written.
glance--fault--edition = “{ $what }” is not an edition of the Harmonized System.
glance--fault--holder = “{ $what }” is not an identifier of a party: it begins with did:.
glance--fault--document = The document cannot be read: { $what }
glance--fault--no-product = Nothing on record says which product this is: write the commodity code of the goods.
glance--fault--other = This cannot be asked: { $what }
