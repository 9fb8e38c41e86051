"""A value on its way into a page: its text escaped, without what no page may hold."""

from __future__ import annotations

import re

from markupsafe import Markup as Safe
from markupsafe import escape

from generator.model.characters import printable


def written(value: object) -> str:
    """The value as HTML: markup as it is; the text of anything else escaped (`&<>"'`), without the unprintable."""
    if type(value) is str:
        return escaped[value]
    if type(value) in _PLAIN:
        return str(value)
    if isinstance(value, Safe):
        return value
    return str(escape(printable(value) if isinstance(value, str) else value))


class Escaped(dict[str, str]):
    """Each text as `written` gives it, by the text; the shorter ones are kept.

    Names, addresses and claims come again and again, and looking one up takes a third of the time of escaping it.
    Only for what is a `str` and of no class below it: markup that is equal to a text is found as that text.
    """

    def __missing__(self, text: str) -> str:
        made = text if text.isprintable() else printable(text)
        if _MARKS(made):
            made = str(escape(made))
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = made
        return made


# --- Private ---

_PLAIN = (int, float)
"""What has no letter to escape."""

_MARKS = re.compile("[&<>\"']").search

_LONGEST, _MOST = 240, 4096
"""Characters of a text that is kept, and how many are: a few megabytes at most."""

escaped = Escaped()
