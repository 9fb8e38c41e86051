"""Pages as values: what `render` and `export` make, and the plugin or `write` put out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 6 in our own words, a Markdown heading on the page and a line in its table of
    contents. `text` is never the user's. `anchor` (`a-z`, digits, hyphens) is what addresses end in, whatever the
    language of the text; without it the Markdown engine makes one of the text."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Markup:
    """Finished HTML from an autoescaped template: block elements, balanced, no `<script>` or `<style>`."""

    html: str


Part: TypeAlias = Heading | Markup


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    `path` is the Markdown file's path below the docs folder (`briefs/port/index.md`). `meta` becomes YAML
    front matter: strings, numbers, booleans, lists of strings, and mappings, which come out as JSON unless they hold
    booleans alone (`search: {exclude: true}`, the search plugin's). `edit` is the
    path, below the site's root, of the file that an editor changes to change this page; `revised` is an ISO date for
    the sitemap. `joins` says that its first part is its title and that the others may stand within a hand-written
    page of the same address.
    """

    path: str
    meta: Mapping[str, object]
    parts: tuple[Part, ...]
    edit: str | None = None
    revised: str | None = None
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Asset:
    """A file put out as it is (`briefs/port/brief.json`)."""

    path: str
    content: bytes


Output: TypeAlias = Page | Asset
