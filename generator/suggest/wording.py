"""A draft's own words: the statement that says it best, made a sentence, and an id from its rarer words."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from generator.model.normal import normal
from generator.model.source import Span
from generator.suggest.stems import STOP
from generator.suggest.values import Draftable, Statement
from generator.suggest.verbs import finite_verb

_LEADS = re.compile(
    r"^(?:(?:However|Meanwhile|But|And|At the same time|Earlier|Also|Still|Instead|In addition|"
    r"Samtidigt|Men|Dessutom),?\s+)+"
)
_PRONOUN = re.compile(
    r"^(?:he|she|it|they|this|that|these|those|we|i|his|her|its|their|hon|han|den|det|de)\b", re.IGNORECASE
)
_MOST = 24
_FEWEST = 5
_ID_WORDS = 4


def best_words(
    statements: Sequence[Statement], quotes: Sequence[Span], articles: Mapping[str, Draftable], language: str
) -> str:
    """What the claim says, from the clearest of its quotes: one that names its subject, has a verb and isn't long."""
    texts = [
        (_clarity(quote.of(articles[s.source].body.text), s, articles[s.source].language, language), index)
        for index, (s, quote) in enumerate(zip(statements, quotes, strict=True))
    ]
    index = max(texts, key=lambda one: (one[0], -one[1]))[1]
    return as_sentence(quotes[index].of(articles[statements[index].source].body.text))


def as_sentence(text: str) -> str:
    """A passage as a sentence of its own: on one line, without what led to it, with a capital."""
    said = _LEADS.sub("", " ".join(text.split())).strip(" ,;:")
    return said[:1].upper() + said[1:]


def id_of(words: str, taken: Collection[str]) -> str:
    """An id from the first few words that say something, not in `taken`."""
    plain = normal("NFKD", words).encode("ascii", "ignore").decode("ascii").casefold()
    plain = re.sub(r"(?<=\d)[,.](?=\d)|'s?\b", "", plain)
    found = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in STOP and len(word) > 1]
    stem = "-".join(found[:_ID_WORDS])[:60].strip("-") or "claim"
    number = 1
    made = stem
    while made in taken:
        number += 1
        made = f"{stem}-{number}"
    return made


# --- Private functions ---


def _clarity(text: str, statement: Statement, written_in: str, language: str) -> float:
    words = len(text.split())
    score = 0.0 if _FEWEST <= words <= _MOST else -1.0
    score -= 1.5 if _PRONOUN.match(text) else 0.0
    score += 1.0 if text[:1].isupper() else 0.0
    score -= 0.8 if finite_verb(text, written_in) == 0 or finite_verb(text, written_in) < 0 else 0.0
    score -= 2.0 if statement.stance == "denies" else 0.0
    score -= 1.0 if statement.is_speech else 0.0
    score += 3.0 if written_in.split("-", maxsplit=1)[0] == language.split("-", maxsplit=1)[0] else 0.0
    return score - 0.02 * words
