"""A site looked at as a whole before it is published: what was found in its pieces, and the links between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from generator.model.piece import Contents, Fault
from generator.model.source import Problem, in_order
from generator.pipeline.press import looking
from generator.publish.inspect import (
    Between,
    dead,
    has_id,
    ids_of,
    is_looked_at,
    links_to,
    look,
    over_budget,
    problem_of,
)
from generator.publish.plates import Plates
from generator.publish.store import SpoiledError, Store

_REST = ""
"""The owner of what belongs to no piece."""


class Inspected:
    """What is wrong with a site of pieces, of which those of `before` are the last site's."""

    def __init__(self, plates: Plates, store: Store, before: Collection[str], now: Collection[str]) -> None:
        self._plates, self._store = plates, store
        self._before = set(before)
        self._faults: list[Fault] = []
        self._size = 0
        is_first = not self._before & set(now)
        self._between = Between() if is_first else Between(*self._since(now))
        self._owners: dict[int, str] = {}

    def take(self, key: str, contents: Contents) -> None:
        """Hears of a piece."""
        paths = [kept.path for kept in contents.files]
        self._between.take(key, contents.links, paths, is_new=key not in self._before)
        self._faults += contents.faults
        self._size += sum(kept.size for kept in contents.files)
        self._owners.update((hash(path), key) for path in paths if path.endswith(".html"))

    def rest(self, paths: Iterable[str], folder: Path) -> None:
        """Looks at the files below `folder` that belong to no piece, and are not the theme's."""
        for path in paths:
            self._size += (folder / path).stat().st_size
            self._between.take(_REST, "", [path], is_new=False)
            if self._plates.is_certain(path) or not is_looked_at(path):
                continue
            looked = look({path: (folder / path).read_bytes()}, looking(self._plates, {}), ours=False)
            self._between.take(_REST, "\n".join(looked.links), (), is_new=True)
            self._faults += looked.faults

    def problems(self) -> list[Problem]:
        """Every problem, in order. Raises `SpoiledError` where a piece is not as it was kept."""
        every = [*self._faults, *self._dead(), *over_budget(self._size, self._plates.budgets)]
        return in_order([problem_of(fault) for fault in every])

    # --- Private ---

    def _since(self, now: Collection[str]) -> tuple[list[str], list[str]]:
        """The files of the pieces that are new or gone, and where those that are gone linked to, as far as that is
        known."""
        changed, alive = list[str](), list[str]()
        for key in now:
            if key not in self._before:
                changed += (kept.path for kept in self._store.contents(key).files)
        for key in self._before - set(now):
            try:
                gone = self._store.contents(key)
            except SpoiledError:
                self._before = set()  # what is gone isn't known: all links are looked at
                return [], []
            changed += (kept.path for kept in gone.files)
            alive += gone.links.split("\n")
        return changed, alive

    def _dead(self) -> Iterator[Fault]:
        for owner, link in self._between.dead(self._ids):
            if self._is_there(link):
                continue
            path, source = self._linking(owner, link)
            yield dead(path, link, source)

    def _ids(self, path: str) -> Collection[str]:
        content = self._content(self._owners.get(hash(path), _REST), path)
        return ids_of(content) if content is not None else ()

    def _is_there(self, link: str) -> bool:
        """Whether a link leads somewhere after all, in a page that isn't written as ours are."""
        path, _, place = link.partition("#")
        content = self._content(self._owners.get(hash(path), _REST), path) if place else None
        return content is not None and has_id(content, place)

    def _content(self, key: str, path: str) -> bytes | None:
        if key == _REST:
            file = Path(self._plates.config.site_dir, path)
            return file.read_bytes() if file.is_file() else None
        for number, kept in enumerate(self._store.contents(key).files):
            if kept.path == path:
                content = self._store.content(key, number, kept)
                if content is None:
                    raise SpoiledError(key)
                return content
        return None

    def _linking(self, key: str, link: str) -> tuple[str, str]:
        """The page of a piece that has a link, and the file that it is made from."""
        site_url = self._plates.settings.site_url
        for kept in self._store.contents(key).files if key else ():
            content = self._content(key, kept.path) if kept.path.endswith(".html") else None
            if content is not None and links_to(content, kept.path, link, site_url):
                return kept.path, self._source(kept.path)
        return "404.html", ""

    def _source(self, path: str) -> str:
        file = self._plates.others.get(path)
        if file and file.abs_src_path and Path(file.abs_src_path).is_relative_to(self._plates.root):
            return Path(file.abs_src_path).relative_to(self._plates.root).as_posix()
        steps = path.split("/")
        is_of_brief = steps[0] in ("briefs", "embed") and len(steps) > 2
        return f"{self._plates.settings.briefs_dir}/{steps[1]}/brief.yml" if is_of_brief else ""
