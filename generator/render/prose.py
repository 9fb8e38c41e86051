"""Editors' prose: Markdown without raw HTML, rendered and sanitised into markup."""

from __future__ import annotations

import re
from functools import lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup as Safe
from markupsafe import escape

from generator.model.characters import printable

LONGEST = 20_000
MOST_BRACKETS = 100
"""Characters and opening brackets of one note that is read as Markdown. Python-Markdown takes quadratic time over
brackets; beyond this the text stands as plain paragraphs."""

_LARGEST = 256 * 1024
"""Bytes of HTML that nh3 is given: it is quadratic (findings.md)."""

_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code", "pre"}
_ABSOLUTE = re.compile(r"(?:https?://|mailto:)[^\s]+", re.IGNORECASE)
_NO_MARKDOWN = re.compile(r"[^\\`*_{}\[\]<>#+!|~&=\n]*")
_BLOCK_MARK = re.compile(r"\s|[-+*>#:]|\d+[.)]")


@lru_cache(maxsize=2048)
def prose(text: str) -> Safe:
    """The text's HTML: paragraphs, emphasis, lists, quotations, code and absolute links, and nothing else."""
    text = printable(text).strip()
    if _NO_MARKDOWN.fullmatch(text) and not _BLOCK_MARK.match(text):
        return Safe("<p>") + escape(text) + Safe("</p>")
    if len(text) > LONGEST or text.count("[") > MOST_BRACKETS:
        return _plain(text)
    html = _engine().reset().convert(text)
    if len(html.encode("utf-8", "replace")) > _LARGEST:
        return _plain(text)
    return Safe(  # noqa: S704 - sanitised by nh3
        nh3.clean(
            html,
            tags=_TAGS,
            attributes={"a": {"href"}},
            attribute_filter=_absolute_only,
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener",
        )
    )


# --- Private ---


@lru_cache(maxsize=1)
def _engine() -> Markdown:
    engine = Markdown(extensions=[], output_format="html")
    engine.preprocessors.deregister("html_block")
    for pattern in ("html", "image_link", "image_reference", "short_image_ref"):
        engine.inlinePatterns.deregister(pattern)
    return engine


def _absolute_only(tag: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or _ABSOLUTE.fullmatch(value) else None


def _plain(text: str) -> Safe:
    return Safe("").join(Safe("<p>") + escape(block) + Safe("</p>") for block in re.split(r"\n{2,}", text))
