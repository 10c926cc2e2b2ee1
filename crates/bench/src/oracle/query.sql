-- Gate, requirements and all twelve paths in one query. 0 is met, 1 unknown, 2 not met; a list's outcome is its
-- maximum. `$name(...)` stands for an expression of `oracle/macros.rs`.
WITH RECURSIVE
-- Headings of the code asked about, and of the codes of other editions to which it is known to correspond.
alike(ed, c2, c4, c6) AS MATERIALIZED (
  SELECT :edition, substr(:code, 1, 2), substr(:code, 1, 4), substr(:code, 1, 6)
  UNION ALL SELECT t.to_edition, substr(t.to_code, 1, 2), substr(t.to_code, 1, 4), substr(t.to_code, 1, 6)
    FROM hs_edition h CROSS JOIN correlation t ON t.from_edition = :edition AND t.to_edition = h.year
      AND t.from_code = :code AND t.at <= :known),
-- The importing country and its groups; those whose law is law there; the same for the origin.
imp(j) AS MATERIALIZED (
  SELECT :importing
  UNION SELECT m.grp FROM imp JOIN membership m ON m.member = imp.j WHERE $valid(m, :on)),
leg(j) AS MATERIALIZED (
  SELECT j FROM imp WHERE NOT EXISTS (SELECT 1 FROM grp WHERE code = j AND legislates = 0)),
orig(j) AS MATERIALIZED (
  SELECT :origin WHERE :origin IS NOT NULL
  UNION SELECT m.grp FROM orig JOIN membership m ON m.member = orig.j WHERE $valid(m, :on)),

-- Gate 3. Evidence on record, as it stands on the day that counts.
piece(idx, number) AS (SELECT 0, :n1 WHERE :n1 IS NOT NULL UNION ALL SELECT 1, :n2 WHERE :n2 IS NOT NULL),
dated AS (
  SELECT p.idx, c.*, coalesce(c.assessed_on, c.issued_on) AS assessed,
    CASE WHEN c.batch IS NOT NULL AND :produced IS NOT NULL THEN :produced ELSE :on END AS day,
    coalesce(:designating, c.designating, (SELECT country FROM party WHERE id = c.issuer)) AS exporting
  FROM piece p JOIN certificate c ON c.number = p.number AND c.at <= :known),
stated AS (
  SELECT d.*,
    CASE WHEN changed THEN coalesce((SELECT h.holder FROM certificate_change h WHERE h.number = d.number
      AND h.kind = 'holder' AND h.on_day <= d.day AND h.at <= :known
      ORDER BY h.on_day DESC, h.at DESC, h.item DESC LIMIT 1), d.holder) ELSE d.holder END AS holder_now,
    changed AND EXISTS (SELECT 1 FROM certificate_change h WHERE h.number = d.number AND h.kind = 'reduced'
      AND h.on_day <= d.day AND h.at <= :known) AS reduced,
    changed AND (
      EXISTS (SELECT 1 FROM certificate_change h WHERE h.number = d.number AND h.at <= :known
        AND (h.kind = 'void' OR h.kind IN ('withdrawn', 'expired') AND h.on_day <= d.day))
      OR 'suspended' = (SELECT h.kind FROM certificate_change h WHERE h.number = d.number
        AND h.kind IN ('suspended', 'restored') AND h.on_day <= d.day AND h.at <= :known
        ORDER BY h.on_day DESC, h.at DESC, h.item DESC LIMIT 1)) AS dead
  FROM dated d),
ev AS MATERIALIZED (
  SELECT s.*,
    CASE
      WHEN dead OR day < issued_on OR expires_on <= day THEN 2
      WHEN :holder <> holder_now OR :model <> model OR :batch <> batch THEN 2
      WHEN s.hs_edition = :edition AND substr(:code, 1, length(s.code)) <> s.code THEN 2
      WHEN s.code IS NULL OR s.hs_edition <> :edition THEN 1
      WHEN :model IS NOT NULL AND model IS NULL OR batch IS NOT NULL AND :batch IS NULL THEN 1
      ELSE 0
    END AS gate
  FROM stated s),
expc(idx, j) AS MATERIALIZED (
  SELECT idx, exporting FROM ev
  UNION SELECT expc.idx, m.grp FROM expc JOIN membership m ON m.member = expc.j WHERE $valid(m, :on)),
