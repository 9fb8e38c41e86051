"""The index of a preview's search, kept page by page, so that an edit changes only its own entries."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.model.entry import Entry
from generator.publish.find import SiteSearch, is_of_brief

INDEX = "search/search_index.json"
"""Where the site's script looks for it."""

_NAMES = ("search", "material/search")


class FoundEntries:
    """What our own search finds: of each brief its entries, and which other pages it has looked at as they are."""

    def __init__(self, search: SiteSearch, site: Path) -> None:
        self._search, self._site = search, site
        self._known: set[str] = set()
        self._of: dict[str, tuple[Entry, ...]] = {}
        self._is_planned = self._is_given_up = False
        self.is_whole = False
        """Whether there is an index; perhaps one of what was found before the last edit."""

    def take_brief(self, slug: str, entries: tuple[Entry, ...]) -> None:
        """Keeps what is found of a brief, nothing where it is gone."""
        self._is_planned = self._is_planned and self._of.get(slug, ()) == entries
        self._of.pop(slug, None)
        if entries:
            self._of[slug] = entries

    def step(self) -> bool:
        """Makes one group anew that changed; whether there was any. Raises `SearchError`."""
        if not self._is_planned:
            self._is_given_up = False
            self._search.plan((entry for slug in sorted(self._of) for entry in self._of[slug]), self._site)
            self._is_planned = True
        if not self._is_given_up and self._search.step():
            return True
        self.is_whole = True
        return False

    def give_up(self) -> None:
        """There is no more than there is, until something changes."""
        self.is_whole = self._is_planned = self._is_given_up = True

    def take(self, path: str) -> None:
        """A page was looked at."""
        self.settle(path)

    def settle(self, path: str) -> None:
        """A page that was looked at in vain is found as far as it was read, until it changes."""
        self._is_planned = self._is_planned and path in self._known
        self._known.add(path)

    def forget(self, path: str) -> None:
        """Drops what was found on a page."""
        self._known.discard(path)
        self._search.forget(path)
        self._is_planned = False

    def knows(self, path: str) -> bool:
        """Whether the page was looked at since it changed, or need not be."""
        return path in self._known or is_of_brief(path)


class SearchEntries:
    """What the search plugin, Material's or MkDocs' own, found on each page, as the JSON that it writes of it."""

    def __init__(self, config: MkDocsConfig) -> None:
        plugins: dict[str, Any] = dict(config.plugins)
        self._plugin = next((plugins[name] for name in _NAMES if name in plugins), None)
        self._of: dict[str, bytes] = {}
        self._head, self._tail = b"", b""
        if self.is_there:
            self._put([])
            self._head, _, self._tail = self._written().rpartition(b"[]")

    @property
    def is_there(self) -> bool:
        """Whether the site has a search."""
        is_on = self._plugin is not None and self._plugin.config.get("enabled", True)
        return is_on and getattr(self._plugin, "search_index", None) is not None

    def take(self, path: str) -> None:
        """Keeps what the plugin noted since it was last asked as the entries of the page at `path`."""
        if self.is_there:
            self._of[path] = (
                self._written()[len(self._head) + 1 : -len(self._tail) - 1] if self._noted() else b""
            )
            self._put([])

    def settle(self, path: str) -> None:
        """A page that was looked at in vain has no entries, until it changes."""
        self._of.setdefault(path, b"")

    def forget(self, path: str) -> None:
        """Drops what was found on a page."""
        self._of.pop(path, None)

    def knows(self, path: str) -> bool:
        """Whether the page was looked at since it changed."""
        return not self.is_there or path in self._of

    def found(self, path: str) -> bytes:
        """The entries of the page at `path`, which are forgotten here: they are kept elsewhere."""
        return self._of.pop(path, b"")

    def know(self, path: str, entries: bytes) -> None:
        """The entries of a page, as `found` gave them."""
        self._of[path] = entries

    def document(self, paths: Iterable[str]) -> bytes:
        """The index of these pages, in their order."""
        return (
            self._head
            + b"["
            + b",".join(filter(None, (self._of[path] for path in paths)))
            + b"]"
            + self._tail
        )

    # --- Private ---

    @property
    def _index(self) -> Any:
        return self._plugin.search_index if self._plugin else None

    def _noted(self) -> list[object]:
        found: list[object] = self._index.entries if self._is_materials else self._index._entries
        return found

    def _put(self, entries: list[object]) -> None:
        setattr(self._index, "entries" if self._is_materials else "_entries", entries)

    @property
    def _is_materials(self) -> bool:
        return hasattr(self._index, "entries")

    def _written(self) -> bytes:
        asked = (None,) if self._is_materials else ()
        text: str = self._index.generate_search_index(*asked)
        return text.encode("utf-8")
