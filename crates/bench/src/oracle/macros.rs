//! Expressions that the query uses in several places. SQLite has no functions in SQL, so they are expanded as text.

/// The query with every `$name(arguments)` replaced by its expression.
pub(super) fn expand(query: &str) -> String {
    let mut text = query.to_owned();
    // An expression may use others; innermost calls are expanded in the next round.
    while let Some(start) = text.rfind('$') {
        let name_end = text[start + 1..].find(|c: char| !c.is_ascii_lowercase() && c != '_');
        let name_end = name_end.map_or(text.len(), |length| start + 1 + length);
        let name = text[start + 1..name_end].to_owned();
        let (arguments, end) = arguments(&text, name_end);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        text.replace_range(start..end, &expression(&name, &arguments));
    }
    text
}

/// The arguments of a call, and where it ends.
fn arguments(text: &str, open: usize) -> (Vec<String>, usize) {
    if !text[open..].starts_with('(') {
        return (Vec::new(), open);
    }
    let (mut depth, mut all, mut current) = (0, Vec::new(), String::new());
    for (offset, character) in text[open..].char_indices() {
        match character {
            '(' if depth == 0 => depth = 1,
            ')' if depth == 1 => {
                all.push(current.trim().to_owned());
                return (all, open + offset + 1);
            }
            ',' if depth == 1 => all.push(std::mem::take(&mut current).trim().to_owned()),
            _ => {
                depth += i32::from(character == '(') - i32::from(character == ')');
                current.push(character);
            }
        }
    }
    (all, text.len())
}

