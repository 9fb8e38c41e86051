"""Short passages around a figure or a date that still say what it is of."""

from __future__ import annotations

import re

from generator.model.source import Span
from generator.suggest.clauses import trimmed
from generator.suggest.verbs import finite_verb

_SHORT = 16
"""Words of a clause that is quoted whole."""

_AFTER_VERB = 4
"""Words after the verb that follows a figure, at most."""

_BREAK = re.compile(
    r",|\s(?:in|on|at|against|from|by|since|after|with|to|for|during|as|while|when|between|because|i|på|för|från|med|till|"
    r"under|sedan|efter|mellan)\s",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:(?:As of|In|On|At|By|Since|Last|During|After|I|På|Den|Vid)\b[^,]{2,50},\s+)")
_OPENING = re.compile(r",\s+|\s(?:and|but|och|men)\s|\s(?:which|who|that|som)\s", re.IGNORECASE)


def passage(text: str, clause: Span, figure: Span, language: str) -> Span:
    """The part of a clause that holds a figure with its verb and what it is said of; the clause
    where that is short."""
    words = clause.of(text)
    lead = _LEAD.match(words)
    start = clause.start + (lead.end() if lead and clause.start + lead.end() <= figure.start else 0)
    if len(text[start : clause.end].split()) <= _SHORT:
        return trimmed(text, Span(start, clause.end))
    verb = finite_verb(text[start : figure.start], language)
    if verb < 0:
        near = text[start : figure.start].split()
        first = figure.start if len(near) > 3 else start
        return trimmed(text, Span(first, _end_after_verb(text, figure.end, clause.end, language)))
    return trimmed(
        text,
        Span(
            _start_before(text, start, figure.start, language), _end_of_phrase(text, figure.end, clause.end)
        ),
    )


def _end_after_verb(text: str, at: int, end: int, language: str) -> int:
    """Where a passage ends whose figure comes before the verb: a few words after it, at a
    preposition if there is one."""
    verb = finite_verb(text[at:end], language)
    if verb < 0:
        return _end_of_phrase(text, at, end)
    begin = at + verb
    tail = text[begin:end]
    words = [m.end() for m in re.finditer(r"\S+", tail)]
    if len(words) <= _AFTER_VERB + 3:
        return end
    stop = next((m.start() for m in _BREAK.finditer(tail) if len(tail[: m.start()].split()) >= 2), None)
    second = next(
        (m.start() for m in _BREAK.finditer(tail) if stop is not None and m.start() > stop + 2), None
    )
    chosen = second if second is not None and len(tail[:second].split()) <= 8 else stop
    return begin + (chosen if chosen is not None else words[_AFTER_VERB + 2])


def _end_of_phrase(text: str, at: int, end: int) -> int:
    """Where a passage ends whose figure comes after the verb: with the phrase, and what little is
    left of the clause."""
    tail = text[at:end]
    if len(tail.split()) <= 6:
        return end
    stops = [m.start() for m in _BREAK.finditer(tail) if m.start() > 0]
    near = [stop for stop in stops if len(tail[:stop].split()) <= 8]
    return at + (near[min(1, len(near) - 1)] if near else [m.end() for m in re.finditer(r"\S+", tail)][4])


def _start_before(text: str, start: int, at: int, language: str) -> int:
    """Where a passage begins whose figure comes after its verb: at the nearest opening before that verb."""
    if len(text[start:at].split()) <= 14:
        return start
    openings = [start + m.end() for m in _OPENING.finditer(text[start:at])]
    nearer = [
        edge
        for edge in openings
        if finite_verb(text[edge:at], language) >= 0 and len(text[edge:at].split()) >= 3
    ]
    return nearer[-1] if nearer else start
