"""Outputs become files of the site: a page in its template, any other file as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import msgspec
from mkdocs.structure.files import File

from generator import theme
from generator.model.entry import Entry
from generator.model.page import Asset, Output, Page
from generator.model.piece import Contents, Leaf, Piece, Pointer
from generator.publish.find import lot_of
from generator.publish.finished import Finished
from generator.publish.inspect import Looked, Looking, look
from generator.publish.plates import Plates
from generator.publish.store import digest_of, kept_of
from generator.render import anchors_in, fill, front_matter, skeleton


@dataclass(frozen=True, slots=True)
class Printed:
    """A piece with the bytes of its files, in their order, and what the search is to know of it."""

    piece: Piece
    contents: Contents
    files: tuple[bytes, ...]
    side: bytes = b""


def print_outputs(plates: Plates, outputs: Iterable[Output], entries: Sequence[Entry] = ()) -> Printed:
    """The files of these pages and assets, in the order of their paths, but what the configuration leaves out.

    None of the pages is in the nav. `entries` are what the search finds of a brief; of other pages it finds what they
    say. What a template raises is raised.
    """
    files: dict[str, bytes] = {}
    sources: dict[str, str] = {}
    leaves = []
    plates.noted()
    ordered = sorted(outputs, key=lambda each: each.path)
    published = plates.published(output.path for output in ordered)
    for output in ordered:
        if output.path not in published:
            continue
        if isinstance(output, Asset):
            files[output.path] = output.content
            continue
        file, content = plates.finish(_finished(output))
        files[file.dest_uri] = content
        sources[file.dest_uri] = output.edit or ""
        leaves.append(Leaf(output.path, file.url, output.revised))
    looked = look(files, looking(plates, sources), ours=True)
    return _printed(plates, files, leaves, looked, entries=entries)


def print_file(plates: Plates, file: File, revised: str | None = None) -> Printed:
    """One page that MkDocs knows: a hand-written one, or one of the nav's."""
    plates.noted()
    content = plates.page(file)
    leaf = Leaf(file.src_uri, file.url, revised)
    files = {file.dest_uri: content}
    looked = look(files, looking(plates, {file.dest_uri: source_of(file, plates.root)}), ours=False)
    return _printed(plates, files, [leaf], looked, pointers=plates.pointers(file))


def looking(plates: Plates, sources: Mapping[str, str]) -> Looking:
    """What files are looked at by; `sources` are those of some of them, of which the first counts for all others."""
    first = next((source for source in sources.values() if source), "")
    return Looking(
        site_url=plates.settings.site_url,
        page_limit=plates.budgets.page,
        source_of=lambda path: sources.get(path) or first,
        is_certain=plates.is_certain,
    )


def source_of(file: File, root: Path) -> str:
    """The file of the input that a page is made from, below the site's root; nothing where there is none."""
    path = Path(file.abs_src_path) if file.src_dir and file.abs_src_path else None
    return path.relative_to(root).as_posix() if path and path.is_relative_to(root) else ""


def seen_in(contents: Contents) -> theme.Seen:
    """What the style sheets and the headers are needed for by the pages of a piece."""
    told = contents.words, contents.tables, contents.asked, contents.scripts
    tops = frozenset(theme.top_of(kept.path) for kept in contents.files if kept.path.endswith(".html"))
    words, tables, asked, scripts = (frozenset(said.split()) for said in told)
    return theme.Seen(words, tables, asked, scripts, tops)


# --- Private functions ---


def _printed(
    plates: Plates,
    files: dict[str, bytes],
    leaves: list[Leaf],
    looked: Looked,
    *,
    pointers: tuple[Pointer, ...] = (),
    entries: Sequence[Entry] = (),
) -> Printed:
    found = (*entries, *plates.entries(leaf.source for leaf in leaves))
    seen: theme.Seen = plates.noted()
    side = _side(plates, leaves, found)
    lot = replace(lot_of(found), digest=digest_of(side)) if found else None
    contents = Contents(
        files=kept_of(files),
        words=" ".join(sorted(seen.words)),
        tables=" ".join(sorted(seen.tables)),
        asked=" ".join(sorted(seen.asked)),
        scripts=" ".join(sorted(seen.scripts)),
        links="\n".join(looked.links),
        faults=looked.faults,
    )
    piece = Piece(leaves=tuple(leaves), pointers=pointers, lot=lot, asks=plates.asks())
    return Printed(piece, contents, tuple(files.values()), side)


def _side(plates: Plates, leaves: Iterable[Leaf], entries: Sequence[Entry]) -> bytes:
    """The entries of our own search, or what Material's found on the pages, by their sources."""
    if not plates.search.is_there:
        return msgspec.json.encode(entries)
    found = {leaf.source: plates.search.found(leaf.source).decode("utf-8") for leaf in leaves}
    return msgspec.json.encode(found)


def _finished(page: Page) -> Finished:
    return Finished(
        path=page.path,
        skeleton=skeleton(page),
        meta=front_matter(page),
        fill=partial(fill, page),
        anchors=partial(anchors_in, page),
        edit=page.edit,
        revised=page.revised,
    )
