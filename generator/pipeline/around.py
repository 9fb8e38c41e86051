"""The pages of a site that are no brief's: those across the briefs, and the hand-written ones."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

import msgspec
from mkdocs.structure.files import File

from generator.model.page import Output, Page
from generator.model.piece import Kept, Piece, Pointer
from generator.pipeline.crew import Crew
from generator.pipeline.make import Made, Maker, Order, print_pages
from generator.pipeline.outputs import STEADY, Due, due_across
from generator.pipeline.press import print_file
from generator.pipeline.state import Laid, State
from generator.publish.opening import heard
from generator.publish.store import key_of

log = logging.getLogger("mkdocs.plugins.briefs")

_ID = re.compile(rb'\s(?:id|name)="([^"<>]+)"')


class Around:
    """Each of these pages as it was before where it would be made of the same, and the others anew."""

    def __init__(
        self, maker: Maker, order: Order, crew: Crew, before: State, made: Mapping[str, Made]
    ) -> None:
        self._maker, self._order, self._crew, self._before = maker, order, crew, before
        self._plates = maker.plates
        self._records = [each.record for each in made.values() if each.record]
        self._states = {each.record.slug: each.state for each in made.values() if each.record}
        self._made = made
        self._joined: dict[str, str] = {}
        self._give_way()

    @property
    def joins(self) -> bool:
        """Whether a hand-written page takes one across the briefs in, or stands in its place."""
        return bool(self._joined)

    def lists(self) -> tuple[str, tuple[Laid, ...]]:
        """The digest of what the pages and files across the briefs are made of, and these in order."""
        of = key_of(self._maker.base, *self._states.values())
        if of == self._before.of and not self._before.joins:
            return of, self._before.lists
        known = {laid.of: laid for laid in self._before.lists}
        laid: dict[str, Laid | None] = {}
        parts: dict[str, str] = {}

        def missing() -> Iterator[tuple[str, Output]]:
            for part, due in self._due():
                is_navs = due.path in self._plates.in_nav
                key = key_of(self._maker.base, "nav" if is_navs else "", due.path, due.state())
                laid[key] = known.get(key) or self._kept(key, part)
                if laid[key]:
                    continue
                output = due.make()
                if is_navs and isinstance(output, Page):
                    self._plates.put([output])
                    laid[key] = replace(self._print(key, output.path, output.revised), part=part)
                else:
                    parts[key] = part
                    yield key, output

        for key, piece in self._crew.spread(partial(print_pages, self._order), missing()):
            laid[key] = Laid(key, piece, parts[key], key)
        return of, tuple(each for each in (*laid.values(), *self._steady()) if each)

    def written(self, lists: Iterable[Laid]) -> dict[str, Laid]:
        """The hand-written pages by their sources. Of one that MkDocs warns of, it warns whenever it is built."""
        lists = tuple(lists)
        sources = {leaf.source for piece in self._pieces(lists).values() for leaf in piece.leaves}
        files: set[str] = set()

        def is_there(path: str) -> bool:
            if path.endswith(".md"):
                return path in sources
            if not files:
                files.update(kept.path for laid in lists for kept in self._files(laid.key))
            owner = self._made.get(path.split("/")[1]) if "/" in path else None
            return path in files or (
                owner is not None and any(k.path == path for k in self._files(owner.key))
            )

        self._plates.let_link(is_there)
        return {file.src_uri: self._written(file, is_there) for file in self._plates.handwritten}

    def point(self, written: Mapping[str, Laid], lists: Iterable[Laid]) -> None:
        """Tells of each link from a hand-written page to a place that isn't there, as MkDocs does."""
        asked = [(source, pointer) for source, laid in written.items() for pointer in laid.piece.pointers]
        if not asked:
            return
        pieces = self._pieces((*lists, *written.values()))
        owners = {leaf.source: (key, piece) for key, piece in pieces.items() for leaf in piece.leaves}
        level = self._plates.config.validation.links.anchors
        for source, pointer in asked:
            owner = owners.get(pointer.source)
            if owner and pointer.anchor.encode() not in self._ids(*owner, pointer):
                logging.getLogger("mkdocs.structure.pages").log(level, _dead(source, pointer))

    # --- Private ---

    def _give_way(self) -> None:
        """A hand-written file below `briefs/` makes room for a brief's at the same address, with a warning."""
        others = {path: file for path, file in self._plates.others.items() if path.startswith("briefs/")}
        if not others:
            return
        paths = {kept.path for each in self._made.values() if each.piece for kept in self._files(each.key)}
        for path in sorted(paths & others.keys()):
            log.warning(f"{others[path].src_uri} is left out: a page of the briefs has its address")
            self._plates.remove([others[path].src_uri])

    def _pieces(self, laid: Iterable[Laid]) -> dict[str, Piece]:
        """The pieces of the briefs and these, by their keys."""
        briefs = {made.key: made.piece for made in self._made.values() if made.piece}
        return briefs | {each.key: each.piece for each in laid}

    def _files(self, key: str) -> tuple[Kept, ...]:
        return self._maker.store.contents(key).files

    def _steady(self) -> list[Laid]:
        """The parts that no brief changes, where nothing else has changed either since they were made."""
        if self._before.base != self._maker.base or self._before.joins:
            return []
        return [laid for laid in self._before.lists if laid.part in STEADY]

    def _due(self) -> Iterator[tuple[str, Due]]:
        """What there is across the briefs by parts, but what has a hand-written page or file in its place."""
        others = self._plates.others
        done = {laid.part for laid in self._steady()}
        for name, part in due_across(self._records, self._maker.settings, self._states).items():
            for due in part() if name not in done else ():
                other = others.get(self._plates.dest(due.path))
                if other is None:
                    yield name, due
                elif due.path.endswith(".md"):
                    self._plates.put([due.make()])
                    self._joined[other.src_uri] = due.state()

    def _kept(self, key: str, part: str = "") -> Laid | None:
        piece = self._maker.store.find(key)
        return Laid(key, piece, part, key) if piece else None

    def _written(self, file: File, is_there: Callable[[str], bool]) -> Laid:
        joined = self._joined.get(file.src_uri, "")
        key = key_of(self._maker.base, file.src_uri, file.content_bytes, joined, *self._plates.others)
        before = self._before.written.get(file.src_uri)
        if before and before.of == key and all(is_there(path) == there for path, there in before.piece.asks):
            return before
        return self._print(key, file.src_uri, None)

    def _print(self, key: str, path: str, revised: str | None) -> Laid:
        """A page that MkDocs knows, printed. Where it warns, it is made anew the next time."""
        with heard() as said:
            printed = print_file(self._plates, self._plates.known(path), revised)
        own = key_of(key, msgspec.json.encode(printed.piece.asks), str(bool(said)))
        return Laid(own, self._maker.keep(own, printed), of="" if said else key)

    def _ids(self, key: str, piece: Piece, pointer: Pointer) -> frozenset[bytes]:
        """What may be pointed at in the page of a piece."""
        url = next(leaf.url for leaf in piece.leaves if leaf.source == pointer.source)
        names = (url, f"{url}index.html", "index.html" if url in (".", "./") else url)
        files = self._files(key)
        number = next((n for n, kept in enumerate(files) if kept.path in names), None)
        content = self._maker.store.content(key, number, files[number]) if number is not None else None
        return frozenset(_ID.findall(content or b""))


def _dead(source: str, pointer: Pointer) -> str:
    """In MkDocs' words (`Page.validate_anchor_links`)."""
    if source == pointer.source:
        problem = "there is no such anchor on this page."
        if pointer.anchor.startswith("fnref:"):
            problem += " This seems to be a footnote that is never referenced."
    else:
        problem = f"the doc '{pointer.source}' does not contain an anchor '#{pointer.anchor}'."
    return f"Doc file '{source}' contains a link '{pointer.written}', but {problem}"
