"""What a page may load and run: its Content-Security-Policy, and what a site's configuration adds to it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from types import MappingProxyType

OWN = "'self'"
NONE = "'none'"

BASE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "default-src": (NONE,),
        "script-src": (OWN,),
        "style-src": (OWN,),
        "img-src": (OWN, "data:"),  # Material's style sheet draws its icons from such addresses
        "font-src": (OWN,),
        "media-src": (OWN,),
        "connect-src": (OWN,),
        "worker-src": (OWN,),
        "manifest-src": (OWN,),
        "frame-src": (NONE,),
        "object-src": (NONE,),
        "base-uri": (NONE,),
        "form-action": (OWN,),
    }
)
"""The directives of every page (CSP level 3, §6), in their order."""

BARE = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""The policy of a page that loads and runs nothing."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a site's configuration lets its pages load besides, by directives, in their order."""

    more: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def of(self, directive: str) -> tuple[str, ...]:
        """What is added to a directive."""
        return dict(self.more).get(directive, ())


NOTHING = Sources()


def policy(sources: Sources, scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """The policy of a page whose inline scripts and styles have these digests (`digest_source`); sorted, each once.

    No source in it begins with `'unsafe-`. Where and by whom a page may be framed stands in no policy that a page
    itself can have (CSP level 3, §6.4.2).
    """
    own = {"script-src": set(scripts), "style-src": set(styles)}
    directives = []
    for name, base in BASE.items():
        more = sources.of(name)
        kept = tuple(source for source in base if not (more and source == NONE))
        named = dict.fromkeys((*kept, *more, *sorted(own.get(name, ()))))
        directives.append(f"{name} {' '.join(named)}")
    return "; ".join(directives)


def digest_source(text: str) -> str:
    """The source by which the inline script or style of this text is allowed (CSP level 3, §2.3.1)."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def read_sources(written: object) -> tuple[Sources, str]:
    """The sources that a mapping of the configuration adds, and `""`; or none, and what is wrong, in words for the
    site's owner. A lone text may stand where a list may."""
    if written is None:
        return NOTHING, ""
    if not isinstance(written, Mapping):
        return (
            NOTHING,
            "this is a mapping: write `script-src: [https://…]` and so on, each on a line of its own",
        )
    more: dict[str, tuple[str, ...]] = {}
    for name, value in written.items():
        if name not in _OPEN:
            return NOTHING, _unknown(str(name))
        given = value if isinstance(value, list) else [value]
        fault = next((fault for each in given if (fault := _fault(str(name), each))), "")
        if fault:
            return NOTHING, f"{name}: {fault}"
        more[str(name)] = tuple(str(each) for each in given)
    return Sources(tuple((name, more[name]) for name in BASE if name in more)), ""


# --- Private ---

_OPEN = tuple(name for name in BASE if name not in ("default-src", "object-src", "base-uri"))
_HOST = re.compile(r"(?:https|wss)://(?:\*\.)?[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~%/-]*)?")
_DIGEST = re.compile(r"'sha(?:256|384|512)-[A-Za-z0-9+/]+={0,2}'")
_SCHEMES = {"img-src": ("data:", "blob:"), "media-src": ("data:", "blob:"), "font-src": ("data:",)}


def _unknown(name: str) -> str:
    near = get_close_matches(name, _OPEN, n=1)
    hint = f": did you mean {near[0]}?" if near else "."
    return f"there is no directive {name} to add to{hint} There are {', '.join(_OPEN)}"


def _fault(name: str, source: object) -> str:
    """What is wrong with a source; nothing that lets any script or style run is one."""
    if not isinstance(source, str):
        return f"“{source}” is not read as a text: put it in quotation marks"
    is_hashed = name in ("script-src", "style-src") and _DIGEST.fullmatch(source)
    if is_hashed or source == OWN or source in _SCHEMES.get(name, ()) or _HOST.fullmatch(source):
        return ""
    if "unsafe-" in source:
        return f"“{source}” would let a stranger's script or style run: name what is yours by its digest ('sha256-…')"
    return (
        f"“{source}” is no source: write https://host.example, or the digest of an inline script ('sha256-…')"
    )
