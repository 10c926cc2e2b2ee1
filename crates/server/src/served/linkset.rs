//! Sets of links (RFC 9264) from an identifier to what is on record about it, and the answer of a resolver: a redirect to
//! the link that is asked for, or the set (GS1-Conformant Resolver 1.2, UN Transparency Protocol 0.7.0).

use std::fmt::Write as _;

use app::links::{LinkedCertificate, ProductId};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use credential::untp::make::segment;
use serde_json::{Map, Value, json};

use super::kept::TOKEN;
use super::negotiate::preferred;
use super::product::path_of;
use crate::portal::texts::{Argument, Language};
use crate::problem::{Kind, Problematic, responds};

/// The set as JSON.
const LINKSET_JSON: &str = "application/linkset+json";
/// The set as the text of a `Link` header.
const LINKSET: &str = "application/linkset";
/// Where what GS1 calls links is defined.
pub(super) const GS1: &str = "https://ref.gs1.org/voc/";
/// The context that makes JSON-LD of a set.
const CONTEXT: &str = "https://ref.gs1.org/standards/resolver/linkset-context";
/// Certificates that one set leads to: those in force first, then the newest.
const CERTIFICATES_MAX: usize = 200;
/// Longest query string that is passed on, in bytes.
const QUERY_BYTES_MAX: usize = 1_000;

/// A link from the identifier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    /// What it leads to: a relation type of IANA, of UNTP, or a URL.
    rel: String,
    /// Where, behind the address of the registry.
    path: String,
    /// Media type.
    media_type: &'static str,
    /// In which language, where it has one.
    language: Option<Language>,
    /// In words.
    title: String,
}

/// Everything that is linked from an identifier.
#[derive(Clone, Debug)]
pub(crate) struct Linkset {
    /// The address of the identifier, behind that of the registry.
    anchor: String,
    links: Vec<Link>,
}

/// A certificate with what is served of it.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) certificate: LinkedCertificate,
    /// Whether its signed credential was handed in.
    pub(crate) has_credential: bool,
}

/// Why a resolver leads nowhere.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoLink {
    /// No such link.
    #[error("no link of type `{0}` leads from this identifier")]
    Type(String),
    /// None of the forms.
    #[error("the request accepts neither a redirect nor a form of the set of links")]
    NotAcceptable,
}

impl Problematic for NoLink {
    fn kind(&self) -> Kind {
        match self {
            Self::Type(_) => Kind::new(
                "no-such-link",
                StatusCode::NOT_FOUND,
                "no link of that type",
                "ask with `?linkType=linkset` for every link that there is",
            ),
            Self::NotAcceptable => Kind::new(
                "not-acceptable",
                StatusCode::NOT_ACCEPTABLE,
                "no form of the answer is accepted",
                "ask with `Accept: application/linkset+json`, or without the header for a redirect",
            ),
        }
    }
}
responds!(NoLink);

impl Linkset {
    /// The links to certificates, the best one first.
    pub(crate) fn new(anchor: String, targets: &[Target]) -> Self {
        let mut links = Vec::new();
        for (place, target) in targets.iter().take(CERTIFICATES_MAX).enumerate() {
            links.extend(links_to(target, place == 0));
        }
        Self { anchor, links }
    }

    /// A link to a product that the certificate is about.
    pub(crate) fn add_product(&mut self, product: &ProductId) {
        let gtin = product.gtin.to_string();
        self.links.push(Link {
            rel: "about".to_owned(),
            path: path_of(product),
            media_type: LINKSET_JSON,
            language: None,
            title: Language::ALL[0].say_with("links-product", &[("number", Argument::Text(gtin))]),
        });
    }

