"""HTML as a browser would take it, to be compared: elements, attributes and texts, white space in runs as one."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_VOID = {"br", "hr", "img", "input", "link", "meta", "area", "col", "wbr", "embed", "source", "track", "base"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[tuple[str, object]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(("start", (tag, tuple(sorted((n, v or "") for n, v in attrs)))))
        if tag in _VOID:
            self.events.append(("end", tag))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.events.append(("end", tag))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.events.append(("end", tag))

    def handle_comment(self, data: str) -> None:
        self.events.append(("comment", data))

    def handle_data(self, data: str) -> None:
        if self.events and self.events[-1][0] == "text":
            data = str(self.events.pop()[1]) + data
        self.events.append(("text", data))


def dom(html: str) -> list[tuple[str, object]]:
    """The document's events in order; texts of white space alone are left out."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    squeezed = [
        (kind, re.sub(r"\s+", " ", value).strip() if isinstance(value, str) and kind == "text" else value)
        for kind, value in reader.events
    ]
    return [event for event in squeezed if event != ("text", "")]


def texts(html: str) -> str:
    """All text of the document, as it stands."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(str(value) for kind, value in reader.events if kind == "text")


def attributes(html: str, name: str) -> list[str]:
    """Every value of the attribute `name`, in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [
        value
        for kind, element in reader.events
        if kind == "start" and isinstance(element, tuple)
        for attribute, value in element[1]
        if attribute == name
    ]
