"""An entry as the smallest HTML page that tells Pagefind all of it."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import unquote

from generator.model.characters import printable
from generator.model.entry import Entry

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_BETWEEN = re.compile(f"(?<=[{_CJK}])(?=[{_CJK}])")


def sheet(entry: Entry) -> str:
    """The page. What is said of the entry stands in attributes, whose values are read as they are.

    Pagefind tells words by white space. Its binary that knows Chinese and Japanese is a package of 52 MB instead of
    10 MB, so that each of their characters counts as a word here and in what is asked for; the script takes the
    blanks out again.
    """
    said = {"title": entry.title, "within": entry.within, "status": entry.status, "said": entry.said}
    about = [_said("meta", name, parted(value)) for name, value in said.items() if value]
    about += [
        _said("filter", name, value) for name, values in sorted(entry.filters.items()) for value in values
    ]
    text = escape(parted(entry.text or entry.title), quote=False)
    return f'<!doctype html><html><meta charset="utf-8"><body><p>{text}</p>{"".join(about)}</body></html>'


def path(entry: Entry) -> str:
    """Where the page lies, from which Pagefind takes its address: the entry's, with `.html` behind an anchor."""
    address, mark, anchor = entry.address.partition("#")
    address = unquote(address)
    if mark:
        return f"{address}#{anchor}.html"
    return f"{address}index.html" if not address or address.endswith("/") else address


def parted(text: str) -> str:
    """The text with a blank between neighbouring characters of scripts that are written without."""
    return _BETWEEN.sub(" ", printable(text))


# --- Private ---


def _said(what: str, name: str, value: str) -> str:
    return f'<i data-v="{escape(printable(value))}" data-pagefind-{what}="{name}[data-v]"></i>'
