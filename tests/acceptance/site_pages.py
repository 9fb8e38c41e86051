"""A built site read back: its pages, their links and anchors, and the text of their articles."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class _Reader(HTMLParser):
    """Collects ids, links and the events of everything inside `<article>`."""

    ids: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    dom: list[tuple[str, ...]] = field(default_factory=list)
    inside: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given[name] for name in ("id", "name") if name in given}
        self.links += [given[name] for name in ("href", "src") if name in given]
        self.inside = self.inside or tag == "article"
        if self.inside:
            self.dom.append((tag, *(f"{name}={value}" for name, value in sorted(given.items()))))
            if tag in VOID:
                self.dom.append((f"/{tag}",))

    def handle_endtag(self, tag: str) -> None:
        if self.inside and tag not in VOID:
            self.dom.append((f"/{tag}",))
        self.inside = self.inside and tag != "article"

    def handle_data(self, data: str) -> None:
        if self.inside and (text := " ".join(data.split())):
            if self.dom and self.dom[-1][0] == "#text":
                text = f"{self.dom.pop()[1]} {text}"
            self.dom.append(("#text", text))


def read(html: str) -> _Reader:
    """A page's ids, links and article."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def dead_links(site: Path) -> Iterator[str]:
    """Each link or anchor within the site that leads nowhere, as `page -> link`."""
    pages = {
        path.relative_to(site).as_posix(): read(path.read_text("utf-8")) for path in site.rglob("*.html")
    }
    for page, reader in pages.items():
        for link in reader.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = _target(site, page, unquote(parts.path))
            if not (site / target).is_file():
                yield f"{page} -> {link}"
                continue
            own = parts.fragment and target in pages and not parts.fragment.startswith((":~:", "__"))
            if own and unquote(parts.fragment) not in pages[target].ids:
                yield f"{page} -> {link}"


def _target(site: Path, page: str, path: str) -> str:
    if not path:
        return page
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(posixpath.dirname(page), path)
    target = posixpath.normpath(joined)
    return posixpath.join(target, "index.html") if (site / target).is_dir() else target


def tree(site: Path) -> dict[str, str]:
    """Every file's digest by its path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def shingles(text: str, length: int = 8) -> set[str]:
    """Every run of `length` words of `text`."""
    words = text.split()
    return {" ".join(words[n : n + length]) for n in range(len(words) - length + 1)}
