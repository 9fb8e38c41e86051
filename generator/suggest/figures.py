"""The figures of a clause: number, qualifier, unit or what is counted, and the few words that say so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.figure import Quantity, parse_figure
from generator.model.numbers import Number, read_numbers
from generator.model.numerals import primary
from generator.model.qualifiers import joint, leading
from generator.model.source import Span
from generator.model.units import find_unit
from generator.suggest.amounts import is_amount
from generator.suggest.passages import passage
from generator.suggest.values import Counted
from generator.suggest.verbs import finite_verb

_SHORT_UNITS = frozenset(
    "km kg cm mm ft mph kph kmh km/h ha kW MW GW kWh MWh GWh TWh °C °F % km² m² mg ml".split()
)
_SPAN_BEFORE = re.compile(
    r"(?:\b(?:after|past|last|the|within|over|another|every|these|in|under|i|efter)|(?<!asked )\bfor)\s+$",
    re.IGNORECASE,
)
_SPAN_AFTER = re.compile(
    r"^\s+(?:ago|earlier|later|to|of|after|before|from|old|sedan|senare|i)\b|^'", re.IGNORECASE
)
"""What makes a duration a date: “six months ago”, “in the three months to September”."""

_STOPS = re.compile(r"[,;:.!?()\"]|\s[-–—]\s")
_NO_NOUN = frozenset(
    "of in on at by for from with to and or but as than that which who when while after before "
    "since until if were was "
    "are is be been have has had will would could can may might must should did do not also there this last next per "
    "a an the its their his her each every now still more less fewer i på av för från med till och "
    "eller som när efter "
    "är var har hade blev en ett om dagen totalt so later ago earlier away off out up down over "
    "under worldwide".split()
)


@dataclass(frozen=True, slots=True)
class _Found:
    """The numbers of one figure, and where its words begin and end in the text."""

    start: int
    end: int
    numbers: tuple[Number, ...]
    text: str


def figures_in(text: str, clause: Span, taken: Sequence[Span], language: str) -> list[Counted]:
    """The figures of a clause of `text`, in order; spans are in `text`. `taken` are the places of dates.

    Years, times, ages, ordinals, scores and the names that hold a number are no figures, nor is “one”.
    """
    numbers = [n for n in read_numbers(text, language) if clause.start <= n.start and n.end <= clause.end]
    counted = []
    done = clause.start
    for index, number in enumerate(numbers):
        if number.start < done or any(Span(number.start, number.end).overlaps(span) for span in taken):
            continue
        if not is_amount(text, number):
            continue
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        found = _with_qualifier(text, clause, number, following, language)
        figure = _counted(text, clause, found, language)
        if figure is not None:
            counted.append(figure)
            done = figure.span.end
    return counted


def is_slight(counted: Counted, language: str) -> bool:
    """Whether a figure is only “two” of what isn't counted for its own sake: two trams, two lines."""
    is_two = len(counted.figure.stated) == 1 and counted.figure.stated[0] == 2 and counted.value.isalpha()
    return (
        is_two
        and not _is_counted(counted.noun, language)
        and counted.noun.casefold() not in ("others", "andra")
    )


# --- Private functions ---


def _with_qualifier(
    text: str, clause: Span, number: Number, following: Number | None, language: str
) -> _Found:
    """The number with what makes it an interval: the words before it, or the other end of a range."""
    numbers: tuple[Number, ...] = (number,)
    start, end = number.start, number.end
    while start > clause.start and (
        unicodedata.category(text[start - 1]) == "Sc" or text[start - 3 : start] in ("US$", "C$")
    ):
        start -= 1
    start -= 2 if text[max(0, start - 2) : start + 1] == "US$" else 0
    qualifier, before = _qualifier(text, clause, start, language)
    if following is not None and (ends := _range_end(text, number, following, qualifier, language)):
        end, numbers = ends, (number, following)
    elif qualifier == "to":
        before = start
    return _Found(before, end, numbers, text[before:end])


def _qualifier(text: str, clause: Span, start: int, language: str) -> tuple[str | None, int]:
    """The qualifier that ends where the number begins, and where its words begin."""
    edges = [
        m.start() + clause.start for m in re.finditer(r"(?<![^\s\"(])[^\s\"(]", text[clause.start : start])
    ][-4:]
    for edge in edges:
        qualifier, rest = leading(" ".join(text[edge : start + 1].split()), language)
        if qualifier and len(rest.strip()) == 1 and not text[edge:start].startswith("estimated at"):
            return qualifier, edge
    return None, start


