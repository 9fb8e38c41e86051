"""Which requests are answered, and what of the site they ask for: no other host's name, nothing outside."""

from __future__ import annotations

import ipaddress
import posixpath
import socket
from urllib.parse import unquote, urlsplit

OWN = "/.preview/"
"""Below it lies what is the preview's and not the site's: MkDocs passes over names that begin with a dot."""

_LOCAL = frozenset(["localhost", "127.0.0.1", "::1"])


def is_named(host: str | None, bound: str) -> bool:
    """Whether a `Host` header names this machine: a page of another host whose name leads here may not read along.

    `bound` is the address that is listened on; where that is all of them, any address will do, but no name.
    """
    try:
        name = urlsplit(f"//{host or ''}").hostname or ""
    except ValueError:
        return False
    if name in _LOCAL or name == bound.strip("[]").lower():
        return True
    if bound not in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        return False
    try:
        return bool(ipaddress.ip_address(name))
    except ValueError:
        return name == socket.gethostname().lower()


def path_of(target: str) -> str:
    """A request's target without its query."""
    return target.partition("?")[0].partition("#")[0]


def site_path(target: str, mount: str) -> str | None:
    """The path below the top of the site that a request's target asks for; `None` for what lies outside of it.

    A folder's is that of its `index.html`; nothing of `..` is left.
    """
    path = unquote(path_of(target), errors="replace")
    if not path.startswith(mount) or "\0" in path:
        return None
    below = path.removeprefix(mount)
    clean = posixpath.normpath("/" + below).lstrip("/")
    if below.endswith("/") or not clean:
        return f"{clean}/index.html".lstrip("/")
    return clean
