//! Where events may be sent: to public addresses, over TLS. A registry must not become a way into the network of whoever
//! runs it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Characters of an address.
pub const URL_CHARS_MAX: usize = 2_000;

/// Why nothing is sent to an address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Not an address.
    #[error(
        "`{0}` is not an address that events can be sent to: write it with `https://` and at most {URL_CHARS_MAX} characters"
    )]
    Malformed(String),
    /// Not over TLS.
    #[error("`{0}` is not protected on its way: use `https://`")]
    NotTls(String),
    /// With a name and a password in it.
    #[error("the address has a user name or password in it: events are signed, check the signature instead")]
    Credentials,
    /// Not public.
    #[error("`{0}` is no public address: use one that is reached from everywhere")]
    NotPublic(String),
}

/// Checks an address as far as it can be told without asking for its name. `allow_private`: whoever runs the registry lets
/// events go into his own network, and without TLS.
///
/// # Errors
/// [`AddressError`].
pub fn check_address(text: &str, allow_private: AllowPrivate) -> Result<Url, AddressError> {
    let cut = || text.chars().take(80).collect::<String>();
    if text.chars().count() > URL_CHARS_MAX {
        return Err(AddressError::Malformed(cut()));
    }
    let url: Url = text.parse().map_err(|_| AddressError::Malformed(cut()))?;
    let host = url.host().ok_or_else(|| AddressError::Malformed(cut()))?;
    match (url.scheme(), allow_private) {
        ("https", _) | ("http", AllowPrivate::Yes) => {}
        ("http", AllowPrivate::No) => return Err(AddressError::NotTls(cut())),
        _ => return Err(AddressError::Malformed(cut())),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressError::Credentials);
    }
    let public = match host {
        Host::Ipv4(address) => is_public(address.into()),
        Host::Ipv6(address) => is_public(address.into()),
        // A name is asked for when something is sent, and what it leads to is judged then.
        Host::Domain(name) => !name.eq_ignore_ascii_case("localhost") && name.contains('.'),
    };
    if public || allow_private == AllowPrivate::Yes { Ok(url) } else { Err(AddressError::NotPublic(cut())) }
}

/// Whether events may go into private networks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AllowPrivate {
    /// They may not.
    #[default]
    No,
    /// They may.
    Yes,
}

/// Whether an address is reached from everywhere: none that IANA's registries of special-purpose addresses (RFC 6890) keep for
/// one machine, one network, documents or tests, and no address of version 6 that stands for such one of version 4.
pub fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = address.is_unspecified()
        || address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_multicast()
        || address.is_broadcast()
        || address.is_documentation();
    // "This network", shared address space, protocol assignments, 6to4 relays, benchmarks, and what is reserved.
    let others = a == 0
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..20).contains(&b))
        || a >= 240;
    !special && !others
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    // Global unicast is 2000::/3; of it 2001::/23 (tunnels and others), 2001:db8::/32, 2002::/16 (6to4) and 3fff::/20 are not
    // for this.
    let unicast = segments[0] & 0xe000 == 0x2000;
    let special = match segments[0] {
        0x2001 => segments[1] < 0x0200 || segments[1] == 0x0db8,
        0x2002 => true,
        0x3fff => segments[1] < 0x1000,
        _ => false,
    };
    unicast && !special
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_over_tls_are_taken() {
        let check = |text: &str| check_address(text, AllowPrivate::No).map(|_| ());
        assert_eq!(check("https://customs.example/hook?x=1"), Ok(()));
        assert_eq!(check("https://93.184.215.14/hook"), Ok(()));
        for private in [
            "https://localhost/",
            "https://intranet/",
            "https://127.0.0.1/",
            "https://10.1.2.3/",
            "https://169.254.169.254/",
            "https://[::1]/",
            "https://[fd00::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://2130706433/",
            "https://0x7f.1/",
        ] {
            assert!(matches!(check(private), Err(AddressError::NotPublic(_))), "{private}");
            assert!(check_address(private, AllowPrivate::Yes).is_ok(), "{private}");
        }
        assert!(matches!(check("http://customs.example/"), Err(AddressError::NotTls(_))));
        assert_eq!(check("https://a:b@customs.example/"), Err(AddressError::Credentials));
        for bad in ["", "customs.example", "ftp://customs.example/", "file:///etc/passwd"] {
            assert!(matches!(check(bad), Err(AddressError::Malformed(_))), "{bad}");
        }
    }

    #[test]
    fn special_addresses_are_not_public() {
        for special in [
            "0.0.0.0",
            "100.64.0.1",
            "172.16.0.1",
            "192.0.0.1",
            "192.0.2.1",
            "192.168.0.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "fe80::1",
            "ff02::1",
            "64:ff9b::7f00:1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
        ] {
            assert!(!is_public(special.parse().unwrap()), "{special}");
        }
        for public in ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "2a00:1450:4001::1"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }
}