below(idx, j) AS (
  SELECT idx, exporting FROM ev
  UNION SELECT below.idx, m.member FROM below JOIN membership m ON m.grp = below.j WHERE $valid(m, :on)),
-- The parties between commas: the importing country with its groups; the exporting party with its groups, and with
-- its members too.
known AS MATERIALIZED (
  SELECT ev.*, (SELECT ',' || group_concat(j) || ',' FROM imp) AS imps,
    (SELECT ',' || group_concat(j) || ',' FROM expc WHERE expc.idx = ev.idx) AS exps,
    (SELECT ',' || group_concat(j) || ',' FROM below WHERE below.idx = ev.idx) AS parts,
    -- Annexes for which its technical service was notified, for a scope that covers the code.
    (SELECT ',' || group_concat(annex) || ',' FROM (
      SELECT l.annex FROM listing l WHERE l.body = coalesce(ev.laboratory, ev.issuer) AND $valid(l, ev.assessed)
        AND coalesce($match(l.scope), 0) = 0
      UNION ALL SELECT d.instrument FROM designation d WHERE d.body = coalesce(ev.laboratory, ev.issuer)
        AND $valid(d, ev.assessed) AND coalesce($match(d.scope), 0) = 0)) AS serviced
  FROM ev),

-- Gate 2. What is required.
law(act) AS (
  SELECT k.instrument FROM leg CROSS JOIN product_key k ON k.kind = 'regulation' AND k.party = leg.j
    AND k.code IN ('', substr(:code, 1, 2), substr(:code, 1, 4), substr(:code, 1, 6))
    AND k.hs_edition IN (0, :edition)
  UNION SELECT k.instrument FROM leg, hs_edition h CROSS JOIN product_key k ON k.kind = 'regulation'
    AND k.party = leg.j AND k.hs_edition = h.year AND k.chapter = substr(:code, 1, 2)
    WHERE h.year <> :edition),
applying AS (
  SELECT law.act, (SELECT e.id FROM edition e WHERE e.act = law.act AND e.frm <= :on AND e.at <= :known
    ORDER BY e.frm DESC, e.at DESC LIMIT 1) AS edition_id
  FROM law WHERE NOT EXISTS (SELECT 1 FROM repeal r WHERE r.act = law.act AND r.on_day <= :on AND r.at <= :known)),
own AS MATERIALIZED (
  -- The limit keeps the match from being written, and worked out, twice.
  SELECT * FROM (SELECT a.act, g.country, e.id AS edition_id, e.name AS edition, e.procedure, e.former_until,
    (SELECT f.name FROM edition f WHERE f.act = a.act AND f.frm < e.frm AND f.at <= :known
      ORDER BY f.frm DESC, f.at DESC LIMIT 1) AS former,
    $match(e.scope) AS applies, e.regime, e.person, e.test, e.accredited
  FROM applying a JOIN edition e ON e.id = a.edition_id JOIN regulation g ON g.act = a.act
  WHERE :on < e.until AND e.procedure <> 'none' LIMIT -1) WHERE applies < 2),
duty(objective, version, adopted) AS (
  SELECT c.objective, max(c.version), max(c.kind = 'adopted')
  FROM product_key k CROSS JOIN commitment c ON c.objective = k.instrument AND c.country IN (SELECT j FROM imp)
  WHERE k.kind = 'objective' AND k.party = '' AND k.hs_edition = :edition
    AND k.code IN (substr(:code, 1, 2), substr(:code, 1, 4), substr(:code, 1, 6)) AND $valid(c, :on)
  GROUP BY c.objective),
standing AS MATERIALIZED (
  SELECT * FROM (SELECT o.*, d.adopted, $match(o.scope) AS covers, $countered(o.objective) AS countered FROM duty d
  JOIN objective o ON o.objective = d.objective AND o.version = d.version AND o.at <= :known AND o.frm <= :on
  LIMIT -1) WHERE covers < 2),
req AS MATERIALIZED (
  SELECT act, 'regulation' AS kind, country, edition_id, edition, procedure, former_until, former, applies,
    regime, person, test, accredited, 'E' || edition_id AS owner FROM own
  UNION ALL
  SELECT a.act, 'additional', a.country, NULL, NULL, a.procedure, NULL, NULL, $match(a.scope), 0, NULL, 0, 0, NULL
  FROM leg JOIN additional a ON a.country = leg.j WHERE $valid(a, :on) AND $match(a.scope) < 2
  UNION ALL
  -- Reading 10: the objective stands as the requirement where B has no act of its own for the same purpose.
  SELECT s.objective, 'objective', :importing, NULL, NULL, s.first, NULL, NULL, s.covers, 0, NULL, 0, 0, NULL
  FROM standing s
  WHERE NOT EXISTS (SELECT 1 FROM own WHERE own.applies = 0 AND $touches(s.owner, own.edition_id))),

