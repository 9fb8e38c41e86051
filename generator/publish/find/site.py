"""The search of a site that MkDocs builds: what is found of its pages is noted as they are made, then indexed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.model.entry import Entry
from generator.publish.find.groups import groups
from generator.publish.find.index import files_of_group, put, put_one, write_engine
from generator.publish.find.manifest import ENGINE, MANIFEST, manifest
from generator.publish.find.pack import ENTRY
from generator.publish.find.pages import entry_of_page, text_of

_READ = ("about", "method", "imprint")
"""Pages of ours that are there to be read; all others of no brief list what is found by itself."""

_MATERIALS = ("assets/javascripts/workers/", "assets/javascripts/lunr/")


@dataclass(frozen=True, slots=True)
class _Made:
    """The index of a group, and what it was made of."""

    entries: tuple[Entry, ...]
    files: Mapping[str, bytes]
    digest: str


class SiteSearch:
    """What is found on a site, and its indexes. With `keeps` a group whose entries stay the same is not made anew.

    A build `write`s all at once; a preview `plan`s and then takes one `step` after the other.
    """

    def __init__(self, language: str, *, keeps: bool = False) -> None:
        self.language, self._keeps = language, keeps
        self._pages: dict[str, Entry] = {}
        self._made: dict[str, _Made] = {}
        self._parts: Mapping[str, tuple[Entry, ...]] = {}
        self._due: list[str] = []
        self._folder: Path | None = None

    def forget_pages(self) -> None:
        """The pages are to be made anew."""
        self._pages = {}

    def forget(self, path: str) -> None:
        """The page at this path of the docs folder is gone, or to be made anew."""
        self._pages.pop(path, None)

    def take(self, path: str) -> Entry | None:
        """What was noted of the page at this path of the docs folder; forgotten here: it is kept elsewhere."""
        return self._pages.pop(path, None)

    def note(self, page: MkDocsPage, html: str, *, is_ours: bool) -> None:
        """Notes what is found on a page whose content is `html`; `is_ours` where it is a generated one, or takes one
        in.

        A brief's own pages are passed over, because its entries come from its findings, and so is a page that says
        `search: {exclude: true}`, as Material's search passes it over.
        """
        path = page.file.src_uri
        self.forget(path)
        if is_of_brief(path) and is_ours:
            return
        if (page.meta.get("search") or {}).get("exclude"):
            return
        is_list = is_ours and page.url.split("/")[0] not in _READ
        text, title = "" if is_list else text_of(html), str(page.title or "")
        self._pages[path] = entry_of_page(page.url, title, text, self.language, is_list=is_list)

    def write(self, briefs: Iterable[Entry], site: Path) -> None:
        """Puts the indexes of the briefs' entries and of the pages noted below `site`, whatever is there. Raises
        `SearchError`."""
        self._folder = None
        self.plan(briefs, site)
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            made = threads.map(self._index, self._due)
            for name, group in zip(list(self._due), made, strict=True):
                self._put(name, group)
        self._finish()

    def plan(self, briefs: Iterable[Entry], site: Path) -> None:
        """Takes in what is to be found below `site` from now on: each `step` makes a group of it."""
        folder = (site / MANIFEST).parent
        parts = groups([*briefs, *self._pages.values()])
        is_new, self._folder = folder != self._folder, folder
        self._due = [name for name, own in parts.items() if is_new or self._stale(name, own)]
        self._parts = parts
        if is_new:
            write_engine(folder / ENGINE, self.language)

    def step(self) -> bool:
        """Makes one group that is due, or where none is, tells the script of all; whether it made one. Raises
        `SearchError`."""
        if not self._due:
            self._finish()
            return False
        name = self._due[-1]
        self._put(name, self._index(name))
        self._due.pop()
        return True

    # --- Private ---

    def _stale(self, name: str, entries: tuple[Entry, ...]) -> bool:
        made = self._made.get(name)
        return made is None or made.entries != entries

    def _index(self, name: str) -> _Made:
        entries = self._parts[name]
        if self._stale(name, entries):
            return _Made(entries, *files_of_group(entries, self.language))
        return self._made[name]

    def _put(self, name: str, group: _Made) -> None:
        if self._folder:
            put(group.files, self._folder / name)
        self._made[name] = group if self._keeps else _Made((), {}, group.digest)

    def _finish(self) -> None:
        """The manifest, and no group that is not in it."""
        if self._folder is None:
            return
        self._made = {name: self._made[name] for name in self._parts}
        kept = {self._folder / name for name in (*self._parts, ENGINE)}
        for old in {entry.parent for entry in self._folder.glob(f"*/{ENTRY}")} - kept:
            shutil.rmtree(old)
        digests = {name: group.digest for name, group in self._made.items()}
        put_one(self._folder.parent / MANIFEST, manifest(digests))
        self._due = []


def is_of_brief(path: str) -> bool:
    """Whether a path of the docs folder lies below a brief's own folder."""
    return path.startswith("briefs/") and path.count("/") > 1 and not path.startswith("briefs/page.")


def silence_material(config: MkDocsConfig) -> None:
    """Has Material's own search, where it is listed, read no page and write no index: by the switch that it has."""
    plugin = dict(config.plugins).get("material/search")
    if plugin is not None:
        plugin.config["enabled"] = False


def drop_materials(files: Files) -> None:
    """Leaves out the scripts that only Material's search runs."""
    for file in list(files):
        if file.dest_uri.startswith(_MATERIALS):
            files.remove(file)
