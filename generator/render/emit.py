"""Pages as Markdown that no engine can read anything into, or with placeholders to fill after Markdown has run."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from html.parser import HTMLParser

from generator.model.characters import one_line, printable
from generator.model.page import Heading, Markup, Page
from generator.render.catalogue import words_for
from generator.render.yaml_lines import yaml_lines

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_INERT = re.compile(r"[^A-Za-z0-9 .,]")
GENERATED = "<!-- briefs: generated part -->"
"""Where a hand-written page takes the generated page's parts in; a comment to any other engine."""

_PLACEHOLDER = re.compile(r'<div data-briefs-part="(\d+)"></div>')
_HEADING_LINK = re.compile(r'(<a class="headerlink" href="#[^"]*" title=")[^"]*(?=")')
_ID = re.compile(r'id="(?=([^"<>]+)")')
"""The end of any attribute's name, and its value: what begins with what is always the same is found much quicker."""


def to_markdown(page: Page) -> str:
    """The page by rule B: front matter, headings, and each markup as one block element at column 0.

    In markup every character of a text or an attribute but letters, digits, space, `.` and `,` is written
    `&#N;`, control characters are dropped, and no line is blank; what Markdown engines look for isn't there.
    """
    return (
        _front_matter(page)
        + "\n\n".join(
            _heading(part) if isinstance(part, Heading) else inert(part.html) for part in page.parts
        )
        + "\n"
    )


def to_placeholders(page: Page) -> str:
    """The page by rule A: as `to_markdown`, with an empty placeholder in place of each markup, for `fill`."""
    return _front_matter(page) + skeleton(page)


def skeleton(page: Page) -> str:
    """What an engine is given of a page whose front matter it is told otherwise: `to_placeholders` without it."""
    return f"{_placeholders(page)}\n"


def front_matter(page: Page) -> dict[str, object]:
    """What the page's front matter is read as: every string escaped, as MkDocs' templates print it."""
    return {key: _plain(value) for key, value in page.meta.items()}


def join(page: Page, markdown: str) -> str | None:
    """A hand-written page with the generated one's parts, but its title, where its Markdown says `GENERATED` on a
    line by itself, as placeholders for `fill`; `None` where it doesn't say so, or where the page does not join."""
    if not page.joins or not _GENERATED.search(markdown):
        return None
    return _GENERATED.sub(lambda _: f"\n{_placeholders(page, first=1)}\n", markdown, count=1)


def fill(page: Page, html: str) -> str:
    """`html`, which an engine made of `to_placeholders(page)`, with the page's markup in its places.

    The links to its own headings are named in its language, not in the site's configuration's.
    One pass: a text of the user's that looks like a placeholder comes in with the markup and is not looked at again.
    """

    def markup(match: re.Match[str]) -> str:
        number = int(match[1])
        part = page.parts[number] if number < len(page.parts) else None
        return wrapped(part.html) if isinstance(part, Markup) else match[0]

    return _PLACEHOLDER.sub(markup, _with_links_named(page, html))


def anchors_in(page: Page) -> frozenset[str]:
    """The ids that the page's markup defines, for an engine that checks links before `fill`."""
    return frozenset(id_ for part in page.parts if isinstance(part, Markup) for id_ in _ids(part.html))


def wrapped(html: str) -> str:
    """The markup as one block element."""
    return f'<div class="briefs">\n{html.strip()}\n</div>'


def inert(html: str) -> str:
    """The markup as one block element of the same DOM in which no Markdown engine finds anything to read."""
    encoder = _Encoder()
    encoder.feed(wrapped(html))
    encoder.close()
    return "".join(encoder.written)


def script_data(value: Mapping[str, object]) -> str:
    """The value as JSON for the inside of a `<script>` that holds data: nothing in it ends the script or a line."""
    text = printable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    return _SCRIPT.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


# --- Private ---

_GENERATED = re.compile(rf"^{re.escape(GENERATED)}[ \t]*$", re.MULTILINE)

_SCRIPT = re.compile("[<>&\u2028\u2029]")
"""What could end a script or begin a comment in it, an entity, and what ends a line in scripts of old."""


class _Encoder(HTMLParser):
    """Writes what it reads with every text and attribute encoded; comments and declarations are left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = "".join(
            f" {name}" if value is None else f' {name}="{_encoded(value)}"' for name, value in attrs
        )
        self.written.append(f"<{tag}{written}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if data.isspace():
            self.written.append("\n" if "\n" in data and not self.written[-1].endswith("\n") else " ")
        else:
            self.written.append(_encoded(data))


def _ids(html: str) -> list[str]:
    return [found[1] for found in _ID.finditer(html) if html[found.start() - 1 : found.start()].isspace()]


def _with_links_named(page: Page, html: str) -> str:
    """As toc's `permalink_title` names them all in one language; a page that says no language keeps that."""
    language = page.meta.get("language")
    if not isinstance(language, str):
        return html
    name = escape(words_for(language).gettext("Link to this section"))
    return _HEADING_LINK.sub(lambda match: match[1] + name, html)


def _encoded(text: str) -> str:
    return _INERT.sub(lambda match: f"&#{ord(match[0])};", printable(text))


def _placeholders(page: Page, first: int = 0) -> str:
    return "\n\n".join(
        _heading(part) if isinstance(part, Heading) else f'<div data-briefs-part="{number}"></div>'
        for number, part in enumerate(page.parts)
        if number >= first
    )


def _heading(heading: Heading) -> str:
    """With its anchor as an attribute list, which Python-Markdown's attr_list and most other engines read."""
    anchor = f" {{#{heading.anchor}}}" if heading.anchor else ""
    return f"{'#' * heading.level} {heading.text}{anchor}"


def _front_matter(page: Page) -> str:
    """Never empty, so that no first line of a page is taken for metadata.

    MkDocs' templates print these strings as HTML, and so does Material's search: they are escaped here, for both.
    """
    return f"---\n{yaml_lines(front_matter(page))}---\n\n"


def _plain(value: object) -> object:
    if isinstance(value, str):
        return escape(one_line(value))
    if isinstance(value, Mapping):
        is_switches = all(isinstance(entry, bool) for entry in value.values())
        return dict(value) if is_switches else script_data(value)
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    return value
