"""A page says of which release it is: `<meta name="release">`, in its head, with a digest of fixed length."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

LENGTH = 32
"""Of a release's digest, in hex digits."""

NO_PAGE = -1


def digest_of_release(files: Iterable[tuple[str, str]]) -> str:
    """The digest of a site: of the path and the digest of each of its files as it is before it is stamped, in
    whatever order they come."""
    entries = sorted(
        blake2b(f"{len(path)} {path} {digest}".encode("utf-8", "surrogatepass"), digest_size=16).digest()
        for path, digest in files
    )
    return blake2b(b"".join(entries), digest_size=LENGTH // 2).hexdigest()


def is_page(path: str) -> bool:
    """Whether a file of this name may be a page."""
    return path.endswith((".html", ".htm"))


def stamped(content: bytes, release: str) -> tuple[bytes, int]:
    """A page with the release's digest, and where that begins; what is no HTML document stays as it is (`NO_PAGE`).

    It stands at the top of the head, after what says how the text is encoded (HTML, "Specifying the document's
    character encoding": within the first 1024 bytes).
    """
    top = _TOP.match(content[:_FAR])
    if top is None or not _NAMED.search(top[1]):
        return content, NO_PAGE
    at = top.end()
    whole = b"".join((content[:at], _BEFORE, release.encode("ascii"), _AFTER, content[at:]))
    return whole, at + len(_BEFORE)


def is_stamped(content: bytes, at: int) -> bool:
    """Whether a page has a digest at this place."""
    end = at + LENGTH
    return content[at - len(_BEFORE) : at] == _BEFORE and content[end : end + len(_AFTER)] == _AFTER


# --- Private ---

_FAR = 4096
_BEFORE, _AFTER = b'\n<meta name="release" content="', b'">'
_GAP = rb"\s*(?:<!--.*?-->\s*)*"
_TOP = re.compile(
    rb"(?:\xef\xbb\xbf)?" + _GAP + rb"((?:<!doctype\s+html[^>]*>)?"
    + _GAP + rb"(?:<html\b[^>]*>)?" + _GAP + rb"(?:<head\b[^>]*>)?)(?:\s*<meta\s+charset\s*=[^>]*>)?",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip
_NAMED = re.compile(rb"<(?:!doctype|html|head)\b", re.IGNORECASE)