fn expression(name: &str, given: &[&str]) -> String {
    let template = match name {
        // Known, and valid on a day.
        "valid" => "({0}.frm <= {1} AND {1} < {0}.until AND {0}.at <= :known)",
        // Whether the code asked about lies in a scope; nothing for no scope.
        "match" => SCOPE,
        // A designation or listing is for this procedure and product.
        "fit" => {
            "(({0}.procedures = '' OR instr({0}.procedures, ',' || p.procedure || ',')) AND coalesce($match({0}.scope), 0) = 0)"
        }
        // A country belongs to a group on a day.
        "belongs" => {
            "EXISTS (SELECT 1 FROM membership m WHERE m.member = {0} AND m.grp = {1} AND $valid(m, {2}))"
        }
        // A joint act binds a party.
        "bound" => {
            "EXISTS (SELECT 1 FROM bound n WHERE n.instrument = {0} AND n.party IN ('*', {1}) AND n.at <= :known)"
        }
        // An objective covers each of the purposes that an act has.
        "serves" => {
            "(EXISTS (SELECT 1 FROM edition_purpose w WHERE w.edition = {1}) AND NOT EXISTS (SELECT 1 FROM \
             edition_purpose w WHERE w.edition = {1} AND w.purpose NOT IN (SELECT purpose FROM objective_purpose \
             WHERE owner = {0})))"
        }
        // An act has a purpose of the objective, or states none.
        "touches" => {
            "(NOT EXISTS (SELECT 1 FROM edition_purpose w WHERE w.edition = {1}) OR EXISTS (SELECT 1 FROM \
             edition_purpose w JOIN objective_purpose o ON o.purpose = w.purpose WHERE w.edition = {1} AND o.owner = {0}))"
        }
        // A party covers the importing country; covers the exporting party; does or is a member of it.
        "ours" => "instr(p.imps, ',' || {0} || ',')",
        "theirs" => "instr(p.exps, ',' || {0} || ',')",
        "around" => "(instr(p.exps, ',' || {0} || ',') OR instr(p.parts, ',' || {0} || ','))",
        // Outcome, basis and path of a way as a number that orders them: 1 or 2 for the strength and 3 for unknown, each
        // ten thousand; undertakings after treaties and law.
        "rank" => {
            "(CASE WHEN {0} = 1 THEN 30000 WHEN {1} = 'discretion' THEN 20000 WHEN {1} = 'undertaking' THEN 15000 ELSE 10000 END \
             + {2} * 100 + p.idx * 10 + CASE {1} WHEN 'treaty' THEN 2 WHEN 'law' THEN 3 WHEN 'undertaking' THEN 4 ELSE 5 END)"
        }
        // A citation `ct` is satisfied on a day by a standard of the certificate.
        "satisfied" => SATISFIED,
        // All exclusive citations of the act are satisfied on the day that counts.
        "exclusive" => {
            "NOT EXISTS (SELECT 1 FROM citation ct WHERE ct.owner = r.owner AND ct.exclusive AND NOT $satisfied({0}, {0}.day))"
        }
        // Nobody whom the importing country barred owned or controlled the issuer when it assessed.
        "unbarred" => {
            "NOT EXISTS (SELECT 1 FROM bar b JOIN bar_entity n ON n.bar = b.bar JOIN ownership w ON w.body = {0}.issuer \
             AND w.owner = n.owner WHERE b.country IN (SELECT j FROM imp) AND $valid(b, {0}.assessed) AND $valid(w, {0}.assessed) \
             AND (w.controls OR w.share >= b.share))"
        }
        // The issuer is in good standing under an instrument, given how it treats contests and earlier results.
        "good" => GOOD,
        // The annex names the act that is required, in the edition that applies.
        "named" => {
            "EXISTS (SELECT 1 FROM annex_act n WHERE n.annex = a.id AND n.act = p.act AND n.party = a.imp_party \
             AND (n.edition IS NULL OR n.edition = p.edition))"
        }
        // The phase of the annex accepts this kind of document.
        "output" => {
            "CASE WHEN EXISTS (SELECT 1 FROM annex_output o WHERE o.annex = a.id) THEN EXISTS (SELECT 1 FROM \
             annex_output o WHERE o.annex = a.id AND o.kind = p.kind) ELSE p.accepts END"
        }
        // The body is designated by the exporting party, listed where the annex lists bodies, in good standing.
        "body" => BODY,
        // The first day on which another edition than the declared one of either act applies.
        "amended" => {
            "(SELECT min(n.frm) FROM edition f JOIN edition n ON n.act = f.act AND n.frm > f.frm AND n.name <> f.name \
             WHERE n.frm <= :on AND n.at <= :known AND f.at <= :known AND (f.act = q.ours AND f.name = q.ours_edition \
             OR f.act = q.theirs AND f.name = q.theirs_edition))"
        }
        // A standard of the certificate is one to which the act refers, or the act refers to none.
        "relied" => {
            "(NOT EXISTS (SELECT 1 FROM citation ct WHERE ct.owner = {1}) OR EXISTS (SELECT 1 FROM citation ct \
             WHERE ct.owner = {1} AND (ct.series = {0}.series OR EXISTS (SELECT 1 FROM standard_identical i \
             WHERE i.a = {0}.reference AND i.b = ct.standard AND i.at <= :known))))"
        }
        // An accreditation stands on a day, by a body that the importing country recognises, or its own.
        "accredited" => ACCREDITED,
        // Both countries are members of the WTO on the day.
        "both_members" => "($belongs(:importing, 'WTO', :on) AND $belongs(p.exporting, 'WTO', :on))",
        // A person in the country or group that is asked for answers for the product.
        "answers" => {
            "({0} IS NULL OR EXISTS (SELECT 1 FROM certificate_word w WHERE w.number = p.number AND w.kind = 'person' \
             AND (w.word = {0} OR $belongs(w.word, {0}, :on))))"
        }
        // The declaration rests on the report that is asked for.
        "report" => {
            "(NOT (({0}) OR {1}) OR p.laboratory IS NOT NULL AND (NOT {1} OR EXISTS (SELECT 1 FROM accreditation g \
             WHERE g.body = p.laboratory AND $accredited(g, p.report_on, 1, p.report_on))))"
        }
        // A counter-measure under an objective: against the origin, or against what is not known.
        "countered" => {
            "coalesce((SELECT max(CASE WHEN :origin IS NULL THEN 1 WHEN d.country IN (SELECT j FROM orig) THEN 2 ELSE 0 END) \
             FROM counter_measure c JOIN additional d ON d.act = c.against AND $valid(d, :on) WHERE c.objective = {0} \
             AND c.country IN (SELECT j FROM imp) AND $valid(c, :on) AND $match(c.scope) = 0), 0)"
        }
        _ => "",
    };
    let mut text = template.to_owned();
    for (place, argument) in given.iter().enumerate() {
        text = text.replace(&format!("{{{place}}}"), argument);
    }
    text
}

/// A scope in another edition covers what all the codes do to which the code is known to correspond (reading 9).
const SCOPE: &str = "(SELECT CASE WHEN s.everything THEN 0 ELSE (SELECT CASE WHEN min(m) = max(m) THEN min(m) ELSE 1 END \
 FROM (SELECT coalesce((SELECT 2 * max(k.excepted) FROM scope_code k WHERE k.scope = s.id AND k.code IN (t.c2, t.c4, t.c6)), 2) AS m \
 FROM alike t WHERE t.ed = s.hs_edition)) END FROM scope s WHERE s.id = {0})";

