"""Whether two figures count or measure the same kind of thing."""

from __future__ import annotations

from generator.model.figure import Figure
from generator.model.units import find_unit
from generator.suggest.kin import kin
from generator.suggest.stems import stem
from generator.suggest.values import Counted, Draftable

_FAR = 0.2
"""The share of one amount in another below which they have no more in common than two open intervals have."""

_HUMAN = frozenset(
    "soldiers men women children civilians fighters officers police personnel workers employees residents citizens "
    "migrants refugees prisoners hostages protesters voters members delegates students pupils "
    "teachers doctors nurses "
    "patients passengers tourists customers users subscribers families victims deaths injured "
    "missing casualties".split()
)
"""Units of ours that are people."""

_PEOPLE = frozenset("people persons person others residents victims personer människor".split())


def figures_alike(
    left: Counted, right: Counted, near: float, at_left: Draftable, at_right: Draftable
) -> float:
    """How likely two figures of two sources are of the same kind, from 0 to about 1.

    `near` is how alike their statements are. Figures in units that don't convert are never alike, and a bare number
    is no length, share or money.
    """
    a, b = left.figure, right.figure
    if _dimension(a) != _dimension(b):
        return 0.0
    score = 0.62 * near
    ratio = _ratio(a, b)
    score += 0.2 if ratio > _FAR and _agree(a, b) else 0.1 * ratio
    if a.measured is None:
        score += _same_noun(left.noun, right.noun, at_left.language, at_right.language)
    elif a.measured.kind == "money" or a.measured.kind == "measure":
        score += 0.06
    return score


def same_noun(left: str, right: str) -> bool:
    """Whether two words are of one thing that our list of units knows: soldiers and troops; but of
    people anyone may be."""
    one, other = find_unit(left), find_unit(right)
    return one is not None and one == other and one.kind == "count" and left.casefold() not in _PEOPLE


def _dimension(figure: Figure) -> str:
    unit = figure.measured
    return "" if unit is None or unit.kind == "count" else unit.dimension


def _agree(a: Figure, b: Figure) -> bool:
    return a.common(b) is not None


def _ratio(a: Figure, b: Figure) -> float:
    """The smaller of two amounts as a share of the larger, where both have a number of one sign."""
    x, y = abs(a.stated[-1]), abs(b.in_unit_of(a).upper or b.stated[-1])
    return float(min(x, y) / max(x, y)) if x and y else 0.0


def _same_noun(left: str, right: str, at_left: str, at_right: str) -> float:
    if not left or not right:
        return 0.02
    a, b = left.casefold(), right.casefold()
    if stem(a, at_left) == stem(b, at_right):
        return 0.15 if a in _PEOPLE else 0.25
    one, other = find_unit(a, at_left), find_unit(b, at_right)
    if one is not None and one == other:
        return 0.22
    if set(kin(stem(a, at_left), at_left)) & set(kin(stem(b, at_right), at_right)):
        return 0.15
    if a in _PEOPLE or b in _PEOPLE:
        units = [unit for unit in (one, other) if unit is not None and unit.name != "people"]
        return 0.06 if all(unit.name in _HUMAN for unit in units) else -0.1
    return -0.03
