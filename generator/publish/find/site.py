"""The search of a site that MkDocs builds: what is found of its pages is noted as they are made, then indexed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.model.entry import Entry
from generator.publish.find.groups import by_year, groups, lot_of
from generator.publish.find.index import engine_files, packed_group, put, put_joined
from generator.publish.find.join import ENGINE, FOLDER, joined, level_for
from generator.publish.find.pack import Packed, Program
from generator.publish.find.pages import entry_of_page, text_of

_READ = ("about", "method", "imprint")
"""Pages of ours that are there to be read; all others of no brief list what is found by itself."""

_MATERIALS = ("assets/javascripts/workers/", "assets/javascripts/lunr/")


@dataclass(frozen=True, slots=True)
class _Made:
    """The index of a group, and what it was made of."""

    entries: tuple[Entry, ...]
    level: int
    packed: Packed


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
        self._program: Program | None = None
        self._level = 0

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
        folder = site / FOLDER
        every = [*briefs, *self._pages.values()]
        parts = groups(every)
        self._level = level_for(by_year(lot_of([entry]) for entry in every))
        is_new, self._folder = folder != self._folder, folder
        self._due = [name for name, own in parts.items() if is_new or self._stale(name, own)]
        self._parts = parts
        if is_new or self._program is None:
            engine, self._program = engine_files(self.language)
            put(engine, folder / ENGINE)

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
        return made is None or (made.entries, made.level) != (entries, self._level)

    def _index(self, name: str) -> _Made:
        entries = self._parts[name]
        if self._stale(name, entries):
            return _Made(entries, self._level, packed_group(entries, self.language, self._level))
        return self._made[name]

    def _put(self, name: str, made: _Made) -> None:
        if self._folder:
            put(made.packed.texts, self._folder / name)
        self._made[name] = made if self._keeps else _Made((), 0, replace(made.packed, texts={}))

    def _finish(self) -> None:
        """What all groups have in common, and no group that is none of them."""
        if self._folder is None or self._program is None:
            return
        self._made = {name: self._made[name] for name in self._parts}
        for old in {file.parent for file in self._folder.glob("*/*.pf_texts")}:
            if old.name not in self._parts:
                shutil.rmtree(old)
        found = {name: made.packed.group for name, made in self._made.items()}
        put_joined(dict(joined(self._program, found, self._level)), self._folder.parent)
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
