"""What `[...]` may leave out: nothing at the ends, no negation, and no modal, hedge or number unseen."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.anchor.placements import Placement
from generator.anchor.quotes import Quote, location_of
from generator.anchor.wording import in_quotes, listed
from generator.model.brief import Brief
from generator.model.numbers import read_numbers
from generator.model.source import Location, Problem, Severity
from generator.model.text import tokens
from generator.model.words import denies, denies_without_spaces, weakens

_MOST_WORDS = 5
_LONGEST_GAP = 5000
"""Code points that one `[...]` may leave out: more than anybody reads for a "not"."""

MOST_OMITTED = 300_000
"""Code points that all `[...]` of a brief may leave out together: 1,000 quotes that skip a long sentence each."""

# "No. 5" denies nothing.
_NUMBERED = re.compile(r"\b[Nn]o\.\s{0,2}(?=\d)")


def may_be_sought(quote: Quote) -> bool:
    """Whether there is a word in every part, so that `elision_problem` finds nothing."""
    return all(_has_word(part) for part in quote.parts)


def elision_problem(quote: Quote, place: Location) -> Problem | None:
    """What is wrong with the quote before it is sought: nothing to seek, or `[...]` where it can't stand."""
    if not any(_has_word(part) for part in quote.parts):
        return Problem(
            place,
            "quote-empty",
            "this quote has no letter and no digit",
            f"copy the words from {quote.place_name}",
        )
    if not quote.parts[0] or not quote.parts[-1]:
        end = "begins" if not quote.parts[0] else "ends"
        message = f"this quote {end} with [...], which leaves words out between two parts"
        remedy = f"drop that [...]: a quote may {end.removesuffix('s')} anywhere in a sentence"
        return Problem(place, "quote-elision", message, remedy)
    wordless = next((part for part in quote.parts if not _has_word(part)), None)
    if wordless is None:
        return None
    between = in_quotes(wordless) if wordless else "nothing"
    return Problem(
        place,
        "quote-elision",
        f"a part of this quote beside [...] is {between}: no letter and no digit to find it by",
        "drop that part, or one of two [...] in a row",
    )


def omitted(quote: Quote, placement: Placement) -> list[str]:
    """What each `[...]` leaves out, in order."""
    folded = quote.text.folded
    gaps = (folded.span(left.end, right.start) for left, right in pairwise(placement))
    return [gap.of(quote.text.text) for gap in gaps]


def looked_through(gaps: Iterable[str]) -> int:
    """How many code points of them `omission_problems` reads word by word."""
    return sum(len(gap) for gap in gaps if len(gap) <= _LONGEST_GAP)


def omission_problems(quote: Quote, placement: Placement, gaps: Sequence[str], brief: Brief) -> list[Problem]:
    """An error for negations left out, a warning for modals, hedges and numbers left out (product.md, "Quotes")."""
    if any(len(gap) > _LONGEST_GAP for gap in gaps):
        message = f"[...] leaves out more than {_LONGEST_GAP} characters in {quote.place_name}"
        remedy = "quote the parts one by one, as a list of quotes"
        return [Problem(location_of(quote, brief), "quote-elision", message, remedy)]
    negations = [word for gap in gaps for word in _negations(gap, quote.language)]
    weakening = [word for gap in gaps for word in _weakening(gap, quote.language)]
    if not negations and not weakening:
        return []
    place = location_of(quote, brief)
    line = quote.line_of(quote.text.folded.span(placement[0].start, placement[0].end).start)
    problems = []
    if negations:
        message = (
            f"[...] leaves out {_words(negations)}, line {line}: that can turn what is said into its opposite"
        )
        remedy = "quote the passage with it, or make two quotes of it"
        problems.append(Problem(place, "quote-elision", message, remedy))
    if weakening:
        message = (
            f"[...] leaves out {_words(weakening)}, line {line}: that can change how sure or how much it is"
        )
        remedy = "quote the passage with it, unless the quote says the same without"
        problems.append(Problem(place, "quote-elision", message, remedy, Severity.WARNING))
    return problems


def _has_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _negations(text: str, language: str) -> list[str]:
    words = [word for word in _tokens(_NUMBERED.sub("", text)) if denies(word, language)]
    mark = denies_without_spaces(text, language)
    return words or ([mark] if mark else [])


def _weakening(text: str, language: str) -> list[str]:
    """Modals, hedges and numbers, in order of appearance; "a" and "one" are no numbers worth a warning."""
    numbers = dict.fromkeys(
        text[number.start : number.end]
        for number in read_numbers(text, language)
        if number.value != 1 or text[number.start : number.end].isdecimal()
    )
    words = _tokens(text)
    digits = dict.fromkeys(word for word in words if any(map(str.isdigit, word)))
    within, lengths = "\0".join(digits), {len(word) for word in digits}
    plain = [number for number in numbers if number not in within and not _holds(number, digits, lengths)]
    return [*(word for word in words if weakens(word, language)), *digits, *plain]


def _holds(text: str, words: Container[str], lengths: Iterable[int]) -> bool:
    """Whether one of the words, which have these lengths, is a part of the text."""
    return any(
        text[start : start + length] in words for length in lengths for start in range(len(text) - length + 1)
    )


@lru_cache(maxsize=64)
def _tokens(text: str) -> tuple[str, ...]:
    """The words of a gap, which several rules look at."""
    return tuple(span.of(text) for span in tokens(text))


def _words(words: list[str]) -> str:
    return listed([in_quotes(word) for word in dict.fromkeys(words)], _MOST_WORDS)
