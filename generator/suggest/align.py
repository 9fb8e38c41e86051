"""Puts statements and figures of different sources together that say something of the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from generator.suggest.figure_likeness import figures_alike, same_noun
from generator.suggest.likeness import Likeness
from generator.suggest.values import Counted, Draftable, Statement

ALIKE = 0.17
"""From which likeness on two statements may be of the same."""

ALIKE_IN_MEANING = 0.15
"""The same where a model has judged too: what shares no word has some likeness then."""

ALIKE_FIGURES = 0.24

MOST = 400
"""Statements of one source that are compared with others: more would take long, and no report has as many."""

_COUNTED = 0.93
"""What the likeness of a statement counts whose figure stands in a draft already."""

_OF_ALL = 0.6
_SECOND = 1.8
_MOST_OF_ONE = 2
"""Reports of one source in a group, at most."""

_T = TypeVar("_T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Figured:
    """A figure and the statement that it stands in."""

    statement: Statement
    counted: Counted

    @property
    def source(self) -> str:
        """The source that gives it."""
        return self.statement.source


def aligned_statements(
    statements: Sequence[Statement], likeness: Likeness, counted: Sequence[Collection[int]] = ()
) -> list[tuple[Statement, ...]]:
    """Groups of statements from two or more sources, the likest first; a statement is in one group at most.

    `counted` holds groups of statements (their `id`) that figures bring together already.
    """

    counted_in = {
        id_: {n for n, group in enumerate(counted) if id_ in group} for group in counted for id_ in group
    }

    def alike(left: Statement, right: Statement) -> float:
        if counted_in.get(id(left), set()) & counted_in.get(id(right), set()):
            return 0.0
        is_counted = id(left) in counted_in or id(right) in counted_in
        return likeness.between(left, right) * (_COUNTED if is_counted else 1.0)

    def may_stand_beside(one: Statement, other: Statement) -> bool:
        return one.sentence != other.sentence

    least = ALIKE if likeness.embed is None else ALIKE_IN_MEANING
    return list(_Groups(statements, lambda s: s.source, alike, least, may_stand_beside).made())


def aligned_figures(
    figures: Sequence[Figured], likeness: Likeness, articles: Mapping[str, Draftable]
) -> list[tuple[Figured, ...]]:
    """Groups of figures from two or more sources that count or measure the same kind of thing, the likest first."""

    known: dict[tuple[int, int], float] = {}
    """By the `id` of two statements; of one that is full of figures each is asked for again and again."""

    def alike(left: Figured, right: Figured) -> float:
        pair = id(left.statement), id(right.statement)
        if (near := known.get(pair)) is None:
            near = known[pair] = likeness.between(left.statement, right.statement)
        return figures_alike(left.counted, right.counted, near, articles[left.source], articles[right.source])

    return list(_Groups(figures, lambda f: f.source, alike, ALIKE_FIGURES, _same_thing).made())


# --- Private functions ---


class _Groups(Generic[_T]):
    """Joins the likest pairs first; a group has one item of each source, or a second that is as like as the first."""

    def __init__(
        self,
        items: Sequence[_T],
        source: Callable[[_T], str],
        alike: Callable[[_T, _T], float],
        least: float,
        may_stand_beside: Callable[[_T, _T], bool],
    ) -> None:
        self._source = source
        self._may_stand_beside = may_stand_beside
        by_source: dict[str, list[_T]] = {}
        for item in items:
            listed = by_source.setdefault(source(item), [])
            if len(listed) < MOST:
                listed.append(item)
        self._pairs = sorted(_pairs(list(by_source.values()), alike, least), key=lambda pair: -pair[0])
        self._alike = alike
        self._least = least

    def made(self) -> Iterator[tuple[_T, ...]]:
        group_of: dict[_T, list[_T]] = {}
        groups: list[list[_T]] = []
        for score, left, right in self._pairs:
            mine, theirs = group_of.get(left), group_of.get(right)
            if mine is None and theirs is None:
                group_of[left] = group_of[right] = group = [left, right]
                groups.append(group)
            elif mine is None and theirs is not None and self._may_join(left, theirs, score):
                theirs.append(left)
                group_of[left] = theirs
            elif theirs is None and mine is not None and self._may_join(right, mine, score):
                mine.append(right)
                group_of[right] = mine
        yield from (tuple(group) for group in groups)

    def _may_join(self, item: _T, group: list[_T], score: float) -> bool:
        """A new source joins where it is like the others too, not only the one it is likest; of a source that is in
        already, only what may stand beside what is there, and is as like as would make a pair of its own."""
        own = [other for other in group if self._source(other) == self._source(item)]
        others = [self._alike(item, other) for other in group if other not in own]
        if not own:
            return sum(others) / len(others) >= _OF_ALL * self._least
        is_like = score >= _SECOND * self._least
        return is_like and len(own) < _MOST_OF_ONE and all(self._may_stand_beside(item, o) for o in own)


def _pairs(
    sources: Sequence[Sequence[_T]], alike: Callable[[_T, _T], float], least: float
) -> Iterator[tuple[float, _T, _T]]:
    for left, right in combinations(sources, 2):
        for a in left:
            for b in right:
                score = alike(a, b)
                if score >= least:
                    yield score, a, b


def _same_thing(left: Figured, right: Figured) -> bool:
    """Whether two figures of one source count the same thing: their noun is one, and in different sentences."""
    return (
        left.counted.noun != ""
        and left.statement.sentence != right.statement.sentence
        and same_noun(left.counted.noun, right.counted.noun)
    )
