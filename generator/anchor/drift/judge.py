"""Whether a passage says the same as it did: its words, but for spelling and marks, or other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.anchor.drift.spelling import is_one_word
from generator.anchor.drift.units import Unit, units
from generator.model.numerals import primary
from generator.model.words import NEGATIVE_CHARACTERS, denies, weakens

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcode

_TWICE = frozenset("the a an of to in and for on at is der die das und i och att de le la et".split())
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

_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stood and words that stand in their place; `kind` is what they are in words, empty where they say
    the same."""

    was: str
    now: str
    kind: str

    @property
    def is_material(self) -> bool:
        """Whether it may say something else now."""
        return bool(self.kind)


def changes(was: str, now: str, language: str) -> list[Change]:
    """What became other words between two versions of a passage, both canonical, in order.

    Whatever is not known to be harmless is material: harmless are marks, British and American spellings, slips of
    the pen in long words, the same number written otherwise, a little word that stood twice, a capital where a
    sentence begins (product.md, "Quotes: fail closed").
    """
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only a changed article needs it

    old, new = units(was, language), units(now, language)
    found: list[Change] = []
    keys = [unit.key for unit in old], [unit.key for unit in new]
    for is_equal, a, b, c, d in stretches(LCSseq.opcodes(*keys)):
        if is_equal:
            found += _in_capitals(old[a:b], new[c:d], language)
        else:
            found += _replaced(old, new, (a, b), (c, d), language)
    return found


def stretches(opcodes: Iterable[Opcode]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Whether they are equal, and the two ranges; all that is not equal between two that are as one."""
    for is_equal, group in groupby(opcodes, key=lambda op: op.tag == "equal"):
        each = list(group)
        yield is_equal, each[0].src_start, each[-1].src_end, each[0].dest_start, each[-1].dest_end


# --- Private ---


def _in_capitals(old: Sequence[Unit], new: Sequence[Unit], language: str) -> Iterator[Change]:
    """Words that part in capitals alone."""
    for one, other in zip(old, new, strict=True):
        if one.text != other.text and one.value is None and not _is_same_name(one, other):
            yield Change(one.text, other.text, _kind([one], [other], language))


def _is_same_name(one: Unit, other: Unit) -> bool:
    """Whether capitals make no other word of it: "Github" and "GitHub" are both names, "the" is none."""
    a, b = one.text.replace(".", ""), other.text.replace(".", "")
    if a == b:
        return True
    if a[:1].isupper() and b[:1].isupper():
        return len(a) >= _SHORTEST_NAME and _is_all_capitals(one.text) == _is_all_capitals(other.text)
    little = a.lower() in _LITTLE and all(word.islower() or word.istitle() for word in (a, b))
    return little and (one.opens or other.opens or a.lower() in ("the", "a", "an"))


def _is_all_capitals(word: str) -> bool:
    """Whether the first part of a word, up to an apostrophe, a hyphen or a stop, has capitals alone."""
    return re.split(r"\W", word)[0].isupper()


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
    a, b = one.text, other.text
    if (
        not (one.is_word and other.is_word) or a == b
    ):  # the same word, but with another mark beside it that counts
        return False
    if (
        one.opens
        and other.opens
        and a[:1].isupper()
        and b[:1].isupper()
        and a[1:].islower()
        and b[1:].islower()
    ):
        # A sentence begins with it in both: its capital is no name's, where both are spellings by rule.
        return is_one_word(a.lower(), b.lower(), language)
    return a.islower() and b.islower() and is_one_word(a, b, language)


def _is_joined(was: Sequence[Unit], now: Sequence[Unit]) -> bool:
    """Whether a word that is written as two, with a hyphen or without, is written as one: e-mail, web site."""
    whole = ["+".join(re.split("[-+]", "+".join(unit.text for unit in found))) for found in (was, now)]
    return whole[0].replace("+", "") == whole[1].replace("+", "") and any(word in _SOLID for word in whole)


_SOLID = frozenset(
    """
    e+mail e+mails web+site web+sites on+line off+line co+operate co+operation co+operated co+operating co+operative
    co+ordinate co+ordination co+ordinated co+ordinating co+ordinator news+paper world+wide data+base data+bases
    week+end week+ends land+slide day+time life+time under+way well+being health+care child+care wild+life wild+fire
    wild+fires fire+fighter fire+fighters fire+fighting police+man home+page short+list pay+roll pay+rolls smart+phone
    smart+phones law+maker law+makers policy+maker policy+makers policy+making decision+making cease+fire
    peace+keeping peace+keepers air+strike air+strikes head+quarters
    """.split()
)
"""Words that are written as two or with a hyphen too, and mean the same."""


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


def _turns(found: Sequence[Unit], language: str) -> tuple[int, int]:
    """How much in it denies, and how much of that is an answer by itself."""
    characters = NEGATIVE_CHARACTERS.get(primary(language), ())
    said = "".join(unit.text for unit in found)
    denying = sum(denies(unit.text, language) for unit in found) + sum(
        said.count(mark) for mark in characters
    )
    return denying, sum(unit.is_answer for unit in found)


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
