"""Secrets that nobody means to publish: keys and tokens of well-known forms, told by their place and never whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

SHOWN = 4
"""Characters of a secret that a message shows."""

_FORMS = tuple(
    (mark, re.compile(form), what)
    for mark, form, what in (
        (
            b"-----BEGIN ",
            rb"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----\s*[A-Za-z0-9+/=:]",
            "a private key",
        ),
        (b"AKIA", rb"\bAKIA[A-Z2-7]{16}\b", "an access key of Amazon Web Services"),
        (b"ghp_", rb"\bghp_[A-Za-z0-9]{36,255}\b", "a token of GitHub"),
        (b"gho_", rb"\bgho_[A-Za-z0-9]{36,255}\b", "a token of GitHub"),
        (b"ghs_", rb"\bghs_[A-Za-z0-9]{36,255}\b", "a token of GitHub"),
        (b"github_pat_", rb"\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}", "a token of GitHub"),
        (b"xox", rb"\bxox[abeprs]-[0-9]{8,}-[A-Za-z0-9-]{16,}", "a token of Slack"),
        (b"hooks.slack.com", rb"hooks\.slack\.com/services/T\w{7,}/B\w{7,}/\w{20,}", "an address of Slack"),
        (b"AIza", rb"\bAIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])", "a key of Google"),
        (b"GOCSPX-", rb"\bGOCSPX-[A-Za-z0-9_-]{28}", "a client secret of Google"),
        (b"sk_live_", rb"\bsk_live_[A-Za-z0-9]{24,}", "a key of Stripe"),
    )
)
"""What each form has in it as it stands, which is looked for first; the form; what it is."""

_ASSIGNED = re.compile(
    rb"(?:passw(?:or)?d|secret|api[_-]?key|access[_-]?token)(?:&#34;|&quot;|\\?[\"'])?\s{0,3}[=:]\s{0,3}"
    rb"(?:&#34;|&#39;|&quot;|\\?[\"'])([^\s\"'<>&\\]{8,128})(?:&#34;|&#39;|&quot;|\\?[\"'])",
    re.IGNORECASE,
)
"""A value in quotation marks (in HTML, in JSON) that is assigned to a name which says what it is."""

_NAMES = (b"passw", b"secret", b"api_key", b"api-key", b"apikey", b"_token", b"-token")

MARKS = (*(mark.lower() for mark, _, _ in _FORMS), *_NAMES)
"""What a text has in it, in small letters, that has a secret."""


def secrets(content: bytes, there: Collection[bytes]) -> Iterator[tuple[str, str, int]]:
    """Of each secret in a text what it is, its beginning, and its line from 1. `there` are those of `MARKS` that
    stand in the content in small letters (ASCII alone)."""
    for mark, form, what in _FORMS:
        if mark.lower() in there:
            for found, line in _lined(content, form):
                yield what, _beginning(found[0]), line
    if any(name in there for name in _NAMES):
        for found, line in _lined(content, _ASSIGNED):
            if _is_random(found[1]):
                yield "a password or key", _beginning(found[1]), line


# --- Private ---


def _lined(content: bytes, form: re.Pattern[bytes]) -> Iterator[tuple[re.Match[bytes], int]]:
    """Where a form stands, each with its line, which is counted from the one before: there may be thousands."""
    line, at = 1, 0
    for found in form.finditer(content):
        line, at = line + content.count(b"\n", at, found.start()), found.start()
        yield found, line


def _beginning(secret: bytes) -> str:
    return f"{secret[:SHOWN].decode('ascii', 'replace')}…"


def _is_random(value: bytes) -> bool:
    """Whether it is no word, name or placeholder: of letters and digits mixed, and of enough different ones."""
    kinds = sum(bool(re.search(kind, value)) for kind in (rb"[a-z]", rb"[A-Z]", rb"[0-9]", rb"[^A-Za-z0-9]"))
    return kinds >= 2 and bool(re.search(rb"[0-9]", value)) and len(set(value)) >= 7
