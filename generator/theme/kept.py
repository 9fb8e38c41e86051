"""Style sheets kept for the next build: they come to the same as long as no page shows what none showed before."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Protocol

from .lean import Texts, lean
from .seen import Seen


class Keeping(Protocol):
    """Where something is kept by its name: whole or not at all, and only as long as the program is the same."""

    def load(self, name: str) -> bytes | None:
        """What was kept."""

    def save(self, name: str, content: bytes) -> None:
        """Keeps it in place of what was, or not: nothing depends on it."""


def keep_sheets(behind: Keeping | None) -> None:
    """From now on what style sheets came to last is looked for in `behind`, and put there; nowhere for `None`, as at
    first."""
    _Kept.behind = behind


def kept_lean(texts: Texts, shown: Seen) -> tuple[str, str | None]:
    """As `lean`."""
    behind, digest = _Kept.behind, texts.digest(shown)
    if behind and (content := behind.load(_NAME)):
        with suppress(ValueError, TypeError):
            of, theme, ours = json.loads(content)
            if of == digest:
                return theme, ours
    theme, ours = lean(texts, shown)
    if behind:
        behind.save(_NAME, json.dumps([digest, theme, ours]).encode("ascii"))
    return theme, ours


# --- Private ---

_NAME = "sheets"


class _Kept:
    behind: Keeping | None = None