-- What of a piece of evidence and a requirement several paths ask.
pr AS MATERIALIZED (
  SELECT e.*, r.act, r.applies, r.kind AS req_kind, r.country, r.edition_id, r.edition, r.former, r.former_until,
    r.procedure AS req_procedure, r.regime, r.person, r.test, r.accredited, r.owner,
    $exclusive(e) AS exclusive, $unbarred(e) AS unbarred,
    ca.act IS NOT NULL AS attests,
    CASE WHEN ca.act IS NULL OR r.edition IS NULL OR ca.edition = r.edition THEN 0
         WHEN ca.edition IS NULL THEN 1
         WHEN ca.edition = r.former AND e.day < r.former_until THEN 0
         ELSE 2 END AS edition_gap,
    CASE WHEN EXISTS (SELECT 1 FROM edition_evidence w WHERE w.edition = r.edition_id)
         THEN EXISTS (SELECT 1 FROM edition_evidence w WHERE w.edition = r.edition_id AND w.kind = e.kind)
         ELSE EXISTS (SELECT 1 FROM fits f WHERE f.procedure = r.procedure AND f.kind = e.kind) END AS accepts
  FROM req r LEFT JOIN known e ON e.gate < 2
  LEFT JOIN certificate_act ca ON ca.number = e.number AND ca.act = r.act AND NOT e.reduced),

-- Annexes between the parties, with what all paths through annexes ask.
near(annex) AS (
  SELECT k.instrument FROM imp CROSS JOIN product_key k ON k.kind = 'annex' AND k.party = imp.j
    AND k.code IN ('', substr(:code, 1, 2), substr(:code, 1, 4), substr(:code, 1, 6))
    AND k.hs_edition IN (0, :edition)
  UNION SELECT k.instrument FROM imp, hs_edition h CROSS JOIN product_key k ON k.kind = 'annex'
    AND k.party = imp.j AND k.hs_edition = h.year AND k.chapter = substr(:code, 1, 2)
    WHERE h.year <> :edition),
pairing AS (
  SELECT a.*, x.idx, ip.party AS imp_party, xp.party AS exp_party
  FROM near n CROSS JOIN annex a ON a.id = n.annex AND a.at <= :known
  JOIN annex_party ip ON ip.annex = a.id AND ip.party IN (SELECT j FROM imp) AND $valid(ip, :on)
  JOIN annex_party xp ON xp.annex = a.id AND $valid(xp, :on)
  JOIN expc x ON x.j = xp.party
  WHERE a.frm <= :on AND :on < a.until
    AND CASE WHEN a.directed
        THEN EXISTS (SELECT 1 FROM annex_direction d WHERE d.annex = a.id AND d.frm_party = xp.party AND d.to_party = ip.party)
        ELSE ip.party <> xp.party OR a.kind = 'lawful_marketing' END),
