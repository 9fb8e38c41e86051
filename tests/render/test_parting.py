"""Which words are marked where sources part ways."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.findings import Status
from generator.model.settings import Settings
from generator.model.text import fold, tokens
from generator.render import render_brief
from generator.render.cells import Cell, Column, Quote, ReportView
from generator.render.parting import LONGEST, MOST, Parted, Run, parted, words_of
from generator.render.rows import Pill, Row
from tests.render.made import article, findings, parties


def _row(*sides: str | list[str], languages: str = "en en en en") -> Row:
    """A claim with one cell for each side; a side is a quotation or several."""
    cells = []
    for place, (side, language) in enumerate(zip(sides, languages.split(), strict=False), 1):
        quotes = [Quote(tuple(text.split(" [...] ")), n, False) for n, text in enumerate(_listed(side), 1)]
        report = ReportView(tuple(quotes), "", "", None, None, None, None, None, None, None, None)  # type: ignore[arg-type]
        column = Column(f"s{place}", place, f"Source {place}", "Title", "", language)
        cells.append(Cell(column, "reports", "", (report,)))
    pill = Pill("differs", "differs", "", "")
    return Row("claim-c", (), "A claim", pill, "", None, None, None, None, "", tuple(cells), "", "")


def _listed(side: str | list[str]) -> list[str]:
    return [side] if isinstance(side, str) else side


def _shown(claim: Parted) -> list[str]:
    """Each quotation with what is marked between brackets."""
    return [
        " / ".join("".join(f"<{run.text}>" if run.apart else run.text for run in part) for part in runs)
        for runs in claim.runs.values()
    ]


@pytest.mark.parametrize(
    ("sides", "shown"),
    [
        (["14 were hurt"], ["14 were hurt"]),
        (["14 were hurt", "14 were hurt"], ["14 were hurt", "14 were hurt"]),
        (["The “Anna” sank", "the \"anna\" sank!"], ["The “Anna” sank", "the \"anna\" sank!"]),
        (["it could well have sunk by now", "it has sunk"], ["it could well have sunk by now", "it has sunk"]),
        (["nothing in common", "quite other words"], ["nothing in common", "quite other words"]),
        (["14 were hurt", "40 were hurt"], ["<14> were hurt", "<40> were hurt"]),
        (["1,400 were hurt", "1,500 were hurt"], ["<1,400> were hurt", "<1,500> were hurt"]),
        (["it will sink", "it will not sink"], ["it will sink", "it will <not> sink"]),
        (["it may well have sunk", "it has sunk"], ["it <may well have> sunk", "it <has> sunk"]),
        (["a very old ship sank here", "a brand new ship sank here"],
         ["a <very old> ship sank here", "a <brand new> ship sank here"]),
        (["some 14 of the crew", "the toll rose to 40"], ["some <14> of the crew", "the toll rose to <40>"]),
        (["some 14 of the crew", "14, said the harbour master"],
         ["some 14 of the crew", "14, said the harbour master"]),
        (["some 14 of the crew", "a dozen, said the master"], ["some 14 of the crew", "a dozen, said the master"]),
        (["14 hurt", "14 hurt", "40 hurt"], ["<14> hurt", "<14> hurt", "<40> hurt"]),
        ([["14 were hurt", "they sang a song"], "40 were hurt"],
         ["<14> were hurt", "they sang a song", "<40> were hurt"]),
        (["14 [...] were hurt in it", "40 were hurt in it"], ["<14> / were hurt in it", "<40> were hurt in it"]),
    ],
)  # fmt: skip
def test_a_word_is_marked_that_another_source_lacks_in_much_the_same_words(
    sides: list[str | list[str]], shown: list[str]
) -> None:
    assert _shown(parted(_row(*sides))) == shown


def test_words_of_two_languages_are_not_compared() -> None:
    assert not parted(_row("14 skadades", "40 skadades", languages="sv en")).is_marked
    assert parted(_row("14 were hurt", "40 were hurt", languages="en-GB en")).is_marked


def test_very_long_quotations_and_very_many_stay_plain() -> None:
    long = " ".join(f"word{n}" for n in range(LONGEST))
    assert not parted(_row(f"{long} here", f"{long} there")).is_marked
    many = [f"{n} were hurt" for n in range(MOST)]
    assert not parted(_row(many, "99 were hurt")).is_marked
    assert parted(_row(many[:-1], "99 were hurt")).is_marked


@given(st.lists(st.text("ab14 .,“”\n", min_size=1), min_size=1, max_size=4))
@settings(max_examples=200)
def test_the_runs_of_a_quotation_are_its_text_and_no_two_neighbours_are_alike(sides: list[str]) -> None:
    claim = parted(_row(*([side] for side in sides)))
    for cell, runs in zip(claim.row.cells, claim.runs.values(), strict=True):
        assert tuple("".join(run.text for run in part) for part in runs) == cell.reports[0].quotes[0].parts
        for part in runs:
            assert all(run.text for run in part)
            assert [run.apart for run in part] == [part[0].apart ^ bool(n % 2) for n in range(len(part))]


PIECES = [
    "a",
    "Ton",
    "I",
    "-",
    "14",
    "8",
    "000",
    " ",
    " ",
    ",",
    ".",
    ":",
    "?",
    "’",
    "$",
    "%",
    "é",
    "\n",
    "5bn",
    "½",
]


def by_the_rules(text: str) -> list[tuple[int, int, str]]:
    spans = [span for span in tokens(text) if any(character.isalnum() for character in span.of(text))]
    return [(span.start, span.end, fold(span.of(text)).text.casefold()) for span in spans]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=2000)
@example("The strike ends with a wage-rise, on 12 March 2024: 8,000 or 2.5 of it.")
@example("12 345")
@example("the Widow's buoy, l’eau, o'clock, Ljungö’s")
def test_the_words_of_plain_text_are_those_of_any_text(text: str) -> None:
    assert words_of(text) == by_the_rules(text)


def test_a_run_says_what_it_is() -> None:
    first, second = parted(_row("14 hurt", "40 hurt")).runs.values()
    assert first == ((Run("14", True), Run(" hurt", False)),)
    assert second == ((Run("40", True), Run(" hurt", False)),)


@pytest.mark.parametrize(("number", "marked"), [("40", True), ("14", False)])
def test_the_page_says_what_the_line_means_where_there_is_one(number: str, marked: bool) -> None:
    made = findings(
        {"claims": [{"id": "c", "claim": "It is so", "reports": {"a": "14 hurt", "b": f"{number} hurt"}}]},
        {"a": article("a", "14 hurt."), "b": article("b", f"{number} hurt.")},
        parties(a="A", b="B"),
        {"c": (Status.DIFFERS, 2)},
    )
    page = "".join(getattr(part, "html", "") for part in render_brief(made, Settings())[0].parts)
    assert ("Underlined</mark>" in page) == marked
    assert (f'<mark class="b-diff">{number}</mark> hurt”' in page) == marked
