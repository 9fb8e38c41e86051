"""A passage that someone selected becomes a quote that stands for it, whole tokens, and for no other."""

from __future__ import annotations

import random

import pytest

from generator.anchor import Passage, Selection, anchor, passage_of
from generator.model.brief import Article
from generator.preview.quoting import scalar

from .written import article, brief_of, one_quote

BODY = """The minister said about 8,000 soldiers rose 5% at the non-nuclear site.

It isn't clear. He said so again: “It isn’t clear.” Then he left the hall.

It isn't clear. He said so again, and again, and Then he left the hall."""
EMPTY = "title: T\nsummary: S\ndate: 2025-02-08\nclaims:\n  - id: c\n    claim: C\n    reports:\n      herald: A\n"


def _article(body: str, title: str = "A headline") -> Article:
    return brief_of(EMPTY, herald=article(body, title)).articles["herald"]


def _passage(text: str, body: str = BODY, **more: object) -> Passage:
    passage, why = passage_of(_article(body), Selection(text, **more))  # type: ignore[arg-type]
    assert passage is not None, why
    return passage


@pytest.mark.parametrize(
    ("selected", "exact"),
    [
        ("The minister said", "The minister said"),
        ("  minister\n\n said ", "minister said"),
        ("inister sai", "minister said"),
        ("000 soldiers", "8,000 soldiers"),
        ("rose 5", "rose 5%"),
        ("nuclear site", "non-nuclear site"),
        ("site.", "site."),
        ("“It isn’t clear.”", "“It isn’t clear.”"),
        ('"It isn\'t clear."', "“It isn’t clear.”"),
        ("the non-nuclear site.\n\nIt isn't clear", "the non-nuclear site. It isn't clear"),
        ("the non-nuclear site.It isn't clear", "the non-nuclear site. It isn't clear"),
        ("«about 8,000 soldiers»", "about 8,000 soldiers"),
    ],
)
def test_words_and_numbers_are_taken_whole(selected: str, exact: str) -> None:
    assert _passage(selected) == Passage(exact, None, None, "body")


@pytest.mark.parametrize("selected", ["", "  ", "soldiers and minister", "A headline", "«»"])
def test_what_does_not_stand_there_is_told(selected: str) -> None:
    passage, why = passage_of(_article(BODY), Selection(selected))
    assert passage is None
    assert "does not stand in the article" in why


def test_where_it_stands_more_than_once_what_is_around_it_decides() -> None:
    first = _passage("He said so again", before="It isn't clear. ", after=": “It isn’t clear.” Then")
    assert (first.prefix, first.suffix) == (None, ":")
    second = _passage("He said so again", before="clear. ", after=", and again, and Then he left")
    assert (second.prefix, second.suffix) == (None, ",")


def test_where_nothing_around_it_differs_where_the_text_around_it_begins_decides() -> None:
    body = f"It isn't clear.\n\n{'x. ' * 3}It isn't clear. End."
    passage = _passage("It isn't clear", body, start=len(body) - 22)
    assert passage.prefix == "x."


def test_where_neither_side_tells_by_itself_both_do() -> None:
    body = "one hit two. one hit three. four hit two. four hit three."
    far = " ".join(["so"] * 30)
    body = body.replace(". ", f". {far} ")
    passage = _passage("hit", body, before=f"{far} four ", after=f" two. {far}")
    assert (passage.prefix, passage.suffix) == ("four", "two.")


def test_where_nothing_tells_it_is_refused() -> None:
    body = "hit " * 100 + "x"
    passage, why = passage_of(_article(body), Selection("hit", before="hit " * 50, after="hit " * 20))
    assert passage is None
    assert "more than once" in why


@pytest.mark.parametrize("selected", ["[...]", "said [...] that it was", "[…] that"])
def test_what_has_the_format_s_own_mark_in_it_is_refused(selected: str) -> None:
    passage, why = passage_of(_article("He said [...] that it was, and […] that."), Selection(selected))
    assert passage is None
    assert why


def test_a_title_is_quoted_as_one() -> None:
    assert _passage("headlin", where="title") == Passage("headline", None, None, "title")


NASTY = [
    BODY,
    "Line one\nline two\u00a0three\u202f4 %. Soft\u00adhyphen and zero\u200bwidth. \u2067עברית\u2069 end.",
    "東京は晴れ。大阪は雨。東京は晴れ。 10 % of 3.5 million – or “so” – left… The end…",
    "a\u0308 ö and \U0001f600 \\ 'single' \"double\" # no: comment - x {a} [b] & * ! | > % @ ` ~ null true 1e3",
    "the the the cat sat on the mat, the cat sat on the mat. The cat, the mat; the the.",
]


@pytest.mark.parametrize("body", NASTY)
def test_whatever_is_selected_passes_the_check_as_it_is_pasted(body: str) -> None:
    dice = random.Random(7)  # noqa: S311 - the same selections each time
    text = _article(body).body.text
    taken = 0
    for _ in range(40):
        start = dice.randrange(len(text))
        end = min(len(text), start + dice.randint(1, 60))
        selection = Selection(text[start:end], text[:start], text[end:])
        passage, _ = passage_of(_article(body), selection)
        if passage is None:
            continue
        taken += 1
        context = {"prefix": passage.prefix, "suffix": passage.suffix}
        keys = "".join(f", {key}: {scalar(value)}" for key, value in context.items() if value)
        anchors, problems = anchor(one_quote(f"{{exact: {scalar(passage.exact)}{keys}}}", body))
        assert problems == []
        (((found),),) = anchors.values()
        assert found.span.start <= start + len(text[start:end]) - len(text[start:end].lstrip())
        assert found.span.end >= start + len(text[start:end].rstrip())
    assert taken >= 25
