#![allow(missing_docs, clippy::all)]
use bench::oracle::{Oracle, Verdict};
use bench::{Scale, World};
#[test]
fn zz() {
    let world = World::new(7, Scale::small());
    let oracle = Oracle::new(&world).unwrap();
    let t = std::time::Instant::now();
    let mut n = 0;
    for question in &world.questions(4000) {
        let presented = world.presented(question);
        let d = decision::decide(world.registry(), question, &presented).unwrap();
        let (rust, sql) = (Verdict::of(&d), oracle.decide(question).unwrap());
        if rust != sql {
            n += 1;
            if n > 14 { continue }
            println!("{}\n  rust {rust:?}\n  sql  {sql:?}", serde_json::to_string(question).unwrap());
            let r: Vec<_> = rust.requirements.split("; ").collect();
            for q in &d.requirements {
                let line = format!("{} {} {}", q.act, q.outcome.as_str(), q.basis.map_or("-", |b| b.as_str()));
                if sql.requirements.split("; ").any(|x| x == line) { continue }
                for e in &d.evidence { for f in &e.findings { if f.outcome != law::Outcome::Met { println!("   EV {} {:?} {:?}", f.rule.id, f.outcome, f.facts) } } }
                for p in &q.paths {
                    let bad: Vec<_> = p.findings.iter().filter(|f| f.outcome != law::Outcome::Met).map(|f| format!("{} {:?} {:?}", f.rule.id, f.outcome, f.facts.iter().map(|f| format!("{}={:?}", f.name, f.value)).collect::<Vec<_>>().join(","))).collect();
                    if bad.len() > 2 { continue }
                    println!("   PATH {} {:?} {:?} {:?} {bad:?}", p.path.as_str(), p.outcome, p.basis, p.instrument);
                }
                for p in &presented { if let Some(f) = &p.found { println!("   CERT {} {:?} {:?} {:?} {:?} {:?}", f.issuer, f.issued.kind, f.issued.procedure, f.issued.conforms_to, f.issued.standards, f.issued.report); } }
            }
            let _ = r;
        }
    }
    println!("DIFF {n} {:?}", t.elapsed());
}
