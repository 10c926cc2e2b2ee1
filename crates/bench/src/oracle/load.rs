//! From acts to rows: one file for each subject.

mod agreements;
mod bodies;
mod certificates;
mod measures;
mod parties;
mod requirements;

use model::{EvidenceKind, Procedure, ProductScope};
use rusqlite::{Connection, Result, ToSql};
use rustc_hash::FxHashMap;

use crate::world::{Stated, World};

/// An open end.
const NEVER: &str = "9999-12-31";

/// Loads every statement of a world.
pub(super) fn facts(connection: &Connection, world: &World) -> Result<()> {
    let mut loader = Loader { connection, joint: FxHashMap::default(), scopes: 0, editions: 0, rows: 0 };
    connection.execute_batch("BEGIN")?;
    loader.fits()?;
    for stated in &world.log.statements {
        loader.statement(stated)?;
    }
    connection.execute_batch(
        "INSERT INTO hs_edition SELECT DISTINCT hs_edition FROM product_key WHERE hs_edition > 0",
    )?;
    connection.execute_batch("COMMIT")
}

/// What must be remembered between statements.
struct Loader<'c> {
    connection: &'c Connection,
    /// Joint acts by digest: the instrument, and the parties of agreements.
    joint: FxHashMap<String, String>,
    scopes: i64,
    editions: i64,
    rows: i64,
}

fn day(day: Option<model::Date>) -> String {
    day.map_or_else(|| NEVER.to_owned(), |day| day.to_string())
}

fn some_day(day: Option<model::Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn procedures(list: &[Procedure]) -> String {
    if list.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = list.iter().map(|procedure| procedure.as_str()).collect();
    format!(",{},", names.join(","))
}

impl Loader<'_> {
    fn put(&self, sql: &str, values: &[&dyn ToSql]) -> Result<()> {
        self.connection.prepare_cached(sql)?.execute(values).map(|_| ())
    }

    /// Which documents go with a procedure (ISO/IEC 17000).
    fn fits(&self) -> Result<()> {
        use EvidenceKind::{Certificate, Declaration, InspectionReport, TestReport, TypeApproval};
        let table: [(Procedure, &[EvidenceKind]); 7] = [
            (Procedure::None, EvidenceKind::ALL),
            (Procedure::Declaration, &[Declaration]),
            (Procedure::DeclarationWithTest, &[Declaration]),
            (Procedure::Testing, &[TestReport, Certificate]),
            (Procedure::Inspection, &[InspectionReport, Certificate]),
            (Procedure::Certification, &[Certificate, TypeApproval]),
            (Procedure::TypeApproval, &[TypeApproval]),
        ];
        for (procedure, kinds) in table {
            for kind in kinds {
                self.put("INSERT INTO fits VALUES (?, ?)", &[&procedure.as_str(), &kind.as_str()])?;
            }
        }
        Ok(())
    }

    fn scope(&mut self, scope: &ProductScope) -> Result<i64> {
        self.scopes += 1;
        let (id, edition) = (self.scopes, scope.hs_edition.year());
        self.put("INSERT INTO scope VALUES (?, ?, ?)", &[&id, &edition, &scope.hs.is_empty()])?;
        for (excepted, codes) in [(false, &scope.hs), (true, &scope.except)] {
            for code in codes {
                self.put(
                    "INSERT OR IGNORE INTO scope_code VALUES (?, ?, ?)",
                    &[&id, &excepted, &code.as_str()],
                )?;
            }
        }
        Ok(id)
    }

    fn optional_scope(&mut self, scope: Option<&ProductScope>) -> Result<Option<i64>> {
        scope.map(|scope| self.scope(scope)).transpose()
    }

    fn key(&self, kind: &str, party: &str, scope: &ProductScope, instrument: &str) -> Result<()> {
        const SQL: &str = "INSERT INTO product_key VALUES (?, ?, ?, ?, ?, ?)";
        if scope.hs.is_empty() {
            return self.put(SQL, &[&kind, &party, &0, &"", &"", &instrument]);
        }
        for code in &scope.hs {
            let (year, code) = (scope.hs_edition.year(), code.as_str());
            self.put(SQL, &[&kind, &party, &year, &code, &&code[..2], &instrument])?;
        }
        Ok(())
    }

    fn statement(&mut self, stated: &Stated) -> Result<()> {
        let at = i64::try_from(stated.at).unwrap_or(i64::MAX);
        let act = &stated.act;
        match act.name().split('.').next().unwrap_or_default() {
            "group" | "membership" | "party" | "ownership" => self.party(act, at),
            "standard" | "stringency" | "correlation" => self.standard(act, at),
            "regulation" => self.regulation(act, at),
            "objective" => self.objective(act, at),
            "recognised-body" | "additional-requirement" | "counter-measure" => self.under_objective(act, at),
            "agreement" => self.agreement(stated, at),
            "annex" => self.annex(stated, at),
            "equivalence" | "harmonised-regulation" | "alignment" | "exemption" | "refusal" => {
                self.under_annex(act, at)
            }
            "body" => self.body(act, at),
            "accreditation" => self.accreditation(act, at),
            "scheme" | "difference" => self.scheme(act, at),
            "certificates" => self.certificates(act, at),
            "measure" => self.measure(act, at),
            "recognition" | "acceptance" | "coverage" => self.decision(act, at),
            _ => Ok(()),
        }
    }
}
