//! Addresses in disguise: what kind of thing they lead to stays, whose it is does not.

use loupe_profile::{Contact, ContactKind, Place, fold};

use super::{disguise::Disguise, kept, structure};

/// Schemes of addresses that lead into the web.
const SCHEMES: [&str; 2] = ["http", "https"];
/// Hosts that are words of the web's own language.
const STANDARDS: [&str; 3] = ["schema.org", "www.w3.org", "ogp.me"];

impl Disguise {
    /// An address of any kind: of a page, an image, a mailbox, a telephone; as a link has it or as people write it.
    pub(super) fn address(&self, address: &str) -> String {
        let address = address.trim();
        let lower = address.to_lowercase();
        if lower.starts_with("data:") || lower.starts_with("blob:") {
            return "data:,".to_owned();
        }
        if lower.starts_with("javascript:") {
            return "#".to_owned();
        }
        if let Some(rest) = lower.starts_with("tel:").then(|| &address[4..]) {
            return format!("tel:{}", self.phone(rest));
        }
        if let Some(rest) = lower.starts_with("mailto:").then(|| &address[7..]) {
            return format!("mailto:{}", self.mail(rest.split('?').next().unwrap_or_default()));
        }
        let (scheme, rest) = match address.find("://") {
            Some(at) if SCHEMES.iter().any(|scheme| address[..at].eq_ignore_ascii_case(scheme)) => {
                address.split_at(at + 3)
            }
            // Whatever else opens it is an application's own.
            Some(_) => return self.run(address, false),
            None if address.starts_with("//") => address.split_at(2),
            None if address.starts_with(['/', '#', '?', '.']) => return self.path_and_query(address),
            None if address.contains('@') => return self.mail(address),
            None => ("", address),
        };
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, path) = rest.split_at(end);
        if STANDARDS.contains(&host) {
            let kind = path.trim_matches('/');
            let is_kind = kind.is_empty() || (kept::is_kind(kind) && !self.names().contains(&fold(kind)));
            let path = if is_kind { path.to_owned() } else { self.path_and_query(path) };
            return format!("{scheme}{host}{path}");
        }
        // "photos/one.jpg" stands where its page does.
        let host = if scheme.is_empty() && !host.contains('.') { self.segment(host) } else { self.host(host) };
        format!("{scheme}{host}{}", self.path_and_query(path))
    }

    fn mail(&self, address: &str) -> String {
        let Some((local, host)) = address.rsplit_once('@') else { return self.run(address, false) };
        format!("{}@{}", self.run(local, false), self.host(host))
    }

    /// Hosts that everybody has pages on stay, with what stands before them if it is nobody's name; so do job sites' mail
    /// relays, which are no contacts. Who is logged in there, and a port, are left out.
    fn host(&self, host: &str) -> String {
        let host = host.rsplit('@').next().unwrap_or_default();
        let bare = host.split(':').next().unwrap_or_default().to_lowercase();
        let ends = bare.rmatch_indices('.').map(|(at, _)| at + 1).chain([0]).filter(|at| bare[*at..].contains('.'));
        if let Some(at) = ends.into_iter().find(|at| is_everybodys(&bare[*at..])) {
            let before = self.runs(&bare[..at], |folded| {
                (folded.len() == 2 || kept::is_path(folded) || structure::is_known(folded))
                    && !self.names().contains(folded)
            });
            return format!("{before}{}", &bare[at..]);
        }
        let name = bare.rsplit_once('.').map_or(bare.as_str(), |(name, _)| name);
        let (www, name) = name.strip_prefix("www.").map_or(("", name), |name| ("www.", name));
        format!("{www}{}.example", self.run(name, false))
    }

    /// A path, and of the query only where the link leads on to.
    fn path_and_query(&self, address: &str) -> String {
        let (address, fragment) = address.split_once('#').unwrap_or((address, ""));
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut out = self.segment(path);
        let mut mark = "?";
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let value = match value {
                onward if onward.starts_with("http") => self.address(&decoded(onward)),
                id if kept::is_query_key(key) => self.run(&decoded(id), false),
                _ => continue,
            };
            // Sites name parts of a query as they like.
            let key = self.runs(key, |folded| structure::is_known(folded) && !self.names().contains(folded));
            out.extend([mark, &key, "=", &value]);
            mark = "&";
        }
        // Within the page.
        if out.is_empty() && !fragment.is_empty() {
            out.push('#');
        }
        out
    }

    fn segment(&self, path: &str) -> String {
        let path = decoded(path);
        let mut out = String::with_capacity(path.len());
        let mut at = 0;
        let keep = |folded: &str| kept::is_path(folded) && !self.names().contains(folded);
        for (from, to) in kept::pointed_at(&path) {
            out.push_str(&self.runs(&path[at..from], keep));
            out.push_str(&path[from..to]);
            at = to;
        }
        out.push_str(&self.runs(&path[at..], keep));
        out
    }
}

/// True for a site that Loupe knows or that everybody has pages on, and for a job site's mail relay.
fn is_everybodys(host: &str) -> bool {
    let is_handle = |contact: Contact| contact.kind == ContactKind::Handle;
    kept::is_site(host)
        || host == "linkedin.com"
        || Contact::parse(&format!("https://{host}/someone"), Place::default()).is_some_and(is_handle)
        || Contact::parse(&format!("mailto:a@{host}"), Place::default()).is_none()
}

/// Percent-encoded bytes as what they stand for; what is no text stays as it is.
fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let hex = behind.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(byte);
            rest = &behind[2..];
        } else {
            bytes.push(*first);
            rest = behind;
        }
    }
    String::from_utf8(bytes).map_or_else(|_| text.replace('%', "-"), |text| text.replace(['"', '<', '>', ' '], "-"))
}

/// True for a value that is an address by its looks.
pub(super) fn is_address(value: &str) -> bool {
    let lower = fold(value.get(..8).unwrap_or(value));
    lower.starts_with("http") && value.contains("://") || value.starts_with('/') && !value.contains(' ')
}
