# What one takes along of a certificate: prints, credentials, proofs, and the titles of links to them.

papers-title = To take along
papers-print = Print
papers-pdf = PDF
papers-signed = Credential, signed by the issuer
papers-unsigned = Credential for the issuer to sign (not signed)
papers-proof = Proof in the log
print-title = Certificate or declaration { $what }
print-back = Page of the certificate
print-state = State on { $what }: { $other }
print-code = Code that leads to the record at { $what }
print-code-caption = What is on record now, and every change since, stands at this address:
print-not-original = A print of what is on record. It is not signed, and takes the place of no document that was.
print-more-rows = { $count ->
    [one] One more row stands on the page of the certificate.
   *[other] { $count } more rows stand on the page of the certificate.
}
print-log = In the log
print-position = The certificate was stated by statement { $what } of the log { $other }.
print-as-of = As of { $what } statements; root of the log: { $other }
print-digest = SHA-256 of the document that its issuer signed: { $what }
print-no-document = The record names no signed document.
print-proof = Proof that the statement is in the log, to be checked offline: { $what }
links-page = { $number }, { $state }, issued by { $issuer }
links-print = { $number } as PDF
links-credential = Signed credential of { $number }
links-record = Record of { $number }
links-proof = Proof that { $number } is in the log
links-product = Product { $number }
desk-credentials = Credentials
desk-credentials-lead = What travels with your certificates is signed by your party, with a key that is held here or outside. The registry signs nothing for anybody.
desk-credential-sign = Sign a credential
desk-credential-number = Number of a certificate of your party
desk-credential-hint = The credential is signed and kept, and the act that names its digest is begun for you. Once that act is in the log, the credential is served.
desk-credential-button = Sign, and begin the act
desk-lists = Status lists
desk-lists-lead = A verifier believes a list for a day. Sign a new one every day, and whenever a certificate is withdrawn, suspended or restored.
desk-list-revocation = Withdrawn or ended
desk-list-suspension = Suspended
desk-list-none = No signed list was handed in. Whoever checks a credential cannot know whether it was withdrawn.
desk-list-as-of = The signed list holds as of { $what }, until { $other }.
desk-list-on-record = { $count ->
    [one] On record: one.
   *[other] On record: { $count }.
}
desk-list-differs = { $count ->
    [one] One certificate stands otherwise in the list than on record.
   *[other] { $count } certificates stand otherwise in the list than on record.
}
desk-list-same = The list says what is on record.
desk-list-button = Sign the list as of now
desk-list-signed = The list was signed and stands now.
desk-error-deposit = The signed document was not taken:
desk-error-list = The status list was not made:
