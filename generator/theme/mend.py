"""What is wrong or too much in a finished page's markup, and lies in no block of a template, is put right."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SWITCH = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_TOP = '<button type="button" class="md-top md-icon" data-md-component="top" hidden'
_BLANK = re.compile(r"\n\s+(?=<)")
_KEPT = re.compile(r"<(pre|textarea|script|style)\b")
_FOUND = re.compile(r'<p class="b-found" hidden>[^<]*</p>\n?')
_TOLD = re.compile(r' data-search-\w+="[^"]*"')


def mended(html: str) -> str:
    """The page, valid, and without a control that is hidden and takes the focus all the same.

    A checkbox has no `autocomplete` (HTML, "the input element": it does not apply), which Material writes on the
    switches of the drawer and of the search. Its button to the page's top, hidden by being transparent, can be
    reached by Tab until its script has run for a quarter of a second, and loses the focus then (WCAG 2.4.3, 2.4.7);
    the script takes `tabindex` off it when it shows it. Neither lies in a block of a template.
    """
    return _SWITCH.sub(r"\1", html, count=2).replace(_TOP, f'{_TOP} tabindex="-1"', 1)


def tightened(html: str) -> str:
    """The page without blank lines, without what indents tags, and without what stood there for the search alone.

    Text that is shown as it is written (`pre`, `textarea`), scripts and styles stay as they are; elsewhere any white
    space between two tags is as good as a line's end (CSS Text Module Level 3, §4.1.1).
    """
    rest = _TOLD.sub(
        "", _FOUND.sub("", html)
    )  # apart, since each begins with a text that is quickly looked for
    parts, start = [], 0
    for begin, end in _as_written(rest):
        parts += [_BLANK.sub("\n", rest[start : begin + 1]), rest[begin + 1 : end]]
        start = end
    return "".join([*parts, _BLANK.sub("\n", rest[start:])])


# --- Private ---


def _as_written(html: str) -> Iterator[tuple[int, int]]:
    """From where to where the elements go whose text is shown or run as it is written."""
    end, unclosed = 0, set[str]()
    for tag in _KEPT.finditer(html):
        if tag.start() < end or tag[1] in unclosed:
            continue
        close = f"</{tag[1]}>"
        at = html.find(close, tag.end())
        if at < 0:
            unclosed.add(tag[1])
            continue
        end = at + len(close)
        yield tag.start(), end
