"""The numbers that stand in a text: digits by the language's rules (Babel), number words, multipliers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache
from itertools import pairwise

from generator.model.digits import MOST_DIGITS, read_digits, symbols
from generator.model.normal import normal
from generator.model.number_words import Element, Reading
from generator.model.numerals import ABBREVIATIONS, FRACTIONS, MYRIADS, Lexicon, Part, lexicon, primary

EXACT = Context(prec=200)
"""Amounts are exact: no product of numbers that we read has more digits."""

_LARGEST = Decimal(10) ** MOST_DIGITS
_LONGEST_WORD = 80
_ONE = Decimal(1)

_SPACES = " \u00a0\u2007\u2009\u202f"
_VULGAR = "".join(FRACTIONS)
_DIGITS = (
    rf"(?P<digits>\d{{1,3}}(?P<sep>[{_SPACES}'’])\d{{3}}(?:(?P=sep)\d{{3}})*(?!\d)(?:[.,٫]\d+)*|\d+(?:[.,٫٬]\d+)*)"
    rf"|(?P<vulgar>[{_VULGAR}])"
)
_ANY_DIGIT = re.compile(rf"[\d{_VULGAR}]")
_WORD = re.compile(rf"[^\W\d_{_VULGAR}]+")
_TOKEN = re.compile(f"{_DIGITS}|(?P<word>{_WORD.pattern})")
_TOKEN_WITHOUT_WORDS = re.compile(f"{_DIGITS}|(?P<word>(?!))")
_SILENT = frozenset({"and", "an", "of"})
"""Places of words that are a part of a number only beside words of others."""

_JOIN = re.compile(r"[\s’'\-\u2010\u2011]{0,2}")
_SIGNS = "-\u2212\u2010\u2011\u2012\u2013"
_HYPHENS = "-\u2010\u2011"
_CONNECTIVES = frozenset("to or and till bis oder und à a ou et y o hasta til og eller och до".split())


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: `[start, end)` with its sign and multipliers; `times` is what these multiply by, or 1."""

    start: int
    end: int
    value: Decimal
    times: Decimal = Decimal(1)


def numbers_in(text: str, language: str) -> frozenset[Decimal]:
    """All readings of the numbers that stand in `text`.

    8,000 = 8000 = 8 000 = eight thousand, 1.5 million = 1500000, $5bn = 5000000000; "5 to 6 million" has
    5, 5000000 and 6000000. The sign counts; `m` and `k` multiply nothing. A number of more than 40 digits is none.
    """
    numbers = read_numbers(text, language)
    shared = {
        EXACT.multiply(left.value, right.times)
        for left, right in pairwise(numbers)
        if shares_multiplier(text, left, right)
    }
    return frozenset(number.value for number in numbers) | {plain(value) for value in shared}


def shares_multiplier(text: str, left: Number, right: Number) -> bool:
    """Whether the multiplier of `right` may hold for `left` too, as in "5 to 6 million"."""
    if left.times != 1 or right.times == 1:
        return False
    between = text[left.end : right.start].strip()
    bare = "".join(char for char in between if unicodedata.category(char) != "Sc").strip()
    return (bare in _SIGNS and bare != "") or bare.casefold() in _CONNECTIVES


def read_numbers(text: str, language: str) -> tuple[Number, ...]:
    """The numbers that stand in `text`, in order, none within another."""
    code = primary(language)
    words = lexicon(code)
    found: list[Number] = []
    has_words = any(_tells(word, code) for word in _WORD.findall(text))
    if not has_words and not _ANY_DIGIT.search(text):
        return ()
    for run in _runs(text, language, words, _TOKEN if has_words else _TOKEN_WITHOUT_WORDS):
        index = len(run) if all(element.place in _SILENT for element in run) else 0
        while index < len(run):
            number, after = _number(text, run, index, words)
            if number:
                found.append(number)
            index = max(after, index + 1)
    return tuple(found)


# --- Runs of what may be parts of one number ---


def _runs(text: str, language: str, words: Lexicon, token: re.Pattern[str]) -> Iterator[list[Element]]:
    """Stretches of digits and number words with nothing between them but a space or a hyphen."""
    run: list[Element] = []
    end, code = 0, primary(language)
    for match in token.finditer(text):
        word = match["word"]
        if word is not None and not _parts(word, code):  # nothing joins across it
            if run:
                yield run
            run = []
            continue
        elements = _elements(text, match, language, words)
        if run and (not elements or not _JOIN.fullmatch(text, end, match.start())):
            yield run
            run = []
        run += elements
        end = match.end()
    if run:
        yield run


def _elements(text: str, match: re.Match[str], language: str, words: Lexicon) -> list[Element]:
    start, end = match.span()
    if match["word"]:
        return _word(text, start, end, primary(language))
    if match["vulgar"]:
        return [Element(start, end, value=FRACTIONS[match["vulgar"]])]
    if _belongs_to_word(text, start, words):
        return []
    if _opens_fraction(text, start, match["digits"], language):
        return [Element(start - 1, end, value=Decimal(f"0.{match['digits']}"))]
    value = read_digits(match["digits"], language)
    return [] if value is None else [Element(start, end, value=value)]


def _opens_fraction(text: str, start: int, written: str, language: str) -> bool:
    """Whether a decimal sign before the digits opens the number: .5 is a half; "it.5" and "...5" hold a 5."""
    if start == 0 or text[start - 1] not in ".," or not (written.isascii() and written.isdigit()):
        return False
    before = text[start - 2 : start - 1]
    return (
        not before.isalnum()
        and before not in (".", ",", ")", "]")
        and len(written) <= MOST_DIGITS
        and text[start - 1] == symbols(language)[0]
    )


