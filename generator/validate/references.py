"""What a brief refers to: its own articles and claims, and other briefs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import chain, islice

from generator.model.keys import ID_PATTERN
from generator.model.source import Location, Manuscript, Path, Problem, Severity, Tree
from generator.validate.nearness import Choices, did_you_mean
from generator.validate.written import entries, reports, text_at, texts, texts_in

MOST_PROBLEMS = 500


def check_references(
    tree: Tree, slug: str, sources: Collection[str], slugs: Collection[str]
) -> list[Problem]:
    """Every reference of brief.yml that leads nowhere, or twice to one place; the first of very many.

    It reads the tree as written, so that a fault elsewhere in an entry hides nothing.
    """
    choices = Choices(sources)
    found = chain(
        _slug(tree, slug),
        _sources(tree, sources, choices),
        _reports(tree, sources, choices),
        _claim_ids(tree),
        _corrections(tree),
        _briefs(tree, slug, slugs),
        _tags(tree),
    )
    return list(islice(found, MOST_PROBLEMS))


def check_old_sources(manuscripts: Mapping[str, Manuscript], sources: Collection[str]) -> Iterator[Problem]:
    """Every old id of an article that is an article's id, or another's old one: each address leads to one.
    The first of very many."""
    return islice(_old_sources(manuscripts, sources), MOST_PROBLEMS)


def used_sources(tree: Tree) -> set[str]:
    """The sources that a claim reports or a note is on."""
    reported = {source for _, claim in entries(tree, "claims") for source in reports(claim)}
    return reported | {text_at(note, "source") or "" for _, note in entries(tree, "notes")}


def unused(file: str, source: str) -> Problem:
    """The warning for an article that nothing in its brief refers to."""
    message = f"no claim or note of this brief uses {source}"
    return Problem(Location(file, 1, 1), "unused-article", message, None, Severity.WARNING)


# --- Private functions ---


def _old_sources(manuscripts: Mapping[str, Manuscript], sources: Collection[str]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for source, manuscript in manuscripts.items():
        for path, alias in texts(manuscript.front, ("aliases",)):
            owner = alias if alias in sources else owners.get(alias)
            if owner is not None:
                message = f"`{alias}` is an address of articles/{owner}.md already"
                yield Problem(manuscript.front.at(path), "duplicate-id", message, "Delete it.")
            owners.setdefault(alias, source)


def _slug(tree: Tree, slug: str) -> Iterator[Problem]:
    if not re.fullmatch(ID_PATTERN, slug):
        message = f"the folder's name `{slug[:60]}` can't be an address"
        remedy = "Rename the folder: lower-case letters, digits, `-` and `_`."
        yield Problem(Location(tree.file, 1, 1), "bad-slug", message, remedy)


def _sources(tree: Tree, known: Collection[str], choices: Choices) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, source in texts(tree, ("sources",)):
        if source not in known:
            yield _unknown_source(tree.at(path), source, known, choices)
        elif source in seen:
            yield Problem(
                tree.at(path), "duplicate-source", f"`{source}` stands here a second time", "Delete it."
            )
        seen.add(source)
    for index, note in entries(tree, "notes"):
        source = text_at(note, "source") or ""
        if source and source not in known:
            yield _unknown_source(tree.at(("notes", index, "source")), source, known, choices)


def _reports(tree: Tree, known: Collection[str], choices: Choices) -> Iterator[Problem]:
    for index, claim in entries(tree, "claims"):
        reported = reports(claim)
        for source in reported:
            if source not in known:
                yield _unknown_source(
                    tree.at_key(("claims", index, "reports", source)), source, known, choices
                )
        seen: set[str] = set()
        for path, source in texts_in(claim.get("unchecked"), ("claims", index, "unchecked")):
            if source not in known:
                yield _unknown_source(tree.at(path), source, known, choices)
            elif source in reported:
                message = f"`{source}` is listed as unchecked, and has a report of this claim"
                yield Problem(tree.at(path), "reported-and-unchecked", message, "Delete one of the two.")
            elif source in seen:
                yield Problem(
                    tree.at(path), "duplicate-source", f"`{source}` stands here a second time", "Delete it."
                )
            seen.add(source)


def _unknown_source(place: Location, source: str, known: Collection[str], choices: Choices) -> Problem:
    message = f"there is no article `{source}` in this brief"
    articles = f"Articles: {', '.join(sorted(known))}." if known else ""
    meant = choices.nearest(source)
    remedy = f"{did_you_mean(meant)} {articles}".strip() or None
    return Problem(place, "unknown-source", message, remedy, instead=meant)


def _claim_ids(tree: Tree) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, name in [*_ids(tree), *_aliases(tree)]:
        if name in first:
            message = f"`{name}` is a claim's id or alias already, in line {tree.at(first[name]).line}"
            yield Problem(tree.at(path), "duplicate-id", message, "Every claim has an address of its own.")
        first.setdefault(name, path)


def _ids(tree: Tree) -> Iterator[tuple[Path, str]]:
    for index, claim in entries(tree, "claims"):
        if id_ := text_at(claim, "id"):
            yield ("claims", index, "id"), id_


def _claims(tree: Tree) -> int:
    """How many claims are listed, readable or not; 1 where there is no list of them."""
    claims = tree.value.get("claims") if isinstance(tree.value, dict) else None
    return len(claims) if isinstance(claims, list) else 1


def _aliases(tree: Tree) -> Iterator[tuple[Path, str]]:
    for index, claim in entries(tree, "claims"):
        yield from texts_in(claim.get("aliases"), ("claims", index, "aliases"))


def _corrections(tree: Tree) -> Iterator[Problem]:
    if not any(entries(tree, "corrections")):
        return
    known = {name for _, name in [*_ids(tree), *_aliases(tree)]}
    choices = Choices(known)
    readable = [name for _, name in _ids(tree) if re.fullmatch(ID_PATTERN, name)]
    if len(readable) < _claims(tree):  # the claim that is meant may be the one whose id can't be read
        return
    for index, correction in entries(tree, "corrections"):
        claim = text_at(correction, "claim")
        if claim and claim not in known:
            message = f"there is no claim `{claim}` in this brief"
            place = tree.at(("corrections", index, "claim"))
            meant = choices.nearest(claim)
            yield Problem(place, "unknown-claim", message, did_you_mean(meant) or None, instead=meant)


def _briefs(tree: Tree, slug: str, slugs: Collection[str]) -> Iterator[Problem]:
    own = {slug, *(alias for _, alias in texts(tree, ("aliases",)))}
    choices = Choices(other for other in slugs if other not in own)
    for key in ("related", "supersedes"):
        for path, other in texts(tree, (key,)):
            if other in own:
                yield Problem(tree.at(path), "own-brief", f"`{other}` is this brief itself", "Delete it.")
            elif other not in slugs:
                meant = choices.nearest(other)
                message = f"there is no brief `{other}`"
                yield Problem(
                    tree.at(path), "unknown-brief", message, did_you_mean(meant) or None, instead=meant
                )


def _tags(tree: Tree) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, tag in texts(tree, ("tags",)):
        if tag in seen:
            message = f"the tag `{tag}` stands here a second time"
            yield Problem(tree.at(path), "duplicate-tag", message, "Delete it.", Severity.WARNING)
        seen.add(tag)
