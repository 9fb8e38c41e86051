"""Show 4: quotes of real articles are found again in their later versions, and what is gone nowhere."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

from generator.anchor.drift.ground import Ground
from generator.anchor.drift.judge import changes
from generator.anchor.drift.place import Placed, Sought, place
from generator.model.lock import AROUND
from generator.model.text import canonical, fold_text
from tests.anchor.drift.corpus import needs_versions, pairs, quotes

pytestmark = needs_versions


@cache
def ground(pair: str) -> Ground:
    return Ground(canonical(pairs()[pair]["after"]["text"]))


def placed(quote: dict[str, Any]) -> Placed | None:
    old = pairs()[quote["pair"]]["before"]["text"]
    before, after = quote["prefix"], quote["suffix"]
    if quote["cls"] != "foreign":
        start, end = quote["start"], quote["end"]
        before, after = old[max(0, start - AROUND) : start], old[end : end + AROUND]
    sought = Sought(fold_text(quote["quote"]).strip(), before, after, quote["start"] / len(old))
    return place(ground(quote["pair"]), sought)


def overlap(quote: dict[str, Any], found: Placed) -> float:
    """How much of the found and the true passage they share, 0 to 1."""
    text = pairs()[quote["pair"]]["after"]["text"]
    shift = len(text) - len(text.lstrip())
    span = ground(quote["pair"]).text.folded.span(found.span.start, found.span.end)
    start, end = span.start + shift, span.end + shift
    best = 0.0
    for low, high in (quote["truth"], quote.get("truth_wide") or quote["truth"]):
        best = max(best, max(0, min(end, high) - max(start, low)) / (max(end, high) - min(start, low)))
    return best


def of(kind: str) -> list[dict[str, Any]]:
    return [quote for quote in quotes() if quote["cls"] == kind]


def test_edited_quotes_are_located() -> None:
    edited = of("edited")
    located = [q for q in edited if (found := placed(q)) is not None and overlap(q, found) >= 0.5]
    assert len(edited) == 249
    assert len(located) >= 0.95 * len(edited)


@pytest.mark.parametrize("kind", ["deleted", "foreign"])
def test_what_is_gone_is_lost(kind: str) -> None:
    assert [q["quote"] for q in of(kind) if placed(q) is not None] == []


def test_what_stands_word_for_word_is_the_same() -> None:
    wrong = [
        q["quote"] for q in of("verbatim") if not ((p := placed(q)) and p.is_same and overlap(q, p) == 1)
    ]
    assert wrong == []


def test_repeated_phrases_are_told_apart_by_their_context() -> None:
    """Phrases that cut a word or an address in two can't be quoted: these are found with the rest of it."""
    repeated = of("repeated")
    right = [q for q in repeated if (found := placed(q)) is not None and overlap(q, found) >= 0.45]
    whole = [q for q in repeated if (found := placed(q)) is not None and found.is_same]
    wrong = [q for q in whole if (found := placed(q)) is not None and overlap(q, found) < 1]
    assert len(right) >= 0.985 * len(repeated)
    assert len(wrong) <= 0.01 * len(whole)


def test_an_edited_quote_that_reads_otherwise_is_no_mere_spelling() -> None:
    """What people changed in real articles: each quote of which the words differ is material, the rest immaterial."""
    found: Counter[bool] = Counter()
    for quote in of("edited"):
        where = placed(quote)
        if where is None or where.is_same:
            continue
        text = ground(quote["pair"]).text
        now = text.folded.span(where.said.start, where.said.end).of(text.text)
        is_material = any(change.is_material for change in changes(quote["quote"], now, "en"))
        found[is_material] += 1
        letters = ["".join(filter(str.isalnum, fold_text(said))) for said in (quote["quote"], now)]
        if letters[0] == letters[1] and "?" not in quote["quote"] + now:
            assert not is_material or any(map(str.isdigit, letters[0])) or " " in now, (quote["quote"], now)
    assert found[False] > 40
    assert found[True] > 80
