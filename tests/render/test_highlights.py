"""Highlights cover their passages exactly and never change the text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.model.findings import Anchor
from generator.model.source import Span
from generator.render.highlights import Mark, Reference, cut, marks_of
from tests.render.harbour import harbour

TEXT = "One two three.\nFour five six, seven <b>eight</b> & nine. Ten."


def mark(number: int, *spans: tuple[int, int]) -> Mark:
    anchors = tuple(Anchor(Span(*span), TEXT[slice(*span)], "body") for span in spans)
    return Mark(number, anchors, (Reference("note"),))


_SPAN = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(
    lambda pair: (pair[0], min(pair[0] + pair[1], len(TEXT)))
)
_MARKS = st.lists(st.lists(_SPAN, min_size=1, max_size=3, unique=True), max_size=6).map(
    lambda made: tuple(mark(n, *sorted(spans)) for n, spans in enumerate(made, 1))
)
_WITHIN = _SPAN.map(lambda span: Span(*span))


def test_text_without_marks_is_one_segment() -> None:
    (segment,) = cut(TEXT, Span(0, len(TEXT)), ())
    assert (segment.text, segment.over) == (TEXT, ())


@given(_MARKS, _WITHIN)
def test_segments_joined_are_the_text(marks: tuple[Mark, ...], within: Span) -> None:
    segments = cut(TEXT, within, marks)
    assert "".join(segment.text for segment in segments) == within.of(TEXT)
    assert all(segment.text for segment in segments)


@given(_MARKS)
def test_what_is_marked_is_the_passage(marks: tuple[Mark, ...]) -> None:
    segments = cut(TEXT, Span(0, len(TEXT)), marks)
    for each in marks:
        covered = {
            position for anchor in each.quotation for position in range(anchor.span.start, anchor.span.end)
        }
        at = 0
        for segment in segments:
            positions = set(range(at, at + len(segment.text)))
            assert positions <= covered if each in segment.over else not positions & covered
            at += len(segment.text)


@given(_MARKS)
def test_each_mark_begins_once_and_each_of_its_parts_ends(marks: tuple[Mark, ...]) -> None:
    segments = cut(TEXT, Span(0, len(TEXT)), marks)
    for each in marks:
        assert sum(segment.begins.count(each) for segment in segments) == 1
        assert sum(segment.ends.count(each) for segment in segments) == len(each.quotation)


def test_nested_passages_have_the_shortest_first() -> None:
    outer, inner = mark(1, (0, 14)), mark(2, (4, 7))
    segments = cut(TEXT, Span(0, 14), (outer, inner))
    assert [(s.text, [m.number for m in s.over]) for s in segments] == [
        ("One ", [1]),
        ("two", [2, 1]),
        (" three.", [1]),
    ]


def test_adjacent_passages_do_not_run_together() -> None:
    segments = cut(TEXT, Span(0, 14), (mark(1, (0, 3)), mark(2, (3, 7))))
    assert [[m.number for m in s.over] for s in segments] == [[1], [2], []]


def test_a_passage_over_two_paragraphs_begins_in_the_first_and_ends_in_the_second() -> None:
    over = mark(1, (8, 20))
    first, second = cut(TEXT, Span(0, 14), (over,)), cut(TEXT, Span(15, 40), (over,))
    assert [s.begins for s in first] == [(), (over,)]
    assert [s.ends for s in first] == [(), ()]
    assert [s.begins for s in second] == [(), ()]
    assert [s.ends for s in second] == [(over,), ()]


def test_marks_are_numbered_in_the_order_of_the_text_with_the_title_first() -> None:
    marks = marks_of(harbour(), "echo")
    assert [(m.number, m.quotation[0].where, m.quotation[0].exact) for m in marks] == [
        (1, "title", "hit a rock"),
        (2, "body", "more than 200 people aboard"),
        (3, "body", "It drifted for an hour before it hit the rock"),
        (4, "body", "drifted for an hour"),
    ]


def test_a_passage_quoted_twice_has_one_number() -> None:
    quotations = [m.quotation for source in ("herald", "echo", "bladet") for m in marks_of(harbour(), source)]
    assert len(quotations) == len(set(quotations))


def test_a_quote_with_words_left_out_has_one_number_and_a_highlight_for_each_part() -> None:
    tow = next(m for m in marks_of(harbour(), "herald") if len(m.quotation) == 2)
    segments = cut(harbour().brief.articles["herald"].body.text, Span(0, 200), (tow,))
    marked = [s.text for s in segments if s.over]
    assert marked == ["The company will pay", "the tow"]
    assert re.sub(r"\s", "", "".join(marked)) == "Thecompanywillpaythetow"


def test_a_note_within_a_claims_passage_does_not_hide_the_claims_line() -> None:
    claimed = Mark(1, mark(1, (0, 13)).quotation, (Reference("claim"),))
    noted = mark(2, (4, 7))
    segments = cut(TEXT, Span(0, 13), (claimed, noted))
    assert [[each.number for each in segment.over] for segment in segments] == [[1], [1, 2], [1]]