/// The edition of the cited series in force on a day.
const SATISFIED: &str = "EXISTS (SELECT 1 FROM certificate_standard s WHERE s.number = {0}.number AND CASE WHEN ct.dated \
 THEN s.reference = ct.standard OR EXISTS (SELECT 1 FROM standard_identical i WHERE i.a = s.reference AND i.b = ct.standard AND i.at <= :known) \
 ELSE EXISTS (SELECT 1 FROM (SELECT x.reference, x.published FROM standard x WHERE x.series = ct.series AND x.published <= {1} AND x.at <= :known \
   AND NOT EXISTS (SELECT 1 FROM standard_withdrawn w WHERE w.reference = x.reference AND w.on_day <= {1} AND w.at <= :known) ORDER BY x.published DESC LIMIT 1) c \
   WHERE s.reference = c.reference \
   OR EXISTS (SELECT 1 FROM standard_identical i WHERE i.a = s.reference AND i.b = c.reference AND i.at <= :known) \
   OR s.series = ct.series AND s.reference = (SELECT y.reference FROM standard y WHERE y.series = ct.series AND y.published < c.published AND y.at <= :known ORDER BY y.published DESC LIMIT 1) \
     AND {1} < coalesce(ct.former_until, (SELECT max(r.transition_until) FROM standard_revised r WHERE r.former = s.reference AND r.at <= :known))) END)";

const GOOD: &str = "(coalesce((SELECT v.event = 'restored' FROM body_event v WHERE v.body = {0}.issuer AND v.instrument = {1} \
   AND v.event IN ('suspended', 'withdrawn', 'restored') AND v.on_day <= {0}.assessed AND v.at <= :known ORDER BY v.on_day DESC, v.at DESC LIMIT 1), 1) \
 AND ({2} = 'stays_listed' OR coalesce((SELECT v.event = 'contest_rejected' OR {0}.assessed < date(v.on_day, '+' || coalesce({3}, 0) || ' days') FROM body_event v \
   WHERE v.body = {0}.issuer AND v.instrument = {1} AND v.event IN ('contested', 'contest_rejected') AND v.on_day <= {0}.assessed AND v.at <= :known \
   ORDER BY v.on_day DESC, v.at DESC LIMIT 1), 1)) \
 AND coalesce((SELECT v.event = 'restored' OR v.on_day <= {0}.assessed OR 'keep' = coalesce(v.earlier, CASE v.event WHEN 'withdrawn' THEN {5} ELSE {4} END) FROM body_event v \
   WHERE v.body = {0}.issuer AND v.instrument = {1} AND v.event IN ('suspended', 'withdrawn', 'restored') AND v.on_day <= :on AND v.at <= :known \
   ORDER BY v.on_day DESC, v.at DESC LIMIT 1), 1))";

const BODY: &str = "((EXISTS (SELECT 1 FROM designation d \
   WHERE $around(d.country) AND d.body = p.issuer AND d.instrument IN (a.id, p.act) AND $valid(d, p.assessed) AND $fit(d)) \
  OR EXISTS (SELECT 1 FROM listing l \
   WHERE $around(l.designated_by) AND l.body = p.issuer AND l.annex = a.id AND $valid(l, p.assessed) AND $fit(l))) \
 AND (NOT a.listed OR EXISTS (SELECT 1 FROM listing l \
   WHERE $around(l.designated_by) AND l.body = p.issuer AND l.annex = a.id AND $valid(l, p.assessed) AND $fit(l) \
   AND coalesce(p.assessed < date(l.frm, '+' || a.listing_months || ' months', 'floor'), 1))))";

const ACCREDITED: &str = "($valid({0}, {1}) \
 AND coalesce((SELECT v.event = 'restored' FROM accreditation_event v WHERE v.id = {0}.id AND v.on_day <= {1} AND v.at <= :known ORDER BY v.on_day DESC, v.at DESC LIMIT 1), 1) \
 AND ({2} AND EXISTS (SELECT 1 FROM party t WHERE t.id = {0}.accreditor AND $ours(t.country)) \
   OR EXISTS (SELECT 1 FROM accreditor_recognised t WHERE t.accreditor = {0}.accreditor AND $ours(t.country) AND $valid(t, {3}))))";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_expanded_with_their_arguments() {
        assert_eq!(expand("$valid(m, :on)"), "(m.frm <= :on AND :on < m.until AND m.at <= :known)");
        assert!(!expand("$body AND $match((SELECT 1))").contains('$'));
    }
}
