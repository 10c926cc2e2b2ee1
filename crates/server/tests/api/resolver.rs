//! From a label or a number to what is on record: redirects, sets of links, and what is no identifier.

use axum::http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::desk::URL;
use crate::served::{GTIN, Site, Told};

const GS1: &str = "https://ref.gs1.org/voc/";

fn targets<'a>(set: &'a Value, rel: &str) -> Vec<&'a str> {
    let links = set["linkset"][0][rel].as_array().map_or(&[][..], Vec::as_slice);
    links.iter().map(|link| link["href"].as_str().unwrap()).collect()
}

async fn linkset(site: &Site, path: &str) -> Value {
    let told = site.get_with(path, &[(header::ACCEPT, "application/linkset+json")]).await;
    assert_eq!(
        (told.status, told.header(header::CONTENT_TYPE)),
        (StatusCode::OK, "application/linkset+json")
    );
    assert!(told.header(header::LINK).contains("http://www.w3.org/ns/json-ld#context"));
    assert!(told.header(header::VARY).contains("accept"));
    told.json()
}

fn leads_to(told: &Told) -> (u16, &str) {
    (told.status.as_u16(), told.header(header::LOCATION))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_label_leads_to_the_page_of_the_certificate_in_the_visitors_language() {
    let site = Site::new();
    let path = format!("/01/{GTIN}");
    let told = site.get(&path).await;
    // Both are in force: the one that was issued last.
    assert_eq!(leads_to(&told), (307, "/en/certificates/C-1"));
    let set = format!("<{URL}{path}?linkType=linkset>; rel=\"linkset\"; type=\"application/linkset+json\"");
    assert_eq!(told.header(header::LINK), set);
    let french = site.get_with(&path, &[(header::ACCEPT_LANGUAGE, "fr-CH, en;q=0.5")]).await;
    assert_eq!(leads_to(&french), (307, "/fr/certificates/C-1"));
    // A shorter form is the same number, a slash at the end changes nothing, and other questions go on to the page.
    assert_eq!(leads_to(&site.get("/01/4006381333931/").await), (307, "/en/certificates/C-1"));
    let asked = site.get(&format!("{path}?on=2025-06-01&linkType=gs1:defaultLink")).await;
    assert_eq!(leads_to(&asked), (307, "/en/certificates/C-1?on=2025-06-01"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_of_links_leads_to_every_certificate_about_the_product() {
    let site = Site::new();
    site.travels("C-0").await;
    let path = format!("/01/{GTIN}");
    let set = linkset(&site, "/01/4006381333931").await;
    assert_eq!(set["linkset"][0]["anchor"], format!("{URL}{path}"));
    let pages = targets(&set, &format!("{GS1}certificationInfo"));
    for number in ["C-0", "C-1"] {
        for language in ["en", "fr"] {
            let page = format!("{URL}/{language}/certificates/{number}");
            assert!(pages.contains(&page.as_str()), "{page}: {pages:?}");
        }
    }
    assert_eq!(targets(&set, "dcc"), [format!("{URL}/credentials/C-0")]);
    for links in set["linkset"][0].as_object().unwrap().values().filter_map(Value::as_array) {
        // The forms that the schemas of GS1 and UNTP take.
        let good = |link: &Value| {
            link["href"].as_str().unwrap().starts_with("https://")
                && !link["title"].as_str().unwrap().is_empty()
                && link
                    .as_object()
                    .unwrap()
                    .keys()
                    .all(|key| ["href", "title", "type", "hreflang"].contains(&key.as_str()))
        };
        assert!(links.iter().all(good), "{links:?}");
    }
    // The batch on the label leaves out a certificate that is about another one.
    let batch = linkset(&site, &format!("{path}/10/B-2/21/7")).await;
    assert_eq!(batch["linkset"][0]["anchor"], format!("{URL}{path}/10/B-2/21/7"));
    assert!(!targets(&batch, &format!("{GS1}certificationInfo")).iter().any(|page| page.ends_with("C-0")));
    // A type of which there are several is not guessed.
    let several = site.get(&format!("{path}?linkType=gs1:certificationInfo")).await;
    assert_eq!(several.status, StatusCode::MULTIPLE_CHOICES);
    let one = site.get(&format!("{path}?linkType=untp:dcc")).await;
    assert_eq!(leads_to(&one), (307, "/credentials/C-0"));
    let verifier = site.get_with(&path, &[(header::ACCEPT, "application/vc+jwt")]).await;
    assert_eq!(leads_to(&verifier), (307, "/credentials/C-0"));
    let text =
        site.get_with(&format!("{path}?linkType=all"), &[(header::ACCEPT, "application/linkset")]).await;
    assert_eq!(text.header(header::CONTENT_TYPE), "application/linkset");
    assert!(text.text().contains(&format!("rel=\"dcc\"; anchor=\"{URL}{path}\"")), "{}", text.text());
    let found = site.get("/api/v1/certificates?gtin=4006381333931").await.json();
    assert_eq!(found["items"].as_array().unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_without_a_label_has_its_set_too() {
    let site = Site::new();
    assert_eq!(leads_to(&site.get("/certificates/C-2").await), (307, "/en/certificates/C-2"));
    let set = linkset(&site, "/certificates/C-2").await;
    assert_eq!(targets(&set, &format!("{GS1}defaultLink")).len(), 2);
    assert_eq!(targets(&set, "describedby"), [format!("{URL}/api/v1/certificates/C-2")]);
    let proof = targets(&set, "related")[0].strip_prefix(URL).unwrap().to_owned();
    assert_eq!(site.get(&proof).await.status, StatusCode::OK);
    let printed = targets(&set, "alternate")[1].strip_prefix(URL).unwrap().to_owned();
    assert_eq!(site.get(&printed).await.header(header::CONTENT_TYPE), "application/pdf");
    let labelled = linkset(&site, "/certificates/C-1").await;
    assert_eq!(targets(&labelled, "about"), [format!("{URL}/01/{GTIN}")]);
    assert_eq!(site.get("/certificates/C-2?linkType=dcc").await.problem(), (404, "no-such-link".into()));
    assert_eq!(site.get("/certificates/C-9").await.problem(), (404, "not-on-record".into()));
    let picky = site.get_with("/certificates/C-2", &[(header::ACCEPT, "image/png")]).await;
    assert_eq!(picky.problem(), (406, "not-acceptable".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_digital_link_is_told_apart_from_what_is_not_on_record() {
    let site = Site::new();
    for (path, kind) in [
        ("/01/4006381333932", "gtin-malformed"),
        ("/01/400638133393x", "gtin-malformed"),
        ("/01/04006381333931/foo", "digital-link-malformed"),
        ("/01/04006381333931/10/", "digital-link-malformed"),
        ("/01/04006381333931/21/1/10/2", "digital-link-malformed"),
        ("/01/04006381333931/10/123456789012345678901", "digital-link-malformed"),
        ("/01/..%2f..%2fetc%2fpasswd", "gtin-malformed"),
    ] {
        assert_eq!(site.get(path).await.problem(), (400, kind.into()), "{path}");
    }
    assert_eq!(site.get("/01/00000096385074").await.problem(), (404, "not-on-record".into()));
    assert_eq!(site.get("/api/v1/certificates?gtin=1").await.problem().0, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_resolver_describes_itself_and_answers_other_sites() {
    let site = Site::new();
    let described = site.get("/.well-known/gs1resolver").await;
    assert_eq!(described.json()["resolverRoot"], URL);
    assert_eq!(described.json()["supportedPrimaryKeys"], json!(["01"]));
    let elsewhere = site.get_with(&format!("/01/{GTIN}"), &[(header::ORIGIN, "https://shop.example")]).await;
    assert_eq!(elsewhere.header(header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    let head =
        Request::builder().method(Method::HEAD).uri(format!("/01/{GTIN}")).body(axum::body::Body::empty());
    let answer = site.desk.router.clone().oneshot(head.unwrap()).await.unwrap();
    assert_eq!(answer.status(), StatusCode::TEMPORARY_REDIRECT);
}
