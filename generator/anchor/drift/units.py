"""A passage as the units in which it is compared with what became of it: words, numbers, marks that can turn it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.numbers import read_numbers
from generator.model.text import fold_text, tokens
from generator.model.tokens import GRADE

_SILENT_MARKS = frozenset(".,;:!'\"`´()[]{}-_*|…·•«»‹›¡。，、；：！「」『』（）【】《》〈〉")
"""Marks of which one more or less says nothing, but beside numbers and words of saying. A question mark is none."""

_BRACKETS = frozenset("()[]（）-+±~")
_SAYING = frozenset(
    """
    said says say saying told tells tell added adds claimed claims according wrote writes argued argues insisted
    insists warned warns announced reported reports denied denies admitted admits believes believed thinks thought
    säger sade sa sagt sagte sagten sagen dit disent dijo dice dicen zei sier
    """.split()
)
"""Words beside which a comma tells who speaks: The minister, said the opposition, lied."""

_ANSWERS = frozenset("no nope nej nein non nee nei não nie нет ні".split())
"""Words that are an answer where a mark parts them from what follows, and deny it where none does: No, more came."""

_PARTING = frozenset(",.;:!-。，、；：！")

_PREFIXES = frozenset(
    """
    non un in im il ir dis de re anti pre post ex extra counter contra mis over under sub super pro semi half quasi
    pseudo mid inter intra hyper hypo vice self out up off ante bi tri multi mono poly icke o ej oför nicht un anti
    gegen vor nach sans demi sous sur contre no sin
    """.split()
)
"""What turns or shifts a word that it is put before with a hyphen."""

_PER_CENT = frozenset({"percent", "procent", "prozent", "pct"})
_PER_CENT_SIGNS = str.maketrans("％٪", "%%")
_PER_CENT_PAIRS = frozenset({("per", "cent"), ("pour", "cent"), ("por", "ciento")})
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ)][a-zà-öø-ÿ)])\.(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ])")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_GRADE = re.compile(rf"(?<![\w*]){GRADE}[-−+*](?![\w*])")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a number or a mark. `text` is folded, `key` is what must be the same in both passages.

    `value` is set of numbers; `opens` where a sentence begins with it.
    """

    text: str
    key: str
    value: Decimal | None = None
    opens: bool = False

    @property
    def is_answer(self) -> bool:
        """Whether it is a "no" by itself, which denies nothing of what follows."""
        return self.key.endswith(",") and self.text.lower() in _ANSWERS

    @property
    def is_word(self) -> bool:
        """Whether it is a word."""
        return self.value is None and self.text[:1].isalpha()


def units(text: str, language: str) -> list[Unit]:
    """The units of a canonical text, in order. Marks that say nothing are left out."""
    spans = _with_grades(text, [(span.start, span.end) for span in tokens(text)])
    said = [fold_text(text[start:end]) for start, end in spans]
    numbers = _numbers(text, spans, language)
    found: list[Unit] = []
    at, opens = 0, True
    while at < len(said):
        if at in numbers:
            last, value, rest = numbers[at]
            last, rest = _per_cent(said, last, rest)
            shown = " ".join(said[at:last])
            found.append(Unit(shown, f"{_guard(said, at)}#{value}{rest}", value, opens))
            at, opens = last, False
            continue
        word = said[at]
        if _is_silent(word):
            opens = opens or word in ".!。！:"
        else:
            found += [
                Unit(part, _key(part, said, at), None, opens and not n) for n, part in enumerate(_parts(word))
            ]
            opens = word in "?？"
        at += 1
    return found


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
) -> dict[int, tuple[int, Decimal, str]]:
    """Each number by its first token: the token after it, its value, and what else its tokens say (`$`, `km`)."""
    found: dict[int, tuple[int, Decimal, str]] = {}
    crowded: set[int] = set()
    at = reached = first = 0
    for number in read_numbers(text, language):
        if reached and number.start < spans[reached - 1][1]:  # within the tokens of the one before
            crowded.add(first)
            continue
        while at < len(spans) and spans[at][1] <= number.start:
            at += 1
        first = at
        while at < len(spans) and spans[at][0] < number.end:
            at += 1
        reached = at
        before, after = text[spans[first][0] : number.start], text[number.end : spans[at - 1][1]]
        found[first] = (at, number.value, f"{fold_text(before)}|{fold_text(after)}")
    return {
        first: known
        for first, known in found.items()
        if first not in crowded and _is_alone(text, spans, first, known[0], language)
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


def _parts(word: str) -> Iterator[str]:
    """A token as the words that it holds: a compound by its parts, where none of them turns it, and two sentences
    that a space is missing between."""
    for piece in _GLUED.split(word):
        parts = piece.split("-")
        if (
            _COMPOUND.fullmatch(piece)
            and piece.islower()
            and parts[0] not in _PREFIXES
            and all(len(part) > 1 for part in parts)
        ):
            yield from parts
        else:
            yield piece


def _key(word: str, said: Sequence[str], at: int) -> str:
    lower = word.lower()
    if lower in _SAYING:
        before = "," if at and said[at - 1] == "," else ""
        after = "," if at + 1 < len(said) and said[at + 1] == "," else ""
        return f"{before}{lower}{after}"
    if lower in _ANSWERS and _is_parted(said, at):
        return f"{lower},"
    if _INITIALS.fullmatch(word):
        return lower.replace(".", "")
    return lower


def _is_parted(said: Sequence[str], at: int) -> bool:
    """Whether a mark parts the word at `at` from the next one; "No. 5" is one thing."""
    after = next((n for n in range(at + 1, len(said)) if not _is_silent(said[n])), None)
    if after is None or said[after][0].isdigit():
        return False
    return any(mark in _PARTING for word in said[at + 1 : after] for mark in word)
