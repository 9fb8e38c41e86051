"""What is wrong or too much in a finished page's markup, and lies in no block of a template, is put right."""

from __future__ import annotations

import re

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_BLANK = re.compile(r"(?s:<(pre|textarea|script|style)\b.*?</\1>)|\n\s+(?=<)")
_FOUND = re.compile(r'<p class="b-found" hidden>[^<]*</p>\n?| data-search-\w+="[^"]*"')


def mended(html: str) -> str:
    """The page, valid: a checkbox has no `autocomplete` (HTML, "the input element": it does not apply).

    Material's own `base.html` writes it on the switches of the drawer and of the search, in no block of its own.
    """
    return _SWITCH.sub(r"\1", html, count=2)


def tightened(html: str) -> str:
    """The page without blank lines, without what indents tags, and without what stood there for the search alone.

    Text that is shown as it is written (`pre`, `textarea`), scripts and styles stay as they are; elsewhere any white
    space between two tags is as good as a line's end (CSS Text Module Level 3, §4.1.1).
    """
    return _BLANK.sub(lambda blank: blank[0] if blank[1] else "\n", _FOUND.sub("", html))
