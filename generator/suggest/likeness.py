"""How alike two statements are: by their words, numbers, dates and surroundings."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from generator.model.numbers import numbers_in
from generator.model.numerals import primary
from generator.model.source import Span
from generator.suggest.kin import kin
from generator.suggest.stems import stems
from generator.suggest.values import Draftable, Statement

Weights: TypeAlias = Mapping[str, float]

_COMMON = frozenset(
    "work countri world offici state nation time day week month group part report number area place centr local make "
    "take come go get give use call ask show need want find tell know become long high larg small good great big "
    "man woman home life hour minut end point case side way thing old young public former sever tuesday monday "
    "wednesday thursday friday saturday sunday morn even night".split()
)
"""Stems that tell little in any news."""

_KIN = 0.65
"""What a word of the same kind counts beside the same word."""

_MIX = 0.35
"""What a model's judgement counts, where there is one, beside that of the words."""
_FLOOR = 0.1
"""The likeness of meaning of two sentences about nothing in common."""
_CONTEXT = 0.25
_NUMBER = 0.12
_DATE = 0.11
_ORDER = 0.05
_LENGTH = 0.15
_LEAD = 0.2
"""Two reports of one event begin with the same thing, nearly always."""
_TOLD = 0.05
_HEDGED = 0.04


class Embedding(Protocol):
    """Makes vectors of length 1 from sentences: a model of their meaning."""

    def __call__(self, texts: Sequence[str]) -> Sequence[Sequence[float]]:
        """A vector for each text."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A statement as it is compared."""

    words: Weights
    norm: float
    context: Weights
    context_norm: float
    numbers: frozenset[object]
    place: float
    opens: bool
    length: int
    telling: frozenset[str] = frozenset()
    """Words that not every third statement has."""
    named: frozenset[object] = frozenset()
    vector: Sequence[float] = ()


@dataclass(slots=True)
class Likeness:
    """Compares statements of one brief. `embed` adds a model's judgement where there is one."""

    articles: Mapping[str, Draftable]
    statements: Sequence[Statement]
    embed: Embedding | None = None
    _usual: set[str] = field(default_factory=set)
    _first: dict[str, int] = field(default_factory=dict)
    _rarity: dict[str, float] = field(default_factory=dict)
    _seen: dict[Statement, _Seen] = field(default_factory=dict)

    def __post_init__(self) -> None:
        count: Counter[str] = Counter()
        sentences = 0
        for article in self.articles.values():
            for span in article.body.sentences[:300]:
                count.update(set(_features(span.of(article.body.text)[:1200], article.language)))
                sentences += 1
        self._usual = {word for word, n in count.items() if n > 4 and n > sentences / 3}
        self._rarity = {word: math.log(1 + sentences / n) for word, n in count.items()}
        for statement in self.statements:
            self._first.setdefault(statement.source, statement.span.start)
        vectors = self._vectors()
        for statement in self.statements:
            self._seen[statement] = self._see(statement, vectors.get(statement, ()))

    def between(self, left: Statement, right: Statement) -> float:
        """How alike two statements are, from 0 to about 1; 0 where they share no telling word and not their place."""
        a, b = self._seen[left], self._seen[right]
        if a.telling.isdisjoint(b.telling) and not (a.vector or (a.opens and b.opens)):
            return 0.0
        score = _cosine(a.words, a.norm, b.words, b.norm)
        context = _cosine(a.context, a.context_norm, b.context, b.context_norm)
        score *= (min(a.length, b.length) / max(a.length, b.length, 1)) ** _LENGTH
        score = (1 - _CONTEXT) * score + _CONTEXT * context
        if a.vector and b.vector:
            meaning = sum(x * y for x, y in zip(a.vector, b.vector, strict=True))
            score = (1 - _MIX) * score + _MIX * max(0.0, (meaning - _FLOOR) / (1 - _FLOOR))
        score += _NUMBER if a.numbers & b.numbers else 0.0
        score += _DATE * _same_date(left, right) if left.dates and right.dates else 0.0
        score += _LEAD if a.opens and b.opens else 0.0
        score += _TOLD if not a.named.isdisjoint(b.named) else 0.0
        score += _HEDGED if left.hedge and right.hedge else 0.0
        return float(score + _ORDER * (1 - abs(a.place - b.place)))

    # --- Private methods ---

    def _vectors(self) -> dict[Statement, Sequence[float]]:
        """What the model makes of the statements in its language, English."""
        read = [s for s in self.statements if primary(self.articles[s.source].language) == "en"]
        if self.embed is None or not read:
            return {}
        return dict(zip(read, self.embed([self._text(s) for s in read]), strict=True))

    def _text(self, statement: Statement) -> str:
        return statement.span.of(self.articles[statement.source].body.text)

    def _see(self, statement: Statement, vector: Sequence[float]) -> _Seen:
        article = self.articles[statement.source]
        words = self._weighed(self._text(statement), article.language)
        around = self._around(article, statement.sentence)
        context = self._weighed(around.of(article.body.text)[:3000], article.language)
        dated = [d.span for d in statement.dates]
        numbers = frozenset(
            number
            for number in numbers_in(_without(article.body.text, statement.span, dated), article.language)
            if number > 2
        )
        telling = frozenset(words.keys() - self._usual)
        named = frozenset(link for link in statement.chain if link != "unknown")
        opens = statement.span.start == self._first[statement.source]
        place = statement.sentence / max(1, len(article.body.sentences))
        return _Seen(
            words,
            _norm(words),
            context,
            _norm(context),
            numbers,
            place,
            opens,
            len(words),
            telling,
            named,
            vector,
        )

    def _weighed(self, text: str, language: str) -> Weights:
        return {
            word: share * self._rarity.get(word, 1.0) for word, share in _features(text, language).items()
        }

    def _around(self, article: Draftable, number: int) -> Span:
        found = article.body.sentences
        return Span(found[max(0, number - 1)].start, found[min(len(found) - 1, number)].end)


def _features(text: str, language: str) -> dict[str, float]:
    """The stems of a text and the kinds that they belong to, each with what it counts."""
    found: dict[str, float] = {}
    for word in stems(text, language):
        rows = kin(word, language)
        weight = 0.4 if word in _COMMON else 1.0
        found[word] = max(found.get(word, 0.0), weight)
        for row in rows:
            found[f"~{row}"] = _KIN
    return found


def _norm(words: Weights) -> float:
    return math.sqrt(sum(weight * weight for weight in words.values()))


def _cosine(a: Weights, a_norm: float, b: Weights, b_norm: float) -> float:
    if not a_norm or not b_norm:
        return 0.0
    if len(b) < len(a):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b) / (a_norm * b_norm)


def _same_date(left: Statement, right: Statement) -> float:
    """1 where both give one date in the same way, less where two dates of theirs may be one."""
    pairs = [(one.edtf, other.edtf) for one in left.dates for other in right.dates]
    if any(one.text == other.text for one, other in pairs):
        return 1.0
    return 0.6 if any(one.overlaps(other) for one, other in pairs) else 0.0


def _without(text: str, span: Span, cuts: Sequence[Span]) -> str:
    """The text of a span with what dates say left out."""
    said = span.of(text)
    for cut in cuts:
        said = said.replace(cut.of(text), " ")
    return re.sub(r"\s+", " ", said)
