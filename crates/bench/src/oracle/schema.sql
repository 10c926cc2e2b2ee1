-- The facts, one table for each kind. Days are ISO texts; a period is half-open and an open end is '9999-12-31'.
-- `at` is the position of the statement: a fact is known from there on.

CREATE TABLE grp(code TEXT PRIMARY KEY, legislates INT) WITHOUT ROWID;
CREATE TABLE membership(member TEXT, grp TEXT, frm TEXT, until TEXT, at INT);
CREATE INDEX membership_by_member ON membership(member);
CREATE INDEX membership_by_group ON membership(grp);
CREATE TABLE party(id TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
CREATE TABLE ownership(body TEXT, owner TEXT, share INT, controls INT, frm TEXT, until TEXT, at INT);
CREATE INDEX ownership_by_body ON ownership(body);
CREATE TABLE bar(bar TEXT, country TEXT, share INT, frm TEXT, until TEXT, at INT);
CREATE INDEX bar_by_country ON bar(country);
CREATE TABLE bar_entity(bar TEXT, owner TEXT, PRIMARY KEY(bar, owner)) WITHOUT ROWID;

-- Scopes: everything, or codes of one edition with exceptions.
CREATE TABLE scope(id INTEGER PRIMARY KEY, hs_edition INT, everything INT);
CREATE TABLE scope_code(scope INT, excepted INT, code TEXT, PRIMARY KEY(scope, code, excepted)) WITHOUT ROWID;
CREATE TABLE hs_edition(year INTEGER PRIMARY KEY);
CREATE TABLE correlation(from_edition INT, to_edition INT, from_code TEXT, to_code TEXT, at INT);
CREATE INDEX correlation_by_code ON correlation(from_edition, to_edition, from_code);
-- Where instruments are looked up: by party, edition and the code of a scope; '' stands for every product.
CREATE TABLE product_key(kind TEXT, party TEXT, hs_edition INT, code TEXT, chapter TEXT, instrument TEXT);
CREATE INDEX product_key_by_code ON product_key(kind, party, code, hs_edition, instrument);
CREATE INDEX product_key_by_chapter ON product_key(kind, party, hs_edition, chapter, instrument);

CREATE TABLE standard(reference TEXT PRIMARY KEY, series TEXT, published TEXT, at INT) WITHOUT ROWID;
CREATE INDEX standard_by_series ON standard(series, published);
CREATE TABLE standard_withdrawn(reference TEXT, on_day TEXT, at INT);
CREATE INDEX standard_withdrawn_by_reference ON standard_withdrawn(reference);
CREATE TABLE standard_revised(former TEXT, transition_until TEXT, at INT);
CREATE INDEX standard_revised_by_former ON standard_revised(former);
CREATE TABLE standard_identical(a TEXT, b TEXT, at INT);
CREATE INDEX standard_identical_by_a ON standard_identical(a, b);
CREATE TABLE stringency(country TEXT, standard TEXT, standard_dated INT, required TEXT, required_series TEXT,
                        required_dated INT, weaker INT, frm TEXT, until TEXT, at INT);
CREATE INDEX stringency_by_required ON stringency(required_series, country);

CREATE TABLE regulation(act TEXT PRIMARY KEY, country TEXT) WITHOUT ROWID;
CREATE TABLE edition(id INTEGER PRIMARY KEY, act TEXT, name TEXT, frm TEXT, until TEXT, at INT, scope INT,
                     procedure TEXT, former_until TEXT, regime INT, person TEXT, test INT, accredited INT);
CREATE INDEX edition_by_act ON edition(act, frm, at);
CREATE TABLE edition_purpose(edition INT, purpose TEXT, PRIMARY KEY(edition, purpose)) WITHOUT ROWID;
CREATE TABLE edition_evidence(edition INT, kind TEXT, PRIMARY KEY(edition, kind)) WITHOUT ROWID;
CREATE TABLE repeal(act TEXT, on_day TEXT, at INT);
CREATE INDEX repeal_by_act ON repeal(act);
-- Citations of editions of regulations and of versions of objectives.
CREATE TABLE citation(owner TEXT, place INT, standard TEXT, series TEXT, dated INT, exclusive INT, former_until TEXT,
                      PRIMARY KEY(owner, place)) WITHOUT ROWID;
CREATE TABLE fits(procedure TEXT, kind TEXT, PRIMARY KEY(procedure, kind)) WITHOUT ROWID;

CREATE TABLE objective(objective TEXT, version INT, owner TEXT, scope INT, frm TEXT, former_until TEXT, first TEXT, at INT);
CREATE INDEX objective_by_id ON objective(objective, version);
CREATE TABLE objective_purpose(owner TEXT, purpose TEXT, PRIMARY KEY(owner, purpose)) WITHOUT ROWID;
CREATE TABLE objective_compliance(owner TEXT, procedure TEXT, PRIMARY KEY(owner, procedure)) WITHOUT ROWID;
CREATE TABLE commitment(objective TEXT, version INT, country TEXT, kind TEXT, frm TEXT, until TEXT, at INT);
CREATE INDEX commitment_by_objective ON commitment(objective, country);
CREATE TABLE recognised_body(objective TEXT, body TEXT, country TEXT, scope INT, frm TEXT, until TEXT, procedures TEXT, at INT);
CREATE INDEX recognised_body_by_body ON recognised_body(body, objective);
CREATE TABLE recognised_body_withdrawn(objective TEXT, body TEXT, country TEXT, on_day TEXT, at INT);
CREATE INDEX recognised_body_withdrawn_by_body ON recognised_body_withdrawn(body, objective);
CREATE TABLE additional(act TEXT, objective TEXT, country TEXT, scope INT, procedure TEXT, frm TEXT, until TEXT, at INT);
CREATE INDEX additional_by_country ON additional(country);
CREATE INDEX additional_by_act ON additional(act);
CREATE TABLE counter_measure(objective TEXT, country TEXT, against TEXT, scope INT, frm TEXT, until TEXT, at INT);
CREATE INDEX counter_measure_by_objective ON counter_measure(objective, country);

CREATE TABLE agreement(id TEXT PRIMARY KEY, binding TEXT, frm TEXT, until TEXT) WITHOUT ROWID;
-- An end of an agreement or annex; `party` is empty where it ends for all.
CREATE TABLE ended(instrument TEXT, party TEXT, on_day TEXT, earlier TEXT, at INT);
CREATE INDEX ended_by_instrument ON ended(instrument);
CREATE TABLE bound(instrument TEXT, party TEXT, at INT);
CREATE INDEX bound_by_instrument ON bound(instrument, party);
CREATE TABLE annex(id TEXT PRIMARY KEY, agreement TEXT, kind TEXT, binding TEXT, origin TEXT, frm TEXT, until TEXT,
                   directed INT, listing_months INT, contest TEXT, contest_days INT, on_suspension TEXT,
                   on_withdrawal TEXT, on_end TEXT, on_amendment TEXT, amendment_days INT, listed INT, report_months INT,
                   regime_person TEXT, regime_test INT, regime_accredited INT, at INT) WITHOUT ROWID;
CREATE TABLE annex_scope(annex TEXT, frm TEXT, scope INT, at INT);
CREATE INDEX annex_scope_by_annex ON annex_scope(annex, frm, at);
CREATE TABLE annex_party(annex TEXT, party TEXT, frm TEXT, until TEXT, at INT);
CREATE INDEX annex_party_by_annex ON annex_party(annex, party);
CREATE TABLE annex_direction(annex TEXT, frm_party TEXT, to_party TEXT);
CREATE INDEX annex_direction_by_annex ON annex_direction(annex);
CREATE TABLE annex_act(annex TEXT, party TEXT, act TEXT, edition TEXT);
CREATE INDEX annex_act_by_annex ON annex_act(annex, act, party);
CREATE TABLE annex_output(annex TEXT, kind TEXT, PRIMARY KEY(annex, kind)) WITHOUT ROWID;
CREATE TABLE suspension(id INTEGER PRIMARY KEY, annex TEXT, by_party TEXT, directed INT, frm TEXT, until TEXT, earlier TEXT, at INT);
CREATE INDEX suspension_by_annex ON suspension(annex);
CREATE TABLE suspension_direction(suspension INT, frm_party TEXT, to_party TEXT);
CREATE INDEX suspension_direction_by_id ON suspension_direction(suspension);
CREATE TABLE restoration(annex TEXT, by_party TEXT, on_day TEXT, at INT);
CREATE INDEX restoration_by_annex ON restoration(annex, by_party);
CREATE TABLE equivalence(id TEXT, annex TEXT, ours TEXT, ours_edition TEXT, theirs TEXT, theirs_edition TEXT, frm TEXT, until TEXT, at INT);
CREATE INDEX equivalence_by_act ON equivalence(annex, ours, theirs);
CREATE TABLE equivalence_revoked(id TEXT, on_day TEXT, at INT);
CREATE INDEX equivalence_revoked_by_id ON equivalence_revoked(id);
CREATE TABLE applied(annex TEXT, country TEXT, oldest INT, frm TEXT, until TEXT, at INT);
CREATE INDEX applied_by_annex ON applied(annex, country);
CREATE TABLE aligned(annex TEXT, country TEXT, by_party TEXT, frm TEXT, until TEXT, at INT);
CREATE INDEX aligned_by_annex ON aligned(annex, country);
CREATE TABLE exemption(annex TEXT, country TEXT, scope INT, frm TEXT, until TEXT, at INT);
CREATE INDEX exemption_by_annex ON exemption(annex);
CREATE TABLE refusal(id INTEGER PRIMARY KEY, annex TEXT, country TEXT, scope INT, reasoned INT, frm TEXT, until TEXT, at INT);
CREATE INDEX refusal_by_annex ON refusal(annex);
CREATE TABLE member(annex TEXT, body TEXT, country TEXT, id INTEGER PRIMARY KEY, selective INT, issues INT, frm TEXT, until TEXT, at INT);
CREATE INDEX member_by_country ON member(annex, country);
CREATE INDEX member_by_body ON member(annex, body);
CREATE TABLE member_standard(member INT, standard TEXT, PRIMARY KEY(member, standard)) WITHOUT ROWID;
CREATE TABLE difference(annex TEXT, country TEXT, standard TEXT, difference TEXT, frm TEXT, until TEXT, at INT);
CREATE INDEX difference_by_annex ON difference(annex, country);

-- `procedures` is empty for all, else the names between commas.
CREATE TABLE designation(body TEXT, instrument TEXT, country TEXT, procedures TEXT, scope INT, frm TEXT, until TEXT, at INT);
CREATE INDEX designation_by_body ON designation(body, instrument);
CREATE TABLE listing(body TEXT, annex TEXT, designated_by TEXT, procedures TEXT, scope INT, frm TEXT, until TEXT, at INT);
CREATE INDEX listing_by_body ON listing(body, annex);
CREATE TABLE body_event(body TEXT, instrument TEXT, event TEXT, on_day TEXT, earlier TEXT, at INT);
CREATE INDEX body_event_by_body ON body_event(body, instrument, on_day);
CREATE TABLE accreditation(id TEXT, accreditor TEXT, body TEXT, acts INT, procedures TEXT, frm TEXT, until TEXT, at INT);
CREATE INDEX accreditation_by_body ON accreditation(body);
CREATE TABLE accreditation_act(id TEXT, act TEXT, PRIMARY KEY(id, act)) WITHOUT ROWID;
CREATE TABLE accreditation_standard(id TEXT, series TEXT, PRIMARY KEY(id, series)) WITHOUT ROWID;
CREATE TABLE accreditation_event(id TEXT, event TEXT, on_day TEXT, at INT);
CREATE INDEX accreditation_event_by_id ON accreditation_event(id, on_day);
CREATE TABLE accreditation_left(id TEXT, act TEXT, on_day TEXT, at INT);
CREATE INDEX accreditation_left_by_id ON accreditation_left(id, act);
CREATE TABLE accreditor_recognised(country TEXT, accreditor TEXT, frm TEXT, until TEXT, at INT);
CREATE INDEX accreditor_recognised_by_id ON accreditor_recognised(accreditor, country);

CREATE TABLE prior(id TEXT PRIMARY KEY, country TEXT, designating TEXT, scope INT, frm TEXT, until TEXT, review_by TEXT,
                   review_ends INT, bodies INT, acts INT, at INT) WITHOUT ROWID;
CREATE TABLE prior_requirement(act TEXT, id TEXT, PRIMARY KEY(act, id)) WITHOUT ROWID;
CREATE TABLE prior_body(id TEXT, body TEXT, PRIMARY KEY(id, body)) WITHOUT ROWID;
CREATE TABLE prior_act(id TEXT, act TEXT, edition TEXT);
CREATE INDEX prior_act_by_id ON prior_act(id);
CREATE TABLE prior_condition(id TEXT, name TEXT, PRIMARY KEY(id, name)) WITHOUT ROWID;
CREATE TABLE prior_revoked(id TEXT, on_day TEXT, at INT);
CREATE INDEX prior_revoked_by_id ON prior_revoked(id);
CREATE TABLE coverage(scheme TEXT, country TEXT, complete INT, since TEXT, at INT);
CREATE INDEX coverage_by_scheme ON coverage(scheme, country);

-- Measures and refusals by what they hit; every kind that is given must match.
CREATE TABLE measure(id TEXT PRIMARY KEY, country TEXT, scope INT, law INT, frm TEXT, until TEXT, at INT) WITHOUT ROWID;
CREATE INDEX measure_by_country ON measure(country, frm);
CREATE TABLE measure_lifted(id TEXT, on_day TEXT, at INT);
CREATE INDEX measure_lifted_by_id ON measure_lifted(id);
CREATE TABLE target(owner TEXT, kind TEXT, value TEXT, PRIMARY KEY(owner, kind, value)) WITHOUT ROWID;

-- A certificate is its issue (version 0) and reductions of its scope (later versions).
CREATE TABLE certificate(number TEXT PRIMARY KEY, at INT, issuer TEXT, kind TEXT, procedure TEXT, holder TEXT,
                         code TEXT, hs_edition INT, model TEXT, batch TEXT, designating TEXT, assessed_on TEXT,
                         issued_on TEXT, expires_on TEXT, laboratory TEXT, report_on TEXT, production INT,
                         changed INT) WITHOUT ROWID;
CREATE TABLE certificate_act(number TEXT, act TEXT, edition TEXT, PRIMARY KEY(number, act)) WITHOUT ROWID;
CREATE TABLE certificate_standard(number TEXT, reference TEXT, series TEXT, PRIMARY KEY(number, reference)) WITHOUT ROWID;
CREATE TABLE certificate_word(number TEXT, kind TEXT, word TEXT, PRIMARY KEY(number, kind, word)) WITHOUT ROWID;
CREATE TABLE certificate_change(number TEXT, on_day TEXT, at INT, item INT, kind TEXT, holder TEXT);
CREATE INDEX certificate_change_by_number ON certificate_change(number, on_day, at, item);
