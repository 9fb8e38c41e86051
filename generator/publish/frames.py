"""What stands around the content of pages, rendered once for all of a kind: head, header, nav and footer, with holes.

A stand-in for a page, with a mark in the place of each of its texts, goes through the templates; where a mark comes
out, the text of each page goes in. A mark holds a probe, by which it is told how a template wrote the text. Where a
template asks for what a stand-in doesn't have, or writes what no page's own text comes to, pages are rendered whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any, Protocol

from jinja2.filters import do_striptags
from markupsafe import escape


class Printer(Protocol):
    """Who puts pages through the site's templates."""

    def whole(self, page: Any) -> str:
        """A page as it is published; what it shows is noted."""

    def blank(self, page: Any) -> tuple[str, Any]:
        """A stand-in put through the same, and what it shows, which is not noted."""

    def finished(self, html: str) -> tuple[str, Any]:
        """Content of a page as it is published, and what it shows."""

    def note(self, seen: Any) -> None:
        """Takes in what a page shows."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Pieces of HTML, between which each of `holes` takes a text of the page's: which, and how it is written.

    `folders` are the names of those that its links lead through, `seen` is what it shows by itself.
    """

    pieces: tuple[str, ...]
    holes: tuple[tuple[str, str], ...]
    folders: frozenset[str]
    seen: Any

    def filled(self, texts: Mapping[tuple[str, str], str]) -> str:
        """The pieces with a text in each hole; with nothing in one for which there is none."""
        between = [texts.get(hole, "") for hole in self.holes]
        return "".join(chain.from_iterable(zip(self.pieces, [*between, ""], strict=True)))


class Frames:
    """The frame of each kind of page, made with the second page of the kind, and kept if it gives that page."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self._met: set[object] = set()
        self._known: dict[object, Frame | None] = {}

    def html(self, page: Any) -> str:
        """The page as the printer prints it whole; what it shows is noted. What a template raises is raised.

        It must stand in no nav, and its content be whole elements.
        """
        kind = _kind(page)
        if kind not in self._known:
            return self._met_now(kind, page)
        html, seen = _framed(page, self._known[kind], self._printer.finished)
        if html:
            self._printer.note(seen)
        return html or self._printer.whole(page)

    # --- Private ---

    def _met_now(self, kind: object, page: Any) -> str:
        """A page of a kind of which there is no frame yet."""
        html = self._printer.whole(page)
        if len(self._met) > _MOST:
            self._met.clear()
            self._known.clear()
        if kind in self._met:
            self._known[kind] = self._frame(page, html)
        self._met.add(kind)
        return html

    def _frame(self, page: Any, html: str) -> Frame | None:
        """That of the page's kind, if it gives `html` for the page."""
        try:
            frame = _cut(*self._printer.blank(_StandIn(page)))
        except _UnknownError:
            return None
        return frame if _framed(page, frame, self._printer.finished)[0] == html else None


# --- Private ---

_MOST = 200
"""Kinds that are remembered at a time: a site has some dozens."""

_META = "meta."
_OWN = ("title", "canonical_url", "edit_url")
_TOLD = (
    "title",
    "description",
    "author",
    "card",
    "card_alt",
    "oembed",
    "json_ld",
    "list_previous",
    "list_next",
)
_TEXTS = frozenset([*_OWN, *(_META + key for key in _TOLD)])
"""What a page has, and what its front matter has, as texts of its own."""

_LOOKED_FOR = ("<h1", '<header class="b-head">')
"""What templates look for in a page's content."""

_CUT = "</header>"
"""Behind the first of which, in a page's content, `main.html` puts something."""

_START, _END = "start", "end"
"""The content before `_CUT` and after it."""

_NAMES = _TEXTS | {_START, _END}

_PROBE = "&#x27;<b>"
_IN_SCRIPT = {ord(char): f"\\u{ord(char):04x}" for char in "<>\u2028\u2029"}


@lru_cache(maxsize=256)
def _stripped(text: str) -> str:
    """Titles and the like come several times in a head."""
    return str(escape(do_striptags(text)))


_WAYS: Mapping[str, Callable[[str], str]] = {
    _PROBE: str,
    str(escape(_PROBE)): lambda text: str(escape(text)),
    str(escape(do_striptags(_PROBE))): _stripped,
    "&#x27;\\u003cb\\u003e": lambda text: text.translate(_IN_SCRIPT),
}
"""How templates write a text, by what the probe comes to: as it is; `e`; `striptags | e`; in a script."""

