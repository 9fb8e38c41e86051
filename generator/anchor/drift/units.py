"""A passage as the units in which it is compared with what became of it: words, numbers, marks that can turn it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.model.numbers import Number, read_numbers
from generator.model.text import fold_text, tokens
from generator.model.tokens import GRADE

_SILENT_MARKS = frozenset(".,;:!'\"`´()[]{}-_*|…·•«»‹›¡。，、；：！「」『』（）【】《》〈〉")
"""Marks that stand between words: one more or less mostly says nothing (marks.py). A question mark is none."""

_BRACKETS = frozenset("()[]（）-+±~")
ANSWERS = frozenset(
    "no nope nej inte nein nicht non nee niet nei não nie нет ні не ei ne nu nem لا לא नहीं hayır όχι 아니".split()
)
"""Words that are an answer where a mark parts them from what follows, and deny it where none does: No, more came."""

_TITLES = frozenset(
    "mr mrs ms dr prof st gen col sgt lt capt rev gov sen rep jr sr inc ltd co corp no vs".split()
)
"""Words with a stop that ends no sentence."""

_PER_CENT = frozenset({"percent", "procent", "prozent", "pct"})
_PER_CENT_SIGNS = str.maketrans("％٪", "%%")
_PER_CENT_PAIRS = frozenset({("per", "cent"), ("pour", "cent"), ("por", "ciento")})
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ)][a-zà-öø-ÿ)])\.(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
_GRADE = re.compile(rf"(?<![\w*]){GRADE}[-−+*](?![\w*])")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a number or a mark that counts as one. `text` is folded, `key` is the same of what may be one thing.

    Of numbers `value` is set, and `figure` is the number alone, as it is written. `opens` where a sentence begins
    with it. `before` are the marks between it and the unit before; `after`, of the last one, those that follow.
    """

    text: str
    key: str
    value: Decimal | None = None
    opens: bool = False
    before: str = ""
    figure: str = ""
    after: str = ""

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.value is None and self.text[:1].isalpha()

    @property
    def has_digits(self) -> bool:
        """Whether there is a digit in it."""
        return any(map(str.isdigit, self.text))


def units(text: str, language: str) -> list[Unit]:
    """The units of a canonical text, in order. Marks that are no words stand between them."""
    spans = _with_grades(text, [(span.start, span.end) for span in tokens(text)])
    said = [fold_text(text[start:end]) for start, end in spans]
    numbers = _numbers(text, spans, language)
    found: list[Unit] = []
    at, opens, marks = 0, True, ""
    while at < len(said):
        if at in numbers:
            last, number, rest = numbers[at]
            last, rest = _per_cent(said, last, rest)
            key = f"{_guard(said, at)}#{number.value}{rest}"
            figure = fold_text(text[number.start : number.end])
            found.append(Unit(" ".join(said[at:last]), key, number.value, opens, marks, figure))
            at, opens, marks = last, False, ""
            continue
        word = said[at]
        if _is_silent(word):
            is_end = word in ".!。！:" and not (found and word == "." and is_abbreviated(found[-1].text))
            opens, marks = opens or is_end, marks + word
        else:
            found += [
                Unit(part, _key(part), None, opens and not n, "" if n else marks)
                for n, part in enumerate(_GLUED.split(word))
            ]
            opens, marks = word in "?？", ""
        at += 1
    return [*found[:-1], replace(found[-1], after=marks)] if found else []


def is_abbreviated(word: str) -> bool:
    """Whether a stop after a word may be its own: Mr., U.S., J."""
    return (
        word.lower() in _TITLES
        or (len(word) == 1 and word.isupper())
        or _INITIALS.fullmatch(word) is not None
    )


# --- Private ---


def _with_grades(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The tokens, of which a grade is one with the mark that makes it a lower or a higher one: BBB-, A*."""
    found: list[tuple[int, int]] = []
    grades = {match.start(): match.end() for match in _GRADE.finditer(text)}
    for start, end in spans:
        if found and start < found[-1][1]:
            continue
        found.append((start, grades.get(start, end)))
    return found


def _numbers(
    text: str, spans: Sequence[tuple[int, int]], language: str
) -> dict[int, tuple[int, Number, str]]:
    """Each number by its first token: the token after it, the number, and what else its tokens say (`$`, `km`)."""
    found: dict[int, tuple[int, Number, str]] = {}
    at = reached = 0
    for number in read_numbers(text, language):
        if reached and number.start < spans[reached - 1][1]:  # within the tokens of the one before
            continue
        while at < len(spans) and spans[at][1] <= number.start:
            at += 1
        first = at
        while at < len(spans) and spans[at][0] < number.end:
            at += 1
        reached = at
        before, after = text[spans[first][0] : number.start], text[number.end : spans[at - 1][1]]
        found[first] = (at, number, f"{fold_text(before)}|{fold_text(after)}")
    return {
        first: known for first, known in found.items() if _is_alone(text, spans, first, known[0], language)
    }


def _is_alone(text: str, spans: Sequence[tuple[int, int]], first: int, last: int, language: str) -> bool:
    """Whether the tokens hold one number: a range or a score is compared as it is written."""
    return len(read_numbers(text[spans[first][0] : spans[last - 1][1]], language)) == 1


def _per_cent(said: Sequence[str], last: int, rest: str) -> tuple[int, str]:
    """The token after a number and its per cent sign, written as one or in words."""
    if not rest.endswith("|"):
        return last, rest.replace(" ", "").translate(_PER_CENT_SIGNS)
    if last + 1 < len(said) and (said[last].lower(), said[last + 1].lower()) in _PER_CENT_PAIRS:
        return last + 2, rest + "%"
    if last < len(said) and said[last].lower() in _PER_CENT:
        return last + 1, rest + "%"
    return last, rest


def _guard(said: Sequence[str], first: int) -> str:
    """A mark right before a number that may be a part of it: - 5, (5)."""
    return said[first - 1] if first and said[first - 1] in _BRACKETS else ""


def _is_silent(word: str) -> bool:
    return all(mark in _SILENT_MARKS for mark in word)


def _key(word: str) -> str:
    return word.lower().replace(".", "") if _INITIALS.fullmatch(word) else word.lower()