def _belongs_to_word(text: str, start: int, words: Lexicon) -> bool:
    """Whether a letter that has case stands before: G7, B52, COVID-19; but EUR5 and Rs5 are money, and "minus-5"
    and "5-to-10" hold numbers."""
    if start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalpha():
        before = re.search(r"[^\W\d_]+\Z", text[max(start - 21, 0) : start - 1])
        word = before[0].casefold() if before else ""
        return word not in _CONNECTIVES and word not in words.parts
    if start == 0 or not (text[start - 1].islower() or text[start - 1].isupper()):
        return False
    before = re.search(r"[^\W\d_]+\Z", text[max(start - 8, 0) : start])
    return not before or not (
        re.fullmatch(r"[A-Z]{3}", before[0]) or before[0].casefold() in ("rs", "kr", "us")
    )


def _word(text: str, start: int, end: int, code: str) -> list[Element]:
    parts = _parts(text[start:end], code)
    if parts and unicodedata.normalize("NFC", text[start]) in MYRIADS:
        return [Element(start, start + 1, parts[0], last=False)]
    last = len(parts) - 1
    return [Element(start, end, part, first=i == 0, last=i == last) for i, part in enumerate(parts)]


@lru_cache(maxsize=16_384)
def _tells(word: str, code: str) -> bool:
    """Whether a word can make a number, or change one, by itself."""
    return any(part.place not in _SILENT for part in _parts(word, code))


@lru_cache(maxsize=4096)
def _parts(word: str, code: str) -> tuple[Part, ...]:
    """What a word says of a number, nothing for most. One word may have several parts, the longest first:
    zweihunderttausend."""
    if len(word) > _LONGEST_WORD:
        return ()
    words, word = lexicon(code), normal("NFC", word).casefold()
    if word[:1] in MYRIADS:
        return (Part("times", MYRIADS[word[0]]),)
    if word in words.parts:
        return (words.parts[word],)
    parts: list[Part] = []
    at = 0
    while words.compound and at < len(word):
        match = words.compound.match(word, at)
        if not match:
            return ()
        parts.append(words.parts[match[0]])
        at = match.end()
    return tuple(parts)


def _sign(text: str, start: int) -> int:
    """Where the sign of the digits at `start` stands, or `start`; it is none after a letter, digit or bracket."""
    at = start - 1
    if at < 0 or text[at] == " ":
        return start
    while at >= 0 and unicodedata.category(text[at]) == "Sc":
        at -= 1
    if at < 0 or text[at] not in _SIGNS:
        return start
    before = text[at - 1] if at else " "
    return start if before.isalnum() or before in "%‰)]}°.," or unicodedata.category(before) == "Sc" else at


# --- Numbers ---


def _number(text: str, run: Sequence[Element], index: int, words: Lexicon) -> tuple[Number | None, int]:
    """The number that begins at `index`, and the index after it."""
    negative = _place(run, index) == "minus" and _place(run, index + 1) not in ("", "minus")
    first = index + negative
    if run[first].value is not None:
        value, times, after = _scaled_digits(run, first)
        sign = _sign(text, run[first].start)
        start = sign if sign < run[first].start else run[index].start
        negative = negative or sign < run[first].start
    else:
        value, times, after = Reading(run, words).number(first)
        start = run[index].start
        if after == first or not (run[first].first and run[after - 1].last) or value > _LARGEST:
            return None, after
    end = run[after - 1].end
    written = text[run[after - 1].start : end].casefold()
    end += text[end : end + 1] == "." and written in ABBREVIATIONS
    return Number(start, end, plain(-value if negative else value), plain(times)), after


def _place(run: Sequence[Element], index: int) -> str:
    """The place of the element at `index`; nothing past the end."""
    return run[index].place if index < len(run) else ""


def _scaled_digits(run: Sequence[Element], index: int) -> tuple[Decimal, Decimal, int]:
    """Digits with the multipliers that follow: 5bn, 1.5 million, 5 hundred thousand, 2½, 1万2000."""
    value, times = run[index].value or Decimal(0), _ONE
    after = index + 1
    if after == len(run):
        return value, times, after
    if after < len(run) and _is_vulgar(run[after]):
        value, after = EXACT.add(value, run[after].value or Decimal(0)), after + 1
    least = max(value, _ONE)  # of nothing any multiple is nothing
    while _place(run, after) in ("times", "hundred", "dozen") and EXACT.multiply(least, times) < _LARGEST:
        part = run[after].part
        times = EXACT.multiply(times, Decimal(part.value or 100 if part else 1))
        after += 1
    value = EXACT.multiply(value, times)
    rest = run[after].value if after < len(run) else None
    if times >= 10 and rest is not None and run[after].start == run[after - 1].end and 1 <= rest < times:
        value, after = EXACT.add(value, rest), after + 1
    return value, times, after


def _is_vulgar(element: Element) -> bool:
    """Whether it is ½ or the like: one character below 1."""
    return element.end - element.start == 1 and element.value is not None and 0 < element.value < 1


def plain(value: Decimal) -> Decimal:
    """The same amount without an exponent and without zeros at the end of a fraction."""
    if not value:
        return Decimal(0)
    if value.same_quantum(_ONE):
        return value
    if value == value.to_integral_value():
        return value.quantize(Decimal(1), context=EXACT)
    return value.normalize(EXACT)
