"""The owner's mail server: SMTP_URL, and what an address has to be to stand in a header."""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass, field
from email.headerregistry import Address
from urllib.parse import unquote, urlsplit

EXAMPLE_URL = "smtps://user:password@host:465/?from=Ana%20Paz%20<ana@example.org>"

_PORTS = {"smtps": 465, "smtp": 587}
_RESERVED_HOST = re.compile(
    r"(?i)host|(.+\.)?example(\.(com|org|net))?|your\b.*|change.?me.*|.*[<>].*"
)
_PLACEHOLDER = re.compile(r"(?i)change[-_ ]?me|your[-_ ].*|<.*>|x{3,}|\.{3}|todo")
_LABEL = r"[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(\.{_LABEL})*")
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL_PART = re.compile(rf"{_ATOM}(\.{_ATOM})*")
_BREAKING = {"Cc", "Cs", "Zl", "Zp"}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed in, and as whom. `tls`: from the first byte, else by STARTTLS, which
    only a server on this same machine may lack. `sender`: its name may be empty."""

    host: str
    port: int
    tls: bool
    sender: Address
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @property
    def local(self) -> bool:
        """Whether it runs on this machine, so that nothing crosses a network."""
        return _is_loopback(self.host)


def parse_smtp_url(url: str) -> MailServer:
    """Read SMTP_URL (see EXAMPLE_URL); user, password and sender are percent-encoded.

    The sender is `from`, else a user that is an address; a server on this machine may do without.
    Raises ValueError with a line that follows the setting's name and never quotes the URL, because
    it holds a password.
    """
    url = url.strip()
    if not url.lower().startswith(("smtps://", "smtp://")):
        raise ValueError(f"starts with smtps:// or smtp://, as in {EXAMPLE_URL}")
    try:
        parts = urlsplit(url)
        host, port = _domain(parts.hostname or ""), parts.port or _PORTS[parts.scheme]
    except ValueError:
        host, port, parts = "", 0, urlsplit("")
    if not host or parts.fragment or parts.path.strip("/"):
        raise ValueError(
            "has no readable host and port; in the user and password write @ as %40, / as %2F,"
            " : as %3A, # as %23, ? as %3F and % as %25"
        )
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if _RESERVED_HOST.fullmatch(host) or _PLACEHOLDER.fullmatch(password):
        raise ValueError("still holds a placeholder; put your mail server or leave it empty")
    sender = _sender(parts.query, user, local=_is_loopback(host))
    return MailServer(host, port, parts.scheme == "smtps", sender, user or None, password or None)


def _sender(query: str, user: str, *, local: bool) -> Address:
    key, _, value = query.partition("=")
    if key not in {"", "from"} or "&" in value:
        raise ValueError("takes nothing but from= after the question mark")
    name, bracket, written = (unquote(value) or user).rpartition("<")
    address = mailbox(written.removesuffix(">") if bracket else written, _unquoted(name))
    if address is None and local and not value:
        return Address("", user if _LOCAL_PART.fullmatch(user) else "abrazo", "localhost")
    if address is None:
        raise ValueError("has no sender's address; end it with ?from=Ana%20Paz%20<ana@example.org>")
    return address


def _unquoted(name: str) -> str:
    name = name.strip()
    return name[1:-1] if len(name) > 1 and name[0] == name[-1] == '"' else name


def mailbox(address: str, name: str = "") -> Address | None:
    """An address fit for a header and an envelope; None if it is none.

    A domain in any script becomes ASCII; before the @ only ASCII reaches every mail server.
    """
    local, _, domain = address.strip().rpartition("@")
    try:
        domain = _domain(domain)
    except ValueError:
        return None
    if not _LOCAL_PART.fullmatch(local) or len(local) > 64:
        return None
    return Address(one_line(name), local, domain)


def _domain(text: str) -> str:
    """A host name or address in ASCII. Raises ValueError."""
    if ":" in text:
        return str(ipaddress.IPv6Address(text))
    ascii_only = text.encode("idna").decode()
    if not _DOMAIN.fullmatch(ascii_only):
        raise ValueError("no host name")
    return ascii_only


def one_line(text: str) -> str:
    """The text without anything that could end a header and begin another."""
    kept = (" " if unicodedata.category(char) in _BREAKING else char for char in text)
    return " ".join("".join(kept).split())


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
