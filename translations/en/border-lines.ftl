## Lines of declarations as a table

lines-title = Lines of declarations
lines-lead = Hand in a table of declaration lines and take the answers with you: outcome, advice, expiry and reasons for each row. Nothing of it is kept.
lines-file = Table (CSV)
lines-hint = At most { $what } rows, separated by commas or semicolons, in UTF-8. The first row names the columns.
lines-send = Answer the table
lines-progress = Rows answered
lines-result = Save the answers
lines-failed = The connection broke off. Try again.
lines-refused = The table was not read.
lines-error-column = The column “{ $what }” is not known. Leave it out, or name it as one of those below.
lines-error-column-twice = The column “{ $what }” stands twice. Leave one of them out.
lines-error-column-missing = The column “{ $what }” is missing. The first row names the columns.
lines-error-form = No table came with the form. Choose a file.
lines-error-large = A table may have { $what } MiB here. Hand a larger one in over the API.
lines-error-read = It is no table in CSV and UTF-8. Save it as such.
lines-refused-next = Correct it and hand it in again.
lines-columns = Columns
lines-columns-lead = declaration and importing are needed; the others where they are known. A row that cannot be answered has its problem in the last column of the result.
lines-treatment = What the advice means
lines-release = What is required is recognised; nothing on record stands in the way.
lines-document-check = Look at the documents and ask for what is missing.
lines-hold = Suspend the release and ask the authority.
lines-not-required = No act on record requires evidence for this product on this day.
lines-advice = It is advice computed from the public record alone. Customs decides on release, the authority on compliance.
lines-link = Lines of declarations
