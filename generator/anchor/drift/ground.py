"""A text in which passages of an older version of it are sought: its words, and where each of them stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from math import log

from generator.anchor.nearest import WORD
from generator.model.source import Span
from generator.model.text import Canonical

_COMMON = 200
"""A word that stands oftener than this tells nothing of a place, unless no other does."""

_VOTES = 1200
"""Places of words that are looked at for one passage: the rarest words first."""

_TRIED = 4
"""Places at which a passage is aligned."""


MOST_COMPARED = 45_000
"""Code points of quotes that are compared with what stands there now: 300 quotes of 150."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a folded text without case, and their ranges in it, half-open."""

    said: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """From the word `first` up to the word before `last`."""
        return Span(self.starts[first], self.ends[last - 1])


def words_of(folded: str) -> Words:
    """The words of a folded text."""
    found = list(WORD.finditer(folded))
    return Words(
        tuple([match[0].casefold() for match in found]),
        tuple([match.start() for match in found]),
        tuple([match.end() for match in found]),
    )


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage as it is aligned: from the word `first` up to `last`, and what it shares with what was sought.

    `matched` and `sought` weigh words, a rare one more; `head` and `tail` are how many words of what was sought
    stand before the first, and after the last, that is shared.
    """

    first: int
    last: int
    matched: float
    sought: float
    weight: float
    head: int
    tail: int

    @property
    def likeness(self) -> float:
        """How much of both is shared, 0 to 1."""
        return 2 * self.matched / (self.sought + self.weight)


class Patience:
    """How much of what no longer stands where it stood is compared yet, over all quotes of a brief."""

    def __init__(self, left: int = MOST_COMPARED) -> None:
        self._left = left

    @property
    def is_spent(self) -> bool:
        """Whether there was more than is compared."""
        return self._left < 0

    def spend(self, code_points: int) -> bool:
        """Whether so much is compared too."""
        self._left -= code_points
        return not self.is_spent


class Ground:
    """One version of a text. What is learnt of it serves every passage that is sought in it."""

    def __init__(self, text: Canonical, patience: Patience | None = None) -> None:
        self.text = text
        self.patience = patience or Patience()
        self.words = words_of(text.folded.text)
        self._kept: dict[str, float] = {}

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words.said):
            places[word].append(number)
        return places

    def weight(self, word: str) -> float:
        """What a word tells of a place: 1 where it stands once or not at all, less the oftener it stands."""
        if word not in self._kept:
            self._kept[word] = 1 / (1 + log(max(1, len(self._places.get(word, ())))))
        return self._kept[word]

    def weigh(self, said: Iterable[str]) -> float:
        """The weight of several words."""
        return sum(map(self.weight, said))

    def stretches(
        self, sought: Sequence[str], before: Sequence[str], after: Sequence[str], near: float
    ) -> Iterator[Stretch]:
        """The passages that may be what `sought` became, with the words that stood around it; the likeliest first.

        `near` is where it stood, as a share of the text: it decides among places that are as likely.
        """
        whole = [*before, *sought, *after]
        step = max(6, len(whole) // 3)
        votes = self._votes(whole, step)
        here = near * len(self.words.said) - len(before)
        best = nsmallest(_TRIED, votes, key=lambda at: (-votes[at], abs(at * step - here)))
        slack = 12 + len(sought) // 2
        weight = self.weigh(sought)
        for at in best:
            first = max(0, at * step + len(before) - slack)
            last = (at + 2) * step + len(before) + len(sought) + slack
            for found in (
                self._aligned(sought, weight, first, last),
                self._between(before, sought, after, weight, first, last),
            ):
                if found is not None:
                    yield found

    # --- Private ---

    def _votes(self, whole: Sequence[str], step: int) -> dict[int, float]:
        """How much speaks for the text beginning at each multiple of `step` words."""
        votes: dict[int, float] = defaultdict(float)
        known = [
            (len(self._places[word]), number) for number, word in enumerate(whole) if word in self._places
        ]
        left = _VOTES
        for often, number in sorted(known):
            if left <= 0 or (often > _COMMON and votes):
                break
            word = whole[number]
            weight = self.weight(word)
            for place in self._places[word][:left]:
                at = (place - number) // step
                votes[at] += weight
                votes[at - 1] += weight
            left -= often
        return votes

    def _aligned(self, sought: Sequence[str], weight: float, first: int, last: int) -> Stretch | None:
        """The stretch of the words from `first` up to `last` that shares most with `sought` for its length."""
        from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only a changed article needs it

        there = self.words.said[first:last]
        blocks = [
            (op.src_start, op.src_end, op.dest_start)
            for op in LCSseq.opcodes(sought, there)
            if op.tag == "equal"
        ]
        best = self._densest(sought, there, blocks)
        if best is None:
            return None
        start, end = blocks[best[0]], blocks[best[1]]
        low, high = start[2], end[2] + end[1] - end[0]
        return Stretch(
            first + low, first + high, best[2], weight, self.weigh(there[low:high]),
            start[0], len(sought) - end[1],
        )  # fmt: skip

    def _between(
        self,
        before: Sequence[str],
        sought: Sequence[str],
        after: Sequence[str],
        weight: float,
        first: int,
        last: int,
    ) -> Stretch | None:
        """What stands between the words that stood before `sought` and those that stood after it, where they still
        do: whatever has become of it, and although its own words may stand nearby."""
        from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - only a changed article needs it

        low, high = max(0, first - len(before)), last + len(after)
        pairs = [
            (op.src_start + n, low + op.dest_start + n)
            for op in LCSseq.opcodes([*before, *sought, *after], self.words.said[low:high])
            if op.tag == "equal"
            for n in range(op.src_end - op.src_start)
        ]
        start, end = len(before), len(before) + len(sought)
        left = max((there for here, there in pairs if here < start), default=None)
        right = min((there for here, there in pairs if here >= end), default=None)
        if left is None or right is None or not 0 < right - left - 1 <= 2 * len(sought) + 8:
            return None
        own = self.weigh(self.words.said[there] for here, there in pairs if start <= here < end)
        there = self.words.said[left + 1 : right]
        return Stretch(left + 1, right, own, weight, self.weigh(there), 0, 0)

    def _densest(
        self, sought: Sequence[str], there: Sequence[str], blocks: Sequence[tuple[int, int, int]]
    ) -> tuple[int, int, float] | None:
        """The run of blocks (first, last, what they weigh) worth most: what is shared, less what lies between."""
        best: tuple[float, int, int, float] | None = None
        worth, start, shared = 0.0, 0, 0.0
        for number, (low, high, at) in enumerate(blocks):
            own = self.weigh(sought[low:high])
            if number:
                before = blocks[number - 1]
                gap = self.weigh(there[before[2] + before[1] - before[0] : at])
                missing = self.weigh(sought[before[1] : low])
                worth -= 0.5 * max(gap, missing)
            if worth <= 0:
                worth, start, shared = 0.0, number, 0.0
            worth, shared = worth + own, shared + own
            if best is None or worth > best[0]:
                best = (worth, start, number, shared)
        return best[1:] if best else None