ac AS MATERIALIZED (
  SELECT b.*, CASE WHEN b.kind IN ('scheme', 'accreditation') AND coalesce(b.binding, g.binding) = 'private' THEN 'discretion'
      ELSE coalesce(b.binding, g.binding) END AS rests_on,
    CASE b.kind WHEN 'results' THEN 3 WHEN 'equivalence' THEN 4 WHEN 'harmonised_approval' THEN 5 WHEN 'accreditation' THEN 6
      WHEN 'declaration' THEN 7 WHEN 'scheme' THEN 8 WHEN 'lawful_marketing' THEN 10 ELSE 11 END AS path,
    max($match((SELECT s.scope FROM annex_scope s WHERE s.annex = b.id AND s.frm <= :on AND s.at <= :known
               ORDER BY s.frm DESC, s.at DESC LIMIT 1)),
        CASE WHEN b.origin = 'parties' AND :origin IS NULL THEN 1
             WHEN b.origin = 'parties' AND NOT EXISTS (SELECT 1 FROM annex_party o WHERE o.annex = b.id
               AND o.party IN (SELECT j FROM orig) AND $valid(o, :on)) THEN 2
             ELSE 0 END) AS common
  FROM pairing b JOIN agreement g ON g.id = b.agreement JOIN ev e ON e.idx = b.idx AND e.gate < 2
  WHERE g.frm <= :on AND :on < g.until
    AND NOT EXISTS (SELECT 1 FROM ended t WHERE t.instrument = g.id AND t.on_day <= :on AND t.at <= :known
      AND t.party IN ('', b.imp_party, b.exp_party)
      AND NOT (g.frm < t.on_day AND e.issued_on < t.on_day AND coalesce(t.earlier, b.on_end, '') = 'keep'))
    AND NOT EXISTS (SELECT 1 FROM ended t WHERE t.instrument = b.id AND t.on_day <= :on AND t.at <= :known
      AND NOT (b.frm < t.on_day AND e.issued_on < t.on_day AND coalesce(t.earlier, b.on_end, '') = 'keep'))
    AND $bound(b.agreement, b.imp_party) AND $bound(b.agreement, b.exp_party)
    AND $bound(b.id, b.imp_party) AND $bound(b.id, b.exp_party)
    AND NOT EXISTS (SELECT 1 FROM suspension s WHERE s.annex = b.id AND $valid(s, :on)
      AND CASE WHEN s.directed
          THEN EXISTS (SELECT 1 FROM suspension_direction d WHERE d.suspension = s.id AND d.frm_party = b.exp_party AND d.to_party = b.imp_party)
          ELSE s.by_party = b.imp_party END
      AND NOT EXISTS (SELECT 1 FROM restoration r WHERE r.annex = b.id AND r.by_party = s.by_party
        AND s.frm <= r.on_day AND r.on_day <= :on AND r.at <= :known)
      AND NOT (e.issued_on < s.frm AND coalesce(s.earlier, b.on_suspension) = 'keep'))
    AND common < 2),

