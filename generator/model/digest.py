"""Digests by which a text is known again: open ones, and keyed ones of texts that may not be guessed at."""

from __future__ import annotations

import hmac
from hashlib import sha256

LEAST_KEY = 32
"""Characters that a key has at least: a quote is known to everyone, so that a short key could be found by trying."""

_SHOWN = 16


def open_digest(text: str) -> str:
    """`sha256:` and the SHA-256 (FIPS 180-4) of the text in UTF-8, in hexadecimal."""
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def keyed_digest(text: str, key: str, purpose: str) -> str:
    """`hmac-sha256:` and the HMAC (RFC 2104) of `text`, by a key and for one purpose, in hexadecimal."""
    said = f"{purpose}\0{text}".encode()
    return f"hmac-sha256:{hmac.new(key.encode(), said, sha256).hexdigest()}"


def are_equal(one: str, other: str) -> bool:
    """Whether two digests are the same, in a time that tells nothing of where they part."""
    return hmac.compare_digest(one.encode(), other.encode())


def key_name(key: str) -> str:
    """What a key is called by, which tells nothing of it: the beginning of a keyed digest."""
    return keyed_digest("", key, "briefs lock: name of the key").partition(":")[2][:_SHOWN]
