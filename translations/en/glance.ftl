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
glance--fault--document-algorithm = The document is signed as “{ $what }”, which is not checked here: ask its issuer for one signed with Ed25519, P-256 or P-384.
glance--fault--document-critical = The document asks for something that is not understood here: ask its issuer for one without “crit”.
glance--fault--document-deep = The document is nested more deeply than any credential: check where it comes from.
glance--fault--document-envelope = The envelope around the document is not whole: copy the document again.
glance--fault--document-key-name = The document does not say which key signed it: ask its issuer for another.
glance--fault--document-key-twice = The document says “{ $what }” twice, so that two readers could read two things: ask its issuer for another.
glance--fault--document-large = The document is longer than a credential: drop one document at a time.
glance--fault--document-neither = This is no credential: drop a token, or the JSON of a credential with its proof.
glance--fault--document-not-json = The document is not whole, or not JSON: copy it again, whole.
glance--fault--document-token = The token is not whole: three parts with two dots between. Copy it again, whole.
glance--fault--document-type = The document is of the type “{ $what }”, which is no credential.
glance--fault--document-wrapped = The document is in an older form, with “{ $what }” in it: ask its issuer for one after version 2.0 of the data model.
glance--fault--no-product = Nothing on record says which product this is: write the commodity code of the goods.
glance--fault--other = This cannot be asked. Check what is filled in, and try again.
