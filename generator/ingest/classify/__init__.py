"""Which lines of a page are its article: measured, weighed, and decided as a sequence."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ingest.classify.features import features
from generator.ingest.classify.markup import markup_features
from generator.ingest.classify.path import path
from generator.ingest.classify.trees import Model, load_model
from generator.ingest.html import Tagged
from generator.ingest.lines import Line

PASTED, MARKUP = "pasted", "markup"
"""The models: of lines alone, and of lines whose markup is known."""


def in_pasted(lines: Sequence[Line]) -> list[bool]:
    """For each line of a page's text, as a browser's “select all” copies it, whether it is of the article."""
    return _decided(features(lines), load_model(PASTED)) if lines else []


def in_markup(lines: Sequence[Tagged], readings: Sequence[str]) -> list[bool]:
    """The same for lines of HTML; `readings` are what other extractors took for the article, in order."""
    if not lines:
        return []
    return _decided(features_of_markup(lines, readings), load_model(MARKUP))


def features_of_markup(lines: Sequence[Tagged], readings: Sequence[str]) -> list[list[float]]:
    """The features of lines of HTML: those of their text, and those of their markup."""
    of_text = features([tagged.line for tagged in lines])
    of_markup = markup_features(lines, readings)
    return [[*one, *other] for one, other in zip(of_text, of_markup, strict=True)]


def decided(odds: Sequence[float], stay: float) -> list[bool]:
    """For each line whether it is of the article; of a page with no line that is likelier than not, the likeliest."""
    for more in _DOUBTS:
        found = path([one + more for one in odds], stay)
        if any(found):
            return found
    return [False] * len(odds)


# --- Private functions ---

_DOUBTS = (0.0, 1.0, 2.0, 3.0)
"""What the odds are raised by, until something is found."""


def _decided(rows: Sequence[Sequence[float]], model: Model) -> list[bool]:
    known: dict[tuple[float, ...], float] = {}
    for row in map(tuple, rows):
        if row not in known:
            known[row] = model.odds(row)
    return decided([known[tuple(row)] for row in rows], model.stay)
