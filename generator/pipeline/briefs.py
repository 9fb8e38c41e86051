"""The briefs of a build: made before of the same, or made now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby

from generator.load.folder import BriefFolder
from generator.model.findings import Neighbour
from generator.pipeline.crew import Crew
from generator.pipeline.listing import Listing
from generator.pipeline.make import Made, Maker, Order, Task, key_with, make
from generator.pipeline.state import State, sharing


class Briefs:
    """Each brief as it was made before, where nothing that it is made of has changed since, and the others anew.

    With `by_year` those of one year after those of the other, so that no more is held than one year's need.
    """

    def __init__(
        self, listing: Listing, maker: Maker, order: Order, crew: Crew, before: State, *, by_year: bool
    ) -> None:
        self._listing, self._maker, self._order, self._crew = listing, maker, order, crew
        self._by_year = by_year
        self._known: dict[object, object] = {}
        self.made = {
            slug: made
            for slug, made in before.made.items()
            if slug in listing.briefs
            and listing.briefs[slug].files == made.files
            and made.own == maker.own(made)
        }

    def complete(self, done: Callable[[int], None]) -> Mapping[str, Made]:
        """Every brief, by slug. What names no other is made at once, the rest when those are known."""
        missing = [slug for slug in self._listing.briefs if slug not in self.made]
        self._have(missing, lambda slug, files: Task(files, self._listing.briefs[slug].files), done)
        known = frozenset(self.made) | {alias for made in self.made.values() for alias in made.aliases}
        owners = self._owners()

        def with_neighbours(slug: str, files: BriefFolder) -> Task:
            made = self.made[slug]
            neighbours = {name: owners.get(name) for name in made.names}
            those = known if any(name not in known for name in made.names) else frozenset(made.names)
            return Task(files, made.files, neighbours, those)

        self._have([slug for slug, made in self.made.items() if _waits(made, owners)], with_neighbours, done)
        return {slug: self.made[slug] for slug in self._listing.briefs if slug in self.made}

    # --- Private ---

    def _have(
        self, slugs: Iterable[str], task: Callable[[str, BriefFolder], Task], done: Callable[[int], None]
    ) -> None:
        for own in self._lots(slugs):
            files = self._listing.read(own)
            tasks = [task(slug, files[slug]) for slug in own if slug in files]
            for made in self._crew.spread(partial(make, self._order), tasks):
                self.made[made.slug] = sharing(made, self._known)
                done(len(self.made))
            if self._by_year:
                self._crew.rest()

    def _lots(self, slugs: Iterable[str]) -> Iterator[list[str]]:
        """What is made at a time: so many briefs that their files don't fill the memory."""

        def year(slug: str) -> str:
            return self._listing.briefs[slug].year if self._by_year else ""

        for _, own in groupby(sorted(slugs, key=lambda slug: (year(slug), slug)), key=year):
            every = list(own)
            yield from (every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE))

    def _owners(self) -> dict[str, Neighbour]:
        """Every brief that has a page, by its slug and its old ones."""
        found: dict[str, Neighbour] = {}
        for slug in sorted(self.made):
            made = self.made[slug]
            if neighbour := made.neighbour:
                found |= dict.fromkeys((*made.aliases, slug), neighbour)
        return found


_AT_ONCE = 2000
"""Briefs whose files are held at the same time: about 50 MB."""


def _waits(made: Made, owners: Mapping[str, Neighbour]) -> bool:
    """Whether a brief is not made yet with the briefs that it names, as they are now."""
    neighbours = {name: owners.get(name) for name in made.names}
    return bool(made.names) and (made.waits or made.key != key_with(made.own, neighbours))
