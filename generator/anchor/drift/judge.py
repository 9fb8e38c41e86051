"""Whether a passage says the same as it did: its words, but for spelling and marks, or other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from generator.anchor.drift.change import Change
from generator.anchor.drift.figures import is_same_number
from generator.anchor.drift.marks import turned
from generator.anchor.drift.spelling import is_one_word
from generator.anchor.drift.units import Unit, units
from generator.model.numerals import primary
from generator.model.words import NEGATIVE_CHARACTERS, denies, weakens

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode

_TWICE = frozenset("the a an and och und et".split())
"""Words that nobody means twice."""

_LITTLE = frozenset(
    """
    the a an this that these those he she we you they his her its our your their of to in on at by for from with as
    and
    or but so if when while after before since until because although though however there here what which where why
    how is are was were be been has have had do does did more most some all both each every many much other another
    such than then also just only even still yet now today yesterday tomorrow
    det den de en ett och att i på av för med som är var har hade när om men
    der die das ein eine und in im am an auf von für mit als ist war hat haben wenn aber
    le la les un une des et en à au aux de du pour avec que qui est sont a ont dans sur
    """.split()
)
"""Words that stand with a capital where a sentence begins and mean nothing else by it."""

_BRANDS = frozenset(
    "github youtube linkedin whatsapp javascript tiktok paypal wikileaks openai chatgpt".split()
)
"""Names with a capital within that many leave out."""


def changes(was: str, now: str, language: str) -> list[Change]:
    """What became other words, then other marks, between two versions of a passage, both canonical.

    Whatever is not known to be harmless is material: harmless are marks that say nothing (`turned`), British and
    American spellings, slips of the pen that are known, the same number written otherwise (`is_same_number`), a
    little word that stood twice, a capital where a sentence begins (product.md, "Quotes: fail closed").
    """
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only a changed article needs it

    old, new = units(was, language), units(now, language)
    found: list[Change] = []
    pairs: list[tuple[int, int]] = []
    keys = [unit.key for unit in old], [unit.key for unit in new]
    for is_equal, a, b, c, d in stretches(LCSseq.opcodes(*keys)):
        if is_equal:
            made = list(_written(old[a:b], new[c:d], language))
        else:
            made = list(_replaced(old, new, (a, b), (c, d), language))
        if b - a == d - c and not any(change.is_material for change in made):
            pairs += zip(range(a, b), range(c, d), strict=True)
        found += made
    return [*found, *turned(old, new, pairs, language)]


def stretches(opcodes: Iterable[Opcode]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Whether they are equal, and the two ranges; all that is not equal between two that are as one."""
    for is_equal, group in groupby(opcodes, key=lambda op: op.tag == "equal"):
        each = list(group)
        yield is_equal, each[0].src_start, each[-1].src_end, each[0].dest_start, each[-1].dest_end


# --- Private ---


def _written(old: Sequence[Unit], new: Sequence[Unit], language: str) -> Iterator[Change]:
    """Words that part in capitals alone, numbers in the way in which they are written."""
    for one, other in zip(old, new, strict=True):
        if one.value is not None and other.value is not None:
            if not is_same_number(one, other):
                yield Change(one.text, other.text, "a number")
        elif one.text != other.text and not _is_same_name(one, other):
            yield Change(one.text, other.text, _kind([one], [other], language))


def _is_same_name(one: Unit, other: Unit) -> bool:
    """Whether capitals make no other word of it: "Github" and "GitHub" are one name, "the" is none."""
    a, b = one.text.replace(".", ""), other.text.replace(".", "")
    if a == b:
        return True
    if a[:1].isupper() and b[:1].isupper():
        return a.lower() in _BRANDS
    little = a.lower() in _LITTLE and all(word.islower() or word.istitle() for word in (a, b))
    return little and (one.opens or other.opens or a.lower() == "the")


def _replaced(
    old: Sequence[Unit], new: Sequence[Unit], ours: tuple[int, int], theirs: tuple[int, int], language: str
) -> Iterator[Change]:
    was, now = old[slice(*ours)], new[slice(*theirs)]
    if len(was) == len(now) and all(_is_respelt(a, b, language) for a, b in zip(was, now, strict=True)):
        yield from (Change(a.text, b.text, "") for a, b in zip(was, now, strict=True))
        return
    if _is_joined(was, now) or _is_doubled(old, ours, now) or _is_doubled(new, theirs, was):
        yield Change(_said(was), _said(now), "")
        return
    yield Change(_said(was), _said(now), _kind(was, now, language))


