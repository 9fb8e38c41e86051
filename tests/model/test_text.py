"""Canonical texts, and what stands in them."""

from __future__ import annotations

import pickle
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.source import Span
from generator.model.text import Canonical, canonical, contains, occurrences, tokens
from tests.growth import LINEAR, growth


def test_canonical_text_is_nfc_with_line_feeds_and_stripped() -> None:
    raw = " \n" + unicodedata.normalize("NFD", "Zoë\r\nleft\rhome") + "\u00a0\n"
    assert canonical(raw).text == "Zoë\nleft\nhome"


def test_lines_count_from_nought() -> None:
    text = canonical("a\r\nb\n\nc")
    assert [text.line_of(text.text.index(c)) for c in "abc"] == [0, 1, 3]


@pytest.mark.parametrize(
    ("haystack", "needle"),
    [
        ("8,000 soldiers", "8,000 soldiers"),
        ("8,000\u00a0soldiers", "8,000 soldiers"),
        ("8,000\nsoldiers", " 8,000 soldiers "),
        ("8,000 sol\u00addiers", "8,000 soldiers"),
        ("8,000 soldiers", "8,000 sol\u00addiers"),
        ("the ‘port’ — “closed”", "the 'port' - \"closed\""),
        ("mass‑produce", "mass-produce"),
        ("and so…", "and so..."),
        ("Zoe\u0308 left", "Zoë left"),
        ("(likely)", "likely"),
        ("“likely”", "likely"),
        ("likely.", "likely"),
        ("likely—so", "likely"),
        ("rose 5, fell 3.", "rose 5"),
        ("rose 5, fell 3.", "fell 3"),
        ("on 2024-02-08.", "2024-02-08"),
        ("北朝鮮の兵士", "兵士"),
        ("18,000 and 8,000 men", "8,000 men"),
    ],
)
def test_a_text_contains_what_differs_only_by_the_fold(haystack: str, needle: str) -> None:
    assert contains(haystack, needle)


@pytest.mark.parametrize(
    ("haystack", "needle"),
    [
        ("18,000 soldiers", "8,000 soldiers"),
        ("8,000,000", "8,000"),
        ("8,000.5", "8,000"),
        ("8 000 soldiers", "000 soldiers"),
        ("8\u00a0000 soldiers", "000 soldiers"),
        ("18 000 soldiers", "8 000 soldiers"),
        ("8,000 soldiers", "8000 soldiers"),
        ("unlikely", "likely"),
        ("un\u00adlikely", "likely"),
        ("non-nuclear", "nuclear"),
        ("non\u2011nuclear", "nuclear"),
        ("rose 5%", "rose 5"),
        ("rose 5 %", "rose 5"),
        ("rose 5 points", "rose 5%"),
        ("rose 3.5", "rose 3"),
        ("-3", "3"),
        ("−3", "3"),
        ("3", "-3"),
        ("2019-2024", "-2024"),
        ("2019–2024", "2024"),
        ("$5bn", "5bn"),
        ("US$5bn", "$5bn"),
        ("5bn", "$5bn"),
        ("5½", "5"),
        ("Ukraine's", "Ukraine"),
        ("3千人", "千人"),
        ("1万8000人", "8000人"),
        ("Likely", "likely"),
        ("likely", ""),
        ("likely", " \u00ad"),
    ],
)
def test_a_text_does_not_contain_what_cuts_or_changes_a_token(haystack: str, needle: str) -> None:
    assert not contains(haystack, needle)


def test_case_is_ignored_only_when_asked() -> None:
    assert contains("ẞ Likely İ", "likely", ignore_case=True)
    assert not contains("Unlikely", "likely", ignore_case=True)


def test_boundaries_are_positions_of_the_text_itself() -> None:
    text = canonical("8\u00a0000  sol\u00addiers…")
    assert {0, 5, 7, 16, 17} == text.boundaries
    assert {span.start for span in tokens(text.text)} <= text.boundaries


def test_a_canonical_text_can_be_sent_to_another_process() -> None:
    text = canonical("One. Two.")
    assert text.sentences
    assert pickle.loads(pickle.dumps(text)) == Canonical("One. Two.")  # noqa: S301 - our own bytes


@given(st.text("ab", max_size=40), st.text("ab", min_size=1, max_size=4))
def test_occurrences_are_all_that_there_are(text: str, sought: str) -> None:
    found = list(occurrences(text, sought, Span(0, len(text))))
    assert found == [at for at in range(len(text)) if text.startswith(sought, at)]


@given(st.text("ab", max_size=60), st.text("ab", min_size=1, max_size=20))
def test_the_steady_search_finds_the_same(text: str, sought: str) -> None:
    from generator.model.text import _steady_occurrences

    found = list(_steady_occurrences(text, sought, Span(0, len(text))))
    assert found == [at for at in range(len(text)) if text.startswith(sought, at)]


def test_a_quote_of_repetitions_is_sought_in_linear_time() -> None:
    assert growth(lambda size: contains("a" * size, "a" * (size * 2 // 5)), 1_000_000) < LINEAR
    assert growth(lambda size: contains("a b " * size, "b a " * (size // 5) + "c"), 250_000) < LINEAR
    assert not contains("a" * 1_000_000, "a" * 400_000)
