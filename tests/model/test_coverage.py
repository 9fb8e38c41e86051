"""Which sentences a claim or note touches."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.coverage import Coverage, coverage
from tests.render.made import article, findings, parties

BODY = """\
One stands here. Two stands here, the mayor
said. Three.

## Four is a heading. It is not counted.

Five! Six is the last.
"""


def covered(reports: Any = "Five!", **brief: Any) -> Coverage:
    claims = [{"id": "c", "claim": "C", "reports": {"x": reports}}]
    made = findings({"claims": claims, **brief}, {"x": article("x", BODY)}, parties(x="X"))
    return coverage(made, "x")


def untouched(found: Coverage) -> list[tuple[int, str]]:
    return [(sentence.line, " ".join(sentence.text.split())) for sentence in found.untouched]


def test_what_a_quote_touches_is_the_whole_sentence_that_it_is_part_of() -> None:
    found = covered("the mayor")
    assert untouched(found) == [
        (6, "One stands here."),
        (7, "Three."),
        (11, "Five!"),
        (11, "Six is the last."),
    ]
    assert (found.sentences, found.touched, found.share) == (5, 1, 0.2)


def test_a_quote_over_two_sentences_touches_both() -> None:
    assert covered("here. Two stands").touched == 2


def test_words_that_are_left_out_of_a_quote_are_not_touched() -> None:
    assert untouched(covered("One [...] Three"))[0] == (6, "Two stands here, the mayor said.")


@pytest.mark.parametrize(
    "more",
    [
        {"reports": {"quote": "Five!", "via_quote": "Three."}},
        {"notes": [{"source": "x", "quote": "Three.", "note": "N"}]},
    ],
)
def test_where_it_came_from_and_notes_touch_too(more: dict[str, Any]) -> None:
    assert (7, "Three.") not in untouched(covered(**more))


def test_a_note_on_the_whole_article_and_a_quote_of_its_title_touch_no_sentence() -> None:
    found = covered({"quote": "Title of x", "in": "title"}, notes=[{"source": "x", "note": "N"}])
    assert (found.touched, found.sentences) == (0, 5)


def test_an_article_of_headings_has_no_share() -> None:
    claims = [{"id": "c", "claim": "C", "reports": {"x": "Two"}}]
    made = findings({"claims": claims}, {"x": article("x", "## One\n\n## Two\n")}, parties(x="X"))
    found = coverage(made, "x")
    assert (found.sentences, found.untouched, found.share) == (0, (), None)