def _is_respelt(one: Unit, other: Unit, language: str) -> bool:
    """Whether they are spellings of one word. A word with a capital may be a name, also where a sentence begins."""
    is_little = one.is_word and other.is_word and one.text.islower() and other.text.islower()
    return is_little and one.text != other.text and is_one_word(one.text, other.text, language)


def _is_joined(was: Sequence[Unit], now: Sequence[Unit]) -> bool:
    """Whether they are ways of writing one compound, as two words, with a hyphen or as one: e-mail, web site."""
    one, other = ("+".join(unit.text for unit in found) for found in (was, now))
    if one.replace("+", "-") == other.replace("+", "-"):
        return one.replace("+", "-") in _HYPHENED
    solid, parted = sorted((one, other), key=len)
    is_solid = solid.isalpha() and solid == re.sub("[-+]", "", parted)
    return is_solid and (parted in _SOLID or parted in _PARTED)


_PARTED = frozenset(
    """
    web+site web+sites data+base data+bases week+end week+ends fire+fighter fire+fighters police+man smart+phone
    smart+phones law+makers policy+maker policy+makers peace+keepers air+strike air+strikes head+quarters wild+fire
    wild+fires health+care child+care pay+roll pay+rolls
    """.split()
)
"""Words that are written as two too, and mean the same."""

_SOLID = frozenset(
    """
    e-mail e-mails on-line off-line co-operate co-operation co-operated co-operating co-operative co-ordinate
    co-ordination co-ordinated co-ordinating co-ordinator world-wide life-time under-way well-being short-list
    home-page cease-fire wild-life day-time land-slide law-maker policy-making decision-making peace-keeping
    peace-keeper fire-fighting
    """.split()
) | {word.replace("+", "-") for word in _PARTED}
"""Words that are written with a hyphen too, and mean the same."""

_HYPHENED = frozenset(
    """
    long-term short-term medium-term full-time part-time first-time well-known far-right far-left right-wing left-wing
    state-owned state-run high-level low-level high-profile large-scale small-scale decision-making policy-making
    fact-finding law-enforcement human-rights civil-rights real-estate high-speed high-school middle-class
    working-class long-standing long-running long-range short-range cross-border door-to-door face-to-face day-to-day
    e-mail e-mails web-site web-sites climate-change health-care child-care air-strike air-strikes
    """.split()
)
"""Words that are written with a hyphen where others write two, and mean the same."""


def _is_doubled(units_: Sequence[Unit], at: tuple[int, int], other: Sequence[Unit]) -> bool:
    """Whether all that is there and not in the other is a little word that stands beside it once more."""
    start, end = at
    if other or end - start != 1 or units_[start].text not in _TWICE:
        return False
    beside = [units_[n].text for n in (start - 1, end) if 0 <= n < len(units_)]
    return units_[start].text in beside


def _said(found: Sequence[Unit]) -> str:
    return " ".join(unit.text for unit in found)


# --- Private: what kind of change it is ---


def _kind(was: Sequence[Unit], now: Sequence[Unit], language: str) -> str:
    if _values(was) != _values(now):
        return "a number"
    if _turns(was, language) != _turns(now, language) or _is_turned(was, now):
        return "a negation"
    if _weakening(was, language) != _weakening(now, language):
        return "a modal or a hedge"
    if any(unit.text[:1].isupper() and not unit.opens for unit in (*was, *now)):
        return "a name"
    if any(not unit.is_word and unit.value is None for unit in (*was, *now)):
        return "a sign"
    return "words"


def _values(found: Sequence[Unit]) -> list[str]:
    return sorted(unit.key for unit in found if unit.value is not None or any(map(str.isdigit, unit.text)))


def _turns(found: Sequence[Unit], language: str) -> int:
    """How much in it denies."""
    characters = NEGATIVE_CHARACTERS.get(primary(language), ())
    said = "".join(unit.text for unit in found)
    return sum(denies(unit.text, language) for unit in found) + sum(said.count(mark) for mark in characters)


def _weakening(found: Sequence[Unit], language: str) -> list[str]:
    return sorted(unit.key for unit in found if weakens(unit.text, language))


_TURNING = (
    "un",
    "in",
    "im",
    "il",
    "ir",
    "dis",
    "non",
    "non-",
    "anti",
    "anti-",
    "mis",
    "o",
    "icke-",
    "miss",
    "de",
)


def _is_turned(was: Sequence[Unit], now: Sequence[Unit]) -> bool:
    """Whether a word got, or lost, a part at its beginning that turns it: likely, unlikely."""
    if len(was) != 1 or len(now) != 1:
        return False
    short, long = sorted((was[0].key, now[0].key), key=len)
    return len(short) > 2 and long.endswith(short) and long[: len(long) - len(short)] in _TURNING