-- The twelve paths. For each piece of evidence and requirement the best way that holds or may hold, as a number whose
-- digits are outcome, strength, path, evidence and basis: the smallest wins. Within a path, identifiers break ties.
held AS (
  SELECT p.act, p.applies, min(
    -- 1 national
    CASE WHEN p.attests AND p.accepts AND p.edition_gap < 2
      AND EXISTS (SELECT 1 FROM designation d WHERE d.body = p.issuer AND d.instrument = p.act AND $valid(d, p.assessed)
        AND $fit(d) AND (d.country = p.country OR $belongs(d.country, p.country, p.assessed)))
      AND p.exclusive AND p.unbarred AND $good(p, p.act, 'stays_listed', 0, 'keep', 'keep')
    THEN $rank(max(p.gate, p.edition_gap), 'law', 1) ELSE 99999 END,
    -- 2 objective
    coalesce((SELECT $rank(max(p.gate, o.covers, ca.edition IS NULL, o.countered), iif(o.adopted, 'law', 'undertaking'), 2) AS r
      FROM standing o JOIN certificate_act ca ON ca.number = p.number AND ca.act = o.objective AND NOT p.reduced
      WHERE o.countered < 2
        AND (p.req_kind = 'objective' AND p.act = o.objective OR p.req_kind = 'regulation' AND $serves(o.owner, p.edition_id))
        AND (ca.edition IS NULL OR CAST(ca.edition AS INT) = o.version
          OR CAST(ca.edition AS INT) = o.version - 1 AND :on < o.former_until)
        AND EXISTS (SELECT 1 FROM objective_compliance c JOIN fits f ON f.procedure = c.procedure
          WHERE c.owner = o.owner AND f.kind = p.kind)
        AND (p.kind = 'declaration' OR EXISTS (SELECT 1 FROM recognised_body b WHERE b.body = p.issuer AND b.objective = o.objective
          AND $valid(b, p.assessed) AND $fit(b)
          AND EXISTS (SELECT 1 FROM commitment c WHERE c.objective = o.objective AND c.kind = 'agreed' AND $valid(c, p.assessed)
            AND (c.country = b.country OR $belongs(b.country, c.country, p.assessed)))
          AND NOT EXISTS (SELECT 1 FROM recognised_body_withdrawn w WHERE w.body = b.body AND w.objective = b.objective
            AND w.country = b.country AND b.frm <= w.on_day AND w.on_day <= p.assessed AND w.at <= :known)))
        AND NOT EXISTS (SELECT 1 FROM citation ct WHERE ct.owner = o.owner
          AND (ct.exclusive OR EXISTS (SELECT 1 FROM certificate_standard s WHERE s.number = p.number AND s.series = ct.series))
          AND NOT $satisfied(p, p.assessed))
      ORDER BY r, o.objective LIMIT 1), 99999),
    -- 7 declaration, by the act itself: before annexes
    CASE WHEN p.req_kind <> 'objective' AND p.kind = 'declaration' AND p.attests AND p.edition_gap < 2
      AND (p.req_procedure IN ('declaration', 'declaration_with_test') OR p.regime AND p.accepts)
      AND $answers(p.person) AND $report(p.test OR p.req_procedure = 'declaration_with_test', p.accredited) AND p.exclusive
    THEN $rank(max(p.gate, p.edition_gap), 'law', 7) - 3 ELSE 99999 END,
    -- 9 prior decision
    coalesce((SELECT $rank(max(p.gate, $match(d.scope)), 'law', 9) AS r
      FROM prior_requirement t CROSS JOIN prior d ON d.id = t.id
      WHERE t.act = p.act AND d.country IN (SELECT j FROM leg) AND $valid(d, :on) AND $match(d.scope) < 2
        AND NOT EXISTS (SELECT 1 FROM prior_revoked v WHERE v.id = d.id AND d.frm < v.on_day AND v.on_day <= :on AND v.at <= :known)
        AND (NOT d.bodies OR EXISTS (SELECT 1 FROM prior_body b WHERE b.id = d.id AND b.body = p.issuer))
        AND (d.designating IS NULL OR $theirs(d.designating))
        AND (NOT d.acts OR EXISTS (SELECT 1 FROM prior_act n JOIN certificate_act ca ON ca.number = p.number AND ca.act = n.act
          WHERE n.id = d.id AND NOT p.reduced AND (n.edition IS NULL OR n.edition = ca.edition)))
        AND NOT EXISTS (SELECT 1 FROM prior_condition c WHERE c.id = d.id
          AND NOT EXISTS (SELECT 1 FROM certificate_word w WHERE w.number = p.number AND w.kind = 'condition' AND w.word = c.name))
        AND NOT (d.review_ends AND coalesce(d.review_by < :on, 0))
      ORDER BY r LIMIT 1), 99999),
    -- 12 stringency
    CASE WHEN EXISTS (SELECT 1 FROM citation ct JOIN stringency t ON t.required_series = ct.series AND $ours(t.country)
        JOIN certificate_standard s ON s.number = p.number AND t.standard = CASE WHEN t.standard_dated THEN s.reference ELSE s.series END
        WHERE ct.owner = p.owner AND $valid(t, :on) AND NOT t.weaker
          AND (NOT t.required_dated OR NOT ct.dated OR t.required = ct.standard))
      AND $both_members
    THEN $rank(p.gate, 'discretion', 12) ELSE 99999 END,
    -- 3 to 8, 10 and 11: through annexes
    coalesce((SELECT $rank(max(p.gate, a.common, CASE a.kind
          WHEN 'equivalence' THEN 0 WHEN 'scheme' THEN 0 WHEN 'lawful_marketing' THEN 0
          WHEN 'harmonised_approval' THEN max(p.production IS NULL, EXISTS (SELECT 1 FROM certificate_act ca
            WHERE ca.number = p.number AND ca.act = a.id AND ca.edition IS NULL))
          ELSE p.edition_gap END), a.rests_on, a.path) AS r
      FROM ac a
      WHERE a.idx = p.idx AND a.rests_on <> 'private' AND (a.rests_on <> 'discretion' OR $both_members) AND CASE a.kind
        WHEN 'results' THEN p.attests AND p.edition_gap < 2 AND $named AND $output
        WHEN 'equivalence' THEN $output
          AND EXISTS (SELECT 1 FROM certificate_act ca JOIN equivalence q ON q.annex = a.id AND q.ours = p.act AND q.theirs = ca.act
            WHERE ca.number = p.number AND NOT p.reduced AND (ca.edition IS NULL OR ca.edition = q.theirs_edition) AND $valid(q, :on)
              AND NOT EXISTS (SELECT 1 FROM equivalence_revoked v WHERE v.id = q.id AND v.on_day <= :on AND v.at <= :known)
              AND NOT coalesce(:on >= CASE a.on_amendment
                  WHEN 'lapses' THEN $amended
                  WHEN 'continues_for_days' THEN date($amended, '+' || a.amendment_days || ' days') END, 0))
        WHEN 'harmonised_approval' THEN p.kind = 'type_approval' AND $named AND coalesce(p.production, 1)
          AND EXISTS (SELECT 1 FROM certificate_act ca
            JOIN applied t ON t.annex = a.id AND $ours(t.country) AND $valid(t, :on)
            WHERE ca.number = p.number AND ca.act = a.id AND NOT p.reduced
              AND (ca.edition IS NULL OR CAST(ca.edition AS INT) >= t.oldest))
          AND EXISTS (SELECT 1 FROM applied t WHERE $theirs(t.country) AND t.annex = a.id AND $valid(t, p.issued_on))
          AND instr(p.serviced, ',' || a.id || ',')
        WHEN 'accreditation' THEN p.attests AND p.edition_gap < 2 AND $output
          AND EXISTS (SELECT 1 FROM accreditation g WHERE g.body = p.issuer AND $accredited(g, p.assessed, 0, :on)
            AND (g.procedures = '' OR instr(g.procedures, ',' || p.procedure || ','))
            AND CASE WHEN g.acts THEN EXISTS (SELECT 1 FROM accreditation_act t WHERE t.id = g.id AND t.act = p.act)
                ELSE EXISTS (SELECT 1 FROM citation ct JOIN accreditation_standard t ON t.id = g.id AND t.series = ct.series
                  WHERE ct.owner = p.owner) END
            AND NOT EXISTS (SELECT 1 FROM accreditation_left t WHERE t.id = g.id AND t.act = p.act AND t.on_day <= p.assessed AND t.at <= :known))
          AND (NOT a.listed OR EXISTS (SELECT 1 FROM listing l WHERE l.body = p.issuer AND l.annex = a.id AND $valid(l, p.assessed)))
        WHEN 'declaration' THEN p.kind = 'declaration' AND p.attests AND p.edition_gap < 2 AND $named
          AND $answers(a.regime_person) AND $report(a.regime_test, a.regime_accredited) AND p.exclusive
        WHEN 'scheme' THEN $output
          AND EXISTS (SELECT 1 FROM member m WHERE m.annex = a.id AND m.body = p.issuer AND m.issues AND $valid(m, p.assessed))
          AND coalesce(:on <= date(coalesce(p.report_on, p.assessed), '+' || a.report_months || ' months', 'floor'), 1)
          AND EXISTS (SELECT 1 FROM certificate_standard s WHERE s.number = p.number AND $relied(s, p.owner))
          AND EXISTS (SELECT 1 FROM member m WHERE m.annex = a.id AND $ours(m.country) AND $valid(m, :on)
            AND (NOT m.selective OR NOT EXISTS (SELECT 1 FROM certificate_standard s WHERE s.number = p.number AND $relied(s, p.owner)
              AND NOT EXISTS (SELECT 1 FROM member_standard t WHERE t.member = m.id AND t.standard IN (s.reference, s.series)))))
          AND NOT EXISTS (SELECT 1 FROM certificate_standard s
            JOIN difference d ON d.annex = a.id AND $ours(d.country) AND $valid(d, :on) AND d.standard IN (s.reference, s.series)
            WHERE s.number = p.number AND $relied(s, p.owner)
              AND NOT EXISTS (SELECT 1 FROM certificate_word w WHERE w.number = p.number AND w.kind = 'difference' AND w.word = d.difference))
        WHEN 'lawful_marketing' THEN $named
          AND EXISTS (SELECT 1 FROM certificate_word w WHERE $around(w.word) AND w.number = p.number AND w.kind = 'marketed')
          AND NOT EXISTS (SELECT 1 FROM exemption x WHERE x.annex = a.id AND $ours(x.country) AND $valid(x, :on) AND $match(x.scope) = 0)
          AND NOT EXISTS (SELECT 1 FROM refusal x WHERE x.annex = a.id AND $ours(x.country) AND $valid(x, :on) AND x.reasoned
            AND coalesce($match(x.scope), 0) = 0
            AND (NOT EXISTS (SELECT 1 FROM target t WHERE t.owner = 'R' || x.id AND t.kind = 'body')
              OR EXISTS (SELECT 1 FROM target t WHERE t.owner = 'R' || x.id AND t.kind = 'body' AND t.value = p.issuer)))
        WHEN 'alignment' THEN p.attests AND p.edition_gap < 2 AND $named AND $output
          AND EXISTS (SELECT 1 FROM aligned t WHERE $theirs(t.country) AND t.annex = a.id AND $ours(t.by_party) AND $valid(t, :on))
        END
        AND (a.kind NOT IN ('results', 'equivalence', 'alignment') OR $body)
        AND (a.kind NOT IN ('results', 'equivalence', 'alignment', 'accreditation') OR p.unbarred)
        AND (a.kind IN ('declaration', 'scheme', 'lawful_marketing') OR $good(p, a.id, a.contest, a.contest_days, a.on_suspension, a.on_withdrawal))
      ORDER BY r / 10, a.id LIMIT 1), 99999)) AS r
  FROM pr p),
