"""The pages of a site that are no brief's: those across the briefs, and the hand-written ones."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

import msgspec
from mkdocs.structure.files import File

from generator.model.page import Output, Page
from generator.model.piece import Piece, Pointer
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
        self._briefs = [each.piece for each in made.values() if each.piece]
        self._joined: dict[str, str] = {}
        self._give_way()

    @property
    def joins(self) -> bool:
        """Whether a hand-written page takes one across the briefs in, or stands in its place."""
        return bool(self._joined)

    def lists(self) -> tuple[str, tuple[Laid, ...]]:
        """The digest of what the pages and files across the briefs are made of, and these in order."""
        states = {record.slug: key_of(msgspec.json.encode(record)) for record in self._records}
        of = key_of(self._maker.base, *states.values())
        if of == self._before.of and not self._before.joins:
            return of, self._before.lists
        known = {laid.key: laid for laid in self._before.lists}
        laid: dict[str, Laid | None] = {}
        missing: dict[str, tuple[str, Output]] = {}
        for part, due in self._due(states):
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
                missing[key] = part, output
        tasks = [(key, output) for key, (_, output) in missing.items()]
        for key, piece in self._crew.spread(partial(print_pages, self._order), tasks):
            laid[key] = Laid(key, piece, missing[key][0])
        return of, tuple(each for each in (*laid.values(), *self._steady()) if each)

    def written(self, lists: Iterable[Laid]) -> dict[str, Laid]:
        """The hand-written pages by their sources. Of one that MkDocs warns of, it warns whenever it is built."""
        pieces = [*self._briefs, *(laid.piece for laid in lists)]
        pages = {leaf.source for piece in pieces for leaf in piece.leaves}
        there = sorted(pages.union(kept.path for piece in pieces for kept in piece.files))
        self._plates.let_link(there)
        links = key_of(*there, *self._plates.others)
        return {file.src_uri: self._written(file, links) for file in self._plates.handwritten}

    def point(self, written: Mapping[str, Laid], lists: Iterable[Laid], made: Iterable[Made]) -> None:
        """Tells of each link from a hand-written page to a place that isn't there, as MkDocs does."""
        asked = [(source, pointer) for source, laid in written.items() for pointer in laid.piece.pointers]
        if not asked:
            return
        pieces = [(m.key, m.piece) for m in made if m.piece] + [
            (e.key, e.piece) for e in (*lists, *written.values())
        ]
        owners = {leaf.source: (key, piece) for key, piece in pieces for leaf in piece.leaves}
        level = self._plates.config.validation.links.anchors
        for source, pointer in asked:
            owner = owners.get(pointer.source)
            if owner and pointer.anchor.encode() not in self._ids(*owner, pointer):
                logging.getLogger("mkdocs.structure.pages").log(level, _dead(source, pointer))

    # --- Private ---

    def _give_way(self) -> None:
        """A hand-written file below `briefs/` makes room for a brief's at the same address, with a warning."""
        paths = {kept.path for piece in self._briefs for kept in piece.files}
        for path in sorted(paths & self._plates.others.keys()):
            file = self._plates.others[path]
            log.warning(f"{file.src_uri} is left out: a page of the briefs has its address")
            self._plates.remove([file.src_uri])

    def _steady(self) -> list[Laid]:
        """The parts that no brief changes, where nothing else has changed either since they were made."""
        if self._before.base != self._maker.base or self._before.joins:
            return []
        return [laid for laid in self._before.lists if laid.part in STEADY]

    def _due(self, states: Mapping[str, str]) -> Iterator[tuple[str, Due]]:
        """What there is across the briefs by parts, but what has a hand-written page or file in its place."""
        others = self._plates.others
        done = {laid.part for laid in self._steady()}
        for name, part in due_across(self._records, self._maker.settings, states).items():
            for due in part() if name not in done else ():
                other = others.get(self._plates.dest(due.path))
                if other is None:
                    yield name, due
                elif due.path.endswith(".md"):
                    self._plates.put([due.make()])
                    self._joined[other.src_uri] = due.state()

    def _kept(self, key: str, part: str = "") -> Laid | None:
        piece = self._maker.store.load(key)
        return Laid(key, piece, part) if piece else None

    def _written(self, file: File, links: str) -> Laid:
        joined = self._joined.get(file.src_uri, "")
        key = key_of(self._maker.base, file.src_uri, file.content_bytes, links, joined)
        before = self._before.written.get(file.src_uri)
        if before and before.key == key:
            return before
        return self._kept(key) or self._print(key, file.src_uri, None)

    def _print(self, key: str, path: str, revised: str | None) -> Laid:
        """A page that MkDocs knows, printed. Where it warns, it is not found under its key the next time."""
        with heard() as said:
            printed = print_file(self._plates, self._plates.known(path), revised)
        key = key_of(key, "warned") if said else key
        return Laid(key, self._maker.keep(key, printed))

    def _ids(self, key: str, piece: Piece, pointer: Pointer) -> frozenset[bytes]:
        """What may be pointed at in the page of a piece."""
        url = next(leaf.url for leaf in piece.leaves if leaf.source == pointer.source)
        names = (url, f"{url}index.html", "index.html" if url in (".", "./") else url)
        number = next((n for n, kept in enumerate(piece.files) if kept.path in names), None)
        content = self._maker.store.content(key, number, piece.files[number]) if number is not None else None
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