def _range_end(text: str, number: Number, following: Number, qualifier: str | None, language: str) -> int:
    between = text[number.end : following.start]
    if len(between) > 24 or qualifier not in (None, "to"):
        return 0
    sides = joint(between, language)
    is_open = re.search(r"\b(?:and|or|och|eller)\b", between) and qualifier != "to"
    if sides is None or is_open or number.value >= following.value * max(Decimal(1), number.times):
        return 0
    if sides[0] and not text[following.end :].lstrip().startswith(sides[0]):
        return 0
    if any(
        side and find_unit(side, language) is None and unicodedata.category(side[0]) != "Sc" for side in sides
    ):
        return 0
    return following.end


def _counted(text: str, clause: Span, found: _Found, language: str) -> Counted | None:
    after = text[found.end : clause.end]
    unit = _unit(after, language)
    end = found.end + unit
    noun, noun_end = ("", 0) if unit or _has_currency(found.text) else _noun(after, language)
    value = " ".join(text[found.start : end].split())
    figure, fault = parse_figure(value, Quantity(language))
    if fault is not None or figure is None:
        value = " ".join(found.text.split())
        figure, fault = parse_figure(value, Quantity(language))
    if figure is None:
        return None
    if figure.measured is not None and figure.measured.dimension in ("duration", "calendar"):
        around = text[max(0, found.start - 16) : found.start], text[end : end + 12]
        is_bare = figure.qualifier in ("exactly", "to")
        if (is_bare and _SPAN_BEFORE.search(around[0])) or _SPAN_AFTER.match(around[1]):
            return None
    span = Span(found.start, max(end, found.end))
    quote = passage(text, clause, Span(found.start, max(end, found.end + noun_end)), language)
    return Counted(span, value, figure, noun, quote)


def _has_currency(value: str) -> bool:
    return any(unicodedata.category(c) == "Sc" for c in value)


def _unit(after: str, language: str) -> int:
    """How long the unit is that follows a number, white space before it included; 0 where none does."""
    best = 0
    for match in re.finditer(r"\s?-?(?:%|[^\W\d_]+(?:/[^\W\d_]+)?[²³]?|°[CF])", after[:60]):
        if match.start() != (best_start := best if best else 0) and match.start() > 40:
            break
        name = after[: match.end()].strip().removeprefix("-")
        if len(name.split()) > 3 or not _is_joined(after[: match.end()]):
            break
        unit = find_unit(name, language)
        plain = len(name) > 2 or name in _SHORT_UNITS
        if (
            unit is not None
            and plain
            and unit.kind in ("measure", "money")
            and name.casefold() not in ("real", "won", "stone", "time", "times")
        ):
            best = match.end()
        del best_start
    return best


def _is_joined(words: str) -> bool:
    return bool(re.fullmatch(r"\s?-?(?:%|[^\W\d_/²³°]+(?:/[^\W\d_]+)?[²³]?|°[CF])(?: [^\W\d_]+)*", words))


def _noun(after: str, language: str) -> tuple[str, int]:
    """The word for what is counted, and how far its phrase reaches after the number."""
    of = re.match(r"\s+(?:of|av)\s+(?:the|its|their|those|these|de|dem)\s+(?:\d+\s+)?", after)
    rest = after[of.end() :] if of else after
    reach = of.end() if of else 0
    stop = _STOPS.search(rest)
    run = rest[: stop.start()] if stop else rest
    last, end = "", 0
    for match in list(re.finditer(r"[^\W\d_][\w'’-]*", run))[:6]:
        word = match[0]
        if word.casefold() in _NO_NOUN or (last and _is_verb(word, language, run[: match.start()])):
            break
        last, end = word, match.end()
        if _is_counted(word, language):
            following = run[match.end() :].split()[:1]
            if not following or not _is_counted(following[0], language):
                break
    return last, (reach + end if last else 0)


def _is_counted(word: str, language: str) -> bool:
    unit = find_unit(word, language) if word else None
    return unit is not None and unit.kind == "count"


def _is_verb(word: str, language: str, before: str) -> bool:
    return (
        primary(language) in ("en", "sv")
        and finite_verb(f"{before.rsplit(maxsplit=1)[-1] if before.split() else ''} {word}", language) >= 0
    )
