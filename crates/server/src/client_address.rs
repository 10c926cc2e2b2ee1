//! Whose request it is when a proxy stands before the server.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderMap, HeaderName, header};
use ipnet::IpNet;

use crate::state::ServerState;

const X_FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
/// Proxies in a row that are followed back.
const HOPS_MAX: usize = 16;

/// Whose request it is, found out once for API, pages and desk: an extension of every request that came from a peer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClientAddress(pub(crate) IpAddr);

/// Marks a request with the address that counts for limits.
pub(crate) fn mark(state: &ServerState, request: &mut Request) {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|from| from.0.ip());
    if let Some(peer) = peer {
        let client = client_address(peer, request.headers(), &state.settings.trusted_proxies);
        request.extensions_mut().insert(ClientAddress(client));
    }
}

/// The address that counts for limits: of the peer, or, if the peer is a trusted proxy, the last address that the
/// proxies report and that is not a trusted proxy itself. Addresses further left are what the client says.
fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_trusted = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let peer = peer.to_canonical();
    if !is_trusted(&peer) {
        return peer;
    }
    let mut client = peer;
    for reported in reported(headers).iter().rev().take(HOPS_MAX) {
        // What is no address (`unknown`, an obfuscated name) ends the chain: the proxy that reported it counts.
        let Some(address) = reported else { break };
        client = *address;
        if !is_trusted(address) {
            break;
        }
    }
    client
}

/// The addresses from the client to the last proxy. A proxy writes one of the two headers and may pass on the other as
/// the client sent it; with both, neither is believed.
fn reported(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let standard = values(headers, &header::FORWARDED);
    let customary = values(headers, &X_FORWARDED_FOR);
    match (standard.is_empty(), customary.is_empty()) {
        (true, false) => customary.iter().map(|hop| address(hop)).collect(),
        (false, true) => standard.iter().map(|hop| forwarded_for(hop)).collect(),
        _ => Vec::new(),
    }
}

fn values(headers: &HeaderMap, name: &HeaderName) -> Vec<String> {
    let lines = headers.get_all(name).iter().map(|value| value.to_str().unwrap_or_default());
    lines.flat_map(|line| line.split(',')).map(|hop| hop.trim().to_owned()).collect()
}

/// The parameter `for` of one element of `Forwarded` (RFC 7239, section 5.2).
fn forwarded_for(element: &str) -> Option<IpAddr> {
    let mut pairs = element.split(';').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(name, _)| name.trim().eq_ignore_ascii_case("for"))?;
    address(value.trim().trim_matches('"'))
}

/// An address, with or without brackets and port.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let found = bare.parse().ok().or_else(|| Some(text.parse::<SocketAddr>().ok()?.ip()))?;
    Some(found.to_canonical())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn client(peer: &str, headers: &[(&'static str, &'static str)]) -> String {
        let trusted = ["10.0.0.0/8".parse().unwrap(), "2001:db8:1::/48".parse().unwrap()];
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.append(*name, value.parse().unwrap());
        }
        client_address(peer.parse().unwrap(), &map, &trusted).to_string()
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let forwarded = [("x-forwarded-for", "192.0.2.7")];
        assert_eq!(client("198.51.100.1", &forwarded), "198.51.100.1");
        assert_eq!(client("10.0.0.1", &forwarded), "192.0.2.7");
        assert_eq!(client("::ffff:10.0.0.1", &forwarded), "192.0.2.7");
        assert_eq!(client("10.0.0.1", &[]), "10.0.0.1");
    }

    #[test]
    fn what_the_client_wrote_before_its_proxy_does_not_count() {
        let spoofed = [("x-forwarded-for", "203.0.113.9, 192.0.2.7"), ("x-forwarded-for", "10.0.0.2")];
        assert_eq!(client("10.0.0.1", &spoofed), "192.0.2.7");
        let both = [("forwarded", "for=203.0.113.9"), ("x-forwarded-for", "192.0.2.7")];
        assert_eq!(client("10.0.0.1", &both), "10.0.0.1");
        assert_eq!(client("10.0.0.1", &[("x-forwarded-for", "203.0.113.9, unknown")]), "10.0.0.1");
    }

    #[test]
    fn the_standard_header_is_read_in_all_its_forms() {
        assert_eq!(
            client("10.0.0.1", &[("forwarded", "for=192.0.2.7;proto=https;by=10.0.0.1")]),
            "192.0.2.7"
        );
        assert_eq!(client("10.0.0.1", &[("forwarded", "by=a; For=\"192.0.2.7:4711\"")]), "192.0.2.7");
        let version_6 = "for=192.0.2.7, for=\"[2001:db8:2::1]:47\", for=\"[2001:db8:1::5]\"";
        assert_eq!(client("10.0.0.1", &[("forwarded", version_6)]), "2001:db8:2::1");
        assert_eq!(client("10.0.0.1", &[("forwarded", "for=_hidden")]), "10.0.0.1");
    }
}
