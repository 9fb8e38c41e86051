"""Who had it from whom: the parties that articles and reports name, against the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from generator.model.brief import UNKNOWN, Parties
from generator.model.source import Manuscript, Path, Problem, Tree
from generator.validate.nearness import Choices, did_you_mean, names_of
from generator.validate.written import each, entries, reports, texts, texts_in

MOST_PROBLEMS = 500


def check_chains(tree: Tree, manuscripts: Mapping[str, Manuscript], parties: Parties) -> list[Problem]:
    """Every party of the chains outlet, `based_on`, `via` that is not registered, not told by its id, or
    named twice. Nothing is unknown to an empty register: what is wrong with it was told already."""
    if not parties.by_id:
        return []
    register = _Register(parties)
    problems: list[Problem] = []
    bases: dict[str, list[str]] = {}
    for source, manuscript in manuscripts.items():
        links = list(_article_links(manuscript.front))
        problems += islice(register.check(manuscript.front, links, []), MOST_PROBLEMS - len(problems))
        bases[source] = [name for _, name in links]
    for index, claim in entries(tree, "claims"):
        for source, written in reports(claim).items():
            for end, report in each(written):
                if not isinstance(report, dict) or (via := report.get("via")) is None:
                    continue
                links = _links(via, ("claims", index, "reports", source, *end, "via"))
                if not register.knows(links, bases.get(source, [])):
                    found = register.check(tree, links, bases.get(source, []))
                    problems += islice(found, MOST_PROBLEMS - len(problems))
        if len(problems) >= MOST_PROBLEMS:
            break
    return problems


def is_id(link: str) -> bool:
    """A `via` entry without a space is an id (product.md, "Independent origins")."""
    return not any(character.isspace() for character in link.strip())


# --- Private functions ---


class _Register:
    """The parties, and the check of one chain against them."""

    def __init__(self, parties: Parties) -> None:
        self._ids = parties.by_id
        self._names = names_of(parties)
        self._choices = Choices(self._ids)

    def knows(self, links: list[tuple[Path, str]], before: list[str]) -> bool:
        """Whether every party is registered and named once, so that `check` finds nothing."""
        named = [*(link for _, link in links), *before]
        return len(set(named)) == len(named) and self._ids.keys() >= set(named)

    def check(self, tree: Tree, links: list[tuple[Path, str]], before: list[str]) -> Iterator[Problem]:
        """Problems of `links`, which follow the parties `before` in one chain."""
        seen = {name for name in before if name in self._ids}
        for path, link in links:
            if link in self._ids:
                if link in seen:
                    yield self._twice(tree, path, link)
                seen.add(link)
            elif path == ("outlet",) or is_id(link):
                if link != UNKNOWN or path == ("outlet",):
                    yield self._unregistered(tree, path, link)
            elif (meant := self._names.meant_by(link)) is not None:
                yield self._named(tree, path, link, meant)

    def _twice(self, tree: Tree, path: Path, link: str) -> Problem:
        message = f"`{link}` is named twice in one chain (outlet, `based_on`, `via`)"
        return Problem(tree.at(path), "party-twice", message, "Name it once, where it stands in the chain.")

    def _unregistered(self, tree: Tree, path: Path, link: str) -> Problem:
        meant = self._names.meant_by(link) or self._choices.nearest(link)
        remedy = "Register it in parties.yml" + (
            "." if path == ("outlet",) else ", or describe it in several words."
        )
        message = f"`{link[:60]}` is not registered in parties.yml"
        remedy = f"{did_you_mean(meant)} {remedy}".strip()
        return Problem(tree.at(path), "unknown-party", message, remedy, instead=meant)

    def _named(self, tree: Tree, path: Path, link: str, meant: str) -> Problem:
        message = f"“{link[:60]}” is, or nearly is, a name of the registered party `{meant}`"
        remedy = f"Write its id, `{meant}`; or describe another party in words that can't be taken for it."
        return Problem(tree.at(path), "party-by-name", message, remedy, instead=meant)


def _article_links(front: Tree) -> Iterator[tuple[Path, str]]:
    for key in ("outlet", "based_on"):
        yield from texts(front, (key,))


def _links(value: object, path: Path) -> list[tuple[Path, str]]:
    """Every text of the chain at `path`, in order, those side by side too."""
    if isinstance(value, dict):
        return list(texts_in(value.get("together"), (*path, "together")))
    links: list[tuple[Path, str]] = []
    for end, link in each(value):
        if isinstance(link, dict):
            links += texts_in(link.get("together"), (*path, *end, "together"))
        elif isinstance(link, str) and link.strip():
            links.append(((*path, *end), link))
    return links