    /// The answer to a request.
    pub(crate) fn answer(&self, base: &str, uri: &Uri, headers: &HeaderMap) -> Result<Response, NoLink> {
        let asked = asked_type(uri);
        let has_token = self.links.iter().any(|link| link.rel == "dcc");
        let (page, token) = ("text/html", TOKEN);
        let forms = [LINKSET_JSON, LINKSET, "application/json"];
        let chosen = match asked.as_deref() {
            Some("linkset" | "all") => preferred(headers, &forms).or(Some(LINKSET_JSON)),
            Some(wanted) => return self.redirect(&expanded(wanted), base, uri, headers),
            None => {
                let offers = [page, token, LINKSET_JSON, LINKSET, "application/json"];
                let offered = offers.into_iter().filter(|offer| has_token || *offer != token);
                preferred(headers, &offered.collect::<Vec<_>>())
            }
        };
        match chosen {
            None => Err(NoLink::NotAcceptable),
            Some(chosen) if chosen == page => self.redirect(&format!("{GS1}defaultLink"), base, uri, headers),
            Some(chosen) if chosen == token => self.redirect("dcc", base, uri, headers),
            Some(form) => Ok(self.whole(StatusCode::OK, form, base)),
        }
    }

    /// To the link of that type in the language that the visitor reads best; with several, which there are.
    fn redirect(&self, rel: &str, base: &str, uri: &Uri, headers: &HeaderMap) -> Result<Response, NoLink> {
        let language = preferred_language(headers);
        let found: Vec<_> = self.links.iter().filter(|link| link.rel == rel).collect();
        let spoken = |link: &&&Link| link.language.is_none_or(|of| of == language);
        let fitting: Vec<_> = found.iter().filter(spoken).copied().collect();
        let Some(first) = fitting.first().or(found.first()) else {
            return Err(NoLink::Type(rel.chars().take(100).collect()));
        };
        if fitting.len() > 1 {
            return Ok(self.whole(StatusCode::MULTIPLE_CHOICES, LINKSET_JSON, base));
        }
        let query = passed_on(uri);
        let mut response = StatusCode::TEMPORARY_REDIRECT.into_response();
        let set =
            format!("<{base}{}?linkType=linkset>; rel=\"linkset\"; type=\"{LINKSET_JSON}\"", self.anchor);
        let values = [
            (header::LOCATION, format!("{}{query}", first.path)),
            (header::LINK, set),
            (header::VARY, "accept, accept-language".to_owned()),
            (header::CACHE_CONTROL, "no-cache".to_owned()),
        ];
        for (name, value) in values {
            if let Ok(value) = value.parse() {
                response.headers_mut().insert(name, value);
            }
        }
        Ok(response)
    }

    fn whole(&self, status: StatusCode, form: &str, base: &str) -> Response {
        let body = if form == LINKSET { self.as_text(base) } else { self.as_json(base).to_string() };
        let context = format!(
            "<{CONTEXT}>; rel=\"http://www.w3.org/ns/json-ld#context\"; type=\"application/ld+json\""
        );
        let headers = [
            (header::CONTENT_TYPE, form.to_owned()),
            (header::LINK, context),
            (header::VARY, "accept, accept-language".to_owned()),
            (header::CACHE_CONTROL, "no-cache".to_owned()),
        ];
        (status, headers, body).into_response()
    }

    /// RFC 9264 section 4.2: one context, its links by their type.
    fn as_json(&self, base: &str) -> Value {
        let mut context = Map::new();
        context.insert("anchor".to_owned(), json!(format!("{base}{}", self.anchor)));
        for link in &self.links {
            let mut target = json!({
                "href": format!("{base}{}", link.path), "title": link.title, "type": link.media_type,
            });
            if let Some(language) = link.language {
                target["hreflang"] = json!([language.code()]);
            }
            let targets = context.entry(link.rel.clone()).or_insert_with(|| json!([]));
            if let Value::Array(targets) = targets {
                targets.push(target);
            }
        }
        json!({ "linkset": [context] })
    }

    /// RFC 9264 section 4.1: as in a `Link` header, with line breaks between.
    fn as_text(&self, base: &str) -> String {
        let mut text = String::new();
        for (place, link) in self.links.iter().enumerate() {
            let between = if place == 0 { "" } else { ",\n" };
            let language =
                link.language.map(|of| format!("; hreflang=\"{}\"", of.code())).unwrap_or_default();
            // Writing to a string cannot fail. The title is written as RFC 8187 says: any letter may be in it.
            let _ = write!(
                text,
                "{between}<{base}{}>; rel=\"{}\"; anchor=\"{base}{}\"; type=\"{}\"{language}; title*=UTF-8''{}",
                link.path,
                link.rel,
                self.anchor,
                link.media_type,
                segment(&link.title)
            );
        }
        text.push('\n');
        text
    }
}

