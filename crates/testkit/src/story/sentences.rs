//! THE table of sentences: how something is said, and the act that it becomes. `$name` stands for what was captured;
//! what was not captured is left out.

/// A sentence that becomes an act.
pub(super) struct Sentence {
    pub(super) pattern: &'static str,
    pub(super) act: &'static str,
}

const fn s(pattern: &'static str, act: &'static str) -> Sentence {
    Sentence { pattern, act }
}

/// Every sentence.
pub(super) const SENTENCES: &[Sentence] = &[
    // Membership and ownership.
    s(
        "<members:words> belong to <group:word> from <from:day> [until <until:last>]",
        r#"{"type":"membership.stated","group":"$group","members":"$members","from":"$from","until":"$until"}"#,
    ),
    s(
        "<owner:word> of <country:word> holds <share:number> permille of <body:party> [and controls it =controls:true] from <from:day> [until <until:last>]",
        r#"{"type":"ownership.stated","body":"$body","owner":"$owner","owner_country":"$country","share_permille":"$share","controls":"$controls","from":"$from","until":"$until"}"#,
    ),
    s(
        "<country:word> bars bodies of <entities:words> from <share:number> permille as <bar:word> from <from:day> [until <until:last>]",
        r#"{"type":"ownership.barred","bar":"$bar","country":"$country","entities":"$entities","share_permille":"$share","disclose_permille":50,"from":"$from","until":"$until"}"#,
    ),
    // Standards and the nomenclature.
    s(
        "Standard <standard:standard> is published on <from:day> [replacing <former:standards>]",
        r#"{"type":"standard.published","standard":"$standard","title":{"en":"$standard"},"published":"$from","replaces":"$former"}"#,
    ),
    s(
        "Standard <former:standard> is replaced by <current:standard> on <from:day> [and stays good until <until:last>]",
        r#"{"type":"standard.revised","former":"$former","current":"$current","on":"$from","transition_until":"$until"}"#,
    ),
    s(
        "Standard <standard:standard> is withdrawn on <from:day>",
        r#"{"type":"standard.withdrawn","standard":"$standard","on":"$from"}"#,
    ),
    s(
        "<country:word> adopts standard <adopted:standard> as <standard:standard> on <from:day> with degree <degree:term>",
        r#"{"type":"standard.adopted","country":"$country","standard":"$standard","adopts":"$adopted","degree":"$degree","on":"$from"}"#,
    ),
    s(
        "<country:word> states that <standard:standard> is <relation:term> beside <required:standard> from <from:day> [until <until:last>] [but weaker in <weaker:words>]",
        r#"{"type":"stringency.stated","country":"$country","standard":"$standard","required":"$required","relation":"$relation","weaker_clauses":"$weaker","reasons":"compared clause by clause","from":"$from","until":"$until"}"#,
    ),
    // Regulations.
    s(
        "<country:word> adopts regulation <act:word> edition <edition:word> from <from:day> [until <until:last>] for HS <products:scope> requiring <procedure:term> [for <purposes:terms>] [citing <standards:citations>]",
        r#"{"type":"regulation.adopted","regulation":"$act","country":"$country","title":{"en":"$act"},"edition":"$edition","applies_from":"$from","until":"$until","requirement":{"products":"$products","procedure":"$procedure","purposes":"$purposes","standards":"$standards"}}"#,
    ),
    s(
        "<country:word> amends regulation <act:word> to edition <edition:word> from <from:day> for HS <products:scope> requiring <procedure:term> [for <purposes:terms>] [citing <standards:citations>] [and the former edition stays good until <until:last>]",
        r#"{"type":"regulation.amended","regulation":"$act","edition":"$edition","applies_from":"$from","former_edition_until":"$until","requirement":{"products":"$products","procedure":"$procedure","purposes":"$purposes","standards":"$standards"}}"#,
    ),
    s(
        "<country:word> repeals regulation <act:word> on <from:day>",
        r#"{"type":"regulation.repealed","regulation":"$act","on":"$from"}"#,
    ),
    // Objectives.
    s(
        "Objective <objective:word> version <version:number> is established on <from:day> for HS <products:scope> and <purposes:terms> allowing <compliance:terms> [naming <standards:citations>] [and the former version stays good until <until:last>]",
        r#"{"type":"objective.established","objective":"$objective","version":"$version","title":{"en":"$objective"},"products":"$products","purposes":"$purposes","standards":"$standards","compliance":"$compliance","on":"$from","former_version_until":"$until"}"#,
    ),
    s(
        "<country:word> agrees to objective <objective:word> version <version:number> on <from:day> [until <until:last>]",
        r#"{"type":"objective.agreed","objective":"$objective","version":"$version","country":"$country","on":"$from","until":"$until"}"#,
    ),
    s(
        "<country:word> adopts objective <objective:word> version <version:number> applying from <from:day> [until <until:last>]",
        r#"{"type":"objective.adopted","objective":"$objective","version":"$version","country":"$country","adopted_on":"$from","applies_from":"$from","until":"$until"}"#,
    ),
    s(
        "<country:word> accepts objective <objective:word> version <version:number> from <from:day> [until <until:last>]",
        r#"{"type":"objective.accepted","objective":"$objective","version":"$version","country":"$country","from":"$from","until":"$until"}"#,
    ),
    s(
        "<country:word> designates <body:party> for objective <objective:word> from <from:day> [until <until:last>]",
        r#"{"type":"recognised-body.designated","objective":"$objective","body":"$body","country":"$country","from":"$from","until":"$until"}"#,
    ),
    s(
        "<country:word> withdraws <body:party> for objective <objective:word> on <from:day>",
        r#"{"type":"recognised-body.withdrawn","objective":"$objective","body":"$body","country":"$country","on":"$from"}"#,
    ),
    s(
        "<country:word> imposes additional requirement <act:word> despite <objective:word> from <from:day> [until <until:last>] for HS <products:scope> requiring <procedure:term>",
        r#"{"type":"additional-requirement.imposed","requirement":"$act","objective":"$objective","country":"$country","title":{"en":"$act"},"products":"$products","procedure":"$procedure","from":"$from","until":"$until"}"#,
    ),
    s(
        "<country:word> lifts additional requirement <act:word> on <from:day>",
        r#"{"type":"additional-requirement.lifted","requirement":"$act","country":"$country","on":"$from"}"#,
    ),
    s(
        "<country:word> takes counter-measure <id:word> against <act:word> under <objective:word> from <from:day> [until <until:last>] for HS <products:scope>",
        r#"{"type":"counter-measure.taken","counter_measure":"$id","country":"$country","objective":"$objective","against":"$act","products":"$products","from":"$from","until":"$until"}"#,
    ),
    // Agreements and annexes.
    s(
        "<first:word> and <second:word> conclude agreement <id:word> as <binding:term> from <from:day> [until <until:last>]",
        r#"{"type":"agreement.concluded","agreement":"$id","title":{"en":"$id"},"parties":["$first","$second"],"binding":"$binding","in_force_from":"$from","until":"$until"}"#,
    ),
    s(
        "Agreement <id:word> is concluded by <parties:words> as <binding:term> from <from:day> [until <until:last>]",
        r#"{"type":"agreement.concluded","agreement":"$id","title":{"en":"$id"},"parties":"$parties","binding":"$binding","in_force_from":"$from","until":"$until","open_to_accession":true}"#,
    ),
    s(
        "<party:word> accedes to agreement <id:word> from <from:day>",
        r#"{"type":"agreement.acceded","agreement":"$id","party":"$party","from":"$from"}"#,
    ),
    s(
        "<party:word> ends agreement <id:word> on <from:day> [for itself only =only:true] [and earlier results <earlier:term> their effect]",
        r#"{"type":"agreement.terminated","agreement":"$id","party":"$party","for_party_only":"$only","on":"$from","earlier_results":"$earlier"}"#,
    ),
    s(
        "Annex <id:word> of <agreement:word> recognises <recognises:term> [among <parties:words>] [both ways] for HS <products:scope> from <from:day> [until <until:last>] [naming <acts:named>]",
        r#"{"type":"annex.concluded","annex":"$id","agreement":"$agreement","title":{"en":"$id"},"recognises":"$recognises","parties":"$parties","products":"$products","acts":"$acts","in_force_from":"$from","until":"$until"}"#,
    ),
    s(
        "Annex <id:word> of <agreement:word> recognises <recognises:term> one way from <exporting:word> to <importing:word> for HS <products:scope> from <from:day> [until <until:last>] [naming <acts:named>]",
        r#"{"type":"annex.concluded","annex":"$id","agreement":"$agreement","title":{"en":"$id"},"recognises":"$recognises","directions":[{"from":"$exporting","to":"$importing"}],"products":"$products","acts":"$acts","in_force_from":"$from","until":"$until"}"#,
    ),
    s(
        "Annex <annex:word> is amended from <from:day> [for HS <products:scope>] [adding <added:named>] [removing <removed:named>]",
        r#"{"type":"annex.amended","annex":"$annex","from":"$from","products":"$products","acts_added":"$added","acts_removed":"$removed"}"#,
    ),
    s(
        "<party:word> joins annex <annex:word> from <from:day> [until <until:last>]",
        r#"{"type":"annex.joined","annex":"$annex","party":"$party","from":"$from","until":"$until"}"#,
    ),
    s(
        "<by:word> suspends annex <annex:word> [for results from <exporting:word> to <importing:word>] from <from:day> [until <until:last>] [and earlier results <earlier:term> their effect]",
        r#"{"type":"annex.suspended","annex":"$annex","by":"$by","directions":[{"from":"$exporting","to":"$importing"}],"from":"$from","until":"$until","earlier_results":"$earlier"}"#,
    ),
    s(
        "<by:word> restores annex <annex:word> on <from:day>",
        r#"{"type":"annex.restored","annex":"$annex","by":"$by","on":"$from"}"#,
    ),
    s(
        "<party:word> ends annex <annex:word> on <from:day> [and earlier results <earlier:term> their effect]",
        r#"{"type":"annex.terminated","annex":"$annex","party":"$party","on":"$from","earlier_results":"$earlier"}"#,
    ),
    s(
        "<first:act> and <second:act> are equivalent under <annex:word> as <id:word> from <from:day> [until <until:last>]",
        r#"{"type":"equivalence.declared","equivalence":"$id","annex":"$annex","first":"$first","second":"$second","from":"$from","until":"$until"}"#,
    ),
    s(
        "<party:word> revokes equivalence <id:word> on <from:day>",
        r#"{"type":"equivalence.revoked","equivalence":"$id","party":"$party","on":"$from"}"#,
    ),
    s(
        "<country:word> applies <annex:word> from <from:day> [until <until:last>] accepting series <series:number> and later",
        r#"{"type":"harmonised-regulation.applied","annex":"$annex","country":"$country","oldest_series":"$series","from":"$from","until":"$until"}"#,
    ),
    s(
        "<by:word> finds the law of <country:word> aligned under <annex:word> from <from:day> [until <until:last>]",
        r#"{"type":"alignment.confirmed","annex":"$annex","country":"$country","by":"$by","from":"$from","until":"$until"}"#,
    ),
    s(
        "<country:word> exempts HS <products:scope> from <annex:word> as <id:word> from <from:day> [until <until:last>]",
        r#"{"type":"exemption.stated","exemption":"$id","annex":"$annex","country":"$country","products":"$products","from":"$from","until":"$until"}"#,
    ),
    s(
        "<country:word> refuses model <models:words> under <annex:word> as <id:word> from <from:day> [until <until:last>] [for the reason <reasons:word>]",
        r#"{"type":"refusal.reasoned","refusal":"$id","annex":"$annex","country":"$country","against":{"models":"$models"},"reasons":"$reasons","from":"$from","until":"$until"}"#,
    ),
    // Bodies and accreditation.
    s(
        "<country:word> designates <body:party> for <instrument:word> from <from:day> [until <until:last>]",
        r#"{"type":"body.designated","body":"$body","country":"$country","instrument":"$instrument","from":"$from","until":"$until"}"#,
    ),
    s(
        "<body:party> of <country:word> is listed under <annex:word> from <from:day> [until <until:last>] [for <acts:words>]",
        r#"{"type":"body.listed","body":"$body","annex":"$annex","designated_by":"$country","acts":"$acts","from":"$from","until":"$until"}"#,
    ),
    s(
        "<country:word> states <body:party> <event:term> under <instrument:word> on <from:day> [and earlier results <earlier:term> their effect]",
        r#"{"type":"body.status-changed","body":"$body","instrument":"$instrument","country":"$country","event":"$event","on":"$from","earlier_results":"$earlier"}"#,
    ),
    s(
        "<accreditor:party> accredits <body:party> as <id:word> from <from:day> [until <until:last>] [for acts <acts:words>] [for standards <standards:standards>]",
        r#"{"type":"accreditation.granted","accreditation":"$id","accreditation_body":"$accreditor","body":"$body","acts":"$acts","standards":"$standards","from":"$from","until":"$until"}"#,
    ),
    s(
        "<accreditor:party> states accreditation <id:word> <event:term> on <from:day> [for acts <acts:words>]",
        r#"{"type":"accreditation.changed","accreditation":"$id","accreditation_body":"$accreditor","event":"$event","acts":"$acts","on":"$from"}"#,
    ),
    s(
        "<country:word> recognises accreditation body <body:party> from <from:day> [until <until:last>]",
        r#"{"type":"accreditation.recognised","country":"$country","accreditation_body":"$body","from":"$from","until":"$until"}"#,
    ),
    s(
        "<member:party> of <country:word> joins scheme <scheme:word> from <from:day> [until <until:last>] [and issues =issues:true] [recognising <standards:standards>]",
        r#"{"type":"scheme.joined","scheme":"$scheme","member":"$member","country":"$country","recognises":"$standards","issues":"$issues","from":"$from","until":"$until"}"#,
    ),
    s(
        "<country:word> declares difference <id:word> from <standard:standard> under <scheme:word> from <from:day> [until <until:last>]",
        r#"{"type":"difference.declared","scheme":"$scheme","country":"$country","standard":"$standard","difference":"$id","text":"$id","from":"$from","until":"$until"}"#,
    ),
    // Measures and reports.
    s(
        "<country:word> takes measure <id:word> of <kind:term> from <from:day> [until <until:last>] against [HS <products:scope>] [model <models:words>] [batch <batches:words>] [gtin <gtins:words>] [certificate <certificates:words>] [body <bodies:parties>] [trader <traders:parties>] [origin <origins:words>] [under <law:word>]",
        r#"{"type":"measure.taken","measure":"$id","country":"$country","kind":"$kind","against":{"products":"$products","models":"$models","batches":"$batches","gtins":"$gtins","certificates":"$certificates","bodies":"$bodies","traders":"$traders","origins":"$origins"},"legal_basis":"$law","remedy":"court","from":"$from","until":"$until"}"#,
    ),
    s(
        "<country:word> lifts measure <id:word> on <from:day>",
        r#"{"type":"measure.lifted","measure":"$id","country":"$country","on":"$from"}"#,
    ),
    s(
        "<reporter:party> reports suspicion <id:word> on <from:day> against [HS <products:scope>] [model <models:words>] [certificate <certificates:words>]",
        r#"{"type":"suspicion.reported","suspicion":"$id","reporter":"$reporter","against":{"products":"$products","models":"$models","certificates":"$certificates"},"reasons":"seen on the market","on":"$from"}"#,
    ),
    // Recognition by one country, coverage.
    s(
        "<country:word> decides <id:word> that <requirements:words> count as met from <from:day> [until <until:last>] for HS <products:scope> [for certificates under <party:word>] [of <bodies:parties>] [to <acts:acts>] [reviewed by <review:day>] [ending when overdue =ends:true]",
        r#"{"type":"recognition.decided","decision":"$id","country":"$country","requirements":"$requirements","bodies":"$bodies","designating_party":"$party","attests_to":"$acts","products":"$products","reasons":"compared","from":"$from","until":"$until","review_by":"$review","ends_when_review_overdue":"$ends"}"#,
    ),
    s(
        "<country:word> revokes decision <id:word> on <from:day>",
        r#"{"type":"recognition.revoked","decision":"$id","country":"$country","on":"$from"}"#,
    ),
    s(
        "<country:word> accepts as <id:word> certificates under <party:word> [to <acts:acts>] for <requirements:words> from <from:day> [until <until:last>] for HS <products:scope>",
        r#"{"type":"acceptance.stated","acceptance":"$id","country":"$country","requirements":"$requirements","designating_party":"$party","attests_to":"$acts","products":"$products","from":"$from","until":"$until","legal_basis":"ordinance"}"#,
    ),
    s(
        "<country:word> states coverage of <scheme:word> [complete =complete:true] [partial =complete:false] since <from:day>",
        r#"{"type":"coverage.stated","scheme":"$scheme","country":"$country","complete":"$complete","since":"$from","basis":"issuers report every one"}"#,
    ),
    // Certificates.
    s(
        "<issuer:party> issues <kind:term> <number:word> on <from:day> for HS <products:scope> [gtin <gtin:word>] [model <model:word>] [brand <brand:word>] [batch <batch:word>] [serial <serial:word>] [to <acts:acts>] [meeting <standards:standards>] [by <procedure:term>] [under <party:word>] [assessed on <assessed:day>] [expiring after <until:last>] [held by <holder:party>]",
        r#"{"type":"certificates.issued","issuer":"$issuer","certificates":[{"number":"$number","status_index":"$index","kind":"$kind","holder":"$holder","products":"$product","conforms_to":"$acts","standards":"$standards","procedure":"$procedure","designating_party":"$party","assessed_on":"$assessed","issued_on":"$from","expires_on":"$until"}]}"#,
    ),
    s(
        "<issuer:party> suspends <number:word> on <from:day>",
        r#"{"type":"certificates.changed","issuer":"$issuer","changes":[{"number":"$number","on":"$from","change":{"suspended":{}}}]}"#,
    ),
    s(
        "<issuer:party> restores <number:word> on <from:day>",
        r#"{"type":"certificates.changed","issuer":"$issuer","changes":[{"number":"$number","on":"$from","change":{"restored":{}}}]}"#,
    ),
    s(
        "<issuer:party> withdraws <number:word> on <from:day>",
        r#"{"type":"certificates.changed","issuer":"$issuer","changes":[{"number":"$number","on":"$from","change":{"withdrawn":{"from_start":false}}}]}"#,
    ),
    s(
        "<issuer:party> withdraws <number:word> from the start on <from:day>",
        r#"{"type":"certificates.changed","issuer":"$issuer","changes":[{"number":"$number","on":"$from","change":{"withdrawn":{"from_start":true}}}]}"#,
    ),
    s(
        "<issuer:party> ends <number:word> on <from:day>",
        r#"{"type":"certificates.changed","issuer":"$issuer","changes":[{"number":"$number","on":"$from","change":{"expired":{}}}]}"#,
    ),
    s(
        "<issuer:party> moves <number:word> to holder <holder:party> on <from:day>",
        r#"{"type":"certificates.changed","issuer":"$issuer","changes":[{"number":"$number","on":"$from","change":{"holder_changed":{"holder":"$holder"}}}]}"#,
    ),
    s(
        "<issuer:party> hands <number:word> over to <to:party> on <from:day>",
        r#"{"type":"certificates.changed","issuer":"$issuer","changes":[{"number":"$number","on":"$from","change":{"transferred":{"to":"$to"}}}]}"#,
    ),
    s(
        "<issuer:party> reduces <number:word> to HS <products:scope> [model <model:word>] [to <acts:acts>] on <from:day>",
        r#"{"type":"certificates.changed","issuer":"$issuer","changes":[{"number":"$number","on":"$from","change":{"scope_reduced":{"products":"$product","conforms_to":"$acts"}}}]}"#,
    ),
];
