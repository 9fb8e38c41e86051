"""A site that MkDocs builds by itself, looked at when all of it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from generator.model.piece import Fault
from generator.model.source import Problem, in_order
from generator.pipeline.press import source_of
from generator.publish.inspect import (
    Between,
    Looking,
    dead,
    has_id,
    ids_of,
    is_looked_at,
    look,
    over_budget,
    problem_of,
)
from generator.publish.plates import certain

_MADE = "search/"
"""What is below it is made by Pagefind, but for the page."""


def inspect(
    config: MkDocsConfig, files: Mapping[str, File], ours: Mapping[str, str | None], root: Path
) -> list[Problem]:
    """What is wrong with the site as it is written, in order.

    `files` are all that MkDocs was given, by their paths below the site's folder. `ours` are those of them that we
    made, with the file below the site's root that each is made from, if there is one.
    """
    site, options = Path(config.site_dir), config.plugins["briefs"].config
    theirs = certain(files.values(), config)
    by = Looking(
        site_url=config.site_url or "",
        page_limit=options.budgets.page,
        source_of=partial(_source, files, ours, root),
        is_certain=theirs.__contains__,
    )
    between, faults, size = Between(), list[Fault](), 0
    for path, file in _all(site):
        size += file.stat().st_size
        is_taken = path not in theirs and is_looked_at(path) and (path in files or not path.startswith(_MADE))
        looked = look({path: file.read_bytes()}, by, ours=path in ours) if is_taken else None
        between.take(path, "\n".join(looked.links) if looked else "", [path], is_new=True)
        faults += looked.faults if looked else ()
    faults += _dead(between, site, by)
    return in_order([problem_of(fault) for fault in (*faults, *over_budget(size, options.budgets))])


# --- Private ---


def _all(site: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and not path.startswith("."):
            yield path, file


def _dead(between: Between, site: Path, by: Looking) -> Iterator[Fault]:
    def places_of(path: str) -> Collection[str]:
        return ids_of((site / path).read_bytes())

    for owner, link in between.dead(places_of):
        path, _, place = link.partition("#")
        if place and (site / path).is_file() and has_id((site / path).read_bytes(), place):
            continue
        yield dead(owner, link, by.source_of(owner))


def _source(files: Mapping[str, File], ours: Mapping[str, str | None], root: Path, path: str) -> str:
    """The file of the input that a file of the site is made from; nothing where that isn't known."""
    if path in ours:
        return ours[path] or ""
    return source_of(files[path], root) if path in files else ""
