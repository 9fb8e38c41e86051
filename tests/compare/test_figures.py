from __future__ import annotations

import pytest

from .conftest import Compared

BODY = "Of 18,000 soldiers about eight thousand left, 1.5 million stayed, -3 or 5 to 6 million went. Nothing moved."


def codes(compared: Compared, quote: str, value: str, **claim: str) -> list[tuple[str, int, int]]:
    _, problems = compared(f"alder:\n  quote: {quote}\n  {value}", {"alder": BODY}, **claim)
    return [(problem.code, problem.location.line, problem.location.column) for problem in problems]


@pytest.mark.parametrize(
    ("quote", "value"),
    [
        ("Nothing moved", ""),
        ("about eight thousand left", "value: about 8000"),
        ("about eight thousand left", "value: eight thousand"),
        ("1.5 million stayed", "value: 1500000"),
        ("18,000 soldiers", "value: 18 000"),
        ("5 to 6 million went", "value: 5 to 6 million"),
        ("5 to 6 million went", "value: 5000000 to 6000000"),
        ("[Nothing moved, about eight thousand left]", "value: 8000"),
        ("18,000 soldiers [...] 1.5 million stayed", "value: 18000 to 1500000"),
    ],
)
def test_a_number_that_stands_in_a_quote_is_fine(compared: Compared, quote: str, value: str) -> None:
    assert codes(compared, quote, value) == []


@pytest.mark.parametrize(
    ("quote", "value"),
    [
        ("18,000 soldiers", "value: 8000"),
        ("18,000 soldiers", "value: 1800"),
        ("about eight thousand left", "value: 9000"),
        ("-3 or 5 to 6 million went", "value: 3"),
        ("Nothing moved", "value: 0"),
        ("5 to 6 million went", "value: 5 to 7 million"),
    ],
)
def test_a_number_that_stands_in_no_quote_is_an_error_at_the_value(
    compared: Compared, quote: str, value: str
) -> None:
    assert codes(compared, quote, value) == [("figure-not-in-quote", 10, 16)]


def test_the_problem_says_what_numbers_the_quote_has(compared: Compared) -> None:
    _, problems = compared("alder: {quote: '18,000 soldiers', value: 8000}", {"alder": BODY})
    assert [(p.message, p.remedy) for p in problems] == [
        ("8000 is not in the quote", "write the number as the quote has it: 18000")
    ]


@pytest.mark.parametrize(
    ("quote", "remedy"),
    [
        ("Nothing moved", "quote the words that give the number: no number was read in the quote"),
        ("9 of 8, 7 and 6", "write the number as the quote has it: 6, 7, 8, 9"),
        ("9 of 8, 7 and 6, by 5 or 4", "write the number as the quote has it: 4, 5, 6, 7, 8"),
    ],
)
def test_the_remedy_lists_at_most_five_numbers_the_least_first(
    compared: Compared, quote: str, remedy: str
) -> None:
    body = "Nothing moved. It was 9 of 8, 7 and 6, by 5 or 4."
    _, (problem,) = compared(f"alder: {{quote: '{quote}', value: 77}}", {"alder": body})
    assert problem.remedy == remedy


def test_a_quote_that_stands_nowhere_is_looked_in_as_written(compared: Compared) -> None:
    assert codes(compared, "some 20 boats", "value: 20") == []
    assert codes(compared, "some 20 boats", "value: 30") == [("figure-not-in-quote", 10, 16)]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("value: many", [("figure", 10, 16)]),
        ("value: 18,000 wibbles", [("unknown-unit", 10, 16)]),
        ("value: 18,000\n  unit: wibbles", [("unknown-unit", 11, 15)]),
        ("value: 18,000 km\n  unit: miles", [("unit-contradiction", 11, 15)]),
    ],
)
def test_a_faulty_figure_is_an_error_at_its_key(
    compared: Compared, keys: str, expected: list[tuple[str, int, int]]
) -> None:
    assert codes(compared, "18,000 soldiers", keys) == expected


def test_a_unit_that_is_the_measure_needs_no_list(compared: Compared) -> None:
    assert codes(compared, "18,000 soldiers", "value: 18,000 wibbles", measure="wibbles") == []


def test_a_faulty_figure_counts_as_none(compared: Compared) -> None:
    told = "alder: {quote: Nothing moved, value: many}\nbirch: {quote: '18,000 soldiers', value: '18,000'}"
    finding, problems = compared(told, {"alder": BODY, "birch": BODY})
    assert [problem.code for problem in problems] == ["figure"]
    assert finding.reports[0].figure is None
    assert finding.computed == "corroborated"


FIGURE = "{quote: '18,000 soldiers', value: '18,000'}"
DATE = "{quote: Nothing moved, when: 2025-02-08}"
NEITHER = "Nothing moved"


@pytest.mark.parametrize(
    "reports", [[FIGURE] * 101, [DATE] * 101, [NEITHER] * 3 + [FIGURE] * 101 + [DATE] * 2]
)
def test_more_figures_than_can_be_compared_are_a_problem(compared: Compared, reports: list[str]) -> None:
    _, (problem,) = compared(f"alder: [{', '.join(reports)}]", {"alder": BODY})
    assert problem.code == "too-many-figures"
    assert problem.message == "at most 100 figures can be compared"
    assert problem.remedy == "divide the claim into several"
    assert (problem.location.line, problem.location.column, problem.location.length) == (7, 5, 7)


@pytest.mark.parametrize(
    "reports", [[FIGURE] * 100, [DATE] * 100, [FIGURE] * 100 + [DATE] * 100, [FIGURE] * 5 + [NEITHER] * 100]
)
def test_as_many_as_can_be_compared_are_none(compared: Compared, reports: list[str]) -> None:
    assert compared(f"alder: [{', '.join(reports)}]", {"alder": BODY})[1] == []


def test_no_more_than_the_first_hundred_are_compared(compared: Compared) -> None:
    many = ", ".join([NEITHER, *[FIGURE] * 101])
    finding, _ = compared(f"alder: [{many}]\nbirch: {FIGURE}", {"alder": BODY, "birch": BODY})
    assert finding.comparisons == ()
    finding, _ = compared(
        f"alder: [{', '.join([FIGURE] * 99)}]\nbirch: {FIGURE}", {"alder": BODY, "birch": BODY}
    )
    assert len(finding.comparisons) == 99
