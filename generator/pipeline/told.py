"""The briefs of a build as they would be released."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.model.address import BRIEF_JSON
from generator.model.source import Problem, Tree
from generator.pipeline.line import addresses
from generator.pipeline.listing import Listing
from generator.pipeline.make import Made
from generator.pipeline.reading import tree_of
from generator.pipeline.since import Now
from generator.publish.store import SpoiledError, Store
from generator.validate.review import unreviewed_problems


@dataclass(frozen=True, slots=True)
class Told:
    """Each brief that has a page, or would have one without its errors; drafts are none."""

    store: Store
    listing: Listing
    made: Mapping[str, Made]

    def __iter__(self) -> Iterator[Now]:
        for slug, each in self.made.items():
            if each.record or not each.key:
                content, tree = partial(self._export, each), partial(self._tree, slug)
                yield Now(slug, each.aliases, each.told, content, tree)

    def alias_problems(self) -> list[Problem]:
        """One address cannot lead to two briefs. Where none does, no file is read again for that."""
        names = [name for slug, each in self.made.items() for name in (slug, *each.aliases)]
        if len(names) == len(set(names)):
            return []
        briefs = self.listing.read(self.listing.briefs)
        return addresses({slug: tree_of(brief)[0] for slug, brief in briefs.items()})[1]

    def unreviewed(self) -> Iterator[Problem]:
        """Each published claim that nobody has reviewed, at its line."""
        for slug, each in self.made.items():
            if each.record and each.record.unreviewed and (tree := self._tree(slug)):
                yield from unreviewed_problems(tree)

    # --- Private ---

    def _export(self, made: Made) -> bytes:
        """The `brief.json` of a brief as it was made. Raises `SpoiledError` where it isn't as it was kept."""
        for number, kept in enumerate(self.store.contents(made.key).files):
            if kept.digest == made.told and kept.path.endswith(f"/{BRIEF_JSON}"):
                content = self.store.content(made.key, number, kept)
                if content is not None:
                    return content
        raise SpoiledError(made.key)

    def _tree(self, slug: str) -> Tree | None:
        brief = self.listing.read([slug]).get(slug)
        return tree_of(brief)[0] if brief else None
