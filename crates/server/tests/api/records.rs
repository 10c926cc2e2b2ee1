use crate::world::{BODY, server};

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_record_is_listed_and_says_what_is_not_there() {
    let server = server();
    for resource in [
        "countries",
        "parties",
        "bodies",
        "standards",
        "regulations",
        "objectives",
        "agreements",
        "annexes",
        "measures",
        "recognition-decisions",
        "equivalences",
    ] {
        let list = server.get(&format!("/api/v1/{resource}")).await;
        assert_eq!(list.status, 200, "{resource}: {}", list.text());
        assert_eq!(list.json()["as_of"]["on"], "2026-01-31");
        let missing = match resource {
            "countries" => "IT",
            "parties" | "bodies" => "did:web:nobody.example",
            "standards" => "ISO%209999",
            _ => "NOTHING",
        };
        let path = format!("/api/v1/{resource}/{missing}");
        assert_eq!(server.get(&path).await.problem(), (404, "not-on-record".into()), "{resource}");
        let bad = server.get(&format!("/api/v1/{resource}/%20")).await.problem();
        assert_eq!(bad, (400, "identifier-malformed".into()), "{resource}");
        let future = server.get(&format!("{path}?known_at=99999")).await.problem();
        assert_eq!(future, (422, "not-yet-known".into()));
        let day = server.get(&format!("/api/v1/{resource}?on=yesterday")).await.problem();
        assert_eq!(day, (400, "parameters-malformed".into()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_names_the_statement_of_each_fact() {
    let server = server();
    let body = server.get(&format!("/api/v1/bodies/{BODY}")).await.json();
    assert_eq!(body["country"], "FR");
    let statement = body["facts"]["registered"][0]["statement"].as_u64().unwrap();
    let stated = server.get(&format!("/api/v1/statements/{statement}")).await.json();
    assert_eq!(stated["payload"]["act"]["party"], BODY);
    let before = server.get(&format!("/api/v1/bodies/{BODY}?known_at={}", statement - 1)).await;
    assert_eq!(before.problem().0, 404);
    let standard = server.get("/api/v1/standards/IEC%2060335-1:2020").await.json();
    assert_eq!(
        (standard["in_force"].clone(), standard["standing"]["series"].clone()),
        (true.into(), "IEC 60335-1".into())
    );
    assert_eq!(server.get("/api/v1/standards/IEC%2060335-1?on=2019-01-01").await.json()["in_force"], false);
    assert_eq!(server.get("/api/v1/countries/fr").await.json()["id"], "FR");
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_go_on_where_they_stopped() {
    let server = server();
    let first = server.get("/api/v1/countries?limit=1").await.json();
    assert_eq!((first["items"][0]["id"].clone(), first["next"].clone()), ("FR".into(), "FR".into()));
    let second = server.get("/api/v1/countries?limit=1&after=FR").await.json();
    assert_eq!(second["items"][0]["id"], "JP");
    assert!(second["next"].is_null());
    let french = server.get("/api/v1/parties?country=FR").await.json();
    assert!(french["items"].as_array().unwrap().iter().all(|row| row["country"] == "FR"));
    assert_eq!(server.get("/api/v1/parties?country=x").await.problem().0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_is_shown_with_its_history_and_listed_by_its_links() {
    let server = server();
    let certificate = server.get("/api/v1/certificates/C-0").await.json();
    assert_eq!(
        (certificate["status"].clone(), certificate["issuer"].clone()),
        ("in_force".into(), BODY.into())
    );
    assert_eq!(certificate["history"][0]["event"], "issued");
    let before = server.get("/api/v1/certificates/C-0?on=2024-12-31").await.json();
    assert_eq!(before["status"], "not_yet_in_force");
    assert_eq!(server.get("/api/v1/certificates/C-9").await.problem(), (404, "not-on-record".into()));
    let issued = server.get(&format!("/api/v1/certificates?issuer={BODY}")).await.json();
    assert_eq!(issued["items"][0]["number"], "C-0");
    let none = server.get("/api/v1/certificates?holder=did:web:x").await.json();
    assert!(none["items"].as_array().unwrap().is_empty());
    let two = server.get("/api/v1/certificates?holder=a&issuer=b").await.problem();
    assert_eq!(two, (400, "parameters-malformed".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn search_finds_what_was_logged_whatever_is_typed() {
    let server = server();
    let first =
        async |q: &str| server.get(&format!("/api/v1/search?q={q}")).await.json()["results"][0]["id"].clone();
    assert_eq!(first("60335-1").await, "IEC 60335-1:2020");
    assert_eq!(first("C-0").await, "C-0");
    assert_eq!(first("toas").await, "C-0");
    let all = server.get("/api/v1/search?kind=country").await.json();
    assert_eq!(
        (all["total"].clone(), all["facets"]["kind"][0]["value"].clone()),
        (2.into(), "country".into())
    );
    for odd in ["%22(", "%00", "AND%20OR", "%F0%9F%92%A5"] {
        assert_eq!(server.get(&format!("/api/v1/search?q={odd}")).await.status, 200, "{odd}");
    }
    assert_eq!(server.get("/api/v1/search?page=-1").await.problem().0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_a_record_already_is_told_so() {
    let server = server();
    let tag = server.get("/api/v1/countries/FR").await.headers["etag"].clone();
    let request = axum::http::Request::get("/api/v1/countries/FR").header("if-none-match", tag);
    let again = server.ask(request.body(axum::body::Body::empty()).unwrap()).await;
    assert_eq!((again.status.as_u16(), again.body.len()), (304, 0));
}