-- Reading 1: a number on no record proves nothing, unless coverage is stated complete for everything required.
weighed AS (
  SELECT act, applies, min(r) AS r,
    (SELECT count(*) FROM ev) < (SELECT count(*) FROM piece)
      AND NOT min(EXISTS (SELECT 1 FROM imp JOIN coverage c ON c.scheme = h.act AND c.country = imp.j
        WHERE c.complete AND c.since <= :on AND c.at <= :known)) OVER () AS unseen
  FROM held h GROUP BY act),
answer AS MATERIALIZED (
  SELECT act, CASE
      WHEN r < 20000 THEN 'recognised'
      WHEN r < 30000 THEN 'discretionary'
      WHEN r < 99999 OR unseen OR applies = 1 THEN 'unknown'
      ELSE 'not_recognised' END AS outcome,
    CASE WHEN r < 30000 THEN CASE r % 10 WHEN 0 THEN 'law' WHEN 2 THEN 'treaty' WHEN 3 THEN 'law' WHEN 4 THEN 'undertaking' ELSE 'discretion' END END AS basis
  FROM weighed),
-- Gate 1. Measures in effect that hit: 0 where the scope of one covers the code, 1 where that cannot be told.
barring AS MATERIALIZED (
  SELECT min(coalesce($match(m.scope), 0)) AS fit FROM imp JOIN measure m ON m.country = imp.j
  WHERE m.law AND $valid(m, :on)
    AND NOT EXISTS (SELECT 1 FROM measure_lifted l WHERE l.id = m.id AND m.frm <= l.on_day AND l.on_day <= :on AND l.at <= :known)
    AND NOT EXISTS (SELECT 1 FROM (SELECT DISTINCT kind FROM target WHERE owner = m.id) k WHERE NOT EXISTS (
      SELECT 1 FROM target t WHERE t.owner = m.id AND t.kind = k.kind AND CASE t.kind
        WHEN 'model' THEN t.value = :model OR :model IS NULL AND t.value IN (SELECT s.model FROM ev s
          WHERE s.code IS NULL OR substr(:code, 1, length(s.code)) = s.code OR substr(s.code, 1, length(:code)) = :code)
        WHEN 'certificate' THEN t.value IN (SELECT number FROM ev)
        WHEN 'body' THEN t.value IN (SELECT issuer FROM ev)
        WHEN 'trader' THEN t.value = :holder OR t.value IN (SELECT holder_now FROM ev)
        WHEN 'origin' THEN t.value = :origin END))),
counted AS (
  SELECT count(*) AS n, count(*) FILTER (WHERE outcome = 'recognised') AS yes,
    count(*) FILTER (WHERE outcome = 'not_recognised') AS no, count(*) FILTER (WHERE outcome = 'unknown') AS open
  FROM answer)
SELECT CASE
    WHEN fit = 0 THEN 'barred'
    WHEN fit = 1 AND (yes > 0 OR no = 0) THEN 'unknown'
    WHEN n = 0 THEN 'not_required'
    WHEN yes = n THEN 'recognised'
    WHEN yes > 0 AND no + open > 0 THEN 'partly_recognised'
    WHEN no > 0 THEN 'not_recognised'
    WHEN open > 0 THEN 'unknown'
    ELSE 'discretionary' END,
  (SELECT group_concat(act || ' ' || outcome || ' ' || coalesce(basis, '-'), '; ')
   FROM (SELECT * FROM answer ORDER BY act))
FROM counted, barring
