"""How many of a kind an entry may have: far more than an editor writes, and few enough to be compared and drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import accumulate, islice
from typing import NamedTuple

from generator.model.source import Location, Manuscript, Path, Problem, Tree
from generator.validate.written import each, entries, reports, texts, value_at

MOST_REPORTS = 5000
"""Reports of all claims of a brief together."""

MOST_PARAGRAPHS = 20_000
"""Of an article: a book of a megabyte has five thousand."""

MOST_ADDRESSES = 10_000
"""Old addresses of a brief and its articles: each article had one below each slug, under each of its ids."""

_OF_ROOT = {
    "author": 100, "reviewed_by": 100, "based_on": 40, "tags": 100, "sources": 500, "aliases": 500, "related": 500,
    "supersedes": 500, "claims": 2000, "notes": 2000, "corrections": 1000,
}  # fmt: skip
_OF_CLAIM = {"aliases": 100, "unchecked": 500, "reports": 500, "reviewed_by": 100}
_OF_REPORT = {"quote": 100, "via": 40}
_LISTED = 500
"""Reports of one claim by one source."""

_TOGETHER = 40
_LINKS = 100
_MOST_PROBLEMS = 100


class _Crowd(NamedTuple):
    path: Path
    number: int
    most: int
    are_reports: bool = False
    """Whether the reports of all claims together are too many."""


def cut_to_most(tree: Tree) -> tuple[Tree, list[Problem]]:
    """The tree of a brief or an article with its lists and mappings cut to as many entries as they may have, and a
    problem for each (`too-many`). Nothing moves: what is left stands where it stood."""
    crowds = list(_crowds(tree))
    if not crowds:
        return tree, []
    value = deepcopy(tree.value)
    for crowd in sorted(crowds, key=lambda crowd: -len(crowd.path)):
        above, whole = value_at(value, crowd.path[:-1]), value_at(value, crowd.path)
        kept = islice(whole.items() if isinstance(whole, dict) else whole, crowd.most)  # type: ignore[call-overload]
        above[crowd.path[-1]] = dict(kept) if isinstance(whole, dict) else list(kept)  # type: ignore[index]
    told = [_too_many(tree, crowd) for crowd in crowds[:_MOST_PROBLEMS]]
    return Tree(tree.file, value, tree.values, tree.keys), told


def too_many_paragraphs(manuscript: Manuscript, text: str) -> list[Problem]:
    """The problem of an article whose canonical text has more blank lines than an article has paragraphs."""
    number = text.count("\n\n") + 1
    if number <= MOST_PARAGRAPHS:
        return []
    place = Location(manuscript.file, manuscript.body_line, 1)
    message = f"the article has {number:,} paragraphs; {MOST_PARAGRAPHS:,} is the most that is read"
    return [Problem(place, "too-many", message, "Give the article's own text alone.")]


def too_many_addresses(tree: Tree, manuscripts: Mapping[str, Manuscript]) -> list[Problem]:
    """The problem of a brief whose old slugs and whose articles' old ids come to more addresses than are kept."""
    slugs = sum(1 for _ in texts(tree, ("aliases",)))
    ids = sum(1 + sum(1 for _ in texts(one.front, ("aliases",))) for one in manuscripts.values())
    if not slugs or (1 + slugs) * ids <= MOST_ADDRESSES:
        return []
    message = (
        f"with the articles' old ids these come to {(1 + slugs) * ids:,} addresses; "
        f"{MOST_ADDRESSES:,} is the most that is kept"
    )
    remedy = "Delete those that nobody links to."
    return [Problem(tree.at_key(("aliases",)), "too-many", message, remedy)]


# --- Private functions ---


def _crowds(tree: Tree) -> Iterator[_Crowd]:
    root = tree.value if isinstance(tree.value, dict) else {}
    yield from _over(root, (), _OF_ROOT)
    reported = 0
    for index, claim in islice(entries(tree, "claims"), _OF_ROOT["claims"]):
        told = [min(len(each(of_source)), _LISTED) for of_source in reports(claim).values()]
        reported += sum(told[: _OF_CLAIM["reports"]])
        if reported > MOST_REPORTS and index:
            yield _Crowd(("claims",), len(root["claims"]), index, are_reports=True)
            return
        yield from _over(claim, ("claims", index), _OF_CLAIM)
        for source, written in reports(claim).items():
            yield from _in_reports(written, ("claims", index, "reports", source))
        if reported > MOST_REPORTS:
            most = sum(total <= MOST_REPORTS for total in accumulate(told))
            yield _Crowd(("claims", index, "reports"), len(told), most, are_reports=True)
    for index, note in islice(entries(tree, "notes"), _OF_ROOT["notes"]):
        yield from _over(note, ("notes", index), {"links": _LINKS})


def _in_reports(written: object, path: Path) -> Iterator[_Crowd]:
    if isinstance(written, list) and len(written) > _LISTED:
        yield _Crowd(path, len(written), _LISTED)
    for end, report in each(written)[:_LISTED]:
        if isinstance(report, dict):
            yield from _over(report, (*path, *end), _OF_REPORT)
            for step, link in each(report.get("via"))[: _OF_REPORT["via"]]:
                if isinstance(link, dict):
                    yield from _over(link, (*path, *end, "via", *step), {"together": _TOGETHER})


def _over(entry: dict[str, object], path: Path, most: dict[str, int]) -> Iterator[_Crowd]:
    for key in most.keys() & entry.keys():
        value = entry[key]
        if isinstance(value, list | dict) and len(value) > most[key]:
            yield _Crowd((*path, key), len(value), most[key])


def _too_many(tree: Tree, crowd: _Crowd) -> Problem:
    message = f"{crowd.number:,} entries stand here; {crowd.most:,} is the most that is read"
    if crowd.are_reports:
        message = (
            f"the claims have more than {MOST_REPORTS:,} reports together, which is the most that is read"
        )
    return Problem(tree.at_key(crowd.path), "too-many", message, "Split them over several briefs.")
