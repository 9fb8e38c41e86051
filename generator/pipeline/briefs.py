"""The briefs of a build: made before of the same, or made now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from generator.load.folder import Folder
from generator.model.findings import Neighbour
from generator.pipeline import keys
from generator.pipeline.crew import Crew
from generator.pipeline.make import Made, Maker, Order, Task, key_with, make
from generator.pipeline.state import State


class Briefs:
    """Each brief as it was made before, where nothing that it is made of has changed since, and the others anew."""

    def __init__(self, folder: Folder, maker: Maker, order: Order, crew: Crew, before: State) -> None:
        self._folder, self._maker, self._order, self._crew = folder, maker, order, crew
        self._files = {slug: keys.of_files(brief) for slug, brief in folder.briefs.items()}
        self.made = {
            slug: made
            for slug, made in before.made.items()
            if self._files.get(slug) == made.files and made.own == maker.own(made)
        }

    def complete(self, done: Callable[[int], None]) -> Mapping[str, Made]:
        """Every brief, by slug. What names no other is made at once, the rest when those are known."""
        missing = [slug for slug in self._folder.briefs if slug not in self.made]
        self._have({slug: Task(self._folder.briefs[slug], self._files[slug]) for slug in missing}, done)
        known = frozenset(self.made) | {alias for made in self.made.values() for alias in made.aliases}
        owners = self._owners()
        waiting = {}
        for slug, made in self.made.items():
            if not made.names:
                continue
            neighbours = {name: owners.get(name) for name in made.names}
            if made.waits or made.key != key_with(made.own, neighbours):
                those = known if any(name not in known for name in made.names) else frozenset(made.names)
                waiting[slug] = Task(self._folder.briefs[slug], self._files[slug], neighbours, those)
        self._have(waiting, done)
        return {slug: self.made[slug] for slug in self._folder.briefs}

    # --- Private ---

    def _have(self, tasks: Mapping[str, Task], done: Callable[[int], None]) -> None:
        for made in self._crew.spread(partial(make, self._order), list(tasks.values())):
            self.made[made.slug] = made
            done(len(self.made))

    def _owners(self) -> dict[str, Neighbour]:
        """Every brief that has a page, by its slug and its old ones."""
        found: dict[str, Neighbour] = {}
        for slug in self._folder.briefs:
            made = self.made[slug]
            if neighbour := made.neighbour:
                found |= dict.fromkeys((*made.aliases, slug), neighbour)
        return found
