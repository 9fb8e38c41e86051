"""Editors' prose: Markdown without raw HTML, rendered and sanitised into markup."""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.blockprocessors import OListProcessor
from markdown.inlinepatterns import AutolinkInlineProcessor, AutomailInlineProcessor, LinkInlineProcessor
from markupsafe import Markup as Safe
from markupsafe import escape

from generator.model.characters import printable

LONGEST = 20_000
MOST_BRACKETS = 100
MOST_MARKS = 1000
"""Characters, opening brackets and other marks of one note that is read as Markdown. Python-Markdown takes quadratic
time over brackets, and writes the whole note anew for each mark; beyond this the text stands as plain paragraphs."""

FEW_MARKS = 40
DENSE = 8
"""So many marks may always stand in a note, more of them if there are so many characters to each."""

_LARGEST = 256 * 1024
"""Bytes of HTML that nh3 is given: it is quadratic (findings.md)."""

_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre"}
_ABSOLUTE = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_NO_MARKDOWN = re.compile(r"[^\\`*_{}\[\]<>#+!|~&=\n]*")
_BLOCK_MARK = re.compile(r"\s|[-+*>#:]|\d+[.)]")


_AMPERSAND = "\x01"
"""Stands for `&` while Markdown runs, which would read `&lt;` as `<`. No printable text holds it."""


@lru_cache(maxsize=2048)
def prose(text: str) -> Safe:
    """The text's HTML: paragraphs, emphasis, lists, quotations, code and absolute links, and nothing else.

    What would be anything else in Markdown or HTML (a heading, a rule, a tag, an entity, a definition, a link to
    somewhere else) stands there as it was written: nothing an editor wrote is lost.
    """
    text = printable(text).strip()
    if _NO_MARKDOWN.fullmatch(text) and not _BLOCK_MARK.match(text):
        return Safe("<p>") + escape(text) + Safe("</p>")
    if len(text) > LONGEST or text.count("[") > MOST_BRACKETS or _is_all_marks(text):
        return _plain(text)
    html = _engine().reset().convert(text.replace("&", _AMPERSAND)).replace(_AMPERSAND, "&amp;")
    if len(html.encode("utf-8", "replace")) > _LARGEST:
        return _plain(text)
    return Safe(  # noqa: S704 - sanitised by nh3
        nh3.clean(
            html,
            tags=_TAGS,
            attributes={"a": {"href"}, "ol": {"start"}},
            attribute_filter=_absolute_only,
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener",
        )
    )


# --- Private ---


class _Numbered(OListProcessor):
    """A list that begins with 3 says so."""

    LAZY_OL = False


class _AbsoluteLinks(LinkInlineProcessor):
    """Links to where a reader can go from any page; others are no links, and a picture isn't one either."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        if data[: m.start()].endswith("!"):
            return None, None, None
        link, start, end = super().handleMatch(m, data)
        if isinstance(link, Element) and _ABSOLUTE.fullmatch(link.get("href", "")):
            return link, start, end
        return None, None, None


_NO_BLOCKS = ("hashheader", "setextheader", "hr", "reference")
_NO_INLINES = (
    "html",
    "entity",
    "image_link",
    "image_reference",
    "short_image_ref",
    "reference",
    "short_reference",
)


@lru_cache(maxsize=1)
def _engine() -> Markdown:
    engine = Markdown(extensions=[], output_format="html")
    engine.preprocessors.deregister("html_block")
    for block in _NO_BLOCKS:
        engine.parser.blockprocessors.deregister(block)
    engine.parser.blockprocessors.register(_Numbered(engine.parser), "olist", 40)
    for pattern in _NO_INLINES:
        engine.inlinePatterns.deregister(pattern)
    for name, priority, processor in (
        ("link", 160, _AbsoluteLinks(r"\[", engine)),
        ("autolink", 120, AutolinkInlineProcessor(r"<((?i:https?)://[^<>\s]+)>", engine)),
        ("automail", 110, AutomailInlineProcessor(r"<([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>", engine)),
    ):
        engine.inlinePatterns.register(processor, name, priority)
    return engine


def _is_all_marks(text: str) -> bool:
    marks = sum(map(text.count, "*_`\\"))
    return marks > MOST_MARKS or marks > max(FEW_MARKS, len(text) / DENSE)


def _absolute_only(tag: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or _ABSOLUTE.fullmatch(value) else None


def _plain(text: str) -> Safe:
    return Safe("").join(Safe("<p>") + escape(block) + Safe("</p>") for block in re.split(r"\n{2,}", text))