# Of Unicode's private use, which no page may hold (`model.characters.printable`).
_MARK = re.compile("\ue000([^|]*)\\|([^\ue001\ue002]*)[^\ue001]*\ue001")
_NOWHERE = "\ue003"
_BETWEEN = "\0"

_FOLDER = re.compile(r"""(?<=\.\./)[^/"'?#<>\s]+""")


class _UnknownError(Exception):
    """A template asks a page for what no stand-in has."""


@dataclass(frozen=True, slots=True)
class _Nowhere:
    """Where a stand-in would be written: so far below the top as a page of the kind."""

    dest_uri: str

    def __getattr__(self, name: str) -> Any:
        raise _UnknownError(name)


class _StandIn:
    """A page of the same kind, with marks for texts, at an address that no link leads below."""

    is_page, is_link, is_section = True, False, False
    previous_page = next_page = None

    def __init__(self, page: Any) -> None:
        self.toc, self.is_homepage, self.active = page.toc, page.is_homepage, False
        first, *rest = page.url.split("/")
        self.url = "/".join([first, *(name and _NOWHERE for name in rest)])
        self.file = _Nowhere(f"{self.url}index.html" if self.url.endswith("/") else self.url)
        self.title, self.canonical_url, self.edit_url = (_marked(name, getattr(page, name)) for name in _OWN)
        self.meta = {key: _marked(_META + key, value) for key, value in page.meta.items()}
        found = "".join(each for each in _LOOKED_FOR if each in page.content)
        end = _CUT + _mark(_END) if _CUT in page.content else ""
        self.content = f"<{_mark(_START, found)}{end}>"

    def __getattr__(self, name: str) -> Any:
        raise _UnknownError(name)


def _kind(page: Any) -> object:
    """What pages of one frame have alike."""
    content, url = page.content, page.url
    return (
        page.markdown,
        page.is_homepage,
        (url.partition("/")[0], url.count("/"), url.endswith("/")),
        (content[:1], content[-1:], *(each in content for each in (_CUT, *_LOOKED_FOR))),
        tuple([bool(getattr(page, name)) for name in _OWN]),
        repr([(key, _is_text(_META + key, value) or value) for key, value in page.meta.items()]),
    )


def _framed(
    page: Any, frame: Frame | None, finished: Callable[[str], tuple[str, Any]]
) -> tuple[str | None, Any]:
    """The page by its frame, and what it shows; `None` where it can't be. Its texts are finished all at once."""
    if frame is None or not frame.folders.isdisjoint(page.url.split("/")[1:]):
        return None, None
    texts = _texts(page)
    written = {hole: _WAYS[hole[1]](texts[hole[0]]) for hole in frame.holes if hole[0] in texts}
    together, seen = finished(_BETWEEN.join([page.content, *written.values()]))
    content, *rest = together.split(_BETWEEN)
    start, _, end = content[1:-1].partition(_CUT)
    there = {**dict(zip(written, rest, strict=True)), (_START, _PROBE): start, (_END, _PROBE): end}
    return frame.filled(there), seen | frame.seen


def _texts(page: Any) -> dict[str, str]:
    """The texts that stand for marks, but for the content's."""
    own = {name: getattr(page, name) for name in _OWN}
    own |= {_META + key: value for key, value in page.meta.items()}
    return {name: value for name, value in own.items() if _is_text(name, value)}


def _is_text(name: str, value: object) -> bool:
    """Whether it is one of a page's own texts, and not empty."""
    return name in _TEXTS and isinstance(value, str) and value != ""


def _marked(name: str, value: Any) -> Any:
    return _mark(name) if _is_text(name, value) else value


def _mark(name: str, found: str = "") -> str:
    """With what templates are to find in it."""
    return f"\ue000{name}|{_PROBE}\ue002{found}\ue001"


def _cut(html: str, seen: Any) -> Frame | None:
    """A frame from what became of a stand-in; `None` where a text is written in a way that isn't known."""
    found = _MARK.split(html)
    pieces, holes = found[::3], list(zip(found[1::3], found[2::3], strict=True))
    if any(name not in _NAMES or way not in _WAYS for name, way in holes):
        return None
    return Frame(tuple(pieces), tuple(holes), frozenset(_FOLDER.findall(html)), seen)
