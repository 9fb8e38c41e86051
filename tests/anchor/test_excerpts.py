"""How much of an article may be shown that isn't published in full."""

from __future__ import annotations

import pytest

from generator.anchor import anchor, excerpt_problems
from generator.model.published import UNLIMITED, ExcerptLimit
from tests.anchor.written import article, brief_of

SENTENCES = [f"Sentence {word} of this report has exactly ten words here." for word in "abcdefghijklmnopqrst"]
"""Twenty sentences of ten words, two to a paragraph."""
BODY = "\n\n".join(" ".join(SENTENCES[n : n + 2]) for n in range(0, 20, 2))


def _problems(rights: str, quotes: str, limit: ExcerptLimit) -> list[tuple[int, str]]:
    annotations = (
        "title: T\nsummary: S\ndate: 2025-01-01\nclaims:\n- id: a\n  claim: C\n  reports:\n    herald:\n"
        f"      quote:\n{quotes}"
    )
    brief = brief_of(annotations, herald=article(BODY, rights=rights))
    anchors, faults = anchor(brief)
    assert faults == []
    found = list(excerpt_problems(brief, anchors, limit))
    assert {problem.code for problem in found} <= {"excerpt-too-long"}
    return [(problem.location.line, problem.message) for problem in found]


def _quotes(letters: str) -> str:
    return "".join(f"      - Sentence {letter} of this\n" for letter in letters)


def test_up_to_the_words_of_the_limit_all_is_fine() -> None:
    assert _problems("excerpts", _quotes("abc"), ExcerptLimit(30, 0)) == []


def test_the_quote_that_goes_over_is_named_with_the_numbers() -> None:
    [(line, message)] = _problems("excerpts", _quotes("abcdef"), ExcerptLimit(30, 0))
    assert line == 13
    assert message == (
        "up to this quote 40 of the 200 words of articles/herald.md are shown, and by all quotes 60; 30 may be"
    )


def test_a_second_quote_from_a_sentence_shows_no_more_of_it() -> None:
    quotes = (
        "      - Sentence a of this\n"
        + "      - exactly ten\n" * 0
        + "      - a of this report has exactly\n"
    )
    assert _problems("excerpts", quotes, ExcerptLimit(10, 0)) == []


@pytest.mark.parametrize(("percent", "over"), [(20, False), (19, True)])
def test_of_a_long_article_a_share_may_be_shown_where_that_is_more(percent: int, over: bool) -> None:
    assert bool(_problems("excerpts", _quotes("abcd"), ExcerptLimit(5, percent))) is over


@pytest.mark.parametrize(
    ("rights", "limit", "over"),
    [
        ("full", ExcerptLimit(0, 0), False),
        ("none", ExcerptLimit(16, 0), False),  # the quotes alone, of four words each
        ("none", ExcerptLimit(15, 0), True),
        ("excerpts", UNLIMITED, False),
    ],
)
def test_what_counts_is_what_the_rights_let_be_shown(rights: str, limit: ExcerptLimit, over: bool) -> None:
    assert bool(_problems(rights, _quotes("abcd"), limit)) is over


def test_of_a_script_without_spaces_two_characters_are_a_word() -> None:
    text = "港湾労働者は賃上げを勝ち取った" * 10
    annotations = (
        "title: T\nsummary: S\ndate: 2025-01-01\nclaims:\n- id: a\n  claim: C\n  reports:\n"
        "    herald: {quote: {exact: 賃上げ, prefix: 港湾労働者は賃上げを勝ち取った港湾労働者は}}\n"
    )
    brief = brief_of(annotations, herald=article(f"港湾。{text}。", rights="excerpts"))
    anchors, _ = anchor(brief)
    assert list(excerpt_problems(brief, anchors, ExcerptLimit(80, 0))) == []
    if anchors:
        assert len(list(excerpt_problems(brief, anchors, ExcerptLimit(60, 0)))) == 1
