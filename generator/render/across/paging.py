"""A list of any length as pages of a bounded one, and the links that lead from one of them to the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.render.links import leaf_folder, root_of

Group = TypeVar("Group")
Item = TypeVar("Item")

CARDS = 25
"""Briefs with their strips on a page."""

CORRECTIONS = 50
"""Corrections on a page, each of four paragraphs."""

LINES = 100
"""Lines on a page that lead to a page each."""

TAGS = 200
"""Tags on a page, each a word with a number."""

CLAIMS = 200
"""Claims on a page, under the briefs that they are of."""

YEARS = 15
"""Years on a page, each with up to twelve months."""

_AROUND = 2


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Item]):
    """One page of the list at `folder`: its number, from 1, among `of` pages, and what stands on it."""

    folder: str
    number: int
    of: int
    items: tuple[Item, ...]

    @property
    def address(self) -> str:
        """Its folder below the top of the site."""
        return leaf_folder(self.folder, self.number)

    @property
    def root(self) -> str:
        """The way from it to the top of the site."""
        return root_of(self.address)


@dataclass(frozen=True, slots=True)
class Pager:
    """The links from one page of a list to others, never more than nine. `near` holds numbers with addresses, the
    page's own among them; `None` where there is no such page."""

    number: int
    of: int
    first: str | None
    previous: str | None
    next: str | None
    last: str | None
    near: tuple[tuple[int, str], ...]


def leaves(folder: str, items: Sequence[Item], size: int) -> Iterator[Leaf[Item]]:
    """The list's pages, `size` items on each but the last; one that is empty where there is nothing to list."""
    of = max(1, -(-len(items) // size))
    for number in range(1, of + 1):
        yield Leaf(folder, number, of, tuple(items[(number - 1) * size : number * size]))


def parted(
    folder: str, groups: Sequence[tuple[Group, Sequence[Item]]], size: int
) -> Iterator[Leaf[tuple[Group, Sequence[Item]]]]:
    """The same of items that stand in groups, `size` of the items on each page: a group goes on where a page ends."""
    of = max(1, -(-sum(len(items) for _, items in groups) // size))
    number, room = 1, size
    here: list[tuple[Group, Sequence[Item]]] = []
    for group, items in groups:
        start = 0
        while start < len(items):
            if not room:
                yield Leaf(folder, number, of, tuple(here))
                number, room, here = number + 1, size, []
            end = min(start + room, len(items))
            here.append((group, items[start:end] if end - start < len(items) else items))
            room -= end - start
            start = end
    yield Leaf(folder, number, of, tuple(here))


def pager(leaf: Leaf[Item]) -> Pager | None:
    """The links that stand on the page; none where it is the only one."""
    if leaf.of == 1:
        return None

    def to(number: int) -> str | None:
        return leaf.root + leaf_folder(leaf.folder, number) if 1 <= number <= leaf.of else None

    around = range(leaf.number - _AROUND, leaf.number + _AROUND + 1)
    return Pager(
        number=leaf.number,
        of=leaf.of,
        first=to(1) if leaf.number > 1 else None,
        previous=to(leaf.number - 1),
        next=to(leaf.number + 1),
        last=to(leaf.of) if leaf.number < leaf.of else None,
        near=tuple((number, address) for number in around if (address := to(number))),
    )
