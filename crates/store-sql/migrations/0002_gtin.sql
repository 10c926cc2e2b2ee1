-- Certificates by the trade item numbers of their products, written with fourteen digits: terms of kind 7. New ones are
-- linked as they are issued; here those are linked that were issued before, from what they and their amendments say.
INSERT OR IGNORE INTO term (kind, value)
SELECT 7, substr('00000000000000' || json_extract(product.value, '$.gtin'), -14)
FROM certificate AS c, json_each(c.content, '$.products') AS product
WHERE json_extract(product.value, '$.gtin') IS NOT NULL
UNION
SELECT 7, substr('00000000000000' || json_extract(product.value, '$.gtin'), -14)
FROM certificate_change AS h, json_each(h.content, '$.change.amended.products') AS product
WHERE json_extract(product.value, '$.gtin') IS NOT NULL;

INSERT OR IGNORE INTO link (term, certificate)
SELECT t.id, c.sequence
FROM certificate AS c, json_each(c.content, '$.products') AS product
JOIN term AS t ON t.kind = 7 AND t.value = substr('00000000000000' || json_extract(product.value, '$.gtin'), -14)
UNION
SELECT t.id, h.certificate
FROM certificate_change AS h, json_each(h.content, '$.change.amended.products') AS product
JOIN term AS t ON t.kind = 7 AND t.value = substr('00000000000000' || json_extract(product.value, '$.gtin'), -14);
