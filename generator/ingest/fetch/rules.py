"""What may be fetched: which links, from which machines, how much of it and how long."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import quote, urlsplit, urlunsplit

from generator.ingest.refused import NotPublic, Refused, Unreachable

Resolver: TypeAlias = Callable[[str, int], list[str]]
"""A host's name and port to its addresses, as texts; raises `OSError` where it has none."""

_IP: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

SAVE = "Open it in a browser, save the page, and give its file."
_KEPT = "/%:;=&?@!$'()*+,~[]|"
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in an IPv6 one
_LOCAL_NAT64 = ipaddress.ip_network("64:ff9b:1::/48")  # RFC 8215


_NO_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
"""What a resolver says of a name that isn't there; of one that it couldn't ask for it says something else."""


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host by the system's resolver. Raises `OSError`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an IP address, as text, is of the public internet: not private, loopback, link-local or reserved.

    An IPv6 address that holds an IPv4 address (mapped, translated, 6to4, Teredo) is what that one is.
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    inner = _inner(ip) if isinstance(ip, ipaddress.IPv6Address) else None
    return _is_public(ip if inner is None else inner)


@dataclass(frozen=True, slots=True)
class Rules:
    """The limits of a fetch. `seconds` are for all of it, redirects and `robots.txt` too; `largest` counts bytes,
    on the wire and unpacked."""

    agent: str
    seconds: float = 10.0
    largest: int = 5_000_000
    redirects: int = 5
    resolve: Resolver = resolve
    permits: Callable[[str], bool] = is_public

    @property
    def product(self) -> str:
        """The name by which `robots.txt` knows us (RFC 9309, 2.2.1)."""
        return self.agent.split("/")[0]


@dataclass(frozen=True, slots=True)
class Target:
    """A link taken apart, with the addresses that were checked."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]

    @property
    def origin(self) -> str:
        """Scheme and authority."""
        return urlunsplit((*urlsplit(self.url)[:2], "", "", ""))


def target(url: str, rules: Rules) -> Target:
    """What to connect to for `url`. Raises `Refused` for a link that may not be fetched."""
    scheme, host, port, path = _parts(url)
    try:
        addresses = rules.resolve(host, port)
    except (OSError, UnicodeError) as error:
        is_unknown = isinstance(error, socket.gaierror) and error.errno in _NO_NAME
        raise (Unreachable if is_unknown else Refused)(
            f"{host} is not found: {error}", "Check the link, or the connection."
        ) from error
    refused = [address for address in addresses if not rules.permits(address)]
    if refused or not addresses:
        raise NotPublic(
            f"{host} is at {', '.join(refused) or 'no address'}, which is not of the public internet", SAVE
        )
    return Target(url, scheme, host, port, path, tuple(addresses))


# --- Private functions ---


def _parts(url: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and path with query; refuses what is no plain link to a page."""
    if any(c.isspace() or not c.isprintable() for c in url):
        raise Refused(
            f"{url!r} is no link: there is a blank or a control character in it", "Write blanks as %20."
        )
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise Refused(f"{url} is no link: {error}", "Check the link.") from error
    if parts.scheme not in ("http", "https") or not host:
        raise Refused(f"{url} is no link that starts with http:// or https://", "Check the link.")
    if parts.username is not None or parts.password is not None:
        raise Refused(
            "the link has a name or a password in it, which would be published with it", "Leave them out."
        )
    path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_KEPT)
    return parts.scheme, host, port or {"http": 80, "https": 443}[parts.scheme], path


def _inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if ip.teredo:
        return ip.teredo[1]
    if ip in _TRANSLATED:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    low = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF) if int(ip) >> 32 == 0 else None
    return ip.ipv4_mapped or ip.sixtofour or low


def _is_public(ip: _IP) -> bool:
    if isinstance(ip, ipaddress.IPv6Address) and (ip in _LOCAL_NAT64 or ip.is_site_local or ip.scope_id):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_unspecified)
