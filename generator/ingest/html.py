"""A page's HTML to the lines that a browser shows of it, each with where in the markup it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml.html import HtmlElement

from generator.ingest.lines import Line
from generator.ingest.refused import too_many

UNSEEN = frozenset(
    "script style noscript template head title meta link svg math canvas iframe object embed audio video select "
    "option input textarea button datalist dialog area map source track".split()
)
"""Elements of which no text is shown, or none that belongs to a page's words."""

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody tfoot "
    "thead tr ul".split()
)
_CELLS = frozenset(("td", "th"))
_SPACED = frozenset("p blockquote h1 h2 h3 h4 h5 h6 ul ol dl pre figure hr".split())
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

ANCESTORS = (
    "article",
    "main",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "figure",
    "figcaption",
    "li",
    "td",
    "blockquote",
)
"""Elements around a line that say something of it."""

_AROUND = frozenset(ANCESTORS)
MOST_DEPTH = 250

MOST_TAGS = 40_000
"""That open an element; a long page has a few thousand."""

MOST_ATTRIBUTES = 2000
"""Of one tag: libxml2 holds each against all before it."""

_OPENS = re.compile(r"<[a-zA-Z]")
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*+""")
_ATTRIBUTE = re.compile(r"""[^\s"'/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']*))?""")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A line with its block's element, the `ANCESTORS` around it, its depth, and the share of it in links."""

    line: Line
    tag: str
    around: frozenset[str]
    depth: int
    linked: float
    names: str = ""
    """The classes and ids of the blocks around it, without case."""


@dataclass(slots=True)
class _Sheet:
    """What has been read, and the line that is being read."""

    found: list[Tagged] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    linked: int = 0
    gap: int = 0
    place: tuple[str, frozenset[str], int, str] = ("body", frozenset(), 0, "")

    def write(self, text: str | None, *, in_link: bool) -> None:
        if text:
            self.words.append(text)
            self.linked += len(text.strip()) if in_link else 0

    def end_line(self, gap: int = 0) -> None:
        text = _SPACE.sub(" ", "".join(self.words)).strip()
        if text:
            tag, around, depth, names = self.place
            share = min(1.0, self.linked / len(text))
            self.found.append(Tagged(Line(text, self.gap), tag, around, depth, share, names))
            self.gap = 0
        self.gap = max(self.gap, gap)
        self.words, self.linked = [], 0


def tagged_lines(tree: HtmlElement) -> list[Tagged]:
    """Every line of the page's text in order: a block of markup is a line, a paragraph has room above it."""
    sheet = _Sheet()
    for step, element, place, in_link in _walk(tree):
        tag = element.tag
        if step == "enter":
            if tag in _BLOCKS:
                sheet.end_line(int(tag in _SPACED))
                sheet.place = place
            elif tag == "br":
                sheet.end_line()
            elif tag in _CELLS:
                sheet.place = place
            sheet.write(element.text, in_link=in_link)
        else:
            if tag in _BLOCKS:
                sheet.end_line(int(tag in _SPACED))
            elif tag in _CELLS:
                sheet.write(" ", in_link=False)
            sheet.place = place
            sheet.write(element.tail, in_link=in_link)
    sheet.end_line()
    return sheet.found


def checked_tags(html: str) -> str:
    """The page, if its tags are not too many."""
    number = sum(1 for _ in _OPENS.finditer(html))
    if number > MOST_TAGS:
        raise too_many(number, "tags", MOST_TAGS)
    return html


def with_few_attributes(html: str) -> str:
    """The page without those attributes of a tag that are more than any tag has."""
    return _TAG.sub(_with_few, html)


# --- Private functions ---


def _with_few(tag: re.Match[str]) -> str:
    if len(tag[0]) < 2 * MOST_ATTRIBUTES:
        return tag[0]
    found = islice(_ATTRIBUTE.finditer(tag[0], 1), MOST_ATTRIBUTES + 2)  # its name is the first
    ends = [one.end() for one in found]
    return tag[0][: ends[-2]] if len(ends) == MOST_ATTRIBUTES + 2 else tag[0]


_Place = tuple[str, frozenset[str], int, str]
_Step = tuple[str, HtmlElement, _Place, bool]


def _walk(tree: HtmlElement) -> Iterator[_Step]:
    """Each element entered, with its place, and left, with the place around it; without recursion."""
    stack: list[_Step] = [("enter", tree, _place(tree, ("body", frozenset(), 0, "")), False)]
    while stack:
        step, element, place, in_link = stack.pop()
        yield step, element, place, in_link
        if step == "leave":
            continue
        inside = in_link or element.tag == "a"
        for child in reversed(element):
            stack.append(("leave", child, place, inside))
            if _is_seen(child):
                stack.append(("enter", child, _place(child, place), inside or child.tag == "a"))


def _is_seen(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return False
    return "hidden" not in element.attrib and not _HIDDEN.search(element.get("style", ""))


def _place(element: HtmlElement, outer: _Place) -> _Place:
    tag = element.tag
    if tag not in _BLOCKS and tag not in _CELLS:
        return outer
    _, around, depth, names = outer
    if tag in _AROUND:
        around |= {tag}
    own = f"{element.get('class', '')} {element.get('id', '')}".strip().casefold()
    return tag, around, depth + 1, f"{names} {own}"[-300:] if own else names
