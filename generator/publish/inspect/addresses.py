"""Addresses in pages: where in the site they lead, and whether they run something or lead elsewhere."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

_IGNORED = re.compile(r"[\x00-\x20\x7f]+")
"""What browsers leave out of an address (URL Standard, §4.4), or before its scheme."""

_ACTIVE = re.compile(
    r"(?:javascript|vbscript|livescript|filesystem):|data:(?!image/(?:png|jpe?g|gif|webp|x-icon)[;,])"
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PLAIN = re.compile(
    r"(?=[^#])((?:\.\./)*)((?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*(?:[A-Za-z0-9_-][A-Za-z0-9._-]*)?)(?:#([A-Za-z0-9_-]+))?"
)
"""An address within the site as our pages write it: up some folders, down others."""

_FRAGMENT_DIRECTIVE = ":~:"
INDEX = "index.html"


def is_active(address: str) -> bool:
    """Whether a browser that follows the address, or loads it, runs what stands in it."""
    return ":" in address and bool(_ACTIVE.match(_IGNORED.sub("", address).lower()))


def is_elsewhere(address: str) -> bool:
    """Whether it names a host."""
    plain = _IGNORED.sub("", address).replace("\\", "/").lower()
    return plain.startswith(("http:", "https:", "//", "ws:", "wss:", "ftp:"))


def allows(policy: str, directive: str, address: str) -> bool:
    """Whether a policy lets an address of another host be loaded, by the host or the beginning of the address that a
    source of the directive names."""
    for part in policy.split("; "):
        name, *sources = part.split(" ")
        if name == directive:
            return any(_fits(source, address) for source in sources if source.startswith(("https:", "wss:")))
    return False


class Places:
    """Where the addresses in one page lead."""

    def __init__(self, path: str, site_url: str) -> None:
        """`path` is the page's file below the site's folder. A full address is of another site, even below
        `site_url`, where a host may have more than this one."""
        self.path = path
        self._folder = posixpath.dirname(path)
        self._steps = self._folder.split("/") if self._folder else []
        self._mount = urlsplit(site_url).path or "/"

    def target(self, href: str) -> tuple[str, str] | None:
        """The file below the site's folder that the address leads to, and the place in it or nothing; `None` where it
        leads out of the site, or where no browser would go."""
        if plain := _PLAIN.fullmatch(href):
            return self._below(plain)
        address = href.strip()
        if _SCHEME.match(address) or address.startswith("//"):
            return None
        address, _, anchor = address.partition("#")
        path = unquote(address.partition("?")[0])
        anchor = unquote(anchor.partition(_FRAGMENT_DIRECTIVE)[0])
        if not path:
            return self.path, anchor
        if path.startswith("/"):
            if not path.startswith(self._mount):
                return None
            file = posixpath.normpath(path[len(self._mount) :] or ".")
        else:
            file = posixpath.normpath(posixpath.join(self._folder, path))
        if file.startswith("../") or file == "..":
            return None
        if path.endswith(("/", ".")) or file == ".":
            file = INDEX if file == "." else f"{file}/{INDEX}"
        return file, anchor

    def _below(self, plain: re.Match[str]) -> tuple[str, str] | None:
        """Where an address leads that is written as ours are."""
        up, path, anchor = plain[1].count("/"), plain[2], plain[3] or ""
        if up > len(self._steps):
            return None
        folder = "/".join(self._steps[: len(self._steps) - up])
        file = f"{folder}/{path}" if folder and path else folder or path
        return (
            f"{file.removesuffix('/')}/{INDEX}".lstrip("/") if not path or path.endswith("/") else file
        ), anchor


def _fits(source: str, address: str) -> bool:
    """CSP level 3, §6.7.2.8, of the sources that a site can name."""
    wanted, given = urlsplit(source), urlsplit(f"https:{address}" if address.startswith("//") else address)
    if wanted.scheme != given.scheme:
        return False
    host, name = wanted.netloc.lower(), given.netloc.lower()
    is_host = name.endswith(host[1:]) if host.startswith("*.") else name == host
    path = wanted.path
    return is_host and (
        not path or given.path == path or (path.endswith("/") and given.path.startswith(path))
    )
