"""The fold: what it takes for the same, what it doesn't, and its map back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.fold import fold
from tests.growth import LINEAR, growth

ALPHABET = "ab8,.-— \n\t\u00a0\u202f\u00ad…“”‘’„\u2011–−\r\u2028é%ß"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("plain words, 8,000 of them", "plain words, 8,000 of them"),
        ("Case Counts", "Case Counts"),
        ("a  b", "a b"),
        ("a\n\nb", "a b"),
        ("a\u00a0b\u202fc\u2009d\u3000e\x85f", "a b c d e f"),
        ("“a” ‘b’ „c“ ‚d‘ ‟e‛ Ukraineʼs", "\"a\" 'b' \"c\" 'd' \"e' Ukraine's"),
        ("a\u2010b\u2011c\u2012d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("wait… what", "wait... what"),
        ("sol\u00addiers", "soldiers"),
        ("a \u00ad b", "a b"),
        ("«a» ‹b› 5′ 6″ ´", "«a» ‹b› 5′ 6″ ´"),
        ("~ 5% ‰ $ ½ ² ＋", "~ 5% ‰ $ ½ ² ＋"),
        ("zero\u200bwidth \u200e\ufeff", "zero\u200bwidth \u200e\ufeff"),
    ],
)
def test_folds_white_space_quotes_dashes_ellipsis_and_soft_hyphens_and_nothing_else(
    text: str, folded: str
) -> None:
    assert fold(text).text == folded


@given(st.text(ALPHABET))
@example("\u00ad\u00ad…\u00ad")
def test_is_the_same_folded_twice(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(ALPHABET), st.data())
def test_every_slice_comes_from_text_that_folds_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    if "…" not in text:
        assert fold(span.of(text)).text == folded.text[start:end]


@given(st.text(ALPHABET))
def test_the_map_back_is_the_inverse_of_the_map(text: str) -> None:
    folded = fold(text)
    for position in range(len(folded.text)):
        original = folded.span(position, position + 1).start
        if text[original] != "…":
            assert folded.position(original) == position
    assert folded.position(len(text)) == len(folded.text)
    assert [folded.position(at) for at in range(len(text) + 1)] == sorted(
        folded.position(at) for at in range(len(text) + 1)
    )


@given(st.text(ALPHABET))
def test_the_shape_stands_at_the_same_positions(text: str) -> None:
    folded = fold(text)
    assert len(folded.shape) == len(folded.text)


def test_a_span_has_no_soft_hyphen_at_its_edges() -> None:
    text = "\u00adlike\u00adly\u00ad so"
    span = fold(text).span(0, 6)
    assert span.of(text) == "like\u00adly"


def test_a_position_inside_an_ellipsis_counts_as_its_edge() -> None:
    assert fold("a…b").span(2, 3).of("a…b") == "…"


def test_non_nfc_text_stays_as_it_is() -> None:
    decomposed = unicodedata.normalize("NFD", "é")
    assert fold(decomposed).text == decomposed


@pytest.mark.parametrize("unit", ["a ", "\u00ad ", "…", "\n", "“—”", "é’\u00a0"])
def test_folding_grows_with_the_text_and_no_faster(unit: str) -> None:
    assert growth(lambda size: fold((unit * size)[:size]), 1_000_000) < LINEAR