fn links_to(target: &Target, is_default: bool) -> Vec<Link> {
    let certificate = &target.certificate;
    let number = segment(certificate.number.as_str());
    let mut links = Vec::new();
    for language in Language::ALL {
        let title = |message: &str| {
            let state = language.say(&format!("state-{}", state_word(certificate.status)));
            let arguments = [
                ("number", Argument::Text(certificate.number.to_string())),
                ("issuer", Argument::Text(certificate.issuer.clone())),
                ("state", Argument::Text(state)),
            ];
            language.say_with(message, &arguments)
        };
        let link = |rel: String, path: String, media_type, message| Link {
            rel,
            path: format!("/{}{path}", language.code()),
            media_type,
            language: Some(*language),
            title: title(message),
        };
        let page = format!("/certificates/{number}");
        if is_default {
            links.push(link(format!("{GS1}defaultLink"), page.clone(), "text/html", "links-page"));
        }
        links.push(link(format!("{GS1}certificationInfo"), page.clone(), "text/html", "links-page"));
        links.push(link("alternate".into(), format!("{page}/print.pdf"), "application/pdf", "links-print"));
    }
    let english = Language::ALL[0];
    let data = |rel: &str, path: String, media_type, message: &str| Link {
        rel: rel.to_owned(),
        path,
        media_type,
        language: None,
        title: english.say_with(message, &[("number", Argument::Text(certificate.number.to_string()))]),
    };
    // The relation of conformity credentials in the UN Transparency Protocol.
    if target.has_credential {
        links.push(data("dcc", format!("/credentials/{number}"), TOKEN, "links-credential"));
    }
    let record = format!("/api/v1/certificates/{number}");
    links.push(data("describedby", record, "application/json", "links-record"));
    let proof = format!("/api/v1/statements/{}/proof", certificate.issued_at);
    links.push(data("related", proof, "text/plain", "links-proof"));
    links
}

/// The word of the portal for a certificate's own standing.
fn state_word(status: &str) -> String {
    let word = if status == "not_yet_in_force" { "upcoming" } else { status };
    word.replace('_', "-")
}

fn preferred_language(headers: &HeaderMap) -> Language {
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    crate::portal::preferred_language(accepted.unwrap_or_default())
}

/// The type that is asked for, if one is.
fn asked_type(uri: &Uri) -> Option<String> {
    let query: axum::extract::Query<Vec<(String, String)>> = axum::extract::Query::try_from_uri(uri).ok()?;
    let asked = query.0.into_iter().find(|(name, _)| name.eq_ignore_ascii_case("linkType"))?.1;
    Some(asked).filter(|asked| !asked.is_empty())
}

/// A type in full: `gs1:` stands for GS1's vocabulary, and so does its former address; `untp:` may stand before `dcc`.
fn expanded(asked: &str) -> String {
    let former = ["gs1:", "https://gs1.org/voc/", "https://www.gs1.org/voc/", "http://gs1.org/voc/"];
    match former.iter().find_map(|prefix| asked.strip_prefix(prefix)) {
        Some(name) => format!("{GS1}{name}"),
        None => asked.strip_prefix("untp:").unwrap_or(asked).to_owned(),
    }
}

/// What else was asked goes on to the target (GS1-Conformant Resolver 1.2); what was meant for the resolver does not.
fn passed_on(uri: &Uri) -> String {
    let query = uri.query().filter(|query| query.len() <= QUERY_BYTES_MAX).unwrap_or_default();
    let for_us = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        !name.is_empty() && !name.eq_ignore_ascii_case("linkType") && !name.eq_ignore_ascii_case("context")
    };
    let rest: Vec<_> = query.split('&').filter(for_us).collect();
    if rest.is_empty() { String::new() } else { format!("?{}", rest.join("&")) }
}
